"""cases.yaml, all that was read, and what became of addresses, in; cases with their events, what is proposed and asked, out.

A case shows the events that an editor listed, and no others. Of its people those are listed who have a page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from chronicle.authority import Authority, KnownCase, KnownCode, KnownPerson
from chronicle.destinations import nearest
from chronicle.model import Case, Chronicle, Event, Finding, Ledger, LedgerLine
from chronicle.proposals import Ground, lines, proposals
from chronicle.seeds import SeedFile
from chronicle.strictyaml import Loaded, Path, load, named
from chronicle.text import name_words, slug
from chronicle.withholding import Withheld


@dataclass(frozen=True, slots=True, kw_only=True)
class Cases:
    """What became of cases.yaml."""

    #: in the editor's order; those without events have no page
    cases: tuple[Case, ...] = ()
    #: what an editor may look at
    findings: tuple[Finding, ...] = ()
    #: what must be mended before anything is published, a sentence each
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _People:
    """Who can be meant in cases.yaml."""

    #: id -> the id now
    ids: Mapping[str, str]
    #: words of a name -> the ids of those who have it
    named: Mapping[tuple[str, ...], tuple[str, ...]]
    #: words of names of those who have no page
    unpaged: Collection[tuple[str, ...]]
    #: ids that were ever published: that one of them is gone is asked elsewhere
    published: Collection[str]
    #: names that may be told to somebody who has misspelt one
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _World:
    """What a case is held against."""

    chronicle: Chronicle = field(repr=False)
    events: Mapping[str, Event] = field(repr=False)
    order: Mapping[str, int] = field(repr=False)
    #: what became of events
    ledger: Mapping[str, LedgerLine] = field(repr=False)
    people: _People = field(repr=False)
    statutes: Collection[str] = field(repr=False)
    #: names that stand in no list
    hidden: tuple[Withheld, ...] = field(repr=False)


def read_cases(
    file: SeedFile | None,
    known: Authority,
    chronicle: Chronicle,
    ledger: Ledger,
    hidden: tuple[Withheld, ...] = (),
) -> Cases:
    """Return the cases of *file*, as *known*, with their events in *chronicle*.

    *ledger* says what became of events and people, *hidden* are the names that no title and no list may hold.
    """
    cases = known.cases
    if file is None or not cases:
        return Cases()
    loaded = load(file.text)
    world = _World(
        chronicle=chronicle,
        events={event.id: event for event in chronicle.events},
        order={event.id: n for n, event in enumerate(chronicle.events)},
        ledger=ledger.of("event"),
        people=_people(chronicle, known.people, ledger.of("person")),
        statutes=_statutes(chronicle, known.codes),
        hidden=hidden,
    )
    wrong = ((path, told) for i, one in enumerate(cases) for path, told in _mistakes(i, one, world))
    made = [(one, _made(one, world)) for one in cases]
    return Cases(
        cases=tuple(case for _, case in made if case.events),
        findings=tuple(_findings(file, loaded, made, world)),
        questions=tuple(f"{file.path}:{loaded.line(p)}: {named(p)}: {told}" for p, told in wrong),
    )


def _made(known: KnownCase, world: _World) -> Case:
    events = {_now(id_, world) for id_ in known.events} & world.events.keys()
    people = (id_ for form in known.people for id_ in _meant(form, world.people)[:1])
    return Case(
        id=known.id,
        title=" ".join(known.title.split()),
        about=known.about,
        people=tuple(dict.fromkeys(people)),
        events=tuple(world.events[id_] for id_ in sorted(events, key=world.order.__getitem__)),
    )


# ---------------------------------------------------------------- who and what can be meant


def _people(chronicle: Chronicle, known: Sequence[KnownPerson], lines: Mapping[str, LedgerLine]) -> _People:
    pages = {person.id for person in chronicle.people}
    led = {line.id: line.to[0] for line in lines.values() if line.ends and line.to[0] in pages}
    forms = {name_words(one.name): (one.name, *one.spellings) for one in known}
    found: dict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
    for person in chronicle.people:
        for form in (person.name, *forms.get(name_words(person.name), ())):
            found[name_words(form)][person.id] = None
    spelt = {name_words(form) for one in known for form in (one.name, *one.spellings)}
    others = {name_words(p.canonical) for e in chronicle.events for p in e.people if p.id is None}
    return _People(
        ids={**led, **{id_: id_ for id_ in pages}},
        named={words: tuple(ids) for words, ids in found.items()},
        unpaged=(spelt | others | {(one.id,) for one in known if one.id}) - found.keys(),
        published=lines.keys(),
        names=tuple(person.name for person in chronicle.people),
    )


def _meant(form: str, people: _People) -> tuple[str, ...]:
    """Return the ids of the pages of those whom *form* means; none for somebody without a page."""
    if form in people.ids:
        return (people.ids[form],)
    ids = people.named.get(name_words(form), ())
    return ids if len(ids) == 1 else ()


def _statutes(chronicle: Chronicle, codes: Sequence[KnownCode]) -> frozenset[str]:
    cited = {article.id for code in chronicle.codes for article in code.articles}
    listed = {f"{code.id}/{number}" for code in codes for number in code.articles}
    return frozenset(cited | listed | {code.id for code in codes})


def _now(id_: str, world: _World) -> str:
    """Return the id of an event now: a digest that has another month takes the events of a case along."""
    line = world.ledger.get(id_)
    return line.to[0] if line and line.state == "moved" else id_


# ---------------------------------------------------------------- what must be mended


def _mistakes(i: int, known: KnownCase, world: _World) -> Iterator[tuple[Path, str]]:
    """Yield what is wrong with the *i*-th case: where in the file's value, and what to do."""
    for path, told in (*_names_told(known, world), *_nobody(known, world)):
        yield (i, *path), told
    for key, ids in (("events", known.events), ("not", known.without)):
        for j, id_ in enumerate(ids):
            if told := _no_event(id_, world, shown=key == "events"):
                yield (i, key, j), told


