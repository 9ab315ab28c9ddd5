"""A copy of a site is read from a folder or an archive, and what no copy holds is refused unread."""

from __future__ import annotations

import io
import os
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from chronicle.files import copies, read_site, write_site
from chronicle.findings import ChronicleError
from chronicle.manifest import MARKER, MARKER_TEXT
from chronicle.model import Output

SITE = (Output("a/b/index.html", b"one"), Output("data/manifest.json", b"{}"), Output("index.html", b"two"))


def refused(path: Path) -> list[str]:
    with pytest.raises(ChronicleError) as error:
        list(read_site(path))
    return str(error.value).splitlines()


def packed(path: Path, *files: tuple[str | zipfile.ZipInfo, bytes], how: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", how) as archive:
        for name, data in files:
            archive.writestr(name, data, how)
    return path


def named(name: str) -> zipfile.ZipInfo:
    """Return a member whose name is written as it is."""
    member = zipfile.ZipInfo("x")
    member.filename = name
    return member


# ---------------------------------------------------------------- folders


def test_a_folder_gives_every_file_hidden_ones_too_in_order(tmp_path: Path) -> None:
    write_site(reversed(SITE), tmp_path / "site")

    assert list(read_site(tmp_path / "site")) == [Output(MARKER, MARKER_TEXT), *SITE]


def test_what_is_neither_folder_nor_file_is_said_not_to_be_there(tmp_path: Path) -> None:
    assert refused(tmp_path / "none") == [
        f"{tmp_path}/none: there is no such folder or archive: name the copy of the site"
    ]


def test_links_and_pipes_are_named(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/link.html").symlink_to("/etc/passwd")
    (tmp_path / "folder").symlink_to("/etc")
    os.mkfifo(tmp_path / "pipe")
    with (tmp_path / "large").open("wb") as file:
        file.truncate(500_000_001)

    assert refused(tmp_path) == [
        "a/link.html: is a link or no plain file: no copy of a site holds one",
        "folder: is a link or no plain file: no copy of a site holds one",
        "large: is larger than 500 MB: no file of a site is",
        "pipe: is a link or no plain file: no copy of a site holds one",
    ]


def test_of_many_links_twenty_are_named(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number:02}").symlink_to("x")

    assert refused(tmp_path)[19:] == [
        "19: is a link or no plain file: no copy of a site holds one",
        "and 10 more",
    ]


def test_a_folder_with_too_many_files_is_no_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "_MOST_FILES", 2)
    write_site(SITE, tmp_path / "site")

    assert refused(tmp_path / "site") == [
        f"{tmp_path}/site: holds more than a site can: it is no copy of one"
    ]


# ---------------------------------------------------------------- archives


@pytest.mark.parametrize("how", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_an_archive_gives_its_files_without_folders(tmp_path: Path, how: int) -> None:
    path = packed(tmp_path / "x.zip", ("a/", b""), *((f.path, f.data) for f in SITE), how=how)

    assert tuple(read_site(path)) == SITE


def test_an_archive_of_one_folder_gives_what_is_in_it(tmp_path: Path) -> None:
    path = packed(tmp_path / "x.zip", *((f"site/{f.path}", f.data) for f in SITE))

    assert tuple(read_site(path)) == SITE


def test_a_file_beside_the_one_folder_is_seen(tmp_path: Path) -> None:
    path = packed(tmp_path / "x.zip", *((f"site/{f.path}", f.data) for f in SITE), ("more.html", b""))

    assert [file.path for file in read_site(path)] == [*(f"site/{f.path}" for f in SITE), "more.html"]


def test_an_empty_archive_has_no_files(tmp_path: Path) -> None:
    assert list(read_site(packed(tmp_path / "x.zip"))) == []


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_stands_twice_is_given_twice(tmp_path: Path) -> None:
    """`verify` tells of it: programs differ in which of the two they unpack."""
    path = packed(tmp_path / "x.zip", ("a", b"1"), ("a", b"2"))

    assert list(read_site(path)) == [Output("a", b"1"), Output("a", b"2")]


@pytest.mark.parametrize(
    "name",
    ["../x", "/etc/passwd", "a/../../x", "a//b", "./a", "C:/x", "a\\b", "..\\x", "a/.."],
)
def test_a_name_that_leads_out_is_refused(tmp_path: Path, name: str) -> None:
    path = packed(tmp_path / "x.zip", (named(name), b"x"))

    assert refused(path) == [f"{name}: is no name for a file of a site: it leads out of the folder"]


def test_a_folder_that_holds_bytes_is_no_folder(tmp_path: Path) -> None:
    assert refused(packed(tmp_path / "x.zip", ("a/", b"x"))) == [
        "a/: is no name for a file of a site: it leads out of the folder"
    ]


def test_a_name_with_a_null_is_refused(tmp_path: Path) -> None:
    """What comes after the null is hidden by most programs."""
    path = packed(tmp_path / "x.zip", ("index.html_.exe", b"x"))
    path.write_bytes(path.read_bytes().replace(b"html_.exe", b"html\0.exe"))

    assert refused(path) == ["index.html\0.exe: is no name for a file of a site: it leads out of the folder"]


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_links_and_devices_in_an_archive_are_refused(tmp_path: Path, kind: int) -> None:
    member = named("a")
    member.external_attr = (kind | 0o644) << 16

    assert refused(packed(tmp_path / "x.zip", (member, b"/etc/passwd"))) == [
        "a: is a link or no plain file: no copy of a site holds one"
    ]


def test_an_encrypted_archive_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "x.zip", ("a", b"x"))
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)

    assert refused(path) == ["a: is encrypted: make an archive without a password"]


