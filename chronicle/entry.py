"""One entry's text in, the event and everything odd in it out. Calls the extractors, in order.

The extractors do not know of each other: what one has found (the dateline, the note markers, the provisions)
is blanked before the next one reads, so that offsets stay true.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from chronicle.authority import KnownCorrection
from chronicle.dates import find_opening_date, meant_date
from chronicle.grammar import Grammar
from chronicle.model import Correction, Event, Note, NoteMarker, PrintedDate, Span
from chronicle.notes import host_of, safe_url
from chronicle.people import find_people
from chronicle.places import find_mentions, read_dateline
from chronicle.sanctions import distinct_sanctions, find_sanctions
from chronicle.statutes import find_provisions, find_unknown_codes, find_unread_articles
from chronicle.text import blank
from chronicle.topics import find_topics

#: something odd, with its place in an event's text: code, message, place
Oddity = tuple[str, str, Span]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What every entry of a digest shares."""

    #: the edition: '2022-12'
    edition: str
    first: dt.date
    last: dt.date
    grammar: Grammar
    #: words that the digest prints in lower case
    vocabulary: frozenset[str]
    #: address of each note's source, by number
    sources: Mapping[int, str]
    corrections: tuple[KnownCorrection, ...]

    @property
    def printed_year(self) -> int | None:
        """The year that the sidecar declares misprinted throughout; None where there is none."""
        years = [c.printed for c in self.corrections if c.entry == "all" and c.field == "year"]
        return int(years[0]) if years and years[0].isascii() and years[0].isdigit() else None

    def of(self, label: str) -> tuple[KnownCorrection, ...]:
        """Return the corrections of one entry."""
        return tuple(c for c in self.corrections if c.entry in (label, "all"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One entry of a digest, not yet read."""

    text: str
    label: str
    #: where the text begins in the digest, in characters, and on which line, 1-based
    start: int
    line: int
    markers: tuple[NoteMarker, ...]


def read_entry(passage: Passage, setting: Setting) -> tuple[Event, tuple[Oddity, ...]]:
    """Return the event that *passage* tells, and what is odd in it."""
    printed = find_opening_date(passage.text, setting.grammar.places.knows)
    assert printed is not None, "an entry begins with a date: that is what makes it one"
    date, remarks = meant_date(printed, setting.first, setting.last, setting.printed_year)
    date, remarks = _corrected(date, remarks, setting.of(passage.label))
    event = Event(
        edition=setting.edition,
        label=passage.label,
        ordinal=int(passage.label),
        text=passage.text,
        start=passage.start,
        line=passage.line,
        printed_date=printed,
        date=date,
        notes=tuple(_note(marker, setting) for marker in passage.markers),
        corrections=tuple(correction_of(c) for c in setting.of(passage.label)),
    )
    event, odd = _with_mentions(event, printed, setting)
    return event, (*((code, message, printed.at) for code, message in remarks), *odd)


def _with_mentions(event: Event, printed: PrintedDate, setting: Setting) -> tuple[Event, tuple[Oddity, ...]]:
    """Return *event* with everything that its words name, and what is odd in them."""
    grammar = setting.grammar
    dateline = read_dateline(event.text, printed, grammar.places)
    plain = blank(event.text, [note.at for note in event.notes])
    running = blank(plain, [Span(0, dateline.end)])
    provisions = find_provisions(running, grammar.codes)
    sanctions = distinct_sanctions(find_sanctions(running, grammar.money))
    named = blank(running, [provision.at for provision in provisions])
    people = find_people(named, dateline.end, grammar.names, setting.vocabulary)
    event = replace(
        event,
        body=dateline.end,
        dateline=dateline.places,
        mentions=find_mentions(running, dateline.end, grammar.places, dateline),
        people=people.participants,
        provisions=provisions,
        sanctions=sanctions,
        topics=find_topics(plain, grammar.topics, provisions, sanctions),
    )
    odd = (*dateline.findings, *people.doubts, *_minors(event), *_unknown_codes(running, event, grammar))
    return event, odd


def _corrected(
    date: dt.date | None, remarks: tuple[tuple[str, str], ...], corrections: Iterable[KnownCorrection]
) -> tuple[dt.date | None, tuple[tuple[str, str], ...]]:
    """Return the date that the editor vouches for, where there is one: then nothing about it is odd any more."""
    for correction in corrections:
        if correction.field == "date":
            return dt.date.fromisoformat(correction.meant), ()
    return date, remarks


def correction_of(known: KnownCorrection) -> Correction:
    """Return the editor's correction as a record."""
    return Correction(
        field=known.field, printed=known.printed, meant=known.meant, reason=known.reason, date=known.date
    )


def _note(marker: NoteMarker, setting: Setting) -> Note:
    url = setting.sources.get(marker.number)
    if url is None:
        return Note(number=marker.number, at=marker.at)
    host = host_of(url)
    return Note(
        number=marker.number,
        at=marker.at,
        url=url,
        outlet=_outlet(host, setting.grammar.outlets),
        safe=safe_url(url),
    )


def _outlet(host: str | None, outlets: Mapping[str, str]) -> str | None:
    """Return the outlet of *host*: listed itself, by the domain it belongs to, or the host's own name."""
    if host is None:
        return None
    bare = host.removeprefix("www.")
    parts = bare.split(".")
    domains = (".".join(parts[i:]) for i in range(len(parts) - 1))
    return next((outlets[domain] for domain in domains if domain in outlets), bare)


# ---------------------------------------------------------------- what is odd


def _minors(event: Event) -> Iterator[Oddity]:
    for person in event.people:
        if person.minor:
            yield (
                "minor",
                (
                    f"somebody named is {person.age} by the text: no page and no list names the child, "
                    "until people.yaml says 'index: yes' with a reason"
                ),
                person.mentions[0].at,
            )


def _unknown_codes(running: str, event: Event, grammar: Grammar) -> Iterator[Oddity]:
    for span in find_unknown_codes(running, grammar.codes):
        yield (
            "unknown-code",
            f"'{span.of(running)}' is not in seeds/authority/statutes.yaml: its articles have no page",
            span,
        )
    for span in find_unread_articles(running, grammar.codes):
        yield "unread-article", f"'{span.of(running)}' is no number of an article that is understood", span
    for provision in event.distinct_provisions:
        if provision.code is None:
            yield (
                "no-code",
                f"Article {provision.article} stands without its code: it has no page",
                provision.at,
            )
