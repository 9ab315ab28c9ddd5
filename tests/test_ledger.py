"""The ledger: what is wrong in it is told line by line, what two editors wrote is put together, nothing is lost on the way."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from chronicle.findings import ChronicleError
from chronicle.ledger import ledger_text, next_label, read_ledger, with_lines
from chronicle.model import LASTING, Ledger, LedgerLine
from tests.seeding import seed

HEADING = "kind,id,state,to,date,reason"
DAY = dt.date(2026, 11, 22)
LONG = "a" * 65
SMALL = f"""{HEADING}
event,2022-12.17,live,,2026-11-22,
event,2022-12.18,merged,2022-12.17,2026-11-22,"Told twice, in two entries"
event,2022-12.19,divided,2022-12.17 2022-12.20,2026-11-22,
event,2022-12.20,live,entry 18,2026-11-22,
event,2022-12.21,withdrawn,,2026-11-22,"The digest says ""no"" to it"
person,jane-doe,live,,2026-11-22,
person,jane-roe,moved,jane-doe,2026-11-22,
place,westport,redacted,,,
statute,cc,live,,,
statute,cc/361-1,live,,2026-11-22,
topic,labour,live,,2026-11-22,
"""


def read(text: str) -> Ledger:
    return read_ledger(seed("ledger.csv", text))


def mistakes(*lines: str) -> str:
    """Return what is said about a ledger of *lines*."""
    with pytest.raises(ChronicleError) as caught:
        read("\n".join((HEADING, *lines, "")))
    return str(caught.value)


def line(kind: str, id_: str, state: str = "live", *to: str, **over: Any) -> LedgerLine:
    fields: dict[str, Any] = {"kind": kind, "id": id_, "state": state, "to": to, "date": DAY}
    return LedgerLine(**(fields | over))


# ---------------------------------------------------------------- what stands there


def test_a_ledger_is_read() -> None:
    """Every state, a reason with a comma, one with quotation marks, a missing date."""
    assert read(SMALL) == Ledger(
        (
            line("event", "2022-12.17"),
            line("event", "2022-12.18", "merged", "2022-12.17", reason="Told twice, in two entries"),
            line("event", "2022-12.19", "divided", "2022-12.17", "2022-12.20"),
            line("event", "2022-12.20", "live", "entry 18"),
            line("event", "2022-12.21", "withdrawn", reason='The digest says "no" to it'),
            line("person", "jane-doe"),
            line("person", "jane-roe", "moved", "jane-doe"),
            line("place", "westport", "redacted", date=None),
            line("statute", "cc", date=None),
            line("statute", "cc/361-1"),
            line("topic", "labour"),
        )
    )


def test_before_the_first_build_there_is_none() -> None:
    assert read_ledger(None) == Ledger()
    assert read(f"{HEADING}\n") == Ledger()


def test_the_text_is_what_was_read() -> None:
    assert ledger_text(read(SMALL)) == SMALL
    assert ledger_text(Ledger()) == f"{HEADING}\n"


@given(st.permutations(SMALL.splitlines()[1:]))
def test_the_order_of_lines_does_not_count(lines: list[str]) -> None:
    assert read("\n".join((HEADING, *lines))) == read(SMALL)


def test_blanks_empty_lines_and_needless_quotation_marks_do_not_count() -> None:
    text = (
        f'"kind","id","state","to","date","reason"\n\n{HEADING}\n'
        ' "place" , berik,live ,, 2026-11-22 ,\n"topic","labour","withdrawn","","","Not  used "\n \n'
    )
    text = text.replace(' "place" ', "place")

    assert read(text) == Ledger(
        (line("place", "berik"), line("topic", "labour", "withdrawn", date=None, reason="Not used"))
    )


def test_ids_stand_in_the_order_in_which_people_count() -> None:
    """2022-12.9 before 2022-12.10, cc/9 before cc/10, kinds in the order of the ledger."""
    ids = {
        "event": ["2022-02.1", "2022-12.2", "2022-12.9", "2022-12.9a", "2022-12.10", "2023-01.1"],
        "person": ["a-2", "a-10", "b"],
        "statute": ["cao/12", "cc", "cc/9", "cc/10", "cc/361", "cc/361-1", "cc/361-10", "cc/362"],
    }
    lines = [line(kind, id_) for kind, every in ids.items() for id_ in every]

    ordered = with_lines(Ledger(), reversed(lines))

    assert ordered == Ledger(tuple(lines))
    assert ledger_text(Ledger(tuple(reversed(lines)))) == ledger_text(ordered)


def test_ids_that_count_alike_keep_one_order() -> None:
    one, other = line("place", "a-1"), line("place", "a-01")

    assert with_lines(Ledger(), (one, other)) == with_lines(Ledger(), (other, one)) == Ledger((other, one))


def test_lines_are_added_or_replaced_by_kind_and_id() -> None:
    before = Ledger((line("person", "west"), line("place", "west")))

    after = with_lines(before, (line("place", "west", "redacted"), line("person", "doe")))

    assert after == Ledger((line("person", "doe"), line("person", "west"), line("place", "west", "redacted")))


@pytest.mark.parametrize(
    ("ids", "label"),
    [
        ((), "1"),
        (("2022-11.7",), "1"),
        (("2022-12.9", "2022-12.10"), "11"),
        (("2022-12.9", "2022-12.12a"), "13"),
        (("2022-12.1",), "2"),
    ],
)
def test_the_next_label_is_above_all_that_were_given(ids: tuple[str, ...], label: str) -> None:
    """The labels of withdrawn events are never given again."""
    lines = [line("event", id_, "withdrawn", reason="Not so") for id_ in ids]

    assert next_label(Ledger((*lines, line("person", "x-99"))), "2022-12") == label


@st.composite
def ledgers(draw: st.DrawFn) -> Ledger:
    """Draw a ledger in which nothing is wrong."""
    slugs = st.from_regex(r"[a-z]{1,3}(-[a-z]{1,3})?(-[0-9]{1,2})?", fullmatch=True)
    articles = st.from_regex(r"(cc|cao-2)(/[0-9]{1,4}(-[0-9]{1,3})?)?", fullmatch=True)
    events = st.from_regex(r"20[0-9]{2}-0[1-9]\.[1-9][0-9]{0,2}[a-z]?", fullmatch=True)
    days = st.none() | st.dates()
    # What the program reads holds no control characters, and a reason is one line that begins with a word.
    texts = st.text(st.characters(exclude_categories=("C", "Zl", "Zp"))).map(lambda t: " ".join(t.split()))
    reasons = texts.map(lambda text: text.lstrip("=+-@＝＋－＠ "))
    lines = []
    for kind in LASTING:
        forms = {"event": events, "statute": articles}.get(kind, slugs)
        ids = draw(st.lists(forms, unique=True, max_size=6))
        live = ids[: len(ids) // 2]
        for n, id_ in enumerate(ids):
            states = ["live"] if id_ in live else ["withdrawn", "redacted"]
            states += ["merged", "moved"] if live and id_ not in live else []
            states += ["divided"] if len(live) > 1 and id_ not in live else []
            state = draw(st.sampled_from(states))
            to = {"merged": live[:1], "moved": live[-1:], "divided": live}.get(state, [])
            if kind == "event" and state in ("live", "withdrawn", "redacted") and draw(st.booleans()):
                to = [f"entry {n + 1}"]
            reason = draw(reasons) or ("why" if state == "withdrawn" else "")
            lines.append(line(kind, id_, state, *to, date=draw(days), reason=reason))
    return with_lines(Ledger(), lines)


@given(ledgers())
def test_what_is_written_is_read_again(ledger: Ledger) -> None:
    assert read(ledger_text(ledger)) == ledger


# ---------------------------------------------------------------- two editors


WITHDRAWN = "event,2022-12.18,withdrawn,,2026-11-25,Not so"
LIVE = "event,2022-12.18,live,,2026-11-22,"


@pytest.mark.parametrize(
    ("lines", "stands"),
    [
        ((WITHDRAWN, WITHDRAWN), WITHDRAWN),
        ((WITHDRAWN, LIVE), WITHDRAWN),
        ((LIVE, WITHDRAWN, LIVE), WITHDRAWN),
        ((LIVE.replace("2026-11-22", ""), WITHDRAWN), WITHDRAWN),
        ((LIVE.replace("-22", "-26"), WITHDRAWN.replace("2026-11-25", "")), None),
        ((LIVE, LIVE.replace(",,", ",entry 18,")), LIVE.replace(",,", ",entry 18,")),
        ((LIVE.replace("-22", "-30"), LIVE), LIVE),
        ((LIVE, LIVE.replace("2026-11-22", "")), LIVE),
    ],
)
def test_of_two_lines_for_one_address_the_plain_live_one_gives_way(
    lines: tuple[str, ...], stands: str | None
) -> None:
    """Equal lines are one; of two plain live ones the older stands; a ruling stands against them."""
    stands = stands or WITHDRAWN.replace("2026-11-25", "")

    assert read("\n".join((HEADING, *lines))) == read(f"{HEADING}\n{stands}")
    assert read("\n".join((HEADING, *reversed(lines)))) == read(f"{HEADING}\n{stands}")


@pytest.mark.parametrize(
    "lines",
    [
        (WITHDRAWN, WITHDRAWN.replace("Not so", "Told twice")),
        (WITHDRAWN, WITHDRAWN.replace("-25", "-26")),
        (WITHDRAWN, WITHDRAWN.replace("withdrawn", "redacted")),
        (WITHDRAWN, LIVE.replace(",,", ",entry 18,")),
        (WITHDRAWN, LIVE.replace("-22", "-26")),
    ],
)
def test_two_rulings_on_one_address_are_a_mistake(lines: tuple[str, str]) -> None:
    """So is a live line that is younger than a ruling: it may have taken the ruling back."""
    told = "event 2022-12.18 stands in line 2 too, and differs: keep the line that is right"

    assert mistakes(*lines) == f"seeds/ledger.csv:3: {told}"
    assert mistakes(*reversed(lines)) == f"seeds/ledger.csv:3: {told}"


def test_three_rulings_are_told_once() -> None:
    assert mistakes(WITHDRAWN, WITHDRAWN.replace("so", "true"), WITHDRAWN.replace("so", "right")) == (
        "seeds/ledger.csv:4: event 2022-12.18 stands in lines 2, 3 too, and differs: keep the line that is right"
    )


def test_whoever_leads_to_a_disputed_address_is_not_told() -> None:
    merged = "event,2022-12.19,merged,2022-12.18,2026-11-22,"

    assert mistakes(merged, WITHDRAWN, WITHDRAWN.replace("Not so", "Told twice")) == (
        "seeds/ledger.csv:4: event 2022-12.18 stands in line 3 too, and differs: keep the line that is right"
    )


def git(folder: Path, *words: str) -> None:
    program = shutil.which("git")
    if program is None:
        pytest.skip("needs git, which is not installed")
    who = {f"GIT_{role}_{what}": "editor" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "PATH": os.environ["PATH"]}
    subprocess.run([program, *words], cwd=folder, env=who | alone, check=True, capture_output=True)


@pytest.fixture
def merged(tmp_path: Path) -> Any:
    """Return a function that merges two editors' versions of a ledger as this repository does."""

    def merge(base: str, one: str, other: str) -> str:
        file = tmp_path / "seeds" / "ledger.csv"
        file.parent.mkdir()
        git(tmp_path, "init", "--initial-branch=one")
        shutil.copy(Path(__file__).parent.parent / ".gitattributes", tmp_path)
        for branch, text in (("one", base), ("other", other), ("one", one)):
            if text != base:
                git(tmp_path, "checkout", "-B", branch, *(["one"] if branch == "other" else []))
            file.write_text(text, encoding="utf-8")
            git(tmp_path, "add", ".")
            git(tmp_path, "commit", "-m", "ledger")
            git(tmp_path, "checkout", "one")
        git(tmp_path, "merge", "other")
        return file.read_text(encoding="utf-8")

    return merge


