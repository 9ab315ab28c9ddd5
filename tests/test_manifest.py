"""The manifest lists every file; a copy that lacks, adds, alters or goes back on anything is told from a true one."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, strategies as st

from chronicle.findings import ChronicleError
from chronicle.manifest import (
    MANIFEST,
    MARKER,
    MARKER_TEXT,
    SIGNATURE,
    LastManifest,
    last_of,
    last_text,
    read_last,
    read_manifest,
    with_manifest,
)
from chronicle.model import Edition, Output
from chronicle.verdict import Verdict, verify
from tests.seeding import seed

DAY = dt.date(2026, 11, 22)
LATER = dt.date(2026, 12, 1)
EDITION = Edition(
    id="2022-12",
    title="December",
    first=dt.date(2022, 12, 1),
    last=dt.date(2022, 12, 31),
    file="2022-12.txt",
    sha256="d" * 64,
)
PAGES = (
    Output("index.html", b"<p>all"),
    Output("events/2022-12/1/index.html", b"<p>one"),
    Output("events/2022-12/2/index.html", b"<p>two"),
    Output("people/a/index.html", b"<p>a"),
    Output("data/events.json", b'[{"id": "2022-12.1"}, {"id": "2022-12.2"}]'),
)
SIGNED = b"untrusted comment: signature\nRUQ+/abc=\ntrusted comment: timestamp:1\nx/y+z==\n"


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def sealed(
    pages: tuple[Output, ...] = PAGES, last: LastManifest | None = None, day: dt.date = DAY
) -> tuple[Output, ...]:
    """Return a whole site, its manifest at the end."""
    return tuple(with_manifest(pages, (EDITION,), last, day))


FIRST = sealed()
SECOND = sealed((*PAGES, Output("about.html", b"about")), last_of(FIRST[-1].data), LATER)
THIRD = sealed((*PAGES, Output("about.html", b"more")), last_of(SECOND[-1].data), LATER)


def without(path: str, site: tuple[Output, ...] = FIRST) -> tuple[Output, ...]:
    return tuple(file for file in site if file.path != path)


def with_data(path: str, data: bytes, site: tuple[Output, ...] = FIRST) -> tuple[Output, ...]:
    return tuple(Output(path, data) if file.path == path else file for file in site)


# ---------------------------------------------------------------- making


def test_the_manifest_comes_last_and_lists_every_file_but_itself() -> None:
    assert FIRST[:-1] == PAGES
    assert FIRST[-1].path == MANIFEST
    assert json.loads(FIRST[-1].data) == {
        "serial": 1,
        "date": "2026-11-22",
        "previous": None,
        "editions": [{"id": "2022-12", "file": "2022-12.txt", "sha256": "d" * 64}],
        "files": {file.path: sha256(file.data) for file in PAGES},
    }
    assert list(json.loads(FIRST[-1].data)["files"]) == sorted(file.path for file in PAGES)


def test_outputs_are_passed_on_as_they_come() -> None:
    outputs = with_manifest(iter(PAGES), (EDITION,), None, DAY)

    assert next(outputs) is PAGES[0]


def test_a_site_that_has_not_changed_has_the_same_manifest_whatever_the_day() -> None:
    again = sealed(PAGES, last_of(FIRST[-1].data), LATER)

    assert again == FIRST
    assert sealed(tuple(reversed(PAGES)), last_of(FIRST[-1].data), LATER)[-1] == FIRST[-1]
    assert sealed(SECOND[:-1], last_of(SECOND[-1].data), DAY) == SECOND


def test_a_site_that_has_changed_has_the_next_serial_and_names_the_manifest_before() -> None:
    assert last_of(SECOND[-1].data) == LastManifest(
        serial=2,
        date=LATER,
        previous=sha256(FIRST[-1].data),
        content=last_of(SECOND[-1].data).content,
        sha256=sha256(SECOND[-1].data),
    )


def test_a_digest_that_has_changed_is_a_change() -> None:
    mended = replace(EDITION, sha256="e" * 64)
    *_, manifest = with_manifest(PAGES, (mended,), last_of(FIRST[-1].data), LATER)

    assert last_of(manifest.data).serial == 2


# ---------------------------------------------------------------- what is kept


@pytest.mark.parametrize("site", [FIRST, SECOND])
def test_what_is_kept_is_read_as_it_was_written(site: tuple[Output, ...]) -> None:
    last = last_of(site[-1].data)
    text = last_text(last)

    assert text.count("\n") == 1
    assert read_last(seed("published/site.jsonl", text)) == last


def test_before_the_first_site_nothing_is_kept() -> None:
    assert read_last(None) is None


GOOD: dict[str, Any] = json.loads(last_text(last_of(SECOND[-1].data)))
BAD: dict[str, Any] = {
    "nothing": "",
    "no JSON": "serial 2",
    "a list": "[]",
    "two lines": f"{json.dumps(GOOD)}\n{json.dumps(GOOD)}\n",
    "a key twice": '{"serial": 1, "serial": 2}',
    "a key missing": {k: v for k, v in GOOD.items() if k != "content"},
    "a key too many": {**GOOD, "more": 1},
    "another key": {k: v for k, v in GOOD.items() if k != "content"} | {"contents": "0" * 64},
    "serial no number": {**GOOD, "serial": "2"},
    "serial true": {**GOOD, "serial": True, "previous": None},
    "serial 0": {**GOOD, "serial": 0},
    "first with one before": {**GOOD, "serial": 1},
    "second without one before": {**GOOD, "previous": None},
    "no day": {**GOOD, "date": "2026-02-30"},
    "another form of day": {**GOOD, "date": "20261201"},
    "no hash": {**GOOD, "sha256": "abc"},
    "a hash in capitals": {**GOOD, "content": "A" * 64},
    "too deep": "[" * 100_000,
}


@pytest.mark.parametrize("record", BAD.values(), ids=BAD)
def test_what_the_build_did_not_write_is_refused_with_what_to_do(record: object) -> None:
    text = record if isinstance(record, str) else json.dumps(record)

    with pytest.raises(ChronicleError) as error:
        read_last(seed("published/site.jsonl", text))

    assert str(error.value) == (
        "seeds/published/site.jsonl:1: is not as the build wrote it: take it back as it was, "
        "or the next site will look forged"
    )


# ---------------------------------------------------------------- a true copy


def test_a_true_copy_is_told_in_one_sentence() -> None:
    assert verify(FIRST) == Verdict(
        head="complete and unaltered: 6 files, 2 events, serial 1 of 2026-11-22", wrong=()
    )
    assert verify(reversed(SECOND)).head == (
        "complete and unaltered: 7 files, 2 events, serial 2 of 2026-12-01"
    )


def test_marker_and_signature_may_stand_in_a_copy_or_not() -> None:
    copy = (Output(MARKER, MARKER_TEXT), *FIRST, Output(SIGNATURE, SIGNED))

    assert verify(copy) == verify(FIRST)


def test_a_site_without_records_says_nothing_of_events() -> None:
    assert verify(sealed(PAGES[:1])).head == "complete and unaltered: 2 files, serial 1 of 2026-11-22"


@pytest.mark.parametrize("known", [FIRST, SECOND, THIRD])
def test_a_copy_that_follows_what_is_known_is_true(known: tuple[Output, ...]) -> None:
    assert verify(THIRD, known[-1].data).wrong == ()


def test_what_hosts_do_not_hand_out_may_be_missing_but_not_be_another() -> None:
    """A copy taken from the web lacks `_headers`, `_redirects` and `.nojekyll`."""
    rules = tuple(Output(path, path.encode()) for path in ("_headers", "_redirects", ".nojekyll"))
    site = sealed((*PAGES, *rules))

    assert verify(site[:5] + site[-1:]) == verify(site)
    assert verify((*site[:5], Output("_headers", b"no"), site[-1])).wrong == (
        "_headers: is not as it was published",
    )


# ---------------------------------------------------------------- a false one

ODD = {
    "a file is missing": (without("index.html"), ["index.html: is missing"]),
    "an upload was cut off": (
        FIRST[2:],
        ["events/2022-12/1/index.html: is missing", "index.html: is missing"],
    ),
    "a bit is turned": (
        with_data("index.html", b"<p>alm"),
        ["index.html: is not as it was published"],
    ),
    "a file is added": (
        (*FIRST, Output("events/2022-12/3/index.html", b"<p>forged")),
        ["events/2022-12/3/index.html: does not belong to the site"],
    ),
    "a host adds its own": (
        (*FIRST, Output("CNAME", b"x"), Output("chronicle.zip", b"PK")),
        ["CNAME: does not belong to the site", "chronicle.zip: does not belong to the site"],
    ),
    "a file is renamed": (
        (*without("index.html"), Output("home.html", b"<p>all")),
        ["index.html: is missing: it stands under another name, home.html"],
    ),
    "two pages are swapped": (
        with_data(
            "events/2022-12/1/index.html",
            b"<p>two",
            with_data("events/2022-12/2/index.html", b"<p>one"),
        ),
        [
            f"events/2022-12/{one}/index.html: is not as it was published: it holds what belongs to "
            f"events/2022-12/{other}/index.html"
            for one, other in ((1, 2), (2, 1))
        ],
    ),
    "a name stands twice": (
        (*FIRST, FIRST[0]),
        ["index.html: stands twice in the copy"],
    ),
    "the manifest stands twice": (
        (*FIRST, FIRST[-1]),
        [f"{MANIFEST}: stands twice in the copy"],
    ),
    "the marker says something else": (
        (*FIRST, Output(MARKER, b"buy")),
        [f"{MARKER}: is not as it was published"],
    ),
    "the signature is none": (
        (*FIRST, Output(SIGNATURE, b"<script>")),
        [f"{SIGNATURE}: is not as it was published"],
    ),
    "pages of another build": (
        (*FIRST[:-1], SECOND[-1]),
        ["about.html: is missing"],
    ),
}


@pytest.mark.parametrize(("copy", "wrong"), ODD.values(), ids=ODD)
def test_what_is_not_as_published_is_named(copy: tuple[Output, ...], wrong: list[str]) -> None:
    verdict = verify(copy)

    assert list(verdict.wrong) == wrong
    assert verdict.head.startswith(
        f"not complete, or altered: {len(wrong)} difference{'s' * (len(wrong) > 1)} from serial "
    )


def test_of_many_differences_twenty_are_named() -> None:
    site = sealed(tuple(Output(f"{n:02}.html", bytes([n])) for n in range(31)))

    verdict = verify(site[-1:])

    assert verdict.head == "not complete, or altered: 31 differences from serial 1 of 2026-11-22"
    assert verdict.wrong[0] == "00.html: is missing"
    assert verdict.wrong[19:] == ("19.html: is missing", "and 11 more")


def test_a_copy_without_manifest_cannot_be_checked() -> None:
    assert verify(PAGES) == Verdict(
        head="cannot be checked",
        wrong=(f"{MANIFEST}: is missing: this is no copy of a site, or only a part of one",),
    )
    assert verify(()) == verify(PAGES)


RECORD: dict[str, Any] = json.loads(FIRST[-1].data)
NO_MANIFEST: dict[str, bytes] = {
    "nothing": b"",
    "cut off": FIRST[-1].data[:-20],
    "not UTF-8": b"\xff" + FIRST[-1].data,
    "a page of the host": b"<!doctype html><title>404</title>",
    **{
        name: json.dumps(record).encode()
        for name, record in {
            "a list": [RECORD],
            "a key missing": {k: v for k, v in RECORD.items() if k != "previous"},
            "a key too many": {**RECORD, "more": 1},
            "files no mapping": {**RECORD, "files": ["index.html"]},
            "a file without hash": {**RECORD, "files": {"index.html": 7}},
            "editions of another form": {**RECORD, "editions": [{"id": "2022-12"}]},
            "an edition no mapping": {**RECORD, "editions": ["2022-12"]},
            "no serial": {**RECORD, "serial": -1},
            "no day": {**RECORD, "date": "yesterday"},
        }.items()
    },
    "a file twice": FIRST[-1].data.replace(b'"people/a/index.html"', b'"index.html"'),
}


@pytest.mark.parametrize("data", NO_MANIFEST.values(), ids=NO_MANIFEST)
def test_a_manifest_that_is_none_is_said_to_be_none(data: bytes) -> None:
    sentence = "is no manifest of a site, or a part of one: take the whole file again"

    assert verify(with_data(MANIFEST, data)) == Verdict(
        head="cannot be checked", wrong=(f"{MANIFEST}: {sentence}",)
    )
    with pytest.raises(ChronicleError, match="the manifest to compare with: is no manifest"):
        verify(FIRST, data)


# ---------------------------------------------------------------- against what is known


def test_an_older_site_than_the_known_one_is_refused() -> None:
    """A mirror that serves the site of last month, true in itself, is found by whoever kept the newer manifest."""
    assert verify(FIRST).wrong == ()
    assert verify(FIRST, THIRD[-1].data).wrong == (
        f"{MANIFEST}: is older than the manifest to compare with, which is serial 3 of 2026-12-01",
    )


def test_another_site_with_the_same_serial_is_refused() -> None:
    forged = sealed(PAGES[:-1])

    assert verify(forged, FIRST[-1].data).wrong == (
        f"{MANIFEST}: is another than the manifest to compare with, though its serial is the same",
    )


def test_a_site_that_does_not_follow_the_known_one_is_refused() -> None:
    forged = sealed(SECOND[:-1], last_of(sealed(PAGES[1:])[-1].data), LATER)

    assert verify(forged, FIRST[-1].data).wrong == (
        f"{MANIFEST}: does not follow the manifest to compare with, though its serial is the next",
    )


def test_an_events_page_that_went_without_a_word_is_named() -> None:
    """A person's page may go, when a name is withheld; an event's page stays and says what became of the event."""
    smaller = sealed(PAGES[:2], last_of(FIRST[-1].data), LATER)

    assert verify(smaller).wrong == ()
    assert verify(smaller, FIRST[-1].data).wrong == (
        "events/2022-12/2/index.html: was published before, and is gone",
    )


# ---------------------------------------------------------------- whatever is done to it


@given(st.data())
def test_any_change_of_a_copy_is_found(data: st.DataObject) -> None:
    """One file dropped, one byte turned, one name changed: never a true copy."""
    number = data.draw(st.integers(0, len(FIRST) - 1))
    file = FIRST[number]
    match data.draw(st.sampled_from(["drop", "turn", "rename"])):
        case "drop":
            copy = FIRST[:number] + FIRST[number + 1 :]
        case "rename":
            name = data.draw(st.text(min_size=1).filter(lambda name: name != file.path))
            copy = (*FIRST[:number], Output(name, file.data), *FIRST[number + 1 :])
        case _:
            at = data.draw(st.integers(0, len(file.data) - 1))
            bit = 1 << data.draw(st.integers(0, 7))
            turned = bytes([*file.data[:at], file.data[at] ^ bit, *file.data[at + 1 :]])
            copy = (*FIRST[:number], Output(file.path, turned), *FIRST[number + 1 :])

    whole = verify(FIRST)
    # What the manifest says of itself only its signature protects: but it is never another site's.
    assert (
        verify(copy) != whole or read_manifest(copy[number].data).files == read_manifest(FIRST[-1].data).files
    )
