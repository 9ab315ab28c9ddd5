"""The calls that change the disk: paths and bytes in; each is done, or raises `OSError` with the path it was about."""

from __future__ import annotations

import ctypes
import errno
import functools
import hashlib
import os
import re
import shutil
import stat
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from chronicle.findings import ChronicleError
from chronicle.manifest import MARKER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# `index.html`, `feed.xml`, `_headers`: no capitals, no point at the end
_PART: Final = re.compile(r"[a-z0-9._-]{0,199}[a-z0-9_-]")
# names that some systems keep for devices
_DEVICE: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?")
# bytes of a file that are compared at once
_CHUNK: Final = 2**20
# of linux/fs.h and fcntl.h
_RENAME_EXCHANGE: Final = 2
_AT_FDCWD: Final = -100
#: the mode of a plain file that all may read
_PLAIN: Final = stat.S_IFREG | 0o644
#: what a system says that cannot exchange two folders
_CANNOT: Final = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP})


def check_path(path: str) -> None:
    """Raise `ChronicleError` for a path that leaves its folder, or that some system cannot hold."""
    parts = path.split("/")
    if len(path) > 1000 or not all(_PART.fullmatch(part) and not _DEVICE.fullmatch(part) for part in parts):
        msg = f"{path!r}: is no address for a file: use a-z, 0-9, point and hyphen, and no name kept for devices"
        raise ChronicleError(msg)


def make_folder(folder: Path) -> None:
    """Make the new *folder*, for everyone to read."""
    folder.mkdir()
    folder.chmod(0o755)


def write_file(path: Path, data: bytes, mode: int, *, goes_on: bool = False) -> None:
    """Write *data* as the new file *path* with the rights *mode*; or at the end of the one that *goes_on*."""
    with _about(path):
        how = os.O_APPEND if goes_on else os.O_CREAT | os.O_EXCL
        number = os.open(path, os.O_WRONLY | how | os.O_NOFOLLOW, 0o600)
        try:
            left = memoryview(data)
            while left:
                left = left[os.write(number, left) :]
            os.fchmod(number, mode)
        finally:
            os.close(number)


def link_same(path: Path, data: bytes, before: Path) -> bool:
    """Make *path* another name of the file *before* where that holds *data* and may be read by all; else return False."""
    try:
        state = before.lstat()
        same = state.st_mode == _PLAIN and state.st_size == len(data) and before.read_bytes() == data
        if same:
            os.link(before, path)
    except OSError:
        # No file there, or a disk without second names: it is written.
        return False
    return same


def keep_time(path: Path, before: Path) -> None:
    """Give the file *path* the time of *before* where the bytes of both are the same."""
    if before.is_file() and not before.is_symlink() and _same(path, before):
        state = before.stat()
        os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))


def _same(one: Path, other: Path) -> bool:
    """Tell whether two files hold the same bytes; neither is ever held whole."""
    with one.open("rb") as first, other.open("rb") as second:
        pairs = iter(lambda: (first.read(_CHUNK), second.read(_CHUNK)), (b"", b""))
        return all(a == b for a, b in pairs)


def read_file(path: Path) -> bytes:
    """Return the bytes of a plain file; raise `ChronicleError` where there is none."""
    data = read_plain(path)
    if data is None:
        msg = f"{path}: there is no such file: name the file itself"
        raise ChronicleError(msg)
    return data


def read_plain(path: Path) -> bytes | None:
    """Return the bytes of a plain file; None where there is none."""
    return path.read_bytes() if path.is_file() and not path.is_symlink() else None


def sha256_of(path: Path) -> str | None:
    """Return the SHA-256 of a plain file; None where there is none."""
    data = read_plain(path)
    return None if data is None else hashlib.sha256(data).hexdigest()


def fsync(path: Path) -> None:
    """Return when the file or folder *path* is on the disk."""
    with _about(path):
        number = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def fsync_tree(folder: Path) -> None:
    """Return when *folder* and everything in it is on the disk."""
    # One call for all is quick, but only the calls for each tell of errors.
    os.sync()
    for path in (*folder.rglob("*"), folder):
        fsync(path)


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change names in one step that cannot be half done; False where the system cannot do that."""
    call = _renameat2()
    if call is None:
        return False
    if call(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(other))


@functools.cache
def _renameat2() -> Callable[[int, bytes, int, bytes, int], int] | None:
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is not None:
        call.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint)
    return call


def is_ours(folder: Path) -> bool:
    """Tell whether *folder* is free to use, empty, or a site of ours."""
    if not folder.exists():
        return True
    return folder.is_dir() and (not any(folder.iterdir()) or (folder / MARKER).is_file())


def remove_site(folder: Path) -> None:
    """Remove *folder* if it is a site of ours; raise `ChronicleError` where something else stands there."""
    if not folder.exists() and not folder.is_symlink():
        return
    if not is_ours(folder) or folder.is_symlink():
        raise not_ours(folder)
    # The marker goes last, so that a run killed meanwhile leaves a folder that is still known as ours.
    for entry in folder.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry.name != MARKER:
            entry.unlink()
    (folder / MARKER).unlink(missing_ok=True)
    folder.rmdir()


def not_ours(path: Path) -> ChronicleError:
    """Return the error that *path* is in the way."""
    return ChronicleError(f"{path}: stands where the build works and is not its own: move it away")


@contextmanager
def _about(path: Path) -> Iterator[None]:
    """Let an error of a call that knows only a number name the *path*."""
    try:
        yield
    except OSError as error:
        error.filename = error.filename or str(path)
        raise