def test_unusual_packing_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "x.zip", ("a", b"x"), how=zipfile.ZIP_BZIP2)

    assert refused(path) == ["a: is packed in a way that is not read: make an ordinary ZIP archive"]


def test_a_bomb_is_refused_unread(tmp_path: Path) -> None:
    """A file that says it is larger than its bytes can unpack to; nothing is unpacked to find out."""
    path = packed(tmp_path / "x.zip", ("a", b"x" * 100))
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = (400_000_000).to_bytes(4, "little")
    path.write_bytes(data)

    assert refused(path) == ["a: unpacks to more than a file of a site can be"]


def test_parts_used_twice_are_refused(tmp_path: Path) -> None:
    """A small archive whose many names all point to one large part."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("a", os.urandom(1000))
        for name in ("b", "c"):
            archive.filelist.append(member := named(name))
            twin = archive.filelist[0]
            member.header_offset, member.CRC = twin.header_offset, twin.CRC
            member.file_size, member.compress_size = twin.file_size, twin.compress_size
            archive._didModify = True  # type: ignore[attr-defined]
    path = tmp_path / "x.zip"
    path.write_bytes(whole.getvalue())

    assert refused(path) == [f"{path}: holds more than a site can: it is no copy of one"]


def _cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _turned(data: bytes) -> bytes:
    at = data.index(b"PK\x01\x02") - 3
    return data[:at] + bytes([data[at] ^ 255]) + data[at + 1 :]


@pytest.mark.parametrize("harm", [_cut, _turned, lambda _: b"", lambda _: b"<!doctype html>"])
def test_an_archive_that_is_not_whole_is_refused(tmp_path: Path, harm: Callable[[bytes], bytes]) -> None:
    path = packed(tmp_path / "x.zip", ("a", b"one two three"), ("b", b"four"))
    path.write_bytes(harm(path.read_bytes()))

    (sentence,) = refused(path)
    assert sentence.startswith(f"{path}: is no whole ZIP archive (")
    assert sentence.endswith("): take the file again")


def test_names_that_are_no_text_are_shown_as_escapes(tmp_path: Path) -> None:
    (tmp_path / "x\udcff").symlink_to("y")

    assert refused(tmp_path) == ["x\\udcff: is a link or no plain file: no copy of a site holds one"]
