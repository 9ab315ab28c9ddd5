"""YAML text in, plain values and the line of every key out; every scalar stays a string.

A strict reading: no aliases, no tags, no duplicate keys, no deep nesting, one document. `NO` is not False, `405.10` is not 405.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

import yaml

#: what YAML can hold when every scalar is a string
Value = str | list["Value"] | dict[str, "Value"]
Path = tuple[str | int, ...]

_DEEPEST: Final = 20
# what no file may hold, and an escape could bring in: "\x1b", "\u202e", "\u200b"
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff"
    "\U000e0000-\U000e007f]"
)

_BEGIN: Final = frozenset({yaml.SequenceStartEvent, yaml.MappingStartEvent})
_END: Final = frozenset({yaml.SequenceEndEvent, yaml.MappingEndEvent})
_CONTENT: Final = frozenset({yaml.ScalarEvent, *_BEGIN, *_END})
#: none, and those that say what a value is anyway
_TAGS: Final = frozenset({None, "!", *(f"tag:yaml.org,2002:{name}" for name in ("str", "seq", "map"))})


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong, and the 1-based line on which it stands."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """A YAML text, read: its value, the line of every path in it, what was wrong with it."""

    value: Value
    lines: dict[Path, int]
    mistakes: tuple[Mistake, ...]

    def line(self, path: Path) -> int:
        """Return the line of *path*, or of the nearest thing around it that has one."""
        while path not in self.lines and path:
            path = path[:-1]
        return self.lines.get(path, 1)


def named(path: Path) -> str:
    """Return *path* as sentences name it, places in lists from 1: ``3.spellings.1``."""
    return ".".join(str(p + 1) if isinstance(p, int) else p for p in path) or "the file"


class _Loader(yaml.CSafeLoader):
    """A loader to which every plain scalar is a string; the fast one, which PyYAML's wheels carry."""

    yaml_implicit_resolvers = {}  # noqa: RUF012  the name is PyYAML's


class _RefusedError(Exception):
    """A text of which nothing is taken, for its one mistake."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.mistake = Mistake(line, message)


def load(text: str) -> Loaded:
    """Return *text* as a value; with mistakes the value may be incomplete."""
    lines: dict[Path, int] = {}
    mistakes: list[Mistake] = []
    if wrong := _tab(text):
        return Loaded({}, {}, (wrong,))
    try:
        events = _events(text)
        values = [_value(event, events, (), lines, mistakes) for event in events]
    except _RefusedError as error:
        return Loaded({}, {}, (error.mistake,))
    except yaml.MarkedYAMLError as error:
        return Loaded({}, {}, (_told(error),))
    except yaml.YAMLError as error:
        return Loaded({}, {}, (Mistake(1, f"is no YAML: {error}"),))
    return Loaded(values[0] if values else {}, lines, tuple(mistakes))


def _tab(text: str) -> Mistake | None:
    """Find a tab before the first word of a line: a space would do, and a tab may mean any number of them."""
    for number, line in enumerate(text.split("\n"), start=1):
        if "\t" in line[: len(line) - len(line.lstrip())] and line.strip():
            return Mistake(number, "is no YAML: a tab stands where spaces are expected")
    return None


def _events(text: str) -> Iterator[yaml.Event]:
    """Yield what the one document of *text* is made of; raise at what is refused, wherever it stands."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        kind = type(event)
        if kind is yaml.AliasEvent or getattr(event, "anchor", None):
            raise _RefusedError(
                _line(event), "an alias or anchor (& or *) is not allowed here: write the value out"
            )
        if isinstance(event, yaml.DocumentStartEvent) and event.explicit:
            raise _RefusedError(_line(event), "'---' is not allowed here: one file holds one document")
        if kind in _BEGIN or kind in _END:
            depth += 1 if kind in _BEGIN else -1
            if depth > _DEEPEST:
                raise _RefusedError(_line(event), f"is nested more than {_DEEPEST} deep")
        if kind in _CONTENT:
            yield event


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _told(error: yaml.MarkedYAMLError) -> Mistake:
    mark = error.problem_mark or error.context_mark
    return Mistake(
        mark.line + 1 if mark is not None else 1, f"is no YAML: {error.problem or 'it cannot be read'}"
    )


def _value(
    event: yaml.Event,
    events: Iterator[yaml.Event],
    path: Path,
    lines: dict[Path, int],
    mistakes: list[Mistake],
) -> Value:
    """Return the value that *event* begins; what belongs to it is taken from *events*."""
    line = _line(event)
    lines.setdefault(path, line)
    tag = getattr(event, "tag", None)
    if tag not in _TAGS:
        mistakes.append(Mistake(line, f"a tag ({tag!r}) is not allowed here"))
        _pass_over(event, events)
        return ""
    if isinstance(event, yaml.ScalarEvent):
        return _scalar(event, mistakes)
    if type(event) is yaml.MappingStartEvent:
        return _mapping(events, path, lines, mistakes)
    items = takewhile(_goes_on, events)
    return [_value(item, events, (*path, i), lines, mistakes) for i, item in enumerate(items)]


def _goes_on(event: yaml.Event) -> bool:
    """Tell whether *event* does not end the list or mapping that is being read."""
    return type(event) not in _END


def _pass_over(event: yaml.Event, events: Iterator[yaml.Event]) -> None:
    """Take from *events* what belongs to the value that *event* begins."""
    if type(event) in _BEGIN:
        for inner in takewhile(_goes_on, events):
            _pass_over(inner, events)


def _scalar(event: yaml.ScalarEvent, mistakes: list[Mistake]) -> str:
    """Return the words of *event*: an escape must not bring in what a file may not hold."""
    words = str(event.value)
    if odd := _UNSEEN.search(words):
        told = f"holds a character that nobody sees (U+{ord(odd[0]):04X}): take it out"
        mistakes.append(Mistake(_line(event), told))
    return words


def _mapping(
    events: Iterator[yaml.Event], path: Path, lines: dict[Path, int], mistakes: list[Mistake]
) -> Value:
    found: dict[str, Value] = {}
    for event in takewhile(_goes_on, events):
        key = _scalar(event, mistakes) if isinstance(event, yaml.ScalarEvent) else None
        if key is None or key in found:
            told = "a key must be a word" if key is None else f"the key '{key}' stands twice"
            mistakes.append(Mistake(_line(event), told))
            _pass_over(event, events)
            _pass_over(next(events), events)
            continue
        lines[(*path, key)] = _line(event)
        found[key] = _value(next(events), events, (*path, key), lines, mistakes)
    return found
