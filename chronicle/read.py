"""One digest in, one Edition out: its events, its sources, what was left out, and everything that is odd."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Final

from dateutil.relativedelta import relativedelta

from chronicle.addresses import is_short, safe_url, strip_traces
from chronicle.authority import Sidecar
from chronicle.checks import Digest, Places, edition_findings
from chronicle.corrected import corrected, correction_of, supplied, unfit
from chronicle.dates import find_opening_date, looks_dated
from chronicle.entry import Oddity, Passage, Setting, read_entry
from chronicle.findings import ChronicleError
from chronicle.grammar import Grammar
from chronicle.model import Copy, Edition, Event, NoteMarker, Source
from chronicle.notes import find_markers, plausible_markers
from chronicle.recognition import Candidate
from chronicle.seeds import SeedFile
from chronicle.split import Entry, Grammar as SplitGrammar, Split, split_digest

_LOWER_WORD: Final = re.compile(r"[a-z](?<![\w'’.-].)[a-z]{2,}(?![\w'’.-]*\w)")


def candidates(digest: SeedFile, grammar: Grammar) -> tuple[Candidate, ...]:
    """Return the entries of *digest*, to be known again; where it holds none, none."""
    return tuple(
        Candidate(
            edition=digest.stem,
            ordinal=n,
            text=digest.text[entry.start : entry.end],
            file=digest.path,
            line=entry.line,
        )
        for n, entry in enumerate(split_digest(digest.text, _split_grammar(grammar)).entries, start=1)
    )


def read_edition(digest: SeedFile, sidecar: Sidecar, grammar: Grammar, labels: Sequence[str] = ()) -> Edition:
    """Return the edition that *digest* prints; *labels* of its entries in order, else their positions.

    Raises ChronicleError where it holds no entry, or where the sidecar speaks of what is not there.
    """
    split = split_digest(digest.text, _split_grammar(grammar))
    if not split.entries:
        msg = f"{digest.path}:1: no entry was found: each must begin with a date ('December 1, Place, …')"
        raise ChronicleError(msg)
    labels = labels or tuple(str(n) for n in range(1, len(split.entries) + 1))
    places = Places.of(digest)
    markers = plausible_markers([find_markers(digest.text[e.start : e.end]) for e in split.entries])
    labelled = zip(split.entries, markers.kept, labels, strict=True)
    events = _events(sidecar, grammar, split, labelled, places)
    first, last = period_of(digest.stem, sidecar)
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
        findings=edition_findings(
            Digest(split=split, events=events, dropped=markers.dropped, first=first, last=last), places
        ),
    )


def _split_grammar(grammar: Grammar) -> SplitGrammar:
    return SplitGrammar(
        find_date=lambda text: find_opening_date(text, grammar.places.knows),
        looks_dated=looks_dated,
        is_place=grammar.places.knows,
    )


def period_of(name: str, sidecar: Sidecar) -> tuple[dt.date, dt.date]:
    """Return the first and last day of an edition: as its sidecar says, else those of the month in its *name*."""
    if sidecar.period:
        return sidecar.period.first, sidecar.period.last
    first = dt.date(int(name[:4]), int(name[5:7]), 1)
    return first, first + relativedelta(months=1, days=-1)


def _events(
    sidecar: Sidecar,
    grammar: Grammar,
    split: Split,
    labelled: Iterable[tuple[Entry, tuple[NoteMarker, ...], str]],
    places: Places,
) -> tuple[Event, ...]:
    digest, text = places.digest, places.digest.text
    first, last = period_of(digest.stem, sidecar)
    sources = _addresses(digest, split.sources, sidecar)
    setting = Setting(
        edition=digest.stem,
        first=first,
        last=last,
        grammar=grammar,
        vocabulary=frozenset(
            chain.from_iterable(_LOWER_WORD.findall(text, e.start, e.end) for e in split.entries)
        ),
        sources=sources,
        copies=_copies(digest, sources, sidecar),
        corrections=sidecar.corrections,
    )
    printed = {source.number: source.url for source in reversed(split.sources)}
    events: list[Event] = []
    mistakes: list[str] = []
    for n, (entry, markers, label) in enumerate(labelled, start=1):
        passage = Passage(
            text=text[entry.start : entry.end],
            label=label,
            ordinal=n,
            start=entry.start,
            line=entry.line,
            markers=markers,
        )
        done = corrected(*read_entry(passage, setting), setting)
        mistakes += done.mistakes
        events.append(_found_in(places, supplied(done.event, sidecar.sources, printed), done.odd))
    if mistakes := [*unfit(setting, events), *mistakes]:
        raise ChronicleError("\n".join(f"{_sidecar_of(digest)}: {mistake}" for mistake in mistakes))
    return tuple(events)


def _found_in(places: Places, event: Event, odd: Iterable[Oddity]) -> Event:
    """Return *event* with what is odd in it as findings, in their places of the digest."""
    found = (replace(places.finding(one.code, one.message, one.at, event), paste=one.paste) for one in odd)
    return replace(event, findings=tuple(found))


def _addresses(digest: SeedFile, sources: Sequence[Source], sidecar: Sidecar) -> Mapping[int, str]:
    """Return the address of each note's source; of two lines with one number the first, which is reported.

    The sidecar supplies what the digest lacks, and replaces what leads nowhere by itself. Raises where it does neither.
    """
    printed = {source.number: source.url for source in reversed(sources)}
    supplied = {int(s.number): s.url for s in sidecar.sources}
    for number in supplied.keys() & printed.keys():
        if (
            supplied[number] != printed[number]
            and not is_short(printed[number])
            and safe_url(printed[number])
        ):
            msg = f"{_sidecar_of(digest)}: 'sources' gives note {number} a source, but the digest prints one: remove it"
            raise ChronicleError(msg)
    return printed | supplied


def _copies(digest: SeedFile, sources: Mapping[int, str], sidecar: Sidecar) -> Mapping[int, Copy]:
    """Return the archived copy of each source that has one. Raises where the sidecar has one of no source."""
    copies = {int(one.number): Copy(url=strip_traces(one.url), date=one.date) for one in sidecar.archived}
    for number in copies.keys() - sources.keys():
        msg = f"{_sidecar_of(digest)}: 'archived' has a copy for note {number}, which has no source: mend the number"
        raise ChronicleError(msg)
    return copies


def _sidecar_of(digest: SeedFile) -> str:
    return f"{digest.path.removesuffix('.txt')}.yaml"
