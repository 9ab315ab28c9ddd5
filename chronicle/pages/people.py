"""People -> the index from A to Z, and a page for each of them. Being named says nothing about guilt."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar, Final

from chronicle import urls
from chronicle.pages import charts, lists, words
from chronicle.pages.charts import Charts
from chronicle.pages.facets import Facet, facets, scripts, styles
from chronicle.pages.lookup import Lookup, is_hidden
from chronicle.pages.records import Group, Month, Page, Ref, Shortlist
from chronicle.text import slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chronicle.model import Event, Person, Site


_CONCERNED: Final = (
    "Cited in events that concern {0}. An event may concern several people: a provision cited in it need not be held "
    "against this one."
)
_NEVER_CONCERNED: Final = "Cited in events that name {0}: this says nothing about {0}."


@dataclass(frozen=True, slots=True, kw_only=True)
class PeoplePage(Page):
    """Everyone with a page, by surname."""

    template: ClassVar[str] = "people.html"

    count: str
    letters: tuple[Group, ...]
    #: those who have no page, for nothing but a surname or initials is known: a line per event
    unnamed: tuple[Ref, ...]
    unnamed_count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPage(Page):
    """One person."""

    template: ClassVar[str] = "person.html"

    #: other spellings, as printed
    printed: tuple[str, ...]
    #: why an editor joined the spellings; '' where none were joined
    note: str
    #: the cases that an editor holds to be this person's
    cases: tuple[Ref, ...]
    #: 'as a witness', '2 events'
    parts: tuple[Ref, ...]
    count: str
    span: str
    #: oldest first: a timeline
    months: tuple[Month, ...]
    jumps: tuple[Ref, ...]
    #: what a long list can be narrowed by; empty for a short one
    facets: tuple[Facet, ...]
    #: whether any event is about the person: who only judges, speaks or is asked stands beside no sanction
    concerned: bool
    #: sanctions and provisions are those of the events that are about the person
    charts: Charts
    #: what the provisions beside say of the person: nothing
    caveat: str
    places: Shortlist
    articles: Shortlist
    people: Shortlist


def people_page(lookup: Lookup) -> PeoplePage:
    """Return the index of people."""
    unnamed = tuple(_unnamed(lookup))
    people = lookup.chronicle.people
    return PeoplePage(
        path=urls.PEOPLE,
        title="People",
        description="Everyone with a page, by surname; then those named only by a surname or initials.",
        count=words.count(len(people), words.PEOPLE),
        letters=tuple(_letters(people)),
        unnamed=unnamed,
        unnamed_count=words.count(len(unnamed), ("mention", "mentions")),
    )


def person_pages(lookup: Lookup, site: Site) -> Iterator[PersonPage]:
    """Yield the page of every person."""
    return (
        person_page(person, lookup, noindex=site.keeps_from_search(person))
        for person in lookup.chronicle.people
    )


def person_page(person: Person, lookup: Lookup, *, noindex: bool) -> PersonPage:
    """Return the page of *person*; with *noindex* search engines are asked not to list it."""
    events = tuple(event for event, _ in person.appearances)
    about = concerning(person)
    found = facets(events, lookup.labels)
    path = urls.person(person.id)
    months = lists.timeline(events, lookup, _remarks(person), {event.id for event in about}, _forms(person))
    count = lists.events_words(len(events))
    return PersonPage(
        path=path,
        noindex=noindex,
        title=person.name,
        description=f"{person.name} in the chronicle: named in {count}, {lists.span_words(events)}.",
        trail=(Ref(label="People", href=urls.PEOPLE),),
        feeds=(Ref(label=f"Events that name {person.name}", href=urls.feed(path)),),
        printed=tuple(form for form in person.printed if not words.same_but_case(form, person.name)),
        note=words.curly(person.note),
        cases=lookup.cases.get(person.id, ()),
        parts=tuple(_parts(person)),
        count=count,
        span=lists.span_words(events),
        months=months,
        jumps=lists.jumps(months),
        facets=found,
        scripts=scripts(found),
        styles=styles(found),
        concerned=bool(about),
        charts=charts.charts_of(events, charts.on_page(months), lookup, about=about),
        caveat=(_CONCERNED if about else _NEVER_CONCERNED).format(person.name),
        places=lists.places_named(events, lookup),
        articles=lists.articles_named(about or events, lookup),
        people=lists.people_named(events, lookup, but=person.id),
    )


def concerning(person: Person) -> tuple[Event, ...]:
    """Return the events that are about *person*."""
    return tuple(event for event, participant in person.appearances if participant.role == "subject")


def _parts(person: Person) -> Iterator[Ref]:
    played = Counter(participant.role for _, participant in person.appearances)
    for role in words.PART:
        if played[role]:
            yield Ref(label=words.PART[role], remark=lists.events_words(played[role]))


def _remarks(person: Person) -> dict[str, str]:
    return {event.id: words.PART.get(participant.role, "") for event, participant in person.appearances}


def _forms(person: Person) -> dict[str, tuple[str, ...]]:
    return {event.id: participant.printed for event, participant in person.appearances}


# ---------------------------------------------------------------- the index


def surname(person: Person) -> str:
    """Return the part of the name under which a person stands in the index."""
    if person.surname and person.name.startswith(f"{person.surname} "):
        return person.surname
    known = {person.surname, *(participant.name.surname for _, participant in person.appearances)}
    fitting = sorted((name for name in known if name and person.name.endswith(name)), key=len)
    return fitting[-1] if fitting else person.name.split()[-1]


def _letters(people: tuple[Person, ...]) -> Iterator[Group]:
    listed = sorted((_sorted_under(person), person) for person in people)
    for letter, group in groupby(listed, lambda one: one[0][0]):
        items = tuple(_listed(person, name) for (_, _, _, _, name), person in group)
        anchor = f"letter-{letter or 'other'}"
        yield Group(
            name=letter.upper() or "#",
            anchor=anchor,
            items=items,
            remark=words.count(len(items), words.PEOPLE),
        )


def _sorted_under(person: Person) -> tuple[str, str, str, str, str]:
    """Return the letter, the keys of surname and name, the id, and the surname: in that order a total one."""
    name = surname(person)
    key = slug(name)
    return (key[:1], key, slug(person.name), person.id, name)


def _listed(person: Person, name: str) -> Ref:
    first = person.name.removesuffix(name).strip()
    # A name that begins with the surname is said as it stands: 'Xi Jinping'.
    label = person.name if first == person.name else ", ".join(filter(None, (name, first)))
    remark = lists.events_words(len(person.appearances))
    return Ref(label=label, href=urls.person(person.id), remark=remark)


def _unnamed(lookup: Lookup) -> Iterator[Ref]:
    """Yield those without a page because too little of their name is printed, by name, then in order.

    Not those who have no page for another reason: under 18, or left out by the editor.
    """
    found = (
        (slug(str(one.name)), lookup.order[event.id], str(one.name), event)
        for event in lookup.chronicle.events
        for one in event.people
        if one.id is None and not one.masked and not is_hidden(one)
    )
    for _, _, name, event in sorted(found, key=lambda one: one[:3]):
        yield _mention(name, event, lookup)


def _mention(name: str, event: Event, lookup: Lookup) -> Ref:
    row = lookup.rows[event.id]
    return Ref(label=f"{name} in {event.id}", href=row.href, remark=row.day)
