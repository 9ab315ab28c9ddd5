"""The frozen records that every stage shares. Imports nothing of ours.

A `Span` counts characters of *one event's text* (``Event.text``), start inclusive, end exclusive.
``Event.start`` is where that text begins in the digest, so ``digest[event.start + span.start]`` is the
first character of a mention. The text is a slice of the digest, never a cleaned copy.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an event's text: characters `start` (inclusive) to `end` (exclusive)."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words that stand at this span of *text*."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something odd in a digest, with its place: collected, shown to the editor, never fatal."""

    #: a short id of the kind of oddity: 'misprinted-date'
    code: str
    #: one sentence an editor understands: what was seen, what was made of it, what would settle it
    message: str
    #: file name as the editor knows it: '2022-12.txt'
    file: str
    #: 1-based
    line: int
    column: int = 1
    #: the printed words that are odd; '' where a whole line is meant
    excerpt: str = ""
    #: the event it belongs to ('2022-12.18'); None where it concerns the edition
    event: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A difference between print and site, with its reason."""

    #: 'date', 'place', 'person', 'year', …
    field: str
    printed: str
    meant: str
    reason: str
    date: dt.date


# ---------------------------------------------------------------- what the extractors yield


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedDate:
    """The date that opens an entry, as printed. `day` may be impossible: that is found later."""

    #: 'JAN. 1, 2025'; without 'On'
    text: str
    at: Span
    day: int
    #: 1-12
    month: int
    year: int | None = None
    #: the second day of a printed range ('December 17-18'); the date is then not one day
    until: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """A place named in an event. `id` is that of the gazetteer, or one made from `name`."""

    id: str
    #: canonical: 'Munaily District'
    name: str
    #: as printed: 'Munaily district'
    printed: str
    at: Span
    #: False where the gazetteer does not list it and its form alone made it a place
    listed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteMarker:
    """A footnote marker in an event's text: `[12]`."""

    number: int
    at: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A line of the note list: `[12] https://…`, with its place in the digest."""

    number: int
    #: byte for byte as printed
    url: str
    #: 1-based line of the digest
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """One provision cited: an article of a code, down to part and point; strings, as printed."""

    #: the code's id in records: 'CC'; None where the text names no code
    code: str | None
    article: str
    part: str | None = None
    point: str | None = None
    #: the words that cite it: '405, Part 2'
    at: Span

    @property
    def key(self) -> tuple[str | None, str, str | None, str | None]:
        """What makes it the same provision as another."""
        return (self.code, self.article, self.part, self.point)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sanction:
    """A sanction or preventive measure said to have been imposed, sought or served."""

    #: one of SANCTION_KINDS
    kind: str
    #: in `unit`; None where no term or sum is given
    amount: int | None
    #: 'years', 'months', 'days', or the id of a unit of money ('KZT', 'MCI'); None with `amount` None
    unit: str | None
    #: the words as they stand
    printed: str
    at: Span


SANCTION_KINDS = (
    "imprisonment",
    "restriction_of_liberty",
    "administrative_detention",
    "pretrial_detention",
    "house_arrest",
    "fine",
    "activity_ban",
    "entry_ban",
    "other",
)

ROLES = ("subject", "official", "counsel", "relative", "witness", "commentator", "other")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """A personal name taken apart. Any part may be missing; initials end in a point ('Zh.')."""

    given: str = ""
    patronymic: str = ""
    surname: str = ""
    #: 'E. K.'; empty where the given name stands in full
    initials: str = ""

    @property
    def full(self) -> bool:
        """Whether it holds a given name and a surname: only such names join across events."""
        return bool(self.given and self.surname)

    def __str__(self) -> str:
        """Return the name given name first, initials where no given name is known."""
        first = self.given or self.initials
        return " ".join(part for part in (first, self.patronymic, self.surname) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMention:
    """One place where a person is named, without title, honorific or possessive ending."""

    printed: str
    at: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A person in one event: the name, every mention, the part played."""

    #: the fullest form that this event prints
    name: PersonName
    #: in order of the text, never empty
    mentions: tuple[NameMention, ...]
    #: one of ROLES
    role: str
    #: the words the role was read from; None where it is the default
    role_from: Span | None = None
    #: years, where the text states the age beside the name
    age: int | None = None
    #: set by `merge`: the page; None where the person has none
    id: str | None = None
    #: set by `merge`: the canonical name
    canonical: str = ""

    @property
    def printed(self) -> tuple[str, ...]:
        """Every distinct form in this event, in order of first occurrence."""
        return tuple(dict.fromkeys(mention.printed for mention in self.mentions))

    @property
    def minor(self) -> bool:
        """Whether the text says that the person was under 18."""
        return self.age is not None and self.age < 18


    @property
    def withheld(self) -> bool:
        """Whether the name stands in the digest's words only, in no list, title or feed: a child's, for one.

        Whoever is named in full has a page unless there is a reason against it.
        """
        return self.id is None and (self.minor or self.name.full)

    @property
    def cipher(self) -> str:
        """The words that stand for a withheld name."""
        return "a child" if self.minor else "a person"


