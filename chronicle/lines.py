"""A digest's text -> its lines; a line's words -> what it is by them alone: a period, a note, site furniture.

Forms::

    FROM DECEMBER 1 TO DECEMBER 31, 2022      from 1 to 31 December 2022      from 1 to December 31, 2022
    December 1 - 31, 2022                     1–31 December 2022              December 1, 2022 – January 15, 2023
    [12] https://…      [12]https://…      [12]: https://…      12. https://…      [12] Outlet, https://…
    Share      Read also: …      Page 3      Обсуждение закрыто.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from chronicle.lexicon.dates import MONTHS, ORDINALS
from chronicle.lexicon.split import CHROME, CHROME_BEGINNINGS, JOINING
from chronicle.model import PrintedDate
from chronicle.text import LONG_DASHES, QUOTES, level

#: day, month, year; the year is None where none is printed
PeriodDay = tuple[int, int, int | None]

#: the longest line of furniture in another script, in characters
_BRIEF: Final = 200
#: how much of a paragraph is looked at to tell whether it begins an entry, in characters
_REACH: Final = 200
_MONTH: Final = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})(?![a-z])\.?"
_DAY: Final = rf"(?<![0-9])[0-9]{{1,2}}(?:{'|'.join(ORDINALS)})?(?![0-9a-z])"
_YEAR: Final = r"(?:19|20)[0-9]{2}(?![0-9])"
_PERIOD: Final = re.compile(
    rf"""
    (?: \b from \ )?
    (?: (?P<month> {_MONTH} ) \ ? )? (?P<day> {_DAY} ) (?: \ (?P<month_after> {_MONTH} ) )?   # DECEMBER 1 · 1
    (?: ,? \ ? (?P<year> {_YEAR} ) )?
    (?: \ ? [-{LONG_DASHES}] \ ? | \ (?: to | till | until | through ) \ )
    (?: (?P<to_month> {_MONTH} ) \ ? )? (?P<to_day> {_DAY} ) (?: \ (?P<to_month_after> {_MONTH} ) )?
    (?: ,? \ ? (?P<to_year> {_YEAR} ) )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
