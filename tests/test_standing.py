"""What has a page now, against the ledger: nothing published disappears in silence."""

from __future__ import annotations

import datetime as dt

import pytest

from chronicle.model import KEPT_OUT, LASTING, NOT_SHOWN, Ledger, LedgerLine
from chronicle.standing import Ids, Standing, ids_of, stand
from tests.factories import make_chronicle

DAY = dt.date(2031, 5, 1)
OLD = dt.date(2030, 1, 1)


def ids(**found: str) -> Ids:
    """Return ids by kind, as words with a space between."""
    return {kind: found.get(kind, "").split() for kind in LASTING}


def line(kind: str, id_: str, state: str = "live", *to: str, reason: str = "") -> LedgerLine:
    return LedgerLine(kind=kind, id=id_, state=state, to=to, date=OLD, reason=reason)


def standing(*lines: LedgerLine, now: Ids, hidden: Ids | None = None, kept_out: str = "") -> Standing:
    return stand(Ledger(lines), now, hidden or ids(), kept_out.split(), DAY)


def test_what_is_new_gets_a_line_with_the_day_of_the_build() -> None:
    found = standing(line("event", "2031-01.1"), now=ids(event="2031-01.1 2031-01.2", person="john-doe"))

    assert found.questions == ()
    assert list(found.ledger) == [
        line("event", "2031-01.1"),
        LedgerLine(kind="event", id="2031-01.2", date=DAY),
        LedgerLine(kind="person", id="john-doe", date=DAY),
    ]


def test_an_editors_answer_is_taken_out_once_it_has_served() -> None:
    found = standing(line("event", "2031-01.1", "live", "entry 3"), now=ids(event="2031-01.1"))

    assert list(found.ledger) == [line("event", "2031-01.1")]


@pytest.mark.parametrize(
    ("kind", "id_", "words"),
    [
        ("person", "john-doe", "person 'john-doe'"),
        ("place", "westport", "place 'westport'"),
        ("statute", "cc/405", "article or code 'cc/405'"),
        ("topic", "assembly", "topic 'assembly'"),
    ],
)
def test_what_is_no_longer_found_stops_the_build(kind: str, id_: str, words: str) -> None:
    found = standing(line(kind, id_), now=ids())

    assert found.questions == (
        (
            f"seeds/ledger.csv: {words} was published, and nothing in the digests leads there any more. If it is another one now: "
            f"python build.py merge {kind} {id_} --into ID. If it should go: python build.py withdraw {kind} {id_} --reason '…'"
        ),
    )


def test_the_likeliest_other_one_is_named() -> None:
    """One that was published before is merged into; one that is new is the old one under another name."""
    old, other = line("person", "marat-zhylanbaev"), line("person", "marat-zhylanbayev")
    now = ids(person="marat-zhylanbayev ann-roe")

    told = standing(old, other, now=now).questions[0]
    assert "python build.py merge person marat-zhylanbaev --into marat-zhylanbayev." in told
    assert "rename person marat-zhylanbaev marat-zhylanbayev." in standing(old, now=now).questions[0]


def test_what_only_withdrawn_events_name_goes_with_them() -> None:
    found = standing(line("place", "westport"), now=ids(), hidden=ids(place="westport"))

    assert found.questions == ()
    assert list(found.ledger) == [
        LedgerLine(
            kind="place",
            id="westport",
            state="withdrawn",
            date=DAY,
            reason=NOT_SHOWN,
        )
    ]


def test_who_is_kept_out_of_the_index_leaves_no_page_nor_do_the_addresses_that_led_there() -> None:
    lines = (line("person", "john-doe"), line("person", "jon-doe", "merged", "john-doe", reason="one man"))

    found = standing(*lines, now=ids(), kept_out="john-doe")

    assert found.questions == ()
    assert [(one.id, one.state, one.to, one.reason) for one in found.ledger] == [
        ("john-doe", "redacted", (), KEPT_OUT),
        ("jon-doe", "redacted", (), KEPT_OUT),
    ]


def test_a_withdrawn_place_that_is_named_again_is_a_question() -> None:
    found = standing(line("place", "westport", "withdrawn", reason="r"), now=ids(place="westport"))

    assert found.questions == (
        (
            "seeds/ledger.csv: place 'westport' was withdrawn, and the digests name it again: "
            "to bring it back, write the line place,westport,live,,2031-05-01,"
        ),
    )


def test_what_was_merged_and_still_has_a_page_is_a_question() -> None:
    lines = (line("topic", "a", "merged", "b"), line("topic", "b"))

    found = standing(*lines, now=ids(topic="a b"))

    assert found.questions == (
        (
            "seeds/ledger.csv: topic 'a' is said to be merged, to 'b', but the digests and seeds/authority/ still give it a page: "
            "join the two there, or write the line topic,a,live,,2031-05-01,"
        ),
    )


def test_events_that_are_gone_are_asked_about_where_they_are_looked_for() -> None:
    """The entries know better than the ledger what became of an event: see the tests of recognition."""
    assert standing(line("event", "2031-01.1"), now=ids()).questions == ()


def test_the_ids_of_a_chronicle_are_those_of_its_pages() -> None:
    chronicle = make_chronicle()

    found = ids_of(chronicle)

    assert found["event"] == {"2022-12.1", "2022-12.2", "2026-01.1"}
    assert found["person"] == {person.id for person in chronicle.people}
    assert found["place"] == {place.id for place in chronicle.places}
    assert "cc/405" in found["statute"]
    assert found["statute"] == {c.slug for c in chronicle.codes} | {
        a.id for c in chronicle.codes for a in c.articles
    }
    assert found["topic"] == {topic.id for topic in chronicle.topics}


def test_what_leads_nowhere_is_a_question() -> None:
    """An event that was divided into labels which no entry has."""
    lines = (line("event", "2031-01.1", "divided", "2031-01.4", "2031-01.5"), line("event", "2031-01.4"))

    found = standing(*lines, now=ids(event="2031-01.4"))

    assert found.questions == (
        (
            "seeds/ledger.csv: event '2031-01.1' is said to be divided, to '2031-01.5', but '2031-01.5' has no page: "
            "mend the line"
        ),
    )


def test_a_ruling_that_stands_is_not_dated_anew() -> None:
    old = line("person", "john-doe", "redacted", reason=KEPT_OUT)

    assert list(standing(old, now=ids(), kept_out="john-doe").ledger) == [old]
