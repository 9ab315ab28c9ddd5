"""What the tables hold, as data: every table and column once, for header, schema, database and the page that explains."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from chronicle.model import ROLES, SANCTION_KINDS, WITHHELD

#: what a column can hold
TYPES: Final = ("string", "integer", "boolean", "date", "uri")
#: between several values in one cell
PARTED: Final = "; "


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column."""

    name: str
    #: one of TYPES
    type: str = "string"
    about: str
    #: whether every row has a value
    required: bool = True
    #: whether a cell may hold several values, with PARTED between them
    several: bool = False
    #: all values that there can be; empty where they are not counted up
    choices: tuple[str, ...] = ()
    #: a regular expression that a value matches whole; '' for any
    pattern: str = ""
    #: the table and column whose value it repeats
    to: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table."""

    name: str
    about: str
    #: what a row is: one, several
    noun: tuple[str, str]
    columns: tuple[Column, ...]
    #: the columns that tell a row from all others
    key: tuple[str, ...]

    @property
    def header(self) -> tuple[str, ...]:
        """The columns' names."""
        return tuple(column.name for column in self.columns)


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """A file of the data, as it was made."""

    #: relative to the site's root
    path: str
    #: bytes
    size: int
    sha256: str
    #: of a table: how many rows
    rows: int = 0
    #: of a table: how many values each column has
    filled: tuple[int, ...] = ()


_EVENT_ID: Final = "[0-9]{4}-[0-9]{2}[.][0-9]+[a-z]?"

_EVENT: Final = Column(name="event", about="the event’s short form", pattern=_EVENT_ID, to=("events", "id"))
_POSITION: Final = Column(name="position", type="integer", about="its place among those of the event, from 1")
_URL: Final = Column(name="url", type="uri", about="address of the event’s page")
_DATE: Final = Column(
    name="date", type="date", about="the event’s day; empty where none is understood", required=False
)
#: what every table of things told by events begins with
_TOLD: Final = (_EVENT, _POSITION, _URL, _DATE)

EVENTS: Final = Table(
    name="events",
    about="One row for each event, in order of edition and position.",
    noun=("event", "events"),
    key=("id",),
    columns=(
        Column(name="id", about="the short form by which it is cited: edition and label", pattern=_EVENT_ID),
        Column(name="url", type="uri", about="address of its page"),
        Column(name="edition", about="the digest’s month", pattern="[0-9]{4}-[0-9]{2}"),
        Column(name="label", about="its fixed label in the edition"),
        Column(name="ordinal", type="integer", about="its position in the digest as it stands now, from 1"),
        Column(
            name="date",
            type="date",
            about="the day meant; empty where none is understood",
            required=False,
        ),
        Column(name="date_printed", about="the date as printed"),
        Column(name="title", about="made from date, place, subjects and provisions; the digest prints none"),
        Column(
            name="places",
            about="the dateline’s places, most specific first",
            required=False,
            several=True,
        ),
        Column(name="place_ids", about="ids of the same places", required=False, several=True),
        Column(name="mentions", about="other places named in the text", required=False, several=True),
        Column(name="mention_ids", about="ids of the same places", required=False, several=True),
        Column(
            name="people",
            about="people named, in order of first mention; nobody whose name is kept out of lists",
            required=False,
            several=True,
        ),
        Column(name="topics", about="ids of topics", required=False, several=True),
        Column(
            name="people_count",
            type="integer",
            about="how many people are named, those kept out of lists included",
        ),
        Column(name="provision_count", type="integer", about="how many provisions are cited"),
        Column(name="sanction_count", type="integer", about="how many sanctions are named"),
        Column(name="note_count", type="integer", about="how many notes it has"),
        Column(name="correction_count", type="integer", about="how many differences between print and site"),
        Column(name="finding_count", type="integer", about="how many things are odd in the entry"),
        Column(
            name="text",
            about=f"the words as printed, with “{WITHHELD}” for names that are kept out of lists",
        ),
        Column(name="source_file", about="the digest that it was read from"),
        Column(name="source_line", type="integer", about="the line of the digest on which it begins, from 1"),
        Column(name="source_sha256", about="SHA-256 of the digest as received", pattern="[0-9a-f]{64}"),
        Column(name="published", type="date", about="the last day of the digest’s month"),
        Column(
            name="modified",
            type="date",
            about="the day of the last correction; where there is none, as published",
        ),
    ),
)

