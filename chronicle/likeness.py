"""Two printings of an entry in; how much alike they are, whose names are gone from it, and which words differ, out.

Nothing here knows a country or a month: a dateline is what stands before the first comma or long dash after a digit,
a name is what was read when the entry was published, and '[name withheld]' stands for any words.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from rapidfuzz.distance import Indel, Levenshtein

from chronicle.text import APOSTROPHES, DASHES, QUOTES, fold_word

#: '[12]', '[12, 13]', '[ 12]'; never a year
_MARKER: Final = re.compile(
    r"\[[ \u00a0\n]?(?:[0-9]{1,3}|1[0-8][0-9]{2})(?:[ \u00a0,;–-]{1,3}[0-9]{1,4}){0,30}[ \u00a0\n]?\]"
)
_LOOSE: Final = re.compile(r" ([.,;:!?])")
# 'December 1,', 'JAN. 1, 2025 —', 'On 5 December in'
_DATE: Final = re.compile(r"\s*[^,—–\n\d]{0,24}\d[^,—–\n]{0,16}[,—–]\s*(?:\d{4}\s*[,—–]\s*)?")
# 'ASTANA —' of 'JAN. 1, 2025 — ASTANA — The'
_DASHED: Final = re.compile(r"[^—–\n]{1,60}[—–]\s*")
_AROUND: Final = re.compile(r"\s*([^\w\s])\s*")
_DIGITS: Final = re.compile(r"\d+")
_PLAIN: Final = str.maketrans(
    dict.fromkeys(APOSTROPHES + QUOTES, "'") | dict.fromkeys(DASHES, "-") | {"…": "..."}
)
# A stretch in brackets is one token: it may stand for words that are withheld.
_TOKEN: Final = re.compile(r"\[[^\[\]]{1,200}\]|\w+|[^\w\s]")

#: words of a text from which on two texts are compared by the triples of words that they share, not in order
_LONG: Final = 5_000
#: triples of words in the least text that can be part of another
_FEWEST: Final = 4


def without_markers(text: str) -> str:
    """Return *text* in one line, without note markers and the space that they leave before a sign."""
    return _LOOSE.sub(r"\1", " ".join(_MARKER.sub(" ", text).split()))


def normal(text: str) -> str:
    """Return what makes two printings the same: no note markers, plain signs, one case, white space only within words."""
    plain = unicodedata.normalize("NFKC", _MARKER.sub(" ", text).translate(_PLAIN)).casefold()
    return " ".join(_AROUND.sub(r"\1", plain).split())


def bare(text: str) -> str:
    """Return `normal` of *text* without its day, a place between long dashes, and all digits."""
    start = _DATE.match(text)
    rest = text[start.end() :] if start else text
    place = _DASHED.match(rest)
    return _DIGITS.sub("", normal(rest[place.end() :] if place else rest))


class Token(NamedTuple):
    """A word, a sign, or a stretch in brackets: as compared, and where it stands."""

    form: str
    start: int
    end: int

    @property
    def masked(self) -> bool:
        """Whether it may stand for words that are withheld."""
        return self.form.startswith("[") and self.form != "["


def tokens(text: str) -> list[Token]:
    """Return the tokens of *text* without note markers; quotes, apostrophes and dashes are of the plainest kind."""
    found = _TOKEN.finditer(text)
    return [
        Token(" ".join(m[0].translate(_PLAIN).split()), m.start(), m.end())
        for m in found
        if not _MARKER.fullmatch(m[0])
    ]


@dataclass(frozen=True)
class Reading:
    """A text, ready to be compared."""

    text: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words after the day, in one case."""
        start = _DATE.match(self.text)
        found = tokens(self.text[start.end() :] if start else self.text)
        return tuple(one.form.casefold() for one in found if one.masked or one.form[0].isalnum())

    @cached_property
    def triples(self) -> frozenset[tuple[str, str, str]]:
        """Every three words that stand together."""
        return frozenset(zip(self.words, self.words[1:], self.words[2:], strict=False))

    @cached_property
    def cased(self) -> list[str]:
        """The words and signs as printed."""
        return [one.form for one in tokens(self.text)]


def score(event: Reading, entry: Reading) -> float:
    """Return the share of words that *event* and *entry* have in common, in order: 0 to 1."""
    if _fits_masks(event.words, entry.words):
        return 1.0
    if max(len(event.words), len(entry.words)) > _LONG:
        return 2 * len(event.triples & entry.triples) / max(len(event.triples) + len(entry.triples), 1)
    return Indel.normalized_similarity(event.words, entry.words)


def share(part: Reading, whole: Reading) -> float:
    """Return which share of *part* stands in *whole*, by triples of words: 0 to 1; 0 for a part of few words."""
    if len(part.triples) < _FEWEST:
        return 0.0
    return len(part.triples & whole.triples) / len(part.triples)


def apart(one: Reading, other: Reading, whole: Reading) -> bool:
    """Tell whether *one* and *other* are different parts of *whole*: little of it is in both."""
    here, there = one.triples & whole.triples, other.triples & whole.triples
    return 2 * len(here & there) <= min(len(here), len(there))


