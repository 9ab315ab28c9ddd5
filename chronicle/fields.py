"""An event and a correction of one of its fields, with the place of the words, in; the event so corrected out.

Or what is wrong, as a sentence. What was read in the words gets the meaning; where nothing was, it is added there.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from chronicle.authority import KnownCorrection
from chronicle.entry import Setting
from chronicle.gazetteer import Gazetteer, as_printed, read_name
from chronicle.lexicon.places import RANKS
from chronicle.meant import measure_of, name_of, nearest, provisions_of
from chronicle.model import Event, NameMention, Participant, PlaceMention, Provision, Sanction, Span
from chronicle.text import LONG_DASHES

Placed = TypeVar("Placed", PlaceMention, Provision, Sanction)

#: signs that part a dateline's places from each other and from what follows
_SIGNS: Final = f" ,.:;()\n{LONG_DASHES}"


def _date(event: Event, known: KnownCorrection, at: Sequence[Span], setting: Setting) -> Event | str:
    del at, setting
    return replace(event, date=dt.date.fromisoformat(known.meant))


def _place(event: Event, known: KnownCorrection, at: Sequence[Span], setting: Setting) -> Event | str:
    places = setting.grammar.places
    place = places.places.get(known.meant)
    if place is None:
        return f"there is no place with the id '{known.meant}' in places.yaml{nearest(known.meant, places.places)}"
    read = [one for one in (*event.dateline, *event.mentions) if touches(one.at, at)]
    if read and all(one.id == place.id for one in read):
        return event
    heads = [one.at for one in event.dateline]
    head = [one for one in event.dateline if one not in read]
    rest = [one for one in event.mentions if one not in read]
    body = event.body
    for span in _places_of([one.at for one in read], at):
        meant = PlaceMention(id=place.id, name=place.name, printed=as_printed(event.text, span), at=span)
        after = _after(event, span)
        body = max(body, after)
        (head if after or touches(span, heads) else rest).append(meant)
    named = {one.id for one in head}
    return replace(
        _without_names(event, at),
        body=body,
        dateline=_once(sorted(_in_order(head), key=lambda one: _rank(one, places))),
        mentions=_once(one for one in _in_order(rest) if one.id not in named),
    )


def _without_names(event: Event, at: Sequence[Span]) -> Event:
    """Return *event* without the names that were read in the words *at*: they are a place's."""
    people = []
    for one in event.people:
        mentions = tuple(mention for mention in one.mentions if not _lies_in(mention.at, at))
        if mentions:
            people.append(replace(one, mentions=mentions))
    return replace(event, people=tuple(people))


def _after(event: Event, span: Span) -> int:
    """Return where the running text begins if the words at *span* go on the dateline; 0 where they do not."""
    end = span.end + len(event.text[span.end :]) - len(event.text[span.end :].lstrip(_SIGNS))
    goes_on = span.start >= event.body and not event.text[event.body : span.start].strip(_SIGNS)
    return end if goes_on and event.text[span.end : end].strip() else 0


def _once(mentions: Iterable[PlaceMention]) -> tuple[PlaceMention, ...]:
    first: dict[str, PlaceMention] = {}
    for one in mentions:
        first.setdefault(one.id, one)
    return tuple(first.values())


def _rank(mention: PlaceMention, known: Gazetteer) -> int:
    """Return where a place stands in a dateline, the most specific first."""
    if mention.id in known.places:
        return RANKS.index(known.places[mention.id].kind)
    reading = read_name(mention.printed, known)
    return reading.rank if reading else 0


def _person(event: Event, known: KnownCorrection, at: Sequence[Span], setting: Setting) -> Event | str:
    name = name_of(known.meant, setting.grammar.names)
    exact = [one for one in event.people if any(mention.at in at for mention in one.mentions)]
    read = exact or [one for one in event.people if any(touches(mention.at, at) for mention in one.mentions)]
    if len(read) > 1:
        people = " and of ".join(f"'{one.name}'" for one in read)
        return f"a correction speaks of '{known.printed}', which is the name of {people} in entry {event.label}: give more of the printed words"
    if read:
        people_now = tuple(replace(one, name=name) if one is read[0] else one for one in event.people)
        return replace(event, people=people_now)
    mentions = tuple(NameMention(printed=" ".join(span.of(event.text).split()), at=span) for span in at)
    added = Participant(name=name, mentions=mentions, role="other")
    return replace(
        event,
        dateline=tuple(one for one in event.dateline if not _lies_in(one.at, at)),
        mentions=tuple(one for one in event.mentions if not _lies_in(one.at, at)),
        people=tuple(sorted((*event.people, added), key=lambda one: one.mentions[0].at)),
    )


def _provision(event: Event, known: KnownCorrection, at: Sequence[Span], setting: Setting) -> Event | str:
    codes = {code for _, code in setting.grammar.codes.codes.values()}
    read = [one for one in event.provisions if touches(one.at, at)]
    cut = next((one for one in read if not _lies_in(one.at, at)), None)
    if cut and sum(one.at == cut.at for one in read) > 1:
        words = " ".join(cut.at.of(event.text).split())
        return f"a correction speaks of '{known.printed}', but entry {event.label} cites more than one provision with '{words}': write these words, and every provision they mean, with commas"
    found: list[Provision] = []
    for span in _places_of([one.at for one in read], at):
        meant = provisions_of(known.meant, codes, span)
        if isinstance(meant, str):
            return meant
        found += meant
    kept = (one for one in event.provisions if one not in read)
    return replace(event, provisions=_in_order((*kept, *found)))


def _sanction(event: Event, known: KnownCorrection, at: Sequence[Span], setting: Setting) -> Event | str:
    measure = measure_of(known.meant, setting.grammar.money.order)
    if isinstance(measure, str):
        return measure
    read = [one for one in event.sanctions if touches(one.at, at)]
    same = (measure.kind, measure.amount, measure.unit)
    if read and all((one.kind, one.amount, one.unit) == same for one in read):
        return event
    meant = (
        Sanction(kind=measure.kind, amount=measure.amount, unit=measure.unit, printed=span.of(event.text), at=span)
        for span in _places_of([one.at for one in read], at)
    )  # fmt: skip
    kept = (one for one in event.sanctions if one not in read)
    return replace(event, sanctions=_in_order((*kept, *meant)))


#: field -> how it is corrected
STEPS: Final[Mapping[str, Callable[[Event, KnownCorrection, Sequence[Span], Setting], Event | str]]] = {
    "date": _date,
    "place": _place,
    "person": _person,
    "provision": _provision,
    "sanction": _sanction,
}


def touches(one: Span, at: Iterable[Span]) -> bool:
    """Tell whether *one* shares a character with one of the places *at*."""
    return any(one.overlaps(other) for other in at)


def _lies_in(one: Span, at: Iterable[Span]) -> bool:
    return any(other.start <= one.start and one.end <= other.end for other in at)


def _places_of(read: Collection[Span], at: Sequence[Span]) -> tuple[Span, ...]:
    """Return the places of what is meant: that of what was *read* there; the first of the words where nothing was."""
    found = []
    for one in at:
        here = [span for span in read if span.overlaps(one)]
        if here:
            found.append(Span(min(span.start for span in here), max(span.end for span in here)))
    return tuple(dict.fromkeys(found)) or tuple(at[:1])


def _in_order(things: Iterable[Placed]) -> tuple[Placed, ...]:
    return tuple(sorted(things, key=lambda one: one.at))
