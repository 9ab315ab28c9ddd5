"""Charts: what is counted, how it is drawn, and what is said of it; each asserted whole, or laid out alone."""

from __future__ import annotations

import datetime as dt
import gzip
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Final

import html5lib
import pytest
from jinja2 import FileSystemLoader

from chronicle.model import Event, Sanction, Span
from chronicle.pages import bars, charts
from chronicle.pages.bars import Bar, Picture, Slot
from chronicle.pages.charts import Chart, Line
from chronicle.pages.edition import editions_page
from chronicle.pages.home import home_page
from chronicle.pages.lookup import Lookup, look_up
from chronicle.pages.people import person_pages
from chronicle.pages.places import place_pages
from chronicle.pages.records import Ref, Shortlist
from chronicle.pages.statutes import article_pages, code_pages
from chronicle.pages.topics import topic_pages
from chronicle.render import environment
from tests.factories import UNITS, make_chronicle, make_edition, make_event, make_site
from tests.test_site import real_files

TEMPLATES: Final = Path(__file__).parent.parent / "templates"
LOOKUP: Final = look_up(make_chronicle(), UNITS, "freeland")
EVENTS: Final = LOOKUP.chronicle.events


def lookup_of(months: Sequence[str], each: int = 1) -> Lookup:
    """Return the lookup of *each* events in every one of *months*."""
    editions = [
        make_edition(
            *(
                make_event(
                    edition=month,
                    label=str(n + 1),
                    ordinal=n + 1,
                    date=dt.date(int(month[:4]), int(month[5:]), 1),
                )
                for n in range(each)
            )
        )
        for month in months
    ]
    return look_up(make_chronicle(*editions), UNITS, "freeland")


def months_from(year: int, number: int) -> list[str]:
    return [f"{year + n // 12:04}-{n % 12 + 1:02}" for n in range(number)]


def laid_out(macro: str, *given: object) -> str:
    """Return what a macro of the charts makes of *given*, after it was found valid."""
    env = environment(FileSystemLoader(TEMPLATES))
    text = str(getattr(env.get_template("macros/charts.html").module, macro)(*given))
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(f"<!doctype html><html lang=en><head><title>a</title></head><body>{text}</body></html>")
    assert parser.errors == []
    return text


# ---------------------------------------------------------------- by month


def test_a_chart_says_what_it_counts_and_draws_it() -> None:
    """Two months with a gap of 36 between: the gap is no bar of nothing."""
    chart = charts.events_by_month(EVENTS, {"2022-12": "#month-2022-12"}, LOOKUP)

    assert chart == Chart(
        title="Events by month",
        said="3 events, December 2022 to January 2026. Most in December 2022: 2.",
        note="36 months between have no digest here.",
        heads=("Month", "Events"),
        picture=Picture(
            width=320,
            height=130,
            foot=112,
            number_anchor="middle",
            name_anchor="middle",
            bars=(
                Bar(
                    href="#month-2022-12",
                    said="December 2022: 2 events",
                    gap=False,
                    x=9.0,
                    y=16.0,
                    width=46.1,
                    height=96.0,
                    left=0,
                    top=0,
                    across=64,
                    down=130,
                    number="2",
                    number_x=32.0,
                    number_y=12.0,
                    name="Dec 2022",
                    name_x=32.0,
                    name_y=128,
                ),
                Bar(
                    href="",
                    said="January 2023 to December 2025: no digest here",
                    gap=True,
                    x=73.0,
                    y=112.0,
                    width=46.1,
                    height=0.0,
                    left=64,
                    top=0,
                    across=64,
                    down=130,
                    number="…",
                    number_x=96.0,
                    number_y=108.0,
                    name="",
                    name_x=96.0,
                    name_y=128,
                ),
                Bar(
                    href="",
                    said="January 2026: 1 event",
                    gap=False,
                    x=137.0,
                    y=64.0,
                    width=46.1,
                    height=48.0,
                    left=128,
                    top=0,
                    across=64,
                    down=130,
                    number="1",
                    number_x=160.0,
                    number_y=60.0,
                    name="Jan 2026",
                    name_x=160.0,
                    name_y=128,
                ),
            ),
        ),
        lines=(
            Line(name="December 2022", number="2", href="#month-2022-12"),
            Line(name="January 2023 to December 2025", number="", remark="no digest here"),
            Line(name="January 2026", number="1"),
        ),
    )


