"""Levelled text -> the sums of money in it, in the units of an authority file, and which of them are paid as fines.

Forms::

    107,205 tenge     9,1890 tenge     786 400 tenge     1.5 million tenge     half a million tenge     KZT 12,975
    fined 20 MCI      a 50,000 tenge fine    a compulsory payment of 39,320 tenges    fined 20 and 30 MCI
    30 MCI            200 Monthly Calculation Indices, amounting to 786,400 tenges    (one sum, in the unit listed first)
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from chronicle.lexicon import money as lexicon, sanctions as words
from chronicle.model import Span
from chronicle.text import SENTENCE_END, any_of

if TYPE_CHECKING:
    from chronicle.authority import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyGrammar:
    """How sums are printed: the units' names, compiled."""

    pattern: re.Pattern[str]
    #: a printed name in lower case -> the unit's id
    ids: Mapping[str, str]
    #: ids; of one sum in two units the unit that stands first here is kept
    order: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """A sum of money."""

    at: Span
    amount: int
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """A fine or another payment, with its sum; the place is of both."""

    at: Span
    #: 'fine' or 'other'
    kind: str
    amount: int
    unit: str


_DIGITS: Final = r"\d{1,12}(?:[., ]\d{3,4}(?!\d)){0,4}(?:[.,]\d{1,2}(?!\d))?"
_EARLIER: Final = re.compile(rf"(?<![\w.,])(?P<list>{_DIGITS}(?:, {_DIGITS}){{0,8}}),? and \Z")
# 'reduced the fine from 100 to ', before '50 MCI'
_CHANGED: Final = re.compile(
    rf"\b(?:{words.CHANGES})\b[^.;]{{0,60}}\bfrom (?P<list>{_DIGITS}) to \Z", re.IGNORECASE
)
_SAME: Final = re.compile(rf"[ ,;]{{0,3}}\(?(?:{any_of(lexicon.SAME_SUM)})?[ ]{{0,2}}\(?", re.IGNORECASE)


def money_grammar(units: Iterable[Unit]) -> MoneyGrammar:
    """Return the grammar of sums in *units*, the currency first."""
    units = tuple(units)
    if not units:
        return MoneyGrammar(pattern=re.compile(r"(?!)"), ids=MappingProxyType({}), order=())
    ids = {name.lower(): unit.id for unit in units for name in (*unit.name, *unit.printed)}
    names = any_of(map(re.escape, sorted(ids, key=lambda name: (-len(name), name)))).replace("\\ ", " ")
    spelt = any_of(sorted(words.NUMBERS, key=len, reverse=True))
    number = (
        rf"(?:{_DIGITS}|half a|(?:(?:{spelt})[ -]hundred(?: and)?(?:[ -](?:{spelt}))?)|{spelt})"
        rf"(?:[ -]{{1,2}}(?:{'|'.join(lexicon.MAGNITUDES)})(?: \d{{3}}(?!\d))?)?"
    )
    pattern = re.compile(
        rf"(?<![\w.,])(?<!hundred )(?<!thousand )(?<!hundred and )(?:(?P<number>{number})[ -]{{0,2}}(?P<unit>{names})(?!\w)(?: ?\((?:{names})\))?"
        rf"|(?P<unit_first>{names}) ?(?P<number_after>{_DIGITS})(?!\w))",
        re.IGNORECASE,
    )
    return MoneyGrammar(pattern=pattern, ids=MappingProxyType(ids), order=tuple(unit.id for unit in units))


def find_sums(text: str, money: MoneyGrammar) -> tuple[Sum, ...]:
    """Return the sums of *text* in order; one sum told in two units is one, in the unit listed first."""
    found: list[Sum] = []
    for match in money.pattern.finditer(text):
        number = match["number"] or match["number_after"]
        new = Sum(at=Span(*match.span()), amount=_amount(number.lower()), unit=_unit(match, money))
        if found and new.unit != found[-1].unit and _SAME.fullmatch(text, found[-1].at.end, new.at.start):
            found[-1] = _same(found[-1], new, money.order, text)
        else:
            found += [*_earlier(new, text), new]
    return tuple(found)


def _unit(found: re.Match[str], money: MoneyGrammar) -> str:
    return money.ids[" ".join((found["unit"] or found["unit_first"]).lower().split())]


def _earlier(last: Sum, text: str) -> Iterator[Sum]:
    """Yield the sums that lend their unit from *last*: the 20 of '20 and 30 MCI', the 100 of 'cut from 100 to 50 MCI'."""
    before = max(0, last.at.start - 120)
    lead = text[before : last.at.start]
    listed = _EARLIER.search(lead) or _CHANGED.search(lead)
    for number in re.finditer(_DIGITS, listed["list"]) if listed else ():
        start = before + (listed.start("list") if listed else 0) + number.start()
        yield Sum(at=Span(start, start + len(number[0])), amount=_amount(number[0]), unit=last.unit)


def _same(first: Sum, second: Sum, order: Sequence[str], text: str) -> Sum:
    """Return one sum over both places, in the unit that is listed first."""
    kept = min(first, second, key=lambda one: order.index(one.unit))
    closed = "(" in text[first.at.end : second.at.start] and text.startswith(")", second.at.end)
    return Sum(at=Span(first.at.start, second.at.end + closed), amount=kept.amount, unit=kept.unit)


