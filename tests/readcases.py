"""Case files: a title, the text given, the text expected, each closed by a line that holds a point."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

_FOLDER = Path(__file__).parent / "cases"


class Case(NamedTuple):
    """One form, and what is read from it."""

    title: str
    given: str
    expected: str


def read_cases(name: str) -> list[Case]:
    """Return the cases of tests/cases/<name>.txt."""
    parts: list[str] = []
    part: list[str] = []
    for line in (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("\n"):
        if line == ".":
            parts.append("\n".join(part))
            part = []
        else:
            part.append(line)
    assert not "".join(part).strip(), f"{name}.txt: the last case is not closed"
    assert len(parts) % 3 == 0, f"{name}.txt: a case has not three parts"
    return [Case(parts[i].strip(), parts[i + 1], parts[i + 2]) for i in range(0, len(parts), 3)]
