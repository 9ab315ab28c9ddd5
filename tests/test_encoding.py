"""Bytes to text: plain UTF-8 passes unchanged, everything else is refused with its place and a way out."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from chronicle.encoding import decode, tidied

SENTENCE = "December 8, Öskemen, “Oyan” – Әлия\n"


def test_plain_text_passes_unchanged() -> None:
    assert decode(SENTENCE.encode(), "a.txt") == (SENTENCE, ())


def test_an_unusual_but_printable_character_passes() -> None:
    text = "Feminita\u0300 \u00a0 \u2009 ﬁ № ₸ 🕊\ttab"

    assert decode(text.encode(), "a.txt") == (text, ())


def test_a_byte_order_mark_is_dropped_and_line_breaks_become_plain() -> None:
    assert decode(b"\xef\xbb\xbfa\r\nb\rc\n", "a.txt") == ("a\nb\nc\n", ())


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (SENTENCE.encode("utf-16"), "a.txt: looks like UTF-16: save it as plain text, UTF-8"),
        (SENTENCE.encode("utf-16-le"), "a.txt: looks like UTF-16: save it as plain text, UTF-8"),
        (b"PK\x03\x04...", "a.txt: looks like a Word or zip file: save it as plain text, UTF-8"),
        (b"%PDF-1.7", "a.txt: looks like a PDF file: save it as plain text, UTF-8"),
        (
            "One\nАстана".encode("cp1251"),
            "a.txt:2: the byte 0xc0 (number 5 of the file) is not UTF-8: looks like Windows-1251: save it as UTF-8",
        ),
        (
            "“One” – Öskemen".encode("cp1252"),
            "a.txt:1: the byte 0x93 (number 1 of the file) is not UTF-8: looks like Windows-1252: save it as UTF-8",
        ),
        (
            SENTENCE.encode().replace("Ә".encode(), b"\xd3\xff"),
            "a.txt:1: the byte 0xd3 (number 38 of the file) is not UTF-8: the file is damaged there; get it anew",
        ),
        (
            b"\xed\xa0\x80" + SENTENCE.encode(),
            "a.txt:1: the byte 0xed (number 1 of the file) is not UTF-8: the file is damaged there; get it anew",
        ),
    ],
)
def test_what_is_no_utf_8_is_named_with_what_it_looks_like(data: bytes, sentence: str) -> None:
    assert decode(data, "a.txt")[1] == (sentence,)


@pytest.mark.parametrize(
    ("character", "words"),
    [
        *((chr(n), "a control character") for n in (*range(9), 11, 12, *range(14, 32), *range(127, 160))),
        *((c, "a line or paragraph separator") for c in "\u2028\u2029"),
        *(
            (c, "a mark that changes the direction of text")
            for c in "\u061c\u200e\u200f\u202a\u202e\u2066\u2069"
        ),
        *((c, "an invisible character") for c in "\u00ad\u200b\u200d\u2060\ufeff\U000e0041"),
        ("\uffff", "no character"),
    ],
)
def test_a_hidden_character_is_refused_with_its_place(character: str, words: str) -> None:
    text = f"one\nMa{character}may {'filled ' * 9}"

    (sentence,) = decode(text.encode(), "a.txt")[1]

    assert sentence.startswith(f"a.txt:2:3: {words} (U+{ord(character):04X}")
    assert sentence.endswith("): remove it")
    assert sentence.isprintable()


def test_only_the_first_of_many_hidden_characters_are_named() -> None:
    _, sentences = decode(("a\u200b" * 9).encode(), "a.txt")

    assert len(sentences) == 6
    assert sentences[0] == "a.txt:1:2: an invisible character (U+200B zero width space): remove it"
    assert sentences[-1] == "a.txt: 4 more such characters: remove them all"


def test_a_line_without_end_is_refused() -> None:
    assert decode(b"a\n" + b"-" * 1_000_001, "a.txt")[1] == (
        "a.txt:2: a line longer than 1,000,000 characters: break it",
    )


@given(st.binary())
def test_any_bytes_give_a_text_or_sentences(data: bytes) -> None:
    text, sentences = decode(data, "a.txt")

    assert sentences or text.encode() == data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(
        b"\r", b"\n"
    )


def test_a_digest_is_tidied_of_what_nobody_sees() -> None:
    """Soft hyphens and zero-width spaces are dropped, separators become spaces, and the lines are told."""
    text = "Ma\u200bmay\nis fi\u00adne\nhere\u2028there\x0b.\nplain"

    assert tidied(text) == ("Mamay\nis fine\nhere there .\nplain", (1, 2, 3))
    assert decode(text.encode(), "a.txt", digest=True) == (text, ())
    assert decode("a\u202eb".encode(), "a.txt", digest=True)[1]
