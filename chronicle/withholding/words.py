"""Withheld words and a text in, where they stand in it out: in any script, case and order, broken or joined.

Words are compared by their keys: 'Мамай', 'MAMAI' and 'Ma\u00admay' are one. What parts the words of a name may be
blanks, line breaks, points, hyphens and quotation marks; never a comma, which parts two people.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
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
# what an apostrophe or an unseen character parts, where the whole is no known word
_PIECE: Final = re.compile(rf"[^{_UNSEEN}{APOSTROPHES}]+")
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
#: letters of one script that look like those of another, in words that mix both by mistake
_CYRILLIC: Final = "асеорухіјАВСЕНІЈКМОРТХУ"
_LATIN: Final = "aceopyxijABCEHIJKMOPTXY"
_LIKE_LATIN: Final = str.maketrans(_CYRILLIC, _LATIN)
_LIKE_CYRILLIC: Final = str.maketrans(_LATIN, _CYRILLIC)
# a word of Cyrillic letters: case endings follow names in running text
_INFLECTED: Final = re.compile(r"[\u0400-\u052f]+")
# a word broken by the end of a line: 'Ma-\nmay'
_BROKEN: Final = re.compile(r"(?<![^\W\d_])([^\W\d_]+)[-\u2010][ \t]{0,9}\n[ \t]{0,9}([^\W\d_]+)")
_BREAK: Final = re.compile(r"[-\u2010][ \t]{0,9}\n")
#: how many stretches without a blank are remembered
_REMEMBERED: Final = 400_000
#: spellings of one sound that `fold_word` keeps apart
_SOUNDS: Final = (("gh", "g"), ("ng", "n"), ("io", "e"), ("ks", "x"))

#: a word of a text: where it stands, and its key
_Token = tuple[Span, str]


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """Return the key under which all spellings of *word* meet: 'Шаңырақ', 'Shanyrak' -> 'sanirak'."""
    if len(word) > _LONGEST:
        return ""
    folded = fold_word(unicodedata.normalize("NFC", word if word.isascii() else _of_one_script(word)))
    for old, new in _SOUNDS:
        folded = folded.replace(old, new)
    return folded


def _of_one_script(word: str) -> str:
    """Return *word* in one script, where letters of another stand in it by mistake: 'M\u0430may' -> 'Mamay'."""
    latin = word.translate(_LIKE_LATIN)
    mixed = any(c.isascii() and c.isalpha() for c in word) and any("\u0400" <= c <= "\u052f" for c in word)
    if not mixed:
        return word
    return latin if not _INFLECTED.search(latin) else word.translate(_LIKE_CYRILLIC)


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
    #: known words without the vowel they end in, to which other endings come, and the words in full
    stems: Mapping[str, str]
    #: words that are somebody else's, though they look like one of these with the ending of a case
    others: frozenset[str] = frozenset()
    #: stretches without a blank that `first` has looked at; known words that those may hold that hold any; the address
    #: with a known word in it that a stretch is; the known words that a word and its pieces mean
    _seen: set[str] = field(default_factory=set, compare=False, repr=False)
    _telling: dict[str, set[str]] = field(default_factory=dict, compare=False, repr=False)
    _leading: dict[str, str] = field(default_factory=dict, compare=False, repr=False)
    _met: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)

    def matches(self, text: str) -> Iterator[Span]:
        """Yield every place in *text* where a word or phrase stands; places may overlap."""
        tokens = sorted(self._tokens(text)) if self.known else []
        for n, (span, word) in enumerate(tokens):
            if word in self.words:
                yield span
            for phrase in (*self.phrases.get(word, ()), *self.phrases.get(f"{word}.", ())):
                reached = tokens[n : n + len(phrase)]
                if _is_phrase(text, reached, phrase):
                    yield Span(span.start, reached[-1][0].end)

    def first(self, text: str) -> str:
        """Return the first word or phrase of *text* as it stands there, else the first address that holds one; or ''.

        An address holds one with the ending of a case as well, where it is not among the *others*.
        """
        if not self.known:
            return ""
        stretches = set(text.split())
        self._sort(stretches)
        joined = _BROKEN.findall(text) if _BREAK.search(text) else ()
        met = (self._telling[one] for one in self._telling.keys() & stretches)
        if self._is_enough(set().union(*met, (self.meant(one + other) for one, other in joined))):
            for span in self.matches(text):
                return span.of(text)
        return min((self._leading[one] for one in self._leading.keys() & stretches), default="")

    def _sort(self, stretches: set[str]) -> None:
        """Look at those of *stretches* that were never looked at: thousands of files hold the same ones."""
        if len(self._seen) > _REMEMBERED:
            self._seen.clear()
            self._telling.clear()
            self._leading.clear()
            self._met.clear()
        fresh = stretches - self._seen
        for stretch in fresh:
            if keys := {known for word in _WORD.findall(stretch) for known in self._keys(word)}:
                self._telling[stretch] = keys
        for stretch in fresh if self.words else ():
            for found in _ADDRESS.finditer(stretch) if "://" in stretch or "www." in stretch else ():
                if self._is_told_in(found[0]):
                    self._leading.setdefault(stretch, found[0])
        self._seen.update(fresh)

    def _keys(self, word: str) -> tuple[str, ...]:
        """Return the known keys that *word* and its pieces mean, remembered: most words mean none."""
        if (keys := self._met.get(word)) is None:
            keys = self._met[word] = tuple(meant for _, meant in self._of_word(word, 0))
        return keys

    def _is_enough(self, keys: set[str]) -> bool:
        """Tell whether one of *keys* is a word, or all of a phrase are among them."""
        phrases = (p for one in keys for p in (*self.phrases.get(one, ()), *self.phrases.get(f"{one}.", ())))
        return not self.words.isdisjoint(keys) or any(
            all(word.removesuffix(".") in keys for word in phrase) for phrase in phrases
        )

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

    def _is_told_in(self, url: str) -> bool:
        keys = {key(word) for _, word in words_in(unquote(unquote(url)))}
        return any(self._is_inflected(word) for word in keys - self.others)

    def stretches(self, text: str) -> tuple[Span, ...]:
        """Return the `matches` in *text* in order, with the addresses that hold a word or phrase."""
        found = _ADDRESS.finditer(text) if self.known else ()
        addresses = (Span(*m.span()) for m in found if self.is_in_address(m[0]))
        return tuple(sorted((*self.matches(text), *addresses)))

    def _is_inflected(self, word: str) -> bool:
        """Tell whether *word* is one of the words with another ending: 'sadikova', 'sadikovu'."""
        return any(one in self.words or self.stems.get(one) in self.words for one in _beginnings(word))

    def meant(self, word: str) -> str:
        """Return the known key that *word* is, with the ending of a plural or of a case or without; '' where it is none.

        'Mamayevs', '\u041c\u0430\u043c\u0430\u0435\u0432\u0430' -> 'mamaev'.
        """
        folded = key(word)
        if folded in self.known:
            return folded
        if _INFLECTED.search(word):
            found = (one if one in self.known else self.stems.get(one, "") for one in _beginnings(folded))
            return next(filter(None, found), "")
        plural = word.isalpha() and word[-1] in "sS" and len(folded) > _STEM and folded[:-1] in self.known
        return folded[:-1] if plural else ""

    def _tokens(self, text: str) -> Iterator[_Token]:
        """Yield the words of *text* that mean a known one; of a word with an apostrophe or a hump also its pieces."""
        for found in _WORD.finditer(text):
            yield from self._of_word(found[0], found.start())
        for broken in _BROKEN.finditer(text) if _BREAK.search(text) else ():
            if meant := self.meant(broken[1] + broken[2]):
                yield Span(*broken.span()), meant

    def _of_word(self, word: str, start: int) -> Iterator[_Token]:
        if meant := self.meant(word):
            yield Span(start, start + len(word)), meant
        elif not word.isalpha():
            yield from self._pieces(word, start)
        elif _is_humped(word):
            yield from self._parts(word, start, _humps(word))

    def _pieces(self, word: str, start: int) -> Iterator[_Token]:
        bare = _POSSESSIVE.sub("", word)
        if meant := self.meant(bare):
            yield Span(start, start + len(bare)), meant
            return
        yield from self._parts(bare, start, (Span(*piece.span()) for piece in _PIECE.finditer(bare)))

    def _parts(self, word: str, start: int, parts: Iterable[Span]) -> Iterator[_Token]:
        for at in parts:
            part = at.of(word)
            if meant := self.meant(part):
                yield Span(start + at.start, start + at.end), meant
            elif _is_humped(part):
                yield from self._parts(part, start + at.start, _humps(part))


@lru_cache(maxsize=64)
def lookup(
    words: frozenset[str], phrases: frozenset[tuple[str, ...]], others: frozenset[str] = frozenset()
) -> Lookup:
    """Return *words* and *phrases*, keys all, ready to be looked for; *others* are words of other people."""
    by_first: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in sorted(phrases):
        by_first[phrase[0]] = (*by_first.get(phrase[0], ()), phrase)
    known = words.union(word.removesuffix(".") for phrase in phrases for word in phrase)
    return Lookup(
        words=words,
        phrases=by_first,
        known=known,
        stems={word[:-1]: word for word in sorted(known) if word[-1] in "aeio"},
        others=others,
    )


def _beginnings(word: str) -> Iterator[str]:
    """Yield what may be left of *word* without the ending of a case, the shortest first."""
    return (word[:n] for n in range(max(_STEM, len(word) - _ENDING), len(word)))


def _is_humped(word: str) -> bool:
    """Tell whether a capital stands within *word*: 'FreeMamay'."""
    return not (word.islower() or word.isupper() or word.istitle())


def _humps(word: str) -> Iterator[Span]:
    """Yield the words of which *word* is made: each begins with a capital behind a small letter; none where it is one."""
    starts = [n for n in range(1, len(word)) if word[n].isupper() and word[n - 1].islower()]
    for start, end in pairwise((0, *starts, len(word))) if starts else ():
        yield Span(start, end)


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
