"""Chronicle -> the map of tiles: a square for each large part of the country, with its events, and what lies on none.

An event counts in every tile that it names, or that a place it names lies in; so the tiles add up to more than all.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from chronicle import urls
from chronicle.pages import lists, words
from chronicle.pages.lookup import Lookup, place_ref
from chronicle.pages.records import Ref

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from chronicle.model import Event, Place

#: from the edge of one tile to that of the next, and of the tile itself
_STEP: Final = 60
_SIDE: Final = 56
_SHADES: Final = 5
#: other countries that stand beside the map by name
_ABROAD: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Square:
    """A tile: a place's square, and how many events name it or what lies in it."""

    id: str
    #: '' where no event names it
    href: str
    #: 'West Region: 12 events'
    said: str
    short: str
    number: str
    #: 0 for none, to 5 for most
    shade: int
    x: int
    y: int
    #: whether it is where the page's place lies
    here: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shade:
    """A shade in the key to the map."""

    shade: int
    #: '41 to 80'
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TileMap:
    """The map, its key, its table, and what stands beside it."""

    width: int
    height: int
    side: int
    squares: tuple[Square, ...]
    key: tuple[Shade, ...]
    #: of the table: each place with the number of its events as the remark, most first
    lines: tuple[Ref, ...]
    #: what lies on no tile, other countries aside
    beside: tuple[Ref, ...]
    #: the other countries, and how many events name them
    abroad: tuple[Ref, ...]
    abroad_count: str
    #: 'Westport lies in West Region.'; '' where the map is of no place in particular
    where: str = ""


def tile_map(lookup: Lookup) -> TileMap | None:
    """Return the map; None where no place of the country has a tile."""
    tiles = lookup.chronicle.tiles
    if not tiles:
        return None
    counts = {tile.id: _count(lookup.places.get(tile.id)) for tile in tiles}
    bounds = tuple(_bounds(max(counts.values())))
    west, north = min(tile.column for tile in tiles), min(tile.row for tile in tiles)
    squares = tuple(
        Square(
            id=tile.id,
            href=urls.place(tile.id) if tile.id in lookup.places else "",
            said=f"{tile.name}: {lists.events_words(counts[tile.id])}",
            short=tile.short,
            number=f"{counts[tile.id]:,}",
            shade=_shade(counts[tile.id], bounds),
            x=(tile.column - west) * _STEP,
            y=(tile.row - north) * _STEP,
        )
        for tile in tiles
    )
    ranked = sorted(tiles, key=lambda tile: (-counts[tile.id], tile.name, tile.id))
    kinds = _kinds_counted(lookup)
    hrefs = {square.id: square.href for square in squares}
    return TileMap(
        width=max(square.x for square in squares) + _SIDE,
        height=max(square.y for square in squares) + _SIDE,
        side=_SIDE,
        squares=squares,
        key=tuple(_key(bounds, none=0 in counts.values())),
        lines=tuple(Ref(label=t.name, href=hrefs[t.id], remark=f"{counts[t.id]:,}") for t in ranked),
        beside=tuple(_beside(kinds, lookup)),
        abroad=_abroad(lookup),
        abroad_count=lists.events_words(kinds["abroad"]),
    )


def marked(drawn: TileMap | None, place: Place, lookup: Lookup) -> TileMap | None:
    """Return the map with the tile marked in which *place* lies; None where it lies on none, and is not the country."""
    up = (place.id, *place.within)
    if drawn is None or lookup.country not in up:
        return None
    squares = tuple(replace(square, here=square.id in up) for square in drawn.squares)
    return replace(drawn, squares=squares, where=_where(place, [one for one in squares if one.here], lookup))


def _where(place: Place, here: list[Square], lookup: Lookup) -> str:
    if place.id == lookup.country:
        return ""
    if not here:
        return f"{place.name} lies in no tile of the map."
    name = lookup.places[here[0].id].name
    if here[0].id == place.id:
        return f"{name} is the tile {here[0].short}, with the thick border."
    return f"{place.name} lies in {name}: the tile {here[0].short}, with the thick border."


