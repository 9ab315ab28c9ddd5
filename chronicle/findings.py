"""What is odd, and what is wrong -> how an editor is told: by what to do, with the place and the lines to paste."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from chronicle.model import Finding


class ChronicleError(Exception):
    """What an editor can mend: its text is one sentence (or one a line) that says what to do."""


class Kind(NamedTuple):
    """A kind of finding: the group that says what to do about it, and a sentence in plain words."""

    group: str
    plain: str


SIDECAR: Final = "Say it in the sidecar"
PLACES: Final = "Add to places.yaml"
STATUTES: Final = "Add to statutes.yaml"
PEOPLE: Final = "Look at people.yaml"
CASES: Final = "Cases"
TEXT: Final = "Look at the text"
KNOW: Final = "Know, nothing to do"
#: in the order in which they are told
GROUPS: Final = (SIDECAR, PLACES, STATUTES, PEOPLE, CASES, TEXT, KNOW)

#: code -> what to do and what it is, in the order in which a group tells them
KINDS: Final[Mapping[str, Kind]] = {
    # what the editor knows about a digest
    "misprinted-date": Kind(SIDECAR, "A printed month or year is not the edition's. A correction settles it."),
    "another-year": Kind(SIDECAR, "The texts and sources speak of another year than the file's name."),
    "title-period": Kind(SIDECAR, "The digest's own title gives another period than the file's name or the sidecar."),
    "date-range": Kind(SIDECAR, "More than one day is printed: the event has no date until a correction gives one."),
    "impossible-date": Kind(SIDECAR, "There is no such day: the event has no date until a correction gives one."),
    "outside-period": Kind(SIDECAR, "The day lies outside the period: one of the two is wrong."),
    "note-without-source": Kind(SIDECAR, "The note list lacks a source. 'sources:' takes it, if it can be had."),
    "no-note-list": Kind(SIDECAR, "There are no sources at all. 'sources:' takes those that can be had."),
    # what the authority files lack
    "unlisted-place": Kind(PLACES, "A place that is not known has a page without a region."),
    "likely-misprint": Kind(PLACES, "A place is read as the one that it nearly is. 'misprints:' makes sure of it."),
    "ambiguous-place": Kind(PLACES, "Several places have this name, and nothing beside it decides: it is linked to none."),
    "unknown-code": Kind(STATUTES, "A law that is not known: its articles have no page."),
    "untitled-article": Kind(STATUTES, "An article that is not listed: its page has no title."),
    # who is who
    "minor": Kind(PEOPLE, "A child is named: no page and no list names it until 'index: yes' with a reason."),
    "two-people": Kind(PEOPLE, "One form stands for two people of the file: 'joins' decides for one event."),
    "two-spellings": Kind(PEOPLE, "Perhaps one person under two names. Nobody is joined until the file says so."),
    "short-name": Kind(PEOPLE, "A short name that may belong to somebody named in full in the same digest."),
    "ambiguous-name": Kind(PEOPLE, "A short name fits two people of one event: it is left with neither."),
    # which events belong together
    "case-events": Kind(CASES, "Events that name a case's people or have its words. 'events' or 'not' settles each."),
    "case-without-events": Kind(CASES, "A case that lists no event has no page."),
    # what only the text can settle
    "unplaced-text": Kind(TEXT, "Text that belongs to no entry is on no event's page."),
    "unread-date": Kind(TEXT, "Text that begins like an entry, with a date that cannot be read."),
    "run-on-entry": Kind(TEXT, "Two entries in one line were parted."),
    "date-in-text": Kind(TEXT, "A line that begins with a date was read on as part of the entry before."),
    "broken-address": Kind(TEXT, "An address broken over lines is no source."),
    "note-without-address": Kind(TEXT, "A line of the note list without an address is no source."),
    "note-text": Kind(TEXT, "Words beside the address of a note are left out."),
    "duplicate-note": Kind(TEXT, "One number has two sources: the first is taken."),
    "unsafe-source": Kind(TEXT, "An address that may be no link. 'sources:' in the sidecar takes the right one."),
    "short-address": Kind(TEXT, "An address that only leads on: expand it before publishing, in 'sources:'."),
    "odd-host": Kind(TEXT, "A host that mixes letters which look alike: it may not be who it seems."),
    "traced-address": Kind(TEXT, "An address within the words tells who collected it. 'redact:' can take it out."),
    "source-without-note": Kind(TEXT, "A source that no entry has."),
    "stray-number": Kind(TEXT, "A number in brackets was read as text."),
    "day-out-of-order": Kind(TEXT, "A day stands out of order: the day may be misprinted, or the place of the entry."),
    "no-code": Kind(TEXT, "An article without its code has no page."),
    "unread-article": Kind(TEXT, "A number after 'Article' was not understood."),
    "place-contradicts": Kind(TEXT, "A court or office of another region than the dateline's."),
    "odd-number": Kind(TEXT, "A number whose digits do not fit: a sum may be misprinted."),
    "terms-differ": Kind(TEXT, "One person under one article, and two terms: which is right, or was it changed?"),
    "odd-term": Kind(TEXT, "A term that can be read in two ways."),
    "unmatched-quote": Kind(TEXT, "A quotation does not close as it opens: where do the quoted words end?"),
    "unmatched-bracket": Kind(TEXT, "A bracket does not close as it opens."),
    "spellings-differ": Kind(TEXT, "One person is spelt in two ways within one entry: which is right?"),
    "name-order": Kind(TEXT, "One list gives names in both orders: given name and surname may be mistaken."),
    "same-words": Kind(TEXT, "An entry is printed twice: one event, or two?"),
    "no-speaker": Kind(TEXT, "A quotation is the whole entry: whose words are they?"),
    # what is good to know of the print
    "place-former-name": Kind(KNOW, "A former name is printed; the place stands under its name of today."),
    "place-misprint": Kind(KNOW, "A misprint that places.yaml knows; the place stands under its right name."),
    "no-place": Kind(KNOW, "No place is printed: the event stands on no place's page."),
    "doubled-word": Kind(KNOW, "Words stand twice."),
    "stray-space": Kind(KNOW, "A space too many."),
    "missing-space": Kind(KNOW, "A space too few."),
    "doubled-sign": Kind(KNOW, "A full stop or comma too many."),
    "stray-comma": Kind(KNOW, "A comma too many."),
    "odd-apostrophe": Kind(KNOW, "A quotation mark for an apostrophe."),
    "initial-without-point": Kind(KNOW, "Initials without their point."),
    "unseen-characters": Kind(KNOW, "Characters that nobody sees were taken out: the page they were copied from left them."),
    "uneven-form": Kind(KNOW, "A few entries differ in form from the rest of the digest."),
}  # fmt: skip

#: what YAML reads as plain text within a list or a mapping in brackets
_PLAIN_YAML: Final = re.compile(r"[^\W_][\w./()-]*(?: [\w./()’-]+)*")


def show(finding: Finding, line: str) -> str:
    """Return *finding* as ``file:line:column: code: sentence``, the *line* and a marker under the place.

    Control characters of the digest are shown as escapes, so that nothing printed can act on a terminal. Where
    the odd words do not stand at the column told, which an event's text alone cannot count, they are looked for.
    """
    finding = _placed(finding, line)
    head = f"{finding.file}:{finding.line}:{finding.column}: {finding.code}: {finding.message}"
    if not line.strip():
        return _plain(head)
    before = max(finding.column - 1 - 60, 0)
    shown = line[before : before + 160]
    marker = " " * (finding.column - 1 - before) + "^" * max(min(len(finding.excerpt), 100), 1)
    return f"{_plain(head)}\n    {_plain(shown)}\n    {marker}"


def _placed(finding: Finding, line: str) -> Finding:
    at = line.find(finding.excerpt) if not line.startswith(finding.excerpt, finding.column - 1) else -1
    return replace(finding, column=at + 1) if at >= 0 else finding


def report(
    findings: Iterable[Finding], line_of: Callable[[Finding], str], day: dt.date | None = None
) -> Iterator[str]:
    """Yield *findings* group by group, by what to do: heading and count, then each kind with its sentence.

    Under each finding stand the lines that would settle it, dated *day*; without one the editor writes the day.
    """
    order = {code: n for n, code in enumerate(KINDS)}
    placed = sorted(findings, key=lambda f: (order.get(f.code, len(order)), f.code, f.file, f.line, f.column))
    for group in GROUPS:
        here = [finding for finding in placed if kind_of(finding.code).group == group]
        code = ""
        if here:
            yield f"{'' if here[0] is placed[0] else chr(10)}{group} ({len(here)})"
        for finding in here:
            if finding.code != code:
                code = finding.code
                yield f"\n{code}: {kind_of(code).plain}"
            yield "\n".join((show(finding, line_of(finding)), *_pasted(finding, day)))


def kind_of(code: str) -> Kind:
    """Return what kind of finding *code* is; one that is not listed is something to look at."""
    return KINDS.get(code, Kind(TEXT, "Something odd."))


def yaml_text(words: str) -> str:
    """Return *words*, in one line, as YAML takes them within brackets and without: quoted where it must be."""
    line = " ".join(words.split())
    return line if _PLAIN_YAML.fullmatch(line) else json.dumps(line, ensure_ascii=not line.isprintable())


def _pasted(finding: Finding, day: dt.date | None) -> Iterator[str]:
    if finding.paste:
        where, *lines = finding.paste
        yield f"    {where}:"
        yield from (
            f"        {_plain(line.replace('{day}', day.isoformat() if day else 'YYYY-MM-DD'))}"
            for line in lines
        )


def _plain(text: str) -> str:
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in text)
