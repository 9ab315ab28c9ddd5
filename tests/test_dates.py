"""What opens an entry, and what day it means."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, strategies as st

from chronicle.dates import find_opening_date, looks_dated, meant_date
from chronicle.model import PrintedDate
from tests.readcases import Case, read_cases
from tests.scaling import assert_linear

FIRST, LAST = dt.date(2022, 12, 1), dt.date(2022, 12, 31)


def shown(text: str) -> str:
    """Return 'day month year until' of the date that opens *text*, and its words; or what was made of it."""
    date = find_opening_date(text, lambda place: place == "village of Lindenau")
    if date is None:
        return "looks dated" if looks_dated(text) else "no date"
    numbers = " ".join("-" if n is None else str(n) for n in (date.day, date.month, date.year, date.until))
    return f"{numbers} | {date.text}"


@pytest.mark.parametrize("case", read_cases("dates"), ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    assert shown(case.given) == case.expected


def printed(text: str) -> PrintedDate:
    date = find_opening_date(text)
    assert date is not None
    return date


@pytest.mark.parametrize(
    ("text", "day", "findings"),
    [
        ("December 8", dt.date(2022, 12, 8), ()),
        ("8 December 2022", dt.date(2022, 12, 8), ()),
        ("December 8, 2021", dt.date(2022, 12, 8), ()),
        (
            "January 26",
            dt.date(2022, 12, 26),
            (("misprinted-date", "'January 26' read as 2022-12-26, by the edition's period"),),
        ),
        (
            "December 8, 2020",
            dt.date(2022, 12, 8),
            (("misprinted-date", "'December 8, 2020' read as 2022-12-08, by the edition's period"),),
        ),
        (
            "January 26, 2021",
            dt.date(2022, 12, 26),
            (("misprinted-date", "'January 26, 2021' read as 2022-12-26, by the edition's period"),),
        ),
        ("December 32", None, (("impossible-date", "'December 32' is no day of 2022-12"),)),
        ("December 0", None, (("impossible-date", "'December 0' is no day of 2022-12"),)),
        (
            "December 17-18",
            None,
            (("date-range", "'December 17-18' is more than one day: the entry stands without a date"),),
        ),
    ],
)
def test_the_edition_is_the_authority(text: str, day: dt.date | None, findings: object) -> None:
    """The month and year are the edition's; a year known to be printed wrong (2021) is not told again."""
    assert meant_date(printed(text), FIRST, LAST, 2021) == (day, findings)


def test_a_day_of_another_month_is_judged_by_the_edition() -> None:
    """The edition of February has no 30th, whatever the month printed has."""
    assert meant_date(printed("January 30"), dt.date(2023, 2, 1), dt.date(2023, 2, 28)) == (
        None,
        (("impossible-date", "'January 30' is no day of 2023-02"),),
    )


@pytest.mark.parametrize(
    ("text", "day", "codes"),
    [
        ("December 30", dt.date(2022, 12, 30), []),
        ("January 3", dt.date(2023, 1, 3), []),
        ("January 3, 2022", dt.date(2023, 1, 3), ["misprinted-date"]),
        ("January 20", dt.date(2023, 1, 20), ["outside-period"]),
        ("March 3", None, ["misprinted-date"]),
    ],
)
def test_a_period_of_several_months(text: str, day: dt.date | None, codes: list[str]) -> None:
    """The printed month is taken where it is one of the period's; any other names no day."""
    meant, findings = meant_date(printed(text), dt.date(2022, 12, 15), dt.date(2023, 1, 15))

    assert (meant, [code for code, _ in findings]) == (day, codes)


def test_a_month_that_the_period_holds_twice() -> None:
    """Two Decembers: the printed year decides, and without one there is no day."""
    first, last = dt.date(2021, 12, 1), dt.date(2022, 12, 31)

    assert meant_date(printed("December 5, 2021"), first, last) == (dt.date(2021, 12, 5), ())
    assert meant_date(printed("December 5"), first, last)[0] is None


@given(st.text())
def test_the_words_of_a_date_stand_at_its_span(text: str) -> None:
    """Whatever follows, `text` is what stands at `at`; whatever the text, nothing is raised."""
    date = find_opening_date(f" On December 5 {text}")

    assert date is not None
    assert f" On December 5 {text}"[date.at.start : date.at.end].replace("\n", " ") == date.text
    looks_dated(text)
    find_opening_date(text)


@pytest.mark.parametrize("sign", ["—", "[", "7", "A", " ", "5 December ", "A, ", "December "])
def test_time_grows_with_length(sign: str) -> None:
    """A long line of one sign is told to be no date in time that grows with its length, at the most."""

    def read(text: str) -> None:
        find_opening_date(text)
        looks_dated(text)

    assert_linear(read, sign, 100_000)