def test_one_event_is_said_and_not_drawn() -> None:
    assert charts.events_by_month(EVENTS[:1], {}, LOOKUP) == Chart(
        title="Events by month",
        said="1 event, in December 2022.",
        note="",
        heads=("Month", "Events"),
        picture=None,
        lines=(Line(name="December 2022", number="1"),),
    )


def test_one_month_is_said_and_not_drawn() -> None:
    assert charts.events_by_month(EVENTS[:2], {}, LOOKUP).said == "2 events, all in December 2022."


def test_charts_of_nothing_say_so() -> None:
    nothing = charts.charts_of((), {}, LOOKUP)

    assert nothing == charts.Charts(
        events=Chart(
            title="Events by month",
            said="No event yet.",
            note="",
            heads=("Month", "Events"),
            picture=None,
            lines=(),
        ),
        sanctions=Chart(
            title="Sanctions by kind",
            said="No sanction is named in these events.",
            note="",
            heads=("Kind", "Mentions"),
            picture=None,
            lines=(),
        ),
        provisions=Chart(
            title="Provisions cited by month",
            said="No provision is cited in these events.",
            note="",
            heads=("Month", "Provisions cited"),
            picture=None,
            lines=(),
        ),
    )
    assert "<svg" not in laid_out("by_month", nothing.events)
    assert laid_out("by_kind", nothing.sanctions, "").strip() == (
        '<p class="none">No sanction is named in these events.</p>'
    )


def test_a_month_without_events_has_its_zero_where_its_digest_is_recorded() -> None:
    lookup = lookup_of(["2021-01", "2021-02", "2021-03"])
    events = [event for event in lookup.chronicle.events if event.edition != "2021-02"]

    chart = charts.events_by_month(events, {"2021-02": "#month-2021-02"}, lookup)

    assert chart.lines[1] == Line(name="February 2021", number="0")
    assert (chart.said, chart.note) == ("2 events, January 2021 to March 2021. At most 1 in one month.", "")
    assert chart.picture is not None
    assert [(bar.height, bar.number) for bar in chart.picture.bars] == [(96, "1"), (0, "0"), (96, "1")]


def test_months_before_the_first_and_after_the_last_event_are_not_drawn() -> None:
    lookup = lookup_of(["2021-01", "2021-02", "2021-03", "2021-04"])

    chart = charts.events_by_month(lookup.chronicle.events[1:3], {}, lookup)

    assert [line.name for line in chart.lines] == ["February 2021", "March 2021"]


def test_one_month_between_is_a_gap_by_its_name() -> None:
    lookup = lookup_of(["2021-01", "2021-03"])

    chart = charts.events_by_month(lookup.chronicle.events, {}, lookup)

    assert chart.lines[1] == Line(name="February 2021", number="", remark="no digest here")
    assert chart.note == "1 month between has no digest here."


def test_three_thousand_events_are_counted() -> None:
    lookup = lookup_of(["2021-01", "2021-02", "2021-03"], each=1000)

    chart = charts.events_by_month(lookup.chronicle.events, {}, lookup)

    assert chart.said == "3,000 events, January 2021 to March 2021. At most 1,000 in one month."
    assert [line.number for line in chart.lines] == ["1,000"] * 3
    assert laid_out("by_month", chart).count("1,000</text>") == 3


def test_one_among_thousands_is_still_seen() -> None:
    slots = [
        Slot(name="a", short="a", number=3000, said=""),
        Slot(name="b", short="b", number=1, said=""),
        Slot(name="c", short="c", number=0, said=""),
    ]

    assert [bar.height for bar in bars.upright(slots).bars] == [96.0, 2.0, 0.0]