def _fits_masks(event: Sequence[str], entry: Sequence[str]) -> bool:
    """Tell whether *entry* is *event* with other words where it has stretches in brackets."""
    parts: list[list[str]] = [[]]
    for word in event:
        if word.startswith("["):
            parts.append([])
        else:
            parts[-1].append(word)
    if len(parts) == 1:
        return False
    first, *between, last = [" ".join(("", *part, "")) for part in parts]
    text = f" {' '.join(entry)} "
    at = len(first) - 1
    if (
        not text.startswith(first)
        or not text.endswith(last)
        or not any(part.strip() for part in (first, *between, last))
    ):
        return False
    for part in between:
        found = text.find(part, at)
        if found < 0:
            return False
        at = found + len(part) - 1
    return at <= len(text) - len(last)


# ---------------------------------------------------------------- which pairs are worth a look

#: how many of a text's rarest words are looked up, and in how many other texts each may stand
_RAREST: Final = 12
_COMMON: Final = 25
#: how many texts are compared with one, besides its neighbours
_MOST: Final = 6
_NEIGHBOURS: Final = 2


def likely_pairs(events: Sequence[Reading], entries: Sequence[Reading]) -> list[tuple[int, int]]:
    """Return which of *events* and *entries* share rare words, or stand at like places: a bounded number for each."""
    found = {(i, j) for i, near in enumerate(_sharing(events, entries)) for j in near}
    found |= {(i, j) for j, near in enumerate(_sharing(entries, events)) for i in near}
    for i in range(len(events)):
        middle = i * len(entries) // len(events)
        near = range(max(middle - _NEIGHBOURS, 0), min(middle + _NEIGHBOURS + 1, len(entries)))
        found |= {(i, j) for j in near}
    return sorted(found)


def _sharing(texts: Sequence[Reading], others: Sequence[Reading]) -> Iterator[list[int]]:
    """Yield for each of *texts* the places of the few *others* that share most of its rarest words."""
    where: dict[str, list[int]] = defaultdict(list)
    for n, other in enumerate(others):
        for word in dict.fromkeys(other.words):
            where[word].append(n)
    for text in texts:
        known = [w for w in dict.fromkeys(text.words) if w in where and len(where[w]) <= _COMMON]
        rarest = sorted(known, key=lambda word: (len(where[word]), word))[:_RAREST]
        counted = Counter(n for word in rarest for n in where[word])
        yield sorted(counted, key=lambda n: (-counted[n], n))[:_MOST]


# ---------------------------------------------------------------- names

#: how many words the words of one name may stand apart
_REACH: Final = 3


def lost_names(names: Iterable[str], event: Reading, entry: Reading) -> tuple[tuple[str, ...], bool]:
    """Return which of *names*, as *event* prints them, *entry* names no more; and whether the others changed places.

    Where nobody is known by name, every long word with a capital after the dateline counts as a name.
    """
    forms = [name for name in dict.fromkeys(names) if any(len(word) > 2 for word in _name_words(name))]
    if not forms:
        return tuple(_lost_capitals(event, entry)), False
    now = {name: _place(name, entry.cased) for name in forms}
    before = {name: _place(name, event.cased) for name in forms}
    kept = [name for name in forms if now[name] >= 0 and before[name] >= 0]
    swapped = sorted(kept, key=lambda name: now[name]) != sorted(kept, key=lambda name: before[name])
    return tuple(name for name in forms if now[name] < 0), swapped


def _name_words(name: str) -> list[str]:
    return re.findall(r"\w+", name)


def _place(name: str, words: Sequence[str]) -> int:
    """Return where *words* first print *name*, all of its words close together; -1 where they do not."""
    wanted = _name_words(name)
    long = [word for word in wanted if len(word) > 2]
    for at, word in enumerate(words):
        if word[0].isupper() and any(_nearly(one, word) for one in long):
            around = words[max(at - _REACH, 0) : at + len(wanted) + _REACH]
            if all(any(_stands_for(one, other) for other in around) for one in wanted):
                return at
    return -1


def _stands_for(word: str, other: str) -> bool:
    """Tell whether *other* is *word*, nearly so, its initial, or the word whose initial it is."""
    if not other[0].isupper():
        return False
    one, two = word.casefold(), other.casefold()
    short = min(len(one), len(two)) <= 2
    return (one.startswith(two) or two.startswith(one)) if short else _nearly(word, other)


def _nearly(word: str, other: str) -> bool:
    """Tell whether two words are one, spelt in two ways: the last letter tells a woman's name from a man's."""
    one, two = word.casefold(), other.casefold()
    if one == two:
        return True
    if min(len(one), len(two)) < 4 or one[0] != two[0] or one[-1] != two[-1]:
        return False
    most = 1 if len(one) < 8 else 2
    return abs(len(one) - len(two)) <= most + 1 and (
        fold_word(word) == fold_word(other) or Levenshtein.distance(one, two, score_cutoff=most) <= most
    )


def _lost_capitals(event: Reading, entry: Reading) -> Iterator[str]:
    """Yield the long words with a capital that *event* has after its dateline and *entry* has nowhere."""
    start = _DATE.match(event.text)
    rest = event.text[start.end() :] if start else event.text
    body = re.split(r"[,—–]", rest[:80], maxsplit=1)[-1] + rest[80:]
    here = {word.casefold() for word in entry.cased}
    capitals = [word for word in entry.cased if word[0].isupper()]
    for word in dict.fromkeys(re.findall(r"\b[^\W\d_a-z]\w{3,}", body)):
        if word.casefold() not in here and not any(_nearly(word, other) for other in capitals):
            yield word
