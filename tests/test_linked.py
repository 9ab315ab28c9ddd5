"""What an event's page says to programs: it parses whatever the words hold, and names nobody without a page."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import html5lib
import pytest
from hypothesis import given, settings, strategies as st
from jinja2 import FileSystemLoader

from chronicle.model import Chronicle, Correction, Event
from chronicle.pages.event import event_pages
from chronicle.pages.lookup import look_up
from chronicle.render import environment, render
from tests.factories import (
    UNITS,
    make_chronicle,
    make_edition,
    make_event,
    make_events,
    make_note,
    make_person,
    make_place,
    make_site,
)

TEMPLATES: Final = environment(FileSystemLoader(Path(__file__).parent.parent / "templates"))
NASTY: Final = (
    "</script><script>alert(1)</script>",
    "</ScRiPt >",
    "<!-- <script>",
    "-->",
    "]]>",
    "\\u003c/script\\u003e",
    "\"'&amp;&lt;\\",
    "\u2028\u2029",
    "{{ 7*7 }}{% raw %}",
    "\u05d0\u202a\U0001f600",
    "a\n\tb",
)


def of(chronicle: Chronicle, name: str, **facts: Any) -> dict[str, Any]:
    """Return what the page of the event *name* says to programs, read from the page as a browser does."""
    site = make_site(**facts)
    lookup = look_up(chronicle, UNITS, "freeland")
    pages = [page for edition in chronicle.editions for page in event_pages(edition, lookup, site)]
    (output,) = render([page for page in pages if page.id == name], TEMPLATES, site)
    page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(output.data.decode())
    (script,) = (one for one in page.iter("script") if "src" not in one.attrib)
    assert script.attrib == {"type": "application/ld+json"}
    found: dict[str, Any] = json.loads(script.text or "")
    return found


def only(event: Event, **over: Any) -> dict[str, Any]:
    return of(make_chronicle(make_edition(event, **over)), event.id)


def test_an_event_is_an_article_based_on_its_digest() -> None:
    """About are its places and those concerned; an official is mentioned only, someone without a page is not named."""
    assert of(make_chronicle(), "2022-12.1") == {
        "@context": "https://schema.org",
        "@type": "Article",
        "name": make_events()[0].title,
        "identifier": "2022-12.1",
        "url": "https://chronicle.example/events/2022-12/1/",
        "inLanguage": "en",
        "datePublished": "2022-12-31",
        "dateModified": "2022-12-31",
        "publisher": {"@type": "Organization", "name": "nobody in particular"},
        "isBasedOn": {
            "@type": "CreativeWork",
            "name": "Digest of December 2022",
            "identifier": "ab" * 32,
            "url": "https://digests.example/2022-12",
        },
        "about": [
            {"@type": "Place", "name": "Westport", "url": "https://chronicle.example/places/westport/"},
            {"@type": "Place", "name": "West Region", "url": "https://chronicle.example/places/west-region/"},
            {"@type": "Person", "name": "Jane Doe", "url": "https://chronicle.example/people/jane-doe/"},
        ],
        "mentions": [
            {"@type": "Person", "name": "Richard Roe", "url": "https://chronicle.example/people/richard-roe/"},
        ],
        "citation": ["https://daily.example/1"],
        "license": "https://creativecommons.org/licenses/by/4.0/",
    }  # fmt: skip


def test_a_correction_is_a_comment_and_the_page_is_as_new_as_the_last() -> None:
    record = of(make_chronicle(), "2022-12.2", licence_address="")

    assert record["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "Date: printed “January 9”, meant “9 December 2022”. It stands between entries of December.",
            "datePublished": "2026-01-02",
        }
    ]
    assert (record["dateModified"], "license" in record) == ("2026-01-02", False)


def test_nobody_without_a_page_is_named() -> None:
    """Not a child, not who is kept out of the index, not who is known by initials; nor in a correction."""
    text = "December 8 Kidd Kim, 12, Coe Ann, Poe A., Doe Jane"
    people = (
        make_person(text, "Kidd Kim", id=None, age=12),
        make_person(text, "Coe Ann", id=None),
        make_person(text, "Poe A."),
        make_person(text, "Doe Jane"),
    )
    change = Correction(
        field="person", printed="Kidd Kim", meant="Kidd Tim", reason="r", date=dt.date(2026, 1, 2)
    )

    record = only(make_event(text=text, title="An event", people=people, corrections=(change,)))

    said = json.dumps(record)
    assert [one["name"] for one in record["about"] if one["@type"] == "Person"] == ["Jane Doe"]
    assert not [name for name in ("Kidd", "Kim", "Tim", "Coe", "Ann", "Poe") if name in said]


def test_a_place_without_a_page_is_not_named() -> None:
    text = "December 8, Westport, Farville, x"
    event = make_event(
        text=text,
        people=(),
        dateline=(make_place(text, "westport", "Westport"),),
        mentions=(make_place(text, "farville", "Farville"),),
    )
    chronicle = make_chronicle(make_edition(event))
    known = replace(chronicle, places=tuple(one for one in chronicle.places if one.id != "farville"))

    assert "Farville" not in json.dumps(
        {key: value for key, value in of(known, event.id).items() if key != "name"}
    )


@pytest.mark.parametrize(
    "address", ["", "javascript:alert(1)", "https://user:secret@a.example/", "http://10.0.0.1/"]
)
def test_an_address_that_is_no_link_stands_nowhere(address: str) -> None:
    text = "December 8 a[1] b[2] c[3]"
    notes = (
        make_note(text, 1, address or None),
        make_note(text, 2, "https://b.example/", safe=False),
        make_note(text, 3, "https://c.example/?q=1"),
    )

    record = only(make_event(text=text, notes=notes), address=address)

    assert record["citation"] == ["https://c.example/?q=1"]
    assert "url" not in record["isBasedOn"]


def test_what_there_is_none_of_is_not_said() -> None:
    event = make_event(text="December 8 x", people=(), dateline=(), mentions=(), notes=())

    assert not {"about", "mentions", "citation", "correction"} & only(event).keys()


@pytest.mark.parametrize("words", NASTY)
def test_no_words_break_out(words: str) -> None:
    change = Correction(
        field="note", printed=words, meant=words, reason=words, date=dt.date(2026, 1, 2), noticed=words
    )

    record = only(make_event(title=words, corrections=(change,)), title=words)

    assert (record["name"], record["isBasedOn"]["name"]) == (words, words)
    assert record["correction"][0]["text"].startswith(f"Editor’s note on “{words}”: {words}")


@settings(deadline=None, max_examples=60)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
def test_any_title_is_what_it_is(words: str) -> None:
    assert only(make_event(title=words))["name"] == words