def _names_told(known: KnownCase, world: _World) -> Iterator[tuple[Path, str]]:
    """Yield where a case holds a name that stands in no list."""
    texts: dict[Path, str] = {("id",): known.id, ("title",): known.title, ("about",): known.about}
    texts |= {("words", j): word for j, word in enumerate(known.words)}
    for path, text in texts.items():
        if any(names.first(text) for names in world.hidden):
            yield path, "holds the name of somebody who stands in no list: write it without the name"


def _nobody(known: KnownCase, world: _World) -> Iterator[tuple[Path, str]]:
    """Yield the people and provisions of a case that are not known."""
    for j, form in enumerate(known.people):
        if told := _stranger(form, world.people):
            yield ("people", j), told
    for j, id_ in enumerate(known.provisions):
        if id_ not in world.statutes:
            near = nearest(id_, sorted(world.statutes)) or "mend it, or take it out"
            yield ("provisions", j), f"no event cites {id_}, and statutes.yaml does not list it: {near}"


def _stranger(form: str, people: _People) -> str:
    """Return what is wrong with *form*, which is to mean a person; '' where nothing is."""
    ids = people.named.get(name_words(form), ())
    if len(ids) > 1:
        return f"'{form}' is the name of {len(ids)} people: write the id of the one that is meant: {' or '.join(ids)}"
    if ids or form in people.ids or name_words(form) in people.unpaged or slug(form) in people.published:
        return ""
    near = nearest(form, (*people.names, *people.ids))
    return f"nobody is named '{form}': {near or 'write the name as it stands on a page, or in people.yaml'}"


def _no_event(id_: str, world: _World, *, shown: bool) -> str:
    """Return what is wrong with *id_*, which is to be an event; only one that is to be *shown* must be there."""
    line = world.ledger.get(id_)
    # That a published event is gone is asked elsewhere.
    if _now(id_, world) in world.events or (line and line.state in ("live", "moved")):
        return ""
    if line is None:
        near = nearest(id_, world.events)
        return f"there is no event {id_}: {near or 'mend its number, or take it out'}"
    if not shown:
        return ""
    if line.ends:
        return f"{id_} was {line.state} into {' and '.join(line.to)}: write {', '.join(line.to)} in its place"
    return f"{id_} was {line.state}, and is shown no more: take it out of 'events'"


# ---------------------------------------------------------------- what an editor may look at


def _findings(
    file: SeedFile, loaded: Loaded, made: Iterable[tuple[KnownCase, Case]], world: _World
) -> Iterator[Finding]:
    """Yield a finding for every case with proposals, and for every one without events."""
    ground = Ground.of(world.chronicle)
    for i, (known, case) in enumerate(made):
        settled = {_now(id_, world) for id_ in (*known.events, *known.without)}
        found = proposals(known, case.people, settled, ground)
        told = f"{len(found)} {'event' if len(found) == 1 else 'events'} may belong to it"
        odd = [("case-events", told, lines(known, found))] if found else []
        odd += [] if known.events else [("case-without-events", "it has no events yet, and no page", ())]
        for code, words, paste in odd:
            yield Finding(
                code=code,
                message=f"case '{known.id}': {words}",
                file=file.name,
                line=loaded.line((i,)),
                paste=paste,
            )
