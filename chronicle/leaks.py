"""Outputs in, the same outputs out; at the end, an error if one of them holds a name or passage that is withheld.

Whatever a file is, its text is looked for: unpacked, decoded, unescaped, without markup that parts words. A name that
is only kept out of lists may stand in a text, but in no path, title, feed or search data. Keeps what it found, no file.
"""

from __future__ import annotations

import gzip
import re
import sqlite3
import zipfile
import zlib
from base64 import b64decode
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import lru_cache
from io import BytesIO
from typing import Final, NamedTuple

from chronicle import urls
from chronicle.findings import ChronicleError
from chronicle.layers import layers
from chronicle.model import Output
from chronicle.withholding import Withheld

#: files named in one message; more are only counted
MOST_SHOWN: Final = 20
#: bytes of a packed file that are unpacked to be searched
MOST_UNPACKED: Final = 256 * 2**20
#: how deep an archive in an archive is followed
_DEEPEST: Final = 2

# at least nine bytes; it goes on after lines of sixty characters and more
_BASE64: Final = re.compile(
    r"[A-Za-z0-9+/_-]{12,} (?: (?<=[A-Za-z0-9+/_-]{60}) \r?\n [A-Za-z0-9+/_-]+ )* ={0,2}", re.VERBOSE
)
# two bytes a character, in either order
_WIDE: Final = ("utf-16-le", "utf-16-be")
_GZIP: Final = b"\x1f\x8b"
_PACKED: Final = (_GZIP, b"PK")
_SQLITE: Final = b"SQLite format 3\0"
# the points of a picture that we drew: its words stand before them as text
_POINTS: Final = re.compile(rb"(?s)IDAT.*IEND")
# what a text never holds
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0e-\x1f]")
# readable stretches of a file that is no text
_READABLE: Final = re.compile(r"[^\x00-\x1f\x7f-\x9f\ufffd]{5,}")
# `<title>…</title>`, `<meta name="description" content="…">`
_TOLD: Final = re.compile(r"<title[^<>]*>([^<]*)|<meta\s[^<>]*?content=(\"[^\"]*\"|'[^']*')", re.IGNORECASE)
#: what parts texts that are searched together, so that none goes on in the next
_PARTED: Final = "\n|\n"
# files that hold nothing but lists: feeds, site maps, search data, tables; and pictures that go with links
_LISTS: Final = re.compile(
    r"(?:.*/)?(?:feed\.(?:xml|json)|sitemap[^/]*\.xml|[^/]*\.atom|[^/]*\.csv|card\.png)|(?:.*/)?search/.*"
)


class _Text(NamedTuple):
    """A text of a file."""

    words: str
    #: whether words of it may have run into each other: cells of a database, what stands before a checksum
    joined: bool = False


class LeakError(ChronicleError):
    """Files that would print a withheld name."""


class _UnsearchedError(ChronicleError):
    """A file that cannot be searched: its text says why."""


def sealed(
    outputs: Iterable[Output],
    withheld: Withheld,
    unindexed: Withheld = Withheld(),  # noqa: B008
) -> Iterator[Output]:
    """Yield *outputs* unchanged; then raise `LeakError` where one holds what is *withheld*.

    Names of *unindexed* people may stand in texts, in no path, title, description, feed, site map and search data.
    """
    found: list[tuple[str, str]] = []
    for output in outputs:
        reason = _leak(output, withheld, unindexed) if withheld or unindexed else ""
        if reason:
            found.append((_shown_path(output.path, (withheld, unindexed)), reason))
        yield output
    if found:
        raise LeakError(_sentence(found))


def _sentence(found: list[tuple[str, str]]) -> str:
    shown = [f"  {path}: {reason}" for path, reason in found[:MOST_SHOWN]]
    more = [f"  and {len(found) - MOST_SHOWN} more"] if len(found) > MOST_SHOWN else []
    head = (
        f"{len(found)} {'file' if len(found) == 1 else 'files'} would tell a name or passage that is withheld: take it"
        " out of what an editor wrote, or give its spelling in people.yaml; nothing was published:"
    )
    return "\n".join([head, *shown, *more])


def _shown_path(path: str, names: Iterable[Withheld]) -> str:
    """Return *path* as a message may show it: only its first letters where it holds a name itself."""
    held = any(words.first(text) for words in names for text in layers(path))
    return f"{path[:3]}…" if held else path


def _leak(output: Output, withheld: Withheld, unindexed: Withheld) -> str:
    """Return why *output* must not be published; '' where it may."""
    if urls.is_card(output.path):
        output = Output(output.path, _POINTS.sub(b"", output.data))
    names = [words for words in (withheld, unindexed) if words]
    try:
        return (
            _first(map(_Text, layers(output.path)), names, "in its path")
            or _first(_texts(output.data, 0) if withheld else (), (withheld,), "in it")
            or (_first(_lists(output), (unindexed,), "in a title, description or list") if unindexed else "")
        )
    except _UnsearchedError as error:
        return str(error)


