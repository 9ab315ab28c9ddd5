"""A small invented chronicle, and records of it with anything changed: `make_event(topics=("labour",))`.

Texts are invented. Spans are found in them by the words, so that a test can change a text and keep its mentions.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from chronicle.model import (
    Article,
    Case,
    Chronicle,
    Code,
    Correction,
    Edition,
    Event,
    Finding,
    LeftOut,
    NameMention,
    Note,
    Outlet,
    Participant,
    Person,
    PersonName,
    Place,
    PlaceMention,
    PrintedDate,
    Provision,
    Sanction,
    Site,
    Source,
    Span,
    Tile,
    Topic,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

UNITS = {"FRD": ("dollar", "dollars")}
TEXT = (
    "December 8, Westport, West Region, Doe Jane and Smith J., Article 405, Part 2 of the Criminal Code, were given "
    "15 days of arrest by judge Roe Richard[1][2]. Doe said: “No comment”."
)
_PLACES = {
    "freeland": Place(id="freeland", name="Freeland", kind="country"),
    "west-region": Place(id="west-region", name="West Region", kind="region", within=("freeland",)),
    "westport": Place(
        id="westport",
        name="Westport",
        kind="city",
        within=("west-region", "freeland"),
        other=("Vestport",),
        former=("Port West",),
        at=(50.25, -7.5),
        source="an invented atlas",
    ),
    "west": Place(id="west", name="West", kind="city", within=("freeland",)),
    "farland": Place(id="farland", name="Farland", kind="country"),
    "farville": Place(id="farville", name="Farville", kind="city", within=("farland",)),
    "lost-hamlet": Place(id="lost-hamlet", name="Lost Hamlet", kind="unknown", listed=False),
}
#: the map of the invented country: a region and a city
TILES = (
    Tile(id="west-region", name="West Region", short="WR", column=2, row=1),
    Tile(id="west", name="West", short="W", column=3, row=2),
)
_CODES = {
    "CC": Code(
        id="CC", slug="cc", name="Criminal Code", number="1-I", adopted=dt.date(2014, 7, 3), note="In force."
    ),
    "CAO": Code(id="CAO", slug="cao", name="Code of Administrative Offences"),
}
_TITLES = {"cc/405": ("Taking part in a banned organisation", "digest"), "cc/274": ("False news", "editor")}
_TOPICS = {
    "detention": ("Detention", "Arrest and detention as such."),
    "labour": ("Labour", "Strikes, wages, conditions of work."),
}
_OUTLETS = {"daily": ("The Daily", "news", ("daily.example", "www.daily.example"))}


def at(text: str, words: str, nth: int = 0) -> Span:
    """Return where *words* stand in *text* for the *nth* time (from 0)."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def make_place(text: str, id: str, printed: str, **over: Any) -> PlaceMention:  # noqa: A002
    """Return a mention of the place *id* of the invented gazetteer, printed so in *text*."""
    known = _PLACES.get(id)
    fields: dict[str, Any] = {
        "id": id,
        "name": known.name if known else printed,
        "printed": printed,
        "at": at(text, printed),
    }
    return PlaceMention(**(fields | over))


def make_person(text: str, *printed: str, **over: Any) -> Participant:
    """Return a participant, printed so in *text*: 'Doe Jane' has the name Jane Doe and the id jane-doe."""
    surname, _, given = printed[0].partition(" ")
    full = bool(given) and "." not in given
    name = PersonName(given=given, surname=surname) if full else PersonName(initials=given, surname=surname)
    fields: dict[str, Any] = {
        "name": name,
        "mentions": tuple(NameMention(printed=form, at=at(text, form)) for form in printed),
        "role": "subject",
        "id": str(name).lower().replace(" ", "-") if full else None,
        "canonical": str(name),
    }
    return Participant(**(fields | over))


