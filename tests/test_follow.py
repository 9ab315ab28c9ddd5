"""The page of feeds, the page of an outlet, and how feeds are found."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from jinja2 import FileSystemLoader

from chronicle.model import Person
from chronicle.pages import all_pages
from chronicle.pages.follow import LISTED, feeds_page, outlet_pages
from chronicle.pages.lookup import look_up
from chronicle.render import environment, render
from tests.factories import UNITS, make_chronicle, make_site

SITE: Final = make_site()
CHRONICLE: Final = make_chronicle()
LOOKUP: Final = look_up(CHRONICLE, UNITS, "freeland")
HTML: Final = {
    output.path: output.data.decode()
    for output in render(
        all_pages(CHRONICLE, SITE, {}, UNITS),
        environment(FileSystemLoader(Path(__file__).parent.parent / "templates")),
        SITE,
    )
}


def alternates(path: str) -> list[tuple[str, str]]:
    """Return type and address of every feed that a reader finds on the page *path*."""
    return re.findall(r'<link rel="alternate" type="([^"]*)" href="([^"]*)"', HTML[path])


def test_every_kind_of_feed_is_listed_with_its_number() -> None:
    page = feeds_page(LOOKUP, SITE)

    assert page.count == "19 feeds"
    assert [(group.name, group.count, group.index) for group in page.groups] == [
        ("The whole chronicle", "2 feeds", None),
        ("Topics", "2 feeds", None),
        ("Statutes", "5 feeds", None),
        ("Places", "6 feeds", None),
        ("People", "3 feeds", None),
        ("Outlets", "1 feed", None),
    ]


def test_a_line_leads_to_the_page_and_to_both_forms() -> None:
    people = next(group for group in feeds_page(LOOKUP, SITE).groups if group.anchor == "people")

    assert [(one.subject.label, one.subject.href, one.atom, one.json) for one in people.lines[:1]] == [
        (
            "Jane Doe",
            "people/jane-doe/index.html",
            "people/jane-doe/feed.xml",
            "people/jane-doe/feed.json",
        )
    ]
    assert [one.subject.label for one in people.lines] == ["Jane Doe", "John Doe", "Richard Roe"]


def test_where_there_are_very_many_the_index_leads_to_the_rest() -> None:
    (jane, *_) = CHRONICLE.people
    many = tuple(replace(jane, id=f"jane-{n}") for n in range(LISTED + 2))

    page = feeds_page(look_up(replace(CHRONICLE, people=many), UNITS, "freeland"), SITE)

    people = next(group for group in page.groups if group.anchor == "people")
    assert (len(people.lines), people.count) == (LISTED, "1,002 feeds")
    assert people.index is not None
    assert (people.index.label, people.index.href) == (
        "2 more, each on its page in this list",
        "people/index.html",
    )


def test_an_outlet_has_a_page_of_the_events_that_cite_it() -> None:
    (page,) = outlet_pages(LOOKUP)

    assert (page.path, page.title, page.kind, page.hosts) == (
        "sources/daily/index.html",
        "The Daily",
        "news",
        "daily.example, www.daily.example",
    )
    assert (page.notes, page.count, page.span, page.fragile) == ("1 note", "1 event", "December 2022", False)
    assert [entry.row.id for month in page.months for entry in month.entries] == ["2022-12.1"]


def test_an_outlet_that_no_file_lists_has_an_address_all_the_same() -> None:
    (daily,) = CHRONICLE.outlets
    chronicle = replace(CHRONICLE, outlets=(replace(daily, id="[::1]", name="[::1]", hosts=("[::1]",)),))

    (page,) = outlet_pages(look_up(chronicle, UNITS, "freeland"))

    assert (page.path, page.hosts) == ("sources/---1-/index.html", "")


@pytest.mark.parametrize(
    ("path", "feed"),
    [
        ("people/jane-doe/index.html", "../../people/jane-doe/feed"),
        ("places/westport/index.html", "../../places/westport/feed"),
        ("statutes/cc/index.html", "../../statutes/cc/feed"),
        ("statutes/cc/405/index.html", "../../../statutes/cc/405/feed"),
        ("topics/labour/index.html", "../../topics/labour/feed"),
        ("sources/daily/index.html", "../../sources/daily/feed"),
        ("corrections/index.html", "../corrections/feed"),
    ],
)
def test_a_reader_finds_the_feeds_of_a_page_in_both_forms(path: str, feed: str) -> None:
    root = "../" * path.count("/")

    assert alternates(path) == [
        ("application/atom+xml", f"{root}feed.xml"),
        ("application/feed+json", f"{root}feed.json"),
        ("application/atom+xml", f"{feed}.xml"),
        ("application/feed+json", f"{feed}.json"),
    ]
    assert f'<a href="{feed}.json" type="application/feed+json">JSON Feed</a>' in HTML[path]


def test_every_page_leads_to_the_page_of_feeds() -> None:
    for path, text in HTML.items():
        assert 'feeds/index.html">Feeds</a>' in text, path


def test_people_places_articles_and_topics_lead_to_their_dossier() -> None:
    for path in ("people/jane-doe", "places/westport", "statutes/cc/405", "topics/labour"):
        assert f'{path}/dossier/index.html">Dossier</a>' in HTML[f"{path}/index.html"]


def test_nobody_without_a_page_is_listed() -> None:
    people: tuple[Person, ...] = CHRONICLE.people

    assert "Tim" not in HTML["feeds/index.html"]
    assert len(people) == 3
