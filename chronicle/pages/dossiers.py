"""A person, a place, an article, a topic, a case -> all its events in full on one page that is made to be printed or saved.

Names that stand in no list stand in no dossier: the digest's whole words are at the address of each event.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar, Final

from chronicle import urls
from chronicle.pages import lists, penalties, words
from chronicle.pages.errata import veiled
from chronicle.pages.event import printed_day
from chronicle.pages.lines import CorrectionLine, SourceLine, correction_lines, source_lines
from chronicle.pages.records import Page, Ref
from chronicle.pages.subjects import Subject, subjects
from chronicle.references import ACCESSED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from chronicle.model import Edition, Event, Site
    from chronicle.pages.lookup import Lookup

#: events on one page; where there are more, each year has a page, and each month of a year that has more itself
MOST: Final = 500

_WORDS: Final = (
    "The words are those of the digests, unchanged; what stands beside them was read from them by a program and can be "
    "mistaken. A name that is kept out of lists is replaced by words in brackets; the digest’s whole words stand at the "
    "address of each event."
)
_SANCTIONS: Final = "Sanctions are those that an event names, whether imposed, sought, served or refused: the record does not say which."


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierSource:
    """A source, spelled out: on paper, nothing can be followed but an address."""

    line: SourceLine
    #: 'seen by 31 December 2022 at the latest'
    seen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierEvent:
    """One event in full."""

    id: str
    anchor: str
    title: str
    href: str
    address: str
    day: str
    iso: str
    #: the printed date, where it is not the same as the day meant; else ''
    printed_day: str
    place: str
    #: in what part the person of the dossier is named; '' in all other dossiers
    part: str
    provisions: str
    sanctions: str
    paragraphs: tuple[str, ...]
    sources: tuple[DossierSource, ...]
    corrections: tuple[CorrectionLine, ...]
    #: 'entry 18 in Digest of December 2022: 2022-12.txt, line 35'
    printed_in: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierPage(Page):
    """All events on one subject; where they are very many, one part of them, or the list of parts."""

    template: ClassVar[str] = "dossier.html"
    print_style: ClassVar[str] = urls.DOSSIER_STYLE

    #: the page that the dossier is on
    subject: Ref
    subject_address: str
    #: what the subject is, in a few words
    about: str
    #: 'December 2022' of a part; '' for the whole
    part: str
    count: str
    span: str
    caveats: tuple[str, ...]
    events: tuple[DossierEvent, ...]
    #: the parts, each with its count; empty where all stands on one page
    parts: tuple[Ref, ...]
    citation: str


def dossier_pages(lookup: Lookup, site: Site) -> Iterator[DossierPage]:
    """Yield the dossier of every person, place, article, topic and case, in all its parts."""
    once: dict[str, DossierEvent] = {}

    def full(event: Event) -> DossierEvent:
        if event.id not in once:
            once[event.id] = _event(event, lookup.editions[event.edition], lookup, site)
        return once[event.id]

    for subject in subjects(lookup):
        yield from _pages(subject, full, lookup, site)


def _pages(
    subject: Subject, full: Callable[[Event], DossierEvent], lookup: Lookup, site: Site
) -> Iterator[DossierPage]:
    ordered = lists.ordered(subject.events, lookup)
    whole = _page(subject, "", ordered, site)
    if len(ordered) <= MOST:
        yield _filled(whole, subject, map(full, ordered))
        return
    parts = tuple(_parts(ordered))
    yield replace(
        whole,
        parts=tuple(
            Ref(
                label=_part_name(key),
                href=urls.dossier(subject.path, key),
                remark=lists.events_words(len(events)),
            )
            for key, events in parts
        ),
    )
    for key, events in parts:
        yield _filled(_page(subject, key, events, site), subject, map(full, events))


def _parts(ordered: Sequence[Event]) -> Iterator[tuple[str, list[Event]]]:
    """Yield '2022' with its events, or, where they are too many, each of its months: '2022-12'."""
    for year, group in groupby(ordered, lambda event: words.month_of(event)[:4]):
        events = list(group)
        if len(events) <= MOST:
            yield year, events
        else:
            yield from ((month, list(found)) for month, found in groupby(events, words.month_of))


def _part_name(key: str) -> str:
    return words.month(key) if "-" in key else key


def _page(subject: Subject, part: str, events: Sequence[Event], site: Site) -> DossierPage:
    """Return the frame of a dossier: neither its events nor the links to its parts are in it yet."""
    path = urls.dossier(subject.path, part)
    title = f"Dossier: {subject.name}" + (f", {_part_name(part)}" if part else "")
    count = lists.events_words(len(events))
    return DossierPage(
        path=path,
        title=title,
        description=f"{count} in full, to print or to save.",
        noindex=True,
        trail=(*subject.trail, Ref(label=subject.name, href=subject.path)),
        subject=Ref(label=subject.name, href=subject.path),
        subject_address=site.address + urls.public(subject.path),
        about=subject.about,
        part=_part_name(part) if part else "",
        count=count,
        span=lists.span_words(events),
        caveats=(*subject.caveats, _WORDS, _SANCTIONS),
        events=(),
        parts=(),
        citation=(
            f"{words.sentence(title)} {site.title}, published by {words.sentence(site.publisher)} "
            f"As of {words.day(site.date)}. {site.address}{urls.public(path)} {ACCESSED}"
        ),
    )


def _filled(page: DossierPage, subject: Subject, events: Iterable[DossierEvent]) -> DossierPage:
    return replace(page, events=tuple(_of(subject, event) for event in events))


def _of(subject: Subject, event: DossierEvent) -> DossierEvent:
    if event.id in subject.bare:
        event = replace(event, provisions="", sanctions="")
    return replace(event, part=subject.parts[event.id]) if subject.parts else event


def _event(event: Event, edition: Edition, lookup: Lookup, site: Site) -> DossierEvent:
    row = lookup.rows[event.id]
    sanctions = dict.fromkeys(penalties.printed_sanction(one, lookup.units) for one in event.sanctions)
    return DossierEvent(
        id=event.id,
        anchor=f"event-{event.id.replace('.', '-')}",
        title=row.title,
        href=row.href,
        address=site.address + urls.public(row.href),
        day=row.day,
        iso=row.iso,
        printed_day=printed_day(event),
        place=row.place,
        part="",
        provisions="; ".join(_provisions(event, lookup)),
        sanctions="; ".join(sanctions),
        paragraphs=tuple(filter(str.strip, event.veiled.splitlines())),
        sources=_sources(source_lines(event.notes, lookup, edition.last), edition),
        corrections=correction_lines(veiled(event), lookup.places),
        printed_in=f"{words.edition_title(edition)}, file {edition.file}, line {event.line}",
    )


def _sources(lines: Iterable[SourceLine], edition: Edition) -> tuple[DossierSource, ...]:
    seen = f"seen by {words.day(edition.last)} at the latest"
    return tuple(DossierSource(line=line, seen=seen if line.url and not line.copy else "") for line in lines)


def _provisions(event: Event, lookup: Lookup) -> Iterator[str]:
    for one in event.distinct_provisions:
        code = lookup.codes.get(one.code or "")
        yield f"{words.provision(one)}, {code.name if code else one.code or 'code not stated'}"
