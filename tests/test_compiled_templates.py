"""What templates are compiled to is kept beside them, and used as long as it is of this very text."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment

from chronicle.files import Templates


def said(folder: Path) -> str:
    """Return what the template of *folder* says to a program that has just begun."""
    templates = Templates(folder)
    env = Environment(loader=templates, bytecode_cache=templates, autoescape=True)
    return env.get_template("x.html").render()


def kept(folder: Path) -> list[Path]:
    return sorted((folder / "__pycache__").iterdir())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "x.html").write_text("one")
    return tmp_path


def test_what_was_compiled_is_kept_and_used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(folder) == "one"

    (file,) = kept(folder)
    assert file.suffix == ".jinja"
    monkeypatch.delattr(Environment, "_parse")
    assert said(folder) == "one"


def test_a_template_that_was_changed_is_compiled_anew(folder: Path) -> None:
    said(folder)
    (folder / "x.html").write_text("two")

    assert said(folder) == "two"
    assert len(kept(folder)) == 1


@pytest.mark.parametrize("half", [*range(0, 90, 3), -1])
def test_what_was_not_kept_whole_is_not_used(folder: Path, half: int) -> None:
    said(folder)
    (file,) = kept(folder)
    file.write_bytes(file.read_bytes()[:half])

    assert said(folder) == "one"


def test_nothing_is_kept_where_nothing_can_be(folder: Path) -> None:
    (folder / "__pycache__").write_text("in the way")

    assert said(folder) == "one"
    assert (folder / "__pycache__").read_text() == "in the way"
