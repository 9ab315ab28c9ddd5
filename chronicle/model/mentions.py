"""What the extractors yield: spanned mentions, each with its printed words beside its meaning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of an event's text: characters `start` (inclusive) to `end` (exclusive).

    A digest has thousands, which are compared and sorted: a tuple does both at once.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words that stand at this span of *text*."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


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


#: what stands in the place of a withheld name
WITHHELD = "[name withheld]"

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
    #: whether the text calls the person a child: then the age may be missing
    child: bool = False
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
        """Whether the text says that the person was under 18, or calls a child someone whose age it does not say."""
        return self.child if self.age is None else self.age < 18

    @property
    def withheld(self) -> bool:
        """Whether the name stands in the digest's words only, in no list, title or feed: a child's, for one.

        Whoever is named in full has a page unless there is a reason against it.
        """
        known_otherwise = self.canonical not in ("", str(self.name))
        return self.id is None and (self.minor or self.name.full or known_otherwise)

    @property
    def masked(self) -> bool:
        """Whether the name is withheld everywhere, the digest's words included."""
        return self.canonical == WITHHELD

    @property
    def cipher(self) -> str:
        """The words that stand for a withheld name in a title."""
        if self.minor:
            return "a child" if self.age is not None else "a person called a child"
        return "a person"
