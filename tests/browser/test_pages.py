"""The built pages in headless Chromium, from the disk: no request elsewhere, no sideways scroll, nothing blocked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.test_site import real_files

CHROMIUM = Path("/usr/bin/chromium")
#: a page of every kind
PAGES = (
    "index.html",
    "events/2022-12/11/index.html",
    "events/2026-01/68/index.html",
    "editions/index.html",
    "editions/2022-12/index.html",
    "people/index.html",
    "people/mikhail-kozachkov/index.html",
    "places/index.html",
    "places/almaty/index.html",
    "places/mangystau-region/index.html",
    "places/kazakhstan/index.html",
    "statutes/index.html",
    "statutes/cao/index.html",
    "statutes/cc/405/index.html",
    "topics/index.html",
    "topics/assembly/index.html",
    "cases/index.html",
    "cases/detention-of-mikhail-kozachkov/index.html",
    "cases/detention-of-mikhail-kozachkov/dossier/index.html",
    "sources/index.html",
    "corrections/index.html",
    "data/index.html",
    "search/index.html",
    "about/index.html",
    "how-records-are-made/index.html",
    "404.html",
    "feeds/index.html",
    "sources/facebook/index.html",
    "people/mikhail-kozachkov/dossier/index.html",
    "statutes/cc/405/dossier/index.html",
    "answers/index.html",
    "answers/months/2022-12/index.html",
)

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
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the site of the real digests to a folder."""
    root = tmp_path_factory.mktemp("site")
    for path, data in real_files().items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    return root


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1440])
def test_pages_stand_alone_and_fit(browser: Browser, folder: Path, width: int, scheme: str) -> None:
    """Without JavaScript no page of any kind asks another host, is blocked by its own policy, or scrolls sideways."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        java_script_enabled=False,
        offline=True,
    )
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    for path in PAGES:
        page.goto((folder / path).as_uri())
        size = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        assert size[0] <= size[1], path
    context.close()

    assert [url for url in asked if not url.startswith(folder.as_uri())] == []
    assert said == []


def test_print_keeps_the_address_and_the_sources(browser: Browser, folder: Path) -> None:
    """On paper an event keeps its address and its sources, and loses the navigation."""
    page = browser.new_page()
    page.emulate_media(media="print")
    page.goto((folder / "events/2026-01/40/index.html").as_uri())

    text = page.inner_text("body")
    shown = page.locator("header nav").first.is_visible()
    page.close()

    assert "https://tirek.info/" in text
    assert "events/2026-01/40/" in text
    assert not shown
