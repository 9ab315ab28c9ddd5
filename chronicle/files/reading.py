"""Folders an editor fills -> their text and bytes; links, pipes and files too large are refused, all at once."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Final

from chronicle.encoding import LARGEST_FILE, decode, tidied
from chronicle.files.state import committed
from chronicle.findings import ChronicleError
from chronicle.model import Output
from chronicle.seeds import SeedFile, Seeds, gather, name_mistakes, static_mistakes

if TYPE_CHECKING:
    from collections.abc import Iterable

#: files in one folder tree, and folders in folders
_MOST_FILES: Final = 10_000
_DEEPEST: Final = 10


def read_seeds(folder: Path) -> Seeds:
    """Return everything in the seeds *folder*; every mistake of every file is in one `ChronicleError`.

    What a build that was cut off has published, but not yet put in place, is read as if it stood there.
    """
    if not folder.is_dir():
        msg = f"{folder}: there is no such folder: name the folder of the seeds with --seeds"
        raise ChronicleError(msg)
    place = folder.resolve()
    paths, odd = _listed(folder, place.name)
    for name, path in committed(place).items():
        paths.pop(f"{place.name}/{name}", None)
        paths |= {f"{place.name}/{name}": path} if path else {}
    wrong = [*odd, *name_mistakes(paths)]
    files: list[SeedFile] = []
    for shown, path in paths.items():
        if Path(shown).suffix in {".txt", ".yaml", ".md", ".csv", ".jsonl"}:
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
    name = Path(shown)
    digest = name.suffix == ".txt"
    text, mistakes = decode(data, shown, digest=digest)
    text, unseen = tidied(text) if digest else (text, ())
    if not (wrong or mistakes or text.strip() or name.suffix in {".yaml", ".csv", ".jsonl"}):
        mistakes = (f"{shown}: is empty: put the text in it, or remove the file",)
    file = SeedFile(
        path=shown, name=name.name, text=text, sha256=hashlib.sha256(data).hexdigest(), unseen=unseen
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
