"""The real digests in; a table out: what part of a build takes how long.

``python -m tests.bench.parts``. All is done in one process, so that every part can be measured by itself; then the
command builds the same three times, as it does for an editor, and the best of them is told. Then the reading of each
month, the best of five, and a loop of a million steps, by which figures of two machines, or of two hours, are compared.
"""

from __future__ import annotations

import contextlib
import functools
import io
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from chronicle import archive, cli, files, site
from chronicle.authority import Sidecar
from chronicle.catalogue import read_catalogue
from chronicle.files import disk, publishing
from chronicle.grammar import grammar_of
from chronicle.read import read_edition

ROOT: Final = Path(__file__).resolve().parent.parent.parent
#: what is measured: where it stands, and its name there
PARTS: Final[dict[str, list[tuple[Any, str]]]] = {
    "seeds folder": [(files, "read_seeds")],
    "authority files": [(site, "read_catalogue")],
    "reading digests": [(site, "read")],
    "page records": [(site, "all_pages")],
    "templates": [(site, "render")],
    "feeds": [(site, "feeds")],
    "data": [(site, "data_files"), (site, "downloads")],
    "citations": [(site, "reference_files")],
    "answers": [(site, "answer_files")],
    "search": [(site, "search_files")],
    "links": [(site, "checked")],
    "leaks": [(site, "sealed")],
    "manifest": [(site, "with_manifest")],
    "archive": [(archive.Archive, "packed")],
    "writing": [(publishing, "_write_all")],
    "waiting for the disk": [(disk, "fsync_tree")],
    "old site": [(publishing, "_mend")],
}


class Clock:
    """Seconds by part; what one part spends in another is the other's."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._within: list[float] = []

    @contextlib.contextmanager
    def running(self, part: str) -> Iterator[None]:
        """Give the time that passes to *part*."""
        started = time.perf_counter()
        self._within.append(0.0)
        try:
            yield
        finally:
            passed = time.perf_counter() - started
            self.seconds[part] += passed - self._within.pop()
            if self._within:
                self._within[-1] += passed

    def timed(self, part: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return *function*, or the generators that it makes, on this clock."""

        @functools.wraps(function)
        def made(*args: Any, **named: Any) -> Any:
            with self.running(part):
                result = function(*args, **named)
            return self._stepped(part, result) if isinstance(result, Generator) else result

        return made

    def _stepped(self, part: str, stream: Generator[Any, None, Any]) -> Generator[Any, None, Any]:
        while True:
            with self.running(part):
                try:
                    item = next(stream)
                except StopIteration as end:
                    return end.value
            yield item


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        seeds = Path(folder) / "seeds"
        shutil.copytree(ROOT / "seeds", seeds)
        words = ["build", "--seeds", str(seeds), "--out", str(Path(folder) / "out")]
        # The first build publishes; those after it know every entry again, as an editor's do.
        command(words)
        clock, whole = measured([*words, "--jobs", "1"])
        best = min(command(words) for _ in range(3))
    for part in PARTS:
        print(f"{part:<22}{clock.seconds[part]:>7.2f} s{clock.seconds[part] / whole:>7.0%}")
    print(f"{'the rest':<22}{whole - sum(clock.seconds.values()):>7.2f} s")
    print(f"{'one process':<22}{whole:>7.2f} s")
    print(f"{'as built':<22}{best:>7.2f} s, best of three, with what Python needs to begin")
    for edition, events, seconds in months():
        print(f"{f'reading {edition}':<22}{seconds:>7.3f} s, {events} events, best of five")
    print(f"{'a million steps':<22}{_best(_steps):>7.3f} s")


def measured(words: list[str]) -> tuple[Clock, float]:
    """Return the seconds of each part of a build in this process, and of all of it."""
    clock = Clock()
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stderr(io.StringIO()):
        for part, places in PARTS.items():
            for place, name in places:
                patch.setattr(place, name, clock.timed(part, getattr(place, name)))
        started = time.perf_counter()
        if cli.main(words):
            sys.exit("the build failed")
        return clock, time.perf_counter() - started


def months() -> Iterator[tuple[str, int, float]]:
    """Yield each digest's id, its events, and the seconds of the processor in which it is read."""
    seeds = files.read_seeds(ROOT / "seeds")
    catalogue = read_catalogue(seeds)
    grammar = grammar_of(catalogue.authority)
    for digest in seeds.editions:
        reading = functools.partial(
            read_edition, digest, catalogue.sidecars.get(digest.stem, Sidecar()), grammar
        )
        yield digest.stem, len(reading().events), _best(reading)


def _steps() -> None:
    total = 0
    for number in range(1_000_000):
        total += number * number % 7


def _best(function: Callable[[], object]) -> float:
    """Return the fewest seconds of the processor that *function* takes of five times."""

    def once() -> float:
        started = time.process_time()
        function()
        return time.process_time() - started

    return min(once() for _ in range(5))


def command(words: list[str]) -> float:
    """Return the seconds that the command takes."""
    started = time.perf_counter()
    subprocess.run([sys.executable, str(ROOT / "build.py"), *words], check=True, capture_output=True)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
