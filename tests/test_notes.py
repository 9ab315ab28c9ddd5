"""Note markers, the bracketed numbers that are none, and the addresses that may be links."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from chronicle.model import NoteMarker, Span
from chronicle.notes import find_markers, host_of, plausible_markers, safe_url
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


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://News.Example/a", "news.example"),
        ("http://www.news.example:8080/a?b#c", "news.example"),
        ("https://news.example./", "news.example"),
        ("https://новости.example/", "xn--b1amnebsh.example"),
        ("  https://news.example/a\n", "news.example"),
        ("javascript:alert(1)", None),
        ("news.example/a", None),
        ("", None),
        ("https://", None),
        ("https://[::1", None),
        ("https://" + "a" * 300 + ".example/", None),
    ],
)
def test_host(url: str, host: str | None) -> None:
    assert host_of(url) == host


@pytest.mark.parametrize(
    "url",
    [
        "https://news.example/a",
        "HTTP://news.example",
        "https://news.example/a?b=c%20d&e=(f)#g",
        "https://news.example:8443/",
        "https://новости.example/путь",
        "\thttps://news.example/a",
        "https://news.example/a|b",
    ],
)
def test_an_address_that_may_be_a_link(url: str) -> None:
    assert safe_url(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "JaVa\tScRiPt:alert(1)",
        "\x01javascript:alert(1)",
        "java\nscript://news.example/%0aalert(1)",
        "data:text/html,<b>",
        "vbscript:x",
        "file:///etc/hosts",
        "intent://news.example",
        "tg://resolve?domain=x",
        "ms-word:ofe|u|https://news.example",
        "blob:https://news.example/1",
        "view-source:https://news.example",
        "ftp://news.example/",
        "//news.example/a",
        "news.example/a",
        "https://user:word@news.example/",
        "https://user@news.example/",
        "https://localhost/",
        "https://intranet/",
        "https://printer.local/",
        "https://127.0.0.1/",
        "https://10.1/",
        "https://0x7f.1/",
        "https://2130706433/",
        "https://[::1]/",
        "https://[::1",
        "https://news.example:99999/",
        "https://news.example:0/",
        "https://news.example/a b",
        "https://news.example/\u202eb",
        "https://news.example/\u200bb",
        "https://news.example\\@evil.example/",
        'https://news.example/"onclick=',
        "https://news.example/<b>",
        "https://ne ws.example/",
        "https://news..example/",
        "https://-news.example/",
        "https://%6eews.example/",
        "https:/news.example",
        "https:news.example",
    ],
)
def test_an_address_that_may_be_none(url: str) -> None:
    assert not safe_url(url)


@pytest.mark.parametrize("sign", ["[", "[1", "[1,", "1", "[1-", "[ ", "]", "[1]", "—", " "])
def test_time_grows_with_length(sign: str) -> None:
    """A line is read in time that grows with its length."""

    def read(text: str) -> None:
        plausible_markers([find_markers(text)])
        safe_url("https://" + text)

    assert_linear(read, sign, 30_000)
