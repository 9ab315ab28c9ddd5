"""The tokens of a passage -> those outside glosses, with the full stops that end a sentence told from the others.

Forms::

    Article 5 (mass riots of 5 January), Part 2 · Article 5 «Incitement of "social" discord” · Art. 5 · Aliev R.

A gloss is a pair of brackets or quotation marks in which neither an article nor a part nor a code is named.
Left out: a bracket or quotation mark without its fellow, which stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from chronicle.lexicon import statutes as lexicon

if TYPE_CHECKING:
    from chronicle.codes import Token

#: characters of a gloss, at most
_LONGEST: Final = 400


def without_glosses(tokens: Sequence[Token], text: str) -> tuple[Token, ...]:
    """Return *tokens* of *text* without those of glosses; every 'stop' left among them ends a sentence."""
    pairs = list(_pairs(tokens, text))
    if not pairs:
        return tuple(_with_stops(tokens))
    cites = _counts(tokens, lambda i: _cites(tokens, i))
    stops = _counts(tokens, lambda i: tokens[i].kind == "stop")
    steps = [0] * (len(tokens) + 1)
    for first, last in pairs:
        quoted = tokens[first].kind == "quote"
        sentences = quoted and last > first + 1 and stops[last - 1] > stops[first]
        short = tokens[last].end - tokens[first].start <= _LONGEST
        if short and not sentences and cites[first] == cites[last]:
            # A sentence that ends inside the quotation marks ends for the text too.
            ends = quoted and tokens[last - 1].kind == "stop"
            steps[first] += 1
            steps[last - 1 if ends else last + 1] -= 1
    outside = (token for token, depth in zip(tokens, accumulate(steps), strict=False) if not depth)
    return tuple(_with_stops(tuple(outside)))


def _counts(tokens: Sequence[Token], counted: Callable[[int], bool]) -> list[int]:
    return [0, *accumulate(int(counted(i)) for i in range(len(tokens)))]


def _cites(tokens: Sequence[Token], at: int) -> bool:
    if tokens[at].kind in ("article", "part", "point"):
        return any(token.kind == "num" for token in tokens[at + 1 : at + 3])
    return tokens[at].kind in ("code", "abbr")


def _pairs(tokens: Sequence[Token], text: str) -> Iterator[tuple[int, int]]:
    """Yield the first and last token of every pair of brackets or quotation marks, inner pairs first."""
    stacks: dict[str, list[int]] = {"(": [], '"': [], "'": []}
    for i, token in enumerate(tokens):
        if token.kind in ("open", "close"):
            stack, opens = stacks["("], token.kind == "open"
        elif token.kind == "quote":
            stack, opens = stacks[token.text], _opens(text, token)
        else:
            continue
        if opens:
            stack.append(i)
        elif stack:
            yield stack.pop(), i


def _opens(text: str, quote: Token) -> bool:
    """Tell whether a quotation mark opens: by its own form, or by the spaces around it."""
    printed = text[quote.start]
    if printed in "«‹„‘":
        return True
    before = text[quote.start - 1] if quote.start else " "
    after = text[quote.end : quote.end + 1]
    return printed not in "»›”’" and (before.isspace() or before in "([«“") and not after.isspace()


def _with_stops(tokens: Sequence[Token]) -> Iterator[Token]:
    for i, token in enumerate(tokens):
        if token.kind != "stop" or _ends(tokens, i):
            yield token
        else:
            yield token._replace(kind="mark")


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the full stop at *at* ends a sentence."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return not (at and _abbreviated(tokens[at - 1], tokens[at])) and (after is None or _begins(after))


def _abbreviated(word: Token, stop: Token) -> bool:
    initial = word.kind == "word" and word.capital and len(word.text) < 3
    return stop.text == "." and word.end == stop.start and (initial or word.lower in lexicon.ABBREVIATIONS)


def _begins(token: Token) -> bool:
    return token.capital or not token.text[:1].isalnum()
