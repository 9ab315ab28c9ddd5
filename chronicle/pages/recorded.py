"""Months of which something is recorded -> the parts of a chart: months or years in order, and the gaps between them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from chronicle.pages import words

MONTHS: Final = ("month", "months")
#: a name, a short one, and the months that are recorded under it; in a gap there is none
Part = tuple[str, str, tuple[str, ...]]


def span_of(counts: Mapping[str, int], covered: Sequence[str]) -> Sequence[str]:
    """Return the months of which something is recorded, from the first that counts to the last."""
    return covered[bisect_left(covered, min(counts)) : bisect_right(covered, max(counts))]


def by_month(span: Sequence[str]) -> Iterator[Part]:
    """Yield each month, and each gap between: its name, its short name, its months."""
    before = _place(span[0]) - 1
    for month in span:
        if _place(month) > before + 1:
            yield _gap(words.month(_month(before + 1)), words.month(_month(_place(month) - 1)))
        before = _place(month)
        name = words.month(month)
        yield name, f"{name[:3]} {month[:4]}", (month,)


def by_year(span: Sequence[str], covered: Iterable[str]) -> Iterator[Part]:
    """Yield each year with all its months that are recorded, and each gap between."""
    before = int(span[0][:4]) - 1
    years = (one for one in covered if span[0][:4] <= one[:4] <= span[-1][:4])
    for year, months in groupby(years, lambda month: month[:4]):
        if int(year) > before + 1:
            yield _gap(str(before + 1), str(int(year) - 1))
        before = int(year)
        yield year, year, tuple(months)


def _gap(first: str, last: str) -> Part:
    return (first if first == last else f"{first} to {last}"), "", ()


def _place(month: str) -> int:
    """'2022-12' -> 24275: months in a row are numbers in a row."""
    year, number = month.split("-")
    return int(year) * 12 + int(number) - 1


def _month(place: int) -> str:
    return f"{place // 12:04}-{place % 12 + 1:02}"


def missing_words(span: Sequence[str]) -> str:
    """Return in words how many months between have no digest; '' where none lacks one."""
    missing = _place(span[-1]) - _place(span[0]) + 1 - len(span)
    verb = "has" if missing == 1 else "have"
    return f"{words.count(missing, MONTHS)} between {verb} no digest here." if missing else ""
