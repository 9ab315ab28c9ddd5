"""What speaks for a year or a day: words, sources, neighbours; and the sidecar's lines that would settle it."""

from __future__ import annotations

import datetime as dt

import pytest

from chronicle.findings import report
from chronicle.model import Edition, Finding
from tests.test_read import read

NOTES = "\n\n[1] https://news.example/2022-12-04/a\n[2] https://news.example/b-05-12-2022\n[3] https://news.example/c\n"


def misprints(edition: Edition) -> list[Finding]:
    """Return the findings about misprinted dates."""
    return [finding for finding in edition.findings if finding.code == "misprinted-date"]


def pasted(finding: Finding) -> str:
    """Return the lines of *finding* as a sidecar, dated."""
    return "\n".join(("corrections:", *finding.paste[1:])).replace("{day}", "2023-01-05")


def digest(year: int, *words: str) -> str:
    """Return five entries dated December of *year*, the first ones ending in *words*."""
    ends = [*words, "a rally", "a rally", "a rally", "a rally", "a rally"]
    return "\n\n".join(f"December {n}, {year}, Aksay, {ends[n - 1]}[{n}]." for n in range(1, 6)) + NOTES


def test_a_wrong_year_with_its_evidence() -> None:
    """Words near the period and addresses that carry a date are counted for each of the two years."""
    (finding,) = misprints(
        read(digest(2021, "a rally as of late 2022", "a rally on 3 January 2023", "on 5 May 2022"))
    )

    assert finding.message == (
        "all 5 dates print 2021 and are read as 2022: 2 entries and 2 sources speak for 2022 (entry 1: 'late 2022', "
        "entry 2: '3 January 2023', the address of note 1: '2022-12-04', the address of note 2: '05-12-2022'); "
        "nothing speaks for 2021"
    )
    assert (finding.event, finding.excerpt) == (None, "December 1, 2021")


def test_the_lines_for_a_wrong_year_settle_it() -> None:
    """Pasted into the sidecar they load, and the year is a correction."""
    text = digest(2021, "a rally as of late 2022")
    edition = read(text, pasted(misprints(read(text))[0]))

    assert misprints(edition) == []
    assert [(c.printed, c.meant, c.date) for c in edition.corrections] == [
        ("2021", "2022", dt.date(2023, 1, 5))
    ]
    assert edition.corrections[0].reason.startswith(
        "Every entry prints 2021, but 1 entry and 2 sources speak for 2022"
    )


def test_a_year_that_speaks_for_itself() -> None:
    """Where more speaks for the printed year, the file may be misnamed, and no line is suggested."""
    text = digest(2021, "on 9 December 2021", "on 11.12.2021", "on January 3, 2022").split("\n\n[1]")[0]
    (finding,) = misprints(read(text))

    assert finding.message.endswith(
        "nothing speaks for 2022; 3 entries speak for 2021 (entry 1: '9 December 2021', entry 2: '11.12.2021', "
        "entry 3: 'January 3, 2022'); if the digest is of 2021, its file should be named 2021-12.txt"
    )
    assert finding.paste == ()


def test_a_wrong_year_without_evidence() -> None:
    """The edition's own year is the reason."""
    (finding,) = misprints(read(digest(2021).split("\n\n[1]")[0]))

    assert '  reason: "Every entry prints 2021, but the digest is that of 2022."' in finding.paste


def test_texts_that_speak_of_another_year() -> None:
    """A file that is named after the misprint, or wrongly, is told by its own words; the sidecar's word settles it."""
    words = ("on 9 December 2023", "until 10 December 2023", "as of early 2023")
    text = "\n\n".join(f"December {n}, 2022, Aksay, a rally {w}." for n, w in enumerate(words, start=1))
    found = [f.message for f in read(text).findings if f.code == "another-year"]

    assert found == [
        (
            "nothing speaks for 2022; 3 entries speak for 2023 (entry 1: '9 December 2023', entry 2: '10 December 2023', "
            "entry 3: 'early 2023'): see that the file is named after the month that it tells of"
        )
    ]
    assert "another-year" not in [
        f.code for f in read(text.replace("until 10 December 2023", "again")).findings
    ]


def test_a_wrong_year_on_some_dates() -> None:
    """More than three are one matter, with a line for each."""
    text = "\n\n".join(f"December {n}, {2021 if n < 5 else 2022}, Aksay, a rally." for n in range(1, 8))
    (finding,) = misprints(read(text))

    assert finding.message.startswith("4 of 7 dates print 2021 and are read as 2022: ")
    assert misprints(read(text, pasted(finding))) == []


