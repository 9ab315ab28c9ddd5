"""Events -> charts: events and provisions by month, sanctions by kind; each with its table, its unit and its count in words.

A month that no digest tells of is no month without events: it has no bar, and a gap says so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from chronicle import urls
from chronicle.model import Event, Provision
from chronicle.pages import bars, lists, recorded, words
from chronicle.pages.bars import Picture, Slot
from chronicle.pages.lookup import Lookup
from chronicle.pages.records import Month, Ref, Shortlist

#: more months than this are drawn as years
MOST: Final = 36
#: events of a kind that its row leads to
_LINKED: Final = 12
_LINKED_BRIEF: Final = 3
_PROVISIONS: Final = ("provision cited", "provisions cited")
_MENTIONS: Final = ("mention", "mentions")
_KINDS: Final = ("kind", "kinds")
_COUNTED: Final = "A provision counts once for each event that cites it."


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row of a chart's table."""

    name: str
    #: '12'; '' where nothing was recorded
    number: str
    #: as the page links to it: '#month-2022-12', '../../editions/2022-12/index.html'; '' for nowhere
    href: str = ""
    remark: str = ""
    #: of the row itself; '' where nothing leads to it
    anchor: str = ""
    #: the events behind the number, where no list on the page shows them
    events: Shortlist | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart, its table, and what both say in words."""

    #: 'Events by month'
    title: str
    #: '229 events, December 2022 to January 2026. Most in January 2026: 122.'; or that there are none
    said: str
    #: what is counted how; '' where the title says it
    note: str
    #: headings of the table: 'Month', 'Events'
    heads: tuple[str, str]
    #: None where there is nothing to compare: the words say it all
    picture: Picture | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Charts:
    """The charts of one page."""

    events: Chart
    sanctions: Chart
    provisions: Chart


#: each event with the provisions that count
Citations = Iterable[tuple[Event, Sequence[Provision]]]


def charts_of(
    events: Sequence[Event],
    hrefs: Mapping[str, str],
    lookup: Lookup,
    *,
    about: Sequence[Event] | None = None,
    citations: Citations | None = None,
) -> Charts:
    """Return the charts of *events*; sanctions are those named in *about*, provisions those of *citations*.

    *hrefs*: month, or year, -> where its events are listed, as the page links to it. Where they are not given, *about*
    is all events, and *citations* all that these cite.
    """
    told = events if about is None else about
    cited = ((event, event.distinct_provisions) for event in told) if citations is None else citations
    return Charts(
        events=events_by_month(events, hrefs, lookup),
        sanctions=sanctions_by_kind(told, lookup),
        provisions=provisions_by_month(cited, hrefs, lookup),
    )


def charts_of_all(lookup: Lookup) -> Charts:
    """Return the charts of the whole chronicle for its front page: months lead to digests, sanctions stand in brief."""
    events, hrefs = lookup.chronicle.events, in_editions(urls.HOME, lookup)
    return replace(charts_of(events, hrefs, lookup), sanctions=sanctions_by_kind(events, lookup, brief=True))


# ---------------------------------------------------------------- by month


def events_by_month(events: Iterable[Event], hrefs: Mapping[str, str], lookup: Lookup) -> Chart:
    """Return how many of *events* stand in each month."""
    counts = Counter(map(words.month_of, events))
    return _by_month("Events", words.EVENTS, counts, hrefs, lookup)


def provisions_by_month(citations: Citations, hrefs: Mapping[str, str], lookup: Lookup) -> Chart:
    """Return how many provisions are cited in each month: each once for each event that cites it."""
    counts: Counter[str] = Counter()
    for event, provisions in citations:
        counts[words.month_of(event)] += len(provisions)
    return _by_month("Provisions cited", _PROVISIONS, +counts, hrefs, lookup)


def on_page(*listed: tuple[Month, ...]) -> dict[str, str]:
    """Return month -> link to where it stands on the page, in the page's order."""
    anchors = (month.anchor for months in listed for month in months if month.anchor)
    return {anchor.removeprefix("month-"): f"#{anchor}" for anchor in anchors}


def in_editions(page: str, lookup: Lookup) -> dict[str, str]:
    """Return month, and year, -> link from *page* to the digest of that month, to the digests of that year."""
    up = urls.root(page)
    years = {one[:4]: f"{up}{urls.EDITIONS}#{urls.year_anchor(one[:4])}" for one in lookup.editions}
    return years | {one: f"{up}{urls.edition(one)}" for one in lookup.editions}


