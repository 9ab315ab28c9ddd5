"""An event's text and who is named where in, the ages that it states out, and who is called a child.

Forms::

    12-year-old X · seventeen-year-old X · 17-year-old students X and Y
    X, 17, · X (17) · X (17 y.o.) · X, aged 17 · X, 17 years old · he was 17 years old
    the boy X · children, specifically X, Y and Z · the underage son X · 10th-grade student X · 8-month-old X
    X, a teenager, · X (a minor) · X, 8 months old · X, who turned 17 in May
    X (born in 2009) · X, born on May 5, 2009 · X (b. 2009)

Left out: the ages of people who are not named ('her 15-year-old daughter').
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from chronicle.lexicon import roles as wordings
from chronicle.model import Span

_NUMBER: Final = rf"(?P<age>[0-9]{{1,2}}|{'|'.join(wordings.AGES)})"
_AGED_BEFORE: Final = re.compile(
    rf"\b{_NUMBER}[-\s]years?[-\s]olds?,?\s(?:[^\W\d_]+[-\s]){{0,3}}\"?\Z", re.IGNORECASE
)
_AGED_AFTER: Final = re.compile(
    rf"(?:,\s|\s\()(?:aged\s|age\s|who\s(?:is|was|had\sturned|turned)\s(?:only\s|just\s)?)?{_NUMBER}(?:(?<=[0-9])[),]|\syears?\sold|[-\s]year[-\s]old|\sy\.?o\b|(?<=turned\s[0-9]{{2}})\s(?:in|on|last|this)\b)"
)
_AGED: Final = re.compile(rf"(?:,\s|\s\()aged\s{_NUMBER}\b")
# '17-year-old students X and Y': the age of each of them
_SEVERAL: Final = re.compile(r"[-\s]olds\s|(?:s|men|children|people),?\s\"?\Z")
_AGED_LATER: Final = re.compile(
    r"[HhSs](?<!\w.)(?:(?<=[Hh])e|(?<=[Ss])he)\s(?:was|is|had\sbeen|turned)\s(?:only\s|just\s)?"
    + _NUMBER
    + r"(?:\syears?\sold|[-\s]year[-\s]old|(?<=[0-9]))(?=[\s.,;])"
)


_CALLED_CHILD: Final = re.compile(wordings.CHILD)
_CALLED_CHILD_AFTER: Final = re.compile(wordings.CHILD_AFTER)
# 'a mother of many children, X', 'the ombudsman for children, X'
_PARENT: Final = re.compile(
    r"\b(?:(?:mother|father|parent|parents)\sof\s(?:[a-z]+\s){0,3}|(?:for|on|rights\sof)\s(?:the\s)?)\Z"
)


_BORN: Final = re.compile(
    r"(?:,\s|\s\()(?:who\swas\s)?(?:born|b\.)\s(?:(?:in|on)\s)?(?:[^\W\d_]+\s)?(?:\d{1,2},?\s)?(?:[^\W\d_]+\s)?(?P<year>(?:19|20)\d\d)\b"
)
#: years of age of somebody grown up
_GROWN: Final = 18


def find_born(named: Sequence[tuple[Span, int]], plain: str, year: int | None) -> set[int]:
    """Return the places of the people who, by the year of birth beside the name, are under 18 all through *year*.

    An age follows from two years only to within one, so none is stated.
    """
    born = ((i, _BORN.match(plain, at.end)) for at, i in named)
    return {i for i, match in born if match and year is not None and 0 <= year - int(match["year"]) < _GROWN}


def find_children(named: Sequence[tuple[Span, int]], plain: str) -> set[int]:
    """Return the places of the people whom *plain* calls children, whatever it says of their age."""
    called = ((i, _CALLED_CHILD.search(plain, max(0, at.start - 60), at.start)) for at, i in named)
    before = {
        i
        for i, match in called
        if match and not _PARENT.search(plain, max(0, match.start() - 40), match.start())
    }
    return before | {i for at, i in named if _CALLED_CHILD_AFTER.match(plain, at.end)}


def find_ages(named: Sequence[tuple[Span, int]], plain: str) -> dict[int, int]:
    """Return the age in years that *plain* states beside a name, by the person's place; of two ages the lower.

    *named* holds every mention in order of the text, with the place of its person.

    'he was 17' counts for the person named last before it: rather one child too many than one too few.
    """
    ages: dict[int, list[int]] = defaultdict(list)
    for at, index, before in _aged_before(named, plain):
        after = _AGED_AFTER.match(plain, at.end) or _AGED.match(plain, at.end)
        ages[index] += [_years(match) for match in (before, after) if match]
    for match in _AGED_LATER.finditer(plain):
        last = bisect_left(named, (Span(match.start(), 0), 0)) - 1
        if last >= 0:
            ages[named[last][1]].append(_years(match))
    return {index: min(found) for index, found in ages.items() if found}


def find_shared(named: Sequence[tuple[Span, int]], plain: str) -> dict[int, int]:
    """Return the ages stated before a list of names as those of several: '17-year-old students X and Y'."""
    found = _aged_before(named, plain)
    return {index: _years(match) for _, index, match in found if match and _SEVERAL.search(match[0])}


def _aged_before(
    named: Sequence[tuple[Span, int]], plain: str
) -> Iterator[tuple[Span, int, re.Match[str] | None]]:
    """Yield every mention with the age stated between it and the name before it."""
    last = 0
    stated = "old" in plain.lower()
    for at, index in named:
        found = _AGED_BEFORE.search(plain, max(last, at.start - 60), at.start) if stated else None
        yield at, index, found
        last = at.end


def _years(match: re.Match[str]) -> int:
    stated = match["age"].lower()
    return int(stated) if stated.isdigit() else wordings.AGES[stated]
