"""Readings of all editions and the authority file in, one Chronicle out: who is who, and what stands where.

A person is one across events by the same full name, word for word in any order, or because the authority file
says so. Initials and surnames alone join nobody. What looks like one person in two spellings is a finding.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from chronicle.authority import Authority, KnownPerson
from chronicle.contradictions import term_findings
from chronicle.index import merge_codes, merge_outlets, merge_places, merge_topics
from chronicle.model import Chronicle, Edition, Event, Finding, Participant, Person, PersonName
from chronicle.spellings import spelling_findings
from chronicle.text import name_words, slug
from chronicle.titles import event_title
from chronicle.unlisted import article_findings

#: file names that some systems keep for themselves, and our own index pages
_RESERVED: Final = frozenset(
    {"index", "feed", "con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))}
)

#: what identifies a person: ('known', place in people.yaml) or ('name', words of the full name, sorted)
_Key = tuple[str, int | tuple[str, ...]]


def merge(editions: Sequence[Edition], authority: Authority) -> Chronicle:
    """Return the chronicle of *editions*, oldest first."""
    known = _KnownForms.of(authority.people)
    keyed = [[_keyed(event, known) for event in edition.events] for edition in editions]
    people = _identities([one for edition in keyed for one in edition], authority.people)
    merged = tuple(
        _edition(edition, events, people, authority) for edition, events in zip(editions, keyed, strict=True)
    )
    persons = _persons([e for edition in merged for e in edition.events], people, authority.people)
    events = [event for edition in merged for event in edition.events]
    codes = merge_codes(events, authority.codes)
    found = (
        *spelling_findings(persons, merged),
        *term_findings(persons),
        *article_findings(codes, authority.codes),
    )
    return Chronicle(
        editions=merged,
        people=persons,
        places=merge_places(events, authority.places),
        codes=codes,
        topics=merge_topics(events, authority.topics),
        outlets=merge_outlets(events, authority.outlets),
        findings=(*(f for e in merged for f in e.findings), *found),
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


@dataclass(frozen=True, slots=True)
class _Keyed:
    """An event, its people (one for each key), and what identifies each of them."""

    event: Event
    people: tuple[tuple[_Key | None, Participant], ...]


def _keyed(event: Event, known: _KnownForms) -> _Keyed:
    people: dict[_Key | int, Participant] = {}
    findings: list[Finding] = []
    for i, person in enumerate(event.people):
        found = known.find(event.id, person.printed)
        if len(found) > 1:
            findings.append(_two_people(event, person))
        key = _key(person, found)
        if key is not None and key in people:
            people[key] = _joined(people[key], person)
        else:
            people[i if key is None else key] = person
    return _Keyed(
        event=replace(event, findings=(*event.findings, *findings)),
        people=tuple((None if isinstance(k, int) else k, p) for k, p in people.items()),
    )


def _key(person: Participant, found: set[int]) -> _Key | None:
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


# ---------------------------------------------------------------- ids and names


@dataclass(frozen=True, slots=True)
class _Identity:
    id: str | None
    name: str


def _identities(events: Sequence[_Keyed], known: Sequence[KnownPerson]) -> dict[_Key, _Identity]:
    names: dict[_Key, Counter[PersonName]] = defaultdict(Counter)
    minors: set[_Key] = set()
    for one in events:
        for key, person in one.people:
            if key is not None:
                names[key][person.name] += 1
                if person.minor:
                    minors.add(key)
    taken = {p.id for p in known if p.id}
    identities: dict[_Key, _Identity] = {}
    for key, printed in names.items():
        record = known[key[1]] if isinstance(key[1], int) else None
        name = record.name if record else str(_oftenest(printed))
        hidden = record.index == "no" if record and record.index else key in minors
        identities[key] = _Identity(None if hidden else _free_id(name, record, taken), name)
    return identities


def _oftenest(printed: Counter[PersonName]) -> PersonName:
    return max(printed, key=lambda name: (printed[name], bool(name.patronymic)))


def _free_id(name: str, record: KnownPerson | None, taken: set[str]) -> str:
    if record and record.id:
        return record.id
    wanted = slug(name) or "person"
    base = f"{wanted}-1" if wanted in _RESERVED else wanted
    found, n = base, 2
    while found in taken:
        found, n = f"{base[:60]}-{n}", n + 1
    taken.add(found)
    return found


def _edition(
    edition: Edition, keyed: Sequence[_Keyed], people: Mapping[_Key, _Identity], authority: Authority
) -> Edition:
    codes = {code.code: code.name for code in authority.codes}
    events = []
    for one in keyed:
        described = tuple(_identified(key, person, people) for key, person in one.people)
        event = replace(one.event, people=tuple(sorted(described, key=lambda p: p.mentions[0].at)))
        events.append(replace(event, title=event_title(event, codes)))
    extra = tuple(
        f
        for event, one in zip(edition.events, keyed, strict=True)
        for f in one.event.findings[len(event.findings) :]
    )
    return replace(edition, events=tuple(events), findings=(*edition.findings, *extra))


def _identified(key: _Key | None, person: Participant, people: Mapping[_Key, _Identity]) -> Participant:
    identity = people[key] if key is not None else _Identity(None, str(person.name))
    return replace(person, id=identity.id, canonical=identity.name)


def _persons(
    events: Iterable[Event], people: Mapping[_Key, _Identity], known: Sequence[KnownPerson]
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
        )
        for id_, found in appearances.items()
    ]
    return tuple(sorted(persons, key=lambda p: (p.surname.casefold(), p.name.casefold(), p.id)))
