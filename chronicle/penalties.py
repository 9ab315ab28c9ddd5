"""Levelled text -> the words in it that name a measure: 'imprisonment', 'house arrest', 'banned from leaving the country'.

What they are is data: the lexicon's wordings, each with stems of which some stand in whatever it matches. Few
wordings are worth a look in one text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from heapq import heapify, heappop, heapreplace
from typing import Final

from chronicle.lexicon import sanctions as words
from chronicle.model import Span
from chronicle.text import SENTENCE_END, any_of, lowered


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One wording of the lexicon."""

    #: one of SANCTION_KINDS, or a key of KIND_BY_UNIT; '' where the words only look like a measure
    kind: str
    #: groups of each of which one stands, in lower case and with single blanks, in whatever the wording matches, those
    #: of the first group at the beginning of a word: looked for first, as that is cheap
    stems: tuple[tuple[str, ...], ...]
    wording: re.Pattern[str]
    #: whether capitals count: else the wording is for text in lower case
    cased: bool = False
    #: whether it counts without a term; whether it does beside another measure
    alone: bool = False
    listed: bool = False
    #: whether a term may follow it
    heads: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Words that name a measure: 'imprisonment', 'house arrest', 'banned from leaving the country'."""

    at: Span
    row: Row

    @property
    def kind(self) -> str:
        """Its kind, as the lexicon has it."""
        return self.row.kind


def _rows(
    wordings: Iterable[tuple[str, str, str]], *, alone: bool = False, listed: bool = False, heads: bool = True
) -> Iterator[Row]:
    """Yield the rows of one table; an empty group stands where the printed words begin."""
    for kind, stems, piece in wordings:
        cased = "(?-i:" in piece
        pattern = rf"(?<!\w)(?=\w)(?:{any_of([piece])})(?!\w)".replace("<from>", "()")
        yield Row(
            kind=kind,
            stems=tuple(tuple(group.split("|")) for group in stems.split("&")),
            wording=re.compile(pattern, re.IGNORECASE if cased else 0),
            cased=cased,
            alone=alone,
            listed=listed,
            heads=heads,
        )


ROWS: Final = (
    *_rows(words.NEVER),
    *_rows(words.ALONE, alone=True),
    *_rows(words.LISTED, listed=True),
    *_rows(words.WITH_TERM),
    *_rows(words.AFTER_TERM, heads=False),
)


_LETTERS: Final = re.compile(r"[a-z]+")


def _by_word(rows: Iterable[Row]) -> Mapping[str, tuple[tuple[str, int], ...]]:
    """Return the stems of the first groups, each with the rank of its row, by the word that they begin with."""
    stems: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for rank, row in enumerate(rows):
        for stem in row.stems[0]:
            stems[_LETTERS.findall(stem)[0]].append((stem, rank))
    return {word: tuple(alike) for word, alike in stems.items()}


_STEMS: Final = _by_word(ROWS)
_SHORTEST: Final = min(map(len, _STEMS))


# The words of a digest are few, and each stands in many entries.
@lru_cache(maxsize=16384)
def _begun(word: str) -> tuple[tuple[str, int], ...]:
    """Return the stems that may stand where *word* does, each with the rank of its row."""
    beginnings = (word[:n] for n in range(_SHORTEST, len(word) + 1))
    stems = (pair for one in beginnings for pair in _STEMS.get(one, ()))
    return tuple((stem, rank) for stem, rank in stems if word.startswith(stem) or not stem.isalpha())


def _worth_a_look(lower: str) -> set[int]:
    """Return the ranks of the rows of whose every group a stem stands in *lower*."""
    begun = {pair for word in set(_LETTERS.findall(lower)) for pair in _begun(word)}
    ranks = {rank for stem, rank in begun if stem in lower}
    return {rank for rank in ranks if all(_holds(lower, group) for group in ROWS[rank].stems[1:])}


def _holds(lower: str, stems: Iterable[str]) -> bool:
    return any(stem in lower for stem in stems)


def measure_rows(text: str) -> Iterator[tuple[Row, re.Match[str]]]:
    """Yield what the rows of the lexicon match in *text*, apart, in order of the text; where two begin together, the row listed first."""
    lower = lowered(text)
    ahead: list[tuple[int, int, re.Match[str]]] = []
    for rank in _worth_a_look(" ".join(lower.split())):
        found = ROWS[rank].wording.search(text if ROWS[rank].cased else lower)
        if found:
            ahead.append((found.start(), rank, found))
    heapify(ahead)
    end = 0
    while ahead:
        start, rank, match = ahead[0]
        if start >= end:
            yield ROWS[rank], match
            end = match.end()
        following = ROWS[rank].wording.search(match.string, end)
        if following:
            heapreplace(ahead, (following.start(), rank, following))
        else:
            heappop(ahead)


def find_measures(text: str) -> Iterator[Measure]:
    """Yield the words of *text*, levelled, that name a measure, in order and apart."""
    for row, found in measure_rows(text):
        if _in_place(row.kind, found, text):
            yield Measure(at=Span(found.start(found.lastindex or 0), found.end()), row=row)


def _by_kind(pieces: Mapping[str, str]) -> Mapping[str, re.Pattern[str]]:
    return {kind: re.compile(rf"\b(?:{any_of([piece])})\b", re.IGNORECASE) for kind, piece in pieces.items()}


_NOT_AFTER: Final = _by_kind(words.NOT_AFTER)
_ONLY_NEAR: Final = _by_kind(words.ONLY_NEAR)


def _in_place(kind: str, found: re.Match[str], text: str) -> bool:
    """Tell whether the words around let a measure of *kind* be one: a claim that is dismissed is not."""
    start = max(0, found.start() - 300)
    if kind in _NOT_AFTER:
        return not _NOT_AFTER[kind].search(SENTENCE_END.split(text[start : found.start()])[-1])
    return kind not in _ONLY_NEAR or bool(_ONLY_NEAR[kind].search(text, start, found.end() + 150))
