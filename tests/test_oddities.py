"""Oddities of print: forms, what may stand so, spans, and what a long line costs."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from chronicle.notes import find_markers
from chronicle.oddities import find_oddities
from tests.readcases import Case, read_cases
from tests.scaling import assert_linear

HOSTILE = (
    "“", "«", "‘", '"', "(", ")", "[", "—", ", ", " ,", "( ", "1,", "9,1890 ", "3, 1 years ", "the ", "A", " ", "..", "’",
)  # fmt: skip


def found(text: str) -> str:
    """Return the oddities of *text*, a line each: code, the words at its place, what is said."""
    odd = find_oddities(text, [marker.at for marker in find_markers(text)])
    return "\n".join(f"{code} at '{at.of(text)}': {message}".replace("\n", "⏎") for code, message, at in odd)


@pytest.mark.parametrize("case", read_cases("oddities"), ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    assert found(case.given) == case.expected


@given(st.text(alphabet="“”«»‘’\"'()[] ,.;1203ab\nTh", max_size=60))
def test_every_place_lies_in_the_text(text: str) -> None:
    """A place is a stretch of the text, in order, and of one code at most three are told."""
    odd = find_oddities(text)

    assert all(0 <= at.start < at.end <= len(text) for _, _, at in odd)
    assert [at for _, _, at in odd] == sorted(at for _, _, at in odd)
    assert all([code for code, _, _ in odd].count(code) <= 3 for code, _, _ in odd)


@pytest.mark.parametrize("unit", HOSTILE)
def test_a_long_line_costs_no_more_than_its_length(unit: str) -> None:
    """A line of one sign, however often, takes time that grows with its length."""
    assert_linear(find_oddities, unit, 20_000)
