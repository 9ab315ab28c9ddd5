"""Dossiers: everything in full, in order, on pages that stay usable; nobody in them who stands in no list."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path
from typing import Final

import html5lib
from jinja2 import FileSystemLoader

from chronicle.model import Chronicle, Copy, Correction, Topic
from chronicle.pages.dossiers import MOST, DossierPage, dossier_pages
from chronicle.pages.lookup import look_up
from chronicle.render import environment, render
from tests.factories import TEXT, UNITS, make_chronicle, make_edition, make_event, make_note, make_site

SITE: Final = make_site()
TEMPLATES: Final = environment(FileSystemLoader(Path(__file__).parent.parent / "templates"))


def dossiers(chronicle: Chronicle) -> dict[str, DossierPage]:
    return {page.path: page for page in dossier_pages(look_up(chronicle, UNITS, "freeland"), SITE)}


def shown(page: DossierPage) -> str:
    (output,) = render([page], TEMPLATES, SITE)
    parser = html5lib.HTMLParser(strict=True)
    parser.parse(output.data.decode())
    return output.data.decode()


PAGES: Final = dossiers(make_chronicle())


def on_topic(number: int, *, months: int = 12) -> Chronicle:
    """Return a chronicle of one topic with *number* events a year in 2021 and one in 2022, over so many months."""
    days = [dt.date(2021, 1 + n % months, 1) for n in range(number)]
    events = tuple(
        make_event(
            text=f"January 1 Entry {n}",
            label=str(n),
            edition="2021-01",
            date=day,
            topics=("x",),
            title=str(n),
        )
        for n, day in enumerate(days, start=1)
    )
    late = make_event(
        text="May 5 Last", edition="2022-05", date=dt.date(2022, 5, 5), topics=("x",), title="Last"
    )
    topic = Topic(id="x", name="X", about="What's 'x'.", events=(*events, late))
    return replace(make_chronicle(make_edition(*events), make_edition(late)), topics=(topic,))


def test_every_person_place_article_and_topic_has_a_dossier() -> None:
    assert list(PAGES) == [
        "people/jane-doe/dossier/index.html",
        "people/john-doe/dossier/index.html",
        "people/richard-roe/dossier/index.html",
        "places/farland/dossier/index.html",
        "places/farville/dossier/index.html",
        "places/freeland/dossier/index.html",
        "places/lost-hamlet/dossier/index.html",
        "places/west-region/dossier/index.html",
        "places/westport/dossier/index.html",
        "statutes/cc/274/dossier/index.html",
        "statutes/cc/405/dossier/index.html",
        "statutes/cao/10/dossier/index.html",
        "topics/detention/dossier/index.html",
        "topics/labour/dossier/index.html",
    ]


def test_a_dossier_says_what_it_is_of_what_day_and_how_it_is_cited() -> None:
    page = PAGES["people/jane-doe/dossier/index.html"]

    assert (page.title, page.count, page.span) == (
        "Dossier: Jane Doe",
        "3 events",
        "December 2022 to January 2026",
    )
    assert page.subject_address == "https://chronicle.example/people/jane-doe/"
    assert page.citation == (
        "Dossier: Jane Doe. Freeland Chronicle, published by nobody in particular. As of 31 January 2026. "
        "https://chronicle.example/people/jane-doe/dossier/ Accessed: ____________________."
    )
    assert page.noindex


def test_the_events_of_a_person_stand_in_order_with_the_part_played() -> None:
    events = PAGES["people/jane-doe/dossier/index.html"].events

    assert [(one.id, one.part) for one in events] == [
        ("2022-12.1", "as one of those concerned"),
        ("2022-12.2", "as a relative"),
        ("2026-01.1", "as one of those concerned"),
    ]


def test_no_provision_and_no_sanction_stands_beside_someone_whom_an_event_is_not_about() -> None:
    """A judge is named in events that cite an article, and has nothing to do with it."""
    (first, *_) = PAGES["people/richard-roe/dossier/index.html"].events
    (same, *_) = PAGES["people/jane-doe/dossier/index.html"].events

    assert (first.provisions, first.sanctions) == ("", "")
    assert (same.provisions, same.sanctions) == (
        "Article 405, part 2, Criminal Code",
        "15 days of administrative detention",
    )


def test_an_event_stands_in_full_with_sources_and_corrections() -> None:
    copy = Copy(url="https://archive.example/1", date=dt.date(2023, 5, 3))
    event = make_event(
        notes=(make_note(TEXT, 1, "https://daily.example/1", copy=copy), make_note(TEXT, 2, "https://daily.example/2")),
        corrections=(
            Correction(field="date", printed="December 8", meant="2022-12-08", reason="r.", date=dt.date(2026, 1, 2), noticed="N."),
        ),
    )  # fmt: skip

    page = dossiers(make_chronicle(make_edition(event)))["statutes/cc/405/dossier/index.html"]

    (one,) = page.events
    assert one.paragraphs == (TEXT,)
    assert one.address == "https://chronicle.example/events/2022-12/1/"
    assert one.printed_in == "Digest of December 2022, file 2022-12.txt, line 1"
    assert [(each.line.url, each.line.copy, each.seen) for each in one.sources] == [
        ("https://daily.example/1", "https://archive.example/1", ""),
        ("https://daily.example/2", "", "seen by 31 December 2022 at the latest"),
    ]
    text = re.sub(r"<[^>]*>|\s+", " ", shown(page))
    for words in (
        "archived copy of 3 May 2023",
        "https://archive.example/1",
        "noticed by N.",
        "Taking part in a",
    ):
        assert words in text


def test_every_address_is_printed_in_words() -> None:
    """On paper nothing can be followed: what a link leads to outside the site is what it says."""
    for page in PAGES.values():
        for href, words in re.findall(r'<a class="address" href="([^"]*)"[^>]*>([^<]*)</a>', shown(page)):
            assert href == words
        for one in page.events:
            assert f'<span class="address">{one.address}</span>' in shown(page)


def test_no_child_is_named_and_that_a_name_is_missing_is_said() -> None:
    for page in PAGES.values():
        assert "Tim" not in shown(page)
    page = PAGES["people/john-doe/dossier/index.html"]
    assert "[name withheld]" in page.events[0].paragraphs[0]
    assert any("replaced by words in brackets" in one for one in page.caveats)


def test_an_article_says_that_being_cited_is_no_charge() -> None:
    page = PAGES["statutes/cc/405/dossier/index.html"]

    assert page.about == (
        "An article of law, “Taking part in a banned organisation” (in a digest’s words): every event that cites it."
    )
    assert page.caveats[0].startswith(
        "That an event cites an article does not say that anyone named in it was charged"
    )
    assert "title not recorded" in PAGES["statutes/cao/10/dossier/index.html"].about


def test_a_place_holds_what_happened_within_it_and_a_country_does_not() -> None:
    region, country = (
        PAGES["places/west-region/dossier/index.html"],
        PAGES["places/freeland/dossier/index.html"],
    )

    assert region.about == "Region in Freeland: every event that names it, or a place that lies in it."
    assert [one.id for one in region.events] == ["2022-12.1"]
    assert (country.events, country.count) == ((), "0 events")
    assert any("have their own" in one for one in country.caveats)
    assert any(
        "Not in the gazetteer" in one for one in PAGES["places/lost-hamlet/dossier/index.html"].caveats
    )


def test_what_one_page_can_hold_stands_on_one_page() -> None:
    pages = dossiers(on_topic(MOST - 1))

    page = pages["topics/x/dossier/index.html"]
    assert (len(page.events), page.parts) == (MOST, ())
    assert page.about == "A topic. What’s ‘x’." or page.about.startswith("A topic. What’s")
    assert not [path for path in pages if path.startswith("topics/x/dossier/2")]


def test_what_is_too_much_for_one_page_is_parted_by_year() -> None:
    pages = dossiers(on_topic(MOST))

    page = pages["topics/x/dossier/index.html"]
    assert (page.events, page.count) == ((), "501 events")
    assert [(one.label, one.href, one.remark) for one in page.parts] == [
        ("2021", "topics/x/dossier/2021/index.html", "500 events"),
        ("2022", "topics/x/dossier/2022/index.html", "1 event"),
    ]
    assert len(pages["topics/x/dossier/2021/index.html"].events) == MOST
    assert pages["topics/x/dossier/2022/index.html"].title == "Dossier: X, 2022"
    assert "In parts" in shown(page)


def test_a_year_that_is_too_much_for_one_page_is_parted_by_month() -> None:
    """3,000 events in one year: no page has more than 500, and none is lost or twice."""
    pages = dossiers(on_topic(3000))

    parts = [pages[one.href] for one in pages["topics/x/dossier/index.html"].parts]
    assert [one.part for one in parts][:2] == ["January 2021", "February 2021"]
    assert parts[-1].part == "2022"
    found = [event.id for page in parts for event in page.events]
    assert (len(found), len(set(found))) == (3001, 3001)
    assert max(len(page.events) for page in parts) <= MOST
