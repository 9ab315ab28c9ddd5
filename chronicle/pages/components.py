"""Nothing in, the page of components out: each part that pages are made of, as it is used, with invented content."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from chronicle import urls
from chronicle.annotate import Link, annotate
from chronicle.model import WITHHELD, Span
from chronicle.pages import samples
from chronicle.pages.charts import Chart
from chronicle.pages.cited import Citation
from chronicle.pages.facets import Facet
from chronicle.pages.lines import CorrectionLine, SourceLine
from chronicle.pages.records import Entry, Fact, Feed, Month, Page, Ref, Shortlist
from chronicle.pages.samples import LONG, MANY
from chronicle.pages.statutes import ArticleLine
from chronicle.pages.tilemap import TileMap
from chronicle.pages.tombstones import TombstonePage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

_HERE: Final = urls.COMPONENTS
_TEXT: Final = (
    f"Day 1, Nowhere, Nobody Nil, Article 0 of the Code of Nothing, and {WITHHELD} did nothing[1]. {LONG}"
)
_SHOWN: Final = (("Day 1", "date", ""), ("Nowhere", "place", _HERE), ("Nobody Nil", "person", _HERE), ("Article 0", "provision", _HERE), ("[1]", "note", "#note-1"))  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ComponentsPage(Page):
    """Every component, with samples: the usual, the longest, nothing, many."""

    template: ClassVar[str] = "components.html"

    #: the samples of events, to which the rows lead
    ids: tuple[Ref, ...]
    rows: tuple[Entry, ...]
    months: tuple[Month, ...]
    facets: tuple[Facet, ...]
    facts: tuple[Fact, ...]
    refs: tuple[Ref, ...]
    short: Shortlist
    jumps: tuple[Ref, ...]
    charts: tuple[Chart, ...]
    kinds: Chart
    tiles: TileMap
    articles: tuple[ArticleLine, ...]
    sources: tuple[SourceLine, ...]
    corrections: tuple[CorrectionLine, ...]
    ways: tuple[Feed, ...]
    to_print: str
    citation: str
    citations: tuple[Citation, ...]
    gone: TombstonePage
    words: Markup


def components_page() -> ComponentsPage:
    """Return the page."""
    refs = samples.REFS
    return ComponentsPage(
        path=_HERE,
        title="Components",
        description="The parts that the pages of this site are made of, with invented content.",
        trail=(Ref(label="About", href=urls.prose("about")),),
        noindex=True,
        scripts=(*urls.FILTER_SCRIPTS, urls.COPY_SCRIPT),
        styles=(urls.SEARCH_STYLE,),
        ids=tuple(Ref(label=f"Sample {n}") for n in range(1, MANY + 4)),
        rows=tuple(samples.rows()),
        months=tuple(samples.months()),
        facets=samples.FACETS,
        facts=samples.FACTS,
        refs=refs,
        short=Shortlist(items=refs[:2], more=f"{MANY - 2} more people"),
        jumps=tuple(Ref(label=f"Month {n}", href=f"#month-{n}", remark="50 events") for n in (1, 2, 3)),
        charts=tuple(samples.charts()),
        kinds=samples.kinds(),
        tiles=samples.tiles(),
        articles=samples.ARTICLES,
        sources=samples.SOURCES,
        corrections=samples.CORRECTIONS,
        ways=samples.FEEDS,
        to_print=_HERE,
        citation=samples.CITATION,
        citations=samples.CITATIONS,
        gone=samples.GONE,
        words=annotate(_TEXT, _links(), urls.root(_HERE)),
    )


def _links() -> Iterator[Link]:
    for words, kind, href in _SHOWN:
        start = _TEXT.index(words)
        yield Link(at=Span(start, start + len(words)), href=href, kind=kind)
