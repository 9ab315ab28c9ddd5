"""Who is named, and who was published before, in; an id and a name for each of them out. An id is never given to another.

A person keeps the id under which the events that name them were published; one who is new gets an id made from the name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from chronicle.authority import KnownPerson
from chronicle.model import Event, Ledger, LedgerLine, Participant, PersonName, Remembered
from chronicle.text import level, name_words, slug

#: file names that some systems keep for themselves, and our own index pages
_RESERVED: Final = frozenset(
    {"index", "feed", "con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))}
)

#: what identifies a person: ('known', place in people.yaml) or ('name', words of the full name, sorted)
Key = tuple[str, int | tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyed:
    """An event, its people (one for each key), and what identifies each of them."""

    event: Event
    people: tuple[tuple[Key | None, Participant], ...]


@dataclass(frozen=True, slots=True)
class Identity:
    """Who somebody is: the id of the page, None without one, and the name."""

    id: str | None
    name: str
    #: the id of a page that was published, where the person has none any more
    was: str = ""
    #: an id that an editor has merged into that of somebody else, where nothing says that this is that person
    apart: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What was published before: under which id each event named each form of a name, and what became of the ids."""

    #: event id -> printed form, its words in order of the alphabet -> person's id
    named: Mapping[str, Mapping[tuple[str, ...], str]] = field(default_factory=dict)
    lines: Mapping[str, LedgerLine] = field(default_factory=dict)

    @classmethod
    def of(cls, remembered: Iterable[Remembered], ledger: Ledger) -> Published:
        """Return *remembered* and *ledger*, ready to be asked about people."""
        events = ledger.of("event")
        named: dict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
        led = [(events[one.event].ends if one.event in events else (), one) for one in remembered]
        for ends, one in sorted(led, key=lambda pair: bool(pair[0])):
            for event in ends or (one.event,):
                for id_, form in one.people:
                    if id_:
                        named[event].setdefault(name_words(form), id_)
        return cls(named=named, lines=ledger.of("person"))

    def current(self, id_: str) -> str:
        """Return what *id_* has become: itself, or the id that it was merged into or renamed to."""
        line = self.lines.get(id_)
        return line.to[0] if line and line.state in ("merged", "moved") else id_

    def is_live(self, id_: str) -> bool:
        """Tell whether *id_* may have a page: it has one, was never given, or lost it with the events that named it."""
        line = self.lines.get(id_)
        return line is None or line.state == "live" or line.follows


def forms_of(event: Event, person: Participant) -> tuple[str, ...]:
    """Return by what *person* is known in *event*: the printed forms; the name alone where an editor has corrected it."""
    meant = {name_words(level(one.meant)) for one in event.corrections if one.field == "person"}
    name = str(person.name)
    return (name,) if name_words(name) in meant else person.printed


def identities(
    events: Sequence[Keyed], known: Sequence[KnownPerson], published: Published
) -> dict[Key, Identity]:
    """Return everyone's id and name by key, in order of first mention."""
    names, minors = _named(events, known)
    claimed = _claimed(events, published)
    records = {key: known[key[1]] if isinstance(key[1], int) else None for key in names}
    called = {key: one.name if one else str(_oftenest(names[key])) for key, one in records.items()}
    out = {key for key, one in records.items() if _is_kept_out(one, child=key in minors)}
    # Nobody else gets the address of somebody who is kept out.
    taken = {p.id for p in known if p.id} | set(claimed.values())
    taken |= {slug(called[key]) for key in out} & published.lines.keys()
    found: dict[Key, Identity] = {}
    for key, name in called.items():
        if key in out:
            found[key] = Identity(None, name, was=claimed.get(key, ""))
            continue
        record = records[key]
        id_ = (record.id if record else None) or claimed.get(key) or _free_id(name, taken, published)
        found[key] = Identity(id_ if published.is_live(id_) else None, name)
    return found | _apart(events, found, published)


def _named(
    events: Iterable[Keyed], known: Sequence[KnownPerson]
) -> tuple[dict[Key, Counter[PersonName]], set[Key]]:
    """Return every name of everyone, with how often it stands, and who is under 18."""
    names: dict[Key, Counter[PersonName]] = defaultdict(Counter)
    minors: set[Key] = {("known", i) for i, person in enumerate(known) if person.minor}
    for one in events:
        for key, person in one.people:
            if key is not None:
                names[key][person.name] += 1
                if person.minor:
                    minors.add(key)
    return names, minors


def _is_kept_out(record: KnownPerson | None, *, child: bool) -> bool:
    if record and record.withhold:
        return True
    return record.index == "no" if record and record.index else child


def _claimed(events: Iterable[Keyed], published: Published) -> dict[Key, str]:
    """Return the id under which most of the events that name somebody were published, each id once.

    Who has had an id goes before those whose own was merged into it.
    """
    votes: dict[Key, Counter[str]] = defaultdict(Counter)
    own: set[tuple[Key, str]] = set()
    for one in events:
        before = published.named.get(one.event.id, {})
        for key, person in one.people if before else ():
            found = {
                before[words] for words in map(name_words, forms_of(one.event, person)) if words in before
            }
            if key is not None and len(found) == 1:
                was = found.pop()
                votes[key][published.current(was)] += 1
                own |= {(key, was)}
    ranked = sorted(
        (
            ((key, id_) not in own, -count, id_, key)
            for key, ids in votes.items()
            for id_, count in ids.items()
        ),
        key=lambda vote: vote[:3],
    )
    claimed: dict[Key, str] = {}
    given: set[str] = set()
    for *_, id_, key in ranked:
        if key not in claimed and id_ not in given:
            claimed[key] = id_
            given.add(id_)
    return claimed


def _apart(
    events: Iterable[Keyed], found: Mapping[Key, Identity], published: Published
) -> dict[Key, Identity]:
    """Return those who have a page under an id that an editor has merged into another, but are not joined to that one."""
    merged = {id_: line.to[0] for id_, line in published.lines.items() if line.state == "merged"}
    apart: dict[Key, Identity] = {}
    for one in events if merged else ():
        before = published.named.get(one.event.id, {})
        for key, person in one.people:
            if key is None or found[key].id is None:
                continue
            forms = map(name_words, forms_of(one.event, person))
            ids = {slug(found[key].name), *(before[words] for words in forms if words in before)}
            lost = [id_ for id_ in sorted(ids & merged.keys()) if merged[id_] != found[key].id]
            if lost:
                apart[key] = replace(found[key], apart=lost[0])
    return apart


def _oftenest(printed: Counter[PersonName]) -> PersonName:
    return max(printed, key=lambda name: (printed[name], bool(name.patronymic)))


def _free_id(name: str, taken: set[str], published: Published) -> str:
    """Return an id made from *name* that nobody has, or that was given to this very name and has become another."""
    wanted = slug(name) or "person"
    base = published.current(f"{wanted}-1" if wanted in _RESERVED else wanted)
    found, n = base, 2
    while found in taken:
        found, n = f"{base[:60]}-{n}", n + 1
    taken.add(found)
    return found
