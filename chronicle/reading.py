"""Seeds and what was published before in; everything that the digests say now, and what it means for the ledger, out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from chronicle.authority import Authority, Sidecar
from chronicle.cases import read_cases
from chronicle.catalogue import Catalogue
from chronicle.editions import all_candidates, read_editions
from chronicle.findings import ChronicleError
from chronicle.followed import followed
from chronicle.identities import Published
from chronicle.ledger import with_lines
from chronicle.merge import identified, merge
from chronicle.model import Chronicle, Correction, Edition, Event, Ledger, LedgerLine
from chronicle.past import Past, changed, orphans, unruled
from chronicle.read import period_of
from chronicle.recognition import Recognition, recognise
from chronicle.repeats import repeated_digests, repeated_entries
from chronicle.seeds import Options, SeedFile, Seeds
from chronicle.standing import Standing, ids_of, merged_apart, stand
from chronicle.withholding import Cleaner, Withheld
from chronicle.withholding.unindexed import unindexed

_CHANGED: Final = "The digest prints this otherwise than when the event was published first."


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything that the digests say now, and what it means for what was published."""

    chronicle: Chronicle
    #: every edition as printed, withdrawn entries and withheld names included: never shown
    printed: tuple[Edition, ...]
    known_again: Recognition
    standing: Standing
    #: words that must stand nowhere on the site
    withheld: Withheld
    #: the build's date
    day: dt.date
    #: events that a digest prints otherwise than when they were published last, a line each
    changed: tuple[str, ...]
    #: what must be mended in cases.yaml, a sentence each
    odd_cases: tuple[str, ...] = ()

    @property
    def unshown(self) -> frozenset[tuple[str, int]]:
        """The lines of digests, by file and number, that hold what is withheld: no message repeats them."""
        shown = {event.id: event.text for event in self.chronicle.events}
        return frozenset(
            (edition.file, event.line + n)
            for edition in self.printed
            for event in edition.events
            if shown.get(event.id, event.text) != event.text
            for n in range(event.text.count("\n") + 1)
        )

    @property
    def told_changes(self) -> tuple[str, ...]:
        """A line for each event that a digest prints otherwise than before, without words that are withheld."""
        clean = Cleaner(self.withheld)
        return tuple(map(clean.text, self.changed))

    @property
    def questions(self) -> tuple[str, ...]:
        """What an editor must answer before anything is published, a sentence each."""
        apart = merged_apart(self.chronicle, self.standing.ledger, self.day)
        return (*self.known_again.questions, *apart, *self.odd_cases, *self.standing.questions)


def build_day(seeds: Seeds, catalogue: Catalogue, told: dt.date | None) -> dt.date:
    """Return the build's date: as *told*, else the newest edition's last day."""
    newest = max(file.stem for file in seeds.editions)
    return told or period_of(newest, catalogue.sidecars.get(newest, Sidecar()))[1]


def read(seeds: Seeds, catalogue: Catalogue, past: Past, options: Options) -> Reading:
    """Return what *seeds* say after *past* was published."""
    known = catalogue.authority
    digests = sorted(seeds.editions, key=lambda file: file.stem)
    day = build_day(seeds, catalogue, options.date)
    if lost := "\n".join(unruled(past)):
        raise ChronicleError(lost)
    known_again = _recognised(digests, known, past, day)
    ledger = _moved(known_again, past.ledger, day)
    printed = _printed(digests, catalogue, known_again, options)
    published = Published.of(past.remembered, ledger)
    live = tuple(_live(edition, ledger) for edition in printed)
    known, passages = followed(known, catalogue.sidecars, ledger, printed)
    chronicle = merge(live, known, passages, published)
    withheld = _withheld(printed, known, published)
    gone = {line.id for line in _tombstones(ledger) if line.kind == "person"}
    cases = read_cases(
        seeds.authority.get("cases"),
        known,
        chronicle,
        ledger,
        (withheld, unindexed(chronicle.editions, gone)) if known.cases else (),
    )
    chronicle = replace(chronicle, cases=cases.cases)
    hidden = orphans(past.remembered, ledger)
    standing = stand(ledger, ids_of(chronicle), hidden, chronicle.kept_out, day)
    return Reading(
        chronicle=replace(
            chronicle,
            tombstones=_tombstones(standing.ledger),
            findings=(*chronicle.findings, *cases.findings, *repeated_entries(live)),
        ),
        printed=printed,
        known_again=known_again,
        standing=standing,
        withheld=withheld.with_passages(passages, printed),
        day=day,
        changed=tuple(changed(past.remembered, known_again)),
        odd_cases=cases.questions,
    )


