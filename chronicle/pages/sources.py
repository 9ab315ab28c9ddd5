"""Sources and corrections: who is cited, what has no source, and where print and site differ."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar, Final

from chronicle import urls
from chronicle.pages import lists, words
from chronicle.pages.lookup import Lookup, edition_ref
from chronicle.pages.records import Group, Page, Ref

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chronicle.model import Correction, Edition, Outlet

_LATEST: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletLine:
    """Who published sources: how often cited, and where last."""

    name: str
    kind: str
    hosts: str
    #: '3 notes'
    notes: str
    #: '2 events'
    events: str
    #: the latest events that cite it
    latest: tuple[Ref, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesPage(Page):
    """All outlets, and every note without a source."""

    template: ClassVar[str] = "sources.html"

    notes: str
    outlet_count: str
    #: those cited most first
    outlets: tuple[OutletLine, ...]
    missing_count: str
    #: by edition, newest first
    missing: tuple[Group, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionGroup:
    """Differences between print and site that have one reason."""

    edition: Ref
    field: str
    reason: str
    #: when the editor noted it
    day: str
    count: str
    #: the event (or the whole digest), as printed, as meant
    places: tuple[tuple[Ref, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionsPage(Page):
    """Every difference between print and site."""

    template: ClassVar[str] = "corrections.html"

    count: str
    groups: tuple[CorrectionGroup, ...]


def sources_page(lookup: Lookup) -> SourcesPage:
    """Return the page of sources."""
    outlets = sorted(lookup.chronicle.outlets, key=lambda one: (-len(one.citations), one.name, one.id))
    missing = tuple(_missing(lookup))
    number = sum(len(group.items) for group in missing)
    cited = sum(len(one.citations) for one in outlets)
    return SourcesPage(
        path=urls.SOURCES,
        title="Sources",
        description="Who published the sources that the digests cite, and every note without a source.",
        notes=words.count(cited + number, words.NOTES),
        outlet_count=words.count(len(outlets), ("outlet", "outlets")),
        outlets=tuple(_outlet(one, lookup) for one in outlets),
        missing_count=words.count(number, words.NOTES),
        missing=missing,
    )


def _outlet(outlet: Outlet, lookup: Lookup) -> OutletLine:
    events = dict.fromkeys(event.id for event, _ in outlet.citations)
    return OutletLine(
        name=outlet.name,
        kind=words.OUTLETS.get(outlet.kind, outlet.kind),
        hosts=", ".join(host for host in outlet.hosts if host != outlet.name),
        notes=words.count(len(outlet.citations), words.NOTES),
        events=lists.events_words(len(events)),
        latest=tuple(
            Ref(label=one, href=lookup.rows[one].href)
            for one in list(reversed(events))[:_LATEST]
            if one in lookup.rows
        ),
    )


def _missing(lookup: Lookup) -> Iterator[Group]:
    for edition in reversed(lookup.chronicle.editions):
        items = tuple(
            Ref(label=f"note {note.number}", href=urls.event(event.id), remark=event.id)
            for event in edition.events
            for note in event.notes
            if note.url is None
        )
        if items:
            yield Group(
                name=words.edition_title(edition),
                anchor=f"edition-{edition.id}",
                items=items,
                href=urls.edition(edition.id),
                remark=words.count(len(items), words.NOTES),
            )


def corrections_page(lookup: Lookup) -> CorrectionsPage:
    """Return the page of corrections, newest edition first."""
    groups = tuple(
        group for edition in reversed(lookup.chronicle.editions) for group in _corrected(edition, lookup)
    )
    number = sum(len(group.places) for group in groups)
    return CorrectionsPage(
        path=urls.CORRECTIONS,
        title="Corrections",
        description="Every difference between the printed digests and this site, with its reason.",
        count=words.count(number, ("difference", "differences")),
        groups=groups,
    )


def _corrected(edition: Edition, lookup: Lookup) -> Iterator[CorrectionGroup]:
    """Yield the corrections of one edition, those with one reason together, in order of the digest."""
    whole = edition_ref(edition)
    # What is corrected throughout stands on every event that it changes: said once each.
    each = {_reason(one) for event in edition.events for one in event.corrections}
    throughout = [one for one in edition.corrections if _reason(one) not in each]
    found = [(one, Ref(label="the whole digest", href=whole.href), -1) for one in throughout]
    for event in edition.events:
        place = Ref(label=event.id, href=urls.event(event.id))
        found += [(one, place, lookup.order[event.id]) for one in event.corrections]
    found.sort(key=lambda one: (*_reason(one[0]), one[2]))
    for (field, reason, _), group in groupby(found, lambda one: _reason(one[0])):
        same = tuple(group)
        yield CorrectionGroup(
            edition=whole,
            field=words.FIELDS.get(field, field.capitalize()),
            reason=reason,
            day=words.day(same[0][0].date),
            count=lists.events_words(sum(at >= 0 for _, _, at in same)),
            places=tuple((place, one.printed, words.meant(one)) for one, place, _ in same),
        )


def _reason(correction: Correction) -> tuple[str, str, str]:
    return (correction.field, correction.reason, correction.date.isoformat())
