"""Chronicle -> the rows of every table, one by one, in the order of `columns`: nobody who stands in no list is named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from chronicle import urls
from chronicle.columns import PARTED
from chronicle.model import (
    WITHHELD,
    Article,
    Chronicle,
    Code,
    Edition,
    Event,
    Note,
    Participant,
    PlaceMention,
    Provision,
    Sanction,
    Site,
)
from chronicle.withholding.strings import Cleaner
from chronicle.withholding.unindexed import unindexed

Cell = str | int | bool | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What rows are made from."""

    chronicle: Chronicle = field(repr=False)
    #: absolute, with a slash at the end
    address: str
    editions: Mapping[str, Edition] = field(repr=False)
    codes: Mapping[str | None, Code] = field(repr=False)
    articles: Mapping[tuple[str | None, str], Article] = field(repr=False)
    #: id of an outlet -> its name
    outlets: Mapping[str, str] = field(repr=False)
    #: takes out the names of those who stand in no list, wherever else they are written
    cleaner: Cleaner = field(repr=False)

    def page(self, path: str) -> str:
        """Return the address of a page as it is cited."""
        return self.address + urls.public(path)

    def shown(self, text: str) -> str:
        """Return *text* without the names of those who stand in no list."""
        # Most texts hold none, and to see that takes a third of the time; an address may hold one encoded.
        held = "//" in text or "www." in text or self.cleaner.withheld.first(text)
        return self.cleaner.text(text) if held else text


def source_of(chronicle: Chronicle, site: Site) -> Source:
    """Return what rows are made from."""
    withdrawn = {line.id for line in chronicle.tombstones if line.kind == "person"}
    return Source(
        chronicle=chronicle,
        address=site.address,
        editions={edition.id: edition for edition in chronicle.editions},
        codes={code.id: code for code in chronicle.codes},
        articles={(one.code, one.number): one for code in chronicle.codes for one in code.articles},
        outlets={outlet.id: outlet.name for outlet in chronicle.outlets},
        cleaner=Cleaner(unindexed(chronicle.editions, withdrawn)),
    )


def rows(name: str, source: Source) -> Iterator[Row]:
    """Yield the rows of the table *name*, as wide as its columns; an empty cell is None."""
    return _ROWS[name](source)


# ---------------------------------------------------------------- events and people


def _events(source: Source) -> Iterator[Row]:
    for event in source.chronicle.events:
        edition = source.editions[event.edition]
        corrected = (one.date for one in event.corrections)
        yield (
            event.id,
            source.page(urls.event(event.id)),
            event.edition,
            event.label,
            event.ordinal,
            _day(event),
            event.printed_date.text,
            source.shown(event.title),
            *_places(event.dateline),
            *_places(event.mentions),
            _several(_name(one) for one in event.people if not one.withheld),
            _several(event.topics),
            *_counts(event),
            source.shown(event.veiled),
            edition.file,
            event.line,
            edition.sha256,
            edition.last.isoformat(),
            max([edition.last, *corrected]).isoformat(),
        )


def _counts(event: Event) -> tuple[int, ...]:
    return (
        len(event.people),
        len(event.distinct_provisions),
        len(_sanctions_of(event)),
        len(event.notes),
        len(event.corrections),
        len(event.findings),
    )


def _places(mentions: Iterable[PlaceMention]) -> tuple[str | None, str | None]:
    """Return the names of places, and their ids, each place once."""
    found = {one.id: one.name for one in reversed(tuple(mentions))}
    return _several(reversed(found.values())), _several(reversed(found))


def _people(source: Source) -> Iterator[Row]:
    for person in source.chronicle.people:
        roles = [one.role for _, one in person.appearances]
        events = [event.id for event, _ in person.appearances]
        yield (
            person.id,
            source.page(urls.person(person.id)),
            person.name,
            person.surname or None,
            _several(person.printed),
            len(events),
            roles.count("subject"),
            _several(roles),
            events[0],
            events[-1],
        )


# ---------------------------------------------------------------- what events tell


def _mentions(source: Source) -> Iterator[Row]:
    for event in source.chronicle.events:
        for position, one in enumerate(event.people, 1):
            yield (
                *_told(event, position, source),
                one.id,
                source.page(urls.person(one.id)) if one.id else None,
                WITHHELD if one.withheld else _name(one),
                one.role,
                None if one.withheld else _several(one.printed),
                one.withheld,
            )


def _provisions(source: Source) -> Iterator[Row]:
    for event in source.chronicle.events:
        for position, one in enumerate(event.distinct_provisions, 1):
            article = source.articles.get((one.code, one.article))
            code = source.codes.get(one.code)
            yield (
                *_told(event, position, source),
                article.id if article else None,
                source.page(urls.article(article.id)) + _anchor(one) if article else None,
                one.code,
                code.name if code else None,
                one.article,
                one.part,
                one.point,
                article.title if article else None,
            )


def _anchor(one: Provision) -> str:
    anchor = urls.part_anchor(one.part, one.point)
    return f"#{anchor}" if anchor else ""


def _sanctions(source: Source) -> Iterator[Row]:
    for event in source.chronicle.events:
        for position, one in enumerate(_sanctions_of(event), 1):
            hides = any(at.overlaps(one.at) for at, _ in event.veils)
            printed = WITHHELD if hides else source.shown(one.printed)
            yield (*_told(event, position, source), one.kind, one.amount, one.unit, printed)


def _sanctions_of(event: Event) -> tuple[Sanction, ...]:
    """Return each sanction once, under the words that name it first."""
    first: dict[tuple[str, int | None, str | None], Sanction] = {}
    for one in event.sanctions:
        first.setdefault((one.kind, one.amount, one.unit), one)
    return tuple(first.values())


def _notes(source: Source) -> Iterator[Row]:
    for event in source.chronicle.events:
        for position, printed in enumerate(event.notes, 1):
            one = source.cleaner.note(printed)
            told = _told(event, position, source)
            yield (
                *told[:2],
                f"{told[2]}#note-{one.number}",
                told[3],
                one.number,
                _state(printed, one),
                one.url,
                one.outlet,
                source.outlets.get(one.outlet or "", one.outlet),
                one.fragile,
                one.copy.url if one.copy else None,
                one.copy.date.isoformat() if one.copy else None,
            )


def _cases(source: Source) -> Iterator[Row]:
    for case in source.chronicle.cases:
        page = source.page(urls.case(case.id))
        for position, event in enumerate(case.events, 1):
            address = source.page(urls.event(event.id))
            yield case.id, page, case.title, position, event.id, address, _day(event)


def _state(printed: Note, shown: Note) -> str:
    if printed.url is None:
        return "missing"
    return "given" if shown.url == printed.url else "shortened"


def _told(event: Event, position: int, source: Source) -> tuple[str, int, str, str | None]:
    """Return the cells with which every row of what an event tells begins."""
    return event.id, position, source.page(urls.event(event.id)), _day(event)


def _day(event: Event) -> str | None:
    return event.date.isoformat() if event.date else None


def _name(one: Participant) -> str:
    return one.canonical or str(one.name)


def _several(values: Iterable[str]) -> str | None:
    """Return distinct *values* as one cell; None where there are none."""
    return PARTED.join(dict.fromkeys(values)) or None


_ROWS: Final[Mapping[str, Callable[[Source], Iterator[Row]]]] = {
    "events": _events,
    "people": _people,
    "mentions": _mentions,
    "provisions": _provisions,
    "sanctions": _sanctions,
    "notes": _notes,
    "cases": _cases,
}
