"""One event's text -> the provisions it cites, in order, each with its place in the text.

Forms::

    Article 5 · Art. 5 · Article 5, Part 2 · Article 5 part 2 · Article 5(2) · Article 5.2 · Part 2 of Article 5
    Article 5, Part 2, Clause 3 · Clause 3 of Part 2 of Article 5 · Article 5, Part 1/2 · Parts 1 and 2
    Articles 5, 6 and 7-1 · Articles 5, Part 2 (gloss), and 6, Part 1 · Article 5, Article 6, Part 2
    Articles 105-107, 105 to 107  (both ends, never what lies between) · a Part 2 offence  (of the article before)

`at` covers what cites the provision: 'Article 5, Part 2', '5, Part 2' after 'Articles', 'Part 2' alone. Provisions
that share words ('Article 5, Parts 1 and 2') share one span; two spans are equal or apart. A part belongs to the
article it follows; a paragraph's subparagraph is inside the span and no part of the record.

The code is the one its own words name; else the nearest before it in its sentence, the only one of its sentence, the
nearest before it, the only one of the event; else None. A law or code not on file, or another country's, gives None.
Left out: a code without an article, counted articles ('10 articles'), bare numbers that no code follows.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from chronicle.citations import Cited, find_citations
from chronicle.codes import CodeGrammar, Token, code_grammar, tokens_of, year_of
from chronicle.glosses import without_glosses
from chronicle.lexicon import statutes as lexicon
from chronicle.model import Provision, Span

# what a citation cannot do without: 'Article', a code's name, or its letters after a number ('405 CC')
_CITES: Final = (re.compile(r"art(?<!\wart)"), re.compile(r"code\b"))
_LETTERS: Final = re.compile(r"[0-9)]\s{0,3}[A-Z]{2,6}\b")

__all__ = ("CodeGrammar", "code_grammar", "find_provisions", "find_unknown_codes", "find_unread_articles")


def find_provisions(text: str, grammar: CodeGrammar) -> tuple[Provision, ...]:
    """Return every provision that *text* cites, in order, repetitions included.

    *text* is an event's whole text, dateline and note markers blanked.
    """
    return tuple(
        Provision(
            code=code.code if code else None, article=cited.article, part=part, point=point, at=cited.at
        )
        for cited, code in _resolved(text, grammar)
        for part, point in cited.pairs
    )


def find_unknown_codes(text: str, grammar: CodeGrammar) -> tuple[Span, ...]:
    """Return where *text* names the codes of cited articles that are not on file: 'Land Code'."""
    named = (code for _, code in _resolved(text, grammar) if code and code.kind == "code" and not code.code)
    spans = (Span(code.start, code.end) for code in named if lexicon.CODE & set(code.lower.split()))
    return tuple(sorted(set(spans)))


def find_unread_articles(text: str, grammar: CodeGrammar) -> tuple[Span, ...]:
    """Return where *text* has 'Article' before a number that is read as none: 'Article 5a', 'Article 12345'."""
    tokens, cited = _read(text, grammar)
    spans = tuple(one.at for one in cited)
    pairs = (
        pair
        for pair in pairwise(tokens)
        if pair[0].lower in ("article", "articles") and pair[1].text[:1].isdecimal()
    )
    return tuple(
        Span(label.start, number.end)
        for label, number in pairs
        if not year_of(number) and not _covered(number.start, spans)
    )


def _covered(at: int, spans: Sequence[Span]) -> bool:
    last = bisect_right(spans, at, key=lambda span: span.start) - 1
    return last >= 0 and at < spans[last].end


# ---------------------------------------------------------------- codes


# The three questions above are asked of one text in turn: its tokens are read once.
@lru_cache(maxsize=2)
def _resolved(text: str, grammar: CodeGrammar) -> tuple[tuple[Cited, Token | None], ...]:
    """Return every citation, parts named alone with their article, and the code it belongs to."""
    return tuple(_citations(text, grammar))


def _citations(text: str, grammar: CodeGrammar) -> Iterator[tuple[Cited, Token | None]]:
    tokens, cited = _read(text, grammar)
    marks = _marks(tokens, cited)
    stops = tuple(token.start for token in tokens if token.kind == "stop")
    last: tuple[Cited, Token | None] | None = None
    for one in cited:
        if one.article:
            last = one, one.code or _context(one.at.start, marks, stops)
            yield last
        elif last:
            yield replace(one, article=last[0].article), last[1]


@lru_cache(maxsize=2)
def _read(text: str, grammar: CodeGrammar) -> tuple[tuple[Token, ...], tuple[Cited, ...]]:
    """Return the tokens of *text* and what they cite."""
    tokens = _tokens(text, grammar)
    return tokens, tuple(find_citations(tokens))


def _tokens(text: str, grammar: CodeGrammar) -> tuple[Token, ...]:
    """Return the tokens of *text* outside glosses, then four of kind 'end', so that none ahead is missing.

    A text that can cite nothing is not read at all.
    """
    ends = (Token("end", len(text), len(text), "", ""),) * 4
    lower = text.lower()
    if any(words.search(lower) for words in _CITES) or _LETTERS.search(text):
        return (*without_glosses(tokens_of(text, grammar), text), *ends)
    return ends


def _marks(tokens: Sequence[Token], cited: Sequence[Cited]) -> tuple[Token, ...]:
    """Return what names a code or a law, in order."""
    marks = {token.start: token for token in tokens if token.kind == "code"}
    marks |= {one.code.start: one.code for one in cited if one.code}
    marks |= {
        one.start: one for one, after in pairwise(tokens) if one.kind == "abbr" and after.kind == "article"
    }
    return tuple(marks[start] for start in sorted(marks))


def _context(at: int, marks: Sequence[Token], stops: Sequence[int]) -> Token | None:
    """Return the code that a citation at *at* takes from around it."""
    here = bisect_left(stops, at)
    first = bisect_left(marks, at, key=lambda mark: mark.start)
    before = marks[first - 1] if first else None
    if before and bisect_left(stops, before.start) == here:
        return before
    end = bisect_left(marks, stops[here], key=lambda mark: mark.start) if here < len(stops) else len(marks)
    after = marks[first : min(end, first + 9)]
    return _only(after) or before or _only(marks[first : first + 9])


def _only(marks: Sequence[Token]) -> Token | None:
    return marks[0] if len({mark.code for mark in marks}) == 1 else None
