"""Every kind of page under axe-core: no violation, at two widths, light and dark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page

from tests.browser.sites import KINDS, Built, marks, opened

pytestmark = marks

#: width and colours
_LOOKS: Final = ((360, "light"), (1440, "dark"), (360, "dark"), (1440, "light"))
#: kinds of pages that hold every component of a reader's pages between them
_TELLING: Final = (
    "answer", "corrections", "dossier", "edition", "event", "home", "person", "place", "search",
)  # fmt: skip
#: beyond so many bytes, rows that look like the first of their list are not measured for colour again
_LONG: Final = 40_000
_AGAIN: Final = [
    [".row:nth-child(n+4)"], [".record:nth-of-type(n+4)"], [".entry:nth-of-type(n+4)"], [".month ~ .month ~ .month"],
    ["tr:nth-child(n+8)"], [".refs li:nth-child(n+8)"], [".facts > div:nth-child(n+8)"],
]  # fmt: skip
_RUN: Final = """
(exclude) => axe.run({ include: [["html"]], exclude }, { resultTypes: ["violations"] })
.then((result) => result.violations.map((one) => [one.id, one.nodes.length, one.nodes[0].html, one.nodes[0].failureSummary]))
"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """Open one page for all."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def violations(page: Page, site: Built, path: str, looks: Iterable[tuple[int, str]]) -> list[tuple[Any, ...]]:
    """Return what axe-core finds wrong on a page: path, width, scheme, rule, how often, an example, why."""
    opened(page, site.uri(path))
    page.evaluate(AXE_SCRIPT)
    again = _AGAIN if (site.root / path).stat().st_size > _LONG else []
    found = []
    for width, scheme in looks:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        there = page.evaluate(_RUN, again)
        found += [(path, width, scheme, *one) for one in there]
    return found


@pytest.mark.parametrize("kind", [f"{name}.html" for name in _TELLING])
def test_no_violation_where_every_component_is(page: Page, real: Built, kind: str) -> None:
    """The largest page of a kind up to 25 kB, or else the smallest; one narrow and light, the next wide and dark."""
    look = _LOOKS[KINDS.index(kind) % 2]
    assert violations(page, real, real.largest(kind, 25_000), [look]) == []


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
def test_no_violation_on_any_kind_of_page(page: Page, real: Built, extreme: Built, kind: str) -> None:
    """The largest page of each kind up to 40 kB, or else the smallest: it has all that the others have."""
    site = real if kind in real.kinds else extreme

    assert violations(page, site, site.largest(kind, 40_000), _LOOKS) == []


@pytest.mark.long
@pytest.mark.parametrize("kind", ["home", "event", "person", "sources"])
def test_no_violation_where_names_are_long_and_lists_without_end(
    page: Page, extreme: Built, kind: str
) -> None:
    assert violations(page, extreme, extreme.kinds[f"{kind}.html"][0], _LOOKS) == []
