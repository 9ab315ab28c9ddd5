"""The pages as files: all are reached by links alone, all are valid, none is heavy."""

from __future__ import annotations

import gzip
import re
from collections import deque
from html import unescape
from posixpath import dirname, join, normpath
from typing import Final
from urllib.parse import unquote

import html5lib
import pytest
from playwright.sync_api import Browser

from chronicle import urls
from tests.browser.sites import KINDS, Built

_HREF: Final = re.compile(r'<a [^>]*?href="([^"#:]+)(?:#[^"]*)?"')
#: reached from outside alone: what a server shows for an address that leads nowhere
_OUTSIDE: Final = {urls.NOT_FOUND}
#: bytes, compressed, of a page with its stylesheets, and of the front page with all it loads
_EVENT, _HOME = 25_000, 60_000


@pytest.fixture(params=["real", pytest.param("extreme", marks=pytest.mark.long)])
def site(request: pytest.FixtureRequest) -> Built:
    """Return each of the two sites."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Built)
    return found


def linked(path: str, page: bytes) -> set[str]:
    """Return the pages that a page leads to by a link that needs no script."""
    found = {unquote(unescape(one)) for one in _HREF.findall(page.decode())}
    return {normpath(join(dirname(path), one)) for one in found if one.endswith(".html")}


def test_every_page_is_reached_from_the_first_by_links_alone(site: Built) -> None:
    pages = dict(site.pages())
    reached, waiting = {urls.HOME}, deque([urls.HOME])
    while waiting:
        path = waiting.popleft()
        new = linked(path, pages[path]) - reached
        reached |= new
        waiting.extend(new)

    # Withdrawn addresses are there for those who had them.
    gone = {path for kind in ("tombstone.html", "gone_edition.html") for path in site.kinds.get(kind, [])}
    assert pages.keys() - reached - gone == _OUTSIDE
    assert reached - pages.keys() == set()


@pytest.mark.long
def test_the_browser_sees_the_same_links_without_scripts(
    browser: Browser, real: Built, extreme: Built
) -> None:
    """One page of each kind: no link stands in a script, none is built by one."""
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    for kind in KINDS:
        site = real if kind in real.kinds else extreme
        path = site.kinds[kind][0]
        page.goto(site.uri(path))
        hrefs = page.eval_on_selector_all("a[href]", "all => all.map((one) => one.href.baseVal ?? one.href)")
        seen = {
            unquote(one.split("#")[0]).removeprefix(f"{unquote(site.root.as_uri())}/")
            for one in hrefs
            if one.startswith("file:")
        }
        own = {path} if any(one.startswith("#") for one in hrefs) else set()
        there = linked(path, (site.root / path).read_bytes())
        assert there - seen - own == set(), path
    context.close()


def assert_valid(page: bytes, path: str) -> None:
    """No parse error, by the letter of HTML."""
    try:
        html5lib.HTMLParser(strict=True).parse(page.decode())
    except html5lib.html5parser.ParseError as error:
        pytest.fail(f"{path}: {error}")


@pytest.mark.parametrize("part", [pytest.param(n, marks=pytest.mark.long if n else ()) for n in range(4)])
def test_every_page_is_valid(real: Built, part: int) -> None:
    """In four parts, for as many workers."""
    for path, page in list(real.pages())[part::4]:
        assert_valid(page, path)


@pytest.mark.long
def test_every_kind_of_page_is_valid_with_the_longest_names(extreme: Built) -> None:
    for path in extreme.one_of_each():
        assert_valid((extreme.root / path).read_bytes(), path)


def weight(site: Built, path: str) -> int:
    """Return the compressed bytes of a page with its stylesheets and scripts."""
    page = (site.root / path).read_bytes()
    loads = re.findall(r'(?:rel="stylesheet" href|<script src)="([^"]*)"', page.decode())
    files = [(site.root / normpath(join(dirname(path), one))).read_bytes() for one in loads]
    return sum(len(gzip.compress(one)) for one in (page, *files))


def test_an_event_and_the_front_page_are_light(site: Built) -> None:
    assert {
        path: weight(site, path) for path in site.kinds["event.html"] if weight(site, path) > _EVENT
    } == {}
    assert weight(site, urls.HOME) <= _HOME


def test_the_components_are_for_maintainers_alone(real: Built) -> None:
    """Linked from the page about the site, and neither listed nor offered to search engines."""
    page = (real.root / urls.COMPONENTS).read_text()

    assert '<meta name="robots" content="noindex">' in page
    assert "components" not in (real.root / "sitemap.xml").read_text()
    assert urls.COMPONENTS in linked(urls.prose("about"), (real.root / urls.prose("about")).read_bytes())
