"""Citations in headless Chromium: a button copies them where scripts run, and they stand there where none do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.test_site import real_files

CHROMIUM = Path("/usr/bin/chromium")
EVENT = "events/2022-12/11/index.html"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not CHROMIUM.exists(), reason="Debian's chromium is not installed at /usr/bin/chromium"
    ),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start Chromium once."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def event(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Write one event's page with its style and script, and return its address on the disk."""
    folder = tmp_path_factory.mktemp("copy")
    for path in (EVENT, "style.css", "icon.png", "copy.js"):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(real_files()[path])
    return (folder / EVENT).as_uri()


@pytest.mark.parametrize("number", range(4))
def test_a_button_copies_what_stands_beside_it(browser: Browser, event: str, number: int) -> None:
    """The citation in words, BibTeX, RIS, CSL-JSON: the very text; where copying is refused it is selected."""
    page = browser.new_page()
    page.goto(event)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    button = page.locator("button.copy").nth(number)

    button.click()
    page.wait_for_function(
        "n => document.querySelectorAll('button.copy')[n].textContent !== 'Copy'", arg=number
    )

    assert button.inner_text() in {"Copied", "Selected: copy it by key"}
    text = page.locator("[data-copy]").nth(number).text_content() or ""
    assert page.evaluate("String(getSelection())").strip() == text.strip()
    page.close()


def test_a_page_without_the_clipboard_copies_all_the_same(browser: Browser, event: str) -> None:
    page = browser.new_page()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined });")
    page.goto(event)

    page.locator("button.copy").first.click()

    assert page.locator("button.copy").first.inner_text() in {"Copied", "Selected: copy it by key"}
    page.close()


def test_without_scripts_there_is_no_button_and_every_form_can_be_read(browser: Browser, event: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(event)

    assert page.locator("main button").count() == 0
    assert page.locator("details.cite pre").count() == 3
    page.locator("details.cite summary").first.click()
    assert page.locator("details.cite pre").first.is_visible()
    page.close()
