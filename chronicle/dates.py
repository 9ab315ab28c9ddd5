"""An entry's text -> the date that opens it, as printed; that date and the edition's period -> the day meant.

Forms::

    December 5, …            5 December, …           On December 5, …         On the 5th of December 2022, …
    December 5, 2022, …      DEC. 5, 2025 — …        Dec 5 …                  December 17-18, …
    Almaty, December 5, …    ALMATY — DEC. 5, 2025 — …                        17 and 18 December …

Left out: numeric dates and weekdays (see `looks_dated`), and every date that does not open the entry.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from chronicle.lexicon.dates import MONTHS, ORDINALS, RANGE_WORDS, WEEKDAYS
from chronicle.lexicon.places import KIND_WORDS
from chronicle.model import PrintedDate, Span
from chronicle.text import LONG_DASHES, level

if TYPE_CHECKING:
    from collections.abc import Callable

#: how far into an entry its date may end, in characters
_REACH: Final = 200
_MONTH: Final = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})(?![a-z])\.?"
_DAY: Final = rf"[0-9]{{1,2}}(?:{'|'.join(ORDINALS)})?(?![0-9])"
_TO: Final = rf"\ *(?:[-{LONG_DASHES}&]|\b(?:{'|'.join(RANGE_WORDS)})\b)\ *"
_DATE: Final = re.compile(
    rf"""
    (?: (?P<month> {_MONTH} ) \ * (?P<day> {_DAY} )             # December 5 · DEC. 5th
        (?: {_TO} (?: {_MONTH} \ * )? (?P<until> {_DAY} ) )?      # -7 · to January 7
      | (?P<day_before> {_DAY} ) \.?
        (?: {_TO} (?P<until_before> {_DAY} ) )?                   # 5-7 December
        \ + (?: of \ + )? (?P<month_after> {_MONTH} )             # 5 December · 5th of December
        (?: {_TO} (?P<until_after> {_DAY} ) \ * {_MONTH} )?       # 5 December - 7 December
    )
    (?! [a-z] )
    (?: \ * ,? \ * (?P<year> (?:19|20)[0-9]{{2}} ) (?! [0-9] ) )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
