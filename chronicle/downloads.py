"""Chronicle and the files of records -> every file of the data, measured; each is made when it is asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Iterable

from chronicle import urls
from chronicle.columns import TABLES, DataFile, Table
from chronicle.database import database
from chronicle.model import Chronicle, Output, Site
from chronicle.package import package_files
from chronicle.spreadsheets import sheet
from chronicle.tables import Source, rows, source_of

#: a stream of files that ends with what it tells of those in the folder of data
Measured = Generator[Output, None, tuple[DataFile, ...]]


def downloads(records: Iterable[Output], chronicle: Chronicle, site: Site) -> Measured:
    """Yield *records* and what is made of *chronicle*; return the files in the folder of data, in this order."""
    source = source_of(chronicle, site)
    files = yield from _measured(records)
    for table in TABLES:
        files += yield from _table(table, source)
    filled = database((table, rows(table.name, source)) for table in TABLES)
    files += yield from _measured([Output(urls.DATABASE, filled)])
    del filled
    described = package_files(chronicle.editions, site, {file.path: file for file in files})
    return files + (yield from _measured(described))


def _table(table: Table, source: Source) -> Measured:
    made = sheet(table, rows(table.name, source))
    output = Output(urls.table(table.name), made.data)
    yield output
    return (_file(output, made.rows, made.filled),)


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
