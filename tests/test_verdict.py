"""The archive that lies in a copy is checked member by member against the copy's own manifest."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from chronicle.archive import Archive
from chronicle.files import read_site, write_site
from chronicle.findings import ChronicleError
from chronicle.manifest import MANIFEST, MARKER, SIGNATURE
from chronicle.model import Output
from chronicle.verdict import verify
from tests.test_manifest import DAY, EDITION, FIRST, LATER, PAGES, SECOND, SIGNED, sealed

WHOLE = "complete and unaltered: 6 files, 2 events, serial 1 of 2026-11-22"
CARD = Output("people/a/card.png", b"\x89PNG")


def zipped(*files: Output) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            archive.writestr(file.path, file.data)
    return held.getvalue()


def carried(folder: Path, *members: Output, site: tuple[Output, ...] = FIRST) -> list[str]:
    """Return what is wrong with *site* in a folder, with an archive of *members*."""
    write_site([*site, Output("chronicle.zip", zipped(*members))], folder)
    return list(verify(read_site(folder)).wrong)


def test_a_site_and_its_archive_are_one(tmp_path: Path) -> None:
    """In the folder, as a ZIP of the folder, and the archive alone."""
    write_site(Archive().packed(FIRST), tmp_path / "site")
    (tmp_path / "all.zip").write_bytes(zipped(*FIRST, Output("chronicle.zip", zipped(*FIRST))))

    assert verify(read_site(tmp_path / "site")).head == f"{WHOLE}; chronicle.zip holds the same"
    assert verify(read_site(tmp_path / "all.zip")).head == f"{WHOLE}; chronicle.zip holds the same"
    assert verify(read_site(tmp_path / "site/chronicle.zip")).head == WHOLE


def test_the_signature_may_lie_in_it(tmp_path: Path) -> None:
    assert carried(tmp_path / "a", *FIRST, Output(SIGNATURE, SIGNED)) == []
    assert carried(tmp_path / "b", *FIRST, Output(SIGNATURE, b"<script>"), Output(MARKER, b"x")) == [
        f"chronicle.zip: {SIGNATURE}: is not as it was published",
        f"chronicle.zip: {MARKER}: is not as it was published",
    ]


def test_members_missing_added_altered_and_twice_are_named(tmp_path: Path) -> None:
    altered = Output(PAGES[1].path, b"<p>other")

    with pytest.warns(UserWarning, match="Duplicate name"):
        told = carried(tmp_path, *FIRST[2:], altered, Output("x.html", b"x"), FIRST[2])
    assert told == [
        f"chronicle.zip: {PAGES[2].path}: stands twice in the copy",
        f"chronicle.zip: {PAGES[1].path}: is not as it was published",
        "chronicle.zip: index.html: is missing",
        "chronicle.zip: x.html: does not belong to the site",
    ]


def test_the_archive_of_an_older_site_is_told(tmp_path: Path) -> None:
    assert carried(tmp_path, *FIRST, site=SECOND) == [
        "chronicle.zip: is of another build than the rest: its manifest is missing, or another one",
        "chronicle.zip: about.html: is missing",
    ]


def test_an_archive_within_the_archive_is_not_unpacked_again(tmp_path: Path) -> None:
    inner = Output("chronicle.zip", zipped(*FIRST))

    assert carried(tmp_path, *FIRST, inner) == ["chronicle.zip: chronicle.zip: does not belong to the site"]


def test_a_broken_archive_is_named(tmp_path: Path) -> None:
    write_site([*FIRST, Output("chronicle.zip", zipped(*FIRST)[:-9])], tmp_path / "site")

    with pytest.raises(ChronicleError, match=r"site/chronicle\.zip: is no whole ZIP archive"):
        verify(read_site(tmp_path / "site"))


def test_pictures_for_links_may_be_missing_but_not_be_others(tmp_path: Path) -> None:
    """The archive has none; a folder that has one has the one that was published."""
    site = sealed((*PAGES, CARD))
    plain = tuple(file for file in site if file != CARD)

    assert verify(plain).wrong == ()
    assert verify((*plain, Output(CARD.path, b"x"))).wrong == (f"{CARD.path}: is not as it was published",)
    assert carried(tmp_path, *plain, site=site) == []


def test_records_that_are_none_are_not_counted() -> None:
    for data in (b"{}", b"\xff", b"[" * 100_000):
        site = sealed((Output("data/events.json", data),), None, DAY)
        assert verify(site).head == "complete and unaltered: 2 files, serial 1 of 2026-11-22"


def test_what_is_set_for_the_tests_is_a_chain() -> None:
    assert (EDITION.id, DAY < LATER, FIRST[-1].path) == ("2022-12", True, MANIFEST)
