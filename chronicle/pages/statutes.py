"""Codes and articles -> their pages. Only subjects of events stand there, under words that say just that."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from chronicle import urls
from chronicle.pages import charts, lists, words
from chronicle.pages.charts import Charts
from chronicle.pages.facets import Facet, facets, scripts, styles
from chronicle.pages.lines import title_from
from chronicle.pages.lookup import Lookup
from chronicle.pages.records import Fact, Group, Month, Page, Ref, Shortlist

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from chronicle.model import Article, Code, Event

Provisions = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleLine:
    """An article in a list of articles."""

    ref: Ref
    #: None: not recorded
    title: str | None
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeLine:
    """A code in the list of codes, with its articles."""

    ref: Ref
    #: 'No. 12-V of 3 July 2014'; '' where neither is recorded
    official: str
    count: str
    articles: tuple[ArticleLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatutesPage(Page):
    """All codes, with the articles cited."""

    template: ClassVar[str] = "statutes.html"

    count: str
    codes: tuple[CodeLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodePage(Page):
    """One code of law."""

    template: ClassVar[str] = "code.html"

    facts: tuple[Fact, ...]
    note: str
    count: str
    articles: tuple[ArticleLine, ...]
    charts: Charts
    #: the events that cite it by month, newest first: no more than the way to each
    months: tuple[Group, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part or point of an article, with the events that cite it."""

    name: str
    #: 'part-4-point-2'
    anchor: str
    count: str
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage(Page):
    """One article of a code."""

    template: ClassVar[str] = "article.html"

    code: Ref
    heading: str | None
    heading_from: str
    count: str
    span: str
    sections: tuple[Section, ...]
    #: what a long list can be narrowed by; empty for a short one
    facets: tuple[Facet, ...]
    #: links to the sections, where there are several
    parts: tuple[Ref, ...]
    subjects: Shortlist
    charts: Charts
    places: Shortlist


def statutes_page(lookup: Lookup) -> StatutesPage:
    """Return the list of codes."""
    codes = lookup.chronicle.codes
    return StatutesPage(
        path=urls.STATUTES,
        title="Statutes",
        description="Every article of law that the digests cite, by code.",
        count=words.count(sum(len(code.articles) for code in codes), words.ARTICLES),
        codes=tuple(
            CodeLine(
                ref=_code_ref(code), official=_official(code), count=_cited(code), articles=_articles(code)
            )
            for code in codes
        ),
    )


def code_pages(lookup: Lookup) -> Iterator[CodePage]:
    """Yield the page of every code."""
    return (code_page(code, lookup) for code in lookup.chronicle.codes)


def code_page(code: Code, lookup: Lookup) -> CodePage:
    """Return the page of *code*."""
    adopted = words.day(code.adopted) if code.adopted else ""
    facts = {"Short form on this site": code.id, "Official number": code.number, "Adopted": adopted}
    citations = [citation for article in code.articles for citation in article.citations]
    events = tuple({event.id: event for event, _ in citations}.values())
    months = _ways(events, lookup)
    hrefs = {month.anchor.removeprefix("month-"): f"#{month.anchor}" for month in months}
    return CodePage(
        path=urls.code(code.slug),
        title=code.name,
        description=f"{code.name}: {_cited(code)}.",
        trail=(Ref(label="Statutes", href=urls.STATUTES),),
        feeds=(Ref(label=f"Events that cite the {code.name}", href=urls.feed(urls.code(code.slug))),),
        facts=tuple(
            Fact(name=name, values=(Ref(label=value or "not recorded"),)) for name, value in facts.items()
        ),
        note=words.curly(code.note),
        count=_cited(code),
        articles=_articles(code),
        charts=charts.charts_of(events, hrefs, lookup, citations=citations),
        months=months,
    )


def _ways(events: Iterable[Event], lookup: Lookup) -> tuple[Group, ...]:
    return tuple(
        Group(
            name=month.name,
            anchor=month.anchor,
            remark=month.count,
            items=tuple(Ref(label=entry.row.id, href=entry.row.href) for entry in month.entries),
        )
        for month in lists.months(events, lookup)
    )


