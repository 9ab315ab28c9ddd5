"""What cannot be told by the words alone in; questions to the editor, with the lines that answer them, out.

A question is a sentence or two, then, indented, each answer with the one line of seeds/ledger.csv that gives it.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Final

from chronicle.likeness import Reading, score
from chronicle.memory import event_order
from chronicle.model import LedgerLine
from chronicle.pairing import LIKE, Candidate, Pair, Place, other_parts, others_held
from chronicle.rewording import differing

_REASON: Final = "REASON"
#: characters of printed words in a question
_SHORT: Final = 60
#: share of words in common from which a vanished event and an entry are compared
_GLANCE: Final = 0.3
#: how many vanished events of an edition are told one by one
_FEW: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubts:
    """Questions, and the events that they are about."""

    questions: tuple[str, ...]
    events: frozenset[str]
    #: the next free number of a label, by edition, after those that the questions name
    numbers: Mapping[str, int]


# ---------------------------------------------------------------- entries that may be an event


def doubts_about(
    pairs: Sequence[Pair], lines: Mapping[str, LedgerLine], free: Mapping[str, int], day: dt.date
) -> Doubts:
    """Return what must be asked about *pairs*; *free* is the next free number of a label, by edition."""
    by_event: dict[str, list[Pair]] = defaultdict(list)
    by_entry: dict[Place, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_event[pair.event.id].append(pair)
        by_entry[pair.entry.place].append(pair)
    numbers = dict(free)
    questions: dict[str, tuple[str, int, str]] = {}
    settled: set[str] = set()
    for id_, found in by_event.items():
        line = lines.get(id_)
        best = max(found, key=lambda pair: (pair.safe, pair.score, -pair.entry.ordinal))
        merged = _merged(found, by_entry, lines)
        if line is not None and line.state != "live":
            # A ruling made since the last build is the answer to this very question.
            if best.event.known.state != "live":
                questions[id_] = _told(best.entry, _about_withdrawn(best, line, numbers, day))
        elif merged:
            into, pair = merged
            settled.add(into)
            if into != id_:
                questions[id_] = _told(pair.entry, _about_merged(pair, into, day))
        elif parts := _parts(found):
            questions[id_] = _told(parts[0].entry, _about_divided(parts, numbers, day))
        else:
            questions[id_] = _told(best.entry, _about_likeness(best, found, by_entry, day))
    told = sorted(questions.values())
    return Doubts(
        questions=tuple(text for *_, text in told),
        events=frozenset(questions.keys() | settled),
        numbers=numbers,
    )


def _told(entry: Candidate, text: str) -> tuple[str, int, str]:
    return entry.file, entry.line, f"{entry.file}:{entry.line}: {text}"


def _merged(
    found: Iterable[Pair], by_entry: Mapping[Place, Sequence[Pair]], lines: Mapping[str, LedgerLine]
) -> tuple[str, Pair] | None:
    """Return the first event whose words one entry holds beside those of the event of *found*, and the pair."""
    for pair in found:
        others = [one.event for one in others_held(pair, by_entry[pair.entry.place])]
        live = [one for one in others if one.id not in lines or lines[one.id].state == "live"]
        if live:
            return min((pair.event.id, *(one.id for one in live)), key=event_order), pair
    return None


def _parts(found: Sequence[Pair]) -> list[Pair]:
    """Return the pairs whose entries are different parts of one event, in the order of the digest; none where it is whole."""
    for pair in sorted(found, key=lambda pair: -pair.part):
        others = other_parts(pair, found)
        if others:
            parts = [pair]
            for one in others:
                around = other_parts(one, found)
                parts += [one] if all(other in around for other in parts) else []
            return sorted(parts, key=lambda one: one.entry.ordinal)
    return []


def _about_likeness(
    best: Pair, found: Sequence[Pair], by_entry: Mapping[Place, Sequence[Pair]], day: dt.date
) -> str:
    id_ = best.event.id
    here = [pair for pair in by_entry[best.entry.place] if pair.event.id != id_ and pair.score >= LIKE]
    rivals = [pair.event.id for pair in here][:1]
    near = sorted(
        (pair for pair in found if pair.score >= LIKE or pair is best), key=lambda p: p.entry.ordinal
    )
    told = (
        f"entry {best.entry.ordinal} may be {id_}, which was published with other words: {_difference(best)}."
    )
    if rivals:
        told += f" It may be {rivals[0]} too."
    if len(near) > 1:
        told += f" {id_} may also be {_entries([p for p in near if p is not best])}."
    return _asked(
        told,
        *(
            (f"{id_} is entry {pair.entry.ordinal}", _line(id_, "live", f"entry {pair.entry.ordinal}", day))
            for pair in near
        ),
        *((f"{id_} was merged into {one}", _line(id_, "merged", one, day, _REASON)) for one in rivals),
        (f"{id_} is told no more", _line(id_, "withdrawn", "", day, _REASON)),
    )


def _difference(pair: Pair) -> str:
    if pair.lost:
        names = ", ".join(f"'{_short(name)}'" for name in pair.lost[:3])
        return f"{names} {'is' if len(pair.lost) == 1 else 'are'} not named in it"
    if pair.swapped:
        return "the people named in it have changed places"
    words = differing(pair.event.known.text, pair.entry.text)
    if words is None:
        return "they differ only where words are withheld"
    before, after = words
    if not before or not after:
        return f"'{_short(before or after)}' is {'new' if after else 'no more'} in it"
    return f"'{_short(before)}' is now '{_short(after)}'"


def _about_divided(parts: Sequence[Pair], numbers: dict[str, int], day: dt.date) -> str:
    id_, edition = parts[0].event.id, parts[0].event.edition
    first = numbers[edition]
    numbers[edition] = first + len(parts)
    labels = " ".join(f"{edition}.{first + n}" for n in range(len(parts)))
    told = f"{_entries(parts)} hold parts of {id_}, which was published as one: '{_short(parts[0].event.known.text)}'."
    return _asked(
        told,
        (f"{id_} was divided", _line(id_, "divided", labels, day, _REASON)),
        *(
            (f"{id_} is entry {p.entry.ordinal}", _line(id_, "live", f"entry {p.entry.ordinal}", day))
            for p in parts
        ),
    )


def _about_merged(pair: Pair, into: str, day: dt.date) -> str:
    id_, number = pair.event.id, pair.entry.ordinal
    told = f"entry {number} holds the words of {into} and of {id_}, which were published apart."
    return _asked(
        told,
        (f"{id_} was merged into {into}", _line(id_, "merged", into, day, _REASON)),
        (f"{id_} is entry {number}", _line(id_, "live", f"entry {number}", day)),
        (f"{id_} is told no more", _line(id_, "withdrawn", "", day, _REASON)),
    )


def _about_withdrawn(pair: Pair, line: LedgerLine, numbers: dict[str, int], day: dt.date) -> str:
    edition, number = pair.entry.place
    told = f"entry {number} may be {line.id}, which was {line.state}, with other words: {_difference(pair)}."
    new = numbers[edition]
    numbers[edition] += 1
    return _asked(told, *_either(line, pair.entry, new, day))


def about_wordless(entry: Candidate, line: LedgerLine, number: int, day: dt.date) -> str:
    """Return the question whether *entry*, which is nobody's, is the event of *line*, whose words are not kept.

    Where it is not, it is a new event, and gets the label *number*.
    """
    told = f"entry {entry.ordinal} is new, or it is {line.id}, which was {line.state} and whose words are not kept."
    return f"{entry.file}:{entry.line}: {_asked(told, *_either(line, entry, number, day))}"


def _either(
    line: LedgerLine, entry: Candidate, new: int, day: dt.date
) -> tuple[tuple[str, str], tuple[str, str]]:
    place = f"entry {entry.ordinal}"
    return (
        (f"it is {line.id}", _line(line.id, line.state, place, line.date or day, line.reason)),
        ("it is a new event", _line(f"{entry.edition}.{new}", "live", place, day)),
    )


# ---------------------------------------------------------------- events that no entry is


def about_vanished(
    vanished: Sequence[tuple[str, str]], entries: Sequence[tuple[str, Candidate]]
) -> Iterator[str]:
    """Yield what is asked about *vanished* events (id and words) of one edition: the first few, and how many there are.

    *entries* are all entries of the edition, with the id of the event that each is.
    """
    edition = vanished[0][0].partition(".")[0]
    if not entries:
        yield (
            f"seeds/editions/{edition}.txt: {len(vanished)} {'event was' if len(vanished) == 1 else 'events were'} published from it, and it holds none of them "
            "any more: put the digest back"
        )
    elif len(vanished) > _FEW:
        yield (
            f"seeds/ledger.csv: {len(vanished)} published events have vanished from {edition}.txt: was half of the file "
            f"lost? The first {_FEW} of them follow."
        )
    for id_, text in vanished[:_FEW]:
        yield _about_gone(id_, text, entries)


def _about_gone(id_: str, text: str, entries: Sequence[tuple[str, Candidate]]) -> str:
    if not text:
        edition = id_.partition(".")[0]
        return (
            f"seeds/ledger.csv: {id_} was published, and seeds/published/{edition}.jsonl has lost its words: put that file "
            f"back, or say which entry it is: event,{id_},live,entry NUMBER,,"
        )
    told = (
        f"seeds/ledger.csv: {id_} was published and no entry of the digests is it any more ('{_short(text)}'): put its "
        f"entry back, or say what became of it: python build.py withdraw {id_} --reason '…'"
    )
    other = _nearest(id_, text, entries)
    return (
        f"{told}; or, as it is a little like {other}: python build.py merge {id_} --into {other}"
        if other
        else told
    )


def _nearest(id_: str, text: str, entries: Sequence[tuple[str, Candidate]]) -> str:
    """Return the event whose entry is most like *text*, where one is like it; else ''."""
    mine, words = Reading(text), set(text.split())
    best = (LIKE, "")
    for other, entry in entries:
        theirs = set(entry.text.split())
        if other not in ("", id_) and len(words & theirs) >= _GLANCE * max(len(words), len(theirs)):
            best = max(best, (score(mine, Reading(entry.text)), other))
    return best[1]


# ---------------------------------------------------------------- words


def about_hint(line: LedgerLine, place: Place, count: int, other: str) -> str:
    """Return what is wrong with a line that says which entry an event is: there is no such entry, or it is *other*."""
    start = f"seeds/ledger.csv: {line.id} is said to be entry {place[1]}, but"
    if other:
        return f"{start} that is {other}: mend the number, or empty 'to'"
    has = f"{place[0]}.txt has {_count(count)}" if count else f"there is no {place[0]}.txt"
    return f"{start} {has}: mend the number"


def _asked(told: str, *answers: tuple[str, str]) -> str:
    lines = "".join(f"\n    {when}: {line}" for when, line in answers)
    return (
        f"{told} Write one of these lines into seeds/ledger.csv, in place of the line of the same id:{lines}"
    )


def _line(id_: str, state: str, to: str, day: dt.date, reason: str = "") -> str:
    written = StringIO()
    csv.writer(written, lineterminator="").writerow(("event", id_, state, to, day.isoformat(), reason))
    return written.getvalue()


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHORT else f"{words[:_SHORT].rpartition(' ')[0] or words[:_SHORT]}…"


def _entries(pairs: Sequence[Pair]) -> str:
    numbers = [str(pair.entry.ordinal) for pair in pairs]
    if len(numbers) == 1:
        return f"entry {numbers[0]}"
    return f"entries {', '.join(numbers[:-1])} and {numbers[-1]}"


def _count(entries: int) -> str:
    return f"{entries} {'entry' if entries == 1 else 'entries'}"