@pytest.mark.parametrize(
    ("dates", "message"),
    [
        (
            ("December 26", "January 26", "December 27"),
            (
                "'January 26' read as 2022-12-26, by the edition's period; "
                "it stands between 'December 26' (entry 1) and 'December 27' (entry 3)"
            ),
        ),
        (
            ("December 7, 2022", "December 8, 2021", "December 9, 2022"),
            (
                "'December 8, 2021' read as 2022-12-08, by the edition's period; "
                "it stands between 'December 7, 2022' (entry 1) and 'December 9, 2022' (entry 3)"
            ),
        ),
        (
            ("June 30", "December 30", "December 31"),
            "'June 30' read as 2022-12-30, by the edition's period; it stands before 'December 30' (entry 2)",
        ),
        (
            ("December 3", "December 4", "May 5"),
            "'May 5' read as 2022-12-05, by the edition's period; it stands after 'December 4' (entry 2)",
        ),
    ],
)  # fmt: skip
def test_one_slip_is_told_with_its_neighbours(dates: tuple[str, ...], message: str) -> None:
    """The lines to paste make the day that of the edition."""
    text = "\n\n".join(f"{date}, Aksay, a rally." for date in dates)
    (finding,) = misprints(read(text))

    assert finding.message == message
    assert misprints(read(text, pasted(finding))) == []


def test_neighbours_that_do_not_bear_it_out() -> None:
    """Then no line is suggested."""
    (finding,) = misprints(read("December 2, Aksay, x.\n\nJanuary 26, Aksay, x.\n\nDecember 3, Aksay, x."))

    assert finding.message.endswith("and 'December 3' (entry 3), which does not bear that out")
    assert finding.paste == ()


def test_an_entry_alone_has_no_neighbours() -> None:
    """Nothing is suggested for a month, and the edition's year for a year."""
    assert misprints(read("January 2, Aksay, x."))[0].paste == ()


def test_another_month_on_many_dates() -> None:
    """That may be a file with a wrong name."""
    text = "\n\n".join(f"May {n}, Aksay, a rally." for n in range(1, 6))

    assert [f.message for f in misprints(read(text))] == [
        (
            "the dates of entries 1, 2, 3, 4 and 5, 5 of 5, print another month, and are read as 2022-12; "
            "if the digest is of that month, the file should be named so: 2022-05.txt"
        )
    ]


def test_a_month_that_cannot_be_told() -> None:
    """In a period of two months no third one can be meant."""
    sidecar = "period: {first: 2022-11-01, last: 2022-12-31}"
    (finding,) = misprints(
        read("December 1, Aksay, x.\n\nMay 5, Aksay, x.\n\nDecember 7, Aksay, x.", sidecar)
    )

    assert finding.message == (
        "'May 5' lies outside the edition's period, and no one month can be meant; "
        "it stands between 'December 1' (entry 1) and 'December 7' (entry 3)"
    )


def test_impossible_dates_speak_for_nothing() -> None:
    """'31.02.2022' and '/2022-13-40/' are no days."""
    text = digest(2021, "on 31.02.2022").replace("2022-12-04", "2022-13-40")

    assert (
        "1 source speaks for 2022 (the address of note 2: '05-12-2022')" in misprints(read(text))[0].message
    )


@pytest.mark.parametrize(
    ("title", "message", "lines"),
    [
        ("FROM DECEMBER 1 TO DECEMBER 31, 2022", "", ()),
        (
            "FROM DECEMBER 1 TO DECEMBER 15, 2022",
            "the title says 2022-12-01 to 2022-12-15, the edition is that of 2022-12-01 to 2022-12-31",
            ("in seeds/editions/2022-12.yaml", "period: {first: 2022-12-01, last: 2022-12-15}"),
        ),
        (
            "FROM NOVEMBER 1 TO NOVEMBER 30, 2022",
            "the title says 2022-11-01 to 2022-11-30, the edition is that of 2022-12-01 to 2022-12-31",
            (),
        ),
    ],
)
def test_the_digests_own_title(title: str, message: str, lines: tuple[str, ...]) -> None:
    """Another period is told; its lines are given where it lies in the file's month."""
    edition = read(f"{title}\n\nDecember 1, Aksay, a rally.\n")
    found = [(f.message, f.paste) for f in edition.findings if f.code == "title-period"]

    assert found == ([(message, lines)] if message else [])


def test_the_lines_of_a_title_settle_it() -> None:
    """The period pasted is the edition's."""
    text = "FROM DECEMBER 1 TO DECEMBER 15, 2022\n\nDecember 1, Aksay, a rally.\n"
    (finding,) = (f for f in read(text).findings if f.code == "title-period")

    assert [f.code for f in read(text, finding.paste[1]).findings] == []


def test_the_day_stands_in_the_lines() -> None:
    """What is told carries the day on which it is told."""
    finding = misprints(read(digest(2021)))[0]

    assert "          date: 2023-01-05" in "\n".join(report([finding], lambda _: "", dt.date(2023, 1, 5)))
