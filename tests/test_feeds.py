"""Feeds: which there are, what stands in them, and that nothing in them is live or comes from a clock."""

from __future__ import annotations

import dataclasses
import datetime as dt
from xml.etree import ElementTree as ET

import pytest

from chronicle.feeds import NEWEST, feeds
from chronicle.model import Correction
from tests.chronicles import FIRST, SECOND, SITE, SMALL, THIRD

ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = {output.path: output.data for output in feeds(SMALL, SITE)}


def texts(path: str, tag: str) -> list[str]:
    return [element.text or "" for element in ET.fromstring(FEEDS[path]).iter(f"{ATOM}{tag}")]


def test_there_is_a_feed_for_the_site_and_every_person_place_statute_and_topic() -> None:
    assert list(FEEDS) == [
        "feed.xml",
        "people/ada-noname/feed.xml",
        "places/land/feed.xml",
        "places/town/feed.xml",
        "statutes/cc/405/feed.xml",
        "statutes/cc/feed.xml",
        "topics/assembly/feed.xml",
        "topics/digital/feed.xml",
        "corrections/feed.xml",
    ]


@pytest.mark.parametrize("path", FEEDS)
def test_every_feed_has_what_atom_asks_for(path: str) -> None:
    feed = ET.fromstring(FEEDS[path])

    for element in (feed, *feed.iter(f"{ATOM}entry")):
        assert all(element.findtext(f"{ATOM}{tag}") for tag in ("id", "title", "updated"))
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "The publisher"


def test_the_newest_event_comes_first_under_its_permanent_address() -> None:
    assert texts("feed.xml", "id") == [
        "https://example.org/c/",
        "https://example.org/c/events/2031-02/1/",
        "https://example.org/c/events/2031-01/2/",
        "https://example.org/c/events/2031-01/1/",
    ]


def test_links_are_absolute_and_lead_to_our_pages() -> None:
    feed = ET.fromstring(FEEDS["people/ada-noname/feed.xml"])

    assert [link.get("href") for link in feed.iter(f"{ATOM}link")] == [
        "https://example.org/c/people/ada-noname/",
        "https://example.org/c/people/ada-noname/feed.xml",
        "https://example.org/c/events/2031-02/1/",
        "https://example.org/c/events/2031-01/1/",
    ]


def test_an_entry_is_dated_by_its_edition_and_by_its_last_correction() -> None:
    assert texts("feed.xml", "published") == ["2031-02-28T00:00:00Z", *["2031-01-31T00:00:00Z"] * 2]
    assert texts("feed.xml", "updated") == [
        "2031-02-28T00:00:00Z",
        "2031-02-28T00:00:00Z",
        "2031-01-31T00:00:00Z",
        "2031-02-09T00:00:00Z",
    ]


def test_a_feed_without_entries_is_dated_by_the_build() -> None:
    assert texts("topics/digital/feed.xml", "updated") == ["2031-03-01T00:00:00Z"]


def test_the_words_of_a_digest_are_text_to_a_readers_program() -> None:
    assert texts("topics/assembly/feed.xml", "summary") == [
        "January 1, Towne, Noname A. and [name withheld] &lt;script&gt;alert(1)&lt;/script&gt; ]]&gt; &amp; {{ 7 }}[1][2]."
    ]


def test_the_feed_of_a_place_holds_what_happened_in_places_that_lie_in_it() -> None:
    assert texts("places/land/feed.xml", "title") == ["Land · A chronicle", FIRST.title]


def test_a_child_is_named_in_no_feed() -> None:
    assert not [path for path, data in FEEDS.items() if b"Kidd" in data]


def test_a_feed_holds_the_newest_fifty() -> None:
    many = tuple(dataclasses.replace(SECOND, label=str(n), ordinal=n) for n in range(1, 71))
    edition = dataclasses.replace(SMALL.editions[0], events=many)
    chronicle = dataclasses.replace(SMALL, editions=(edition,), people=(), places=(), codes=(), topics=())

    feed, _ = feeds(chronicle, SITE)

    ids = [e.findtext(f"{ATOM}id") for e in ET.fromstring(feed.data).iter(f"{ATOM}entry")]
    assert len(ids) == NEWEST
    assert (ids[0], ids[-1]) == (
        "https://example.org/c/events/2031-01/70/",
        "https://example.org/c/events/2031-01/21/",
    )


def test_a_correction_is_an_entry_under_an_id_of_its_own() -> None:
    (entry,) = ET.fromstring(FEEDS["corrections/feed.xml"]).iter(f"{ATOM}entry")

    assert {element.tag.removeprefix(ATOM): element.text for element in entry if element.text} == {
        "id": "https://example.org/c/events/2031-01/1/#correction-place-2031-02-09-1",
        "title": "2031-01.1: Place",
        "published": "2031-02-09T00:00:00Z",
        "updated": "2031-02-09T00:00:00Z",
        "summary": "Place: printed “Towne”, meant “Town”. a misprint.",
    }
    assert [link.get("href") for link in entry.iter(f"{ATOM}link")] == [
        "https://example.org/c/events/2031-01/1/"
    ]


def test_a_feed_without_corrections_is_valid() -> None:
    edition = dataclasses.replace(SMALL.editions[0], events=(SECOND,))
    chronicle = dataclasses.replace(SMALL, editions=(edition,), people=(), places=(), codes=(), topics=())

    *_, output = feeds(chronicle, SITE)

    feed = ET.fromstring(output.data)
    assert (output.path, feed.findtext(f"{ATOM}title")) == (
        "corrections/feed.xml",
        "Corrections · A chronicle",
    )
    assert (feed.findtext(f"{ATOM}updated"), list(feed.iter(f"{ATOM}entry"))) == ("2031-03-01T00:00:00Z", [])


def test_what_is_corrected_in_every_entry_is_one_entry() -> None:
    """It leads to the digest, and stands beside what is corrected in one event; the newest comes first."""
    year = Correction(field="year", printed="2030", meant="2031", reason="r", date=dt.date(2031, 2, 10))
    events = tuple(
        dataclasses.replace(event, corrections=(*event.corrections, year)) for event in (FIRST, SECOND)
    )
    edition = dataclasses.replace(SMALL.editions[0], events=events, corrections=(year,))
    chronicle = dataclasses.replace(SMALL, editions=(edition,), people=(), places=(), codes=(), topics=())

    *_, output = feeds(chronicle, SITE)

    assert [e.findtext(f"{ATOM}id") for e in ET.fromstring(output.data).iter(f"{ATOM}entry")] == [
        "https://example.org/c/editions/2031-01/#correction-year-2031-02-10-1",
        "https://example.org/c/events/2031-01/1/#correction-place-2031-02-09-1",
    ]


def test_the_same_chronicle_gives_the_same_bytes() -> None:
    assert {output.path: output.data for output in feeds(SMALL, SITE)} == FEEDS
    assert THIRD.date is None
