"""One digest in, one Edition out: its events, its sources, what was left out, and everything that is odd."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateutil.relativedelta import relativedelta

from chronicle.authority import KnownCorrection, Sidecar
from chronicle.dates import find_opening_date, looks_dated
from chronicle.entry import Passage, Setting, correction_of, read_entry
from chronicle.findings import ChronicleError
from chronicle.grammar import Grammar
from chronicle.model import Edition, Event, Finding, LeftOut, NoteMarker, Source, Span
from chronicle.notes import Plausible, find_markers, plausible_markers
from chronicle.seeds import SeedFile
from chronicle.split import Grammar as SplitGrammar, Split, split_digest

_LOWER_WORD: Final = re.compile(r"(?<![\w'’.-])[a-z]{3,}(?![\w'’.-]*\w)")


def read_edition(digest: SeedFile, sidecar: Sidecar, grammar: Grammar) -> Edition:
    """Return the edition that *digest* prints.

    Raises ChronicleError where it holds no entry, or where the sidecar speaks of what is not there.
    """
    split = split_digest(digest.text, _split_grammar(grammar))
    if not split.entries:
        msg = f"{digest.path}:1: no entry was found: each must begin with a date ('December 1, Place, …')"
        raise ChronicleError(msg)
    places = _Places.of(digest)
    markers = plausible_markers([find_markers(digest.text[e.start : e.end]) for e in split.entries])
    events = tuple(_events(sidecar, grammar, split, markers, places))
    _check_corrections(digest, sidecar, events)
    first, last = _period(digest.stem, sidecar)
    return Edition(
        id=digest.stem,
        title=sidecar.title,
        first=first,
        last=last,
        file=digest.name,
        sha256=digest.sha256,
        address=sidecar.address,
        received=sidecar.received,
        events=events,
        sources=split.sources,
        left_out=split.left_out,
        corrections=tuple(correction_of(c) for c in sidecar.corrections if c.entry == "all"),
        findings=_findings(split, events, markers, places),
    )


def _split_grammar(grammar: Grammar) -> SplitGrammar:
    return SplitGrammar(
        find_date=lambda text: find_opening_date(text, grammar.places.knows),
        looks_dated=looks_dated,
        is_place=grammar.places.knows,
    )


def _period(name: str, sidecar: Sidecar) -> tuple[dt.date, dt.date]:
    if sidecar.period:
        return sidecar.period.first, sidecar.period.last
    first = dt.date(int(name[:4]), int(name[5:7]), 1)
    return first, first + relativedelta(months=1, days=-1)


@dataclass(frozen=True, slots=True)
class _Places:
    """Where in the digest a character stands."""

    digest: SeedFile
    #: offsets at which its lines begin
    lines: tuple[int, ...]

    @classmethod
    def of(cls, digest: SeedFile) -> _Places:
        return cls(digest, (0, *(m.end() for m in re.finditer("\n", digest.text))))

    def finding(self, code: str, message: str, span: Span, event: str | None = None) -> Finding:
        """Return what is odd at *span*, which counts characters of the digest."""
        line = bisect_right(self.lines, span.start)
        return Finding(
            code=code,
            message=message,
            file=self.digest.name,
            line=line,
            column=span.start - self.lines[line - 1] + 1,
            excerpt=span.of(self.digest.text).split("\n")[0],
            event=event,
        )


def _events(
    sidecar: Sidecar, grammar: Grammar, split: Split, markers: Plausible, places: _Places
) -> Iterator[Event]:
    digest, text = places.digest, places.digest.text
    first, last = _period(digest.stem, sidecar)
    setting = Setting(
        edition=digest.stem,
        first=first,
        last=last,
        grammar=grammar,
        vocabulary=frozenset(w for e in split.entries for w in _LOWER_WORD.findall(text, e.start, e.end)),
        sources=_addresses(split.sources, sidecar),
        corrections=sidecar.corrections,
    )
    for n, (entry, kept) in enumerate(zip(split.entries, markers.kept, strict=True), start=1):
        passage = Passage(
            text=text[entry.start : entry.end], label=str(n), start=entry.start, line=entry.line, markers=kept
        )
        event, odd = read_entry(passage, setting)
        findings = (
            places.finding(code, message, Span(entry.start + at.start, entry.start + at.end), event.id)
            for code, message, at in odd
        )
        yield replace(event, findings=tuple(findings))


def _addresses(sources: Sequence[Source], sidecar: Sidecar) -> Mapping[int, str]:
    """Return the address of each note's source; of two lines with one number the first, which is reported."""
    supplied = {int(s.number): s.url for s in sidecar.sources}
    return supplied | {source.number: source.url for source in reversed(sources)}


