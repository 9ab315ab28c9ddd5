"""Characters: what a digest's quotes, dashes and spaces are, how names fold, how slugs are made.

Everything here keeps length where it promises to: `blank` and `level` return text as long as what they get.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from anyascii import anyascii

from chronicle.model import Span

#: quotation marks and apostrophes, as digests print them
QUOTES: Final = '"“”„«»‹›'
APOSTROPHES: Final = "'’‘ʼ`´"
DASHES: Final = "-‐‑‒–—―−"
#: a dash that parts a dateline from its text (never the hyphen)
LONG_DASHES: Final = "–—―−"
SPACES: Final = " \t\u00a0\u2002\u2003\u2007\u2009\u202f"

#: the end of a sentence in levelled text, after a word of three characters or more: 'Zh. Ivanov' goes on, and 'Art. 5'
SENTENCE_END: Final = re.compile(r"[^\s.][^\s.][^\s.](?<!\b[Aa]rt)[.!?]['\")\]]? ")

#: what a merge of two versions of a file leaves at the beginning of a line
MERGE_MARKS: Final = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
_ISO_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

# what a space in a piece of a regular expression stands for: see `any_of`
_BLANKS: Final = {"[ -]": "[ -]{1,3}", " ?": " {0,3}", " ": " {1,3}"}
_BLANK: Final = re.compile(r"\[ -\]| \??")

_LEVEL: Final = (
    *((sign, "'") for sign in APOSTROPHES[1:]),
    *((sign, '"') for sign in QUOTES[1:]),
    *((sign, " ") for sign in SPACES[1:] + "\n\r"),
)
#: Latin spellings of one Cyrillic or Kazakh sound, joined for comparison only; see docs/architecture.md.
FOLDS: Final = (
    ("kh", "h"), ("dzh", "j"), ("zh", "j"), ("dj", "j"), ("iye", "e"), ("ye", "e"), ("yu", "iu"), ("ya", "ia"),
    ("yo", "io"), ("ey", "ei"), ("ay", "ai"), ("oy", "oi"), ("y", "i"), ("ie", "e"), ("ii", "i"), ("q", "k"),
    ("w", "v"), ("ch", "c"), ("tc", "c"), ("sh", "s"), ("ss", "s"),
)  # fmt: skip
_NO_LETTER: Final = re.compile(r"[^a-z]")
#: what parts the words of a name
PARTING: Final = re.compile(r"[\s.,-]+")


# Every extractor levels the text of one entry in turn.
@lru_cache(maxsize=16)
def level(text: str) -> str:
    """Return *text*, as long as before, with every quote, apostrophe and space of the plainest kind.

    Line breaks become spaces: a wrapped line reads like an unwrapped one.
    """
    # twenty times `replace` is ten times as fast as one `translate`
    for sign, plain in _LEVEL:
        text = text.replace(sign, plain)
    return text


def lowered(text: str) -> str:
    """Return *text*, as long as before, in lower case."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(sign.lower()[0] for sign in text)


def hyphened(text: str) -> str:
    """Return *text*, levelled and as long as before, with a hyphen for every dash."""
    text = level(text)
    for dash in DASHES[1:]:
        text = text.replace(dash, "-")
    return text


def blank(text: str, spans: Iterable[Span]) -> str:
    """Return *text*, as long as before, with spaces where *spans* stand, so that offsets stay true."""
    parts, at = [], 0
    for span in sorted(spans):
        if span.end <= at:
            continue
        start = max(span.start, at)
        parts += [text[at:start], " " * (span.end - start)]
        at = span.end
    return "".join(parts) + text[at:]


def any_of(pieces: Iterable[str]) -> str:
    """Return *pieces* of regular expressions as alternatives; a space in them is one to three blanks.

    So is '[ -]', of blanks or hyphens; ' ?' is none to three.
    """
    return _BLANK.sub(lambda blank: _BLANKS[blank[0]], "|".join(pieces))


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """Return the key under which spellings of one name meet: 'Zhylanbayev', 'Zhilanbaev' -> 'jilanbaev'."""
    key = _NO_LETTER.sub("", anyascii(word).lower())
    for old, new in FOLDS:
        key = key.replace(old, new)
    return key


def fold(name: str) -> str:
    """Return the fold key of a whole name: its words folded and sorted, so that their order does not count."""
    return " ".join(sorted(filter(None, map(fold_word, PARTING.split(name)))))


def name_words(form: str) -> tuple[str, ...]:
    """Return what makes two printed forms the same name: their words, whatever the case and the order."""
    return tuple(sorted(form.casefold().replace(".", " ").split()))


def slug(name: str) -> str:
    """Return *name* as `[a-z0-9-]{0,64}`; empty where nothing of it is a letter or a digit."""
    return re.sub(r"[^a-z0-9]+", "-", anyascii(name).lower()).strip("-")[:64].strip("-")


def iso_day(text: str) -> dt.date | None:
    """Return the day that *text* says as YYYY-MM-DD; None where it says none."""
    try:
        return dt.date.fromisoformat(text) if _ISO_DAY.fullmatch(text) else None
    except ValueError:
        return None
