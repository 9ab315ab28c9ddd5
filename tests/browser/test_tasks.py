"""What a new user comes for, done on the built site from its first page, with what is seen there alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.sites import Built, marks

pytestmark = marks


@pytest.fixture
def page(browser: Browser, real: Built) -> Iterator[Page]:
    """Open the first page on a phone."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(real.uri("index.html"))
    yield page
    context.close()


def sought(page: Page, words: str) -> None:
    """Type *words* into the box that stands above every page."""
    page.get_by_role("searchbox").fill(words)
    page.keyboard.press("Enter")


def test_a_person_is_found_in_cyrillic_letters(page: Page) -> None:
    sought(page, "Жанболат Мамай")
    page.get_by_role("link", name="Zhanbolat Mamay").first.click()

    page.wait_for_url("**/people/zhanbolat-mamay/**")
    assert page.inner_text("h1") == "Zhanbolat Mamay"


def test_all_fines_under_an_article_are_found(page: Page) -> None:
    """From the article to its fines, and from their row to every event that names one under it."""
    sought(page, "488")
    page.locator("#names [data-kind=articles] a").first.click()
    page.wait_for_url("**/statutes/cao/488/**")

    page.get_by_role("link", name="Fine: ").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#sanction-fine")
    row = page.locator("#sanction-fine")
    named = set(row.locator("a").all_inner_texts())
    rows = page.locator(".row", has=page.locator(".sanction", has_text="fine"))

    assert row.inner_text().startswith("Fine")
    assert named == {words.split("·")[-1].strip() for words in rows.locator(".when").all_inner_texts()}


def test_what_happened_in_a_city_in_a_month_is_found(page: Page) -> None:
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Places").click()
    page.get_by_role("link", name="Oral", exact=True).first.click()
    page.wait_for_url("**/places/oral/**")

    month = page.locator("#month-2026-01")
    assert month.locator("h3").inner_text().startswith("January 2026")
    assert month.locator(".row").count() > 0


def test_an_event_is_cited(page: Page) -> None:
    """By its short form, to the very words to copy."""
    sought(page, "2022-12.18")
    page.wait_for_url("**/events/2022-12/18/**")

    page.get_by_role("button", name="Copy the citation").click()

    assert "Event 2022-12.18, Digest" in page.evaluate("String(getSelection())")
