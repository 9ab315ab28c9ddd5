"""All events in, what they have in common out: places, articles of codes, topics, outlets, each with its events."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from chronicle.authority import KnownArticle, KnownCode, KnownOutlet, KnownPlace, KnownTopic
from chronicle.model import Article, Code, Event, Note, Outlet, Place, PlaceMention, Provision, Tile, Topic


def merge_places(events: Iterable[Event], known: Sequence[KnownPlace]) -> tuple[Place, ...]:
    """Return every place that *events* name, and everything it lies in, by id."""
    gazetteer = {place.id: place for place in known}
    named: dict[str, list[Event]] = defaultdict(list)
    inside: dict[str, list[Event]] = defaultdict(list)
    unlisted: dict[str, PlaceMention] = {}
    for event in events:
        own = {mention.id: mention for mention in (*event.dateline, *event.mentions)}
        for id_, mention in own.items():
            named[id_].append(event)
            if id_ not in gazetteer:
                unlisted.setdefault(id_, mention)
        around = {outer for id_ in own for outer in _within(id_, gazetteer)} - own.keys()
        for id_ in around:
            inside[id_].append(event)
    ids = sorted(named.keys() | inside.keys())
    return tuple(_place(i, gazetteer, unlisted, tuple(named[i]), tuple(inside[i])) for i in ids)


def _within(place_id: str, gazetteer: Mapping[str, KnownPlace]) -> tuple[str, ...]:
    found: list[str] = []
    at = gazetteer[place_id].within if place_id in gazetteer else None
    while at is not None:
        found.append(at)
        at = gazetteer[at].within
    return tuple(found)


def _place(
    place_id: str,
    gazetteer: Mapping[str, KnownPlace],
    unlisted: Mapping[str, PlaceMention],
    events: tuple[Event, ...],
    inside: tuple[Event, ...],
) -> Place:
    known = gazetteer.get(place_id)
    if known is None:
        name = unlisted[place_id].name
        return Place(id=place_id, name=name, kind="unknown", listed=False, events=events, inside=inside)
    return Place(
        id=known.id,
        name=known.name,
        kind=known.kind,
        within=_within(place_id, gazetteer),
        other=known.other,
        former=known.former,
        at=known.at,
        source=known.source,
        events=events,
        inside=inside,
    )


def merge_tiles(known: Iterable[KnownPlace]) -> tuple[Tile, ...]:
    """Return the squares of the map of tiles, by row, then by column."""
    tiles = [
        Tile(id=place.id, name=place.name, short=place.short, column=place.tile[0], row=place.tile[1])
        for place in known
        if place.tile
    ]
    return tuple(sorted(tiles, key=lambda one: (one.row, one.column)))


def merge_codes(events: Iterable[Event], known: Sequence[KnownCode]) -> tuple[Code, ...]:
    """Return every code that *events* cite, in the order of the authority file, with the articles cited."""
    cited: dict[str, dict[str, list[tuple[Event, tuple[Provision, ...]]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for event in events:
        here: dict[tuple[str, str], list[Provision]] = defaultdict(list)
        for provision in event.distinct_provisions:
            if provision.code is not None:
                here[provision.code, provision.article].append(provision)
        for (code, article), provisions in here.items():
            cited[code][article].append((event, tuple(provisions)))
    return tuple(_code(code, cited[code.code]) for code in known if code.code in cited)


def _code(code: KnownCode, cited: Mapping[str, list[tuple[Event, tuple[Provision, ...]]]]) -> Code:
    articles = sorted(cited, key=article_order)
    return Code(
        id=code.code,
        slug=code.id,
        name=code.name,
        number=code.number,
        adopted=code.adopted,
        note=code.note,
        articles=tuple(_article(code, number, tuple(cited[number])) for number in articles),
    )


def _article(
    code: KnownCode, number: str, citations: tuple[tuple[Event, tuple[Provision, ...]], ...]
) -> Article:
    known = code.articles.get(number, KnownArticle())
    return Article(
        id=f"{code.id}/{number}",
        code=code.code,
        number=number,
        title=known.title,
        title_from=known.origin,
        citations=citations,
    )


def article_order(number: str) -> tuple[int, ...]:
    """Return the sort key of an article's number: '73-3' after '73', before '434'."""
    return tuple(int(n) for n in re.findall(r"[0-9]+", number))


def merge_topics(events: Iterable[Event], known: Sequence[KnownTopic]) -> tuple[Topic, ...]:
    """Return the topics of the authority file that *events* speak of, in its order."""
    by_topic: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for topic in event.topics:
            by_topic[topic].append(event)
    return tuple(
        Topic(id=t.id, name=t.name, about=t.about, events=tuple(by_topic[t.id]))
        for t in known
        if by_topic[t.id]
    )


def merge_outlets(events: Iterable[Event], known: Sequence[KnownOutlet]) -> tuple[Outlet, ...]:
    """Return everyone who published a source, by name; a host that is not listed stands for itself."""
    by_outlet: dict[str, list[tuple[Event, Note]]] = defaultdict(list)
    for event in events:
        for note in event.notes:
            if note.outlet is not None:
                by_outlet[note.outlet].append((event, note))
    listed = {o.id: o for o in known}
    outlets = []
    for id_, citations in by_outlet.items():
        record = listed.get(id_)
        outlets.append(
            Outlet(
                id=id_,
                name=record.name if record else id_,
                kind=record.kind if record else "unknown",
                hosts=record.hosts if record else (id_,),
                citations=tuple(citations),
            )
        )
    return tuple(sorted(outlets, key=lambda o: (o.name.casefold(), o.id)))
