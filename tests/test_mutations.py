"""The real digests in other print: the records stay the same, and no paragraph is lost or fused with its neighbour."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Final

import pytest

from chronicle.catalogue import Catalogue, read_catalogue
from chronicle.files import read_seeds
from chronicle.grammar import Grammar, grammar_of
from chronicle.model import Edition, Event
from chronicle.read import read_edition
from chronicle.seeds import SeedFile
from chronicle.text import fold
from tests.mutations import KINDS, Edit, rewritten, rewritten_entries
from tests.seeding import seed as seed_file

SEEDS: Final = Path(__file__).parent.parent / "seeds"
DIGESTS: Final = ("2022-12", "2026-01")

#: the kinds where much is left to chance, and the random seeds they are tried with; the others are tried with 1
SEEDED: Final = {"layout": (1, 2), "double_spaces": (1, 2)}
#: the kinds that leave the running text as it is but for its blanks: the dateline must end where it did
BODY_KEPT: Final = ("datelines", "no_break_spaces", "double_spaces", "wraps")


@lru_cache(maxsize=1)
def known() -> tuple[Catalogue, Grammar]:
    catalogue = read_catalogue(read_seeds(SEEDS))
    return catalogue, grammar_of(catalogue.authority)


@lru_cache(maxsize=4)
def digest(name: str) -> SeedFile:
    return next(file for file in read_seeds(SEEDS).editions if file.stem == name)


def read(name: str, text: str) -> Edition:
    """Read *text* as the digest *name*, without the corrections: they speak of what the unmutated one prints."""
    catalogue, grammar = known()
    sidecar = catalogue.sidecars[name].model_copy(update={"corrections": ()})
    return read_edition(seed_file(f"editions/{name}.txt", text), sidecar, grammar)


@lru_cache(maxsize=4)
def unmutated(name: str) -> Edition:
    return read(name, digest(name).text)


def record(event: Event) -> dict[str, object]:
    """What *event* says, apart from the print."""
    return {
        "date": event.date,
        "dateline": {place.id for place in event.dateline},
        "body": solid(event.text[event.body :]),
        "places": {place.id for place in event.mentions},
        "notes": [(note.number, note.url) for note in event.notes],
        "people": {(fold(str(p.name)), p.name.full, p.role, p.age, p.minor) for p in event.people},
        "names": {(p.name.given, p.name.surname) for p in event.people},
        "provisions": {provision.key for provision in event.provisions},
        "sanctions": {(sanction.kind, sanction.amount, sanction.unit) for sanction in event.sanctions},
        "topics": set(event.topics),
    }


def solid(text: str) -> str:
    """Return *text* without blanks."""
    return "".join(text.split())


def changes(kind: str, before: Edition, after: Edition, entries: list[str]) -> Iterator[str]:
    """Yield 'event what: read before -> read now' where a mutation of *kind* has changed what is read."""
    read_now = {event.label: event for event in after.events}
    allowed = {"body"} if kind not in BODY_KEPT else set()
    allowed |= {"names"} if kind == "name_order" else set()
    for event, entry in zip(before.events, entries, strict=True):
        now = read_now.get(event.label)
        if now is None or solid(now.text) != solid(entry):
            yield f"{event.id} text: {entry!r} -> {now and now.text!r}"
            continue
        old, new = record(event), record(now)
        yield from (
            f"{event.id} {what}: {old[what]} -> {new[what]}"
            for what in old
            if old[what] != new[what] and what not in allowed
        )


def all_words(edition: Edition) -> str:
    """Return everything that *edition* holds, in the order of the digest, without blanks."""
    pieces = [
        *((event.line, event.start, event.text) for event in edition.events),
        *((source.line, 0, f"[{source.number}]{source.url}") for source in edition.sources),
        *((left.line, 0, left.text) for left in edition.left_out),
    ]
    return solid("".join(words for _, _, words in sorted(pieces, key=lambda piece: piece[:2])))


@pytest.mark.parametrize("name", DIGESTS)
@pytest.mark.parametrize(
    ("kind", "seed"), [(kind, seed) for kind in KINDS for seed in SEEDED.get(kind, (1,))]
)
def test_a_digest_in_other_print_says_the_same(kind: str, seed: int, name: str) -> None:
    """Entries stay as many and in order; dates, places, notes, people and their parts, provisions, sanctions and topics stay.

    No paragraph is lost or fused with its neighbour, and no character is: each stands in an event, in the note
    list, or among what is left out.
    """
    before, text = unmutated(name), digest(name).text
    edits = list(KINDS[kind](text, before, Random(seed)))
    mutated = rewritten(text, edits)
    after = read(name, mutated)

    changed = list(changes(kind, before, after, list(rewritten_entries(before, edits))))

    assert edits
    assert len(after.events) == len(before.events)
    assert all_words(after) == solid(mutated)
    assert changed == []


def test_an_edit_that_overlaps_another_is_refused() -> None:
    """A mutation that rewrites one character twice is a mistake of ours, and says so."""
    with pytest.raises(AssertionError):
        rewritten("December 1", [Edit(0, 8, "Dec."), Edit(4, 10, "1")])
