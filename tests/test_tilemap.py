"""The map of tiles: what stands in each square and beside them, which one is marked, and how it is laid out."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Final

import html5lib
import pytest
from jinja2 import FileSystemLoader

from chronicle.model import Chronicle, Event, Place, Tile
from chronicle.pages.home import home_page
from chronicle.pages.lookup import Lookup, look_up
from chronicle.pages.places import place_pages, places_page
from chronicle.pages.records import Ref
from chronicle.pages.tilemap import Shade, Square, TileMap, marked, tile_map
from chronicle.render import environment
from tests.factories import TILES, UNITS, make_chronicle, make_edition, make_event, make_place, make_site
from tests.test_site import real_chronicle
from tests.test_templates import _luminance as luminance

TEMPLATES: Final = Path(__file__).parent.parent / "templates"


def lookup_of(chronicle: Chronicle) -> Lookup:
    return look_up(chronicle, UNITS, "freeland")


LOOKUP: Final = lookup_of(make_chronicle(tiles=TILES))


def drawn(lookup: Lookup = LOOKUP) -> TileMap:
    found = tile_map(lookup)
    assert found is not None
    return found


def counted(*numbers: int) -> TileMap:
    """Return the map of as many tiles in a row, each with so many events."""
    events = [make_event(label=str(n), ordinal=n) for n in range(max(numbers))]
    tiles = tuple(
        Tile(id=f"t{n}", name=f"T {n}", short=f"T{n}", column=n + 1, row=1) for n in range(len(numbers))
    )
    places = tuple(
        Place(id=f"t{n}", name=f"T {n}", kind="region", within=("freeland",), events=tuple(events[:number]))
        for n, number in enumerate(numbers)
        if number
    )
    return drawn(lookup_of(make_chronicle(tiles=tiles, places=places)))


def test_a_map_says_how_many_events_name_each_tile_or_what_lies_in_it() -> None:
    """The westernmost column and the northernmost row begin the picture; what no event names is no link."""
    assert drawn() == TileMap(
        width=116,
        height=116,
        side=56,
        squares=(
            Square(
                id="west-region",
                href="places/west-region/index.html",
                said="West Region: 1 event",
                short="WR",
                number="1",
                shade=5,
                x=0,
                y=0,
            ),
            Square(id="west", href="", said="West: 0 events", short="W", number="0", shade=0, x=60, y=60),
        ),
        key=(Shade(shade=0, words="none"), Shade(shade=5, words="1")),
        lines=(
            Ref(label="West Region", href="places/west-region/index.html", remark="1"),
            Ref(label="West", remark="0"),
        ),
        beside=(
            Ref(
                label="A place that is not recorded here",
                href="places/index.html#in-not-recorded",
                remark="1 event",
            ),
        ),
        abroad=(Ref(label="Farland", href="places/farland/index.html", remark="1 event"),),
        abroad_count="1 event",
    )


def test_a_country_without_tiles_has_no_map() -> None:
    lookup = lookup_of(make_chronicle())

    assert tile_map(lookup) is None
    assert home_page(lookup, make_site()).tiles is None
    assert places_page(lookup).tiles is None
    assert [page.tiles for page in place_pages(lookup)] == [None] * len(lookup.places)


def test_a_map_of_nothing_has_its_tiles_and_no_link() -> None:
    empty = Chronicle(editions=(), people=(), places=(), codes=(), topics=(), outlets=(), tiles=TILES)

    found = drawn(lookup_of(empty))

    assert [(square.href, square.number, square.shade) for square in found.squares] == [("", "0", 0)] * 2
    assert (found.key, found.beside, found.abroad) == ((Shade(shade=0, words="none"),), (), ())


@pytest.mark.parametrize(
    ("numbers", "shades", "key"),
    [
        ((1,), [5], ["1"]),
        ((3, 1), [5, 4], ["1", "2 to 3"]),
        ((80, 40, 20, 10, 5, 0), [5, 4, 3, 2, 1, 0], ["none", "1 to 5", "6 to 10", "11 to 20", "21 to 40", "41 to 80"]),
        ((3000, 1), [5, 1], ["1 to 187", "188 to 375", "376 to 750", "751 to 1,500", "1,501 to 3,000"]),
    ],
)  # fmt: skip
def test_shades_are_halves_of_halves(numbers: tuple[int, ...], shades: list[int], key: list[str]) -> None:
    """Where a few places have most events, equal steps would leave all others in the lightest shade."""
    found = counted(*numbers)

    assert [square.shade for square in found.squares] == shades
    assert [shade.words for shade in found.key] == key


def test_numbers_are_those_of_thousands() -> None:
    assert [square.number for square in counted(3000, 1).squares] == ["3,000", "1"]


# ---------------------------------------------------------------- beside the map


def naming(*places: str) -> Event:
    text = "December 8, Westport, Farville, Freeland, Lost Hamlet, West: nothing"
    names = {
        "westport": "Westport",
        "farville": "Farville",
        "freeland": "Freeland",
        "lost-hamlet": "Lost Hamlet",
    }
    return make_event(
        text=text, dateline=tuple(make_place(text, one, names[one]) for one in places)
    )  # fmt: skip


@pytest.mark.parametrize(
    ("places", "beside", "abroad"),
    [
        (("westport",), [], "0 events"),
        (("westport", "freeland"), [], "0 events"),
        (("freeland",), ["Freeland, but no tile"], "0 events"),
        (("westport", "farville"), [], "1 event"),
        (("lost-hamlet", "farville"), ["A place that is not recorded here"], "1 event"),
        ((), ["No place"], "0 events"),
    ],
)
def test_what_lies_on_no_tile_stands_beside(places: tuple[str, ...], beside: list[str], abroad: str) -> None:
    found = drawn(lookup_of(make_chronicle(make_edition(naming(*places)), tiles=TILES)))

    assert ([ref.label for ref in found.beside], found.abroad_count) == (beside, abroad)


def test_events_without_a_place_are_listed_with_the_places() -> None:
    page = places_page(lookup_of(make_chronicle(make_edition(naming()), tiles=TILES)))

    assert (page.nowhere, page.nowhere_count) == (
        (Ref(label="2022-12.1", href="events/2022-12/1/index.html", remark="8 December 2022"),),
        "1 event",
    )
    assert page.tiles is not None
    assert page.tiles.beside == (Ref(label="No place", href="places/index.html#no-place", remark="1 event"),)


def test_of_many_countries_the_first_eight_are_named() -> None:
    countries = tuple(
        Place(id=f"c{n}", name=f"C {n}", kind="country", events=(make_event(),)) for n in range(10)
    )

    abroad = drawn(lookup_of(make_chronicle(tiles=TILES, places=countries))).abroad

    assert [ref.label for ref in abroad] == [*(f"C {n}" for n in range(8)), "2 other countries"]
    assert abroad[-1].href == "places/index.html"


# ---------------------------------------------------------------- where a place lies


@pytest.mark.parametrize(
    ("id_", "here", "where"),
    [
        ("west-region", ["west-region"], "West Region is the tile WR, with the thick border."),
        ("westport", ["west-region"], "Westport lies in West Region: the tile WR, with the thick border."),
        ("freeland", [], ""),
    ],
)
def test_the_tile_in_which_a_place_lies_is_marked(id_: str, here: list[str], where: str) -> None:
    found = marked(drawn(), LOOKUP.places[id_], LOOKUP)

    assert found is not None
    assert ([square.id for square in found.squares if square.here], found.where) == (here, where)
    assert replace(found, squares=drawn().squares, where="") == drawn()


def test_a_place_of_the_country_on_no_tile_is_said_to_lie_on_none() -> None:
    village = Place(id="v", name="Village", kind="village", within=("freeland",))

    found = marked(drawn(), village, LOOKUP)

    assert found is not None
    assert found.where == "Village lies in no tile of the map."
    assert not any(square.here for square in found.squares)


@pytest.mark.parametrize("id_", ["farland", "farville", "lost-hamlet"])
def test_what_lies_abroad_or_nowhere_has_no_map(id_: str) -> None:
    assert marked(drawn(), LOOKUP.places[id_], LOOKUP) is None


# ---------------------------------------------------------------- laid out, and the real one


def test_a_map_is_laid_out_with_links_names_and_no_style() -> None:
    env = environment(FileSystemLoader(TEMPLATES))
    module = env.get_template("macros/charts.html").module
    tiles = marked(drawn(), LOOKUP.places["westport"], LOOKUP)

    text = str(module.tiles(tiles, "../../")) + str(module.beside(tiles, "../../"))  # type: ignore[attr-defined]

    parser = html5lib.HTMLParser(strict=False)
    parser.parse(f"<!doctype html><html lang=en><head><title>a</title></head><body>{text}</body></html>")
    assert parser.errors == []
    assert not re.search(r"\sstyle=", text)
    assert (
        '<a href="../../places/west-region/index.html" class="here" aria-current="location">'
        "<title>West Region: 1 event</title>" in text
    )
    assert "<g><title>West: 0 events</title>" in text
    assert '<tr><th scope="row">West</th><td class="figure">0</td></tr>' in text
    assert '<a href="../../places/farland/index.html">Farland</a>' in text


def test_the_country_has_a_tile_for_each_of_its_20_parts() -> None:
    """17 regions and 3 cities; no two on one tile is checked when the file is read."""
    tiles = real_chronicle().tiles

    assert len(tiles) == 20
    assert len({tile.short for tile in tiles}) == 20
    assert sum(tile.id.endswith("-region") for tile in tiles) == 17


def _mixed(over: str, under: str, share: float) -> str:
    """Return the colour of *share* of *over* on *under*."""
    parts = ((int(over[n : n + 2], 16), int(under[n : n + 2], 16)) for n in (1, 3, 5))
    return "#" + "".join(f"{round(share * one + (1 - share) * other):02x}" for one, other in parts)


@pytest.mark.parametrize("scheme", [0, 1])
@pytest.mark.parametrize("shade", range(6))
def test_the_words_in_a_tile_can_be_read(shade: int, scheme: int) -> None:
    """WCAG AA on every shade: 4.5 to 1, in the light and in the dark scheme."""
    style = (TEMPLATES.parent / "static" / "style.css").read_text(encoding="utf-8")
    block = re.findall(r":root \{(.*?)\}", style, re.DOTALL)[scheme]
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", block))
    # The four of the light scheme, then those of the dark.
    shares = re.findall(r"\.shade-(\d) \{ fill-opacity: ([.\d]+);", style)
    assert [int(n) for n, _ in shares] == [1, 2, 3, 4] * 2
    opacity = {0: 0.0, 5: 1.0} | {int(n): float(share) for n, share in shares[4 * scheme :][:4]}
    ink = colours["paper" if f".tiles .on-{shade} text" in style else "ink"]

    fill = _mixed(colours["link"], colours["paper"], opacity[shade])

    light, dark = sorted((luminance(ink), luminance(fill)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5
