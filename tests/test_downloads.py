"""The files of the data as a stream: which there are, what is told of them, and that none waits for another."""

from __future__ import annotations

import hashlib
import json
import tracemalloc
from dataclasses import replace

from chronicle.columns import TABLES
from chronicle.data import data_files
from chronicle.spreadsheets import sheet
from chronicle.tables import rows, source_of
from tests.chronicles import SITE, SMALL
from tests.downloading import downloaded
from tests.test_site import real_chronicle


def test_the_files_are_these() -> None:
    outputs, _ = downloaded(SMALL, SITE)

    assert [one.path for one in outputs[-10:]] == [
        *(f"data/{table.name}.csv" for table in TABLES),
        "data/chronicle.sqlite",
        "data/datasette.json",
        "data/datapackage.json",
    ]
    assert outputs[:-10] == list(data_files(SMALL, SITE))


def test_every_file_of_the_folder_is_told_of_as_it_is() -> None:
    outputs, files = downloaded(SMALL, SITE)

    assert [(one.path, one.size, one.sha256) for one in files] == [
        (one.path, len(one.data), hashlib.sha256(one.data).hexdigest())
        for one in outputs
        if one.path.startswith("data/")
    ]
    assert {one.path: (one.rows, sum(one.filled)) for one in files if one.rows} == {
        "data/events.csv": (3, 66),
        "data/people.csv": (1, 9),
        "data/mentions.csv": (3, 26),
        "data/provisions.csv": (2, 15),
        "data/sanctions.csv": (1, 8),
        "data/notes.csv": (2, 19),
    }


def test_two_builds_are_the_same_bytes() -> None:
    assert downloaded(real_chronicle(), SITE) == downloaded(real_chronicle(), SITE)


def test_the_files_of_events_hold_the_same_records() -> None:
    outputs, _ = downloaded(real_chronicle(), SITE)
    files = {one.path: one.data for one in outputs}
    events = json.loads(files["data/events.json"])
    lines = files["data/events.ndjson"].decode().removesuffix("\n").split("\n")

    assert [json.loads(line) for line in lines] == events
    for event, line in zip(events, lines, strict=True):
        path = event["url"].replace("index.html", "event.json")
        assert files[path].decode() == f"{line}\n"
    assert len([path for path in files if path.endswith("/event.json")]) == len(events)


def test_a_table_holds_no_more_than_its_file() -> None:
    """Four times the events, and beside the bytes of the file itself no more memory."""
    (edition, *_) = real_chronicle().editions

    def beside(times: int) -> int:
        editions = tuple(
            replace(
                edition, id=month, events=tuple(replace(event, edition=month) for event in edition.events)
            )
            for month in (f"20{n:02}-12" for n in range(times))
        )
        source = source_of(replace(real_chronicle(), editions=editions, people=()), SITE)
        sheet(TABLES[0], rows("events", source))
        tracemalloc.start()
        made = sheet(TABLES[0], rows("events", source))
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        # A buffer that grows is for a moment half as large again.
        return peak - 2 * len(made.data)

    assert beside(20) < beside(5) + 200_000
