"""An entry's running text -> the places, beside those of its dateline, where something happened.

Forms::

    in Temirtau    a resident of Alga    residents of Zhangeldin village    in the cities of Almaty and Taldykorgan
    in the village of Koksayek, Talgar District    from the Kyzylkoga district    deported to Almaty    near Oral

Left out: a place that is part of a body's, a street's or a movement's name ('the Shymkent city court'), where
somebody comes from ('from the city of Satpayev') or has a seat ('based in Almaty'), and places abroad.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from chronicle.datelines import Dateline, read_dateline
from chronicle.gazetteer import (
    Gazetteer,
    Reading,
    as_printed,
    gazetteer,
    goes_on,
    mention_of,
    read_name,
    read_names,
    runs_on,
)
from chronicle.lexicon.places import GOING, OF, OFFERING, ORIGIN, PRISONS, PROPERTY, SEAT, TAKING, WHERE
from chronicle.model import PlaceMention, Span
from chronicle.text import level

__all__ = ["Dateline", "Gazetteer", "find_mentions", "gazetteer", "read_dateline"]

#: the most words of one name
_WORDS: Final = 5
_WORD: Final = re.compile(r"[^\W_][\w'-]*")
#: 'to Place' and 'of Place' may say that something happened there
_LINKS: Final = frozenset({"to", "of"})
#: 'of the village of X' goes on with what stands before it
_FAR: Final = frozenset({"of", "from"})


def find_mentions(text: str, body: int, known: Gazetteer, dateline: Dateline) -> tuple[PlaceMention, ...]:
    """Return the places of the country, other than the dateline's, where something in *text* happened.

    Each stands once, where it is first named so after *body*.
    """
    flat = level(text)
    words = list(_WORD.finditer(flat, body))
    lower = [word[0].lower() for word in words]
    named = [place.id for place in dateline.places]
    mentions: dict[str, PlaceMention] = {}
    done = 0
    for i in _openers(lower, known):
        start = _opens(flat, words, lower, i, known) if words[i].start() >= done else None
        for reading, at in _chain(flat, words, start, known, named) if start is not None else ():
            done = at.end
            mention = mention_of(reading, as_printed(text, at), at, known)
            if reading.place is None or (known.is_home(mention.id) and mention.id not in named):
                mentions.setdefault(mention.id, mention)
    return tuple(mentions.values())


def _openers(lower: Sequence[str], known: Gazetteer) -> list[int]:
    """Return the indexes of the words, in *lower* case, after or at which a place may stand."""
    openers = _LINKS.union(WHERE, known.kind_words)
    # after 'of' a place stands seldom
    return [i for i, word in enumerate(lower) if word in openers and (word != "of" or lower[i - 1] in OF)]


def _opens(
    flat: str, words: Sequence[re.Match[str]], lower: Sequence[str], i: int, known: Gazetteer
) -> int | None:
    """Return the index of the word at which a place may stand after word *i* ('in', 'residents of'), or None."""
    if _leads(flat, words, lower, i):
        the = i + 1 < len(words) and words[i + 1][0] == "the"
        return i + 1 + the if i + 1 + the < len(words) and runs_on(flat, words, i + 1) else None
    village = known.kind_words.get(lower[i]) == "village" and not _FAR.intersection(lower[max(i - 2, 0) : i])
    return i if village and i + 2 < len(words) and words[i + 1][0] == "of" else None


def _leads(flat: str, words: Sequence[re.Match[str]], lower: Sequence[str], i: int) -> bool:
    """Tell whether word *i* is a preposition after which something happens in the place."""
    word, last = lower[i], lower[i - 1] if i else ""
    if word == "to":
        near = lower[max(i - 3, 0) : i]
        return not (GOING.isdisjoint(near) and TAKING.isdisjoint(_clause(flat, words, lower, i)))
    if word == "of":
        return last in OF
    return (
        word in WHERE
        and last not in SEAT
        and not (last in PROPERTY and _clause(flat, words, lower, i) & OFFERING)
        and not (word == "from" and _is_origin(flat, words, i))
    )


def _clause(flat: str, words: Sequence[re.Match[str]], lower: Sequence[str], i: int) -> frozenset[str]:
    """Return the seven words before word *i*, in lower case, as far as no sign parts them from it."""
    first = max(i - 7, 0)
    start = max(flat.rfind(sign, words[first].start(), words[i].start()) for sign in ".,;:!?()")
    return frozenset(lower[n] for n in range(first, i) if words[n].start() > start)


def _is_origin(flat: str, words: Sequence[re.Match[str]], i: int) -> bool:
    """Tell whether 'from' follows a person: a capitalised word inside a sentence, or 'activists'."""
    if i == 0:
        return False
    word = words[i - 1]
    inside = i > 1 and flat[max(word.start() - 8, 0) : word.start()].rstrip()[-1:] not in (
        "",
        ".",
        "!",
        "?",
        ":",
        "—",
        '"',
    )
    return word[0].lower() in ORIGIN or (word[0][0].isupper() and inside and runs_on(flat, words, i))


def _chain(
    flat: str, words: Sequence[re.Match[str]], start: int, known: Gazetteer, named: Sequence[str]
) -> list[tuple[Reading, Span]]:
    """Return the place at word *start* and those joined to it: 'Tuzdybastau, Talgar District', 'Oral and Aktau'."""
    spans: list[Span] = []
    nxt = start
    while nxt < len(words) and (n := _length(flat, words, nxt, known, first=not spans)):
        end = words[nxt + n - 1].end()
        spans.append(Span(words[nxt].start(), end - 2 * flat.endswith("'s", 0, end)))
        between = flat[end : words[nxt + n].start()] if nxt + n < len(words) else "."
        apart = not between.strip()
        joined = between.rstrip() == "," or (apart and words[nxt + n][0] == "and")
        nxt = nxt + n + apart if joined else len(words)
    ids = [reading.place.id for reading, _ in read_names(flat, spans, known) if reading.place]
    return [(reading, at) for at in spans if (reading := read_name(at.of(flat), known, [*named, *ids]))]


def _length(flat: str, words: Sequence[re.Match[str]], start: int, known: Gazetteer, *, first: bool) -> int:
    """Return how many words from *start* are a place's name, and not the beginning of a body's; 0 for none."""
    run = 1
    while run < _WORDS and start + run < len(words) and runs_on(flat, words, start + run):
        run += 1
    for n in range(run, 0, -1):
        name = flat[words[start].start() : words[start + n - 1].end()]
        end = start + n
        alone = end == len(words) or not runs_on(flat, words, end) or goes_on(words[end][0])
        alone = alone or words[end][0] in PRISONS
        if (alone or name.endswith("'s")) and _is_where(name.removesuffix("'s"), known, first=first):
            return n
    return 0


def _is_where(name: str, known: Gazetteer, *, first: bool) -> bool:
    reading = read_name(name, known)
    if reading is None or reading.way == "unknown":
        return reading is not None and reading.formed and reading.kind in ("village", "district")
    return (
        first or reading.kind is not None or (reading.place is not None and known.is_home(reading.place.id))
    )
