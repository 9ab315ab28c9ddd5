"""Characters: what keeps the length of a text, so that offsets stay true."""

from __future__ import annotations

from hypothesis import given, strategies as st

from chronicle.text import hyphened, level, lowered


def test_levelled_text_has_plain_quotes_apostrophes_and_spaces_and_its_own_dashes() -> None:
    assert level("«Zhanna’s»\u00a0“X”\n1–2") == '"Zhanna\'s" "X" 1–2'


def test_hyphened_text_is_levelled_and_has_hyphens_alone() -> None:
    assert hyphened("‘pre–trial’ — 3−4") == "'pre-trial' - 3-4"


def test_a_capital_whose_small_letter_takes_two_characters_loses_the_second() -> None:
    assert lowered("İzmir, ALMATY") == "izmir, almaty"


@given(st.text())
def test_every_form_is_as_long_as_the_text(text: str) -> None:
    assert {len(level(text)), len(hyphened(text)), len(lowered(text))} == {len(text)}
