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
from chronicle.text import iso_day

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: command -> what it does
COMMANDS: Final = {
    "build": "write the site (where no command is given)",
    "check": "write nothing, show all findings",
    "withdraw": "take back what was published: withdraw 2022-12.18 --reason 'found to be false'",
    "redact": "show no more: redact 2022-12.18 --reason '…'; a name: redact person ID --reason request",
    "merge": "one leads to the other: merge 2022-12.19 --into 2022-12.18 --reason 'the same event twice'",
    "rename": "another address: rename person OLD NEW",
    "ledger": "a lost ledger, from a published site: ledger --from public",
    "verify": "whether a copy of the site is whole and unaltered: verify public, verify chronicle.zip",
}
#: how many words may follow a command
_WORDS: Final = {"withdraw": (1, 2), "redact": (1, 2), "merge": (1, 2), "rename": (2, 3), "verify": (1, 1)}


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
    #: what follows the command: 'person', 'zhanbolat-mamay'
    words: tuple[str, ...] = ()
    #: why something is withdrawn, merged or redacted
    reason: str = ""
    #: the id into which something is merged
    into: str = ""
    #: a published site from which a lost ledger is rebuilt
    site: Path | None = None
    #: an earlier manifest, for a copy to be compared with
    against: Path | None = None
    #: whether `check` lists the sources without an archived copy
    unarchived: bool = False
    #: whether pictures that go with links are drawn
    cards: bool = False


def read_arguments(argv: Sequence[str], environ: Mapping[str, str], root: Path) -> Arguments:
    """Return what *argv* says; folders that it does not name lie in *root*.

    Raises `ChronicleError` for what cannot be understood, and `SystemExit` after --help.
    """
    told = _parser(root).parse_args(argv)
    told.date = told.date or _epoch(environ.get("SOURCE_DATE_EPOCH", ""))
    told.words = tuple(told.words)
    _check_words(told.command, told.words)
    _check_needs(told)
    return Arguments(**vars(told))


def _check_words(command: str, words: Sequence[str]) -> None:
    least, most = _WORDS.get(command, (0, 0))
    if len(words) < least or len(words) > most:
        meant = COMMANDS[command].rpartition(": ")[2]
        msg = (
            f"{command} takes {'no more words' if not most else 'other words'}, but got '{' '.join(words)}': "
            f"write {meant if most else 'the options after it'}"
        )
        raise ChronicleError(msg)


def _check_needs(told: argparse.Namespace) -> None:
    if told.command == "merge" and not told.into:
        msg = "merge needs --into ID: the address that the other is to lead to"
        raise ChronicleError(msg)
    if told.command in ("withdraw", "redact") and not told.reason.strip():
        msg = f"{told.command} needs --reason '…': readers are told why"
        raise ChronicleError(msg)
    if told.command == "ledger" and told.site is None:
        msg = "ledger needs --from DIR: the folder of a published site"
        raise ChronicleError(msg)


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
        formatter_class=argparse.RawTextHelpFormatter,
        allow_abbrev=False,
    )
    add = parser.add_argument
    words = "\n".join(f"{name}: {does}" for name, does in COMMANDS.items())
    add("command", nargs="?", default="build", type=_command, help=words, metavar="COMMAND")
    add("words", nargs="*", metavar="ID", help="what the command is about")
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
    add("--cards", action="store_true", help="draw the pictures that go with links (needs Pillow)")
    _add_rulings(parser)
    return parser


def _add_rulings(parser: _Parser) -> None:
    """Add the options of the commands that change or check what was published."""
    add = parser.add_argument
    add("--reason", default="", metavar="WORDS", help="why: readers are told")
    add("--into", default="", metavar="ID", help="merge: the address that the other is to lead to")
    add("--from", dest="site", type=Path, metavar="DIR", help="ledger: the folder of a published site")
    add("--against", type=Path, metavar="FILE", help="verify: an earlier data/manifest.json of the same site")
    add("--unarchived", action="store_true", help="check: list the sources without an archived copy")


def _command(word: str) -> str:
    if word in COMMANDS:
        return word
    near = difflib.get_close_matches(word, COMMANDS, n=1)
    msg = f"{word!r} is no command: {f'did you mean {near[0]}?' if near else 'say ' + ', '.join(COMMANDS)}"
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
    day = iso_day(word)
    if day is None:
        msg = f"--date {word!r} is no day: write it like 2026-01-31"
        raise ChronicleError(msg)
    return day


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
