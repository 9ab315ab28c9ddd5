"""Chronicle -> the page that lists and explains the feeds, and a page for every outlet, which has a feed of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from chronicle import urls
from chronicle.pages import lists, words
from chronicle.pages.people import surname
from chronicle.pages.records import Month, Page, Ref
from chronicle.text import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from chronicle.model import Outlet, Place, Site
    from chronicle.pages.lookup import Lookup

#: feeds of one kind that are listed; where there are more, the index of that kind leads to them
LISTED: Final = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLine:
    """What can be followed, and where its feeds are."""

    subject: Ref
    atom: str
    json: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedGroup:
    """The feeds of one kind."""

    name: str
    anchor: str
    count: str
    lines: tuple[FeedLine, ...]
    #: the index of those that are not listed here; None where all are
    index: Ref | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedsPage(Page):
    """All feeds, and what a feed is."""

    template: ClassVar[str] = "feeds.html"

    count: str
    groups: tuple[FeedGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletPage(Page):
    """Who published sources, with the events that cite them."""

    template: ClassVar[str] = "outlet.html"

    kind: str
    hosts: str
    #: whether its pages may vanish or need a login
    fragile: bool
    notes: str
    count: str
    span: str
    months: tuple[Month, ...]
    jumps: tuple[Ref, ...]


def feeds_page(lookup: Lookup, site: Site) -> FeedsPage:
    """Return the page of feeds."""
    groups = tuple(_groups(lookup, site))
    number = sum(len(subjects) for _, _, _, subjects in groups)
    return FeedsPage(
        path=urls.FEEDS,
        title="Feeds",
        description="How to hear of new events: a feed for the whole chronicle, for every person, place, article, topic, case and outlet.",
        count=words.count(number, ("feed", "feeds")),
        groups=tuple(_group(name, anchor, index, subjects) for name, anchor, index, subjects in groups),
    )


def _group(name: str, anchor: str, index: str, subjects: tuple[Ref, ...]) -> FeedGroup:
    listed = subjects[:LISTED]
    left = len(subjects) - len(listed)
    return FeedGroup(
        name=name,
        anchor=anchor,
        count=words.count(len(subjects), ("feed", "feeds")),
        lines=tuple(
            FeedLine(subject=one, atom=urls.feed(one.href), json=urls.json_feed(one.href)) for one in listed
        ),
        index=Ref(label=f"{left:,} more, each on its page in this list", href=index) if left else None,
    )


def _groups(lookup: Lookup, site: Site) -> Iterator[tuple[str, str, str, tuple[Ref, ...]]]:
    """Yield name, anchor, index and subjects of every kind of feed that there is."""
    chronicle = lookup.chronicle
    whole = (
        Ref(label="Every event", href=urls.HOME, remark=site.title),
        Ref(label="Every correction", href=urls.CORRECTIONS),
    )
    people = sorted(chronicle.people, key=lambda one: (slug(surname(one)), slug(one.name), one.id))
    named = (
        ("The whole chronicle", "whole", urls.HOME, whole),
        (
            "Topics",
            "topics",
            urls.TOPICS,
            _refs(sorted((one.name, urls.topic(one.id)) for one in chronicle.topics)),
        ),
        (
            "Cases",
            "cases",
            urls.CASES,
            _refs(sorted((one.title, urls.case(one.id)) for one in chronicle.cases)),
        ),
        ("Statutes", "statutes", urls.STATUTES, _refs(_laws(lookup))),
        ("Places", "places", urls.PLACES, _refs((one.name, urls.place(one.id)) for one in _by_name(lookup))),
        ("People", "people", urls.PEOPLE, _refs((one.name, urls.person(one.id)) for one in people)),
        (
            "Outlets",
            "outlets",
            urls.SOURCES,
            _refs((one.name, urls.outlet(one.id)) for one in chronicle.outlets),
        ),
    )
    return (group for group in named if group[3])


def _refs(subjects: Iterable[tuple[str, str]]) -> tuple[Ref, ...]:
    return tuple(Ref(label=label, href=href) for label, href in subjects)


def _by_name(lookup: Lookup) -> list[Place]:
    return sorted(lookup.chronicle.places, key=lambda one: (slug(one.name), one.id))


def _laws(lookup: Lookup) -> Iterator[tuple[str, str]]:
    for code in lookup.chronicle.codes:
        yield code.name, urls.code(code.slug)
        for article in code.articles:
            yield f"{code.name}, Article {article.number}", urls.article(article.id)


# ---------------------------------------------------------------- outlets


def outlet_pages(lookup: Lookup) -> Iterator[OutletPage]:
    """Yield the page of every outlet."""
    return (outlet_page(outlet, lookup) for outlet in lookup.chronicle.outlets)


def outlet_page(outlet: Outlet, lookup: Lookup) -> OutletPage:
    """Return the page of *outlet*."""
    events = tuple({event.id: event for event, _ in outlet.citations}.values())
    path = urls.outlet(outlet.id)
    months = lists.months(events, lookup)
    count = lists.events_words(len(events))
    notes = words.count(len(outlet.citations), words.NOTES)
    return OutletPage(
        path=path,
        title=outlet.name,
        description=f"{outlet.name} as a source in the chronicle: {notes} in {count}.",
        trail=(Ref(label="Sources", href=urls.SOURCES),),
        feeds=(Ref(label=f"Events whose sources {outlet.name} published", href=urls.feed(path)),),
        kind=words.OUTLETS.get(outlet.kind, outlet.kind),
        hosts=", ".join(host for host in outlet.hosts if host != outlet.name),
        fragile=any(note.fragile for _, note in outlet.citations),
        notes=notes,
        count=count,
        span=lists.span_words(events),
        months=months,
        jumps=lists.jumps(months),
    )
