"""Levelled text -> what sanctions are made of: the lengths of time in it, with numbers, and the words that name a measure.

Forms::

    8 years        3, 1 years      3.8 years      one and a half years     15 (fifteen) days
    seven-year     2 years and 3 months           5 and 3 years            until November 13, 2023
    5 to 8 years (a range: a term without a number)

Left out: ages and times past ('12-year-old', '2 years ago'), hours.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from heapq import heapify, heappop, heapreplace
from typing import Final

from chronicle.lexicon import sanctions as words
from chronicle.model import Span
from chronicle.text import SENTENCE_END, any_of, lowered


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A length of time; without one ('until May 5') `amount` and both units are None."""

    at: Span
    amount: int | None
    unit: str | None
    #: the unit that it begins with: 'years' of '2 years and 3 months'
    largest: str | None
    #: whether the unit is printed with a later term only: the 5 of '5 and 3 years'
    lent: bool = False


#: a text without one of these, in lower case, holds no term
_UNITS: Final = ("year", "month", "week", "day")
_NUMBER: Final = rf"\b(?:\d{{1,3}}|{'|'.join(sorted(words.NUMBERS, key=len, reverse=True))})\b"
_LENGTHS: Final = {"week": ("days", 7), "day": ("days", 1), "month": ("months", 1), "year": ("years", 1)}
# in lower case: '3', '3.8', '3, 1', 'two', 'one and a half', '15 (fifteen)', then 'years', '-year', ' calendar days'
_PART: Final = re.compile(
    rf"""
    (?= [\d{"".join({word[0]: "" for word in (*words.NUMBERS, "between", "half")})}] ) (?<! [\w.,/-] )
    (?= {_NUMBER} | between | half )
    (?P<range> {_NUMBER} (?: \ ?-\ ? | \ to\  ) | between\ {_NUMBER} \ and\  )?
    (?: (?P<whole> \d{{1,2}} ) (?P<point> [.,]\ {{0,3}} ) (?P<fraction> \d{{1,3}} ) | (?P<count> {_NUMBER} | half\ an? ) )
    (?P<half> [ -]and[ -]a[ -]half )?
    (?: \ ? \( [a-z\d-]{{1,15}} \) )?
    [ -]{{1,3}} (?: (?: calendar | full | whole )\  )?
    (?P<unit> year | month | week | day ) s? \b
    (?P<later_half> \ and\ a\ half )?
    (?! [ -]{{0,2}} (?: old | ago | earlier | later | before | since | of\ age ) )
    """,
    re.VERBOSE,
)
_CHANGE: Final = re.compile(rf"\b(?:{words.CHANGES})\b[^.;]{{0,40}}\Z", re.IGNORECASE)
_AND: Final = re.compile(r",? {1,3}(?:and {1,3})?(?:of )?")
_EARLIER: Final = re.compile(rf"(?<![\w.,/-])(?:{_NUMBER}(?:, | and | or )){{1,5}}\Z", re.IGNORECASE)
_NUMBERED: Final = re.compile(
    rf"(?:(?<!\w)(?:{any_of(words.NUMBERED)}|{any_of(words.MONTHS)}) {{0,3}}(?:[\d/-]+(?:, ?| and | or ))*|\d[/-])\Z",
    re.IGNORECASE,
)
_UNTIL: Final = re.compile(
    rf"""\b until\  (?: the\  )? (?: \d{{1,2}} (?: st | nd | rd | th )?\  (?: of\  )? )?
    (?: \d{{1,2}}\.\d{{1,2}}\.\d{{4}} | (?: {any_of(words.MONTHS)} ) \b (?: \ \d{{1,2}} \b )? (?: ,?\ \d{{4}} )? )""",
    re.VERBOSE | re.IGNORECASE,
)


