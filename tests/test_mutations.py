"""The real digests in other print: the records stay the same, and no paragraph is lost or fused with its neighbour."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Final

import pytest

from chronicle.authority import Sidecar
from chronicle.catalogue import Catalogue, read_catalogue
from chronicle.files import read_seeds
from chronicle.grammar import Grammar, grammar_of
from chronicle.model import Edition, Event
from chronicle.read import read_edition
from chronicle.seeds import SeedFile
from chronicle.text import fold
from tests.mutations import KINDS, rewritten, rewritten_entries
from tests.seeding import seed as seed_file

SEEDS: Final = Path(__file__).parent.parent / "seeds"
DIGESTS: Final = ("2022-12", "2026-01")

#: (kind, random seed, event) -> why the reading changes there; one that no longer changes must be struck out
KNOWN: Final[Mapping[tuple[str, int, str], str]] = {}


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
    sidecar = replace_corrections(catalogue.sidecars[name])
    return read_edition(seed_file(f"editions/{name}.txt", text), sidecar, grammar)


def replace_corrections(sidecar: Sidecar) -> Sidecar:
    return sidecar.model_copy(update={"corrections": ()})


@lru_cache(maxsize=4)
def unmutated(name: str) -> Edition:
    return read(name, digest(name).text)


def record(event: Event) -> dict[str, object]:
    """What *event* says, apart from the print."""
    return {
        "date": event.date,
        "dateline": {place.id for place in event.dateline},
        "notes": [(note.number, note.url) for note in event.notes],
        "X-role": {(fold(str(person.name)), person.role, person.age, person.minor) for person in event.people},
        "X-name": {(person.name.given, person.name.surname) for person in event.people},
        "X-topics": event.topics,
        "X-mentions": {m.id for m in event.mentions},
        "X-body": solid(event.text[event.body:]),
        "people": {(fold(str(person.name)), person.name.full) for person in event.people},
        "provisions": {provision.key for provision in event.provisions},
        "sanctions": {(sanction.kind, sanction.amount, sanction.unit) for sanction in event.sanctions},
    }


def solid(text: str) -> str:
    """Return *text* without blanks."""
    return "".join(text.split())


def changes(before: Edition, after: Edition, entries: list[str]) -> Iterator[tuple[str, str, object, object]]:
    """Yield event, what of it has changed, how it was read and how it is read now."""
    read_now = {solid(event.text): event for event in after.events}
    for event, entry in zip(before.events, entries, strict=True):
        now = read_now.get(solid(entry))
        if now is None:
            yield event.id, "text", event.text, entry
            continue
        old, new = record(event), record(now)
        yield from ((event.id, what, old[what], new[what]) for what in old if old[what] != new[what])


def all_words(edition: Edition) -> str:
    """Return everything that *edition* holds, in the order of the digest, without blanks."""
    pieces = [
        *((event.line, event.start, event.text) for event in edition.events),
        *((source.line, 0, f"[{source.number}]{source.url}") for source in edition.sources),
        *((left.line, 0, left.text) for left in edition.left_out),
    ]
    return solid("".join(words for _, _, words in sorted(pieces, key=lambda piece: piece[:2])))


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("name", DIGESTS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_digest_in_other_print_says_the_same(kind: str, name: str, seed: int) -> None:
    """Every entry stays one event with its date, places, notes, people, provisions and sanctions; no word is lost."""
    before, text = unmutated(name), digest(name).text
    edits = list(KINDS[kind](text, before, Random(seed)))
    mutated = rewritten(text, edits)
    after = read(name, mutated)
    entries = list(rewritten_entries(before, edits))

    changed = list(changes(before, after, entries))

    assert edits
    assert {event for event, *_ in changed} == {e for k, s, e in KNOWN if (k, s) == (kind, seed)}, changed
