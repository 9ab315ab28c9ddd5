"""One digest in, one Edition out: its events, its sources, what was left out, and everything that is odd."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateutil.relativedelta import relativedelta

from chronicle.authority import KnownCorrection, Sidecar
from chronicle.checks import Digest, Places, edition_findings
from chronicle.dates import find_opening_date, looks_dated
from chronicle.entry import Passage, Setting, correction_of, read_entry
from chronicle.findings import ChronicleError
from chronicle.grammar import Grammar
from chronicle.model import Edition, Event, Source
from chronicle.notes import Plausible, find_markers, plausible_markers
from chronicle.seeds import SeedFile
from chronicle.split import Grammar as SplitGrammar, Split, split_digest

_LOWER_WORD: Final = re.compile(r"[a-z](?<![\w'’.-].)[a-z]{2,}(?![\w'’.-]*\w)")


def read_edition(digest: SeedFile, sidecar: Sidecar, grammar: Grammar) -> Edition:
    """Return the edition that *digest* prints.

    Raises ChronicleError where it holds no entry, or where the sidecar speaks of what is not there.
    """
    split = split_digest(digest.text, _split_grammar(grammar))
    if not split.entries:
        msg = f"{digest.path}:1: no entry was found: each must begin with a date ('December 1, Place, …')"
        raise ChronicleError(msg)
    places = Places.of(digest)
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


def _period(name: str, sidecar: Sidecar) -> tuple[dt.date, dt.date]:
    if sidecar.period:
        return sidecar.period.first, sidecar.period.last
    first = dt.date(int(name[:4]), int(name[5:7]), 1)
    return first, first + relativedelta(months=1, days=-1)


def _events(
    sidecar: Sidecar, grammar: Grammar, split: Split, markers: Plausible, places: Places
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
            replace(places.finding(one.code, one.message, one.at, event), paste=one.paste) for one in odd
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
