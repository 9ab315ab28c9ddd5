"""Withheld words and a text in, where they stand in it out: in any script, case and order, broken or joined.

Words are compared by their keys: 'Мамай', 'MAMAI' and 'Ma\u00admay' are one. What parts the words of a name may be
blanks, line breaks, points, hyphens and quotation marks; never a comma, which parts two people.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from urllib.parse import unquote

from chronicle.model import Span
from chronicle.text import APOSTROPHES, DASHES, QUOTES, fold_word

#: what a reader does not see between letters: soft hyphens, joiners, marks of direction, accents set apart
_UNSEEN: Final = (
    "\u00ad\u0300-\u036f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
)
# 'Mamay', 'Al’mira', 'Mamay's'
_WORD: Final = re.compile(rf"[^\W\d_]+(?:[{_UNSEEN}{APOSTROPHES}]{{1,4}}[^\W\d_]+)*[{_UNSEEN}]*")
#: the same in text that is ASCII alone, found faster
_PLAIN: Final = re.compile(r"[A-Za-z'`]+")
_PIECE: Final = re.compile(rf"[^{APOSTROPHES}]+")
_POSSESSIVE: Final = re.compile(rf"[{APOSTROPHES}][{_UNSEEN}]?[sS][{_UNSEEN}]*\Z")
# between words of a name; a point and a blank end a sentence: 'He met Zhanbolat. Mamay said'
_GAP: Final = re.compile(rf"[\s_+{re.escape(DASHES)}{APOSTROPHES}{QUOTES}{_UNSEEN}]+|\.")
# between an initial and a surname: 'Zh. Mamay', 'zh-mamay'; between a surname and an initial: 'Mamay Zh.'
_AFTER_INITIAL: Final = re.compile(r"\.\s{0,40}|[_+-]")
_BEFORE_INITIAL: Final = re.compile(r"\s{1,40}|[_+-]")
#: an address in running text
_ADDRESS: Final = re.compile(r"\b(?:https?://|www\.)[^\s<>\"“”]+")
#: no name is longer, in letters
_LONGEST: Final = 80
#: letters that the ending of a case adds to a name in an address: 'delo-sadykova'
_ENDING: Final = 3
#: letters of a name to which an ending is looked for
_STEM: Final = 5
#: spellings of one sound that `fold_word` keeps apart
_SOUNDS: Final = (("gh", "g"), ("ng", "n"), ("io", "e"), ("ks", "x"))

#: a word of a text: where it stands, and its key
_Token = tuple[Span, str]


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """Return the key under which all spellings of *word* meet: 'Шаңырақ', 'Shanyrak' -> 'sanirak'."""
    if len(word) > _LONGEST:
        return ""
    folded = fold_word(unicodedata.normalize("NFC", word))
    for old, new in _SOUNDS:
        folded = folded.replace(old, new)
    return folded


def words_in(text: str) -> Iterator[tuple[Span, str]]:
    """Yield every word of *text* with its place, possessive endings left out."""
    for found in _WORD.finditer(text):
        word = _POSSESSIVE.sub("", found[0])
        yield Span(found.start(), found.start() + len(word)), word


@dataclass(frozen=True, slots=True)
class Lookup:
    """Words and phrases by their keys, ready to be looked for."""

    words: frozenset[str]
    #: by their first word; an initial has a point: ('j.', 'mamai')
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    #: every word, alone or in a phrase
    known: frozenset[str]
    #: words without the vowel they end in, to which other endings come
    stems: frozenset[str]

    def matches(self, text: str) -> Iterator[Span]:
        """Yield every place in *text* where a word or phrase stands; places may overlap."""
        tokens = list(_known(text, self.known)) if self.known else []
        for n, (span, word) in enumerate(tokens):
            if word in self.words:
                yield span
            for phrase in (*self.phrases.get(word, ()), *self.phrases.get(f"{word}.", ())):
                reached = tokens[n : n + len(phrase)]
                if _is_phrase(text, reached, phrase):
                    yield Span(span.start, reached[-1][0].end)

    def may_match(self, text: str) -> bool:
        """Tell, in less time than it takes to find it, whether a word of a phrase may stand in *text* at all."""
        words = set((_PLAIN if text.isascii() else _WORD).findall(text)) if self.known else set()
        pieces = {piece for word in words if not word.isalpha() for piece in _PIECE.findall(word)}
        return not self.known.isdisjoint(map(key, words | pieces))

    def within(self, text: str) -> str:
        """Return a word or phrase that stands within longer words of *text*, by its keys; '' where there is none."""
        flat = " ".join(key(word) for _, word in words_in(text))
        phrases = (" ".join(phrase) for group in self.phrases.values() for phrase in group)
        return next((one for one in sorted((*self.words, *phrases)) if len(one) >= _STEM and one in flat), "")

    def is_in_address(self, url: str) -> bool:
        """Tell whether *url* holds a word or phrase: percent-encoded, transliterated, with the ending of a case."""
        plain = unquote(unquote(url))
        return any(True for _ in self.matches(plain)) or any(
            self._is_inflected(key(word)) for _, word in words_in(plain)
        )

    def stretches(self, text: str) -> tuple[Span, ...]:
        """Return the `matches` in *text* in order, with the addresses that hold a word or phrase."""
        found = _ADDRESS.finditer(text) if self.known else ()
        addresses = (Span(*m.span()) for m in found if self.is_in_address(m[0]))
        return tuple(sorted((*self.matches(text), *addresses)))

    def _is_inflected(self, word: str) -> bool:
        """Tell whether *word* is one of the words with another ending: 'sadikova', 'sadikovu'."""
        beginnings = (word[:n] for n in range(max(_STEM, len(word) - _ENDING), len(word)))
        return any(one in self.words or one in self.stems for one in beginnings)


@lru_cache(maxsize=64)
def lookup(words: frozenset[str], phrases: frozenset[tuple[str, ...]]) -> Lookup:
    """Return *words* and *phrases*, keys all, ready to be looked for."""
    by_first: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in sorted(phrases):
        by_first[phrase[0]] = (*by_first.get(phrase[0], ()), phrase)
    return Lookup(
        words=words,
        phrases=by_first,
        known=words.union(word.removesuffix(".") for phrase in phrases for word in phrase),
        stems=frozenset(word[:-1] for word in words if word[-1] in "aeio"),
    )


def _known(text: str, known: frozenset[str]) -> Iterator[_Token]:
    """Yield the words of *text* whose key is one of *known*; of a word with an apostrophe also its pieces."""
    for found in _WORD.finditer(text):
        word = found[0]
        folded = key(word)
        if folded in known:
            yield Span(*found.span()), folded
        elif not word.isalpha():
            yield from _pieces(word, found.start(), known)


def _pieces(word: str, start: int, known: frozenset[str]) -> Iterator[_Token]:
    bare = _POSSESSIVE.sub("", word)
    if key(bare) in known:
        yield Span(start, start + len(bare)), key(bare)
        return
    for piece in _PIECE.finditer(bare):
        if key(piece[0]) in known:
            yield Span(start + piece.start(), start + piece.end()), key(piece[0])


def _is_phrase(text: str, tokens: list[_Token], phrase: tuple[str, ...]) -> bool:
    """Tell whether *tokens* of *text* are *phrase*, with nothing between them but what may part one name."""
    if [word for _, word in tokens] != [word.removesuffix(".") for word in phrase]:
        return False
    pairs = zip(zip(tokens, phrase, strict=True), zip(tokens[1:], phrase[1:], strict=True), strict=False)
    return all(_adjoin(text, one, other, p, q) for (((one, _), p), ((other, _), q)) in pairs)


def _adjoin(text: str, one: Span, other: Span, first: str, second: str) -> bool:
    if first.endswith("."):
        return _AFTER_INITIAL.fullmatch(text, one.end, other.start) is not None
    if second.endswith("."):
        gap = _BEFORE_INITIAL.fullmatch(text, one.end, other.start)
        return gap is not None and (not gap[0].isspace() or _is_initial(text, other))
    return _GAP.fullmatch(text, one.end, other.start) is not None


def _is_initial(text: str, at: Span) -> bool:
    """Tell whether the word *at* is an initial, by what follows: a point, or no word."""
    after = text[at.end : at.end + 1]
    return after == "." or (at.of(text).isupper() and not after.isspace() and not after.isalnum())
