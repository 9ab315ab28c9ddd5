"""The editor's files: every mistake is named with file, line and key, all at once."""

from __future__ import annotations

import pytest

from chronicle.catalogue import read_catalogue
from chronicle.findings import ChronicleError
from chronicle.index import merge_tiles
from chronicle.model import Tile
from tests.seeding import PLACES, SITE, WORDS, make_seeds

TILED = "- {id: tiled, name: Tiled Region, kind: region, within: freedonia, tile: [2, 1], short: TI}\n"
WRONG = {
    "an unknown key": (
        {"people": "- {name: A B, spelings: [B A]}\n"},
        "seeds/authority/people.yaml:1: 1.spelings: is no key that is known here",
    ),
    "a wrong type": (
        {"people": "- {name: A B, spellings: B A}\n"},
        "seeds/authority/people.yaml:1: 1.spellings: must be a list (it says 'B A')",
    ),
    "a missing key": ({"people": "- {why: so}\n"}, "seeds/authority/people.yaml:1: 1.name: is missing"),
    "a duplicate key": (
        {"people": "- name: A B\n  name: C D\n"},
        "seeds/authority/people.yaml:2: the key 'name' stands twice",
    ),
    "a duplicate id": (
        {"places": PLACES + "- {id: berik, name: Berik Two, kind: town, within: freedonia}\n"},
        "seeds/authority/places.yaml:6: 5.id: the id 'berik' is taken by entry 4",
    ),
    "a person joined twice": (
        {"people": "- {name: A B, spellings: [A B]}\n- {name: C D, spellings: [B. A]}\n"},
        "seeds/authority/people.yaml:2: 2.spellings.1: the spelling 'a b' is taken by entry 1",
    ),
    "a person joined twice in one event": (
        {
            "people": "- {name: A B, joins: [{event: 2022-12.1, printed: A}]}\n"
            "- {name: C D, joins: [{event: 2022-12.1, printed: A}]}\n"
        },
        "seeds/authority/people.yaml:2: 2.joins.1: the spelling 'a in 2022-12.1' is taken by entry 1",
    ),
    "a place in a region that does not exist": (
        {"places": PLACES + "- {id: x, name: X, kind: town, within: nowhere}\n"},
        "seeds/authority/places.yaml:6: 5.within: there is no place with the id 'nowhere'",
    ),
    "two places on one tile": (
        {"places": PLACES + TILED + TILED.replace("tiled", "other")},
        "seeds/authority/places.yaml:7: 6.tile: the tile '2, 1' is taken by entry 5",
    ),
    "a tile without a short name": (
        {"places": PLACES + TILED.replace(", short: TI", "")},
        "seeds/authority/places.yaml:6: 5.tile: needs a short name of at most 5 characters in 'short'",
    ),
    "a short name that does not fit": (
        {"places": PLACES + TILED.replace("short: TI", "short: TILEDREGION")},
        "seeds/authority/places.yaml:6: 5.short: is too long (it says 'TILEDREGION')",
    ),
    "a tile that is no number": (
        {"places": PLACES + TILED.replace("[2, 1]", "[two, 1]")},
        "seeds/authority/places.yaml:6: 5.tile.1: must be a whole number (it says 'two')",
    ),
    "a place in itself": (
        {"places": "- {id: freedonia, name: F, kind: country, within: freedonia}\n"},
        "seeds/authority/places.yaml:1: 1.within: 'freedonia' would lie in itself",
    ),
    "an alias": (
        {"people": "- {name: &a A B}\n"},
        "seeds/authority/people.yaml:1: an alias or anchor (& or *) is not allowed here: write the value out",
    ),
    "a tab": (
        {"people": "- name: A B\n\tspellings: []\n"},
        "seeds/authority/people.yaml:2: is no YAML: a tab stands where spaces are expected",
    ),
    "an article with a wrong number": (
        {"statutes": "- {id: cc, code: CC, name: C, printed: [C], articles: {four: {title: T}}}\n"},
        "seeds/authority/statutes.yaml:1: 1.articles.four.[key]: String should match pattern",
    ),
    "an index without a reason": (
        {"people": "- {name: A B, index: yes}\n"},
        "seeds/authority/people.yaml:1: 1.index: needs a reason in 'why'",
    ),
    "a withheld name without reason and day": (
        {"people": "- {name: A B, withhold: yes}\n"},
        "seeds/authority/people.yaml:1: 1.withhold: needs 'reason' and 'date'",
    ),
    "a withheld name without a day": (
        {"people": "- {name: A B, withhold: yes, reason: safety}\n"},
        "seeds/authority/people.yaml:1: 1.withhold: needs 'date'",
    ),
    "a reason of no kind that is known": (
        {"people": "- name: A B\n  withhold: yes\n  reason: whim\n  date: 2026-01-01\n"},
        "seeds/authority/people.yaml:3: 1.reason: Input should be 'request', 'safety', 'child', 'law' or 'privacy'",
    ),
    "a reason for nothing": (
        {"people": "- name: A B\n  reason: safety\n"},
        "seeds/authority/people.yaml:2: 1.reason: says why or since when something is withheld, but nothing is: add",
    ),
    "a day for nothing": (
        {"people": "- name: A B\n  date: 2026-01-01\n"},
        "seeds/authority/people.yaml:2: 1.date: says why or since when something is withheld, but nothing is: add",
    ),
    "a withheld name with a page": (
        {"people": "- {name: A B, withhold: yes, reason: law, date: 2026-01-01, index: yes, why: so}\n"},
        "seeds/authority/people.yaml:1: 1.index: a name that is withheld has no page: take out 'index: yes' or",
    ),
    "a passage of an edition that does not exist": (
        {
            "people": "- name: A B\n  redact:\n  - {event: 2022-12.1, words: x}\n  - {event: 2031-12.1, words: x}\n"
        },
        "seeds/authority/people.yaml:4: 1.redact.2.event: there is no edition 2031-12: mend the number of the event",
    ),
    "a country that is no place": (
        {"words": WORDS.replace("country: freedonia", "country: utopia")},
        "seeds/authority/words.yaml:2: country: there is no place with the id 'utopia' in places.yaml",
    ),
    "a host of two outlets": (
        {
            "outlets": "- {id: a, name: A, kind: news, hosts: [a.b]}\n- {id: b, name: B, kind: news, hosts: [a.b]}\n"
        },
        "seeds/authority/outlets.yaml:2: 2.hosts.1: the host 'a.b' is taken by entry 1",
    ),
    "a site without a name": (
        {"site": SITE.replace("title: Freedonia Chronicle\n", "")},
        "seeds/site.yaml:2: title: is missing",
    ),
}


