"""An entry's text and its date -> the places that the dateline names, and where the running text begins.

Forms::

    December 5, Almaty, …       December 5, Mangistau region, Munaily district, …    JAN. 5, 2025 — ALMATY Region — …
    Almaty, December 5, …       December 5, Zarechnyi village, Almaty region, …      JAN. 5, 2025 — GENEVA — …
    On December 5, in Almaty, … On 5 December in the Mangistau region …              December 5, Oral, facility AA-169/5, …
    December 5, Almaty and Aktau, …    December 5, Oskemen (Ust-Kamenogorsk), …      December 5, Almaty. …

Between two dashes and before the date stands a place, known or not. After a comma stands one only where the
gazetteer knows it, where its form says so ('X village'), or where one known place is nearly spelt so.
Left out: a place that is part of a body's name ('the Shymkent city court'), institutions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from chronicle.gazetteer import (
    Gazetteer,
    Reading,
    as_printed,
    goes_on,
    mention_of,
    nests,
    read_misprint,
    read_name,
    read_names,
    runs_on,
    without_country,
)
from chronicle.lexicon.places import ARTICLES, INSTITUTIONS, MESSAGES
from chronicle.model import PlaceMention, PrintedDate, Span
from chronicle.text import LONG_DASHES, level

#: how far a dateline may reach beyond its date, in characters
_REACH: Final = 240
#: the most segments that are looked at, and the most words of one name
_SEGMENTS: Final = 6
_WORDS: Final = 5
_DASH: Final = rf"(?:[{LONG_DASHES}]|(?<=\ )-(?=\ ))"
_PARTED: Final = re.compile(rf",|{_DASH}")
_DELIMITER: Final = re.compile(rf"(?: *(?:[,.:;()]|{_DASH}))* *")
# 'Almaty' and its comma; a point ends a place only after three letters: not 'U.S. Ambassador'
_SEGMENT: Final = re.compile(rf"(?P<words>.*?) *(?P<sign>[,:;()]|(?<=\w\w\w)\.(?= )|{_DASH}|$)")
# — ALMATY Region, Talgar District —
_SLOT: Final = re.compile(rf"[ ,.]*{_DASH} *(?P<words>(?:(?!{_DASH}).){{1,90}}?) *{_DASH} *")
# Institution LA-155/14 · penitentiary facility No. 72 · ZK-169/5
_INSTITUTION: Final = re.compile(
    rf"""
    (?: the\  )?
    (?: (?i: (?:\w+\ ){{0,2}} (?:{"|".join(INSTITUTIONS)}) ) \b [^,{LONG_DASHES}]{{0,30}}? \ ?
        (?: (?:No\.?|Nr\.?|№)\ ?[0-9]+ | [A-Z]{{2,3}}-[0-9]{{1,4}}(?:/[0-9]{{1,3}})? )
      | [A-Z]{{2,3}}-[0-9]{{1,4}}/[0-9]{{1,3}}
    )
    (?! \w )
    """,
    re.VERBOSE,
)
_AND: Final = re.compile(r" and (?=\S)| ?[/&] ?(?=\S)")
# 'Konaev (former Kapshagay), ': a place may follow
_ASIDE: Final = re.compile(r"\((?:former|formerly|now|previously)\b[^()]{1,40}\) *, *")
_IN: Final = re.compile(r"(?:in|at|In|At) +")
_WORD: Final = re.compile(r"[^\W_][\w'-]*")
_SMALL: Final = frozenset({"of", "and", "the"})


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline names. `end` is where the running text begins; findings are (code, message, span)."""

    #: the most specific first
    places: tuple[PlaceMention, ...]
    end: int
    findings: tuple[tuple[str, str, Span], ...] = ()


def read_dateline(text: str, date: PrintedDate, known: Gazetteer) -> Dateline:
    """Return the places beside the *date* that opens *text*, and what is odd about them."""
    flat = level(text[: date.at.end + _REACH])
    end = _after(flat, date.at.end)
    slot = _SLOT.match(flat, date.at.end)
    if spans := _before(flat, date.at.start):
        pass
    elif slot and _is_slot(slot["words"], known):
        spans, end = _parts(flat, slot.start("words"), slot.end("words")), slot.end()
    else:
        spans, end = _read_on(flat, end, known)
    institution = _INSTITUTION.search(flat, date.at.end, end)
    reads = read_names(flat, spans, known)
    ordered = sorted(without_country(reads, known), key=lambda read: read[0].rank)
    places = [mention_of(reading, as_printed(text, at), at, known) for reading, at in ordered]
    return Dateline(
        places=tuple({place.id: place for place in reversed(places)}.values())[::-1],
        end=institution.start() if institution else end,
        findings=tuple(odd for reading, at in reads for odd in _findings(reading, as_printed(text, at), at)),
    )


def _after(flat: str, at: int) -> int:
    found = _DELIMITER.match(flat, at)
    assert found is not None
    return found.end()


