"""The names of an event in their order in, the lists they stand in and what is said of a whole list out.

Forms::

    X, Y and Z · X, Y (b. 1990) and Z · X as well as Y · X and 62-year-old Y · X and his driver, Y
    lawyers X, Y and Z · fined X and his wife Y · refused X, a Uyghur, and to his wife Y · X and his brother Y were each fined
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from chronicle.fates import WEIGHTS, Told
from chronicle.model import Span

#: mentions in order of the text, each with the place of its person
Named = Sequence[tuple[Span, int]]

_LISTED: Final = re.compile(
    r"(?:\s\([^()]{1,80}\))?(?:\s?[,;]\s(?:(?:his|her|their)\s[a-z-]+\s|(?!(?:of|by|from|with|who|but|while|in|at|on|to|or|as|for|then|told|whom)\s)[a-z-]{4,}(?<!ed)(?<!s)(?<!ing)\s)?"
    r"|(?P<last>\s?,?\s(?:and|&|as\swell\sas|along\swith)\s)(?:\d\d?-year-old\s)?(?:(?:his|her|their)\s[a-z-]+,\s|(?:[a-z-]+\s){0,2})"
    r"|(?P<again>(?:,[^,.;()]{1,60},)?\sand\s(?:to|of|against|for)\s(?:his|her|their)\s(?:[a-z]+\s){1,2}))"
)
# between names, one of which is named for the other's sake
_OF_ONE: Final = re.compile(r"\b(?:his|her|their)\s")
_COLLEAGUE: Final = re.compile(r"\b(?:his|her|their)\scolleagues?\s")
# 'lawyers ', before a list of names
_PLURAL: Final = re.compile(r"(?:[a-z]s|men|women|people),?\s\Z")
# a verb of several, or one that does not tell
_OF_SEVERAL: Final = re.compile(r",?\s(?:were|are|have\sbeen|had\sbeen|received|got|faced?)\b")


def neighbours(plain: str, named: Named) -> Iterator[tuple[int, int]]:
    """Yield the neighbours of every list of names ('X, Y and Z'), forwards and then backwards.

    Left out: 'X and his mother Y', who are not named as two of a kind.
    """
    found = [
        (one, other)
        for (at, one), (next_at, other) in pairwise(named)
        if one != other
        and _LISTED.fullmatch(plain, at.end, next_at.start)
        and not _OF_ONE.search(plain, at.end, next_at.start)
    ]
    yield from found
    yield from reversed(found)


def spread(plain: str, named: Named, best: Sequence[Told | None]) -> list[Told | None]:
    """Return what is told of each person, where *best* is what is told of each alone: lists share it."""
    every = list(best)
    for run in runs(plain, named):
        for i, found in shared(plain, run, every):
            now = every[i]
            every[i] = now if now and now.weight >= found.weight else found
    for one, other in neighbours(plain, named):
        every[one] = every[one] or _lent(every[other], one, named)
        every[other] = every[other] or _lent(every[one], other, named)
    return every


def _lent(one: Told | None, to: int, named: Named) -> Told | None:
    """Return *one* unless its words name the person it would be lent to: 'the mother of Y, X' makes no relative of Y."""
    at = one.at if one else None
    return None if at and any(i == to and span.overlaps(at) for span, i in named) else one


def runs(plain: str, named: Named) -> Iterator[Named]:
    """Yield the lists of names that end in 'and Z': each name of them with the place of its person."""
    run = list(named[:1])
    for (at, one), (next_at, other) in pairwise(named):
        joint = _LISTED.fullmatch(plain, at.end, next_at.start) if one != other else None
        run = [*run, (next_at, other)] if joint else [(next_at, other)]
        if joint and (joint["last"] or joint["again"]):
            yield run
            run = run[-1:]


def shared(plain: str, run: Named, best: Sequence[Told | None]) -> Iterator[tuple[int, Told]]:
    """Yield what is said of all in a *run* of names at once, with the place of each it is said of.

    'lawyers X, Y and Z' · 'fined X and his wife Y' · 'X and his brother Y were each fined'. *best* is what is told of each alone.
    """
    (at, first), (last_at, last) = run[0], run[-1]
    lead, end = best[first], best[last]
    if lead and lead.at and lead.at.end == at.start and (_befalls(lead) or _PLURAL.search(lead.at.of(plain))):
        yield from ((index, lead) for _, index in run[1:])
    if _COLLEAGUE.search(plain, run[-2][0].end, last_at.start) and (beside := best[run[-2][1]]):
        yield last, beside
    follows = end is not None and end.at is not None and end.at.start == last_at.end
    of_both = end is not None and (
        end.weight == WEIGHTS["testifies"] or (_befalls(end) and _OF_SEVERAL.match(plain, last_at.end))
    )
    if end and follows and of_both:
        yield run[-2][1], end


def _befalls(one: Told) -> bool:
    return one.weight == WEIGHTS["befalls"]
