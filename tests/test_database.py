"""The database: the tables as they are, joined by keys, searched by words, the same bytes each time."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Final

import pytest

from chronicle.columns import EVENTS, MENTIONS, PEOPLE, TABLES
from chronicle.database import SEARCHED, VIEWS, database
from chronicle.model import Chronicle
from chronicle.tables import rows, source_of
from tests.chronicles import SITE, SMALL
from tests.factories import make_chronicle
from tests.test_site import real_chronicle

CHRONICLES: Final[dict[str, Callable[[], Chronicle]]] = {
    "small": lambda: SMALL,
    "invented": make_chronicle,
    "empty": lambda: Chronicle(editions=(), people=(), places=(), codes=(), topics=(), outlets=()),
    "real": real_chronicle,
}


def made(chronicle: Chronicle) -> bytes:
    """Return the database of *chronicle*."""
    source = source_of(chronicle, SITE)
    return database((table, rows(table.name, source)) for table in TABLES)


@contextmanager
def opened(data: bytes) -> Iterator[sqlite3.Connection]:
    """Open a database."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(data)
        yield connection
    finally:
        connection.close()


def asked(data: bytes, query: str, *values: str) -> list[tuple[object, ...]]:
    """Return what the database answers."""
    with opened(data) as connection:
        return connection.execute(query, values).fetchall()


@pytest.mark.parametrize("name", CHRONICLES)
def test_every_cell_is_in_it(name: str) -> None:
    chronicle = CHRONICLES[name]()
    data = made(chronicle)

    for table in TABLES:
        header = ", ".join(table.header)
        key = [table.header.index(one) for one in table.key]
        expected = sorted(rows(table.name, source_of(chronicle, SITE)), key=lambda row: [row[n] for n in key])
        assert asked(data, f"SELECT {header} FROM {table.name} ORDER BY {', '.join(table.key)}") == expected


@pytest.mark.parametrize("name", CHRONICLES)
def test_it_is_whole(name: str) -> None:
    data = made(CHRONICLES[name]())

    assert asked(data, "PRAGMA integrity_check") == [("ok",)]
    assert asked(data, "PRAGMA foreign_key_check") == []
    assert asked(data, "PRAGMA freelist_count") == [(0,)]
    for table in SEARCHED:
        with opened(data) as connection:
            connection.execute(f"INSERT INTO {table}_fts ({table}_fts) VALUES ('integrity-check')")


@pytest.mark.parametrize("name", CHRONICLES)
def test_the_same_rows_are_the_same_bytes(name: str) -> None:
    chronicle = CHRONICLES[name]()

    assert made(chronicle) == made(chronicle)


def test_its_header_tells_nothing_of_when_and_by_what_it_was_written() -> None:
    data = made(SMALL)

    assert data[:16] == b"SQLite format 3\0"
    assert int.from_bytes(data[16:18], "big") == 4096
    # Counters of changes, and the version of SQLite that made them.
    assert (data[24:28], data[92:100]) == (bytes(4), bytes(8))
    assert asked(data, "PRAGMA application_id") == [(0x6368726E,)]
    assert asked(data, "PRAGMA user_version") == [(1,)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("script", ["2031-01.1"]),
        ("TOWNE", ["2031-01.1", "2031-02.1"]),
        ("someth*", ["2031-01.2"]),
        ("people: noname", ["2031-01.1", "2031-02.1"]),
        ("town else", []),
        ("kidd", []),
    ],
)
def test_words_of_events_are_found(words: str, found: list[str]) -> None:
    """Without regard to case, in texts and names; no name that stands in no list."""
    query = (
        "SELECT events.id FROM events_fts JOIN events ON events.rowid = events_fts.rowid "
        "WHERE events_fts MATCH ? ORDER BY events.rowid"
    )

    assert asked(made(SMALL), query, words) == [(one,) for one in found]


def test_people_are_found_by_every_form() -> None:
    query = "SELECT people.id FROM people_fts JOIN people ON people.rowid = people_fts.rowid WHERE people_fts MATCH ?"

    assert [asked(made(SMALL), query, word) for word in ("ada", "noname", "kim")] == [
        [("ada-noname",)], [("ada-noname",)], [],
    ]  # fmt: skip


def test_datasette_sees_which_table_is_searched_by_which() -> None:
    """It asks for an index whose content is the table, in these words."""
    for table in SEARCHED:
        like = f'%VIRTUAL TABLE%USING FTS%content="{table}"%'
        assert asked(made(SMALL), "SELECT name FROM sqlite_master WHERE sql LIKE ?", like) == [
            (f"{table}_fts",)
        ]


def test_words_stand_in_the_tables_alone() -> None:
    """The index keeps no second copy of the texts."""
    assert made(SMALL).count(b"something else") == 1


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_answers(view: str) -> None:
    assert asked(made(real_chronicle()), f"SELECT count(*) > 0 FROM {view}") == [(1,)]


def test_what_the_views_tell() -> None:
    data = made(SMALL)

    assert {view: asked(data, f"SELECT * FROM {view}") for view in VIEWS} == {
        "events_by_month": [("2031-01", 2)],
        "provisions_by_month": [("2031-01", None, "7", 1), ("2031-01", "CC", "405", 1)],
        "sanctions_by_kind": [("administrative_detention", "days", 1, 1)],
        "subjects_of_citing_events": [
            (code, article, part, None, "ada-noname", "Ada Noname", "2031-01.1", "2031-01-01",
             "https://example.org/c/events/2031-01/1/")
            for code, article, part in (("CC", "405", "2"), (None, "7", None))
        ],
        "notes_without_source": [("2031-01.1", 2, "2031-01-01", "https://example.org/c/events/2031-01/1/#note-2")],
    }  # fmt: skip


def test_officials_stand_beside_no_provision() -> None:
    found = asked(made(make_chronicle()), "SELECT DISTINCT name FROM subjects_of_citing_events ORDER BY name")

    assert ("Richard Roe",) not in found
    assert found


def test_what_leads_nowhere_is_refused() -> None:
    """A mistake of ours is no file."""
    source = source_of(replace(SMALL, people=()), SITE)

    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        database((table, rows(table.name, source)) for table in (EVENTS, PEOPLE, MENTIONS))
