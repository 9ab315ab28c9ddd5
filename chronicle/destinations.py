"""Ledger lines -> what is wrong with one alone, and with where it leads: a sentence each.

No chains, no loops, no way out of the chronicle: an address leads to live ones of its own kind, or nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from rapidfuzz import fuzz, process

from chronicle.model import LASTING, STATES, LedgerLine

#: what names an address: ('person', 'jane-doe')
Name = tuple[str, str]

#: states of an address that leads to others
LEADING: Final = ("merged", "divided", "moved")
#: an id of each kind, as sentences show it
EXAMPLES: Final[Mapping[str, str]] = {
    "event": "2022-12.18",
    "person": "jane-doe",
    "place": "west-region",
    "statute": "cc/405",
    "topic": "labour",
    "case": "the-strike",
}
#: the id of an event: '2022-12.18', '2022-12.18a'
EVENT: Final = re.compile(
    r"(?P<edition>(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2]))\.(?P<number>[1-9][0-9]{0,5})[a-z]?"
)

_SLUG: Final = r"(?=.{1,64}(?:/|$))[a-z0-9]+(?:-[a-z0-9]+)*"
_ID: Final = {
    **dict.fromkeys(LASTING, re.compile(_SLUG)),
    "event": EVENT,
    # 'cc', 'cc/405', 'cc/361-1'
    "statute": re.compile(rf"{_SLUG}(?:/[0-9]{{1,4}}(?:-[0-9]{{1,3}})?)?"),
}
_HINT: Final = re.compile(r"entry [1-9][0-9]{0,5}")
#: what a spreadsheet takes for the beginning of a formula
_FORMULA: Final = tuple("=+-@＝＋－＠")
#: what it makes of ids and days: '18.12.2022', '2022-12-18', '18-Dec-22', 'Dec-22', '1e5', '1.00E+05'
MANGLED: Final = re.compile(
    r"""
    [0-9]{1,4} (?P<mark> [-./] ) [0-9]{1,2} (?P=mark) [0-9]{1,4} (?: \ .* )?
    | [0-9]{1,2} - [A-Z][a-z]{2} (?: - [0-9]{2,4} )?
    | [A-Z][a-z]{2} - [0-9]{2,4}
    | [0-9]+ (?: [.,][0-9]+ )? [eE] [+-]? [0-9]+
    """,
    re.VERBOSE,
)
#: steps from one address to the next; whatever leads further is held to lead nowhere
_FARTHEST: Final = 100


# ---------------------------------------------------------------- a line alone


def formula_mistake(value: str) -> str:
    """Return what is wrong where a spreadsheet would take *value* for a formula; '' where it would not."""
    if not value.startswith(_FORMULA):
        return ""
    return f"{shown(value)} begins with '{value[0]}', which a spreadsheet takes for a formula: begin with a letter or a digit"


def id_mistake(kind: str, id_: str) -> str:
    """Return what is wrong where *id_* cannot be the id of a *kind*; '' where it can."""
    form = f"write it as in {EXAMPLES[kind]}"
    if MANGLED.fullmatch(id_):
        return f"{shown(id_)} is what a spreadsheet makes of an id, no id of {_a(kind)}: {form}"
    return "" if _ID[kind].fullmatch(id_) else f"{shown(id_)} is no id of {_a(kind)}: {form}"


def line_mistakes(line: LedgerLine) -> Iterator[str]:
    """Yield what is wrong with *line*, whatever the other lines say."""
    if line.kind not in LASTING:
        yield f"the kind {shown(line.kind)} is not known: write {', '.join(LASTING[:-1])} or {LASTING[-1]}"
    elif told := id_mistake(line.kind, line.id):
        yield told
    elif line.state not in STATES:
        yield f"the state {shown(line.state)} is not known: write {', '.join(STATES[:-1])} or {STATES[-1]}"
    else:
        yield from _to_mistakes(line)
        if line.state == "withdrawn" and not line.reason:
            yield f"{named(line)} is withdrawn without a reason: write the reason at the end of the line"


def _to_mistakes(line: LedgerLine) -> Iterator[str]:
    """Yield what is wrong with how many ids *line* leads to."""
    count = len(line.to)
    if line.state == "divided" and count < 2:
        yield f"{named(line)} is divided: write the ids of two or more in 'to', with a space between them"
    elif line.state in ("merged", "moved") and count != 1:
        yield f"{named(line)} is {line.state}: write one id in 'to' (if it leads to several, the state is 'divided')"
    elif line.state not in LEADING and line.to:
        if line.kind != "event":
            yield f"{named(line)} is {line.state} and leads nowhere: empty 'to', or write another state"
        elif not _HINT.fullmatch(" ".join(line.to)):
            yield (
                f"{named(line)} is {line.state} and leads nowhere: empty 'to', write another state, "
                "or say which entry of the digest it is, as in 'entry 18'"
            )


# ---------------------------------------------------------------- where it leads


def target_mistakes(
    lines: Mapping[Name, LedgerLine], unchecked: Collection[Name] = ()
) -> Iterator[tuple[Name, str]]:
    """Yield what is wrong with where *lines* lead to, with the address whose line it is.

    *unchecked* are addresses that need no line, or whose line is wrong and told elsewhere.
    """
    entries: dict[tuple[str, str], LedgerLine] = {}
    for name, line in lines.items():
        if name in unchecked:
            continue
        if line.state in LEADING:
            yield from ((name, told) for told in _leading_mistakes(line, lines, unchecked))
        elif line.to:
            first = entries.setdefault((line.id.split(".")[0], line.to[0]), line)
            if first is not line:
                yield (
                    name,
                    f"{named(line)} is said to be {line.to[0]}, and so is {first.id}: only one of them is",
                )


def _leading_mistakes(
    line: LedgerLine, lines: Mapping[Name, LedgerLine], unchecked: Collection[Name]
) -> Iterator[str]:
    if len(set(line.to)) < len(line.to):
        yield f"{named(line)} leads to one id twice: write each once"
    for id_ in dict.fromkeys(line.to):
        name = (line.kind, id_)
        end = lines.get(name)
        if id_ == line.id:
            yield f"{named(line)} leads to itself: write another id in 'to', or the state 'live'"
        elif end is None and name not in unchecked:
            yield _unknown(line, id_, lines)
        elif end and name not in unchecked and end.state != "live":
            yield f"{named(line)} leads to {id_}, which is {end.state}: {_instead(line, lines)}"


def _unknown(line: LedgerLine, id_: str, lines: Mapping[Name, LedgerLine]) -> str:
    other = next((kind for kind in LASTING if (kind, id_) in lines), "")
    if other:
        return f"{named(line)} leads to {id_}, which is {_a(other)}: write the id of {_a(line.kind)}"
    if told := formula_mistake(id_) or id_mistake(line.kind, id_):
        return told
    near = nearest(id_, (one.id for one in lines.values() if (one.kind, one.state) == (line.kind, "live")))
    return f"{named(line)} leads to {id_}, which is not in the ledger: {near or 'write an id that is'}"


def _instead(line: LedgerLine, lines: Mapping[Name, LedgerLine]) -> str:
    """Return what to write in *line* so that it leads straight to where its way ends."""
    ends = [end for end in _ends(line, lines) if end != line.id]
    if not ends:
        return "write an id that is live, or the state 'withdrawn' and a reason"
    state = led_state(line.state, len(ends))
    also = "" if state == line.state else f", and the state '{state}'"
    return f"write '{' '.join(ends)}' in 'to' instead{also}"


def parts_to_come(lines: Mapping[Name, LedgerLine]) -> frozenset[Name]:
    """Return the events that others are divided into and that the next build is to publish: labels above all that were given."""
    highest: dict[str, int] = {}
    for event in filter(None, (EVENT.fullmatch(id_) for kind, id_ in lines if kind == "event")):
        highest[event["edition"]] = max(highest.get(event["edition"], 0), int(event["number"]))
    divided = (line for line in lines.values() if (line.kind, line.state) == ("event", "divided"))
    parts = (EVENT.fullmatch(id_) for line in divided for id_ in line.to)
    return frozenset(
        ("event", part[0]) for part in parts if part and int(part["number"]) > highest.get(part["edition"], 0)
    )


def led_state(state: str, ends: int) -> str:
    """Return the state of an address that led elsewhere in *state*, and now leads to so many *ends*."""
    return "divided" if ends > 1 else "merged" if state == "divided" else state


def _ends(line: LedgerLine, lines: Mapping[Name, LedgerLine]) -> tuple[str, ...]:
    """Return the live ids to which the way from *line* leads, in order."""
    found: dict[str, None] = {}
    seen: dict[str, None] = {}
    ahead = list(reversed(line.to))
    while ahead and len(seen) < _FARTHEST:
        id_ = ahead.pop()
        end = lines.get((line.kind, id_))
        if end and id_ not in seen:
            seen[id_] = None
            found |= {id_: None} if end.state == "live" else {}
            ahead += reversed(leads(end))
    return tuple(found)


def leads(line: LedgerLine) -> tuple[str, ...]:
    """Return the ids that *line* leads to; none where it is live, withdrawn or redacted."""
    return line.ends


# ---------------------------------------------------------------- words


def named(line: LedgerLine) -> str:
    """Return what *line* is about: 'event 2022-12.18'."""
    return f"{line.kind} {line.id}"


def nearest(id_: str, ids: Iterable[str]) -> str:
    """Return a question that names the ids nearest to *id_*: 'did you mean 2022-12.18?'; '' where none is near."""
    near = process.extract(id_, tuple(ids), scorer=fuzz.ratio, score_cutoff=75, limit=2)
    return f"did you mean {' or '.join(one for one, *_ in near)}?" if near else ""


def natural_order(id_: str) -> tuple[tuple[str | int, ...], str]:
    """Return the sort key of an id: '2022-12.9' before '2022-12.10', 'cc/9' before 'cc/10'."""
    parts = re.split(r"([0-9]+)", id_)
    return tuple(int(part) if n % 2 else part for n, part in enumerate(parts)), id_


def _a(kind: str) -> str:
    return f"an {kind}" if kind == "event" else f"a {kind}"


def shown(value: str) -> str:
    """Return *value* as sentences show it: in quotation marks, not too long."""
    return repr(value if len(value) <= 60 else f"{value[:60]}…")