def _by_month(
    what: str, noun: tuple[str, str], counts: Counter[str], hrefs: Mapping[str, str], lookup: Lookup
) -> Chart:
    note = _COUNTED if noun is _PROVISIONS and counts else ""
    if not counts:
        heads = ("Month", what)
        none = f"No {noun[0]} yet." if noun is words.EVENTS else "No provision is cited in these events."
        return Chart(title=f"{what} by month", said=none, note="", heads=heads, picture=None, lines=())
    span = recorded.span_of(counts, lookup.covered)
    slots, unit = tuple(_slots(recorded.by_month(span), counts, noun, hrefs)), "month"
    if len(slots) > MOST:
        slots, unit = tuple(_slots(recorded.by_year(span, lookup.covered), counts, noun, hrefs)), "year"
    return Chart(
        title=f"{what} by {unit}",
        said=_said(slots, counts.total(), noun, unit),
        note=" ".join(filter(None, (note, recorded.missing_words(span)))),
        heads=(unit.capitalize(), what),
        picture=bars.upright(slots) if len(slots) > 1 else None,
        lines=tuple(map(_line, slots)),
    )


def _slots(
    parts: Iterable[recorded.Part], counts: Mapping[str, int], noun: tuple[str, str], hrefs: Mapping[str, str]
) -> Iterator[Slot]:
    for name, short, months in parts:
        if not months:
            yield Slot(name=name, short="", number=0, said=f"{name}: no digest here", gap=True)
            continue
        number = sum(counts.get(month, 0) for month in months)
        whole = len(months) == 12 or name != months[0][:4]
        yield Slot(
            name=name,
            short=short,
            number=number,
            said=f"{name}: {words.count(number, noun)}",
            href=_href(months, hrefs) if number else "",
            remark="" if whole else f"{words.count(len(months), recorded.MONTHS)} recorded",
        )


def _href(months: tuple[str, ...], hrefs: Mapping[str, str]) -> str:
    """Return where a month's, or a year's, events are listed: of a year, what comes first on the page."""
    year = months[0][:4]
    if len(months) == 1 and months[0] in hrefs:
        return hrefs[months[0]]
    return hrefs.get(year) or next((hrefs[one] for one in hrefs if one in months), "")


def _line(slot: Slot) -> Line:
    if slot.gap:
        return Line(name=slot.name, number="", remark="no digest here")
    return Line(name=slot.name, number=f"{slot.number:,}", href=slot.href, remark=slot.remark)


def _said(slots: Sequence[Slot], total: int, noun: tuple[str, str], unit: str) -> str:
    """Return '5 events, May 2021 to June 2021. Most in May 2021: 4.'; the span is that of the bars."""
    said = words.count(total, noun)
    if len(slots) == 1:
        return f"{said}, all in {slots[0].name}." if total > 1 else f"{said}, in {slots[0].name}."
    most = max(slots, key=lambda slot: slot.number)
    alone = sum(slot.number == most.number for slot in slots) == 1
    tail = f"Most in {most.name}: {most.number:,}." if alone else f"At most {most.number:,} in one {unit}."
    return f"{said}, {slots[0].name} to {slots[-1].name}. {tail}"


# ---------------------------------------------------------------- by kind


def sanctions_by_kind(events: Sequence[Event], lookup: Lookup, *, brief: bool = False) -> Chart:
    """Return how often each kind of sanction is named in *events*, and in which; *brief*: without terms and sums."""
    naming: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for sanction in event.sanctions:
            naming[sanction.kind].append(event)
    # In the order of `sanctions_named`.
    kinds = sorted(naming, key=lambda kind: (-len(naming[kind]), kind))
    named = zip(kinds, lists.sanctions_named(events, lookup), strict=True)
    most = _LINKED_BRIEF if brief else _LINKED
    lines = tuple(_kind(kind, ref, naming[kind], lookup, most) for kind, ref in named)
    slots = [_lying(line, len(naming[kind])) for kind, line in zip(kinds, lines, strict=True)]
    return Chart(
        title="Sanctions by kind",
        said=_kinds_said(slots),
        note="",
        heads=("Kind", "Mentions"),
        picture=bars.lying(slots) if len(slots) > 1 else None,
        lines=tuple(replace(line, remark="") for line in lines) if brief else lines,
    )


def _kind(kind: str, ref: Ref, naming: Sequence[Event], lookup: Lookup, most: int) -> Line:
    """Return the row of a kind; *naming* are the events, each as often as it names one."""
    latest = sorted({event.id for event in naming}, key=lambda one: -lookup.order[one])
    rows = (lookup.rows[one] for one in latest)
    return Line(
        name=ref.label,
        number=f"{len(naming):,}",
        remark=ref.remark,
        anchor=f"sanction-{kind.replace('_', '-')}",
        events=lists.shortlist((Ref(label=row.id, href=row.href) for row in rows), words.EVENTS, most),
    )


def _lying(line: Line, number: int) -> Slot:
    said = f"{line.name}: {words.count(number, _MENTIONS)}"
    return Slot(name=line.name, short="", number=number, said=said, href=f"#{line.anchor}")


def _kinds_said(slots: Sequence[Slot]) -> str:
    """Return '6 mentions of 2 kinds.'."""
    if not slots:
        return "No sanction is named in these events."
    total = sum(slot.number for slot in slots)
    return f"{words.count(total, _MENTIONS)} of {words.count(len(slots), _KINDS)}."
