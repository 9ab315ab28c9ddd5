"""The Data Package: by the rules of Frictionless, true to the files, and every value fits its schema."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any, Final
from urllib.parse import urlsplit

import jsonschema
import pytest

from chronicle.columns import TABLES
from chronicle.data import data_files
from chronicle.downloads import downloads
from chronicle.model import Chronicle
from chronicle.package import PROFILE, package
from tests.chronicles import SITE, SMALL
from tests.factories import make_chronicle
from tests.test_site import real_chronicle
from tests.test_spreadsheets import exact

CHRONICLES: Final[dict[str, Callable[[], Chronicle]]] = {
    "small": lambda: SMALL,
    "invented": make_chronicle,
    "real": real_chronicle,
}

#: what the profile of Data Package 2.0 and of Table Schema 2.0 asks of the parts that we use
_NAME: Final = {"type": "string", "pattern": "^[-a-z0-9._/]+$"}
_TEXT: Final = {"type": "string", "minLength": 1}
_TYPES: Final = (
    "string", "number", "integer", "boolean", "object", "array", "list", "datetime", "date", "time", "year",
    "yearmonth", "duration", "geopoint", "geojson", "any",
)  # fmt: skip
_FIELD: Final = {
    "type": "object",
    "required": ["name"],
    "properties": {
        "name": _TEXT,
        "type": {"enum": list(_TYPES)},
        "format": {"enum": ["default", "email", "uri", "binary", "uuid"]},
        "description": _TEXT,
        "constraints": {
            "type": "object",
            "properties": {
                "required": {"type": "boolean"},
                "enum": {"type": "array", "minItems": 1, "uniqueItems": True},
                "pattern": {"type": "string"},
                "minimum": {"type": "integer"},
            },
            "additionalProperties": False,
        },
    },
    "additionalProperties": False,
}
_NAMES: Final = {"type": "array", "minItems": 1, "uniqueItems": True, "items": _TEXT}
_SCHEMA: Final = {
    "type": "object",
    "required": ["fields"],
    "properties": {
        "fields": {"type": "array", "minItems": 1, "items": _FIELD},
        "missingValues": {"type": "array", "items": {"type": "string"}},
        "primaryKey": _NAMES,
        "foreignKeys": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["fields", "reference"],
                "properties": {
                    "fields": _NAMES,
                    "reference": {
                        "type": "object",
                        "required": ["fields"],
                        "properties": {"resource": _NAME, "fields": _NAMES},
                        "additionalProperties": False,
                    },
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}
_RESOURCE: Final = {
    "type": "object",
    "required": ["name", "path"],
    "properties": {
        "name": _NAME,
        "type": {"const": "table"},
        "path": {"type": "string", "pattern": "^(?=^[^./~])(^((?!\\.{2}).)*$).*$"},
        "description": _TEXT,
        "format": _TEXT,
        "mediatype": {"type": "string", "pattern": "^(.+)/(.+)$"},
        "encoding": _TEXT,
        "bytes": {"type": "integer"},
        "hash": {"type": "string", "pattern": "^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32}|)$"},
        "dialect": {
            "type": "object",
            "required": ["delimiter"],
            "properties": {
                "delimiter": {"type": "string", "minLength": 1},
                "lineTerminator": {"type": "string"},
                "quoteChar": {"type": "string", "minLength": 1, "maxLength": 1},
                "doubleQuote": {"type": "boolean"},
                "header": {"type": "boolean"},
            },
            "additionalProperties": False,
        },
        "schema": _SCHEMA,
    },
    "additionalProperties": False,
    "dependentRequired": {"type": ["schema"]},
}
PACKAGE: Final = {
    "type": "object",
    "required": ["$schema", "resources"],
    "properties": {
        "$schema": {"const": PROFILE},
        "name": _NAME,
        "title": _TEXT,
        "description": _TEXT,
        "homepage": {"type": "string", "pattern": "^https?://"},
        "created": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T00:00:00Z$"},
        "citation": _TEXT,
        "licenses": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "anyOf": [{"required": ["name"]}, {"required": ["path"]}],
                "properties": {
                    "name": {"type": "string", "pattern": "^([-a-zA-Z0-9._])+$"},
                    "title": _TEXT,
                    "path": {"type": "string", "pattern": "^https?://"},
                },
                "additionalProperties": False,
            },
        },
        "contributors": {
            "type": "array",
            "minItems": 1,
            "items": {"properties": {"title": _TEXT, "roles": _NAMES}, "additionalProperties": False},
        },
        "sources": {
            "type": "array",
            "minItems": 1,
            "items": {"properties": {"title": _TEXT, "version": _TEXT}, "additionalProperties": False},
        },
        "resources": {"type": "array", "minItems": 1, "items": _RESOURCE},
    },
    "additionalProperties": False,
}


@cache
def files_of(name: str) -> dict[str, bytes]:
    """Return the files of the data by path."""
    chronicle: Chronicle = CHRONICLES[name]()
    return {one.path: one.data for one in downloads(data_files(chronicle, SITE), chronicle, SITE)}


def package_of(name: str) -> dict[str, Any]:
    """Return the Data Package as published."""
    found: dict[str, Any] = json.loads(files_of(name)["data/datapackage.json"])
    return found


@pytest.mark.parametrize("name", CHRONICLES)
def test_it_is_a_data_package(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(PACKAGE)
    jsonschema.Draft202012Validator(PACKAGE).validate(package_of(name))
    names = [resource["name"] for resource in package_of(name)["resources"]]
    assert len(set(names)) == len(names) == len(TABLES) + 3


@pytest.mark.parametrize("name", CHRONICLES)
def test_its_files_are_those_that_lie_beside_it(name: str) -> None:
    for resource in package_of(name)["resources"]:
        data = files_of(name)[f"data/{resource['path']}"]
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"


def value(cell: str, field: dict[str, Any]) -> object:
    """Return what *cell* is by its field of the Table Schema; None where it is missing. Fails where it fits not."""
    limits = field["constraints"]
    if cell == "":
        assert not limits["required"], field["name"]
        return None
    assert not ("enum" in limits and cell not in limits["enum"]), field["name"]
    assert re.fullmatch(limits.get("pattern", "(?s).*"), cell), field["name"]
    if field["type"] == "integer":
        assert re.fullmatch("[0-9]+", cell), field["name"]
        assert int(cell) >= limits["minimum"]
        return int(cell)
    if field["type"] == "date":
        return date.fromisoformat(cell)
    if field["type"] == "boolean":
        return {"true": True, "false": False}[cell]
    if field.get("format") == "uri":
        assert urlsplit(cell).scheme == "https"
        assert urlsplit(cell).netloc
    return cell


@pytest.mark.parametrize("name", CHRONICLES)
def test_every_value_fits_its_schema(name: str) -> None:
    """Types, patterns, what is required, keys, and what leads from one table to another."""
    tables: dict[str, list[dict[str, object]]] = {}
    for resource in package_of(name)["resources"][: len(TABLES)]:
        fields, key = resource["schema"]["fields"], resource["schema"]["primaryKey"]
        text = files_of(name)[f"data/{resource['path']}"].decode(resource["encoding"])
        header, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
        assert header == [field["name"] for field in fields]
        tables[resource["name"]] = found = [
            {f["name"]: value(exact(cell), f) for cell, f in zip(row, fields, strict=True)} for row in rows
        ]
        assert len({tuple(one[part] for part in key) for one in found}) == len(found)
        for lead in resource["schema"].get("foreignKeys", ()):
            there = {one[lead["reference"]["fields"][0]] for one in tables[lead["reference"]["resource"]]}
            assert {one[lead["fields"][0]] for one in found} - {None} <= there


def test_who_made_it_and_how_it_may_be_used() -> None:
    found = package_of("small")

    assert {key: found[key] for key in ("licenses", "contributors", "sources", "citation", "created")} == {
        "licenses": [
            {
                "name": "CC-BY-4.0",
                "title": "CC BY 4.0",
                "path": "https://creativecommons.org/licenses/by/4.0/",
            }
        ],
        "contributors": [{"title": "The publisher", "roles": ["publisher"]}],
        "sources": [
            {"title": month, "version": f"{month}.txt, SHA-256 {'0' * 64}"}
            for month in ("2031-01", "2031-02")
        ],
        "citation": "A chronicle. Published by The publisher. As of 2031-03-01. https://example.org/c/data/",
        "created": "2031-03-01T00:00:00Z",
    }


@pytest.mark.parametrize(
    ("licence", "address", "licences"),
    [("", "", None), ("Ask us (2031)", "", [{"name": "Ask-us-2031", "title": "Ask us (2031)"}])],
)
def test_a_licence_that_is_not_stated_or_has_no_address(licence: str, address: str, licences: object) -> None:
    site = replace(SITE, licence=licence, licence_address=address)
    chronicle = SMALL
    files = {one.path: one.data for one in downloads(data_files(chronicle, site), chronicle, site)}

    assert json.loads(files["data/datapackage.json"]).get("licenses") == licences
    assert json.loads(files["data/datasette.json"]).get("license") == (licence or None)


def test_an_empty_chronicle_is_a_package_too() -> None:
    empty = Chronicle(editions=(), people=(), places=(), codes=(), topics=(), outlets=())
    files = {one.path: one.data for one in downloads(data_files(empty, SITE), empty, SITE)}

    jsonschema.Draft202012Validator(PACKAGE).validate(json.loads(files["data/datapackage.json"]))


def test_a_file_that_was_not_made_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        package((), SITE, {})


def test_datasette_is_told_of_every_table_column_and_view() -> None:
    told = json.loads(files_of("small")["data/datasette.json"])
    tables = told["databases"]["chronicle"]["tables"]

    assert told["license_url"] == SITE.licence_address
    assert {name: list(one["columns"]) for name, one in tables.items() if "columns" in one} == {
        table.name: list(table.header) for table in TABLES
    }
    assert {one["description"][-1] for one in tables.values()} == {"."}
    assert (tables["events"]["label_column"], tables["people"]["label_column"]) == ("title", "name")