def _length(part: re.Match[str]) -> tuple[int | None, str | None, int]:
    """Return the amount and unit that *part* states, and where its number begins.

    Years may be printed with months (3.8); a 5 after the point is half a year; what is neither is no number.
    """
    unit, per_unit = _LENGTHS[part["unit"]]
    half = bool(part["half"] or part["later_half"])
    if part["count"]:
        count = part["count"]
        number = 0 if count.startswith("half") else words.NUMBERS.get(count) or int(count)
        return *_halved(number * per_unit, unit, half=half or count.startswith("half")), part.start("count")
    before = part.string[max(0, part.start() - 40) : part.start()]
    spaced = " " in part["point"]
    if unit == "days" or (
        spaced and (unit == "months" or int(part["whole"]) > 20 or _NUMBERED.search(before))
    ):
        return int(part["fraction"]) * per_unit, unit, part.start("fraction")
    return *_with_fraction(int(part["whole"]), part["fraction"], unit), part.start("whole")


def _halved(number: int, unit: str, *, half: bool) -> tuple[int, str]:
    """Return *number* and a half where *half*, in a unit that makes it whole."""
    if not half:
        return number, unit
    smaller, count = {"years": ("months", 12), "months": ("days", 30)}.get(unit, (unit, 2))
    return number * count + count // 2, smaller


def _with_fraction(whole: int, fraction: str, unit: str) -> tuple[int | None, str | None]:
    if fraction in {"5", "0"}:
        return _halved(whole, unit, half=fraction == "5")
    months = int(fraction)
    if unit == "years" and months < 12 and fraction[0] != "0":
        return whole * 12 + months, "months"
    return None, None


def find_terms(text: str) -> tuple[Term, ...]:
    """Return the terms of *text* in order: '2 years and 3 months' is one, '5 and 3 years' are two."""
    lower = lowered(text)
    if not any(unit in lower for unit in _UNITS) and "until" not in lower:
        return ()
    found: list[Term] = []
    for part in _PART.finditer(lower):
        amount, unit, start = _length(part)
        before = text[max(0, part.start() - 60) : part.start()]
        if part["range"] and not (_CHANGE.search(before) or _NUMBERED.search(before)):
            amount, unit, start = None, None, part.start()
        term = Term(at=Span(start, part.end()), amount=amount, unit=unit, largest=_LENGTHS[part["unit"]][0])
        joined = _joined(found[-1], term, text) if found else None
        if joined:
            found[-1] = joined
        else:
            found += [*_earlier(term, text), term]
    until = (
        Term(at=Span(*m.span()), amount=None, unit=None, largest=None)
        for m in (_UNTIL.finditer(text) if "until" in lower else ())
    )
    return tuple(sorted((*found, *until), key=lambda term: term.at))


def _joined(first: Term, second: Term, text: str) -> Term | None:
    """Return the two as one term where they are years and months of one term, in months.

    Days beside them stay in print: no month has a fixed number of days, and none is made up.
    """
    if None in (first.amount, second.amount) or not _AND.fullmatch(text, first.at.end, second.at.start):
        return None
    at = Span(first.at.start, second.at.end)
    if second.unit == "days" and first.unit in ("years", "months"):
        return replace(first, at=at)
    if (first.unit, second.unit) != ("years", "months"):
        return None
    return replace(first, at=at, amount=(first.amount or 0) * 12 + (second.amount or 0), unit="months")


def _earlier(term: Term, text: str) -> Iterator[Term]:
    """Yield the terms that lend their unit from *term*: the 5 of '5 and 3 years'."""
    before = max(0, term.at.start - 60)
    listed = _EARLIER.search(text[before : term.at.start])
    if listed is None or _NUMBERED.search(
        text[max(0, before + listed.start() - 40) : before + listed.start()]
    ):
        return
    for number in re.finditer(_NUMBER, listed[0], re.IGNORECASE):
        start = before + listed.start() + number.start()
        amount = words.NUMBERS.get(number[0].lower()) or int(number[0])
        yield replace(
            term, at=Span(start, start + len(number[0])), amount=amount, unit=term.largest, lent=True
        )


# ---------------------------------------------------------------- measures


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


# Few words begin a wording, and each stands in many entries.
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
