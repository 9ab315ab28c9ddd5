"""An event's text, provisions and sanctions -> the ids of its topics, weightiest first.

What speaks of a topic is data: words, provisions and kinds of sanction, strong or weak, of topics.yaml::

    journalist*           any word that begins so        freedom of expression     a phrase
    CC 405                an article cited               pretrial_detention        a kind of sanction

Each entry counts once. A strong entry or two weak ones make a topic, three weak ones beside a strong one of another
topic or where the topic is itself an event. Where less speaks of any, the one that is touched most is given.
Left out: all but the four weightiest, and events that had not yet happened.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
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
#: how many weak entries make a topic, and how many beside a strong one of another topic
_ENOUGH: Final = 2
_ENOUGH_WEAK: Final = 3
#: the most topics that an event has
_MOST: Final = 4
_HYPHENS: Final = str.maketrans(dict.fromkeys(DASHES, "-"))
_WORD: Final = re.compile(r"#?(?<![\w-])[\w][\w'-]*")


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
    #: for each topic: the first day on which anything can speak of it; None: any day
    since: tuple[dt.date | None, ...]
    #: for each topic: 'CC 405' -> weight, 'house_arrest' -> weight
    marks: tuple[Mapping[str, int], ...]
    #: phrases by their first word, and the second where that stands in full
    exact: Mapping[tuple[str, ...], tuple[_Phrase, ...]]
    #: phrases whose first word may go on, by what stands of it
    begun: Mapping[str, tuple[_Phrase, ...]]
    #: the lengths of these beginnings
    lengths: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Touched:
    """A topic that something speaks of."""

    id: str
    #: the weight of each entry that does
    each: tuple[int, ...]
    #: it is itself an event, of which a word or two of everyday language say nothing
    event: bool

    @property
    def strong(self) -> bool:
        """Whether a strong entry speaks of it."""
        return _STRONG in self.each


def topic_grammar(topics: Iterable[KnownTopic]) -> TopicGrammar:
    """Return *topics* ready for look-up."""
    topics = tuple(topics)
    exact: dict[tuple[str, ...], list[_Phrase]] = defaultdict(list)
    begun: dict[str, list[_Phrase]] = defaultdict(list)
    for phrase in (p for i, topic in enumerate(topics) for p in _phrases(i, topic)):
        first = phrase.words[0]
        if first.endswith("*"):
            begun[first[:-1]].append(phrase)
        else:
            exact[tuple(word for word in phrase.words[:2] if not word.endswith("*"))].append(phrase)
    return TopicGrammar(
        ids=tuple(topic.id for topic in topics),
        since=tuple(topic.since for topic in topics),
        marks=tuple(
            MappingProxyType(
                dict.fromkeys(t.hints, _WEAK) | dict.fromkeys((*t.provisions, *t.sanctions), _STRONG)
            )
            for t in topics
        ),
        exact={word: tuple(phrases) for word, phrases in exact.items()},
        begun={word: tuple(phrases) for word, phrases in begun.items()},
        lengths=tuple(sorted(set(map(len, begun)))),
    )


def _phrases(place: int, topic: KnownTopic) -> Iterator[_Phrase]:
    weights: dict[str, int | None] = {
        **dict.fromkeys(topic.weak, _WEAK),
        **dict.fromkeys(topic.strong, _STRONG),
    }
    for entry, weight in [*weights.items(), *((entry, None) for entry in topic.unless)]:
        yield _Phrase(topic=place, weight=weight, words=tuple(level(entry.lower()).split()))


def find_topics(
    text: str,
    topics: TopicGrammar,
    provisions: Iterable[Provision] = (),
    sanctions: Iterable[Sanction] = (),
    day: dt.date | None = None,
) -> tuple[str, ...]:
    """Return the ids of the topics of *text*, at most four, by weight and then in the order of the file.

    The dateline and note markers are to be blanked before. *day* is the last on which the text may have been written.
    Where no topic stands firmly, the one that is touched most is given, and none where none is touched.
    """
    provisions = tuple(provisions)
    marks = {f"{one.code} {one.article}" for one in provisions} | {one.code for one in provisions if one.code}
    marks |= {one.kind for one in sanctions}
    said = _said(level(text.lower()).translate(_HYPHENS), topics)
    touched = []
    for i, weights in enumerate(topics.marks):
        each = (*said[i], *(weights[mark] for mark in marks if mark in weights))
        if each and not _is_later(topics.since[i], day):
            touched.append(_Touched(id=topics.ids[i], each=each, event=topics.since[i] is not None))
    return _standing(touched)


def _is_later(since: dt.date | None, day: dt.date | None) -> bool:
    return since is not None and day is not None and day < since


def _standing(touched: Sequence[_Touched]) -> tuple[str, ...]:
    """Return of the topics *touched* those that stand firmly, or else the one that is touched most."""
    ranked = sorted(touched, key=lambda one: -sum(one.each))
    beside = any(one.strong for one in ranked)
    firm = [
        one.id
        for one in ranked
        if one.strong or sum(one.each) >= (_ENOUGH_WEAK if beside or one.event else _ENOUGH)
    ]
    return tuple(firm[:_MOST] or [one.id for one in ranked if not one.event][:1])


def _said(text: str, topics: TopicGrammar) -> Mapping[int, Sequence[int]]:
    """Return the weights of what the words of *text* say, by the topic's place; what stands twice counts once."""
    found: dict[int, list[tuple[int, _Phrase]]] = defaultdict(list)
    words = list(_WORD.finditer(text))
    for i, word in enumerate(words):
        for phrase in _beginning(word[0], words[i + 1][0] if i + 1 < len(words) else "", topics):
            if len(phrase.words) == 1 or _goes_on(phrase, words, i, text):
                found[phrase.topic].append((i, phrase))
    said: dict[int, Sequence[int]] = defaultdict(tuple)
    for topic, matches in found.items():
        said[topic] = tuple({phrase.words: phrase.weight or 0 for phrase in _counted(matches)}.values())
    return said


