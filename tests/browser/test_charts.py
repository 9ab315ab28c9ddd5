"""The map and the charts in headless Chromium: named, reached by the keyboard alone, and leading where they say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.sites import marks

pytestmark = [*marks, pytest.mark.long]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a page without JavaScript of its own and without a network."""
    context = browser.new_context(
        viewport={"width": 360, "height": 800}, java_script_enabled=False, offline=True
    )
    yield context.new_page()
    context.close()


def test_every_tile_and_bar_is_a_link_with_a_name(page: Page, folder: Path) -> None:
    """The name is that of the place or month with its number, not the letters in the square."""
    page.goto((folder / "places/oral/index.html").as_uri())

    tiles = page.locator("svg.tiles").get_by_role("link", name="event")
    oral = page.locator("svg.tiles").get_by_role("link", name="West Kazakhstan Region: 13 events")
    bars = page.locator("svg.chart").get_by_role("link", name="December 2022: ")

    assert tiles.count() == 20
    assert oral.get_attribute("aria-current") == "location"
    assert bars.count() >= 1


def test_the_keyboard_alone_goes_from_the_map_to_a_place(page: Page, folder: Path) -> None:
    page.goto((folder / "index.html").as_uri())

    page.locator("#map").scroll_into_view_if_needed()
    page.get_by_role("link", name="North Kazakhstan Region: 3 events").focus()
    page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")

    assert page.url == (folder / "places/west-kazakhstan-region/index.html").as_uri()


def test_a_bar_leads_to_its_month_and_its_kind(page: Page, folder: Path) -> None:
    page.goto((folder / "topics/assembly/index.html").as_uri())

    page.locator("svg.chart").get_by_role("link", name="December 2022").first.click()
    month = page.locator(":target h3").inner_text()
    page.locator("svg.chart").get_by_role("link", name="Fine: ").click()
    kind = page.locator(":target th").inner_text()

    assert month.startswith("December 2022")
    assert kind.startswith("Fine")


def test_print_shows_the_tables(page: Page, folder: Path) -> None:
    """On paper nothing can be unfolded."""
    page.emulate_media(media="print")
    page.goto((folder / "index.html").as_uri())

    assert page.get_by_text("The map as a table").count() == 1
    assert page.locator("svg.tiles").is_visible()
    assert page.locator("details table").first.is_visible()
