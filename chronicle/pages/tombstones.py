"""Addresses that no longer show what they showed -> a page for each: what became of it, when and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Final

from chronicle import urls
from chronicle.pages import words
from chronicle.pages.lookup import Lookup, edition_ref
from chronicle.pages.records import Page, Ref

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from chronicle.model import LedgerLine

#: by state: the heading, and what it means
_STATES: Final = {
    "withdrawn": (
        "withdrawn",
        "It was withdrawn. The address stays, so that whoever linked to it learns why.",
    ),
    "redacted": (
        "not shown",
        "What stood here is not shown any more. The address stays, and means nothing else.",
    ),
    "merged": ("merged", "It told the same as another, and was merged into it."),
    "moved": ("moved", "It stands under another address now."),
    "divided": ("divided", "It was divided."),
}
_KINDS: Final = {
    "event": "Event",
    "person": "This person’s page",
    "place": "This place’s page",
    "statute": "This article’s page",
    "topic": "This topic’s page",
    "case": "This case’s page",
}
_SECTIONS: Final = {
    "person": Ref(label="People", href=urls.PEOPLE),
    "place": Ref(label="Places", href=urls.PLACES),
    "statute": Ref(label="Statutes", href=urls.STATUTES),
    "topic": Ref(label="Topics", href=urls.TOPICS),
    "case": Ref(label="Cases", href=urls.CASES),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TombstonePage(Page):
    """What became of one address."""

    template: ClassVar[str] = "tombstone.html"

    #: what the address showed: 'Event', 'This person’s page'
    kind: str
    #: the short form of an event; '' for everything else
    short: str
    #: what became of it: 'withdrawn'
    fate: str
    #: one of STATES
    state: str
    #: ids that it leads to, with a space between
    to: str
    iso: str
    day: str
    what: str
    reason: str
    #: as the ledger has it
    plain_reason: str
    leads: tuple[Ref, ...]
    #: the digest that the event stood in, where there is one
    edition: Ref | None

    @property
    def forward(self) -> str:
        """The way to the one page that it leads to, from here; '' where there is none, or a choice."""
        one = self.leads[0] if self.state in ("merged", "moved") and self.leads else None
        return f"{self.root}{one.href}" if one else ""

    @property
    def refresh(self) -> str:
        """What makes a browser go there at once."""
        return f"0; url={self.forward}"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoneLine:
    """An event that is not among the entries of its digest any more."""

    anchor: str
    ref: Ref
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoneEditionPage(Page):
    """A digest that has another month now, or is withdrawn: what became of each of its events."""

    template: ClassVar[str] = "gone_edition.html"

    #: the month that it had
    edition: str
    #: what became of all its events: 'moved'; else 'gone'
    fate: str
    gone: tuple[GoneLine, ...]


def tombstone_pages(lookup: Lookup) -> Iterator[Page]:
    """Yield a page for every address that was published and shows its own no more."""
    lines = lookup.chronicle.tombstones
    for line in lines:
        yield (page := tombstone_page(line, lookup))
        if line.kind in _SECTIONS and (line.kind != "statute" or "/" in line.id):
            # what had a page of its own had a dossier beside it, but a code
            yield replace(page, path=urls.dossier(page.path))
    editions = {line.id.split(".")[0] for line in lines if line.kind == "event"}
    for edition in sorted(editions - lookup.editions.keys()):
        yield _gone_edition(edition, lines)


def _gone_edition(edition: str, lines: Sequence[LedgerLine]) -> GoneEditionPage:
    fates = {_STATES[line.state][0] for line in _events_of(edition, lines)}
    fate = fates.pop() if len(fates) == 1 else "gone"
    return GoneEditionPage(
        path=urls.edition(edition),
        title=f"Digest {edition}: {fate}",
        description=f"What became of the events of the digest {edition}.",
        trail=(Ref(label="Editions", href=urls.EDITIONS),),
        noindex=True,
        edition=edition,
        fate=fate,
        gone=gone_lines(edition, lines),
    )


def tombstone_page(line: LedgerLine, lookup: Lookup) -> TombstonePage:
    """Return the page of an address that shows its own no more."""
    heading, what = _STATES[line.state]
    edition = lookup.editions.get(line.id.split(".")[0]) if line.kind == "event" else None
    section = Ref(label="Editions", href=urls.EDITIONS) if line.kind == "event" else _SECTIONS[line.kind]
    kind, short = _KINDS[line.kind], line.id if line.kind == "event" else ""
    return TombstonePage(
        path=urls.lasting(line.kind, line.id),
        title=f"{kind} {short}".rstrip() + f": {heading}",
        description=f"What became of this address: {heading}.",
        trail=(section, *([edition_ref(edition)] if edition else [])),
        noindex=True,
        kind=kind,
        short=short,
        fate=heading,
        state=line.state,
        to=" ".join(line.to),
        iso=line.date.isoformat() if line.date else "",
        day=words.day(line.date) if line.date else "",
        what=what,
        reason=words.curly(line.reason),
        plain_reason=line.reason,
        leads=tuple(_lead(line.kind, id_, lookup) for id_ in line.to),
        edition=edition_ref(edition) if edition else None,
    )


def gone_lines(edition: str, lines: Iterable[LedgerLine]) -> tuple[GoneLine, ...]:
    """Return the events that were published in *edition* and are not among its entries any more."""
    return tuple(
        GoneLine(
            anchor=line.id.split(".")[1],
            ref=Ref(label=line.id, href=urls.event(line.id)),
            words=_STATES[line.state][0] + (f" on {words.day(line.date)}" if line.date else ""),
        )
        for line in _events_of(edition, lines)
    )


def _events_of(edition: str, lines: Iterable[LedgerLine]) -> Iterator[LedgerLine]:
    return (line for line in lines if line.kind == "event" and line.id.startswith(f"{edition}."))


def _lead(kind: str, id_: str, lookup: Lookup) -> Ref:
    return Ref(
        label=_name(kind, id_, lookup), href=urls.lasting(kind, id_), remark=id_ if kind == "event" else ""
    )


def _name(kind: str, id_: str, lookup: Lookup) -> str:
    """Return what is written on the page that *id_* leads to."""
    if kind == "event":
        return lookup.rows[id_].title
    if kind == "person":
        return lookup.people[id_].name
    if kind == "place":
        return lookup.places[id_].name
    if kind == "topic":
        return lookup.topics[id_].name
    if kind == "case":
        return next(one.title for one in lookup.chronicle.cases if one.id == id_)
    code, _, number = id_.partition("/")
    name = next(one.name for one in lookup.chronicle.codes if one.slug == code)
    return f"{name}, Article {number}" if number else name