def test_two_editors_ledgers_merge_line_by_line(merged: Any) -> None:
    """Rulings on neighbouring lines, and new addresses at one place, give a ledger that reads as both meant it."""
    base = read(SMALL)
    one = with_lines(
        base,
        (
            line("topic", "labour", "withdrawn", reason="Too few events"),
            line("event", "2022-12.22"),
            line("person", "aigul-doe"),
        ),
    )
    other = with_lines(
        base, (line("statute", "cc/361-1", "redacted"), line("event", "2022-12.22"), line("person", "zoe"))
    )

    text = merged(SMALL, ledger_text(one), ledger_text(other))

    assert read(text) == with_lines(one, (line("statute", "cc/361-1", "redacted"), line("person", "zoe")))


def test_two_editors_who_rule_differently_are_told(merged: Any) -> None:
    one = SMALL.replace("topic,labour,live,,2026-11-22,", "topic,labour,withdrawn,,2026-11-23,Too few events")
    other = SMALL.replace("topic,labour,live,,2026-11-22,", "topic,labour,redacted,,2026-11-24,")

    with pytest.raises(ChronicleError) as caught:
        read(merged(SMALL, one, other))

    assert str(caught.value) == (
        "seeds/ledger.csv:13: topic labour stands in line 12 too, and differs: keep the line that is right"
    )


