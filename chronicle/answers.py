"""Chronicle -> ready-made tables, each number with the events behind it; and each table as CSV.

Counted is what events tell: what was imposed, sought or served, the record does not tell apart.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING, Final

from chronicle import urls
from chronicle.lexicon import refusals
from chronicle.measures import (
    DETENTIONS,
    EVENTS,
    FINES,
    MEASURES,
    MISSING,
    NOTES,
    OTHERS,
    PRISON,
    REFUSALS,
    RESTRICTIONS,
    SOURCES,
    SUBJECTS,
    UNSAVED,
    Measure,
)
from chronicle.model import Output
from chronicle.text import any_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from chronicle.model import Chronicle, Edition, Event, Note, Place, Sanction, Site

#: letters before and after a refusal among which it is said what was refused
_BEFORE: Final = 120
_AFTER: Final = 200
# 'did not give permission', 'refusal to hold', then within reach 'rally'
_REFUSED: Final = re.compile(rf"\b(?:{'|'.join(refusals.REFUSED)})\b", re.IGNORECASE)
_ASSEMBLY: Final = re.compile(any_of(refusals.ASSEMBLIES), re.IGNORECASE)
# what a spreadsheet takes for a formula, after blanks, quotes and marks of the byte order
_FORMULA: Final = re.compile(r"[\s\"'\ufeff;；]*[=+\-@＝＋－＠\t\r]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """An event behind a number, and what of it is counted."""

    event: Event
    sanctions: tuple[Sanction, ...] = ()
    #: ids of people with a page
    people: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    #: how many without a name to show
    others: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number, and the events behind it."""

    measure: Measure
    number: int
    counted: tuple[Counted, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of a table."""

    #: '2022-12', 'cc/405', 'almaty'
    id: str
    #: what stands before the numbers in the CSV, by the names of the table's columns
    facts: tuple[str, ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A ready-made answer."""

    id: str
    #: columns before the numbers
    columns: tuple[str, ...]
    measures: tuple[Measure, ...]
    rows: tuple[Row, ...]


#: a row before it is counted: its id, its facts, its events
_Group = tuple[str, tuple[str, ...], "Sequence[Event]"]


def tables(chronicle: Chronicle) -> tuple[Table, ...]:
    """Return every table: by month, by article, by place, and of sources by digest."""
    paged = frozenset(person.id for person in chronicle.people)
    refused = frozenset(event.id for event in chronicle.events if tells_of_refusal(event))

    def counted(id_: str, columns: tuple[str, ...], groups: Iterable[_Group]) -> Table:
        rows = tuple(
            Row(id=row, facts=facts, figures=tuple(_figures(events, paged, refused)))
            for row, facts, events in groups
        )
        return Table(id=id_, columns=columns, measures=MEASURES, rows=rows)

    return (
        counted("months", ("month",), _months(chronicle)),
        counted("articles", ("id", "code", "article", "title"), _articles(chronicle)),
        counted("places", ("id", "place", "kind"), _places(chronicle)),
        Table(id="sources", columns=("digest",), measures=SOURCES, rows=tuple(_digests(chronicle))),
    )


def month_of(event: Event) -> str:
    """Return the month an event counts in, '2022-12': that of its day, else that of its digest."""
    return f"{event.date.year:04}-{event.date.month:02}" if event.date else event.edition


def events_in(place: Place) -> tuple[Event, ...]:
    """Return the events that name *place* or what lies in it; of a country only those that name it itself."""
    inside = () if place.kind == "country" else place.inside
    return tuple({event.id: event for event in (*place.events, *inside)}.values())


def tells_of_refusal(event: Event) -> bool:
    """Tell whether *event* says that an assembly was not permitted."""
    text = event.text
    return any(
        _ASSEMBLY.search(text, max(0, found.start() - _BEFORE), found.end() + _AFTER)
        for found in _REFUSED.finditer(text)
    )


def sums(figure: Figure) -> dict[str, int]:
    """Return the sums of fines by the id of their unit, in order of the ids."""
    added: dict[str, int] = defaultdict(int)
    for one in figure.counted:
        for sanction in one.sanctions:
            if sanction.amount is not None and sanction.unit:
                added[sanction.unit] += sanction.amount
    return dict(sorted(added.items()))


def _months(chronicle: Chronicle) -> Iterator[_Group]:
    found: dict[str, list[Event]] = defaultdict(list)
    for event in chronicle.events:
        found[month_of(event)].append(event)
    return ((month, (month,), events) for month, events in sorted(found.items()))


def _articles(chronicle: Chronicle) -> Iterator[_Group]:
    for code in chronicle.codes:
        for one in code.articles:
            facts = (one.id, code.name, one.number, one.title or "")
            yield one.id, facts, [event for event, _ in one.citations]


def _places(chronicle: Chronicle) -> Iterator[_Group]:
    for place in chronicle.places:
        if events := events_in(place):
            yield place.id, (place.id, place.name, place.kind), events


def _digests(chronicle: Chronicle) -> Iterator[Row]:
    for edition in chronicle.editions:
        yield Row(id=edition.id, facts=(edition.id,), figures=tuple(_sources(edition)))


def _figures(events: Sequence[Event], paged: frozenset[str], refused: frozenset[str]) -> Iterator[Figure]:
    yield Figure(measure=EVENTS, number=len(events), counted=tuple(Counted(event=event) for event in events))
    people = [
        Counted(
            event=event,
            people=tuple(dict.fromkeys(one.id for one in event.subjects if one.id in paged if one.id)),
        )
        for event in events
    ]
    named = {person for one in people for person in one.people}
    yield Figure(measure=SUBJECTS, number=len(named), counted=tuple(one for one in people if one.people))
    others = [
        Counted(event=event, others=sum(one.id not in paged for one in event.subjects)) for event in events
    ]
    yield Figure(
        measure=OTHERS,
        number=sum(one.others for one in others),
        counted=tuple(one for one in others if one.others),
    )
    for measure in (DETENTIONS, PRISON, RESTRICTIONS, FINES):
        yield _named(measure, events)
    told = tuple(Counted(event=event) for event in events if event.id in refused)
    yield Figure(measure=REFUSALS, number=len(told), counted=told)


def _named(measure: Measure, events: Iterable[Event]) -> Figure:
    """Return how often sanctions of one measure are named: each distinct one once in an event."""
    found = (
        (
            event,
            {(one.kind, one.amount, one.unit): one for one in event.sanctions if one.kind in measure.kinds},
        )
        for event in events
    )
    counted = tuple(Counted(event=event, sanctions=tuple(named.values())) for event, named in found if named)
    return Figure(measure=measure, number=sum(len(one.sanctions) for one in counted), counted=counted)


def _sources(edition: Edition) -> Iterator[Figure]:
    for measure in SOURCES:
        counted = tuple(
            Counted(event=event, notes=notes)
            for event in edition.events
            if (notes := tuple(_notes(event, measure)))
        )
        yield Figure(measure=measure, number=sum(len(one.notes) for one in counted), counted=counted)


def _notes(event: Event, measure: Measure) -> Iterator[Note]:
    for note in {note.number: note for note in event.notes}.values():
        if (
            measure is NOTES
            or (measure is MISSING and note.url is None)
            or (measure is UNSAVED and note.fragile and note.copy is None)
        ):
            yield note


# ---------------------------------------------------------------- files


def answer_files(chronicle: Chronicle, site: Site) -> Iterator[Output]:
    """Yield every table as CSV: one line a row, with the day of the build and the address of what is behind it."""
    for table in tables(chronicle):
        yield Output(urls.answer_table(table.id), _csv(table, site))


def _csv(table: Table, site: Site) -> bytes:
    """Return *table* by RFC 4180: text in quotes, numbers bare, lines end in CR LF."""
    units = sorted({unit for row in table.rows for figure in _fines(row) for unit in sums(figure)})
    counts = [_column(measure.id) for measure in table.measures]
    money = [f"fines_sum_{unit}" for unit in units] if FINES in table.measures else []
    written = StringIO(newline="")
    writer = csv.writer(written, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow([*table.columns, *counts, *money, "as_of", "address"])
    for row in table.rows:
        added = {unit: number for figure in _fines(row) for unit, number in sums(figure).items()}
        writer.writerow(
            [
                *map(harmless, row.facts),
                *(figure.number for figure in row.figures),
                *(added.get(unit, 0) for unit in units),
                site.date.isoformat(),
                harmless(site.address + urls.public(urls.answer(table.id, row.id))),
            ]
        )
    return written.getvalue().encode()


def _column(id_: str) -> str:
    return id_.replace("-", "_")


def _fines(row: Row) -> Iterator[Figure]:
    return (figure for figure in row.figures if figure.measure is FINES)


def harmless(text: str) -> str:
    """Return *text* as no spreadsheet takes it for a formula: an apostrophe before what begins like one."""
    return f"'{text}" if _FORMULA.match(text) else text
