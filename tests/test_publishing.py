"""Publishing: site and state change together, whole or not at all, whatever fails or is killed when."""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from chronicle.cli import WRONG, main
from chronicle.files import (
    MARKER,
    ROOT,
    building,
    disk,
    publish,
    published_paths,
    read_seeds,
    read_site,
    recover,
    write_site,
    write_state,
)
from chronicle.findings import ChronicleError
from chronicle.manifest import last_of, read_last
from chronicle.model import Output
from chronicle.verdict import verify
from tests.faults import MODES, every_fault, fault
from tests.seeding import AUTHORITY, DIGEST, SITE

OLD = (
    Output("index.html", b"old"),
    Output("a/b/index.html", b"same"),
    Output("gone.html", b"gone"),
    Output("data/manifest.json", b"the old manifest"),
)
NEW = (
    Output("index.html", b"new"),
    Output("a/b/index.html", b"same"),
    Output("a/c.xml", b"more"),
    Output("data/manifest.json", b"the new manifest"),
)
WAS: dict[str, str] = {
    "ledger.csv": "the old ledger\n",
    "published/2021-01.jsonl": "{}\n",
    "published/2022-12.jsonl": "{}\n",
}
#: one changed, one to go, one as it was, one new
TEXTS: dict[str, str | None] = {
    "ledger.csv": "the new ledger\n",
    "published/2021-01.jsonl": None,
    "published/2022-12.jsonl": "{}\n",
    "published/2023-01.jsonl": "{}\n",
}
IS = {path: text for path, text in TEXTS.items() if text}
World = tuple[dict[str, bytes], dict[str, str]]


def tree(folder: Path) -> dict[str, bytes]:
    found = {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    found.pop(MARKER, None)
    return found


def as_tree(outputs: tuple[Output, ...]) -> dict[str, bytes]:
    return {output.path: output.data for output in outputs}


BEFORE: World = (as_tree(OLD), WAS)
AFTER: World = (as_tree(NEW), IS)


class Desk:
    """A folder with seeds and a published site, and what stands there."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.out, self.seeds = folder, folder / "place/public", folder / "seeds"
        (self.seeds / "editions").mkdir(parents=True)
        (self.seeds / "editions/2022-12.txt").write_text("December 1, Town, it happened[1].\n")
        (self.seeds / "published").mkdir()
        for path, text in WAS.items():
            (self.seeds / path).write_text(text)
        write_site(OLD, self.out)
        self.first = folder / "first"
        for part in (self.out.parent, self.seeds):
            shutil.copytree(part, self.first / part.name)

    def again(self) -> None:
        """Put everything back as it was."""
        for part in (self.out.parent, self.seeds):
            shutil.rmtree(part)
            shutil.copytree(self.first / part.name, part)

    def publish(self) -> int:
        return publish(NEW, self.out, self.seeds, lambda _: TEXTS)

    def world(self) -> World:
        """Return the site as it stands, and the state as a build or a check would read it."""
        read = read_seeds(self.seeds)
        files = (*([read.ledger] if read.ledger else []), *read.published.values())
        state = {file.path.partition("/")[2]: file.text for file in files}
        return tree(self.out), dict(sorted(state.items()))

    def left(self) -> list[str]:
        """Return what is left of work in the two folders."""
        hidden = (*self.out.parent.glob(".*"), *self.seeds.glob(".*"))
        return sorted(path.name for path in hidden)


@pytest.fixture
def desk() -> Iterator[Desk]:
    """A desk in memory, where the system has a place for that: a thousand runs would keep a disk busy."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as folder:
        yield Desk(Path(folder))


def refused(call: Callable[[], object]) -> str:
    with pytest.raises(ChronicleError) as error:
        call()
    return str(error.value)


# ---------------------------------------------------------------- what it does


def test_site_and_state_change_together_and_nothing_is_left_beside_them(desk: Desk) -> None:
    assert desk.publish() == 4

    assert desk.world() == AFTER
    assert desk.left() == []


def test_the_state_is_asked_for_last_and_given_the_manifest(desk: Desk) -> None:
    asked: list[str | bytes] = []

    def outputs() -> Iterator[Output]:
        yield from NEW
        asked.append("outputs end")

    def state(manifest: bytes) -> Mapping[str, str | None]:
        asked.append(manifest)
        return {}

    publish(outputs(), desk.out, desk.seeds, state)

    assert asked == ["outputs end", b"the new manifest"]


def test_a_state_that_belongs_to_no_manifest_is_a_mistake_of_the_program(desk: Desk) -> None:
    with pytest.raises(ValueError, match=r"there is no data/manifest\.json among the outputs"):
        publish(NEW[:1], desk.out, desk.seeds, lambda _: TEXTS)

    assert desk.world() == BEFORE


@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(errno.ENOSPC, "full"), ChronicleError("bad")])
def test_whatever_stops_the_state_leaves_site_and_state(desk: Desk, error: BaseException) -> None:
    def state(_: bytes) -> Mapping[str, str | None]:
        raise error

    with pytest.raises(type(error)):
        publish(NEW, desk.out, desk.seeds, state)

    assert desk.world() == BEFORE
    assert desk.left() == []


