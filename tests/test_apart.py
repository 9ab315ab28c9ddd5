"""A stream made by another process is the same stream; that process ends when nobody takes any more."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Generator, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from chronicle.apart import apart
from chronicle.findings import ChronicleError
from tests.streams import drained

ROOT = Path(__file__).parent.parent

#: more than a pipe holds
LARGE = b"x" * 2**20


def numbers(last: int) -> Generator[int, None, str]:
    yield from range(last)
    return f"{last} of them"


@pytest.mark.parametrize("last", [0, 1, 3000])
def test_the_same_things_come_in_the_same_order(last: int) -> None:
    assert drained(apart(numbers(last))) == (list(range(last)), f"{last} of them")


def test_what_is_larger_than_a_pipe_comes_whole() -> None:
    def stream() -> Generator[bytes, None, None]:
        yield LARGE
        yield LARGE[1:]

    assert drained(apart(stream())) == ([LARGE, LARGE[1:]], None)


def test_it_is_made_by_another_process_from_what_this_one_had() -> None:
    known = [1, 2]

    def stream() -> Generator[tuple[int, int], None, None]:
        for one in known:
            yield one, os.getpid()

    made = apart(stream())
    known.append(3)
    found = list(made)

    assert [one for one, _ in found] == [1, 2, 3]
    assert os.getpid() not in {process for _, process in found}


@pytest.mark.parametrize(
    "error",
    [ChronicleError("x.yaml:3: no"), PermissionError(13, "Permission denied", "templates/x.html")],
    ids=str,
)
def test_what_the_editor_or_the_disk_has_done_is_told_here(error: Exception) -> None:
    """A template that may not be read is met by the process that makes the pages."""

    def stream() -> Generator[int, None, None]:
        yield 1
        raise error

    made = apart(stream())

    assert next(made) == 1
    with pytest.raises(type(error)) as raised:
        next(made)
    assert str(raised.value) == str(error)


def test_a_mistake_of_ours_is_told_by_the_process_that_made_it(capfd: pytest.CaptureFixture[str]) -> None:
    def stream() -> Generator[int, None, None]:
        yield 1
        message = "ours"
        raise ValueError(message)

    made = apart(stream())

    assert next(made) == 1
    with pytest.raises(
        RuntimeError, match=r"^the process that makes the pages has ended before its work was done$"
    ):
        next(made)
    assert "ValueError: ours" in capfd.readouterr().err


def test_nobody_is_left_when_no_more_is_taken() -> None:
    def endless() -> Generator[bytes, None, None]:
        while True:
            yield LARGE

    with closing(apart(endless())) as made:
        assert next(made) == LARGE
        (process,) = multiprocessing.active_children()

    assert multiprocessing.active_children() == []
    assert not process.is_alive()


_KILLED = """
import os, sys
from chronicle.apart import apart

def endless():
    print(os.getpid(), flush=True)
    while True:
        yield bytes(1000)

for one in apart(endless()):
    pass
"""


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_the_process_ends_with_the_one_that_asked(number: signal.Signals) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _KILLED], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT
    ) as asking:
        assert asking.stdout is not None
        made = int(asking.stdout.readline())
        asking.send_signal(number)
        asking.wait(timeout=20)

    assert any(not lives(made) for _ in waited())


_STOPPED = """
import os, signal
from chronicle.apart import apart

def endless():
    while True:
        yield os.getpid()

os.register_at_fork(after_in_parent=lambda: os.kill(os.getpid(), signal.SIGINT))
try:
    next(apart(endless()))
except KeyboardInterrupt:
    print("stopped", flush=True)
"""


def test_a_stop_beside_the_beginning_is_not_passed_over() -> None:
    """Python passes over what is raised in code that it runs beside a fork."""
    command = [sys.executable, "-c", _STOPPED]

    ended = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=20, check=False)

    assert (ended.stdout, ended.stderr) == ("stopped\n", "")


def test_a_stop_that_only_the_other_process_has_heard_is_a_stop() -> None:
    def endless() -> Generator[int, None, None]:
        while True:
            yield os.getpid()

    made = apart(endless())
    os.kill(next(made), signal.SIGTERM)

    with pytest.raises(KeyboardInterrupt):
        list(made)


def lives(process: int) -> bool:
    """Tell whether *process* still works: one that nobody has taken leave of does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def waited() -> Iterator[None]:
    for _ in range(200):
        yield
        time.sleep(0.05)
