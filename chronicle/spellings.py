"""The people of a chronicle in, what an editor should look at out: one person under two names, perhaps.

Forms::

    Marat Zhylanbayev · Marat Zhylanbaev        full names that fold alike, or nearly, in any editions
    G. Yergaliyeva · Yergalieva G. · Yergalieva short names that fold alike, in one edition
    Mikhail Kozachkov · M. Kozachkov            a full name and short ones that fit it and no other, in one edition
    Tashimbetov, a spokesman of the office …    two surnames that begin alike, before the same words of office

Suggested, never joined. Left out: who has been joined by the authority file.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import ratio

from chronicle.findings import yaml_text
from chronicle.forms import entries
from chronicle.model import Edition, Event, Finding, Participant, Person
from chronicle.text import fold, fold_word

#: share of equal letters of two fold keys; of the pairs measured, the same people scored 97 and more, others 94 at most
_ALIKE: Final = 95.0
#: the same of two surnames before the same words of office
_OFFICE_ALIKE: Final = 75.0
_PEOPLE: Final = "in seeds/authority/people.yaml"
# ', a representative of the Prosecutor General'
_OFFICE: Final = re.compile(r", (?P<office>(?:an?|the) [^,.“”\"\[(]{15,60})")
#: letters of a word in which one vowel may be a slip
_LONG: Final = 8
_VOWELS: Final = re.compile("[aeiou]")
#: how many people of one group are compared with each other
_MOST_COMPARED: Final = 30


@dataclass(frozen=True, slots=True)
class _Named:
    """Somebody without a page, as one edition names him: every event with the form that it prints."""

    name: str
    #: fold keys of the surname and of the initials
    surname: str
    initials: tuple[str, ...]
    where: tuple[tuple[Event, Participant], ...]

    @property
    def forms(self) -> tuple[tuple[str, str], ...]:
        """Every event's id with every form in it, once."""
        return tuple(dict.fromkeys((event.id, form) for event, one in self.where for form in one.printed))


def spelling_findings(people: Sequence[Person], editions: Sequence[Edition] = ()) -> tuple[Finding, ...]:
    """Return a finding for every two names, of *people* with pages and others in *editions*, that may be one person's."""
    found = [_two_spellings(one, other) for one, other in _pairs(people)]
    for edition in editions:
        here = [p for p in people if any(event.edition == edition.id for event, _ in p.appearances)]
        short = _short(edition)
        fits = _fitting(short, here)
        found += [_short_name(person, fits[person.id], edition) for person in here if person.id in fits]
        found += _unpaged(short, {one.name for fitting in fits.values() for one in fitting})
        found += _colleagues(edition)
    return tuple(found)


# ---------------------------------------------------------------- full names


def _pairs(people: Sequence[Person]) -> Iterator[tuple[Person, Person]]:
    """Yield the pairs that look alike; only names that share a word's fold key are compared at all."""
    keys = {p.id: fold(p.name) for p in people}
    by_word: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        for word in keys[person.id].split():
            by_word[word].append(person)
    seen: set[tuple[str, str]] = set()
    for group in by_word.values():
        for one, other in _near(group, keys):
            pair = (one.id, other.id)
            if pair not in seen:
                seen.add(pair)
                yield one, other


def _near(group: Sequence[Person], keys: Mapping[str, str]) -> Iterable[tuple[Person, Person]]:
    """Yield the alike pairs of *group*: neighbours in order of key, so that a common name costs no square."""
    ordered = sorted(group, key=lambda p: (keys[p.id], p.id))
    for window in (ordered[i : i + 4] for i in range(len(ordered))):
        first = window[0]
        for other in window[1:]:
            if _alike(keys[first.id], keys[other.id]):
                yield tuple(sorted((first, other), key=lambda p: p.id))  # type: ignore[misc]


def _alike(one: str, other: str) -> bool:
    """Tell whether two keys are nearly one: by their letters, or one vowel apart in one long word."""
    if ratio(one, other) >= _ALIKE:
        return True
    words, others = set(one.split()), set(other.split())
    apart = sorted((*words - others, *others - words))
    return (
        len(apart) == 2
        and bool(words & others)
        and min(map(len, apart)) >= _LONG
        and Levenshtein.distance(*apart, score_cutoff=1) == 1
        and len({_VOWELS.sub("", word) for word in apart}) == 1
    )


def _two_spellings(one: Person, other: Person) -> Finding:
    earlier, later = sorted((one, other), key=_first)
    kept, spare = (later, earlier) if len(later.appearances) > len(earlier.appearances) else (earlier, later)
    event, participant = spare.appearances[0]
    events = f"{kept.appearances[0][0].id} and {event.id}"
    known = next((p for p in (kept, spare) if p.note), None)
    spelling = (spare if known in (None, kept) else kept).name
    line = f"- {{name: {yaml_text(kept.name)}, spellings: [{yaml_text(spare.name)}], why: {yaml_text(f'One name spelt in two ways in {events}.')}}}"
    paste = (
        (f"{_PEOPLE}, among the spellings of '{known.name}'", yaml_text(spelling))
        if known
        else (_PEOPLE, line)
    )
    return _finding(
        "two-spellings", f"'{kept.name}' and '{spare.name}' may be one person", event, participant, paste
    )


def _first(person: Person) -> tuple[str, int]:
    event, _ = person.appearances[0]
    return event.edition, event.ordinal


# ---------------------------------------------------------------- initials and surnames alone


