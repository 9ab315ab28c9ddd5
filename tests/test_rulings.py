"""An editor's rulings: what they make of the ledger, that they leave no chain, and why some are refused."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, strategies as st

from chronicle.findings import ChronicleError
from chronicle.ledger import ledger_text, read_ledger, with_lines
from chronicle.model import Ledger, LedgerLine
from chronicle.rulings import divide, led_on, merge_into, read_name, redact, rename, withdraw
from tests.seeding import seed

HEADING = "kind,id,state,to,date,reason\n"
DAY = dt.date(2026, 11, 22)
BEFORE = f"""{HEADING}event,2022-12.17,live,,2026-01-01,
event,2022-12.18,live,,2026-01-01,
event,2022-12.19,live,,2026-01-01,
event,2022-12.20,merged,2022-12.19,2026-01-02,Told twice
event,2022-12.21,divided,2022-12.18 2022-12.19,2026-01-02,
event,2022-12.22,withdrawn,,2026-01-02,Not so
event,2022-12.23,redacted,,,
event,2022-12.24,live,entry 7,2026-01-01,
person,jane-doe,live,,2026-01-01,
person,jane-roe,moved,jane-doe,2026-01-02,
person,zoe,live,,2026-01-01,
place,berik,live,,2026-01-01,
statute,cc,live,,2026-01-01,
statute,cc/405,live,,2026-01-01,
statute,cc/406,withdrawn,,2026-01-02,Not so
statute,cc-2/1,live,,2026-01-01,
"""
LEDGER = read_ledger(seed("ledger.csv", BEFORE))


def event(label: int) -> tuple[str, str]:
    return ("event", f"2022-12.{label}")


def changed(after: Ledger) -> list[str]:
    """Return the lines of *after* that are not those of before, and check that it can be read again."""
    text = ledger_text(after)
    assert read_ledger(seed("ledger.csv", text)) == after
    return [line for line in text.splitlines() if line not in BEFORE.splitlines()]


def refused(ruling: Callable[..., object], *words: Any) -> str:
    with pytest.raises(ChronicleError) as caught:
        ruling(*words)
    return str(caught.value)


# ---------------------------------------------------------------- names


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["2022-12.18"], ("event", "2022-12.18")),
        (["event", "2022-12.18a"], ("event", "2022-12.18a")),
        (["event/2022-12.18"], ("event", "2022-12.18")),
        (["person", "jane-doe"], ("person", "jane-doe")),
        (["person/jane-doe"], ("person", "jane-doe")),
        (["place", " berik "], ("place", "berik")),
        (["statute", "cc"], ("statute", "cc")),
        (["statute", "cc/405"], ("statute", "cc/405")),
        (["statute/cc/361-1"], ("statute", "cc/361-1")),
        (["statute", "cc", "405"], ("statute", "cc/405")),
        (["topic", "labour"], ("topic", "labour")),
    ],
)
def test_an_address_is_named(words: list[str], name: tuple[str, str]) -> None:
    assert read_name(words) == name


FORMS = "write '2022-12.18', 'person jane-doe', 'place west-region', 'statute cc/405', 'topic labour' or 'case the-strike'"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], f"'' names nothing that is published: {FORMS}"),
        (["jane-doe"], f"'jane-doe' names nothing that is published: {FORMS}"),
        (["2022-12-18"], f"'2022-12-18' names nothing that is published: {FORMS}"),
        (["people", "jane-doe"], f"'people jane-doe' names nothing that is published: {FORMS}"),
        (["2022-12.18", "2022-12.19"], f"'2022-12.18 2022-12.19' names nothing that is published: {FORMS}"),
        (["person"], "'' is no id of a person: write it as in jane-doe"),
        (["person", "Jane Doe"], "'Jane Doe' is no id of a person: write it as in jane-doe"),
        (["event", "18"], "'18' is no id of an event: write it as in 2022-12.18"),
    ],
)
def test_what_names_nothing_is_told(words: list[str], told: str) -> None:
    assert refused(read_name, words) == told


# ---------------------------------------------------------------- what rulings make of the ledger


def test_an_event_is_withdrawn() -> None:
    """The reason stands in one line, however it was typed."""
    assert changed(withdraw(LEDGER, event(17), " Not\n  so, it says ", DAY)) == [
        'event,2022-12.17,withdrawn,,2026-11-22,"Not so, it says"'
    ]


def test_an_event_that_is_withdrawn_stays_the_entry_that_an_editor_says_it_is() -> None:
    assert changed(withdraw(LEDGER, event(24), "Not so", DAY)) == [
        "event,2022-12.24,withdrawn,entry 7,2026-11-22,Not so"
    ]


def test_whatever_led_to_a_withdrawn_address_alone_goes_with_it() -> None:
    """One that led to others as well leads to those; where one is left, it is merged into that."""
    assert changed(withdraw(LEDGER, event(19), "Not so", DAY)) == [
        "event,2022-12.19,withdrawn,,2026-11-22,Not so",
        "event,2022-12.20,withdrawn,,2026-11-22,Not so",
        "event,2022-12.21,merged,2022-12.18,2026-01-02,",
    ]


def test_a_person_is_redacted_and_every_former_id_with_her() -> None:
    assert changed(redact(LEDGER, ("person", "jane-doe"), "", DAY)) == [
        "person,jane-doe,redacted,,2026-11-22,",
        "person,jane-roe,redacted,,2026-11-22,",
    ]


def test_two_events_are_merged_and_what_led_to_the_first_leads_to_the_second() -> None:
    assert changed(merge_into(LEDGER, event(19), event(17), "Told twice", DAY)) == [
        "event,2022-12.19,merged,2022-12.17,2026-11-22,Told twice",
        "event,2022-12.20,merged,2022-12.17,2026-01-02,Told twice",
        "event,2022-12.21,divided,2022-12.18 2022-12.17,2026-01-02,",
    ]


def test_what_was_divided_and_is_one_again_is_merged() -> None:
    assert changed(merge_into(LEDGER, event(18), event(19), "", DAY)) == [
        "event,2022-12.18,merged,2022-12.19,2026-11-22,",
        "event,2022-12.21,merged,2022-12.19,2026-01-02,",
    ]


def test_an_event_is_divided_and_what_led_to_it_too() -> None:
    assert changed(divide(LEDGER, event(19), [event(17), event(18), event(17)], "Two rallies", DAY)) == [
        "event,2022-12.19,divided,2022-12.17 2022-12.18,2026-11-22,Two rallies",
        "event,2022-12.20,divided,2022-12.17 2022-12.18,2026-01-02,Told twice",
        "event,2022-12.21,divided,2022-12.18 2022-12.17,2026-01-02,",
    ]


def test_a_person_is_renamed_and_every_former_id_leads_to_the_new_one() -> None:
    assert changed(rename(LEDGER, ("person", "jane-doe"), "jane-smith", DAY)) == [
        "person,jane-doe,moved,jane-smith,2026-11-22,",
        "person,jane-roe,moved,jane-smith,2026-01-02,",
        "person,jane-smith,live,,2026-11-22,",
    ]


def test_a_code_takes_its_articles_along() -> None:
    """Those that are live, and no other code's."""
    assert changed(rename(LEDGER, ("statute", "cc"), "crc", DAY)) == [
        "statute,cc,moved,crc,2026-11-22,",
        "statute,cc/405,moved,crc/405,2026-11-22,",
        "statute,crc,live,,2026-11-22,",
        "statute,crc/405,live,,2026-11-22,",
    ]


