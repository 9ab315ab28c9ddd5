"""The only module that touches the disk: the seeds folder -> `Seeds`, `Output`s -> a published folder.

A site is swapped in whole. It is written to ``.NAME.new`` beside the folder NAME; then NAME becomes ``.NAME.old``,
``.NAME.new`` becomes NAME, and ``.NAME.old`` goes. A run killed between the two renames leaves no NAME: the next run
finds ``.NAME.old``, which is whole, and puts it back. ``.NAME.lock`` is held meanwhile. Every folder of ours holds
the file `MARKER`; a folder without it is never replaced or removed.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import shutil
import stat
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from chronicle.encoding import LARGEST_FILE, decode, tidied
from chronicle.findings import ChronicleError
from chronicle.model import Output
from chronicle.seeds import SeedFile, Seeds, gather, name_mistakes, static_mistakes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: the folder that holds templates/, static/ and, unless told otherwise, seeds/ and public/
ROOT: Final = Path(__file__).resolve().parent.parent.parent
#: the file that makes a folder ours to replace
MARKER: Final = ".chronicle-site"
_MARKER_TEXT: Final = b"The build replaces this folder whole: whatever else is put here is lost.\n"
#: files in one folder tree, and folders in folders
_MOST_FILES: Final = 10_000
_DEEPEST: Final = 10

# `index.html`, `feed.xml`, `_headers`: no capitals, no point at the end
_PART: Final = re.compile(r"[a-z0-9._-]{0,199}[a-z0-9_-]")
# names that some systems keep for devices
_DEVICE: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?")


# ---------------------------------------------------------------- reading


def read_seeds(folder: Path) -> Seeds:
    """Return everything in the seeds *folder*; every mistake of every file is in one `ChronicleError`."""
    if not folder.is_dir():
        msg = f"{folder}: there is no such folder: name the folder of the seeds with --seeds"
        raise ChronicleError(msg)
    paths, odd = _listed(folder, folder.resolve().name)
    wrong = [*odd, *name_mistakes(paths)]
    files: list[SeedFile] = []
    for shown, path in paths.items():
        if path.suffix in {".txt", ".yaml", ".md", ".csv", ".jsonl"}:
            file, mistakes = _read_file(path, shown)
            files.append(file)
            wrong += mistakes
    _refuse(wrong)
    return gather(files)


def read_static(folder: Path) -> tuple[Output, ...]:
    """Return the files of the static *folder*, to be published as they are."""
    paths, odd = _listed(folder, folder.name, hidden=True)
    wrong = list(odd)
    outputs: list[Output] = []
    for shown, path in paths.items():
        data, mistakes = _read_bytes(path, shown)
        wrong += [*mistakes, *static_mistakes(shown, data)]
        outputs.append(Output(shown.partition("/")[2], data))
    _refuse(wrong)
    return tuple(outputs)


def check_templates(folder: Path) -> None:
    """Raise `ChronicleError` where *folder* holds anything but plain files and folders."""
    _refuse(_listed(folder, folder.name)[1])


def _refuse(wrong: Iterable[str]) -> None:
    if sentences := "\n".join(wrong):
        raise ChronicleError(sentences)


def _listed(folder: Path, shown: str, *, hidden: bool = False) -> tuple[dict[str, Path], tuple[str, ...]]:
    """Return the files below *folder* by the name they are shown under, in order, and what is no plain file.

    Files of systems and editing programs ('.DS_Store', 'x.txt~') are passed over unless *hidden*.
    """
    entries = sorted(os.scandir(folder), key=lambda entry: entry.name) if folder.is_dir() else []
    files: dict[str, Path] = {}
    odd: list[str] = []
    for entry in entries:
        name = f"{shown}/{entry.name}"
        if not hidden and (entry.name.startswith((".", "~")) or entry.name.endswith("~")):
            continue
        if entry.is_dir(follow_symlinks=False) and name.count("/") < _DEEPEST:
            below, mistakes = _listed(Path(entry.path), name, hidden=hidden)
            files |= below
            odd += mistakes
        elif entry.is_file(follow_symlinks=False) and len(files) < _MOST_FILES:
            files[name] = Path(entry.path)
        else:
            odd.append(f"{name}: is a link, no plain file, or one too many: put plain files there, and fewer")
    return files, tuple(odd)


def _read_file(path: Path, shown: str) -> tuple[SeedFile, tuple[str, ...]]:
    data, wrong = _read_bytes(path, shown)
    digest = path.suffix == ".txt"
    text, mistakes = decode(data, shown, digest=digest)
    text, unseen = tidied(text) if digest else (text, ())
    if not (wrong or mistakes or text.strip() or path.suffix in {".yaml", ".csv", ".jsonl"}):
        mistakes = (f"{shown}: is empty: put the text in it, or remove the file",)
    file = SeedFile(
        path=shown, name=path.name, text=text, sha256=hashlib.sha256(data).hexdigest(), unseen=unseen
    )
    return file, wrong + mistakes


def _read_bytes(path: Path, shown: str) -> tuple[bytes, tuple[str, ...]]:
    """Return the bytes of a plain file, or why they are not read; never waits, never follows a link."""
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
        state = os.fstat(file.fileno())
        if not stat.S_ISREG(state.st_mode):
            return b"", (f"{shown}: is no plain file: put the file itself there",)
        if state.st_size > LARGEST_FILE:
            return b"", (f"{shown}: is larger than {LARGEST_FILE // 1_000_000} MB: divide it",)
        return file.read(), ()


# ---------------------------------------------------------------- publishing


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
    if not _ours(place):
        msg = f"{out}: is no site that this program built ({MARKER} is missing): name a new folder with --out"
        raise ChronicleError(msg)


def write_site(outputs: Iterable[Output], out: Path) -> int:
    """Publish *outputs* as the folder *out*, whole or not at all, and return how many files it has.

    Whatever *outputs* raises passes through, and the old site stays. Files whose bytes are unchanged keep their time.
    """
    out = out.resolve()
    out.parent.mkdir(parents=True, exist_ok=True)
    stage, old = (out.with_name(f".{out.name}.{word}") for word in ("new", "old"))
    with _locked(out.with_name(f".{out.name}.lock")):
        if not out.exists() and (old / MARKER).is_file():
            old.rename(out)
        _remove(stage)
        _remove(old)
        try:
            count = _write_all(outputs, stage, out)
            os.sync()
            _swap(stage, out, old)
        finally:
            _remove(stage)
        # The new site stands: what cannot be removed now is removed by the next run.
        with suppress(OSError):
            _remove(old)
        return count


def _write_all(outputs: Iterable[Output], stage: Path, old: Path) -> int:
    _make_folder(stage)
    _write(stage / MARKER, _MARKER_TEXT, old / MARKER)
    seen: set[str] = {MARKER}
    folders: set[Path] = set()
    for output in outputs:
        _check_path(output.path, seen)
        seen.add(output.path)
        path = stage / output.path
        for folder in reversed(Path(output.path).parents[:-1]):
            if folder not in folders:
                _make_folder(stage / folder)
                folders.add(folder)
        _write(path, output.data, old / output.path)
    return len(seen) - 1


def _check_path(path: str, seen: set[str]) -> None:
    """Raise `ChronicleError` for a path that leaves the folder, stands twice, or that some system cannot hold."""
    parts = path.split("/")
    if path in seen:
        msg = f"{path!r}: two files of the site want this address: give one of them another id"
        raise ChronicleError(msg)
    if len(path) > 1000 or not all(_PART.fullmatch(part) and not _DEVICE.fullmatch(part) for part in parts):
        msg = f"{path!r}: is no address for a file: use a-z, 0-9, point and hyphen, and no name kept for devices"
        raise ChronicleError(msg)


def _make_folder(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o755)


def _write(path: Path, data: bytes, before: Path) -> None:
    path.write_bytes(data)
    path.chmod(0o644)
    if before.is_file() and not before.is_symlink() and before.stat().st_size == len(data):
        state = before.stat()
        if before.read_bytes() == data:
            os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))


def _swap(stage: Path, out: Path, old: Path) -> None:
    """Put *stage* in the place of *out*, which stays as *old*; where that fails, all is as it was."""
    there = out.exists()
    if there:
        out.rename(old)
    try:
        stage.rename(out)
    except BaseException:
        if there:
            old.rename(out)
        raise


def _ours(folder: Path) -> bool:
    """Tell whether *folder* is free to use, empty, or a site of ours."""
    if not folder.exists():
        return True
    return folder.is_dir() and (not any(folder.iterdir()) or (folder / MARKER).is_file())


def _remove(folder: Path) -> None:
    if not folder.exists():
        return
    if not _ours(folder) or folder.is_symlink():
        msg = f"{folder}: stands where the build works and is not its own: move it away"
        raise ChronicleError(msg)
    # The marker goes last, so that a run killed meanwhile leaves a folder that is still known as ours.
    for entry in folder.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry.name != MARKER:
            entry.unlink()
    (folder / MARKER).unlink(missing_ok=True)
    folder.rmdir()


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold the lock file *path*; raise `ChronicleError` where another run holds it."""
    while True:
        with path.open("ab") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                msg = f"{path}: another build of this site is running: wait until it is done"
                raise ChronicleError(msg) from None
            # The run before may have removed the file between our opening and locking it.
            if path.exists() and path.stat().st_ino == os.fstat(file.fileno()).st_ino:
                try:
                    yield
                finally:
                    path.unlink(missing_ok=True)
                return
