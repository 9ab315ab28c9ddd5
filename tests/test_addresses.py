"""Addresses as they are published, what they lead to, and which may be links."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, strategies as st

from chronicle.addresses import (
    LONGEST,
    copy_in,
    domains,
    fault_of,
    find_faults,
    find_traced,
    host_of,
    is_copy,
    is_fragile,
    is_short,
    mixed_labels,
    original_of,
    safe_url,
    strip_text,
    strip_traces,
)
from chronicle.lexicon.addresses import ARCHIVES, FRAGILE_HOSTS, LOCAL, SHORT, TRACES, Trace
from chronicle.model import Copy
from tests.readcases import Case, read_cases
from tests.scaling import assert_linear

ROOT: Final = Path(__file__).parent.parent
#: every address of the two digests: as printed, and below it as published, where that is not the same
GOLDEN: Final = ROOT / "tests" / "data" / "addresses.txt"
#: what an address needs to lead to its page
NEEDED: Final = [
    "story_fbid",
    "id",
    "v",
    "t=2044s",
    "list",
    "index",
    "img_index",
    "fbid",
    "set",
    "comment_id",
    "reply_comment_id",
    "p",
    "page_id",
    "ref",
    "lang",
    "q",
    "u",
    "single",
    "comment",
    "w",
    "z",
    "start",
    "thread",
    "post",
    "article",
    "hash",
    "token_id",
    "gid",
    "oid",
    "pwd",
    "resourcekey",
    "tab",
    "gl",
    "hl",
]


@pytest.mark.parametrize("case", read_cases("addresses"), ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    assert strip_traces(case.given) == case.expected


@pytest.mark.parametrize("trace", TRACES, ids=lambda trace: f"{trace.name} {trace.host} {trace.path}")
def test_every_trace_of_the_table_is_stripped_where_it_is_one_and_only_there(trace: Trace) -> None:
    name, value = trace.name.replace("*", "x"), trace.value or "z"

    def address(host: str, path: str, value: str) -> str:
        return f"https://www.{host}/a{path}1?keep=%20&{name}={value}&list=2#end"

    host, path = trace.host or "a.example", trace.path or "/b/"

    assert strip_traces(address(host, path, value)) == f"https://www.{host}/a{path}1?keep=%20&list=2#end"
    others = [address("b.example", path, value)] if trace.host else []
    others += [address(host, "/b/", value)] if trace.path else []
    others += [address(host, path, "other")] if trace.value else []
    assert list(map(strip_traces, others)) == others


def test_no_row_of_the_table_stands_twice() -> None:
    assert len(set(TRACES)) == len(TRACES)
    assert [trace.name for trace in TRACES if trace.name != trace.name.lower()] == []


@pytest.mark.parametrize(
    "host", ["a.example", "www.facebook.com", "www.youtube.com", "www.instagram.com", "t.me"]
)
def test_what_leads_to_a_page_is_never_stripped(host: str) -> None:
    for one in NEEDED:
        url = f"https://{host}/a?{one}{'' if '=' in one else '=1'}"

        assert strip_traces(url) == url


def test_every_address_of_the_digests() -> None:
    """Of 98 addresses 21 lose what tells who collected them; all others are published byte for byte."""
    lines = GOLDEN.read_text(encoding="utf-8").splitlines()
    pairs = [
        (line, after[2:] if after.startswith("> ") else line)
        for line, after in zip(lines, [*lines[1:], ""], strict=True)
        if not line.startswith("> ")
    ]
    digests = "\n".join(
        (ROOT / "seeds" / "editions" / f"{name}.txt").read_text(encoding="utf-8")
        for name in ("2022-12", "2026-01")
    )

    assert [printed for printed, _ in pairs] == re.findall(r"https?://\S+", digests)
    assert [strip_traces(printed) for printed, _ in pairs] == [published for _, published in pairs]


_PIECES: Final = (
    "https://", "x.com", "www.youtube.com", "a.example", "/status/", "/", "?", "?", "&", "&", "&amp;", "amp;", "#", "=", "=", "si", "t", "s",
    "fbclid", "utm_x", "preview", "true", "__cft__[0]", "%66bclid", ":~:", "a", " ", "@", ":", "\n", "[", "ұ",
)  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES)).map("".join) | st.text())
def test_stripping_again_changes_nothing(url: str) -> None:
    assert strip_traces(strip_traces(url)) == strip_traces(url)


@given(st.lists(st.sampled_from(_PIECES)).map(lambda pieces: "https://x.com/" + "".join(pieces)))
def test_stripping_never_changes_host_or_path_nor_adds_a_character(url: str) -> None:
    stripped = strip_traces(url)

    assert (re.split("[?#]", stripped)[0], host_of(stripped)) == (re.split("[?#]", url)[0], host_of(url))
    left = iter(url)
    assert all(character in left for character in stripped)


def test_addresses_in_running_text() -> None:
    """The signs after an address are the sentence's."""
    text = "see (https://a.example/?fbclid=1), www.b.example/?utm_x=2&c=3. And https://c.example/?d=4!"

    assert strip_text(text) == "see (https://a.example/), www.b.example/?c=3. And https://c.example/?d=4!"
    assert [(at.of(text), published) for at, published in find_traced(text)] == [
        ("https://a.example/?fbclid=1", "https://a.example/"),
        ("www.b.example/?utm_x=2&c=3", "www.b.example/?c=3"),
    ]


