"""The real digests, published once, and a desk at which an editor goes on from there: for tests."""

from __future__ import annotations

import contextlib
import io
import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from chronicle.cli import main
from chronicle.files import ROOT

#: the day of the first build, and that of everything after it
FIRST, DAY = "2026-02-01", "2026-11-22"
#: whose pages keep their addresses for ever
LASTING = ("events", "people", "places", "statutes", "topics", "editions")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a command said."""

    status: int
    out: str
    err: str


class Desk:
    """A copy of the seeds and a site built from it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.seeds = folder / "seeds"
        self.out = folder / "public"

    def run(self, *words: str, date: str = DAY) -> Said:
        """Return what `build.py` says to *words*, on the day *date*."""
        out, err = io.StringIO(), io.StringIO()
        dated = [] if words[:1] in (("verify",), ("ledger",)) else ["--date", date]
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = main(
                [*words, *dated, "--seeds", str(self.seeds), "--out", str(self.out)],
                {"HOME": str(self.folder)},
            )
        return Said(status=status, out=out.getvalue(), err=err.getvalue())

    def builds(self, *words: str, date: str = DAY) -> Said:
        """Build, and say why where that is refused."""
        said = self.run("build", *words, date=date)
        assert said.status == 0, said.err[-3000:]
        return said

    def refused(self, *words: str) -> str:
        """Return why a build is refused; the site and the seeds stay as they were."""
        site, seeds = self.site(), tree(self.seeds)
        said = self.run(*(words or ("build",)))
        assert said.status == 2, said.out
        assert (self.site(), tree(self.seeds)) == (site, seeds)
        return said.err

    # ------------------------------------------------------------ the site

    def site(self) -> dict[str, bytes]:
        return tree(self.out)

    def page(self, path: str) -> str:
        return (self.out / path / "index.html").read_text(encoding="utf-8")

    def records(self, name: str = "events") -> dict[str, dict[str, object]]:
        return {one["id"]: one for one in json.loads((self.out / "data" / f"{name}.json").read_bytes())}

    # ------------------------------------------------------------ the seeds

    def path(self, name: str) -> Path:
        """Return a file of the seeds: '2022-12.txt', 'people.yaml', 'ledger.csv', 'published/2022-12.jsonl'."""
        folder = (
            "editions" if re.match(r"\d{4}-\d\d\.", name) else "authority" if name.endswith(".yaml") else ""
        )
        return self.seeds / folder / name

    def read(self, name: str) -> str:
        return self.path(name).read_text(encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        self.path(name).parent.mkdir(exist_ok=True)
        self.path(name).write_text(text, encoding="utf-8")

    def edit(self, name: str, *changes: tuple[str, str]) -> None:
        """Replace words of a file, each of which must stand there once."""
        text = self.read(name)
        for old, new in changes:
            assert text.count(old) == 1, (text.count(old), old)
            text = text.replace(old, new)
        self.write(name, text)

    def entries(self, edition: str) -> list[str]:
        """Return the entries of a digest as published last, by what is remembered, in order of the digest."""
        text = self.read(f"{edition}.txt")
        lines = self.read(f"published/{edition}.jsonl").splitlines()
        return sorted((json.loads(line)["text"] for line in lines), key=text.index)

    def answer(self, line: str) -> None:
        """Write *line* into the ledger as a question asks: in the place of that of the same id."""
        kind, id_, *_ = line.split(",")
        rest = [one for one in self.read("ledger.csv").splitlines() if not one.startswith(f"{kind},{id_},")]
        self.write("ledger.csv", "\n".join([*rest, line, ""]))

    def state(self, kind: str, id_: str) -> list[str]:
        """Return what the ledger says of an address: state, to, date, reason."""
        import csv

        rows = csv.reader(self.read("ledger.csv").splitlines())
        return next(row[2:] for row in rows if row[:2] == [kind, id_])


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def published(folder: Path) -> Desk:
    """Return a desk at which the real digests have been published once."""
    left = shutil.ignore_patterns("ledger.csv", "published", ".pending")
    shutil.copytree(ROOT / "seeds", folder / "seeds", ignore=left)
    desk = Desk(folder)
    desk.builds(date=FIRST)
    return desk


def copied(desk: Desk, folder: Path) -> Desk:
    """Return another desk in the same state."""
    shutil.copytree(desk.folder, folder, dirs_exist_ok=True)
    return Desk(folder)
