"""Events -> the lists that pages share: by month, and who and what is named in them. Every list is counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Final

from chronicle import urls
from chronicle.pages import penalties, words
from chronicle.pages.facets import NARROWED, tokens
from chronicle.pages.lookup import EXCERPT, Lookup, entry, is_hidden, person_ref, place_ref
from chronicle.pages.records import Entry, Month, Ref, Shortlist

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

    from chronicle.model import Event, Sanction

#: links in a list of what else is named
SHORT: Final = 40
_FORMS: Final = 8


def months(
    events: Iterable[Event], lookup: Lookup, *, anchors: bool = True, narrowed: bool = False
) -> tuple[Month, ...]:
    """Return *events* by month, newest first; without *anchors* where a page lists a month more than once.

    Where *narrowed*, each says what the list can be narrowed by.
    """

    def enter(event: Event) -> Entry:
        return entry(lookup.rows[event.id], facets=tokens(event, lookup.labels) if narrowed else "")

    return _months(reversed(ordered(events, lookup)), enter, anchors=anchors)


def told(events: Iterable[Event], lookup: Lookup, *, narrowed: bool = False) -> tuple[Month, ...]:
    """Return *events* by month, oldest first, each headed by its first words: one story, mostly of the same people."""

    def enter(event: Event) -> Entry:
        found = tokens(event, lookup.labels) if narrowed else ""
        return entry(lookup.rows[event.id], named=False, facets=found)

    return _months(ordered(events, lookup), enter, anchors=True)


def timeline(
    events: Sequence[Event],
    lookup: Lookup,
    remarks: Mapping[str, str],
    concerning: Container[str],
    forms: Mapping[str, tuple[str, ...]],
) -> tuple[Month, ...]:
    """Return one person's *events* by month, oldest first, each headed by its first words; *remarks* are by event id.

    Provisions and sanctions stand only in those that are *concerning* the person. Where the first words do not hold the
    name, in any of its *forms* there, the words around it follow.
    """
    narrowed = len(events) > NARROWED

    def enter(event: Event) -> Entry:
        row = lookup.rows[event.id]
        shown = row if event.id in concerning else replace(row, provisions=(), sanctions=())
        if not any(form in f"{row.lead} {row.rest}" for form in forms[event.id]):
            near = _around(words.running(event), forms[event.id], EXCERPT)
            shown = replace(shown, rest=near or row.rest)
        found = tokens(event, lookup.labels) if narrowed else ""
        return entry(shown, remarks[event.id], named=False, facets=found)

    return _months(ordered(events, lookup), enter, anchors=True)


def _around(text: str, forms: Iterable[str], length: int) -> str:
    """Return the words of *text* around the first of *forms* that stands in it, at most *length* characters; '' for none."""
    found = [at for at in (text.find(form) for form in forms) if at >= 0]
    if not found:
        return ""
    start = max(0, min(found) - length // 3)
    start = text.rfind(" ", 0, start) + 1 if start else 0
    return ("… " if start else "") + words.excerpt(text[start:], length)


def ordered(events: Iterable[Event], lookup: Lookup) -> list[Event]:
    """Sort by month, then by day, then by edition and position; what has no day comes first in its month."""
    return sorted(
        events,
        key=lambda one: (words.month_of(one), one.date.isoformat() if one.date else "", lookup.order[one.id]),
    )


def _months(ordered: Iterable[Event], enter: Callable[[Event], Entry], *, anchors: bool) -> tuple[Month, ...]:
    return tuple(
        Month(
            name=words.month(key),
            anchor=f"month-{key}" if anchors else "",
            count=words.count(len(entries), words.EVENTS),
            entries=entries,
        )
        for key, entries in (
            (key, tuple(map(enter, group))) for key, group in groupby(ordered, words.month_of)
        )
    )


def shortlist(items: Iterable[Ref], noun: tuple[str, str], limit: int = SHORT) -> Shortlist:
    """Return the first *limit* of *items*, and how many more there are."""
    every = tuple(items)
    left = len(every) - limit
    return Shortlist(items=every[:limit], more=f"{left:,} more {noun[left != 1]}" if left > 0 else "")


def people_named(events: Iterable[Event], lookup: Lookup, *, but: str = "") -> Shortlist:
    """Return the people with a page whom *events* name, those named most first."""
    identities = (
        identity for event in events for identity in {p.id for p in event.people} if identity != but
    )
    return shortlist(_ranked(identities, lookup), words.PEOPLE)


def subjects_named(events: Sequence[Event], lookup: Lookup) -> Shortlist:
    """Return whom *events* are about: those with a page, named most first, then those known by a short name.

    A short name joins nobody: it stands once for each event, and leads nowhere.
    """
    identities = (identity for event in events for identity in {p.id for p in event.subjects})
    short = (
        Ref(label=str(one.name), remark=f"in {event.id}")
        for event in events
        for one in event.subjects
        if one.id is None and not is_hidden(one)
    )
    return shortlist((*_ranked(identities, lookup), *short), ("name", "names"))


def _ranked(identities: Iterable[str | None], lookup: Lookup) -> Iterator[Ref]:
    named = Counter(one for one in identities if one and one in lookup.people)
    for one in sorted(named, key=lambda one: (-named[one], lookup.people[one].name, one)):
        yield person_ref(lookup.people[one], events_words(named[one]))


def places_named(events: Iterable[Event], lookup: Lookup) -> Shortlist:
    """Return the places with a page that *events* name, those named most first."""
    named = Counter(
        identity
        for event in events
        for identity in {place.id for place in (*event.dateline, *event.mentions)}
        if identity in lookup.places
    )
    ranked = sorted(named, key=lambda one: (-named[one], lookup.places[one].name, one))
    return shortlist(
        (place_ref(lookup.places[one], events_words(named[one])) for one in ranked), words.PLACES
    )


def articles_named(events: Iterable[Event], lookup: Lookup) -> Shortlist:
    """Return the articles with a page that *events* cite, those cited by most events first."""
    named = Counter(
        key
        for event in events
        for key in {(p.code, p.article) for p in event.provisions}
        if key in lookup.articles
    )
    ranked = sorted(named, key=lambda key: (-named[key], lookup.articles[key].id))
    return shortlist((article_ref(key, lookup, events_words(named[key])) for key in ranked), words.ARTICLES)


def article_ref(key: tuple[str | None, str], lookup: Lookup, remark: str = "") -> Ref:
    """Return an article as 'Criminal Code, Article 405'."""
    article = lookup.articles[key]
    label = f"{lookup.codes[article.code].name}, Article {article.number}"
    return Ref(label=label, href=urls.article(article.id), remark=remark)


def sanctions_named(events: Iterable[Event], lookup: Lookup) -> tuple[Ref, ...]:
    """Return the sanctions named in *events* by kind: the kind, and the terms and sums that stand there."""
    kinds: dict[str, list[Sanction]] = {}
    for event in events:
        for sanction in event.sanctions:
            kinds.setdefault(sanction.kind, []).append(sanction)
    ranked = sorted(kinds, key=lambda kind: (-len(kinds[kind]), kind))
    return tuple(Ref(label=_kind(kind), remark=_forms(kinds[kind], lookup.units)) for kind in ranked)


def _kind(kind: str) -> str:
    return penalties.SANCTIONS.get(kind, kind.replace("_", " ")).capitalize()


def _forms(sanctions: Sequence[Sanction], units: Mapping[str, tuple[str, str]]) -> str:
    """'named 3 times: 15 days, 5 days; once without a term or sum', 'named twice, each time 15 days'."""
    sizes = Counter(size for one in sanctions if (size := penalties.size(one, units)))
    ranked = sorted(sizes, key=lambda size: (-sizes[size], size))
    shown = [size + (f" ({words.times(sizes[size])})" if sizes[size] > 1 else "") for size in ranked[:_FORMS]]
    if len(ranked) > _FORMS:
        left = len(ranked) - _FORMS
        shown.append(f"and {left:,} {'others' if left > 1 else 'other'}")
    bare = len(sanctions) - sizes.total()
    said = f"named {words.times(len(sanctions))}"
    if not shown:
        return f"{said}, without a term or sum"
    if sizes[ranked[0]] == len(sanctions) > 1:
        return f"{said}, each time {ranked[0]}"
    tail = f"; {words.times(bare)} without a term or sum" if bare else ""
    return f"{said}: {', '.join(shown)}{tail}"


def jumps(listed: Sequence[Month]) -> tuple[Ref, ...]:
    """Return links to the months on the page, where they are more than two."""
    return by_month(listed) if len(listed) > 2 else ()


def by_month(listed: Iterable[Month]) -> tuple[Ref, ...]:
    """Return months as links to their place on the page, each with its count."""
    return tuple(
        Ref(label=month.name, href=month.anchor and f"#{month.anchor}", remark=month.count)
        for month in listed
    )


def first_anchors(*listed: tuple[Month, ...]) -> tuple[tuple[Month, ...], ...]:
    """Return lists of months that stand on one page, so that only the first listing of a month has an anchor."""
    seen: set[str] = set()
    found = []
    for months_ in listed:
        found.append(tuple(replace(month, anchor="") if month.anchor in seen else month for month in months_))
        seen |= {month.anchor for month in months_}
    return tuple(found)


def events_words(number: int) -> str:
    """3 -> '3 events'."""
    return words.count(number, words.EVENTS)


def span_words(events: Sequence[Event]) -> str:
    """Return 'December 2022', or 'December 2022 to January 2026'; '' for no event."""
    keys = sorted(words.month_of(event) for event in events)
    if not keys:
        return ""
    return (
        words.month(keys[0]) if keys[0] == keys[-1] else f"{words.month(keys[0])} to {words.month(keys[-1])}"
    )


def kind_beside(kind: str, name: str) -> str:
    """Return the kind of a place as it is said beside its name; '' where the name says it: 'West Region'."""
    said = words.KINDS.get(kind, kind)
    return "" if said in name.casefold().split() else said