def _check_corrections(digest: SeedFile, sidecar: Sidecar, events: Sequence[Event]) -> None:
    """Raise where a correction speaks of words that the digest does not print."""
    for known in sidecar.corrections:
        if wrong := _misfit(known, [e for e in events if known.entry in ("all", e.label)]):
            msg = f"{digest.path.removesuffix('.txt')}.yaml: {wrong}"
            raise ChronicleError(msg)


def _misfit(known: KnownCorrection, events: Sequence[Event]) -> str:
    if not events:
        return f"a correction speaks of entry {known.entry}, which the digest does not have"
    if all(known.printed in event.printed_date.text for event in events):
        return ""
    where = "every entry" if known.entry == "all" else f"entry {known.entry}"
    return f"a correction says that the date of {where} is printed with '{known.printed}', but it is not: mend or remove it"


# ---------------------------------------------------------------- what is odd in the digest as a whole


def _findings(
    split: Split, events: Sequence[Event], markers: Plausible, places: _Places
) -> tuple[Finding, ...]:
    found = [places.finding(code, message, span) for code, message, span in split.findings]
    found += _dropped(events, markers.dropped, places)
    found += _without_source(split.sources, events, places)
    found += _without_marker(split.sources, events, places)
    found += _out_of_order(events, places)
    found += _unplaced(split.left_out, places)
    found += [finding for event in events for finding in event.findings]
    return tuple(sorted(set(_grouped(found)), key=lambda f: (f.line, f.column, f.code, f.message)))


def _grouped(found: Sequence[Finding]) -> list[Finding]:
    """Return *found* with the same slip on many dates told once: a wrong year on every entry is one matter."""
    dates = [f for f in found if f.code == "misprinted-date"]
    if len(dates) <= 3:
        return list(found)
    first = replace(
        dates[0],
        message=f"{dates[0].message}; so are {len(dates) - 1} more dates of this digest. "
        "If the digest is wrong, say so in its sidecar: corrections: - {entry: all, field: year, printed: …, meant: …, reason: …, date: …}",
        event=None,
    )
    return [f for f in found if f.code != "misprinted-date"] + [first]


def _dropped(
    events: Sequence[Event], dropped: Sequence[Sequence[NoteMarker]], places: _Places
) -> Iterator[Finding]:
    for event, markers in zip(events, dropped, strict=True):
        for marker in markers:
            span = Span(event.start + marker.at.start, event.start + marker.at.end)
            message = (
                f"[{marker.number}] is far out of the order of the notes: it is read as text, not as a note"
            )
            yield places.finding("stray-number", message, span, event.id)


def _without_source(sources: Sequence[Source], events: Sequence[Event], places: _Places) -> Iterator[Finding]:
    if not sources:
        if any(note.url is None for event in events for note in event.notes):
            message = "the digest has no note list: every note is shown without a source"
            yield places.finding("no-note-list", message, Span(events[0].start, events[0].start))
        return
    for event in events:
        for note in event.notes:
            if note.url is None:
                span = Span(event.start + note.at.start, event.start + note.at.end)
                message = f"the note list has no source [{note.number}]; supply it in the sidecar, or leave it missing"
                yield places.finding("note-without-source", message, span, event.id)


def _without_marker(sources: Sequence[Source], events: Sequence[Event], places: _Places) -> Iterator[Finding]:
    used = Counter(note.number for event in events for note in event.notes)
    for source in sources:
        if source.number not in used:
            at = places.lines[source.line - 1]
            message = f"no entry has the note [{source.number}]: the source belongs to no event"
            yield places.finding("source-without-note", message, Span(at, at + len(source.url)))


def _out_of_order(events: Sequence[Event], places: _Places) -> Iterator[Finding]:
    """Yield the days that stand before an earlier day of a later entry, unless the next entry goes on from there."""
    dated = [event for event in events if event.date]
    for before, event, after in zip(dated, dated[1:], dated[2:], strict=False):
        late = before.date <= after.date < event.date  # type: ignore[operator]
        early = event.date < before.date <= after.date  # type: ignore[operator]
        if late or early:
            span = Span(event.start + event.printed_date.at.start, event.start + event.printed_date.at.end)
            message = f"'{event.printed_date.text}' stands between '{before.printed_date.text}' and '{after.printed_date.text}'"
            yield places.finding("day-out-of-order", message, span, event.id)


def _unplaced(left_out: Sequence[LeftOut], places: _Places) -> Iterator[Finding]:
    for left in left_out:
        if left.kind == "unplaced":
            at = places.lines[left.line - 1]
            line_end = places.digest.text.find("\n", at)
            end = line_end if line_end >= 0 else len(places.digest.text)
            message = "this text begins with no date and belongs to no entry: it is on no event's page"
            yield places.finding("left-out", message, Span(at, end))