# ---------------------------------------------------------------- what is wrong


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("", f"the first line is not '{HEADING}': put it back"),
        ("kind,id,state,to,date", f"the first line is not '{HEADING}': put it back"),
        (LIVE, f"the first line is not '{HEADING}': put it back"),
        (
            HEADING.replace(",", ";"),
            "a spreadsheet has put ';' between the values: take the file as it was before, and change it with a text editor",
        ),
        (
            HEADING.replace(",", "\t"),
            "a spreadsheet has put '\\t' between the values: take the file as it was before, and change it with a text editor",
        ),
        (
            "<<<<<<< HEAD",
            "'<<<<<<<' is left from a merge that was not finished: keep the lines that are right, and remove this one",
        ),
    ],
)
def test_without_its_heading_nothing_is_read(heading: str, told: str) -> None:
    with pytest.raises(ChronicleError) as caught:
        read(f"{heading}\n{LIVE}\n,,\n")

    assert str(caught.value) == f"seeds/ledger.csv:1: {told}"


WRONG = {
    "too few values": (
        "event,2022-12.18,live,,2026-11-22",
        f"has 5 values, not 6: write {HEADING}, and quotation marks around a reason with a comma",
    ),
    "a comma in the reason": (
        "event,2022-12.18,withdrawn,,2026-11-22,No, not so",
        f"has 7 values, not 6: write {HEADING}, and quotation marks around a reason with a comma",
    ),
    "a quotation mark not closed": (
        'event,2022-12.18,withdrawn,,2026-11-22,"Not so',
        "a quotation mark is not closed, or words follow it: write the whole value in one line, within quotation marks, and a quotation mark in it twice",
    ),
    "words after a quotation mark": (
        'event,2022-12.18,withdrawn,,2026-11-22,"Not" so',
        "a quotation mark is not closed, or words follow it: write the whole value in one line, within quotation marks, and a quotation mark in it twice",
    ),
    "a mark of a merge": (
        ">>>>>>> other",
        "'>>>>>>>' is left from a merge that was not finished: keep the lines that are right, and remove this one",
    ),
    "the middle of a merge": (
        "=======",
        "'=======' is left from a merge that was not finished: keep the lines that are right, and remove this one",
    ),
    "an unknown kind": (
        "persn,jane-doe,live,,,",
        "the kind 'persn' is not known: write event, person, place, statute, topic or case",
    ),
    "an unknown state": (
        "person,jane-doe,gone,,,",
        "the state 'gone' is not known: write live, withdrawn, merged, divided, moved or redacted",
    ),
    "an address for an id": (
        "person,people/jane-doe,live,,,",
        "'people/jane-doe' is no id of a person: write it as in jane-doe",
    ),
    "an event's label alone": ("event,18,live,,,", "'18' is no id of an event: write it as in 2022-12.18"),
    "a month that is none": (
        "event,2022-13.1,live,,,",
        "'2022-13.1' is no id of an event: write it as in 2022-12.18",
    ),
    "a label with a nought before it": (
        "event,2022-12.018,live,,,",
        "'2022-12.018' is no id of an event: write it as in 2022-12.18",
    ),
    "an id too long": (
        f"place,{LONG},live,,,",
        f"'{LONG[:60]}…' is no id of a place: write it as in west-region",
    ),
    "a code too long": (
        f"statute,{LONG}/1,live,,,",
        f"'{LONG[:60]}…' is no id of a statute: write it as in cc/405",
    ),
    "an article as printed": (
        "statute,CC 405,live,,,",
        "'CC 405' is no id of a statute: write it as in cc/405",
    ),
    "an id made a date": (
        "event,2022-12-18,live,,,",
        "'2022-12-18' is what a spreadsheet makes of an id, no id of an event: write it as in 2022-12.18",
    ),
    "an id made a date with a time": (
        "event,18.12.2022 00:00:00,live,,,",
        "'18.12.2022 00:00:00' is what a spreadsheet makes of an id, no id of an event: write it as in 2022-12.18",
    ),
    "an id made a month": (
        "topic,Dec-22,live,,,",
        "'Dec-22' is what a spreadsheet makes of an id, no id of a topic: write it as in labour",
    ),
    "an id made a day": (
        "topic,18-Dec-22,live,,,",
        "'18-Dec-22' is what a spreadsheet makes of an id, no id of a topic: write it as in labour",
    ),
    "an id that is a number to a spreadsheet": (
        "person,1e5,live,,,",
        "'1e5' is what a spreadsheet makes of an id, no id of a person: write it as in jane-doe",
    ),
    "an id made a number": (
        "person,1.00E+05,live,,,",
        "'1.00E+05' is what a spreadsheet makes of an id, no id of a person: write it as in jane-doe",
    ),
    "a formula": (
        'person,jane-doe,withdrawn,,,"=HYPERLINK(""https://evil.example"")"',
        "'=HYPERLINK(\"https://evil.example\")' begins with '=', which a spreadsheet takes for a formula: begin with a letter or a digit",
    ),
    "a formula after a blank": (
        "person, +7 701,live,,,",
        "'+7 701' begins with '+', which a spreadsheet takes for a formula: begin with a letter or a digit",
    ),
    "no day": ("person,jane-doe,live,,soon,", "'soon' is no day: write it as in 2026-11-22"),
    "a day that does not exist": (
        "person,jane-doe,live,,2026-02-30,",
        "'2026-02-30' is no day: write it as in 2026-11-22",
    ),
    "a day as spreadsheets write it": (
        "person,jane-doe,live,,22.11.2026,",
        "'22.11.2026' is a day as a spreadsheet writes it: write it as in 2026-11-22",
    ),
    "withdrawn without a reason": (
        "event,2022-12.18,withdrawn,,2026-11-22,",
        "event 2022-12.18 is withdrawn without a reason: write the reason at the end of the line",
    ),
    "merged into nothing": (
        "person,jane-doe,merged,,,",
        "person jane-doe is merged: write one id in 'to' (if it leads to several, the state is 'divided')",
    ),
    "moved to two": (
        "person,jane-doe,moved,a b,,",
        "person jane-doe is moved: write one id in 'to' (if it leads to several, the state is 'divided')",
    ),
    "divided into one": (
        "person,jane-doe,divided,a,,",
        "person jane-doe is divided: write the ids of two or more in 'to', with a space between them",
    ),
    "live, and leading somewhere": (
        "person,jane-doe,live,zoe,,",
        "person jane-doe is live and leads nowhere: empty 'to', or write another state",
    ),
    "no person is an entry": (
        "person,jane-doe,live,entry 18,,",
        "person jane-doe is live and leads nowhere: empty 'to', or write another state",
    ),
    "an event that is live, and leads somewhere": (
        "event,2022-12.18,live,2022-12.19,,",
        (
            "event 2022-12.18 is live and leads nowhere: empty 'to', write another state, "
            "or say which entry of the digest it is, as in 'entry 18'"
        ),
    ),
    "an entry without its number": (
        "event,2022-12.18,redacted,entry last,,",
        (
            "event 2022-12.18 is redacted and leads nowhere: empty 'to', write another state, "
            "or say which entry of the digest it is, as in 'entry 18'"
        ),
    ),
}


