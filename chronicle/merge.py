"""Readings of all editions and the authority file in, one Chronicle out: who is who, and what stands where.

A person is one across events by the same full name, word for word in any order, or because the authority file
says so. Initials and surnames alone join nobody. What looks like one person in two spellings is a finding.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from chronicle.authority import Authority, KnownPerson, Redaction
from chronicle.contradictions import term_findings
from chronicle.identities import Identity, Key, Keyed, Published, forms_of, identities
from chronicle.index import merge_codes, merge_outlets, merge_places, merge_tiles, merge_topics
from chronicle.model import Chronicle, Edition, Event, Finding, Participant, Person
from chronicle.spellings import spelling_findings
from chronicle.text import name_words
from chronicle.titles import event_title
from chronicle.unlisted import article_findings
from chronicle.withholding import withheld


def merge(
    editions: Sequence[Edition],
    authority: Authority,
    redactions: Sequence[Redaction] = (),
    published: Published | None = None,
) -> Chronicle:
    """Return the chronicle of *editions*, oldest first, without withheld names and the passages of *redactions*.

    People keep the ids under which they were *published* before.
    """
    named, people = identified(editions, authority, published or Published())
    shown = _titled(withheld(named, authority, redactions), authority)
    kept_out = tuple(sorted(identity.was for identity in people.values() if identity.was))
    apart = tuple(sorted((identity.apart, identity.name) for identity in people.values() if identity.apart))
    return replace(_indexed(shown, authority, people), kept_out=kept_out, apart=apart)


def identified(
    editions: Sequence[Edition], authority: Authority, published: Published
) -> tuple[tuple[Edition, ...], dict[Key, Identity]]:
    """Return *editions* with everyone's id and name, and who is who by key."""
    known = _KnownForms.of(authority.people)
    keyed = [[_keyed(event, known) for event in edition.events] for edition in editions]
    people = identities([one for edition in keyed for one in edition], authority.people, published)
    pairs = zip(editions, keyed, strict=True)
    return tuple(_edition(edition, events, people) for edition, events in pairs), people


def _indexed(
    editions: tuple[Edition, ...], authority: Authority, people: Mapping[Key, Identity]
) -> Chronicle:
    """Return *editions* with everything that has pages of its own."""
    events = [event for edition in editions for event in edition.events]
    persons = _persons(events, people, authority.people)
    codes = merge_codes(events, authority.codes)
    told = tuple(term_findings(persons))
    found = (*spelling_findings(persons, editions), *article_findings(codes, authority.codes))
    editions = _telling(editions, told)
    return Chronicle(
        editions=editions,
        people=persons,
        places=merge_places(events, authority.places),
        codes=codes,
        topics=merge_topics(events, authority.topics),
        outlets=merge_outlets(events, authority.outlets),
        findings=(*(f for e in editions for f in e.findings), *found),
        tiles=merge_tiles(authority.places),
    )


def _telling(editions: tuple[Edition, ...], findings: Iterable[Finding]) -> tuple[Edition, ...]:
    """Return *editions* with *findings* that arise between events, each beside the event that it is about."""
    by_event: dict[str | None, list[Finding]] = defaultdict(list)
    for one in findings:
        by_event[one.event].append(one)
    if not by_event:
        return editions
    return tuple(
        replace(
            edition,
            events=tuple(
                replace(event, findings=(*event.findings, *by_event[event.id]))
                if event.id in by_event
                else event
                for event in edition.events
            ),
            findings=(
                *edition.findings,
                *(f for event in edition.events for f in by_event.get(event.id, ())),
            ),
        )
        for edition in editions
    )


# ---------------------------------------------------------------- who a participant is


@dataclass(frozen=True, slots=True)
class _KnownForms:
    """The authority file's spellings, for look-up by printed words."""

    everywhere: Mapping[tuple[str, ...], int]
    here: Mapping[tuple[str, tuple[str, ...]], int]

    @classmethod
    def of(cls, people: Sequence[KnownPerson]) -> _KnownForms:
        everywhere = {name_words(form): i for i, p in enumerate(people) for form in (p.name, *p.spellings)}
        here = {(join.event, name_words(join.printed)): i for i, p in enumerate(people) for join in p.joins}
        return cls(everywhere, here)

    def find(self, event: str, forms: Iterable[str]) -> set[int]:
        """Return the places in people.yaml that any of *forms* stands for in *event*."""
        words = [name_words(form) for form in forms]
        told = {self.here[event, w] for w in words if (event, w) in self.here}
        return told or {self.everywhere[w] for w in words if w in self.everywhere}