def _first(texts: Iterable[_Text], names: Iterable[Withheld], where: str) -> str:
    told = (
        words.first(text.words) or (words.first_joined(text.words) if text.joined else "")
        for text in texts
        for words in names
    )
    word = next(filter(None, told), "")
    return f"'{word[0]}…' {where}" if word else ""


def _lists(output: Output) -> Iterator[_Text]:
    """Yield what *output* tells apart from the texts of events."""
    if _LISTS.fullmatch(output.path):
        yield from _texts(output.data, 0)
    elif output.path.endswith(".html"):
        told = (found[1] or found[2] for found in _TOLD.finditer(output.data.decode(errors="replace")))
        yield from map(_Text, layers(_PARTED.join(told)))


# ---------------------------------------------------------------- bytes


def _texts(data: bytes, depth: int) -> Iterator[_Text]:
    """Yield every text that *data* holds, packed or plain; the same words may come more than once."""
    yield from _unpacked(data, depth)
    runs: dict[str, None] = {}
    for text in _decoded(data):
        for layer in layers(text.words):
            yield text._replace(words=layer)
            runs |= dict.fromkeys(_BASE64.findall(layer)) if depth < _DEEPEST else {}
    yield from _encoded(runs, depth)


def _decoded(data: bytes) -> Iterator[_Text]:
    """Yield *data* in every code that it may be written in."""
    if _is_text(data):
        yield _Text(data.decode(), joined=b"\0" in data)
    elif not _CONTROL.search(data):
        yield _Text(data.decode("latin-1"))
        yield _Text(data.decode("cp1251", errors="replace"))
    elif data.startswith(_SQLITE):
        yield _Text(_readable(data.decode(errors="replace")).words)
        yield from _cells(data)
        return
    else:
        yield _readable(data.decode(errors="replace"))
    if b"\0" in data:
        wide = (data[start:].decode(code, errors="replace") for code in _WIDE for start in (0, 1))
        yield from map(_readable, wide)


def _cells(data: bytes) -> Iterator[_Text]:
    """Yield the names and the cells of every table of a database; none that only hold its index."""
    try:
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.deserialize(data)
            tables = connection.execute(
                "SELECT name, sql FROM sqlite_schema WHERE type != 'index'"
            ).fetchall()
            yield _Text(_PARTED.join(f"{name}\n|\n{sql}" for name, sql in tables))
            virtual = [name for name, sql in tables if sql.startswith("CREATE VIRTUAL")]
            for name, sql in tables:
                if sql.startswith("CREATE TABLE") and not name.startswith(
                    tuple(f"{one}_" for one in virtual)
                ):
                    rows = connection.execute(f'SELECT * FROM "{name}"')  # noqa: S608
                    yield _Text(_PARTED.join(cell for row in rows for cell in row if isinstance(cell, str)))
    except sqlite3.DatabaseError as error:
        message = "is a database that cannot be searched"
        raise _UnsearchedError(message) from error


def _readable(text: str) -> _Text:
    """Return the stretches of *text* that are words, each in a line of its own, so that none goes on in the next."""
    return _Text(_PARTED.join(_READABLE.findall(text)), joined=True)


def _is_text(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _unpacked(data: bytes, depth: int) -> Iterator[_Text]:
    packed = data[:2] == _GZIP or zipfile.is_zipfile(BytesIO(data))
    if packed and depth >= _DEEPEST:
        message = "holds archives in archives too deep to be searched: unpack them"
        raise _UnsearchedError(message)
    if packed:
        try:
            for name, member in _members(data):
                yield from map(_Text, layers(name))
                yield from _texts(member, depth + 1)
        except (OSError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error) as error:
            message = "is packed in a way that cannot be searched"
            raise _UnsearchedError(message) from error


def _members(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of everything packed in *data*."""
    if data[:2] == _GZIP:
        yield "", _bounded(gzip.GzipFile(fileobj=BytesIO(data)).read(MOST_UNPACKED + 1))
        return
    with zipfile.ZipFile(BytesIO(data)) as archive:
        if sum(member.file_size for member in archive.infolist()) > MOST_UNPACKED:
            _bounded(bytes(MOST_UNPACKED + 1))
        for member in archive.infolist():
            yield member.filename, archive.read(member)


def _bounded(data: bytes) -> bytes:
    if len(data) > MOST_UNPACKED:
        message = "holds too much, unpacked, to be searched"
        raise _UnsearchedError(message)
    return data


def _encoded(runs: Iterable[str], depth: int) -> Iterator[_Text]:
    """Yield the texts that *runs* of letters are in base64; most are none."""
    for run in runs:
        if data := _carried(run):
            yield from _texts(data, depth + 1)


# The same long words stand in thousands of files.
@lru_cache(maxsize=65536)
def _carried(run: str) -> bytes:
    """Return what *run* is in base64; nothing where that is neither a text nor an archive."""
    letters = "".join(run.split()).rstrip("=").replace("-", "+").replace("_", "/")
    data = b64decode(letters[: len(letters) - (len(letters) % 4 == 1)] + "==")
    return data if data[:2] in _PACKED or (not _CONTROL.search(data) and _is_text(data)) else b""