def article_pages(lookup: Lookup) -> Iterator[ArticlePage]:
    """Yield the page of every article cited."""
    for code in lookup.chronicle.codes:
        for article in code.articles:
            yield article_page(article, code, lookup)


def article_page(article: Article, code: Code, lookup: Lookup) -> ArticlePage:
    """Return the page of *article*, which belongs to *code*."""
    path = urls.article(article.id)
    events = tuple(event for event, _ in article.citations)
    count = lists.events_words(len(events))
    name = f"Article {article.number}, {code.name}"
    found = facets(events, lookup.labels)
    sections = tuple(_anchored(_sections(article, lookup, narrowed=bool(found))))
    hrefs = charts.on_page(*(one.months for one in sections))
    parts = tuple(Ref(label=one.name, href=f"#{one.anchor}", remark=one.count) for one in sections)
    return ArticlePage(
        path=path,
        title=name,
        description=f"{name}: cited in {count}.",
        trail=(Ref(label="Statutes", href=urls.STATUTES), _code_ref(code)),
        feeds=(Ref(label=f"Events that cite {name}", href=urls.feed(path)),),
        code=_code_ref(code),
        heading=article.title,
        heading_from=title_from(article.title_from if article.title else None),
        count=count,
        span=lists.span_words(events),
        sections=sections,
        facets=found,
        scripts=scripts(found),
        styles=styles(found),
        parts=parts if len(parts) > 1 else (),
        subjects=lists.subjects_named(events, lookup),
        charts=charts.charts_of(events, hrefs, lookup, citations=article.citations),
        places=lists.places_named(events, lookup),
    )


def _sections(article: Article, lookup: Lookup, *, narrowed: bool) -> Iterator[Section]:
    """Yield the article as a whole, then its parts and points in order: an event stands under each it cites."""
    cited: dict[Provisions, list[Event]] = {}
    for event, provisions in article.citations:
        for key in {(one.part, one.point) for one in provisions}:
            cited.setdefault(key, []).append(event)
    alone = set(cited) == {(None, None)}
    for (part, point), events in sorted(cited.items(), key=lambda one: _numbers(one[0])):
        name = words.part_words(part, point)
        yield Section(
            name=name.capitalize() or ("Events" if alone else "Cited without a part"),
            anchor=urls.part_anchor(part, point) or "whole",
            count=lists.events_words(len(events)),
            months=lists.months(events, lookup, narrowed=narrowed),
        )


def _anchored(sections: Iterable[Section]) -> Iterator[Section]:
    """Yield *sections*; a month that stands in several has its anchor in the first."""
    every = tuple(sections)
    listed = lists.first_anchors(*(section.months for section in every))
    for section, months in zip(every, listed, strict=True):
        yield replace(section, months=months)


def _numbers(key: Provisions) -> tuple[tuple[int, str], ...]:
    """Sort '2' before '10', and what is no number after them."""
    return tuple((len(one), one) if one is not None else (0, "") for one in key)


def _code_ref(code: Code) -> Ref:
    return Ref(label=code.name, href=urls.code(code.slug), remark=code.id)


def _official(code: Code) -> str:
    adopted = words.day(code.adopted) if code.adopted else ""
    if not code.number:
        return f"Adopted {adopted}" if adopted else ""
    return f"No. {code.number}" + (f" of {adopted}" if adopted else "")


def _cited(code: Code) -> str:
    events = {event.id for article in code.articles for event, _ in article.citations}
    return f"{words.count(len(code.articles), words.ARTICLES)} cited in {lists.events_words(len(events))}"


def _articles(code: Code) -> tuple[ArticleLine, ...]:
    return tuple(
        ArticleLine(
            ref=Ref(label=f"Article {article.number}", href=urls.article(article.id)),
            title=article.title,
            count=lists.events_words(len(article.citations)),
        )
        for article in code.articles
    )
