"""Chronicle -> Atom and JSON Feed: for the whole site, every person, place, code, article, topic, case and outlet, and of corrections."""

from __future__ import annotations

import html
import json
from dataclasses import dataclass
from functools import lru_cache
from io import StringIO
from typing import TYPE_CHECKING, Any, Final

from feedgenerator import Atom1Feed

from chronicle import urls
from chronicle.model import Output
from chronicle.pages import words
from chronicle.pages.errata import errata

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from chronicle.model import Chronicle, Code, Event, Place, Site

#: events in one feed, newest first
NEWEST: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class _Feed:
    """One feed to be written."""

    #: of the page that it follows
    page: str
    title: str
    about: str
    #: in order of edition and position
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """One entry of a feed, in plain text."""

    id: str
    link: str
    title: str
    summary: str
    published: dt.date
    updated: dt.date
    #: names of topics
    tags: tuple[str, ...] = ()


_CORRECTIONS: Final = _Feed(
    page=urls.CORRECTIONS,
    title="Corrections",
    about="What editors corrected, and what digests changed",
    events=(),
)


def feeds(chronicle: Chronicle, site: Site) -> Iterator[Output]:
    """Yield every feed of the site, in both its forms.

    An entry's id is its event's permanent address; its dates are the edition's last day and, where the event was
    corrected later, the day of the last correction. The event's own day stands in its title and text.
    """
    last = {edition.id: edition.last for edition in chronicle.editions}
    order = {event.id: n for n, event in enumerate(chronicle.events)}
    topics = {topic.id: topic.name for topic in chronicle.topics}
    entries: dict[str, _Entry] = {}
    for feed in _all_feeds(chronicle, site):
        newest = sorted(feed.events, key=lambda event: order[event.id])[: -NEWEST - 1 : -1]
        for event in newest:
            if event.id not in entries:
                entries[event.id] = _entry(event, last[event.edition], topics, site)
        yield from _both(feed, [entries[event.id] for event in newest], site)
    yield from _both(_CORRECTIONS, list(_corrections(chronicle, site)), site)


def _both(feed: _Feed, entries: Sequence[_Entry], site: Site) -> Iterator[Output]:
    yield Output(urls.feed(feed.page), _atom(feed, entries, site))
    yield Output(urls.json_feed(feed.page), _json(feed, entries, site))


def _entry(event: Event, published: dt.date, topics: Mapping[str, str], site: Site) -> _Entry:
    address = site.address + urls.public(urls.event(event.id))
    return _Entry(
        id=address,
        link=address,
        title=event.title,
        summary=event.veiled,
        published=published,
        updated=max([published, *(correction.date for correction in event.corrections)]),
        tags=tuple(topics[topic] for topic in event.topics if topic in topics),
    )


def _corrections(chronicle: Chronicle, site: Site) -> Iterator[_Entry]:
    """Yield every correction; its id is its place on the page of what it concerns, which no other correction changes."""
    places = {place.id: place for place in chronicle.places}
    for one in errata(chronicle):
        page = urls.event(one.event.id) if one.event else urls.edition(one.edition.id)
        address = site.address + urls.public(page)
        subject = one.event.id if one.event else words.edition_title(one.edition)
        yield _Entry(
            id=f"{address}#{one.anchor}",
            link=address,
            title=f"{subject}: {words.field(one.correction)}",
            summary=words.corrected(one.correction, places),
            published=one.correction.date,
            updated=one.correction.date,
        )


