"""The rows of the tables: as wide as their columns, of the types said, as many as the records, and nobody named who is in no list."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

import pytest

from chronicle.columns import PARTED, TABLES, Table
from chronicle.data import data_files
from chronicle.model import WITHHELD, Chronicle, Copy, LedgerLine, Outlet
from chronicle.tables import rows, source_of
from tests.chronicles import FIRST, SECOND, SITE, SMALL
from tests.factories import (
    make_chronicle,
    make_edition,
    make_event,
    make_note,
    make_person,
    make_sanction,
    make_site,
)
from tests.test_site import real_chronicle

BY_NAME = {table.name: table for table in TABLES}
#: an invented chronicle, one that is empty, and that of the seeds
CHRONICLES: Final[dict[str, Callable[[], Chronicle]]] = {
    "small": lambda: SMALL,
    "invented": make_chronicle,
    "empty": lambda: Chronicle(editions=(), people=(), places=(), codes=(), topics=(), outlets=()),
    "real": real_chronicle,
}
KINDS: Final[dict[str, type]] = {"string": str, "uri": str, "date": str, "integer": int, "boolean": bool}


def records(name: str, chronicle: Chronicle) -> list[dict[str, Any]]:
    """Return the rows of the table *name* by column."""
    header = BY_NAME[name].header
    return [dict(zip(header, row, strict=True)) for row in rows(name, source_of(chronicle, SITE))]


def is_exactly(value: object, kind: type) -> bool:
    """Tell whether *value* is of *kind* itself: True is no whole number."""
    return type(value) is kind


def one_event(**over: Any) -> Chronicle:
    """Return a chronicle of one event."""
    return Chronicle(
        editions=(make_edition(make_event(**over)),), people=(), places=(), codes=(), topics=(), outlets=()
    )


# ---------------------------------------------------------------- every cell


@pytest.mark.parametrize("table", TABLES, ids=BY_NAME)
@pytest.mark.parametrize("name", CHRONICLES)
def test_every_cell_is_what_its_column_says(name: str, table: Table) -> None:
    for record in records(table.name, CHRONICLES[name]()):
        for column in table.columns:
            value: Any = record[column.name]
            if value is None:
                assert not column.required, column.name
                continue
            assert is_exactly(value, KINDS[column.type]), column.name
            assert value != "", column.name
            assert not column.choices or value in column.choices
            assert not column.pattern or re.fullmatch(column.pattern, value)
            assert column.type != "date" or dt.date.fromisoformat(value).isoformat() == value
            assert column.type != "uri" or value.startswith(SITE.address)


@pytest.mark.parametrize("table", TABLES, ids=BY_NAME)
@pytest.mark.parametrize("name", CHRONICLES)
def test_no_two_rows_have_one_key_and_all_lead_somewhere(name: str, table: Table) -> None:
    chronicle = CHRONICLES[name]()
    found = records(table.name, chronicle)

    assert len({tuple(one[key] for key in table.key) for one in found}) == len(found)
    for column in table.columns:
        if column.to:
            there = {one[column.to[1]] for one in records(column.to[0], chronicle)}
            assert {one[column.name] for one in found} - {None} <= there


@pytest.mark.parametrize("name", CHRONICLES)
def test_the_tables_tell_what_the_records_tell(name: str) -> None:
    chronicle = CHRONICLES[name]()
    files = {output.path: output.data for output in data_files(chronicle, SITE)}
    events = json.loads(files["data/events.json"])

    assert [one["id"] for one in records("events", chronicle)] == [event["id"] for event in events]
    assert [one["id"] for one in records("people", chronicle)] == [
        person["id"] for person in json.loads(files["data/people.json"])
    ]
    for table, key, columns in (
        ("mentions", "people", {"person": "id", "role": "role"}),
        ("provisions", "statutes", {"statute": "id", "code": "code", "article": "article", "part": "part", "point": "point"}),
        ("sanctions", "sanctions", {"kind": "kind", "amount": "amount", "unit": "unit", "printed": "printed"}),
        ("notes", "notes", {"number": "number", "fragile": "fragile"}),
    ):  # fmt: skip
        assert [
            (one["event"], one["position"], *(one[column] for column in columns))
            for one in records(table, chronicle)
        ] == [
            (event["id"], position, *(one[there] for there in columns.values()))
            for event in events
            for position, one in enumerate(event[key], 1)
        ]


# ---------------------------------------------------------------- whole rows


def test_an_event() -> None:
    (first, *_) = records("events", SMALL)

    assert first == {
        "id": "2031-01.1",
        "url": "https://example.org/c/events/2031-01/1/",
        "edition": "2031-01",
        "label": "1",
        "ordinal": 1,
        "date": "2031-01-01",
        "date_printed": "January 1",
        "title": "1 January 2031: <an event> & more",
        "places": "Town",
        "place_ids": "town",
        "mentions": "Town",
        "mention_ids": "town",
        "people": "Ada Noname",
        "topics": "assembly",
        "people_count": 2,
        "provision_count": 2,
        "sanction_count": 1,
        "note_count": 2,
        "correction_count": 1,
        "finding_count": 1,
        "text": f"January 1, Towne, Noname A. and {WITHHELD} <script>alert(1)</script> ]]> & {{{{ 7 }}}}[1][2].",
        "source_file": "2031-01.txt",
        "source_line": 1,
        "source_sha256": "0" * 64,
        "published": "2031-01-31",
        "modified": "2031-02-09",
    }


def test_an_event_without_a_day_and_without_places() -> None:
    _, second, third = records("events", SMALL)

    assert (second["places"], second["people"], second["modified"]) == (None, None, "2031-01-31")
    assert (third["date"], third["date_printed"]) == (None, "February 1")


def test_a_person() -> None:
    assert records("people", SMALL) == [
        {
            "id": "ada-noname",
            "url": "https://example.org/c/people/ada-noname/",
            "name": "Ada Noname",
            "surname": None,
            "printed": "Noname A.; Noname",
            "event_count": 2,
            "subject_count": 2,
            "roles": "subject",
            "first_event": "2031-01.1",
            "last_event": "2031-02.1",
        }
    ]


def test_a_mention_of_someone_with_a_page_and_of_a_child() -> None:
    adult, child, _ = records("mentions", SMALL)

    assert adult == {
        "event": "2031-01.1",
        "position": 1,
        "url": "https://example.org/c/events/2031-01/1/",
        "date": "2031-01-01",
        "person": "ada-noname",
        "person_url": "https://example.org/c/people/ada-noname/",
        "name": "Ada Noname",
        "role": "subject",
        "printed": "Noname A.; Noname",
        "withheld": False,
    }
    assert [child[key] for key in ("person", "person_url", "name", "printed", "withheld")] == [
        None, None, WITHHELD, None, True,
    ]  # fmt: skip


def test_a_mention_of_someone_known_by_initials() -> None:
    found = [one for one in records("mentions", make_chronicle()) if one["name"] == "J. Smith"]

    assert {(one["person"], one["printed"], one["withheld"]) for one in found} == {(None, "Smith J.", False)}


def test_provisions_with_and_without_a_page() -> None:
    known, unknown = records("provisions", SMALL)

    assert known == {
        "event": "2031-01.1",
        "position": 1,
        "url": "https://example.org/c/events/2031-01/1/",
        "date": "2031-01-01",
        "statute": "cc/405",
        "statute_url": "https://example.org/c/statutes/cc/405/#part-2",
        "code": "CC",
        "code_name": "Criminal Code",
        "article": "405",
        "part": "2",
        "point": None,
        "title": None,
    }
    assert list(unknown.values())[4:] == [None, None, None, None, "7", None, None, None]


def test_an_article_as_a_whole_leads_to_its_page() -> None:
    (whole,) = {
        one["statute_url"] for one in records("provisions", real_chronicle()) if one["statute"] == "cc/174" and not one["part"]
    }  # fmt: skip

    assert whole == "https://example.org/c/statutes/cc/174/"


def test_a_sanction_stands_once() -> None:
    (sanction,) = records("sanctions", SMALL)

    assert list(sanction.values())[4:] == ["administrative_detention", 15, "days", "15 days"]


def test_notes_with_and_without_a_source() -> None:
    outlet = Outlet(id="a", name="The A", kind="news", hosts=("a.example",))
    given, missing = records("notes", replace(SMALL, outlets=(outlet,)))

    assert list(given.values()) == [
        "2031-01.1", 1, "https://example.org/c/events/2031-01/1/#note-1", "2031-01-01", 1, "given",
        "https://a.example/x", "a", "The A", True,
        "https://web.archive.org/web/20310102000000/https://a.example/x", "2031-01-02",
    ]  # fmt: skip
    assert list(missing.values())[4:] == [2, "missing", None, None, None, False, None, None]


def test_a_host_that_no_list_knows_is_its_own_name() -> None:
    (given, _) = records("notes", SMALL)

    assert given["outlet_name"] == "a"


# ---------------------------------------------------------------- who is in no list

CHILD_TEXT = "January 9, Doe Tim, 12, and Doe John were held for 3 days[1]."


def test_a_childs_name_is_in_no_cell() -> None:
    """Not in a text, not in a title, not in another event, not in an address, not in the words of a sanction."""
    child = make_person(CHILD_TEXT, "Doe Tim", id=None, age=12)
    copy = Copy(url="https://a.example/tim-doe", date=dt.date(2031, 1, 1))
    note = make_note(CHILD_TEXT, 1, "https://news.example/2031/doe-tim-held", copy=copy)
    sanctions = (
        make_sanction(CHILD_TEXT, "Doe Tim, 12, and Doe John were held for 3 days", "administrative_detention", 3, "days"),
        replace(make_sanction(CHILD_TEXT, "3 days", "other"), printed="Tim Doe, 3 days"),
    )  # fmt: skip
    event = make_event(
        text=CHILD_TEXT, people=(child,), notes=(note,), sanctions=sanctions, title="9 January: Tim Doe"
    )
    later = make_event(
        label="2", text="January 10, the mother of Tim Doe, see https://a.example/Doe%2DTim wrote."
    )
    chronicle = replace(one_event(), editions=(make_edition(event, later),))
    found = {table.name: records(table.name, chronicle) for table in TABLES}

    cells = " ".join(str(value) for table in found.values() for one in table for value in one.values())
    assert "Tim" not in cells
    assert "tim" not in cells
    assert [one["text"] for one in found["events"]] == [
        f"January 9, {WITHHELD}, 12, and Doe John were held for 3 days[1].",
        f"January 10, the mother of {WITHHELD}, see {WITHHELD} wrote.",
    ]
    assert [one["printed"] for one in found["sanctions"]] == [WITHHELD, f"{WITHHELD}, 3 days"]
    assert [(n["state"], n["source"], n["archived"]) for n in found["notes"]] == [
        ("shortened", "https://news.example", None)
    ]


def test_whose_page_was_withdrawn_is_no_child() -> None:
    """The address of the page stays: the name is no secret."""
    text = "January 9, Doe John, was held."
    person = make_person(text, "Doe John", id=None, canonical="John Doe")
    event = make_event(text=text, people=(person,), title="9 January: John Doe")
    gone = LedgerLine(kind="person", id="john-doe", state="withdrawn")
    chronicle = replace(one_event(), editions=(make_edition(event),), tombstones=(gone,))

    assert source_of(chronicle, make_site()).cleaner.withheld.phrases == frozenset()
    assert records("mentions", chronicle)[0]["name"] == WITHHELD


def test_no_hidden_name_of_the_digests_is_in_a_list() -> None:
    chronicle = real_chronicle()
    hidden = {str(p.name) for e in chronicle.events for p in e.people if p.withheld and p.name.full}

    assert len(hidden) > 3
    for table in TABLES:
        for record in records(table.name, chronicle):
            assert not [name for name in hidden for value in record.values() if name in str(value)]


def test_rows_come_one_by_one() -> None:
    """The first row is there before the second event is looked at."""
    broken = replace(SECOND, date="no day")  # type: ignore[arg-type]
    edition = replace(SMALL.editions[0], events=(FIRST, broken))
    stream = rows("events", source_of(replace(SMALL, editions=(edition,)), SITE))

    assert next(stream)[0] == "2031-01.1"
    with pytest.raises(AttributeError):
        next(stream)


def test_several_values_stand_once() -> None:
    person = replace(FIRST.people[0], mentions=(*FIRST.people[0].mentions, *FIRST.people[0].mentions))
    event = replace(FIRST, people=(person,), notes=(), corrections=())
    chronicle = replace(SMALL, editions=(replace(SMALL.editions[0], events=(event,)),))

    assert records("mentions", chronicle)[0]["printed"] == f"Noname A.{PARTED}Noname"
