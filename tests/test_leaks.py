"""Thirty ways in which a withheld name could leave by a file: each is refused."""

from __future__ import annotations

import base64
import gzip
import io
import json
import sqlite3
import struct
import unicodedata
import zipfile
import zlib
from urllib.parse import quote

import pytest

import chronicle.leaks
from chronicle.findings import ChronicleError
from chronicle.leaks import LeakError, sealed
from chronicle.model import Output, PersonName
from chronicle.withholding import Withheld, withheld
from chronicle.withholding.unindexed import unindexed
from tests.factories import TEXT, make_edition, make_event, make_person
from tests.scaling import assert_linear
from tests.test_withholding import known, made

NAME = "Жанболат Мамаев"
LATIN = "Zhanbolat Mamayev"
#: what tells Zhanbolat Mamayev, whose surname nobody shares, and Aigul Kasova, whose surname somebody does
WITHHELD = Withheld(
    words=frozenset({"mamaev", "janbolatmamaev"}),
    phrases=frozenset({
        ("janbolat", "mamaev"), ("mamaev", "janbolat"), ("j.", "mamaev"), ("mamaev", "j."),
        ("aigul", "kasova"), ("kasova", "aigul"), ("a.", "kasova"), ("kasova", "a."),
    }),
)  # fmt: skip


