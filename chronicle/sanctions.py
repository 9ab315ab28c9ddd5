"""An event's text -> the sanctions and preventive measures that it says were imposed, sought or served.

Terms and measures are found apart and then joined by the words between them.

Forms::

    8 years’ imprisonment          3, 1 years’ imprisonment       restriction of liberty for 1.5 years
    seven-year custodial sentence  5 days in jail                 fined 9,1890 tenge each
    arrest of X for 2 months       remain in custody until M D, Y  a fine of 200 MCI, amounting to 786,400 tenge
    three-year prohibition on engaging in public activities       on bail       disbarment

Left out: apprehension by the police, hours of holding, extradition, compensation, what a law provides in general.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from chronicle.lexicon import sanctions as words
from chronicle.model import Sanction, Span
from chronicle.money import MoneyGrammar, find_payments, money_grammar
from chronicle.terms import Term, find_terms
from chronicle.text import DASHES, SENTENCE_END, any_of, level

__all__ = ["MoneyGrammar", "distinct_sanctions", "find_sanctions", "money_grammar"]

_HYPHENS: Final = str.maketrans(dict.fromkeys(DASHES, "-"))

# ---------------------------------------------------------------- measures


@dataclass(frozen=True, slots=True, kw_only=True)
class _Measure:
    """Words that name a measure: 'imprisonment', 'house arrest', 'banned from leaving the country'."""

    at: Span
    #: one of SANCTION_KINDS, or a key of KIND_BY_UNIT; '' where the words only look like a measure
    kind: str
    #: whether it counts without a term
    alone: bool = False
    #: whether a term may follow it
    heads: bool = True


def _row(number: int, piece: str) -> str:
    """Return *piece* as a named group, with an empty group where the printed words begin."""
    return f"(?P<m{number}>{any_of([piece])})".replace("<from>", f"(?P<p{number}>)")


_ROWS: Final = (
    *(("", piece) for piece in words.NEVER),
    *words.ALONE,
    *words.WITH_TERM,
    *words.AFTER_TERM,
)
_FIRST_WITH_TERM: Final = len(words.NEVER) + len(words.ALONE)
_FIRST_AFTER_TERM: Final = _FIRST_WITH_TERM + len(words.WITH_TERM)
_MEASURE: Final = re.compile(
    rf"\b(?:{'|'.join(_row(number, piece) for number, (_, piece) in enumerate(_ROWS))})(?!\w)", re.IGNORECASE
)


def _measures(text: str) -> Iterator[_Measure]:
    for found in _MEASURE.finditer(text):
        row = int((found.lastgroup or "m0")[1:])
        alone = len(words.NEVER) <= row < _FIRST_WITH_TERM
        start = found.start(f"p{row}") if f"p{row}" in _MEASURE.groupindex else found.start()
        yield _Measure(
            at=Span(start, found.end()), kind=_ROWS[row][0], alone=alone, heads=row < _FIRST_AFTER_TERM
        )


# ---------------------------------------------------------------- a term and its measure


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A measure with its term or sum; the place is of both."""

    at: Span
    kind: str
    amount: int | None = None
    unit: str | None = None


_LEAD: Final = re.compile(any_of([words.LEAD]), re.IGNORECASE)
_FAR_LEAD: Final = re.compile(rf"[^;:!?]{{0,110}}{any_of([words.FAR_LEAD])}", re.IGNORECASE)
_TRAIL: Final = re.compile(any_of([words.TRAIL]), re.IGNORECASE)
_NEXT: Final = re.compile(any_of([words.NEXT]))
_LIST: Final = re.compile(r",? {0,3}(?:and|or)? {0,3}")
_BREAK: Final = re.compile(rf"\b(?:{any_of(words.BREAKS)})\b", re.IGNORECASE)
_SUSPENDED_BEFORE: Final = re.compile(rf"\b(?:{any_of([words.SUSPENDED_BEFORE])})\Z", re.IGNORECASE)
_SUSPENDED_AFTER: Final = re.compile(any_of([words.SUSPENDED_AFTER]), re.IGNORECASE)
#: a term or sum that is only a limit, unless a term is changed
_LIMIT: Final = re.compile(r"\b(?:up to|not exceeding|no more than)\b", re.IGNORECASE)
_CHANGE: Final = re.compile(rf"\b(?:{words.CHANGES})\b", re.IGNORECASE)
_FINE_ALONE: Final = re.compile(rf"\b(?:{any_of(words.FINES_ALONE)})\b", re.IGNORECASE)
_GENERAL: Final = re.compile(
    rf"\b(?:{any_of(words.GENERAL)})(?:{any_of([words.GENERAL_GAP])}) {{0,3}}\Z", re.IGNORECASE
)


