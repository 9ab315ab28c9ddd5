"""A ledger that was lost is found again in a published site, or the site is told to be no whole one."""

from __future__ import annotations

import datetime as dt
import json
from html import escape
from typing import Any

import pytest

from chronicle.findings import ChronicleError
from chronicle.ledger import ledger_text
from chronicle.model import Output, Remembered
from chronicle.restored import rebuilt

WHOLE = "take a copy of the site that is whole"


def page(path: str, state: str = "", to: str = "", date: str = "", reason: str = "") -> Output:
    """Return a page of an address; with a *state*, one that shows its own no more."""
    said = {"state": state, "to": to, "date": date, "reason": reason} if state or date else {}
    metas = "".join(
        f'<meta name="chronicle-{name}" content="{escape(value)}">\n'
        for name, value in said.items()
        if value or state
    )
    body = '<body class="x"><meta name="chronicle-state" content="withdrawn"></body>'
    head = f'<meta charset="utf-8"><meta name="robots"><meta content="x">\n{metas}'
    return Output(f"{path}/index.html", f"<!doctype html>\n<head>{head}</head>\n{body}".encode())


def events(*records: dict[str, Any]) -> Output:
    return Output("data/events.json", json.dumps(records, ensure_ascii=False).encode())


def record(id_: str, text: str = "Words.", *people: tuple[str | None, list[str]]) -> dict[str, Any]:
    named = [{"id": one, "name": "x", "role": "subject", "printed": printed} for one, printed in people]
    return {"id": id_, "url": "x", "text": text, "people": named, "topics": []}


def refused(*outputs: Output) -> str:
    with pytest.raises(ChronicleError) as caught:
        rebuilt(outputs)
    return str(caught.value)


SITE = (
    page("."), page("events"), page("people"), page("about"), page("editions/2022-12"),
    Output("people/jane-doe/feed.xml", b"<feed/>"),
    Output("style.css", b""),
    page("events/2022-12/2", "merged", "2022-12.1", "2026-11-22", 'Told "twice" & so on, 5 > 4'),
    page("events/2022-12/10"),
    page("events/2022-12/1", date="2026-11-01"),
    page("events/2022-12/3", "divided", "2022-12.1 2022-12.10", "2026-11-22"),
    page("events/2022-12/4", "withdrawn", "", "2026-11-22", "Not so"),
    page("people/jane-doe"), page("people/jane-roe", "moved", "jane-doe", "2026-11-22"),
    page("places/west-region"), page("statutes/cc"), page("statutes/cc/361-1"),
    page("statutes/cc/9", "redacted"), page("topics/labour"),
    events(
        record("2022-12.10", "Later.", (None, ["A. Smith", "Smith"]), (None, ["[name withheld]"])),
        record("2022-12.1", "December 1, “Aksay”.", ("jane-doe", ["Doe Jane", "Doe"]), (None, [])),
    ),
)  # fmt: skip


def test_a_lost_ledger_is_found_in_the_site() -> None:
    """Ids by the paths of pages, what became of them by their heads; the words of live events by events.json."""
    ledger, remembered = rebuilt(SITE)

    assert ledger_text(ledger) == (
        "kind,id,state,to,date,reason\n"
        "event,2022-12.1,live,,2026-11-01,\n"
        'event,2022-12.2,merged,2022-12.1,2026-11-22,"Told ""twice"" & so on, 5 > 4"\n'
        "event,2022-12.3,divided,2022-12.1 2022-12.10,2026-11-22,\n"
        "event,2022-12.4,withdrawn,,2026-11-22,Not so\n"
        "event,2022-12.10,live,,,\n"
        "person,jane-doe,live,,,\n"
        "person,jane-roe,moved,jane-doe,2026-11-22,\n"
        "place,west-region,live,,,\n"
        "statute,cc,live,,,\n"
        "statute,cc/9,redacted,,,\n"
        "statute,cc/361-1,live,,,\n"
        "topic,labour,live,,,\n"
    )
    assert ledger.of("event")["2022-12.1"].date == dt.date(2026, 11, 1)
    assert remembered == (
        Remembered(event="2022-12.1", text="December 1, “Aksay”.", people=(("jane-doe", "Doe Jane"),)),
        Remembered(event="2022-12.10", text="Later.", people=(("", "A. Smith"),)),
    )