# ---------------------------------------------------------------- shades


def _bounds(most: int) -> Iterator[tuple[int, int]]:
    """Yield the first and last number of each shade, the darkest first: halves of halves, for a few places have most."""
    last = most
    for shade in range(_SHADES, 0, -1):
        first = last // 2 + 1 if shade > 1 else 1
        if last:
            yield first, last
        last = first - 1


def _shade(number: int, bounds: tuple[tuple[int, int], ...]) -> int:
    return next((_SHADES - place for place, (first, last) in enumerate(bounds) if first <= number <= last), 0)


def _key(bounds: tuple[tuple[int, int], ...], *, none: bool) -> Iterator[Shade]:
    if none:
        yield Shade(shade=0, words="none")
    for place, (first, last) in reversed(list(enumerate(bounds))):
        said = f"{first:,}" if first == last else f"{first:,} to {last:,}"
        yield Shade(shade=_SHADES - place, words=said)


# ---------------------------------------------------------------- beside the map


def _count(place: Place | None) -> int:
    return len({event.id for event in (*place.events, *place.inside)}) if place else 0


def _abroad(lookup: Lookup) -> tuple[Ref, ...]:
    """Return the other countries with most events, then how many more there are."""
    countries = [
        (_count(place), place)
        for place in lookup.chronicle.places
        if place.kind == "country" and place.id != lookup.country
    ]
    ranked = sorted(countries, key=lambda one: (-one[0], one[1].name, one[1].id))
    shown = tuple(place_ref(place, lists.events_words(number)) for number, place in ranked[:_ABROAD])
    left = len(ranked) - _ABROAD
    more = words.count(left, ("other country", "other countries"))
    return (*shown, Ref(label=more, href=urls.PLACES)) if left > 0 else shown


def _kinds_counted(lookup: Lookup) -> Counter[str]:
    """Return how many events name what: see `_kinds`."""
    tiles = frozenset(tile.id for tile in lookup.chronicle.tiles)
    return Counter(kind for event in lookup.chronicle.events for kind in _kinds(event, tiles, lookup))


def _beside(counts: Mapping[str, int], lookup: Lookup) -> Iterator[Ref]:
    """Yield how many events name the country but no tile of it, a place that is not recorded, none."""
    home = lookup.places.get(lookup.country)
    at_large = home.name if home else "The country"
    for kind, label, href in (
        ("home", f"{at_large}, but no tile", urls.place(home.id) if home else ""),
        ("unknown", "A place that is not recorded here", f"{urls.PLACES}#in-not-recorded"),
        ("none", "No place", f"{urls.PLACES}#no-place"),
    ):
        if counts[kind]:
            yield Ref(label=label, href=href, remark=lists.events_words(counts[kind]))


def _kinds(event: Event, tiles: frozenset[str], lookup: Lookup) -> set[str]:
    """Return what *event* names: 'tile', 'abroad', 'home', 'unknown'; 'none' alone where it names no place."""
    found = {_kind(id_, tiles, lookup) for id_ in places_of(event)}
    return (found - {"home"} if "tile" in found else found) or {"none"}


def places_of(event: Event) -> Iterable[str]:
    """Return the ids of the places that *event* names."""
    return {mention.id for mention in (*event.dateline, *event.mentions)}


def _kind(id_: str, tiles: frozenset[str], lookup: Lookup) -> str:
    known: Mapping[str, Place] = lookup.places
    up = (id_, *(known[id_].within if id_ in known else ()))
    if not tiles.isdisjoint(up):
        return "tile"
    if lookup.country in up:
        return "home"
    abroad = any(one in known and known[one].kind == "country" for one in up)
    return "abroad" if abroad else "unknown"


def without_place(lookup: Lookup) -> tuple[Ref, ...]:
    """Return the events that name no place, in order."""
    rows = (lookup.rows[event.id] for event in lookup.chronicle.events if not places_of(event))
    return tuple(Ref(label=row.id, href=row.href, remark=row.day) for row in rows)
