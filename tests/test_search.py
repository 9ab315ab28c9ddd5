"""What the search page loads: names first, texts by year, nothing of whoever has no page."""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import json
import re
from dataclasses import replace
from typing import Any

import pytest

from chronicle.model import Chronicle, Edition, LedgerLine, Outlet, Output, Person
from chronicle.pages.lookup import look_up
from chronicle.pages.search import search_page
from chronicle.search import search_files
from tests.bench.__main__ import read_known
from tests.chronicles import FIRST, SECOND, SMALL
from tests.test_site import ROOT, real_chronicle


def loaded(chronicle: Chronicle) -> dict[str, Any]:
    """Return path -> what the file hands over."""
    return {output.path: handed(output) for output in search_files(chronicle)}


def handed(output: Output) -> Any:
    found = re.fullmatch(r'chronicleData\("(\w+)",(.*)\);\n', output.data.decode(), re.DOTALL)
    assert found
    assert output.path == f"search/{found[1]}.js"
    return json.loads(found[2])


def names_of(*people: Person) -> list[str]:
    """Return the lines of *people*."""
    lines: str = loaded(replace(SMALL, people=people))["search/names.js"]["people"]
    return lines.split("\n")


def person(name: str, identity: str, *printed: str) -> Person:
    return replace(SMALL.people[0], name=name, id=identity, printed=printed)


def test_the_full_text_stands_by_year_newest_first_without_withheld_names() -> None:
    later = replace(SECOND, edition="2032-01", date=dt.date(2032, 1, 2))
    edition = Edition(
        id="2032-01",
        title="",
        first=dt.date(2032, 1, 1),
        last=dt.date(2032, 1, 31),
        file="",
        sha256="",
        events=(later,),
    )
    files = loaded(replace(SMALL, editions=(*SMALL.editions, edition)))

    assert files["search/2032.js"] == [
        ["2032-01.2", "2 January 2031: <an event> & more", "year:2032", "January 2, something else."]
    ]
    assert [one[0] for one in files["search/2031.js"]] == ["2031-02.1", "2031-01.2", "2031-01.1"]
    # The invented event's notes stand nowhere in its text: they cost it the first letter.
    assert files["search/2031.js"][2] == [
        "2031-01.1",
        "1 January 2031: <an event> & more",
        "place:town place:land topic:assembly code:CC sanction:administrative_detention year:2031",
        "anuary 1, Towne, Noname A. and [name withheld] <script>alert(1)</script> ]]> & {{ 7 }}[1][2].",
    ]
    assert [one[:2] for one in files["search/names.js"]["years"]] == [["2032", 1], ["2031", 3]]


def test_years_say_how_many_bytes_they_are() -> None:
    outputs = {output.path: output for output in search_files(SMALL)}

    [[year, events, size]] = handed(outputs["search/names.js"])["years"]
    assert (year, events, size) == ("2031", 3, len(outputs["search/2031.js"].data))


def test_names_hold_what_has_a_page_and_nobody_else() -> None:
    outlets = (Outlet(id="a", name="The A", kind="news", hosts=("a.example",), citations=((FIRST, FIRST.notes[0]),)),)  # fmt: skip
    tombstones = (
        LedgerLine(kind="event", id="2031-01.9", state="withdrawn"),
        LedgerLine(kind="person", id="x"),
    )
    names = loaded(replace(SMALL, outlets=outlets, tombstones=tombstones))["search/names.js"]

    assert {key: names[key] for key in names if key not in {"folds", "letters", "others", "years"}} == {
        "people": "Noname\tAda\t2",
        "places": [["land", "Land", "country", "", 1], ["town", "Town", "town", "Land", 1]],
        "codes": [["CC", "cc", "Criminal Code"]],
        "articles": [["cc/405", "", 1, "part-2"]],
        "topics": [["assembly", "Assembly", 1], ["digital", "Digital", 0]],
        "cases": [],
        "outlets": [["a", "The A", 1, "a.example"]],
        "editions": [["2031-02", "Digest of February 2031", 1], ["2031-01", "Digest of January 2031", 2]],
        "gone": ["2031-01.9"],
        "facets": [
            ["place", "Place", [["land", "Land", 1], ["town", "Town", 1]]],
            ["topic", "Topic", [["assembly", "Assembly", 1]]],
            ["code", "Code of law", [["CC", "Criminal Code", 1]]],
            ["sanction", "Sanction named", [["administrative_detention", "Administrative detention", 1]]],
            ["year", "Year", [["2031", "2031", 3]]],
            ["source", "Source", [["a", "The A", 1]]],
        ],
    }


