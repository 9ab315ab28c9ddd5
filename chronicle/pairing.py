"""Events that are looked for, and entries that are nobody's, in; the pairs that may be one, and those that surely are, out.

What makes a pair sure: most words are the same, everybody who was named is named still, in the same order, and neither
fits another nearly as well. In doubt it is not sure: a man's address must never lead to what is told of another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from chronicle.likeness import Reading, apart, likely_pairs, lost_names, score, share
from chronicle.model import Remembered

#: where an entry stands: edition and position
Place = tuple[str, int]

#: share of equal words from which an event and an entry may be one; of different entries of real digests few have so many
LIKE: Final = 0.5
#: the same from which they are one, where nothing else speaks against it
SURE: Final = 0.8
#: the same where the entry stands in another edition
SURE_ELSEWHERE: Final = 0.9
#: by how much a pair must be better than others in which the same people are named
_MARGIN: Final = 0.1
#: which share of a text must stand in another for it to be a part of that
PART: Final = 0.6
#: how often sure pairs are set aside and the rest is looked at again
_ROUNDS: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An entry of a digest as it stands now."""

    edition: str
    #: 1-based position in the digest
    ordinal: int
    #: as printed, dateline and note markers included
    text: str
    #: 'seeds/editions/2022-12.txt'
    file: str
    #: 1-based
    line: int

    @property
    def place(self) -> Place:
        """Where it stands: edition and position."""
        return self.edition, self.ordinal


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """An event that was published, and may stand among the entries with other words."""

    known: Remembered
    reading: Reading
    #: the same with the words of events that an editor has merged into it
    joined: tuple[Reading, ...] = ()

    @property
    def id(self) -> str:
        """The id of the event."""
        return self.known.event

    @property
    def edition(self) -> str:
        """The edition in which it was published."""
        return self.id.partition(".")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """An event and an entry that may be one."""

    event: Sought
    entry: Candidate
    reading: Reading
    #: share of equal words
    score: float
    #: which share of the entry stands in the event, and of the event in the entry
    part: float
    held: float
    #: names that the entry prints no more
    lost: tuple[str, ...]
    #: whether the people named have changed places
    swapped: bool

    @property
    def safe(self) -> bool:
        """Whether everybody is named as before."""
        return not self.lost and not self.swapped


def plausible_pairs(events: Sequence[Sought], entries: Sequence[tuple[Candidate, Reading]]) -> list[Pair]:
    """Return the pairs of *events* and *entries* that may be one, in order of both."""
    found = []
    for i, j in likely_pairs([event.reading for event in events], [reading for _, reading in entries]):
        pair = _pair(events[i], *entries[j])
        if pair:
            found.append(pair)
    return found


def _pair(event: Sought, entry: Candidate, reading: Reading) -> Pair | None:
    like = max(score(one, reading) for one in (event.reading, *event.joined))
    part, held = share(reading, event.reading), share(event.reading, reading)
    if like < LIKE and max(part, held) < PART:
        return None
    lost, swapped = lost_names((name for _, name in event.known.people), event.reading, reading)
    return Pair(
        event=event,
        entry=entry,
        reading=reading,
        score=like,
        part=part,
        held=held,
        lost=lost,
        swapped=swapped,
    )


def sure_pairs(pairs: Sequence[Pair], least: float = SURE) -> dict[Place, str]:
    """Return the events' ids by the place of the entry that each surely is."""
    found: dict[Place, str] = {}
    for _ in range(_ROUNDS):
        by_event, by_entry = _grouped(pairs)
        sure = [
            pair
            for pair in pairs
            if pair.score >= least and _is_sure(pair, by_event[pair.event.id], by_entry[pair.entry.place])
        ]
        found |= {pair.entry.place: pair.event.id for pair in sure}
        taken = set(found.values())
        pairs = [pair for pair in pairs if pair.entry.place not in found and pair.event.id not in taken]
    return found


def _grouped(pairs: Iterable[Pair]) -> tuple[Mapping[str, list[Pair]], Mapping[Place, list[Pair]]]:
    by_event: dict[str, list[Pair]] = defaultdict(list)
    by_entry: dict[Place, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_event[pair.event.id].append(pair)
        by_entry[pair.entry.place].append(pair)
    return by_event, by_entry


def _is_sure(pair: Pair, of_event: Sequence[Pair], of_entry: Sequence[Pair]) -> bool:
    others = [one for one in (*of_event, *of_entry) if one is not pair]
    clear = all(pair.score - one.score >= (_MARGIN if one.safe else 1e-9) for one in others)
    return pair.safe and clear and not other_parts(pair, of_event) and not others_held(pair, of_entry)


def other_parts(pair: Pair, of_event: Sequence[Pair]) -> list[Pair]:
    """Return the other pairs of the same event whose entries are other parts of it: it may have been divided."""
    if pair.part < PART:
        return []
    whole = pair.event.reading
    return [
        one
        for one in of_event
        if one is not pair and one.part >= PART and apart(one.reading, pair.reading, whole)
    ]


def others_held(pair: Pair, of_entry: Sequence[Pair]) -> list[Pair]:
    """Return the other pairs of the same entry whose events stand in other parts of it: they may have been merged."""
    if pair.held < PART:
        return []
    return [
        one
        for one in of_entry
        if one is not pair and one.held >= PART and apart(one.event.reading, pair.event.reading, pair.reading)
    ]