def _recognised(digests: Sequence[SeedFile], known: Authority, past: Past, day: dt.date) -> Recognition:
    """Return which entry is which published event; where nothing was published, no digest is looked at."""
    if not past.remembered and not past.ledger.lines:
        return recognise((), (), past.ledger, day)
    return recognise(all_candidates(digests, known), past.remembered, past.ledger, day)


def _printed(
    digests: Sequence[SeedFile], catalogue: Catalogue, known_again: Recognition, options: Options
) -> tuple[Edition, ...]:
    """Return every edition as printed; where one cannot be read, what is asked about its entries is told as well."""
    labels, sidecars = known_again.labels, catalogue.sidecars
    try:
        editions = tuple(read_editions(digests, sidecars, catalogue.authority, labels, options.jobs))
    except ChronicleError as error:
        raise ChronicleError("\n".join((*known_again.questions, str(error)))) from None
    if twice := "\n".join(repeated_digests(editions)):
        raise ChronicleError(twice)
    return tuple(_with_changes(edition, known_again) for edition in editions)


def _moved(known_again: Recognition, ledger: Ledger, day: dt.date) -> Ledger:
    """Return *ledger* with the events that have moved to another digest; what led to them leads on from there."""
    now = dict(known_again.moved)
    moved = with_lines(ledger, _moves(known_again, ledger, day))
    leading = (line for line in moved if line.kind == "event" and line.ends)
    led = (replace(line, to=tuple(now.get(id_, id_) for id_ in line.ends)) for line in leading)
    return with_lines(moved, led)


def _moves(known_again: Recognition, ledger: Ledger, day: dt.date) -> Iterator[LedgerLine]:
    """Yield the lines of events whose entries stand in another digest now; what was withdrawn stays so there."""
    lines = ledger.of("event")
    for old, new in known_again.moved:
        line = lines.get(old, LedgerLine(kind="event", id=old, date=day))
        if line.state == "live":
            reason = f"its entry stands in the digest {new.split('.')[0]} now"
            yield replace(line, state="moved", to=(new,), date=day, reason=reason)
            yield LedgerLine(kind="event", id=new, date=day)
        else:
            yield replace(line, id=new)


def _with_changes(edition: Edition, known_again: Recognition) -> Edition:
    """Return *edition*; where a digest prints a published event otherwise than before, the event says so."""
    return replace(edition, events=tuple(_changed(event, known_again) for event in edition.events))


def _changed(event: Event, known_again: Recognition) -> Event:
    changes = known_again.changes.get(event.id, ())
    corrections = tuple(
        Correction(field="text", printed=one.before, meant=one.after, reason=_CHANGED, date=one.date)
        for one in changes
    )
    return replace(event, corrections=(*event.corrections, *corrections)) if changes else event


def _live(edition: Edition, ledger: Ledger) -> Edition:
    """Return *edition* without the events that were withdrawn, and what belongs to them alone."""
    gone = {line.id for line in ledger if line.kind == "event" and line.state != "live"}
    events = tuple(event for event in edition.events if event.id not in gone)
    if len(events) == len(edition.events):
        return edition
    kept = {note.number for event in events for note in event.notes}
    lost = {note.number for event in edition.events if event.id in gone for note in event.notes} - kept
    return replace(
        edition,
        events=events,
        sources=tuple(source for source in edition.sources if source.number not in lost),
        findings=tuple(one for one in edition.findings if one.event not in gone),
    )


def _withheld(printed: Sequence[Edition], known: Authority, published: Published) -> Withheld:
    """Return the words that must stand nowhere, those of withdrawn events included."""
    if not any(person.withhold for person in known.people):
        return Withheld()
    return Withheld.of(known.people, identified(printed, known, published)[0], known)


def _tombstones(ledger: Ledger) -> tuple[LedgerLine, ...]:
    """Return the addresses that keep a page though they show nothing: not those that hold a withheld name."""
    return tuple(
        line for line in ledger if line.state != "live" and (line.kind, line.state) != ("person", "redacted")
    )