PEOPLE: Final = Table(
    name="people",
    about="One row for each person with a page, by surname.",
    noun=("person", "people"),
    key=("id",),
    columns=(
        Column(name="id", about="the last part of the page’s address", pattern="[a-z0-9-]+"),
        Column(name="url", type="uri", about="address of the page"),
        Column(name="name", about="the canonical name, given name first"),
        Column(name="surname", about="under what the name stands in lists", required=False),
        Column(name="printed", about="every form printed anywhere", several=True),
        Column(name="event_count", type="integer", about="how many events name the person"),
        Column(
            name="subject_count",
            type="integer",
            about="in how many of them as one of those concerned; being named says nothing about guilt",
        ),
        Column(name="roles", about="the parts played", several=True),
        Column(name="first_event", about="the first event", pattern=_EVENT_ID, to=("events", "id")),
        Column(name="last_event", about="the latest event", pattern=_EVENT_ID, to=("events", "id")),
    ),
)

MENTIONS: Final = Table(
    name="mentions",
    about="One row for each person in each event.",
    noun=("mention", "mentions"),
    key=("event", "position"),
    columns=(
        *_TOLD,
        Column(
            name="person",
            about="id of the person; empty where there is no page",
            required=False,
            pattern="[a-z0-9-]+",
            to=("people", "id"),
        ),
        Column(name="person_url", type="uri", about="address of the person’s page", required=False),
        Column(name="name", about=f"the canonical name; “{WITHHELD}” where it is kept out of lists"),
        Column(name="role", about="the part played in this event", choices=ROLES),
        Column(
            name="printed",
            about="the forms that this event prints; empty where the name is kept out of lists",
            required=False,
            several=True,
        ),
        Column(name="withheld", type="boolean", about="whether the name is kept out of lists"),
    ),
)

PROVISIONS: Final = Table(
    name="provisions",
    about="One row for each provision that an event cites, once however often it stands there.",
    noun=("provision", "provisions"),
    key=("event", "position"),
    columns=(
        *_TOLD,
        Column(name="statute", about="id of the article’s page: code and number", required=False),
        Column(
            name="statute_url",
            type="uri",
            about="address of the provision on the article’s page",
            required=False,
        ),
        Column(
            name="code",
            about="short form of the code; empty where the text names none",
            required=False,
        ),
        Column(name="code_name", about="name of the code", required=False),
        Column(name="article", about="number of the article; text, for it may be “109-1”"),
        Column(name="part", about="part of the article", required=False),
        Column(name="point", about="point of the part", required=False),
        Column(name="title", about="the article’s title; empty where it is not recorded", required=False),
    ),
)

SANCTIONS: Final = Table(
    name="sanctions",
    about="One row for each sanction that an event names, once however many it falls on: imposed, sought, served or refused, the record does not say which.",
    noun=("sanction", "sanctions"),
    key=("event", "position"),
    columns=(
        *_TOLD,
        Column(name="kind", about="what it is", choices=SANCTION_KINDS),
        Column(
            name="amount",
            type="integer",
            about="the term or sum; empty where none is given",
            required=False,
        ),
        Column(
            name="unit",
            about="years, months, days or a unit of money; empty where there is no amount",
            required=False,
        ),
        Column(name="printed", about="the words as printed"),
    ),
)

NOTES: Final = Table(
    name="notes",
    about="One row for each note of each event.",
    noun=("note", "notes"),
    key=("event", "position"),
    columns=(
        _EVENT,
        _POSITION,
        replace(_URL, about="address of the note on the event’s page"),
        _DATE,
        Column(name="number", type="integer", about="the note’s number in the digest"),
        Column(
            name="state",
            about="whether the digest gives a source; “shortened” where the address would name somebody who is kept out of lists",
            choices=("given", "missing", "shortened"),
        ),
        Column(
            name="source",
            about="address of the source; if shortened, only that of its host",
            required=False,
        ),
        Column(name="outlet", about="id of who published the source, or its host", required=False),
        Column(name="outlet_name", about="name of who published it", required=False),
        Column(name="fragile", type="boolean", about="whether it may vanish or need a login"),
        Column(name="archived", about="address of an archived copy", required=False),
        Column(name="archived_on", type="date", about="the day of the copy", required=False),
    ),
)

CASES: Final = Table(
    name="cases",
    about="One row for each event of each case: a story that runs through several events, as editors put it together.",
    noun=("event of a case", "events of cases"),
    key=("case_id", "position"),
    columns=(
        Column(name="case_id", about="the last part of the case’s address", pattern="[a-z0-9-]+"),
        Column(name="case_url", type="uri", about="address of the case’s page"),
        Column(name="case_title", about="what the case is called"),
        Column(name="position", type="integer", about="its place among the events of the case, from 1"),
        _EVENT,
        _URL,
        _DATE,
    ),
)

#: in the order in which a database is filled: what others lead to comes first
TABLES: Final = (EVENTS, PEOPLE, MENTIONS, PROVISIONS, SANCTIONS, NOTES, CASES)