def test_labels_are_listed_where_they_are_not_one_two_three() -> None:
    edition = replace(SMALL.editions[0], events=(FIRST, replace(SECOND, label="2a")))

    names = loaded(replace(SMALL, editions=(edition,)))["search/names.js"]
    assert names["editions"] == [["2031-01", "Digest of January 2031", ["1", "2a"]]]


def test_an_id_stands_only_where_it_is_not_made_from_the_name() -> None:
    assert names_of(
        person("Ada Noname", "ada-noname"),
        person("Ada Noname", "ada-noname-2"),
        person("Zoë Å", "zoe-a"),
        person("Madonna", "madonna"),
    ) == ["Madonna\t\t2", "Noname\tAda\t2", "Noname\tAda\t2\tada-noname-2", "Å\tZoë\t2\tzoe-a"]


def test_a_spelling_stands_only_where_the_name_would_not_find_it() -> None:
    """Another order, initials and letters that fold to the same are found by the name."""
    one = person(
        "Marat Zhylanbayev", "marat-zhylanbayev",
        "Zhilanbaev M.", "ZHYLANBAYEV Marat", "Marat Tursunovich Zhylanbayev",
    )  # fmt: skip

    assert names_of(one) == ["Zhylanbayev\tMarat\t2\t\tMarat Tursunovich Zhylanbayev"]
    assert names_of(replace(one, printed=("Jilan|qai",))) == ["Zhylanbayev\tMarat\t2\t\tJilan qai"]


def test_characters_of_names_outside_the_table_are_added() -> None:
    names = loaded(replace(SMALL, people=(person("习 Xi", "xi", "Қasym"),)))["search/names.js"]

    assert names["others"] == {"习": "xi"}


def test_no_event_at_all_is_no_year() -> None:
    files = loaded(Chronicle(editions=(), people=(), places=(), codes=(), topics=(), outlets=()))

    assert list(files) == ["search/names.js"]
    assert files["search/names.js"]["years"] == []


def test_the_files_are_the_same_every_time() -> None:
    assert list(search_files(SMALL)) == list(search_files(SMALL))
    assert list(search_files(real_chronicle())) == list(search_files(real_chronicle()))


def test_every_real_event_and_person_is_in_them_and_no_hidden_name() -> None:
    chronicle = real_chronicle()
    files = loaded(chronicle)

    found = {one[0] for path, data in files.items() if path != "search/names.js" for one in data}
    assert found == {event.id for event in chronicle.events}
    assert len(files["search/names.js"]["people"].split("\n")) == len(chronicle.people)
    text = json.dumps(files, ensure_ascii=False)
    hidden = {
        str(one.name) for event in chronicle.events for one in event.people if one.withheld and one.name.full
    }
    assert [name for name in hidden if name in text] == []


@pytest.mark.scaling
def test_names_stay_under_150_kb_at_30_000_events() -> None:
    """With more people to an event than the real digests have: names from the real list, surnames drawn by lot."""
    given = read_known(ROOT / "seeds" / "authority").given
    names = {
        f"{given[(lot[0] * 256 + lot[1]) % len(given)]} {_surname(lot[2:])}"
        for lot in map(_lot, range(19_000))
    }
    people = tuple(person(name, name.lower().replace(" ", "-"), name) for name in names)
    chronicle = replace(real_chronicle(), people=people)

    [output] = [one for one in search_files(chronicle) if one.path.endswith("/names.js")]

    assert len(people) > 18_000
    assert len(gzip.compress(output.data, 6)) < 150_000


def _lot(n: int) -> bytes:
    return hashlib.sha256(str(n).encode()).digest()


def _surname(lot: bytes) -> str:
    syllables = (
        "ka",
        "ber",
        "dos",
        "to",
        "lan",
        "mir",
        "sha",
        "rin",
        "gal",
        "tu",
        "se",
        "zhan",
        "or",
        "kul",
        "ab",
        "ne",
    )
    endings = ("ov", "ova", "bayev", "bayeva", "in", "ina", "enko", "uly")
    word = "".join(syllables[one % 16] for one in lot[: 2 + lot[9] % 2])
    return word.capitalize() + endings[lot[8] % 8]


def test_the_search_page_leads_to_every_index_without_a_script() -> None:
    page = search_page(look_up(SMALL, {}, "land"))

    assert [one.label for one in page.ways] == [
        "People",
        "Places",
        "Statutes",
        "Topics",
        "Cases",
        "Sources",
        "Editions",
        "Data",
    ]
    assert (page.count, page.search_box, page.path) == ("3 events", False, "search/index.html")
