"""Everything that a stranger could read in the files of a site, found by other means than the build's own search."""

from __future__ import annotations

import base64
import binascii
import contextlib
import gzip
import html
import io
import re
import sqlite3
import unicodedata
import urllib.parse
import zipfile
from collections.abc import Iterator, Mapping
from functools import lru_cache

_CYRILLIC = dict(zip("абвгдезийклмнопрстуфхцыэәғқңөұүһі", "abvgdeziiklmnoprstufxcyeagknouuhi", strict=True)) | {
    "ё": "e", "ж": "zh", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ь": "", "ю": "iu", "я": "ia",
}  # fmt: skip
_SOUNDS = (
    ("dzh", "j"), ("zh", "j"), ("kh", "x"), ("sh", "s"), ("ch", "c"), ("h", "x"), ("w", "v"), ("q", "k"),
    ("iye", "e"), ("ye", "e"), ("ie", "e"), ("y", "i"), ("ss", "s"), ("ii", "i"), ("'", ""), ("’", ""),
)  # fmt: skip
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_LETTERS = {ord(letter): latin for letter, latin in _CYRILLIC.items()}
_ACCENTS = re.compile("[\u0300-\u036f]+")
_WORD = re.compile(r"[a-z'’]{3,}")
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{8,}={0,2}")


@lru_cache(maxsize=200_000)
def sound(text: str) -> str:
    """Return *text* in small Latin letters, spellings of one sound alike."""
    text = _UNSEEN.sub("", unicodedata.normalize("NFKC", text).casefold())
    text = "".join(_CYRILLIC.get(c, c) for c in text)
    text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    for spelt, meant in _SOUNDS:
        text = text.replace(spelt, meant)
    return text


def words(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return every word of *files*, of their names and of all that is packed or encoded in them, and where it stands."""
    found: dict[str, str] = {}
    seen: set[bytes] = set()
    for path, data in _opened(files):
        fresh = data
        if b"\0" not in data:
            # thousands of pages share most of their lines
            lines = dict.fromkeys(data.split(b"\n"))
            fresh = b"\n".join(line for line in lines if line not in seen)
            seen.update(lines)
        for word in (*_words_of(path.encode()), *_words_of(fresh)):
            found.setdefault(word, path)
    return found


def _opened(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield *files*, of an archive what is in it: most of that stands beside it as well."""
    for path, data in files.items():
        if not zipfile.is_zipfile(io.BytesIO(data)):
            yield path, data
            continue
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from _opened({f"{path}/{name}": archive.read(name) for name in archive.namelist()})


# The files of a site that are no pages are the same in all.
@lru_cache(maxsize=512)
def _words_of(data: bytes) -> frozenset[str]:
    plain = (_plain(text) for text in texts(data))
    return frozenset(map(sound, {word for text in plain for word in _WORD.findall(text)}))


def hits(files: Mapping[str, bytes], *tokens: str) -> dict[str, str]:
    """Return the words of *files* that hold one of *tokens*, and where each stands."""
    return holding(words(files), *tokens)


def holding(found: Mapping[str, str], *tokens: str) -> dict[str, str]:
    """Return those of the words *found* that hold one of *tokens*, and where each stands."""
    wanted = [sound(token) for token in tokens]
    return {word: path for word, path in found.items() if any(token in word for token in wanted)}


def texts(data: bytes, depth: int = 0) -> Iterator[str]:
    """Yield every text that *data* may be read as."""
    if depth > 3:
        return
    yield from _unpacked(data, depth)
    if zipfile.is_zipfile(io.BytesIO(data)):
        return
    base = data.startswith(b"SQLite format 3\0")
    seen = {"\n".join(_dumped(data)) if base else data.decode("utf-8", "replace")}
    if b"\0" in data and not base:
        seen |= {data.decode(code, "replace") for code in ("utf-16-le", "utf-16-be")}
    for _ in range(3):
        seen |= {plain for text in seen for plain in _once(text)}
    yield from seen
    for run in set(_BASE64.findall(data)):
        letters = run.rstrip(b"=").translate(bytes.maketrans(b"-_", b"+/"))
        try:
            decoded = base64.b64decode(letters + b"=" * (-len(letters) % 4)).decode()
        except (UnicodeDecodeError, binascii.Error):
            continue
        if decoded.isprintable():
            yield decoded


def _dumped(data: bytes) -> Iterator[str]:
    """Yield every statement that would make a database anew, and every word of its index, which keeps only endings."""
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(data)
        indexes = connection.execute("SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL%'")
        for (name,) in indexes.fetchall():
            connection.execute(f"CREATE VIRTUAL TABLE temp.words USING fts5vocab (main, {name}, row)")
            yield from (word for (word,) in connection.execute("SELECT term FROM temp.words").fetchall())
            connection.execute("DROP TABLE temp.words")
        yield from (line for line in connection.iterdump() if " X'" not in line)


def _unpacked(data: bytes, depth: int) -> Iterator[str]:
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield name
                yield from texts(archive.read(name), depth + 1)
    if data[:2] == b"\x1f\x8b":
        yield from texts(gzip.decompress(data), depth + 1)


def _once(text: str) -> Iterator[str]:
    """Yield *text* with one layer of escapes or markup less."""
    if "&" in text:
        yield html.unescape(text)
    if "%" in text:
        yield urllib.parse.unquote(text)
    if "\\u" in text:
        yield re.sub(r"\\u([0-9a-fA-F]{4})", lambda code: chr(int(code[1], 16)), text)
    if "<" in text:
        yield re.sub(r"<[^>]*>", "", text)


def _plain(text: str) -> str:
    return text.casefold() if text.isascii() else _latin(_UNSEEN.sub("", unicodedata.normalize("NFKC", text)))


def _latin(text: str) -> str:
    parts = unicodedata.normalize("NFD", text.casefold().translate(_LETTERS))
    return _ACCENTS.sub("", parts)
