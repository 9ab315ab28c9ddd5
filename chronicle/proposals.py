"""A case and the events that were read in; those that may belong to it out, as lines to paste into cases.yaml.

Proposed is what names one of its people, by identity, or has one of its words; a provision of the case proposes nothing alone,
but puts what is proposed further up::

    - 2022-12.3 # 1 December 2022, Almaty: Zhanbolat Mamay: names Zhanbolat Mamay, cites cc/274
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from chronicle.authority import KnownCase
from chronicle.findings import yaml_text
from chronicle.model import Chronicle, Event
from chronicle.text import hyphened, lowered

#: events that are proposed at once for one case
MOST: Final = 40
#: what a person of the case, a word and a provision of it add to the rank of a proposal
_PERSON, _WORD, _PROVISION = 4, 2, 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """An event that may belong to a case, and what speaks for it."""

    event: Event
    rank: int
    #: 'names Jane Doe', 'has strike', 'cites cc/405'
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What proposals are looked for in."""

    events: tuple[Event, ...] = field(repr=False)
    #: by event, in small letters, without names that stand in no list
    texts: Mapping[str, str] = field(repr=False)
    #: by event, the ids of those who are named and have a page, each once
    people: Mapping[str, tuple[str, ...]] = field(repr=False)
    #: names of those with a page, by id
    names: Mapping[str, str] = field(repr=False)
    #: 'CC' -> 'cc'
    slugs: Mapping[str | None, str] = field(repr=False)

    @classmethod
    def of(cls, chronicle: Chronicle) -> Ground:
        """Return *chronicle*, ready to be looked through."""
        events = chronicle.events
        return cls(
            events=events,
            texts={event.id: lowered(hyphened(event.veiled)) for event in events},
            people={event.id: tuple(dict.fromkeys(p.id for p in event.people if p.id)) for event in events},
            names={person.id: person.name for person in chronicle.people},
            slugs={code.id: code.slug for code in chronicle.codes},
        )


def proposals(
    case: KnownCase, people: Collection[str], settled: Collection[str], ground: Ground
) -> tuple[Proposal, ...]:
    """Return the events that may belong to *case*, whose *people* are ids of pages: likeliest first, none that is *settled*."""
    found = _found(case, people, settled, ground)
    return tuple(sorted(found, key=lambda one: -one.rank))


def lines(case: KnownCase, found: Sequence[Proposal]) -> tuple[str, ...]:
    """Return where to paste what was *found* for *case*, and a line for each: at most 40."""
    where = f"in seeds/authority/cases.yaml, case '{case.id}', those that belong to it under 'events', the others under 'not'"
    more = [f"# and {len(found) - MOST} more: rarer words would tell them apart"] * (len(found) > MOST)
    return (where, *(f"- {one.event.id} # {_remark(one)}" for one in found[:MOST]), *more)


def _found(
    case: KnownCase, people: Collection[str], settled: Collection[str], ground: Ground
) -> Iterator[Proposal]:
    words = [(yaml_text(word), *_pattern(word)) for word in case.words]
    for event in ground.events:
        if event.id in settled:
            continue
        named = [f"names {ground.names[id_]}" for id_ in ground.people[event.id] if id_ in people]
        text = ground.texts[event.id]
        has = [f"has {word}" for word, first, pattern in words if first in text and pattern.search(text)]
        if named or has:
            cited = [f"cites {id_}" for id_ in _cited(event, case.provisions, ground)]
            rank = _PERSON * len(named) + _WORD * len(has) + _PROVISION * len(cited)
            yield Proposal(event=event, rank=rank, why=(*named, *has, *cited))


def _remark(one: Proposal) -> str:
    return " ".join(f"{one.event.title}: {', '.join(one.why)}".split())


def _pattern(word: str) -> tuple[str, re.Pattern[str]]:
    """Return what *word* begins with, and what finds it in small letters, whole: 'strik*' finds 'strikers', 'oil' no 'turmoil'."""
    parts = lowered(hyphened(word)).split()
    spelt = r"\s{1,3}".join(re.escape(part.rstrip("*")) + r"\w*" * part.endswith("*") for part in parts)
    # Most texts do not hold even the first of the words, which is soon seen.
    return parts[0].rstrip("*"), re.compile(rf"(?<!\w){spelt}(?!\w)")


def _cited(event: Event, provisions: Sequence[str], ground: Ground) -> Iterator[str]:
    """Yield those of *provisions* that *event* cites, in the order of the case."""
    codes = {ground.slugs.get(one.code, "") for one in event.provisions}
    articles = {f"{ground.slugs.get(one.code, '')}/{one.article}" for one in event.provisions}
    yield from (id_ for id_ in provisions if id_ in codes or id_ in articles)