@pytest.mark.parametrize(("text", "told"), WRONG.values(), ids=WRONG)
def test_a_wrong_line_is_told(text: str, told: str) -> None:
    """The sentence names file and line, what was seen, and what to write."""
    assert mistakes("topic,labour,live,,,", text) == f"seeds/ledger.csv:3: {told}"


LED_WRONG = {
    "to itself": (
        "person,a,merged,a,,",
        "person a leads to itself: write another id in 'to', or the state 'live'",
    ),
    "to one twice": ("person,a,divided,zoe zoe,,", "person a leads to one id twice: write each once"),
    "out of the chronicle": (
        "person,a,moved,https://evil.example/,,",
        "'https://evil.example/' is no id of a person: write it as in jane-doe",
    ),
    "by a formula": (
        "person,a,divided,zoe =1,,",
        "'=1' begins with '=', which a spreadsheet takes for a formula: begin with a letter or a digit",
    ),
    "to an id that a spreadsheet made": (
        "event,2022-12.1,merged,2022-12-18,,",
        "'2022-12-18' is what a spreadsheet makes of an id, no id of an event: write it as in 2022-12.18",
    ),
    "to what is not there": (
        "person,a,merged,nobody,,",
        "person a leads to nobody, which is not in the ledger: write an id that is",
    ),
    "to what is nearly there": (
        "person,a,merged,jane-do,,",
        "person a leads to jane-do, which is not in the ledger: did you mean jane-doe?",
    ),
    "to another kind": (
        "person,a,merged,berik,,",
        "person a leads to berik, which is a place: write the id of a person",
    ),
    "to an event from a person": (
        "person,a,merged,2022-12.18,,",
        "person a leads to 2022-12.18, which is an event: write the id of a person",
    ),
    "to what is merged": (
        "person,a,merged,jane-roe,,",
        "person a leads to jane-roe, which is merged: write 'jane-doe' in 'to' instead",
    ),
    "to what is divided": (
        "person,a,merged,twins,,",
        "person a leads to twins, which is divided: write 'jane-doe zoe' in 'to' instead, and the state 'divided'",
    ),
    "to two that are one": (
        "person,a,divided,jane-roe jane-doe,,",
        "person a leads to jane-roe, which is merged: write 'jane-doe' in 'to' instead, and the state 'merged'",
    ),
    "to what is withdrawn": (
        "person,a,moved,gone,,",
        "person a leads to gone, which is withdrawn: write an id that is live, or the state 'withdrawn' and a reason",
    ),
}


