"""Editions in, the same editions out: withheld names and passages taken out of the texts, and of all that was read.

What stands in their place is said in brackets; every span counts the characters of the new text.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from chronicle.authority import Authority, Redaction
from chronicle.findings import ChronicleError
from chronicle.model import Edition, Event, Span
from chronicle.text import blank
from chronicle.topics import TopicGrammar, find_topics, topic_grammar
from chronicle.withholding.events import shortened
from chronicle.withholding.scope import Scope, Withheld, scope_of
from chronicle.withholding.strings import Cleaner, printed

__all__ = ["Cleaner", "Withheld", "withheld"]


def withheld(
    editions: tuple[Edition, ...], authority: Authority, redactions: Sequence[Redaction]
) -> tuple[Edition, ...]:
    """Return *editions*, merged, without the people whom *authority* withholds and without the passages of *redactions*.

    Raise one ChronicleError that names every redaction whose words its event does not print, or that holds its date.
    """
    scope = scope_of(authority.people, editions, authority)
    passages: dict[str, list[Redaction]] = defaultdict(list)
    for one in redactions:
        passages[one.event].append(one)
    if not scope.people and not passages:
        return editions
    events = {event.id: event for edition in editions for event in edition.events}
    wrong = [*_mistakes(redactions, events, authority)]
    if wrong:
        raise ChronicleError("\n".join(wrong))
    topics = topic_grammar(authority.topics)
    return tuple(
        _with_topics_told(_edition(edition, scope, passages), passages, topics) for edition in editions
    )


def _mistakes(
    redactions: Iterable[Redaction], events: Mapping[str, Event], authority: Authority
) -> Iterator[str]:
    listed = {one for person in authority.people for one in person.redact}
    for one in redactions:
        file = "authority/people.yaml" if one in listed else f"editions/{one.event.partition('.')[0]}.yaml"
        head = f"seeds/{file}: redact: {one.event}: '{one.words}'"
        event = events.get(one.event)
        found = list(printed(one.words, event.text)) if event else []
        if event is None:
            yield f"{head}: there is no such event: mend its number, or remove the redaction"
        elif not found and not any(_stood(one.words, event)):
            yield f"{head} is not printed there: mend the words, or remove the redaction"
        elif any(span.overlaps(event.printed_date.at) for span in found):
            yield f"{head} holds the date that the entry begins with: give only the words behind it"


def _stood(words: str, event: Event) -> Iterator[Span]:
    """Yield where *words* stand in what the digest printed of *event* before it was changed."""
    for one in event.corrections:
        if one.field == "text":
            yield from printed(words, one.printed)


def _edition(edition: Edition, scope: Scope, passages: Mapping[str, Sequence[Redaction]]) -> Edition:
    everywhere = Cleaner(scope.withheld)
    here = {one.id: Cleaner(scope.of(one), tuple(passages.get(one.id, ()))) for one in edition.events}
    texts = {one.id: one.text for one in edition.events}
    events = tuple(
        shortened(one, tuple(p for p in one.people if scope.hides(p)), here[one.id]) for one in edition.events
    )
    cut = _cut_addresses(edition.events, events)
    lost = _cited(edition.events) - _cited(events)
    findings = (
        here.get(one.event or "", everywhere).findings((one,), texts.get(one.event or "", ""))
        for one in edition.findings
    )
    return replace(
        edition,
        title=everywhere.text(edition.title),
        address=everywhere.url(edition.address),
        received=everywhere.text(edition.received),
        events=events,
        sources=tuple(
            replace(one, url=cut.get(one.url) or everywhere.url(one.url))
            for one in edition.sources
            if one.number not in lost
        ),
        left_out=tuple(replace(one, text=everywhere.text(one.text)) for one in edition.left_out),
        corrections=everywhere.corrections(edition.corrections),
        findings=tuple(chain.from_iterable(findings)),
    )


def _with_topics_told(edition: Edition, passages: Collection[str], topics: TopicGrammar) -> Edition:
    """Return *edition*; of its events with *passages* only those topics of which what is left still speaks."""
    return replace(
        edition,
        events=tuple(
            replace(one, topics=tuple(_topics_told(one, topics, edition.last))) if one.id in passages else one
            for one in edition.events
        ),
    )


def _topics_told(event: Event, topics: TopicGrammar, last: dt.date) -> Iterator[str]:
    running = blank(event.text, [Span(0, event.body), *(note.at for note in event.notes)])
    left = find_topics(running, topics, event.provisions, event.sanctions, last)
    yield from (one for one in event.topics if one in left)


def _cited(events: Iterable[Event]) -> set[int]:
    """Return the numbers of the notes of *events*."""
    return {note.number for event in events for note in event.notes}


def _cut_addresses(before: Iterable[Event], after: Iterable[Event]) -> dict[str, str]:
    """Return the addresses of notes that were cut back, and what is left of them."""
    return {
        old.url: new.url
        for one, other in zip(before, after, strict=True)
        for old in one.notes
        for new in other.notes
        if old.number == new.number and old.url and new.url and old.url != new.url
    }
