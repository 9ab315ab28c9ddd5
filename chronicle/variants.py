"""An event's text and its people in, how their names vary within it out: (code, message, place).

Forms::

    Ashtayev Zhanmurat … Ashtaev        one person in two spellings
    Bota Sharipzhan, Ungarova Mira      both orders of names in one list

Left out: who may be one person in two events (see `spellings`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from chronicle.model import Participant, Span
from chronicle.text import fold_word

Oddity = tuple[str, str, Span]


def find_variants(text: str, people: Sequence[Participant]) -> tuple[Oddity, ...]:
    """Return where one of *people* is spelt in two ways, and where one list gives names in both orders."""
    return (*_spellings(people), *_orders(text, people))


def _spellings(people: Sequence[Participant]) -> Iterator[Oddity]:
    """Yield the first word of a person's name that is spelt differently from its first spelling."""
    for person in people:
        if len(person.printed) > 1:
            parts = [p for p in (person.name.surname, person.name.given) if len(p) > 2]
            yield from _respelt(person, {part: fold_word(part) for part in parts})


def _respelt(person: Participant, parts: dict[str, str]) -> Iterator[Oddity]:
    forms: dict[str, dict[str, Span]] = defaultdict(dict)
    for mention in person.mentions:
        for word in mention.printed.split():
            part = next((p for p, key in parts.items() if _same(fold_word(word), key)), None)
            if part and not word.endswith("."):
                forms[part].setdefault(word.casefold(), mention.at)
    for spelt in forms.values():
        if len(spelt) > 1:
            words = " and ".join(f"'{word.title()}'" for word in spelt)
            yield "spellings-differ", f"one person is printed {words}", list(spelt.values())[1]


def _same(key: str, other: str) -> bool:
    long = min(len(key), len(other)) >= 6
    return key == other or (long and Levenshtein.distance(key, other, score_cutoff=1) <= 1)


def _orders(text: str, people: Sequence[Participant]) -> Iterator[Oddity]:
    """Yield the first place where neighbours in a list stand in different orders, given name and surname."""
    named = sorted(
        (m.at, m.printed, _order(m.printed, p)) for p in people for m in p.mentions if _order(m.printed, p)
    )
    for (one, first, order), (other, second, reverse) in pairwise(named):
        if order != reverse and text[one.end : other.start].strip(" \u00a0\n") in (",", "and", ", and"):
            message = (
                f"one list prints '{first}' {order} and '{second}' {reverse}: see that both are read rightly"
            )
            yield "name-order", message, other
            return


def _order(printed: str, person: Participant) -> str:
    keys = [fold_word(word) for word in printed.split()]
    given, surname = fold_word(person.name.given), fold_word(person.name.surname)
    if not given or not surname or given == surname or given not in keys or surname not in keys:
        return ""
    return "given name first" if keys.index(given) < keys.index(surname) else "surname first"
