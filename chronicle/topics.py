"""An event's text, provisions and sanctions -> the ids of its topics, weightiest first.

What speaks of a topic is data: words, provisions and kinds of sanction, strong or weak, of topics.yaml::

    journalist*           any word that begins so        freedom of expression     a phrase
    CC 405                an article cited               pretrial_detention        a kind of sanction

Each entry counts once. A strong entry or two weak ones make a topic. Left out: topics that a single weak word
touches, unless it is the only one that anything speaks of, and those far lighter than the weightiest.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from chronicle.text import DASHES, level

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
_WORD: Final = re.compile(r"#?(?<![\w-])[\w][\w'-]*")
#: letters by which words that may go on ('journalist*') are looked up
_BEGINNING: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Phrase:
    """An entry of topics.yaml, taken apart into words; a word that ends in `*` may go on."""

    #: the place of its topic in the file
    topic: int
    #: None: it says nothing of the topic, though the topic's words stand in it
    weight: int | None
    words: tuple[str, ...]

    @property
    def length(self) -> int:
        """Its letters: of two phrases that begin at one word the longer counts."""
        return sum(map(len, self.words)) + len(self.words) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicGrammar:
    """The topics of topics.yaml, in the order of the file, ready for look-up."""

    ids: tuple[str, ...]
    #: for each topic: 'CC 405' -> weight, 'house_arrest' -> weight
    marks: tuple[Mapping[str, int], ...]
    #: phrases by their first word
    exact: Mapping[str, tuple[_Phrase, ...]]
    #: phrases whose first word may go on, by its beginning
    begun: Mapping[str, tuple[_Phrase, ...]]


def topic_grammar(topics: Iterable[KnownTopic]) -> TopicGrammar:
    """Return *topics* ready for look-up."""
    topics = tuple(topics)
    exact: dict[str, list[_Phrase]] = defaultdict(list)
    begun: dict[str, list[_Phrase]] = defaultdict(list)
    for phrase in (p for i, topic in enumerate(topics) for p in _phrases(i, topic)):
        first = phrase.words[0]
        if first.endswith("*"):
            begun[first[:-1][:_BEGINNING]].append(phrase)
        else:
            exact[first].append(phrase)
    return TopicGrammar(
        ids=tuple(topic.id for topic in topics),
        marks=tuple(
            MappingProxyType(
                dict.fromkeys(t.hints, _WEAK) | dict.fromkeys((*t.provisions, *t.sanctions), _STRONG)
            )
            for t in topics
        ),
        exact={word: tuple(phrases) for word, phrases in exact.items()},
        begun={word: tuple(phrases) for word, phrases in begun.items()},
    )


def _phrases(place: int, topic: KnownTopic) -> Iterator[_Phrase]:
    weights: dict[str, int | None] = {
        **dict.fromkeys(topic.weak, _WEAK),
        **dict.fromkeys(topic.strong, _STRONG),
    }
    for entry, weight in [*weights.items(), *((entry, None) for entry in topic.unless)]:
        yield _Phrase(topic=place, weight=weight, words=tuple(level(entry.lower()).split()))


def find_topics(
    text: str, topics: TopicGrammar, provisions: Iterable[Provision] = (), sanctions: Iterable[Sanction] = ()
) -> tuple[str, ...]:
    """Return the ids of the topics of *text*, at most four, by weight and then in the order of the file.

    The dateline and note markers are to be blanked before. Where no topic stands firmly, and not one alone is
    touched, none is given.
    """
    provisions = tuple(provisions)
    marks = {f"{one.code} {one.article}" for one in provisions} | {one.code for one in provisions if one.code}
    marks |= {one.kind for one in sanctions}
    said = _said(level(text.lower()).translate(_HYPHENS), topics)
    scores = [
        (said[i] + sum(weights.get(mark, 0) for mark in marks), topics.ids[i])
        for i, weights in enumerate(topics.marks)
    ]
    best = max((score for score, _ in scores), default=0)
    if best < _ENOUGH:
        touched = tuple(topic for score, topic in scores if score)
        return touched if len(touched) == 1 else ()
    needed = max(_ENOUGH, best // _SHARE)
    ranked = sorted(scores, key=lambda one: -one[0])
    return tuple(topic for score, topic in ranked if score >= needed)[:_MOST]


def _said(text: str, topics: TopicGrammar) -> Counter[int]:
    """Return what the words of *text* weigh, by the topic's place; an entry that stands twice counts once."""
    found: dict[int, list[tuple[int, _Phrase]]] = defaultdict(list)
    words = list(_WORD.finditer(text))
    for i, word in enumerate(words):
        beginning = topics.begun.get(word[0][:_BEGINNING], ())
        short = topics.begun.get(word[0][: _BEGINNING - 1], ())
        for phrase in (*topics.exact.get(word[0], ()), *beginning, *short):
            if _stands(phrase, words, i, text):
                found[phrase.topic].append((i, phrase))
    weights: Counter[int] = Counter()
    for topic, matches in found.items():
        counted = {phrase.words: phrase.weight or 0 for phrase in _counted(matches)}
        weights[topic] = sum(counted.values())
    return weights


def _stands(phrase: _Phrase, words: Sequence[re.Match[str]], place: int, text: str) -> bool:
    """Tell whether *phrase* stands at the *place*-th word, its words parted by blanks alone."""
    if place + len(phrase.words) > len(words):
        return False
    for n, wanted in enumerate(phrase.words):
        word = words[place + n]
        fits = word[0].startswith(wanted[:-1]) if wanted.endswith("*") else word[0] == wanted
        if not fits or (n and text[words[place + n - 1].end() : word.start()].strip()):
            return False
    return True


def _counted(matches: Sequence[tuple[int, _Phrase]]) -> Iterator[_Phrase]:
    """Yield the phrases that count for one topic: not those that an 'unless' covers, and of two that overlap one.

    The first counts, and of two that begin together the longer: a phrase, not the word in it.
    """
    silent = {i + n for i, phrase in matches if phrase.weight is None for n in range(len(phrase.words))}
    end = 0
    for i, phrase in sorted(matches, key=lambda match: (match[0], -match[1].length)):
        places = range(i, i + len(phrase.words))
        if phrase.weight is not None and i >= end and silent.isdisjoint(places):
            end = places.stop
            yield phrase