def _keyed(event: Event, known: _KnownForms) -> Keyed:
    people: dict[Key | int, Participant] = {}
    findings: list[Finding] = []
    for i, person in enumerate(event.people):
        found = known.find(event.id, forms_of(event, person))
        if len(found) > 1:
            findings.append(_two_people(event, person))
        key = _key(person, found)
        if key is not None and key in people:
            people[key] = _joined(people[key], person)
        else:
            people[i if key is None else key] = person
    return Keyed(
        event=replace(event, findings=(*event.findings, *findings)),
        people=tuple((None if isinstance(k, int) else k, p) for k, p in people.items()),
    )


def _key(person: Participant, found: set[int]) -> Key | None:
    if len(found) == 1:
        return ("known", next(iter(found)))
    if found or not person.name.full:
        return None
    name = person.name
    return ("name", name_words(f"{name.given} {name.patronymic} {name.surname}"))


def _joined(one: Participant, other: Participant) -> Participant:
    """Return two participants of one event that the authority file holds to be one person."""
    first, second = sorted((one, other), key=lambda p: p.mentions[0].at)
    told = first if first.role_from or not second.role_from else second
    ages = [p.age for p in (one, other) if p.age is not None]
    return replace(
        first,
        name=max((one.name, other.name), key=lambda n: (n.full, len(str(n)))),
        mentions=tuple(sorted((*one.mentions, *other.mentions), key=lambda m: m.at)),
        role=told.role,
        role_from=told.role_from,
        age=min(ages, default=None),
    )


def _two_people(event: Event, person: Participant) -> Finding:
    return Finding(
        code="two-people",
        message=f"{' / '.join(person.printed)} stands for two people of people.yaml: it is joined to neither",
        file=f"{event.edition}.txt",
        line=event.line,
        excerpt=person.printed[0],
        event=event.id,
    )


# ---------------------------------------------------------------- what stands where


def _edition(edition: Edition, keyed: Sequence[Keyed], people: Mapping[Key, Identity]) -> Edition:
    events = []
    for one in keyed:
        described = tuple(_identified(key, person, people) for key, person in one.people)
        events.append(replace(one.event, people=tuple(sorted(described, key=lambda p: p.mentions[0].at))))
    extra = tuple(
        f
        for event, one in zip(edition.events, keyed, strict=True)
        for f in one.event.findings[len(event.findings) :]
    )
    return replace(edition, events=tuple(events), findings=(*edition.findings, *extra))


def _titled(editions: Iterable[Edition], authority: Authority) -> tuple[Edition, ...]:
    codes = {code.code: code.name for code in authority.codes}
    return tuple(
        replace(
            edition,
            events=tuple(replace(event, title=event_title(event, codes)) for event in edition.events),
        )
        for edition in editions
    )


def _identified(key: Key | None, person: Participant, people: Mapping[Key, Identity]) -> Participant:
    identity = people[key] if key is not None else Identity(None, str(person.name))
    return replace(person, id=identity.id, canonical=identity.name)


def _persons(
    events: Iterable[Event], people: Mapping[Key, Identity], known: Sequence[KnownPerson]
) -> tuple[Person, ...]:
    appearances: dict[str, list[tuple[Event, Participant]]] = defaultdict(list)
    for event in events:
        for person in event.people:
            if person.id is not None:
                appearances[person.id].append((event, person))
    records = {people[key].id: known[key[1]] for key in people if isinstance(key[1], int)}
    persons = [
        Person(
            id=id_,
            name=found[0][1].canonical,
            printed=tuple(form for form, _ in Counter(f for _, p in found for f in p.printed).most_common()),
            appearances=tuple(found),
            surname=(records[id_].surname if id_ in records else "") or found[0][1].canonical.split()[-1],
            note=records[id_].why if id_ in records else "",
            noindex=_yes(records[id_].noindex) if id_ in records else None,
        )
        for id_, found in appearances.items()
    ]
    return tuple(sorted(persons, key=lambda p: (p.surname.casefold(), p.name.casefold(), p.id)))


def _yes(word: str | None) -> bool | None:
    return None if word is None else word == "yes"
