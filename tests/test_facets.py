"""What lists and the search are narrowed by."""

from __future__ import annotations

from dataclasses import replace

from chronicle.model import Chronicle, Outlet
from chronicle.pages.facets import (
    Facet,
    Value,
    count_facets,
    facets,
    facets_of,
    labels_of,
    scripts,
    styles,
    tokens,
)
from chronicle.pages.lookup import look_up
from chronicle.pages.people import person_page
from chronicle.pages.places import place_page
from chronicle.pages.statutes import article_page
from chronicle.pages.topics import topic_page
from tests.chronicles import FIRST, SECOND, SMALL, THIRD

LABELS = labels_of(replace(SMALL, outlets=(Outlet(id="a", name="The A", kind="news", hosts=("a.example",)),)))


def test_an_event_is_found_by_its_places_and_what_they_lie_in_topics_codes_sanctions_year_and_sources() -> (
    None
):
    assert facets_of(FIRST, LABELS) == (
        ("place", "town"),
        ("place", "land"),
        ("topic", "assembly"),
        ("code", "CC"),
        ("sanction", "administrative_detention"),
        ("year", "2031"),
        ("source", "a"),
    )


def test_what_has_no_name_is_no_facet() -> None:
    """A topic, place, code or outlet that nothing is known of would stand in the list as a bare id."""
    nothing = labels_of(Chronicle(editions=(), people=(), places=(), codes=(), topics=(), outlets=()))

    assert tokens(FIRST, nothing) == "sanction:administrative_detention year:2031"


def test_an_event_without_a_day_is_of_the_year_of_its_digest() -> None:
    assert tokens(THIRD, LABELS) == "year:2031"


def test_counts_are_of_events() -> None:
    counts = count_facets([FIRST, SECOND, THIRD], LABELS)

    assert counts["year"] == {"2031": 3}
    assert counts["place"] == {"town": 1, "land": 1}


def test_a_list_of_twenty_five_events_is_not_narrowed_and_one_of_twenty_six_is() -> None:
    """A facet whose one value all share tells nothing, and is left out."""
    assert facets([FIRST] * 25, LABELS) == ()
    assert facets([FIRST] * 20 + [replace(SECOND, edition="2030-02", date=None)] * 6, LABELS) == (
        Facet(
            key="place",
            name="Place",
            values=(Value(id="land", label="Land", count=20), Value(id="town", label="Town", count=20)),
        ),
        Facet(
            key="year",
            name="Year",
            values=(Value(id="2031", label="2031", count=20), Value(id="2030", label="2030", count=6)),
        ),
    )


def test_values_are_said_in_words() -> None:
    assert [
        LABELS.of(key, value)
        for key, value in (
            ("sanction", "pretrial_detention"),
            ("sanction", "new_kind"),
            ("topic", "assembly"),
            ("code", "CC"),
            ("source", "a"),
            ("year", "2031"),
        )
    ] == ["Pre-trial detention", "New kind", "Assembly", "Criminal Code", "The A", "2031"]


def test_only_pages_with_facets_load_the_script() -> None:
    found = (Facet(key="year", name="Year", values=()),)

    assert (scripts(()), styles(())) == ((), ())
    assert (scripts(found), styles(found)) == (("facets.js", "filter.js"), ("search.css",))


def test_long_lists_of_people_places_articles_and_topics_are_narrowed() -> None:
    """Thirty events, no two alike in label: every row says what it is found by."""
    events = tuple(
        replace(FIRST, label=str(n), ordinal=n, edition="2031-01" if n % 2 else "2030-01", date=None)
        for n in range(1, 31)
    )
    small = SMALL
    first = replace(small.editions[0], events=events)
    person = replace(small.people[0], appearances=tuple((one, FIRST.people[0]) for one in events))
    place, topic = replace(small.places[1], events=events), replace(small.topics[0], events=events)
    article = replace(
        small.codes[0].articles[0], citations=tuple((one, (FIRST.provisions[0],)) for one in events)
    )
    code = replace(small.codes[0], articles=(article,))
    lookup = look_up(
        replace(small, editions=(first,), people=(person,), places=(small.places[0], place), codes=(code,)), {}, "land"
    )  # fmt: skip
    article_months = article_page(article, code, lookup).sections[0].months

    pages = (
        person_page(person, lookup, noindex=False),
        place_page(place, (), (), None, lookup),
        topic_page(topic, lookup),
    )

    rows = [
        {one.facets for month in months for one in month.entries}
        for months in (*(page.months for page in pages), article_months)
    ]
    assert rows == [{tokens(events[0], lookup.labels), tokens(events[1], lookup.labels)}] * 4
    assert [[facet.key for facet in page.facets] for page in pages] == [["place", "year"]] * 3
