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

from chronicle.lexicon import money as money_words, sanctions as words
from chronicle.model import Sanction, Span
from chronicle.money import MoneyGrammar, find_payments, money_grammar
from chronicle.penalties import Measure, find_measures, measure_rows
from chronicle.terms import Term, find_terms
from chronicle.text import SENTENCE_END, any_of, hyphened

__all__ = ["MoneyGrammar", "distinct_sanctions", "find_sanctions", "money_grammar"]

# ---------------------------------------------------------------- a term and its measure


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A measure with its term or sum; the place is of both."""

    at: Span
    kind: str
    amount: int | None = None
    unit: str | None = None
    #: where its term begins
    term: int = 0


_LEAD: Final = re.compile(any_of([words.LEAD]), re.IGNORECASE)
_FAR_LEAD: Final = re.compile(rf"[^;:!?]{{0,110}}{any_of([words.FAR_LEAD])}", re.IGNORECASE)
_TRAIL: Final = re.compile(any_of([words.TRAIL]), re.IGNORECASE)
_ASIDE: Final = re.compile(any_of([words.ASIDE]))
_NO_TERM: Final = re.compile(rf"\b(?:{any_of([words.NO_TERM])}) ?\Z", re.IGNORECASE)
_AFTER_GIVEN: Final = re.compile(any_of([words.AFTER_GIVEN]))
_TAKEN_OFF: Final = re.compile(rf"\b{any_of([words.TAKEN_OFF])}\Z", re.IGNORECASE)
_NEXT: Final = re.compile(any_of([words.NEXT]))
_LIST: Final = re.compile(r",? {0,3}(?:and|or)? {0,3}")
_BREAK: Final = re.compile(rf"\b(?:{any_of(words.BREAKS)})\b", re.IGNORECASE)
_SUSPENDED_BEFORE: Final = re.compile(rf"\b(?:{any_of([words.SUSPENDED_BEFORE])})\Z", re.IGNORECASE)
_SUSPENDED_AFTER: Final = re.compile(any_of([words.SUSPENDED_AFTER]), re.IGNORECASE)
#: a term or sum that is only a limit, unless a term is changed
_LIMIT: Final = re.compile(r"\b(?:up to|not exceeding|no more than)\b", re.IGNORECASE)
_CHANGED: Final = re.compile(
    rf"\b(?:{words.CHANGES}) (?:[\w'.-]{{1,20}} ){{0,4}}?(?:punishment|sentence|term)", re.IGNORECASE
)
_CHANGE: Final = re.compile(rf"\b(?:{words.CHANGES})\b", re.IGNORECASE)
_FINE_ALONE: Final = re.compile(rf"\b(?:{any_of(money_words.FINES_ALONE)})\b", re.IGNORECASE)
_GENERAL: Final = re.compile(
    rf"\b(?:{any_of(words.GENERAL)})(?:{any_of([words.GENERAL_GAP])}) {{0,3}}\Z", re.IGNORECASE
)

_BY_LAW: Final = re.compile(rf"\b(?:{any_of([words.BY_LAW])})\Z", re.IGNORECASE)


def _leads(measure: Measure, term: Term, text: str) -> bool:
    """Tell whether *measure* governs the *term* after it: 'arrest of X for 2 months'."""
    gap = text[measure.at.end : term.at.start]
    if not measure.row.heads or not measure.kind or len(gap) > 200 or SENTENCE_END.search(gap):
        return False
    if term.largest and _LEAD.fullmatch(gap):
        return measure.kind != "given" or bool(_AFTER_GIVEN.match(text, term.at.end))
    gap = _ASIDE.sub(" ", gap)
    return (
        measure.kind != "given"
        and len(gap) < 130
        and not _BREAK.search(gap)
        and bool(term.largest is None or _FAR_LEAD.fullmatch(gap))
    )


def _trails(term: Term, measure: Measure, text: str) -> bool:
    """Tell whether *measure* says of what the *term* before it is: '15 days of arrest'."""
    if not measure.kind or measure.row.listed or not term.largest or measure.at.start - term.at.end > 90:
        return False
    spent = not _NO_TERM.search(text, max(0, term.at.start - 60), term.at.start)
    return bool(spent and _TRAIL.fullmatch(text, term.at.end, measure.at.start))


def _linked(
    term: Term, last: int, measures: Sequence[Measure], starts: Sequence[int], text: str
) -> _Found | None:
    """Return *term* with its measure; nothing that ends before *last*, where the last term ended, is one."""
    following = bisect_left(starts, term.at.start)
    before = measures[following - 1] if following else None
    if before and before.at.end >= term.at.end and before.kind:
        return _with_term(before, term)
    if before and before.kind == "given" and following > 1 and not _leads(before, term, text):
        before = measures[following - 2]
    after = measures[following] if following < len(measures) else None
    led = before if before and before.at.start >= last and _leads(before, term, text) else None
    if after and _trails(term, after, text):
        served = led and led.kind == "sentence" and after.kind == "custody"
        return _with_term(replace(after, row=led.row) if led and served else after, term)
    return _with_term(led, term) if led else None


def _with_term(measure: Measure, term: Term) -> _Found:
    at = Span(min(measure.at.start, term.at.start), max(measure.at.end, term.at.end))
    kind = words.KIND_BY_UNIT.get(measure.kind, {}).get(term.largest, measure.kind)
    return _Found(at=at, kind=kind, amount=term.amount, unit=term.unit, term=term.at.start)


def _timed(terms: Sequence[Term], measures: Sequence[Measure], text: str) -> list[_Found]:
    """Return the measures with a term; in a list of terms one measure serves all."""
    starts = [measure.at.start for measure in measures]
    found: list[_Found | None] = []
    for index, term in enumerate(terms):
        earlier = found[-1] if found else None
        last = max(terms[index - 1].at.end, earlier.at.end if earlier else 0) if index else 0
        one = _linked(term, last, measures, starts, text)
        if one is None and earlier:
            one = _next(earlier, terms[index - 1], term, text)
        found.append(one)
    for index in range(len(terms) - 2, -1, -1):
        following = found[index + 1]
        if found[index] is None and following and _listed(terms[index], terms[index + 1], text):
            found[index] = _as(following, terms[index])
    return [one for one in found if one]


def _next(previous: _Found, earlier: Term, term: Term, text: str) -> _Found | None:
    """Return *term* as of the measure before: 'sentenced A to 5 years, B to 4 years'."""
    named = term.at.start - previous.at.end < 150 and _NEXT.fullmatch(text, previous.at.end, term.at.start)
    if named or (earlier.lent and _listed(earlier, term, text)) or _changed(previous, term, text):
        return _as(previous, term)
    return None


def _changed(previous: _Found, term: Term, text: str) -> bool:
    """Tell whether the measure before is changed to *term*: 'cut the punishment of A, sentenced to 5 years, to 3 years'."""
    gap = text[previous.at.end : term.at.start]
    near = gap.endswith(" to ") and len(gap) < 150 and not SENTENCE_END.search(gap)
    return near and bool(_CHANGED.search(text, max(0, previous.at.start - 150), previous.at.start))


def _listed(term: Term, following: Term, text: str) -> bool:
    """Tell whether the two stand in one list: '5 and 3 years in prison'."""
    alike = term.largest is not None and term.largest == following.largest
    gap = text[term.at.end : following.at.start]
    before = text[max(0, term.at.start - 150) : term.at.start]
    changed = gap == " to " and before.endswith("from ") and _CHANGE.search(before)
    return bool(alike and (changed or _LIST.fullmatch(gap)))


def _as(found: _Found, term: Term) -> _Found:
    return _Found(at=term.at, kind=found.kind, amount=term.amount, unit=term.unit, term=term.at.start)


def _weighed(found: _Found, text: str) -> _Found | None:
    """Return *found*, None where it is only threatened, and no imprisonment where it is suspended."""
    before = text[max(0, found.at.start - 150) : found.at.start]
    if found.amount and _TAKEN_OFF.search(text[max(0, found.term - 120) : found.term]):
        return None
    limit = _LIMIT.search(found.at.of(text)) and not _CHANGE.search(before + found.at.of(text))
    if limit or _GENERAL.search(before) or _BY_LAW.search(SENTENCE_END.split(before)[-1]):
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
    plain = hyphened(text)
    measures = tuple(find_measures(plain))
    paid = (
        _Found(at=one.at, kind=one.kind, amount=one.amount, unit=one.unit)
        for one in find_payments(plain, money)
    )
    found = [*_timed(find_terms(plain), measures, plain), *paid]
    taken = sorted(one.at for one in found)
    found += (one for one in _alone(measures, plain) if not _covered(one.at, taken))
    found += _beside(measures, found, plain)
    kept = (weighed for one in found if (weighed := _weighed(one, plain)))
    return _apart(kept, text)


def _alone(measures: Iterable[Measure], text: str) -> Iterator[_Found]:
    """Yield the measures that count without a term, and the fines without a sum."""
    for one in measures:
        if one.row.alone:
            yield _Found(at=one.at, kind=one.kind)
    for fine in _FINE_ALONE.finditer(text) if "fine" in text.lower() else ():
        yield _Found(at=Span(*fine.span()), kind="fine")


def _beside(measures: Iterable[Measure], found: Sequence[_Found], text: str) -> list[_Found]:
    """Return the measures that count because they stand in a list with one *found*: '10 days in jail, a warning'."""
    taken = sorted(one.at for one in found)
    return [
        _Found(at=one.at, kind=one.kind)
        for one in measures
        if one.row.listed and _is_beside(one.at, taken, text)
    ]


def _is_beside(at: Span, taken: Sequence[Span], text: str) -> bool:
    index = bisect_left(taken, at)
    follows = index and _LIST.fullmatch(text, taken[index - 1].end, at.start)
    return bool(follows or (index < len(taken) and _LIST.fullmatch(text, at.end, taken[index].start)))


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
    found = next(measure_rows(hyphened(printed)), None)
    return found[0].wording.pattern if found else ""
