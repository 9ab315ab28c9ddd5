"""Entries of today, and events as they were published, in; which entry is which event, or what must be asked, out.

In this order, each step among what the one before left::

    the same words, white space, note markers and kinds of quotes aside        the event, wherever it stands
    'entry 18' in the ledger                                                   the event that the line is about
    the same words, day and digits aside                                       the event, if there is only one
    most words, the same people                                                the event, if no other fits
    the same words, or nearly, in another edition                              the event, moved
    some words                                                                 a question
    none                                                                       a new event; and one that is gone
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Final

from chronicle.book import Book, edition_of, parts_of_divided, said_by_ledger
from chronicle.doubts import Doubts, about_vanished, about_wordless, doubts_about
from chronicle.labels import give_labels, next_free
from chronicle.likeness import Reading, bare, lost_names, normal
from chronicle.memory import event_order
from chronicle.model import Change, Ledger, Remembered
from chronicle.pairing import (
    SURE_ELSEWHERE,
    Candidate,
    Pair,
    Place,
    Sought,
    plausible_pairs,
    sure_pairs,
)
from chronicle.rewording import changes_between

__all__ = ["Candidate", "Recognition", "recognise"]

#: how many events merged into one are tried in every order
_FEW: Final = 3
#: states of events whose entries may still stand in a digest, and must not be told anew
_HIDDEN: Final = ("redacted", "withdrawn", "merged")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """Which entry is which event."""

    #: by edition and position, for every entry; where there are questions, some are provisional
    labels: Mapping[Place, str]
    #: (id until now, id from now on) of events whose entries stand in another edition
    moved: tuple[tuple[str, str], ...]
    #: by the event's id from now on, for every event that was known again: oldest first
    changes: Mapping[str, tuple[Change, ...]]
    #: ids of live events that no entry is any more
    gone: tuple[str, ...]
    #: what an editor must answer before anything is published
    questions: tuple[str, ...]


def recognise(
    candidates: Sequence[Candidate], remembered: Sequence[Remembered], ledger: Ledger, day: dt.date
) -> Recognition:
    """Return which of *candidates* is which of the events *remembered*; *day* is that of changes and answers."""
    book = Book(
        entries={entry.place: entry for entry in sorted(candidates, key=lambda one: one.place)},
        events={e.event: e for e in sorted(remembered, key=lambda e: event_order(e.event)) if e.text},
        lines=ledger.of("event"),
        day=day,
    )
    found = _same(book, {}, str, edition_of)
    found |= _same(book, found, normal, edition_of)
    said, questions = said_by_ledger(book, found)
    found |= said
    found |= parts_of_divided(book, found)
    found |= _same_but_digits(book, found)
    readings = {entry.place: Reading(entry.text) for entry in book.free(found)}
    pairs = _own_pairs(book, found, readings)
    found |= sure_pairs(pairs)
    found |= _same(book, found, normal, None)
    pairs = _remaining(pairs, found)
    found |= _alike_elsewhere(book, found, readings, pairs)
    given = {*book.lines, *(one.event for one in remembered)}
    labels, moved = give_labels(book.entries, found, given)
    numbers = next_free({*given, *found.values()})
    doubts = doubts_about(_remaining(pairs, found), book.lines, numbers, day)
    gone = _gone(book, found, doubts, is_lost=not ledger.lines)
    return Recognition(
        labels=labels,
        moved=moved,
        changes=_changes(book, found, dict(moved)),
        gone=gone,
        questions=(
            *questions,
            *doubts.questions,
            *_wordless(book, found, doubts.numbers),
            *_vanished(book, found, gone),
        ),
    )


# ---------------------------------------------------------------- the same words


def _same(
    book: Book, found: Mapping[Place, str], key: Callable[[str], str], of: Callable[[str], str] | None
) -> dict[Place, str]:
    """Return the events whose words, by *key*, an entry prints: equal ones in order; with *of*, in their own edition.

    In other editions there must be as many entries as events.
    """
    events: dict[tuple[str, str], list[str]] = defaultdict(list)
    entries: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for event in book.missing(found):
        events[of(event.event) if of else "", key(event.text)].append(event.event)
    for entry in book.free(found) if events else ():
        entries[entry.edition if of else "", key(entry.text)].append(entry.place)
    same: dict[Place, str] = {}
    for words, ids in events.items():
        places = entries.get(words, [])
        if of or len(places) == len(ids):
            same |= zip(places, _first_live(book, ids, len(places)), strict=False)
    return same


def _first_live(book: Book, ids: Sequence[str], count: int) -> list[str]:
    """Return *count* of *ids* in order: of events with the same words those whose entries are likelier to stand."""
    ranks = {"live": 0, "withdrawn": 1, "redacted": 1}
    chosen = set(sorted(ids, key=lambda id_: ranks.get(book.state(id_), 2))[:count])
    return [id_ for id_ in ids if id_ in chosen]


def _same_but_digits(book: Book, found: Mapping[Place, str]) -> dict[Place, str]:
    """Return the events that an entry of their edition prints with another day or other digits, each the only one."""
    events: dict[tuple[str, str], list[Remembered]] = defaultdict(list)
    entries: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for event in book.sought(found):
        events[edition_of(event.event), bare(event.text)].append(event)
    for entry in book.free(found) if events else ():
        entries[entry.edition, bare(entry.text)].append(entry)
    return {
        entries[words][0].place: same[0].event
        for words, same in events.items()
        if len(same) == len(entries.get(words, ())) == 1 and _names_stand(same[0], entries[words][0])
    }


def _names_stand(event: Remembered, entry: Candidate) -> bool:
    names = [printed for _, printed in event.people]
    return lost_names(names, Reading(event.text), Reading(entry.text)) == ((), False)


# ---------------------------------------------------------------- other words


def _own_pairs(book: Book, found: Mapping[Place, str], readings: Mapping[Place, Reading]) -> list[Pair]:
    """Return which events and entries of the same edition, of those that are left, may be one."""
    events: dict[str, list[Sought]] = defaultdict(list)
    entries: dict[str, list[tuple[Candidate, Reading]]] = defaultdict(list)
    merged: dict[str, list[str]] = defaultdict(list)
    for event in book.missing(found):
        line = book.lines.get(event.event)
        if line and line.state == "merged":
            merged[line.to[0]].append(event.text)
    for event in book.sought(found):
        joined = merged.get(event.event, ())
        events[edition_of(event.event)].append(_sought(event, joined))
    for entry in book.free(found):
        entries[entry.edition].append((entry, readings[entry.place]))
    return [
        pair for edition, here in events.items() for pair in plausible_pairs(here, entries.get(edition, ()))
    ]


def _sought(event: Remembered, joined: Sequence[str] = ()) -> Sought:
    texts = (event.text, *joined)
    orders: Iterable[tuple[str, ...]] = permutations(texts) if len(texts) <= _FEW else (texts,)
    wholes = tuple(Reading("\n".join(order)) for order in orders) if joined else ()
    return Sought(known=event, reading=Reading(event.text), joined=wholes)


def _remaining(pairs: Sequence[Pair], found: Mapping[Place, str]) -> list[Pair]:
    taken = set(found.values())
    return [pair for pair in pairs if pair.entry.place not in found and pair.event.id not in taken]


def _alike_elsewhere(
    book: Book, found: Mapping[Place, str], readings: Mapping[Place, Reading], doubtful: Sequence[Pair]
) -> dict[Place, str]:
    """Return the live events that an entry of another edition surely is; what is in doubt at home is left out."""
    events = {pair.event.id for pair in doubtful}
    places = {pair.entry.place for pair in doubtful}
    sought = [
        _sought(one)
        for one in book.sought(found)
        if one.event not in events and book.state(one.event) == "live"
    ]
    free = [(entry, readings[entry.place]) for entry in book.free(found) if entry.place not in places]
    pairs = plausible_pairs(sought, free) if sought else []
    return sure_pairs([pair for pair in pairs if pair.entry.edition != pair.event.edition], SURE_ELSEWHERE)


# ---------------------------------------------------------------- what follows from it


def _changes(
    book: Book, found: Mapping[Place, str], moved: Mapping[str, str]
) -> dict[str, tuple[Change, ...]]:
    """Return the changes of every event that was known again, by its id from now on."""
    known = [(book.events[id_], book.entries[place]) for place, id_ in found.items() if id_ in book.events]
    return {
        moved.get(event.event, event.event): (
            *event.changes,
            *changes_between(event.text, entry.text, book.day),
        )
        for event, entry in known
    }


def _gone(book: Book, found: Mapping[Place, str], doubts: Doubts, *, is_lost: bool) -> tuple[str, ...]:
    """Return the live events that no entry is, or may be; none where the whole ledger is lost."""
    if is_lost:
        return ()
    live = {id_ for id_ in (*book.lines, *book.events) if book.state(id_) == "live"}
    return tuple(sorted(live - set(found.values()) - doubts.events, key=event_order))


def _vanished(book: Book, found: Mapping[Place, str], gone: Sequence[str]) -> Iterator[str]:
    """Yield what is asked about the events that are *gone*, edition by edition."""
    by_edition: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for id_ in gone:
        by_edition[edition_of(id_)].append((id_, book.events[id_].text if id_ in book.events else ""))
    for edition, events in by_edition.items():
        here = [(found.get(place, ""), entry) for place, entry in book.entries.items() if place[0] == edition]
        yield from about_vanished(events, here)


def _wordless(book: Book, found: Mapping[Place, str], numbers: Mapping[str, int]) -> Iterator[str]:
    """Yield a question for each new entry of an edition with a withdrawn event whose words are not kept."""
    wordless = {
        edition_of(id_): line
        for id_, line in reversed(tuple(book.lines.items()))
        if line.state in _HIDDEN and id_ not in book.events
    }
    asked = Counter[str]()
    for entry in book.free(found) if wordless else ():
        line = wordless.get(entry.edition)
        if line is not None:
            yield about_wordless(entry, line, numbers[entry.edition] + asked[entry.edition], book.day)
            asked[entry.edition] += 1