def _before(flat: str, start: int) -> list[Span]:
    """Return what stands before the date as a place: 'Almaty, December 5' or 'ALMATY — DEC. 5'."""
    parts = _parts(flat, 0, start) if _PARTED.search(flat, 0, start) else []
    named = [_without_in(flat, span) for span in parts]
    return [span for span in named if span.of(flat).lower() not in ("on", "on the", "the")]


def _without_in(flat: str, at: Span) -> Span:
    lead = _IN.match(flat, at.start, at.end)
    return Span(lead.end(), at.end) if lead else at


def _parts(flat: str, start: int, end: int) -> list[Span]:
    """Return the segments of a stretch that holds nothing but places and institutions."""
    parts = []
    for found in re.finditer(rf"(?:(?!,|{_DASH}).)+", flat[:end][start:]):
        at = _strip(flat, Span(start + found.start(), start + found.end()))
        if re.search(r"\w", at.of(flat)) and not _INSTITUTION.match(at.of(flat)):
            parts += _both(flat, at)
    return parts


def _strip(flat: str, at: Span) -> Span:
    words = at.of(flat)
    start = at.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _both(flat: str, at: Span) -> list[Span]:
    """Return 'Almaty and Astana' as two."""
    found = _AND.search(flat, at.start, at.end)
    return [Span(at.start, found.start()), Span(found.end(), at.end)] if found else [at]


def _is_slot(words: str, known: Gazetteer) -> bool:
    """Tell whether the *words* between two dashes are few and capitalised: a place, known or not."""
    each = words.replace(",", " ").split()
    named = all(not word[0].islower() or word in _SMALL or word in known.kind_words for word in each)
    return 0 < len(each) <= 8 and named and words[0].isalpha() and not words.endswith(".")


def _read_on(flat: str, at: int, known: Gazetteer) -> tuple[list[Span], int]:
    """Return the places that stand segment by segment from *at*, and where the last of them ends."""
    spans: list[Span] = []
    end = at
    for _ in range(_SEGMENTS):
        if institution := _INSTITUTION.match(flat, at):
            at = _after(flat, institution.end())
            continue
        found = _SEGMENT.match(flat, at)
        whole = Span(at, found.end("words") if found else at)
        more = _segment(flat, whole, spans, known)
        if not more:
            break
        spans += more
        at = _after(flat, more[-1].end)
        end = found.start("sign") if found and found["sign"] == "(" else at
        if aside := _ASIDE.match(flat, end):
            at = aside.end()
            continue
        if more[-1].end != whole.end or (found and found["sign"] not in ("", ",", ";", "(", ")")):
            break
    return spans, end


def _segment(flat: str, whole: Span, spans: Sequence[Span], known: Gazetteer) -> list[Span]:
    """Return the place or the two places that one segment names; none where it is running text."""
    at = _without_in(flat, whole)
    others = [reading for reading, _ in read_names(flat, spans, known)]
    led = bool(spans) and flat[: spans[0].start].endswith((" in ", " at "))  # 'On 5 May in X region, at Y,'
    if _is_place(at.of(flat), others, known, inside=at != whole and not led):
        return [at]
    both = _both(flat, at)
    if len(both) == 2 and all(known.knows(one.of(flat)) for one in both):
        return both
    return _prefix(flat, at, known, any_word=at != whole) if not spans else []


def _is_place(words: str, others: Sequence[Reading], known: Gazetteer, *, inside: bool) -> bool:
    """Tell whether a segment is a place: the first by its name, a further one by its form or because it nests.

    *inside*: 'in' stands before it, and then a further one begins the running text.
    """
    reading = read_name(words, known)
    if reading is None or (others and inside):
        return False
    if others and reading.kind in (None, "city", "town"):
        return nests(reading, others, known)
    return (
        reading.way != "unknown" or reading.formed or (not others and read_misprint(words, known) is not None)
    )


def _prefix(flat: str, at: Span, known: Gazetteer, *, any_word: bool) -> list[Span]:
    """Return the place that a segment begins with and no comma ends: 'in Almaty a court', 'Almaty the police'."""
    words = list(_WORD.finditer(flat, at.start, at.end))[: _WORDS + 1]
    for n in range(min(_WORDS, len(words) - 1), 0, -1):
        follows = words[n][0]
        reading = read_name(flat[at.start : words[n - 1].end()], known)
        named = reading is not None and (reading.way != "unknown" or reading.formed)
        fits = goes_on(follows) if any_word else follows.lower() in ARTICLES
        if named and fits and runs_on(flat, words, n):
            return [Span(at.start, words[n - 1].end())]
    return []


def _findings(reading: Reading, printed: str, at: Span) -> Iterator[tuple[str, str, Span]]:
    if reading.way in MESSAGES:
        code, message = MESSAGES[reading.way]
        name = reading.place.name if reading.place else ""
        yield code, message.format(printed=printed, name=name), at
