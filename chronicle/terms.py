"""Levelled text -> the lengths of time in it, with numbers.

Forms::

    8 years        3, 1 years      3.8 years      one and a half years     15 (fifteen) days
    seven-year     2 years and 3 months           5 and 3 years            until November 13, 2023
    5 to 8 years (a range: a term without a number)

Left out: ages and times past ('12-year-old', '2 years ago'), hours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from chronicle.lexicon import sanctions as words
from chronicle.model import Span
from chronicle.text import any_of, lowered


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