# a bullet or the entry's own number, then 'On the': '• On 5 December'
_LEAD: Final = re.compile(r" *(?:[-•·*–—] *|[0-9]{1,3}[.)] +)?(?:on +)?(?:the +)?", re.IGNORECASE)
_PLAIN_LEAD: Final = re.compile(r" *(?:on +)?(?:the +)?", re.IGNORECASE)
#: what a text without which names no month
_MONTHS_BEGUN: Final = tuple(dict.fromkeys(month[:3] for month in MONTHS))
_DIGIT: Final = re.compile(r"[0-9]")
_AFTER: Final = re.compile(rf" *(?:[,.:;{LONG_DASHES}]|- )")
_HEAD_MARK: Final = re.compile(rf",| *[{LONG_DASHES}]| - ")
_CAPITALISED: Final = re.compile(r"[^\W\d_a-z][\w'.-]{0,30}(?: [^\W\d_a-z][\w'.-]{0,30}){0,2}")
_LIKE_A_DATE: Final = re.compile(
    rf"""
    \ * (?: on \ + )?
    (?: [0-9]{{1,2}} \ ?[./-]\ ? [0-9]{{1,2}} (?: \ ?[./-]\ ? [0-9]{{2,4}} )? (?! [\w%] )   # 6.12.2022
      | [0-9]{{4}} [./-] [0-9]{{1,2}} [./-] [0-9]{{1,2}} (?! \w )                           # 2022-12-06
      | (?:{"|".join(sorted(WEEKDAYS, key=len, reverse=True))}) \.?
        (?: \ * [,{LONG_DASHES}] | \ +- | \ + [0-9] | \ + (?:{_MONTH}) )                    # Sat, · Sat 5
      | {_MONTH} \ * ,? \ * [0-9]{{4}} \ * [,{LONG_DASHES}]                                 # December 2022,
      | {_DAY} \ * [,{LONG_DASHES}] \ * [^\W\d_]                                            # 31, Westport
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def find_opening_date(text: str, is_place: Callable[[str], bool] = lambda _: False) -> PrintedDate | None:
    """Return the date that opens *text*, or None.

    In 'Place, M D,' the place stands before it: one to three segments that *is_place* knows or that are
    capitalised words, and a comma or a dash after the date. `at` tells the two apart.
    """
    return _opening_date(text[:_REACH], is_place)


# Of one beginning it is asked whether it is dated, whether that makes an entry, and where the date ends.
@lru_cache(maxsize=4)
def _opening_date(text: str, is_place: Callable[[str], bool]) -> PrintedDate | None:
    near = level(text)
    if _DIGIT.search(near) is None or not _names_month(near.lower()):
        return None
    for lead in (_LEAD, _PLAIN_LEAD):
        found = _DATE.match(near, lead.match(near).end())  # type: ignore[union-attr]
        if found and not _is_page_number(text, near, found):
            return _printed(text, found)
    return _date_after_place(text, near, is_place)


def _names_month(lower: str) -> bool:
    return any(month in lower for month in _MONTHS_BEGUN)


def looks_dated(text: str) -> bool:
    """Tell whether *text* begins like a date that is not accepted: '6.12.2022', 'Sat, …', '31, Almaty'."""
    near = level(text[:_REACH])
    return _LIKE_A_DATE.match(near) is not None and find_opening_date(near) is None


def meant_date(
    printed: PrintedDate, first: dt.date, last: dt.date, year_corrected_from: int | None = None
) -> tuple[dt.date | None, tuple[tuple[str, str], ...]]:
    """Return the day that *printed* means in an edition of *first* to *last*, and (code, message) of each oddity.

    The edition's month and year are the authority. A printed year that is *year_corrected_from* is known to
    be wrong throughout and is not told again.
    """
    if printed.until is not None:
        return None, (
            ("date-range", f"'{printed.text}' is more than one day: the entry stands without a date"),
        )
    month = _month_meant(printed, first, last)
    if month is None:
        return None, (
            (
                "misprinted-date",
                f"'{printed.text}' lies outside {first} to {last}, and no one month can be meant",
            ),
        )
    try:
        day = dt.date(*month, printed.day)
    except ValueError:
        return None, (("impossible-date", f"'{printed.text}' is no day of {month[0]}-{month[1]:02}"),)
    return day, _remarks(printed, day, first, last, year_corrected_from)


def _printed(text: str, found: re.Match[str]) -> PrintedDate:
    day, month = found["day"] or found["day_before"], found["month"] or found["month_after"]
    until = found["until"] or found["until_before"] or found["until_after"]
    return PrintedDate(
        text=text[found.start() : found.end()].replace("\n", " "),
        at=Span(found.start(), found.end()),
        day=_number(day),
        month=MONTHS[month.rstrip(".").lower()],
        year=int(found["year"]) if found["year"] else None,
        until=_number(until) if until else None,
    )


def _is_page_number(text: str, near: str, found: re.Match[str]) -> bool:
    """Tell whether the day stands on a line of its own before a date: a page's number, '5' and 'December 6'."""
    return (
        found["day_before"] is not None
        and "\n" in text[found.start() : found.end()]
        and re.match(r" *[0-9]{1,2}(?![0-9])", near[found.end() :]) is not None
    )


def _number(day: str) -> int:
    return int("".join(_DIGIT.findall(day)))


def _date_after_place(text: str, near: str, is_place: Callable[[str], bool]) -> PrintedDate | None:
    at = len(near) - len(near.lstrip())
    for _ in range(3):
        mark = _HEAD_MARK.search(near, at)
        segment = near[at : mark.start()].strip() if mark else ""
        if mark is None or not _may_be_place(segment, is_place):
            return None
        if "\n" in text[at : mark.end() + 1] and not is_place(segment):
            return None
        at = mark.end()
        found = _DATE.match(near, _PLAIN_LEAD.match(near, at).end())  # type: ignore[union-attr]
        if found and _AFTER.match(near, found.end()):
            return _printed(text, found)
    return None


def _may_be_place(segment: str, is_place: Callable[[str], bool]) -> bool:
    if not 0 < len(segment) <= 60 or segment.lower().rstrip(".") in WEEKDAYS:
        return False
    name, _, kind = segment.rpartition(" ")
    bare = name if kind in KIND_WORDS else segment
    return _CAPITALISED.fullmatch(bare) is not None or is_place(segment)


def _month_meant(printed: PrintedDate, first: dt.date, last: dt.date) -> tuple[int, int] | None:
    """Return (year, month): the edition's one month, or the one of its months that is printed."""
    span = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    months = [divmod(n, 12) for n in span]
    if len(months) == 1:
        return months[0][0], months[0][1] + 1
    named = [(year, month + 1) for year, month in months if month + 1 == printed.month]
    exact = [(year, month) for year, month in named if year == printed.year]
    chosen = exact or named
    return chosen[0] if len(chosen) == 1 else None


def _remarks(
    printed: PrintedDate, day: dt.date, first: dt.date, last: dt.date, year_corrected_from: int | None
) -> tuple[tuple[str, str], ...]:
    year_agrees = printed.year in (None, day.year, year_corrected_from)
    if printed.month != day.month or not year_agrees:
        return (("misprinted-date", f"'{printed.text}' read as {day}, by the edition's period"),)
    if not first <= day <= last:
        return (("outside-period", f"'{printed.text}' lies outside the edition's period, {first} to {last}"),)
    return ()