def test_seeds_are_not_touched_where_nothing_of_the_state_changes(desk: Desk) -> None:
    """Seeds on a medium that cannot be written will do as long as there is nothing to remember."""
    before = {path: path.stat().st_mtime_ns for path in (desk.seeds, *desk.seeds.rglob("*"))}

    with fault("count", -1) as made:
        publish(NEW, desk.out, desk.seeds, lambda _: WAS)

    assert desk.world() == (as_tree(NEW), WAS)
    assert {path: path.stat().st_mtime_ns for path in (desk.seeds, *desk.seeds.rglob("*"))} == before
    assert made.count("rename") == 0


def test_only_files_that_change_are_written(desk: Desk) -> None:
    os.utime(desk.seeds / "published/2022-12.jsonl", ns=(10**18, 10**18))

    desk.publish()

    assert (desk.seeds / "published/2022-12.jsonl").stat().st_mtime_ns == 10**18


def test_files_keep_their_rights_and_new_ones_have_those_of_the_folder(desk: Desk) -> None:
    desk.seeds.chmod(0o700)
    (desk.seeds / "ledger.csv").chmod(0o640)

    desk.publish()

    assert (desk.seeds / "ledger.csv").stat().st_mode & 0o777 == 0o640
    assert (desk.seeds / "published/2023-01.jsonl").stat().st_mode & 0o777 == 0o600


def test_what_an_editor_changed_during_the_build_is_not_lost(desk: Desk) -> None:
    read = read_seeds(desk.seeds)
    files = [file for file in (read.ledger, *read.published.values()) if file]
    (desk.seeds / "ledger.csv").write_text("edited meanwhile\n")

    sentence = refused(lambda: publish(NEW, desk.out, desk.seeds, lambda _: TEXTS, files))

    assert sentence == f"{desk.seeds}/ledger.csv: was changed while the site was built: build again"
    assert desk.world() == (as_tree(OLD), {**WAS, "ledger.csv": "edited meanwhile\n"})
    (desk.seeds / "ledger.csv").write_text(WAS["ledger.csv"])
    assert publish(NEW, desk.out, desk.seeds, lambda _: TEXTS, files) == 4


@pytest.mark.parametrize("path", ["../x", "/etc/passwd", "published/../../x", "A.csv"])
def test_the_state_stays_in_the_seeds(desk: Desk, path: str) -> None:
    assert refused(lambda: publish(NEW, desk.out, desk.seeds, lambda _: {path: ""})).startswith(
        f"{path!r}: is no"
    )
    assert desk.world() == BEFORE


