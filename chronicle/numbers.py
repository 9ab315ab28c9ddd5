"""A place among the tokens of a passage -> how it is read: a code after it, a label, a listed number or a count.

Forms::

    5 of the Tax Code · 5 TX · 5, Tax Code · 5 of the Covenant …  (another text) · 5, 6 and 7 for …  (a list)
    5, 15 days · 5, 107,205 tenge · 5, 3, 1 years · 5, 12 people  (a count)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from chronicle.lexicon import statutes as lexicon

if TYPE_CHECKING:
    from chronicle.codes import Token

_BEFORE_CODE: Final = lexicon.BEFORE_CODE | lexicon.SAME


def code_after(tokens: Sequence[Token], at: int) -> tuple[Token | None, int]:
    """Return the code that the words from *at* give to what they follow, and what is next."""
    at = skip(tokens, at, "close")
    if tokens[at].text == "," and tokens[at + 1].kind in ("code", "abbr"):
        return (None, at) if tokens[at + 2].kind == "article" else (tokens[at + 1], at + 2)
    if tokens[at].kind in ("code", "abbr"):
        return tokens[at], at + 1
    if tokens[at].text == "," and tokens[at + 1].lower == "of":
        at += 1
    if tokens[at].lower not in lexicon.OF:
        return None, at
    name = at + 1
    while name - at < 6 and _before_code(tokens[name]):
        name += 1
    if tokens[name].kind in ("code", "abbr"):
        return tokens[name], name + 1
    other = tokens[at].lower == "of" and _other_text(tokens[name])
    return (tokens[name]._replace(kind="other", code=None), name + 1) if other else (None, at)


def _before_code(token: Token) -> bool:
    return token.kind == "home" or token.lower in _BEFORE_CODE or token.lower.endswith("'s")


def _other_text(token: Token) -> bool:
    """Tell whether 'Article 5 of …' goes on with the name of something that is no code on file."""
    named = token.kind == "word" and token.capital and token.lower not in lexicon.CODE
    return named or token.lower in lexicon.OTHER_TEXTS


def listed(tokens: Sequence[Token], at: int, *, plural: bool, joined: bool) -> bool:
    """Tell whether the number at *at*, in a list, is read by what follows it as a provision and not as a count."""
    for _ in range(4):  # '107,205,300 tenge' is one sum
        comma, after = tokens[at + 1], tokens[at + 2]
        if comma.text != "," or after.kind != "num":
            break
        if len(tokens[at].text) < 3 and len(after.text) < 3 and tokens[at + 3].lower in lexicon.YEARS:
            return int(re.split(r"\D", after.text)[0]) > 11
        if after.start > comma.end:
            return True
        at += 2
    word = tokens[at + 1]
    if word.kind != "word":
        return True
    if word.lower == "of" and code_after(tokens, at + 1)[0]:
        return True
    if word.lower in lexicon.AFTER_NUMBER or word.lower == "of":
        big = is_long(tokens[at])
        many = plural and (joined or big or word.lower in lexicon.CHARGES)
        return many or (joined and big and word.lower in lexicon.PREPOSITIONS)
    return (
        plural and joined and is_long(tokens[at]) and not word.capital and word.lower not in lexicon.COUNTED
    )


def is_long(token: Token) -> bool:
    """Tell whether a number is long enough to be an article rather than a count: '405', '5-1'."""
    return len(token.text) > 2


def skip(tokens: Sequence[Token], at: int, *kinds: str) -> int:
    """Return where the tokens after *at* begin once one of each of *kinds*, if it is there, has been passed."""
    for kind in kinds:
        at += tokens[at].kind == kind
    return at


def is_label(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether 'Part', 'Clause' or 'second part' stands at *at*."""
    ordinal = tokens[at].lower in lexicon.ORDINALS and tokens[at + 1].kind == "part"
    return ordinal or tokens[at].kind in ("part", "point")
