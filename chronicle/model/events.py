"""One entry, one digest: what was read from them, and what is odd in them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from chronicle.model.mentions import (
    WITHHELD,
    Participant,
    PlaceMention,
    PrintedDate,
    Provision,
    Sanction,
    Source,
    Span,
)

#: stands for what a digest printed before it was changed, in an event of which something is withheld
UNTOLD: Final = "[words withheld]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something odd in a digest, with its place: collected, shown to the editor, never fatal."""

    #: a short id of the kind of oddity: 'misprinted-date'
    code: str
    #: one sentence an editor understands: what was seen, what was made of it, what would settle it
    message: str
    #: file name as the editor knows it: '2022-12.txt'
    file: str
    #: 1-based
    line: int
    column: int = 1
    #: the printed words that are odd; '' where a whole line is meant
    excerpt: str = ""
    #: the event it belongs to ('2022-12.18'); None where it concerns the edition
    event: str | None = None
    #: for the editor alone: where to write, then the lines that would settle it ('{day}': the day they are pasted)
    paste: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A difference between print and site, with its reason."""

    #: 'date', 'place', 'person', 'year', …
    field: str
    printed: str
    meant: str
    reason: str
    date: dt.date
    #: by whom it was noticed; '' where it is not said
    noticed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """An archived copy of a source."""

    url: str
    date: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A footnote of an event, resolved against the note list."""

    number: int
    at: Span
    #: without what identifies whoever collected it; None where the digest gives no source
    url: str | None = None
    #: the id in outlets.yaml, or the host's name where the file does not list it; None without url
    outlet: str | None = None
    #: whether `url` may be a live link (http or https, a public host, no credentials)
    safe: bool = True
    #: whether it stands where posts vanish or only members may read: social media, a login wall
    fragile: bool = False
    copy: Copy | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One entry of a digest, read."""

    edition: str
    label: str
    #: 1-based position in the digest as it stands now
    ordinal: int
    #: a slice of the digest: dateline and note markers included
    text: str
    #: offset of `text` in the digest, in characters
    start: int
    #: 1-based line of the digest on which `text` begins
    line: int
    printed_date: PrintedDate
    #: the day meant; None where the print gives no possible single day
    date: dt.date | None
    #: the dateline's end: where the running text begins
    body: int = 0
    dateline: tuple[PlaceMention, ...] = ()
    mentions: tuple[PlaceMention, ...] = ()
    people: tuple[Participant, ...] = ()
    #: in order of the text, repetitions included: see `distinct_provisions`
    provisions: tuple[Provision, ...] = ()
    #: each distinct one once
    sanctions: tuple[Sanction, ...] = ()
    topics: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    corrections: tuple[Correction, ...] = ()
    findings: tuple[Finding, ...] = ()
    #: a plain-text title made from date, place, subjects and provisions; set by `merge`
    title: str = ""

    @property
    def id(self) -> str:
        """The citation form: '2022-12.18'."""
        return f"{self.edition}.{self.label}"

    @property
    def distinct_provisions(self) -> tuple[Provision, ...]:
        """Each distinct provision once, in order of first citation."""
        first: dict[object, Provision] = {}
        for provision in self.provisions:
            first.setdefault(provision.key, provision)
        return tuple(first.values())

    @property
    def veils(self) -> tuple[tuple[Span, str], ...]:
        """Where withheld names stand, in order, and the words in brackets that stand for them in lists and feeds."""
        named = ((m.at, WITHHELD) for p in self.people if p.withheld for m in p.mentions)
        return tuple(sorted(named))

    @property
    def veiled(self) -> str:
        """The text for lists and feeds, no withheld name in it."""
        text = self.text
        for at, words in reversed(self.veils):
            text = f"{text[: at.start]}{words}{text[at.end :]}"
        return text

    @property
    def subjects(self) -> tuple[Participant, ...]:
        """The people whose rights or liberty the event is about."""
        return tuple(p for p in self.people if p.role == "subject")


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A line of the digest that is no part of an event and no note."""

    text: str
    line: int
    #: 'furniture' (site chrome), 'title', 'unplaced' (the editor must look)
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One digest: what the editor says about it, and what was read from it."""

    #: '2022-12'
    id: str
    title: str
    #: first and last day of the period
    first: dt.date
    last: dt.date
    #: '2022-12.txt'
    file: str
    #: of the bytes as received
    sha256: str
    #: the address the digest was published at; '' where not recorded
    address: str = ""
    #: the file name under which it was received; '' where not recorded
    received: str = ""
    events: tuple[Event, ...] = ()
    sources: tuple[Source, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    corrections: tuple[Correction, ...] = ()
    #: those of the edition and of all its events, in order of the digest
    findings: tuple[Finding, ...] = ()
