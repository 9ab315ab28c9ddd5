"""One entry's text in, the event and everything odd in it out. Calls the extractors, in order.

The extractors do not know of each other: what one has found (the dateline, the note markers, the provisions)
is blanked before the next one reads, so that offsets stay true.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import starmap
from typing import Final

from chronicle.addresses import copy_in, domains, host_of, is_fragile, safe_url, strip_traces
from chronicle.authority import KnownCorrection
from chronicle.dates import find_opening_date, meant_date
from chronicle.findings import yaml_text
from chronicle.gazetteer import Gazetteer, read_name
from chronicle.grammar import Grammar
from chronicle.lexicon.oddities import BODIES
from chronicle.model import Copy, Event, Note, NoteMarker, PlaceMention, PrintedDate, Span
from chronicle.oddities import find_oddities
from chronicle.people import find_people
from chronicle.places import find_mentions, read_dateline
from chronicle.sanctions import distinct_sanctions, find_sanctions
from chronicle.statutes import find_provisions, find_unknown_codes, find_unread_articles
from chronicle.text import blank, level
from chronicle.topics import find_topics
from chronicle.unlisted import code_lines, place_lines
from chronicle.variants import find_variants

_DISTRICT: Final = re.compile(
    rf"""
    (?: [Tt]he\ )? (?P<district> [^\W\d_a-z][\w'-]+ (?:\ [^\W\d_a-z][\w'-]+)? \ [Dd]istrict )   # Bostandyk District
    (?: \ [A-Z][a-z]+ ){{0,2}} \ (?i:{"|".join(BODIES)}) \b                           # Civil Court
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something odd, with its place in an event's text."""

    code: str
    message: str
    at: Span
    #: where to write, then the lines that would settle it
    paste: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What every entry of a digest shares."""

    #: the edition: '2022-12'
    edition: str
    first: dt.date
    last: dt.date
    grammar: Grammar
    #: words that the digest prints in lower case
    vocabulary: frozenset[str]
    #: address of each note's source, as printed or supplied, by number
    sources: Mapping[int, str]
    #: its archived copy, where the sidecar has one
    copies: Mapping[int, Copy]
    corrections: tuple[KnownCorrection, ...]

    @property
    def printed_year(self) -> int | None:
        """The year that the sidecar declares misprinted throughout; None where there is none."""
        years = [c.printed for c in self.corrections if c.entry == "all" and c.field == "year"]
        return int(years[0]) if years and years[0].isascii() and years[0].isdigit() else None

    def of(self, label: str) -> tuple[KnownCorrection, ...]:
        """Return the corrections of one entry."""
        return tuple(c for c in self.corrections if c.entry in (label, "all"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One entry of a digest, not yet read."""

    text: str
    label: str
    #: 1-based position in the digest
    ordinal: int
    #: where the text begins in the digest, in characters, and on which line, 1-based
    start: int
    line: int
    markers: tuple[NoteMarker, ...]


def read_entry(passage: Passage, setting: Setting) -> tuple[Event, tuple[Oddity, ...]]:
    """Return the event that *passage* tells, and what is odd in it; of the corrections only the year's is heeded."""
    printed = find_opening_date(passage.text, setting.grammar.places.knows)
    assert printed is not None, "an entry begins with a date: that is what makes it one"
    date, remarks = meant_date(printed, setting.first, setting.last, setting.printed_year)
    event = Event(
        edition=setting.edition,
        label=passage.label,
        ordinal=passage.ordinal,
        text=passage.text,
        start=passage.start,
        line=passage.line,
        printed_date=printed,
        date=date,
        notes=tuple(_note(marker, setting) for marker in passage.markers),
    )
    event, odd = _with_mentions(event, printed, setting)
    return event, (*(Oddity(code, message, printed.at) for code, message in remarks), *odd)


def _with_mentions(event: Event, printed: PrintedDate, setting: Setting) -> tuple[Event, tuple[Oddity, ...]]:
    """Return *event* with everything that its words name, and what is odd in them."""
    grammar = setting.grammar
    dateline = read_dateline(event.text, printed, grammar.places)
    plain = blank(event.text, [note.at for note in event.notes])
    running = blank(plain, [Span(0, dateline.end)])
    provisions = find_provisions(running, grammar.codes)
    sanctions = distinct_sanctions(find_sanctions(running, grammar.money))
    named = blank(running, [provision.at for provision in provisions])
    year = (event.date or setting.first).year
    people = find_people(named, dateline.end, grammar.names, setting.vocabulary, year)
    event = replace(
        event,
        body=dateline.end,
        dateline=dateline.places,
        mentions=find_mentions(running, dateline.end, grammar.places, dateline),
        people=people.participants,
        provisions=provisions,
        sanctions=sanctions,
        topics=find_topics(running, grammar.topics, provisions, sanctions, setting.last),
    )
    return event, (
        *_places(event, dateline.findings, grammar.places),
        *_contradictions(level(running), event, grammar.places),
        *starmap(Oddity, people.doubts),
        *_minors(event),
        *_unknown_codes(running, event, grammar),
        *starmap(Oddity, find_oddities(event.text, [note.at for note in event.notes])),
        *starmap(Oddity, find_variants(event.text, event.people)),
    )


