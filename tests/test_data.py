"""The published records and the files for hosts: keys, order, schema, addresses."""

from __future__ import annotations

import json
from dataclasses import replace
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from chronicle.data import data_files, event_record, page_paths, sitemaps
from chronicle.hosts import CONTENT_POLICY
from tests.chronicles import FIRST, SITE, SMALL

FILES = {output.path: output.data for output in data_files(SMALL, SITE, ["about"])}
LISTS = ("events", "people", "places", "statutes")


def test_the_files_are_these() -> None:
    assert list(FILES) == [
        "data/events.json",
        "data/events.ndjson",
        "events/2031-01/1/event.json",
        "events/2031-01/2/event.json",
        "events/2031-02/1/event.json",
        *(f"data/{name}.json" for name in LISTS[1:]),
        *(f"data/{name}.schema.json" for name in LISTS),
        "sitemap.xml",
        "robots.txt",
        "_headers",
        "_redirects",
        ".nojekyll",
    ]


@pytest.mark.parametrize("name", LISTS)
def test_every_list_is_valid_by_its_schema(name: str) -> None:
    schema = json.loads(FILES[f"data/{name}.schema.json"])

    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(json.loads(FILES[f"data/{name}.json"]))
    assert schema["$id"] == f"https://example.org/c/data/{name}.schema.json"


@pytest.mark.parametrize("key", json.loads(FILES["data/events.json"])[0])
def test_an_event_without_one_of_its_keys_is_not_valid(key: str) -> None:
    validator = jsonschema.Draft202012Validator(json.loads(FILES["data/events.schema.json"]))
    event = json.loads(FILES["data/events.json"])[0]
    del event[key]

    assert not validator.is_valid([event])


def test_an_event_has_the_keys_of_the_contract_in_their_order() -> None:
    first = json.loads(FILES["data/events.json"])[0]

    assert list(first.items()) == [
        ("id", "2031-01.1"),
        ("edition", "2031-01"),
        ("label", "1"),
        ("ordinal", 1),
        ("url", "events/2031-01/1/index.html"),
        ("title", "1 January 2031: <an event> & more"),
        ("date", "2031-01-01"),
        ("date_printed", "January 1"),
        ("dateline", [{"id": "town", "name": "Town"}]),
        ("mentions", [{"id": "town", "name": "Town"}]),
        (
            "people",
            [
                {
                    "id": "ada-noname",
                    "name": "Ada Noname",
                    "role": "subject",
                    "printed": ["Noname A.", "Noname"],
                },
                {"id": None, "name": "Kim Kidd", "role": "subject", "printed": ["Kim Kidd"]},
            ],
        ),
        (
            "statutes",
            [
                {"id": "cc/405", "code": "CC", "article": "405", "part": "2", "point": None},
                {"id": None, "code": None, "article": "7", "part": None, "point": None},
            ],
        ),
        (
            "sanctions",
            [{"kind": "administrative_detention", "amount": 15, "unit": "days", "printed": "15 days"}],
        ),
        ("topics", ["assembly"]),
        (
            "notes",
            [
                {
                    "number": 1,
                    "url": "https://a.example/x",
                    "outlet": "a",
                    "archived": {
                        "url": "https://web.archive.org/web/20310102000000/https://a.example/x",
                        "date": "2031-01-02",
                    },
                    "fragile": True,
                },
                {"number": 2, "url": None, "outlet": None, "archived": None, "fragile": False},
            ],
        ),
        ("text", "January 1, Towne, Noname A. and Kim Kidd <script>alert(1)</script> ]]> & {{ 7 }}[1][2]."),
        ("source", {"file": "2031-01.txt", "line": 1, "sha256": "0" * 64}),
        (
            "corrections",
            [
                {
                    "field": "place",
                    "printed": "Towne",
                    "meant": "Town",
                    "reason": "a misprint",
                    "date": "2031-02-09",
                }
            ],
        ),
        ("findings", [{"code": "no-source", "message": "Note 2 has no source."}]),
    ]


def test_by_whom_a_correction_was_noticed_stands_where_it_is_said() -> None:
    (correction,) = FIRST.corrections
    event = replace(FIRST, corrections=(replace(correction, noticed="a reader"), correction))
    schema = json.loads(FILES["data/events.schema.json"])

    record = event_record(event, SMALL.editions[0], {})

    assert [one.get("noticed") for one in record["corrections"]] == ["a reader", None]
    jsonschema.Draft202012Validator(schema).validate([record])


def test_a_day_that_is_not_understood_is_null() -> None:
    assert [event["date"] for event in json.loads(FILES["data/events.json"])] == [
        "2031-01-01",
        "2031-01-02",
        None,
    ]


def test_a_list_has_one_record_a_line() -> None:
    lines = FILES["data/events.json"].decode().splitlines()

    assert (lines[0], lines[-1], len(lines)) == ("[", "]", 5)


def test_an_event_alone_and_a_line_are_items_of_the_list() -> None:
    events = json.loads(FILES["data/events.json"])
    schema = json.loads(FILES["data/events.schema.json"])["items"]

    assert [json.loads(line) for line in FILES["data/events.ndjson"].splitlines()] == events
    for event in events:
        alone = json.loads(FILES[event["url"].replace("index.html", "event.json")])
        assert alone == event
        jsonschema.Draft202012Validator(schema).validate(alone)


def test_people_places_and_statutes_lead_to_their_events() -> None:
    assert json.loads(FILES["data/people.json"])[0]["events"] == [
        {"id": "2031-01.1", "role": "subject"},
        {"id": "2031-02.1", "role": "subject"},
    ]
    assert [(p["events"], p["events_inside"]) for p in json.loads(FILES["data/places.json"])] == [
        ([], ["2031-01.1"]),
        (["2031-01.1"], []),
    ]
    assert json.loads(FILES["data/statutes.json"])[0]["articles"][0]["events"] == [
        {"id": "2031-01.1", "provisions": [{"part": "2", "point": None}]}
    ]


def test_the_sitemap_holds_every_page_by_its_public_address() -> None:
    found = [
        element.text for element in ET.fromstring(FILES["sitemap.xml"]).iter() if element.tag.endswith("}loc")
    ]

    assert found == [
        "https://example.org/c/" + path.removesuffix("index.html") for path in page_paths(SMALL, ["about"])
    ]
    assert "https://example.org/c/about/" in set(found)
    assert not [address for address in found if "dossier" in str(address)]


def test_a_sitemap_too_long_for_the_protocol_is_divided() -> None:
    first, *parts = sitemaps(["a/", "b/", "c/"], "https://example.org/", size=2)

    assert [loc.text for loc in ET.fromstring(first.data).iter() if loc.tag.endswith("}loc")] == [
        "https://example.org/sitemap-1.xml",
        "https://example.org/sitemap-2.xml",
    ]
    assert [part.path for part in parts] == ["sitemap-1.xml", "sitemap-2.xml"]
    assert b"/c/" in parts[1].data


def test_crawlers_and_archives_may_read_everything() -> None:
    assert FILES["robots.txt"] == b"User-agent: *\nAllow: /\n\nSitemap: https://example.org/c/sitemap.xml\n"


def test_hosts_are_told_the_content_policy() -> None:
    assert FILES["_headers"].decode().splitlines() == [
        "/*",
        f"  Content-Security-Policy: {CONTENT_POLICY}; frame-ancestors 'none'",
        "  Referrer-Policy: no-referrer",
        "  X-Content-Type-Options: nosniff",
    ]
