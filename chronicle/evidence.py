"""The events of an edition in, what speaks for a year or a day out: their words, their sources, their neighbours.

Forms::

    as of early 2026    8 January 2026    January 8, 2026    13.01.2026        words of the text, the dateline apart
    /2026-01-06/    -15-01-2026    /2026/01/06/                                addresses of sources

A date counts for a year where it falls within a month before the edition's period, or two after it, in that year.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from chronicle.findings import yaml_text
from chronicle.forms import entries
from chronicle.lexicon.dates import MONTHS
from chronicle.lines import find_period
from chronicle.model import Event, LeftOut

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
_IN_ADDRESS: Final = re.compile(
    r"(?<![0-9])(?:(?P<y>20[0-9]{2})([-/])(?P<m>[0-9]{2})\2(?P<d>[0-9]{2})|(?P<dd>[0-9]{2})-(?P<mm>[0-9]{2})-(?P<yy>20[0-9]{2}))(?![0-9])"
)


@dataclass(frozen=True, slots=True)
class Misprint:
    """One matter of printed dates: what is said, the first event of it, and the lines that would settle it."""

    message: str
    event: Event
    lines: tuple[str, ...]
    #: it is a matter of the whole edition
    whole: bool = False


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
        for said, day in _text_dates(event):
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


def _text_dates(event: Event) -> Iterator[tuple[str, dt.date | int]]:
    for found in _DATED.finditer(event.text, event.body):
        if found["part"]:
            yield found[0], int(found["part"])
            continue
        month = (
            int(found["months"]) if found["months"] else MONTHS[(found["month"] or found["first"]).lower()]
        )
        year = int(found["year"] or found["year_after"] or found["years"])
        day = _day(year, month, int(found["day"] or found["after"] or found["days"]))
        if day:
            yield found[0], day


def _address_dates(url: str) -> Iterator[tuple[str, dt.date]]:
    for found in _IN_ADDRESS.finditer(url):
        parts = ("y", "m", "d") if found["y"] else ("yy", "mm", "dd")
        day = _day(*(int(found[part]) for part in parts))
        if day:
            yield found[0], day


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


# ---------------------------------------------------------------- misprinted dates

#: up to how many dates with one slip are told one by one
_FEW: Final = 3


def misprinted_dates(events: Sequence[Event], first: dt.date, last: dt.date) -> Iterator[Misprint]:
    """Yield what the findings 'misprinted-date' of *events* come to: a slip of many dates is one matter."""
    beside = neighbours(events)
    odd = [n for n, event in enumerate(events) if any(f.code == "misprinted-date" for f in event.findings)]
    slips: dict[tuple[str, int], list[int]] = defaultdict(list)
    for n in odd:
        slips[_slip(events[n])].append(n)
    for (what, printed), places in slips.items():
        here = [events[n] for n in places]
        if len(here) <= _FEW and len(here) < len(events):
            yield from (_one(events[n], what, *beside[n]) for n in places)
        elif what == "year":
            yield _year(events, here, printed, first, last)
        else:
            yield _months(events, here, first)


def _slip(event: Event) -> tuple[str, int]:
    """Return whether year or month is the slip, and what is printed."""
    date, printed = event.date, event.printed_date
    if (
        date is not None
        and printed.year is not None
        and printed.year != date.year
        and printed.month == date.month
    ):
        return "year", printed.year
    return "month", printed.month


def _one(event: Event, what: str, before: Event | None, after: Event | None) -> Misprint:
    stands = between(before, after)
    if event.date is None:
        return Misprint(
            f"'{event.printed_date.text}' lies outside the edition's period, and no one month can be meant; it stands {stands}",
            event,
            (),
        )
    fits = (not before or before.date <= event.date) and (not after or event.date <= after.date)  # type: ignore[operator]
    message = f"'{event.printed_date.text}' read as {event.date}, by the edition's period; it stands {stands}"
    if not fits:
        return Misprint(f"{message}, which does not bear that out", event, ())
    if not before and not after:
        return Misprint(message, event, ())
    return Misprint(
        message, event, (_correction(event, f"The entry stands {stands}: the {what} is a misprint."),)
    )


def _correction(event: Event, reason: str) -> str:
    printed = yaml_text(event.printed_date.text)
    facts = f"entry: {event.label}, field: date, printed: {printed}, meant: {event.date}, reason: {yaml_text(reason)}"
    return f"- {{{facts}, date: {{day}}}}"


def _year(
    events: Sequence[Event], here: Sequence[Event], printed: int, first: dt.date, last: dt.date
) -> Misprint:
    mine, theirs = (year_evidence(events, year, first, last) for year in (first.year, printed))
    every = len(here) == len(events)
    count = f"all {len(here)}" if every else f"{len(here)} of {len(events)}"
    message = f"{count} dates print {printed} and are read as {first.year}: {mine}; {theirs}"
    if theirs.weight > mine.weight:
        advice = f"if the digest is of {printed}, its file should be named {printed}-{first.month:02}.txt"
        return Misprint(f"{message}; {advice}", here[0], (), whole=True)
    why = f"{mine}." if mine.weight else f"the digest is that of {first.year}."
    reason = f"{'Every entry prints' if every else f'{len(here)} entries print'} {printed}, but {why}"
    lines = _year_lines(printed, first.year, reason) if every else tuple(_correction(e, reason) for e in here)
    return Misprint(message, here[0], lines, whole=True)


def _year_lines(printed: int, meant: int, reason: str) -> tuple[str, ...]:
    facts = (
        "field: year",
        f"printed: {printed}",
        f"meant: {meant}",
        f"reason: {yaml_text(reason)}",
        "date: {day}",
    )
    return ("- entry: all", *(f"  {fact}" for fact in facts))


def _count(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}" if number else ""


def _months(events: Sequence[Event], here: Sequence[Event], first: dt.date) -> Misprint:
    labels = entries([event.label for event in here])
    month = here[0].printed_date.month
    message = f"the dates of {labels}, {len(here)} of {len(events)}, print another month, and are read as {first.year}-{first.month:02}"
    return Misprint(
        f"{message}; if the digest is of that month, the file should be named so: {first.year}-{month:02}.txt",
        here[0],
        (),
        whole=True,
    )


# ---------------------------------------------------------------- the digest's own title


def title_periods(
    left_out: Sequence[LeftOut], first: dt.date, last: dt.date, named: tuple[int, int]
) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Yield the line of a title whose period is not *first* to *last*, what is said, and the sidecar's lines.

    The lines are given where the printed period lies in the year and month that the file is *named* after.
    """
    for left in left_out:
        period = find_period(left.text) if left.kind == "title" else None
        if period is None:
            continue
        days = [_day(year or named[0], month, day) for day, month, year in period]
        if None in days or days == [first, last]:
            continue
        message = f"the title says {days[0]} to {days[1]}, the edition is that of {first} to {last}"
        fits = all(day and (day.year, day.month) == named for day in days)
        yield left.line, message, (f"period: {{first: {days[0]}, last: {days[1]}}}",) if fits else ()
