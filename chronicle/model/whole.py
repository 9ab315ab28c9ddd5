"""The whole chronicle: what all digests say together, and the site that shows it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from chronicle.model.events import Edition, Event, Finding, Note
from chronicle.model.ledger import LedgerLine
from chronicle.model.mentions import Participant, Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Someone with a page."""

    id: str
    name: str
    #: every form printed anywhere, most frequent first
    printed: tuple[str, ...]
    #: in order of editions and positions
    appearances: tuple[tuple[Event, Participant], ...] = field(repr=False)
    #: under what the name stands in lists
    surname: str = ""
    #: why the editor joined the spellings; '' where nothing was joined
    note: str = ""
    #: whether the editor asks search engines not to list the page; None: as site.yaml says
    noindex: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place with a page. Facts come from the gazetteer, events from the digests."""

    id: str
    name: str
    #: 'region', 'city', 'town', 'district', 'city-district', 'settlement', 'village', 'country', 'unknown'
    kind: str
    #: ids from the next larger to the largest: ('munaily-district' →) ('mangystau-region', 'kazakhstan')
    within: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    #: degrees north and east of the centre
    at: tuple[float, float] | None = None
    #: where the coordinates come from
    source: str = ""
    listed: bool = True
    #: events whose dateline or text names this very place, in order
    events: tuple[Event, ...] = field(default=(), repr=False)
    #: events that name a place that lies in it (and not itself), in order
    inside: tuple[Event, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """A square on the map of tiles: one for each large part of the country, whether or not an event names it."""

    #: of the place
    id: str
    name: str
    #: what stands in the square: 'WR'
    short: str
    #: from 1, from the west
    column: int
    #: from 1, from the north
    row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article of a code, with the events that cite it."""

    #: 'cc/405'
    id: str
    #: 'CC'
    code: str
    #: '405'
    number: str
    #: None: not recorded
    title: str | None = None
    #: 'digest' or 'editor'; None without a title
    title_from: str | None = None
    #: an event stands once, with the provisions of this article that it cites
    citations: tuple[tuple[Event, tuple[Provision, ...]], ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A code of law, with the articles that the digests cite."""

    #: in records: 'CC'
    id: str
    #: in addresses: 'cc'
    slug: str
    name: str
    #: official number: '226-V'; '' where not recorded
    number: str = ""
    adopted: dt.date | None = None
    note: str = ""
    #: in order of number
    articles: tuple[Article, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A topic, with its events."""

    id: str
    name: str
    about: str
    events: tuple[Event, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """Who published the sources: known by host name."""

    id: str
    name: str
    #: 'news', 'social', 'video', 'ngo', 'official', 'unknown'
    kind: str
    hosts: tuple[str, ...]
    #: (event, note) in order
    citations: tuple[tuple[Event, Note], ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A story that runs through several events, which an editor put together."""

    id: str
    title: str
    #: what it is about: an editor's words, in Markdown
    about: str
    #: ids of those of its people who have a page, in the editor's order
    people: tuple[str, ...] = ()
    #: in order of edition and position, never empty
    events: tuple[Event, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronicle:
    """Everything that the site shows."""

    #: oldest first
    editions: tuple[Edition, ...]
    #: by surname, as printed in lists
    people: tuple[Person, ...]
    #: only places with events, and what they lie in; by id
    places: tuple[Place, ...]
    codes: tuple[Code, ...]
    topics: tuple[Topic, ...]
    outlets: tuple[Outlet, ...]
    #: people's ids that were published, and are kept out of the index now
    kept_out: tuple[str, ...] = ()
    #: (id that was merged into that of another, the name found) of people whom nothing joins to the other
    apart: tuple[tuple[str, str], ...] = ()
    #: addresses of which something else became than a page, in order
    tombstones: tuple[LedgerLine, ...] = ()
    #: of all editions, and those that arise between them (one person in two spellings)
    findings: tuple[Finding, ...] = ()
    #: by row, then by column; empty where no map is drawn
    tiles: tuple[Tile, ...] = ()
    #: in the editor's order
    cases: tuple[Case, ...] = ()

    @property
    def events(self) -> tuple[Event, ...]:
        """All events, in order of edition and position."""
        return tuple(event for edition in self.editions for event in edition.events)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What every page says about the site, and what the build was told."""

    title: str
    tagline: str
    publisher: str
    contact: str
    #: absolute, with a slash at the end: where the site is published
    address: str
    licence: str
    licence_address: str
    language: str
    #: the build's date, given from outside
    date: dt.date
    #: the country that the chronicle is about: a place's id
    country: str
    #: whose pages search engines are asked not to list: 'none', 'private', 'all'
    noindex: str = "none"

    def keeps_from_search(self, person: Person) -> bool:
        """Tell whether search engines are asked not to list the page of *person*; private is who never acts for an office."""
        if person.noindex is not None:
            return person.noindex
        private = all(participant.role != "official" for _, participant in person.appearances)
        return self.noindex == "all" or (self.noindex == "private" and private)

    def keeps_case_from_search(self, case: Case, people: Mapping[str, Person]) -> bool:
        """Tell whether search engines are asked not to list the page of *case*: nor do they that of one of its people."""
        return any(self.keeps_from_search(people[id_]) for id_ in case.people)


@dataclass(frozen=True, slots=True)
class Output:
    """One file of the site."""

    #: relative to the site's root, with '/' as separator
    path: str
    data: bytes
    #: whether *data* go on where those of the same path ended that came before
    goes_on: bool = False
