"""The people of a chronicle in, where its events contradict each other out: one person, one article, two terms.

Only events with one subject and one term of imprisonment count, and only within one edition: over months a term
may well have been changed. Left out: every other contradiction; it takes a reader.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from chronicle.model import Event, Finding, Person, Sanction

#: months to a unit
_MONTHS = {"years": 12, "months": 1}


def term_findings(people: Sequence[Person]) -> tuple[Finding, ...]:
    """Return a finding for every one of *people* to whom one edition gives two terms under one article."""
    return tuple(finding for person in people for finding in _differing(person))


def _differing(person: Person) -> Iterator[Finding]:
    terms: dict[str, list[tuple[Event, Sanction]]] = defaultdict(list)
    for event, participant in person.appearances:
        found = [
            s
            for s in event.sanctions
            if s.kind == "imprisonment" and s.amount is not None and s.unit in _MONTHS
        ]
        if len(found) == 1 and event.subjects == (participant,):
            terms[event.edition].append((event, found[0]))
    for told in terms.values():
        (first, term), *others = told
        for event, other in others:
            if _months(other) != _months(term) and _articles(event) & _articles(first):
                yield _finding(person, event, other, f"'{term.printed}' in entry {first.label}")


def _months(term: Sanction) -> int:
    return (term.amount or 0) * _MONTHS[term.unit or "months"]


def _articles(event: Event) -> set[tuple[str | None, str]]:
    return {(provision.code, provision.article) for provision in event.provisions}


def _finding(person: Person, event: Event, term: Sanction, elsewhere: str) -> Finding:
    lines = event.text[: term.at.start].split("\n")
    return Finding(
        code="terms-differ",
        message=f"the term of '{person.name}' is '{term.printed}' here and {elsewhere}",
        file=f"{event.edition}.txt",
        line=event.line + len(lines) - 1,
        column=len(lines[-1]) + 1,
        excerpt=term.at.of(event.text).split("\n")[0],
        event=event.id,
    )