@pytest.mark.parametrize(("text", "told"), LED_WRONG.values(), ids=LED_WRONG)
def test_a_line_that_leads_astray_is_told(text: str, told: str) -> None:
    """No chain, no loop, no way out; the sentence says where the way ends."""
    others = (
        "place,berik,live,,,", "person,jane-doe,live,,,", "person,zoe,live,,,", "person,jane-roe,merged,jane-doe,,",
        "person,twins,divided,jane-doe zoe,,", "person,gone,withdrawn,,,Not so", LIVE,
    )  # fmt: skip

    assert mistakes(*others, text) == f"seeds/ledger.csv:9: {told}"


def test_an_event_may_be_divided_into_events_that_the_next_build_publishes() -> None:
    """Their labels are above all that were given in their edition, and nobody else gets them."""
    divided = "event,2022-12.18,divided,2022-12.19 2022-12.20,,"

    ledger = read(f"{HEADING}\n{divided}\nevent,2022-11.30,live,,,")

    assert ledger.of("event")["2022-12.18"].to == ("2022-12.19", "2022-12.20")
    assert next_label(ledger, "2022-12") == "21"
    assert mistakes(divided, "event,2022-12.40,live,,,").splitlines() == [
        f"seeds/ledger.csv:2: event 2022-12.18 leads to 2022-12.{n}, which is not in the ledger: did you mean 2022-12.40?"
        for n in (19, 20)
    ]
    assert mistakes("event,2022-12.18,merged,2022-12.19,,") == (
        "seeds/ledger.csv:2: event 2022-12.18 leads to 2022-12.19, which is not in the ledger: write an id that is"
    )
    assert mistakes("topic,a,divided,b c,,", LIVE) == (
        "seeds/ledger.csv:2: topic a leads to b, which is not in the ledger: write an id that is\n"
        "seeds/ledger.csv:2: topic a leads to c, which is not in the ledger: write an id that is"
    )


