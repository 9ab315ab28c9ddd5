"""Patterns walked: what can be matched without a word is found, and nothing else."""

from __future__ import annotations

import re

import pytest

from tests.wordings import text_without


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"(?:in |on )?bail", ("bail",)),
        (r"(?:bann|barr)(?:ed|ing)", ("bann", "barr")),
        (r"(?:remand|arrest){2}", ("arrestarrest", "remand", "star")),
        (r"\w{1,20} {1,3}in {1,3}(?:custody|jail)", ("in custody", "in jail")),
        (r"(?<!\w)(?=\w)(?:warnings?)(?! {1,3}of)(?!\w)", ("warning",)),
        (r"(?:(?-i:[A-Z])[a-z]{3,20}|him) to leave\b", ("to leave",)),
        (r"a(?:ba)*b", ("ab",)),
        (r"[bx]a+[dt]", ("ad", "at")),
        (r"none{0}", ("non",)),
    ],
)
def test_where_a_word_stands_in_all_that_is_matched_there_is_no_text(
    pattern: str, words: tuple[str, ...]
) -> None:
    assert text_without(pattern, words) is None


@pytest.mark.parametrize(
    ("pattern", "words", "text"),
    [
        (r"(?:in |on )?bail", ("on bail",), "bail"),
        (r"(?:prison|gaol)s?", ("prison",), "gaol"),
        (r"lock-?up", ("lock-?up",), "lockup"),
        (r"in {1,3}(?:lawful {1,3})?detention", ("in detention",), "in lawful detention"),
        (r"(?:gets?|got)", ("get ", "got "), "get"),
        (r"[bx]a+[dt]", ("bad", "xad", "at"), "baad"),
        (r"5 (?:years|days)\.", ("year",), "5 days."),
        (r"\(probation\)|home", ("home",), "(probation)"),
    ],
)
def test_the_shortest_text_without_a_word_is_found(pattern: str, words: tuple[str, ...], text: str) -> None:
    found = text_without(pattern, words)

    assert found == text
    assert re.fullmatch(pattern, text)


def test_what_begins_within_a_word_counts_unless_said_otherwise() -> None:
    assert text_without("pre-?trial", ("trial",)) is None
    assert text_without("pre-?trial", ("trial",), within=False) == "pretrial"
    assert text_without("(?:in )?pre-trial", ("trial",), within=False) is None
    assert text_without("(?:in )?jail", ("in jail", "jail"), within=False) is None


@pytest.mark.parametrize("pattern", ["a(?P<b>c)", "a)", "a**"])
def test_a_pattern_of_signs_that_it_does_not_know_is_refused(pattern: str) -> None:
    with pytest.raises((AssertionError, IndexError)):
        text_without(pattern, ("a",))