def test_three_years_are_drawn_by_month() -> None:
    """36 bars: the highest alone has its number, and each year its name where it begins."""
    lookup = lookup_of(months_from(2021, 36))

    chart = charts.events_by_month((*lookup.chronicle.events, lookup.chronicle.events[4]), {}, lookup)

    assert chart.title == "Events by month"
    assert chart.picture is not None
    assert len(chart.picture.bars) == 36
    assert [(n, bar.number) for n, bar in enumerate(chart.picture.bars) if bar.number] == [(4, "2")]
    assert [(n, bar.name) for n, bar in enumerate(chart.picture.bars) if bar.name] == [
        (0, "2021"),
        (12, "2022"),
        (24, "2023"),
    ]


def test_a_month_more_is_drawn_by_year() -> None:
    lookup = lookup_of(months_from(2021, 37))

    chart = charts.events_by_month(lookup.chronicle.events, {}, lookup)

    assert (chart.title, chart.heads) == ("Events by year", ("Year", "Events"))
    assert chart.lines == (
        *(Line(name=str(year), number="12") for year in (2021, 2022, 2023)),
        Line(name="2024", number="1", remark="1 month recorded"),
    )
    assert chart.said == "37 events, 2021 to 2024. At most 12 in one year."


def test_240_months_are_twenty_bars_that_lead_to_the_first_month_listed() -> None:
    lookup = lookup_of(months_from(2001, 240))
    newest_first = {month: f"#month-{month}" for month in reversed(months_from(2001, 240))}

    chart = charts.events_by_month(lookup.chronicle.events, newest_first, lookup)

    assert [line.name for line in chart.lines] == [str(year) for year in range(2001, 2021)]
    assert [line.href for line in chart.lines] == [f"#month-{year}-12" for year in range(2001, 2021)]
    assert chart.picture is not None
    assert {bar.across for bar in chart.picture.bars} == {16.0}
    assert [bar.name for bar in chart.picture.bars if bar.name] == [
        "2001", "2004", "2007", "2010", "2013", "2016",
    ]  # fmt: skip


def test_years_without_a_digest_are_a_gap() -> None:
    """What stands beside a year is how much of that year is recorded, not how much of it counts."""
    lookup = lookup_of([*months_from(2001, 24), *months_from(2005, 24), "2008-01"])

    chart = charts.events_by_month(lookup.chronicle.events[3:], {}, lookup)

    assert chart.lines == (
        Line(name="2001", number="9"),
        Line(name="2002", number="12"),
        Line(name="2003 to 2004", number="", remark="no digest here"),
        Line(name="2005", number="12"),
        Line(name="2006", number="12"),
        Line(name="2007", number="", remark="no digest here"),
        Line(name="2008", number="1", remark="1 month recorded"),
    )
    assert chart.note == "36 months between have no digest here."


def test_a_name_that_would_not_fit_is_left_out() -> None:
    slots = [Slot(name=y, short=y, number=1, said="") for y in map(str, range(2001, 2037))]

    shown = [(bar.name_x, bar.name) for bar in bars.upright(slots).bars if bar.name]

    assert [after[0] - before[0] for before, after in pairwise(shown)] == pytest.approx([44.4] * 6, abs=0.2)
    assert all(0 <= x <= bars.WIDTH - 36 for x, _ in shown)


def test_provisions_count_once_for_each_event() -> None:
    chart = charts.charts_of(EVENTS, {}, LOOKUP).provisions

    assert (chart.title, chart.said, chart.note) == (
        "Provisions cited by month",
        "5 provisions cited, December 2022 to January 2026. Most in December 2022: 3.",
        "A provision counts once for each event that cites it. 36 months between have no digest here.",
    )


def test_an_event_that_cites_nothing_makes_no_month() -> None:
    bare = replace(EVENTS[2], provisions=())

    assert charts.provisions_by_month([(bare, ())], {}, LOOKUP).lines == ()


# ---------------------------------------------------------------- by kind