@pytest.mark.parametrize(("files", "sentence"), WRONG.values(), ids=WRONG)
def test_mistakes(files: dict[str, str], sentence: str) -> None:
    """One sentence: file, line, key, what."""
    with pytest.raises(ChronicleError) as raised:
        read_catalogue(make_seeds(**files))  # type: ignore[arg-type]

    assert [sentence] == [line[: len(sentence)] for line in str(raised.value).split("\n")]


SIDECARS = {
    "an unknown key": ("titel: X\n", "titel: is no key that is known here"),
    "a day that is none": ("period: {first: 2022-12-01, last: 2022-12-99}\n", "period.last: "),
    "a year for one entry": (
        "corrections: [{entry: 1, field: year, printed: 2025, meant: 2026, reason: r, date: 2026-01-01}]\n",
        "corrections.1: Value error, a 'year' is corrected for 'all' entries, a 'date' and the rest for one",
    ),
    "a passage of an edition that does not exist": (
        "redact: [{event: 2031-12.1, words: x}]\n",
        "redact.1.event: there is no edition 2031-12: mend the number of the event",
    ),
    "a date that is none": (
        "corrections: [{entry: 1, field: date, printed: x, meant: soon, reason: r, date: 2026-01-01}]\n",
        "corrections.1: Value error, 'meant' must be a day written YYYY-MM-DD",
    ),
    "a copy at no archive": (
        "archived: [{number: 1, url: 'https://web.archive.org.evil.example/web/1/x', date: 2023-01-01}]\n",
        "archived.1.url: 'https://web.archive.org.evil.example/web/1/x' is no copy at an archive that is known here: ",
    ),
    "a copy of another day": (
        "archived: [{number: 1, url: 'https://web.archive.org/web/20230503120000/https://x.example', date: 2022-05-03}]\n",
        "archived.1.date: the copy's address says 2023-05-03: mend the one or the other",
    ),
    "two copies of one note": (
        "archived: [{number: 1, url: 'https://archive.ph/a', date: 2023-01-01}, {number: 01, url: 'https://perma.cc/A-C', date: 2023-01-01}]\n",
        "archived.2.number: this note has an archived copy above: keep one of them",
    ),
}


@pytest.mark.parametrize(("text", "sentence"), SIDECARS.values(), ids=SIDECARS)
def test_sidecars(text: str, sentence: str) -> None:
    """A sidecar's mistakes are named like those of the authority files."""
    with pytest.raises(ChronicleError) as raised:
        read_catalogue(make_seeds(sidecars={"2022-12": text}))

    assert str(raised.value).startswith(f"seeds/editions/2022-12.yaml:1: {sentence}")


@pytest.mark.parametrize(
    "entry",
    [
        "withhold: yes, reason: request, date: 2026-01-01",
        "minor: yes, reason: child, date: 2026-01-01",
        "minor: yes",
        "redact: [{event: 2022-12.1, words: x, as: y}], reason: law, date: 2026-01-01",
        "withhold: yes, reason: request, date: 2026-01-01, index: no, why: so",
    ],
)
def test_what_may_be_withheld(entry: str) -> None:
    """A name, a child's index entry, a passage: with reason and day, or without where none is needed."""
    (person,) = read_catalogue(make_seeds(people=f"- {{name: A B, {entry}}}\n")).authority.people

    assert person.name == "A B"


def test_all_mistakes_at_once() -> None:
    """Two files with mistakes give two sentences."""
    with pytest.raises(ChronicleError) as raised:
        read_catalogue(make_seeds(people="- {}\n", outlets="- {}\n"))

    assert {"seeds/authority/people.yaml", "seeds/authority/outlets.yaml"} == {
        line.split(":")[0] for line in str(raised.value).split("\n")
    }


def test_files_that_are_missing() -> None:
    """Without site.yaml there is no site; without people.yaml nobody has been joined."""
    with pytest.raises(ChronicleError, match=r"seeds/site\.yaml: is missing"):
        read_catalogue(make_seeds(site=None))

    assert read_catalogue(make_seeds()).authority.people == ()


def test_tiles_are_merged_in_the_order_of_the_map() -> None:
    """By row, then by column; a place without a tile has none."""
    east = TILED.replace("tiled", "east").replace("Tiled", "East").replace("[2, 1]", "[3, 1]")
    south = TILED.replace("tiled", "south").replace("Tiled", "South").replace("[2, 1]", "[1, 2]")

    known = read_catalogue(make_seeds(places=PLACES + south + east + TILED)).authority.places

    assert merge_tiles(known) == (
        Tile(id="tiled", name="Tiled Region", short="TI", column=2, row=1),
        Tile(id="east", name="East Region", short="TI", column=3, row=1),
        Tile(id="south", name="South Region", short="TI", column=1, row=2),
    )
