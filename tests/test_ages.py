"""Ages, and who is called a child."""

from __future__ import annotations

import pytest

from chronicle.ages import find_ages, find_children
from chronicle.model import Span


def named(text: str) -> list[tuple[Span, int]]:
    """Return where 'Ada Roe' stands in *text*."""
    return [(Span(text.index("Ada Roe"), text.index("Ada Roe") + 7), 0)]


@pytest.mark.parametrize(
    "text",
    [
        "the boy Ada Roe was beaten",
        "the underage daughter Ada Roe was beaten",
        "the teenager Ada Roe was beaten",
        "her minor daughter, Ada Roe, was beaten",
        "10th-grade student Ada Roe was beaten",
        "eighth grader Ada Roe was beaten",
        "8-month-old Ada Roe died",
        "Ada Roe, a teenager, was beaten",
        "Ada Roe (a minor) was beaten",
        "Ada Roe, a 10th-grade student, was beaten",
        "Ada Roe, 8 months old, died",
        "Ada Roe, an underage girl, was beaten",
    ],
)
def test_who_is_called_a_child(text: str) -> None:
    assert find_children(named(text), text) == {0}


@pytest.mark.parametrize(
    "text",
    [
        "a mother of many children, Ada Roe, was fined",
        "the mother of minor children Ada Roe was fined",
        "the ombudsman for children, Ada Roe, spoke",
        "in a minor case Ada Roe was fined",
        "the juvenile court judge Ada Roe ruled",
        "Ada Roe, a student, was fined",
        "Ada Roe, a minority rights activist, was fined",
    ],
)
def test_who_is_not(text: str) -> None:
    assert find_children(named(text), text) == set()


@pytest.mark.parametrize(
    "text", ["Ada Roe, who turned 17 in May, was fined", "Ada Roe, who had turned 17 on Monday, spoke"]
)
def test_an_age_that_somebody_has_turned(text: str) -> None:
    assert find_ages(named(text), text) == {0: 17}
