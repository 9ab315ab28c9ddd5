"""Chronicle and the files of records -> every file of the data, measured; each is made when it is asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Iterable, Iterator

from chronicle import urls
from chronicle.columns import TABLES, DataFile, Table
from chronicle.database import database
from chronicle.model import Chronicle, Output, Site
from chronicle.package import package_files
from chronicle.spreadsheets import Sheet, sheet
from chronicle.tables import Row, Source, rows, source_of

#: a stream of files that ends with what it tells of those in the folder of data
Measured = Generator[Output, None, tuple[DataFile, ...]]


def downloads(records: Iterable[Output], chronicle: Chronicle, site: Site) -> Measured:
    """Yield *records* and what is made of *chronicle*; return the files in the folder of data, in this order."""
    files = yield from _measured(records)
    files += yield from _tables(source_of(chronicle, site))
    described = package_files(chronicle.editions, site, {file.path: file for file in files})
    return files + (yield from _measured(described))


def _tables(source: Source) -> Measured:
    """Yield the tables, and the database of them: the rows are made once, those of one table at a time."""
    sheets: list[tuple[Output, Sheet]] = []

    def made() -> Iterator[tuple[Table, tuple[Row, ...]]]:
        for table in TABLES:
            found = tuple(rows(table.name, source))
            written = sheet(table, found)
            sheets.append((Output(urls.table(table.name), written.data), written))
            yield table, found

    filled = Output(urls.DATABASE, database(made()))
    for output, _ in sheets:
        yield output
    yield filled
    return (*(_file(output, one.rows, one.filled) for output, one in sheets), _file(filled))


def _measured(outputs: Iterable[Output]) -> Measured:
    files: list[DataFile] = []
    for output in outputs:
        yield output
        if output.path.startswith("data/"):
            files.append(_file(output))
    return tuple(files)


def _file(output: Output, number: int = 0, filled: tuple[int, ...] = ()) -> DataFile:
    sha256 = hashlib.sha256(output.data).hexdigest()
    return DataFile(path=output.path, size=len(output.data), sha256=sha256, rows=number, filled=filled)
