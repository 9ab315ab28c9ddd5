"""The ready-made tables -> their page, and for every row a page with the events behind each of its numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from chronicle import urls
from chronicle.answers import Counted, Figure, Row, Table, sums, tables
from chronicle.measures import FINES, Measure
from chronicle.pages import lists, penalties, words
from chronicle.pages.lookup import Lookup, edition_ref
from chronicle.pages.records import Page, Ref

if TYPE_CHECKING:
    from collections.abc import Iterator

#: in a longer list events stand under their ids alone
LONG: Final = 300
_MONTHS: Final = (
    "By the day of the event; an entry without a single day counts in the month of its digest. Months that no digest covers "
    "are not listed: that nothing is recorded does not say that nothing happened."
)
_ARTICLES: Final = (
    "Events that cite the article. An event that cites several articles counts under each, with everybody whom it concerns and "
    "every sanction that it names: a number here does not say that anyone was charged or punished under the article."
)
_PLACES: Final = (
    "Events that name the place or a place that lies in it; of a country, only those that name it itself. An event counts under "
    "each place that it names, so the lines must not be added up."
)
_SOURCES: Final = "Notes of each digest whose source is missing, or may be lost."
#: name, what the numbers are by, and what is said of all of them
_TABLES: Final = {
    "months": ("By month", "Month", _MONTHS),
    "articles": ("By article", "Article", _ARTICLES),
    "places": ("By place", "Place", _PLACES),
    "sources": ("Sources that are missing", "Digest", _SOURCES),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A number of a table, with what it counts, for those who do not see the head of the column."""

    number: str
    #: the events behind it; '' for none
    href: str
    #: 'mentions: Fines'
    unit: str
    name: str
    #: '107,205 tenge; 50 indices'; '' where nothing is added up
    sums: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLine:
    """A row of a table."""

    subject: Ref
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTable:
    """A ready-made answer."""

    name: str
    anchor: str
    by: str
    about: str
    #: '2 months'
    count: str
    columns: tuple[str, ...]
    lines: tuple[AnswerLine, ...]
    csv: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """What a column counts."""

    name: str
    unit: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersPage(Page):
    """All tables."""

    template: ClassVar[str] = "answers.html"

    tables: tuple[AnswerTable, ...]
    definitions: tuple[Definition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """A number, and the events behind it."""

    name: str
    anchor: str
    about: str
    #: '12 mentions in 9 events'
    count: str
    sums: str
    events: tuple[Ref, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerPage(Page):
    """The events behind the numbers of one row."""

    template: ClassVar[str] = "answer.html"

    subject: Ref
    about: str
    figures: tuple[Behind, ...]
    jumps: tuple[Ref, ...]


def answers_pages(lookup: Lookup) -> Iterator[AnswersPage | AnswerPage]:
    """Yield the page of tables, then the page of every row."""
    every = tables(lookup.chronicle)
    measures = dict.fromkeys(measure for table in every for measure in table.measures)
    yield AnswersPage(
        path=urls.ANSWERS,
        title="Answers",
        description="Ready-made tables by month, article and place: events, people concerned, detentions, fines, prison terms, refusals.",
        tables=tuple(_table(table, lookup) for table in every),
        definitions=tuple(Definition(name=one.name, unit=one.noun[1], about=one.about) for one in measures),
    )
    for table in every:
        for row in table.rows:
            yield _page(table, row, lookup)


def _table(table: Table, lookup: Lookup) -> AnswerTable:
    name, by, about = _TABLES[table.id]
    rows = reversed(table.rows) if table.id in {"months", "sources"} else table.rows
    return AnswerTable(
        name=name,
        anchor=table.id,
        by=by,
        about=about,
        count=words.count(len(table.rows), ("line", "lines")),
        columns=tuple(measure.name for measure in table.measures),
        lines=tuple(_line(table, row, lookup) for row in rows),
        csv=urls.answer_table(table.id),
    )


def _line(table: Table, row: Row, lookup: Lookup) -> AnswerLine:
    path = urls.answer(table.id, row.id)
    return AnswerLine(
        subject=_subject(table, row, lookup),
        cells=tuple(
            Cell(
                number=f"{one.number:,}",
                href=f"{path}#{one.measure.id}" if one.number else "",
                unit=one.measure.noun[one.number != 1],
                name=one.measure.name,
                sums=_sums(one, lookup),
            )
            for one in row.figures
        ),
    )


def _subject(table: Table, row: Row, lookup: Lookup) -> Ref:
    """Return what a row is about, with its own page where there is one."""
    if table.id == "months":
        return Ref(label=words.month(row.id))
    if table.id == "sources":
        return edition_ref(lookup.editions[row.id])
    if table.id == "articles":
        _, code, number, title = row.facts
        return Ref(label=f"{code}, Article {number}", href=urls.article(row.id), remark=title)
    _, name, kind = row.facts
    return Ref(label=name, href=urls.place(row.id), remark=lists.kind_beside(kind, name))


def _sums(figure: Figure, lookup: Lookup) -> str:
    if figure.measure is not FINES:
        return ""
    return "; ".join(penalties.amount(number, unit, lookup.units) for unit, number in sums(figure).items())


# ---------------------------------------------------------------- what is behind a row


def _page(table: Table, row: Row, lookup: Lookup) -> AnswerPage:
    name, _, about = _TABLES[table.id]
    subject = _subject(table, row, lookup)
    figures = tuple(_behind(one, lookup) for one in row.figures if one.number)
    return AnswerPage(
        path=urls.answer(table.id, row.id),
        title=f"{subject.label}: what is behind the numbers",
        description=f"The events behind each number of the table ‘{name}’ for {subject.label}.",
        noindex=True,
        trail=(Ref(label="Answers", href=urls.ANSWERS),),
        subject=subject,
        about=about,
        figures=figures,
        jumps=tuple(Ref(label=one.name, href=f"#{one.anchor}", remark=one.count) for one in figures),
    )


def _behind(figure: Figure, lookup: Lookup) -> Behind:
    return Behind(
        name=figure.measure.name,
        anchor=figure.measure.id,
        about=figure.measure.about,
        count=_count(figure.measure, figure),
        sums=_sums(figure, lookup),
        events=tuple(_event(one, lookup, long=len(figure.counted) > LONG) for one in figure.counted),
    )


def _count(measure: Measure, figure: Figure) -> str:
    said = words.count(figure.number, measure.noun)
    return said if measure.noun == words.EVENTS else f"{said} in {lists.events_words(len(figure.counted))}"


def _event(one: Counted, lookup: Lookup, *, long: bool) -> Ref:
    row = lookup.rows[one.event.id]
    return Ref(
        label=row.id if long else f"{row.id}: {row.title}",
        href=row.href,
        remark="; ".join(_counted(one, lookup)),
    )


def _counted(one: Counted, lookup: Lookup) -> Iterator[str]:
    """Yield what of an event is counted, in words."""
    yield from (penalties.printed_sanction(sanction, lookup.units) for sanction in one.sanctions)
    if one.people:
        yield words.joined([lookup.people[person].name for person in one.people])
    if one.others:
        yield words.count(one.others, words.PEOPLE)
    if one.notes:
        yield f"{'note' if len(one.notes) == 1 else 'notes'} {words.ranges(note.number for note in one.notes)}"
