"""The ledger and an editor's ruling in, the ledger after it out: withdrawn, redacted, merged, renamed, divided.

Whatever led to an address leads on from there after a ruling, so that no ruling leaves a chain behind. A ruling that makes no
sense raises `ChronicleError`, whose sentence says what does.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, NoReturn

from chronicle.destinations import (
    EVENT,
    EXAMPLES,
    LEADING,
    Name,
    formula_mistake,
    id_mistake,
    leads,
    led_state,
    named,
    nearest,
    shown,
)
from chronicle.encoding import decode
from chronicle.findings import ChronicleError
from chronicle.ledger import with_lines
from chronicle.model import LASTING, Ledger, LedgerLine

#: the word before an id, by state: 'merged into 2022-12.19'
_JOINED: Final = {"merged": "into", "divided": "into", "moved": "to"}


def read_name(words: Sequence[str]) -> Name:
    """Return the address that an editor names: '2022-12.18', 'person jane-doe', 'statute/cc/405'."""
    kind, _, id_ = "/".join(word.strip() for word in words).partition("/")
    if not id_ and EVENT.fullmatch(kind):
        return "event", kind
    if kind not in LASTING:
        _refuse(f"{shown(' '.join(words))} names nothing that is published: {_forms()}")
    if told := id_mistake(kind, id_):
        _refuse(told)
    return kind, id_


def _forms() -> str:
    others = [f"'{kind} {example}'" for kind, example in EXAMPLES.items() if kind != "event"]
    return f"write '{EXAMPLES['event']}', {', '.join(others[:-1])} or {others[-1]}"


def withdraw(ledger: Ledger, name: Name, reason: str, day: dt.date) -> Ledger:
    """Return *ledger* with one address withdrawn: its page stays, and says when and why."""
    line = _live(ledger, name, "withdrawn")
    return _ruled(ledger, replace(line, state="withdrawn", date=day, reason=_reason(reason, needed=True)))


def redact(ledger: Ledger, name: Name, reason: str, day: dt.date) -> Ledger:
    """Return *ledger* with one address redacted: its page stays, and says that something is not shown. *reason* may be ''."""
    line = _live(ledger, name, "redacted")
    return _ruled(ledger, replace(line, state="redacted", date=day, reason=_reason(reason)))


def merge_into(ledger: Ledger, name: Name, into: Name, reason: str, day: dt.date) -> Ledger:
    """Return *ledger* with one address leading to another, live one of its kind. *reason* may be ''."""
    line = _live(ledger, name, "merged", (into[1],))
    _check_ends(ledger, line, (into,), "merged")
    return _ruled(ledger, replace(line, state="merged", to=(into[1],), date=day, reason=_reason(reason)))


def divide(ledger: Ledger, name: Name, into: Sequence[Name], reason: str, day: dt.date) -> Ledger:
    """Return *ledger* with one address leading to several, live ones of its kind. *reason* may be ''."""
    ids = tuple(dict.fromkeys(id_ for _, id_ in into))
    line = _live(ledger, name, "divided", ids)
    _check_ends(ledger, line, into, "divided")
    if len(ids) < 2:
        _refuse(f"{named(line)} cannot be divided into one: name two or more")
    return _ruled(ledger, replace(line, state="divided", to=ids, date=day, reason=_reason(reason)))


def rename(ledger: Ledger, name: Name, new_id: str, day: dt.date) -> Ledger:
    """Return *ledger* with one address live under another id; the old one leads there. A code takes its articles along."""
    if name[0] == "event":
        _refuse(
            f"event {name[1]} keeps its address for ever: only a person, place, statute, topic or case is renamed"
        )
    line = _live(ledger, name, "moved", (new_id,))
    article = line.kind == "statute" and "/" in line.id
    told = id_mistake(line.kind, new_id)
    if told or article != ("/" in new_id):
        _refuse(
            told or f"{named(line)} cannot be renamed to {new_id}: a code stays a code, an article an article"
        )
    for old, id_ in _renamed(ledger, line, new_id):
        if taken := ledger.of(line.kind).get(id_):
            _refuse(f"{named(old)} cannot be renamed to {id_}: {_taken(taken, old)}")
        ledger = with_lines(ledger, (LedgerLine(kind=old.kind, id=id_, date=day),))
        ledger = _ruled(ledger, replace(old, state="moved", to=(id_,), date=day, reason=""))
    return ledger


def _renamed(ledger: Ledger, line: LedgerLine, new_id: str) -> Iterator[tuple[LedgerLine, str]]:
    """Yield every line that a new id for *line* gives a new id to, and that id."""
    yield line, new_id
    if line.kind == "statute":
        for one in ledger.of("statute").values():
            if one.state == "live" and one.id.startswith(f"{line.id}/"):
                yield one, f"{new_id}{one.id.removeprefix(line.id)}"


def _taken(taken: LedgerLine, old: LedgerLine) -> str:
    if taken.id == old.id:
        return "that is its id now"
    also = "; to make the two one, merge them" if taken.state == "live" else ""
    return f"that id was given before, and an id is never reused{also}"


def led_on(line: LedgerLine, ruling: LedgerLine) -> LedgerLine:
    """Return *line*, which leads to the address of *ruling*, as it is once that address is no longer live.

    It leads to where the ruling leads; where nothing live is left to lead to, it shares the ruling.
    """
    ends = tuple(
        dict.fromkeys(id_ for end in line.to for id_ in (leads(ruling) if end == ruling.id else (end,)))
    )
    if not ends:
        return replace(ruling, id=line.id, to=())
    return replace(line, to=ends, state=led_state(line.state, len(ends)))


def _ruled(ledger: Ledger, ruling: LedgerLine) -> Ledger:
    others = (led_on(one, ruling) for one in ledger.of(ruling.kind).values() if ruling.id in leads(one))
    return with_lines(ledger, (*others, ruling))


# ---------------------------------------------------------------- what makes no sense


def _live(ledger: Ledger, name: Name, state: str, to: tuple[str, ...] = ()) -> LedgerLine:
    """Return the line of *name*, which is to become *state*, where it is live."""
    line = _published(ledger, name)
    if (line.state, leads(line)) == (state, to):
        _refuse(f"{named(line)} is {_become(line)} already")
    if line.state in LEADING:
        _refuse(f"{named(line)} is {_become(line)}: name {' or '.join(line.to)} instead")
    if line.state != "live":
        bring = "to bring it back first, write 'live' in its line of seeds/ledger.csv, and no reason"
        _refuse(f"{named(line)} is {_become(line)}: only what is live can be {state}; {bring}")
    return line


def _become(line: LedgerLine) -> str:
    where = f" {_JOINED[line.state]} {' and '.join(line.to)}" if line.state in LEADING else ""
    return f"{line.state}{where}" + (f" since {line.date}" if line.date else "")


def _published(ledger: Ledger, name: Name) -> LedgerLine:
    kind, id_ = name
    lines = ledger.of(kind)
    if id_ not in lines:
        other = next((one for one in ledger if one.id == id_), None)
        meant = f"did you mean {named(other)}?" if other else nearest(id_, lines)
        _refuse(f"{kind} {id_} was never published: {meant or 'look its id up in seeds/ledger.csv'}")
    return lines[id_]


def _check_ends(ledger: Ledger, line: LedgerLine, into: Iterable[Name], state: str) -> None:
    """Raise `ChronicleError` where *line* cannot lead to *into*."""
    for name in into:
        if name == (line.kind, line.id):
            _refuse(f"{named(line)} cannot be {state} into itself: name another")
        if name[0] != line.kind:
            _refuse(f"{named(line)} cannot be {state} into {name[0]} {name[1]}: name one of the same kind")
        end = _published(ledger, name)
        if end.state != "live":
            what = f"name {' or '.join(end.to)} instead" if end.state in LEADING else "name one that is live"
            _refuse(f"{named(line)} cannot be {state} into {named(end)}, which is {_become(end)}: {what}")


def _reason(reason: str, *, needed: bool = False) -> str:
    """Return *reason* in one line, fit to stand in the ledger."""
    line = " ".join(reason.split())
    try:
        _, wrong = decode(line.encode(), "the reason")
    except UnicodeEncodeError:
        _refuse("the reason holds what is no character: type it anew")
    if wrong:
        _refuse(f"the reason holds {wrong[0].partition(': ')[2]}")
    if told := formula_mistake(line):
        _refuse(f"the reason {told}")
    if needed and not line:
        _refuse("a reason is missing: write --reason '…', in words that every reader may see")
    return line


def _refuse(sentence: str) -> NoReturn:
    raise ChronicleError(sentence)
