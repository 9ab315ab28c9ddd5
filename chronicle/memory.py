"""seeds/published/YYYY-MM.jsonl -> the events as they were published last, or a sentence for each mistake; and back as text.

Form, a line an event::

    {"event": "2022-12.18", "text": "December 6, …", "state": "live", "ids": ["place/aksay"],
     "people": [["jane-doe", "Doe Jane"]], "changes": []}

A change is ``{"date": "2026-11-22", "before": "…", "after": "…"}``. The build writes these files, nobody else.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from chronicle.findings import ChronicleError
from chronicle.model import STATES, Change, Remembered
from chronicle.seeds import SeedFile
from chronicle.text import MERGE_MARKS, iso_day

#: the file of the folder that holds no events
_OTHER: Final = "site"
_KEYS: Final = ("event", "text", "state", "ids", "people", "changes")
_EVENT: Final = re.compile(r"(?P<edition>[0-9]{4}-[0-9]{2})\.(?P<number>[1-9][0-9]{0,5})(?P<letter>[a-z]?)")
# What JSON may hold as it is, and a file of ours may not: see `encoding`. Halves of a pair are no characters at all.
_UNSEEN: Final = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\U000e0000-\U000e007f]"
)
_HALF: Final = re.compile("[\ud800-\udfff]")
_RESTORE: Final = "take the line as it was before"


def event_order(event: str) -> tuple[str, int, str]:
    """Return the sort key of an event's id: '2022-12.9' before '2022-12.10' before '2022-12.10a'."""
    edition, _, label = event.partition(".")
    number = re.match("[0-9]*", label)[0]  # type: ignore[index]
    return edition, int(number or 0), label


# ---------------------------------------------------------------- reading


def read_memory(files: Mapping[str, SeedFile]) -> tuple[Remembered, ...]:
    """Return the events that *files* (by name without ending: '2022-12') remember, in order of edition and label.

    Raises one ChronicleError with a sentence for every line that cannot be used.
    """
    wrong: list[str] = []
    found: list[Remembered] = []
    for name, file in sorted(files.items()):
        if name != _OTHER:
            found += _read_file(name, file, wrong)
    if wrong:
        raise ChronicleError("\n".join(wrong))
    return tuple(sorted(found, key=lambda one: event_order(one.event)))


def _read_file(name: str, file: SeedFile, wrong: list[str]) -> Iterator[Remembered]:
    """Yield the events of one file; what is wrong with a line goes to *wrong*."""
    seen: dict[str, tuple[int, Remembered]] = {}
    for number, line in enumerate(file.text.split("\n"), start=1):
        if not line.strip():
            continue
        one = _read_line(line)
        told = one if isinstance(one, str) else _misplaced(one, name, seen)
        if told:
            wrong.append(f"{file.path}:{number}: {told}")
        elif isinstance(one, Remembered) and one.event not in seen:
            seen[one.event] = (number, one)
            yield one


def _misplaced(one: Remembered, name: str, seen: Mapping[str, tuple[int, Remembered]]) -> str:
    """Return what is wrong with the place of *one*; '' where nothing is. The same line twice counts once."""
    if one.event.partition(".")[0] != name:
        return f"{one.event} is no event of {name}: move the line to {one.event.partition('.')[0]}.jsonl"
    number, other = seen.get(one.event, (0, one))
    if other == one:
        return ""
    return f"{one.event} stands in line {number} too, with other words: keep the line that says what the site shows"


def _read_line(line: str) -> Remembered | str:
    """Return what *line* remembers, or the sentence that says why it cannot be used."""
    if line.startswith(MERGE_MARKS):
        return f"'{line[:7]}' is left from a merge that was not finished: keep the lines that are right, and remove this one"
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return f"is no line that the build wrote: {_RESTORE}"
    told = _shape_mistake(value)
    return f"{told}: {_RESTORE}" if told else _remembered(value)


def _shape_mistake(value: object) -> str:
    """Return what is wrong with the form of a line's value; '' where nothing is."""
    if not isinstance(value, dict) or value.keys() != set(_KEYS):
        return f"has not the keys {', '.join(_KEYS)}"
    fits = {
        "event": isinstance(value["event"], str) and bool(_EVENT.fullmatch(value["event"])),
        "text": isinstance(value["text"], str),
        "state": value["state"] in STATES,
        "ids": isinstance(value["ids"], list) and all(isinstance(one, str) for one in value["ids"]),
        "people": isinstance(value["people"], list) and all(map(_is_person, value["people"])),
        "changes": isinstance(value["changes"], list) and all(map(_is_change, value["changes"])),
    }
    odd = next((key for key, fit in fits.items() if not fit), "")
    if odd:
        return f"'{odd}' is not as the build writes it"
    return "holds half a character" if any(map(_HALF.search, _texts(value))) else ""


def _texts(value: Mapping[str, list[list[str]] | list[dict[str, str]] | str]) -> Iterator[str]:
    yield str(value["text"])
    yield from value["ids"]  # type: ignore[misc]
    for person in value["people"]:
        yield from person
    for change in value["changes"]:
        yield from change.values()  # type: ignore[union-attr]


def _is_person(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(isinstance(word, str) for word in value)


def _is_change(value: object) -> bool:
    if not isinstance(value, dict) or value.keys() != {"date", "before", "after"}:
        return False
    return all(isinstance(one, str) for one in value.values()) and iso_day(value["date"]) is not None


def _remembered(value: Mapping[str, str]) -> Remembered:
    """Return the record of a *value* of the right form."""
    people: Iterable[list[str]] = value["people"]  # type: ignore[assignment]
    changes: Iterable[dict[str, str]] = value["changes"]  # type: ignore[assignment]
    return Remembered(
        event=value["event"],
        text=value["text"],
        state=value["state"],
        ids=tuple(value["ids"]),
        people=tuple((id_, printed) for id_, printed in people),
        changes=tuple(
            Change(date=dt.date.fromisoformat(c["date"]), before=c["before"], after=c["after"])
            for c in changes
        ),
    )


# ---------------------------------------------------------------- writing


def memory_texts(remembered: Iterable[Remembered]) -> dict[str, str]:
    """Return by edition ('2022-12') the text of its file: a line an event, in order of label."""
    lines: dict[str, list[str]] = defaultdict(list)
    for one in sorted(remembered, key=lambda one: event_order(one.event)):
        lines[one.event.partition(".")[0]].append(_line(one))
    return {edition: "".join(f"{line}\n" for line in found) for edition, found in lines.items()}


def _line(one: Remembered) -> str:
    changes = [{"date": c.date.isoformat(), "before": c.before, "after": c.after} for c in one.changes]
    value = {
        "event": one.event,
        "text": one.text,
        "state": one.state,
        "ids": list(one.ids),
        "people": [list(person) for person in one.people],
        "changes": changes,
    }
    return _UNSEEN.sub(_escaped, json.dumps(value, ensure_ascii=False))


def _escaped(character: re.Match[str]) -> str:
    return json.dumps(character[0])[1:-1]
