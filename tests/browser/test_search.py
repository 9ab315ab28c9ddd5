"""The search and lists that are narrowed, in headless Chromium: from the disk and from a server."""

from __future__ import annotations

import os
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from chronicle.model import Chronicle, Edition, Person
from chronicle.text import fold, fold_word
from tests.bench.search import files_of
from tests.browser.sites import marks, opened
from tests.test_site import real_chronicle, real_files

pytestmark = marks

#: what is typed, and what then stands first in a group of what is found
FOUND = (
    ("Жанболат Мамай", "people", "Zhanbolat Mamay"),
    ("Mamay Zh", "people", "Zhanbolat Mamay"),
    ("zhilanbaev", "people", "Marat Zhylanbayev"),
    ("Қозачков", "people", "Mikhail Kozachkov"),
    ("zhanb", "people", "Zhanbolat Mamay"),
    ("Nursultan", "places", "Astana"),
    ("Алматы", "places", "Almaty"),
    ("405", "articles", "CC 405"),
    ("405(2)", "articles", "CC 405, part 2"),
    ("cc 405", "articles", "CC 405"),
    ("CC 405, part 2", "articles", "CC 405, part 2"),
    ("article 405", "articles", "CC 405"),
    ("Article 405 of the Criminal Code", "articles", "CC 405"),
    ("banned extremist", "articles", "CC 405"),
    ("criminal code", "articles", "Criminal Code"),
    ("assembly", "topics", "Peaceful assembly"),
    ("killing zhubanazarov", "cases", "The killing of Ruslambek Zhubanazarov"),
    ("azattyq", "outlets", "Radio Azattyq"),
    ("december 2022", "digests", "December 2022"),
)


#: what no name is
ODD = (
    "   ", "", "(.*[+?^$|\\", "“", "\u200b", "🙂", "x" * 10_000, "Мамай court حكم 北京", "--- ...", "%00%",
    "<img src=x onerror=alert(1)>", "405(", "2022-13.1", "9999-99.9", "٣", "a " * 5_000,
)  # fmt: skip


class _Quiet(SimpleHTTPRequestHandler):
    """A server that says nothing."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing."""


