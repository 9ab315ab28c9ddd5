"""Editions -> the list of digests, and each digest in full with what is odd in it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar, Final

from chronicle import urls
from chronicle.addresses import strip_text, strip_traces
from chronicle.annotate import annotate, web_address
from chronicle.pages import words
from chronicle.pages.event import links
from chronicle.pages.lines import (
    CorrectionLine,
    SourceLine,
    correction_lines,
    source_line,
)
from chronicle.pages.lookup import Lookup, edition_ref
from chronicle.pages.oddities import findings_for_readers, oddity_name, told
from chronicle.pages.records import Fact, Page, Ref
from chronicle.pages.tombstones import GoneLine, gone_lines

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from markupsafe import Markup

    from chronicle.model import Edition, Event, Finding, Note, Source

_LISTED: Final = 200
_ODDITIES: Final = ("oddity", "oddities")


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionLine:
    """A digest in the list of digests."""

    ref: Ref
    period: str
    counts: str
    #: 'Year printed “2025” throughout, meant “2026”.'; '' for none
    corrected: str
    #: 'year-2022' where the digests of a year begin; '' elsewhere
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionsPage(Page):
    """All digests."""

    template: ClassVar[str] = "editions.html"

    count: str
    #: newest first
    editions: tuple[EditionLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryText:
    """An event as it stands in its digest."""

    id: str
    #: its label: the anchor
    anchor: str
    ref: Ref
    body: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Oddity:
    """What is odd in a digest, of one kind."""

    #: 'A misprinted date'
    name: str
    #: '2 oddities': one may be told of many entries
    count: str
    #: the sentence, with a link to the entry where it concerns one
    places: tuple[Ref, ...]
    more: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOutLine:
    """A line of the digest that belongs to no event."""

    line: int
    text: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionPage(Page):
    """One digest in full, as it runs."""

    template: ClassVar[str] = "edition.html"

    facts: tuple[Fact, ...]
    #: where it was published; '' where not recorded or where that is no address of the web
    address: str
    #: the first entry of each day, in order of the days
    days: tuple[Ref, ...]
    entries: tuple[EntryText, ...]
    corrections: tuple[CorrectionLine, ...]
    oddities: tuple[Oddity, ...]
    left_out: tuple[LeftOutLine, ...]
    sources: tuple[SourceLine, ...]
    #: '1–121'; the notes without a source
    missing: str
    missing_count: str
    #: events that are not among the entries any more
    gone: tuple[GoneLine, ...]
    previous: Ref | None
    next: Ref | None


def editions_page(lookup: Lookup) -> EditionsPage:
    """Return the list of digests."""
    editions = lookup.chronicle.editions
    newest = {one.id[:4]: one.id for one in editions}
    return EditionsPage(
        path=urls.EDITIONS,
        title="Editions",
        description="Every digest of the chronicle, newest first.",
        count=words.count(len(editions), ("digest", "digests")),
        editions=tuple(
            EditionLine(
                ref=edition_ref(one),
                period=words.period(one),
                counts="; ".join(_counts(one)),
                corrected=" ".join(_corrected(one)),
                anchor=urls.year_anchor(one.id[:4]) if newest[one.id[:4]] == one.id else "",
            )
            for one in reversed(editions)
        ),
    )


def edition_pages(lookup: Lookup) -> Iterator[EditionPage]:
    """Yield the page of every digest."""
    editions = lookup.chronicle.editions
    for place, edition in enumerate(editions):
        before = edition_ref(editions[place - 1]) if place else None
        after = edition_ref(editions[place + 1]) if place + 1 < len(editions) else None
        yield edition_page(edition, (before, after), lookup)


def edition_page(edition: Edition, beside: tuple[Ref | None, Ref | None], lookup: Lookup) -> EditionPage:
    """Return the page of *edition*; *beside* are the digests before and after it."""
    path = urls.edition(edition.id)
    sources = tuple(_sources(edition, lookup))
    listed = {source.number for source in sources}
    missing = {note.number for note in _notes(edition) if note.url is None}
    return EditionPage(
        path=path,
        title=words.edition_title(edition),
        description=f"The digest of {words.period(edition)} in full: {'; '.join(_counts(edition))}.",
        trail=(Ref(label="Editions", href=urls.EDITIONS),),
        facts=_facts(edition),
        address=web_address(strip_traces(edition.address)),
        days=tuple(_days(edition)),
        entries=tuple(_entry(event, listed, urls.root(path), lookup) for event in edition.events),
        corrections=correction_lines(edition.corrections),
        oddities=tuple(_oddities(edition, lookup)),
        left_out=tuple(
            LeftOutLine(line=one.line, text=strip_text(one.text), kind=words.LEFT_OUT.get(one.kind, one.kind))
            for one in edition.left_out
        ),
        sources=sources,
        missing=words.ranges(missing),
        missing_count=words.count(len(missing), words.NOTES),
        gone=gone_lines(edition.id, lookup.chronicle.tombstones),
        previous=beside[0],
        next=beside[1],
    )


def _corrected(edition: Edition) -> Iterator[str]:
    for one in correction_lines(edition.corrections):
        yield f"{one.field} printed “{one.printed}” throughout, meant “{one.meant}”."


def _days(edition: Edition) -> Iterator[Ref]:
    """Yield a link to the first entry of each day; the day alone stands for one of the edition's own month."""
    first: dict[dt.date, str] = {}
    for event in edition.events:
        if event.date:
            first.setdefault(event.date, event.label)
    for day, label in sorted(first.items()):
        own = f"{day:%Y-%m}" == edition.id
        yield Ref(label=str(day.day) if own else words.day(day), href=f"#{label}")


