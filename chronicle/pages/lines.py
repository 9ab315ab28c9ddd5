"""Notes and corrections -> the lines that stand for them on an event's and an edition's page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from chronicle.addresses import fault_of, host_of, original_of
from chronicle.pages import words
from chronicle.pages.errata import anchors
from chronicle.pages.lookup import is_hidden

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from chronicle.model import Correction, Event, Note, Place, Span
    from chronicle.pages.lookup import Lookup

#: letters of the words from which a part was read
_LONGEST: Final = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """A footnote: who published it, and where."""

    number: int
    anchor: str
    outlet: str
    #: as published; '' where the digest gives no source
    url: str
    #: the same where it may be a live link, else ''
    href: str
    #: why it is no link: 'the address is not one of the public web'; '' where it is one, or there is none
    fault: str = ""
    #: its host in plain letters where it is printed in others: 'xn--…'
    host: str = ""
    #: where the page itself stands, or stood
    original: str = ""
    #: the archived copy; '' for none
    copy: str = ""
    #: 'archived copy of 3 May 2023'
    copy_words: str = ""
    #: YYYY-MM-DD: when the copy was made; without one, when the source was seen
    seen: str = ""
    #: whether it may vanish or need a login
    fragile: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionLine:
    """A difference between print and site."""

    anchor: str
    field: str
    #: what is said before the printed and before the meant words: 'printed', 'meant'
    sides: tuple[str, str]
    #: '' for what stands in no words
    printed: str
    #: '' for a note
    meant: str
    #: what an editor remarks; '' for all else
    remark: str
    reason: str
    day: str
    iso: str
    #: by whom it was noticed; '' where it is not said
    noticed: str


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
            words=words.excerpt(_told(event, one.role_from), _LONGEST) if one.role_from else "",
        )
        for one in event.people
        if not is_hidden(one)
    )


def _told(event: Event, at: Span) -> str:
    """Return the words at a place of an event's text, the last one whole, without note markers."""
    end = at.end
    while 0 < end < len(event.text) and event.text[end - 1].isalpha() and event.text[end].isalpha():
        end += 1
    text = event.text
    for note in reversed(event.notes):
        if at.start <= note.at.start and note.at.end <= end:
            text, end = text[: note.at.start] + text[note.at.end :], end - note.at.end + note.at.start
    return text[at.start : end].strip(" ,.;:")


def source_lines(notes: Iterable[Note], lookup: Lookup, seen: dt.date) -> tuple[SourceLine, ...]:
    """Return each note once, in order of first mention; the sources were *seen* on that day at the latest."""
    once: dict[int, Note] = {}
    for note in notes:
        once.setdefault(note.number, note)
    return tuple(source_line(note, lookup, seen) for note in once.values())


def source_line(note: Note, lookup: Lookup, seen: dt.date) -> SourceLine:
    """Return a note as a line of a list of sources; its source was *seen* on that day at the latest."""
    number, anchor = note.number, f"note-{note.number}"
    if note.url is None:
        return SourceLine(number=number, anchor=anchor, outlet="", url="", href="")
    outlet = lookup.outlets.get(note.outlet or "")
    fault = fault_of(note.url) or ("" if note.safe else "is not one of the public web")
    return SourceLine(
        number=number,
        anchor=anchor,
        outlet=outlet.name if outlet else note.outlet or "",
        url=note.url,
        href="" if fault else note.url,
        fault=f"the address {fault}" if fault else "",
        host="" if note.url.isascii() else host_of(note.url) or "",
        original="" if fault else original_of(note.url),
        copy=note.copy.url if note.copy else "",
        copy_words=f"archived copy of {words.day(note.copy.date)}" if note.copy else "",
        seen=(note.copy.date if note.copy else seen).isoformat(),
        fragile=note.fragile,
    )


def correction_lines(
    corrections: Sequence[Correction], places: Mapping[str, Place] | None = None
) -> tuple[CorrectionLine, ...]:
    """Return the corrections of one page in plain words; *places* are those with a page, by id."""
    return tuple(
        CorrectionLine(
            anchor=anchor,
            field=words.field(one),
            sides=words.sides(one),
            printed=one.printed,
            meant="" if one.field == "note" else words.meant(one, places),
            remark=words.sentence(one.meant) if one.field == "note" else "",
            reason=words.curly(one.reason),
            day=words.day(one.date),
            iso=one.date.isoformat(),
            noticed=one.noticed,
        )
        for one, anchor in zip(corrections, anchors(corrections), strict=True)
    )


def title_from(origin: str | None) -> str:
    """Return in words where an article's title comes from."""
    return {"digest": "in a digest’s words", "editor": "in the editor’s words"}.get(origin or "", "")
