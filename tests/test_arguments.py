"""What the command line may say, and the sentence for what it may not."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from chronicle.arguments import Arguments, read_arguments
from chronicle.findings import ChronicleError

ROOT = Path("/root/of/it")
BARE = Arguments(
    command="build",
    seeds=ROOT / "seeds",
    out=ROOT / "public",
    base_url=None,
    date=None,
    strict=False,
    jobs=None,
)


def test_nothing_said_means_build() -> None:
    assert read_arguments([], {}, ROOT) == BARE


def test_everything_can_be_said_on_either_side_of_the_command() -> None:
    words = "--seeds a --out b check --base-url https://x.example/y --date 2026-01-31 --strict --jobs 2"

    assert read_arguments(words.split(), {}, ROOT) == Arguments(
        command="check",
        seeds=Path("a"),
        out=Path("b"),
        base_url="https://x.example/y/",
        date=dt.date(2026, 1, 31),
        strict=True,
        jobs=2,
    )


def test_the_date_comes_from_source_date_epoch_where_it_is_not_given() -> None:
    environ = {"SOURCE_DATE_EPOCH": "86400"}

    assert read_arguments([], environ, ROOT).date == dt.date(1970, 1, 2)
    assert read_arguments(["--date", "2026-01-31"], environ, ROOT).date == dt.date(2026, 1, 31)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["biuld"], "'biuld' is no command: did you mean build?"),
        (
            ["frobnicate"],
            "'frobnicate' is no command: say build, check, withdraw, redact, merge, rename, ledger, verify",
        ),
        (["--frob"], "unrecognized arguments: --frob: see build.py --help"),
        (["--out"], "argument --out: expected one argument: see build.py --help"),
        (["--strict=yes"], "argument --strict: ignored explicit argument 'yes': see build.py --help"),
        (["--date", "31.1.2026"], "--date '31.1.2026' is no day: write it like 2026-01-31"),
        (["--date", "2026-02-30"], "--date '2026-02-30' is no day: write it like 2026-01-31"),
        (["--date", "２０２６-01-31"], "--date '２０２６-01-31' is no day: write it like 2026-01-31"),
        (["--jobs", "0"], "--jobs '0' is no number of processes: write one from 1 to 999"),
        (["--jobs", "many"], "--jobs 'many' is no number of processes: write one from 1 to 999"),
    ],
)
def test_what_is_not_understood_gets_its_sentence(words: list[str], sentence: str) -> None:
    with pytest.raises(ChronicleError) as error:
        read_arguments(words, {}, ROOT)

    assert str(error.value) == sentence


@pytest.mark.parametrize(
    "address",
    [
        "example.org",
        "ftp://example.org/",
        "https://",
        "https:///x",
        "https://me:pw@example.org/",
        "https://example.org/?q",
        'https://example.org/"x',
        "https://example.org/../x y",
        "javascript:alert(1)",
    ],
)
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(ChronicleError) as error:
        read_arguments(["--base-url", address], {}, ROOT)

    assert str(error.value) == (
        f"--base-url {address!r} is no address of a site: "
        "write it like https://example.org/ or https://example.org/a/"
    )


@pytest.mark.parametrize("epoch", ["now", "-1", "1.5", "9" * 12])
def test_an_epoch_that_is_no_number_of_seconds_is_refused(epoch: str) -> None:
    with pytest.raises(ChronicleError) as error:
        read_arguments([], {"SOURCE_DATE_EPOCH": epoch}, ROOT)

    assert str(error.value) == (
        f"SOURCE_DATE_EPOCH is {epoch!r}: make it whole seconds since 1970-01-01, or unset it and give --date"
    )


def test_help_says_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        read_arguments(["--help"], {}, ROOT)

    assert end.value.code == 0
    assert "--base-url URL" in capsys.readouterr().out