def _leads(measure: _Measure, term: Term, text: str) -> bool:
    """Tell whether *measure* governs the *term* after it: 'arrest of X for 2 months'."""
    gap = text[measure.at.end : term.at.start]
    if not measure.heads or not measure.kind or len(gap) > 130 or SENTENCE_END.search(gap):
        return False
    if term.largest and _LEAD.fullmatch(gap):
        return True
    return not _BREAK.search(gap) and bool(term.largest is None or _FAR_LEAD.fullmatch(gap))


def _trails(term: Term, measure: _Measure, text: str) -> bool:
    """Tell whether *measure* says of what the *term* before it is: '15 days of arrest'."""
    gap = measure.at.start - term.at.end
    return bool(
        measure.kind and gap < 90 and term.largest and _TRAIL.fullmatch(text, term.at.end, measure.at.start)
    )


def _linked(
    term: Term, last: int, measures: Sequence[_Measure], starts: Sequence[int], text: str
) -> _Found | None:
    """Return *term* with its measure; nothing that ends before *last*, where the last term ended, is one."""
    following = bisect_left(starts, term.at.start)
    before = measures[following - 1] if following else None
    if before and before.at.end >= term.at.end and before.kind:
        return _with_term(before, term)
    after = measures[following] if following < len(measures) else None
    if after and _trails(term, after, text):
        return _with_term(after, term)
    if before and before.at.start >= last and _leads(before, term, text):
        return _with_term(before, term)
    return None


def _with_term(measure: _Measure, term: Term) -> _Found:
    at = Span(min(measure.at.start, term.at.start), max(measure.at.end, term.at.end))
    kind = words.KIND_BY_UNIT.get(measure.kind, {}).get(term.largest, measure.kind)
    return _Found(at=at, kind=kind, amount=term.amount, unit=term.unit)


def _timed(terms: Sequence[Term], measures: Sequence[_Measure], text: str) -> list[_Found]:
    """Return the measures with a term; in a list of terms one measure serves all."""
    starts = [measure.at.start for measure in measures]
    found: list[_Found | None] = []
    for index, term in enumerate(terms):
        last = terms[index - 1].at.end if index else 0
        one = _linked(term, last, measures, starts, text)
        if one is None and index and (previous := found[-1]):
            one = _next(previous, terms[index - 1], term, text)
        found.append(one)
    for index in range(len(terms) - 2, -1, -1):
        following = found[index + 1]
        if found[index] is None and following and _listed(terms[index], terms[index + 1], text):
            found[index] = _as(following, terms[index])
    return [one for one in found if one]


def _next(previous: _Found, earlier: Term, term: Term, text: str) -> _Found | None:
    """Return *term* as of the measure before: 'sentenced A to 5 years, B to 4 years'."""
    named = term.at.start - previous.at.end < 150 and _NEXT.fullmatch(text, previous.at.end, term.at.start)
    if named or (earlier.lent and _listed(earlier, term, text)):
        return _as(previous, term)
    return None


def _listed(term: Term, following: Term, text: str) -> bool:
    """Tell whether the two stand in one list: '5 and 3 years in prison'."""
    alike = term.largest is not None and term.largest == following.largest
    return bool(alike and _LIST.fullmatch(text, term.at.end, following.at.start))


def _as(found: _Found, term: Term) -> _Found:
    return _Found(at=term.at, kind=found.kind, amount=term.amount, unit=term.unit)


