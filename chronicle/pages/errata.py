"""The chronicle -> what was corrected in it, one by one: by an editor, or since then in the digest's own words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

from chronicle.pages.lookup import is_hidden
from chronicle.text import fold_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from chronicle.model import Chronicle, Correction, Edition, Event

#: stands for a name that is kept out of lists and feeds
_VEIL: Final = "[name withheld]"
#: how alike a word and a withheld name are, 0 to 100: a misspelt name tells who is meant as well
_ALIKE: Final = 75
_SHORTEST: Final = 3
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_VEILS: Final = re.compile(rf"{re.escape(_VEIL)}(?: {re.escape(_VEIL)})+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Erratum:
    """A correction, and what it concerns."""

    #: without the names that stand in no list
    correction: Correction
    #: of its line on the page of what it concerns
    anchor: str
    edition: Edition
    #: None: every entry of the edition
    event: Event | None = None


def errata(chronicle: Chronicle) -> tuple[Erratum, ...]:
    """Return every correction, the newest first; of one day, those of the newest edition first.

    What is corrected in every entry of an edition stands once.
    """
    found = [one for edition in reversed(chronicle.editions) for one in _of_edition(edition)]
    return tuple(sorted(found, key=lambda one: one.correction.date, reverse=True))


def anchors(corrections: Iterable[Correction]) -> tuple[str, ...]:
    """Return an anchor for each correction of one page: 'correction-date-2026-11-22-1'; further ones change none."""
    seen: Counter[str] = Counter()
    found = []
    for one in corrections:
        anchor = f"correction-{one.field}-{one.date}"
        seen[anchor] += 1
        found.append(f"{anchor}-{seen[anchor]}")
    return tuple(found)


def veiled(event: Event) -> tuple[Correction, ...]:
    """Return the corrections of *event* without the names that stand in the digest's words only, misspelt or not."""
    hidden = frozenset(_hidden(event))
    return tuple(_veiled(one, hidden) for one in event.corrections) if hidden else event.corrections


def _of_edition(edition: Edition) -> Iterator[Erratum]:
    for one, anchor in zip(edition.corrections, anchors(edition.corrections), strict=True):
        yield Erratum(correction=one, anchor=anchor, edition=edition)
    for event in edition.events:
        each = zip(event.corrections, veiled(event), anchors(event.corrections), strict=True)
        for one, shown, anchor in each:
            if one not in edition.corrections:
                yield Erratum(correction=shown, anchor=anchor, edition=edition, event=event)


def _hidden(event: Event) -> Iterator[str]:
    """Yield the fold keys of the words of names that stand in no list."""
    for person in filter(is_hidden, event.people):
        for form in (*person.printed, str(person.name), person.canonical):
            yield from (key for key in map(fold_word, _WORD.findall(form)) if len(key) >= _SHORTEST)


def _veiled(one: Correction, hidden: frozenset[str]) -> Correction:
    printed, meant, reason = (_without(words, hidden) for words in (one.printed, one.meant, one.reason))
    if one.field == "person" and (printed, meant) != (one.printed, one.meant):
        printed = meant = _VEIL
    return replace(one, printed=printed, meant=meant, reason=reason)


def _without(words: str, hidden: frozenset[str]) -> str:
    shown = _WORD.sub(lambda word: _VEIL if _tells(word[0], hidden) else word[0], words)
    return _VEILS.sub(_VEIL, shown)


def _tells(word: str, hidden: frozenset[str]) -> bool:
    key = fold_word(word)
    return len(key) >= _SHORTEST and any(fuzz.ratio(key, name) >= _ALIKE for name in hidden)
