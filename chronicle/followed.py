"""What an editor says of events in, the same of the events that they have become out: merged, divided, moved.

A spelling joined to a person, and a passage withheld, stay so where the words of their event stand now.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from chronicle.authority import Authority, Join, KnownPerson, Redaction, Sidecar
from chronicle.model import Edition, Ledger, LedgerLine


def followed(
    known: Authority, sidecars: Mapping[str, Sidecar], ledger: Ledger, printed: Sequence[Edition]
) -> tuple[Authority, tuple[Redaction, ...]]:
    """Return *known* as it speaks of the events of today, and every passage that is withheld in them.

    Passages of events that are withdrawn or redacted are left aside, as nothing of these events is shown.
    """
    lines = ledger.of("event")
    texts = {event.id: " ".join(event.text.split()) for edition in printed for event in edition.events}
    people = tuple(_person(person, lines, texts) for person in known.people)
    mine = (one for person in people for one in person.redact)
    others = (one for sidecar in sidecars.values() for one in sidecar.redact)
    shown = (*mine, *_passages(others, lines, texts))
    return known.model_copy(update={"people": people}), tuple(dict.fromkeys(shown))


def _person(person: KnownPerson, lines: Mapping[str, LedgerLine], texts: Mapping[str, str]) -> KnownPerson:
    if not (person.joins or person.redact):
        return person
    joins = tuple(
        Join(event=id_, printed=one.printed) for one in person.joins for id_ in _now(one.event, lines)
    )
    return person.model_copy(update={"joins": joins, "redact": tuple(_passages(person.redact, lines, texts))})


def _passages(
    redactions: Iterable[Redaction], lines: Mapping[str, LedgerLine], texts: Mapping[str, str]
) -> Iterator[Redaction]:
    for one in redactions:
        words = " ".join(one.words.split())
        ends = [id_ for id_ in _now(one.event, lines) if _is_shown(id_, lines)]
        # Of the parts of a divided event those that print the words; where none does, that is told of the first.
        for id_ in [id_ for id_ in ends if words in texts.get(id_, "")] or ends[:1]:
            yield one.model_copy(update={"event": id_})


def _now(id_: str, lines: Mapping[str, LedgerLine]) -> tuple[str, ...]:
    return (lines[id_].ends if id_ in lines else ()) or (id_,)


def _is_shown(id_: str, lines: Mapping[str, LedgerLine]) -> bool:
    return id_ not in lines or lines[id_].state not in ("withdrawn", "redacted")
