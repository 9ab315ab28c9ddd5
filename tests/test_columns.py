"""Tables and columns are documented once: every one has a type, a meaning, and leads where it says."""

from __future__ import annotations

import re

import pytest

from chronicle.columns import TABLES, TYPES, Table

BY_NAME = {table.name: table for table in TABLES}


def test_the_tables_are_these() -> None:
    assert [table.name for table in TABLES] == [
        "events", "people", "mentions", "provisions", "sanctions", "notes", "cases",
    ]  # fmt: skip


@pytest.mark.parametrize("table", TABLES, ids=BY_NAME)
def test_every_column_says_what_it_holds(table: Table) -> None:
    assert len(set(table.header)) == len(table.header)
    for column in table.columns:
        assert column.type in TYPES
        assert re.fullmatch(r"[a-z][a-z0-9_]*", column.name)
        assert column.about[0].islower() or column.about.startswith("SHA-256")
        assert not column.about.endswith(".")
        assert not column.several or column.type == "string"


@pytest.mark.parametrize("table", TABLES, ids=BY_NAME)
def test_keys_are_columns_that_are_always_filled(table: Table) -> None:
    required = {column.name for column in table.columns if column.required}

    assert set(table.key) <= required


@pytest.mark.parametrize("table", TABLES, ids=BY_NAME)
def test_what_leads_to_another_table_leads_to_the_key_of_one_before(table: Table) -> None:
    for column in table.columns:
        if column.to:
            name, key = column.to
            assert BY_NAME[name].key == (key,)
            assert TABLES.index(BY_NAME[name]) < TABLES.index(table)


@pytest.mark.parametrize("table", TABLES, ids=BY_NAME)
def test_every_row_has_its_address(table: Table) -> None:
    (url,) = [column for column in table.columns if column.name == "url"]

    assert (url.type, url.required) == ("uri", True)
