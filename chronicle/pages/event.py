"""An event -> its page: the digest's words with links in them, and what was read from them beside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from chronicle import urls
from chronicle.annotate import Link, annotate
from chronicle.pages import penalties, words
from chronicle.pages.cited import Origin, origin
from chronicle.pages.errata import veiled
from chronicle.pages.lines import (
    CorrectionLine,
    PartLine,
    SourceLine,
    correction_lines,
    part_lines,
    source_lines,
    title_from,
)
from chronicle.pages.linked import linked
from chronicle.pages.lookup import (
    Lookup,
    edition_ref,
    event_ref,
    is_hidden,
    mention_ref,
    person_ref,
    provision_href,
    topic_ref,
)
from chronicle.pages.oddities import findings_for_readers, is_uncertain, told, uncertainties
from chronicle.pages.records import Page, Ref

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markupsafe import Markup

    from chronicle.model import Edition, Event, Participant, Provision, Sanction, Site

_OTHERS: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The people who play one part in an event."""

    name: str
    people: tuple[Ref, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionLine:
    """A provision an event cites."""

    words: str
    href: str
    code: Ref
    #: None where it is not recorded
    title: str | None
    #: where the title comes from, in words; '' without a title
    title_from: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SanctionLine:
    """A sanction an event names: in plain words and as printed."""

    words: str
    printed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPage(Page):
    """One event."""

    template: ClassVar[str] = "event.html"
    copy_script: ClassVar[str] = urls.COPY_SCRIPT

    #: the citation form: '2022-12.18'
    id: str
    day: str
    iso: str
    #: the printed date, where it is not the same as the day meant; else ''
    printed_day: str
    dateline: tuple[Ref, ...]
    mentions: tuple[Ref, ...]
    body: Markup
    parts: tuple[Part, ...]
    provisions: tuple[ProvisionLine, ...]
    sanctions: tuple[SanctionLine, ...]
    topics: tuple[Ref, ...]
    cases: tuple[Ref, ...]
    sources: tuple[SourceLine, ...]
    corrections: tuple[CorrectionLine, ...]
    #: how the part of each person was read
    readings: tuple[PartLine, ...]
    #: what can be read in two ways, a sentence each
    uncertain: tuple[str, ...]
    #: what is odd in the entry's print, a sentence each
    findings: tuple[str, ...]
    previous: Ref | None
    next: Ref | None
    #: latest first
    others: tuple[Ref, ...]
    #: people to follow further, where not all their events are shown
    others_more: tuple[Ref, ...]
    origin: Origin
    #: what the page says to programs: JSON-LD
    linked: Markup
    #: the same event as a record, relative to the site's root
    record: str


def event_pages(edition: Edition, lookup: Lookup, site: Site) -> Iterator[EventPage]:
    """Yield the page of every event of *edition*."""
    events = edition.events
    for place, event in enumerate(events):
        before = events[place - 1] if place else None
        after = events[place + 1] if place + 1 < len(events) else None
        yield event_page(event, (before, after), edition, lookup, site)


def event_page(
    event: Event, beside: tuple[Event | None, Event | None], edition: Edition, lookup: Lookup, site: Site
) -> EventPage:
    """Return the page of *event*; *beside* are the events before and after it in the edition."""
    row, path = lookup.rows[event.id], urls.event(event.id)
    previous, following = (event_ref(lookup.rows[one.id]) if one else None for one in beside)
    others, more = _others(event, lookup)
    sources = source_lines(event.notes, lookup, edition.last)
    return EventPage(
        path=path,
        title=row.title,
        description=f"Event {event.id} of {words.edition_title(edition)}: {', '.join(filter(None, (row.place, row.day)))}.",
        trail=(Ref(label="Editions", href=urls.EDITIONS), edition_ref(edition)),
        id=event.id,
        day=row.day if event.date else "not understood",
        iso=row.iso,
        printed_day=printed_day(event),
        dateline=tuple(mention_ref(place, lookup) for place in event.dateline),
        mentions=tuple(mention_ref(place, lookup) for place in event.mentions),
        body=annotate(
            event.text, links(event, lookup, {note.number for note in event.notes}), urls.root(path)
        ),
        parts=tuple(_parts(event.people, lookup)),
        provisions=tuple(_provision(one, lookup) for one in event.distinct_provisions),
        sanctions=tuple(_sanction(one, lookup) for one in event.sanctions),
        topics=tuple(topic_ref(topic, lookup) for topic in event.topics),
        cases=lookup.cases.get(event.id, ()),
        sources=sources,
        corrections=correction_lines(veiled(event), lookup.places),
        readings=part_lines(event),
        uncertain=uncertainties(event),
        findings=_odd(event),
        previous=previous,
        next=following,
        others=others,
        others_more=more,
        origin=origin(event, edition, lookup, site),
        linked=linked(event, edition, sources, lookup, site),
        record=urls.record(event.id),
    )


def _odd(event: Event) -> tuple[str, ...]:
    """Return what is odd in the print, a sentence each."""
    found = findings_for_readers(event.findings, (event,))
    return tuple(told(one) for one in found if not is_uncertain(one))


def printed_day(event: Event) -> str:
    """Return the date as printed where it does not say the very day that is meant; else ''."""
    printed, meant = event.printed_date, event.date
    same = meant is not None and (printed.year, printed.month, printed.day) == (
        meant.year,
        meant.month,
        meant.day,
    )
    return "" if same and printed.until is None else printed.text


def links(event: Event, lookup: Lookup, notes: Iterable[int]) -> Iterator[Link]:
    """Yield what is set apart in an event's text; note markers lead to the *notes* listed on the page."""
    listed = set(notes)
    yield Link(at=event.printed_date.at, kind="date")
    for place in (*event.dateline, *event.mentions):
        if place.id in lookup.places:
            yield Link(at=place.at, href=urls.place(place.id), kind="place")
    for person in event.people:
        if person.id in lookup.people:
            for mention in person.mentions:
                yield Link(at=mention.at, href=urls.person(str(person.id)), kind="person")
    for provision in event.provisions:
        if href := provision_href(provision, lookup):
            yield Link(at=provision.at, href=href, kind="provision")
    for note in event.notes:
        yield Link(at=note.at, href=f"#note-{note.number}" if note.number in listed else "", kind="note")


def _parts(people: Iterable[Participant], lookup: Lookup) -> Iterator[Part]:
    everyone = tuple(people)
    for role, name in words.PARTS.items():
        if named := tuple(_named(one, lookup) for one in everyone if one.role == role):
            yield Part(name=name, people=named)


def _named(one: Participant, lookup: Lookup) -> Ref:
    if is_hidden(one):
        said = f"age {one.age} according to the text" if one.age is not None else "kept out of the index"
        return Ref(
            label=one.cipher[0].upper() + one.cipher[1:] if one.minor else "Someone",
            remark=f"named in the digest’s words only; {said}",
        )
    person = lookup.people.get(one.id or "")
    name = person.name if person else one.canonical or str(one.name)
    printed = [f"“{' '.join(form.split())}”" for form in _other_forms(one, name)]
    remarks = [f"printed {words.joined(printed)}"] if printed else []
    if one.age is not None:
        remarks.append(f"age {one.age} according to the text")
    return Ref(label=name, href=person_ref(person).href if person else "", remark="; ".join(remarks))


def _other_forms(one: Participant, name: str) -> tuple[str, ...]:
    return tuple(form for form in one.printed if not words.same_but_case(form, name))


def _provision(one: Provision, lookup: Lookup) -> ProvisionLine:
    code = lookup.codes.get(one.code or "")
    article = lookup.articles.get((one.code, one.article))
    title = article.title if article else None
    return ProvisionLine(
        words=words.provision(one),
        href=provision_href(one, lookup),
        code=Ref(label=code.name, href=urls.code(code.slug))
        if code
        else Ref(label=one.code or "code not stated"),
        title=title,
        title_from=title_from(article.title_from if article and title else None),
    )


def _sanction(one: Sanction, lookup: Lookup) -> SanctionLine:
    return SanctionLine(words=penalties.sanction(one, lookup.units), printed=" ".join(one.printed.split()))


def _others(event: Event, lookup: Lookup) -> tuple[tuple[Ref, ...], tuple[Ref, ...]]:
    """Return the latest other events with the same people, and the people of whom there are more.

    Linear in all: those named in very many events are followed on their own pages only.
    """
    shared: dict[str, list[str]] = {}
    followed = dict.fromkeys(person.id for person in event.people if person.id in lookup.threads)
    for person in filter(None, followed):
        for other in lookup.threads[person]:
            if other != event.id:
                shared.setdefault(other, []).append(person)
    latest = sorted(shared, key=lambda one: -lookup.order[one])
    hidden = dict.fromkeys(person for other in latest[_OTHERS:] for person in shared[other])
    return (
        tuple(
            Ref(
                label=lookup.rows[other].title,
                href=lookup.rows[other].href,
                remark="with " + words.joined([lookup.people[one].name for one in shared[other]]),
            )
            for other in latest[:_OTHERS]
        ),
        tuple(person_ref(lookup.people[one]) for one in hidden),
    )
