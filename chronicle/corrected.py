"""An event as it was read and the editor's corrections of it in; the event as it is meant out, and what does not fit.

The printed words stay: a correction changes what they are read as. Where nothing was read, it is added at their place.
Corrections of one event are made in order of their dates, so that the later one of the same words holds; all are kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rapidfuzz import fuzz

from chronicle.addresses import strip_traces
from chronicle.authority import KnownCorrection, KnownSource
from chronicle.entry import Oddity, Setting
from chronicle.fields import STEPS, touches
from chronicle.model import (
    Correction,
    Event,
    Note,
    Span,
)
from chronicle.sanctions import distinct_sanctions, find_sanctions
from chronicle.text import blank, level
from chronicle.topics import find_topics

#: field -> what is odd no more where its words are corrected
_SETTLED: Final[Mapping[str, frozenset[str]]] = {
    "date": frozenset({"date-range", "impossible-date", "misprinted-date", "outside-period"}),
    "place": frozenset(
        {"ambiguous-place", "likely-misprint", "place-contradicts", "place-former-name", "place-misprint"}
        | {"unlisted-place"}
    ),
    "person": frozenset(
        {
            "ambiguous-name",
            "ambiguous-place",
            "likely-misprint",
            "name-order",
            "spellings-differ",
            "unlisted-place",
        }
    ),
    "provision": frozenset({"no-code", "unknown-code", "unread-article"}),
    "sanction": frozenset({"odd-number", "odd-term"}),
}


@dataclass(frozen=True, slots=True)
class Corrected:
    """An event with its corrections, what is still odd in it, and the corrections that do not fit, a sentence each."""

    event: Event
    odd: tuple[Oddity, ...]
    mistakes: tuple[str, ...] = ()


def corrected(event: Event, odd: tuple[Oddity, ...], setting: Setting) -> Corrected:
    """Return *event* as the corrections of *setting* hold it to be meant; *odd* is what was odd as it was read.

    A mistake begins with its key in the sidecar: 'corrections.3: …'.
    """
    known = sorted(setting.of(event.label), key=lambda one: one.date)
    if not known:
        return Corrected(event, odd)
    mistakes: list[str] = []
    made, left = _with_every_sanction(event, known, setting), odd
    for one in known:
        if one.field != "year":
            done = _corrected(made, left, one, setting)
            if isinstance(done, str):
                mistakes.append(f"corrections.{_number(one, setting.corrections)}: {done}")
            else:
                made, left = done
    made = replace(_told_anew(event, made, setting), corrections=tuple(map(correction_of, known)))
    return Corrected(made, left, tuple(mistakes))


def correction_of(known: KnownCorrection) -> Correction:
    """Return the editor's correction as a record."""
    return Correction(
        field=known.field,
        printed=" ".join(known.printed.split()),
        meant=known.meant,
        reason=known.reason,
        date=known.date,
        noticed=known.noticed,
    )


def supplied(event: Event, sources: Iterable[KnownSource], listed: Mapping[int, str]) -> Event:
    """Return *event* with a correction for each note whose source is not the one that the digest lists, by number."""
    later = {int(one.number): one for one in sources if listed.get(int(one.number)) != one.url}
    notes = {note.number: note for note in event.notes if note.number in later}
    if not notes:
        return event
    added = (_source(note, later[number], listed.get(number)) for number, note in notes.items())
    return replace(event, corrections=tuple(sorted((*event.corrections, *added), key=lambda one: one.date)))


def _source(note: Note, known: KnownSource, printed: str | None) -> Correction:
    return Correction(
        field="source",
        printed=strip_traces(printed) if printed else f"[{note.number}]",
        meant=note.url or known.url,
        reason=known.reason,
        date=known.date,
    )


def unfit(setting: Setting, events: Sequence[Event]) -> Iterator[str]:
    """Yield what is wrong with the corrections of entries that are not there, and with those of every entry."""
    labels = {event.label for event in events}
    for number, known in enumerate(setting.corrections, start=1):
        if known.entry == "all":
            wrong = _unfit_year(known, events, setting)
        elif known.entry not in labels:
            wrong = f"a correction speaks of entry {known.entry}, which the digest does not have: mend 'entry', or remove it"
        else:
            wrong = ""
        if wrong:
            yield f"corrections.{number}: {wrong}"


