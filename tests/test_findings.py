"""How findings are told: by what to do, with their place, and with the lines to paste."""

from __future__ import annotations

import ast
import datetime as dt
from pathlib import Path

import pytest

from chronicle.findings import GROUPS, KINDS, kind_of, report, show, yaml_text
from chronicle.lexicon import places, split
from chronicle.model import Finding
from chronicle.strictyaml import load

DAY = dt.date(2023, 1, 5)
#: what a finding is made with, its code first
MAKERS = ("finding", "oddity")
PACKAGE = Path(__file__).parent.parent / "chronicle"


def make(
    code: str, line: int = 1, column: int = 1, excerpt: str = "", paste: tuple[str, ...] = ()
) -> Finding:
    """Return a finding of *code*."""
    return Finding(
        code=code, message="seen", file="a.txt", line=line, column=column, excerpt=excerpt, paste=paste
    )


def test_a_finding_with_its_place() -> None:
    """The line stands below, and a marker under the words."""
    assert show(make("minor", 3, 5, "Doe"), "xxx Doe") == "a.txt:3:5: minor: seen\n    xxx Doe\n        ^^^"


def test_words_that_stand_elsewhere_in_the_line_are_looked_for() -> None:
    """An event's text alone cannot say where its line begins."""
    assert show(make("minor", 3, 1, "Doe"), "xxx Doe") == "a.txt:3:5: minor: seen\n    xxx Doe\n        ^^^"


def test_a_finding_without_a_line() -> None:
    """The head alone is told, control characters as escapes."""
    finding = Finding(code="x", message="\x1b[31m", file="a.txt", line=1)

    assert show(finding, " ") == "a.txt:1:1: x: \\x1b[31m"


def test_findings_are_told_by_what_to_do() -> None:
    """Group by group with counts, kind by kind with a sentence, the lines to paste below."""
    findings = [
        make("stray-space", 9),
        make(
            "misprinted-date", 7, paste=("in the list 'corrections' of b.yaml", "- {entry: 1, date: {day}}")
        ),
        make("misprinted-date", 2),
        make("never-heard-of", 1),
    ]

    assert (
        "\n".join(report(findings, lambda _: "", DAY))
        == f"""\
Say it in the sidecar (2)

misprinted-date: {KINDS["misprinted-date"].plain}
a.txt:2:1: misprinted-date: seen
a.txt:7:1: misprinted-date: seen
    in the list 'corrections' of b.yaml:
        - {{entry: 1, date: 2023-01-05}}

Look at the text (1)

never-heard-of: Something odd.
a.txt:1:1: never-heard-of: seen

Know, nothing to do (1)

stray-space: A space too many.
a.txt:9:1: stray-space: seen"""
    )


def test_nothing_to_tell() -> None:
    assert list(report([], lambda _: "", DAY)) == []


def test_every_kind_has_a_group() -> None:
    assert {kind.group for kind in KINDS.values()} == set(GROUPS)


def test_every_code_of_the_package_is_a_kind() -> None:
    """A code that a module gives to a finding stands in the table."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in PACKAGE.glob("*.py")]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    makers = [
        call for call in calls if ast.unparse(call.func).rpartition(".")[2].lower().strip("_") in MAKERS
    ]
    firsts = [
        one
        for call in makers
        for one in (*call.args[:1], *(k.value for k in call.keywords if k.arg == "code"))
    ]
    codes = {one.value for one in firsts if isinstance(one, ast.Constant)} | {*split.MESSAGES}
    codes |= {code for code, _ in places.MESSAGES.values()}

    assert len(codes) > 20
    assert codes - KINDS.keys() == set()


@pytest.mark.parametrize(
    ("words", "yaml"),
    [
        ("Doe Jane", "Doe Jane"),
        ("Doe  J.\n", "Doe J."),
        ("a: b", '"a: b"'),
        ("a, b", '"a, b"'),
        ("[a]", '"[a]"'),
        ('a "b"', '"a \\"b\\""'),
        ("# a", '"# a"'),
        ("- a", '"- a"'),
        ("d’Arc", '"d’Arc"'),
        ("\x07", '"\\u0007"'),
        ("NO", "NO"),
    ],
)
def test_words_as_yaml_takes_them(words: str, yaml: str) -> None:
    """What is written is read back, spaces apart."""
    assert yaml_text(words) == yaml
    assert load(f"[{yaml}]").value == [" ".join(words.split())]


def test_an_unknown_code_is_something_to_look_at() -> None:
    assert kind_of("never-heard-of").group == "Look at the text"
