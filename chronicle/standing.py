"""What has a page now, and the ledger, in; the new ledger out, or questions: nothing published disappears in silence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches

from chronicle.findings import yaml_text
from chronicle.model import KEPT_OUT, LASTING, NOT_SHOWN, Chronicle, Ledger, LedgerLine
from chronicle.rulings import led_on

#: ids by kind: 'person' -> {'zhanbolat-mamay', …}
Ids = Mapping[str, Collection[str]]

_WHOLE = {
    "event": "event",
    "person": "person",
    "place": "place",
    "statute": "article or code",
    "topic": "topic",
    "case": "case",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the ledger says once the build is published, and what must be answered before."""

    ledger: Ledger
    #: a sentence each; where there is one, nothing is published
    questions: tuple[str, ...]


def ids_of(chronicle: Chronicle) -> Ids:
    """Return the ids of everything that has a page in *chronicle*."""
    codes = chronicle.codes
    return {
        "event": {event.id for event in chronicle.events},
        "person": {person.id for person in chronicle.people},
        "place": {place.id for place in chronicle.places},
        "statute": {code.slug for code in codes} | {a.id for code in codes for a in code.articles},
        "topic": {topic.id for topic in chronicle.topics},
        "case": {case.id for case in chronicle.cases},
    }


def stand(ledger: Ledger, now: Ids, hidden: Ids, kept_out: Collection[str], day: dt.date) -> Standing:
    """Return the ledger of a site that has pages for *now*.

    *hidden* are the ids that only withdrawn or redacted events name, *kept_out* those of people whom an editor, or their
    age, keeps out of the index: their addresses hold their names, so that no page stays there.
    """
    lines = {(line.kind, line.id): _answered(line) for line in ledger}
    known = frozenset(lines)
    for kind in LASTING:
        for id_ in sorted(now[kind]):
            line = lines.setdefault((kind, id_), LedgerLine(kind=kind, id=id_, date=day))
            if line.state == "live":
                lines[kind, id_] = replace(line, date=line.date or day)
            elif line.follows:
                lines[kind, id_] = LedgerLine(kind=kind, id=id_, date=day)
    standing = Ledger(tuple(lines.values()))
    for ruling in tuple(_rulings(standing, now, hidden, kept_out, day)):
        standing = Ledger(tuple(_after(one, ruling) for one in standing))
    return Standing(ledger=standing, questions=tuple(_questions(standing, now, known, day)))


def _answered(line: LedgerLine) -> LedgerLine:
    """Return *line* without an editor's answer 'entry 18', which has served."""
    return replace(line, to=tuple(id_ for id_ in line.to if not id_.startswith("entry ")))


def _after(line: LedgerLine, ruling: LedgerLine) -> LedgerLine:
    """Return *line* as it is once *ruling* stands: itself, ruled, or led on from there."""
    if (line.kind, line.id) == (ruling.kind, ruling.id):
        return ruling
    return led_on(line, ruling) if line.kind == ruling.kind and ruling.id in line.to else line


def _rulings(
    ledger: Ledger, now: Ids, hidden: Ids, kept_out: Collection[str], day: dt.date
) -> Iterator[LedgerLine]:
    """Yield what becomes of addresses by what became of the events, or of the people, that they stand for."""
    for line in ledger:
        gone = line.state == "live" and line.id not in now[line.kind]
        if gone and line.kind == "person" and line.id in kept_out:
            yield replace(line, state="redacted", date=day, reason=KEPT_OUT)
        elif gone and line.id in hidden[line.kind]:
            yield replace(line, state="withdrawn", date=day, reason=NOT_SHOWN)


def merged_apart(chronicle: Chronicle, ledger: Ledger, day: dt.date) -> Iterator[str]:
    """Yield a question for everyone whom the ledger merges into another, and whom people.yaml does not join to that one."""
    names = {person.id: person.name for person in chronicle.people}
    lines = ledger.of("person")
    for id_, found in chronicle.apart:
        into = lines[id_].to[0]
        name = names.get(into, into)
        entry = f"- {{name: {yaml_text(name)}, id: {into}, spellings: [{yaml_text(found)}], why: REASON}}"
        yield (
            f"seeds/authority/people.yaml: person '{id_}' was merged into '{into}', but nothing here says that {found} is {name}: "
            f"add this line, or the spelling to the entry of {name}, or take the merge back in seeds/ledger.csv:\n"
            f"    they are one: {entry}\n"
            f"    they are two: person,{id_},live,,{day},"
        )


def _questions(ledger: Ledger, now: Ids, known: Collection[tuple[str, str]], day: dt.date) -> Iterator[str]:
    for line in ledger:
        found = line.id in now[line.kind]
        if line.state == "live" and not found and line.kind != "event":
            yield _gone(line, now[line.kind], known)
        elif line.state != "live" and found and line.kind not in ("event", "person"):
            yield _found_again(line, day)
        for id_ in line.to:
            if id_ not in now[line.kind]:
                yield (
                    f"seeds/ledger.csv: {_WHOLE[line.kind]} '{line.id}' is said to be {line.state}, to '{id_}', "
                    f"but '{id_}' has no page: mend the line"
                )


def _found_again(line: LedgerLine, day: dt.date) -> str:
    what = f"{_WHOLE[line.kind]} '{line.id}'"
    if line.to:
        return (
            f"seeds/ledger.csv: {what} is said to be {line.state}, to '{' '.join(line.to)}', but the digests and seeds/authority/ "
            f"still give it a page: join the two there, or write the line {line.kind},{line.id},live,,{day},"
        )
    again = "cases.yaml lists it" if line.kind == "case" else "the digests name it"
    return (
        f"seeds/ledger.csv: {what} was {line.state}, and {again} again: "
        f"to bring it back, write the line {line.kind},{line.id},live,,{day},"
    )


def _gone(line: LedgerLine, now: Collection[str], known: Collection[tuple[str, str]]) -> str:
    name = f"{line.kind} {line.id}"
    if line.kind == "case":
        return (
            f"seeds/ledger.csv: case '{line.id}' was published, and seeds/authority/cases.yaml lists it no more, or no event of it. "
            f"If it has another id now: python build.py rename {name} ID. If it is part of another: "
            f"python build.py merge {name} --into ID. If it should go: python build.py withdraw {name} --reason '…'"
        )
    near = get_close_matches(line.id, sorted(now), n=1, cutoff=0.75)
    merged = f"python build.py merge {name} --into {near[0] if near else 'ID'}"
    if near and (line.kind, near[0]) not in known:
        # What was never published cannot be merged into: it is the old one under another name.
        merged = f"python build.py rename {name} {near[0]}"
    return (
        f"seeds/ledger.csv: {_WHOLE[line.kind]} '{line.id}' was published, and nothing in the digests leads there any more. "
        f"If it is another one now: {merged}. If it should go: python build.py withdraw {name} --reason '…'"
    )