def test_sanctions_are_counted_by_kind_and_lead_to_their_rows_and_events() -> None:
    chart = charts.charts_of(EVENTS, {}, LOOKUP).sanctions

    assert chart == Chart(
        title="Sanctions by kind",
        said="2 mentions of 2 kinds.",
        note="",
        heads=("Kind", "Mentions"),
        picture=bars.lying(
            [
                Slot(
                    name="Administrative detention",
                    short="",
                    number=1,
                    said="Administrative detention: 1 mention",
                    href="#sanction-administrative-detention",
                ),
                Slot(name="Fine", short="", number=1, said="Fine: 1 mention", href="#sanction-fine"),
            ]
        ),
        lines=(
            Line(
                name="Administrative detention",
                number="1",
                remark="named once: 15 days",
                anchor="sanction-administrative-detention",
                events=Shortlist(items=(Ref(label="2022-12.1", href="events/2022-12/1/index.html"),)),
            ),
            Line(
                name="Fine",
                number="1",
                remark="named once: 1,000 dollars",
                anchor="sanction-fine",
                events=Shortlist(items=(Ref(label="2022-12.2", href="events/2022-12/2/index.html"),)),
            ),
        ),
    )


def test_lying_bars_stand_one_under_the_other() -> None:
    slots = [Slot(name=n, short="", number=i, said=n, href=f"#{n}") for n, i in (("a", 4), ("b", 1))]

    assert bars.lying(slots) == Picture(
        width=320,
        height=68,
        foot=None,
        number_anchor="end",
        name_anchor="start",
        bars=tuple(
            Bar(
                href=f"#{name}",
                said=name,
                gap=False,
                x=0,
                y=top + 19,
                width=width,
                height=9,
                left=0,
                top=top,
                across=320,
                down=34,
                number=number,
                number_x=320,
                number_y=top + 14,
                name=name,
                name_x=0,
                name_y=top + 14,
            )
            for name, top, width, number in (("a", 0, 320, "4"), ("b", 34, 80, "1"))
        ),
    )


def test_one_kind_is_said_and_not_drawn() -> None:
    chart = charts.sanctions_by_kind(EVENTS[:1], LOOKUP)

    assert (chart.said, chart.picture) == ("1 mention of 1 kind.", None)


def test_of_many_events_the_newest_are_named() -> None:
    lookup = lookup_of(["2021-01"], each=14)

    (line,) = charts.sanctions_by_kind(lookup.chronicle.events, lookup).lines
    (brief,) = charts.sanctions_by_kind(lookup.chronicle.events, lookup, brief=True).lines

    assert line.events is not None
    assert brief.events is not None
    assert [ref.label for ref in line.events.items] == [f"2021-01.{n}" for n in range(14, 2, -1)]
    assert line.events.more == "2 more events"
    assert ([ref.label for ref in brief.events.items], brief.events.more, brief.remark) == (
        ["2021-01.14", "2021-01.13", "2021-01.12"],
        "11 more events",
        "",
    )


def test_two_of_a_kind_in_one_event_are_two_mentions_of_one_event() -> None:
    fines = tuple(Sanction(kind="fine", amount=n, unit="FRD", printed="fine", at=Span(0, 4)) for n in (1, 2))
    event: Event = replace(EVENTS[0], sanctions=fines)

    (line,) = charts.sanctions_by_kind([event], LOOKUP).lines

    assert (line.number, line.events) == (
        "2",
        Shortlist(items=(Ref(label="2022-12.1", href="events/2022-12/1/index.html"),)),
    )


# ---------------------------------------------------------------- where bars lead to


def test_on_the_front_page_months_lead_to_digests() -> None:
    chart = home_page(LOOKUP, make_site()).charts.events

    assert [line.href for line in chart.lines] == [
        "editions/2022-12/index.html",
        "",
        "editions/2026-01/index.html",
    ]


def test_on_the_front_page_years_lead_to_the_list_of_digests() -> None:
    """A year of one digest leads to that digest."""
    chart = home_page(lookup_of(months_from(2021, 37)), make_site()).charts.events

    assert [line.href for line in chart.lines] == [
        *(f"editions/index.html#year-{year}" for year in (2021, 2022, 2023)),
        "editions/2024-01/index.html",
    ]


