"""Chronicle -> page records: what each kind of page shows. `all_pages` streams every page of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chronicle.pages import (
    answers,
    cases,
    components,
    corrections,
    dossiers,
    edition,
    event,
    follow,
    home,
    people,
    places,
    prose,
    search,
    sources,
    statutes,
    tombstones,
    topics,
)
from chronicle.pages.lookup import look_up

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from chronicle.authority import Score
    from chronicle.model import Chronicle, Site
    from chronicle.pages.records import Page

__all__ = ["all_pages"]


def all_pages(
    chronicle: Chronicle,
    site: Site,
    texts: Mapping[str, str],
    units: Mapping[str, tuple[str, str]],
    score: Score | None = None,
) -> Iterator[Page]:
    """Yield every page of the site but that of the data, which tells the sizes of files made later.

    *texts* are the editor's pages: id ('about') -> Markdown. *units* names the units of money, for one and for
    several: 'KZT' -> ('tenge', 'tenge'). *score* is how often the reading was right when it was measured.
    """
    lookup = look_up(chronicle, units, site.country)
    yield home.home_page(lookup, site)
    for one in chronicle.editions:
        yield from event.event_pages(one, lookup, site)
    yield edition.editions_page(lookup)
    yield from edition.edition_pages(lookup)
    yield people.people_page(lookup)
    yield from people.person_pages(lookup, site)
    yield places.places_page(lookup)
    yield from places.place_pages(lookup)
    yield statutes.statutes_page(lookup)
    yield from statutes.code_pages(lookup)
    yield from statutes.article_pages(lookup)
    yield topics.topics_page(lookup)
    yield from topics.topic_pages(lookup)
    yield cases.cases_page(lookup)
    yield from cases.case_pages(lookup, site)
    yield from tombstones.tombstone_pages(lookup)
    yield sources.sources_page(lookup)
    yield from follow.outlet_pages(lookup)
    yield follow.feeds_page(lookup, site)
    yield from dossiers.dossier_pages(lookup, site)
    yield from answers.answers_pages(lookup)
    yield corrections.corrections_page(lookup)
    yield search.search_page(lookup)
    yield from prose.prose_pages(texts, site, score)
    yield prose.not_found_page(site)
    yield components.components_page()
