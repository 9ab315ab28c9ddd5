"""Chronicle -> what there is a dossier on: people, places, articles, topics, cases, each with its events and its caveats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from chronicle import urls
from chronicle.answers import events_in
from chronicle.pages import words
from chronicle.pages.lines import title_from
from chronicle.pages.records import Ref

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from chronicle.model import Article, Case, Code, Event, Person, Place, Topic
    from chronicle.pages.lookup import Lookup

_NAMED: Final = (
    "Being named here says nothing about guilt. What follows is what the digests report of events, each with its source "
    "where there is one."
)
_CITED: Final = (
    "That an event cites an article does not say that anyone named in it was charged under it. Those concerned may be the "
    "accused, the victim or the complainant."
)
_CONCERNED: Final = (
    "An event may concern several people: a provision or a sanction named in it need not be this person’s. Where the person "
    "is named otherwise than as one of those concerned, neither is listed."
)
_TOPIC: Final = "Topics are found by words, and may be mistaken."
_TOGETHER: Final = (
    "An editor put these events together: which events belong to the case is the editor’s word."
)
_UNLISTED: Final = "Not in the gazetteer: that this is a place was read from the form of its name, and where it lies is not recorded."
_ELSEWHERE: Final = "Events that name only places that lie in this country are not in this dossier: those places have their own."


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a dossier is on."""

    path: str
    name: str
    about: str
    trail: tuple[Ref, ...]
    caveats: tuple[str, ...]
    events: tuple[Event, ...]
    #: event id -> the part of the person
    parts: Mapping[str, str]
    #: ids of events in which no provision and no sanction is the person's
    bare: frozenset[str] = frozenset()


def subjects(lookup: Lookup) -> Iterator[Subject]:
    """Yield every person, place, article, topic and case, in this order."""
    chronicle = lookup.chronicle
    yield from map(_person, chronicle.people)
    yield from (_place(place, lookup) for place in chronicle.places)
    for code in chronicle.codes:
        yield from (_article(article, code) for article in code.articles)
    yield from map(_topic, chronicle.topics)
    yield from map(_case, chronicle.cases)


def _person(person: Person) -> Subject:
    return Subject(
        path=urls.person(person.id),
        name=person.name,
        about="A person: every event that names them, with the part they play in it.",
        trail=(Ref(label="People", href=urls.PEOPLE),),
        caveats=(_NAMED, _CONCERNED),
        events=tuple(event for event, _ in person.appearances),
        parts={event.id: words.PART.get(one.role, "") for event, one in person.appearances},
        bare=frozenset(event.id for event, one in person.appearances if one.role != "subject"),
    )


def _place(place: Place, lookup: Lookup) -> Subject:
    within = [lookup.places[one].name for one in place.within if one in lookup.places]
    country = place.kind == "country"
    kind = words.KINDS.get(place.kind, place.kind).capitalize()
    lies = f" in {', '.join(within)}" if within else ""
    return Subject(
        path=urls.place(place.id),
        name=place.name,
        about=f"{kind}{lies}: every event that names it"
        + ("." if country else ", or a place that lies in it."),
        trail=(Ref(label="Places", href=urls.PLACES),),
        caveats=(
            _NAMED,
            *([] if place.listed else [_UNLISTED]),
            *([_ELSEWHERE] if country and place.inside else []),
        ),
        events=events_in(place),
        parts={},
    )


def _article(article: Article, code: Code) -> Subject:
    said = f"“{article.title}” ({title_from(article.title_from)})" if article.title else "title not recorded"
    return Subject(
        path=urls.article(article.id),
        name=f"Article {article.number}, {code.name}",
        about=f"An article of law, {said}: every event that cites it.",
        trail=(Ref(label="Statutes", href=urls.STATUTES), Ref(label=code.name, href=urls.code(code.slug))),
        caveats=(_CITED, _NAMED),
        events=tuple(event for event, _ in article.citations),
        parts={},
    )


def _topic(topic: Topic) -> Subject:
    return Subject(
        path=urls.topic(topic.id),
        name=topic.name,
        about=f"A topic. {words.curly(topic.about)}",
        trail=(Ref(label="Topics", href=urls.TOPICS),),
        caveats=(_NAMED, _TOPIC),
        events=topic.events,
        parts={},
    )


def _case(case: Case) -> Subject:
    return Subject(
        path=urls.case(case.id),
        name=case.title,
        about="A case: every event that an editor holds to belong to it.",
        trail=(Ref(label="Cases", href=urls.CASES),),
        caveats=(_NAMED, _CITED, _TOGETHER),
        events=case.events,
        parts={},
    )
