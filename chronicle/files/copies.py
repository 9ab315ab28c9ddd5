"""A copy of a site, a folder or a ZIP archive -> its files, one by one; nothing is unpacked to the disk."""

from __future__ import annotations

import os
import re
import stat
import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from chronicle import urls
from chronicle.findings import ChronicleError
from chronicle.manifest import MANIFEST
from chronicle.model import Output
from chronicle.verdict import MOST_SHOWN, PACKED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: files in one copy
_MOST_FILES: Final = 200_000
#: bytes of one file, and of all
_LARGEST: Final = 500_000_000
_LARGEST_ALL: Final = 4_000_000_000
#: how much smaller than its contents a file in an archive can be; deflate reaches 1032
_RATIO: Final = 1_100
# 'C:', as some systems begin a path
_DRIVE: Final = re.compile(r"[A-Za-z]:")


def read_site(path: Path) -> Iterator[Output]:
    """Yield the files of the copy *path*; those of an archive in one folder are given without it.

    Where the copy holds the site's archive, its members come in its place: 'chronicle.zip/index.html'. Raises `ChronicleError` where it is neither folder nor archive, and for what no copy of a site holds: links, pipes,
    files too large, names that lead elsewhere, encryption.
    """
    if path.is_dir():
        yield from _folder(path)
    elif path.is_file():
        yield from _archive(path)
    else:
        msg = f"{path}: there is no such folder or archive: name the copy of the site"
        raise ChronicleError(msg)


def _folder(folder: Path) -> Iterator[Output]:
    paths = list(_walked(folder, ""))
    if len(paths) > _MOST_FILES:
        raise _too_much(folder)
    _refuse(_odd_entry(name, entry) for name, entry in paths)
    for name, entry in paths:
        if name == urls.ARCHIVE:
            yield from _packed(_archive(Path(entry.path), alone=False))
        else:
            yield Output(name, Path(entry.path).read_bytes())


def _walked(folder: Path | str, above: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield everything below *folder* but plain folders, with its path, in order."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_dir(follow_symlinks=False):
            yield from _walked(entry.path, f"{above}{entry.name}/")
        else:
            yield f"{above}{entry.name}", entry


def _odd_entry(name: str, entry: os.DirEntry[str]) -> str:
    if not entry.is_file(follow_symlinks=False):
        return f"{_shown(name)}: is a link or no plain file: no copy of a site holds one"
    if name != urls.ARCHIVE and entry.stat(follow_symlinks=False).st_size > _LARGEST:
        return f"{_shown(name)}: is larger than {_LARGEST // 1_000_000} MB: no file of a site is"
    return ""


def _archive(path: Path, within: bytes | None = None, *, alone: bool = True) -> Iterator[Output]:
    """Yield the files of the archive *path*, or of the one *within* it; where it is the copy *alone*, those of both."""
    try:
        with zipfile.ZipFile(path if within is None else BytesIO(within)) as archive:
            members = [member for member in archive.infolist() if not _is_folder(member)]
            _check_sizes(path, members, path.stat().st_size if within is None else len(within))
            _refuse(map(_odd_member, members))
            inner = _inner([member.filename for member in members])
            for member in members:
                name = member.filename.removeprefix(inner)
                if name == urls.ARCHIVE and alone:
                    yield from _packed(_archive(path, archive.read(member), alone=False))
                else:
                    yield Output(name, archive.read(member))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        msg = f"{path}: is no whole ZIP archive ({error}): take the file again"
        raise ChronicleError(msg) from None


def _packed(members: Iterable[Output]) -> Iterator[Output]:
    return (Output(f"{PACKED}{member.path}", member.data) for member in members)


def _is_folder(member: zipfile.ZipInfo) -> bool:
    return member.filename.endswith("/") and member.file_size == 0


def _check_sizes(path: Path, members: list[zipfile.ZipInfo], size: int) -> None:
    """Raise for an archive that would fill the memory: too many files, too large, or parts of it used twice."""
    plain, packed = sum(m.file_size for m in members), sum(m.compress_size for m in members)
    if len(members) > _MOST_FILES or plain > _LARGEST_ALL or packed > size:
        raise _too_much(path)


def _odd_member(member: zipfile.ZipInfo) -> str:
    """Return what is odd about a file of an archive; '' where nothing is."""
    name, shown = member.orig_filename, _shown(member.orig_filename)
    if _DRIVE.match(name) or "\\" in name or "\0" in name or {"", ".", ".."} & set(name.split("/")):
        return f"{shown}: is no name for a file of a site: it leads out of the folder"
    if stat.S_IFMT(member.external_attr >> 16) not in {0, stat.S_IFREG}:
        return f"{shown}: is a link or no plain file: no copy of a site holds one"
    if member.flag_bits & 1:
        return f"{shown}: is encrypted: make an archive without a password"
    if member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        return f"{shown}: is packed in a way that is not read: make an ordinary ZIP archive"
    if member.file_size > min(_LARGEST, member.compress_size * _RATIO):
        return f"{shown}: unpacks to more than a file of a site can be"
    return ""


def _inner(names: list[str]) -> str:
    """Return the one folder that an archive holds everything in, 'site/'; '' where its files stand at the top."""
    first = names[0].partition("/")[0] + "/" if names else ""
    alone = first + MANIFEST in names and all(name.startswith(first) for name in names)
    return first if alone and MANIFEST not in names else ""


def _refuse(sentences: Iterable[str]) -> None:
    """Raise one `ChronicleError` with the first of *sentences*, '' aside."""
    wrong = [sentence for sentence in sentences if sentence]
    if len(wrong) > MOST_SHOWN:
        wrong[MOST_SHOWN:] = [f"and {len(wrong) - MOST_SHOWN} more"]
    if wrong:
        raise ChronicleError("\n".join(wrong))


def _too_much(path: Path) -> ChronicleError:
    return ChronicleError(f"{path}: holds more than a site can: it is no copy of one")


def _shown(name: str) -> str:
    """Return *name* without what is no character."""
    return name.encode(errors="backslashreplace").decode()