def _weighed(found: _Found, text: str) -> _Found | None:
    """Return *found*, None where it is only threatened, and no imprisonment where it is suspended."""
    before = text[max(0, found.at.start - 90) : found.at.start]
    limit = _LIMIT.search(found.at.of(text)) and not _CHANGE.search(before + found.at.of(text))
    if limit or _GENERAL.search(before):
        return None
    if found.kind != "imprisonment":
        return found
    earlier = _SUSPENDED_BEFORE.search(before)
    later = _SUSPENDED_AFTER.match(text, found.at.end)
    start = found.at.start - len(earlier[0]) if earlier else found.at.start
    end = later.end() if later else found.at.end
    return replace(found, at=Span(start, end), kind="other" if earlier or later else found.kind)


# ---------------------------------------------------------------- the whole


def find_sanctions(text: str, money: MoneyGrammar) -> tuple[Sanction, ...]:
    """Return every sanction of an event's *text* in order; spans are offsets into it, repetitions included.

    The dateline and note markers are to be blanked before.
    """
    plain = level(text).translate(_HYPHENS)
    measures = tuple(_measures(plain))
    paid = (
        _Found(at=one.at, kind=one.kind, amount=one.amount, unit=one.unit)
        for one in find_payments(plain, money)
    )
    found = [*_timed(find_terms(plain), measures, plain), *paid]
    taken = sorted(one.at for one in found)
    found += (one for one in _alone(measures, plain) if not _covered(one.at, taken))
    kept = (weighed for one in found if (weighed := _weighed(one, plain)))
    return _apart(kept, text)


def _alone(measures: Iterable[_Measure], text: str) -> Iterator[_Found]:
    """Yield the measures that count without a term, and the fines without a sum."""
    for one in measures:
        if one.alone:
            yield _Found(at=one.at, kind=one.kind)
    for fine in _FINE_ALONE.finditer(text):
        yield _Found(at=Span(*fine.span()), kind="fine")


def _covered(at: Span, taken: Sequence[Span]) -> bool:
    """Tell whether *at* shares a character with one of *taken*, sorted."""
    index = bisect_left(taken, at)
    return any(at.overlaps(other) for other in taken[max(0, index - 1) : index + 1])


def _apart(found: Iterable[_Found], text: str) -> tuple[Sanction, ...]:
    """Return *found* in order of the text, the first of two that overlap, words of open kind settled."""
    ordered = sorted(found, key=lambda one: (one.at.start, -one.at.end, one.kind))
    administrative = any(one.kind == "administrative_detention" for one in ordered)
    kept: list[Sanction] = []
    for one in ordered:
        if kept and kept[-1].at.overlaps(one.at):
            continue
        kind = words.KIND_BY_UNIT.get(one.kind, {}).get(None, one.kind)
        if one.kind == "arrest" and administrative:
            kind = "administrative_detention"
        kept.append(Sanction(kind=kind, amount=one.amount, unit=one.unit, printed=one.at.of(text), at=one.at))
    return tuple(kept)


def distinct_sanctions(sanctions: Iterable[Sanction]) -> tuple[Sanction, ...]:
    """Return each sanction of an event once, in order of first mention.

    A mention without term or sum is left out where the same kind stands with one. Of `other` measures
    those that are worded alike are one.
    """
    sanctions = tuple(sanctions)
    stated = {one.kind for one in sanctions if one.amount is not None and one.kind != "other"}
    first: dict[tuple[str, int | None, str | None, str], Sanction] = {}
    for one in sanctions:
        if one.amount is not None or one.kind not in stated:
            measure = _wording(one.printed) if one.kind == "other" else ""
            first.setdefault((one.kind, one.amount, one.unit, measure), one)
    return tuple(first.values())


def _wording(printed: str) -> str:
    """Return what tells one `other` measure from another: the row of the lexicon that it is worded by."""
    found = _MEASURE.search(level(printed).translate(_HYPHENS))
    return (found.lastgroup or "") if found else ""