# ---------------------------------------------------------------- what an address leads to


@pytest.mark.parametrize(
    ("host", "fragile"),
    [
        ("facebook.com", True),
        ("m.facebook.com", True),
        ("t.me", True),
        ("docs.google.com", True),
        ("google.com", False),
        ("us02web.zoom.us", True),
        ("notfacebook.com", False),
        ("facebook.com.a.example", False),
        ("news.example", False),
    ],
)
def test_hosts_whose_pages_vanish_or_need_a_login(host: str, fragile: bool) -> None:  # noqa: FBT001
    assert is_fragile(host) == fragile


def test_the_domains_that_a_host_belongs_to() -> None:
    assert list(domains("a.b.example")) == ["a.b.example", "b.example"]
    assert list(domains("localhost")) == ["localhost"]


@pytest.mark.parametrize("known", sorted(SHORT))
def test_every_short_address_of_the_table_is_told(known: str) -> None:
    """Failure 65: a shortener, or a network's way out, hides where it leads."""
    url = f"https://{known}{'' if '/' in known else '/'}x"

    assert is_short(url)
    assert [code for code, _ in find_faults(url)] == ["short-address"]


@pytest.mark.parametrize(
    "url",
    [
        "https://www.facebook.com/a/posts/1",
        "https://www.google.com/maps",
        "https://orbit.ly.example/",
        "https://notbit.ly/x",
        "https://youtu.be/f7",
        "javascript:x",
    ],
)
def test_an_address_that_leads_to_its_own_page_is_not_short(url: str) -> None:
    assert not is_short(url)


@pytest.mark.parametrize(
    ("url", "day", "original"),
    [
        ("https://web.archive.org/web/20230503120000/https://a.example/b?c", (2023, 5, 3), "https://a.example/b?c"),
        ("http://web.archive.org/web/20230503120000id_/http://a.example/", (2023, 5, 3), "http://a.example/"),
        ("https://archive.ph/20230503120000/https://a.example/", (2023, 5, 3), "https://a.example/"),
        ("https://archive.md/2023.05.03-120000/https://a.example/", (2023, 5, 3), "https://a.example/"),
        ("https://megalodon.jp/2023-0503-1200-00/https://a.example/", (2023, 5, 3), "https://a.example/"),
        ("https://archive.ph/AbCd1", None, None),
        ("https://web.archive.org/web/20231399120000/https://a.example/", None, "https://a.example/"),
        ("https://web.archive.org/web/20230503120000/javascript:alert(1)", (2023, 5, 3), None),
        ("https://a.example/web/20230503120000/https://b.example/", None, None),
    ],
)  # fmt: skip
def test_what_an_archived_copy_says_of_itself(
    url: str, day: tuple[int, int, int] | None, original: str | None
) -> None:
    assert copy_in(url) == (Copy(url=url, date=dt.date(*day)) if day else None)
    assert original_of(url) == (original or url)