def _all_feeds(chronicle: Chronicle, site: Site) -> Iterator[_Feed]:
    yield _Feed(page=urls.HOME, title=site.title, about=site.tagline, events=chronicle.events)
    for person in chronicle.people:
        events = tuple(event for event, _ in person.appearances)
        about = f"Events of the digests in which {person.name} is named"
        yield _Feed(page=urls.person(person.id), title=person.name, about=about, events=events)
    for place in chronicle.places:
        about = f"Events of the digests in {place.name} and in places that lie in it"
        yield _Feed(page=urls.place(place.id), title=place.name, about=about, events=_events_in(place))
    for code in chronicle.codes:
        yield from _code_feeds(code)
    for topic in chronicle.topics:
        yield _Feed(page=urls.topic(topic.id), title=topic.name, about=topic.about, events=topic.events)
    for case in chronicle.cases:
        about = "Events of the digests that an editor holds to belong to this case"
        yield _Feed(page=urls.case(case.id), title=case.title, about=about, events=case.events)
    for outlet in chronicle.outlets:
        cited = tuple({event.id: event for event, _ in outlet.citations}.values())
        about = f"Events whose sources {outlet.name} published"
        yield _Feed(page=urls.outlet(outlet.id), title=outlet.name, about=about, events=cited)


def _events_in(place: Place) -> tuple[Event, ...]:
    return tuple({event.id: event for event in (*place.events, *place.inside)}.values())


def _code_feeds(code: Code) -> Iterator[_Feed]:
    events: dict[str, Event] = {}
    for article in code.articles:
        title = f"{code.name}, Article {article.number}"
        cited = tuple(event for event, _ in article.citations)
        about = "Events of the digests that cite this article: mention is not accusation"
        yield _Feed(page=urls.article(article.id), title=title, about=about, events=cited)
        events |= {event.id: event for event in cited}
    about = "Events of the digests that cite this code: mention is not accusation"
    yield _Feed(page=urls.code(code.slug), title=code.name, about=about, events=tuple(events.values()))


class _Atom(Atom1Feed):  # type: ignore[misc]  # the library has no types
    """Atom whose date does not come from the clock where a feed has no entries."""

    feed: Mapping[str, Any]

    def latest_post_date(self) -> dt.date:
        latest: dt.date = self.feed["updated"]
        return latest


def _title(feed: _Feed, site: Site) -> str:
    return feed.title if feed.page == urls.HOME else f"{feed.title} · {site.title}"


def _atom(feed: _Feed, entries: Sequence[_Entry], site: Site) -> bytes:
    atom = _Atom(
        title=_title(feed, site),
        link=site.address + urls.public(feed.page),
        description=feed.about,
        language=site.language,
        author_name=site.publisher,
        feed_url=site.address + urls.feed(feed.page),
        updated=max((entry.updated for entry in entries), default=site.date),
    )
    for entry in entries:
        atom.add_item(
            title=entry.title,
            link=entry.link,
            unique_id=entry.id,
            # The summary is HTML to a reader's program: the digest's words are text, so they are escaped.
            description=html.escape(entry.summary),
            pubdate=entry.published,
            updateddate=entry.updated,
        )
    written = StringIO()
    atom.write(written, "utf-8")
    return written.getvalue().encode()


def _json(feed: _Feed, entries: Sequence[_Entry], site: Site) -> bytes:
    """Return *feed* as JSON Feed 1.1: the words of a digest are plain text in it."""
    head = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _title(feed, site),
        "home_page_url": site.address + urls.public(feed.page),
        "feed_url": site.address + urls.json_feed(feed.page),
        "description": feed.about,
        "authors": [{"name": site.publisher}],
        "language": site.language,
    }
    said = "".join(f"{_dumped(key)}: {_dumped(value)},\n" for key, value in head.items())
    items = ",\n".join(map(_item, entries))
    return f'{{\n{said}"items": [\n{items}\n]\n}}\n'.encode()


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


@lru_cache(maxsize=4096)
def _item(entry: _Entry) -> str:
    """Return *entry* as JSON: it stands in the feeds of many people, places, articles and topics."""
    item: dict[str, str | list[str]] = {
        "id": entry.id,
        "url": entry.link,
        "title": entry.title,
        "content_text": entry.summary,
        "date_published": f"{entry.published.isoformat()}T00:00:00Z",
        "date_modified": f"{entry.updated.isoformat()}T00:00:00Z",
    }
    return _dumped(item | ({"tags": list(entry.tags)} if entry.tags else {}))
