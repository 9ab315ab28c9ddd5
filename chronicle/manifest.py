"""The files of a site -> data/manifest.json, which lists them all; a copy of a site -> whether it is whole and unaltered.

The manifest holds serial, date, the SHA-256 of the manifest before it, the digests and their SHA-256, and for every
file of the site but itself and the marker its SHA-256. Whether it is ours, only its signature can say.
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
#: sentences about single files of one copy; more are only counted
MOST_SHOWN: Final = 20

_EVENTS: Final = "data/events.json"
# Hosts read these and do not hand them out: a copy taken from the web has none of them.
_FOR_HOSTS: Final = frozenset({"_headers", "_redirects", ".nojekyll"})
_HASH: Final = re.compile(r"[0-9a-f]{64}")
# The page of an event lasts; it is there even when the event was withdrawn or its words were taken out.
_EVENT_PAGE: Final = re.compile(r"events/[0-9]{4}-[0-9]{2}/[0-9a-z]+/index\.html")
# What no manifest lists, and the form it has.
_UNLISTED: Final = {
    MANIFEST: re.compile(rb"(?s:.*)"),
    MARKER: re.compile(re.escape(MARKER_TEXT)),
    SIGNATURE: re.compile(
        rb"untrusted comment: [^\n]{0,999}\n[\w+/=]{1,999}\ntrusted comment: [^\n]{0,999}\n[\w+/=]{1,999}\n?"
    ),
}


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is to be said of a copy."""

    #: one sentence
    head: str
    #: what is not as it should be, a sentence each; empty where the copy is whole and unaltered
    wrong: tuple[str, ...] = ()


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


def verify(files: Iterable[Output], known: bytes | None = None) -> Verdict:
    """Return whether *files*, a copy of a site, are those of its own manifest, and what is not.

    *known* is a manifest that the reader had before: with it an older site, one with another past, and an event's
    page that went without a word are found too. Raises `ChronicleError` where *known* is no manifest.
    """
    before = read_manifest(known, "the manifest to compare with") if known is not None else None
    found, kept, wrong = _taken(files)
    if MANIFEST not in kept:
        sentence = f"{MANIFEST}: is missing: this is no copy of a site, or only a part of one"
        return Verdict(head="cannot be checked", wrong=(sentence, *wrong))
    try:
        manifest = read_manifest(kept[MANIFEST])
    except ChronicleError as error:
        return Verdict(head="cannot be checked", wrong=(str(error), *wrong))
    past = _against(manifest, before) if before and known != kept[MANIFEST] else ()
    return _verdict(manifest, kept.get(_EVENTS), (*past, *wrong, *_differences(manifest.files, found)))


def _taken(files: Iterable[Output]) -> tuple[dict[str, str], dict[str, bytes], tuple[str, ...]]:
    """Return the SHA-256 of every file that a manifest lists, the files to look into, and what is odd."""
    found: dict[str, str] = {}
    kept: dict[str, bytes] = {}
    seen: set[str] = set()
    wrong: list[str] = []
    for file in files:
        if file.path in seen:
            wrong.append(f"{file.path}: stands twice in the copy")
        seen.add(file.path)
        if file.path in {MANIFEST, _EVENTS}:
            kept[file.path] = file.data
        if file.path in _UNLISTED:
            if not _UNLISTED[file.path].fullmatch(file.data):
                wrong.append(f"{file.path}: is not as it was published")
        else:
            found[file.path] = _sha256(file.data)
    return found, kept, tuple(wrong)


def _differences(listed: Mapping[str, str], found: Mapping[str, str]) -> Iterator[str]:
    """Yield a sentence for each file that is missing, altered or added, in order of path."""
    home = {sha256: path for path, sha256 in sorted(listed.items(), reverse=True)}
    added = {path: found[path] for path in sorted(found.keys() - listed.keys())}
    renamed = {sha256: path for path, sha256 in added.items()}
    told = set()
    for path, sha256 in sorted(listed.items()):
        if path not in found and sha256 in renamed:
            told.add(renamed[sha256])
            yield f"{path}: is missing: it stands under another name, {renamed[sha256]}"
        elif path not in found and path not in _FOR_HOSTS:
            yield f"{path}: is missing"
        elif path in found and found[path] != sha256:
            other = home.get(found[path])
            yield f"{path}: is not as it was published" + (
                f": it holds what belongs to {other}" if other else ""
            )
    yield from (f"{path}: does not belong to the site" for path in added if path not in told)


def _against(manifest: Manifest, before: Manifest) -> Iterator[str]:
    """Yield what does not follow from the manifest *before*, which differs from this one."""
    now, then = manifest.last, before.last
    if now.serial < then.serial:
        yield f"{MANIFEST}: is older than the manifest to compare with, which is serial {then.serial} of {then.date}"
    elif now.serial == then.serial:
        yield f"{MANIFEST}: is another than the manifest to compare with, though its serial is the same"
    elif now.serial == then.serial + 1 and now.previous != then.sha256:
        yield f"{MANIFEST}: does not follow the manifest to compare with, though its serial is the next"
    if now.serial > then.serial:
        gone = sorted(before.files.keys() - manifest.files.keys())
        yield from (
            f"{path}: was published before, and is gone" for path in gone if _EVENT_PAGE.fullmatch(path)
        )


def _verdict(manifest: Manifest, events: bytes | None, wrong: tuple[str, ...]) -> Verdict:
    last = manifest.last
    of = f"serial {last.serial} of {last.date}"
    if wrong:
        head = f"not complete, or altered: {_count(len(wrong), 'difference')} from {of}"
        more = (f"and {len(wrong) - MOST_SHOWN} more",) if len(wrong) > MOST_SHOWN else ()
        return Verdict(head=head, wrong=wrong[:MOST_SHOWN] + more)
    records = _record(events or b"")
    number = f", {_count(len(records), 'event')}" if isinstance(records, list) else ""
    return Verdict(head=f"complete and unaltered: {_count(len(manifest.files) + 1, 'file')}{number}, {of}")


def _count(number: int, one: str) -> str:
    return f"{number} {one}{'' if number == 1 else 's'}"
