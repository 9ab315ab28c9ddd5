"""Editions in, the names of those who have no page for a reason out: they stand in texts alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from chronicle.model import WITHHELD, Edition, Participant
from chronicle.text import slug
from chronicle.withholding.names import name_of
from chronicle.withholding.scope import Withheld


def unindexed(editions: Iterable[Edition], withdrawn: Collection[str] = ()) -> Withheld:
    """Return the names of those who have no page for a reason: children above all. They stand in texts alone.

    Not those whose page was *withdrawn*, by id: its address stays.
    """
    people = {p for edition in editions for event in edition.events for p in event.people}
    hidden = (
        p for p in people if p.withheld and p.canonical != WITHHELD and slug(p.canonical) not in withdrawn
    )
    shown = {pair for p in people if p.id is not None for pair in _full(p)}
    return Withheld(phrases=frozenset(pair for p in hidden for pair in _full(p)) - shown)


def _full(person: Participant) -> frozenset[tuple[str, ...]]:
    return name_of((person.canonical, str(person.name), *person.printed), (person.name.surname,), ()).full
