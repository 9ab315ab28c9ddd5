"""Chronicle -> what pages look up: people, places, articles and event rows by their ids, made once a build."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from chronicle import urls
from chronicle.pages import penalties, words
from chronicle.pages.facets import Labels, labels_of
from chronicle.pages.records import Entry, Ref, Row, Tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from chronicle.model import (
        Article,
        Case,
        Chronicle,
        Code,
        Edition,
        Event,
        Outlet,
        Participant,
        Person,
        Place,
        PlaceMention,
        Provision,
        Topic,
    )

#: someone in more events than this is no thread to follow from one event to another
FOLLOWED: Final = 30
_SHOWN: Final = 3
_LEAD: Final = 120
#: letters of the words of an event in a list
EXCERPT: Final = 190


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """Everything with an address, by id. All of it follows from the chronicle."""

    chronicle: Chronicle
    #: by event id; these repr the whole chronicle, hence not shown
    rows: Mapping[str, Row] = field(repr=False)
    #: event id -> position in the whole chronicle
    order: Mapping[str, int] = field(repr=False)
    editions: Mapping[str, Edition] = field(repr=False)
    people: Mapping[str, Person] = field(repr=False)
    places: Mapping[str, Place] = field(repr=False)
    topics: Mapping[str, Topic] = field(repr=False)
    outlets: Mapping[str, Outlet] = field(repr=False)
    #: by the id in records: 'CC'
    codes: Mapping[str, Code] = field(repr=False)
    #: by code and number: 'CC', '405'
    articles: Mapping[tuple[str | None, str], Article] = field(repr=False)
    #: person id -> event ids, newest first: only those worth following from event to event
    threads: Mapping[str, tuple[str, ...]] = field(repr=False)
    #: event id -> the other ids under which it was published
    formerly: Mapping[str, tuple[str, ...]] = field(repr=False)
    #: id of a unit of money -> its name for one, for several
    units: Mapping[str, tuple[str, str]] = field(repr=False)
    #: the words for what lists are narrowed by
    labels: Labels = field(repr=False)
    #: the place that the chronicle is about
    country: str
    #: the months of which something is recorded, oldest first: '2022-12'
    covered: tuple[str, ...] = ()
    #: event id -> the cases that it belongs to; person id -> the cases that are theirs
    cases: Mapping[str, tuple[Ref, ...]] = field(default_factory=dict, repr=False)


def look_up(chronicle: Chronicle, units: Mapping[str, tuple[str, str]], country: str) -> Lookup:
    """Return the lookups of *chronicle*; *units* names the units of money, for one and for several."""
    people = {person.id: person for person in chronicle.people}
    topics = {topic.id: topic for topic in chronicle.topics}
    codes = {code.id: code for code in chronicle.codes}
    events = chronicle.events
    return Lookup(
        chronicle=chronicle,
        rows={event.id: _row(event, people, topics, codes, units) for event in events},
        order={event.id: place for place, event in enumerate(events)},
        editions={edition.id: edition for edition in chronicle.editions},
        people=people,
        places={place.id: place for place in chronicle.places},
        topics=topics,
        outlets={outlet.id: outlet for outlet in chronicle.outlets},
        codes=codes,
        articles={(a.code, a.number): a for code in chronicle.codes for a in code.articles},
        threads=dict(_threads(chronicle.people)),
        formerly=_formerly(chronicle),
        units=units,
        labels=labels_of(chronicle),
        country=country,
        covered=tuple(
            sorted({*map(words.month_of, events), *(edition.id for edition in chronicle.editions)})
        ),
        cases=_cases(chronicle),
    )


def _cases(chronicle: Chronicle) -> dict[str, tuple[Ref, ...]]:
    found: dict[str, tuple[Ref, ...]] = {}
    for case in chronicle.cases:
        for id_ in (*(event.id for event in case.events), *case.people):
            found[id_] = (*found.get(id_, ()), case_ref(case))
    return found


def _formerly(chronicle: Chronicle) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in chronicle.tombstones:
        for id_ in line.to if line.kind == "event" else ():
            found[id_] = (*found.get(id_, ()), line.id)
    return found


def _threads(people: Iterable[Person]) -> Iterable[tuple[str, tuple[str, ...]]]:
    for person in people:
        roles = {participant.role for _, participant in person.appearances}
        if 1 < len(person.appearances) <= FOLLOWED and roles != {"official"}:
            yield person.id, tuple(event.id for event, _ in reversed(person.appearances))


def _row(
    event: Event,
    people: Mapping[str, Person],
    topics: Mapping[str, Topic],
    codes: Mapping[str, Code],
    units: Mapping[str, tuple[str, str]],
) -> Row:
    text = words.running(event)
    # Only people with a page: a list repeats no name of someone who is kept out of the index.
    subjects = tuple(people[p.id].name for p in event.subjects if p.id and p.id in people)
    lead = words.opening(text, _LEAD)
    return Row(
        id=event.id,
        href=urls.event(event.id),
        title=event.title or f"Event {event.id}",
        iso=event.date.isoformat() if event.date else "",
        day=words.day(event.date) if event.date else f"“{event.printed_date.text}”, no single day understood",
        place=", ".join(place.name for place in event.dateline),
        subjects=_some(subjects),
        lead=lead or f"Event {event.id}",
        rest=words.excerpt(_rest(text, lead), EXCERPT),
        excerpt=words.excerpt(text, EXCERPT),
        provisions=tuple(_tags(event.distinct_provisions, codes)),
        sanctions=_few(
            tuple(dict.fromkeys(penalties.printed_sanction(one, units) for one in event.sanctions))
        ),
        topics=tuple(topics[topic].name if topic in topics else topic for topic in event.topics),
    )


def _rest(text: str, lead: str) -> str:
    """Return what follows the words that already stand in the lead."""
    rest = text[: 4 * EXCERPT + _LEAD].split()[len(lead.removesuffix("…").split()) :]
    return ("… " if words.was_cut(text, lead) else "") + " ".join(rest)


def _some(names: tuple[str, ...]) -> str:
    if len(names) <= _SHOWN + 1:
        return words.joined(names)
    return words.joined((*names[:_SHOWN], f"{len(names) - _SHOWN} others"))


def _few(labels: tuple[str, ...]) -> tuple[str, ...]:
    if len(labels) <= _SHOWN + 1:
        return labels
    return (*labels[:_SHOWN], _more(len(labels)))


def _tags(provisions: tuple[Provision, ...], codes: Mapping[str, Code]) -> Iterator[Tag]:
    shown = provisions if len(provisions) <= _SHOWN + 1 else provisions[:_SHOWN]
    for one in shown:
        said = words.short_provision(one)
        code = codes.get(one.code or "")
        yield (
            Tag(words=said, code=one.code, name=code.name if code else "")
            if one.code
            else Tag(words=f"Article {said}")
        )
    if len(shown) < len(provisions):
        yield Tag(words=_more(len(provisions)))


def _more(number: int) -> str:
    return f"{number - _SHOWN} more"


def entry(row: Row, remark: str = "", *, named: bool = True, facets: str = "") -> Entry:
    """Return a row for a list: headed by its subjects, or, where not *named*, always by its first words.

    *facets* are what the list can be narrowed by.
    """
    if named and row.subjects:
        return Entry(row=row, headline=row.subjects, excerpt=row.excerpt, remark=remark, facets=facets)
    return Entry(row=row, headline=row.lead, excerpt=row.rest, remark=remark, facets=facets)


# ---------------------------------------------------------------- references


def event_ref(row: Row) -> Ref:
    """Return an event by its title."""
    return Ref(label=row.title, href=row.href, remark=row.id)


def person_ref(person: Person, remark: str = "") -> Ref:
    """Return a person by the canonical name."""
    return Ref(label=person.name, href=urls.person(person.id), remark=remark)


def place_ref(place: Place, remark: str = "") -> Ref:
    """Return a place by the canonical name."""
    return Ref(label=place.name, href=urls.place(place.id), remark=remark)


def mention_ref(mention: PlaceMention, lookup: Lookup) -> Ref:
    """Return a place as an event names it: its page, and the printed words where they differ by more than case."""
    place = lookup.places.get(mention.id)
    printed = " ".join(mention.printed.split())
    former = any(words.same_but_case(printed, name) for name in (place.former if place else ()))
    remark = f"printed “{printed}”" + (", a former name" if former else "")
    return Ref(
        label=mention.name,
        href=urls.place(mention.id) if place else "",
        remark="" if words.same_but_case(printed, mention.name) else remark,
    )


def is_hidden(one: Participant) -> bool:
    """Tell whether the name stands in the digest's words only.

    That of someone whom an editor keeps out of the index as well, though an event prints no more than initials.
    """
    return one.withheld or (one.id is None and one.canonical not in ("", str(one.name)))


def provision_href(provision: Provision, lookup: Lookup) -> str:
    """Return the place of a provision on its article's page; '' where it has none."""
    article = lookup.articles.get((provision.code, provision.article))
    if article is None:
        return ""
    anchor = urls.part_anchor(provision.part, provision.point)
    return urls.article(article.id) + (f"#{anchor}" if anchor else "")


def topic_ref(topic: str, lookup: Lookup) -> Ref:
    """Return a topic by its name; by its id where no such topic is known."""
    known = lookup.topics.get(topic)
    return Ref(label=known.name, href=urls.topic(topic)) if known else Ref(label=topic)


def case_ref(case: Case) -> Ref:
    """Return a case by its title, with the number of its events."""
    return Ref(label=case.title, href=urls.case(case.id), remark=words.count(len(case.events), words.EVENTS))


def edition_ref(edition: Edition, remark: str = "") -> Ref:
    """Return a digest by its title."""
    return Ref(label=words.edition_title(edition), href=urls.edition(edition.id), remark=remark)