def test_a_loop_is_told_of_every_line_in_it() -> None:
    ends = "write an id that is live, or the state 'withdrawn' and a reason"

    assert mistakes("person,a,merged,b,,", "person,b,moved,c,,", "person,c,merged,a,,") == "\n".join(
        (
            f"seeds/ledger.csv:2: person a leads to b, which is moved: {ends}",
            f"seeds/ledger.csv:3: person b leads to c, which is merged: {ends}",
            f"seeds/ledger.csv:4: person c leads to a, which is merged: {ends}",
        )
    )


def test_a_chain_too_long_to_follow_leads_nowhere() -> None:
    chain = [f"topic,t{n},moved,t{n + 1},," for n in range(150)]

    told = mistakes(*chain, "topic,t150,live,,,").splitlines()

    assert len(told) == 149
    assert told[0] == (
        "seeds/ledger.csv:2: topic t0 leads to t1, which is moved: "
        "write an id that is live, or the state 'withdrawn' and a reason"
    )
    assert (
        told[-1]
        == "seeds/ledger.csv:150: topic t148 leads to t149, which is moved: write 't150' in 'to' instead"
    )


def test_two_events_are_not_one_entry() -> None:
    assert mistakes("event,2022-12.1,live,entry 18,,", "event,2022-12.2,redacted,entry 18,,") == (
        "seeds/ledger.csv:3: event 2022-12.2 is said to be entry 18, and so is 2022-12.1: only one of them is"
    )
    assert (
        len(read(f"{HEADING}\nevent,2022-12.1,live,entry 18,,\nevent,2022-11.1,live,entry 18,,\n").lines) == 2
    )


