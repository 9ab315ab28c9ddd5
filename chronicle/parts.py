"""The tokens beside an article's number -> the parts and points they name.

Forms::

    Part 2 · part two · Part II · the second part · Parts 1, 2 and 3 · Part 1/2 · Parts 1-3  (both ends)
    Part 2, Clause 3 · Part 2 (3) · Clause 3 of Part 2 · paragraph 2 · point (a) · (2) · (2)(a)

Of points within points ('paragraph 2, subparagraph 3') the widest is read and the others passed over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from chronicle.lexicon import statutes as lexicon
from chronicle.numbers import is_label, listed, skip

if TYPE_CHECKING:
    from chronicle.codes import Token

#: part and point of a provision
Pairs = tuple[tuple[str | None, str | None], ...]


def find_parts(tokens: Sequence[Token], at: int, *, plural: bool, led: bool) -> tuple[Pairs, int]:
    """Return what stands after an article's number at *at*, and where the last of it ends.

    *plural* is whether 'Articles' announced the number, *led* whether its part already stood before it.
    """
    first, stop = ((), at) if led else _bracketed(tokens, at)
    pairs = list(first)
    while True:
        label = skip(tokens, stop, "close", "sep", "sep", "open")
        more, end = read_part(tokens, label, listing=plural) if is_label(tokens, label) else ((), stop)
        if not more or leads(tokens, end) or (led and more[0][0]):
            return tuple(pairs), stop
        if pairs and not more[0][0]:  # points alone belong to the part before them
            part = (pairs[-1] if pairs[-1][1] else pairs.pop())[0]
            more = tuple((part, one) for _, one in more)
        pairs.extend(more)
        stop = skip(tokens, end, "close") if tokens[label - 1].kind == "open" else end


def _bracketed(tokens: Sequence[Token], at: int) -> tuple[Pairs, int]:
    """Return the part and point in '(2)', '(2)(a)', '(a)' or '(1), (2)' at *at*."""
    if tokens[at].kind != "paren":
        return (), at
    first = _inside(tokens[at])
    if not first.isdecimal():
        return ((None, first),), at + 1
    if tokens[at + 1].kind == "paren":
        return ((first, _inside(tokens[at + 1])),), at + 2
    pairs: list[tuple[str | None, str | None]] = [(first, None)]
    stop = at + 1
    while tokens[stop].kind == "sep" and tokens[stop + 1].kind == "paren":
        pairs.append((_inside(tokens[stop + 1]), None))
        stop += 2
    return tuple(pairs), stop


def leads(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether 'of Article 5' or 'of the Article 5' stands at *at*."""
    return tokens[at].lower == "of" and tokens[after_of(tokens, at)].kind == "article"


def after_of(tokens: Sequence[Token], at: int) -> int:
    """Return what is next after 'of', 'of the', 'of the same' at *at*, or *at* itself."""
    stop = at
    while tokens[at].lower == "of" and stop - at < 4 and (stop == at or tokens[stop].lower in lexicon.SAME):
        stop += 1
    return stop


def read_part(tokens: Sequence[Token], at: int, *, listing: bool = False) -> tuple[Pairs, int]:
    """Return the parts and points that the label at *at* announces, and what is next; nothing without a number."""
    if tokens[at].kind == "point":
        points, stop = _points(tokens, at)
        part = skip(tokens, stop, "close", "sep")
        part = (
            part
            if part > stop and tokens[part].kind == "part"
            else after_of(tokens, skip(tokens, stop, "close"))
        )
        if points and is_label(tokens, part) and tokens[part].kind != "point":
            parts, end = _parts(tokens, part, listing=False)
            if len(parts) == 1:
                return tuple((parts[0], point) for point in points), end
        return tuple((None, point) for point in points), stop
    parts, stop = _parts(tokens, at, listing=listing)
    pairs: Pairs = tuple((part, None) for part in parts)
    label = stop if tokens[stop].kind == "paren" else skip(tokens, stop, "close", "sep", "sep", "open")
    if parts and tokens[label].kind in ("paren", "point"):
        points, end = _points(tokens, label)
        if points and not _of_part(tokens, end):
            return (*pairs[:-1], *((parts[-1], point) for point in points)), end
    return pairs, stop


