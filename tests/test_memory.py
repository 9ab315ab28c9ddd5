"""What was published last is kept word for word; a line that the build did not write is told with its place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest
from hypothesis import given, strategies as st

from chronicle.encoding import decode
from chronicle.findings import ChronicleError
from chronicle.memory import event_order, memory_texts, read_memory
from chronicle.model import Change, Remembered
from chronicle.seeds import SeedFile
from tests.seeding import seed

JANE = Remembered(
    event="2022-12.9",
    text="December 8, Wéstport, “Doe Jane”\nwas fined[1].",
    state="withdrawn",
    ids=("place/westport",),
    people=(("jane-doe", "Doe Jane"), ("", "Roe")),
    changes=(Change(date=dt.date(2026, 11, 22), before="was find", after="was fined"),),
)
LINE = (
    '{"event": "2022-12.9", "text": "December 8, Wéstport, “Doe Jane”\\nwas fined[1].", '
    '"state": "withdrawn", "ids": ["place/westport"], "people": [["jane-doe", "Doe Jane"], ["", "Roe"]], '
    '"changes": [{"date": "2026-11-22", "before": "was find", "after": "was fined"}]}\n'
)


def files(**texts: str) -> Mapping[str, SeedFile]:
    """Return files of seeds/published/: files(e2022_12='…')."""
    named = {name.removeprefix("e").replace("_", "-"): text for name, text in texts.items()}
    return {name: seed(f"published/{name}.jsonl", text) for name, text in named.items()}


def mistakes(text: str) -> list[str]:
    """Return what is said of a file 2022-12.jsonl of *text*."""
    with pytest.raises(ChronicleError) as raised:
        read_memory(files(e2022_12=text))
    return str(raised.value).split("\n")


def test_a_line_is_an_event() -> None:
    assert memory_texts([JANE]) == {"2022-12": LINE}
    assert read_memory(files(e2022_12=LINE)) == (JANE,)


def test_files_are_by_edition_and_lines_by_label() -> None:
    ids = ["2022-12.10", "2022-12.9", "2026-01.1", "2022-12.10a"]
    texts = memory_texts(Remembered(event=id_, text="x") for id_ in ids)
    read = read_memory(
        {name: seed(f"published/{name}.jsonl", text) for name, text in reversed(texts.items())}
    )

    assert list(texts) == ["2022-12", "2026-01"]
    assert [one.event for one in read] == ["2022-12.9", "2022-12.10", "2022-12.10a", "2026-01.1"]


def test_nothing_is_remembered_of_nothing() -> None:
    assert read_memory({}) == ()
    assert memory_texts([]) == {}


def test_the_last_manifest_is_no_event_and_empty_lines_are_none() -> None:
    assert read_memory(files(esite='{"serial": 3}\n', e2022_12=f"\n{LINE}\n")) == (JANE,)


def test_the_same_line_twice_counts_once() -> None:
    """So a line-by-line merge of two editors' files reads right where both published the same."""
    assert read_memory(files(e2022_12=LINE + LINE)) == (JANE,)


BEFORE = "take the line as it was before"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", f"is no line that the build wrote: {BEFORE}"),
        ("[" * 100_000, f"is no line that the build wrote: {BEFORE}"),
        ("[]", f"has not the keys event, text, state, ids, people, changes: {BEFORE}"),
        ('{"event": "2022-12.1"}', f"has not the keys event, text, state, ids, people, changes: {BEFORE}"),
        (LINE.replace('"2022-12.9"', "9"), f"'event' is not as the build writes it: {BEFORE}"),
        (LINE.replace("2022-12.9", "2022-12/9"), f"'event' is not as the build writes it: {BEFORE}"),
        (LINE.replace('["", "Roe"]', '["Roe"]'), f"'people' is not as the build writes it: {BEFORE}"),
        (LINE.replace('["", "Roe"]', '["", 1]'), f"'people' is not as the build writes it: {BEFORE}"),
        (LINE.replace("2026-11-22", "2026-11-31"), f"'changes' is not as the build writes it: {BEFORE}"),
        (LINE.replace("2026-11-22", "22 Nov"), f"'changes' is not as the build writes it: {BEFORE}"),
        (LINE.replace('"before": "was find", ', ""), f"'changes' is not as the build writes it: {BEFORE}"),
        (LINE.replace('"was find"', "1"), f"'changes' is not as the build writes it: {BEFORE}"),
        (LINE.replace("Roe", "\\ud800"), f"holds half a character: {BEFORE}"),
        (LINE.replace("was find", "\\udfff"), f"holds half a character: {BEFORE}"),
        (LINE.replace("2022-12.9", "2026-01.9"), "2026-01.9 is no event of 2022-12: move the line to 2026-01.jsonl"),
        (
            LINE.replace("Roe", "Poe"),
            "2022-12.9 stands in line 1 too, with other words: keep the line that says what the site shows",
        ),
        (
            "<<<<<<< HEAD",
            "'<<<<<<<' is left from a merge that was not finished: keep the lines that are right, and remove this one",
        ),
        (
            "=======",
            "'=======' is left from a merge that was not finished: keep the lines that are right, and remove this one",
        ),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_used_is_told(line: str, told: str) -> None:
    assert mistakes(LINE + line.strip()) == [f"seeds/published/2022-12.jsonl:2: {told}"]


def test_every_mistake_is_told() -> None:
    assert len(mistakes("{\n[]\n>>>>>>> other\n")) == 3


def test_labels_are_in_order_of_their_numbers() -> None:
    ids = ["2026-01.1", "2022-12.10", "2022-12.x", "2022-12.9"]

    assert sorted(ids, key=event_order) == ["2022-12.x", "2022-12.9", "2022-12.10", "2026-01.1"]


EVENTS = st.builds(
    lambda edition, number, text, people, changes: Remembered(
        event=f"{edition}.{number}", text=text, people=tuple(people), changes=tuple(changes)
    ),
    st.sampled_from(["2022-12", "2026-01"]),
    st.integers(1, 400),
    st.text(),
    st.lists(st.tuples(st.text(), st.text()), max_size=3),
    st.lists(st.builds(Change, date=st.dates(), before=st.text(), after=st.text()), max_size=2),
)


@given(st.lists(EVENTS, max_size=6, unique_by=lambda one: one.event))
def test_what_is_written_is_read_again(remembered: list[Remembered]) -> None:
    """Any character survives, also those that no file of the seeds may hold as they are."""
    texts = memory_texts(remembered)
    decoded = {name: decode(text.encode(), name) for name, text in texts.items()}

    assert all(not wrong for _, wrong in decoded.values())
    assert all(line == line.rstrip() for text in texts.values() for line in text.split("\n"))
    read = read_memory({name: seed(f"published/{name}.jsonl", text) for name, (text, _) in decoded.items()})
    assert read == tuple(sorted(remembered, key=lambda one: event_order(one.event)))
    assert memory_texts(read) == texts
