"""What each kind of page shows of an invented chronicle of three events: records, not HTML."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from chronicle.authority import Score
from chronicle.findings import ChronicleError
from chronicle.model import (
    Chronicle,
    Copy,
    Correction,
    LeftOut,
    PersonName,
    PrintedDate,
    Sanction,
    Source,
    Span,
)
from chronicle.pages import all_pages, penalties, words
from chronicle.pages.differences import Difference, sources
from chronicle.pages.edition import edition_pages, editions_page
from chronicle.pages.event import EventPage, Part, ProvisionLine, SanctionLine, event_pages
from chronicle.pages.home import Number, home_page
from chronicle.pages.lines import CorrectionLine, SourceLine, part_lines
from chronicle.pages.lookup import Lookup, look_up
from chronicle.pages.oddities import told, uncertainties
from chronicle.pages.people import PersonPage, people_page, person_pages
from chronicle.pages.places import PlacePage, place_pages, places_page
from chronicle.pages.prose import MadePage, prose_pages
from chronicle.pages.records import Ref, Tag
from chronicle.pages.sources import sources_page
from chronicle.pages.statutes import ArticlePage, article_pages, code_pages, statutes_page
from chronicle.pages.topics import topic_pages, topics_page
from tests.factories import (
    UNITS,
    at,
    make_chronicle,
    make_edition,
    make_editions,
    make_event,
    make_events,
    make_finding,
    make_note,
    make_person,
    make_place,
    make_site,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from chronicle.model import Event

SITE = make_site()
LOOKUP = look_up(make_chronicle(), UNITS, "freeland")


def lookup_of(*events: Event) -> Lookup:
    return look_up(make_chronicle(make_edition(*events)), UNITS, "freeland")


def event_page(label: str, lookup: Lookup = LOOKUP) -> EventPage:
    pages = (page for edition in lookup.chronicle.editions for page in event_pages(edition, lookup, SITE))
    return next(page for page in pages if page.id == label)


def only_event(event: Event) -> EventPage:
    return event_page(event.id, lookup_of(event))


def person(id_: str) -> PersonPage:
    return next(page for page in person_pages(LOOKUP, SITE) if page.path == f"people/{id_}/index.html")


def place(id_: str) -> PlacePage:
    return next(page for page in place_pages(LOOKUP) if page.path == f"places/{id_}/index.html")


def article(id_: str) -> ArticlePage:
    return next(page for page in article_pages(LOOKUP) if page.path == f"statutes/{id_}/index.html")


def labels(refs: Iterable[Ref]) -> list[str]:
    return [ref.label for ref in refs]


# ---------------------------------------------------------------- an event


def test_an_event_has_its_place_and_the_way_to_it() -> None:
    page = event_page("2022-12.1")

    assert (page.path, page.root, page.public) == (
        "events/2022-12/1/index.html",
        "../../../",
        "events/2022-12/1/",
    )
    assert labels(page.trail) == ["Editions", "Digest of December 2022"]
    assert (
        page.description
        == "Event 2022-12.1 of Digest of December 2022: Westport, West Region, 8 December 2022."
    )


def test_a_date_that_does_not_print_the_year_is_shown_beside_the_day_meant() -> None:
    page = event_page("2022-12.1")

    assert (page.day, page.iso, page.printed_day) == ("8 December 2022", "2022-12-08", "December 8")


def test_a_date_that_says_the_very_day_is_not_said_twice() -> None:
    printed = PrintedDate(text="December 8, 2022", at=Span(0, 16), day=8, month=12, year=2022)

    assert only_event(make_event(text="December 8, 2022, Doe.", printed_date=printed)).printed_day == ""


def test_an_event_without_a_single_day_says_so() -> None:
    printed = PrintedDate(text="December 17-18", at=Span(0, 14), day=17, month=12, until=18)

    page = only_event(make_event(text="December 17-18, a strike.", printed_date=printed, date=None))

    assert (page.day, page.iso, page.printed_day) == ("not understood", "", "December 17-18")


def test_the_words_stand_with_links_in_them() -> None:
    assert event_page("2022-12.1").body == (
        '<p><span class="date">December 8</span>, <a class="place" href="../../../places/westport/index.html">Westport</a>, '
        '<a class="place" href="../../../places/west-region/index.html">West Region</a>, '
        '<a class="person" href="../../../people/jane-doe/index.html">Doe Jane</a> and Smith J., Article '
        '<a class="provision" href="../../../statutes/cc/405/index.html#part-2">405, Part 2</a> of the Criminal Code, were '
        'given 15 days of arrest by judge <a class="person" href="../../../people/richard-roe/index.html">Roe Richard</a>'
        '<a class="note" href="#note-1">[1]</a><a class="note" href="#note-2">[2]</a>. Doe said: “No comment”.</p>'
    )


def test_people_stand_under_the_part_they_play() -> None:
    assert event_page("2022-12.1").parts == (
        Part(
            name="Those concerned",
            people=(
                Ref(label="Jane Doe", href="people/jane-doe/index.html", remark="printed “Doe Jane”"),
                Ref(label="J. Smith", remark="printed “Smith J.”"),
            ),
        ),
        Part(
            name="Officials",
            people=(
                Ref(
                    label="Richard Roe", href="people/richard-roe/index.html", remark="printed “Roe Richard”"
                ),
            ),
        ),
    )


def test_a_child_is_named_in_the_words_only() -> None:
    (concerned, *_) = event_page("2022-12.2").parts

    assert concerned.people[0] == Ref(
        label="A child", remark="named in the digest’s words only; age 12 according to the text"
    )


def test_whom_an_editor_keeps_out_is_named_in_the_words_only() -> None:
    text = "December 8 Coe Ann"
    findings = (make_finding(event="2022-12.1", message="'Coe Ann' is odd."), make_finding(event="2022-12.1"))

    page = only_event(
        make_event(text=text, people=(make_person(text, "Coe Ann", id=None),), findings=findings)
    )

    assert page.parts[0].people == (
        Ref(label="Someone", remark="named in the digest’s words only; kept out of the index"),
    )
    assert page.findings == ("Something is odd.",)


def test_no_finding_tells_a_withheld_name() -> None:
    """Neither of the event itself, nor one of the whole digest, nor by the surname alone."""
    text = "December 8 Coe Ann"
    event = make_event(text=text, people=(make_person(text, "Coe Ann", id=None),))
    findings = tuple(
        make_finding(message=message, event=event)
        for message in ("it prints 'COE'", "it prints 'Coed'")
        for event in ("2022-12.1", None)
    )
    edition = make_edition(event, findings=findings)

    (oddity,) = next(edition_pages(look_up(make_chronicle(edition), UNITS, "freeland"))).oddities

    assert [ref.remark for ref in oddity.places] == ["It prints “Coed”."] * 2


def test_words_to_the_editor_are_not_shown_to_readers() -> None:
    codes = ("minor", "two-people", "note-without-source", "place-former-name", "misprinted-date")
    findings = tuple(make_finding(code=code, message=code, event="2022-12.1") for code in codes)

    assert only_event(make_event(findings=findings)).findings == ("Misprinted-date.",)


@pytest.mark.parametrize(
    ("code", "message", "event", "said"),
    [
        ("odd", "'May 5' read as 2022-12-05, by the edition's period", "2022-12.1", "“May 5” read as 5 December 2022, by the edition’s period."),
        ("odd", "'5' is no day of 2022-99-99", "2022-12.1", "“5” is no day of 2022-99-99."),
        ("unknown-code", "'A Law' is not in a file", "2022-12.1", "“A  Law” is not listed here: its articles have no page."),
        ("misprinted-date", "'A  Law' read as …; mend the sidecar", None, "“A  Law” and other dates of this digest are read by its period."),
    ],
)  # fmt: skip
def test_a_finding_is_told_in_plain_words(code: str, message: str, event: str | None, said: str) -> None:
    found = told(make_finding(code=code, message=message, event=event, excerpt="A  Law"))

    assert found == said.replace("  ", " " if event else "  ")


def test_whom_an_editor_keeps_out_is_not_named_in_full_where_initials_are_printed() -> None:
    text = "December 8 Coe A."

    page = only_event(
        make_event(text=text, people=(make_person(text, "Coe A.", id=None, canonical="Ann Coe"),))
    )

    assert labels(page.parts[0].people) == ["Someone"]


def test_an_age_is_said_where_there_is_one() -> None:
    event = make_event()
    people = (replace(event.people[0], age=61), *event.people[1:])

    assert only_event(replace(event, people=people)).parts[0].people[0].remark == (
        "printed “Doe Jane”; age 61 according to the text"
    )


def test_provisions_stand_with_titles_and_where_there_is_none_that_is_said() -> None:
    first, second = event_page("2022-12.2").provisions
    assert first == ProvisionLine(
        words="Article 274",
        href="statutes/cc/274/index.html",
        code=Ref(label="Criminal Code", href="statutes/cc/index.html"),
        title="False news",
        title_from="in the editor’s words",
    )
    assert (second.words, second.href, second.title, second.title_from) == (
        "Article 10, part 1",
        "statutes/cao/10/index.html#part-1",
        None,
        "",
    )


def test_a_provision_of_no_stated_code_leads_nowhere() -> None:
    assert event_page("2026-01.1").provisions[1] == ProvisionLine(
        words="Article 7", href="", code=Ref(label="code not stated"), title=None, title_from=""
    )


def test_sanctions_stand_in_plain_words_beside_the_print() -> None:
    assert event_page("2022-12.2").sanctions == (
        SanctionLine(words="fine of 1,000 dollars", printed="fined 1,000 dollars"),
    )


def test_sources_stand_in_full_and_a_missing_one_is_missing() -> None:
    assert event_page("2022-12.1").sources == (
        SourceLine(
            number=1,
            anchor="note-1",
            outlet="The Daily",
            url="https://daily.example/1",
            href="https://daily.example/1",
            original="https://daily.example/1",
            seen="2022-12-31",
        ),
        SourceLine(number=2, anchor="note-2", outlet="", url="", href=""),
    )


def test_a_source_that_is_not_safe_is_shown_and_is_no_link() -> None:
    text = "December 8 a[1] b[2] c[1]"
    notes = (
        make_note(text, 1, "javascript:alert(1)"),
        make_note(text, 2, "https://localhost/", safe=False),
        replace(make_note(text, 1, "https://a.example"), at=at(text, "[1]", 1)),
    )

    page = only_event(make_event(text=text, notes=notes))

    fault = "the address is not one of the public web"
    assert [(one.number, one.url, one.href, one.fault) for one in page.sources] == [
        (1, "javascript:alert(1)", "", fault),
        (2, "https://localhost/", "", fault),
    ]


def test_a_source_that_its_reading_holds_unsafe_is_no_link() -> None:
    text = "December 8 a[1]"

    (one,) = only_event(
        make_event(text=text, notes=(make_note(text, 1, "https://a.example/", safe=False),))
    ).sources

    assert (one.href, one.original, one.fault) == ("", "", "the address is not one of the public web")


def test_a_source_with_a_copy_tells_where_and_of_which_day() -> None:
    """A Robust Link: the page itself, its copy, the day of the copy; without a copy the last day of the edition."""
    text = "December 8 a[1] b[2] c[3]"
    kept = "https://web.archive.org/web/20230503120000/https://a.example/1"
    copy = Copy(url=kept, date=dt.date(2023, 5, 3))
    notes = (
        make_note(text, 1, "https://a.example/1", copy=copy, fragile=True),
        make_note(text, 2, kept, copy=copy),
        make_note(text, 3, "https://новости.example/"),
    )

    first, second, third = only_event(make_event(text=text, notes=notes)).sources

    assert (first.original, first.copy, first.copy_words, first.seen, first.fragile) == (
        "https://a.example/1",
        kept,
        "archived copy of 3 May 2023",
        "2023-05-03",
        True,
    )
    assert (second.original, second.href, second.copy) == ("https://a.example/1", kept, kept)
    assert (third.copy, third.copy_words, third.seen, third.host) == (
        "",
        "",
        "2022-12-31",
        "xn--b1amnebsh.example",
    )


def test_corrections_and_oddities_are_told() -> None:
    page = event_page("2022-12.2")

    assert page.corrections == (
        CorrectionLine(
            anchor="correction-date-2026-01-02-1",
            field="Date",
            sides=("printed", "meant"),
            printed="January 9",
            meant="9 December 2022",
            remark="",
            reason="It stands between entries of December.",
            day="2 January 2026",
            iso="2026-01-02",
            noticed="",
        ),
    )
    assert page.findings == ("“January 9” is read as 9 December 2022.",)


def test_an_event_leads_to_its_neighbours_in_the_edition() -> None:
    first, second = event_page("2022-12.1"), event_page("2022-12.2")

    assert (first.previous, first.next and first.next.remark) == (None, "2022-12.2")
    assert (second.previous and second.previous.remark, second.next) == ("2022-12.1", None)


def test_an_event_leads_to_others_with_the_same_people_latest_first() -> None:
    """An official whom events have in common is followed on a page of their own only."""
    page = event_page("2022-12.1")

    assert [(ref.href, ref.remark) for ref in page.others] == [
        ("events/2026-01/1/index.html", "with Jane Doe"),
        ("events/2022-12/2/index.html", "with Jane Doe"),
    ]
    assert page.others_more == ()


def test_of_many_other_events_ten_stand_and_the_person_leads_to_the_rest() -> None:
    lookup = lookup_of(*(make_event(label=str(n), ordinal=n) for n in range(1, 13)))

    page = event_page("2022-12.1", lookup)

    assert [ref.href.split("/")[2] for ref in page.others] == [str(n) for n in range(12, 2, -1)]
    assert labels(page.others_more) == ["Jane Doe"]


def test_someone_in_very_many_events_is_no_thread_to_follow() -> None:
    lookup = lookup_of(*(make_event(label=str(n), ordinal=n) for n in range(1, 33)))

    assert event_page("2022-12.1", lookup).others == ()


def test_an_event_says_how_it_is_cited_and_checked() -> None:
    origin = event_page("2022-12.2").origin

    assert origin.address == "https://chronicle.example/events/2022-12/2/"
    assert origin.citation == (
        "9 December 2022, Lost Hamlet: a child and John Doe. Cites Article 274 of the Criminal Code. Event 2022-12.2, "
        "Digest of December 2022. Freeland Chronicle, published by nobody in particular. As of 31 January 2026. "
        "https://chronicle.example/events/2022-12/2/ Accessed: ____________________."
    )
    assert [(one.name, one.href) for one in origin.citations] == [
        ("BibTeX", "events/2022-12/2/cite.bib"),
        ("RIS", "events/2022-12/2/cite.ris"),
        ("CSL-JSON", "events/2022-12/2/cite.json"),
    ]
    assert origin.entry.href == "editions/2022-12/index.html#2"
    assert (origin.file, origin.line, origin.sha256) == ("2022-12.txt", 3, "ab" * 32)


def test_what_is_not_known_is_shown_by_its_id() -> None:
    text = "December 8 Doe[1]"
    note = make_note(text, 1, "https://other.example/", outlet="other.example")
    event = make_event(text=text, topics=("unheard-of",), notes=(note,), title="")
    chronicle = replace(make_chronicle(make_edition(event)), outlets=())

    page = event_page(event.id, look_up(chronicle, {}, ""))

    assert (page.title, page.topics, page.sources[0].outlet) == (
        "Event 2022-12.1",
        (Ref(label="unheard-of"),),
        "other.example",
    )


# ---------------------------------------------------------------- editions


def test_editions_stand_newest_first_with_their_counts() -> None:
    page = editions_page(LOOKUP)

    assert page.count == "2 digests"
    assert [(one.ref.label, one.period, one.counts) for one in page.editions] == [
        ("Digest of January 2026", "1 to 31 January 2026", "1 event; 0 notes"),
        (
            "Digest of December 2022",
            "1 to 31 December 2022",
            "2 events; 3 notes, 2 of them without a source; 1 oddity of the print",
        ),
    ]


def test_an_edition_is_shown_in_full_with_an_anchor_per_event() -> None:
    page = next(edition_pages(LOOKUP))

    assert [(one.anchor, one.id) for one in page.entries] == [("1", "2022-12.1"), ("2", "2022-12.2")]
    assert '<a class="note" href="#note-1">[1]</a><span class="note">[2]</span>' in page.entries[0].body
    assert (page.missing, page.missing_count) == ("2–3", "2 notes")
    assert page.address == "https://digests.example/2022-12"
    assert (page.previous, page.next and page.next.label) == (None, "Digest of January 2026")


def test_an_edition_lists_its_sources_and_says_which_no_event_cites() -> None:
    page = next(edition_pages(LOOKUP))

    assert [(one.number, one.outlet, one.href, one.fault) for one in page.sources] == [
        (1, "The Daily", "https://daily.example/1", ""),
        (8, "cited by no event", "", "no event cites it"),
    ]


def test_an_edition_shows_no_address_with_what_tells_who_collected_it() -> None:
    """Not in its note list, not among what was left out, not as its own address."""
    traced = "https://a.example/b?fbclid=1"
    edition = make_edition(
        make_event(),
        address=traced,
        sources=(Source(number=8, url=traced, line=1),),
        left_out=(LeftOut(text=f"see ({traced}).", line=2, kind="unplaced"),),
    )

    page = next(edition_pages(look_up(make_chronicle(edition), UNITS, "freeland")))

    assert (page.address, page.sources[1].url, page.left_out[0].text) == (
        "https://a.example/b",
        "https://a.example/b",
        "see (https://a.example/b).",
    )


def test_a_number_printed_twice_in_a_note_list_stands_once() -> None:
    sources = (
        Source(number=8, url="https://a.example", line=1),
        Source(number=8, url="https://b.example", line=2),
    )
    edition = make_edition(make_event(), sources=sources)

    page = next(edition_pages(look_up(make_chronicle(edition), UNITS, "freeland")))

    assert [(one.number, one.url) for one in page.sources][1:] == [(8, "https://a.example")]


def test_what_is_odd_in_an_edition_stands_by_kind() -> None:
    findings = (
        make_finding(code="no-source", event="2022-12.1", message="Note 2 has no source."),
        make_finding(code="day-out-of-order", line=11, message="this day stands elsewhere"),
        make_finding(code="no-source", line=2, event="2022-12.99", message="Note 9 has no source."),
    )
    edition = make_edition(make_event(), findings=findings)

    page = next(edition_pages(look_up(make_chronicle(edition), UNITS, "freeland")))

    assert [(one.name, one.count, one.places) for one in page.oddities] == [
        ("A day out of order", "1 oddity", (Ref(label="line 11", remark="This day stands elsewhere."),)),
        (
            "No source",
            "2 oddities",
            (
                Ref(label="2022-12.1", href="#1", remark="Note 2 has no source."),
                Ref(label="line 2", remark="Note 9 has no source."),
            ),
        ),
    ]


def test_an_edition_leads_to_the_first_entry_of_each_day() -> None:
    days = ((1, 2), (2, 1), (3, 2), (4, 31))
    dates = [dt.date(2022, 12 if day < 31 else 10, day) for _, day in days]
    events = (make_event(label=str(n), date=date) for (n, _), date in zip(days, dates, strict=True))

    page = next(edition_pages(lookup_of(*events)))

    assert [(ref.label, ref.href) for ref in page.days] == [
        ("31 October 2022", "#4"),
        ("1", "#2"),
        ("2", "#1"),
    ]


def test_a_digest_and_the_list_of_all_say_first_what_is_corrected_throughout() -> None:
    year = replace(make_events()[1].corrections[0], field="year", printed="2021", meant="2022")
    edition = make_edition(make_event(), corrections=(year,))

    lookup = look_up(make_chronicle(edition), UNITS, "freeland")
    (line,) = editions_page(lookup).editions
    facts = {fact.name: fact.values[0].label for fact in next(edition_pages(lookup)).facts}

    assert line.corrected == facts["Corrected"] == "Year printed “2021” throughout, meant “2022”."


def test_of_very_many_oddities_of_a_kind_some_are_only_counted() -> None:
    edition = make_edition(make_event(), findings=tuple(make_finding(line=n) for n in range(1, 204)))

    (oddity,) = next(edition_pages(look_up(make_chronicle(edition), UNITS, "freeland"))).oddities

    assert (len(oddity.places), oddity.count, oddity.more) == (200, "203 oddities", "3 more")


def test_left_out_lines_are_shown() -> None:
    (line,) = next(edition_pages(LOOKUP)).left_out

    assert (line.line, line.text, line.kind) == (
        11,
        "Comments are closed.",
        "of the web page, not of the digest",
    )


# ---------------------------------------------------------------- people


def test_people_stand_under_the_letter_of_their_surname() -> None:
    page = people_page(LOOKUP)

    assert page.count == "3 people"
    assert [(g.name, g.anchor, g.remark, labels(g.items)) for g in page.letters] == [
        ("D", "letter-d", "2 people", ["Doe, Jane", "Doe, John"]),
        ("R", "letter-r", "1 person", ["Roe, Richard"]),
    ]


def test_those_named_by_a_surname_or_initials_are_listed_by_event() -> None:
    page = people_page(LOOKUP)

    assert page.unnamed == (
        Ref(label="J. Smith in 2022-12.1", href="events/2022-12/1/index.html", remark="8 December 2022"),
    )


def test_neither_children_nor_those_an_editor_left_out_stand_in_the_index() -> None:
    text = "December 8 Smith J., Poe, Loe and Coe Ann"
    people = (
        make_person(text, "Smith J.", canonical="John Smith"),
        make_person(text, "Poe", age=9),
        make_person(text, "Coe Ann", id=None),
        make_person(text, "Loe"),
    )

    page = people_page(lookup_of(make_event(text=text, people=people)))

    assert (page.letters, labels(page.unnamed)) == ((), ["Loe in 2022-12.1"])


def test_a_name_that_begins_with_the_surname_stands_under_it_unchanged() -> None:
    text = "December 8 Doe Jane"
    chronicle = make_chronicle(
        make_edition(make_event(text=text, people=(make_person(text, "Doe Jane", canonical="Doe Jane"),)))
    )
    (jane,) = chronicle.people

    page = people_page(look_up(replace(chronicle, people=(replace(jane, surname="Doe"),)), UNITS, ""))

    assert [(group.name, labels(group.items)) for group in page.letters] == [("D", ["Doe Jane"])]


def test_a_name_whose_surname_is_not_its_end_stands_under_its_last_word() -> None:
    text = "December 8 Doe Jane"
    event = make_event(text=text, people=(make_person(text, "Doe Jane", canonical="Jane Smith"),))

    assert labels(people_page(lookup_of(event)).letters[0].items) == ["Smith, Jane"]


def test_a_person_has_a_timeline_and_the_parts_played() -> None:
    page = person("jane-doe")

    assert (page.count, page.span, page.printed) == (
        "3 events",
        "December 2022 to January 2026",
        ("Doe Jane",),
    )
    assert [(ref.label, ref.remark) for ref in page.parts] == [
        ("as one of those concerned", "2 events"),
        ("as a relative", "1 event"),
    ]
    assert [(m.name, m.anchor, m.count, [(e.row.id, e.remark) for e in m.entries]) for m in page.months] == [
        (
            "December 2022",
            "month-2022-12",
            "2 events",
            [("2022-12.1", "as one of those concerned"), ("2022-12.2", "as a relative")],
        ),
        ("January 2026", "month-2026-01", "1 event", [("2026-01.1", "as one of those concerned")]),
    ]
    assert page.feeds == (Ref(label="Events that name Jane Doe", href="people/jane-doe/feed.xml"),)


def test_sanctions_and_provisions_on_a_page_are_those_of_events_that_concern_the_person() -> None:
    """Where Jane Doe is but a relative, she stands beside no fine."""
    page = person("jane-doe")

    assert [(line.name, line.remark) for line in page.charts.sanctions.lines] == [
        ("Administrative detention", "named once: 15 days")
    ]
    assert labels(page.articles.items) == ["Criminal Code, Article 405"]
    assert page.caveat.startswith("Cited in events that concern Jane Doe.")
    assert [(len(e.row.provisions), len(e.row.sanctions)) for m in page.months for e in m.entries] == [
        (1, 1),
        (0, 0),
        (2, 0),
    ]


def test_who_is_never_concerned_stands_beside_no_sanction() -> None:
    page = person("richard-roe")

    assert (page.concerned, page.charts.sanctions.lines) == (False, ())
    assert page.caveat == "Cited in events that name Richard Roe: this says nothing about Richard Roe."
    assert not [e for m in page.months for e in m.entries if e.row.sanctions or e.row.provisions]


def test_a_person_is_shown_with_people_and_places_of_the_same_events() -> None:
    page = person("jane-doe")

    assert [(ref.label, ref.remark) for ref in page.people.items] == [
        ("Richard Roe", "2 events"),
        ("John Doe", "1 event"),
    ]
    assert labels(page.places.items) == ["Farville", "Lost Hamlet", "West Region", "Westport"]


def test_of_a_long_list_the_rest_is_counted() -> None:
    names = [
        f"Doe Q{'abcdefghijklmnopqrstuvwxyz'[n // 26]}{'abcdefghijklmnopqrstuvwxyz'[n % 26]}"
        for n in range(43)
    ]
    text = f"December 8 {', '.join(names)}"
    event = make_event(text=text, people=tuple(make_person(text, name) for name in names))

    page = next(person_pages(lookup_of(event), SITE))

    assert (len(page.people.items), page.people.more) == (40, "2 more people")


# ---------------------------------------------------------------- places


def test_places_stand_by_region_then_abroad_then_the_rest() -> None:
    assert [(g.name, g.anchor, g.href, labels(g.items)) for g in places_page(LOOKUP).groups] == [
        ("Freeland, and cities in no region", "in-outside-regions", "", ["Freeland"]),
        ("West Region", "in-west-region", "places/west-region/index.html", ["Westport"]),
        ("Farland", "in-farland", "places/farland/index.html", ["Farville"]),
        ("Where they lie is not recorded", "in-not-recorded", "", ["Lost Hamlet"]),
    ]


def test_the_number_of_a_group_leaves_out_the_events_of_the_whole_country_and_says_so() -> None:
    """Where nothing but the country stands there, the group has no number."""
    chronicle = make_chronicle()
    places = tuple(
        replace(one, kind="city", within=("freeland",)) if one.id == "west-region" else one
        for one in chronicle.places
    )

    cities = places_page(look_up(replace(chronicle, places=places), UNITS, "freeland")).groups[0]

    assert (labels(cities.items), cities.remark) == (
        ["Freeland", "West Region", "Westport"],
        "1 event in these cities",
    )
    assert places_page(LOOKUP).groups[0].remark == ""


def test_a_place_says_what_it_is_and_where_it_lies() -> None:
    page = place("westport")

    assert (page.kind, labels(page.within), page.former, page.other) == (
        "City",
        ["West Region", "Freeland"],
        ("Port West",),
        ("Vestport",),
    )
    assert (page.point, page.coordinates, page.source) == (
        "Its centre lies at",
        "50.25° N, 7.50° W",
        "an invented atlas",
    )
    assert (page.listed, page.said) == (True, "Named in 1 event.")
    assert [(m.name, [e.row.id for e in m.entries]) for m in page.months] == [
        ("December 2022", ["2022-12.1"])
    ]


def test_only_subjects_are_listed_on_a_place() -> None:
    assert labels(place("westport").people.items) == ["Jane Doe", "J. Smith"]
    assert labels(place("farville").people.items) == ["Jane Doe"]


def test_a_region_lists_what_lies_in_it() -> None:
    page = place("freeland")

    assert page.holds == (Ref(label="West Region", href="places/west-region/index.html", remark="1 event"),)
    assert (page.count, page.months) == ("", ())
    assert page.said == "No dateline names it; 1 event names places that lie in it."


def test_a_country_leaves_the_events_in_it_to_the_pages_of_its_parts() -> None:
    page = place("freeland")

    assert (page.inside, page.inside_none) == ((), "They are listed on the pages of the places above.")


def test_a_region_lists_the_events_that_name_only_what_lies_in_it() -> None:
    event = make_event()
    city = replace(event, label="2", ordinal=2, dateline=event.dateline[:1])

    page = next(p for p in place_pages(lookup_of(event, city)) if p.title == "West Region")

    assert page.said == "Named in 1 event; 1 more names only places that lie in it."
    assert [entry.row.id for month in page.inside for entry in month.entries] == ["2022-12.2"]
    assert page.inside_none == ""


def test_where_every_event_inside_names_the_region_too_that_is_said() -> None:
    page = place("west-region")

    assert (page.said, page.inside) == ("Named in 1 event.", ())
    assert page.inside_none == "None: whatever names a place in it names it as well, and stands above."


def test_the_point_of_a_region_is_its_seat() -> None:
    chronicle = make_chronicle()
    places = (replace(one, at=(1.0, 2.0), source="an atlas, seat") for one in chronicle.places)

    page = next(place_pages(look_up(replace(chronicle, places=tuple(places)), UNITS, "freeland")))

    assert (page.point, page.source) == ("Its seat lies at", "an atlas")


def test_a_place_printed_in_capitals_is_printed_in_no_other_form() -> None:
    text = "December 8 WESTPORT, Port West"
    mentions = (make_place(text, "westport", "WESTPORT"), make_place(text, "westport", "Port West"))

    page = only_event(make_event(text=text, dateline=mentions))

    assert [ref.remark for ref in page.dateline] == ["", "printed “Port West”, a former name"]


def test_a_place_read_from_its_form_says_so() -> None:
    page = place("lost-hamlet")

    assert (page.listed, page.kind, page.coordinates) == (False, "Place", "")


def test_a_region_and_the_city_of_its_name_lead_to_each_other() -> None:
    chronicle = make_chronicle()
    region = next(one for one in chronicle.places if one.id == "west-region")
    city = replace(region, id="west", name="West", kind="city", within=("west-region", "freeland"))
    lookup = look_up(replace(chronicle, places=(*chronicle.places, city)), UNITS, "freeland")

    pages = {page.title: page for page in place_pages(lookup)}

    assert pages["West"].namesakes == (Ref(label="West Region", href="places/west-region/index.html"),)
    assert pages["West Region"].namesakes == (
        Ref(label="West", href="places/west/index.html", remark="city"),
    )


# ---------------------------------------------------------------- statutes


@pytest.mark.parametrize(
    ("number", "adopted", "said"),
    [
        ("1-I", dt.date(2014, 7, 3), "No. 1-I of 3 July 2014"),
        ("1-I", None, "No. 1-I"),
        ("", dt.date(1995, 8, 30), "Adopted 30 August 1995"),
        ("", None, ""),
    ],
)
def test_a_code_is_told_by_number_and_day(number: str, adopted: dt.date | None, said: str) -> None:
    chronicle = make_chronicle()
    codes = tuple(replace(one, number=number, adopted=adopted) for one in chronicle.codes)

    page = statutes_page(look_up(replace(chronicle, codes=codes), UNITS, "freeland"))

    assert {one.official for one in page.codes} == {said}


def test_codes_stand_with_their_articles() -> None:
    page = statutes_page(LOOKUP)

    assert page.count == "3 articles"
    assert [(one.ref.label, one.official, one.count) for one in page.codes] == [
        ("Criminal Code", "No. 1-I of 3 July 2014", "2 articles cited in 3 events"),
        ("Code of Administrative Offences", "", "1 article cited in 1 event"),
    ]
    assert [(a.ref.label, a.title, a.count) for a in page.codes[0].articles] == [
        ("Article 274", "False news", "1 event"),
        ("Article 405", "Taking part in a banned organisation", "2 events"),
    ]


def test_a_code_says_what_is_not_recorded() -> None:
    pages = {page.title: page for page in code_pages(LOOKUP)}

    assert [fact.values[0].label for fact in pages["Criminal Code"].facts] == ["CC", "1-I", "3 July 2014"]
    assert [fact.values[0].label for fact in pages["Code of Administrative Offences"].facts][1:] == [
        "not recorded"
    ] * 2


def test_an_article_has_its_parts_and_points_as_sections() -> None:
    page = article("cc/405")

    assert [
        (s.name, s.anchor, s.count, [e.row.id for m in s.months for e in m.entries]) for s in page.sections
    ] == [
        ("Part 2", "part-2", "1 event", ["2022-12.1"]),
        ("Part 4, point 2", "part-4-point-2", "1 event", ["2026-01.1"]),
    ]
    assert labels(page.parts) == ["Part 2", "Part 4, point 2"]
    assert [(line.name, line.number, line.href) for line in page.charts.events.lines] == [
        ("December 2022", "1", "#month-2022-12"),
        ("January 2023 to December 2025", "", ""),
        ("January 2026", "1", "#month-2026-01"),
    ]
    assert (page.heading, page.heading_from) == (
        "Taking part in a banned organisation",
        "in a digest’s words",
    )


def test_an_article_cited_as_a_whole_only_has_one_section() -> None:
    page = article("cc/274")

    assert ([(s.name, s.anchor) for s in page.sections], page.parts) == ([("Events", "whole")], ())


def test_only_subjects_stand_on_an_article() -> None:
    """The judge, the relative and the child of the events that cite it are not there."""
    assert article("cc/405").subjects.items == (
        Ref(label="Jane Doe", href="people/jane-doe/index.html", remark="2 events"),
        Ref(label="J. Smith", remark="in 2022-12.1"),
    )
    assert labels(article("cc/274").subjects.items) == ["John Doe"]


def test_parts_stand_in_the_order_of_their_numbers() -> None:
    event = make_event()
    provisions = tuple(replace(event.provisions[0], part=part) for part in ("10", "2", None, "2-1"))

    (page,) = article_pages(lookup_of(replace(event, provisions=provisions)))

    assert [section.anchor for section in page.sections] == ["whole", "part-2", "part-10", "part-2-1"]


# ---------------------------------------------------------------- topics, sources, corrections, data, prose, home


def test_topics_stand_by_name_with_their_counts() -> None:
    assert [(one.ref.label, one.count) for one in topics_page(LOOKUP).topics] == [
        ("Detention", "2 events"),
        ("Labour", "1 event"),
    ]


def test_a_topic_lists_its_events_newest_first() -> None:
    page = next(topic_pages(LOOKUP))

    assert [entry.row.id for month in page.months for entry in month.entries] == ["2022-12.2", "2022-12.1"]
    assert labels(page.people.items) == ["Jane Doe", "John Doe", "J. Smith"]


def test_a_topic_without_events_has_an_empty_page() -> None:
    lookup = lookup_of(make_event(topics=()))

    assert [(page.count, page.span, page.months) for page in topic_pages(lookup)] == [
        ("0 events", "", ())
    ] * 2


def test_sources_count_outlets_and_list_every_note_without_a_source() -> None:
    page = sources_page(LOOKUP)

    (outlet,) = page.outlets
    assert (outlet.name, outlet.kind, outlet.hosts, outlet.notes, outlet.events) == (
        "The Daily",
        "news",
        "daily.example, www.daily.example",
        "1 note",
        "1 event",
    )
    assert (page.notes, page.missing_count) == ("3 notes", "2 notes")
    assert (page.copy_count, page.fragile_count, outlet.fragile) == ("0 notes", "0 notes", False)
    assert [(g.name, [(r.label, r.remark) for r in g.items]) for g in page.missing] == [
        ("Digest of December 2022", [("note 2", "2022-12.1"), ("note 3", "2022-12.2")])
    ]


def test_copies_and_fragile_sources_are_counted() -> None:
    copy = Copy(url="https://archive.ph/AbCd1", date=dt.date(2023, 5, 3))
    note = make_note(make_event().text, 1, "https://daily.example/1", copy=copy, fragile=True)

    page = sources_page(lookup_of(make_event(notes=(note,))))

    assert (page.copy_count, page.fragile_count, page.outlets[0].fragile) == ("1 note", "1 note", True)


def test_a_source_that_an_editor_replaced_is_a_difference_and_one_without_traces_is_none() -> None:
    """A short address is expanded in the open; an address that only lost what tells who collected it is the same."""
    text = "December 8 a[1] b[2]"
    notes = (make_note(text, 1, "https://a.example/long"), make_note(text, 2, "https://b.example/"))
    printed = (
        Source(number=1, url="https://bit.ly/x", line=1),
        Source(number=2, url="https://b.example/?fbclid=1", line=2),
    )

    assert list(sources([make_edition(make_event(text=text, notes=notes), sources=printed)])) == [
        Difference("2022-12.1", "note 1, https://bit.ly/x", "https://a.example/long")
    ]


def test_every_event_that_cites_an_outlet_is_listed() -> None:
    url = "https://daily.example/1"
    events = tuple(
        make_event(label=str(n), ordinal=n, notes=(make_note(make_event().text, 1, url),))
        for n in range(1, 8)
    )

    (outlet,) = sources_page(lookup_of(*events)).outlets

    assert labels(outlet.latest) == [f"2022-12.{n}" for n in (7, 6, 5, 4, 3)]
    assert (labels(outlet.earlier), outlet.earlier_count) == (["2022-12.2", "2022-12.1"], "2 earlier events")


def test_prose_takes_its_title_from_its_first_line() -> None:
    about, method = prose_pages({"method": "No heading.", "about": "# About us #\n\nText."}, SITE)

    assert (about.path, about.title, about.body) == ("about/index.html", "About us", "<p>Text.</p>\n")
    assert (method.title, method.others) == ("Method", (Ref(label="About us", href="about/index.html"),))


def test_comments_of_a_prose_page_are_for_editors() -> None:
    """What is not closed is text."""
    (about,) = prose_pages(
        {"about": "<!-- by me -->\n# About\n\nText<!-- and\nmore --> here. <!-- open"}, SITE
    )

    assert (about.title, about.body) == ("About", "<p>Text here. &lt;!-- open</p>\n")


def test_about_says_whether_there_is_someone_to_write_to() -> None:
    texts = {"about": "# About", "more": "# More"}
    about, more = prose_pages(texts, SITE)
    known, _ = prose_pages(texts, make_site(contact="editor@chronicle.example"))

    assert about.contact.startswith("This copy was published without a contact address.")
    assert (more.contact, known.contact) == ("", "Write to editor@chronicle.example.")


def test_without_an_about_page_there_is_one_that_says_what_the_site_is() -> None:
    (about,) = prose_pages({}, SITE)

    assert (about.title, about.body) == ("About", "<p>What happened in Freeland.</p>\n")


def test_a_prose_page_whose_name_is_no_address_is_refused() -> None:
    with pytest.raises(
        ChronicleError, match=r"seeds/pages/Über uns\.md: name the file with a-z, 0-9 and '-' only"
    ):
        list(prose_pages({"Über uns": ""}, SITE))


def test_home_says_how_much_there_is_of_what() -> None:
    page = home_page(LOOKUP, SITE)

    assert page.span == "December 2022 to January 2026"
    assert page.numbers == (
        Number(number="3", counts="events", href="editions/index.html"),
        Number(number="2", counts="monthly digests", href="editions/index.html"),
        Number(number="3", counts="people with a page", href="people/index.html"),
        Number(number="4", counts="places named", href="places/index.html"),
        Number(number="3", counts="articles of law cited", href="statutes/index.html"),
        Number(number="3", counts="notes, 1 with a source", href="sources/index.html"),
    )
    assert page.newest == Ref(
        label="Digest of January 2026", href="editions/2026-01/index.html", remark="1 to 31 January 2026"
    )


def test_home_leads_to_those_concerned_not_to_officials() -> None:
    (people, *_) = home_page(LOOKUP, SITE).ways

    assert [(ref.label, ref.remark) for ref in people.items] == [
        ("Jane Doe", "2 events"),
        ("John Doe", "1 event"),
    ]


def test_an_empty_chronicle_has_all_its_pages() -> None:
    empty = Chronicle(editions=(), people=(), places=(), codes=(), topics=(), outlets=())

    assert [page.path for page in all_pages(empty, SITE, {}, {})] == [
        "index.html",
        "editions/index.html",
        "people/index.html",
        "places/index.html",
        "statutes/index.html",
        "topics/index.html",
        "cases/index.html",
        "sources/index.html",
        "feeds/index.html",
        "answers/index.html",
        "corrections/index.html",
        "search/index.html",
        "about/index.html",
        "404.html",
        "about/components/index.html",
    ]


def test_no_name_of_someone_without_a_page_stands_in_a_description_or_an_address() -> None:
    shown = " ".join(
        f"{page.path} {page.description}" for page in all_pages(make_chronicle(), SITE, {}, UNITS)
    )

    assert not [name for name in ("Tim", "tim-doe", "Smith", "smith") if name in shown]


# ---------------------------------------------------------------- rows and words


def test_a_row_is_headed_by_its_subjects() -> None:
    text = "December 8 Doe Ann, Doe Ben, Doe Cat, Doe Dan and Doe Eve were fined."
    people = tuple(make_person(text, f"Doe {name}") for name in ("Ann", "Ben", "Cat", "Dan", "Eve"))

    row = lookup_of(make_event(text=text, people=people)).rows["2022-12.1"]

    assert row.subjects == "Ann Doe, Ben Doe, Cat Doe and 2 others"
    assert row.excerpt == "Doe Ann, Doe Ben, Doe Cat, Doe Dan and Doe Eve were fined."


def test_a_row_without_subjects_goes_on_where_its_heading_was_cut() -> None:
    text = "December 8 " + "many words " * 20

    row = lookup_of(make_event(text=text)).rows["2022-12.1"]

    assert (row.subjects, row.lead) == ("", "many words " * 10 + "many…")
    assert row.rest == "… words " + "many words " * 8 + "many words"


@pytest.mark.parametrize(
    ("sources", "said"),
    [
        ((None, None), "2 notes, none with a source"),
        ((None, "https://news.example/a"), "2 notes, 1 of them without a source"),
        ((None,), "1 note, 1 of them without a source"),
        (("https://news.example/a", "https://news.example/b"), "2 notes"),
    ],
)
def test_notes_without_a_source_are_counted(sources: tuple[str | None, ...], said: str) -> None:
    text = "December 8 A strike[1][2]."
    notes = tuple(replace(make_note(text, n), url=url) for n, url in enumerate(sources, start=1))

    (one,) = editions_page(lookup_of(make_event(text=text, notes=notes))).editions

    assert one.counts.split("; ")[1] == said


def test_a_row_without_subjects_is_headed_by_whole_sentences() -> None:
    text = "December 8 Two strikes were called off. A third goes on in Art. 5 Street. " + "Many words. " * 12

    row = lookup_of(make_event(text=text)).rows["2022-12.1"]

    assert row.lead.startswith("Two strikes were called off. A third goes on in Art. 5 Street. Many words.")
    assert row.lead.endswith(" Many words.")
    assert len(row.lead) <= 120
    assert f"{row.lead} {row.rest}" == " ".join(text.split()[2:])


@pytest.mark.parametrize(
    "begins",
    [
        "A friend of the group “Onward, Westport!” Ann Doe says that ",
        "Those of the group “Onward, Westport!” have heard ",
        "They met in the hall of Acme. of all places, and heard ",
        "“Five were fined in all of Westport. Of them ",
    ],
)
def test_what_only_looks_like_the_end_of_a_sentence_ends_no_heading(begins: str) -> None:
    row = lookup_of(make_event(text=f"December 8 {begins}" + "many words " * 20)).rows["2022-12.1"]

    assert row.lead.endswith("…")


def test_a_short_first_sentence_does_not_head_a_row_alone() -> None:
    row = lookup_of(make_event(text="December 8 A strike. " + "many words " * 20)).rows["2022-12.1"]

    assert row.lead.endswith(" many…")


def test_a_row_of_a_short_text_says_it_once() -> None:
    row = lookup_of(make_event(text="December 8 A strike.")).rows["2022-12.1"]

    assert (row.lead, row.rest) == ("A strike.", "")


def test_an_excerpt_holds_no_note_markers() -> None:
    assert LOOKUP.rows["2022-12.1"].excerpt.endswith("by judge Roe Richard. Doe said: “No comment”.")


def test_a_sentence_that_ends_with_initials_ends_once_where_its_note_is_left_out() -> None:
    text = "December 8 by Doe J.[1][2]. And so on[3]. Why…[4]"
    notes = tuple(make_note(text, n) for n in (1, 2, 3, 4))

    row = lookup_of(make_event(text=text, notes=notes)).rows["2022-12.1"]

    assert row.excerpt == "by Doe J. And so on. Why…"


def test_a_row_names_a_few_provisions_and_counts_the_rest() -> None:
    event = make_event()
    provisions = tuple(replace(event.provisions[0], article=str(n), part=None) for n in range(1, 7))

    row = lookup_of(replace(event, provisions=provisions)).rows["2022-12.1"]

    assert row.provisions == (
        *(Tag(words=str(n), code="CC", name="Criminal Code") for n in (1, 2, 3)),
        Tag(words="3 more"),
    )


def test_a_provision_of_a_code_that_is_not_known_says_what_is_printed() -> None:
    first = make_event().provisions[0]
    event = make_event(provisions=(replace(first, code="XX"), replace(first, code=None)))

    assert lookup_of(event).rows["2022-12.1"].provisions == (
        Tag(words="405(2)", code="XX"),
        Tag(words="Article 405(2)"),
    )


@pytest.mark.parametrize(
    ("kind", "amount", "unit", "said"),
    [
        ("administrative_detention", 15, "days", "15 days of administrative detention"),
        ("imprisonment", 44, "months", "3 years 8 months of imprisonment"),
        ("imprisonment", 12, "months", "1 year of imprisonment"),
        ("imprisonment", 1, "years", "1 year of imprisonment"),
        ("pretrial_detention", 2, "months", "2 months of pre-trial detention"),
        ("house_arrest", None, None, "house arrest"),
        ("fine", 107205, "FRD", "fine of 107,205 dollars"),
        ("fine", 1, "XXX", "fine of 1 XXX"),
        ("fine", 5, None, "fine of 5"),
        ("entry_ban", 5, "years", "ban on entry: 5 years"),
        ("other", 39320, "FRD", "other measure: 39,320 dollars"),
        ("unheard_of", None, None, "unheard of"),
    ],
)
def test_a_sanction_in_words(kind: str, amount: int | None, unit: str | None, said: str) -> None:
    sanction = Sanction(kind=kind, amount=amount, unit=unit, printed="", at=Span(0, 0))

    assert penalties.sanction(sanction, UNITS) == said


@pytest.mark.parametrize(
    ("kind", "amount", "printed", "said"),
    [
        ("other", None, "stripped\n of the title", "other measure “stripped of the title”"),
        ("other", 9, "a levy of 9 dollars", "other measure: 9 dollars “a levy of 9 dollars”"),
        ("other", None, "", "other measure"),
        ("house_arrest", None, "kept at home", "house arrest"),
    ],
)
def test_a_measure_without_a_kind_stands_in_the_digests_words(
    kind: str, amount: int | None, printed: str, said: str
) -> None:
    unit = "FRD" if amount else None
    sanction = Sanction(kind=kind, amount=amount, unit=unit, printed=printed, at=Span(0, 0))

    assert penalties.printed_sanction(sanction, UNITS) == said


@pytest.mark.parametrize(
    ("kind", "unit", "printed", "said"),
    [
        ("fine", "FRD", "fined 9 dollars each", "fine of 9 dollars each"),
        ("fine", "FRD", "9 dollars PER INCIDENT", "fine of 9 dollars per incident"),
        ("administrative_detention", "days", "9 days each", "9 days of administrative detention each"),
        ("fine", "FRD", "fined 9 dollars for outreach", "fine of 9 dollars"),
    ],
)
def test_what_each_of_several_bears_is_said_to_be_each_ones(
    kind: str, unit: str, printed: str, said: str
) -> None:
    sanction = Sanction(kind=kind, amount=9, unit=unit, printed=printed, at=Span(0, 0))

    assert penalties.sanction(sanction, UNITS) == said


def test_sanctions_of_a_kind_are_summed_up() -> None:
    sizes = [("days", n) for n in (*range(1, 11), 1)]
    sanctions = tuple(
        Sanction(kind="administrative_detention", amount=n, unit=unit, printed="", at=Span(0, 0))
        for unit, n in sizes
    )
    bare = Sanction(kind="administrative_detention", amount=None, unit=None, printed="", at=Span(0, 0))

    page = next(person_pages(lookup_of(make_event(sanctions=(*sanctions, bare))), SITE))

    assert [(line.name, line.remark) for line in page.charts.sanctions.lines] == [
        (
            "Administrative detention",
            (
                "named 12 times: 1 day (twice), 10 days, 2 days, 3 days, 4 days, 5 days, 6 days, 7 days, "
                "and 2 others; once without a term or sum"
            ),
        )
    ]


def test_where_all_sanctions_of_a_kind_are_alike_that_is_said_once() -> None:
    alike = Sanction(kind="fine", amount=5, unit="days", printed="", at=Span(0, 0))

    page = next(person_pages(lookup_of(make_event(sanctions=(alike, alike))), SITE))

    assert [line.remark for line in page.charts.sanctions.lines] == ["named twice, each time 5 days"]


@pytest.mark.parametrize(
    ("part", "point", "short", "full"),
    [
        (None, None, "405", "Article 405"),
        ("2", None, "405(2)", "Article 405, part 2"),
        ("4", "2", "405(4)(2)", "Article 405, part 4, point 2"),
        (None, "2", "405 point 2", "Article 405, point 2"),
    ],
)
def test_a_provision_in_words(part: str | None, point: str | None, short: str, full: str) -> None:
    provision = replace(make_event().provisions[0], part=part, point=point)

    assert (words.short_provision(provision), words.provision(provision)) == (short, full)


@pytest.mark.parametrize(
    ("field", "printed", "meant", "said"),
    [
        ("date", "January 9", "2022-12-26", "Date: printed “January 9”, meant “26 December 2022”. Because."),
        ("date", "January 9", "soon", "Date: printed “January 9”, meant “soon”. Because."),
        ("year", "2021", "2022", "Year: printed “2021”, meant “2022”. Because."),
        ("place", "Vestport", "westport", "Place: printed “Vestport”, meant “Westport”. Because."),
        ("place", "Vestport", "elsewhere", "Place: printed “Vestport”, meant “elsewhere”. Because."),
        ("sanction", "2 weeks", "house_arrest 14 days", "Sanction: printed “2 weeks”, meant “house arrest 14 days”. Because."),
        ("source", "[2]", "https://a.example/", "Source: printed “[2]”, supplied later “https://a.example/”. Because."),
        ("text", "was fined", "was freed", "Words of the digest: earlier “was fined”, now “was freed”. Because."),
        ("text", "", "twice", "Words of the digest: now “twice”. Because."),
        ("text", "twice", "", "Words of the digest: earlier “twice”. Because."),
        ("note", "", "She was freed", "Editor’s note: She was freed. Because."),
        ("note", "fined", "She was freed.", "Editor’s note on “fined”: She was freed. Because."),
        ("odd", "x", "y", "Odd: printed “x”, meant “y”. Because."),
    ],
)  # fmt: skip
def test_a_correction_is_said_in_words(field: str, printed: str, meant: str, said: str) -> None:
    correction = Correction(
        field=field, printed=printed, meant=meant, reason="Because", date=dt.date(2026, 1, 2)
    )

    assert words.corrected(correction, LOOKUP.places) == said


def test_a_note_stands_as_a_note_and_says_who_noticed() -> None:
    note = Correction(
        field="note", printed="Jane", meant="She was freed", reason="'So' she wrote.", date=dt.date(2026, 1, 2), noticed="a reader"
    )  # fmt: skip

    page = only_event(make_event(corrections=(note, note)))

    line, again = page.corrections
    assert (again.anchor, line) == (
        "correction-note-2026-01-02-2",
        CorrectionLine(
            anchor="correction-note-2026-01-02-1",
            field="Editor’s note",
            sides=("printed", "meant"),
            printed="Jane",
            meant="",
            remark="She was freed.",
            reason="“So” she wrote.",
            day="2 January 2026",
            iso="2026-01-02",
            noticed="a reader",
        ),
    )


def test_a_period_over_two_months_names_both_days_whole() -> None:
    edition = make_edition(make_event(), last=dt.date(2023, 1, 15))

    assert words.period(edition) == "1 December 2022 to 15 January 2023"


def test_an_edition_without_a_title_is_named_by_its_month() -> None:
    assert words.edition_title(make_edition(make_event(), title="")) == "Digest of December 2022"


def test_numbers_in_a_row_are_drawn_together() -> None:
    assert words.ranges([7, 1, 3, 2, 2]) == "1–3, 7"
    assert words.ranges([]) == ""


def test_a_long_word_is_cut_where_no_space_is() -> None:
    assert words.excerpt("x" * 50, 10) == "xxxxxxxxx…"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("He sued A Ltd. and won the case", "He sued A Ltd. …"),
        ("He sued the firm and won the case", "He sued the…"),
        ("aaaaaaaaaaaaaaaaa.aaaa", "aaaaaaaaaaaaaaaaa.…"),
    ],
)
def test_a_cut_after_a_point_stands_apart_from_it(text: str, shown: str) -> None:
    """No excerpt becomes longer by that, and what follows it in a list begins with its next word."""
    length = len(shown) if " " not in text else 16

    assert words.excerpt(text, length) == shown


def test_pages_of_both_editions_stream_with_paths_of_their_own() -> None:
    paths = [page.path for page in all_pages(make_chronicle(*make_editions()), SITE, {}, UNITS)]

    assert len(paths) == len(set(paths)) == 62


def test_a_person_known_by_a_single_word_stands_under_it() -> None:
    text = "December 8 Madonna"
    event = make_event(text=text, people=(make_person(text, "Madonna", id="madonna", canonical="Madonna", name=PersonName(given="Madonna")),))  # fmt: skip

    assert labels(people_page(lookup_of(event)).letters[0].items) == ["Madonna"]


def test_the_page_on_records_tells_how_often_the_reading_is_right() -> None:
    """Below the editor's words stand the figures of seeds/score.yaml, or that there are none."""
    text = {"how-records-are-made": "# How records are made\n\nBy reading."}
    score = Score.model_validate(
        {
            "date": "2022-12-31",
            "events": "229",
            "invented": "244",
            "figures": [{"what": "dates", "share": "1.0", "invented": "0.975"}],
        }
    )
    measured, unmeasured = (
        next(page for page in prose_pages(text, make_site(), one) if isinstance(page, MadePage))
        for one in (score, None)
    )

    assert (measured.day, measured.events, measured.figures) == (
        "31 December 2022",
        "229 events",
        (("dates", "100.0 %", "97.5 %"),),
    )
    assert unmeasured.figures == ()


