"""Events -> the facets that lists and the search are narrowed by: place, topic, code, sanction, year and source."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from chronicle import urls
from chronicle.pages import penalties, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from chronicle.model import Chronicle, Event, Place

#: beyond this many events a list can be narrowed
NARROWED: Final = 25
#: keys, as they stand in addresses, and their names
FACETS: Final = {
    "place": "Place",
    "topic": "Topic",
    "code": "Code of law",
    "sanction": "Sanction named",
    "year": "Year",
    "source": "Source",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of a facet: what it stands for, and in how many events."""

    id: str
    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """A facet of a list, with the values that occur in it."""

    #: one of FACETS
    key: str
    name: str
    #: those of most events first; years newest first
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """What can be a value of a facet: everything that has a name of its own."""

    places: Mapping[str, Place]
    topics: Mapping[str, str]
    codes: Mapping[str, str]
    outlets: Mapping[str, str]

    def of(self, key: str, value: str) -> str:
        """Return the words for a *value* of the facet *key*."""
        if key == "place":
            return self.places[value].name
        if key == "sanction":
            kind = penalties.SANCTIONS.get(value, value.replace("_", " "))
            return kind[:1].upper() + kind[1:]
        known = {"topic": self.topics, "code": self.codes, "source": self.outlets}.get(key, {})
        return known.get(value, value)


def labels_of(chronicle: Chronicle) -> Labels:
    """Return the words for every value of every facet."""
    return Labels(
        places={one.id: one for one in chronicle.places},
        topics={one.id: one.name for one in chronicle.topics},
        codes={one.id: one.name for one in chronicle.codes},
        outlets={one.id: one.name for one in chronicle.outlets},
    )


def facets_of(event: Event, labels: Labels) -> tuple[tuple[str, str], ...]:
    """Return what *event* is found by, each pair of facet and value once; a place stands for all it lies in."""
    return tuple(dict.fromkeys(_pairs(event, labels)))


def tokens(event: Event, labels: Labels) -> str:
    """Return the same as words that a script reads: 'place:westport topic:detention year:2022'."""
    return " ".join(f"{key}:{value}" for key, value in facets_of(event, labels))


def _pairs(event: Event, labels: Labels) -> Iterator[tuple[str, str]]:
    for mention in (*event.dateline, *event.mentions):
        if place := labels.places.get(mention.id):
            yield from (("place", one) for one in (place.id, *place.within) if one in labels.places)
    yield from (("topic", one) for one in event.topics if one in labels.topics)
    yield from (("code", one.code) for one in event.provisions if one.code and one.code in labels.codes)
    yield from (("sanction", one.kind) for one in event.sanctions)
    yield "year", words.month_of(event)[:4]
    yield from (("source", one.outlet) for one in event.notes if one.outlet and one.outlet in labels.outlets)


def facets(events: Sequence[Event], labels: Labels) -> tuple[Facet, ...]:
    """Return the facets of *events* that tell some of them from others; none where the list is short."""
    if len(events) <= NARROWED:
        return ()
    counts = count_facets(events, labels)
    found = ((key, counts[key]) for key in FACETS if len(counts[key]) > 1)
    return tuple(Facet(key=key, name=FACETS[key], values=ranked(key, of, labels)) for key, of in found)


def scripts(found: Sequence[Facet]) -> tuple[str, ...]:
    """Return the scripts of a page with these facets."""
    return urls.FILTER_SCRIPTS if found else ()


def styles(found: Sequence[Facet]) -> tuple[str, ...]:
    """Return the stylesheets of a page with these facets."""
    return (urls.SEARCH_STYLE,) if found else ()


def count_facets(events: Iterable[Event], labels: Labels) -> Mapping[str, Counter[str]]:
    """Return for each facet in how many of *events* each value occurs."""
    counts: dict[str, Counter[str]] = {key: Counter() for key in FACETS}
    for event in events:
        for key, value in facets_of(event, labels):
            counts[key][value] += 1
    return counts


def ranked(key: str, counts: Mapping[str, int], labels: Labels) -> tuple[Value, ...]:
    """Return the values of a facet, those of most events first; years newest first."""
    values = [Value(id=one, label=labels.of(key, one), count=number) for one, number in counts.items()]
    values.sort(key=lambda one: (-one.count, one.label, one.id))
    return tuple(sorted(values, key=lambda one: one.id, reverse=True) if key == "year" else values)
