"""A folder -> a lock held on it: of two runs that want one, the second says so and leaves."""

from __future__ import annotations

import fcntl
import functools
import os
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from chronicle.findings import ChronicleError

if TYPE_CHECKING:
    from collections.abc import Iterator

#: the locks that this process holds: path -> number of the open file
_held: dict[Path, int] = {}


@contextmanager
def seeds_held(seeds: Path) -> Iterator[None]:
    """Hold the lock on the folder *seeds*; nothing is written there for it.

    Within a run it may be asked for again. Raises `ChronicleError` where another run holds it, or without a folder.
    """
    if not seeds.is_dir():
        msg = f"{seeds}: there is no such folder: name the folder of the seeds with --seeds"
        raise ChronicleError(msg)
    with _held_at(seeds.resolve(), os.O_RDONLY):
        yield


@contextmanager
def site_held(out: Path) -> Iterator[None]:
    """Hold the lock on the published folder *out*, absolute: the file ``.NAME.lock`` beside it, as long as it is held.

    Within a run it may be asked for again. Raises `ChronicleError` where another run holds it.
    """
    path = out.with_name(f".{out.name}.lock")
    with _held_at(path, os.O_RDWR | os.O_CREAT):
        try:
            yield
        finally:
            # Where the file cannot be removed it stays, and is nobody's.
            with suppress(OSError):
                path.unlink()


@contextmanager
def _held_at(path: Path, flags: int) -> Iterator[None]:
    if path in _held:
        yield
        return
    _leave_children_out()
    number = _locked(path, flags)
    _held[path] = number
    try:
        yield
    finally:
        del _held[path]
        os.close(number)


def _locked(path: Path, flags: int) -> int:
    while True:
        number = os.open(path, flags | os.O_NOFOLLOW, 0o644)
        try:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(number)
            msg = f"{path}: another build of this site is running: wait until it is done"
            raise ChronicleError(msg) from None
        # The run before may have removed the file between our opening and locking it.
        if path.exists() and os.path.samestat(path.stat(), os.fstat(number)):
            return number
        os.close(number)


@functools.cache
def _leave_children_out() -> None:
    """Let processes that this one starts let go of its locks: they may live on when it is killed."""
    os.register_at_fork(after_in_child=_let_go)


def _let_go() -> None:
    for number in _held.values():
        os.close(number)
    _held.clear()