@pytest.fixture(scope="session", params=["file", pytest.param("http", marks=pytest.mark.long)])
def site(request: pytest.FixtureRequest, folder: Path) -> Iterator[str]:
    """Return the address of the built site, with a slash at the end: on the disk, and on a server."""
    if request.param == "file":
        yield f"{folder.as_uri()}/"
        return
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@dataclass
class Visit:
    """A page that is looked at, with what it asked for and what it complained of."""

    page: Page
    asked: list[str]
    said: list[str]


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Visit]:
    """Open a page of its own; in the end, nothing elsewhere was asked, nothing complained of, nothing stored."""
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    # A browser asks every server for a picture of the site; that there is none is no fault of a page.
    page.on("console", lambda one: said.append(one.text) if "favicon" not in one.location["url"] else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    yield Visit(page, asked, said)
    stored = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")
    context.close()
    assert [url for url in asked if not url.startswith(site)] == []
    assert said == []
    assert stored == [0, 0, ""]


@pytest.fixture
def search(visit: Visit, site: str) -> Callable[[str], Page]:
    """Return what opens the search page with something behind its address."""

    def searched(behind: str = "") -> Page:
        visit.page.goto("about:blank")
        opened(visit.page, f"{site}search/index.html{behind}")
        return visit.page

    return searched


Search = Callable[..., Page]


def first(page: Page, kind: str) -> str:
    """Return the words of the first link of a group."""
    return page.locator(f"#names [data-kind={kind}] a").first.inner_text()


# ---------------------------------------------------------------- names


def test_names_are_found_in_every_spelling_and_script(search: Search) -> None:
    page = search()
    for query, kind, label in FOUND:
        page.fill("#q", query)
        assert first(page, kind).startswith(label) or label in first(page, kind), query


@pytest.mark.long
def test_what_matched_stands_in_bold(search: Search) -> None:
    page = search()

    page.fill("#q", "жанболат")
    # the person, and the case
    assert page.locator("#names mark").all_inner_texts() == ["Zhanbolat", "Zhanbolat"]
    page.fill("#q", "405(2)")
    assert page.locator("#names mark").all_inner_texts() == ["405"]
    page.fill("#q", "nursultan")
    assert page.locator("#names .also mark").all_inner_texts() == ["Nursultan"]


def test_an_article_leads_to_its_part(search: Search) -> None:
    page = search()

    page.fill("#q", "405(2)")
    link = page.locator("#names [data-kind=articles] a").first
    assert link.get_attribute("href") == "../statutes/cc/405/index.html#part-2"
    page.fill("#q", "405(77)")
    assert "none cites part 77" in page.locator("#names [data-kind=articles] li").first.inner_text()


@pytest.mark.long
def test_a_misspelt_name_is_found_and_said_to_be_similar(search: Search) -> None:
    page = search()
    page.fill("#q", "Kozatchkof")

    assert first(page, "people") == "Mikhail Kozachkov"
    assert "These names are similar" in page.inner_text("#names")


def test_any_query_is_answered(search: Search) -> None:
    """Also where the words are looked for in every text: signs, spaces, 10,000 characters, three scripts."""
    page = search("#text=yes")
    for query in ODD:
        page.fill("#q", query)
        page.wait_for_timeout(120)
        assert page.is_visible("#too-long") == (len(query) > 300), query
        assert page.locator("#panel").is_visible()
    page.wait_for_function("(hash) => location.hash === hash", arg="#q=a" + "+a" * 149 + "&text=yes")


def test_the_key_of_a_name_is_the_same_in_the_browser(search: Search) -> None:
    """For every name, spelling and word of the site, and for every letter of the alphabets it knows."""
    chronicle = real_chronicle()
    names = {form for one in chronicle.people for form in (one.name, *one.printed)}
    names |= {form for one in chronicle.places for form in (one.name, *one.former, *one.other)}
    names |= {word for event in chronicle.events for word in event.text.split()}
    names |= {chr(code) for first, last in ((0x20, 0x6FF), (0x1E00, 0x2000)) for code in range(first, last)}
    names |= {
        "Жылқайдар Әлнұр",
        "Щербаков\u00a0Ю.",
        "O'Brien-Smith",
        "ŞİMŞEK",
        "Ｆｕｌｌ",
        "ﬁn",
        "a\x1cb\x85c\ufeffd",
    }
    listed = sorted(names)

    page = search()
    found = page.evaluate(
        """async ([names]) => {
          const data = await chronicle.load('names');
          const fold = new chronicle.Fold(data);
          return names.map((name) => [fold.name(name), fold.word(name)]);
        }""",
        [listed],
    )

    wrong = [(n, f) for n, f in zip(listed, found, strict=True) if f != [fold(n), fold_word(n)]]
    assert wrong == []


# ---------------------------------------------------------------- straight to an event


def test_the_short_form_goes_straight_to_its_event(search: Search, site: str) -> None:
    page = search()
    page.fill("#q", "2022-12.18")
    assert page.inner_text("#names").startswith("Event")
    page.press("#q", "Enter")
    page.wait_for_url(f"{site}events/2022-12/18/index.html")
    page.fill(".seek input", "2026-01.40")
    page.press(".seek input", "Enter")
    page.wait_for_url(f"{site}events/2026-01/40/index.html")
    page.go_back()
    page.wait_for_selector("html[data-search=ready]")
    assert first(page, "event") == "Event 2026-01.40"


def test_a_box_on_every_page_leads_to_the_search(visit: Visit, site: str) -> None:
    """Who is told no name is shown the words of events; who is told one is not made to load them."""
    page = visit.page
    page.goto(f"{site}people/index.html")
    page.fill(".seek input", "мамай")
    page.press(".seek input", "Enter")
    page.wait_for_selector("html[data-search=ready]")
    assert first(page, "people") == "Zhanbolat Mamay"
    assert not page.is_visible("#events")
    page.goto(f"{site}events/2022-12/18/index.html")
    page.fill(".seek input", "posters")
    page.click(".seek button")
    page.wait_for_selector("#rows mark")
    assert {word.casefold() for word in page.locator("#rows mark").all_inner_texts()} <= {"posters", "poster"}


# ---------------------------------------------------------------- full text


def loaded(visit: Visit) -> list[str]:
    """Return the data files that were asked for, in order."""
    return [found[1] for url in visit.asked if (found := re.search(r"/search/(\w+)\.js$", url))]


def test_texts_are_loaded_only_when_asked_for_newest_first(visit: Visit, search: Search) -> None:
    page = search()
    page.fill("#q", "hunger strike")
    page.wait_for_timeout(400)
    assert loaded(visit) == ["names"]
    page.click("#ask button")
    page.wait_for_selector("#rows mark")
    expect(page.locator("#progress")).to_be_hidden()
    assert loaded(visit) == ["names", "2026", "2022"]
    assert page.evaluate("document.activeElement.id") == "q"


@pytest.mark.long
def test_a_year_that_is_ticked_is_the_only_one_loaded(visit: Visit, search: Search) -> None:
    page = search("#year=2022")
    page.wait_for_selector("#rows a")
    expect(page.locator("#progress")).to_be_hidden()

    assert loaded(visit) == ["names", "2022"]
    assert page.inner_text("#events-count") == "121, newest first"


def test_the_whole_state_stands_in_the_address(search: Search, browser: Browser) -> None:
    page = search()
    page.fill("#q", "court")
    page.press("#q", "Enter")
    page.wait_for_selector("#rows mark")
    page.click("[data-facet=topic] summary")
    page.check("[data-facet=topic] input[value=assembly]")
    page.click("[data-facet=year] summary")
    page.check("[data-facet=year] input[value='2026']")
    page.wait_for_function(
        "(hash) => location.hash === hash", arg="#q=court&topic=assembly&year=2026&text=yes"
    )
    address, count = page.url, page.inner_text("#events-count")

    sent = browser.new_page()
    sent.goto(address)
    sent.wait_for_selector("#rows mark")
    sent.wait_for_selector("#progress", state="hidden")
    expect(sent.locator("#events-count")).to_have_text(count)
    assert sent.input_value("#q") == "court"
    assert sent.is_checked("[data-facet=topic] input[value=assembly]")
    sent.close()


@pytest.mark.long
def test_counts_say_what_another_tick_would_leave(search: Search) -> None:
    page = search("#topic=assembly")
    page.wait_for_selector("#rows a")
    expect(page.locator("#progress")).to_be_hidden()
    page.click("[data-facet=place] summary")
    beside = page.locator("[data-facet=place] li:not([hidden])", has_text="Astana").first
    number = int(beside.locator(".count").inner_text())

    beside.locator("input").check()

    expect(page.locator("#events-count")).to_have_text(f"{number}, newest first")


def test_a_facet_that_does_not_exist_is_named_and_dropped(search: Search) -> None:
    page = search("#q=mamay&colour=red&place=atlantis&topic=assembly")

    expect(page.locator("#dropped")).to_have_text(
        "The address asks for what is not here, and that was left out: colour “red”, place “atlantis”."
    )
    page.wait_for_function("(hash) => location.hash === hash", arg="#q=mamay&topic=assembly")


@pytest.mark.long
def test_a_file_that_is_missing_is_said_and_can_be_asked_for_again(
    browser: Browser, folder: Path, tmp_path: Path
) -> None:
    """In a copy: others search the same site."""
    copy = tmp_path / "site"
    shutil.copytree(folder, copy, copy_function=os.link)
    (copy / "search" / "2022.js").unlink()
    context = browser.new_context()
    page = context.new_page()
    opened(page, (copy / "search" / "index.html").as_uri())
    page.fill("#q", "court")
    page.press("#q", "Enter")
    expect(page.locator("#progress-words")).to_contain_text("The events of 2022 could not be read.")
    (copy / "search" / "2022.js").hardlink_to(folder / "search" / "2022.js")
    page.click("#again")
    expect(page.locator("#progress")).to_be_hidden()
    assert page.locator("#rows li").count() == 20
    context.close()


@pytest.mark.long
def test_an_outlet_leads_to_the_events_that_cite_it(search: Search) -> None:
    page = search()
    page.fill("#q", "azattyq")
    page.locator("#names [data-kind=outlets] a").first.click()
    page.wait_for_selector("#rows a")
    expect(page.locator("#progress")).to_be_hidden()

    assert page.inner_text("#events-count") == "9, newest first"


@pytest.mark.long
def test_the_keyboard_alone_reaches_everything(search: Search) -> None:
    page = search()
    page.focus("#q")
    page.keyboard.type("court")
    page.keyboard.press("Enter")
    page.wait_for_selector("#rows mark")
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(
            page.evaluate("document.activeElement.closest('[id]')?.id + ' ' + document.activeElement.tagName")
        )
    assert {"facets SUMMARY", "rows A", "more BUTTON"} <= reached
    page.focus("#more")
    page.keyboard.press("Enter")
    assert page.locator("#rows li").count() == 40
    assert page.evaluate("document.activeElement.closest('li') === document.querySelectorAll('#rows li')[20]")


def test_without_a_script_the_page_says_what_to_use_instead(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}search/index.html")

    assert "needs JavaScript" in page.inner_text("main")
    assert page.locator("main a").all_inner_texts() == ["People", "Places", "Statutes", "Topics", "Cases", "Sources", "Editions", "Data"]  # fmt: skip
    assert not page.locator("#search").is_visible()
    context.close()


# ---------------------------------------------------------------- lists


def shown(page: Page) -> int:
    """Return how many rows are to be seen."""
    return page.locator(".row:not([hidden])").count()


def test_a_long_list_is_narrowed_in_place(visit: Visit, site: str) -> None:
    page = visit.page
    page.goto(f"{site}places/almaty/index.html")
    assert page.inner_text("#filter .status") == "All 63 events shown."
    page.focus("#filter [data-facet=topic] summary")
    page.keyboard.press("Enter")
    box = page.locator("#filter [data-facet=topic] input[value=assembly]")
    box.focus()
    page.keyboard.press("Space")

    assert page.inner_text("#filter .status") == "13 of 63 events shown."
    assert shown(page) == 13
    assert page.url.endswith("/places/almaty/index.html#topic=assembly")
    assert page.locator(".month:not([hidden]) h3 .remark").first.inner_text().endswith("events")
    assert " of " in page.locator(".month:not([hidden]) h3 .remark").first.inner_text()
    assert page.get_attribute("#filter .status", "role") == "status"
    page.click("#filter button")
    assert (shown(page), page.url) == (63, f"{site}places/almaty/index.html")


@pytest.mark.long
def test_a_narrowed_list_can_be_sent(visit: Visit, site: str) -> None:
    page = visit.page
    page.goto(f"{site}topics/detention/index.html#year=2022&place=almaty&place=atlantis&colour=red")

    assert page.inner_text("#filter .notice").endswith("left out: place “atlantis”, colour “red”.")
    assert page.url.endswith("#place=almaty&year=2022")
    assert 0 < shown(page) < 54
    assert shown(page) == int(page.inner_text("#filter .status").split()[0])


@pytest.mark.long
def test_an_anchor_of_a_list_is_no_state_of_it(visit: Visit, site: str) -> None:
    page = visit.page
    page.goto(f"{site}places/almaty/index.html#month-2022-12")

    assert page.inner_text("#filter .status") == "All 63 events shown."
    assert page.url.endswith("#month-2022-12")
    assert page.locator("#filter .notice").is_hidden()


@pytest.mark.long
def test_a_short_list_has_no_filter_and_no_script(visit: Visit, site: str) -> None:
    page = visit.page
    page.goto(f"{site}people/zhanbolat-mamay/index.html")

    assert page.locator("#filter, script, [data-facets]").count() == 0


@pytest.mark.long
def test_without_a_script_the_whole_list_is_there(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}places/almaty/index.html#topic=assembly")

    assert shown(page) == 63
    assert not page.locator("#filter").is_visible()
    context.close()


# ---------------------------------------------------------------- grows


def grown(events: int) -> Chronicle:
    """Return the real chronicle over and over, a year each, until it has so many *events*, and people to match."""
    real = real_chronicle()
    editions: list[Edition] = []
    year = 2000
    while sum(len(one.events) for one in editions) < events:
        for month, edition in zip(range(1, 13), real.editions * 6, strict=True):
            key = f"{year}-{month:02}"
            again = tuple(
                replace(one, edition=key, label=str(n), date=None) for n, one in enumerate(edition.events, 1)
            )
            editions.append(replace(edition, id=key, title="", events=again))
        year += 1
    people = tuple(_another(one, n) for n in range(events // 2 // len(real.people)) for one in real.people)
    return replace(real, editions=tuple(editions), people=people)


def _another(person: Person, n: int) -> Person:
    word = "".join("aeioukrstlmn"[n // 12**place % 12] for place in range(3))
    return replace(person, name=f"{person.name}{word}", id=f"{person.id}{word}", printed=())


_KEY = """
(query) => {
  const box = document.getElementById('q');
  const started = performance.now();
  box.value = query;
  box.dispatchEvent(new Event('input', {bubbles: true}));
  return performance.now() - started;
}
"""


@pytest.mark.scaling
@pytest.mark.long
def test_the_first_result_comes_within_100_ms_of_a_key_at_28_000_events(
    browser: Browser, tmp_path: Path
) -> None:
    """Of three tries the best, for the machine may be at something else."""
    chronicle = grown(28_000)
    for path, data in files_of(chronicle).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    page = browser.new_page()
    opened(page, f"{(tmp_path / 'search/index.html').as_uri()}#text=yes")
    page.wait_for_selector("#progress", state="visible")
    page.wait_for_selector("#progress", state="hidden", timeout=240_000)

    slow = []
    for word in ("zhanbolat", "Қозач", "405(2)", "torture", "kzzzx"):
        for end in range(1, len(word) + 1):
            took = []
            for _ in range(3):
                took.append(page.evaluate(_KEY, word[:end]))
                page.wait_for_timeout(30)
            slow += [(word[:end], min(took))] if min(took) >= 100 else []
    number = sum(len(one.events) for one in chronicle.editions)
    shown_events = page.inner_text("#ask button")
    page.close()

    assert f"{number:,}" in shown_events or number >= 28_000
    assert slow == []


def test_every_file_that_is_loaded_is_one_of_the_site(visit: Visit, search: Search, site: str) -> None:
    page = search("#text=yes&q=court")
    page.wait_for_selector("#rows mark")

    assert {url.removeprefix(site).split("#")[0] for url in visit.asked} <= {*real_files(), "favicon.ico"}