def _bare(word: str) -> str:
    """Return *word* without the ending of the possessive: 'journalist's', 'strikers''."""
    return word.removesuffix("'s").rstrip("'")


def _beginning(word: str, after: str, topics: TopicGrammar) -> Iterator[_Phrase]:
    """Yield the phrases that may begin with *word* before *after*."""
    for form in dict.fromkeys((word, _bare(word))):
        yield from topics.exact.get((form,), ())
        for follows in dict.fromkeys((after, _bare(after))):
            yield from topics.exact.get((form, follows), ())
    for length in topics.lengths:
        if length > len(word):
            return
        yield from topics.begun.get(word[:length], ())


def _goes_on(phrase: _Phrase, words: Sequence[re.Match[str]], place: int, text: str) -> bool:
    """Tell whether the words of *phrase* behind its first follow the *place*-th word, parted by blanks alone."""
    if place + len(phrase.words) > len(words):
        return False
    for n, wanted in enumerate(phrase.words[1:], start=place + 1):
        word = words[n][0]
        begins = wanted.endswith("*") and word.startswith(wanted[:-1])
        fits = begins or wanted in (word, _bare(word))
        if not fits or text[words[n - 1].end() : words[n].start()].strip():
            return False
    return True


def _counted(matches: Iterable[tuple[int, _Phrase]]) -> Iterator[_Phrase]:
    """Yield the phrases that count for one topic: not those that an 'unless' covers, and of two that overlap one.

    The weightier counts, then the longer, then the first: a phrase, not the word in it.
    """
    places = [(range(i, i + len(phrase.words)), phrase) for i, phrase in matches]
    taken = {n for words, phrase in places if phrase.weight is None for n in words}
    for words, phrase in sorted(
        places, key=lambda one: (-(one[1].weight or 0), -one[1].length, one[0].start)
    ):
        if phrase.weight is not None and taken.isdisjoint(words):
            taken.update(words)
            yield phrase