def test_an_article_is_renumbered() -> None:
    assert changed(rename(LEDGER, ("statute", "cc/405"), "cc/412-1", DAY)) == [
        "statute,cc/405,moved,cc/412-1,2026-11-22,",
        "statute,cc/412-1,live,,2026-11-22,",
    ]


def test_a_line_that_leads_nowhere_live_shares_the_ruling() -> None:
    ruling = LedgerLine(kind="person", id="b", state="withdrawn", date=DAY, reason="Not so")
    line = LedgerLine(kind="person", id="a", state="moved", to=("b",))

    assert led_on(line, ruling) == LedgerLine(
        kind="person", id="a", state="withdrawn", date=DAY, reason="Not so"
    )


IDS = tuple("abcde")
RULINGS = st.lists(
    st.tuples(
        st.sampled_from(("withdraw", "redact", "merge", "divide", "rename")), *[st.sampled_from(IDS)] * 3
    ),
    max_size=12,
)


@given(RULINGS)
def test_after_any_rulings_the_ledger_is_right_and_no_address_is_lost(rulings: list[tuple[str, ...]]) -> None:
    """No chain, no loop, nothing that leads to what is not live: what is written can be read again."""
    ledger = with_lines(Ledger(), (LedgerLine(kind="topic", id=id_) for id_ in IDS))
    for n, (what, one, other, third) in enumerate(rulings):
        name, into, more = (("topic", id_) for id_ in (one, other, third))
        before = set(ledger.of("topic"))
        try:
            ledger = {
                "withdraw": lambda: withdraw(ledger, name, "Not so", DAY),  # noqa: B023
                "redact": lambda: redact(ledger, name, "", DAY),  # noqa: B023
                "merge": lambda: merge_into(ledger, name, into, "", DAY),  # noqa: B023
                "divide": lambda: divide(ledger, name, (into, more), "", DAY),  # noqa: B023
                "rename": lambda: rename(ledger, name, f"{one}-{n}", DAY),  # noqa: B023
            }[what]()
        except ChronicleError:
            continue
        assert read_ledger(seed("ledger.csv", ledger_text(ledger))) == ledger
        assert before <= set(ledger.of("topic"))