def make_provision(text: str, words: str, article: str, **over: Any) -> Provision:
    """Return a provision of the Criminal Code, cited in *text* by *words*."""
    fields: dict[str, Any] = {"code": "CC", "article": article, "at": at(text, words)}
    return Provision(**(fields | over))


def make_sanction(
    text: str, printed: str, kind: str, amount: int | None = None, unit: str | None = None
) -> Sanction:
    """Return a sanction printed so in *text*."""
    return Sanction(kind=kind, amount=amount, unit=unit, printed=printed, at=at(text, printed))


def make_note(text: str, number: int, url: str | None = None, **over: Any) -> Note:
    """Return the note `[number]` of *text*; with a *url* its outlet is The Daily."""
    fields: dict[str, Any] = {
        "number": number,
        "at": at(text, f"[{number}]"),
        "url": url,
        "outlet": "daily" if url else None,
    }
    return Note(**(fields | over))


def make_event(**over: Any) -> Event:
    """Return an event of two subjects and a judge in Westport; with another *text*, one that names nothing."""
    if "text" in over:
        return Event(**(_plain(over["text"]) | over))
    fields: dict[str, Any] = {
        "edition": "2022-12",
        "label": "1",
        "ordinal": 1,
        "text": TEXT,
        "start": 0,
        "line": 1,
        "printed_date": PrintedDate(text="December 8", at=Span(0, 10), day=8, month=12),
        "date": dt.date(2022, 12, 8),
        "body": at(TEXT, "Doe").start,
        "dateline": (
            make_place(TEXT, "westport", "Westport"),
            make_place(TEXT, "west-region", "West Region"),
        ),
        "people": (
            make_person(TEXT, "Doe Jane"),
            make_person(TEXT, "Smith J."),
            make_person(TEXT, "Roe Richard", role="official", role_from=at(TEXT, "judge")),
        ),
        "provisions": (make_provision(TEXT, "405, Part 2", "405", part="2"),),
        "sanctions": (make_sanction(TEXT, "15 days of arrest", "administrative_detention", 15, "days"),),
        "topics": ("detention",),
        "notes": (make_note(TEXT, 1, "https://daily.example/1"), make_note(TEXT, 2)),
        "title": "8 December 2022, Westport: Jane Doe and J. Smith. Cites Article 405 of the Criminal Code",
    }
    return Event(**(fields | over))


def _plain(text: str) -> dict[str, Any]:
    """Return the fields of an event that names nothing but its day, the first two words of *text*."""
    printed = " ".join(text.split()[:2])
    return {
        "edition": "2022-12",
        "label": "1",
        "ordinal": 1,
        "start": 0,
        "line": 1,
        "printed_date": PrintedDate(text=printed, at=Span(0, len(printed)), day=8, month=12),
        "date": dt.date(2022, 12, 8),
        "body": len(printed),
    }


def make_events() -> tuple[Event, Event, Event]:
    """Return three events of two editions: plain, misprinted with a child in it, abroad without sources."""
    second = (
        "January 9, Lost Hamlet, Jane Doe’s son Doe Tim, 12, was fined 1,000 dollars under Article 274 and "
        "Article 10, Part 1 of the Administrative Code, and her brother Doe John was not [3]."
    )
    third = "On January 5, in Farville, Roe Richard met Doe Jane\nand Roe spoke of Article 405, Part 4, point 2 and of Article 7"
    return make_event(), _misprinted(second), _abroad(third)


