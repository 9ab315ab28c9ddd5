"""The words of the command line, and the environment -> `Arguments`, or one sentence on what is wrong with them."""

from __future__ import annotations

import argparse
import datetime as dt
import difflib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn
from urllib.parse import urlsplit

from chronicle.findings import ChronicleError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

COMMANDS: Final = ("build", "check")


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """What the command was told."""

    command: str
    seeds: Path
    out: Path
    #: absolute, with a slash at the end; None: as site.yaml says
    base_url: str | None
    #: None: the newest edition's last day
    date: dt.date | None
    strict: bool
    #: None: one for each core
    jobs: int | None


def read_arguments(argv: Sequence[str], environ: Mapping[str, str], root: Path) -> Arguments:
    """Return what *argv* says; folders that it does not name lie in *root*.

    Raises `ChronicleError` for what cannot be understood, and `SystemExit` after --help.
    """
    told = _parser(root).parse_args(argv)
    told.date = told.date or _epoch(environ.get("SOURCE_DATE_EPOCH", ""))
    return Arguments(**vars(told))


class _Parser(argparse.ArgumentParser):
    """A parser whose complaint is one sentence."""

    def error(self, message: str) -> NoReturn:
        complaint = f"{message}: see {self.prog} --help"
        raise ChronicleError(complaint)


def _parser(root: Path) -> _Parser:
    parser = _Parser(
        prog="build.py",
        description="Turns the digests in seeds/ into a site.",
        epilog="Exit status: 0 done; 1 findings under --strict; 2 the input or the command is wrong.",
        allow_abbrev=False,
    )
    add = parser.add_argument
    words = "build (where none is given): write the site; check: write nothing, show all findings"
    add("command", nargs="?", default="build", type=_command, help=words, metavar="build | check")
    add(
        "--seeds",
        type=Path,
        default=root / "seeds",
        metavar="DIR",
        help="what the editor writes (else: seeds)",
    )
    add("--out", type=Path, default=root / "public", metavar="DIR", help="where the site goes (else: public)")
    add(
        "--base-url",
        type=_address,
        metavar="URL",
        help="where the site is published (else: as site.yaml says)",
    )
    words = "the build's date (else: SOURCE_DATE_EPOCH, else the newest edition's last day)"
    add("--date", type=_day, metavar="YYYY-MM-DD", help=words)
    add("--strict", action="store_true", help="findings fail the build, and the old site stays")
    add(
        "--jobs",
        type=_jobs,
        metavar="N",
        help="how many processes may read digests (else: one for each core)",
    )
    return parser


def _command(word: str) -> str:
    if word in COMMANDS:
        return word
    near = difflib.get_close_matches(word, COMMANDS, n=1)
    msg = f"{word!r} is no command: {f'did you mean {near[0]}?' if near else 'say build or check'}"
    raise ChronicleError(msg)


def _address(word: str) -> str:
    if (
        re.fullmatch(r"https?://[a-z0-9.-]+(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~%-]+)*/?", word)
        and urlsplit(word).hostname
    ):
        return word.rstrip("/") + "/"
    msg = f"--base-url {word!r} is no address of a site: write it like https://example.org/ or https://example.org/a/"
    raise ChronicleError(msg)


def _day(word: str) -> dt.date:
    year, month, day = (
        map(int, word.split("-")) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", word) else (0, 0, 0)
    )
    try:
        return dt.date(year, month, day)
    except ValueError:
        msg = f"--date {word!r} is no day: write it like 2026-01-31"
        raise ChronicleError(msg) from None


def _epoch(word: str) -> dt.date | None:
    if not word:
        return None
    if re.fullmatch(r"[0-9]{1,11}", word):
        return dt.date(1970, 1, 1) + dt.timedelta(seconds=int(word))
    msg = (
        f"SOURCE_DATE_EPOCH is {word!r}: make it whole seconds since 1970-01-01, or unset it and give --date"
    )
    raise ChronicleError(msg)


def _jobs(word: str) -> int:
    if re.fullmatch(r"[1-9][0-9]{0,2}", word):
        return int(word)
    msg = f"--jobs {word!r} is no number of processes: write one from 1 to 999"
    raise ChronicleError(msg)
