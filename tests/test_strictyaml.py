"""YAML is read strictly: strings only, and every refusal names its line."""

from __future__ import annotations

import pytest

from chronicle.strictyaml import Mistake, load

REFUSED = {
    "an alias": (
        "a: &x 1\nb: *x\n",
        1,
        "an alias or anchor (& or *) is not allowed here: write the value out",
    ),
    "a key twice": ("a: 1\nb: 2\na: 3\n", 3, "the key 'a' stands twice"),
    "a tag": (
        "a: 1\nb: !!python/object:os.system {}\n",
        2,
        "a tag ('tag:yaml.org,2002:python/object:os.system') is not allowed here",
    ),
    "a tab": ("a:\n\tb: 1\n", 2, "is no YAML: a tab stands where spaces are expected"),
    "two documents": ("---\na: 1\n---\nb: 2\n", 1, "'---' is not allowed here: one file holds one document"),
    "a deep nest": ("[" * 3000, 1, "is nested more than 20 deep"),
    "a list as a key": ("? [1]\n: 2\n", 1, "a key must be a word"),
    "an escape for a control character": (
        'a: 1\nb: "x\\x1b[31m"\n',
        2,
        "holds a character that nobody sees (U+001B): take it out",
    ),
    "an escape that turns the words around it": (
        'a: "\\u202Ex"\n',
        1,
        "holds a character that nobody sees (U+202E): take it out",
    ),
    "half a character": ('a: ["\\uD800"]\n', 1, "is no YAML: found invalid Unicode character escape code"),
    "an escape in a key": ('"a\\0": 1\n', 1, "holds a character that nobody sees (U+0000): take it out"),
    "a bracket that is not closed": ("a: [1, 2\n", 2, "is no YAML: did not find expected ',' or ']'"),
}


@pytest.mark.parametrize(("text", "line", "message"), REFUSED.values(), ids=REFUSED)
def test_refused(text: str, line: int, message: str) -> None:
    """What could be misread is refused, with its line."""
    assert (Mistake(line, message),) == load(text).mistakes


def test_every_scalar_is_a_string() -> None:
    """NO stays a word, 405.10 keeps its zero, 0123 is no octal number."""
    loaded = load("a: NO\nb: 405.10\nc: 0123\nd: 1:30\ne: 2022-12-01\nf:\n")

    assert loaded.value == {"a": "NO", "b": "405.10", "c": "0123", "d": "1:30", "e": "2022-12-01", "f": ""}


def test_lines_of_keys() -> None:
    """A path that stands nowhere has the line of what is around it."""
    loaded = load("- a: 1\n  b: 2\n- a: 3\n")

    assert [loaded.line(path) for path in ((0, "a"), (0, "b"), (1, "a"), (1, "z"))] == [1, 2, 3, 3]


def test_nothing() -> None:
    """An empty file is an empty mapping."""
    assert load("").value == {}
