"""Chronicle -> data/*.json with their schemas, and the files that hosts and search engines read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO
from typing import Any, Final
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from chronicle import urls
from chronicle.hosts import host_files
from chronicle.model import (
    Article,
    Chronicle,
    Code,
    Correction,
    Edition,
    Event,
    Note,
    Output,
    Participant,
    Person,
    Place,
    PlaceMention,
    Provision,
    Sanction,
    Site,
)
from chronicle.schemas import schemas

Record = dict[str, Any]

#: addresses in one sitemap, by the sitemap protocol
SITEMAP_SIZE: Final = 50_000
_SITEMAP: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"


def data_files(chronicle: Chronicle, site: Site, prose: Iterable[str] = ()) -> Iterator[Output]:
    """Yield every file of the site that is no page, feed or style; *prose* are the ids of the prose pages."""
    articles = article_ids(chronicle)
    editions = {edition.id: edition for edition in chronicle.editions}
    events = (event_record(event, editions[event.edition], articles) for event in chronicle.events)
    yield from _event_files(chronicle, tuple(_json(event).encode() for event in events))
    yield Output("data/people.json", _json_records(map(person_record, chronicle.people)))
    yield Output("data/places.json", _json_records(map(place_record, chronicle.places)))
    yield Output("data/statutes.json", _json_records(map(code_record, chronicle.codes)))
    for name, schema in schemas(site.address).items():
        yield Output(f"data/{name}.schema.json", f"{_json(schema, indent=1)}\n".encode())
    unlisted = set(_unlisted(chronicle, site))
    listed = (path for path in page_paths(chronicle, prose) if path not in unlisted)
    yield from sitemaps(map(urls.public, listed), site.address)
    yield Output("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {site.address}sitemap.xml\n".encode())
    yield from host_files(chronicle.tombstones, site)
    yield Output(".nojekyll", b"")


def _event_files(chronicle: Chronicle, lines: tuple[bytes, ...]) -> Iterator[Output]:
    """Yield the records of all events as one list, as lines, and each beside its event's page."""
    yield Output(urls.EVENTS_JSON, _json_list(lines))
    yield Output(urls.EVENTS_LINES, b"".join(line + b"\n" for line in lines))
    for event, line in zip(chronicle.events, lines, strict=True):
        yield Output(urls.record(event.id), line + b"\n")


# ---------------------------------------------------------------- records


def article_ids(chronicle: Chronicle) -> dict[tuple[str | None, str], str]:
    """Return the page of every article that has one, by code and number: ('CC', '405') -> 'cc/405'."""
    return {(one.code, one.number): one.id for code in chronicle.codes for one in code.articles}


def event_record(event: Event, edition: Edition, articles: Mapping[tuple[str | None, str], str]) -> Record:
    """Return *event* of *edition* as events.json has it: keys, their order and meaning are published and stay."""
    return {
        "id": event.id,
        "edition": event.edition,
        "label": event.label,
        "ordinal": event.ordinal,
        "url": urls.event(event.id),
        "title": event.title,
        "date": event.date.isoformat() if event.date else None,
        "date_printed": event.printed_date.text,
        "dateline": _places(event.dateline),
        "mentions": _places(event.mentions),
        "people": [_part(one) for one in event.people],
        "statutes": [_cited(one, articles) for one in event.distinct_provisions],
        "sanctions": _sanctions(event.sanctions),
        "topics": list(event.topics),
        "notes": [_note(one) for one in event.notes],
        "text": event.text,
        "source": {"file": edition.file, "line": event.line, "sha256": edition.sha256},
        "corrections": [_correction(one) for one in event.corrections],
        "findings": [{"code": finding.code, "message": finding.message} for finding in event.findings],
    }


def _places(mentions: Iterable[PlaceMention]) -> list[Record]:
    return [{"id": id_, "name": name} for id_, name in dict.fromkeys((one.id, one.name) for one in mentions)]


def _part(one: Participant) -> Record:
    name = one.canonical or str(one.name)
    return {"id": one.id, "name": name, "role": one.role, "printed": list(one.printed)}


def _cited(one: Provision, articles: Mapping[tuple[str | None, str], str]) -> Record:
    return {
        "id": articles.get((one.code, one.article)),
        "code": one.code,
        "article": one.article,
        **_point(one),
    }


def _sanctions(sanctions: Iterable[Sanction]) -> list[Record]:
    """Return each sanction once, under the words that name it first."""
    first: dict[tuple[str, int | None, str | None], str] = {}
    for one in sanctions:
        first.setdefault((one.kind, one.amount, one.unit), one.printed)
    return [
        {"kind": kind, "amount": amount, "unit": unit, "printed": printed}
        for (kind, amount, unit), printed in first.items()
    ]


def _note(one: Note) -> Record:
    return {
        "number": one.number,
        "url": one.url,
        "outlet": one.outlet,
        "archived": {"url": one.copy.url, "date": one.copy.date.isoformat()} if one.copy else None,
        "fragile": one.fragile,
    }


def _correction(one: Correction) -> Record:
    record: Record = {
        "field": one.field,
        "printed": one.printed,
        "meant": one.meant,
        "reason": one.reason,
        "date": one.date.isoformat(),
    }
    return record | ({"noticed": one.noticed} if one.noticed else {})


