"""By keyboard alone: every link and control is reached in the order of the page, is seen to be reached, and works."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.sites import KINDS, Built, marks, opened

pytestmark = marks

#: numbers everything that a pointer can use, in the order of the page
_NUMBER: Final = """
() => {
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")];
  const usable = all.filter((one) => !one.disabled && one.checkVisibility({ visibilityProperty: true })
    && (one.tagName === "SUMMARY" || !one.closest("details:not([open])")));
  usable.forEach((one, number) => { one.dataset.number = number; });
  return usable.length;
}
"""
#: between them these have all that can be worked with a key
_TELLING: Final = ("event.html", "search.html")
#: keeps what gets the focus: its number, whether an outline shows it, what it is; and what is not in the window then
_KEEP: Final = """
() => {
  window.steps = [];
  window.outside = [];
  addEventListener("focusin", (event) => {
    const one = event.target, style = getComputedStyle(one);
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    steps.push([Number(one.dataset.number ?? -1), outlined, one.outerHTML.slice(0, 90)]);
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const box = document.activeElement.getBoundingClientRect();
      if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth)
        outside.push(document.activeElement.outerHTML.slice(0, 90));
    }));
  });
}
"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a page."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def walked(page: Page, number: int) -> list[int]:
    """Return the numbers of what has the focus after each of so many presses of Tab; each of them is seen."""
    page.evaluate(_KEEP)
    for _ in range(number):
        page.keyboard.press("Tab")
    steps: list[Any] = page.evaluate("steps")
    assert [html for _, outlined, html in steps if not outlined] == []
    assert page.evaluate("outside") == []
    return [step[0] for step in steps]


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until what *selector* means has the focus."""
    target = page.locator(selector).first
    for _ in range(400):
        page.keyboard.press("Tab")
        if target.evaluate("(one) => one === document.activeElement"):
            return
    pytest.fail(f"Tab never reaches {selector}")


@pytest.mark.parametrize(
    "kind", [pytest.param(kind, marks=() if kind in _TELLING else pytest.mark.long) for kind in KINDS]
)
def test_tab_reaches_everything_in_order_and_is_seen(
    request: pytest.FixtureRequest, page: Page, real: Built, kind: str
) -> None:
    """No trap: after the last one, the page is left, or all begins anew."""
    site: Built = real if kind in real.kinds else request.getfixturevalue("extreme")
    opened(page, site.uri(site.kinds[kind][-1]))
    number = page.evaluate(_NUMBER)

    assert walked(page, number) == list(range(number))
    page.keyboard.press("Tab")
    assert page.evaluate(
        "document.activeElement === document.body || document.activeElement.dataset.number === '0'"
    )


def test_the_skip_link_leads_past_the_menu(page: Page, real: Built) -> None:
    page.goto(real.uri(real.kinds["event.html"][0]))

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.long
def test_the_menu_leads_on(page: Page, real: Built) -> None:
    page.goto(real.uri("index.html"))

    tab_to(page, "header nav a[href$='places/index.html']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/places/index.html")


@pytest.mark.long
def test_a_list_is_narrowed_and_shown_whole_again(page: Page, real: Built) -> None:
    page.goto(real.uri("topics/detention/index.html"))
    tab_to(page, "#filter summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    # A list that scrolls may take the focus itself.
    if not page.evaluate("document.activeElement.matches('input')"):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert " of " in page.inner_text("#filter .status")
    assert page.locator("[data-facets][hidden]").count() > 0
    tab_to(page, "#filter button")
    page.keyboard.press("Enter")

    assert page.inner_text("#filter .status").startswith("All ")
    assert page.locator("[data-facets][hidden]").count() == 0


@pytest.mark.long
def test_a_bar_and_a_tile_lead_to_what_they_count(page: Page, real: Built) -> None:
    page.goto(real.uri("index.html"))
    tab_to(page, "svg.tiles a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/places/*/index.html")

    tab_to(page, "svg.chart a")
    page.keyboard.press("Enter")

    page.wait_for_url("**/index.html#month-*")


@pytest.mark.long
def test_a_citation_is_unfolded_and_copied(page: Page, real: Built) -> None:
    page.goto(real.uri("events/2022-12/18/index.html"))
    tab_to(page, "details.cite summary")
    page.keyboard.press("Enter")

    tab_to(page, "details.cite button.copy")
    page.keyboard.press("Enter")

    page.wait_for_function("() => document.activeElement.textContent !== 'Copy'")
    assert page.evaluate("document.activeElement.textContent") in {"Copied", "Selected: copy it by key"}


@pytest.mark.long
def test_a_search_is_made_narrowed_and_followed(page: Page, real: Built) -> None:
    opened(page, real.uri("search/index.html"))
    tab_to(page, "#q")
    page.keyboard.type("Mamay")
    page.wait_for_selector("#names a")

    tab_to(page, "#ask button")
    page.keyboard.press("Enter")
    page.wait_for_selector("#rows a")
    number = page.evaluate(_NUMBER)
    here = int(
        page.evaluate("document.activeElement.dataset.number ?? document.querySelector('#q').dataset.number")
    )
    rest = walked(page, number - here - 1)
    tab_to(page, "#names a")
    page.keyboard.press("Enter")

    assert rest == list(range(here + 1, number))
    page.wait_for_url("**/people/**")
