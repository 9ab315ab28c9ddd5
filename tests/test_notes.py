"""Note markers, and the bracketed numbers that are none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from chronicle.model import NoteMarker, Span
from chronicle.notes import find_markers, plausible_markers
from tests.readcases import Case, read_cases
from tests.scaling import assert_linear


def shown(text: str) -> str:
    """Return every marker in *text* as 'number at its words'."""
    return "\n".join(f"{m.number} at '{m.at.of(text)}'" for m in find_markers(text))


@pytest.mark.parametrize("case", read_cases("notes"), ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    assert shown(case.given) == case.expected


def markers(*numbers: int) -> tuple[NoteMarker, ...]:
    return tuple(NoteMarker(number=number, at=Span(0, 0)) for number in numbers)


@pytest.mark.parametrize(
    ("entries", "dropped"),
    [
        ([[1], [2, 3], [4]], [[], [], []]),
        ([[11], [12, 228], [13], [14]], [[], [228], [], []]),
        ([[50], [51, 3], [52], [53]], [[], [3], [], []]),
        ([[1], [3], [2], [4]], [[], [], [], []]),
        ([[1], [2], [2], [3]], [[], [], [], []]),
        ([[104], [105], [106], [107], [108, 228]], [[], [], [], [], [228]]),
        ([[228, 1], [2], [3], [4], [5]], [[228], [], [], [], []]),
        ([[57], [58], [90], [91]], [[], [], [], []]),
        ([[1], [228]], [[], []]),
        ([[], []], [[], []]),
        ([], []),
    ],
)
def test_numbers_out_of_all_sequence_are_dropped(entries: list[list[int]], dropped: list[list[int]]) -> None:
    """'[228]' between 12 and 13 is no note; a number swapped, repeated or after a gap is one."""
    found = plausible_markers([markers(*entry) for entry in entries])

    assert found.dropped == tuple(markers(*entry) for entry in dropped)
    kept = [[n for n in entry if n not in out] for entry, out in zip(entries, dropped, strict=True)]
    assert found.kept == tuple(markers(*entry) for entry in kept)


@given(st.lists(st.lists(st.integers(1, 300), max_size=3), max_size=30))
def test_every_marker_is_kept_or_dropped(entries: list[list[int]]) -> None:
    found = plausible_markers([markers(*entry) for entry in entries])

    for entry, kept, dropped in zip(entries, found.kept, found.dropped, strict=True):
        assert sorted(entry) == sorted(m.number for m in (*kept, *dropped))


@given(st.text(alphabet="[]0123456789,-– ax"))
def test_a_marker_stands_at_its_span(text: str) -> None:
    """No two markers share a character, and a plain one is its bracket."""
    found = find_markers(text)

    assert all(one.at.end <= other.at.start for one, other in pairwise(found) if one.at != other.at)
    assert all(int(m.at.of(text).strip("[] ")) == m.number for m in found if "[" in m.at.of(text))


@pytest.mark.parametrize("sign", ["[", "[1", "[1,", "1", "[1-", "[ ", "]", "[1]", "—", " "])
def test_time_grows_with_length(sign: str) -> None:
    """A line is read in time that grows with its length."""

    def read(text: str) -> None:
        plausible_markers([find_markers(text)])

    assert_linear(read, sign, 30_000)
