"""YAML text in, plain values and the line of every key out; every scalar stays a string.

A strict reading: no aliases, no tags, no duplicate keys, no deep nesting, one document. `NO` is not False, `405.10` is not 405.1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
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


def load(text: str) -> Loaded:
    """Return *text* as a value; with mistakes the value may be incomplete."""
    wrong = _tab(text) or _shape(text)
    if wrong:
        return Loaded({}, {}, (wrong,))
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        return Loaded({}, {}, (_told(error),))
    except yaml.YAMLError as error:
        return Loaded({}, {}, (Mistake(1, f"is no YAML: {error}"),))
    lines: dict[Path, int] = {}
    mistakes: list[Mistake] = []
    value = _value(node, (), lines, mistakes) if node is not None else {}
    return Loaded(value, lines, tuple(mistakes))


def _tab(text: str) -> Mistake | None:
    """Find a tab before the first word of a line: a space would do, and a tab may mean any number of them."""
    for number, line in enumerate(text.split("\n"), start=1):
        if "\t" in line[: len(line) - len(line.lstrip())] and line.strip():
            return Mistake(number, "is no YAML: a tab stands where spaces are expected")
    return None


def _shape(text: str) -> Mistake | None:
    """Look at the stream of events first, so that nothing is built of what is refused."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_Loader):
            line = event.start_mark.line + 1 if event.start_mark else 1
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                return Mistake(line, "an alias or anchor (& or *) is not allowed here: write the value out")
            if isinstance(event, yaml.DocumentStartEvent) and event.explicit:
                return Mistake(line, "'---' is not allowed here: one file holds one document")
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > _DEEPEST:
                return Mistake(line, f"is nested more than {_DEEPEST} deep")
    except yaml.MarkedYAMLError as error:
        return _told(error)
    except yaml.YAMLError as error:
        return Mistake(1, f"is no YAML: {error}")
    return None


def _told(error: yaml.MarkedYAMLError) -> Mistake:
    mark = error.problem_mark or error.context_mark
    return Mistake(
        mark.line + 1 if mark is not None else 1, f"is no YAML: {error.problem or 'it cannot be read'}"
    )


def _value(node: yaml.Node, path: Path, lines: dict[Path, int], mistakes: list[Mistake]) -> Value:
    line = node.start_mark.line + 1
    lines.setdefault(path, line)
    if not node.tag.startswith("tag:yaml.org,2002:") or node.tag.rsplit(":", 1)[1] not in (
        "str",
        "seq",
        "map",
    ):
        mistakes.append(Mistake(line, f"a tag ({node.tag!r}) is not allowed here"))
        return ""
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*path, i), lines, mistakes) for i, item in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, lines, mistakes)
    return _scalar(node, mistakes)


def _scalar(node: yaml.Node, mistakes: list[Mistake]) -> str:
    """Return the words of *node*: an escape must not bring in what a file may not hold."""
    words = str(node.value)
    if odd := _UNSEEN.search(words):
        told = f"holds a character that nobody sees (U+{ord(odd[0]):04X}): take it out"
        mistakes.append(Mistake(node.start_mark.line + 1, told))
    return words


def _mapping(node: yaml.MappingNode, path: Path, lines: dict[Path, int], mistakes: list[Mistake]) -> Value:
    found: dict[str, Value] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            mistakes.append(Mistake(line, "a key must be a word"))
            continue
        key = _scalar(key_node, mistakes)
        if key in found:
            mistakes.append(Mistake(line, f"the key '{key}' stands twice"))
            continue
        lines[(*path, key)] = line
        found[key] = _value(value_node, (*path, key), lines, mistakes)
    return found