def test_an_article_anchors_each_month_once() -> None:
    """Of two parts cited in one month the first has the month's anchor."""
    event = make_event()
    provisions = tuple(replace(event.provisions[0], part=part) for part in ("1", "2"))
    chronicle = make_chronicle(make_edition(replace(event, provisions=provisions)))

    (page,) = article_pages(look_up(chronicle, UNITS, "freeland"))

    assert [[month.anchor for month in one.months] for one in page.sections] == [["month-2022-12"], [""]]
    assert [line.href for line in page.charts.provisions.lines] == ["#month-2022-12"]
    assert page.charts.provisions.said == "2 provisions cited, all in December 2022."


def test_a_code_lists_its_events_by_month_and_counts_its_own_provisions() -> None:
    page = next(code_pages(LOOKUP))

    assert [(one.anchor, one.remark, [ref.label for ref in one.items]) for one in page.months] == [
        ("month-2026-01", "1 event", ["2026-01.1"]),
        ("month-2022-12", "2 events", ["2022-12.2", "2022-12.1"]),
    ]
    assert [(line.number, line.href) for line in page.charts.provisions.lines] == [
        ("2", "#month-2022-12"),
        ("", ""),
        ("1", "#month-2026-01"),
    ]


def test_a_place_counts_what_lies_in_it_and_leads_to_both_lists() -> None:
    pages = {page.path: page for page in place_pages(LOOKUP)}

    assert [line.href for line in pages["places/farland/index.html"].charts.events.lines] == [
        "../../editions/2026-01/index.html"
    ]
    assert [line.href for line in pages["places/westport/index.html"].charts.events.lines] == [
        "#month-2022-12"
    ]


def test_sanctions_and_provisions_of_a_person_are_those_of_events_that_concern_the_person() -> None:
    pages = {page.title: page for page in person_pages(LOOKUP, make_site())}

    assert pages["Richard Roe"].charts.events.said.startswith("2 events, ")
    assert (
        pages["Richard Roe"].charts.provisions.lines,
        pages["Richard Roe"].charts.sanctions.lines,
    ) == (
        (),
        (),
    )
    assert pages["Jane Doe"].charts.events.said.startswith("3 events, ")
    assert pages["Jane Doe"].charts.sanctions.said == "1 mention of 1 kind."


def test_a_topic_has_its_charts() -> None:
    (page, *_) = topic_pages(LOOKUP)

    assert page.charts == charts.charts_of(
        page_events(page.title), {"2026-01": "#month-2026-01", "2022-12": "#month-2022-12"}, LOOKUP
    )


def page_events(topic: str) -> tuple[Event, ...]:
    return next(one.events for one in LOOKUP.chronicle.topics if one.name == topic)


def test_the_list_of_digests_says_where_each_year_begins() -> None:
    page = editions_page(lookup_of(["2021-11", "2021-12", "2022-01"]))

    assert [(one.ref.label, one.anchor) for one in page.editions] == [
        ("Digest of January 2022", "year-2022"),
        ("Digest of December 2021", "year-2021"),
        ("Digest of November 2021", ""),
    ]


# ---------------------------------------------------------------- laid out


def test_a_chart_is_drawn_with_links_names_and_no_style() -> None:
    chart = charts.events_by_month(EVENTS, {"2022-12": "#month-2022-12"}, LOOKUP)

    text = laid_out("by_month", chart)

    assert '<a href="#month-2022-12"><title>December 2022: 2 events</title>' in text
    assert "<g><title>January 2023 to December 2025: no digest here</title>" in text
    assert 'role="group" aria-label="Events by month: the same stands in the table"' in text
    assert '<tr><th scope="row">January 2026</th><td class="figure">1</td></tr>' in text
    assert not re.search(r"\sstyle=", text)


def test_kinds_are_laid_out_with_their_rows() -> None:
    text = laid_out("by_kind", charts.charts_of(EVENTS, {}, LOOKUP).sanctions, "../../")

    assert '<a href="#sanction-fine"><title>Fine: 1 mention</title>' in text
    assert '<tr id="sanction-fine">' in text
    assert '<a href="../../events/2022-12/2/index.html">2022-12.2</a>' in text
    assert "the record does not say which" in text


@pytest.mark.long
def test_the_front_page_is_light() -> None:
    """With the stylesheet, compressed, in bytes."""
    files = real_files()

    assert sum(len(gzip.compress(files[path])) for path in ("index.html", "style.css")) < 20_000