def _amount(printed: str) -> int:
    """Return the number meant by *printed*: groups of digits are joined, even a misprinted '9,1890'."""
    number, magnitude, rest = (
        _MAGNITUDE.split(printed.strip(), maxsplit=1) if _MAGNITUDE.search(printed) else (printed, "", "")
    )
    scale = lexicon.MAGNITUDES.get(magnitude, 1)
    number = number.strip(" -")
    if number == "half a":
        return scale // 2
    if number[0].isalpha():
        return _spelt(number) * scale + int(rest or 0)
    if scale == 1:
        return int(re.sub(r"\D", "", re.sub(r"[.,]\d{1,2}$", "", number)))
    number = re.sub(r"[., ](?=\d{3})", "", number)
    return round(float(number.replace(",", ".")) * scale) + int(rest or 0)


def _spelt(number: str) -> int:
    """Return what 'fifty', 'two hundred' and 'one hundred and twenty' count."""
    hundreds, hundred, rest = number.partition("hundred")
    ones = rest if hundred else hundreds
    many = words.NUMBERS[hundreds.strip(" -")] * 100 if hundred else 0
    return many + words.NUMBERS.get(ones.strip(" -").removeprefix("and").strip(" -"), 0)


_MAGNITUDE: Final = re.compile(rf"\b({'|'.join(lexicon.MAGNITUDES)})\b")
_PAYMENT: Final = re.compile(
    rf"\b(?:(?P<fine>{any_of([lexicon.FINES])})|(?P<other>{any_of([lexicon.PAYMENTS])})"
    rf"|(?P<due>{any_of([lexicon.DUES])}))\b",
    re.IGNORECASE,
)
_OTHER_SUM: Final = re.compile(rf"\b(?:{any_of(lexicon.OTHER_SUMS)})|[;!?]", re.IGNORECASE)
_RANGE: Final = re.compile(rf"{any_of([lexicon.RANGE])}\Z", re.IGNORECASE)
_ADJACENT: Final = re.compile(any_of([lexicon.ADJACENT]), re.IGNORECASE)
_DUE_GAP: Final = re.compile(any_of([lexicon.DUE_GAP]), re.IGNORECASE)
_DUE_FINE: Final = re.compile(any_of([lexicon.DUE_FINE]), re.IGNORECASE)
_DUE_OTHER: Final = re.compile(any_of([lexicon.DUE_OTHER]), re.IGNORECASE)
_EACH: Final = re.compile(r" {1,3}(?:each|per (?:incident|person|head|month))\b")
#: from one sum to the next of a list: '20 and 30 MCI', 'fined A. 100 tenge, B. 50 tenge', 'cut from 100 to 50 MCI'
_MORE: Final = re.compile(r",?(?: and)?(?: [A-Z][\w.'-]{0,30}){1,4} (?:- )?|(?<=\d),?(?: and)? |(?<=\d) to ")


def find_payments(text: str, money: MoneyGrammar) -> Iterator[Payment]:
    """Yield the fines and payments of *text* that have a sum."""
    lower = text.lower()
    payments = tuple(_PAYMENT.finditer(text)) if any(stem in lower for stem in lexicon.PAYMENT_STEMS) else ()
    sums = find_sums(text, money) if payments else ()
    starts = [one.at.start for one in sums]
    last = 0
    for payment in payments:
        at, kind = Span(*payment.span()), payment.lastgroup or ""
        index = bisect_left(starts, at.end)
        earlier = index and starts[index - 1] >= last
        if kind == "due":
            if index < len(sums) and (due := _due(at, sums[index], money, text)):
                last = sums[index].at.end
                yield due
        elif earlier and _ADJACENT.fullmatch(text, sums[index - 1].at.end, at.start):
            one = _told_again(sums[index - 1], sums[index : index + 1], at, money, text)
            last = max(at.end, one.at.end)
            yield _with_sum(at, kind, one, text)
        elif index < len(sums) and starts[index] < at.end + 200 and _pays(text[at.end : starts[index]]):
            last = sums[index].at.end
            yield _with_sum(at, kind, sums[index], text)
            yield from _more(kind, islice(sums, index, None), text)


def _due(at: Span, one: Sum, money: MoneyGrammar, text: str) -> Payment | None:
    """Return the sum that somebody is 'ordered to pay', where its unit or what follows makes it a fine or a payment."""
    if not _DUE_GAP.fullmatch(text, at.end, one.at.start):
        return None
    if _DUE_OTHER.match(text, one.at.end):
        return _with_sum(at, "other", one, text)
    first = money.pattern.match(text, one.at.start)
    currency = first is None or _unit(first, money) == money.order[0]
    fine = not currency or _DUE_FINE.match(text, one.at.end)
    return _with_sum(at, "fine", one, text) if fine else None


def _told_again(one: Sum, following: Sequence[Sum], at: Span, money: MoneyGrammar, text: str) -> Sum:
    """Return *one*, together with the next where that is the same: '10 MCI of fine, that is 34,500 tenge'."""
    if following and following[0].unit != one.unit and _SAME.fullmatch(text, at.end, following[0].at.start):
        return _same(one, following[0], money.order, text)
    return one


def _more(kind: str, sums: Iterable[Sum], text: str) -> Iterator[Payment]:
    """Yield the sums that go on with the list that the first of *sums* begins."""
    for one, following in pairwise(sums):
        if following.at.start > one.at.end + 150 or not _MORE.fullmatch(text, one.at.end, following.at.start):
            return
        yield _with_sum(following.at, kind, following, text)


def _pays(gap: str) -> bool:
    """Tell whether the sum after *gap* may be the sum of the fine before it."""
    other = _OTHER_SUM.search(gap) or _RANGE.search(gap)
    return not (other or SENTENCE_END.search(gap) or _PAYMENT.search(gap))


def _with_sum(at: Span, kind: str, one: Sum, text: str) -> Payment:
    each = _EACH.match(text, one.at.end)
    end = max(at.end, each.end() if each else one.at.end)
    return Payment(at=Span(min(at.start, one.at.start), end), kind=kind, amount=one.amount, unit=one.unit)