@pytest.mark.parametrize("host", sorted(ARCHIVES))
def test_a_copy_stands_at_an_archive_that_is_known(host: str) -> None:
    assert is_copy(f"https://{host}/AbCd1")


@pytest.mark.parametrize(
    "url",
    [
        "https://web.archive.org.evil.example/web/20230503120000/https://a.example/",
        "https://evil.example/web.archive.org/x",
        "https://x.archive.org/x",
        "https://web.archive.org@evil.example/x",
        "https://web.archive.org/",
        "https://web.archive.org",
        "https://web.archive.org/save/https://a.example/",
        "javascript://web.archive.org/x",
        "",
    ],
)
def test_what_is_no_copy(url: str) -> None:
    """Failure 64: another host, an archive's front page, the address that asks for a copy."""
    assert not is_copy(url)


@pytest.mark.parametrize(
    ("host", "mixed"),
    [
        ("xn--b1amnebsh.example", ()),
        ("аррӏе.example".encode("idna").decode(), ()),
        ("xn--mmay-53d.example", ("xn--mmay-53d",)),
        ("news.example", ()),
        ("xn--\x7f.example", ()),
        ("xn--99999999999.example", ()),
    ],
)
def test_labels_of_two_scripts(host: str, mixed: tuple[str, ...]) -> None:
    """Failure 61: letters that look alike, in one label."""
    assert mixed_labels(host) == mixed


def test_tables_hold_bare_hosts() -> None:
    bare = re.compile(r"(?!www\.)[a-z0-9-]+(\.[a-z0-9-]+)+")
    hosts = {*FRAGILE_HOSTS, *ARCHIVES, *(one.partition("/")[0] for one in SHORT)}

    assert [host for host in hosts if not bare.fullmatch(host)] == []
    assert [name for name in LOCAL if not name.isalpha()] == []


# ---------------------------------------------------------------- whether it may be a link


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


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("https://a.example/", ""),
        ("https://a.example/" + "b" * (LONGEST - 18), ""),
        ("https://a.example/" + "b" * (LONGEST - 17), "is longer than 2,000 characters"),
        ("https://user:word@a.example/", "holds a user name"),
        ("https://abc.onion/", "is not one of the public web"),
        ("javascript:alert(1)", "is not one of the public web"),
    ],
    ids=lambda value: value[:40],
)
def test_why_an_address_is_no_link(url: str, fault: str) -> None:
    """Failures 60 and 66."""
    assert fault_of(url) == fault


@pytest.mark.parametrize(
    ("url", "faults"),
    [
        ("https://a.example/", []),
        ("https://новости.example/", []),
        ("tg://resolve", [("unsafe-source", "has an address that is not one of the public web: it is shown, and is no link")]),
        ("https://bit.ly/x", [("short-address", "has an address of bit.ly that only leads on: supply the one that it leads to")]),
        (
            "https://mаmay.example/",
            [("odd-host", "is at xn--mmay-53d.example, where 'xn--mmay-53d' mixes letters that look alike: is it the right host?")],
        ),
    ],
)  # fmt: skip
def test_what_is_odd_about_an_address(url: str, faults: list[tuple[str, str]]) -> None:
    assert list(find_faults(url)) == faults


@pytest.mark.parametrize(
    "sign",
    ["?", "&", "#", "fbclid=1&", "&amp;", "=", ".", "a.", "www.", "https://", ")", "%66", ":~:", "/0", "а"],
)
def test_time_grows_with_length(sign: str) -> None:
    def read(text: str) -> None:
        strip_text(f"https://web.archive.org/{text}")
        strip_traces(f"https://a.example/?{text}")
        fault_of(text)
        list(find_faults("https://" + text))

    assert_linear(read, sign, 30_000)