# ---------------------------------------------------------------- what is refused


BRING = "to bring it back first, write 'live' in its line of seeds/ledger.csv, and no reason"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            ("event", "2022-12.180"),
            "event 2022-12.180 was never published: did you mean 2022-12.18 or 2022-12.17?",
        ),
        (("person", "john"), "person john was never published: look its id up in seeds/ledger.csv"),
        (("person", "berik"), "person berik was never published: did you mean place berik?"),
        (event(22), "event 2022-12.22 is withdrawn since 2026-01-02 already"),
        (
            event(23),
            f"event 2022-12.23 is redacted: only what is live can be withdrawn; {BRING}",
        ),
        (event(20), "event 2022-12.20 is merged into 2022-12.19 since 2026-01-02: name 2022-12.19 instead"),
        (
            event(21),
            (
                "event 2022-12.21 is divided into 2022-12.18 and 2022-12.19 since 2026-01-02: "
                "name 2022-12.18 or 2022-12.19 instead"
            ),
        ),
        (
            ("person", "jane-roe"),
            "person jane-roe is moved to jane-doe since 2026-01-02: name jane-doe instead",
        ),
    ],
)
def test_only_what_is_live_is_withdrawn(name: tuple[str, str], told: str) -> None:
    assert refused(withdraw, LEDGER, name, "Not so", DAY) == told


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("", "a reason is missing: write --reason '…', in words that every reader may see"),
        (" \n", "a reason is missing: write --reason '…', in words that every reader may see"),
        (
            "-15 degrees",
            ("the reason '-15 degrees' begins with '-', which a spreadsheet takes for a formula: "
            "begin with a letter or a digit"),
        ),
        ("Not\x1b[2J so", "the reason holds a control character (U+001B): remove it"),
        ("Not \u202eso", "the reason holds a mark that changes the direction of text (U+202E right-to-left override): remove it"),
        (
            "Not so \udcff",
            "the reason holds what is no character: type it anew",
        ),
    ],
)  # fmt: skip
def test_a_reason_that_the_ledger_cannot_hold_is_refused(reason: str, told: str) -> None:
    assert refused(withdraw, LEDGER, event(17), reason, DAY) == told