def test_a_link_in_the_place_of_a_folder_of_the_state_is_refused(desk: Desk) -> None:
    (desk.seeds / "published").rename(desk.folder / "elsewhere")
    (desk.seeds / "published").symlink_to(desk.folder / "elsewhere")

    sentence = refused(desk.publish)

    assert sentence == f"{desk.seeds}/published: is a link: put the folder itself there"
    assert tree(desk.out) == as_tree(OLD)


def test_what_is_not_ours_is_not_put_aside(desk: Desk) -> None:
    """The command looks before it reads; what came to stand there since is kept too."""
    shutil.rmtree(desk.out)
    desk.out.mkdir()
    (desk.out / "thesis.txt").write_text("ten years of work")

    assert refused(desk.publish) == (
        f"{desk.out}: stands where the build works and is not its own: move it away"
    )
    assert tree(desk.out) == {"thesis.txt": b"ten years of work"}


# ---------------------------------------------------------------- two at once


def test_locks_hold_from_reading_to_publishing(desk: Desk) -> None:
    with building(desk.out, desk.seeds):
        command = "import sys; from pathlib import Path; from chronicle.files import write_state"
        command += "; write_state(Path(sys.argv[1]), {'ledger.csv': 'x'})"
        other = subprocess.run(
            [sys.executable, "-c", command, str(desk.seeds)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert desk.publish() == 4

    assert other.stderr.endswith(
        f"ChronicleError: {desk.seeds}: another build of this site is running: wait until it is done\n"
    )
    assert desk.world() == AFTER
    assert desk.left() == []


@pytest.mark.parametrize("what", ["seeds", "place/.public.lock"])
def test_a_second_run_says_so_and_leaves(desk: Desk, what: str) -> None:
    """Two builds into one folder, and two builds into two folders from one seeds folder."""
    flags = os.O_RDONLY if what == "seeds" else os.O_RDWR | os.O_CREAT
    number = os.open(desk.folder / what, flags)
    fcntl.flock(number, fcntl.LOCK_EX)

    sentence = refused(desk.publish)

    os.close(number)
    assert sentence == (f"{desk.folder / what}: another build of this site is running: wait until it is done")
    assert desk.world() == BEFORE
    assert desk.publish() == 4


def test_a_process_started_by_a_build_does_not_hold_its_locks(desk: Desk) -> None:
    """Processes that read digests outlive a build that is killed: the next one must not wait for them."""
    ready, tell = os.pipe()
    first = os.fork()
    if not first:
        with building(desk.out, desk.seeds):
            if not os.fork():
                os.close(ready)
                os.write(tell, str(os.getpid()).encode())
                time.sleep(60)
            time.sleep(60)
    orphan = int(os.read(ready, 20))
    os.kill(first, signal.SIGKILL)
    os.waitpid(first, 0)

    try:
        assert desk.publish() == 4
    finally:
        os.kill(orphan, signal.SIGKILL)
        os.close(ready)
        os.close(tell)


def test_a_lock_removed_between_opening_and_locking_is_taken_anew(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = desk.out.with_name(".public.lock")
    real = fcntl.flock
    removed: list[None] = []

    def flock(number: int, how: int) -> None:
        if lock.exists() and not removed:
            lock.unlink()
            removed.append(None)
        real(number, how)

    monkeypatch.setattr(fcntl, "flock", flock)

    desk.publish()

    assert removed == [None]
    assert desk.left() == []


def test_seeds_that_are_not_there_are_not_made(desk: Desk) -> None:
    sentence = f"{desk.folder}/none: there is no such folder: name the folder of the seeds with --seeds"

    assert refused(lambda: recover(desk.out, desk.folder / "none")) == sentence
    assert refused(lambda: write_state(desk.folder / "none", {})) == sentence
    assert not (desk.folder / "none").exists()


# ---------------------------------------------------------------- whatever fails


@pytest.mark.parametrize("mode", [*MODES, "kill"])
def test_a_fault_at_any_step_leaves_site_and_state_both_old_or_both_new(desk: Desk, mode: str) -> None:
    """At every moment, before anything is mended: readers see one site, and its own ledger."""
    seen: list[World] = []
    for ended in every_fault(mode, desk.publish):
        there = desk.world()
        assert there == (BEFORE if isinstance(ended, OSError) else AFTER if ended is None else there)
        assert there in (BEFORE, AFTER), len(seen)

        recover(desk.out, desk.seeds)

        assert desk.world() == there, len(seen)
        assert desk.left() == [], len(seen)
        seen.append(there)
        desk.again()

    assert len(seen) > 80
    assert seen.count(BEFORE) > 50
    assert seen.count(AFTER) > 10


@pytest.mark.parametrize("mode", ["fail", "kill"])
def test_so_too_where_the_system_cannot_exchange_folders(
    desk: Desk, mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next run puts the old site back where a run was killed between the two renames."""
    monkeypatch.setattr(disk, "_renameat2", lambda: None)
    seen: list[World] = []
    for ended in every_fault(mode, desk.publish):
        recover(desk.out, desk.seeds)

        seen.append(desk.world())
        assert seen[-1] in (BEFORE, AFTER), len(seen)
        assert seen[-1] == (BEFORE if isinstance(ended, OSError) else AFTER if ended is None else seen[-1])
        assert desk.left() == [], len(seen)
        desk.again()

    assert seen.count(BEFORE) > 50
    assert seen.count(AFTER) > 10


@pytest.mark.parametrize("mode", [*MODES, "kill"])
@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_recovery_that_fails_too_is_finished_by_the_next(desk: Desk, mode: str, moment: str) -> None:
    expected = BEFORE if moment == "before" else AFTER
    killed_around_exchange(desk, moment)
    shutil.rmtree(desk.first)
    for part in (desk.out.parent, desk.seeds):
        shutil.copytree(part, desk.first / part.name)

    steps = 0
    for _ in every_fault(mode, lambda: recover(desk.out, desk.seeds)):
        assert desk.world() == expected
        recover(desk.out, desk.seeds)
        assert desk.world() == expected
        assert desk.left() == []
        desk.again()
        steps += 1

    assert steps > 10


def killed_around_exchange(desk: Desk, moment: str) -> None:
    """Leave *desk* as a run does that is killed just before or just after the two folders change names."""
    process = os.fork()
    if not process:
        real = disk.exchange

        def exchange(one: Path, other: Path) -> bool:
            if moment == "after":
                real(one, other)
            os._exit(0)

        disk.exchange = exchange
        desk.publish()
    os.waitpid(process, 0)
    assert (desk.seeds / ".pending").exists()


def test_the_first_site_of_all_is_whole_or_not_there(desk: Desk) -> None:
    shutil.rmtree(desk.first / "place/public")
    desk.again()
    seen: list[World] = []
    for _ in every_fault("kill", desk.publish):
        recover(desk.out, desk.seeds)
        seen.append(desk.world())
        assert seen[-1] in (({}, WAS), AFTER)
        desk.again()

    assert (seen[0], seen[-1]) == (({}, WAS), AFTER)


@pytest.mark.parametrize("mode", [*MODES, "kill"])
def test_an_editors_command_changes_all_files_or_none(desk: Desk, mode: str) -> None:
    seen: list[dict[str, str]] = []
    for ended in every_fault(mode, lambda: write_state(desk.seeds, TEXTS)):
        there = desk.world()[1]
        assert there in (WAS, IS)
        assert ended is not None or there == IS

        recover(desk.out, desk.seeds)

        assert desk.world() == (as_tree(OLD), there)
        assert desk.left() == []
        seen.append(there)
        desk.again()

    assert len(seen) > 20
    assert (seen[0], seen[-1]) == (WAS, IS)


# ---------------------------------------------------------------- what was cut off


def test_reading_looks_through_to_what_is_in_force_and_writes_nothing(desk: Desk) -> None:
    killed_around_exchange(desk, "after")
    before = {path.name for path in desk.seeds.rglob("*")}

    assert read_seeds(desk.seeds).ledger is not None
    assert desk.world() == AFTER
    assert (desk.seeds / "ledger.csv").read_text() == WAS["ledger.csv"]
    assert {path.name for path in desk.seeds.rglob("*")} == before


def test_a_build_into_another_folder_finishes_what_was_published(desk: Desk) -> None:
    killed_around_exchange(desk, "after")

    recover(desk.folder / "other/public", desk.seeds)

    assert desk.world() == AFTER
    assert sorted(path.name for path in desk.seeds.glob(".*")) == []


def test_a_site_moved_meanwhile_is_known_by_its_manifest(desk: Desk) -> None:
    killed_around_exchange(desk, "after")
    desk.out.rename(desk.folder / "moved")

    recover(desk.folder / "moved", desk.seeds)

    assert desk.world()[1] == IS


def test_an_edit_after_a_run_that_was_cut_off_is_not_written_over(desk: Desk) -> None:
    killed_around_exchange(desk, "after")
    ledger, pending = desk.seeds / "ledger.csv", desk.seeds / ".pending"
    ledger.write_text("edited\n")
    sentence = (
        f"{ledger}: was changed after a run that was cut off: compare it with {pending}/0, put into it what is right, "
        f"and remove {pending}"
    )

    assert refused(lambda: read_seeds(desk.seeds)) == sentence
    assert refused(lambda: recover(desk.out, desk.seeds)) == sentence
    assert (ledger.read_text(), (pending / "0").read_text()) == ("edited\n", TEXTS["ledger.csv"])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"manifest": null, "site": "", "steps": [{"path": "../x", "name": "0", "before": null, "after": null}]}',
        '{"manifest": null, "site": "", "steps": [{"path": "x"}]}',
        '{"steps": []}',
    ],
)
def test_what_no_build_wrote_is_not_carried_out(desk: Desk, text: str) -> None:
    commit = desk.seeds / ".pending/commit.json"
    commit.parent.mkdir()
    commit.write_text(text)

    assert refused(lambda: recover(desk.out, desk.seeds)) == (
        f"{commit}: is not as a build wrote it: remove {commit.parent}, and look whether ledger.csv is as it should be"
    )


@pytest.mark.parametrize("kind", ["file", "link", "strange"])
def test_a_stranger_in_the_way_of_the_state_is_left_alone(desk: Desk, kind: str) -> None:
    pending = desk.seeds / ".pending"
    if kind == "file":
        pending.write_text("mine")
    elif kind == "link":
        pending.symlink_to(desk.folder)
    else:
        pending.mkdir()
        (pending / "mine.txt").write_text("mine")

    assert refused(desk.publish) == (
        f"{pending}: stands where the build works and is not its own: move it away"
    )
    assert tree(desk.out) == as_tree(OLD)


def test_a_folder_where_nothing_can_be_moved_is_told_before_anything_is_published(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, _: Path(path).name != "published")

    with pytest.raises(PermissionError):
        desk.publish()

    assert desk.world() == BEFORE
    assert desk.left() == []


# ---------------------------------------------------------------- exchanging


def test_two_folders_change_names_in_one_step(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"from-{name}").write_text("")

    assert disk.exchange(tmp_path / "a", tmp_path / "b")

    assert [path.name for path in (tmp_path / "a").iterdir()] == ["from-b"]


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.EINVAL, errno.ENOTSUP])
def test_a_system_that_cannot_says_so(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    monkeypatch.setattr(disk, "_renameat2", lambda: lambda *_: ctypes.set_errno(number) or -1)

    assert not disk.exchange(Path("a"), Path("b"))


def test_a_system_without_the_call_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: object())
    disk._renameat2.cache_clear()

    assert not disk.exchange(Path("a"), Path("b"))
    disk._renameat2.cache_clear()


def test_any_other_error_is_raised_with_the_folder(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as error:
        disk.exchange(tmp_path / "a", tmp_path / "b")

    assert error.value.filename == f"{tmp_path}/b"


# ---------------------------------------------------------------- which paths


def test_the_paths_of_a_site_are_those_of_its_manifest_or_those_there(desk: Desk) -> None:
    assert published_paths(desk.folder / "none") == frozenset()
    assert published_paths(desk.seeds) == frozenset()
    assert published_paths(desk.out) == {"index.html", "a/b/index.html", "gone.html"}

    files = ", ".join(f'"{path}": "{"0" * 64}"' for path in ("index.html", "x.html"))
    manifest = (
        f'{{"serial": 1, "date": "2022-12-31", "previous": null, "editions": [], "files": {{{files}}}}}'
    )
    write_site([Output("data/manifest.json", manifest.encode())], desk.out)

    assert published_paths(desk.out) == {"index.html", "x.html"}


# ---------------------------------------------------------------- killed at random


def test_fifty_kills_at_random_moments(desk: Desk) -> None:
    """A process that publishes one site after the other is killed, fifty times: both are old, or both are new."""
    chance = random.Random(1012)
    outcomes: list[World] = []
    for turn in range(50):
        process = os.fork()
        if not process:
            with suppress(BaseException):
                for number in range(turn, 10_000):
                    outputs, texts = ((NEW, TEXTS), (OLD, {**dict.fromkeys(TEXTS), **WAS}))[number % 2]
                    publish(outputs, desk.out, desk.seeds, lambda _, texts=texts: texts)  # type: ignore[misc]
            os._exit(1)
        time.sleep(chance.uniform(0.005, 0.12))
        os.kill(process, signal.SIGKILL)
        assert os.WIFSIGNALED(os.waitpid(process, 0)[1])

        there = desk.world()
        recover(desk.out, desk.seeds)

        assert there in (BEFORE, AFTER)
        assert desk.world() == there
        assert desk.left() == []
        outcomes.append(there)

    assert 5 < outcomes.count(AFTER) < 45


@pytest.mark.parametrize("times", [10, pytest.param(50, marks=pytest.mark.long)])
def test_kills_of_the_command(desk: Desk, times: int) -> None:
    """Whenever `build.py` is killed, the site is whole by its own manifest, and the memory is of this very site."""
    seeds, out = small_seeds(desk.folder / "office/seeds"), desk.folder / "office/public"
    words = ["--seeds", str(seeds), "--out", str(out), "--jobs", "1"]
    started = time.monotonic()
    assert os.waitpid(start_build(words), 0)[1] == 0
    longest = time.monotonic() - started

    chance = random.Random(109)
    manifests = set()
    for turn in range(times):
        (seeds / "editions/2022-12.txt").write_text(DIGEST.replace("500", str(500 + turn % 3)))
        process = start_build(words)
        time.sleep(chance.uniform(0.3, 1.5) * longest)
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)

        assert verify(read_site(out)).wrong == ()
        manifest = (out / "data/manifest.json").read_bytes()
        assert read_last(read_seeds(seeds).published["site"]) == last_of(manifest)
        manifests.add(manifest)

    assert len(manifests) > 1
    assert os.waitpid(start_build(words), 0)[1] == 0
    assert sorted(path.name for path in out.parent.iterdir()) == ["public", "seeds"]
    assert not list(seeds.glob(".*"))


def small_seeds(folder: Path) -> Path:
    """Write the small seeds of the other tests to *folder*."""
    files = {f"authority/{name}.yaml": text for name, text in AUTHORITY.items()}
    for path, text in {**files, "site.yaml": SITE, "editions/2022-12.txt": DIGEST}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    return folder


def start_build(words: list[str]) -> int:
    """Start the command in a process of its own that knows its modules already, and return the number of it."""
    process = os.fork()
    if not process:
        status = WRONG
        with suppress(BaseException), Path(os.devnull).open("w") as nowhere:
            for number in (1, 2):
                os.dup2(nowhere.fileno(), number)
            status = main(words, {})
        os._exit(status)
    return process
