"""The real digests, published once, and a desk at which an editor goes on from there: for tests."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import re
import shlex
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath

from chronicle.cli import main
from chronicle.files import ROOT

#: the day of the first build, and that of everything after it
FIRST, DAY = "2026-02-01", "2026-11-22"
#: whose pages keep their addresses for ever
LASTING = ("events", "people", "places", "statutes", "topics", "cases", "editions")


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

    def obey(self, command: str) -> Said:
        """Run a command as a message prints it, with a reason in the place of '…'."""
        python, build, *words = shlex.split(command)
        assert (python, build) == ("python", "build.py")
        return self.run(*("as the editor found out" if word == "…" else word for word in words))

    def state(self, kind: str, id_: str) -> list[str]:
        """Return what the ledger says of an address: state, to, date, reason."""
        rows = csv.reader(self.read("ledger.csv").splitlines())
        return next(row[2:] for row in rows if row[:2] == [kind, id_])


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder by its path there."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def copied_seeds(folder: Path) -> Desk:
    """Return a desk with the real seeds, of which nothing has been published."""
    left = shutil.ignore_patterns("ledger.csv", "published", ".pending*")
    shutil.copytree(ROOT / "seeds", folder / "seeds", ignore=left)
    return Desk(folder)


def published(folder: Path, digests: Mapping[str, str] | None = None) -> Desk:
    """Return a desk at which the real digests, or *digests* ('2031-12.txt' -> text), have been published once."""
    left = [
        "ledger.csv",
        "published",
        ".pending*",
        *(["editions", "people.yaml", "cases.yaml"] if digests else []),
    ]
    shutil.copytree(ROOT / "seeds", folder / "seeds", ignore=shutil.ignore_patterns(*left))
    desk = Desk(folder)
    for name, text in (digests or {}).items():
        desk.write(name, text)
    desk.builds(date=FIRST)
    return desk


def copied(desk: Desk, folder: Path) -> Desk:
    """Return another desk in the same state."""
    shutil.copytree(desk.folder, folder, dirs_exist_ok=True)
    return Desk(folder)


def answers(question: str) -> dict[str, str]:
    """Return the ledger lines that a question offers, by when each is right: '2022-12.2 was divided' -> 'event,…'."""
    found = re.findall(r"^    (.+?): ((?:event|person),.*)$", question, re.MULTILINE)
    return dict(found)


# ---------------------------------------------------------------- pages as a reader sees them


class _Page(HTMLParser):
    """The words of a page's main part, its heading, and where its list of new places leads."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.heading = ""
        self.leads: list[str] = []
        self.within: list[str] = []

    @property
    def said(self) -> str:
        """All words, with a space between."""
        return " ".join(" ".join(self.words).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag in ("main", "h1") or (tag == "ul" and values.get("class") == "refs"):
            self.within.append(tag)
        if tag == "a" and "ul" in self.within:
            self.leads.append(values.get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.within:
            self.within.remove(tag)

    def handle_data(self, data: str) -> None:
        if "main" in self.within:
            self.words.append(data)
        if "h1" in self.within:
            self.heading += data


# Most pages are the same after an edit.
@lru_cache(maxsize=2000)
def read_page(data: bytes) -> _Page:
    """Return what a reader sees of a page."""
    page = _Page()
    page.feed(data.decode())
    return page


def plain(text: str) -> str:
    """Return the words of *text* alone, without numbers: note marks are links on a page."""
    return " ".join(re.findall(r"[^\W\d_]+", text))


def lasting(site: Mapping[str, bytes]) -> list[str]:
    """Return the paths of the pages whose addresses are promised to last."""
    return [path for path in site if path.endswith(".html") and path.split("/")[0] in LASTING]


def answered(site: Mapping[str, bytes], path: str) -> list[_Page]:
    """Return the page at *path*; where it is one of an address that shows its own no more, those that it leads to."""
    page = read_page(site[path])
    if b'name="chronicle-state"' not in site[path]:
        return [page]
    ends = [normpath(join(dirname(path), href)) for href in page.leads]
    assert not [end for end in ends if b'name="chronicle-state"' in site[end]], "one step, no chain"
    return [read_page(site[end]) for end in ends]


# ---------------------------------------------------------------- a document that is carried out


def blocks(document: str) -> list[tuple[str, str, str]]:
    """Return the fenced blocks of a document: language, file, text."""
    found = re.findall(r"^```(\w+) ?(\S*)\n(.*?)^```$", document, re.MULTILINE | re.DOTALL)
    return [(language, name, text) for language, name, text in found]


def write_block(desk: Desk, language: str, name: str, text: str) -> None:
    """Do to a file of the seeds what a block says: make it, add lines to it, answer in the ledger, or replace words."""
    path = desk.folder / name
    if language == "text":
        path.write_text(text, encoding="utf-8")
    elif language == "csv":
        desk.answer(text.strip())
    elif language == "yaml":
        before = path.read_text(encoding="utf-8") if path.is_file() else ""
        path.write_text(before + text, encoding="utf-8")
    else:
        lines = text.splitlines()
        old = "\n".join(line[1:] for line in lines if line.startswith("-"))
        new = "\n".join(line[1:] for line in lines if line.startswith("+"))
        before = path.read_text(encoding="utf-8")
        whole = old if new else f"{old}\n"
        assert not old or before.count(whole) == 1, old
        after = before.replace(whole, new) if old else f"{before}{new}\n"
        path.write_text(after, encoding="utf-8")


def typed(desk: Desk, command: str) -> str:
    """Return what a command of the document prints, in the order of its lines."""
    first, *words = shlex.split(command)
    if first == "rm":
        (desk.folder / words[0]).unlink()
        return ""
    if first == "tail":
        lines = (desk.folder / words[-1]).read_text(encoding="utf-8").splitlines()
        return "\n".join(lines[-int(words[1]) :]) + "\n"
    assert (first, words[0]) == ("python", "build.py")
    said = io.StringIO()
    named = [str(desk.out) if word == "public" else word for word in words[1:]]
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        main([*named, "--seeds", str(desk.seeds), "--out", str(desk.out)], {"HOME": str(desk.folder)})
    return said.getvalue().replace(str(desk.out), "public")


def as_pattern(expected: str) -> re.Pattern[str]:
    """Return what matches *expected*: a line '…' stands for any lines, '…' within one for any words."""
    lines = [
        ".*?" if line == "…" else ".*?".join(map(re.escape, line.split("…")))
        for line in expected.splitlines()
    ]
    pattern = ""
    for line in lines:
        pattern += r"(?:.*\n)*?" if line == ".*?" else f"{line}\n"
    return re.compile(pattern)