def test_what_is_so_already_is_told() -> None:
    assert refused(redact, LEDGER, event(23), "", DAY) == "event 2022-12.23 is redacted already"
    assert refused(merge_into, LEDGER, event(20), event(19), "", DAY) == (
        "event 2022-12.20 is merged into 2022-12.19 since 2026-01-02 already"
    )
    assert refused(divide, LEDGER, event(21), [event(18), event(19)], "", DAY) == (
        "event 2022-12.21 is divided into 2022-12.18 and 2022-12.19 since 2026-01-02 already"
    )
    assert refused(rename, LEDGER, ("person", "jane-roe"), "jane-doe", DAY) == (
        "person jane-roe is moved to jane-doe since 2026-01-02 already"
    )


@pytest.mark.parametrize(
    ("name", "into", "told"),
    [
        (event(17), event(17), "event 2022-12.17 cannot be merged into itself: name another"),
        (
            ("person", "zoe"),
            ("place", "berik"),
            "person zoe cannot be merged into place berik: name one of the same kind",
        ),
        (
            event(17),
            event(99),
            "event 2022-12.99 was never published: did you mean 2022-12.19 or 2022-12.17?",
        ),
        (
            event(17),
            event(20),
            (
                "event 2022-12.17 cannot be merged into event 2022-12.20, which is merged into 2022-12.19 since 2026-01-02: "
                "name 2022-12.19 instead"
            ),
        ),
        (
            event(17),
            event(22),
            (
                "event 2022-12.17 cannot be merged into event 2022-12.22, which is withdrawn since 2026-01-02: "
                "name one that is live"
            ),
        ),
    ],
)
def test_only_into_what_is_live_and_of_its_kind(
    name: tuple[str, str], into: tuple[str, str], told: str
) -> None:
    assert refused(merge_into, LEDGER, name, into, "", DAY) == told


def test_an_event_is_divided_into_two_at_least() -> None:
    assert refused(divide, LEDGER, event(17), [event(18), event(18)], "", DAY) == (
        "event 2022-12.17 cannot be divided into one: name two or more"
    )
    assert refused(divide, LEDGER, event(17), [event(18), event(17)], "", DAY) == (
        "event 2022-12.17 cannot be divided into itself: name another"
    )


@pytest.mark.parametrize(
    ("name", "new", "told"),
    [
        (
            event(17),
            "2022-12.99",
            "event 2022-12.17 keeps its address for ever: only a person, place, statute, topic or case is renamed",
        ),
        (("person", "zoe"), "zoe", "person zoe cannot be renamed to zoe: that is its id now"),
        (
            ("person", "zoe"),
            "jane-doe",
            (
                "person zoe cannot be renamed to jane-doe: that id was given before, and an id is never reused; "
                "to make the two one, merge them"
            ),
        ),
        (
            ("person", "zoe"),
            "jane-roe",
            "person zoe cannot be renamed to jane-roe: that id was given before, and an id is never reused",
        ),
        (("person", "zoe"), "Zoë", "'Zoë' is no id of a person: write it as in jane-doe"),
        (
            ("statute", "cc"),
            "cc/1",
            "statute cc cannot be renamed to cc/1: a code stays a code, an article an article",
        ),
        (
            ("statute", "cc/405"),
            "cao",
            "statute cc/405 cannot be renamed to cao: a code stays a code, an article an article",
        ),
    ],
)
def test_a_new_id_is_new_and_fits(name: tuple[str, str], new: str, told: str) -> None:
    assert refused(rename, LEDGER, name, new, DAY) == told


def test_a_code_is_not_renamed_onto_articles_that_were_published() -> None:
    before = with_lines(LEDGER, (LedgerLine(kind="statute", id="crc/405", state="redacted"),))

    assert refused(rename, before, ("statute", "cc"), "crc", DAY) == (
        "statute cc/405 cannot be renamed to crc/405: that id was given before, and an id is never reused"
    )