# ---------------------------------------------------------------- events and editions


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A footnote of an event, resolved against the note list."""

    number: int
    at: Span
    #: None where the digest gives no source
    url: str | None = None
    #: the id in outlets.yaml, or the host's name where the file does not list it; None without url
    outlet: str | None = None
    #: whether `url` may be a live link (http or https, a public host, no credentials)
    safe: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One entry of a digest, read."""

    edition: str
    label: str
    #: 1-based position in the digest as it stands now
    ordinal: int
    #: a slice of the digest: dateline and note markers included
    text: str
    #: offset of `text` in the digest, in characters
    start: int
    #: 1-based line of the digest on which `text` begins
    line: int
    printed_date: PrintedDate
    #: the day meant; None where the print gives no possible single day
    date: dt.date | None
    #: the dateline's end: where the running text begins
    body: int = 0
    dateline: tuple[PlaceMention, ...] = ()
    mentions: tuple[PlaceMention, ...] = ()
    people: tuple[Participant, ...] = ()
    #: in order of the text, repetitions included: see `distinct_provisions`
    provisions: tuple[Provision, ...] = ()
    #: each distinct one once
    sanctions: tuple[Sanction, ...] = ()
    topics: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    corrections: tuple[Correction, ...] = ()
    findings: tuple[Finding, ...] = ()
    #: a plain-text title made from date, place, subjects and provisions; set by `merge`
    title: str = ""

    @property
    def id(self) -> str:
        """The citation form: '2022-12.18'."""
        return f"{self.edition}.{self.label}"

    @property
    def distinct_provisions(self) -> tuple[Provision, ...]:
        """Each distinct provision once, in order of first citation."""
        first: dict[object, Provision] = {}
        for provision in self.provisions:
            first.setdefault(provision.key, provision)
        return tuple(first.values())

    @property
    def veils(self) -> tuple[tuple[Span, str], ...]:
        """Where withheld names stand, in order, and the words in brackets that stand for them in lists and feeds."""
        named = ((m.at, f"[{p.cipher}]") for p in self.people if p.withheld for m in p.mentions)
        return tuple(sorted(named))

    @property
    def veiled(self) -> str:
        """The text for lists and feeds, no withheld name in it."""
        text = self.text
        for at, words in reversed(self.veils):
            text = f"{text[: at.start]}{words}{text[at.end :]}"
        return text

    @property
    def subjects(self) -> tuple[Participant, ...]:
        """The people whose rights or liberty the event is about."""
        return tuple(p for p in self.people if p.role == "subject")


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A line of the digest that is no part of an event and no note."""

    text: str
    line: int
    #: 'furniture' (site chrome), 'title', 'unplaced' (the editor must look)
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One digest: what the editor says about it, and what was read from it."""

    #: '2022-12'
    id: str
    title: str
    #: first and last day of the period
    first: dt.date
    last: dt.date
    #: '2022-12.txt'
    file: str
    #: of the bytes as received
    sha256: str
    #: the address the digest was published at; '' where not recorded
    address: str = ""
    #: the file name under which it was received; '' where not recorded
    received: str = ""
    events: tuple[Event, ...] = ()
    sources: tuple[Source, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    corrections: tuple[Correction, ...] = ()
    #: those of the edition and of all its events, in order of the digest
    findings: tuple[Finding, ...] = ()


# ---------------------------------------------------------------- the whole chronicle


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Someone with a page."""

    id: str
    name: str
    #: every form printed anywhere, most frequent first
    printed: tuple[str, ...]
    #: in order of editions and positions
    appearances: tuple[tuple[Event, Participant], ...] = field(repr=False)
    #: why the editor joined the spellings; '' where nothing was joined
    note: str = ""


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
    #: of all editions, and those that arise between them (one person in two spellings)
    findings: tuple[Finding, ...] = ()

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


@dataclass(frozen=True, slots=True)
class Output:
    """One file of the site."""

    #: relative to the site's root, with '/' as separator
    path: str
    data: bytes