def test_a_part_is_shown_with_the_words_it_was_read_from() -> None:
    """The words stand beside the part; where none tell it, that is said."""
    text = "January 1, Towne, Judge Doe Jane and Roe Ann spoke."
    judge = replace(
        make_person(text, "Doe Jane", canonical="Jane Doe", role="official"), role_from=at(text, "Judge")
    )
    other = make_person(text, "Roe Ann", canonical="Ann Roe", role="other")

    assert [
        (line.name, line.part, line.words)
        for line in part_lines(make_event(text=text, people=(judge, other)))
    ] == [
        ("Jane Doe", "as an official", "Judge"),
        ("Ann Roe", "named otherwise", ""),
    ]


def test_two_readings_are_told_apart_from_slips() -> None:
    """A surname that fits two people is uncertain; a doubled word is not."""
    event = make_event(
        findings=(
            make_finding(
                code="ambiguous-name", message="'Doe' may be Jane Doe or Ann Doe; it is left with neither"
            ),
            make_finding(code="doubled-word", message="the the"),
        )
    )

    (told_once,) = uncertainties(event)

    assert "may be Jane Doe or Ann Doe; it is left with neither." in told_once


def test_a_persons_list_shows_the_words_around_a_name_that_stands_late() -> None:
    """The first words of a long entry may be all about somebody else."""
    text = f"December 8, 2022, Westport, {'nothing of note happened here, ' * 12}and Doe Jane was fined."
    event = make_event(text=text, body=text.index("nothing"), people=(make_person(text, "Doe Jane"),))

    (month,) = next(person_pages(lookup_of(event), SITE)).months

    assert month.entries[0].excerpt == (
        "… nothing of note happened here, nothing of note happened here, and Doe Jane was fined."
    )


def test_the_words_of_a_part_are_whole_and_without_notes() -> None:
    text = "December 8, 2022, Doe Jane[4] was detained."
    person = make_person(text, "Doe Jane", role_from=Span(text.index("[4]"), text.index("ed.")))
    event = make_event(text=text, body=18, people=(person,), notes=(make_note(text, 4),))

    assert [one.words for one in only_event(event).readings] == ["was detained"]


def test_a_child_of_unknown_age_is_not_said_to_be_one() -> None:
    """'Parents of' may speak of grown children."""
    text = "December 8, 2022, Doe Jane and her daughter Doe Ann were fined."
    child = make_person(text, "Doe Ann", id=None, child=True)
    page = only_event(make_event(text=text, body=18, people=(make_person(text, "Doe Jane"), child)))

    assert [one.label for one in page.parts[0].people] == ["Jane Doe", "A person called a child"]
