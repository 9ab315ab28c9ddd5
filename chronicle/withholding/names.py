"""Forms of a person's name in, the words and phrases out that would tell it: pairs in both orders, initials, joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Final

from anyascii import anyascii

from chronicle.authority import Authority
from chronicle.lexicon.dates import MONTHS, WEEKDAYS
from chronicle.withholding.words import key, words_in

#: letters that a word must have to be withheld where it stands alone
LONG_ENOUGH: Final = 4
#: how often a word must stand in lower case to be a word of the language
_OFTEN: Final = 3
#: letters of an initial: 'A.', 'Zh.', 'Dzh.'
_INITIAL: Final = 3
# a word as prose prints it: no part of an address or a handle
_PROSE: Final = re.compile(r"(?<![\w@#/.&=-])[^\W\d_]+(?![\w@/=-]|\.\w)")


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name, by keys."""

    #: words of the name as printed -> their keys; initials are not among them
    words: Mapping[str, str]
    #: keys of surnames
    surnames: frozenset[str]
    #: keys of every initial that may stand for the rest
    initials: frozenset[str]
    #: a surname beside a given name, three words or more in their order
    full: frozenset[tuple[str, ...]]
    #: what others may share: given name and patronymic, an initial (with a point) and a surname
    loose: frozenset[tuple[str, ...]]
    #: the words of a full name written as one
    joined: frozenset[str]

    def may_be(self, other: Name) -> bool:
        """Tell whether *other* may be the same person, named in full or in short."""
        if self.full & other.full:
            return True
        known = set(self.words.values())
        return not other.full and known >= set(other.words.values()) and self.initials >= other.initials


def name_of(forms: Iterable[str], surnames: Iterable[str], fathers: tuple[str, ...]) -> Name:
    """Return the name that has these *forms*; *surnames* are the words known to be one.

    *fathers* are the keys of the endings that make a patronymic.
    """
    read = [_parts(form) for form in dict.fromkeys(forms)]
    words = {word: key(word) for form in read for word, short in form if not short}
    last = _surnames(read, surnames)
    longs = [[word for word, short in form if not short] for form in read]
    beside = {
        (one, other)
        for form in longs
        for one, other in permutations(form, 2)
        if key(one) != key(other) and {key(one), key(other)} & last
    }
    named = {
        pair for pair in beside if not any(k not in last and k.endswith(fathers) for k in map(key, pair))
    }
    pairs = {(key(one), key(other)) for form in longs for one, other in permutations(form, 2)}
    full = {(key(one), key(other)) for one, other in named} | set(_rotations(longs))
    initials = {key(w) for form in read for w, short in form if short}
    initials |= {i for word, k in words.items() if k not in last for i in _initials_of(word)}
    short = {pair for i in initials for k in last for pair in ((f"{i}.", k), (k, f"{i}."))}
    return Name(
        words=words,
        surnames=last,
        initials=frozenset(initials),
        full=frozenset(full),
        loose=frozenset((pairs - full) | short),
        joined=frozenset(key(one + other) for one, other in named),
    )


def _surnames(read: Sequence[Sequence[tuple[str, bool]]], told: Iterable[str]) -> frozenset[str]:
    """Return the keys of the surnames: those *told*, those beside initials alone, else the last words."""
    words = {key(word) for form in read for word, short in form if not short}
    known = {key(word) for text in told for _, word in words_in(text)} & words
    alone = {
        key(next(word for word, short in form if not short))
        for form in read
        if len(form) > 1 and sum(not short for _, short in form) == 1
    }
    last = {key(word) for form in read for word, short in form[-1:] if not short}
    return frozenset(known | alone or last)


def _rotations(forms: Iterable[Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Yield names of three words or more, begun with each of their words: 'A B C', 'B C A', 'C A B'."""
    for form in forms:
        keys = tuple(map(key, form))
        if len(keys) > 2:
            yield from (keys[n:] + keys[:n] for n in range(len(keys)))


def _parts(form: str) -> list[tuple[str, bool]]:
    """Return the words of *form*, and whether each is an initial: 'Mamay Zh.' -> [('Mamay', False), ('Zh', True)]."""
    return [
        (word, len(word) == 1 or (len(word) <= _INITIAL and form[at.end : at.end + 1] == "."))
        for at, word in words_in(form)
        if key(word)
    ]


def _initials_of(word: str) -> set[str]:
    """Return the keys of the initials that may stand for *word*: 'Zhanbolat' -> 'z', 'j'."""
    latin = anyascii(word)
    return {key(latin[:1]), key(latin[:2]), key(word)[:1]}


# ---------------------------------------------------------------- words that tell


def patronymics(authority: Authority) -> tuple[str, ...]:
    """Return the keys of the endings that make a patronymic."""
    return tuple(filter(None, map(key, authority.names.patronymic_endings)))


def telling(name: Name, authority: Authority) -> set[str]:
    """Return the keys of the words that tell *name* by themselves: surnames, and given names that few bear."""
    borne = {key(one) for one in (*authority.names.given, *authority.names.women)}
    fathers = patronymics(authority)
    return {
        k
        for word, k in name.words.items()
        if len(word) >= LONG_ENOUGH
        and len(k) >= LONG_ENOUGH - 1
        and (k in name.surnames or not (k in borne or k.endswith(fathers)))
    }


def common_words(texts: Iterable[str], authority: Authority) -> frozenset[str]:
    """Return the keys of words that mean something else as well: places, months, words of the language of *texts*."""
    places = (name for place in authority.places for name in (place.name, *place.other, *place.former))
    plain = (*places, *authority.names.never, *MONTHS, *WEEKDAYS)
    named = {key(word) for text in plain for _, word in words_in(text)}
    return frozenset(named | _language(texts))


def _language(texts: Iterable[str]) -> set[str]:
    """Return the keys of words that *texts* print in lower case often, and more often than with a capital."""
    low: Counter[str] = Counter()
    high: Counter[str] = Counter()
    for text in texts:
        for word in _PROSE.findall(text):
            (low if word.islower() else high)[key(word)] += 1
    return {k for k, n in low.items() if n >= _OFTEN and n > high[k]}
