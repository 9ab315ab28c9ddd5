"""Chronicle and the files as made -> the page of downloads: every file, every column, every key, and how much is in each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from chronicle import urls
from chronicle.columns import PARTED, TABLES, Column, DataFile, Table
from chronicle.pages import words
from chronicle.pages.records import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from chronicle.model import Chronicle


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file to download."""

    #: relative to the site's root
    href: str
    name: str
    about: str
    #: '1,229 events'; '' where nothing is counted
    count: str
    #: '1.2 MB'
    size: str
    #: of the part of the page that explains it; '' where there is none
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnLine:
    """A column of a table."""

    name: str
    type: str
    #: '1,229 of 1,300'
    filled: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table, column by column."""

    file: File
    columns: tuple[ColumnLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """A list of records, key by key."""

    file: File
    #: each key and what it holds
    keys: tuple[tuple[str, str], ...]
    #: its JSON Schema, relative to the site's root
    schema: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPage(Page):
    """What can be downloaded."""

    template: ClassVar[str] = "data.html"
    tells_archive: ClassVar[bool] = True

    files: tuple[File, ...]
    sheets: tuple[Sheet, ...]
    records: tuple[Records, ...]


_EVENT_KEYS: Final = (
    ("id", "the citation form: edition and label"),
    (
        "edition, label, ordinal",
        "the digest’s month, the entry’s fixed label, its position in the digest, from 1",
    ),
    ("url", "the event’s page, relative to the root of the site"),
    ("title", "made from date, place, subjects and provisions; the digest prints none"),
    ("date, date_printed", "the day meant, YYYY-MM-DD, null where none is understood; the date as printed"),
    (
        "dateline, mentions",
        "places as {id, name}: those of the dateline, most specific first; others in the text",
    ),
    ("people", "{id, name, role, printed}: id is null where the person has no page; printed lists the forms"),
    ("statutes", "{id, code, article, part, point}: strings, or null where the text does not say"),
    ("sanctions", "{kind, amount, unit, printed}: amount and unit are null where no term or sum is given"),
    ("topics", "ids of topics"),
    (
        "notes",
        "{number, url, outlet, archived, fragile}: without a source url is null; archived is {url, date} of a copy, or null",
    ),
    ("text", "the words as printed"),
    ("source", "{file, line, sha256} of the digest that the event was read from"),
    (
        "corrections",
        "{field, printed, meant, reason, date}: where print and meaning differ; noticed, where it is said by whom",
    ),
    ("findings", "{code, message}: what is odd in the entry"),
)

_PEOPLE_KEYS: Final = (
    ("id, url", "the last part of the page’s address; the page, relative to the root of the site"),
    ("name", "the canonical name, given name first"),
    ("printed", "every form printed anywhere"),
    ("events", "{id, role}: the events that name the person, and the part played in each"),
)
_PLACES_KEYS: Final = (
    ("id, url, name", "as above; the name is the canonical one"),
    ("kind", "country, region, city, town, district, city-district, settlement, village or unknown"),
    ("listed", "false where the gazetteer does not know the place and its form alone made it one"),
    ("within", "ids of the places it lies in, from the next larger to the largest"),
    ("other, former", "other spellings; former names"),
    ("latitude, longitude, coordinates_from", "the centre in degrees, or null; where the figures come from"),
    (
        "events, events_inside",
        "ids of the events that name it; of those that name only places that lie in it",
    ),
)
_STATUTES_KEYS: Final = (
    ("id, url, code, name", "of a code of law: its part of the address, its page, its short form, its name"),
    ("number, adopted", "the official number; the day it was adopted, or null where not recorded"),
    ("articles", "{id, url, article, title, title_from, events}: title is null where it is not recorded"),
)
#: name, what it is, what is counted, its keys
_RECORDS: Final = (
    ("events", "Every event, in order of edition and position.", words.EVENTS, _EVENT_KEYS),
    (
        "people",
        "Everyone with a page: id, name, the forms printed and the events that name them.",
        words.PEOPLE,
        _PEOPLE_KEYS,
    ),
    (
        "places",
        "Every place: id, name, kind, what it lies in, coordinates and the events that name it.",
        words.PLACES,
        _PLACES_KEYS,
    ),
    (
        "statutes",
        "Every code and article cited, with titles where they are recorded and the events that cite them.",
        words.ARTICLES,
        _STATUTES_KEYS,
    ),
)
_WHOLE: Final = (
    (urls.EVENTS_LINES, "Every event as in events.json, one a line: to be read line by line."),
    (urls.DATABASE, "All tables in one SQLite file, with an index over all words."),
    (urls.DATASETTE, "What Datasette shows beside the database: every table and column explained."),
    (urls.PACKAGE, "All files and columns described for programs, as a Frictionless Data Package."),
)
_TYPES: Final = {
    "string": "text",
    "integer": "whole number",
    "boolean": "true or false",
    "date": "day, YYYY-MM-DD",
    "uri": "address",
}


def data_page(chronicle: Chronicle, files: Iterable[DataFile]) -> DataPage:
    """Return the page of downloads; *files* are those of the data, as they were made."""
    made = {file.path: file for file in files}
    sheets = tuple(_sheet(table, made) for table in TABLES)
    records = tuple(_records(made, chronicle))
    counted = {urls.EVENTS_LINES: words.count(len(chronicle.events), words.EVENTS)}
    whole = (_file(path, about, made, count=counted.get(path, "")) for path, about in _WHOLE)
    return DataPage(
        path=urls.DATA,
        title="Data",
        description="All records of the chronicle to download, with what each column and key holds.",
        files=(*(one.file for one in sheets), *(one.file for one in records), *whole),
        sheets=sheets,
        records=records,
    )


def _sheet(table: Table, made: Mapping[str, DataFile]) -> Sheet:
    path = urls.table(table.name)
    filled = made[path].filled
    number = made[path].rows
    each = zip(table.columns, filled, strict=True)
    return Sheet(
        file=_file(
            path, table.about, made, count=words.count(number, table.noun), anchor=f"table-{table.name}"
        ),
        columns=tuple(_column(column, values, number) for column, values in each),
    )


def _column(column: Column, filled: int, number: int) -> ColumnLine:
    kind = _TYPES[column.type]
    choices = f": {', '.join(column.choices)}" if column.choices else ""
    return ColumnLine(
        name=column.name,
        type=f"{kind}s, with “{PARTED.strip()}” between" if column.several else kind,
        filled=f"{filled:,} of {number:,}",
        about=f"{column.about}{choices}",
    )


def _records(made: Mapping[str, DataFile], chronicle: Chronicle) -> Iterator[Records]:
    articles = sum(len(code.articles) for code in chronicle.codes)
    numbers = (len(chronicle.events), len(chronicle.people), len(chronicle.places), articles)
    for (name, about, noun, keys), number in zip(_RECORDS, numbers, strict=True):
        count = words.count(number, noun)
        yield Records(
            file=_file(f"data/{name}.json", about, made, count=count, anchor=f"records-{name}"),
            keys=keys,
            schema=f"data/{name}.schema.json",
        )


def _file(path: str, about: str, made: Mapping[str, DataFile], *, count: str = "", anchor: str = "") -> File:
    return File(
        href=path,
        name=path.removeprefix("data/"),
        about=about,
        count=count,
        size=_size(made[path].size),
        anchor=anchor,
    )


def _size(number: int) -> str:
    """328578 -> '329 kB'; 1_250_000 -> '1.2 MB'."""
    if number < 1000:
        return f"{number} bytes"
    return f"{number / 1000:,.0f} kB" if number < 1_000_000 else f"{number / 1_000_000:,.1f} MB"
