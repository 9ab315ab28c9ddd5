"""Reading the seeds folder, and where and how a site is written. What fails or is killed: see test_publishing."""

from __future__ import annotations

import errno
import fcntl
import hashlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from chronicle.files import (
    MARKER,
    check_out,
    check_templates,
    read_seeds,
    read_static,
    write_site,
)
from chronicle.findings import ChronicleError
from chronicle.model import Output

DIGEST = "December 1, Town, something happened[1].\n"
OLD = (Output("index.html", b"old"), Output("a/b/index.html", b"same"), Output("gone.html", b"gone"))
NEW = (Output("index.html", b"new"), Output("a/b/index.html", b"same"), Output("a/c.xml", b"more"))


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    for name in ("editions", "authority", "pages"):
        (folder / name).mkdir(parents=True)
    (folder / "editions/2022-12.txt").write_text(DIGEST)
    return folder


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "place" / "public"


def tree(folder: Path) -> dict[str, bytes]:
    found = {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    found.pop(MARKER, None)
    return found


def as_tree(outputs: tuple[Output, ...]) -> dict[str, bytes]:
    return {output.path: output.data for output in outputs}


def beside(out: Path) -> list[str]:
    return [path.name for path in out.parent.iterdir()]


def refused(call: Callable[[], object]) -> str:
    with pytest.raises(ChronicleError) as error:
        call()
    return str(error.value)


# ---------------------------------------------------------------- reading


def test_seeds_are_read_as_text_with_the_digest_of_their_bytes(seeds: Path) -> None:
    (seeds / "editions/2021-03.txt").write_bytes(b"\xef\xbb\xbfone\r\ntwo")
    (seeds / "editions/2022-12.yaml").write_text("title: A\n")
    (seeds / "authority/people.yaml").write_text("")
    (seeds / ".DS_Store").write_bytes(b"\0")
    (seeds / "editions/~$2022-12.docx").write_bytes(b"\0")

    read = read_seeds(seeds)

    assert [(f.path, f.name, f.text, f.sha256) for f in read.editions] == [
        (
            "seeds/editions/2021-03.txt",
            "2021-03.txt",
            "one\ntwo",
            hashlib.sha256(b"\xef\xbb\xbfone\r\ntwo").hexdigest(),
        ),
        ("seeds/editions/2022-12.txt", "2022-12.txt", DIGEST, hashlib.sha256(DIGEST.encode()).hexdigest()),
    ]
    assert read.sidecars["2022-12"].text == "title: A\n"
    assert read.authority["people"].text == ""


def test_all_mistakes_of_all_files_are_told_at_once(seeds: Path) -> None:
    (seeds / "editions/2022-13.txt").write_text("x")
    (seeds / "editions/2023-01.txt").write_text(" \n")
    (seeds / "editions/2023-02.txt").write_bytes(b"a\0bcdefg")
    (seeds / "editions/2023-03.txt").symlink_to(seeds / "editions/2022-12.txt")

    assert refused(lambda: read_seeds(seeds)).splitlines() == [
        "seeds/editions/2023-03.txt: is a link, no plain file, or one too many: put plain files there, and fewer",
        "seeds/editions/2022-13.txt: is no name for a file in editions/: name it YYYY-MM.txt, as in 2022-12.txt",
        "seeds/editions/2023-01.txt: is empty: put the text in it, or remove the file",
        "seeds/editions/2023-02.txt:1:2: a control character (U+0000): remove it",
    ]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert refused(lambda: read_seeds(tmp_path / "none")) == (
        f"{tmp_path}/none: there is no such folder: name the folder of the seeds with --seeds"
    )


def test_a_file_too_large_is_refused_unread(seeds: Path) -> None:
    with (seeds / "editions/2022-12.txt").open("r+b") as file:
        file.truncate(20_000_001)

    assert refused(lambda: read_seeds(seeds)) == "seeds/editions/2022-12.txt: is larger than 20 MB: divide it"


@pytest.mark.parametrize("kind", ["file", "folder", "dangling", "loop", "fifo"])
def test_links_and_pipes_are_refused_everywhere(tmp_path: Path, kind: str) -> None:
    folder, secret = tmp_path / "static", tmp_path / "secret"
    folder.mkdir()
    secret.mkdir()
    (secret / "key.txt").write_text("secret")
    odd = folder / "odd.txt"
    match kind:
        case "file":
            odd.symlink_to(secret / "key.txt")
        case "folder":
            odd.symlink_to(secret)
        case "dangling":
            odd.symlink_to(tmp_path / "nothing")
        case "loop":
            odd.symlink_to(odd)
        case _:
            os.mkfifo(odd)

    sentence = "static/odd.txt: is a link, no plain file, or one too many: put plain files there, and fewer"
    assert refused(lambda: read_static(folder)).splitlines()[0] == sentence
    assert refused(lambda: check_templates(folder)) == sentence


def test_static_files_are_published_as_they_are_but_not_hidden_ones(tmp_path: Path) -> None:
    folder = tmp_path / "static"
    (folder / "vendor").mkdir(parents=True)
    (folder / "style.css").write_bytes(b"a{}")
    (folder / "vendor/x.js").write_bytes(b"1")

    assert read_static(folder) == (Output("style.css", b"a{}"), Output("vendor/x.js", b"1"))

    (folder / ".env").write_text("secret")
    assert refused(lambda: read_static(folder)) == (
        "static/.env: static/ holds only .css, .js, .png, .txt, .woff2: remove it"
    )


# ---------------------------------------------------------------- where


def test_a_new_an_empty_and_an_own_folder_may_be_written(out: Path) -> None:
    check_out(out, [], [])
    out.mkdir(parents=True)
    check_out(out, [], [])
    write_site(OLD, out)
    check_out(out, [out.parent], [out.parent / "seeds"])


def test_what_is_not_ours_is_never_replaced(out: Path) -> None:
    out.mkdir(parents=True)
    (out / "thesis.txt").write_text("ten years of work")

    assert refused(lambda: check_out(out, [], [])) == (
        f"{out}: is no site that this program built ({MARKER} is missing): name a new folder with --out"
    )


def test_a_file_is_no_folder(out: Path) -> None:
    out.parent.mkdir()
    out.write_text("x")

    assert "is no site that this program built" in refused(lambda: check_out(out, [], []))


def test_a_link_is_refused_even_to_a_site_of_ours(out: Path) -> None:
    write_site(OLD, out)
    link = out.with_name("link")
    link.symlink_to(out)

    assert refused(lambda: check_out(link, [], [])) == f"{link}: is a link: name the folder itself with --out"


@pytest.mark.parametrize("where", [".", "..", "/", "seeds", "seeds/below", "home", "repo/../seeds"])
def test_folders_that_hold_other_work_are_refused(tmp_path: Path, where: str) -> None:
    for name in ("repo", "seeds", "home"):
        (tmp_path / name).mkdir()
    kept = [tmp_path / "repo", tmp_path / "home"]

    sentence = refused(lambda: check_out(tmp_path / where, kept, [tmp_path / "seeds"]))

    assert sentence == (
        f"{tmp_path / where}: a build must not replace this folder, or what lies in it: name another one with --out"
    )


# ---------------------------------------------------------------- publishing


def test_a_site_is_written_whole_and_its_files_counted(out: Path) -> None:
    assert write_site(OLD, out) == 3
    assert tree(out) == as_tree(OLD)
    assert (out / MARKER).is_file()


def test_what_is_no_longer_produced_goes_and_nothing_is_left_beside_it(out: Path) -> None:
    write_site(OLD, out)
    write_site(NEW, out)

    assert tree(out) == as_tree(NEW)
    assert beside(out) == ["public"]


def test_files_whose_bytes_are_unchanged_keep_their_time(out: Path) -> None:
    write_site(OLD, out)
    for name in ("index.html", "a/b/index.html"):
        os.utime(out / name, ns=(10**18, 10**18))

    write_site(NEW, out)

    assert (out / "a/b/index.html").stat().st_mtime_ns == 10**18
    assert (out / "index.html").stat().st_mtime_ns > 10**18


def test_files_whose_bytes_are_unchanged_are_not_written_again(out: Path) -> None:
    """They get a second name, as long as both sites stand; not where their rights are other than those of a new file."""
    write_site(OLD, out)
    before = (out / "a/b/index.html").stat().st_ino
    write_site(NEW, out)
    assert (out / "a/b/index.html").stat().st_ino == before

    (out / "a/b/index.html").chmod(0o600)
    write_site(NEW, out)
    assert (out / "a/b/index.html").stat().st_ino != before
    assert (out / "a/b/index.html").stat().st_mode & 0o777 == 0o644
    assert tree(out) == as_tree(NEW)


def test_a_disk_without_second_names_gets_new_files(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def link(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    write_site(OLD, out)
    before = (out / "a/b/index.html").stat().st_ino
    monkeypatch.setattr(os, "link", link)
    write_site(NEW, out)

    assert tree(out) == as_tree(NEW)
    assert (out / "a/b/index.html").stat().st_ino != before


@pytest.mark.parametrize("umask", [0o000, 0o077])
def test_everyone_may_read_and_only_the_owner_write(out: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        write_site(OLD, out)
    finally:
        os.umask(before)

    modes = {path.is_dir(): path.stat().st_mode & 0o7777 for path in (out, *out.rglob("*"))}
    assert modes == {True: 0o755, False: 0o644}


@pytest.mark.parametrize(
    "path",
    [
        "../x.html",
        "a/../../x.html",
        "/etc/passwd",
        "a//b.html",
        "",
        ".",
        "..",
        "a/./b.html",
        "A.html",
        "a b.html",
        "ә.html",
        "a\\b.html",
        "c:x.html",
        "a\0.html",
        "a\n.html",
        "con",
        "people/nul.html",
        "com1/index.html",
        "point.",
        "x" * 256,
        "/".join(["x"] * 600),
    ],
)
def test_an_unfit_path_is_refused_and_the_old_site_stays(out: Path, path: str) -> None:
    write_site(OLD, out)

    sentence = refused(lambda: write_site([*NEW, Output(path, b"")], out))

    assert sentence.startswith(f"{path!r}: is no address for a file")
    assert tree(out) == as_tree(OLD)
    assert beside(out) == ["public"]


@pytest.mark.parametrize("path", ["index.html", MARKER])
def test_two_files_on_one_path_are_refused(out: Path, path: str) -> None:
    assert refused(lambda: write_site([*NEW, Output(path, b"")], out)) == (
        f"{path!r}: two files of the site want this address: give one of them another id"
    )


@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(errno.ENOSPC, "full"), ChronicleError("bad")])
def test_whatever_stops_the_outputs_leaves_the_old_site(out: Path, error: BaseException) -> None:
    def outputs() -> Iterator[Output]:
        yield NEW[0]
        raise error

    write_site(OLD, out)
    with pytest.raises(type(error)):
        write_site(outputs(), out)

    assert tree(out) == as_tree(OLD)
    assert beside(out) == ["public"]


def test_a_second_build_of_the_same_site_says_so_and_leaves(out: Path) -> None:
    write_site(OLD, out)
    lock = out.with_name(".public.lock")
    with lock.open("wb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)

        sentence = refused(lambda: write_site(NEW, out))

    assert sentence == f"{lock}: another build of this site is running: wait until it is done"
    assert tree(out) == as_tree(OLD)
    write_site(NEW, out)
    assert tree(out) == as_tree(NEW)


def test_a_run_killed_between_the_renames_is_mended_by_the_next(out: Path) -> None:
    write_site(OLD, out)
    out.rename(out.with_name(".public.old"))

    def outputs() -> Iterator[Output]:
        assert tree(out) == as_tree(OLD)
        yield from NEW

    write_site(outputs(), out)

    assert tree(out) == as_tree(NEW)
    assert beside(out) == ["public"]


def test_a_strangers_folder_in_the_way_is_left_alone(out: Path) -> None:
    stranger = out.with_name(".public.new")
    stranger.mkdir(parents=True)
    (stranger / "mine.txt").write_text("mine")

    assert refused(lambda: write_site(NEW, out)) == (
        f"{stranger}: stands where the build works and is not its own: move it away"
    )
    assert (stranger / "mine.txt").read_text() == "mine"
