"""Sizes in; a table out: how long and how much memory a build of so many invented events takes.

``python -m tests.bench [EVENTS …]``: 1,400, 7,000 and 28,000 where none is said. Each is built by the command
in a process of its own, from the authority files of seeds/, into a folder that is removed again.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

from tests.bench.months import Known, months

ROOT = Path(__file__).resolve().parent.parent.parent
SIZES = (1_400, 7_000, 28_000)


def main(sizes: tuple[int, ...]) -> None:
    """Build each of *sizes*, and print a row for each."""
    known = read_known(ROOT / "seeds" / "authority")
    print(f"{'events':>8}{'pages':>9}{'seconds':>10}{'s per 1,000':>13}{'peak MB':>9}", flush=True)
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            write_seeds(size, known, Path(folder) / "seeds")
            events, pages, seconds, peak = build(Path(folder))
        print(
            f"{events:>8}{pages:>9}{seconds:>10.1f}{seconds * 1000 / events:>13.2f}{peak:>9.0f}", flush=True
        )


def read_known(authority: Path) -> Known:
    """Return the names and places that the authority files list."""
    names = yaml.safe_load((authority / "names.yaml").read_text(encoding="utf-8"))
    places = yaml.safe_load((authority / "places.yaml").read_text(encoding="utf-8"))
    words = yaml.safe_load((authority / "words.yaml").read_text(encoding="utf-8"))
    kinds = {"region", "city", "town"}
    return Known(
        given=[*names["given"], *names["women"]],
        places=[place["name"] for place in places if place["kind"] in kinds],
        country=f"the {words['country_names'][0]}",
    )


def write_seeds(size: int, known: Known, seeds: Path) -> None:
    """Write *size* invented events as the folder *seeds*."""
    shutil.copytree(ROOT / "seeds" / "authority", seeds / "authority")
    shutil.copytree(ROOT / "seeds" / "pages", seeds / "pages")
    shutil.copy(ROOT / "seeds" / "site.yaml", seeds)
    # What the editor says of single events is said of the real digests.
    for name in ("people", "cases"):
        (seeds / "authority" / f"{name}.yaml").write_text("[]\n", encoding="utf-8")
    (seeds / "editions").mkdir()
    for month, text in months(size, seed=size, known=known):
        (seeds / "editions" / f"{month}.txt").write_text(text, encoding="utf-8")


def build(folder: Path) -> tuple[int, int, float, float]:
    """Return the events and pages of a build, its seconds, and the most memory that it held, in MB."""
    command = [
        sys.executable,
        str(ROOT / "build.py"),
        "--seeds",
        str(folder / "seeds"),
        "--out",
        str(folder / "out"),
    ]
    started = time.perf_counter()
    with (folder / "said").open("w+", encoding="utf-8") as said, (folder / "found").open("w") as found:
        process = subprocess.Popen(command, stdout=said, stderr=found)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - started
        said.seek(0)
        summary = said.read()
    if process.returncode:
        sys.exit((folder / "found").read_text()[-2000:])
    counts = {word: int(number) for number, word in re.findall(r"(\d+) (event|page)", summary)}
    return (
        counts["event"],
        counts["page"],
        seconds,
        used.ru_maxrss / (1024 if sys.platform == "linux" else 1024**2),
    )


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
