"""The events of an edition in, what speaks for a year or a day out: their words, their sources, their neighbours.

Forms::

    as of early 2026    8 January 2026    January 8, 2026    13.01.2026        words of the text, the dateline apart
    /2026-01-06/    -15-01-2026    /2026/01/06/                                addresses of sources

A date counts for a year where it falls within a month before the edition's period, or two after it, in that year.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from chronicle.lexicon.dates import MONTHS
from chronicle.model import Event

#: days around the edition's period in which a date is near enough to speak for its year
_BEFORE: Final = 31
_AFTER: Final = 62
_MONTH: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
_DATED: Final = re.compile(
    rf"""
    \b(?: (?P<day>[0-9]{{1,2}})\ (?P<month>{_MONTH})\.?,?\ (?P<year>(?:19|20)[0-9]{{2}})          # 8 January 2026
        | (?P<first>{_MONTH})\.?\ (?P<after>[0-9]{{1,2}}),\ (?P<year_after>(?:19|20)[0-9]{{2}})   # January 8, 2026
        | (?P<days>[0-9]{{2}})\.(?P<months>[0-9]{{2}})\.(?P<years>(?:19|20)[0-9]{{2}})            # 13.01.2026
        | (?:early|mid|late|beginning\ of|start\ of|end\ of)[ -](?P<part>20[0-9]{{2}})            # early 2026
    )(?![0-9])
    """,
    re.VERBOSE | re.IGNORECASE,
)
# what each of them ends with
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}(?![0-9])")
_IN_ADDRESS: Final = re.compile(
    r"(?<![0-9])(?:(?P<y>20[0-9]{2})([-/])(?P<m>[0-9]{2})\2(?P<d>[0-9]{2})|(?P<dd>[0-9]{2})-(?P<mm>[0-9]{2})-(?P<yy>20[0-9]{2}))(?![0-9])"
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a year: entries with their words, and notes with the date in their address."""

    year: int
    words: tuple[tuple[str, str], ...]
    notes: tuple[tuple[int, str], ...]

    @property
    def weight(self) -> int:
        """How many things speak for it."""
        return len(self.words) + len(self.notes)

    def __str__(self) -> str:
        """Return the evidence in words, at most three of a kind: '3 entries and 1 source speak for 2026 (entry 11: …)'."""
        if not self.weight:
            return f"nothing speaks for {self.year}"
        counts = [_count(len(self.words), "entry", "entries"), _count(len(self.notes), "source", "sources")]
        told = [f"entry {label}: '{words}'" for label, words in self.words[:3]]
        told += [f"the address of note {number}: '{words}'" for number, words in self.notes[:3]]
        verb = "speaks" if self.weight == 1 else "speak"
        return f"{' and '.join(filter(None, counts))} {verb} for {self.year} ({', '.join(told)})"


def year_evidence(events: Sequence[Event], year: int, first: dt.date, last: dt.date) -> Evidence:
    """Return what in *events* speaks for *year* as that of the period *first* to *last*."""
    shift = year - first.year
    window = (_shifted(first, shift) - dt.timedelta(_BEFORE), _shifted(last, shift) + dt.timedelta(_AFTER))
    words: dict[str, tuple[str, str]] = {}
    for event in events:
        for said, day in _text_dates(event.text, event.body):
            if _speaks(day, year, window):
                words.setdefault(event.label, (event.label, said))
    notes = {
        n.number: (n.number, words)
        for e in events
        for n in e.notes
        for words, day in _address_dates(n.url or "")
        if _speaks(day, year, window)
    }
    return Evidence(year, tuple(words.values()), tuple(notes.values()))


def neighbours(events: Sequence[Event]) -> tuple[tuple[Event | None, Event | None], ...]:
    """Return for every event the nearest ones before and after it whose printed month and year are those meant."""
    before = _last_sound(events)
    after = _last_sound(events[::-1])[::-1]
    return tuple(zip(before, after, strict=True))


def _last_sound(events: Sequence[Event]) -> list[Event | None]:
    last: Event | None = None
    found = []
    for event in events:
        found.append(last)
        last = event if _is_sound(event) else last
    return found


def _is_sound(event: Event) -> bool:
    day, printed = event.date, event.printed_date
    return day is not None and day.month == printed.month and printed.year in (None, day.year)


def between(before: Event | None, after: Event | None) -> str:
    """Return where an entry stands, in words: 'between 'December 26' (entry 106) and 'December 27' (entry 108)'."""
    told = [f"'{e.printed_date.text}' (entry {e.label})" for e in (before, after) if e]
    if before and after:
        return f"between {told[0]} and {told[1]}"
    return f"{'after' if before else 'before'} {told[0]}" if told else "alone"


def _speaks(day: dt.date | int, year: int, window: tuple[dt.date, dt.date]) -> bool:
    return day == year if isinstance(day, int) else window[0] <= day <= window[1]


def _shifted(day: dt.date, years: int) -> dt.date:
    return day.replace(year=day.year + years, day=min(day.day, 28))


# One event is asked of several years in turn.
@lru_cache(maxsize=1024)
def _text_dates(text: str, body: int) -> tuple[tuple[str, dt.date | int], ...]:
    return tuple(_dates_from(text, body)) if _YEAR.search(text, body) else ()


def _dates_from(text: str, body: int) -> Iterator[tuple[str, dt.date | int]]:
    for found in _DATED.finditer(text, body):
        if found["part"]:
            yield found[0], int(found["part"])
            continue
        month = (
            int(found["months"]) if found["months"] else MONTHS[(found["month"] or found["first"]).lower()]
        )
        year = int(found["year"] or found["year_after"] or found["years"])
        day = day_of(year, month, int(found["day"] or found["after"] or found["days"]))
        if day:
            yield found[0], day


def _address_dates(url: str) -> Iterator[tuple[str, dt.date]]:
    for found in _IN_ADDRESS.finditer(url):
        parts = ("y", "m", "d") if found["y"] else ("yy", "mm", "dd")
        day = day_of(*(int(found[part]) for part in parts))
        if day:
            yield found[0], day


def day_of(year: int, month: int, day: int) -> dt.date | None:
    """Return the day of these numbers; None where there is no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _count(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}" if number else ""