def _misprinted(text: str) -> Event:
    return make_event(
        text=text,
        label="2",
        ordinal=2,
        line=3,
        printed_date=PrintedDate(text="January 9", at=Span(0, 9), day=9, month=1),
        date=dt.date(2022, 12, 9),
        body=at(text, "Jane").start,
        dateline=(make_place(text, "lost-hamlet", "Lost Hamlet", listed=False),),
        people=(
            make_person(text, "Jane Doe", id="jane-doe", name=PersonName(given="Jane", surname="Doe"), role="relative", canonical="Jane Doe"),
            make_person(text, "Doe Tim", id=None, age=12),
            make_person(text, "Doe John"),
        ),
        provisions=(
            make_provision(text, "274", "274"),
            make_provision(text, "10, Part 1", "10", part="1", code="CAO"),
        ),
        sanctions=(make_sanction(text, "fined 1,000 dollars", "fine", 1000, "FRD"),),
        topics=("detention", "labour"),
        notes=(make_note(text, 3),),
        corrections=(
            Correction(field="date", printed="January 9", meant="9 December 2022", reason="It stands between entries of December.", date=dt.date(2026, 1, 2)),
        ),
        findings=(make_finding(code="misprinted-date", message="'January 9' is read as 9 December 2022.", line=3, event="2022-12.2"),),
        title="9 December 2022, Lost Hamlet: a child and John Doe. Cites Article 274 of the Criminal Code",
    )  # fmt: skip


def _abroad(text: str) -> Event:
    return make_event(
        edition="2026-01",
        text=text,
        printed_date=PrintedDate(text="January 5", at=at(text, "January 5"), day=5, month=1),
        date=dt.date(2026, 1, 5),
        body=at(text, "Roe").start,
        dateline=(make_place(text, "farville", "Farville"),),
        people=(make_person(text, "Roe Richard", "Roe", role="official"), make_person(text, "Doe Jane")),
        provisions=(
            make_provision(text, "405, Part 4, point 2", "405", part="4", point="2"),
            make_provision(text, "7", "7", code=None),
        ),
        title="5 January 2026, Farville: Jane Doe",
    )


def make_finding(**over: Any) -> Finding:
    """Return a finding about the first line of the digest of December 2022."""
    fields: dict[str, Any] = {"code": "odd", "message": "Something is odd.", "file": "2022-12.txt", "line": 1}
    return Finding(**(fields | over))


