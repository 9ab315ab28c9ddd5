"""Chronicle -> the search page: an empty frame that a script fills, and the indexes for those without it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from chronicle import urls
from chronicle.pages import words
from chronicle.pages.records import Page, Ref

if TYPE_CHECKING:
    from chronicle.pages.lookup import Lookup

#: what finds the same without the search: the index, and what it lists
_WAYS: Final = (
    Ref(label="People", href=urls.PEOPLE, remark="by surname, with every printed spelling on the person’s page"),
    Ref(label="Places", href=urls.PLACES, remark="by region and abroad"),
    Ref(label="Statutes", href=urls.STATUTES, remark="by code and article"),
    Ref(label="Topics", href=urls.TOPICS, remark="what events are about"),
    Ref(label="Cases", href=urls.CASES, remark="stories that run through many events"),
    Ref(label="Sources", href=urls.SOURCES, remark="who published what the digests cite"),
    Ref(label="Editions", href=urls.EDITIONS, remark="each digest in full on one page, to search with the browser itself"),
    Ref(label="Data", href=urls.DATA, remark="all records as files"),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage(Page):
    """Where everything is looked for."""

    template: ClassVar[str] = "search.html"
    search_box: ClassVar[bool] = False

    #: '229 events'
    count: str
    ways: tuple[Ref, ...]


def search_page(lookup: Lookup) -> SearchPage:
    """Return the search page."""
    return SearchPage(
        path=urls.SEARCH,
        title="Search",
        description="Search the chronicle for people, places, articles of law, topics, cases, outlets and words.",
        count=words.count(len(lookup.chronicle.events), words.EVENTS),
        ways=_WAYS,
        scripts=urls.SEARCH_SCRIPTS,
        styles=(urls.SEARCH_STYLE,),
    )