def _unfit_year(known: KnownCorrection, events: Sequence[Event], setting: Setting) -> str:
    other = next((e for e in events if not _stands(known.printed, e.printed_date.text)), None)
    if other:
        return (
            f"a correction says that the date of every entry is printed with '{known.printed}', but it is not:"
            f" entry {other.label} prints '{other.printed_date.text}'; mend or remove it"
        )
    if known.meant == known.printed:
        return f"the correction of the year of every entry corrects nothing: '{known.printed}' is what it prints; remove it"
    if not setting.first.year <= int(known.meant) <= setting.last.year:
        return f"a correction says that the year meant is {known.meant}, but the digest is of {setting.first} to {setting.last}: mend 'meant', or 'period'"
    return ""


def _number(known: KnownCorrection, every: Sequence[KnownCorrection]) -> int:
    return next(n for n, one in enumerate(every, start=1) if one is known)


# ---------------------------------------------------------------- one correction


def _corrected(
    event: Event, odd: tuple[Oddity, ...], known: KnownCorrection, setting: Setting
) -> tuple[Event, tuple[Oddity, ...]] | str:
    """Return *event* and what is still odd once *known* holds, or what is wrong with it."""
    at = _printed_at(event, known)
    if not at and known.printed:
        return _misfit(event, known)
    if known.field == "note":
        return event, odd
    made = STEPS[known.field](event, known, at, setting)
    if isinstance(made, str):
        return made
    settled = _SETTLED[known.field]
    left = tuple(one for one in odd if one.code not in settled or not touches(one.at, at))
    if (made, left) == (event, odd):
        return f"the correction of the {known.field} of entry {event.label} corrects nothing: '{known.printed}' is read as '{known.meant}' already; remove it"
    return made, left


def _printed_at(event: Event, known: KnownCorrection) -> tuple[Span, ...]:
    """Return where the words to be corrected stand: those of a date, only where the date is printed."""
    if known.field == "date":
        return (event.printed_date.at,) if _stands(known.printed, event.printed_date.text) else ()
    return _stands(known.printed, event.text)


def _stands(printed: str, text: str) -> tuple[Span, ...]:
    """Return where *text* prints the words *printed*, white space and the kind of quotation marks aside."""
    words = level(printed).split()
    if not words:
        return ()
    pattern = " +".join(map(re.escape, words))
    before = r"(?<!\w)" if re.match(r"\w", words[0]) else ""
    after = r"(?!\w)" if re.search(r"\w\Z", words[-1]) else ""
    return tuple(Span(*found.span()) for found in re.finditer(f"{before}{pattern}{after}", level(text)))


def _misfit(event: Event, known: KnownCorrection) -> str:
    if known.field == "date":
        return (
            f"a correction says that the date of entry {event.label} is printed with '{known.printed}', but it is not:"
            f" it is printed '{event.printed_date.text}'; mend or remove it"
        )
    flat = level(event.text)
    best = fuzz.partial_ratio_alignment(level(known.printed), flat)
    start, end = (best.dest_start, best.dest_end) if best else (0, 0)
    start, end = flat.rfind(" ", 0, start + 1) + 1, (flat.find(" ", max(end - 1, 0)) + 1 or len(flat) + 1) - 1
    return (
        f"a correction speaks of '{known.printed}', which entry {event.label} does not print:"
        f" the nearest words there are '{' '.join(event.text[start:end].strip(' ,.;:').split())}'; mend or remove it"
    )


def _running(event: Event) -> str:
    """Return the text as sanctions and topics are read from it: dateline and note markers blanked."""
    return blank(event.text, [Span(0, event.body), *(note.at for note in event.notes)])


def _with_every_sanction(event: Event, known: Iterable[KnownCorrection], setting: Setting) -> Event:
    """Return *event* with its sanctions told again where they are: of two alike just one may be misprinted."""
    if all(one.field != "sanction" for one in known):
        return event
    return replace(event, sanctions=find_sanctions(_running(event), setting.grammar.money))


def _told_anew(event: Event, made: Event, setting: Setting) -> Event:
    """Return *made* of *event* with each sanction once, and with the topics of which it speaks now."""
    if made is event:
        return made
    made = replace(made, sanctions=distinct_sanctions(made.sanctions))
    if (made.provisions, made.sanctions) == (event.provisions, event.sanctions):
        return made
    topics = find_topics(
        _running(made), setting.grammar.topics, made.provisions, made.sanctions, setting.last
    )
    return replace(made, topics=topics)
