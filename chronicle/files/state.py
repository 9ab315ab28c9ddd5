"""What is remembered of a published site -> files of the seeds folder, all of them or none, together with the site.

The new texts are written whole to ``seeds/.pending``, with what they belong to. They are in force from the moment at
which that is so: for a build, when the site whose manifest they name stands in its place; for an editor's command,
at once. Whoever reads the seeds sees them from then on; the next run that may write moves them into place. What
belongs to a site that never came to stand is dropped.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from chronicle.files.disk import check_path, fsync, not_ours, sha256_of, write_file
from chronicle.files.locks import seeds_held
from chronicle.findings import ChronicleError
from chronicle.manifest import MANIFEST

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PENDING: Final = ".pending"
_UNFINISHED: Final = ".pending.new"
_COMMIT: Final = "commit.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """One file of the seeds folder that changes."""

    #: 'published/2022-12.jsonl'
    path: str
    #: the file in .pending that takes its place: '0'
    name: str
    #: SHA-256 of what stands there before and after; None where there is no file
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pending:
    """What is to be done, and what makes it so."""

    #: SHA-256 of the manifest that the files belong to; None: they are in force at once
    manifest: str | None
    #: the published folder
    site: str
    steps: tuple[_Step, ...]


def write_state(seeds: Path, texts: Mapping[str, str | None]) -> None:
    """Write *texts* ('ledger.csv' -> text; None removes the file) into the *seeds* folder, all of them or none."""
    with seeds_held(seeds):
        seeds = seeds.resolve()
        settle(seeds)
        try:
            prepare(seeds, texts)
        finally:
            # What is in force, but cannot be moved into place now, is moved by the next run.
            with suppress(OSError):
                settle(seeds)


def prepare(
    seeds: Path, texts: Mapping[str, str | None], manifest: str | None = None, site: str = ""
) -> None:
    """Write what changes by *texts* to ``.pending``, in force when *site* has the manifest with SHA-256 *manifest*.

    Without a *manifest* it is in force at once. Where nothing changes nothing is touched.
    """
    steps = tuple(_steps(seeds, texts))
    if not steps:
        return
    for step in steps:
        _check_folder((seeds / step.path).parent)
    folder = seeds / _UNFINISHED
    folder.mkdir(0o700)
    record = json.dumps(asdict(_Pending(manifest=manifest, site=site, steps=steps)), indent=1)
    contents = {step.name: texts[step.path] or "" for step in steps if step.after} | {_COMMIT: f"{record}\n"}
    for name, text in contents.items():
        write_file(folder / name, text.encode(), _mode(seeds, steps, name))
        fsync(folder / name)
    fsync(folder)
    folder.rename(seeds / _PENDING)
    fsync(seeds)


def settle(seeds: Path, *sites: Path) -> None:
    """Move into place what is in force, drop what is not; *sites* is where else the published folder may stand."""
    _discard(seeds / _UNFINISHED)
    pending = _read_pending(seeds)
    if pending and _in_force(pending, *sites):
        for site in _standing(pending, *sites):
            fsync(site.parent)
        for step in _open_steps(seeds, pending):
            _check_folder((seeds / step.path).parent)
            if step.after is None:
                (seeds / step.path).unlink()
            else:
                (seeds / _PENDING / step.name).rename(seeds / step.path)
        for folder in {(seeds / step.path).parent for step in pending.steps}:
            fsync(folder)
    _discard(seeds / _PENDING)


def committed(seeds: Path) -> dict[str, Path | None]:
    """Return what is in force, but not yet in place: path -> where it can be read, None where the file is to go."""
    pending = _read_pending(seeds)
    if pending is None or not _in_force(pending):
        return {}
    return {
        step.path: None if step.after is None else seeds / _PENDING / step.name
        for step in _open_steps(seeds, pending)
    }


def _steps(seeds: Path, texts: Mapping[str, str | None]) -> Iterator[_Step]:
    for number, (path, text) in enumerate(texts.items()):
        check_path(path)
        before = sha256_of(seeds / path)
        after = None if text is None else hashlib.sha256(text.encode()).hexdigest()
        if before != after:
            yield _Step(path=path, name=str(number), before=before, after=after)


def _check_folder(folder: Path) -> None:
    """Make *folder* where there is none; raise where nothing could be moved there later."""
    folder.mkdir(exist_ok=True)
    if folder.is_symlink():
        msg = f"{folder}: is a link: put the folder itself there"
        raise ChronicleError(msg)
    if not os.access(folder, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))


def _mode(seeds: Path, steps: tuple[_Step, ...], name: str) -> int:
    """Return the rights of the file that *name* takes the place of; a new one is its owner's to write, like the seeds'."""
    for step in steps:
        if step.name == name and step.before:
            return (seeds / step.path).stat().st_mode & 0o777
    return seeds.stat().st_mode & 0o666


def _read_pending(seeds: Path) -> _Pending | None:
    path = seeds / _PENDING / _COMMIT
    try:
        record = json.loads(path.read_bytes())
        steps = tuple(_Step(**step) for step in record["steps"])
        for step in steps:
            check_path(step.path)
        return _Pending(manifest=record["manifest"], site=record["site"], steps=steps)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (ChronicleError, ValueError, TypeError, KeyError):
        msg = f"{path}: is not as a build wrote it: remove {path.parent}, and look whether ledger.csv is as it should be"
        raise ChronicleError(msg) from None


def _in_force(pending: _Pending, *sites: Path) -> bool:
    return pending.manifest is None or bool(_standing(pending, *sites))


def _standing(pending: _Pending, *sites: Path) -> list[Path]:
    """Return the folders in which the site stands that *pending* belongs to."""
    places = dict.fromkeys((*sites, *([Path(pending.site)] if pending.site else [])))
    return [site for site in places if pending.manifest and sha256_of(site / MANIFEST) == pending.manifest]


def _open_steps(seeds: Path, pending: _Pending) -> tuple[_Step, ...]:
    """Return the steps that are still to be taken; raise where somebody has changed a file since."""
    there = {step: sha256_of(seeds / step.path) for step in pending.steps}
    for step, sha256 in there.items():
        if sha256 not in {step.before, step.after}:
            msg = (
                f"{seeds / step.path}: was changed after a run that was cut off: compare it with "
                f"{seeds / _PENDING / step.name}, put into it what is right, and remove {seeds / _PENDING}"
            )
            raise ChronicleError(msg)
    return tuple(step for step, sha256 in there.items() if sha256 != step.after)


def _discard(folder: Path) -> None:
    """Remove one of our two folders; what says that it is in force goes first."""
    if not folder.exists() and not folder.is_symlink():
        return
    if folder.is_symlink() or not folder.is_dir():
        raise not_ours(folder)
    (folder / _COMMIT).unlink(missing_ok=True)
    for path in folder.iterdir():
        if not path.name.isdecimal():
            raise not_ours(folder)
        path.unlink()
    folder.rmdir()
