"""Arguments and environment in; messages and an exit status out. The only module that prints or looks at a clock.

Exit status: 0 done; 1 findings under --strict; 2 the input or the command is wrong; 130 stopped by a person or the system.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from chronicle import files, site
from chronicle.arguments import read_arguments
from chronicle.findings import ChronicleError, report, show
from chronicle.hosts import HOST_FILES, has_rulings
from chronicle.manifest import MANIFEST, last_of, read_last
from chronicle.office import Ruling, restore, rule
from chronicle.seeds import Options
from chronicle.verdict import verify

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from chronicle.arguments import Arguments
    from chronicle.model import Finding, Output
    from chronicle.pages.records import Card
    from chronicle.seeds import Seeds

DONE, FINDINGS, WRONG, STOPPED = 0, 1, 2, 130
#: findings that a build shows; `check` shows all
MOST_SHOWN: Final = 200
#: changed events, and changed lines of the ledger, that are told one by one
MOST_TOLD: Final = 25
_TEMPLATES: Final = files.ROOT / "templates"
_STATIC: Final = files.ROOT / "static"
_FONTS: Final = files.ROOT / "fonts"
_LOADER: Final = files.Templates(_TEMPLATES)
#: folders in which no site may be put
_SOURCES: Final = (
    *(_TEMPLATES, _STATIC, _FONTS),
    *(files.ROOT / name for name in (".git", "chronicle", "seeds", "tests")),
)


def main(argv: Sequence[str], environ: Mapping[str, str] = os.environ) -> int:
    """Run the command that *argv* says, and return the exit status."""
    started = time.monotonic()
    # Records are made by the thousand and live to the end: looking for dead ones among them finds none.
    gc.set_threshold(100_000, 50, 50)
    try:
        with _stoppable():
            arguments = read_arguments(argv, environ, files.ROOT)
            return _run(arguments, started, environ.get("HOME", ""))
    except ChronicleError as error:
        _tell(str(error))
    except KeyboardInterrupt:
        _tell("stopped: the site is as it was")
        return STOPPED
    except BrokenPipeError:
        _let_go()
    except OSError as error:
        _tell(_disk_sentence(error))
    return WRONG


def _run(arguments: Arguments, started: float, home: str) -> int:
    match arguments.command:
        case "build":
            return _build(arguments, started, home)
        case "check":
            return _check(arguments, started)
        case "verify":
            return _verify(arguments)
        case "ledger":
            return _restore(arguments)
        case _:
            return _rule(arguments)


def _build(arguments: Arguments, started: float, home: str) -> int:
    kept = [files.ROOT, *([Path(home)] if home else [])]
    files.check_out(arguments.out, kept, (arguments.seeds, *_SOURCES))
    files.check_templates(_TEMPLATES)
    with files.building(arguments.out, arguments.seeds):
        seeds = files.read_seeds(arguments.seeds)
        _check_ledger(seeds, arguments.out)
        static, templates = files.read_static(_STATIC), _LOADER
        draw = _painter() if arguments.cards else None
        built = site.build(seeds, static, templates, _options(arguments), draw)
        found = len(built.findings)
        if arguments.strict and found:
            _show_findings(built, seeds, MOST_SHOWN)
            _tell(
                f"{_count(found, 'finding')} under --strict: mend them, or build without it; the site is as it was"
            )
            return FINDINGS
        outputs = _with_progress(built.outputs, started)
        files.publish(outputs, arguments.out, arguments.seeds, built.state, seeds.files)
    _show_findings(built, seeds, MOST_SHOWN)
    _tell_first(built.changed, "event", "printed otherwise")
    _tell_first([f"seeds/ledger.csv says now: {line}" for line in built.ruled], "line", "of the ledger")
    print(f"{_numbers(built)}, {time.monotonic() - started:.1f} s", flush=True)
    return DONE


def _painter() -> Callable[[Card], bytes]:
    """Return what draws the pictures that go with links."""
    try:
        # Only who asks for them needs the package.
        from chronicle.drawing import Typeface, painter  # noqa: PLC0415
    except ImportError:
        msg = "--cards needs the package Pillow: install it with python -m pip install pillow, or build without --cards"
        raise ChronicleError(msg) from None
    regular, bold = (files.read_file(_FONTS / f"NotoSans-{name}.ttf") for name in ("Regular", "SemiBold"))
    return painter(Typeface(regular=regular, bold=bold))


def _check_ledger(seeds: Seeds, out: Path) -> None:
    """Raise where the ledger is lost, and the site that was built with it stands: it says what became of addresses."""
    if seeds.ledger is not None or not (out / MANIFEST).is_file():
        return
    last = read_last(seeds.published.get("site"))
    same = last is not None and last_of(files.read_file(out / MANIFEST)).sha256 == last.sha256
    if same or has_rulings(files.read_file(out / name) for name in HOST_FILES if (out / name).is_file()):
        msg = (
            f"seeds/ledger.csv: is missing, and {out} was built with it: python build.py ledger --from {out} makes it anew; "
            "a new chronicle needs another --out"
        )
        raise ChronicleError(msg)


def _options(arguments: Arguments) -> Options:
    jobs = arguments.jobs or os.cpu_count() or 1
    return Options(base_url=arguments.base_url, date=arguments.date, jobs=jobs)


def _check(arguments: Arguments, started: float) -> int:
    files.check_templates(_TEMPLATES)
    seeds = files.read_seeds(arguments.seeds)
    checked = site.check(seeds, _options(arguments))
    if arguments.unarchived:
        print("\n".join(checked.unarchived), flush=True)
        return DONE
    for words in report(checked.findings, _lines(seeds, checked.unshown), arguments.date):
        print(words, file=sys.stderr)
    _tell_first(checked.changed, "event", "printed otherwise")
    for question in checked.questions:
        _tell(question)
    numbers = f"{_count(len(seeds.editions), 'digest')}, {_count(len(checked.findings), 'finding')}"
    asked = f", {_count(len(checked.questions), 'question')} to answer" if checked.questions else ""
    print(f"{numbers}{asked}, {time.monotonic() - started:.1f} s", flush=True)
    if checked.questions:
        return WRONG
    return FINDINGS if arguments.strict and checked.findings else DONE


def _rule(arguments: Arguments) -> int:
    """Write down what an editor says of something that was published."""
    ruling = Ruling(
        command=arguments.command, words=arguments.words, into=arguments.into, reason=arguments.reason
    )
    with files.seeds_held(arguments.seeds):
        seeds = files.read_seeds(arguments.seeds)
        ruled = rule(seeds, ruling, arguments.date)
        files.write_state(arguments.seeds, ruled.texts)
    for line in ruled.told:
        print(line)
    print("Written. Now build the site: python build.py", flush=True)
    return DONE


def _restore(arguments: Arguments) -> int:
    """Make a lost ledger anew from a published site."""
    assert arguments.site is not None
    restored = restore(files.read_seeds(arguments.seeds), files.read_site(arguments.site))
    files.write_state(arguments.seeds, restored.texts)
    print("\n".join(restored.told), flush=True)
    return DONE


def _verify(arguments: Arguments) -> int:
    known = files.read_file(arguments.against) if arguments.against else None
    verdict = verify(files.read_site(Path(arguments.words[0])), known)
    print(f"{arguments.words[0]}: {verdict.head}", flush=True)
    for sentence in verdict.wrong:
        _tell(f"  {sentence}")
    return WRONG if verdict.wrong else DONE


@contextmanager
def _stoppable() -> Iterator[None]:
    """Let the system's request to end, and a closed terminal, stop a run as Ctrl-C does."""
    before = {
        number: signal.signal(number, signal.default_int_handler)
        for number in (signal.SIGTERM, signal.SIGHUP)
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _with_progress(outputs: Iterable[Output], started: float) -> Iterator[Output]:
    """Yield *outputs*; where a terminal looks on and the work takes more than a second, count them there."""
    if not sys.stderr.isatty():
        yield from outputs
        return
    shown = started + 0.8
    for number, output in enumerate(outputs, 1):
        if time.monotonic() - shown > 0.2:
            shown = time.monotonic()
            print(f"\r{number} files written", end="", file=sys.stderr, flush=True)
        yield output
    print("\r" + " " * 30 + "\r", end="", file=sys.stderr, flush=True)


def _show_findings(built: site.Built, seeds: Seeds, most: int) -> None:
    """Print the first *most* findings, each with the line of the file that it is about."""
    findings, line_of = built.findings, _lines(seeds, built.unshown)
    for finding in findings[:most]:
        print(show(finding, line_of(finding)), file=sys.stderr)
    if len(findings) > most:
        _tell(f"and {_count(len(findings) - most, 'more finding')}: run build.py check for all")


def _tell_first(told: Sequence[str], one: str, which: str) -> None:
    """Print the first of *told*, and how many more there are."""
    for line in told[:MOST_TOLD]:
        _tell(line)
    if len(told) > MOST_TOLD:
        _tell(f"and {_count(len(told) - MOST_TOLD, f'more {one}')} {which}")


def _lines(seeds: Seeds, unshown: Collection[tuple[str, int]]) -> Callable[[Finding], str]:
    """Return what finds the line of the file that a finding is about; '' for those *unshown*."""
    texts = {file.name: file.text.split("\n") for file in (*seeds.editions, *seeds.sidecars.values())}
    return lambda finding: "".join(
        texts.get(finding.file, [])[finding.line - 1 : finding.line]
        if finding.line and (finding.file, finding.line) not in unshown
        else []
    )


def _numbers(built: site.Built) -> str:
    counts = built.counts
    numbers = (
        _count(counts.events, "event"),
        _count(counts.people, "person", "people"),
        _count(counts.places, "place"),
        _count(counts.statutes, "statute"),
        _count(counts.pages, "page"),
        _count(len(built.findings), "finding"),
    )
    return ", ".join(numbers)


def _count(number: int, one: str, several: str = "") -> str:
    return f"{number} {one if number == 1 else several or one + 's'}"


def _disk_sentence(error: OSError) -> str:
    place = error.filename or "the disk"
    reason = (error.strerror or str(error)).lower()
    return f"{place}: {reason}: see that there is room and the right to read and write there; the site is as it was"


def _tell(sentence: str) -> None:
    """Print *sentence* for a person; characters that act on a terminal are shown as escapes."""
    shown = "".join(c if c.isprintable() or c == "\n" else f"\\x{ord(c):02x}" for c in sentence)
    with suppress(BrokenPipeError):
        print(shown, file=sys.stderr)


def _let_go() -> None:
    """Send what is still to be said nowhere: whoever read it has gone, and Python would complain at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
