"""Feeds: which there are, what stands in them, and that nothing in them is live or comes from a clock."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from xml.etree import ElementTree as ET

import pytest

from chronicle.feeds import NEWEST, feeds
from chronicle.model import Correction, Outlet
from tests.chronicles import FIRST, SECOND, SITE, SMALL, THIRD

ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = {output.path: output.data for output in feeds(SMALL, SITE) if output.path.endswith(".xml")}


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

    feed, *_ = feeds(chronicle, SITE)

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

    *_, output, _ = feeds(chronicle, SITE)

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

    *_, output, _ = feeds(chronicle, SITE)

    assert [e.findtext(f"{ATOM}id") for e in ET.fromstring(output.data).iter(f"{ATOM}entry")] == [
        "https://example.org/c/editions/2031-01/#correction-year-2031-02-10-1",
        "https://example.org/c/events/2031-01/1/#correction-place-2031-02-09-1",
    ]


def test_the_same_chronicle_gives_the_same_bytes() -> None:
    assert list(feeds(SMALL, SITE)) == list(feeds(SMALL, SITE))
    assert THIRD.date is None


# ---------------------------------------------------------------- JSON Feed

JSON_FEEDS = {
    output.path: json.loads(output.data) for output in feeds(SMALL, SITE) if output.path.endswith(".json")
}
#: what JSON Feed 1.1 knows of what we write, and the type of each
TOP = {"version": str, "title": str, "home_page_url": str, "feed_url": str, "description": str, "authors": list, "language": str, "items": list}  # fmt: skip
ITEM = {"id": str, "url": str, "title": str, "content_text": str, "date_published": str, "date_modified": str, "tags": list}  # fmt: skip


def test_every_feed_has_both_forms() -> None:
    assert [path.replace(".json", ".xml") for path in JSON_FEEDS] == list(FEEDS)


@pytest.mark.parametrize("path", JSON_FEEDS)
def test_every_feed_is_what_json_feed_asks_for(path: str) -> None:
    """By jsonfeed.org/version/1.1: version, title and items; of an item its id and its content."""
    feed = JSON_FEEDS[path]

    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"https://example.org/c/{path}"
    assert feed["authors"] == [{"name": "The publisher"}]
    assert {key: type(value) for key, value in feed.items()} == TOP
    for item in feed["items"]:
        assert all(type(value) is ITEM[key] and value for key, value in item.items())
        assert item.keys() >= ITEM.keys() - {"tags"}
        assert all(isinstance(tag, str) for tag in item.get("tags", ()))
        assert all(dt.datetime.fromisoformat(item[key]).tzinfo for key in ("date_published", "date_modified"))
    assert len({item["id"] for item in feed["items"]}) == len(feed["items"])


def test_an_item_has_the_whole_text_and_tells_publication_from_correction() -> None:
    *_, item = JSON_FEEDS["feed.json"]["items"]

    assert item == {
        "id": "https://example.org/c/events/2031-01/1/",
        "url": "https://example.org/c/events/2031-01/1/",
        "title": FIRST.title,
        "content_text": FIRST.veiled,
        "date_published": "2031-01-31T00:00:00Z",
        "date_modified": "2031-02-09T00:00:00Z",
        "tags": ["Assembly"],
    }


def test_both_forms_hold_the_same_entries_in_the_same_order() -> None:
    for path, feed in JSON_FEEDS.items():
        atom = ET.fromstring(FEEDS[path.replace(".json", ".xml")])
        ids = [e.findtext(f"{ATOM}id") for e in atom.iter(f"{ATOM}entry")]
        assert [item["id"] for item in feed["items"]] == ids


def test_a_child_is_named_in_no_json_feed() -> None:
    assert "Kidd" not in json.dumps(JSON_FEEDS)


def test_an_outlet_has_a_feed_with_each_event_once() -> None:
    note = FIRST.notes[0]
    outlet = Outlet(
        id="News_1.example",
        name="News",
        kind="news",
        hosts=(),
        citations=((FIRST, note), (FIRST, note), (THIRD, note)),
    )

    made = {output.path: output.data for output in feeds(dataclasses.replace(SMALL, outlets=(outlet,)), SITE)}

    feed = json.loads(made["sources/news_1.example/feed.json"])
    assert (feed["title"], feed["home_page_url"]) == (
        "News · A chronicle",
        "https://example.org/c/sources/news_1.example/",
    )
    assert [item["id"][-10:] for item in feed["items"]] == ["/2031-02/1/"[-10:], "/2031-01/1/"[-10:]]
    assert b"<title>News" in made["sources/news_1.example/feed.xml"]
