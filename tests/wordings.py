"""Patterns: whether all that one can match holds one of some words, and if not, a text that does not.

A pattern is walked sign by sign. Of the text so far only two things matter: how much of a word it ends with, and whether
it ends with a letter or a blank; so the ways through are few, and each of them is walked. What a pattern only looks at, before and
behind, is taken as met: nothing that can be matched is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import reduce
from string import printable
from typing import Final

#: the longest beginning of a word that the text so far ends with, and its last sign, letters being alike -> the shortest such text found
_Ways = Mapping[tuple[str, str], str]
_Step = Callable[[_Ways], _Ways]

#: signs that stand in none of the words, one of each sort: a digit, a letter, marks
_OTHERS: Final = "0\u00e9#.,'/-"
_PIECE: Final = re.compile(
    r"""
      (?P<open> \( (?: \? -? [a-z]* : )? (?! \? ) )                      # (  (?:  (?-i:
    | (?P<look> \( \? <? [=!] ) | (?P<close> \) ) | (?P<bar> \| )        # (?=  (?!  (?<=  (?<!
    | (?P<edge> \\ [bZ] )
    | (?P<sign> \\ . | \[ (?: \\ . | [^\]\\] )+ \] | [^\\\[\]()|?*+{}] )   # \w  [\w'-]  a
    | (?P<times> (?: [?*+] | \{ \d+ (?: ,\d+ )? \} ) \?? )               # ?  {1,20}?
    """,
    re.VERBOSE,
)


def text_without(pattern: str, words: Iterable[str], *, within: bool = True) -> str | None:
    """Return a text in lower case with single blanks that *pattern* can match and that holds none of *words*; None where there is none.

    Unless *within*, what begins within a word does not count.
    """
    walk = _Walk(tuple(words), pattern, within=within)
    ended = walk.alternatives()({("", ""): ""})
    assert not walk.pieces, f"a bracket too many: {pattern}"
    return min(ended.values(), key=lambda text: (len(text), text), default=None)


class _Walk:
    """The words, and what is left of the pattern, the last piece first."""

    def __init__(self, words: tuple[str, ...], pattern: str, *, within: bool) -> None:
        self.words = words
        self.within = within
        self.begun = {word[:end] for word in words for end in range(len(word) + 1)}
        self.signs = sorted({*"".join(words), *_OTHERS, " "})
        found = list(_PIECE.finditer(pattern))
        assert "".join(piece[0] for piece in found) == pattern, f"not understood: {pattern}"
        self.pieces = [(piece.lastgroup, piece[0]) for piece in reversed(found)]

    def alternatives(self) -> _Step:
        """Return the step of the pieces as far as a bracket closes."""
        steps = [self.sequence()]
        while self.pieces and self.pieces[-1][0] == "bar":
            self.pieces.pop()
            steps.append(self.sequence())
        return lambda ways: _shortest(step(ways) for step in steps)

    def sequence(self) -> _Step:
        """Return the step of the pieces as far as a bar or a closing bracket."""
        steps: list[_Step] = []
        while self.pieces and self.pieces[-1][0] not in ("bar", "close"):
            steps.append(self.repeated(self.one()))
        return lambda ways: reduce(lambda here, step: step(here), steps, ways)

    def one(self) -> _Step:
        """Return the step of the next piece, or of all in its brackets."""
        kind, piece = self.pieces.pop()
        if kind == "sign":
            fits = re.compile(piece, re.IGNORECASE)
            signs = [s for s in self.signs if fits.fullmatch(s)]
            signs = signs or [next(s for s in printable.lower() if fits.fullmatch(s))]
            return lambda ways: _shortest(self.beyond(ways, sign) for sign in signs)
        assert kind in ("open", "look", "edge"), f"not understood: {piece}"
        inside = self.alternatives() if kind != "edge" else _stay
        assert kind == "edge" or self.pieces.pop()[0] == "close"
        return inside if kind == "open" else _stay

    def repeated(self, step: _Step) -> _Step:
        """Return *step* as often as the next piece says."""
        if not self.pieces or self.pieces[-1][0] != "times":
            return step
        least, most = _times(self.pieces.pop()[1])

        def steps(ways: _Ways) -> _Ways:
            for _ in range(least):
                ways = step(ways)
            for _ in range(most - least):
                more = _shortest((ways, step(ways)))
                if more.keys() == ways.keys():
                    break
                ways = more
            return ways

        return steps

    def beyond(self, ways: _Ways, sign: str) -> _Ways:
        """Return *ways* with *sign* added, but for those that then end with a word."""
        out: dict[tuple[str, str], str] = {}
        for (end, last), text in ways.items():
            if last == sign == " ":
                out[end, last] = text
                continue
            tails = [tail for tail in self.tails(end, last, sign) if tail in self.begun]
            if not any(tail in self.words for tail in tails):
                out = dict(_shortest((out, {(tails[0], "a" if sign.isalpha() else sign): text + sign})))
        return out

    def tails(self, end: str, last: str, sign: str) -> Iterator[str]:
        """Yield what the text ends with after *sign*, the longest first, as far as it may begin a word."""
        before = f"{'' if end else last}{end}"
        shift = len(before) - len(end)
        for start in range(len(end) + 1):
            lead = before[start + shift - 1 : start + shift] if start or shift else ""
            if self.within or not lead.isalpha():
                yield (end + sign)[start:]
        yield ""


def _stay(ways: _Ways) -> _Ways:
    return ways


def _shortest(several: Iterable[_Ways]) -> _Ways:
    """Return all ways, of two that end alike the shorter."""
    out: dict[tuple[str, str], str] = {}
    for ways in several:
        for end, text in ways.items():
            if end not in out or (len(text), text) < (len(out[end]), out[end]):
                out[end] = text
    return out


def _times(piece: str) -> tuple[int, int]:
    """Return how often at least and at most; without an end, as often as there can be new ways."""
    signs = {"?": (0, 1), "*": (0, 999), "+": (1, 999)}
    if piece[0] in signs:
        return signs[piece[0]]
    least, _, most = piece.strip("{}?").partition(",")
    return int(least), int(most or least)