def test_dossiers_beside_pages_are_no_addresses_of_their_own() -> None:
    beside = [
        page("people/jane-doe/dossier"),
        page("statutes/cc/361-1/dossier/2022-12"),
        page("cases/the-strike"),
    ]

    ledger, _ = rebuilt([*SITE, *beside])

    assert {(line.kind, line.id) for line in ledger} - {
        (line.kind, line.id) for line in rebuilt(SITE)[0]
    } == {("case", "the-strike")}


def test_the_order_of_files_does_not_count() -> None:
    assert rebuilt(reversed(SITE)) == rebuilt(SITE)


def test_a_folder_that_is_no_site_is_refused() -> None:
    assert refused(page("people/jane-doe")) == (
        "data/events.json: is not there: this is no site that this program built: name the folder of one"
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[",
        b"\xff",
        b"{}",
        b"[1]",
        b'[{"id": "2022-12.1"}]',
        b'[{"id": "2022-12.1", "text": 5, "people": []}]',
        b'[{"id": "2022-12.1", "text": "x", "people": [{"id": "a"}]}]',
        b"[" * 100_000,
    ],
)
def test_records_of_another_form_are_refused(data: bytes) -> None:
    assert refused(Output("data/events.json", data)) == (
        f"data/events.json: is no list of events as this program writes it: {WHOLE}"
    )


def test_a_site_that_is_not_whole_is_refused_with_all_that_is_missing() -> None:
    """Pages without records, records without pages, and a withdrawn event that is still listed."""
    site = (
        page("events/2022-12/9"),
        page("events/2022-12/10"),
        page("events/2022-12/11", "withdrawn", reason="Not so"),
        events(record("2022-12.3"), record("2022-12.3"), record("2022-12.11")),
    )

    assert refused(*site) == "\n".join(
        (
            f"data/events.json: an event stands there twice: {WHOLE}",
            f"data/events.json: event '2022-12.3' has no page that shows it: {WHOLE}",
            f"data/events.json: event '2022-12.11' has no page that shows it: {WHOLE}",
            f"events/2022-12/9/index.html: the event is not in data/events.json: {WHOLE}",
            f"events/2022-12/10/index.html: the event is not in data/events.json: {WHOLE}",
        )
    )


@pytest.mark.parametrize(
    ("odd", "told"),
    [
        (page("people/Jane Doe"), "people/Jane Doe/index.html: 'Jane Doe' is no id of a person"),
        (page("people/a/b"), "people/a/b/index.html: 'a/b' is no id of a person"),
        (page("topics/labour", "gone"), "topics/labour/index.html: the state 'gone' is not known"),
        (page("topics/labour", "withdrawn"), "topics/labour/index.html: topic labour is withdrawn without a reason"),
        (page("topics/labour", date="soon"), "topics/labour/index.html: 'soon' is no day"),
        (page("topics/labour", "merged"), "topics/labour/index.html: topic labour is merged"),
        (
            page("topics/labour", "merged", "https://evil.example/"),
            "topics/labour/index.html: 'https://evil.example/' is no id of a topic",
        ),
        (
            page("topics/labour", "moved", "work"),
            "topics/labour/index.html: topic labour leads to work, which is not in the ledger",
        ),
        (
            Output("topics/labour/index.html", b'<meta name="chronicle-reason" content="\xff"><body>'),
            "topics/labour/index.html: is not UTF-8",
        ),
    ],
)  # fmt: skip
def test_a_page_that_this_program_does_not_build_is_refused(odd: Output, told: str) -> None:
    assert refused(odd, events()) == f"{told}: {WHOLE}"


def test_a_value_without_words_is_none() -> None:
    """`<meta name="chronicle-date" content>` says no day."""
    odd = Output("topics/labour/index.html", b'<head><meta name="chronicle-date" content></head><body>')

    assert ledger_text(rebuilt([odd, events()])[0]).splitlines()[1:] == ["topic,labour,live,,,"]
