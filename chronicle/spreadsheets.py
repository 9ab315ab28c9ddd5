"""Rows -> a CSV file by RFC 4180, safe to open in a spreadsheet: no cell is a formula."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from typing import Final

from chronicle.columns import Table
from chronicle.tables import Cell, Row

# `=1+1`, `+7 701`, `-15 degrees`, `@SUM`, their wide forms; also behind spaces, quotation marks and separators,
# which programs skip or cut at; and whatever begins with a tabulator or a line break.
_FORMULA: Final = re.compile(
    r"""
    '* [\t\r\n]
    | [\s"'`‘’“”„«»,;；，|\u00ad\u180e\u200b-\u200f\u2060-\u2064\ufeff]* [=+\-@＝＋－＠﹦﹢﹣﹫−]
    """,
    re.VERBOSE,
)
#: goes before a cell that a spreadsheet could take for a formula
GUARD: Final = "'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A CSV file."""

    data: bytes
    rows: int
    #: how many values each column has
    filled: tuple[int, ...]


def neutral(text: str) -> str:
    """Return *text* so that no spreadsheet takes it for a formula: '=1+1' -> "'=1+1".

    It can be undone: where a cell begins with an apostrophe and what follows begins like a formula, the apostrophe is ours.
    """
    return GUARD + text if _FORMULA.match(text) else text


def sheet(table: Table, rows: Iterable[Row]) -> Sheet:
    """Return *rows* under the header of *table*: UTF-8, every cell quoted, lines that end in CR LF."""
    written = BytesIO()
    lines = TextIOWrapper(written, encoding="utf-8", newline="", write_through=False)
    writer = csv.writer(lines, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(table.header)
    number, filled = 0, [0] * len(table.columns)
    for row in rows:
        writer.writerow([_cell(value) for value in row])
        number += 1
        filled = [n + (value is not None) for n, value in zip(filled, row, strict=True)]
    lines.detach()
    return Sheet(data=written.getvalue(), rows=number, filled=tuple(filled))


def _cell(value: Cell) -> str:
    if isinstance(value, str):
        return neutral(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)
