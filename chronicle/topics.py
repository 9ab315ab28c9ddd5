"""An event's text, provisions and sanctions -> the ids of its topics, weightiest first.

What speaks of a topic is data: words, provisions and kinds of sanction, strong or weak, of topics.yaml::

    journalist*           any word that begins so        freedom of expression     a phrase
    CC 405                an article cited               pretrial_detention        a kind of sanction

Each entry counts once. A strong entry or two weak ones make a topic. Left out: topics that a single weak word
touches, unless it is the only one that anything speaks of, and those far lighter than the weightiest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from chronicle.text import DASHES, any_of, level

if TYPE_CHECKING:
    from chronicle.authority import KnownTopic
    from chronicle.model import Provision, Sanction

_STRONG: Final = 2
_WEAK: Final = 1
#: what a topic needs to stand by itself
_ENOUGH: Final = 2
#: a topic weighs at least this part of the weightiest
_SHARE: Final = 3
#: the most topics that an event has
_MOST: Final = 4
_HYPHENS: Final = str.maketrans(dict.fromkeys(DASHES, "-"))
#: nothing matches it: the pattern of an empty list
_NEVER: Final = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Topic:
    """One topic, compiled."""

    id: str
    #: phrases that say nothing of the topic though its words stand in them
    unless: re.Pattern[str]
    #: one empty group behind each entry
    entries: re.Pattern[str]
    #: the weight of each group, first to last
    weights: tuple[int, ...]
    #: 'CC 405' -> weight, 'house_arrest' -> weight
    marks: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicGrammar:
    """The topics of topics.yaml, compiled, in the order of the file."""

    topics: tuple[_Topic, ...]


def topic_grammar(topics: Iterable[KnownTopic]) -> TopicGrammar:
    """Return *topics* compiled."""
    return TopicGrammar(topics=tuple(map(_compiled, topics)))


def _compiled(topic: KnownTopic) -> _Topic:
    weights = dict.fromkeys(topic.weak, _WEAK) | dict.fromkeys(topic.strong, _STRONG)
    # the longest first: a phrase counts, not the word in it
    entries = sorted(weights, key=lambda entry: (-len(entry), entry))
    return _Topic(
        id=topic.id,
        unless=_pattern(sorted(topic.unless, key=lambda phrase: (-len(phrase), phrase))),
        entries=_pattern(entries),
        weights=tuple(weights[entry] for entry in entries),
        marks=MappingProxyType(
            dict.fromkeys(topic.hints, _WEAK) | dict.fromkeys((*topic.provisions, *topic.sanctions), _STRONG)
        ),
    )


def _pattern(phrases: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern of *phrases*, each with an empty group behind it; `*` is any ending.

    Every alternative begins with a letter, so that those of other letters cost nothing.
    """
    if not phrases:
        return _NEVER
    escaped = (re.escape(level(phrase.lower())) for phrase in phrases)
    pieces = (any_of([one.replace("\\ ", " ")]).replace(r"\*", r"[\w'-]{0,20}") for one in escaped)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(f'{piece}()' for piece in pieces)})(?!\w)")


def find_topics(
    text: str, topics: TopicGrammar, provisions: Iterable[Provision] = (), sanctions: Iterable[Sanction] = ()
) -> tuple[str, ...]:
    """Return the ids of the topics of *text*, at most four, by weight and then in the order of the file.

    The dateline and note markers are to be blanked before. Where no topic stands firmly, and not one alone is
    touched, none is given.
    """
    plain = level(text.lower()).translate(_HYPHENS)
    provisions = tuple(provisions)
    marks = {f"{one.code} {one.article}" for one in provisions} | {one.code for one in provisions if one.code}
    marks |= {one.kind for one in sanctions}
    scores = [(_score(topic, plain, marks), topic.id) for topic in topics.topics]
    best = max((score for score, _ in scores), default=0)
    if best < _ENOUGH:
        touched = tuple(topic for score, topic in scores if score)
        return touched if len(touched) == 1 else ()
    needed = max(_ENOUGH, best // _SHARE)
    ranked = sorted(scores, key=lambda one: -one[0])
    return tuple(topic for score, topic in ranked if score >= needed)[:_MOST]


def _score(topic: _Topic, text: str, marks: Iterable[str]) -> int:
    """Return what *text* and *marks* weigh for *topic*; an entry that stands twice counts once."""
    text = topic.unless.sub(lambda found: " " * len(found[0]), text)
    entries = {found.lastindex for found in topic.entries.finditer(text)}
    said = sum(topic.weights[entry - 1] for entry in entries if entry)
    return said + sum(topic.marks.get(mark, 0) for mark in marks)
