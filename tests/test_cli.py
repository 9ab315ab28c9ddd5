"""The command as an editor meets it: what it says, what it returns, and that the old site outlives every failure."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from chronicle.cli import DONE, FINDINGS, STOPPED, WRONG, main
from chronicle.files import MARKER, ROOT

DIGEST = """\
December 1, Almaty, Ada Noname, Article 405, Part 2 of the Criminal Code, was arrested for 15 days[1].

December 2, Astana, Ben Noname said that “<script>alert(1)</script> {{ 7 }}” is no slogan[2].

[1] https://news.example/1
[2] https://news.example/2
"""
PLACES = """\
- {id: kazakhstan, name: Kazakhstan, kind: country}
- {id: almaty, name: Almaty, kind: city, within: kazakhstan}
- {id: astana, name: Astana, kind: city, within: kazakhstan}
"""
#: the second of two events whose note has no source
ODD = DIGEST.replace("[2] https://news.example/2\n", "")
SUMMARY = re.compile(
    r"2 events, \d+ (?:person|people), \d+ places?, \d+ statutes?, \d+ pages, (\d+) findings?, \d+\.\d s\n"
)


class Desk:
    """A folder with seeds and a place for the site, and what the command says about them."""

    def __init__(self, folder: Path) -> None:
        self.seeds = folder / "seeds"
        self.out = folder / "public"
        left = shutil.ignore_patterns(
            "editions", "people.yaml", "cases.yaml", "places.yaml", "ledger.csv", "published"
        )
        shutil.copytree(ROOT / "seeds", self.seeds, ignore=left)
        (self.seeds / "authority" / "places.yaml").write_text(PLACES, encoding="utf-8")
        (self.seeds / "editions").mkdir()
        self.write(DIGEST)

    def write(self, digest: str) -> None:
        (self.seeds / "editions" / "2031-12.txt").write_text(digest, encoding="utf-8")

    def words(self, *words: str) -> list[str]:
        return [*words, "--seeds", str(self.seeds), "--out", str(self.out)]

    def build(self, *words: str) -> int:
        return main(self.words(*words), {})

    def site(self) -> dict[str, bytes]:
        return {
            p.relative_to(self.out).as_posix(): p.read_bytes() for p in self.out.rglob("*") if p.is_file()
        }

    def start(self, *words: str, **more: str) -> subprocess.Popen[str]:
        return start(ROOT, self.words(*words), **more)


def start(root: Path, words: Sequence[str], **environ: str) -> subprocess.Popen[str]:
    command = [sys.executable, str(root / "build.py"), *words]
    environment = {"PATH": os.environ["PATH"], **environ}
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment, cwd=root
    )


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


# ---------------------------------------------------------------- what it does


def test_a_build_writes_the_site_and_says_one_line(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk.build() == DONE

    assert SUMMARY.fullmatch(capsys.readouterr().out)
    assert [event["id"] for event in json.loads(desk.site()["data/events.json"])] == [
        "2031-12.1",
        "2031-12.2",
    ]


def test_check_writes_nothing(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk.build("check") == DONE

    assert re.fullmatch(r"1 digest, \d+ findings?, \d+\.\d s\n", capsys.readouterr().out)
    assert not desk.out.exists()


def test_check_tells_findings_by_what_to_do(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.write(
        ODD.replace("December 2", "May 2").replace("is no slogan", "is is no slogan")
        + "\nDecember 3, Almaty, x.\n"
    )

    assert desk.build("check", "--date", "2032-02-03") == DONE
    said = capsys.readouterr().err

    headings = re.findall(r"^(\w[^:\n]+) \(\d+\)$", said, re.MULTILINE)
    assert headings == ["Say it in the sidecar", "Know, nothing to do"]
    assert "        - {entry: 2, field: date, printed: May 2, meant: 2031-12-02, " in said
    assert ", date: 2032-02-03}\n" in said


def test_what_is_pasted_carries_the_day_of_the_command(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """--date dates the lines to paste; without it the editor writes the day: no clock is asked."""
    desk.write(DIGEST.replace("December 2", "May 2"))

    assert desk.build("check", "--date", "2023-01-05") == DONE
    assert ", date: 2023-01-05}" in capsys.readouterr().err

    assert desk.build("check") == DONE
    assert ", date: YYYY-MM-DD}" in capsys.readouterr().err


def test_a_finding_is_told_with_its_place_and_its_line(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.write(ODD)

    assert desk.build() == DONE
    said = capsys.readouterr()

    assert int(SUMMARY.fullmatch(said.out)[1]) > 0  # type: ignore[index]
    assert re.search(r"^2031-12\.txt:3:\d+: [a-z-]+: .+\n    .+\n     *\^+$", said.err, re.MULTILINE)


@pytest.mark.parametrize("command", ["build", "check"])
def test_findings_fail_a_strict_run_and_the_old_site_stays(desk: Desk, command: str) -> None:
    desk.build()
    before = desk.site()
    desk.write(ODD)

    assert desk.build(command, "--strict") == FINDINGS
    assert desk.site() == before


def test_a_build_shows_only_the_first_of_many_findings(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.write("".join(f"December 32, Almaty, it happened [{n}].\n\n" for n in range(1, 260)))

    assert desk.build() == DONE
    built = capsys.readouterr().err
    assert desk.build("check") == DONE
    checked = capsys.readouterr().err

    assert re.search(r"^and \d+ more findings?: run build\.py check for all$", built, re.MULTILINE)
    assert checked.count("\n") > built.count("\n")


def test_the_date_and_the_address_come_from_the_command(desk: Desk) -> None:
    assert desk.build("--date", "2032-02-03", "--base-url", "https://mirror.example/c") == DONE
    site = desk.site()

    assert b"<loc>https://mirror.example/c/events/2031-12/1/</loc>" in site["sitemap.xml"]
    assert b"https://mirror.example/c/" in site["feed.xml"]


def test_two_builds_are_the_same_bytes_whatever_the_machine_says(tmp_path: Path) -> None:
    sites = []
    for name, environ in (
        ("a", {"TZ": "Asia/Almaty", "PYTHONHASHSEED": "1", "LANG": "C"}),
        ("b c", {"TZ": "America/Lima", "PYTHONHASHSEED": "2", "HOME": str(tmp_path)}),
    ):
        (tmp_path / name).mkdir()
        desk = Desk(tmp_path / name)
        process = desk.start(**environ)
        process.communicate()
        assert process.returncode == DONE
        sites.append(desk.site())

    assert sites[0] == sites[1]


def test_nothing_of_a_digest_is_live(desk: Desk) -> None:
    desk.build()

    assert not [
        path for path, data in desk.site().items() if path.endswith(".html") and b"<script>alert" in data
    ]


# ---------------------------------------------------------------- what it refuses


def test_an_unknown_command_gets_a_sentence(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk.build("biuld") == WRONG

    assert capsys.readouterr().err == "'biuld' is no command: did you mean build?\n"


def test_bad_input_is_told_and_the_old_site_stays(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.build()
    before = desk.site()
    capsys.readouterr()
    (desk.seeds / "editions" / "2032-01.txt").write_bytes("Астана".encode("cp1251"))
    (desk.seeds / "editions" / "\x1b[31m.txt").write_text("x")

    assert desk.build() == WRONG
    assert capsys.readouterr().err == (
        "seeds/editions/\\x1b[31m.txt: is no name for a file in editions/: name it YYYY-MM.txt, as in 2022-12.txt\n"
        "seeds/editions/2032-01.txt:1: the byte 0xc0 (number 1 of the file) is not UTF-8: "
        "looks like Windows-1251: save it as UTF-8\n"
    )
    assert desk.site() == before


def test_seeds_without_digests_are_refused(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    (desk.seeds / "editions" / "2031-12.txt").unlink()

    assert desk.build() == WRONG
    assert capsys.readouterr().err == "editions/: there is no digest: put one there, named YYYY-MM.txt\n"


@pytest.mark.parametrize(
    "out", [ROOT, ROOT.parent, ROOT / "templates", ROOT / "seeds" / "x", Path("/"), ROOT / "tests" / "x"]
)
def test_the_repository_and_what_is_above_it_is_no_place_for_a_site(desk: Desk, out: Path) -> None:
    assert main([*desk.words(), "--out", str(out)], {"HOME": str(desk.out)}) == WRONG


def test_home_is_no_place_for_a_site(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.out.mkdir()

    assert main(desk.words(), {"HOME": str(desk.out)}) == WRONG
    assert capsys.readouterr().err.startswith(f"{desk.out}: a build must not replace this folder")


# ---------------------------------------------------------------- what stops it


def test_no_room_is_one_sentence_and_the_old_site_stays(desk: Desk) -> None:
    desk.build()
    before = desk.site()
    desk.write(DIGEST.replace("15 days", "10 days"))

    process = subprocess.run(
        [sys.executable, str(ROOT / "build.py"), *desk.words()],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, 2_000)),
    )

    assert process.returncode == WRONG
    assert re.fullmatch(
        r".*: file too large: see that there is room and the right to read and write there; .*\n",
        process.stderr,
    )
    assert desk.site() == before
    assert sorted(path.name for path in desk.out.parent.iterdir()) == ["public", "seeds"]


def test_a_place_that_cannot_be_is_one_sentence(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.out.write_text("a file")

    assert main(desk.words("--out", str(desk.out / "below")), {}) == WRONG
    assert main([*desk.words(), "--out", str(desk.out / "below")], {}) == WRONG
    assert len(capsys.readouterr().err.splitlines()) == 2


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_stopped_build_leaves_the_old_site_and_nothing_beside_it(
    desk: Desk, number: signal.Signals
) -> None:
    desk.build()
    before = desk.site()
    more = "".join(f"December {n % 30 + 1}, Almaty, Ada Noname spoke [{n}].\n\n" for n in range(3, 600))
    desk.write(DIGEST.replace("[1] https", f"{more}[1] https"))
    process = desk.start()
    while process.poll() is None and not desk.out.with_name(".public.new").exists():
        time.sleep(0.01)

    process.send_signal(number)
    _, said = process.communicate()

    assert (process.returncode, said) == (STOPPED, "stopped: the site is as it was\n")
    assert desk.site() == before
    assert sorted(path.name for path in desk.out.parent.iterdir()) == ["public", "seeds"]


def test_the_second_of_two_builds_leaves(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    with desk.out.with_name(".public.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        assert desk.build() == WRONG

    assert "another build of this site is running: wait until it is done" in capsys.readouterr().err


def test_a_closed_pipe_is_no_traceback(desk: Desk) -> None:
    desk.write("".join(f"December 32, Almaty, it happened [{n}].\n\n" for n in range(1, 900)))
    with desk.start("check") as process:
        assert process.stderr is not None
        process.stderr.readline()
        process.stderr.close()

    assert process.returncode == WRONG


def test_a_terminal_sees_progress_and_then_the_summary(desk: Desk) -> None:
    desk.write("".join(f"December {n % 30 + 1}, Almaty, Ada Noname spoke [{n}].\n\n" for n in range(1, 400)))
    terminal, end = pty.openpty()
    with subprocess.Popen(
        [sys.executable, str(ROOT / "build.py"), *desk.words()], stdout=subprocess.PIPE, stderr=end
    ) as process:
        os.close(end)
        seen = b""
        while True:
            try:
                seen += os.read(terminal, 65536)
            except OSError:
                break
    os.close(terminal)

    assert process.returncode == DONE
    assert re.search(rb"\r\d+ files written", seen)


# ---------------------------------------------------------------- templates


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the program, with seeds of one digest."""
    for name in ("chronicle", "templates", "static"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "build.py", tmp_path)
    Desk(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("mistake", "sentence"),
    [
        (
            "{{ page.titel }}",
            r"templates/event\.html:1: .*'titel'.*: mend the template; the site is as it was\n",
        ),
        ("{% if %}", r"templates/event\.html:1: .*: mend the template; the site is as it was\n"),
    ],
)
def test_a_template_that_is_wrong_is_named_with_its_line(house: Path, mistake: str, sentence: str) -> None:
    template = house / "templates" / "event.html"
    template.write_text(mistake + template.read_text(encoding="utf-8"), encoding="utf-8")

    process = start(house, [])
    _, said = process.communicate()

    assert process.returncode == WRONG
    assert re.fullmatch(sentence, said)
    assert not (house / "public").exists()


def test_a_link_among_the_templates_is_refused(house: Path) -> None:
    (house / "templates" / "x.html").symlink_to(house / "build.py")

    process = start(house, ["check"])
    _, said = process.communicate()

    assert (process.returncode, said) == (
        WRONG,
        "templates/x.html: is a link, no plain file, or one too many: put plain files there, and fewer\n",
    )


def test_a_bare_command_builds_seeds_into_public_beside_it(house: Path) -> None:
    process = start(house, [])
    said, _ = process.communicate()

    assert process.returncode == DONE
    assert SUMMARY.fullmatch(said)
    assert (house / "public" / MARKER).is_file()
