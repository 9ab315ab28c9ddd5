"""Every kind of page, alone: no request elsewhere, nothing fails, it fits a narrow screen, and reads whatever is denied."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route

from tests.browser.sites import Built, marks

pytestmark = marks

#: what denies a page its storage
_NO_STORAGE: Final = """
for (const name of ["localStorage", "sessionStorage", "indexedDB"])
  Object.defineProperty(window, name, { get() { throw new DOMException("denied", "SecurityError"); } });
"""
_WIDE: Final = """
() => [...document.querySelectorAll("body *")].filter((one) =>
  one.getBoundingClientRect().right > innerWidth + 1 && !one.closest("pre, .unseen, .skip, thead, svg"))
  .map((one) => one.outerHTML.slice(0, 120)).slice(0, 3)
"""


@dataclass
class Watched:
    """A page with all that it asked for and complained of."""

    page: Page
    denied: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Watch it: what is not on the disk is denied."""
        self.page.route("**/*", self._allow)
        self.page.on("requestfailed", self._fail)
        self.page.on("console", lambda one: self.said.append(one.text))
        self.page.on("pageerror", lambda one: self.said.append(str(one)))

    def _allow(self, route: Route) -> None:
        if route.request.url.startswith("file:"):
            route.continue_()
        else:
            self.denied.append(route.request.url)
            route.abort()

    def _fail(self, request: Request) -> None:
        # What the browser gives up because the page is left for the next has not failed: it is there.
        if not Path(url2pathname(urlsplit(request.url).path)).is_file():
            self.failed.append(request.url)

    def look(self, address: str) -> None:
        """Go there; nothing is asked elsewhere, fails, or is complained of."""
        self.page.goto(address)
        assert (self.denied, self.failed, self.said) == ([], [], []), address


def watched(context: BrowserContext) -> Watched:
    """Return a new page that is watched."""
    return Watched(context.new_page())


@pytest.fixture
def narrow(browser: Browser) -> Iterator[BrowserContext]:
    """Open a window of the narrowest screen."""
    context = browser.new_context(viewport={"width": 320, "height": 800})
    yield context
    context.close()


def wide(page: Page) -> list[str]:
    """Return what is wider than the screen; nothing where the page does not scroll sideways."""
    scrolls = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return page.evaluate(_WIDE) or ["the page"] if scrolls else []


@pytest.mark.parametrize("name", ["real", pytest.param("extreme", marks=pytest.mark.long)])
def test_no_page_asks_for_anything_elsewhere_and_nothing_fails(
    request: pytest.FixtureRequest, narrow: BrowserContext, name: str
) -> None:
    """With scripts; and none scrolls sideways on a screen of 320 pixels, folded or unfolded, whatever it holds."""
    site: Built = request.getfixturevalue(name)
    one = watched(narrow)
    for path in site.one_of_each():
        one.look(site.uri(path))
        assert wide(one.page) == [], path
        one.page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        assert wide(one.page) == [], path


@pytest.mark.long
def test_pages_read_where_storage_and_fonts_are_denied(browser: Browser, real: Built) -> None:
    """The words of a page are the same; the search starts, and finds."""
    context = browser.new_context()
    context.add_init_script(_NO_STORAGE)
    one = watched(context)
    one.page.route("**/*.{woff,woff2,ttf,otf}", lambda route: route.abort())
    for path in real.one_of_each(40_000):
        one.look(real.uri(path))
        assert one.page.locator("h1").inner_text(), path
    one.look(f"{real.uri('search/index.html')}?q=Mamay")
    one.page.wait_for_selector("html[data-search=ready]")
    assert one.page.locator("#names a").first.inner_text() == "Zhanbolat Mamay"
    context.close()


@pytest.mark.long
def test_pages_hold_their_words_without_scripts_and_without_style(browser: Browser, real: Built) -> None:
    """Nothing but the search waits for a script, and that says so; on a desk's width too nothing scrolls sideways."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1440, "height": 900})
    one = watched(context)
    for path in real.one_of_each(40_000):
        one.look(real.uri(path))
        assert len(one.page.locator("main").inner_text()) > 100, path
        assert wide(one.page) == [], path
    one.look(real.uri("search/index.html"))
    assert "needs JavaScript" in one.page.inner_text("main")
    context.close()
