"""An event's words as published, and as its digest prints them now, in; the stretches that differ, as Changes, out.

White space, note markers and the kinds of quotes and dashes aside. What stands for withheld words is no change.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from rapidfuzz.distance import Levenshtein

from chronicle.likeness import Token, tokens, without_markers
from chronicle.model import Change

#: tokens of context on either side; stretches with fewer than as many tokens between them are told as one
_CONTEXT: Final = 4
#: characters of `before` and of `after`
_LONGEST: Final = 300
#: pairs of tokens that are still compared; what is longer differs as a whole
_MOST_COMPARED: Final = 25_000_000


class _Stretch(NamedTuple):
    """Tokens that differ: from, to, in both texts."""

    start: int
    end: int
    now_start: int
    now_end: int


def changes_between(before: str, after: str, day: dt.date) -> tuple[Change, ...]:
    """Return a Change of *day* for every stretch of *before* that *after* prints otherwise, in order."""
    if before == after:
        return ()
    old, new = tokens(before), tokens(after)
    found: list[Change] = []
    for stretch in _stretches(old, new):
        left, right = _context(old, stretch)
        found.append(
            Change(
                date=day,
                before=_shown(before, old[stretch.start - left : stretch.end + right]),
                after=_shown(after, new[stretch.now_start - left : stretch.now_end + right]),
            )
        )
    return tuple(found)


def differing(before: str, after: str) -> tuple[str, str] | None:
    """Return the first words of *before* that *after* prints otherwise, and what it prints; None where none differ."""
    old, new = tokens(before), tokens(after)
    for stretch in _stretches(old, new):
        return _shown(before, old[stretch.start : stretch.end]), _shown(
            after, new[stretch.now_start : stretch.now_end]
        )
    return None


def _stretches(old: Sequence[Token], new: Sequence[Token]) -> Iterator[_Stretch]:
    """Yield where *old* and *new* differ; neighbours as one; without those where *old* withholds words."""
    joined: list[_Stretch] = []
    for one in _differences(old, new):
        last = joined[-1] if joined else None
        if last and one.start - last.end < _CONTEXT:
            joined[-1] = last._replace(end=one.end, now_end=one.now_end)
        else:
            joined.append(one)
    for one in joined:
        withheld = any(token.masked for token in old[one.start : one.end])
        if not withheld or any(token.masked for token in new[one.now_start : one.now_end]):
            yield one


def _differences(old: Sequence[Token], new: Sequence[Token]) -> Iterator[_Stretch]:
    forms, now = [one.form for one in old], [one.form for one in new]
    start = _common(forms, now)
    end = _common(forms[start:][::-1], now[start:][::-1])
    forms, now = forms[start : len(forms) - end], now[start : len(now) - end]
    if len(forms) * len(now) > _MOST_COMPARED:
        yield _Stretch(start, start + len(forms), start, start + len(now))
        return
    for one in Levenshtein.opcodes(forms, now):
        if one.tag != "equal":
            ends = (one.src_start, one.src_end, one.dest_start, one.dest_end)
            yield _Stretch(*(end + start for end in ends))


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many items both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def _context(old: Sequence[Token], at: _Stretch) -> tuple[int, int]:
    """Return how many tokens are shown before and after a stretch: whole words, and none that stands for others."""
    before = old[max(at.start - _CONTEXT, 0) : at.start]
    after = old[at.end : at.end + _CONTEXT]
    left, right = _open(before[::-1]), _open(after)
    lefts = (n for n in range(left, 0, -1) if _parted(old, at.start - n))
    rights = (n for n in range(right, 0, -1) if _parted(old, at.end + n))
    return next(lefts, 0), next(rights, 0)


def _open(beside: Sequence[Token]) -> int:
    return next((n for n, token in enumerate(beside) if token.masked), len(beside))


def _parted(old: Sequence[Token], at: int) -> bool:
    """Tell whether white space, or an end of the text, stands before token *at*."""
    return at in (0, len(old)) or old[at - 1].end < old[at].start


def _shown(text: str, stretch: Sequence[Token]) -> str:
    """Return the words of *stretch* as printed, in one line, without note markers, not too long."""
    if not stretch:
        return ""
    words = without_markers(text[stretch[0].start : stretch[-1].end])
    if len(words) <= _LONGEST:
        return words
    half = _LONGEST // 2 - 2
    head, tail = words[:half], words[-half:]
    return f"{head.rpartition(' ')[0] or head} … {tail.partition(' ')[2] or tail}"