def _of_part(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether points that end at *at* belong to a part that follows: 'of Part 2'."""
    return tokens[at].lower == "of" and is_label(tokens, after_of(tokens, at))


def _parts(tokens: Sequence[Token], at: int, *, listing: bool) -> tuple[tuple[str, ...], int]:
    if tokens[at].kind == "word":
        return (lexicon.ORDINALS[tokens[at].lower],), at + 2
    plural = lexicon.PARTS[tokens[at].lower]
    return _numbers(tokens, at + 1, plural=plural, most=99 if plural or not listing else 9)


def _points(tokens: Sequence[Token], at: int) -> tuple[tuple[str, ...], int]:
    """Return the points at *at* and what is next."""
    if tokens[at].kind == "paren":
        return (_inside(tokens[at]),), at + 1
    values: list[str] = []
    depth, stop, label = 0, at, at
    while tokens[label].kind == "point":
        found, end = _numbers(tokens, label + 1, plural=tokens[label].lower.endswith("s"))
        if not found:
            break
        this = lexicon.POINTS[tokens[label].lower]
        if this < depth or not values:
            values, depth = list(found), this
        elif this == depth:
            values.extend(found)
        stop = label = skip(tokens, end, "paren")
        if tokens[stop].lower == "of":
            label = after_of(tokens, stop)
        else:
            label = skip(tokens, stop, "close", "sep", "sep", "open")
    return tuple(values), stop


def _numbers(
    tokens: Sequence[Token], at: int, *, plural: bool, most: int = 99
) -> tuple[tuple[str, ...], int]:
    """Return the numbers of parts or points from *at*: a first one, and those listed with it up to *most*."""
    at += tokens[at].text == "." and tokens[at - 1].lower in lexicon.ABBREVIATIONS
    values = list(_values(tokens[at], plural=plural))
    if not values:
        return (), at
    while True:
        number = _next_number(tokens, at, plural=plural)
        more = _values(tokens[number], plural=plural) if number else ()
        if not more or int(re.split(r"\D", more[0])[0]) > most or _own_part(tokens, number):
            return tuple(values), at + 1
        values.extend(more)
        at = number


def _next_number(tokens: Sequence[Token], at: int, *, plural: bool) -> int:
    """Return where the number that the list goes on with after the one at *at* stands; 0 where it ends."""
    number = skip(tokens, at + 1, "sep", "sep")
    between = [token.lower for token in tokens[at + 1 : number]]
    spans = plural and (tokens[number].kind == "dash" or tokens[number].lower in lexicon.RANGE)
    if not between and spans:
        number += 1
    if number == at + 1 or tokens[number].kind != "num":
        return 0
    joined = not between or not lexicon.JOINS.isdisjoint(between)
    return number if "/" in between or listed(tokens, number, plural=plural, joined=joined) else 0


def _own_part(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the number at *at* has a part of its own, and so is an article: '20, Part 1'."""
    return is_label(tokens, skip(tokens, at + 1, "sep")) or tokens[at + 1].kind == "paren"


def _values(token: Token, *, plural: bool) -> tuple[str, ...]:
    if token.kind == "paren":
        return (_inside(token),)
    roman = set(token.lower) <= set("ivx")
    if token.kind == "word" and (token.text.isupper() or not roman) and token.lower in lexicon.NUMERALS:
        return (lexicon.NUMERALS[token.lower],)
    found = re.fullmatch(r"([0-9]{1,2})(?:[^0-9.]([0-9]{1,2}))?", token.text) if token.kind == "num" else None
    if not found:
        return ()
    first, second = found[1], found[2]
    if second and plural and int(second) > int(first):
        return (first, second)
    return (f"{first}-{second}",) if second else (first,)


def _inside(token: Token) -> str:
    return token.text.strip("( )")
