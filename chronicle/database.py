"""Rows -> an SQLite file: the tables with their keys, an index over all words, views. The same rows, the same bytes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import Final

from chronicle.columns import Column, Table
from chronicle.tables import Row

#: table -> the columns whose words can be searched; the index is the table of that name and '_fts'
SEARCHED: Final = {"events": ("title", "text", "people", "places"), "people": ("name", "printed")}
#: name -> what it tells, how it is made
VIEWS: Final = {
    "events_by_month": (
        "How many events each month has; those without a day understood are left out.",
        "SELECT substr(date, 1, 7) AS month, count(*) AS events FROM events WHERE date IS NOT NULL GROUP BY month",
    ),
    "provisions_by_month": (
        "How many events of each month cite an article.",
        (
            "SELECT substr(date, 1, 7) AS month, code, article, count(DISTINCT event) AS events "
            "FROM provisions WHERE date IS NOT NULL GROUP BY month, code, article"
        ),
    ),
    "sanctions_by_kind": (
        "How often a kind of sanction is named, and in how many events: of mentions, not of sentences.",
        "SELECT kind, unit, count(*) AS mentions, count(DISTINCT event) AS events FROM sanctions GROUP BY kind, unit",
    ),
    "subjects_of_citing_events": (
        "Those concerned in events that cite a provision: being named beside it is no accusation.",
        (
            "SELECT p.code, p.article, p.part, p.point, m.person, m.name, m.event, m.date, m.url "
            "FROM provisions p JOIN mentions m ON m.event = p.event WHERE m.role = 'subject' AND NOT m.withheld"
        ),
    ),
    "notes_without_source": (
        "Notes for which the digest gives no source.",
        "SELECT event, number, date, url FROM notes WHERE state = 'missing'",
    ),
}

_PAGE: Final = 4096
#: by which a program can know the file: 'chrn', and the version of the tables
_APPLICATION: Final = 0x6368726E
_VERSION: Final = 1
_TYPES: Final = {"integer": "INTEGER", "boolean": "INTEGER"}


def database(tables: Iterable[tuple[Table, Iterable[Row]]]) -> bytes:
    """Return *tables* as an SQLite file; a table stands before those that lead to it."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for pragma in _pragmas():
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN")
        for table, rows in tables:
            for statement in _made(table):
                connection.execute(statement)
            places = ", ".join("?" * len(table.columns))
            connection.executemany(f"INSERT INTO {table.name} VALUES ({places})", rows)  # noqa: S608
        for statement in (
            *_index(),
            *(f"CREATE VIEW {name} AS {query}" for name, (_, query) in VIEWS.items()),
        ):
            connection.execute(statement)
        connection.execute("COMMIT")
        connection.execute("VACUUM")
        return connection.serialize()


def _pragmas() -> Iterator[str]:
    yield f"page_size = {_PAGE}"
    yield "auto_vacuum = 0"
    yield "encoding = 'UTF-8'"
    # What is free is zeros: what was there before is in no file.
    yield "secure_delete = 1"
    yield "temp_store = 2"
    yield "foreign_keys = 1"
    yield f"application_id = {_APPLICATION}"
    yield f"user_version = {_VERSION}"


def _made(table: Table) -> Iterator[str]:
    """Yield the statements that make *table*: what is searched has row numbers, all else is kept by its key."""
    key = ", ".join(table.key)
    lines = [_column(column) for column in table.columns]
    lines.append(f"PRIMARY KEY ({key})")
    last = "" if table.name in SEARCHED else " WITHOUT ROWID"
    yield f"CREATE TABLE {table.name} (\n  " + ",\n  ".join(lines) + f"\n){last}"
    for column in table.columns:
        if column.to and column.name not in table.key:
            yield f"CREATE INDEX {table.name}_{column.name} ON {table.name} ({column.name})"


def _column(column: Column) -> str:
    words = [column.name, _TYPES.get(column.type, "TEXT")]
    words += ["NOT NULL"] if column.required else []
    words += [f"REFERENCES {column.to[0]} ({column.to[1]})"] if column.to else []
    return " ".join(words)


def _index() -> Iterator[str]:
    """Yield what makes the words of tables searchable; the words themselves stand in the tables alone."""
    for name, columns in SEARCHED.items():
        yield (
            f"CREATE VIRTUAL TABLE {name}_fts USING fts5 ({', '.join(columns)}, "
            f'content="{name}", tokenize="unicode61 remove_diacritics 2")'
        )
        yield f"INSERT INTO {name}_fts ({name}_fts) VALUES ('rebuild')"  # noqa: S608
        yield f"INSERT INTO {name}_fts ({name}_fts) VALUES ('optimize')"  # noqa: S608
