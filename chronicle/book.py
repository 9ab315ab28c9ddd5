"""Entries, remembered events and the ledger in; what is left to be known again, and what the ledger itself says of it, out."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from chronicle.doubts import about_hint
from chronicle.likeness import Reading, share
from chronicle.memory import event_order
from chronicle.model import LedgerLine, Remembered
from chronicle.pairing import PART, Candidate, Place

#: states of events whose entries may stand in a digest with other words
_SOUGHT: Final = ("live", "withdrawn", "redacted")
_HINT: Final = re.compile(r"entry (?P<ordinal>[0-9]{1,6})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """Everything that the steps look at."""

    entries: Mapping[Place, Candidate]
    #: events whose words are kept, in order
    events: Mapping[str, Remembered]
    #: the ledger's lines about events
    lines: Mapping[str, LedgerLine]
    day: dt.date

    def state(self, id_: str) -> str:
        """Return what has become of an event; one that the ledger does not know is live."""
        return self.lines[id_].state if id_ in self.lines else "live"

    def free(self, found: Mapping[Place, str]) -> list[Candidate]:
        """Return the entries that are nobody's yet."""
        return [entry for place, entry in self.entries.items() if place not in found]

    def missing(self, found: Mapping[Place, str]) -> list[Remembered]:
        """Return the events that no entry is yet."""
        taken = set(found.values())
        return [event for id_, event in self.events.items() if id_ not in taken]

    def sought(self, found: Mapping[Place, str]) -> list[Remembered]:
        """Return those of them whose entries may stand there with other words."""
        return [event for event in self.missing(found) if self.state(event.event) in _SOUGHT]


def edition_of(id_: str) -> str:
    """Return the edition of an event's id: '2022-12.18' -> '2022-12'."""
    return id_.partition(".")[0]


def said_by_ledger(book: Book, found: Mapping[Place, str]) -> tuple[dict[Place, str], list[str]]:
    """Return the events whose ledger lines say which entry they are, and a sentence for each line that cannot be right.

    A line about an event whose very words stand elsewhere is old: entries have been inserted since.
    """
    said: dict[Place, str] = {}
    wrong: list[str] = []
    known = set(found.values())
    counts = Counter(edition for edition, _ in book.entries)
    for id_, line in book.lines.items():
        hint = _HINT.fullmatch(" ".join(line.to))
        if not hint or id_ in known:
            continue
        place = (edition_of(id_), int(hint["ordinal"]))
        other = found.get(place) or said.get(place, "")
        if other or place not in book.entries:
            wrong.append(about_hint(line, place, counts[place[0]], other))
        else:
            said[place] = id_
    return said, wrong


def parts_of_divided(book: Book, found: Mapping[Place, str]) -> dict[Place, str]:
    """Return the new events into which an editor has divided others, where entries hold parts of their words."""
    parts: dict[Place, str] = {}
    known = {*found.values(), *book.events}
    for id_, line in book.lines.items():
        new = [one for one in line.to if one not in known and edition_of(one) == edition_of(id_)]
        if line.state != "divided" or not new or id_ not in book.events:
            continue
        whole = Reading(book.events[id_].text)
        here = [e for e in book.free({**found, **parts}) if e.edition == edition_of(id_)]
        shares = {e.place: share(Reading(e.text), whole) for e in here}
        likely = sorted((p for p in shares if shares[p] >= PART), key=lambda p: (-shares[p], p))[: len(new)]
        if len(likely) == len(new):
            parts |= zip(sorted(likely), sorted(new, key=event_order), strict=True)
    return parts
