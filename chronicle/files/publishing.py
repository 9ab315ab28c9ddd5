"""`Output`s -> a published folder, in the place of the one before, together with what is remembered of it.

A site is written whole to ``.NAME.new`` beside the folder NAME, and what is to be remembered to ``seeds/.pending``.
Then ``.NAME.new`` and NAME change names, in one step of the system: that is the moment of publication. After it the
remembered files are moved into place and the old site is removed; before it, whatever stops the run, nothing has
happened. The next run finishes or clears what was left. A system that cannot exchange folders takes two steps, NAME to
``.NAME.old`` and ``.NAME.new`` to NAME; a run killed between them leaves no NAME, and the next one puts it back.

``.NAME.lock`` and the seeds folder are locked meanwhile. Every folder of ours holds the file `MARKER`; a folder
without it is never replaced or removed.
"""

from __future__ import annotations

import hashlib
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from chronicle.files import disk
from chronicle.files.locks import seeds_held, site_held
from chronicle.files.state import prepare, settle
from chronicle.findings import ChronicleError
from chronicle.manifest import MANIFEST, MARKER, MARKER_TEXT, read_manifest

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from chronicle.model import Output
    from chronicle.seeds import SeedFile

_NEW: Final = "new"
_OLD: Final = "old"


def check_out(out: Path, kept: Iterable[Path], sources: Iterable[Path]) -> None:
    """Raise `ChronicleError` where *out* may not be replaced.

    That is where it is a link or not ours, where it is or holds one of *kept* or *sources*, or lies in one of *sources*.
    """
    if out.is_symlink():
        msg = f"{out}: is a link: name the folder itself with --out"
        raise ChronicleError(msg)
    place, inner = out.resolve(), [folder.resolve() for folder in sources]
    held = [folder.resolve().is_relative_to(place) for folder in (*kept, *inner, Path(place.anchor))]
    if any(held) or any(place.is_relative_to(folder) for folder in inner):
        msg = f"{out}: a build must not replace this folder, or what lies in it: name another one with --out"
        raise ChronicleError(msg)
    if not disk.is_ours(place):
        msg = f"{out}: is no site that this program built ({MARKER} is missing): name a new folder with --out"
        raise ChronicleError(msg)


def write_site(outputs: Iterable[Output], out: Path) -> int:
    """Publish *outputs* as the folder *out*, whole or not at all, and return how many files it has.

    Whatever *outputs* raises passes through, and the old site stays. Files whose bytes are unchanged keep their time.
    """
    return _publish(outputs, out.resolve(), None, lambda _: {}, None)


def publish(
    outputs: Iterable[Output],
    out: Path,
    seeds: Path,
    state: Callable[[bytes], Mapping[str, str | None]],
    read: Collection[SeedFile] | None = None,
) -> int:
    """Publish *outputs* as the folder *out*, and with it, or not at all, what is to be remembered in *seeds*.

    *state* is asked when all *outputs* are written; it is given the bytes of their manifest and returns texts by
    path in the seeds folder ('ledger.csv' -> text; None removes the file). *read* is what was read of them before:
    where one is no longer so, `ChronicleError` is raised, and nobody's edit is lost. Returns how many files the site has.
    """
    return _publish(outputs, out.resolve(), seeds.resolve(), state, read)


@contextmanager
def building(out: Path, seeds: Path | None = None) -> Iterator[None]:
    """Hold the locks of both folders, from reading what was published to publishing, with what was cut off mended.

    Raises `ChronicleError` where another run is at work on either.
    """
    out = out.resolve()
    out.parent.mkdir(parents=True, exist_ok=True)
    with ExitStack() as locks:
        if seeds is not None:
            locks.enter_context(seeds_held(seeds))
        locks.enter_context(site_held(out))
        _mend(out, seeds)
        yield


def recover(out: Path, seeds: Path | None = None) -> None:
    """Finish or clear what a run that was cut off has left of the site *out* and of *seeds*."""
    with building(out, seeds):
        pass


