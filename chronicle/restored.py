"""The files of a published site in; the ledger and the memory that were lost out.

Every page tells its id by its path, and one that shows its own no more tells in its head what became of it::

    <meta name="chronicle-state" content="merged">
    <meta name="chronicle-to" content="2022-12.19">
    <meta name="chronicle-date" content="2026-11-22">
    <meta name="chronicle-reason" content="Told twice">

The words and the people of the events are those of data/events.json. An address without a page is not found again.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Final

from pydantic import BaseModel, RootModel, ValidationError

from chronicle.destinations import LEADING, Name, line_mistakes, natural_order, shown, target_mistakes
from chronicle.findings import ChronicleError
from chronicle.ledger import with_lines
from chronicle.model import WITHHELD, Ledger, LedgerLine, Output, Remembered
from chronicle.text import iso_day

_EVENTS: Final = "data/events.json"
_KINDS: Final = {
    "events": "event", "people": "person", "places": "place", "statutes": "statute", "topics": "topic",
    "cases": "case",
}  # fmt: skip
# 'events/2022-12/18/index.html', 'statutes/cc/index.html'; 'statutes/cc/405/dossier/index.html' is beside an address
_PAGE: Final = re.compile(r"(?P<folder>[a-z]+)/(?P<id>.+?)(?P<beside>/dossier(?:/.+)?)?/index\.html")
_WHOLE: Final = "take a copy of the site that is whole"


class _Person(BaseModel):
    id: str | None
    printed: tuple[str, ...]


class _Event(BaseModel):
    id: str
    text: str
    people: tuple[_Person, ...]


class _Events(RootModel[tuple[_Event, ...]]):
    """data/events.json: what is read of it."""


@dataclass(frozen=True, slots=True)
class _Page:
    """A page of an address: what it says of it, and what is wrong in that."""

    path: str
    line: LedgerLine
    mistakes: tuple[str, ...]


def rebuilt(pages: Iterable[Output]) -> tuple[Ledger, tuple[Remembered, ...]]:
    """Return the ledger and the memory of the site whose files are *pages*; every mistake is in one `ChronicleError`.

    Live lines have no date, unless their page says one.
    """
    found: dict[Name, _Page] = {}
    records: bytes | None = None
    for output in pages:
        if output.path == _EVENTS:
            records = output.data
        elif page := _read_page(output):
            found[page.line.kind, page.line.id] = page
    if records is None:
        msg = f"{_EVENTS}: is not there: this is no site that this program built: name the folder of one"
        raise ChronicleError(msg)
    events = _read_events(records)
    lines = {name: page.line for name, page in found.items()}
    _refuse((*_page_mistakes(found, lines), *_event_mistakes(events, found)))
    return with_lines(Ledger(), lines.values()), tuple(map(_remembered, _in_order(events)))


def _refuse(wrong: Iterable[str]) -> None:
    if sentences := "\n".join(wrong):
        raise ChronicleError(sentences)


# ---------------------------------------------------------------- pages


def _read_page(output: Output) -> _Page | None:
    """Return what a file says of an address; None where it is no page of one."""
    match = _PAGE.fullmatch(output.path)
    if match is None or match["folder"] not in _KINDS or match["beside"]:
        return None
    kind = _KINDS[match["folder"]]
    id_ = match["id"].replace("/", ".", 1) if kind == "event" else match["id"]
    said = _said(output.data)
    state = said.get("state", "live")
    day = said.get("date", "")
    line = LedgerLine(
        kind=kind,
        id=id_,
        state=state,
        to=tuple(said.get("to", "").split()) if state in LEADING else (),
        date=iso_day(day),
        reason=" ".join(said.get("reason", "").split()),
    )
    odd_day = (f"{shown(day)} is no day",) if day and line.date is None else ()
    damaged = ("is not UTF-8",) if "\ufffd" in "".join(said.values()) else ()
    return _Page(output.path, line, (*line_mistakes(line), *odd_day, *damaged))


class _Head(HTMLParser):
    """Gathers what a page's head says of its address."""

    def __init__(self) -> None:
        super().__init__()
        self.said: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a `meta` whose name begins with 'chronicle-'."""
        values = dict(attrs)
        name = values.get("name") or ""
        if tag == "meta" and name.startswith("chronicle-"):
            self.said[name.removeprefix("chronicle-")] = values.get("content") or ""


def _said(data: bytes) -> Mapping[str, str]:
    """Return what the head of a page says: {'state': 'merged', 'to': '2022-12.19'}; the digest's words are never read."""
    head = data.partition(b"<body")[0]
    if b'"chronicle-' not in head:
        return {}
    parser = _Head()
    parser.feed(head.decode("utf-8", errors="replace"))
    return parser.said


def _page_mistakes(found: Mapping[Name, _Page], lines: Mapping[Name, LedgerLine]) -> Iterator[str]:
    broken = {name for name, page in found.items() if page.mistakes}
    told = [(name, mistake) for name, page in found.items() for mistake in page.mistakes]
    for name, mistake in (*told, *target_mistakes(lines, broken)):
        # what to write in a ledger helps nobody here
        yield f"{found[name].path}: {mistake.partition(': ')[0]}: {_WHOLE}"


# ---------------------------------------------------------------- events


def _read_events(records: bytes) -> tuple[_Event, ...]:
    try:
        return _Events.model_validate_json(records).root
    except ValidationError:
        msg = f"{_EVENTS}: is no list of events as this program writes it: {_WHOLE}"
        raise ChronicleError(msg) from None


def _event_mistakes(events: Collection[_Event], found: Mapping[Name, _Page]) -> Iterator[str]:
    """Yield where the pages of events and their records are not the same."""
    live = {
        page.line.id: page
        for (kind, _), page in found.items()
        if kind == "event" and page.line.state == "live"
    }
    listed = {event.id for event in events}
    if len(listed) < len(events):
        yield f"{_EVENTS}: an event stands there twice: {_WHOLE}"
    for id_ in sorted(listed - live.keys(), key=natural_order):
        yield f"{_EVENTS}: event {shown(id_)} has no page that shows it: {_WHOLE}"
    for id_ in sorted(live.keys() - listed, key=natural_order):
        yield f"{live[id_].path}: the event is not in {_EVENTS}: {_WHOLE}"


def _in_order(events: Iterable[_Event]) -> list[_Event]:
    return sorted(events, key=lambda event: natural_order(event.id))


def _remembered(event: _Event) -> Remembered:
    people = ((one.id or "", one.printed[0]) for one in event.people if one.printed)
    return Remembered(
        event=event.id,
        text=event.text,
        people=tuple((id_, printed) for id_, printed in people if printed != WITHHELD),
    )