def _point(provision: Provision) -> Record:
    return {"part": provision.part, "point": provision.point}


def person_record(person: Person) -> Record:
    """Return *person* as people.json has it."""
    return {
        "id": person.id,
        "url": urls.person(person.id),
        "name": person.name,
        "printed": list(person.printed),
        "events": [{"id": event.id, "role": one.role} for event, one in person.appearances],
    }


def place_record(place: Place) -> Record:
    """Return *place* as places.json has it."""
    latitude, longitude = place.at or (None, None)
    return {
        "id": place.id,
        "url": urls.place(place.id),
        "name": place.name,
        "kind": place.kind,
        "listed": place.listed,
        "within": list(place.within),
        "other": list(place.other),
        "former": list(place.former),
        "latitude": latitude,
        "longitude": longitude,
        "coordinates_from": place.source,
        "events": [event.id for event in place.events],
        "events_inside": [event.id for event in place.inside],
    }


def code_record(code: Code) -> Record:
    """Return *code*, with its articles, as statutes.json has it."""
    return {
        "id": code.slug,
        "url": urls.code(code.slug),
        "code": code.id,
        "name": code.name,
        "number": code.number,
        "adopted": code.adopted.isoformat() if code.adopted else None,
        "articles": [_article_record(article) for article in code.articles],
    }


def _article_record(article: Article) -> Record:
    return {
        "id": article.id,
        "url": urls.article(article.id),
        "article": article.number,
        "title": article.title,
        "title_from": article.title_from,
        "events": [
            {"id": event.id, "provisions": [_point(one) for one in provisions]}
            for event, provisions in article.citations
        ],
    }


def _json_list(lines: Iterable[bytes]) -> bytes:
    """Return records as a JSON list, one a line: fit to be compared by lines."""
    return b"[" + b",".join(b"\n" + line for line in lines) + b"\n]\n"


def _json_records(records: Iterable[Record]) -> bytes:
    return _json_list(_json(record).encode() for record in records)


def _json(value: Record, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)


# ---------------------------------------------------------------- for hosts and search engines


def page_paths(chronicle: Chronicle, prose: Iterable[str] = ()) -> Iterator[str]:
    """Yield the path of every page that shows something of the chronicle: not 404.html, no withdrawn address."""
    yield from (urls.HOME, urls.EDITIONS, urls.PEOPLE, urls.PLACES, urls.STATUTES, urls.TOPICS)
    yield urls.CASES
    yield from (urls.SOURCES, urls.CORRECTIONS, urls.DATA, urls.FEEDS, urls.ANSWERS)
    yield from (urls.outlet(outlet.id) for outlet in chronicle.outlets)
    yield from map(urls.prose, prose)
    yield urls.SEARCH
    for edition in chronicle.editions:
        yield urls.edition(edition.id)
        yield from (urls.event(event.id) for event in edition.events)
    yield from (urls.person(person.id) for person in chronicle.people)
    yield from (urls.place(place.id) for place in chronicle.places)
    for code in chronicle.codes:
        yield urls.code(code.slug)
        yield from (urls.article(article.id) for article in code.articles)
    yield from (urls.topic(topic.id) for topic in chronicle.topics)
    yield from (urls.case(case.id) for case in chronicle.cases)


def _unlisted(chronicle: Chronicle, site: Site) -> Iterator[str]:
    """Yield the path of every page that search engines are asked not to list."""
    people = {person.id: person for person in chronicle.people}
    yield from (urls.person(one.id) for one in chronicle.people if site.keeps_from_search(one))
    yield from (urls.case(one.id) for one in chronicle.cases if site.keeps_case_from_search(one, people))


def sitemaps(addresses: Iterable[str], site: str, size: int = SITEMAP_SIZE) -> Iterator[Output]:
    """Yield sitemap.xml over *addresses* (relative to *site*); beyond *size* of them, an index and its parts."""
    every = list(addresses)
    parts = [every[at : at + size] for at in range(0, len(every), size)]
    if len(parts) == 1:
        yield Output("sitemap.xml", _sitemap("urlset", "url", parts[0], site))
        return
    names = [f"sitemap-{n}.xml" for n in range(1, len(parts) + 1)]
    yield Output("sitemap.xml", _sitemap("sitemapindex", "sitemap", names, site))
    for name, part in zip(names, parts, strict=True):
        yield Output(name, _sitemap("urlset", "url", part, site))


def _sitemap(root: str, entry: str, addresses: Iterable[str], site: str) -> bytes:
    # No 'lastmod': a page also changes when another event names the same person or place.
    written = StringIO()
    xml = XMLGenerator(written, "utf-8")
    xml.startDocument()
    xml.startElement(root, AttributesImpl({"xmlns": _SITEMAP}))
    for address in addresses:
        xml.startElement(entry, AttributesImpl({}))
        xml.startElement("loc", AttributesImpl({}))
        xml.characters(site + address)
        xml.endElement("loc")
        xml.endElement(entry)
    xml.endElement(root)
    return f"{written.getvalue()}\n".encode()
