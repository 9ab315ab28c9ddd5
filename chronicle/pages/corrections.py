"""The whole chronicle -> the page of corrections: every difference between print and site, with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from chronicle import urls
from chronicle.pages import differences, words
from chronicle.pages.lookup import Lookup, edition_ref, person_ref
from chronicle.pages.records import Page, Ref

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from chronicle.model import Correction, Edition
    from chronicle.pages.differences import Difference

#: links to events beside one difference; of more, the digest is named
_SHOWN: Final = 20


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
    #: when the editor noted it; '' where the program read it so
    day: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceGroup:
    """Differences of one kind, and the rule behind them."""

    name: str
    anchor: str
    rule: str
    count: str
    lines: tuple[DifferenceLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionsPage(Page):
    """Every difference between print and site."""

    template: ClassVar[str] = "corrections.html"

    count: str
    groups: tuple[DifferenceGroup, ...]


#: anchor, heading and rule of each group, in the order of the page
_GROUPS: Final = (
    ("throughout", "Throughout a digest", "What is corrected in every entry of a digest stands here once."),
    ("single", "In single entries", "What an editor corrected in one entry, with the reason."),
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
    ("sources", "Sources supplied later", "The digest gives no source for these notes; an editor supplied one."),
)  # fmt: skip


def corrections_page(lookup: Lookup) -> CorrectionsPage:
    """Return the page of corrections; in each group the newest edition comes first."""
    found = {anchor: tuple(lines) for anchor, lines in _found(lookup).items()}
    groups = tuple(
        DifferenceGroup(name=name, anchor=anchor, rule=rule, count=_count(len(found[anchor])), lines=found[anchor])
        for anchor, name, rule in _GROUPS
        if found[anchor]
    )  # fmt: skip
    return CorrectionsPage(
        path=urls.CORRECTIONS,
        title="Corrections",
        description="Every difference between the printed digests and this site, with its reason.",
        count=_count(sum(map(len, found.values()))),
        groups=groups,
    )


def _count(number: int) -> str:
    return words.count(number, ("difference", "differences"))


def _found(lookup: Lookup) -> dict[str, Iterable[DifferenceLine]]:
    editions = lookup.chronicle.editions[::-1]
    return {
        "throughout": (line for one in editions for line in _throughout(one)),
        "single": (line for one in editions for line in _single(one)),
        "years": _lines(differences.dates(editions), lookup),
        "places": _lines(differences.places(editions), lookup),
        "people": _people(lookup),
        "terms": _lines(differences.terms(editions, lookup.units), lookup),
        "amounts": _lines(differences.sums(editions, lookup.units), lookup),
        "sources": _lines(differences.sources(editions), lookup),
    }


def _throughout(edition: Edition) -> Iterator[DifferenceLine]:
    """Yield what is corrected in all entries of a digest, a line each; it stands on every event that it changes."""
    for one in edition.corrections:
        number = sum(_reason(one) in map(_reason, event.corrections) for event in edition.events)
        extent = f"every entry: {words.count(number or len(edition.events), words.EVENTS)}"
        yield _corrected(one, edition_ref(edition), extent)


def _single(edition: Edition) -> Iterator[DifferenceLine]:
    told = set(map(_reason, edition.corrections))
    for event in edition.events:
        for one in event.corrections:
            if _reason(one) not in told:
                yield _corrected(one, Ref(label=event.id, href=urls.event(event.id)), "")


def _reason(correction: Correction) -> tuple[str, str, str]:
    return (correction.field, correction.reason, correction.date.isoformat())


def _corrected(one: Correction, subject: Ref, extent: str) -> DifferenceLine:
    return DifferenceLine(
        subjects=(subject,),
        extent=extent,
        printed=(one.printed,),
        meant=words.meant(one),
        reason=words.curly(one.reason),
        day=words.day(one.date),
    )


def _lines(found: Iterable[Difference], lookup: Lookup) -> Iterator[DifferenceLine]:
    """Yield what is printed and read alike in one digest as one line, in order of first occurrence."""
    same: dict[tuple[str, str, str, str], dict[str, None]] = {}
    for one in found:
        edition = one.event.split(".")[0]
        same.setdefault((edition, one.printed, one.meant, one.reason), {})[one.event] = None
    for (edition, printed, meant, reason), events in same.items():
        subjects, extent = _extent(lookup.editions[edition], tuple(events))
        yield DifferenceLine(subjects=subjects, extent=extent, printed=(printed,), meant=meant, reason=reason)


def _extent(edition: Edition, events: tuple[str, ...]) -> tuple[tuple[Ref, ...], str]:
    """Return links to the events; to their digest, and how many they are, where they are very many."""
    if len(events) <= _SHOWN:
        return tuple(Ref(label=one, href=urls.event(one)) for one in events), ""
    number = words.count(len(events), words.EVENTS)
    every = len(events) == len(edition.events)
    return (edition_ref(edition),), f"every entry: {number}" if every else number


def _people(lookup: Lookup) -> Iterator[DifferenceLine]:
    for person in lookup.chronicle.people:
        if forms := differences.spellings(person):
            yield DifferenceLine(
                subjects=(person_ref(person),),
                extent=words.count(len(person.appearances), words.EVENTS),
                printed=forms,
                meant=person.name,
                reason=words.curly(person.note) or "Read by the program as one name in two spellings.",
            )
