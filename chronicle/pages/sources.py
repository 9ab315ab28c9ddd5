"""Sources: who is cited, where, and every note without a source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from chronicle import urls
from chronicle.pages import lists, words
from chronicle.pages.lookup import Lookup
from chronicle.pages.records import Group, Page, Ref

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chronicle.model import Outlet

#: events that stand in the open; those before them unfold
_LATEST: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletLine:
    """Who published sources: how often cited, and in which events."""

    name: str
    #: its page
    href: str
    kind: str
    hosts: str
    #: whether its pages may vanish or need a login
    fragile: bool
    #: '3 notes'
    notes: str
    #: '2 events'
    events: str
    #: the latest events that cite it
    latest: tuple[Ref, ...]
    #: all the others, newest first
    earlier: tuple[Ref, ...]
    #: '18 earlier events'; '' where there are none
    earlier_count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesPage(Page):
    """All outlets, and every note without a source."""

    template: ClassVar[str] = "sources.html"

    notes: str
    #: '3 notes': those whose source has an archived copy
    copy_count: str
    #: those whose source may vanish or need a login
    fragile_count: str
    outlet_count: str
    #: those cited most first
    outlets: tuple[OutletLine, ...]
    missing_count: str
    #: by edition, newest first
    missing: tuple[Group, ...]


def sources_page(lookup: Lookup) -> SourcesPage:
    """Return the page of sources."""
    outlets = sorted(lookup.chronicle.outlets, key=lambda one: (-len(one.citations), one.name, one.id))
    missing = tuple(_missing(lookup))
    number = sum(len(group.items) for group in missing)
    cited = sum(len(one.citations) for one in outlets)
    notes = [note for event in lookup.chronicle.events for note in event.notes]
    return SourcesPage(
        path=urls.SOURCES,
        title="Sources",
        description="Who published the sources that the digests cite, and every note without a source.",
        notes=words.count(cited + number, words.NOTES),
        copy_count=words.count(sum(note.copy is not None for note in notes), words.NOTES),
        fragile_count=words.count(sum(note.fragile for note in notes), words.NOTES),
        outlet_count=words.count(len(outlets), ("outlet", "outlets")),
        outlets=tuple(_outlet(one, lookup) for one in outlets),
        missing_count=words.count(number, words.NOTES),
        missing=missing,
    )


def _outlet(outlet: Outlet, lookup: Lookup) -> OutletLine:
    cited = dict.fromkeys(event.id for event, _ in reversed(outlet.citations))
    events = tuple(Ref(label=one, href=lookup.rows[one].href) for one in cited if one in lookup.rows)
    earlier = events[_LATEST:]
    return OutletLine(
        name=outlet.name,
        href=urls.outlet(outlet.id),
        kind=words.OUTLETS.get(outlet.kind, outlet.kind),
        hosts=", ".join(host for host in outlet.hosts if host != outlet.name),
        fragile=any(note.fragile for _, note in outlet.citations),
        notes=words.count(len(outlet.citations), words.NOTES),
        events=lists.events_words(len(cited)),
        latest=events[:_LATEST],
        earlier=earlier,
        earlier_count=words.count(len(earlier), ("earlier event", "earlier events")) if earlier else "",
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
