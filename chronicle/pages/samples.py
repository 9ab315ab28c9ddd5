"""Numbers in, invented content for the page of components out: the usual, the longest, nothing, many."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from chronicle import urls
from chronicle.pages import bars
from chronicle.pages.bars import Slot
from chronicle.pages.charts import Chart, Line
from chronicle.pages.cited import Citation
from chronicle.pages.facets import Facet, Value
from chronicle.pages.lines import CorrectionLine, SourceLine
from chronicle.pages.records import Entry, Fact, Feed, Month, Ref, Row, Shortlist, Tag
from chronicle.pages.statutes import ArticleLine
from chronicle.pages.tilemap import Shade, Square, TileMap
from chronicle.pages.tombstones import TombstonePage

if TYPE_CHECKING:
    from collections.abc import Iterator

#: 120 letters without a space
LONG: Final = "Nobody" * 20
MANY: Final = 500
_EACH: Final = 50
_HERE: Final = urls.COMPONENTS
# ---------------------------------------------------------------- events


def event(number: int) -> str:
    """Return where the sample *number* of an event leads."""
    return f"{_HERE}#sample-{number}"


def rows() -> Iterator[Entry]:
    """Yield a usual event, one of long names, one of nothing."""
    tags = (Tag(words="0(1)", code="CN", name="Code of Nothing"), Tag(words="Article 0"))
    full = _row(MANY + 1, provisions=tags, sanctions=("0 days of nothing",), topics=("Nothing",))
    yield Entry(
        row=full, headline="Nobody Nil: nothing", excerpt="Nothing happened, and …", remark="a witness"
    )
    yield Entry(row=_row(MANY + 2, place=LONG, topics=(LONG,)), headline=LONG, excerpt=LONG, remark=LONG)
    yield Entry(
        row=_row(MANY + 3, iso="", day="not understood", place=""), headline="No place, no day", excerpt=""
    )


def _row(  # noqa: PLR0913  everything that differs between samples
    number: int,
    *,
    iso: str = "1900-01-01",
    day: str = "1 January 1900",
    place: str = "Nowhere",
    provisions: tuple[Tag, ...] = (),
    sanctions: tuple[str, ...] = (),
    topics: tuple[str, ...] = (),
) -> Row:
    return Row(
        id=f"0000-00.{number}",
        href=event(number),
        title=f"Sample {number}",
        iso=iso,
        day=day,
        place=place,
        subjects="",
        lead="",
        rest="",
        excerpt="",
        provisions=provisions,
        sanctions=sanctions,
        topics=topics,
    )


def months() -> Iterator[Month]:
    """Yield many events by month."""
    for first in range(1, MANY, _EACH):
        entries = (
            Entry(
                row=_row(n),
                headline=f"Nothing, time {n}",
                excerpt="",
                facets=f"place:{'nowhere' if n % 2 else 'elsewhere'} year:1900",
            )
            for n in range(first, first + _EACH)
        )
        number = first // _EACH + 1
        yield Month(
            name=f"Month {number}",
            anchor=f"month-{number}",
            count=f"{_EACH} events",
            entries=tuple(entries),
        )


FACETS: Final = (
    Facet(
        key="place",
        name="Place",
        values=(
            Value(id="elsewhere", label="Elsewhere", count=MANY // 2),
            Value(id="nowhere", label=LONG, count=MANY // 2),
        ),
    ),
    Facet(key="year", name="Year", values=(Value(id="1900", label="1900", count=MANY),)),
)
REFS: Final = (
    Ref(label="Nobody Nil", href=_HERE, remark="1 event"),
    Ref(label=LONG, href=_HERE, remark=f"{MANY} events"),
    Ref(label="A name that leads nowhere"),
)
FACTS: Final = (
    Fact(name="Name", values=REFS[:1]),
    Fact(name="Also printed", values=REFS[1:]),
)


# ---------------------------------------------------------------- charts and map


def charts() -> Iterator[Chart]:
    """Yield charts by month: a few, many, a single one, none."""
    yield _chart("A few months", (2, 5, None, 1))
    yield _chart("Many years", (*range(1, 30), MANY))
    none = ("Month", "Events")
    yield Chart(
        title="A single month",
        said="1 event, in Month 1.",
        note="",
        heads=none,
        picture=None,
        lines=_lines((1,)),
    )
    yield Chart(title="Nothing", said="No event yet.", note="", heads=none, picture=None, lines=())  # fmt: skip


def _chart(title: str, numbers: tuple[int | None, ...]) -> Chart:
    slots = tuple(
        Slot(
            name=f"Month {n}",
            short=f"M {n}",
            number=number or 0,
            said=f"Month {n}: {'no digest here' if number is None else number}",
            href="" if number is None else "#month-1",
            gap=number is None,
        )
        for n, number in enumerate(numbers, 1)
    )
    said = f"{sum(filter(None, numbers))} events."
    return Chart(title=title, said=said, note="", heads=("Month", "Events"), picture=bars.upright(slots), lines=_lines(numbers))  # fmt: skip


def _lines(numbers: tuple[int | None, ...]) -> tuple[Line, ...]:
    return tuple(
        Line(name=f"Month {n}", number="", remark="no digest here")
        if number is None
        else Line(name=f"Month {n}", number=str(number), href="#month-1")
        for n, number in enumerate(numbers, 1)
    )


def kinds() -> Chart:
    """Return a chart by kind."""
    named = (("Nothing at all", MANY, "0 days"), ("As long as the name of a kind is", 1, ""))
    lines = tuple(
        Line(
            name=name,
            number=str(number),
            remark=remark,
            anchor=f"sanction-{n}",
            events=Shortlist(
                items=(Ref(label=f"0000-00.{n}", href=event(n)),),
                more=f"{number - 1} more events" if number > 1 else "",
            ),
        )
        for n, (name, number, remark) in enumerate(named, 1)
    )
    slots = [
        Slot(name=line.name, short="", number=int(line.number), said=line.name, href=f"#{line.anchor}")
        for line in lines
    ]
    return Chart(title="By kind", said=f"{MANY + 1} mentions of 2 kinds.", note="", heads=("Kind", "Mentions"), picture=bars.lying(slots), lines=lines)  # fmt: skip


def tiles() -> TileMap:
    """Return a map of six tiles, one of each shade."""
    numbers = (0, 1, 3, 9, 70, MANY)
    squares = tuple(
        Square(
            id=f"t{n}",
            href=_HERE if number else "",
            said=f"Tile {n}: {number} events",
            short=f"T{n}",
            number=str(number),
            shade=n,
            x=60 * (n % 3),
            y=60 * (n // 3),
            here=n == 3,
        )
        for n, number in enumerate(numbers)
    )
    return TileMap(
        width=176,
        height=116,
        side=56,
        squares=squares,
        key=tuple(Shade(shade=n, words=str(number)) for n, number in enumerate(numbers)),
        lines=tuple(
            Ref(label=f"Tile {n}", href=one.href, remark=one.number) for n, one in enumerate(squares)
        ),
        beside=(Ref(label="No place", remark="2 events"),),
        abroad=(Ref(label=LONG, href=_HERE, remark="1 event"),),
        abroad_count="1 event",
        where="Nowhere lies in the tile T3, with the thick border.",
    )


# ---------------------------------------------------------------- sources, corrections, citations

ARTICLES: Final = (
    ArticleLine(ref=Ref(label="0", href=_HERE), title="Doing nothing", count="1 event"),
    ArticleLine(ref=Ref(label="1", href=_HERE), title=LONG, count=f"{MANY} events"),
    ArticleLine(ref=Ref(label="2", href=_HERE), title=None, count="1 event"),
)
SOURCES: Final = (
    SourceLine(number=1, anchor="note-1", outlet="Nothing Daily", url="https://nothing.example/1", href="https://nothing.example/1", copy="https://archive.example/1", copy_words="archived copy of 1 January 1900", seen="1900-01-01", fragile=True),
    SourceLine(number=2, anchor="note-2", outlet=LONG, url=f"https://nothing.example/{LONG}", href="", fault="the address is not one of the public web"),
    SourceLine(number=3, anchor="note-3", outlet="", url="", href=""),
)  # fmt: skip
_CORRECTED: Final = CorrectionLine(
    anchor="correction-1", field="date", sides=("printed", "meant"), printed="day 1", meant="day 2", remark="",
    reason="The source says so.", day="1 January 1900", iso="1900-01-01", noticed="a reader",
)  # fmt: skip
CORRECTIONS: Final = (
    _CORRECTED,
    replace(_CORRECTED, anchor="correction-2", field="person", printed=LONG, meant=LONG),
    replace(
        _CORRECTED, anchor="correction-3", printed="", meant="", remark="Nothing is known of it.", noticed=""
    ),
)
FEEDS: Final = (Feed(label="Nobody Nil", atom=urls.feed(urls.HOME), json=urls.json_feed(urls.HOME)),)
CITATION: Final = "the Publisher, Chronicle of Nothing, event 0000-00.1, as of day 1; seen on ____."
CITATIONS: Final = (
    Citation(
        name="BibTeX",
        about="for LaTeX",
        file="cite.bib",
        href=_HERE,
        text=f"@misc{{nothing,\n  title = {{{LONG}}},\n}}",
    ),
)
GONE: Final = TombstonePage(
    path=_HERE,
    title="Event 0000-00.4: merged",
    description="What became of a sample.",
    kind="Event",
    short="0000-00.4",
    fate="merged",
    state="merged",
    to="0000-00.1",
    iso="1900-01-01",
    day="1 January 1900",
    what="It told the same as another, and was merged into it.",
    reason="Told twice.",
    plain_reason="Told twice.",
    leads=(Ref(label="Sample 1", href=event(1), remark="0000-00.1"),),
    edition=Ref(label="Digest of Nothing", href=_HERE),
)
