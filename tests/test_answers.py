"""Ready-made tables: what is counted, that each number is that of the events behind it, and the CSV."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from dataclasses import replace
from typing import Final

import pytest

from chronicle import urls
from chronicle.answers import Figure, answer_files, harmless, sums, tables, tells_of_refusal
from chronicle.measures import FINES, MEASURES, SOURCES
from chronicle.model import Chronicle
from chronicle.pages.answers import LONG, AnswerPage, AnswersPage, answers_pages
from chronicle.pages.lookup import look_up
from tests.factories import (
    TEXT,
    UNITS,
    make_chronicle,
    make_edition,
    make_event,
    make_note,
    make_person,
    make_sanction,
    make_site,
)
from tests.readcases import Case, read_cases

SITE: Final = make_site()


def numbers(chronicle: Chronicle, table: str) -> dict[str, dict[str, int]]:
    (found,) = (one for one in tables(chronicle) if one.id == table)
    return {row.id: {figure.measure.id: figure.number for figure in row.figures} for row in found.rows}


def figure(chronicle: Chronicle, table: str, row: str, measure: str) -> Figure:
    (found,) = (one for one in tables(chronicle) if one.id == table)
    return next(
        one for each in found.rows if each.id == row for one in each.figures if one.measure.id == measure
    )


def pages(chronicle: Chronicle) -> tuple[AnswersPage, dict[str, AnswerPage]]:
    first, *others = answers_pages(look_up(chronicle, UNITS, "freeland"))
    assert isinstance(first, AnswersPage)
    return first, {page.path: page for page in others if isinstance(page, AnswerPage)}


# ---------------------------------------------------------------- what is counted


def test_a_month() -> None:
    """Jane and John Doe have pages; J. Smith and a child have none."""
    assert numbers(make_chronicle(), "months") == {
        "2022-12": {
            "events": 2,
            "subjects": 2,
            "others": 2,
            "detentions": 1,
            "prison-terms": 0,
            "restrictions": 0,
            "fines": 1,
            "refusals": 0,
        },
        "2026-01": {
            "events": 1,
            "subjects": 1,
            "others": 0,
            "detentions": 0,
            "prison-terms": 0,
            "restrictions": 0,
            "fines": 0,
            "refusals": 0,
        },
    }


def test_officials_and_relatives_are_not_people_concerned() -> None:
    found = figure(make_chronicle(), "months", "2022-12", "subjects")

    assert [(one.event.id, one.people) for one in found.counted] == [
        ("2022-12.1", ("jane-doe",)),
        ("2022-12.2", ("john-doe",)),
    ]


def test_a_person_counts_once_a_row_and_a_short_name_once_an_event() -> None:
    chronicle = make_chronicle(make_edition(make_event(), make_event(label="2", ordinal=2)))

    found = numbers(chronicle, "months")["2022-12"]
    assert (found["subjects"], found["others"]) == (1, 2)


def test_a_sanction_counts_once_an_event_however_often_it_is_printed() -> None:
    again = make_sanction(TEXT, "arrest", "administrative_detention", 15, "days")
    other = make_sanction(TEXT, "Westport", "pretrial_detention")
    event = make_event(sanctions=(*make_event().sanctions, again, other))

    assert numbers(make_chronicle(make_edition(event)), "months")["2022-12"]["detentions"] == 2


def test_fines_are_added_by_currency_and_those_without_a_sum_only_counted() -> None:
    event = make_event(
        sanctions=(
            make_sanction(TEXT, "were given", "fine", 100, "FRD"),
            make_sanction(TEXT, "arrest", "fine", 50, "FRD"),
            make_sanction(TEXT, "judge", "fine", 3, "EUR"),
            make_sanction(TEXT, "Doe said", "fine"),
        )
    )

    found = figure(make_chronicle(make_edition(event)), "months", "2022-12", "fines")
    assert (found.measure, found.number, sums(found)) == (FINES, 4, {"EUR": 3, "FRD": 150})


def test_an_entry_without_a_single_day_counts_in_the_month_of_its_digest() -> None:
    chronicle = make_chronicle(
        make_edition(make_event(date=None), make_event(label="2", date=dt.date(2022, 11, 30)))
    )

    assert {month: found["events"] for month, found in numbers(chronicle, "months").items()} == {
        "2022-11": 1,
        "2022-12": 1,
    }


def test_a_place_has_what_lies_in_it_and_a_country_only_what_names_it() -> None:
    assert {place: found["events"] for place, found in numbers(make_chronicle(), "places").items()} == {
        "farville": 1,
        "lost-hamlet": 1,
        "west-region": 1,
        "westport": 1,
    }


def test_an_article_counts_every_event_that_cites_it() -> None:
    found = numbers(make_chronicle(), "articles")

    assert {article: one["events"] for article, one in found.items()} == {
        "cc/274": 1,
        "cc/405": 2,
        "cao/10": 1,
    }


def test_missing_sources_and_those_that_may_vanish() -> None:
    event = make_event(
        notes=(
            make_note(TEXT, 1, "https://daily.example/1", fragile=True),
            make_note(TEXT, 2),
            make_note(TEXT, 2),
        )
    )

    assert numbers(make_chronicle(make_edition(event)), "sources") == {
        "2022-12": {"notes": 2, "missing": 1, "unsaved": 1}
    }


@pytest.mark.parametrize("case", read_cases("refusals"), ids=lambda case: case.title)
def test_refusals(case: Case) -> None:
    """An event tells that an assembly was not permitted, or of something else."""
    event = make_event(text=f"May 5 {case.given}")

    assert ("refused" if tells_of_refusal(event) else "not refused") == case.expected


# ---------------------------------------------------------------- pages


def test_every_number_leads_to_the_events_behind_it() -> None:
    """Every number that is not none has a link; there, as many events stand as are behind it."""
    page, behind = pages(make_chronicle())

    for table in page.tables:
        for line in table.lines:
            for cell in line.cells:
                path, _, anchor = cell.href.partition("#")
                assert bool(cell.href) == (cell.number != "0")
                assert not path or anchor in {one.anchor for one in behind[path].figures}
    december = behind["answers/months/2022-12/index.html"]
    assert [(one.name, one.count, len(one.events)) for one in december.figures] == [
        ("Events", "2 events", 2),
        ("People concerned, with a page", "2 people in 2 events", 2),
        ("Others concerned", "2 mentions in 2 events", 2),
        ("Detentions", "1 mention in 1 event", 1),
        ("Fines", "1 mention in 1 event", 1),
    ]


def test_beside_an_event_stands_what_of_it_is_counted() -> None:
    _, behind = pages(make_chronicle())

    said = {
        one.anchor: [event.remark for event in one.events]
        for path in ("months/2022-12", "sources/2022-12")
        for one in behind[f"answers/{path}/index.html"].figures
    }
    assert said == {
        "events": ["", ""],
        "subjects": ["Jane Doe", "John Doe"],
        "others": ["1 person", "1 person"],
        "detentions": ["15 days of administrative detention"],
        "fines": ["fine of 1,000 dollars"],
        "notes": ["notes 1–2", "note 3"],
        "missing": ["note 2", "note 3"],
    }


def test_nobody_without_a_page_is_named_beside_an_event() -> None:
    _, behind = pages(make_chronicle())

    remarks = [event.remark for page in behind.values() for one in page.figures for event in one.events]
    assert not [remark for remark in remarks if "Tim" in remark or "Smith" in remark]


def test_newest_months_come_first_and_say_their_sums() -> None:
    page, _ = pages(make_chronicle())

    months = page.tables[0]
    assert [line.subject.label for line in months.lines] == ["January 2026", "December 2022"]
    assert months.columns == tuple(measure.name for measure in MEASURES)
    assert [cell.sums for cell in months.lines[1].cells if cell.sums] == ["1,000 dollars"]


def test_an_article_and_a_place_lead_to_their_own_pages() -> None:
    page, _ = pages(make_chronicle())

    _, articles, places, sources = page.tables
    assert articles.lines[0].subject.href == "statutes/cc/274/index.html"
    assert (places.lines[-1].subject.label, places.lines[-1].subject.remark) == ("Westport", "city")
    assert sources.lines[0].subject.href == "editions/2026-01/index.html"


def test_every_measure_is_defined_in_words_with_its_unit() -> None:
    page, _ = pages(make_chronicle())

    assert [one.name for one in page.definitions] == [measure.name for measure in (*MEASURES, *SOURCES)]
    assert all(one.about.endswith(".") and one.unit for one in page.definitions)


def test_in_a_long_list_events_stand_under_their_ids() -> None:
    events = (make_event(label=str(n), ordinal=n) for n in range(1, LONG + 2))

    _, behind = pages(make_chronicle(make_edition(*events)))

    first = behind["answers/months/2022-12/index.html"].figures[0].events[0]
    assert (first.label, first.href) == ("2022-12.1", "events/2022-12/1/index.html")


def test_nothing_is_no_mistake() -> None:
    page, behind = pages(Chronicle(editions=(), people=(), places=(), codes=(), topics=(), outlets=()))

    assert ([table.lines for table in page.tables], behind) == ([(), (), (), ()], {})


# ---------------------------------------------------------------- CSV


def rows(chronicle: Chronicle, table: str) -> list[list[str]]:
    files = {output.path: output.data for output in answer_files(chronicle, SITE)}
    return list(csv.reader(io.StringIO(files[urls.answer_table(table)].decode(), newline="")))


def test_the_months_as_csv() -> None:
    head, first, second = rows(make_chronicle(), "months")

    assert head == [
        "month", "events", "subjects", "others", "detentions", "prison_terms", "restrictions", "fines", "refusals",
        "fines_sum_FRD", "as_of", "address",
    ]  # fmt: skip
    assert first == [
        "2022-12", "2", "2", "2", "1", "0", "0", "1", "0", "1000", "2026-01-31",
        "https://chronicle.example/answers/months/2022-12/",
    ]  # fmt: skip
    assert second[0] == "2026-01"


def test_every_table_has_its_csv_with_the_numbers_of_its_page() -> None:
    chronicle = make_chronicle()
    page, _ = pages(chronicle)

    for table in page.tables:
        found = rows(chronicle, table.anchor)[1:]
        shown = sorted([cell.number for cell in line.cells] for line in table.lines)
        start = {"months": 1, "articles": 4, "places": 3, "sources": 1}[table.anchor]
        assert sorted(row[start : start + len(table.columns)] for row in found) == shown
        assert table.csv == f"answers/{table.anchor}.csv"


def test_the_csv_is_that_of_rfc_4180() -> None:
    for output in answer_files(make_chronicle(), SITE):
        text = output.data.decode()
        assert text.endswith("\r\n")
        assert "\n" not in text.replace("\r\n", "")
        for line in text.removesuffix("\r\n").split("\r\n"):
            assert re.fullmatch(r'(?:"(?:[^"]|"")*"|\d+)(?:,(?:"(?:[^"]|"")*"|\d+))*', line)


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+7 701", "-15 degrees", "@x", "\tx", "\rx", " =1", "\ufeff=1", '"=1', "；=1", "＝1", "'=1"],
)
def test_text_that_a_spreadsheet_takes_for_a_formula_is_made_harmless(text: str) -> None:
    """The apostrophe before it can be taken away again; plain text has none."""
    assert harmless(text) == f"'{text}"
    chronicle = make_chronicle()
    codes = tuple(replace(code, name=text) for code in chronicle.codes)
    cells = [row[1] for row in rows(replace(chronicle, codes=codes), "articles")[1:]]
    assert cells == [f"'{text}"] * 3


@pytest.mark.parametrize("text", ["", "Westport", "2022-12", "a=b", "‘=’", "Doe - Roe"])
def test_plain_text_stays(text: str) -> None:
    assert harmless(text) == text


def test_a_person_without_an_id_is_counted_though_hidden() -> None:
    text = "December 8 Doe Tim, 12, was fined"
    event = make_event(text=text, people=(make_person(text, "Doe Tim", id=None, age=12),))

    assert numbers(make_chronicle(make_edition(event)), "months")["2022-12"]["others"] == 1
