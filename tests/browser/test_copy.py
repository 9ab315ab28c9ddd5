"""Citations in headless Chromium: a button copies them where scripts run, and they stand there where none do."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.sites import Built, marks

EVENT = "events/2022-12/11/index.html"

pytestmark = [*marks, pytest.mark.long]


@pytest.fixture
def event(real: Built) -> str:
    """Return the address of an event on the disk."""
    return real.uri(EVENT)


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
