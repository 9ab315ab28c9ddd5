"""Places -> the index by region and abroad, and a page for each of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Final

from chronicle import urls
from chronicle.pages import charts, lists, tilemap, words
from chronicle.pages.charts import Charts
from chronicle.pages.facets import Facet, facets, scripts, styles
from chronicle.pages.lookup import Lookup, place_ref
from chronicle.pages.records import Group, Month, Page, Ref, Shortlist
from chronicle.pages.tilemap import TileMap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from chronicle.model import Event, Place

#: beyond this many, the events inside a place are listed on the pages of what lies in it; in a country always
_INSIDE: Final = 200
#: says that coordinates are those of the seat of a country, region or district
_SEAT: Final = re.compile(r"(?:, )?\bseat\b")
#: words that tell a region or a district from the city of the same name
_KIND_WORDS: Final = frozenset({"Region", "District", "City", "Town", "Village"})
_VERB: Final = ("name", "names")
#: where no event inside is listed: there is none of its own, or there are some
_INSIDE_NONE: Final = (
    "None: whatever names a place in it names it as well, and stands above.",
    "They are listed on the pages of the places above.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesPage(Page):
    """Every place, by region, then abroad."""

    template: ClassVar[str] = "places.html"

    #: '53 places named in events'
    count: str
    #: 'and 11 that only hold them'; '' where there are none
    containers: str
    tiles: TileMap | None
    groups: tuple[Group, ...]
    #: the events that name no place
    nowhere: tuple[Ref, ...]
    nowhere_count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacePage(Page):
    """One place."""

    template: ClassVar[str] = "place.html"

    #: 'City'
    kind: str
    listed: bool
    within: tuple[Ref, ...]
    other: tuple[str, ...]
    former: tuple[str, ...]
    #: 'Its seat lies at' or 'Its centre lies at'
    point: str
    #: '43.24° N, 76.91° E'; '' where not recorded
    coordinates: str
    source: str
    namesakes: tuple[Ref, ...]
    #: what lies directly in it, with counts
    holds: tuple[Ref, ...]
    #: 'Named in 3 events; 2 more events name only places that lie in it.'
    said: str
    #: events that name it itself; '' where none does
    count: str
    months: tuple[Month, ...]
    jumps: tuple[Ref, ...]
    #: what a long list can be narrowed by; empty for a short one
    facets: tuple[Facet, ...] = ()
    #: events that name only what lies in it
    inside_count: str
    #: empty also where they are listed elsewhere
    inside: tuple[Month, ...]
    #: why none is listed; '' where some are
    inside_none: str
    #: the map with the tile marked in which it lies; None abroad
    tiles: TileMap | None
    people: Shortlist
    articles: Shortlist
    charts: Charts


def places_page(lookup: Lookup) -> PlacesPage:
    """Return the index of places."""
    places = lookup.chronicle.places
    named = sum(bool(place.events) for place in places)
    nowhere = tilemap.without_place(lookup)
    return PlacesPage(
        path=urls.PLACES,
        title="Places",
        description="Every place that the digests name, by region and abroad.",
        count=words.count(named, ("place", "places")) + " named in events",
        containers=words.count(len(places) - named, words.PLACES) if named < len(places) else "",
        tiles=tilemap.tile_map(lookup),
        groups=tuple(_groups(lookup)),
        nowhere=nowhere,
        nowhere_count=lists.events_words(len(nowhere)),
    )


def place_pages(lookup: Lookup) -> Iterator[PlacePage]:
    """Yield the page of every place."""
    holds = _holds(lookup.chronicle.places)
    namesakes = _namesakes(lookup.chronicle.places)
    drawn = tilemap.tile_map(lookup)
    for place in lookup.chronicle.places:
        tiles = tilemap.marked(drawn, place, lookup)
        yield place_page(place, holds.get(place.id, ()), namesakes[_stem(place)], tiles, lookup)


def place_page(
    place: Place, holds: Iterable[Place], namesakes: Iterable[Place], tiles: TileMap | None, lookup: Lookup
) -> PlacePage:
    """Return the page of *place*, which *holds* others, shares its name with *namesakes* and is marked in *tiles*."""
    path = urls.place(place.id)
    inside = _only_inside(place)
    every = place.events + inside
    listed = place.kind != "country" and len(inside) <= _INSIDE
    found = facets(every if listed else place.events, lookup.labels)
    months, more = _lists(place.events, inside if listed else (), lookup, narrowed=bool(found))
    page = PlacePage(
        path=path,
        title=place.name,
        description=f"{place.name} in the chronicle. {_said(place.events, inside)}",
        trail=(Ref(label="Places", href=urls.PLACES),),
        feeds=(Ref(label=f"Events in {place.name}", href=urls.feed(path)),),
        kind=kind_words(place.kind).capitalize(),
        listed=place.listed,
        within=tuple(place_ref(lookup.places[one]) for one in place.within if one in lookup.places),
        other=place.other,
        former=place.former,
        coordinates=_coordinates(place),
        point="Its seat lies at" if _SEAT.search(place.source) else "Its centre lies at",
        source=_SEAT.sub("", place.source),
        namesakes=tuple(place_ref(one, _kind(one)) for one in namesakes if one.id != place.id),
        holds=tuple(_counted(one) for one in sorted(holds, key=lambda one: (one.name, one.id))),
        said=_said(place.events, inside),
        count=lists.events_words(len(place.events)) if place.events else "",
        months=months,
        jumps=lists.jumps(months),
        inside_count=lists.events_words(len(inside)),
        inside=more,
        inside_none="" if more else _INSIDE_NONE[bool(inside)],
        tiles=tiles,
        people=lists.subjects_named(every, lookup),
        articles=lists.articles_named(every, lookup),
        charts=charts.charts_of(every, _hrefs(place, (months, more), lookup), lookup),
    )
    return replace(page, facets=found, scripts=scripts(found), styles=styles(found))


def _only_inside(place: Place) -> tuple[Event, ...]:
    own = {event.id for event in place.events}
    return tuple(event for event in place.inside if event.id not in own)


def _lists(
    own: tuple[Event, ...], inside: tuple[Event, ...], lookup: Lookup, *, narrowed: bool
) -> tuple[tuple[Month, ...], ...]:
    """Return the two lists of a place by month; a month has its anchor where it stands first."""
    return lists.first_anchors(
        lists.months(own, lookup, narrowed=narrowed), lists.months(inside, lookup, narrowed=narrowed)
    )


def _hrefs(place: Place, listed: Iterable[tuple[Month, ...]], lookup: Lookup) -> dict[str, str]:
    """Return where the months of a place lead to: what a country holds is not on its page, but in the digests."""
    if place.kind == "country":
        return charts.in_editions(urls.place(place.id), lookup)
    return charts.on_page(*listed)


def kind_words(kind: str) -> str:
    """'city-district' -> 'district of a city'."""
    return words.KINDS.get(kind, kind)


def _kind(place: Place) -> str:
    return lists.kind_beside(place.kind, place.name)


def _said(named: Sequence[Event], inside: Sequence[Event]) -> str:
    """Return in words what names a place: itself, or only what lies in it."""
    own, more = lists.events_words(len(named)), lists.events_words(len(inside))
    if not named:
        return f"No dateline names it; {more} {_VERB[len(inside) == 1]} places that lie in it."
    if not inside:
        return f"Named in {own}."
    return f"Named in {own}; {len(inside):,} more {_VERB[len(inside) == 1]} only places that lie in it."


def _coordinates(place: Place) -> str:
    if place.at is None:
        return ""
    north, east = place.at
    return f"{abs(north):.2f}° {'S' if north < 0 else 'N'}, {abs(east):.2f}° {'W' if east < 0 else 'E'}"


def _counted(place: Place) -> Ref:
    said = (_kind(place), lists.events_words(len(_events(place))))
    return place_ref(place, ", ".join(filter(None, said)))


def _events(place: Place) -> set[str]:
    """Return the ids of the events in *place*, those inside it included."""
    return {event.id for event in (*place.events, *place.inside)}


def _holds(places: Iterable[Place]) -> Mapping[str, list[Place]]:
    """Return, for every place, what lies directly in it."""
    holds: dict[str, list[Place]] = {}
    for place in places:
        if place.within:
            holds.setdefault(place.within[0], []).append(place)
    return holds


def _namesakes(places: Iterable[Place]) -> Mapping[str, list[Place]]:
    named: dict[str, list[Place]] = {}
    for place in places:
        named.setdefault(_stem(place), []).append(place)
    return named


def _stem(place: Place) -> str:
    """'Oral Region', 'Oral' -> 'Oral': the name without the word for the kind of place."""
    return " ".join(word for word in place.name.split() if word not in _KIND_WORDS) or place.name


# ---------------------------------------------------------------- the index


def _groups(lookup: Lookup) -> Iterator[Group]:
    """Yield the home country's regions, what lies in no region, then the other countries, then the rest."""
    groups: dict[tuple[int, str, str], list[Place]] = {}
    for place in lookup.chronicle.places:
        groups.setdefault(_group_key(place, lookup), []).append(place)
    for (part, name, head), places in sorted(groups.items(), key=lambda one: one[0]):
        yield _group(name, head or ("outside-regions" if part == 0 else "not-recorded"), places)