def test_every_mistake_is_told_at_once_in_order_of_lines() -> None:
    """A line that leads to a wrong line is right itself."""
    assert mistakes(
        "person,a,merged,jane-doe,,",
        "person,jane-doe,gone,,,",
        "person,b,merged,b,,",
        "event,2022-12.1,withdrawn,,soon,",
    ).splitlines() == [
        "seeds/ledger.csv:3: the state 'gone' is not known: write live, withdrawn, merged, divided, moved or redacted",
        "seeds/ledger.csv:4: person b leads to itself: write another id in 'to', or the state 'live'",
        "seeds/ledger.csv:5: 'soon' is no day: write it as in 2026-11-22",
        "seeds/ledger.csv:5: event 2022-12.1 is withdrawn without a reason: write the reason at the end of the line",
    ]


def vandalised(one: LedgerLine) -> dict[str, str]:
    """Return a line as vandals leave it, with what is said of it."""
    kind, id_, state, to = one.kind, one.id, one.state, " ".join(one.to)
    day = one.date.isoformat() if one.date else ""
    reason = one.reason.replace('"', '""')
    reason = f'"{reason}"' if '"' in reason or "," in reason else reason
    return {
        f"x{kind},{id_},{state},{to},{day},{reason}": f"the kind 'x{kind}' is not known: write event, person, place, statute, topic or case",
        f"{kind},../{id_},{state},{to},{day},{reason}": f"'../{id_}' is no id of ",
        f"{kind},{id_},dead,{to},{day},{reason}": "the state 'dead' is not known: write live, withdrawn, merged, divided, moved or redacted",
        f"{kind},{id_},merged,{id_},{day},{reason}": f"{kind} {id_} leads to itself: write another id in 'to', or the state 'live'",
        f"{kind},{id_},moved,//evil.example,{day},{reason}": "'//evil.example' is no id of ",
        f"{kind},{id_},withdrawn,,{day},": f"{kind} {id_} is withdrawn without a reason: ",
        f"{kind},{id_},{state},{to},0000-00-00,{reason}": "'0000-00-00' is ",
        f"{kind},{id_},{state},{to},{day}": "has 5 values, not 6: ",
    }


@pytest.mark.parametrize("number", range(2, 13))
def test_a_vandalised_line_is_told(number: int) -> None:
    """Whatever line is spoilt, in whatever way, is named."""
    lines = SMALL.splitlines()
    one = read(SMALL).lines[number - 2]
    for text, told in vandalised(one).items():
        with pytest.raises(ChronicleError) as caught:
            read("\n".join((*lines[: number - 1], text, *lines[number:])))

        assert f"seeds/ledger.csv:{number}: {told}" in str(caught.value)


def test_a_line_given_another_state_beside_the_old_one_is_told() -> None:
    """A line added for an address that has a ruling does not overrule it in silence."""
    assert mistakes(WITHDRAWN, "event,2022-12.18,live,,2027-01-01,") == (
        "seeds/ledger.csv:3: event 2022-12.18 stands in line 2 too, and differs: keep the line that is right"
    )
    assert replace(read(f"{HEADING}\n{WITHDRAWN}\n").lines[0], reason="") == line(
        "event", "2022-12.18", "withdrawn", date=dt.date(2026, 11, 25)
    )