def _note(marker: NoteMarker, setting: Setting) -> Note:
    printed = setting.sources.get(marker.number)
    if printed is None:
        return Note(number=marker.number, at=marker.at)
    url = strip_traces(printed)
    host = host_of(url)
    outlet = _listed(host, setting.grammar.outlets)
    return Note(
        number=marker.number,
        at=marker.at,
        url=url,
        outlet=outlet or host,
        safe=safe_url(url),
        fragile=outlet in setting.grammar.fragile if outlet else host is not None and is_fragile(host),
        copy=setting.copies.get(marker.number) or copy_in(url),
    )


def _listed(host: str | None, outlets: Mapping[str, str]) -> str | None:
    """Return the outlet of *host*: listed itself, or by the domain it belongs to; None where it is not listed."""
    return next((outlets[one] for one in domains(host or "") if one in outlets), None)


# ---------------------------------------------------------------- what is odd


def _places(event: Event, odd: Iterable[tuple[str, str, Span]], known: Gazetteer) -> Iterator[Oddity]:
    """Yield what is *odd* about the dateline's places, and the other places that are not listed, with their lines."""
    everywhere = (*event.dateline, *event.mentions)
    for code, message, at in odd:
        mention = next((place for place in event.dateline if place.at == at), None)
        if code == "place-misprint" and mention and _is_guessed(mention, known):
            where = f"in seeds/authority/places.yaml, in the line of '{mention.id}'"
            yield Oddity(
                "likely-misprint", message, at, (where, f"misprints: [{yaml_text(mention.printed)}]")
            )
        elif code != "unlisted-place":
            yield Oddity(code, message, at)
    for mention in everywhere:
        if not mention.listed:
            message = f"'{mention.printed}' is not listed in places.yaml"
            yield Oddity("unlisted-place", message, mention.at, place_lines(mention, everywhere, known))


def _is_guessed(mention: PlaceMention, known: Gazetteer) -> bool:
    reading = read_name(mention.printed, known)
    return reading is None or reading.way == "unknown"


def _contradictions(flat: str, event: Event, known: Gazetteer) -> Iterator[Oddity]:
    """Yield the courts and offices of a district that lies in another region than every place of *event*."""
    here = {p.id for p in (*event.dateline, *event.mentions) if known.is_home(p.id)}
    around = {upper for place in here for upper in (place, *known.within[place])} - {known.country}
    for found in _DISTRICT.finditer(flat) if here and event.dateline and "istrict" in flat else ():
        reading = read_name(found["district"], known, here)
        if (
            reading
            and reading.place
            and around.isdisjoint({reading.place.id, *known.within[reading.place.id]} - {known.country})
        ):
            within = known.places[known.within[reading.place.id][0]].name
            message = (
                f"'{found['district']}' lies in {within}, but the dateline says '{event.dateline[0].printed}'"
            )
            yield Oddity("place-contradicts", message, Span(*found.span("district")))


def _minors(event: Event) -> Iterator[Oddity]:
    """Yield one oddity for all children that the event names."""
    children = [person for person in event.people if person.minor]
    if children:
        ages = [f"{p.age} years old" if p.age is not None else "called a child" for p in children]
        people = "somebody named is" if len(ages) == 1 else f"{len(ages)} people named are"
        seen = ages[0] if len(set(ages)) == 1 else "under 18"
        seen = seen.replace("called a child", "called children") if len(ages) > 1 else seen
        kin = [person for person in event.people if person.role == "relative" and not person.minor]
        beside = f"; a name may be told by those of relatives beside it ({len(kin)})" if kin else ""
        message = f"{people} {seen} by the text: no page and no list names a child{beside}"
        name = " ".join(str(children[0].name).split())
        lines = (
            "in seeds/authority/people.yaml, only if there is a reason to name the child",
            f"- {{name: {yaml_text(name)}, index: yes, why: …}}",
        )
        yield Oddity("minor", message, children[0].mentions[0].at, lines)


def _unknown_codes(running: str, event: Event, grammar: Grammar) -> Iterator[Oddity]:
    for span in find_unknown_codes(running, grammar.codes):
        taken = {code for _, code in grammar.codes.codes.values()}
        printed = " ".join(span.of(running).split())
        message = f"'{printed}' is not in seeds/authority/statutes.yaml: its articles have no page"
        yield Oddity("unknown-code", message, span, code_lines(printed, taken))
    for span in find_unread_articles(running, grammar.codes):
        yield Oddity(
            "unread-article", f"'{span.of(running)}' is no number of an article that is understood", span
        )
    for provision in event.distinct_provisions:
        if provision.code is None:
            message = f"Article {provision.article} stands without its code: it has no page"
            yield Oddity("no-code", message, provision.at)
