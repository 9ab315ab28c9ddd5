"""An entry's text -> its note markers; a source's address -> its host, and whether it may be a live link.

Forms::

    text[12].    text [12].    text[12]    text. [12]    text[12][13].    text[12, 13].    text[12-14].    text[ 12].

Left out: a year in brackets ('[2022]'), numbers in any digits but ASCII ones, a bare number after a full stop.
A list or a range in one bracket is one marker a number. Its span is that of its own digits; a number between
the two ends of a range has the span of the dash.
"""

from __future__ import annotations

import ipaddress
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

from chronicle.model import NoteMarker, Span

_BRACKET: Final = re.compile(
    r"\[[ \u00a0\n]?([0-9]{1,4}(?:[ \u00a0\n]?[,;–-][ \u00a0\n]?[0-9]{1,4})*)[ \u00a0\n]?\]"
)
_NUMBER: Final = re.compile(r"[0-9]{1,4}")
_PLAIN: Final = re.compile(r"\[([0-9]{1,4})\]")
#: a bracketed number from here on is a year
_FIRST_YEAR: Final = 1900
#: the most notes that one '[4-9]' may stand for
_LONGEST_RANGE: Final = 10
#: how far a number may stand out of the sequence of its neighbours and still be a slip
_SLIP: Final = 10
#: how far the last marker may stand above the one before
_LEAP: Final = 40
#: in characters
_LONGEST_HOST: Final = 253
#: what browsers strip around an address, and what no address has in it
_AROUND: Final = "".join(map(chr, range(0x21)))
_UNSAFE: Final = re.compile(r"[\s\\<>\"]")
_LOCAL: Final = (
    "localhost",
    "local",
    "internal",
    "intranet",
    "lan",
    "home",
    "corp",
    "invalid",
    "test",
    "onion",
    "arpa",
)
_LABEL: Final = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?")


@dataclass(frozen=True, slots=True)
class Plausible:
    """The markers of a digest, entry by entry: those that are kept, and those out of all sequence."""

    kept: tuple[tuple[NoteMarker, ...], ...]
    dropped: tuple[tuple[NoteMarker, ...], ...]


def find_markers(text: str) -> tuple[NoteMarker, ...]:
    """Return the note markers in *text*, in its order."""
    return tuple(marker for found in _BRACKET.finditer(text) for marker in _markers(text, found))


def plausible_markers(entries: Sequence[tuple[NoteMarker, ...]]) -> Plausible:
    """Part the markers of a digest's *entries* into plausible ones and bracketed numbers that are none.

    Numbers run upward through a digest. Off its longest rising chain, a number is dropped where it lies more
    than ten outside its neighbours in the chain: '[228]' between 12 and 13; at the chain's end, where it leaps.
    """
    flat = [(n, marker) for n, markers in enumerate(entries) for marker in markers]
    off = _out_of_sequence([marker.number for _, marker in flat])
    kept: list[list[NoteMarker]] = [[] for _ in entries]
    dropped: list[list[NoteMarker]] = [[] for _ in entries]
    for i, (n, marker) in enumerate(flat):
        (dropped if i in off else kept)[n].append(marker)
    return Plausible(tuple(map(tuple, kept)), tuple(map(tuple, dropped)))


# An address is asked for its host, and then whether it is safe.
@lru_cache(maxsize=16)
def host_of(url: str) -> str | None:
    """Return the host of *url* in ASCII (punycode), lower case, without 'www.'; None where it names none."""
    try:
        host = urlsplit(_as_browsers_do(url)).hostname or ""
        if len(host) > _LONGEST_HOST:
            return None
        name = host.rstrip(".").encode("idna").decode("ascii").lower()
    except ValueError:  # UnicodeError is one
        return None
    return name.removeprefix("www.") or None


def safe_url(url: str) -> bool:
    """Tell whether *url* may be a live link: http or https, a public host name, no credentials.

    Judged is what a browser makes of it: control characters around it and line breaks in it are taken away.
    """
    value = _as_browsers_do(url)
    if not value.isprintable() or _UNSAFE.search(value):
        return False
    try:
        parts = urlsplit(value)
        port_is_one = parts.port is None or parts.port > 0
    except ValueError:
        return False
    host = host_of(value)
    web = parts.scheme in ("http", "https") and "@" not in parts.netloc
    return web and port_is_one and host is not None and _is_public(host)


def _markers(text: str, found: re.Match[str]) -> Iterator[NoteMarker]:
    numbers = list(_NUMBER.finditer(text, found.start(1), found.end(1)))
    if any(int(number[0]) >= _FIRST_YEAR or int(number[0]) == 0 for number in numbers):
        return
    if len(numbers) == 1:
        yield NoteMarker(number=int(numbers[0][0]), at=Span(found.start(), found.end()))
        return
    before: re.Match[str] | None = None
    for number in numbers:
        if before is not None:
            yield from _between(text, before, number)
        yield NoteMarker(number=int(number[0]), at=Span(number.start(), number.end()))
        before = number


def _between(text: str, first: re.Match[str], last: re.Match[str]) -> Iterator[NoteMarker]:
    sign = text[first.end() : last.start()].strip(" \u00a0\n")
    numbers = range(int(first[0]) + 1, int(last[0]))
    if sign in "–-" and len(numbers) <= _LONGEST_RANGE:
        for number in numbers:
            yield NoteMarker(number=number, at=Span(first.end(), last.start()))


def _out_of_sequence(numbers: Sequence[int]) -> frozenset[int]:
    """Return the indexes of *numbers* that are out of all sequence."""
    chain = _longest_rise(numbers)
    if _ends_in_a_leap([numbers[i] for i in chain]):
        chain = chain[:-1]
    on, off, position = set(chain), set(), 0
    for i, number in enumerate(numbers):
        position += position < len(chain) and chain[position] < i
        low = numbers[chain[position - 1]] if position else 0
        high = numbers[chain[position]] if position < len(chain) else low
        if i not in on and not low - _SLIP <= number <= high + _SLIP:
            off.add(i)
    return frozenset(off)


def _ends_in_a_leap(rising: Sequence[int]) -> bool:
    """Tell whether the last number is far above the others, which stand close together."""
    if len(rising) < 5:
        return False
    *others, last = rising
    return last - others[-1] > _LEAP and others[-1] - others[0] <= 3 * len(others)


def _longest_rise(numbers: Sequence[int]) -> list[int]:
    """Return the indexes of a longest chain that never falls (patience sorting, O(n log n))."""
    ends: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for i, number in enumerate(numbers):
        pile = bisect_right(tops, number)
        before.append(ends[pile - 1] if pile else -1)
        ends[pile : pile + 1] = [i]
        tops[pile : pile + 1] = [number]
    chain, i = [], ends[-1] if ends else -1
    while i >= 0:
        chain.append(i)
        i = before[i]
    return chain[::-1]


def _as_browsers_do(url: str) -> str:
    """Strip what the WHATWG URL standard strips: C0 and spaces around, tabs and line breaks inside."""
    return re.sub(r"[\t\n\r]", "", url.strip(_AROUND))


def _is_public(host: str) -> bool:
    labels = host.split(".")
    named = len(labels) > 1 and all(_LABEL.fullmatch(label) for label in labels)
    numeric = re.fullmatch(r"[0-9]+|0x[0-9a-f]*", labels[-1]) is not None
    return named and not numeric and not _is_ip(host) and labels[-1] not in _LOCAL


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
