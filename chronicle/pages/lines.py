"""Notes and corrections -> the lines that stand for them on an event's and an edition's page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from chronicle.annotate import web_address
from chronicle.pages import words
from chronicle.pages.lookup import is_hidden

if TYPE_CHECKING:
    from collections.abc import Iterable

    from chronicle.model import Correction, Event, Note
    from chronicle.pages.lookup import Lookup

#: letters of the words from which a part was read
_LONGEST: Final = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """A footnote: who published it, and where."""

    number: int
    anchor: str
    outlet: str
    #: as printed; '' where the digest gives no source
    url: str
    #: the same where it may be a live link, else ''
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionLine:
    """A difference between print and site."""

    field: str
    printed: str
    meant: str
    reason: str
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartLine:
    """The part somebody plays in an event, and the words that it was read from."""

    name: str
    part: str
    #: '' where no words tell it: then it is what the first, or a further, person named is taken for
    words: str


def part_lines(event: Event) -> tuple[PartLine, ...]:
    """Return how the part of everyone was read whose name is not withheld."""
    return tuple(
        PartLine(
            name=one.canonical or str(one.name),
            part=words.PART[one.role],
            words=words.excerpt(one.role_from.of(event.text).strip(" ,.;:"), _LONGEST)
            if one.role_from
            else "",
        )
        for one in event.people
        if not is_hidden(one)
    )


def source_lines(notes: Iterable[Note], lookup: Lookup) -> tuple[SourceLine, ...]:
    """Return each note once, in order of first mention."""
    once: dict[int, Note] = {}
    for note in notes:
        once.setdefault(note.number, note)
    return tuple(source_line(note, lookup) for note in once.values())


def source_line(note: Note, lookup: Lookup) -> SourceLine:
    """Return a note as a line of a list of sources."""
    outlet = lookup.outlets.get(note.outlet or "")
    return SourceLine(
        number=note.number,
        anchor=f"note-{note.number}",
        outlet=outlet.name if outlet else note.outlet or "",
        url=note.url or "",
        href=web_address(note.url) if note.url and note.safe else "",
    )


def correction_lines(corrections: Iterable[Correction]) -> tuple[CorrectionLine, ...]:
    """Return corrections in plain words."""
    return tuple(
        CorrectionLine(
            field=words.FIELDS.get(one.field, one.field.capitalize()),
            printed=one.printed,
            meant=words.meant(one),
            reason=words.curly(one.reason),
            day=words.day(one.date),
        )
        for one in corrections
    )


def title_from(origin: str | None) -> str:
    """Return in words where an article's title comes from."""
    return {"digest": "as glossed in the digest", "editor": "the editor’s rendering"}.get(origin or "", "")