def zipped(name: str, data: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return written.getvalue()


def database(text: str) -> bytes:
    connection = sqlite3.connect(":memory:")
    connection.execute("create table people (name text)")
    connection.execute("insert into people values (?)", (text,))
    connection.commit()
    return connection.serialize()


def png(text: str) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    words = b"Comment\0" + text.encode("latin-1")
    return b"\x89PNG\r\n\x1a\n\xff\xfe" + chunk(b"tEXt", words) + chunk(b"IDAT", zlib.compress(b"\0\xff\x80"))


def page(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()


CANARIES = {
    "path": ("people/zhanbolat-mamayev/index.html", b""),
    "path, percent-encoded": (f"people/{quote('мамаев')}.html", b""),
    "title": ("a.html", page("", f"<title>{LATIN}</title>")),
    "text": ("a.html", page(f"<p>{LATIN} was fined.</p>")),
    "attribute": ("a.html", page('<a href="x.html" aria-label="about Mamayev">x</a>')),
    "comment": ("a.html", page("<!-- Mamayev -->")),
    "decimal entities": ("a.html", page("".join(f"&#{ord(c)};" for c in NAME))),
    "hexadecimal entities": ("a.html", page("M&#x61;mayev")),
    "escaped twice": ("feed.xml", b"<title>M&amp;#x61;mayev</title>"),
    "percent-encoded": ("a.html", page(f'<a href="https://x.example/{quote(NAME)}">x</a>')),
    "percent-encoded twice": ("a.html", page(f'<a href="https://x.example/?u={quote(quote(NAME))}">x</a>')),
    "JSON escapes": ("a.json", json.dumps({"name": NAME}).encode()),
    "JSON, a line break between": ("a.json", json.dumps("Aigul\nKasova").encode()),
    "JSON, escapes of wide letters": ("a.json", json.dumps("𝐌𝐚𝐦𝐚𝐲𝐞𝐯").encode()),
    "a script's escapes": ("a.js", rb'let x = "\x4damayev", y = "\u{4d}amayev \u{ffffff}"'),
    "decomposed letters": ("a.txt", unicodedata.normalize("NFD", "Мáмаев").encode()),
    "zero width inside": ("a.txt", "Mam\u200bay\u2060ev".encode()),
    "soft hyphen": ("a.html", page("Ma&shy;mayev")),
    "a break within": ("a.html", page("Ma<wbr>may<b>ev</b>")),
    "a comment within": ("a.html", page("Ma<!-- -->mayev")),
    "escaped markup within": ("feed.xml", b"<summary>Ma&lt;b&gt;may&lt;/b&gt;ev</summary>"),
    "capitals": ("a.txt", b"ZHANBOLAT MAMAYEV"),
    "Cyrillic": ("a.txt", "Мамаев".encode()),
    "Kazakh letters": ("a.txt", "Маmаев Жәнболат".encode()),
    "transliterated otherwise": ("a.txt", b"Djanbolat Mamaev"),
    "initials": ("a.txt", b"was A. Kasova there"),
    "initials behind": ("a.txt", b"Mukhtar K., Kasova A., and others"),
    "surname first": ("a.txt", b"Kasova Aigul"),
    "possessive": ("a.txt", "Mamayev’s wife".encode()),
    "hyphens": ("a.html", page('<a href="../aigul-kasova/index.html">x</a>')),
    "underscores": ("a.txt", b"/img/aigul_kasova_2.png"),
    "initial and hyphen": ("a.txt", b"/news/a-kasova-fined"),
    "one word": ("a.txt", b"https://x.example/@zhanbolatmamayev"),
    "CSV": ("a.csv", b'id,name\n1,"Mamayev"\n'),
    "feed": ("feed.xml", b"<feed><entry><title>Aigul Kasova</title></entry></feed>"),
    "site map": ("sitemap.xml", b"<url><loc>https://x.example/people/aigul-kasova/</loc></url>"),
    "non-breaking space": ("a.html", page("Aigul&nbsp;Kasova")),
    "line break": ("a.html", page("Aigul\n        Kasova")),
    "name in a zip": ("a.zip", zipped("mamayev.txt", b"")),
    "text in a zip": ("a.zip", zipped("a.txt", NAME.encode())),
    "zip in a zip": ("a.zip", zipped("b.zip", zipped("a.txt", NAME.encode()))),
    "gzip": ("a.json.gz", gzip.compress(LATIN.encode())),
    "base64": ("a.html", page(f'<img src="data:text/plain;base64,{base64.b64encode(NAME.encode()).decode()}">')),
    "base64 in lines": ("a.txt", base64.encodebytes(b"x" * 100 + LATIN.encode())),
    "base64 without padding": ("a.txt", base64.urlsafe_b64encode(f"о людях: {NAME}".encode()).rstrip(b"="))
    ,
    "base64 of gzip": ("a.txt", base64.b64encode(gzip.compress(LATIN.encode()))),
    "UTF-16": ("a.txt", NAME.encode("utf-16")),
    "UTF-16, the other order": ("a.txt", LATIN.encode("utf-16-be")),
    "latin-1": ("a.txt", "é: Mamayev".encode("latin-1")),
    "windows-1251": ("a.txt", NAME.encode("cp1251")),
    "sqlite": ("a.sqlite", database(NAME)),
    "PNG text": ("a.png", png(LATIN)),
    "a host in Cyrillic": ("a.html", page(f"https://{'мамаев.example'.encode('idna').decode()}/")),
}  # fmt: skip


@pytest.mark.parametrize(("path", "data"), CANARIES.values(), ids=CANARIES)
def test_canaries(path: str, data: bytes) -> None:
    """A withheld name is found in every channel, and the message tells neither the name nor a path that holds it."""
    with pytest.raises(LeakError) as raised:
        list(sealed([Output("index.html", b"clean"), Output(path, data)], WITHHELD))

    told = str(raised.value).casefold()
    assert told.startswith("1 file would tell a name or passage that is withheld")
    assert [word for word in ("mamayev", "мамаев", "aigul", "kasova", "zhanbolat") if word in told] == []


CLEAN = {
    "another of that surname": b"Marat Kasova, judge Kasova",
    "two people in a list": b"Marat Aigul, Kasova Dina",
    "the end of a sentence": b"He met Aigul. Kasova said nothing",
    "an article beside the surname": b"Give Kasova a fine. A Kasova supporter",
    "a verb beside the surname": b"Was Kasova asked?",
    "a longer word": b"mamayevite",
    "escapes of nothing": b"100%25 &amp; %zz \\u00zz \\n xn--a-\xc2\xb7 xn--99999999999",
    "words apart": page("<ul><li>Aigul</li><li>Kasova</li></ul>"),
    "bytes of no text": bytes(range(256)) * 20,
    "a picture": png("nobody"),
    "UTF-16": "nobody".encode("utf-16"),
    "an archive": zipped("a.txt", b"nobody"),
    "gzip": gzip.compress(b"nobody"),
    "escaped again and again": b"&amp;amp;amp;amp;amp;amp;lt;",
    "base64": base64.b64encode(b"nobody is named here at all"),
    "half of base64": b"QUJDREVGR0hJSktMT" + b" " + base64.b64encode(bytes(range(200, 240))),
    "a very long word": b"mamayev" * 100,
    "unreadable percents": b"https://x.example/%FF%FE",
    "half a pair": rb"\ud800 is no letter",
}


@pytest.mark.parametrize("data", CLEAN.values(), ids=CLEAN)
def test_clean(data: bytes) -> None:
    """What tells nobody passes, unchanged."""
    outputs = [Output("a/index.html", data), Output("b.bin", data)]

    assert list(sealed(iter(outputs), WITHHELD)) == outputs


def test_files_are_named() -> None:
    """The first twenty, with the first letter of what they tell."""
    outputs = [Output(f"{n}.txt", b"Mamayev") for n in range(22)]

    with pytest.raises(LeakError) as raised:
        list(sealed(outputs, WITHHELD))

    head, *lines = str(raised.value).split("\n")
    assert head == (
        "22 files would tell a name or passage that is withheld: take it out of what an editor wrote, or give its spelling in "
        "people.yaml; nothing was published:"
    )
    assert (lines[0], lines[-1], len(lines)) == ("  0.txt: 'M…' in it", "  and 2 more", 21)


def test_all_files_are_yielded_first() -> None:
    """The one who writes them has had them all when the error comes."""
    checked = sealed([Output("a.txt", b"Mamayev"), Output("b.txt", b"")], WITHHELD)

    assert [next(checked).path, next(checked).path] == ["a.txt", "b.txt"]
    with pytest.raises(LeakError):
        next(checked)


UNSEARCHED = {
    "archives too deep": (
        zipped("a.zip", zipped("b.zip", zipped("c.txt", b""))),
        "holds archives in archives too deep to be searched: unpack them",
    ),
    "a broken archive": (
        zipped("a.txt", b"some words that are packed").replace(b"\x03\x04\x14", b"\x03\x09\x14", 1),
        "is packed in a way that cannot be searched",
    ),
    "half of gzip": (
        gzip.compress(b"some words" * 50)[:-9],
        "is packed in a way that cannot be searched",
    ),
}


@pytest.mark.parametrize(("data", "reason"), UNSEARCHED.values(), ids=UNSEARCHED)
def test_what_cannot_be_searched_is_refused(data: bytes, reason: str) -> None:
    """Nothing goes out unread."""
    with pytest.raises(LeakError) as raised:
        list(sealed([Output("a.bin", data)], WITHHELD))

    assert str(raised.value).split("\n")[1:] == [f"  a.bin: {reason}"]


@pytest.mark.parametrize("data", [zipped("a", bytes(2000)), gzip.compress(bytes(2000))], ids=["zip", "gzip"])
def test_a_bomb_is_refused(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """What unpacks to more than can be searched is not unpacked."""
    monkeypatch.setattr(chronicle.leaks, "MOST_UNPACKED", 1000)

    with pytest.raises(LeakError, match="holds too much, unpacked, to be searched"):
        list(sealed([Output("a.bin", data)], WITHHELD))


def test_nothing_withheld_costs_nothing() -> None:
    """Files are not looked at: even one that cannot be searched passes."""
    output = Output("a.zip", zipped("a.zip", zipped("b.zip", zipped("c.txt", b""))))

    assert list(sealed([output], Withheld())) == [output]


# ---------------------------------------------------------------- names that are kept out of lists

CHILD = Withheld(phrases=frozenset({("tim", "doe"), ("doe", "tim")}))

LISTED = {
    "path": ("people/tim-doe/index.html", b""),
    "title": ("a.html", page("", "<title>2 May: Tim Doe</title>")),
    "description": ("a.html", page("", '<meta name="description" content="Doe Tim was &quot;fined&quot;">')),
    "card": ("a.html", page("", "<meta property='og:title' content='Tim&#32;Doe'>")),
    "feed": ("places/x/feed.xml", b"<feed>Tim Doe</feed>"),
    "JSON feed": ("feed.json", b'["Tim\\u0020Doe"]'),
    "table": ("data/events.csv", b'"1","Tim Doe was held"'),
    "site map": ("sitemap.xml", b"people/tim-doe/"),
    "site maps": ("sitemap-2.xml", b"people/tim-doe/"),
    "search data": ("search/names.bin", gzip.compress(b"tim doe")),
    "search data in a folder": ("en/search/index/1.json", b"tim doe"),
}


@pytest.mark.parametrize(("path", "data"), LISTED.values(), ids=LISTED)
def test_a_child_is_named_in_no_list(path: str, data: bytes) -> None:
    """Paths, titles, descriptions, feeds, site maps and search data are looked through."""
    with pytest.raises(LeakError) as raised:
        list(sealed([Output(path, data)], Withheld(), CHILD))

    assert "tim" not in str(raised.value).casefold()


@pytest.mark.parametrize("path", ["events/2022-12/1/index.html", "data/events.json"])
def test_a_childs_name_stands_in_the_digests_words(path: str) -> None:
    """The page of an event and the records keep the text as printed."""
    output = Output(path, page("<p>Tim Doe, 12, was fined.</p>", "<title>A child</title>"))

    assert list(sealed([output], Withheld(), CHILD)) == [output]


def test_a_name_does_not_go_on_from_one_description_to_the_next() -> None:
    """'Tim' ends a title, and 'Doe' begins a description: nobody is named."""
    output = Output("x/index.html", page("", '<title>Tim</title><meta name="a" content="Doe was fined">'))

    assert list(sealed([output], Withheld(), CHILD)) == [output]


def test_the_unindexed() -> None:
    """Children, in both orders of the name; nobody with a page, and nobody whose name is taken out anyway."""
    text = "January 9, Doe Tim, 12, his father Doe John, and Roe Ann."
    people = (
        make_person(text, "Doe Tim", id=None, age=12),
        make_person(text, "Doe John"),
        make_person(text, "Roe Ann", id=None, name=PersonName(surname="[name withheld]"), canonical="[name withheld]", child=True),
    )  # fmt: skip

    assert unindexed([make_edition(make_event(text=text, people=people))]) == CHILD


def test_what_withholding_takes_out_is_not_found() -> None:
    """The words that are looked for are those that were taken out."""
    person = known("Jane Doe")
    editions = (make_edition(make_event()),)
    words = Withheld.of([person], editions, made(person))
    (edition,) = withheld(editions, made(person), [])

    with pytest.raises(ChronicleError):
        list(sealed([Output("a.txt", TEXT.encode())], words))
    assert list(sealed([Output("a.txt", edition.events[0].text.encode())], words))


@pytest.mark.parametrize(
    "unit", ["<a <!-- ", "%41&amp;\\u0041 ", "QUJDREVG", "Aigul Kasov ", "a. Kasov ", "m'"], ids=repr
)
def test_the_cost_grows_with_the_length(unit: str) -> None:
    assert_linear(lambda text: list(sealed([Output("a", text.encode())], WITHHELD)), unit, 100_000)
