"""Chronicle -> the home page: what is recorded here, from when to when, how much, what last, and the ways in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from chronicle import urls
from chronicle.pages import charts, lists, tilemap, words
from chronicle.pages.charts import Charts
from chronicle.pages.lookup import Lookup, case_ref, edition_ref, entry, person_ref, place_ref, topic_ref
from chronicle.pages.people import concerning
from chronicle.pages.records import Entry, Page, Ref
from chronicle.pages.tilemap import TileMap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from chronicle.model import Site

_LATEST: Final = 6
_MOST: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number, what it counts, and where that is listed."""

    number: str
    counts: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way into the chronicle: what most events are about, and the whole list."""

    name: str
    #: 'Named in most events'
    about: str
    items: tuple[Ref, ...]
    #: 'All 120 people'
    every: Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage(Page):
    """The front of the site."""

    template: ClassVar[str] = "home.html"
    tells_archive: ClassVar[bool] = True
    cases_path: ClassVar[str] = urls.CASES
    #: where what is shown can be checked
    checks: ClassVar[tuple[Ref, ...]] = (
        Ref(label="Corrections", href=urls.CORRECTIONS, remark="where print and site differ, and why"),
        Ref(label="Sources", href=urls.SOURCES, remark="outlets cited, and notes without a source"),
        Ref(label="Data", href=urls.DATA, remark="all records, to download"),
    )

    #: 'December 2022 to January 2026'; '' while there is no event
    span: str
    numbers: tuple[Number, ...]
    newest: Ref | None
    newest_counts: str
    latest: tuple[Entry, ...]
    tiles: TileMap | None
    charts: Charts
    ways: tuple[Way, ...]
    #: those of which something was told last
    cases: tuple[Ref, ...]


def home_page(lookup: Lookup, site: Site) -> HomePage:
    """Return the home page."""
    events = lookup.chronicle.events
    newest = lookup.chronicle.editions[-1] if lookup.chronicle.editions else None
    return HomePage(
        path=urls.HOME,
        title=site.title,
        description=site.tagline or site.title,
        span=lists.span_words(events),
        numbers=tuple(_numbers(lookup)),
        newest=edition_ref(newest, words.period(newest)) if newest else None,
        newest_counts=lists.events_words(len(newest.events)) if newest else "",
        latest=_latest(lookup),
        tiles=tilemap.tile_map(lookup),
        charts=charts.charts_of_all(lookup),
        ways=tuple(_ways(lookup)),
        cases=_cases(lookup),
    )


def _latest(lookup: Lookup) -> tuple[Entry, ...]:
    """Return the latest events of the newest edition: by day, then by position."""
    events = lookup.chronicle.editions[-1].events if lookup.chronicle.editions else ()
    dated = sorted(
        events, key=lambda one: (one.date.isoformat() if one.date else "", one.ordinal), reverse=True
    )
    return tuple(entry(lookup.rows[one.id]) for one in dated[:_LATEST])


def _numbers(lookup: Lookup) -> Iterator[Number]:
    chronicle = lookup.chronicle
    notes = [note for event in chronicle.events for note in event.notes]
    sourced = sum(note.url is not None for note in notes)
    for number, counts, href in (
        (len(chronicle.events), ("event", "events"), urls.EDITIONS),
        (len(chronicle.editions), ("monthly digest", "monthly digests"), urls.EDITIONS),
        (len(chronicle.people), ("person with a page", "people with a page"), urls.PEOPLE),
        (sum(bool(one.events) for one in chronicle.places), ("place named", "places named"), urls.PLACES),
        (len(lookup.articles), ("article of law cited", "articles of law cited"), urls.STATUTES),
        (len(notes), (f"note, {sourced:,} with a source", f"notes, {sourced:,} with a source"), urls.SOURCES),
    ):
        yield Number(number=f"{number:,}", counts=counts[number != 1], href=href)


def _ways(lookup: Lookup) -> Iterator[Way]:
    chronicle = lookup.chronicle
    people = ((len(concerning(one)), one.name, person_ref(one)) for one in chronicle.people)
    places = ((len(one.events), one.name, place_ref(one)) for one in chronicle.places)
    articles = (
        (len(one.citations), one.id, lists.article_ref(key, lookup)) for key, one in lookup.articles.items()
    )
    topics = ((len(one.events), one.name, topic_ref(one.id, lookup)) for one in chronicle.topics)
    yield _way(
        "People", "Concerned in most events", people, Ref(label="All people, A to Z", href=urls.PEOPLE)
    )
    yield _way("Places", "Named in most events", places, Ref(label="All places", href=urls.PLACES))
    yield _way("Statutes", "Cited in most events", articles, Ref(label="All statutes", href=urls.STATUTES))
    yield _way("Topics", "With most events", topics, Ref(label="All topics", href=urls.TOPICS))


def _cases(lookup: Lookup) -> tuple[Ref, ...]:
    told = sorted(
        lookup.chronicle.cases, key=lambda one: (-lookup.order[one.events[-1].id], one.title, one.id)
    )
    return tuple(map(case_ref, told[:_MOST]))


def _way(name: str, about: str, ranked: Iterable[tuple[int, str, Ref]], every: Ref) -> Way:
    most = sorted(ranked, key=lambda one: (-one[0], one[1], one[2].href))[:_MOST]
    items = tuple(
        Ref(label=ref.label, href=ref.href, remark=lists.events_words(number))
        for number, _, ref in most
        if number
    )
    return Way(name=name, about=about, items=items, every=every)