def _counts(edition: Edition) -> Iterator[str]:
    notes = {note.number: note.url for note in _notes(edition)}
    without = sum(url is None for url in notes.values())
    yield words.count(len(edition.events), words.EVENTS)
    some = f", {without:,} of them without a source" if without else ""
    yield words.count(len(notes), words.NOTES) + (
        ", none with a source" if without == len(notes) > 1 else some
    )
    if odd := findings_for_readers(edition.findings, edition.events):
        yield words.count(len(odd), _ODDITIES) + " of the print"


def _notes(edition: Edition) -> Iterator[Note]:
    return (note for event in edition.events for note in event.notes)


def _facts(edition: Edition) -> tuple[Fact, ...]:
    facts = {
        "Period": words.period(edition),
        "In it": "; ".join(_counts(edition)),
        "Corrected": " ".join(_corrected(edition)),
        "Received as": edition.received,
        "File": edition.file,
        "SHA-256 of the file": edition.sha256,
    }
    return tuple(Fact(name=name, values=(Ref(label=value),)) for name, value in facts.items() if value)


def _entry(event: Event, listed: set[int], root: str, lookup: Lookup) -> EntryText:
    row = lookup.rows[event.id]
    return EntryText(
        id=event.id,
        anchor=event.label,
        ref=Ref(label=event.id, href=row.href, remark=row.title),
        body=annotate(event.text, links(event, lookup, listed), root),
    )


def _sources(edition: Edition, lookup: Lookup) -> Iterator[SourceLine]:
    """Yield the note list: what the digest prints, and what was supplied later; a number once."""
    cited = {note.number: note for note in _notes(edition) if note.url is not None}
    printed = {source.number: source for source in reversed(edition.sources)}
    for number in sorted(cited | printed):
        yield (
            source_line(cited[number], lookup, edition.last) if number in cited else _uncited(printed[number])
        )


def _uncited(source: Source) -> SourceLine:
    """Return a source that no event cites: its address is shown, and is no link."""
    return SourceLine(
        number=source.number,
        anchor=f"note-{source.number}",
        outlet="cited by no event",
        url=strip_traces(source.url),
        href="",
        fault="no event cites it",
    )


def _oddities(edition: Edition, lookup: Lookup) -> Iterator[Oddity]:
    ordered = sorted(
        findings_for_readers(edition.findings, edition.events),
        key=lambda one: (oddity_name(one.code), one.line, one.column),
    )
    for name, group in groupby(ordered, lambda one: oddity_name(one.code)):
        found = tuple(group)
        left = len(found) - _LISTED
        yield Oddity(
            name=name,
            count=words.count(len(found), _ODDITIES),
            places=tuple(_place(one, lookup) for one in found[:_LISTED]),
            more=f"{left:,} more" if left > 0 else "",
        )


def _place(finding: Finding, lookup: Lookup) -> Ref:
    known = finding.event in lookup.rows
    return Ref(
        label=str(finding.event) if known else f"line {finding.line}",
        href=f"#{str(finding.event).split('.')[1]}" if known else "",
        remark=told(finding),
    )