def _group(name: str, head: str, places: list[Place]) -> Group:
    listed = sorted(
        (one for one in places if one.id != head), key=lambda one: (one.kind != "country", one.name, one.id)
    )
    own = len(listed) < len(places)
    # The home country stands among what lies in no region, but its events are all there are.
    counted = places if own else [one for one in places if one.kind != "country"]
    events = {identity for place in counted for identity in _events(place)}
    return Group(
        name=name,
        anchor=f"in-{head}",
        items=tuple(_counted(place) for place in listed),
        href=urls.place(head) if own else "",
        remark=_group_words(len(events), counted, places),
    )


def _group_words(events: int, counted: list[Place], places: list[Place]) -> str:
    """Return how many events name what is *counted* of the *places* of a group; '' where nothing is."""
    if not counted:
        return ""
    return lists.events_words(events) + (" in these cities" if len(counted) < len(places) else "")


def _group_key(place: Place, lookup: Lookup) -> tuple[int, str, str]:
    """Return where a place stands in the index: the part, the group's name, the id of the group's own place."""
    up = (place.id, *place.within)
    known = [lookup.places[one] for one in up if one in lookup.places]
    regions = [one for one in known if one.kind == "region"]
    countries = [one for one in known if one.kind == "country"]
    if lookup.country in up:
        home = lookup.places.get(lookup.country)
        if regions:
            return (1, regions[-1].name, regions[-1].id)
        return (0, f"{home.name if home else 'The country'}, and cities in no region", "")
    if countries:
        return (2, countries[-1].name, countries[-1].id)
    return (3, "Where they lie is not recorded", "")
