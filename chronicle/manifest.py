"""The files of a site -> data/manifest.json, which lists them all; and its bytes -> what it says.

The manifest holds serial, date, the SHA-256 of the manifest before it, the digests and their SHA-256, and for every
file of the site but itself, the marker and the archive of them all its SHA-256. Whether it is ours, only its signature can say.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Final

from chronicle.findings import ChronicleError
from chronicle.model import Output
from chronicle.text import iso_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from chronicle.model import Edition
    from chronicle.seeds import SeedFile

#: where the manifest stands in a site
MANIFEST: Final = "data/manifest.json"
#: where minisign puts its signature; made after the build, so no manifest lists it
SIGNATURE: Final = "data/manifest.json.minisig"
#: the file that makes a folder ours to replace, and all that it holds
MARKER: Final = ".chronicle-site"
MARKER_TEXT: Final = b"The build replaces this folder whole: whatever else is put here is lost.\n"

_HASH: Final = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class LastManifest:
    """The manifest that was published last, as seeds/published/site.jsonl keeps it."""

    #: 1 for the first; one more whenever anything in the site changes
    serial: int
    #: the build's date when this serial was made
    date: dt.date
    #: SHA-256 of the manifest before; None for the first
    previous: str | None
    #: SHA-256 of what the manifest says of digests and files
    content: str
    #: SHA-256 of the manifest's bytes
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """A manifest as it was read."""

    last: LastManifest
    #: path -> SHA-256
    files: Mapping[str, str] = field(repr=False)


def with_manifest(
    outputs: Iterable[Output], editions: Sequence[Edition], last: LastManifest | None, day: dt.date
) -> Iterator[Output]:
    """Yield *outputs* as they come, and then the manifest of them all.

    Where nothing has changed since *last*, serial, date and the manifest before stay, so that the bytes are the same.
    """
    files: dict[str, str] = {}
    for output in outputs:
        files[output.path] = _sha256(output.data)
        yield output
    digests = [{"id": edition.id, "file": edition.file, "sha256": edition.sha256} for edition in editions]
    serial, date, previous = _place(_content(digests, files), last, day)
    record = {
        "serial": serial,
        "date": date.isoformat(),
        "previous": previous,
        "editions": digests,
        "files": dict(sorted(files.items())),
    }
    yield Output(MANIFEST, f"{json.dumps(record, ensure_ascii=False, indent=1)}\n".encode())


def _place(content: str, last: LastManifest | None, day: dt.date) -> tuple[int, dt.date, str | None]:
    """Return serial, date and the manifest before, for a site with this *content*."""
    if last is None:
        return 1, day, None
    if last.content == content:
        return last.serial, last.date, last.previous
    return last.serial + 1, day, last.sha256


def _content(digests: object, files: Mapping[str, str]) -> str:
    return _sha256(json.dumps([digests, files], sort_keys=True).encode())


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def read_manifest(data: bytes, shown: str = MANIFEST) -> Manifest:
    """Return the manifest that *data* is, or raise `ChronicleError` with a sentence about the file *shown*."""
    match _record(data):
        case {"editions": list(digests), "files": dict(files), **rest} if _are_digests(
            digests
        ) and _are_hashes(files):
            last = _last({**rest, "content": _content(digests, files), "sha256": _sha256(data)})
            if last and len(rest) == 3:
                return Manifest(last=last, files=files)
    msg = f"{shown}: is no manifest of a site, or a part of one: take the whole file again"
    raise ChronicleError(msg)


def last_of(manifest: bytes) -> LastManifest:
    """Return what is kept of a published *manifest*; raises `ChronicleError` where it is none."""
    return read_manifest(manifest).last


def read_last(file: SeedFile | None) -> LastManifest | None:
    """Return what seeds/published/site.jsonl says; None where there is no such *file*."""
    if file is None:
        return None
    if last := _last(_record(file.text.encode())):
        return last
    msg = f"{file.path}:1: is not as the build wrote it: take it back as it was, or the next site will look forged"
    raise ChronicleError(msg)


def last_text(last: LastManifest) -> str:
    """Return *last* as the text of seeds/published/site.jsonl: one line."""
    return f"{json.dumps({**asdict(last), 'date': last.date.isoformat()})}\n"


def _record(data: bytes) -> object:
    """Return the JSON value that *data* is; None where it is none, or where a key stands twice."""
    try:
        return json.loads(data.decode(), object_pairs_hook=_keyed)
    except (ValueError, RecursionError):
        return None


def _keyed(pairs: list[tuple[str, object]]) -> dict[str, object]:
    record = dict(pairs)
    if len(record) < len(pairs):
        raise ValueError
    return record


def _last(record: object) -> LastManifest | None:
    """Return *record* as what is kept of a manifest; only the first manifest has none before it."""
    if not isinstance(record, dict) or len(record) != 5:
        return None
    match record:
        case {
            "serial": int(serial),
            "date": str(date),
            "previous": previous,
            "content": content,
            "sha256": sha256,
        }:
            hashes = {"content": content, "sha256": sha256, **({} if serial == 1 else {"previous": previous})}
            day = iso_day(date)
            fits = serial > 1 or (serial == 1 and serial is not True and previous is None)
            if day and fits and _are_hashes(hashes):
                return LastManifest(
                    serial=serial, date=day, previous=previous, content=content, sha256=sha256
                )
    return None


def _are_hashes(hashes: Mapping[str, object]) -> bool:
    return all(isinstance(one, str) and _HASH.fullmatch(one) for one in hashes.values())


def _are_digests(digests: Iterable[object]) -> bool:
    return all(isinstance(one, dict) and one.keys() == {"id", "file", "sha256"} for one in digests)
