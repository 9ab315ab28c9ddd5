"""Topics -> their list, and a page for each of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from chronicle import urls
from chronicle.pages import charts, lists, words
from chronicle.pages.charts import Charts
from chronicle.pages.facets import Facet, facets, scripts, styles
from chronicle.pages.lookup import Lookup
from chronicle.pages.records import Month, Page, Ref, Shortlist

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chronicle.model import Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicLine:
    """A topic in the list of topics."""

    ref: Ref
    about: str
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicsPage(Page):
    """All topics."""

    template: ClassVar[str] = "topics.html"

    count: str
    topics: tuple[TopicLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicPage(Page):
    """One topic."""

    template: ClassVar[str] = "topic.html"

    about: str
    count: str
    span: str
    months: tuple[Month, ...]
    jumps: tuple[Ref, ...]
    charts: Charts
    #: what a long list can be narrowed by; empty for a short one
    facets: tuple[Facet, ...]
    places: Shortlist
    articles: Shortlist
    people: Shortlist


def topics_page(lookup: Lookup) -> TopicsPage:
    """Return the list of topics, by name."""
    topics = lookup.chronicle.topics
    return TopicsPage(
        path=urls.TOPICS,
        title="Topics",
        description="What the events are about: every topic with the number of its events.",
        count=words.count(len(topics), ("topic", "topics")),
        topics=tuple(
            TopicLine(
                ref=Ref(label=one.name, href=urls.topic(one.id)),
                about=words.curly(one.about),
                count=lists.events_words(len(one.events)),
            )
            for one in sorted(topics, key=lambda one: (one.name, one.id))
        ),
    )


def topic_pages(lookup: Lookup) -> Iterator[TopicPage]:
    """Yield the page of every topic."""
    return (topic_page(topic, lookup) for topic in lookup.chronicle.topics)


def topic_page(topic: Topic, lookup: Lookup) -> TopicPage:
    """Return the page of *topic*."""
    path = urls.topic(topic.id)
    found = facets(topic.events, lookup.labels)
    months = lists.months(topic.events, lookup, narrowed=bool(found))
    count = lists.events_words(len(topic.events))
    return TopicPage(
        path=path,
        title=topic.name,
        description=f"{topic.name} in the chronicle: {count}.",
        trail=(Ref(label="Topics", href=urls.TOPICS),),
        feeds=(Ref(label=f"Events on {topic.name}", href=urls.feed(path)),),
        about=words.curly(topic.about),
        count=count,
        span=lists.span_words(topic.events),
        months=months,
        jumps=lists.jumps(months),
        charts=charts.charts_of(topic.events, charts.on_page(months), lookup),
        facets=found,
        scripts=scripts(found),
        styles=styles(found),
        places=lists.places_named(topic.events, lookup),
        articles=lists.articles_named(topic.events, lookup),
        people=lists.subjects_named(topic.events, lookup),
    )
