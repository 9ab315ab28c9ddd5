"""One digest, read, in; what is odd in it as a whole, and in its entries, out: findings in order of the digest."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from chronicle.addresses import find_faults, find_traced, strip_traces
from chronicle.findings import yaml_text
from chronicle.forms import entries, find_forms
from chronicle.misprints import another_year, misprinted_dates, title_periods
from chronicle.model import Event, Finding, NoteMarker, Span
from chronicle.seeds import SeedFile
from chronicle.split import Split

#: findings that the checks of the whole digest tell better
_RETOLD = ("misprinted-date",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """A digest, read: what the checks look at."""

    split: Split
    events: tuple[Event, ...]
    #: the bracketed numbers of each entry that are read as text
    dropped: Sequence[Sequence[NoteMarker]]
    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class Places:
    """Where in the digest a character stands."""

    digest: SeedFile
    #: offsets at which its lines begin
    lines: tuple[int, ...]

    @classmethod
    def of(cls, digest: SeedFile) -> Places:
        """Return the places of *digest*."""
        return cls(digest, (0, *(m.end() for m in re.finditer("\n", digest.text))))

    def finding(self, code: str, message: str, at: Span, event: Event | None = None) -> Finding:
        """Return what is odd at *at*, which counts characters of *event*'s text, or else of the digest."""
        start, end = (at.start + event.start, at.end + event.start) if event else (at.start, at.end)
        line = bisect_right(self.lines, start)
        return Finding(
            code=code,
            message=message,
            file=self.digest.name,
            line=line,
            column=start - self.lines[line - 1] + 1,
            excerpt=self.digest.text[start:end].split("\n")[0],
            event=event.id if event else None,
        )

    def line(self, number: int) -> Span:
        """Return where the 1-based line *number* stands in the digest."""
        start = self.lines[number - 1]
        end = self.digest.text.find("\n", start)
        return Span(start, end if end >= 0 else len(self.digest.text))


def edition_findings(digest: Digest, places: Places) -> tuple[Finding, ...]:
    """Return everything that is odd in *digest*: what is odd in the same way in many entries is told once."""
    found = chain(
        (places.finding(code, message, span) for code, message, span in digest.split.findings),
        _dropped(digest, places),
        _without_source(digest, places),
        _without_marker(digest, places),
        _odd_addresses(digest, places),
        _traced(digest.events, places),
        _out_of_order(digest.events, places),
        _dates(digest, places),
        _forms(digest.events, places),
        _unseen(places),
        _told_once(f for e in digest.events for f in e.findings if f.code not in _RETOLD),
    )
    return tuple(sorted(set(found), key=lambda f: (f.line, f.column, f.code, f.message)))


def _told_once(found: Iterator[Finding]) -> Iterator[Finding]:
    """Yield *found*, one finding for each former name or known misprint of a place and each law not listed."""
    same: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in found:
        if finding.code in (
            "place-former-name",
            "place-misprint",
            "likely-misprint",
            "unlisted-place",
            "unknown-code",
        ):
            same[finding.code, finding.excerpt].append(finding)
        else:
            yield finding
    for first, *others in same.values():
        labels = list(
            dict.fromkeys((f.event or "").rpartition(".")[2] for f in others if f.event != first.event)
        )
        also = f"; also in {entries(labels)}" if labels else ""
        yield replace(first, message=first.message + also)


def _dates(digest: Digest, places: Places) -> Iterator[Finding]:
    year, month = places.digest.stem.split("-")
    sidecar = f"seeds/editions/{places.digest.stem}.yaml"
    for told in misprinted_dates(digest.events, digest.first, digest.last):
        finding = places.finding("misprinted-date", told.message, told.event.printed_date.at, told.event)
        paste = (f"in the list 'corrections' of {sidecar}", *told.lines) if told.lines else ()
        yield replace(finding, paste=paste, event=None if told.whole else finding.event)
    if message := another_year(digest.events, digest.first, digest.last):
        yield places.finding("another-year", message, Span(digest.events[0].start, digest.events[0].start))
    for number, message, lines in title_periods(
        digest.split.left_out, digest.first, digest.last, (int(year), int(month))
    ):
        yield replace(
            places.finding("title-period", message, places.line(number)),
            paste=(f"in {sidecar}", *lines) if lines else (),
        )


