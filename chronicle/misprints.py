"""The events of an edition and its title in, what is misprinted in their dates out, with the sidecar's lines.

Forms::

    January 26 between December 26 and December 27        one slip: told with its neighbours
    December 5, 2021 in every entry of 2022               one matter of the edition: told with what speaks for each year
    FROM NOVEMBER 1 TO NOVEMBER 30 over December          a title that does not fit

Left out: days out of order, impossible days and ranges, which an entry's own date tells.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from chronicle.evidence import between, day_of, neighbours, year_evidence
from chronicle.findings import yaml_text
from chronicle.forms import entries
from chronicle.lines import find_period
from chronicle.model import Event, LeftOut

#: up to how many dates with one slip are told one by one
_FEW: Final = 3


@dataclass(frozen=True, slots=True)
class Misprint:
    """One matter of printed dates: what is said, the first event of it, and the lines that would settle it."""

    message: str
    event: Event
    lines: tuple[str, ...]
    #: it is a matter of the whole edition
    whole: bool = False


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


def another_year(events: Sequence[Event], first: dt.date, last: dt.date) -> str | None:
    """Return what speaks for the year before or after, where it far outweighs the edition's own; else None.

    That is a file with a wrong name, or a year misprinted in both. A year that the sidecar vouches for is settled.
    """
    settled = any(c.field == "year" for event in events for c in event.corrections)
    told = any(f.code == "misprinted-date" and _slip(e)[0] == "year" for e in events for f in e.findings)
    if settled or told:
        return None
    mine = year_evidence(events, first.year, first, last)
    for year in (first.year - 1, first.year + 1):
        theirs = year_evidence(events, year, first, last)
        if theirs.weight >= max(_FEW, 3 * mine.weight):
            return f"{mine}; {theirs}: see that the file is named after the month that it tells of"
    return None


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
        days = [day_of(year or named[0], month, day) for day, month, year in period]
        if None in days or days == [first, last]:
            continue
        message = f"the title says {days[0]} to {days[1]}, the edition is that of {first} to {last}"
        fits = all(day and (day.year, day.month) == named for day in days)
        yield left.line, message, (f"period: {{first: {days[0]}, last: {days[1]}}}",) if fits else ()
