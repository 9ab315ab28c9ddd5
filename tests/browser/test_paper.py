"""Events and dossiers on A4: the address of the page and every source stand there in letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.sites import Built, marks

pytestmark = [*marks, pytest.mark.long]


@pytest.fixture
def paper(browser: Browser) -> Iterator[Page]:
    """Open a page as it is printed on A4 with margins."""
    context = browser.new_context(viewport={"width": 658, "height": 980})
    page = context.new_page()
    page.emulate_media(media="print")
    yield page
    context.close()


def sources(page: bytes) -> set[str]:
    """Return the addresses of the sources of a page."""
    return {unescape(one) for one in re.findall(r'<a class="address" href="([^"]*)"', page.decode())}


@pytest.mark.parametrize("kind", ["event.html", "dossier.html"])
def test_paper_keeps_addresses_and_sources(paper: Page, real: Built, kind: str) -> None:
    """Nothing of them is hidden, cut off, or left to a link that paper has not."""
    for path in real.kinds[kind][:: max(1, len(real.kinds[kind]) // 4)]:
        paper.goto(real.uri(path))

        shown = paper.inner_text("body")
        wanted = sources((real.root / path).read_bytes())
        address = paper.get_attribute('link[rel="canonical"]', "href") or "none"
        assert {one for one in wanted if one not in shown} == set(), path
        assert address.removesuffix("dossier/") in shown, path
        assert paper.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        assert not paper.locator("header nav").first.is_visible(), path


def test_a_dossier_becomes_a_file_of_its_pages(paper: Page, real: Built) -> None:
    """A PDF of A4, with more than one page where there is more than one page of text."""
    paper.goto(real.uri("people/mikhail-kozachkov/dossier/index.html"))

    made = paper.pdf(format="A4", prefer_css_page_size=True)

    boxes = {tuple(map(float, one.split())) for one in re.findall(rb"/MediaBox \[([^\]]*)\]", made)}
    assert {(round(box[2]), round(box[3])) for box in boxes} <= {(595, 842), (596, 842), (595, 841)}
    assert len(re.findall(rb"/Type /Page\b", made)) > 1
