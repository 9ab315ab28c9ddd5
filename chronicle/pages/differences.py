"""Events and people -> where the site reads something otherwise than it is printed, one at a time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from chronicle.addresses import strip_traces
from chronicle.pages import penalties, words
from chronicle.text import name_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping

    from chronicle.model import Edition, Event, Person, Sanction

#: a number with its groups, '107,205' or '9,1890', and one whose groups are those of thousands
_NUMBER: Final = re.compile(r"\d[\d., \u00a0]*")
_GROUPED: Final = re.compile(r"\d{1,3}(?:[., \u00a0]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?")
#: '3.8 years', '3, 1 years’'
_POINTED: Final = re.compile(r"(?<![\d.,])\d{1,2}[.,][ \u00a0]?\d{1,3}[ \u00a0-]?years?\b", re.IGNORECASE)
#: the digest's own finding -> why the site has another name
_PLACES: Final = {
    "place-former-name": "A former name of the place.",
    "place-misprint": "A misprint.",
    "likely-misprint": "Most likely a misprint: no editor has looked at it.",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """Something printed in an event, and what the site makes of it."""

    event: str
    printed: str
    meant: str
    #: '' where the rule says it
    reason: str = ""


def dates(editions: Iterable[Edition]) -> Iterator[Difference]:
    """Yield the dates whose month or year is not printed as it is meant, and that no editor corrected."""
    for edition in editions:
        for event in edition.events:
            fields = {one.field for one in event.corrections}
            if event.date and "date" not in fields:
                yield from _date(event, event.date, year_told="year" in fields)


def _date(event: Event, meant: dt.date, *, year_told: bool) -> Iterator[Difference]:
    printed = event.printed_date
    month = words.MONTHS[meant.month - 1]
    if printed.month != meant.month:
        said = "Another month is printed than that of the digest."
        yield Difference(event.id, " ".join(printed.text.split()), words.day(meant), said)
    elif printed.year is None:
        yield Difference(event.id, f"{month}, no year", f"{month} {meant.year}", "No year is printed.")
    elif printed.year != meant.year and not year_told:
        said = "Another year is printed than that of the digest."
        yield Difference(event.id, f"{month} {printed.year}", f"{month} {meant.year}", said)


def places(editions: Iterable[Edition]) -> Iterator[Difference]:
    """Yield the misprinted and the former names of places."""
    for edition in editions:
        for event in edition.events:
            named = {" ".join(one.printed.split()): one.name for one in (*event.dateline, *event.mentions)}
            for finding in event.findings:
                printed = " ".join(finding.excerpt.split())
                if finding.code in _PLACES and printed in named:
                    yield Difference(event.id, printed, named[printed], _PLACES[finding.code])


def spellings(person: Person) -> tuple[str, ...]:
    """Return the forms under which someone is printed that are more than the name in another order.

    Where no editor joined them: those that are more than the name shortened as well.
    """
    own = name_words(person.name)
    others = (form for form in person.printed if name_words(form) != own)
    return tuple(form for form in others if person.note or not _shortens(form, own))


def _shortens(form: str, own: tuple[str, ...]) -> bool:
    """Tell whether a form holds only words of the name, or their first letters: 'Mamay Zh.' of Zhanbolat Mamay."""
    return all(
        word in own or (len(word) < 3 and any(n.startswith(word) for n in own)) for word in name_words(form)
    )


def terms(editions: Iterable[Edition], units: Mapping[str, tuple[str, str]]) -> Iterator[Difference]:
    """Yield the terms that are printed with a point or comma: '3.8 years'."""
    for event, one in _sanctions(editions):
        pointed = _POINTED.search(one.printed)
        if pointed and one.unit in {"years", "months", None}:
            meant = penalties.size(one, units) or "no term is recorded: what is meant is not clear"
            yield Difference(event.id, " ".join(pointed[0].split()), meant)


def sums(editions: Iterable[Edition], units: Mapping[str, tuple[str, str]]) -> Iterator[Difference]:
    """Yield the sums whose digits are grouped otherwise than by thousands: '9,1890' for 91,890."""
    for event, one in _sanctions(editions):
        numbers = (match[0].rstrip("., \u00a0") for match in _NUMBER.finditer(one.printed))
        wrong = [n for n in numbers if re.sub(r"\D", "", n) == str(one.amount) and not _GROUPED.fullmatch(n)]
        if wrong and one.unit not in {"years", "months", "days"}:
            yield Difference(event.id, wrong[0], penalties.size(one, units))


def sources(editions: Iterable[Edition]) -> Iterator[Difference]:
    """Yield the notes whose source stands in no list of the digest, or otherwise than an editor supplied it."""
    for edition in editions:
        printed = {source.number: strip_traces(source.url) for source in reversed(edition.sources)}
        for event in edition.events:
            for note in event.notes:
                if note.url is not None and printed.get(note.number) != note.url:
                    said = printed.get(note.number, "no source")
                    yield Difference(event.id, f"note {note.number}, {said}", note.url)


def _sanctions(editions: Iterable[Edition]) -> Iterator[tuple[Event, Sanction]]:
    return ((event, one) for edition in editions for event in edition.events for one in event.sanctions)
