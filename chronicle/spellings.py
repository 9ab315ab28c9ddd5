"""The people of a chronicle in, what an editor should look at out: one person in two spellings, perhaps.

Suggested, never joined: spellings meet when their fold keys are one, or nearly one (`rapidfuzz`), name by name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz.fuzz import ratio

from chronicle.model import Finding, Person
from chronicle.text import fold

#: share of equal letters of two fold keys; of the pairs measured, the same people scored 97 and more, others 94 at most
_ALIKE = 95.0


def spelling_findings(people: Sequence[Person]) -> tuple[Finding, ...]:
    """Return a finding for every two of *people* whose names may be two spellings of one."""
    return tuple(_finding(one, other) for one, other in _pairs(people))


def _pairs(people: Sequence[Person]) -> Iterator[tuple[Person, Person]]:
    """Yield the pairs that look alike; only names that share a word's fold key are compared at all."""
    keys = {p.id: fold(p.name) for p in people}
    by_word: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        for word in keys[person.id].split():
            by_word[word].append(person)
    seen: set[tuple[str, str]] = set()
    for group in by_word.values():
        for one, other in _near(group, keys):
            pair = (one.id, other.id)
            if pair not in seen:
                seen.add(pair)
                yield one, other


def _near(group: Sequence[Person], keys: dict[str, str]) -> Iterable[tuple[Person, Person]]:
    """Yield the alike pairs of *group*: neighbours in order of key, so that a common name costs no square."""
    ordered = sorted(group, key=lambda p: (keys[p.id], p.id))
    for window in (ordered[i : i + 4] for i in range(len(ordered))):
        first = window[0]
        for other in window[1:]:
            if ratio(keys[first.id], keys[other.id]) >= _ALIKE:
                yield tuple(sorted((first, other), key=lambda p: p.id))  # type: ignore[misc]


def _finding(one: Person, other: Person) -> Finding:
    event, participant = other.appearances[0]
    return Finding(
        code="two-spellings",
        message=(
            f"'{one.name}' and '{other.name}' may be one person; if so, write in seeds/authority/people.yaml:"
            f" - {{name: {one.name}, spellings: [{other.name}], why: …}}"
        ),
        file=f"{event.edition}.txt",
        line=event.line,
        excerpt=participant.printed[0],
        event=event.id,
    )
