"""Faults on purpose: the k-th call that changes the disk fails, is interrupted, or is the last that a process makes."""

from __future__ import annotations

import errno
import itertools
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from chronicle.files import disk

#: the calls of the system by which the program changes the disk, or looks at what is there
WATCHED: Final = (
    "open",
    "write",
    "fsync",
    "mkdir",
    "rename",
    "unlink",
    "rmdir",
    "chmod",
    "fchmod",
    "utime",
    "listdir",
    "scandir",
)
ERRORS: Final = (errno.ENOSPC, errno.EIO, errno.EACCES)
#: fail: with an OSError, and only this call; broken: this call and all after it; before, after: Ctrl-C comes before or
#: after it; kill: the process ends, in the middle of the call where it writes
MODES: Final = ("fail", "broken", "before", "after")
KILLED: Final = 9


@contextmanager
def fault(mode: str, step: int, error: int = errno.EIO) -> Iterator[list[str]]:
    """Let call number *step* (from 0) go wrong as *mode* says; yield the names of the calls made so far."""
    made: list[str] = []

    def watched(name: str, real: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object, **named: object) -> object:
            made.append(name)
            number = len(made) - 1
            if number == step or (mode == "broken" and number > step):
                if mode == "kill" and name == "write":
                    file, data = arguments
                    assert isinstance(data, memoryview)
                    real(file, data[: len(data) // 2])
                if mode == "after":
                    _close(name, real(*arguments, **named))
                stop(mode, error, name)
            return real(*arguments, **named)

        return call

    before = {name: getattr(os, name) for name in WATCHED}
    exchange, sync = disk.exchange, os.sync
    # Whether the disk has really written makes no difference that a test could see, but costs time.
    for name, real in {**before, "fsync": lambda _: None}.items():
        setattr(os, name, watched(name, real))
    disk.exchange = watched("exchange", exchange)  # type: ignore[assignment]
    os.sync = lambda: None
    try:
        yield made
    finally:
        for name, real in before.items():
            setattr(os, name, real)
        disk.exchange, os.sync = exchange, sync


def _close(name: str, made: object) -> None:
    """Close what a call has opened whose caller never gets it."""
    if isinstance(made, int) and name == "open":
        os.close(made)
    if name == "scandir":
        made.close()  # type: ignore[attr-defined]


def stop(mode: str, error: int, name: str) -> None:
    """End as *mode* says."""
    if mode == "kill":
        os._exit(KILLED)
    if mode in {"before", "after"}:
        raise KeyboardInterrupt
    raise OSError(error, os.strerror(error), name)


def every_fault(mode: str, run: Callable[[], object]) -> Iterator[BaseException | None]:
    """Do *run* with the first call going wrong, then the second, and so on, until none is left; yield how each ended.

    What the runs have left must be put in order by whoever asks for the next. Killed runs are processes of their own.
    """
    for step in itertools.count():
        ended, reached = _killed(step, run) if mode == "kill" else _faulty(mode, step, run)
        yield ended
        if not reached:
            return


def _faulty(mode: str, step: int, run: Callable[[], object]) -> tuple[BaseException | None, bool]:
    try:
        with fault(mode, step, ERRORS[step % len(ERRORS)]) as made:
            run()
    except (OSError, KeyboardInterrupt) as ended:
        return ended, True
    return None, len(made) > step


def _killed(step: int, run: Callable[[], object]) -> tuple[BaseException | None, bool]:
    process = os.fork()
    if not process:
        try:
            with fault("kill", step):
                run()
        finally:
            os._exit(0)
    status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    assert status in {0, KILLED}
    return (SystemExit(status) if status else None), bool(status)
