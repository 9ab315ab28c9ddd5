"""The whole chronicle -> the page of corrections: every difference between print and site, with its reason."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar, Final

from chronicle import urls
from chronicle.pages import differences, words
from chronicle.pages.errata import errata
from chronicle.pages.lines import CorrectionLine, correction_lines
from chronicle.pages.lookup import Lookup, edition_ref, person_ref
from chronicle.pages.records import Page, Ref
from chronicle.text import name_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from chronicle.model import Correction, Edition
    from chronicle.pages.differences import Difference
    from chronicle.pages.errata import Erratum

#: links to events beside one difference; of more, the digest is named
_SHOWN: Final = 20
_CORRECTIONS: Final = ("correction", "corrections")


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceLine:
    """One difference between print and site, wherever it is found."""

    #: the digest, the event or the person it concerns
    subjects: tuple[Ref, ...]
    #: 'every entry: 108 events'; ''
    extent: str
    printed: tuple[str, ...]
    meant: str
    #: '' where the rule of the group says it
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionDay:
    """What was corrected on one day."""

    name: str
    #: 'day-2026-11-22'
    anchor: str
    #: '2 corrections'
    count: str
    lines: tuple[CorrectedLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectedLine:
    """One correction: its words, and the event or digest that it concerns."""

    subject: Ref
    #: 'every entry: 108 events'; ''
    extent: str
    line: CorrectionLine


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceGroup:
    """Differences of one kind, and the rule behind them."""

    name: str
    anchor: str
    rule: str
    count: str
    #: whether any line gives a reason beside the rule
    reasons: bool
    lines: tuple[DifferenceLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionsPage(Page):
    """Every difference between print and site."""

    template: ClassVar[str] = "corrections.html"

    #: of everything on the page
    count: str
    #: '2 corrections'
    corrected: str
    #: what was corrected, the newest day first
    days: tuple[CorrectionDay, ...]
    #: what is read by rules
    groups: tuple[DifferenceGroup, ...]


#: anchor, heading and rule of each group, in the order of the page
_GROUPS: Final = (
    (
        "years",
        "Dates read by the digest’s period",
        "A date is read as of the month and year of its digest; the page of the event shows both.",
    ),
    (
        "places",
        "Places",
        "A misprinted name, and the former name of a place, lead to the page of the place under its name of today.",
    ),
    (
        "people",
        "People",
        "One person is shown under one name. Order and initials aside, these are the spellings that were joined.",
    ),
    (
        "terms",
        "Terms",
        "Digests print years and months with a point or comma: 3.8 years are 3 years 8 months. A 5 alone is half a year.",
    ),
    ("amounts", "Sums", "Where the digits of a sum are grouped in no usual way, they are read in a row, as one number."),
    ("sources", "Sources supplied later", "The digest gives no source for these notes, or an address that leads nowhere by itself; an editor supplied one."),
)  # fmt: skip


def corrections_page(lookup: Lookup) -> CorrectionsPage:
    """Return the page of corrections: those of editors by day, then in groups what is read by rules, newest edition first."""
    corrected = errata(lookup.chronicle)
    found = {anchor: tuple(lines) for anchor, lines in _found(lookup).items()}
    groups = tuple(
        DifferenceGroup(
            name=name,
            anchor=anchor,
            rule=rule,
            count=_count(len(found[anchor])),
            reasons=any(line.reason for line in found[anchor]),
            lines=found[anchor],
        )
        for anchor, name, rule in _GROUPS
        if found[anchor]
    )  # fmt: skip
    return CorrectionsPage(
        path=urls.CORRECTIONS,
        title="Corrections",
        description="Every difference between the printed digests and this site, with its reason.",
        feeds=(Ref(label="Corrections", href=urls.feed(urls.CORRECTIONS)),),
        count=_count(len(corrected) + sum(map(len, found.values()))),
        corrected=words.count(len(corrected), _CORRECTIONS),
        days=tuple(_days(corrected, lookup)),
        groups=groups,
    )


def _count(number: int) -> str:
    return words.count(number, ("difference", "differences"))


def _days(corrected: Iterable[Erratum], lookup: Lookup) -> Iterator[CorrectionDay]:
    for day, group in groupby(corrected, key=lambda one: one.correction.date):
        lines = tuple(_corrected(one, lookup) for one in group)
        number = words.count(len(lines), _CORRECTIONS)
        yield CorrectionDay(name=words.day(day), anchor=f"day-{day}", count=number, lines=lines)


def _corrected(one: Erratum, lookup: Lookup) -> CorrectedLine:
    """Return a correction; that of every entry of a digest with how many events it changes."""
    (line,) = correction_lines((one.correction,), lookup.places)
    if one.event:
        subject = Ref(label=one.event.id, href=f"{urls.event(one.event.id)}#{one.anchor}")
        return CorrectedLine(subject=subject, extent="", line=line)
    every = one.edition.events
    number = sum(one.correction in event.corrections for event in every) or len(every)
    subject = replace(edition_ref(one.edition), href=f"{urls.edition(one.edition.id)}#{one.anchor}")
    return CorrectedLine(
        subject=subject, extent=f"every entry: {words.count(number, words.EVENTS)}", line=line
    )


def _found(lookup: Lookup) -> dict[str, Iterable[DifferenceLine]]:
    editions = lookup.chronicle.editions[::-1]
    return {
        "years": _lines(differences.dates(editions), lookup),
        "places": _lines(differences.places(editions), lookup),
        "people": _people(lookup),
        "terms": _lines(differences.terms(editions, lookup.units), lookup),
        "amounts": _lines(differences.sums(editions, lookup.units), lookup),
        "sources": _lines(differences.sources(editions), lookup),
    }


def _lines(found: Iterable[Difference], lookup: Lookup) -> Iterator[DifferenceLine]:
    """Yield what is printed and read alike in one digest as one line, in order of first occurrence."""
    same: dict[tuple[str, str, str, str], dict[str, None]] = {}
    corrections = {event.id: event.corrections for event in lookup.chronicle.events if event.corrections}
    for one in found:
        if not any(_is_told(one, correction) for correction in corrections.get(one.event, ())):
            edition = one.event.split(".")[0]
            same.setdefault((edition, one.printed, one.meant, one.reason), {})[one.event] = None
    for (edition, printed, meant, reason), events in same.items():
        subjects, extent = _extent(lookup.editions[edition], tuple(events))
        yield DifferenceLine(subjects=subjects, extent=extent, printed=(printed,), meant=meant, reason=reason)


def _is_told(one: Difference, correction: Correction) -> bool:
    """Tell whether an editor's correction, and no rule, is why a place, a term, a sum or a source is read so."""
    if correction.field == "source":
        return correction.meant == one.meant
    here = correction.printed
    return correction.field in ("place", "sanction") and (one.printed in here or here in one.printed)


def _extent(edition: Edition, events: tuple[str, ...]) -> tuple[tuple[Ref, ...], str]:
    """Return links to the events; to their digest, and how many they are, where they are very many."""
    if len(events) <= _SHOWN:
        return tuple(Ref(label=one, href=urls.event(one)) for one in events), ""
    number = words.count(len(events), words.EVENTS)
    every = len(events) == len(edition.events)
    return (edition_ref(edition),), f"every entry: {number}" if every else number


def _people(lookup: Lookup) -> Iterator[DifferenceLine]:
    for person in lookup.chronicle.people:
        told = {
            name_words(one.printed)
            for event, _ in person.appearances
            for one in event.corrections
            if one.field == "person"
        }
        if forms := tuple(f for f in differences.spellings(person) if name_words(f) not in told):
            yield DifferenceLine(
                subjects=(person_ref(person),),
                extent=words.count(len(person.appearances), words.EVENTS),
                printed=forms,
                meant=person.name,
                reason=words.curly(person.note) or "Read by the program as one name in two spellings.",
            )
