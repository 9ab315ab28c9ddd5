"""The page of corrections: every difference between print and site, with its reason, one line per rule."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from chronicle.model import Correction, PrintedDate, Source, Span
from chronicle.pages.corrections import DifferenceGroup, corrections_page
from chronicle.pages.errata import veiled
from chronicle.pages.lookup import look_up
from chronicle.pages.records import Ref
from tests.factories import (
    UNITS,
    make_chronicle,
    make_edition,
    make_event,
    make_events,
    make_finding,
    make_note,
    make_person,
    make_place,
    make_sanction,
)

if TYPE_CHECKING:
    from chronicle.model import Edition, Event

DAY = dt.date(2026, 1, 2)
FULL = PrintedDate(text="December 8, 2022", at=Span(0, 16), day=8, month=12, year=2022)


def plain(text: str, label: str = "1", **over: object) -> Event:
    """Return an event whose date says the very day."""
    return make_event(**({"text": text, "label": label, "ordinal": int(label), "printed_date": FULL} | over))


def groups(*editions: Edition) -> dict[str, DifferenceGroup]:
    page = corrections_page(look_up(make_chronicle(*editions), UNITS, "freeland"))
    return {group.anchor: group for group in page.groups}


def told(group: DifferenceGroup) -> list[tuple[tuple[str, ...], str, list[str]]]:
    return [(line.printed, line.meant, [ref.label for ref in line.subjects]) for line in group.lines]


def days(*editions: Edition) -> list[tuple[str, str, str, list[tuple[str, str, str, str]]]]:
    page = corrections_page(look_up(make_chronicle(*editions), UNITS, "freeland"))
    return [
        (
            day.name,
            day.anchor,
            day.count,
            [(one.subject.label, one.extent, one.line.printed, one.line.meant) for one in day.lines],
        )
        for day in page.days
    ]


def test_corrections_stand_by_day_the_newest_first() -> None:
    """What is corrected in every entry of a digest is one of them."""
    first, second, third = make_events()
    (single,) = second.corrections
    year = replace(single, field="year", printed="2021", meant="2022", date=dt.date(2026, 1, 3))
    late = replace(
        single, field="text", printed="fined", meant="freed", date=dt.date(2026, 1, 3), noticed="a reader"
    )
    edition = make_edition(
        replace(first, corrections=(year,)),
        replace(second, corrections=(single, year)),
        corrections=(year,),
    )
    newest = make_edition(replace(third, corrections=(late,)))

    assert days(edition, newest) == [
        (
            "3 January 2026",
            "day-2026-01-03",
            "2 corrections",
            [
                ("2026-01.1", "", "fined", "freed"),
                ("Digest of December 2022", "every entry: 2 events", "2021", "2022"),
            ],
        ),
        (
            "2 January 2026",
            "day-2026-01-02",
            "1 correction",
            [("2022-12.2", "", "January 9", "9 December 2022")],
        ),
    ]


def test_a_correction_leads_to_its_line_on_the_page_of_the_event_or_digest() -> None:
    first, second, _ = make_events()
    (single,) = second.corrections
    year = replace(single, field="year", printed="2021", meant="2022")
    edition = make_edition(first, second, corrections=(year,))

    page = corrections_page(look_up(make_chronicle(edition), UNITS, "freeland"))

    assert [one.subject.href for day in page.days for one in day.lines] == [
        "editions/2022-12/index.html#correction-year-2026-01-02-1",
        "events/2022-12/2/index.html#correction-date-2026-01-02-1",
    ]
    assert page.days[0].lines[0].extent == "every entry: 2 events"
    assert (page.corrected, page.count) == ("2 corrections", "4 differences")
    assert page.feeds == (Ref(label="Corrections", href="corrections/feed.xml"),)


def test_a_name_that_stands_in_no_list_stands_in_no_correction() -> None:
    """Misspelt it tells who is meant as well."""
    text = "December 8 Kidd Kim, 12, and her mother Ann Poe"
    child = make_person(text, "Kidd Kim", age=12, id=None)
    changes = (
        Correction(field="person", printed="Kidd Kim", meant="Kit Zhym", reason="The father of Kid wrote.", date=DAY),
        Correction(field="text", printed="Ann Poe and Kim Kiddd", meant="Ann Poe", reason="r", date=DAY),
        Correction(field="person", printed="Ann Poe", meant="Anna Poe", reason="r", date=DAY),
    )  # fmt: skip
    event = plain(text, people=(child, make_person(text, "Ann Poe")), corrections=changes)

    assert [(c.printed, c.meant, c.reason) for c in veiled(event)] == [
        ("[name withheld]", "[name withheld]", "The father of [name withheld] wrote."),
        ("Ann Poe and [name withheld]", "Ann Poe", "r"),
        ("Ann Poe", "Anna Poe", "r"),
    ]


def test_what_an_editor_corrected_is_not_told_as_read_by_a_rule() -> None:
    text = "December 8 Vestport, 3.8 years of jail, fined 9,1890 dollars; Dow Jane[2], a[3]"
    jane = make_person(text, "Dow Jane", canonical="Jane Doe", id="jane-doe")
    changes = (
        Correction(field="place", printed="Vestport", meant="westport", reason="r", date=DAY),
        Correction(field="sanction", printed="3.8 years", meant="imprisonment 37 months", reason="r", date=DAY),
        Correction(field="sanction", printed="fined 9,1890 dollars", meant="fine 9189 FRD", reason="r", date=DAY),
        Correction(field="person", printed="Dow Jane", meant="Jane Doe", reason="r", date=DAY),
        Correction(field="source", printed="[2]", meant="https://b.example/", reason="r", date=DAY),
    )  # fmt: skip
    event = plain(
        text,
        dateline=(make_place(text, "westport", "Vestport"),),
        people=(jane,),
        sanctions=(
            make_sanction(text, "3.8 years of jail", "imprisonment", 37, "months"),
            make_sanction(text, "fined 9,1890 dollars", "fine", 91890, "FRD"),
        ),
        notes=(make_note(text, 2, "https://b.example/"), make_note(text, 3, "https://c.example/")),
        findings=(make_finding(code="place-misprint", excerpt="Vestport", event="2022-12.1"),),
        corrections=changes,
    )

    found = groups(make_edition(event))

    assert list(found) == ["sources"]
    assert told(found["sources"]) == [(("note 3, no source",), "https://c.example/", ["2022-12.1"])]


def test_dates_that_no_editor_corrected_are_told_by_month() -> None:
    dates = (
        PrintedDate(text="December 8", at=Span(0, 10), day=8, month=12),
        PrintedDate(text="December 8, 2021", at=Span(0, 16), day=8, month=12, year=2021),
        PrintedDate(text="January 8", at=Span(0, 9), day=8, month=1),
        FULL,
    )
    events = [plain("December 8", str(n), printed_date=one) for n, one in enumerate(dates, start=1)]
    undated = plain("December 8", "5", date=None)

    found = groups(make_edition(*events, undated))

    assert told(found["years"]) == [
        (("December, no year",), "December 2022", ["2022-12.1"]),
        (("December 2021",), "December 2022", ["2022-12.2"]),
        (("January 8",), "8 December 2022", ["2022-12.3"]),
    ]


def test_of_very_many_events_the_digest_is_named() -> None:
    events = [make_event(text="December 8 x", label=str(n), ordinal=n) for n in range(1, 23)]
    full = plain("December 8 x", "23")

    (every,) = groups(make_edition(*events))["years"].lines
    (most,) = groups(make_edition(*events, full))["years"].lines

    assert ([ref.label for ref in every.subjects], every.extent) == (
        ["Digest of December 2022"],
        "every entry: 22 events",
    )
    assert most.extent == "22 events"


def test_places_read_under_another_name_are_told_with_their_reason() -> None:
    text = "December 8 Vestport, Port West, Westport"
    findings = (
        make_finding(code="place-misprint", excerpt="Vestport", event="2022-12.1"),
        make_finding(code="place-former-name", excerpt="Port West", event="2022-12.1"),
        make_finding(code="place-former-name", excerpt="Elsewhere", event="2022-12.1"),
        make_finding(code="day-out-of-order", excerpt="Westport", event="2022-12.1"),
    )
    mentions = tuple(make_place(text, "westport", form) for form in ("Vestport", "Port West", "Westport"))

    found = groups(make_edition(plain(text, dateline=mentions, findings=findings)))

    assert [(line.printed, line.meant, line.reason) for line in found["places"].lines] == [
        (("Vestport",), "Westport", "A misprint."),
        (("Port West",), "Westport", "A former name of the place."),
    ]


def test_joined_spellings_are_told_with_the_editors_reason() -> None:
    """The order of a name and initials are no other spelling, but where an editor joined them."""
    text = "December 8 Doe Jane, Doe J., Dow Jane; Poe Ann, Poe A., Pow Ann; Roe Richard, Roe R."
    jane = make_person(text, "Doe Jane", "Doe J.", "Dow Jane")
    ann = make_person(text, "Poe Ann", "Poe A.", "Pow Ann")
    event = plain(text, people=(jane, ann, make_person(text, "Roe Richard", "Roe R.")))
    chronicle = make_chronicle(make_edition(event))
    noted = [
        replace(one, note="She 'signs' so.") if one.id == "jane-doe" else one for one in chronicle.people
    ]

    page = corrections_page(look_up(replace(chronicle, people=tuple(noted)), UNITS, "freeland"))

    (people,) = page.groups
    assert [(line.meant, line.printed, line.reason) for line in people.lines] == [
        ("Ann Poe", ("Pow Ann",), "Read by the program as one name in two spellings."),
        ("Jane Doe", ("Doe J.", "Dow Jane"), "She “signs” so."),
    ]
    assert (page.count, people.lines[1].extent) == ("2 differences", "1 event")


def test_terms_with_a_point_are_years_and_months() -> None:
    text = "December 8 3.8 years of jail, jail for 3, 5 years, 2.99 years, 3 years under Article 405, 2"
    kinds = [
        make_sanction(text, "3.8 years of jail", "imprisonment", 44, "months"),
        make_sanction(text, "jail for 3, 5 years", "imprisonment", 42, "months"),
        make_sanction(text, "2.99 years", "imprisonment"),
        make_sanction(text, "3 years under Article 405, 2", "imprisonment", 3, "years"),
    ]

    found = groups(make_edition(plain(text, sanctions=tuple(kinds))))

    assert told(found["terms"]) == [
        (("3.8 years",), "3 years 8 months", ["2022-12.1"]),
        (("3, 5 years",), "3 years 6 months", ["2022-12.1"]),
        (("2.99 years",), "no term is recorded: what is meant is not clear", ["2022-12.1"]),
    ]


def test_sums_whose_digits_are_grouped_otherwise_are_told() -> None:
    text = "December 8 fined 9,1890 dollars each, 91,890 dollars, 1.5 million dollars, twenty dollars, 9 000.50 dollars"
    sums = [
        make_sanction(text, "fined 9,1890 dollars each", "fine", 91890, "FRD"),
        make_sanction(text, "91,890 dollars", "fine", 91890, "FRD"),
        make_sanction(text, "1.5 million dollars", "fine", 1500000, "FRD"),
        make_sanction(text, "twenty dollars", "fine", 20, "FRD"),
        make_sanction(text, "9 000.50 dollars", "fine", 9000, "FRD"),
    ]

    found = groups(make_edition(plain(text, sanctions=tuple(sums))))

    assert told(found["amounts"]) == [(("9,1890",), "91,890 dollars each", ["2022-12.1"])]


def test_a_source_that_the_digest_does_not_list_was_supplied_later() -> None:
    text = "December 8 a[1] b[2] c[3]"
    notes = (
        make_note(text, 1, "https://a.example/"),
        make_note(text, 2, "https://b.example/"),
        make_note(text, 3),
    )
    sources = (Source(number=1, url="https://a.example/", line=1),)

    found = groups(make_edition(plain(text, notes=notes), sources=sources))

    assert told(found["sources"]) == [(("note 2, no source",), "https://b.example/", ["2022-12.1"])]
