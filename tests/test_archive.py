"""The archive holds what is published, byte for byte, and its size is known before the last pages are made."""

from __future__ import annotations

import datetime as dt
import io
import random
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from chronicle.archive import Archive, size_words
from chronicle.files import read_site, write_site
from chronicle.manifest import MARKER, with_manifest
from chronicle.model import Output

NAME = "chronicle.zip"
SITE = (
    Output("people/a/index.html", b"<p>one</p>" * 90),
    Output("people/a/card.png", b"\x89PNG"),
    Output("index.html", b"<p>two</p>"),
    Output(".nojekyll", b""),
    Output("data/manifest.json", b"{}"),
)


def whole(outputs: list[Output]) -> bytes:
    """Return the archive among *outputs*."""
    return b"".join(output.data for output in outputs if output.path == NAME)


def packed(*files: Output) -> bytes:
    return whole(list(Archive().packed(files)))


def test_files_pass_by_unchanged_and_the_archive_comes_last() -> None:
    outputs = list(Archive().packed(iter(SITE)))

    assert outputs[:-1] == list(SITE)
    assert (outputs[-1].path, outputs[-1].goes_on) == (NAME, False)


def test_it_holds_every_file_but_the_pictures_for_links_in_order_of_name() -> None:
    with zipfile.ZipFile(io.BytesIO(packed(*SITE))) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
        told = {(one.date_time, one.external_attr >> 16, one.create_system) for one in archive.infolist()}

        assert archive.testzip() is None
    assert list(held) == [".nojekyll", "data/manifest.json", "index.html", "people/a/index.html"]
    assert held == {file.path: file.data for file in SITE if file.path != "people/a/card.png"}
    assert told == {((1980, 1, 1, 0, 0, 0), stat.S_IFREG | 0o644, 3)}


def test_the_same_files_give_the_same_bytes() -> None:
    assert packed(*SITE) == packed(*SITE)


def test_a_large_one_comes_in_pieces_that_are_one_archive(tmp_path: Path) -> None:
    """What cannot be packed: more than two pieces of it; published again, the file keeps its time."""
    noise = random.Random(1)
    files = [Output(f"{n}.bin", noise.randbytes(12 * 2**20)) for n in range(3)]
    outputs = list(Archive().packed(files))

    assert [one.goes_on for one in outputs if one.path == NAME] == [False, True]
    for _ in range(2):
        write_site(outputs, tmp_path / "site")
        path = tmp_path / "site" / NAME
        assert path.read_bytes() == whole(outputs)
        times = path.stat().st_mtime_ns
    write_site(outputs, tmp_path / "site")
    assert path.stat().st_mtime_ns == times
    assert list(read_site(path)) == files

    write_site([*files, Output(NAME, b"x"), Output(NAME, b"y", goes_on=True)], tmp_path / "site")
    assert path.read_bytes() == b"xy"


FILES = st.dictionaries(st.from_regex(r"[a-z]{1,9}(/[a-z]{1,9}){0,2}\.html", fullmatch=True), st.binary())


@given(FILES, st.binary(max_size=50))
def test_its_size_is_known_before_the_last_pages_are_made(files: dict[str, bytes], page: bytes) -> None:
    """Never less than it has, and hardly more."""
    archive = Archive()
    told: list[int] = []

    def stream() -> Iterator[Output]:
        yield from (Output(path, data) for path, data in files.items())
        told.append(archive.expected([Output("last", page[::-1])]))
        yield Output("last", page)

    size = len(whole(list(archive.packed(with_manifest(stream(), (), None, dt.date(2026, 11, 22))))))
    assert size <= told[0] <= size + 3_000


def test_one_that_is_larger_than_its_pages_say_is_not_published() -> None:
    archive = Archive()

    def files() -> list[Output]:
        archive.expected([])
        return [Output("a", random.Random(2).randbytes(5_000))]

    with pytest.raises(ValueError, match=r"chronicle\.zip has \d+ bytes, and pages tell of \d+ at most"):
        list(archive.packed(files()))


@pytest.mark.parametrize(
    ("size", "told"),
    [
        (1, "1 kB"),
        (3_200, "4 kB"),
        (999_000, "999 kB"),
        (999_001, "1.0 MB"),
        (4_612_014, "4.7 MB"),
        (4_700_000, "4.7 MB"),
        (1_234_500_000, "1,234.5 MB"),
    ],
)
def test_a_size_is_told_rounded_up(size: int, told: str) -> None:
    assert size_words(size) == told


def test_a_stop_while_it_packs_is_nothing_but_a_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing complains of an archive that was never ended, neither then nor later."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(zlib, "compressobj", stop)
    with pytest.raises(KeyboardInterrupt) as raised:
        list(Archive().packed(SITE))

    assert raised.value.__context__ is None


def test_the_marker_of_the_folder_is_not_in_it() -> None:
    assert MARKER.encode() not in packed(*SITE)