def _short(edition: Edition) -> list[_Named]:
    """Return the people of *edition* that it names by a surname, with or without initials."""
    where: dict[str, list[tuple[Event, Participant]]] = defaultdict(list)
    for event in edition.events:
        for person in event.people:
            if person.id is None and person.name.surname and not person.name.full and not person.minor:
                where[person.canonical].append((event, person))
    return [_named(name, found) for name, found in where.items()]


def _named(name: str, found: Sequence[tuple[Event, Participant]]) -> _Named:
    parts = found[0][1].name
    initials = tuple(fold_word(initial) for initial in parts.initials.split())
    return _Named(name, _key(parts.surname), initials, tuple(found))


def _key(word: str) -> str:
    """Return the fold key of a surname, one for the two ways of writing a stressed e: 'Zhigalyonok', 'Zhigalenok'."""
    return fold_word(word).replace("io", "e")


def _keys(person: Person) -> list[str]:
    return [_key(word) for word in person.name.split()]


def _fitting(short: Sequence[_Named], people: Sequence[Person]) -> Mapping[str, list[_Named]]:
    """Return, for each of *people*, the short names that fit it and nobody else."""
    fits: dict[str, list[_Named]] = defaultdict(list)
    by_word: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        for key in _keys(person):
            by_word[key].append(person)
    for one in short:
        fitting = [p for p in by_word[one.surname] if _fits(one, p)]
        if len(fitting) == 1:
            fits[fitting[0].id].append(one)
    return fits


def _fits(short: _Named, person: Person) -> bool:
    others = [key for key in _keys(person) if key != short.surname]
    return not short.initials or any(key.startswith(short.initials[0]) for key in others)


def _short_name(person: Person, short: Sequence[_Named], edition: Edition) -> Finding:
    places = sorted(((e, p) for one in short for e, p in one.where), key=lambda place: place[0].ordinal)
    forms = list(dict.fromkeys((e.id, form) for e, p in places for form in p.printed))
    event, participant = places[0]
    printed = ", ".join(f"'{form}'" for form in dict.fromkeys(form for _, form in forms))
    full = next(e for e, _ in person.appearances if e.edition == edition.id)
    where = entries(list(dict.fromkeys(e.label for e, _ in places)))
    message = f"{printed} in {where} may be '{person.name}' of entry {full.label}"
    joins = [f"  - {{event: {id_}, printed: {yaml_text(form)}}}" for id_, form in forms]
    paste = (
        _PEOPLE,
        f"- name: {yaml_text(person.name)}",
        "  joins:",
        *joins,
        f"  why: {yaml_text(f'Named in full in {full.id}.')}",
    )
    if person.note:
        paste = (f"{_PEOPLE}, among the joins of '{person.name}'", *(join.strip() for join in joins))
    return _finding("short-name", message, event, participant, paste)


def _unpaged(short: Sequence[_Named], fitted: Collection[str]) -> Iterator[Finding]:
    """Yield the short names that one person may bear, and no full name: one surname, initials that do not differ."""
    groups: dict[str, list[_Named]] = defaultdict(list)
    for one in short:
        if one.name not in fitted:
            groups[one.surname].append(one)
    for group in groups.values():
        if len(group) > 1 and len({one.initials for one in group if one.initials}) == 1:
            kept = max(group, key=lambda one: len(one.initials))
            yield _one_short(kept, [one for one in group if one is not kept])


def _one_short(kept: _Named, others: Sequence[_Named]) -> Finding:
    event, participant = others[0].where[0]
    names = " and ".join(f"'{one.name}'" for one in (kept, *others))
    joins = [
        f"  - {{event: {id_}, printed: {yaml_text(form)}}}"
        for one in (kept, *others)
        for id_, form in one.forms
    ]
    why = f"One surname, and no other initials, in {kept.where[0][0].id} and {event.id}."
    paste = (_PEOPLE, f"- name: {yaml_text(kept.name)}", "  joins:", *joins, f"  why: {yaml_text(why)}")
    return _finding("two-spellings", f"{names} may be one person", event, participant, paste)


# ---------------------------------------------------------------- one office, two surnames


def _colleagues(edition: Edition) -> Iterator[Finding]:
    """Yield two people whose names begin alike and stand before the same words of office."""
    groups: dict[tuple[str, str], dict[str, tuple[Event, Participant]]] = defaultdict(dict)
    for event in edition.events:
        for person in event.people:
            found = _OFFICE.match(event.text, person.mentions[0].at.end) if person.id is None else None
            surname = fold_word(person.name.surname)
            if found and surname:
                groups[found["office"].strip(), surname[:3]].setdefault(surname, (event, person))
    for (office, _), named in groups.items():
        for (one, first), (other, second) in combinations(list(named.items())[:_MOST_COMPARED], 2):
            if ratio(one, other) >= _OFFICE_ALIKE:
                yield _two_in_office(office, first, second)


def _two_in_office(
    office: str, first: tuple[Event, Participant], second: tuple[Event, Participant]
) -> Finding:
    names = " and ".join(f"'{person.canonical}' of entry {event.label}" for event, person in (first, second))
    return _finding(
        "two-spellings", f"{names} are both '{office}': one of the names may be misprinted", *second, ()
    )


def _finding(
    code: str, message: str, event: Event, participant: Participant, paste: tuple[str, ...]
) -> Finding:
    mention = participant.mentions[0]
    before = event.text[: mention.at.start].split("\n")
    return Finding(
        code=code,
        message=message,
        file=f"{event.edition}.txt",
        line=event.line + len(before) - 1,
        column=len(before[-1]) + 1,
        excerpt=mention.at.of(event.text).split("\n")[0],
        event=event.id,
        paste=paste,
    )
