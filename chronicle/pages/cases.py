"""Cases -> their list, and a page for each of them: stories that run through many events, as an editor put them together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from chronicle import urls
from chronicle.annotate import prose
from chronicle.pages import charts, lists, words
from chronicle.pages.charts import Charts
from chronicle.pages.facets import Facet, facets, scripts, styles
from chronicle.pages.lookup import Lookup, case_ref, person_ref
from chronicle.pages.records import Month, Page, Ref, Shortlist

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from chronicle.model import Case, Site

#: with fewer events than this there is nothing to draw
DRAWN: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLine:
    """A case in the list of cases."""

    ref: Ref
    #: its people, as words: 'Jane Doe and John Doe'
    people: str
    #: 'December 2022 to January 2026'
    span: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CasesPage(Page):
    """All cases."""

    template: ClassVar[str] = "cases.html"

    count: str
    cases: tuple[CaseLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePage(Page):
    """One case."""

    template: ClassVar[str] = "case.html"

    #: an editor's words
    about: Markup
    count: str
    span: str
    #: oldest first: a timeline
    months: tuple[Month, ...]
    jumps: tuple[Ref, ...]
    #: what a long list can be narrowed by; empty for a short one
    facets: tuple[Facet, ...]
    #: those whose case it is and who have a page: in how many of its events each is named
    people: tuple[Ref, ...]
    places: Shortlist
    articles: Shortlist
    #: None where there are too few events
    charts: Charts | None


def cases_page(lookup: Lookup) -> CasesPage:
    """Return the list of cases, by title."""
    cases = lookup.chronicle.cases
    return CasesPage(
        path=urls.CASES,
        title="Cases",
        description="Stories that run through many events: every case with the number of its events.",
        count=words.count(len(cases), words.CASES),
        cases=tuple(_line(one, lookup) for one in sorted(cases, key=lambda one: (one.title, one.id))),
    )


def _line(case: Case, lookup: Lookup) -> CaseLine:
    names = [lookup.people[id_].name for id_ in case.people]
    return CaseLine(ref=case_ref(case), people=words.joined(names), span=lists.span_words(case.events))


def case_pages(lookup: Lookup, site: Site) -> Iterator[CasePage]:
    """Yield the page of every case."""
    return (case_page(case, lookup, site) for case in lookup.chronicle.cases)


def case_page(case: Case, lookup: Lookup, site: Site) -> CasePage:
    """Return the page of *case*; search engines are asked not to list it where it is that of somebody whose page they are not to."""
    path = urls.case(case.id)
    found = facets(case.events, lookup.labels)
    months = lists.told(case.events, lookup, narrowed=bool(found))
    count = lists.events_words(len(case.events))
    drawn = len(case.events) >= DRAWN
    return CasePage(
        path=path,
        noindex=site.keeps_case_from_search(case, lookup.people),
        title=case.title,
        description=f"{words.sentence(case.title)} {count} in the chronicle.",
        trail=(Ref(label="Cases", href=urls.CASES),),
        feeds=(Ref(label=f"Events of the case: {case.title}", href=urls.feed(path)),),
        about=prose(case.about, urls.root(path)),
        count=count,
        span=lists.span_words(case.events),
        months=months,
        jumps=lists.jumps(months),
        facets=found,
        scripts=scripts(found),
        styles=styles(found),
        people=tuple(_people(case, lookup)),
        places=lists.places_named(case.events, lookup),
        articles=lists.articles_named(case.events, lookup),
        charts=charts.charts_of(case.events, charts.on_page(months), lookup) if drawn else None,
    )


def _people(case: Case, lookup: Lookup) -> Iterator[Ref]:
    here = {event.id for event in case.events}
    for id_ in case.people:
        person = lookup.people[id_]
        named = sum(event.id in here for event, _ in person.appearances)
        yield person_ref(person, f"named in {named:,} of {lists.events_words(len(here))}")
