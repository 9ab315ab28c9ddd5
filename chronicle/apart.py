"""A stream in, the same stream out: made by a process of its own, while this one works on what has come.

The other process has everything that this one had when the stream was first asked for, and sends what the stream
yields, pickled, through a pipe; it waits while the pipe is full. It ends with this one, however that ends.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Final, TypeVar, cast

from chronicle.findings import ChronicleError

T = TypeVar("T")
R = TypeVar("R")

#: a process that begins as a copy of this one; not every system has it
_COPY: Final = "fork"
#: what asks a run to stop
_STOPS: Final = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@dataclass(frozen=True, slots=True)
class _End:
    """What the stream returned."""

    result: object


def apart(stream: Generator[T, None, R]) -> Generator[T, None, R]:
    """Yield what *stream* yields, and return what it returns; a `ChronicleError` or `OSError` that it raises is raised here.

    Any other error is told by the process that met it; here it is a `RuntimeError`.
    """
    if _COPY not in multiprocessing.get_all_start_methods():
        return (yield from stream)
    context = multiprocessing.get_context(_COPY)
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(stream, receiver, sender), daemon=True)
    try:
        with unstopped():
            process.start()
        sender.close()
        return (yield from _received(receiver))
    except EOFError:
        process.join()
        if process.exitcode == -signal.SIGTERM:
            raise KeyboardInterrupt from None
        msg = "the process that makes the pages has ended before its work was done"
        raise RuntimeError(msg) from None
    finally:
        if process.pid is not None:
            process.kill()
            process.join()
        receiver.close()


@contextmanager
def unstopped() -> Iterator[None]:
    """Let nothing stop the run meanwhile, nor the processes that begin meanwhile: they call `begun`.

    Python runs code of its own beside a fork, and would pass over a stop that comes then.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _STOPS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def begun() -> None:
    """Let the process that began this one end it; what is meant for both, the other hears."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGTERM])


def _send(stream: Generator[object, None, object], receiver: Connection, sender: Connection) -> None:
    begun()
    # Else the pipe would never be without a reader, and this process would wait for a dead one.
    receiver.close()
    with suppress(BrokenPipeError):
        try:
            sender.send(_End(_send_all(stream, sender)))
        except (ChronicleError, OSError) as error:
            sender.send(error)


def _send_all(stream: Generator[object, None, object], sender: Connection) -> object:
    """Send all that *stream* yields; return what it returns."""
    while True:
        try:
            item = next(stream)
        except StopIteration as end:
            return end.value
        sender.send((item,))


def _received(receiver: Connection) -> Generator[T, None, R]:
    """Yield what comes; raise `EOFError` where the stream breaks off."""
    while True:
        match came := receiver.recv():
            case ChronicleError() | OSError():
                raise came
            case _End(result=result):
                return cast("R", result)
            case _:
                yield came[0]