def _forms(events: Sequence[Event], places: Places) -> Iterator[Finding]:
    for code, message, event, at in find_forms(events):
        yield replace(places.finding(code, message, at, event), event=None)


def _unseen(places: Places) -> Iterator[Finding]:
    lines = places.digest.unseen
    if lines:
        more = f" and of {len(lines) - 1} more" if len(lines) > 1 else ""
        message = f"characters that nobody sees were taken out of this line{more}"
        start = places.lines[lines[0] - 1]
        yield places.finding("unseen-characters", message, Span(start, start))


def _dropped(digest: Digest, places: Places) -> Iterator[Finding]:
    for event, markers in zip(digest.events, digest.dropped, strict=True):
        for marker in markers:
            message = (
                f"[{marker.number}] is far out of the order of the notes: it is read as text, not as a note"
            )
            yield places.finding("stray-number", message, marker.at, event)


def _without_source(digest: Digest, places: Places) -> Iterator[Finding]:
    events = digest.events
    if not digest.split.sources:
        if any(note.url is None for event in events for note in event.notes):
            message = "the digest has no note list: every note is shown without a source"
            yield places.finding("no-note-list", message, Span(events[0].start, events[0].start))
        return
    for event in events:
        for note in event.notes:
            if note.url is None:
                message = f"the note list has no source [{note.number}]; supply it in the sidecar, or leave it missing"
                yield places.finding("note-without-source", message, note.at, event)


def _without_marker(digest: Digest, places: Places) -> Iterator[Finding]:
    used = Counter(note.number for event in digest.events for note in event.notes)
    for source in digest.split.sources:
        if source.number not in used:
            message = f"no entry has the note [{source.number}]: the source belongs to no event"
            yield places.finding("source-without-note", message, places.line(source.line))


def _odd_addresses(digest: Digest, places: Places) -> Iterator[Finding]:
    """Yield what is odd about the sources' addresses: at their lines in the note list, else at the note's marker."""
    cited = {note.number: (event, note) for event in reversed(digest.events) for note in event.notes}
    printed = {(source.number, strip_traces(source.url)): source for source in digest.split.sources}
    for (number, url), source in printed.items():
        event, note = cited.get(number, (None, None))
        if note is None or note.url == url:
            for code, message in find_faults(url):
                finding = places.finding(
                    code, f"the source of note [{number}] {message}", places.line(source.line)
                )
                yield replace(finding, event=event.id if event else None)
    for number, (event, note) in cited.items():
        if note.url is not None and (number, note.url) not in printed:
            for code, message in find_faults(note.url):
                yield places.finding(code, f"the source of note [{number}] {message}", note.at, event)


def _traced(events: Sequence[Event], places: Places) -> Iterator[Finding]:
    """Yield the addresses within the entries' words that tell who collected them, with the line that takes it out."""
    for event in events:
        for at, published in find_traced(event.text):
            words = f"words: {yaml_text(at.of(event.text))}, as: {yaml_text(published)}"
            yield replace(
                places.finding("traced-address", "an address in the words tells who collected it", at, event),
                paste=(
                    f"in the list 'redact' of seeds/editions/{event.edition}.yaml",
                    f"- {{event: {event.id}, {words}}}",
                ),
            )


def _out_of_order(events: Sequence[Event], places: Places) -> Iterator[Finding]:
    """Yield the days that stand before an earlier day of a later entry, unless the next entry goes on from there.

    Of two neighbours that have changed places the first is told.
    """
    dated = [event for event in events if event.date]
    told = ""
    for before, event, after in zip(dated, dated[1:], dated[2:], strict=False):
        late = before.date <= after.date < event.date  # type: ignore[operator]
        early = event.date < before.date <= after.date  # type: ignore[operator]
        if late or (early and before.label != told):
            told = event.label
            message = f"'{event.printed_date.text}' stands between '{before.printed_date.text}' and '{after.printed_date.text}'"
            yield places.finding("day-out-of-order", message, event.printed_date.at, event)
