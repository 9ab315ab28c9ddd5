"""The page of corrections: every difference between print and site, with its reason, one line per rule."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from chronicle.model import PrintedDate, Source, Span
from chronicle.pages.corrections import DifferenceGroup, DifferenceLine, corrections_page
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

FULL = PrintedDate(text="December 8, 2022", at=Span(0, 16), day=8, month=12, year=2022)


def plain(text: str, label: str = "1", **over: object) -> Event:
    """Return an event whose date says the very day."""
    return make_event(**({"text": text, "label": label, "ordinal": int(label), "printed_date": FULL} | over))


def groups(*editions: Edition) -> dict[str, DifferenceGroup]:
    page = corrections_page(look_up(make_chronicle(*editions), UNITS, "freeland"))
    return {group.anchor: group for group in page.groups}


def told(group: DifferenceGroup) -> list[tuple[tuple[str, ...], str, list[str]]]:
    return [(line.printed, line.meant, [ref.label for ref in line.subjects]) for line in group.lines]


def test_what_is_corrected_in_every_entry_is_one_line() -> None:
    first, second, _ = make_events()
    (single,) = second.corrections
    year = replace(single, field="year", printed="2021", meant="2022", reason="It says 'in 2022'.")
    edition = make_edition(
        replace(first, corrections=(year,)),
        replace(second, corrections=(single, year)),
        corrections=(year,),
    )

    found = groups(edition)

    assert found["throughout"].count == "1 difference"
    assert found["throughout"].lines == (
        DifferenceLine(
            subjects=(Ref(label="Digest of December 2022", href="editions/2022-12/index.html"),),
            extent="every entry: 2 events",
            printed=("2021",),
            meant="2022",
            reason="It says “in 2022”.",
            day="2 January 2026",
        ),
    )
    assert told(found["single"]) == [(("January 9",), "9 December 2022", ["2022-12.2"])]


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