def published_paths(out: Path) -> frozenset[str]:
    """Return the paths of the site that stands in *out*, as its manifest lists them, or as they are; none without a site."""
    if not (out / MARKER).is_file():
        return frozenset()
    try:
        return frozenset(read_manifest(disk.read_plain(out / MANIFEST) or b"").files)
    except ChronicleError:
        there = (path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file())
        return frozenset(there) - {MARKER, MANIFEST}


def _publish(
    outputs: Iterable[Output],
    out: Path,
    seeds: Path | None,
    state: Callable[[bytes], Mapping[str, str | None]],
    read: Collection[SeedFile] | None,
) -> int:
    with building(out, seeds):
        if not disk.is_ours(out):
            raise disk.not_ours(out)
        try:
            count, manifest = _write_all(outputs, _beside(out, _NEW), out)
            disk.fsync_tree(_beside(out, _NEW))
            if seeds is not None:
                _prepare(seeds, state(manifest), read, manifest, out)
            _swap(out)
        finally:
            # Published or not is seen from what stands: what cannot be tidied now is tidied by the next run.
            with suppress(OSError):
                disk.fsync(out.parent)
                _mend(out, seeds)
        return count


def _prepare(
    seeds: Path,
    texts: Mapping[str, str | None],
    read: Collection[SeedFile] | None,
    manifest: bytes,
    out: Path,
) -> None:
    if texts and not manifest:
        msg = f"there is no {MANIFEST} among the outputs: what is remembered would belong to no site"
        raise ValueError(msg)
    before = {file.path.partition("/")[2]: file.sha256 for file in read or ()}
    for path in texts:
        if read is not None and disk.sha256_of(seeds / path) != before.get(path):
            msg = f"{seeds / path}: was changed while the site was built: build again"
            raise ChronicleError(msg)
    prepare(seeds, texts, hashlib.sha256(manifest).hexdigest(), str(out))


def _mend(out: Path, seeds: Path | None) -> None:
    if not out.exists() and (_beside(out, _OLD) / MARKER).is_file():
        _beside(out, _OLD).rename(out)
    if seeds is not None:
        settle(seeds.resolve(), out)
    disk.remove_site(_beside(out, _NEW))
    disk.remove_site(_beside(out, _OLD))


def _beside(out: Path, word: str) -> Path:
    return out.with_name(f".{out.name}.{word}")


def _write_all(outputs: Iterable[Output], stage: Path, old: Path) -> tuple[int, bytes]:
    """Write *outputs* to the folder *stage*; return how many they are, and the bytes of the manifest among them."""
    disk.make_folder(stage)
    _write(stage / MARKER, MARKER_TEXT, old / MARKER)
    seen: set[str] = {MARKER}
    folders: set[Path] = set()
    grown: dict[str, None] = {}
    manifest = b""
    for output in outputs:
        if output.goes_on:
            disk.write_file(stage / output.path, output.data, 0o644, goes_on=True)
            grown[output.path] = None
            continue
        _check(output.path, seen)
        seen.add(output.path)
        for folder in reversed(Path(output.path).parents[:-1]):
            if folder not in folders:
                disk.make_folder(stage / folder)
                folders.add(folder)
        _write(stage / output.path, output.data, old / output.path)
        manifest = output.data if output.path == MANIFEST else manifest
    for path in grown:
        disk.keep_time(stage / path, old / path)
    return len(seen) - 1, manifest


def _check(path: str, seen: set[str]) -> None:
    """Raise `ChronicleError` for a path that no file of the site may have, or that another one has."""
    if path in seen:
        msg = f"{path!r}: two files of the site want this address: give one of them another id"
        raise ChronicleError(msg)
    disk.check_path(path)


def _write(path: Path, data: bytes, before: Path) -> None:
    """Make the new file *path* of *data*: where *before* is the same, it goes on, with its time, under both names."""
    if not disk.link_same(path, data, before):
        disk.write_file(path, data, 0o644)


def _swap(out: Path) -> None:
    """Put the new site in the place of *out*."""
    new = _beside(out, _NEW)
    if out.exists() and disk.exchange(new, out):
        return
    if out.exists():
        out.rename(_beside(out, _OLD))
    new.rename(out)