# [12] · [12]: · 12. before an address
_NUMBER: Final = re.compile(
    r"(?:\[ ?(?P<number>[0-9]{1,4}) ?\] ?:?|(?P<plain>[0-9]{1,4})[.)](?= ?https?://))"
)
_NEXT_NOTE: Final = re.compile(r"\[[0-9]{1,4}\]:?[ \u00a0]?(?=https?://)")
_ADDRESS_PART: Final = re.compile(r"[!-Z\\^-~]+")
# what ends a sentence before a further entry in the same line
_SENTENCE_END: Final = re.compile(r"[\].!?…][\"”»’)]?\.? +(?=[A-Z0-9])")
_BLANK_LINE: Final = re.compile(r"\n[^\S\n]*\n")
_DASH: Final = re.compile(rf" *,? *[{LONG_DASHES}]| *,? +- ")
# 'Almaty' in ', Almaty,' and ' — ALMATY —'
_PLACE: Final = re.compile(
    rf" *,? *(?:[{LONG_DASHES}-] *)?(?:in |at )?(?P<place>[^,{LONG_DASHES}]{{1,60}}?)(?:,|\.(?= )| ?[{LONG_DASHES}]| - )"
)
_MARKER: Final = re.compile(r"\[ ?(?!(?:19|20)[0-9]{2}[^0-9])[0-9]{1,4}(?: ?[,–-] ?[0-9]{1,4})* ?\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """What the splitting asks of others."""

    #: the date that opens a passage
    find_date: Callable[[str], PrintedDate | None]
    #: whether a passage begins like a date that is not accepted
    looks_dated: Callable[[str], bool]
    #: whether 'Munaily district' is a place that is known
    is_place: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, or the part of one from which on another entry or note runs."""

    words: str
    start: int
    number: int
    #: a blank line, or nothing, stands before it
    apart: bool
    #: it runs on in the line of the entry or note before
    run_on: bool

    @property
    def end(self) -> int:
        """Where its words end in the digest."""
        return self.start + len(self.words)


def split_lines(text: str, grammar: Grammar) -> Iterator[Line]:
    """Yield the lines of *text* that are not blank, parted where a further entry or note runs on in one."""
    at, apart = 0, True
    for number, whole in enumerate(text.split("\n"), start=1):
        words = whole.strip()
        if words:
            start = at + len(whole) - len(whole.lstrip())
            cuts = [0, *_run_ons(words, grammar), len(words)]
            for i, (here, there) in enumerate(pairwise(cuts)):
                yield Line(words[here:there].rstrip(), start + here, number, apart and i == 0, i > 0)
        at += len(whole) + 1
        apart = not words


def window(text: str, start: int) -> str:
    """Return the beginning of the paragraph at *start*, as much as a date may take up: dates are wrapped, too."""
    return _BLANK_LINE.split(text[start : start + _REACH], maxsplit=1)[0]


def is_full_dateline(passage: str, grammar: Grammar, *, known: bool = False) -> bool:
    """Tell whether a date opens *passage*, with a place that is known beside it or, unless *known*, a dash."""
    date = grammar.find_date(passage)
    if date is None:
        return False
    before, after = passage[: date.at.start], level(passage[date.at.end :])
    found = _PLACE.match(after)
    placed = found is not None and grammar.is_place(found["place"].strip())
    return placed or (not known and (_DASH.match(after) is not None or "," in before))


def _run_ons(words: str, grammar: Grammar) -> list[int]:
    """Return where in a line the next note begins, or after a sentence the next entry: 'text[3]. December 5, Oral, …'."""
    if is_note(words):
        return [found.start() for found in _NEXT_NOTE.finditer(words, 1)]
    return [
        found.end()
        for found in _SENTENCE_END.finditer(words)
        if is_full_dateline(words[found.end() : found.end() + _REACH], grammar, known="]" not in found[0])
    ]


def find_period(title: str) -> tuple[PeriodDay, PeriodDay] | None:
    """Return the first and last day that *title* prints, or None where it prints none or names no month.

    A month printed once is that of both days. A year printed once is that of the second day, and of the
    first unless the months run over the new year.
    """
    periods = map(_period, _PERIOD.finditer(_levelled(title)))
    return next((period for period in periods if period is not None), None)


def is_period(words: str) -> bool:
    """Tell whether *words* are a printed period and nothing else."""
    found = _PERIOD.fullmatch(_levelled(words)) if 8 <= len(words) <= _BRIEF else None
    return found is not None and _period(found) is not None


def has_marker(words: str) -> bool:
    """Tell whether a note marker stands in *words*; a year in brackets is none."""
    return _MARKER.search(words) is not None


def is_numbered(words: str) -> bool:
    """Tell whether *words* begin as a line of the note list does."""
    return _NUMBER.match(words) is not None


def is_note(words: str) -> bool:
    """Tell whether *words* are a line of the note list: a number and an address."""
    return is_numbered(words) and bool(read_note(words)[1])


def read_note(words: str) -> tuple[int, list[str], str]:
    """'[12] Outlet, https://a.example' -> 12, ['https://a.example'], 'Outlet,'."""
    found = _NUMBER.match(words)
    assert found is not None, words
    tokens = words[found.end() :].split()
    urls = [token for token in tokens if is_address(token) or (len(tokens) == 1 and _is_bare_address(token))]
    return (
        int(found["number"] or found["plain"]),
        urls,
        " ".join(token for token in tokens if token not in urls),
    )


def is_address(token: str) -> bool:
    """Tell whether *token*, a run without spaces, is an address."""
    return "://" in token or token[:4].lower() == "www."


def breaks_address(words: str) -> bool:
    """Tell whether *words* may be the rest of an address that was broken over lines."""
    return _ADDRESS_PART.fullmatch(words) is not None and any(c in "-/_=?&%.0123456789" for c in words)


def is_unfinished(tail: str) -> bool:
    """Tell whether a line that ends in *tail* ends neither in a sentence's end nor in a note marker."""
    closed = tail.rstrip(" .").endswith("]")
    return not closed and not tail.rstrip(QUOTES + "'’‘) ").endswith((".", "!", "?", "…"))


def leads_on(tail: str) -> bool:
    """Tell whether a line that ends in *tail* ends in a word or a sign that calls for more: 'for', ','."""
    words = tail.split()
    return words[-1][-1] in ",(" + LONG_DASHES or words[-1].lower() in JOINING


def is_chrome(words: str) -> bool:
    """Tell whether *words* are site chrome in English, or a page number."""
    plain = words[:_BRIEF].strip(" .:!…»«→←|-–—").casefold()
    known = (
        plain in CHROME or re.fullmatch(r"(?:page )?[0-9]{1,4}(?: (?:of|/) [0-9]{1,4})?", plain) is not None
    )
    brief = len(words) <= _BRIEF // 2 and not has_marker(words)
    return brief and (known or words.casefold().startswith(CHROME_BEGINNINGS))


def is_cyrillic(words: str) -> bool:
    """Tell whether *words* are one short line in Cyrillic letters."""
    letters = [c for c in words[: _BRIEF + 1] if c.isalpha()]
    cyrillic = sum("\u0400" <= c <= "\u052f" for c in letters)
    return len(words) <= _BRIEF and cyrillic * 5 > len(letters) * 3


def _is_bare_address(token: str) -> bool:
    """'t.me/channel', 'javascript:…': an address only where nothing else stands beside the number."""
    return bool(re.match(r"[a-zA-Z][a-zA-Z0-9+.-]{0,30}:.|[\w-]{1,63}\.[^\s/]{1,200}/", token))


def _levelled(title: str) -> str:
    return " ".join(level(title).split()).rstrip(".,:; ")


def _period(found: re.Match[str]) -> tuple[PeriodDay, PeriodDay] | None:
    one = _month(found["month"] or found["month_after"])
    other = _month(found["to_month"] or found["to_month_after"])
    month, to_month = one or other, other or one
    if not month:
        return None
    to_year = int(found["to_year"]) if found["to_year"] else None
    year = int(found["year"]) if found["year"] else to_year and to_year - (month > to_month)
    return (_day(found["day"]), month, year), (_day(found["to_day"]), to_month, to_year)


def _month(printed: str | None) -> int:
    return MONTHS[printed.rstrip(".").lower()] if printed else 0


def _day(printed: str) -> int:
    return int(re.sub(r"[^0-9]", "", printed))
