"""The page of the data: every file with its size, every column with its meaning, and how much is in each."""

from __future__ import annotations

import re

import pytest

from chronicle import urls
from chronicle.columns import TABLES, DataFile
from chronicle.model import ROLES, Chronicle
from chronicle.pages.data import ColumnLine, data_page
from tests.downloading import data_page_of
from tests.factories import make_chronicle, make_site


def test_data_tells_of_every_file_and_every_column() -> None:
    page = data_page_of(make_chronicle(), make_site())

    assert [(one.name, one.count) for one in page.files] == [
        ("events.csv", "3 events"),
        ("people.csv", "3 people"),
        ("mentions.csv", "8 mentions"),
        ("provisions.csv", "5 provisions"),
        ("sanctions.csv", "2 sanctions"),
        ("notes.csv", "3 notes"),
        ("cases.csv", "0 events of cases"),
        ("events.json", "3 events"),
        ("people.json", "3 people"),
        ("places.json", "6 places"),
        ("statutes.json", "3 articles"),
        ("events.ndjson", "3 events"),
        ("chronicle.sqlite", ""),
        ("datasette.json", ""),
        ("datapackage.json", ""),
    ]
    assert all(re.fullmatch(r"[0-9]+ (bytes|kB)", one.size) for one in page.files)
    assert [(one.file.anchor, len(one.columns)) for one in page.sheets] == [
        (f"table-{table.name}", len(table.columns)) for table in TABLES
    ]
    assert [one.schema for one in page.records] == [
        f"data/{name}.schema.json" for name in ("events", "people", "places", "statutes")
    ]


def test_a_column_is_explained_and_its_values_are_counted() -> None:
    mentions = data_page_of(make_chronicle(), make_site()).sheets[2]

    assert [one for one in mentions.columns if one.name in ("event", "person", "role", "printed")] == [
        ColumnLine(name="event", type="text", filled="8 of 8", about="the event’s short form"),
        ColumnLine(name="person", type="text", filled="6 of 8", about="id of the person; empty where there is no page"),
        ColumnLine(name="role", type="text", filled="8 of 8", about=f"the part played in this event: {', '.join(ROLES)}"),
        ColumnLine(
            name="printed",
            type="texts, with “;” between",
            filled="7 of 8",
            about="the forms that this event prints; empty where the name is kept out of lists",
        ),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (999, "999 bytes"),
        (1_000, "1 kB"),
        (999_499, "999 kB"),
        (1_250_000, "1.2 MB"),
        (4_600_000_000, "4,600.0 MB"),
    ],
)
def test_sizes_are_said_in_words(size: int, said: str) -> None:
    files = [
        DataFile(path=urls.table(table.name), size=size, sha256="", filled=(0,) * len(table.columns))
        for table in TABLES
    ]
    others = [
        f"data/{name}"
        for name in ("events.json", "people.json", "places.json", "statutes.json", "events.ndjson")
    ]
    others += [urls.DATABASE, urls.DATASETTE, urls.PACKAGE]
    files += [DataFile(path=path, size=1, sha256="") for path in others]

    assert data_page(make_chronicle(), files).files[0].size == said


def test_an_empty_chronicle_has_a_page_of_empty_tables() -> None:
    empty = Chronicle(editions=(), people=(), places=(), codes=(), topics=(), outlets=())
    page = data_page_of(empty, make_site())

    assert [one.file.count for one in page.sheets] == [
        "0 events", "0 people", "0 mentions", "0 provisions", "0 sanctions", "0 notes", "0 events of cases",
    ]  # fmt: skip
    assert {column.filled for one in page.sheets for column in one.columns} == {"0 of 0"}
