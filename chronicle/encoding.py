"""Bytes as received -> text, or the sentences that say why they are no plain text.

Nothing is repaired: a byte order mark is dropped and CRLF or CR become LF; all else that is not plain UTF-8 is refused.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

#: characters in one line; the longest line of a real digest has fewer than 2,000
LONGEST_LINE: Final = 1_000_000
#: bytes in one file
LARGEST_FILE: Final = 20_000_000
#: sentences about single characters of one file; more are only counted
MOST_MISTAKES: Final = 5

_KINDS: Final = (
    (b"PK\x03\x04", "a Word or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"%PDF", "a PDF file"),
    (b"{\\rtf", "an RTF file"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
# Characters that no digest needs and that hide or reorder what stands there, by what they are called.
_REFUSED: Final = (
    ("a control character", "\x00-\x08\x0b-\x1f\x7f-\x9f"),
    ("a line or paragraph separator", "\u2028\u2029"),
    ("a mark that changes the direction of text", "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"),
    ("an invisible character", "\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff\U000e0000-\U000e007f"),
    ("no character", "\ufffe\uffff"),
)
_WRONG: Final = re.compile("|".join(f"([{characters}])" for _, characters in _REFUSED))


_PARTING: Final = "\x0b\x0c\x85\u2028\u2029"
_UNSEEN: Final = re.compile(f"[{_PARTING}\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff]")


def decode(data: bytes, shown: str, *, digest: bool = False) -> tuple[str, tuple[str, ...]]:
    """Return the text of *data*, and a sentence for everything that makes it no plain text.

    *shown* is how the file is named in the sentences. With a sentence, the text is not to be used. In a *digest*
    what `tidied` takes out is no mistake.
    """
    if kind := _kind(data):
        return "", (f"{shown}: looks like {kind}: save it as plain text, UTF-8",)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return "", (f"{shown}:{_not_utf8(data, error.start)}",)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, tuple(_mistakes(tidied(text)[0] if digest else text, shown))


def tidied(text: str) -> tuple[str, tuple[int, ...]]:
    """Return a digest's *text* without characters that nobody sees, and the 1-based lines that held any.

    Web pages and word processors leave them behind, and a digest is never edited: they are dropped, and those
    that only part words (a vertical tab, U+2028) become spaces. What can mislead a reader is still refused.
    """
    lines = tuple(n for n, line in enumerate(text.split("\n"), start=1) if _UNSEEN.search(line))
    return _UNSEEN.sub(lambda match: " " if match[0] in _PARTING else "", text), lines


def _kind(data: bytes) -> str | None:
    for start, kind in _KINDS:
        if data.startswith(start):
            return kind
    return "UTF-16" if data.count(0) * 4 > len(data) else None


def _not_utf8(data: bytes, offset: int) -> str:
    line = data.count(b"\n", 0, offset) + 1
    seen = f"{line}: the byte 0x{data[offset]:02x} (number {offset + 1} of the file) is not UTF-8"
    text = data.decode("utf-8", errors="replace")
    damaged = text.count("\ufffd")
    if sum(c > "\x7f" for c in text) - damaged >= damaged:
        return f"{seen}: the file is damaged there; get it anew"
    # Cyrillic words are runs of high bytes; Western text has single ones among ASCII.
    likely = "Windows-1251" if re.search(rb"[\xc0-\xff]{3}", data) else "Windows-1252"
    return f"{seen}: looks like {likely}: save it as UTF-8"


def _mistakes(text: str, shown: str) -> list[str]:
    found = [
        _character(text, match, shown)
        for _, match in zip(range(MOST_MISTAKES), _WRONG.finditer(text), strict=False)
    ]
    if len(found) == MOST_MISTAKES and (more := sum(1 for _ in _WRONG.finditer(text)) - MOST_MISTAKES):
        found.append(f"{shown}: {more} more such characters: remove them all")
    long = (n for n, line in enumerate(text.split("\n"), 1) if len(line) > LONGEST_LINE)
    return found + [f"{shown}:{n}: a line longer than {LONGEST_LINE:,} characters: break it" for n in long]


def _character(text: str, match: re.Match[str], shown: str) -> str:
    start = match.start()
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    kind = _REFUSED[(match.lastindex or 1) - 1][0]
    name = unicodedata.name(match[0], "").lower()
    code = f"U+{ord(match[0]):04X} {name}".rstrip()
    return f"{shown}:{line}:{column}: {kind} ({code}): remove it"
