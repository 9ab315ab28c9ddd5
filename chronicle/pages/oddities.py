"""Findings -> what readers are told of a digest's print: plain words, none to the editor, no withheld name."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final

from chronicle.pages import words
from chronicle.pages.lookup import is_hidden

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from chronicle.model import Event, Finding

#: what tells the editor what to do, what the page says by itself, and what is no slip of the print: a former name
_UNTOLD: Final = frozenset(
    {
        "ambiguous-name", "another-year", "minor", "name-order", "note-without-source", "odd-host", "place-former-name",
        "short-address", "short-name", "traced-address", "two-people", "two-spellings", "unlisted-place", "unsafe-source",
        "untitled-article",
    }
)  # fmt: skip
#: what leaves two readings, or none: the page tells it apart from slips of the print
_UNCERTAIN: Final = frozenset(
    {
        "ambiguous-name", "ambiguous-place", "date-range", "impossible-date", "likely-misprint", "no-code", "odd-term",
        "two-people", "unread-article",
    }
)  # fmt: skip
#: code -> what such an oddity is called, and the sentence about the printed words; '' where its own message serves
_TOLD: Final = {
    "ambiguous-place": (
        "A name of more than one place",
        "“{}” may mean more than one place, and no place beside it says which.",
    ),
    "broken-address": (
        "An address broken over lines",
        "The address of a note is broken over lines: it is shown as left out, and is no source.",
    ),
    "date-in-text": (
        "A date at the start of a line",
        "A date begins a line in the middle of a sentence: it is read as part of the entry before.",
    ),
    "doubled-sign": ("A sign too many", ""),
    "doubled-word": ("Words printed twice", ""),
    "date-range": ("More than one day", "“{}” is more than one day: the entry stands without a date."),
    "day-out-of-order": ("A day out of order", ""),
    "duplicate-note": (
        "A note number printed twice",
        "The note list gives more than one address under one number.",
    ),
    "impossible-date": ("An impossible date", ""),
    "initial-without-point": ("An initial without its point", ""),
    "likely-misprint": (
        "A place most likely misprinted",
        "“{}” is read as the place whose name it nearly is.",
    ),
    "missing-space": ("A space too few", ""),
    "misprinted-date": ("A misprinted date", ""),
    "no-code": ("An article without its code", ""),
    "no-note-list": ("No list of sources", ""),
    "no-place": ("No place in the dateline", ""),
    "no-speaker": ("A quotation without a speaker", ""),
    "note-text": (
        "Words beside an address",
        "Words stand beside the address of a note: the address is kept, the words are left out.",
    ),
    "note-without-address": (
        "A note without an address",
        "A line of the note list gives no address: it is shown as left out.",
    ),
    "odd-apostrophe": ("A quotation mark for an apostrophe", ""),
    "odd-number": ("A number of odd form", ""),
    "odd-term": ("A term that can be read in two ways", "“{}” has a comma and a space in a number."),
    "outside-period": ("A date outside the period", ""),
    "place-contradicts": ("Places that do not fit together", ""),
    "place-misprint": ("A misprinted place", ""),
    "run-on-entry": (
        "Two entries in one line",
        "A dateline stands after a note in the middle of a line: it is read as an entry of its own.",
    ),
    "source-without-note": ("A source that no entry cites", ""),
    "spellings-differ": ("One name spelt in two ways", ""),
    "stray-comma": ("A comma too many", ""),
    "stray-space": ("A space too many", ""),
    "terms-differ": ("Two terms for one sentence", ""),
    "title-period": ("A period that does not fit", ""),
    "stray-number": ("A number that is no note", ""),
    "uneven-form": ("Entries of another form", ""),
    "unmatched-bracket": ("A bracket that does not close", ""),
    "unmatched-quote": ("A quotation that does not close", ""),
    "unknown-code": ("A law not listed here", "“{}” is not listed here: its articles have no page."),
    "unplaced-text": (
        "Text outside the entries",
        "No date that can be read begins this text: it is shown as left out.",
    ),
    "unseen-characters": ("Characters that nobody sees", ""),
    "unread-article": ("A number not understood", "“{}” is no number of an article that is understood."),
    "unread-date": (
        "A date not understood",
        "This text begins like a date, but none that can be read: it is shown as left out.",
    ),
}
_WORD: Final = re.compile(r"\w+")
#: '2026-01-31'
_DAY: Final = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")


def findings_for_readers(findings: Iterable[Finding], events: Iterable[Event]) -> tuple[Finding, ...]:
    """Return what is odd in the print, without words to the editor and without the names that *events* withhold."""
    names = {event.id: frozenset(_withheld_words(event)) for event in events}
    every = frozenset().union(*names.values())
    return tuple(
        one
        for one in findings
        if one.code not in _UNTOLD and names.get(one.event or "", every).isdisjoint(_words(told(one)))
    )


def uncertainties(event: Event) -> tuple[str, ...]:
    """Return what can be read in two ways in *event*, a sentence each: none of the readings was chosen."""
    hidden = frozenset(_withheld_words(event))
    doubts = (told(one) for one in event.findings if one.code in _UNCERTAIN)
    return tuple(dict.fromkeys(doubt for doubt in doubts if hidden.isdisjoint(_words(doubt))))


def is_uncertain(finding: Finding) -> bool:
    """Tell whether a finding says that there are two readings."""
    return finding.code in _UNCERTAIN


def oddity_name(code: str) -> str:
    """'day-out-of-order' -> 'A day out of order'; of a code that is not known, its words."""
    return _TOLD.get(code, (code.replace("-", " ").capitalize(), ""))[0]


def told(finding: Finding) -> str:
    """Return a finding as a sentence for readers."""
    form = _TOLD.get(finding.code, ("", ""))[1]
    if form:
        return form.format(" ".join(finding.excerpt.split()))
    if finding.code == "misprinted-date" and finding.event is None:
        return f"“{finding.excerpt}” and other dates of this digest are read by its period."
    said = words.sentence(_DAY.sub(_in_words, words.curly(finding.message)))
    return said[:1].upper() + said[1:]


def _in_words(match: re.Match[str]) -> str:
    try:
        return words.day(dt.date.fromisoformat(match[0]))
    except ValueError:
        return match[0]


def _withheld_words(event: Event) -> Iterator[str]:
    """Yield the words of the names that an event withholds; of a finding, one of them gives the name away."""
    for one in event.people:
        if is_hidden(one):
            yield from (
                word for form in (*one.printed, one.canonical) for word in _words(form) if len(word) > 2
            )


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
