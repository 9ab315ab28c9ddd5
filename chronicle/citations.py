"""The tokens of a passage -> the articles cited, each with its parts, its place and the code its own words name.

The forms are those of `chronicle.statutes`; which code a bare citation takes from around it is settled there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from chronicle.codes import Token, year_of
from chronicle.lexicon import statutes as lexicon
from chronicle.model import Span
from chronicle.numbers import code_after, is_label, is_long, listed, skip
from chronicle.parts import Pairs, after_of, find_parts, leads, read_part


@dataclass(frozen=True, slots=True)
class Cited:
    """An article with its parts as one place of the text cites it."""

    #: '' for the article named before
    article: str
    pairs: Pairs
    at: Span
    #: the token after it
    stop: int
    #: whether 'Articles' announced it
    plural: bool = False
    #: what stood before a plural: 'Part 2 of Articles 5 and 6'
    lead: Pairs = ()
    #: whether it is a citation even where no code follows
    firm: bool = True
    code: Token | None = None


# ---------------------------------------------------------------- lists


def find_citations(tokens: Sequence[Token]) -> Iterator[Cited]:
    """Yield what *tokens*, which end in four of kind 'end', cite, in order."""
    at = 0
    while tokens[at].kind != "end":
        group, at = _group(tokens, at)
        yield from group


def _group(tokens: Sequence[Token], at: int) -> tuple[Sequence[Cited], int]:
    """Return the list of citations that begins at *at*, with the code that closes it, and what is next."""
    first, stop = _first(tokens, at)
    group = list(first)
    while group:
        code, end = code_after(tokens, group[-1].stop)
        if code:
            group[-1], end = _late_part(tokens, group[-1], end)
            kept = (one for one in group if one.firm or code.kind != "other")
            return tuple(replace(one, code=code) for one in kept), end
        more = _more(tokens, group[-1])
        if not more:
            return tuple(one for one in group if one.firm), group[-1].stop
        # A number before a labelled article is an age, not an article: 'X, 25, Article 5'.
        if more[0].firm and not group[0].firm:
            group.clear()
        group.extend(more)
    return (), stop


def _late_part(tokens: Sequence[Token], cited: Cited, at: int) -> tuple[Cited, int]:
    """Return *cited* with the part that stands after its code ('Article 5 of the Tax Code, Part 2'), and what is next."""
    label = skip(tokens, at, "sep", "open")
    if not cited.article or cited.pairs != ((None, None),) or not is_label(tokens, label):
        return cited, at
    pairs, stop = read_part(tokens, label)
    if not pairs or tokens[stop].lower == "of":
        return cited, at
    stop = skip(tokens, stop, "close") if tokens[label - 1].kind == "open" else stop
    at_all = Span(cited.at.start, tokens[stop - 1].end)
    return replace(cited, pairs=pairs, at=at_all, stop=stop), stop


def _first(tokens: Sequence[Token], at: int) -> tuple[tuple[Cited, ...], int]:
    """Return what a citation at *at* cites, and where to look on if it cites nothing."""
    token = tokens[at]
    if token.kind == "article":
        return _article(tokens, at), at + 1
    if is_label(tokens, at):
        pairs, stop = read_part(tokens, at)
        return (_led(tokens, at) or _alone(tokens, at)) if pairs else (), max(stop, at + 1)
    if token.kind == "num" and at and not year_of(token):
        before = tokens[at - 1]
        begins = before.kind in ("sep", "open") or before.lower in lexicon.BEFORE_NUMBER
        if (
            begins
            and (is_long(token) or before.lower in lexicon.JOINS)
            and listed(tokens, at, plural=False, joined=True)
        ):
            return _numbered(tokens, at, Cited("", (), Span(token.start, token.end), at, firm=False)), at + 1
    return (), at + 1


def _more(tokens: Sequence[Token], last: Cited) -> tuple[Cited, ...]:
    """Return what the list goes on with after *last*; nothing where it ends."""
    at = skip(tokens, last.stop, "close")
    number = skip(tokens, at, "sep", "sep")
    if number == at and (tokens[at].kind == "dash" or tokens[at].lower in lexicon.RANGE):
        return _range_end(tokens, at + 1, last)
    token, between = tokens[number], tokens[at:number]
    if token.kind == "num" and between and last.article:
        if not _goes_on(tokens, number, between, last):
            return ()
        start = replace(last, at=Span(token.start, token.end), lead=last.lead if last.plural else ())
        return _numbered(tokens, number, start)
    while number - at < 8 and (tokens[number].kind == "sep" or tokens[number].lower in lexicon.LINKS):
        number += 1
    if tokens[number].kind == "article":
        return _article(tokens, number)
    return _led(tokens, number) if is_label(tokens, number) else ()


def _goes_on(tokens: Sequence[Token], at: int, between: Sequence[Token], last: Cited) -> bool:
    """Tell whether the bare number at *at* is one more article of the list."""
    token, joined = tokens[at], any(word.lower in lexicon.JOINS for word in between)
    tight = between[-1].text != "," or token.start > between[-1].end
    fits = is_long(token) or (tight and between[-1].text != "/" and (last.plural or len(last.article) < 3))
    return fits and not year_of(token) and listed(tokens, at, plural=last.plural, joined=joined)


def _range_end(tokens: Sequence[Token], at: int, last: Cited) -> tuple[Cited, ...]:
    token = tokens[at]
    if token.kind != "num" or not last.article.isdecimal() or not (last.plural or len(last.article) > 2):
        return ()
    more = int(re.split(r"\D", token.text)[0]) > int(last.article) and not year_of(token)
    if not more or not listed(tokens, at, plural=True, joined=True):
        return ()
    return _numbered(tokens, at, replace(last, at=Span(token.start, token.end), lead=()))


# ---------------------------------------------------------------- one citation


def _article(
    tokens: Sequence[Token], at: int, lead: Pairs = (), start: int | None = None
) -> tuple[Cited, ...]:
    """Return what 'Article 5' at *at* cites; *lead* are the parts named before it, from *start* on."""
    label, number = tokens[at], at + 1
    if label.lower == "art" and not (label.capital or tokens[number].text == "."):
        return ()
    while number - at < 4 and (
        tokens[number].text in (".", "#", "№") or tokens[number].lower in ("no", "nos")
    ):
        number += 1
    token = tokens[number]
    counted = not label.capital and tokens[number + 1].lower in lexicon.COUNTED
    if token.kind != "num" or year_of(token) or counted:
        return ()
    plural = lexicon.ARTICLES[label.lower]
    start = start if start is not None else token.start if plural else label.start
    return _numbered(tokens, number, Cited("", (), Span(start, token.end), at, plural=plural, lead=lead))


def _led(tokens: Sequence[Token], at: int) -> tuple[Cited, ...]:
    """Return what 'Part 2 of Article 5' or 'Part 2, Article 5' at *at* cites."""
    pairs, stop = read_part(tokens, at)
    article = after_of(tokens, stop)
    article = article if article > stop else skip(tokens, stop, "sep")
    if not pairs or tokens[article].kind != "article":
        return ()
    return _article(tokens, article, pairs, tokens[at].start)


def _alone(tokens: Sequence[Token], at: int) -> tuple[Cited, ...]:
    """Return 'Part 2' at *at* as a part of the article named before it; nothing where it may be another text's."""
    label, before = tokens[at], tokens[at - 1] if at else tokens[at]
    pairs, stop = read_part(tokens, at)
    plain = label.kind == "part" and tokens[at + 1].kind == "num" and pairs
    placed = label.capital or before.lower in lexicon.BEFORE_PART
    if not plain or not placed or (tokens[stop].lower == "of" and not leads(tokens, stop)):
        return ()
    return (Cited("", pairs, Span(label.start, tokens[stop - 1].end), stop),)


def _numbered(tokens: Sequence[Token], at: int, start: Cited) -> tuple[Cited, ...]:
    """Return *start*, whose span begins the citation, with the article number at *at* and what follows it."""
    token = tokens[at]
    number, _, dotted = token.text.partition(".")
    first, second = (*re.split("[^0-9]", number), "")[:2]
    pairs, stop = find_parts(tokens, at + 1, plural=start.plural, led=bool(start.lead))
    own = start.lead if len(start.lead) == 1 or not start.plural else ()
    pairs = pairs or own or ((dotted or None, None),)
    cited = replace(start, pairs=pairs, stop=stop, firm=start.firm or stop > at + 1)
    to_end = Span(start.at.start, tokens[stop - 1].end)
    if second and int(second) > int(first) and (start.plural or len(first) == len(second) == 3):
        dash = token.start + len(first)
        lower = replace(cited, article=first, pairs=own or ((None, None),), at=Span(start.at.start, dash))
        return lower, replace(cited, article=second, at=to_end._replace(start=dash + 1))
    article = f"{first}-{second}" if second and len(second) < 4 else first
    return (replace(cited, article=article, at=to_end),)
