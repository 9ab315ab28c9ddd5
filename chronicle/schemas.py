"""What the published JSON looks like: a site's address in, JSON Schemas (draft 2020-12) out."""

from __future__ import annotations

from typing import Any, Final

from chronicle.model import ROLES, SANCTION_KINDS

Schema = dict[str, Any]

_TEXT: Final[Schema] = {"type": "string"}
_WORDS: Final[Schema] = {"type": "string", "minLength": 1}
_FLAG: Final[Schema] = {"type": "boolean"}
_DAY: Final[Schema] = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_EDITION: Final[Schema] = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$"}
_LABEL: Final[Schema] = {"type": "string", "pattern": "^[0-9]+[a-z]?$"}
_EVENT: Final[Schema] = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}\\.[0-9]+[a-z]?$"}
_PAGE: Final[Schema] = {"type": "string", "pattern": "^[a-z0-9/-]+/index\\.html$"}
_ID: Final[Schema] = {"type": "string", "pattern": "^[a-z0-9-]+$"}
_ARTICLE: Final[Schema] = {"type": "string", "pattern": "^[a-z0-9-]+/[a-z0-9-]+$"}
_NUMBER: Final[Schema] = {"type": "integer", "minimum": 1}


def _null_or(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _object(**properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


#: `noticed` stands only where it is said
_CORRECTION: Final = _object(
    field=_WORDS, printed=_TEXT, meant=_TEXT, reason=_WORDS, date=_DAY, noticed=_WORDS
) | {"required": ["field", "printed", "meant", "reason", "date"]}

_EVENTS: Final = _object(
    id=_EVENT,
    edition=_EDITION,
    label=_LABEL,
    ordinal=_NUMBER,
    url=_PAGE,
    title=_WORDS,
    date=_null_or(_DAY),
    date_printed=_WORDS,
    dateline=_list(_object(id=_ID, name=_WORDS)),
    mentions=_list(_object(id=_ID, name=_WORDS)),
    people=_list(_object(id=_null_or(_ID), name=_WORDS, role={"enum": list(ROLES)}, printed=_list(_WORDS))),
    statutes=_list(
        _object(
            id=_null_or(_ARTICLE),
            code=_null_or(_WORDS),
            article=_WORDS,
            part=_null_or(_WORDS),
            point=_null_or(_WORDS),
        )
    ),
    sanctions=_list(
        _object(
            kind={"enum": list(SANCTION_KINDS)},
            amount=_null_or({"type": "integer", "minimum": 0}),
            unit=_null_or(_WORDS),
            printed=_WORDS,
        )
    ),
    topics=_list(_ID),
    notes=_list(
        _object(
            number=_NUMBER,
            url=_null_or(_WORDS),
            outlet=_null_or(_WORDS),
            archived=_null_or(_object(url=_WORDS, date=_DAY)),
            fragile=_FLAG,
        )
    ),
    text=_WORDS,
    source=_object(file=_WORDS, line=_NUMBER, sha256={"type": "string", "pattern": "^[0-9a-f]{64}$"}),
    corrections=_list(_CORRECTION),
    findings=_list(_object(code=_ID, message=_WORDS)),
)

_PEOPLE: Final = _object(
    id=_ID,
    url=_PAGE,
    name=_WORDS,
    printed=_list(_WORDS),
    events=_list(_object(id=_EVENT, role={"enum": list(ROLES)})),
)

_PLACES: Final = _object(
    id=_ID,
    url=_PAGE,
    name=_WORDS,
    kind=_WORDS,
    listed=_FLAG,
    within=_list(_ID),
    other=_list(_WORDS),
    former=_list(_WORDS),
    latitude=_null_or({"type": "number", "minimum": -90, "maximum": 90}),
    longitude=_null_or({"type": "number", "minimum": -180, "maximum": 180}),
    coordinates_from=_TEXT,
    events=_list(_EVENT),
    events_inside=_list(_EVENT),
)

_STATUTES: Final = _object(
    id=_ID,
    url=_PAGE,
    code=_WORDS,
    name=_WORDS,
    number=_TEXT,
    adopted=_null_or(_DAY),
    articles=_list(
        _object(
            id=_ARTICLE,
            url=_PAGE,
            article=_WORDS,
            title=_null_or(_WORDS),
            title_from=_null_or({"enum": ["digest", "editor"]}),
            events=_list(
                _object(
                    id=_EVENT,
                    provisions=_list(_object(part=_null_or(_WORDS), point=_null_or(_WORDS))),
                )
            ),
        )
    ),
)

_RECORDS: Final = {
    "events": ("Events, in order of edition and position", _EVENTS),
    "people": ("People with a page", _PEOPLE),
    "places": ("Places, by id", _PLACES),
    "statutes": ("Codes of law, with the articles that the digests cite", _STATUTES),
}


def schemas(address: str) -> dict[str, Schema]:
    """Return the schema of each list of records by its name; *address* is the site's."""
    return {
        name: {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": f"{address}data/{name}.schema.json",
            "title": title,
            **_list(record),
        }
        for name, (title, record) in _RECORDS.items()
    }
