"""Site, tables and files as made -> datapackage.json (Frictionless Data Package 2), and what Datasette says of the database."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from chronicle import urls
from chronicle.columns import PARTED, TABLES, Column, DataFile, Table
from chronicle.database import VIEWS
from chronicle.model import Edition, Output, Site

Record = dict[str, Any]

#: the published description of such packages
PROFILE: Final = "https://datapackage.org/profiles/2.0/datapackage.json"
_GUARD: Final = (
    "Cells that a spreadsheet could take for a formula begin with an apostrophe that is not in the record."
)
_SEVERAL: Final = f"several values, with “{PARTED}” between them"
#: name, path, form, media type and what it is: the files that are no tables
_OTHERS: Final = (
    ("records", urls.EVENTS_JSON, "json", "application/json", "Every event with all that was read from it."),
    ("record-lines", urls.EVENTS_LINES, "ndjson", "application/x-ndjson", "The same, one event a line."),
    (
        "database",
        urls.DATABASE,
        "sqlite",
        "application/vnd.sqlite3",
        "The tables in one file, to be searched.",
    ),
)


def package_files(editions: Iterable[Edition], site: Site, files: Mapping[str, DataFile]) -> Iterator[Output]:
    """Yield what describes the *files*, by path: for programs that read packages, and for Datasette."""
    yield Output(urls.DATASETTE, _written(_datasette(site)))
    yield Output(urls.PACKAGE, _written(package(editions, site, files)))


def package(editions: Iterable[Edition], site: Site, files: Mapping[str, DataFile]) -> Record:
    """Return the Data Package: what is in it, under which licence, from where, and every column of every table."""
    record = {
        "$schema": PROFILE,
        "name": "chronicle",
        "title": site.title,
        "description": f"{site.tagline} {_GUARD}",
        "homepage": site.address,
        "created": f"{site.date}T00:00:00Z",
        "licenses": _licences(site),
        "contributors": [{"title": site.publisher, "roles": ["publisher"]}],
        "sources": [_source(edition) for edition in editions],
        "citation": cited(site),
        "resources": [*(_table(table, files) for table in TABLES), *_resources(files)],
    }
    return {key: value for key, value in record.items() if value != []}


def cited(site: Site) -> str:
    """Return how the data are cited."""
    return f"{site.title}. Published by {site.publisher}. As of {site.date}. {site.address}{urls.public(urls.DATA)}"


def _licences(site: Site) -> list[Record]:
    if not site.licence:
        return []
    name = re.sub(r"[^A-Za-z0-9.]+", "-", site.licence).strip("-")
    return [
        {
            "name": name,
            "title": site.licence,
            **({"path": site.licence_address} if site.licence_address else {}),
        }
    ]


def _source(edition: Edition) -> Record:
    """Return a digest as a source: by its file's name and fingerprint, for its address may be no link."""
    return {"title": edition.title or edition.id, "version": f"{edition.file}, SHA-256 {edition.sha256}"}


def _table(table: Table, files: Mapping[str, DataFile]) -> Record:
    return {
        "name": table.name,
        "type": "table",
        "description": table.about,
        **_file(files[urls.table(table.name)]),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {
            "delimiter": ",",
            "lineTerminator": "\r\n",
            "quoteChar": '"',
            "doubleQuote": True,
            "header": True,
        },
        "schema": schema(table),
    }


def _resources(files: Mapping[str, DataFile]) -> Iterator[Record]:
    for name, path, form, kind, about in _OTHERS:
        yield {"name": name, "description": about, **_file(files[path]), "format": form, "mediatype": kind}


def _file(file: DataFile) -> Record:
    return {
        "path": file.path.removeprefix("data/"),
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
    }


def schema(table: Table) -> Record:
    """Return the Table Schema of *table*."""
    leads = [column for column in table.columns if column.to]
    record = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
        "foreignKeys": [_lead(column.name, *column.to) for column in leads if column.to],
    }
    return {key: value for key, value in record.items() if value != []}


def _lead(name: str, table: str, column: str) -> Record:
    return {"fields": [name], "reference": {"resource": table, "fields": [column]}}


def _field(column: Column) -> Record:
    about = f"{column.about}; {_SEVERAL}" if column.several else column.about
    record: Record = {"name": column.name, "type": "string", "description": about}
    record |= {"format": "uri"} if column.type == "uri" else {"type": column.type}
    limits: Record = {"required": column.required}
    limits |= {"enum": list(column.choices)} if column.choices else {}
    limits |= {"pattern": column.pattern} if column.pattern else {}
    limits |= {"minimum": 0} if column.type == "integer" else {}
    return record | {"constraints": limits}


def _datasette(site: Site) -> Record:
    """Return what Datasette shows beside the database: `datasette chronicle.sqlite --metadata datasette.json`."""
    tables = {table.name: _described(table) for table in TABLES}
    views = {name: {"description": about} for name, (about, _) in VIEWS.items()}
    facts = {
        "title": site.title,
        "description": cited(site),
        "license": site.licence,
        "license_url": site.licence_address,
        "source": site.title,
        "source_url": site.address,
    }
    return {
        **{key: value for key, value in facts.items() if value},
        "databases": {"chronicle": {"tables": tables | views}},
    }


def _described(table: Table) -> Record:
    return {
        "description": table.about,
        "columns": {column.name: column.about for column in table.columns},
        **({"label_column": "name"} if table.name == "people" else {}),
        **({"label_column": "title"} if table.name == "events" else {}),
    }


def _written(record: Record) -> bytes:
    return f"{json.dumps(record, ensure_ascii=False, indent=1)}\n".encode()