def make_edition(*events: Event, **over: Any) -> Edition:
    """Return the edition of *events*: its period is the month of its id."""
    edition = over.get("id") or (events[0].edition if events else "2022-12")
    year, month = map(int, edition.split("-"))
    after = dt.date(year + month // 12, month % 12 + 1, 1)
    fields: dict[str, Any] = {
        "id": edition,
        "title": f"Digest of {dt.date(year, month, 1):%B %Y}",
        "first": dt.date(year, month, 1),
        "last": after - dt.timedelta(days=1),
        "file": f"{edition}.txt",
        "sha256": "ab" * 32,
        "events": events,
        "findings": tuple(finding for event in events for finding in event.findings),
    }
    return Edition(**(fields | over))


def make_editions() -> tuple[Edition, Edition]:
    """Return the three events in their two editions, the first with a note list and lines left out."""
    first, second, third = make_events()
    return (
        make_edition(
            first,
            second,
            address="https://digests.example/2022-12",
            received="december.docx",
            sources=(Source(number=1, url="https://daily.example/1", line=9), Source(number=8, url="https://daily.example/8", line=10)),
            left_out=(LeftOut(text="Comments are closed.", line=11, kind="furniture"),),
        ),
        make_edition(third),
    )  # fmt: skip


def make_chronicle(*editions: Edition, **over: Any) -> Chronicle:
    """Return the chronicle of *editions* (of the three events where none are given), everything joined by id."""
    every = editions or make_editions()
    events = tuple(event for edition in every for event in edition.events)
    fields: dict[str, Any] = {
        "editions": every,
        "people": tuple(_people(events)),
        "places": tuple(_places(events)),
        "codes": tuple(_codes(events)),
        "topics": tuple(
            Topic(id=id_, name=name, about=about, events=tuple(e for e in events if id_ in e.topics))
            for id_, (name, about) in _TOPICS.items()
        ),
        "outlets": tuple(_outlets(events)),
        "findings": tuple(finding for edition in every for finding in edition.findings),
    }
    return Chronicle(**(fields | over))


def _people(events: Iterable[Event]) -> Iterable[Person]:
    found: dict[str, list[tuple[Event, Participant]]] = defaultdict(list)
    for event in events:
        for one in event.people:
            if one.id:
                found[one.id].append((event, one))
    for id_, appearances in sorted(found.items()):
        printed = tuple(dict.fromkeys(form for _, one in appearances for form in one.printed))
        yield Person(
            id=id_, name=appearances[0][1].canonical, printed=printed, appearances=tuple(appearances)
        )


def _places(events: Iterable[Event]) -> Iterable[Place]:
    named: Mapping[str, list[Event]] = defaultdict(list)
    inside: Mapping[str, list[Event]] = defaultdict(list)
    for event in events:
        here = dict.fromkeys(mention.id for mention in (*event.dateline, *event.mentions))
        for id_ in here:
            named[id_].append(event)
        for id_ in dict.fromkeys(outer for one in here for outer in _PLACES[one].within if outer not in here):
            inside[id_].append(event)
    for id_ in sorted({*named, *inside}):
        yield replace(_PLACES[id_], events=tuple(named[id_]), inside=tuple(inside[id_]))


def _codes(events: Iterable[Event]) -> Iterable[Code]:
    cited: Mapping[str, Mapping[str, list[tuple[Event, tuple[Provision, ...]]]]] = {
        code: defaultdict(list) for code in _CODES
    }
    for event in events:
        for key in dict.fromkeys((p.code, p.article) for p in event.provisions if p.code in _CODES):
            provisions = tuple(p for p in event.distinct_provisions if (p.code, p.article) == key)
            cited[str(key[0])][key[1]].append((event, provisions))
    for id_, code in _CODES.items():
        articles = sorted(cited[id_].items(), key=lambda one: int(one[0]))
        yield replace(
            code, articles=tuple(_article(code, number, tuple(found)) for number, found in articles)
        )


def _article(code: Code, number: str, citations: tuple[tuple[Event, tuple[Provision, ...]], ...]) -> Article:
    title, origin = _TITLES.get(f"{code.slug}/{number}", (None, None))
    return Article(
        id=f"{code.slug}/{number}",
        code=code.id,
        number=number,
        title=title,
        title_from=origin,
        citations=citations,
    )


def _outlets(events: Iterable[Event]) -> Iterable[Outlet]:
    cited: dict[str, list[tuple[Event, Note]]] = defaultdict(list)
    for event in events:
        for note in event.notes:
            if note.outlet:
                cited[note.outlet].append((event, note))
    for id_, citations in sorted(cited.items()):
        name, kind, hosts = _OUTLETS.get(id_, (id_, "unknown", (id_,)))
        yield Outlet(id=id_, name=name, kind=kind, hosts=hosts, citations=tuple(citations))


def make_site(**over: Any) -> Site:
    """Return the site of the invented country Freeland."""
    fields: dict[str, Any] = {
        "title": "Freeland Chronicle",
        "tagline": "What happened in Freeland.",
        "publisher": "nobody in particular",
        "contact": "",
        "address": "https://chronicle.example/",
        "licence": "CC BY 4.0",
        "licence_address": "https://creativecommons.org/licenses/by/4.0/",
        "language": "en",
        "date": dt.date(2026, 1, 31),
        "country": "freeland",
    }
    return Site(**(fields | over))


def make_case(chronicle: Chronicle, *ids: str, **over: Any) -> Case:
    """Return a case of the events *ids* of *chronicle*, those of Jane Doe where none are given."""
    wanted = ids or ("2022-12.1", "2022-12.2", "2026-01.1")
    fields: dict[str, Any] = {
        "id": "the-strike",
        "title": "The strike in Westport",
        "about": "What it is about: [Jane Doe](people/jane-doe/index.html).\n\nNobody was found guilty.",
        "people": ("jane-doe",),
        "events": tuple(event for event in chronicle.events if event.id in wanted),
    }
    return Case(**(fields | over))
