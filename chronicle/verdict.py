"""A copy of a site, file by file -> whether it is whole and unaltered, by its own manifest; its archive too, member by member."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from chronicle import urls
from chronicle.findings import ChronicleError
from chronicle.manifest import MANIFEST, MARKER, MARKER_TEXT, SIGNATURE, Manifest, read_manifest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from chronicle.model import Output

#: sentences about single files of one copy; more are only counted
MOST_SHOWN: Final = 20

#: before the path of what stands in the archive that lies in a copy: 'chronicle.zip/index.html'
PACKED: Final = f"{urls.ARCHIVE}/"

# Hosts read these and do not hand them out: a copy taken from the web has none of them.
_FOR_HOSTS: Final = frozenset({"_headers", "_redirects", ".nojekyll"})
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
class Verdict:
    """What is to be said of a copy."""

    #: one sentence
    head: str
    #: what is not as it should be, a sentence each; empty where the copy is whole and unaltered
    wrong: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Copy:
    """What was found in a copy."""

    #: SHA-256 of every file that a manifest lists
    found: dict[str, str] = field(default_factory=dict)
    #: SHA-256 of every member of its archive; empty where it has none
    packed: dict[str, str] = field(default_factory=dict)
    #: the files to look into
    kept: dict[str, bytes] = field(default_factory=dict)
    #: what is odd in it
    wrong: list[str] = field(default_factory=list)


def verify(files: Iterable[Output], known: bytes | None = None) -> Verdict:
    """Return whether *files*, a copy of a site, are those of its own manifest, and what is not.

    *known* is a manifest that the reader had before: with it an older site, one with another past, and an event's
    page that went without a word are found too. Raises `ChronicleError` where *known* is no manifest.
    """
    before = read_manifest(known, "the manifest to compare with") if known is not None else None
    copy = _taken(files)
    if MANIFEST not in copy.kept:
        sentence = f"{MANIFEST}: is missing: this is no copy of a site, or only a part of one"
        return Verdict(head="cannot be checked", wrong=(sentence, *copy.wrong))
    try:
        manifest = read_manifest(copy.kept[MANIFEST])
    except ChronicleError as error:
        return Verdict(head="cannot be checked", wrong=(str(error), *copy.wrong))
    past = _against(manifest, before) if before and known != copy.kept[MANIFEST] else ()
    wrong = (*past, *copy.wrong, *_differences(manifest.files, copy.found), *_packed(manifest, copy))
    return _verdict(manifest, copy, wrong)


def _taken(files: Iterable[Output]) -> _Copy:
    copy = _Copy()
    seen: set[str] = set()
    for file in files:
        path = file.path.removeprefix(PACKED)
        if file.path in seen:
            copy.wrong.append(f"{_shown(file.path)}: stands twice in the copy")
        seen.add(file.path)
        if file.path in {MANIFEST, urls.EVENTS_JSON}:
            copy.kept[file.path] = file.data
        if path in _UNLISTED and not _UNLISTED[path].fullmatch(file.data):
            copy.wrong.append(f"{_shown(file.path)}: is not as it was published")
        if path != file.path:
            copy.packed[path] = _sha256(file.data)
        elif path not in _UNLISTED:
            copy.found[path] = _sha256(file.data)
    return copy


def _packed(manifest: Manifest, copy: _Copy) -> Iterator[str]:
    """Yield what the archive in a copy lacks, adds or alters: it holds the files of the manifest, and the manifest."""
    if not copy.packed:
        return
    if copy.packed.get(MANIFEST) != manifest.last.sha256:
        yield f"{urls.ARCHIVE}: is of another build than the rest: its manifest is missing, or another one"
    members = {path: sha256 for path, sha256 in copy.packed.items() if path not in _UNLISTED}
    yield from (f"{urls.ARCHIVE}: {told}" for told in _differences(manifest.files, members))


def _shown(path: str) -> str:
    """'chronicle.zip/index.html' -> 'chronicle.zip: index.html'."""
    return path.replace(PACKED, f"{urls.ARCHIVE}: ", 1) if path.startswith(PACKED) else path


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
        elif path not in found and not _may_be_missing(path):
            yield f"{path}: is missing"
        elif path in found and found[path] != sha256:
            other = home.get(found[path])
            yield f"{path}: is not as it was published" + (
                f": it holds what belongs to {other}" if other else ""
            )
    yield from (f"{path}: does not belong to the site" for path in added if path not in told)


def _may_be_missing(path: str) -> bool:
    """Tell whether a copy is whole without *path*: what is for hosts, and pictures that only links from elsewhere show."""
    return path in _FOR_HOSTS or urls.is_card(path)


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


def _verdict(manifest: Manifest, copy: _Copy, wrong: tuple[str, ...]) -> Verdict:
    last = manifest.last
    of = f"serial {last.serial} of {last.date}"
    if wrong:
        head = f"not complete, or altered: {_count(len(wrong), 'difference')} from {of}"
        more = (f"and {len(wrong) - MOST_SHOWN} more",) if len(wrong) > MOST_SHOWN else ()
        return Verdict(head=head, wrong=wrong[:MOST_SHOWN] + more)
    records = _records(copy.kept.get(urls.EVENTS_JSON, b""))
    number = "" if records is None else f", {_count(records, 'event')}"
    archive = f"; {urls.ARCHIVE} holds the same" if copy.packed else ""
    head = f"complete and unaltered: {_count(len(manifest.files) + 1, 'file')}{number}, {of}{archive}"
    return Verdict(head=head)


def _records(data: bytes) -> int | None:
    """Return how many records a JSON list has; None where *data* are none."""
    try:
        record = json.loads(data.decode())
    except (ValueError, RecursionError):
        return None
    return len(record) if isinstance(record, list) else None


def _count(number: int, one: str) -> str:
    return f"{number} {one}{'' if number == 1 else 's'}"


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
