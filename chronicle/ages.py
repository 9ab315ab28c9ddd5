"""An event's text and who is named where in, the ages that it states out, and who is called a child.

Forms::

    12-year-old X · X, 17, · X (17) · X, aged 17 · X, 17 years old · he was 17 years old
    the boy X · children, specifically X, Y and Z

Left out: the ages of people who are not named ('her 15-year-old daughter').
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from chronicle.lexicon import roles as wordings
from chronicle.model import Span

_AGED_BEFORE: Final = re.compile(r"\b(?P<age>[0-9]{1,2})[-\s]year[-\s]old\s(?:[^\W\d_]+[-\s]){0,3}\"?\Z")
_AGED_AFTER: Final = re.compile(
    r"(?:,\s|\s\()(?:aged\s|age\s)?(?P<age>[0-9]{1,2})(?:\)|,|\syears?\sold|[-\s]year[-\s]old)"
)
_AGED_LATER: Final = re.compile(
    r"\b(?:he|she)\s(?:was|is|had\sbeen|turned)\s(?:only\s|just\s)?(?P<age>[0-9]{1,2})"
    r"(?:\syears?\sold|[-\s]year[-\s]old)?(?=[\s.,;])"
)


_CALLED_CHILD: Final = re.compile(wordings.CHILD)
# 'a mother of many children, X'
_PARENT: Final = re.compile(r"\b(?:mother|father|parent|parents)\sof\s(?:[a-z]+\s){0,3}\Z")


def find_children(named: Sequence[tuple[Span, int]], plain: str) -> set[int]:
    """Return the places of the people whom *plain* calls children, whatever it says of their age."""
    called = ((i, _CALLED_CHILD.search(plain, max(0, at.start - 60), at.start)) for at, i in named)
    return {i for i, match in called if match and not _PARENT.search(plain, max(0, match.start() - 40), match.start())}


def find_ages(named: Sequence[tuple[Span, int]], plain: str) -> dict[int, int]:
    """Return the age in years that *plain* states beside a name, by the person's place; of two ages the lower.

    *named* holds every mention in order of the text, with the place of its person.

    'he was 17' counts for the person named last before it: rather one child too many than one too few.
    """
    ages: dict[int, list[int]] = defaultdict(list)
    for at, index in named:
        before = _AGED_BEFORE.search(plain, max(0, at.start - 60), at.start)
        after = _AGED_AFTER.match(plain, at.end)
        ages[index] += [int(match["age"]) for match in (before, after) if match]
    for match in _AGED_LATER.finditer(plain):
        last = bisect_left(named, (Span(match.start(), 0), 0)) - 1
        if last >= 0:
            ages[named[last][1]].append(int(match["age"]))
    return {index: min(found) for index, found in ages.items() if found}
