"""seeds/ledger.csv -> every address ever published, or a sentence for each mistake in it; and the ledger back as text.

Forms::

    kind,id,state,to,date,reason
    event,2022-12.18,merged,2022-12.19,2026-11-22,"Told twice, in two entries"
    statute,cc/405,live,,2026-11-22,

A line stands for itself: each is read alone, in any order. Two editors' ledgers merge line by line: then one address can have
two lines, and the plain live one, which is the older, gives way. Two rulings on one address are a mistake.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from io import StringIO
from typing import Final

from chronicle.destinations import (
    EVENT,
    MANGLED,
    Name,
    formula_mistake,
    line_mistakes,
    named,
    natural_order,
    parts_to_come,
    shown,
    target_mistakes,
)
from chronicle.findings import ChronicleError
from chronicle.model import LASTING, Ledger, LedgerLine
from chronicle.seeds import SeedFile
from chronicle.text import MERGE_MARKS, iso_day

COLUMNS: Final = ("kind", "id", "state", "to", "date", "reason")

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


# ---------------------------------------------------------------- reading and writing


def read_ledger(file: SeedFile | None) -> Ledger:
    """Return the ledger, in order; empty before the first build. Every mistake is in one `ChronicleError`."""
    if file is None:
        return Ledger()
    first, *rest = file.text.split("\n")
    if wrong := [(1, sentence) for sentence in _first_mistakes(first)]:
        _refuse(file, wrong)
    numbered, wrong = _read_lines(rest)
    lines, differing = _one_each(numbered)
    broken = {name for name, at in numbered.items() if None in at.values()} | differing.keys()
    for name, sentence in (*differing.items(), *target_mistakes(lines, broken | parts_to_come(lines))):
        wrong.append((_number(numbered[name], lines.get(name)), sentence))
    _refuse(file, wrong)
    return Ledger(_ordered(lines.values()))


def _refuse(file: SeedFile, wrong: Iterable[tuple[int, str]]) -> None:
    if sentences := "\n".join(f"{file.path}:{number}: {sentence}" for number, sentence in sorted(wrong)):
        raise ChronicleError(sentences)


def ledger_text(ledger: Ledger) -> str:
    """Return *ledger* as CSV: a heading, then a line for each address, by kind and id."""
    written = StringIO()
    rows = csv.writer(written, lineterminator="\n")
    rows.writerow(COLUMNS)
    for line in _ordered(ledger):
        day = line.date.isoformat() if line.date else ""
        rows.writerow((line.kind, line.id, line.state, " ".join(line.to), day, line.reason))
    return written.getvalue()


def with_lines(ledger: Ledger, lines: Iterable[LedgerLine]) -> Ledger:
    """Return *ledger* with *lines*: each is new, or replaces the one of its kind and id."""
    return Ledger(
        _ordered({(line.kind, line.id): line for part in (ledger, lines) for line in part}.values())
    )


def next_label(ledger: Ledger, edition: str) -> str:
    """Return the label of the next new event of *edition*: one more than the highest ever given, whatever became of it."""
    ids = (id_ for line in ledger if line.kind == "event" for id_ in (line.id, *line.to))
    found = map(EVENT.fullmatch, ids)
    numbers = (int(event["number"]) for event in found if event and event["edition"] == edition)
    return str(max(numbers, default=0) + 1)


def _ordered(lines: Iterable[LedgerLine]) -> tuple[LedgerLine, ...]:
    return tuple(sorted(lines, key=lambda line: (LASTING.index(line.kind), natural_order(line.id))))


# ---------------------------------------------------------------- a line


def _first_mistakes(text: str) -> Iterator[str]:
    """Yield what is wrong with the heading."""
    values = [value.strip().strip('"') for value in re.split("[,;\t]", text)]
    if text.startswith(MERGE_MARKS):
        yield _unmerged(text)
    elif values != list(COLUMNS):
        yield f"the first line is not '{','.join(COLUMNS)}': put it back"
    elif mark := next((mark for mark in ";\t" if mark in text), ""):
        yield (
            f"a spreadsheet has put {mark!r} between the values: take the file as it was before, "
            "and change it with a text editor"
        )


def _read_lines(
    rest: Iterable[str],
) -> tuple[dict[Name, dict[int, LedgerLine | None]], list[tuple[int, str]]]:
    """Return by address what each line after the heading says, None where it is wrong; and what is wrong."""
    numbered: dict[Name, dict[int, LedgerLine | None]] = defaultdict(dict)
    wrong: list[tuple[int, str]] = []
    for number, text in enumerate(rest, start=2):
        if text.strip():
            name, line, mistakes = _read_line(text)
            wrong += [(number, sentence) for sentence in mistakes]
            if name != COLUMNS[:2]:
                numbered[name][number] = line
    return numbered, wrong


def _read_line(text: str) -> tuple[Name, LedgerLine | None, tuple[str, ...]]:
    """Return the address that a line is about, what it says, None where it is wrong, and what is wrong."""
    if text.startswith(MERGE_MARKS):
        return ("", ""), None, (_unmerged(text),)
    try:
        values = [value.strip() for value in next(csv.reader([text], strict=True))]
    except csv.Error:
        told = "a quotation mark is not closed, or words follow it: write the whole value in one line, within quotation marks, and a quotation mark in it twice"
        return ("", ""), None, (told,)
    if len(values) != len(COLUMNS):
        told = f"has {len(values)} values, not {len(COLUMNS)}: write {','.join(COLUMNS)}, and quotation marks around a reason with a comma"
        return ("", ""), None, (told,)
    if tuple(values) == COLUMNS:
        return (values[0], values[1]), None, ()
    kind, id_, state, to, day, reason = values
    line = LedgerLine(
        kind=kind, id=id_, state=state, to=_targets(to), date=iso_day(day), reason=" ".join(reason.split())
    )
    mistakes = tuple(filter(None, map(formula_mistake, values)))
    mistakes = mistakes or (*line_mistakes(line), *_day_mistakes(day))
    return (kind, id_), None if mistakes else line, mistakes


def _targets(to: str) -> tuple[str, ...]:
    words = to.split()
    return (" ".join(words),) if words[:1] == ["entry"] else tuple(words)


def _day_mistakes(text: str) -> Iterator[str]:
    if text and iso_day(text) is None:
        kind = (
            "a day as a spreadsheet writes it"
            if MANGLED.fullmatch(text) and not _DAY.fullmatch(text)
            else "no day"
        )
        yield f"{shown(text)} is {kind}: write it as in 2026-11-22"


def _unmerged(text: str) -> str:
    return f"'{text[:7]}' is left from a merge that was not finished: keep the lines that are right, and remove this one"


# ---------------------------------------------------------------- lines together


def _one_each(
    numbered: Mapping[Name, Mapping[int, LedgerLine | None]],
) -> tuple[dict[Name, LedgerLine], dict[Name, str]]:
    """Return the line that stands for each address, and a sentence for each whose lines say different things."""
    lines: dict[Name, LedgerLine] = {}
    differing: dict[Name, str] = {}
    for name, at in numbered.items():
        said = [line for line in at.values() if line is not None]
        if said and (line := _standing(said)):
            lines[name] = line
        elif said:
            *others, _ = sorted(at)
            where = f"line {others[0]}" if len(others) == 1 else f"lines {', '.join(map(str, others))}"
            differing[name] = (
                f"{named(said[0])} stands in {where} too, and differs: keep the line that is right"
            )
    return lines, differing


def _standing(said: Collection[LedgerLine]) -> LedgerLine | None:
    """Return which of the lines of one address stands; None where only an editor can tell.

    Of plain live ones it is the oldest. A ruling stands against them, unless one is younger: it may have taken the ruling back.
    """
    plain = [line for line in said if _is_plain(line)]
    rulings = {line for line in said if not _is_plain(line)}
    if not rulings:
        return min(plain, key=lambda line: line.date or dt.date.max)
    ruling = rulings.pop()
    younger = any(line.date and ruling.date and line.date > ruling.date for line in plain)
    return None if rulings or younger else ruling


def _is_plain(line: LedgerLine) -> bool:
    return line.state == "live" and not line.to and not line.reason


def _number(at: Mapping[int, LedgerLine | None], standing: LedgerLine | None) -> int:
    """Return the number of the line that stands, of several that say the same the last; else that of the last."""
    return max((number for number, line in at.items() if line == standing), default=max(at))
