"""The pages of cases, and what leads to them: events, people, feeds, dossiers, the search, the data."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import html5lib
import pytest
from jinja2 import FileSystemLoader

from chronicle.data import data_files, page_paths
from chronicle.feeds import feeds
from chronicle.leaks import LeakError, sealed
from chronicle.model import Chronicle, LedgerLine, Output
from chronicle.pages import all_pages
from chronicle.pages.cases import CasePage, CasesPage, case_page, cases_page
from chronicle.pages.follow import feeds_page
from chronicle.pages.home import home_page
from chronicle.pages.lookup import look_up
from chronicle.pages.records import Page
from chronicle.pages.subjects import subjects
from chronicle.pages.tombstones import tombstone_page
from chronicle.render import environment, render
from chronicle.search import search_files
from chronicle.tables import rows, source_of
from chronicle.withholding import Withheld
from tests.factories import UNITS, make_case, make_chronicle, make_event, make_site

SITE: Final = make_site()
ENV: Final = environment(FileSystemLoader(Path(__file__).parent.parent / "templates"))


def chronicle_with(*ids: str, **over: Any) -> Chronicle:
    chronicle = make_chronicle()
    return replace(chronicle, cases=(make_case(chronicle, *ids, **over),))


def page_of(chronicle: Chronicle, **site: Any) -> CasePage:
    lookup = look_up(chronicle, UNITS, "freeland")
    return case_page(chronicle.cases[0], lookup, make_site(**site))


def html_of(page: Page) -> str:
    (output,) = render([page], ENV, SITE)
    html5lib.HTMLParser(strict=True).parse(output.data.decode())
    return output.data.decode()


def test_a_case_shows_its_events_oldest_first_by_month() -> None:
    page = page_of(chronicle_with())

    assert (page.path, page.title) == ("cases/the-strike/index.html", "The strike in Westport")
    assert [(month.name, [entry.row.id for entry in month.entries]) for month in page.months] == [
        ("December 2022", ["2022-12.1", "2022-12.2"]),
        ("January 2026", ["2026-01.1"]),
    ]
    assert (page.count, page.span) == ("3 events", "December 2022 to January 2026")
    assert page.months[0].entries[0].headline.startswith("Doe Jane and Smith J.")
    assert [(one.label, one.remark) for one in page.people] == [("Jane Doe", "named in 3 of 3 events")]
    assert page.articles.items[0].label == "Criminal Code, Article 405"
    assert "Westport" in [one.label for one in page.places.items]
    assert page.description == "The strike in Westport. 3 events in the chronicle."


def test_few_events_are_not_drawn() -> None:
    chronicle = make_chronicle()
    more = tuple(make_event(label=str(n), ordinal=n) for n in range(3, 6))
    december = replace(chronicle.editions[0], events=(*chronicle.editions[0].events, *more))
    larger = replace(chronicle, editions=(december, *chronicle.editions[1:]))
    case = make_case(larger, *(event.id for event in larger.events))

    drawn = page_of(replace(larger, cases=(case,)))

    assert page_of(chronicle_with()).charts is None
    assert drawn.charts is not None
    assert "Provisions cited by month" in html_of(drawn)
    assert "by month" not in html_of(page_of(chronicle_with()))


def test_the_words_of_a_case_are_an_editors_markdown_and_lead_from_its_page() -> None:
    text = html_of(page_of(chronicle_with()))

    assert '<p>What it is about: <a href="../../people/jane-doe/index.html">Jane Doe</a>.</p>' in text
    assert "Being named here says nothing about guilt." in text
    assert 'href="../../cases/the-strike/dossier/index.html">Dossier</a>' in text
    assert 'href="../../cases/the-strike/feed.xml"' in text
    hostile = html_of(page_of(chronicle_with(about="<script>alert(1)</script>", title="<b>{{ 7*7 }}")))
    assert "<script>alert" not in hostile
    assert "&lt;b&gt;{{ 7*7 }}" in hostile


def test_a_case_without_people_or_provisions_says_nothing_of_them() -> None:
    text = html_of(page_of(replace(chronicle_with("2026-01.1", people=()), codes=())))

    assert "People of this case" not in text
    assert "Provisions cited" not in text


def test_the_list_of_cases_is_by_title() -> None:
    chronicle = make_chronicle()
    cases = (
        make_case(chronicle, id="b", title="B", people=("jane-doe", "john-doe")),
        make_case(chronicle, "2022-12.1", id="a", title="A", people=()),
    )
    page = cases_page(look_up(replace(chronicle, cases=cases), UNITS, "freeland"))

    assert page.count == "2 cases"
    assert [(one.ref.label, one.ref.href, one.ref.remark, one.people, one.span) for one in page.cases] == [
        ("A", "cases/a/index.html", "1 event", "", "December 2022"),
        ("B", "cases/b/index.html", "3 events", "Jane Doe and John Doe", "December 2022 to January 2026"),
    ]
    assert "Jane Doe and John Doe" in html_of(page)


def test_without_cases_the_list_says_so_and_nothing_else_speaks_of_them() -> None:
    pages = {page.path: page for page in all_pages(make_chronicle(), SITE, {}, UNITS)}

    assert isinstance(pages["cases/index.html"], CasesPage)
    assert "There is no case yet." in html_of(pages["cases/index.html"])
    assert "Part of" not in html_of(pages["events/2022-12/1/index.html"])
    assert "<dt>Cases" not in html_of(pages["people/jane-doe/index.html"])
    assert "All cases" not in html_of(pages["index.html"])


def test_events_and_people_lead_to_their_cases() -> None:
    chronicle = chronicle_with("2022-12.1")
    pages = {page.path: html_of(page) for page in all_pages(chronicle, SITE, {}, UNITS)}
    link = '<a href="{}cases/the-strike/index.html">The strike in Westport</a> <span class="remark">1 event</span>'

    assert link.format("../../../") in pages["events/2022-12/1/index.html"]
    assert "the-strike" not in pages["events/2022-12/2/index.html"]
    assert link.format("../../") in pages["people/jane-doe/index.html"]
    assert "the-strike" not in pages["people/richard-roe/index.html"]
    assert link.format("") in pages["index.html"]


def test_the_home_page_names_first_the_case_of_which_something_was_told_last() -> None:
    chronicle = make_chronicle()
    cases = (make_case(chronicle, "2022-12.1", title="A"), make_case(chronicle, "2026-01.1", title="B"))

    page = home_page(look_up(replace(chronicle, cases=cases), UNITS, "freeland"), SITE)

    assert [one.label for one in page.cases] == ["B", "A"]


def test_a_case_has_feeds_in_both_forms_and_stands_on_the_page_of_feeds() -> None:
    chronicle = chronicle_with("2022-12.1", "2026-01.1")
    files = {output.path: output.data for output in feeds(chronicle, SITE)}

    feed = json.loads(files["cases/the-strike/feed.json"])
    assert feed["title"] == "The strike in Westport · Freeland Chronicle"
    assert [item["url"] for item in feed["items"]] == [
        "https://chronicle.example/events/2026-01/1/",
        "https://chronicle.example/events/2022-12/1/",
    ]
    assert b"<title>The strike in Westport" in files["cases/the-strike/feed.xml"]
    (group,) = [
        g for g in feeds_page(look_up(chronicle, UNITS, "freeland"), SITE).groups if g.name == "Cases"
    ]
    assert [one.atom for one in group.lines] == ["cases/the-strike/feed.xml"]


def test_a_case_has_a_dossier() -> None:
    *_, subject = subjects(look_up(chronicle_with(), UNITS, "freeland"))

    assert (subject.path, subject.name) == ("cases/the-strike/index.html", "The strike in Westport")
    assert [event.id for event in subject.events] == ["2022-12.1", "2022-12.2", "2026-01.1"]
    assert subject.caveats[-1].startswith("An editor put these events together")


def test_the_search_finds_cases_by_title() -> None:
    *_, names = search_files(chronicle_with())

    assert '"cases":[["the-strike","The strike in Westport",3]]' in names.data.decode()


def test_a_table_tells_which_events_belong_to_which_case() -> None:
    source = source_of(chronicle_with("2022-12.1", "2022-12.2"), SITE)

    assert list(rows("cases", source)) == [
        (
            "the-strike",
            "https://chronicle.example/cases/the-strike/",
            "The strike in Westport",
            position,
            f"2022-12.{position}",
            f"https://chronicle.example/events/2022-12/{position}/",
            day,
        )
        for position, day in ((1, "2022-12-08"), (2, "2022-12-09"))
    ]


@pytest.mark.parametrize(("noindex", "listed"), [("none", True), ("all", False)])
def test_the_case_of_somebody_kept_from_search_engines_is_kept_from_them_too(
    noindex: Any, *, listed: bool
) -> None:
    chronicle, site = chronicle_with(), make_site(noindex=noindex)
    sitemap = next(one.data.decode() for one in data_files(chronicle, site) if one.path == "sitemap.xml")

    assert "cases/the-strike/index.html" in page_paths(chronicle)
    assert ("https://chronicle.example/cases/the-strike/" in sitemap) is listed
    assert "https://chronicle.example/cases/</loc>" in sitemap
    assert page_of(chronicle, noindex=noindex).noindex is not listed
    assert page_of(chronicle_with(people=()), noindex=noindex).noindex is False


def test_a_case_that_was_merged_leads_to_the_other_by_its_title() -> None:
    line = LedgerLine(kind="case", id="old", state="merged", to=("the-strike",))
    page = tombstone_page(line, look_up(chronicle_with(), UNITS, "freeland"))

    assert page.path == "cases/old/index.html"
    assert [(one.label, one.href) for one in page.leads] == [
        ("The strike in Westport", "cases/the-strike/index.html")
    ]
    assert [one.href for one in page.trail] == ["cases/index.html"]


def test_a_name_that_is_withheld_is_found_in_a_case_whatever_else_failed() -> None:
    """The search over all output finds it in the page, in the table and in the feed."""
    chronicle = chronicle_with(title="The trial of Zoe Hidden", people=())
    (page,) = render([page_of(chronicle)], ENV, SITE)
    names = Withheld(phrases=frozenset({("zoe", "hidden")}))
    names_file = [one for one in search_files(chronicle) if one.path.endswith("names.js")]

    for output in (page, *names_file, *(one for one in feeds(chronicle, SITE) if "cases/" in one.path)):
        assert re.search("Zoe Hidden", output.data.decode())
        with pytest.raises(LeakError):
            list(sealed([Output(output.path, output.data)], names))
