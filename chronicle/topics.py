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
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeVar

from chronicle.text import hyphened, level

if TYPE_CHECKING:
    from chronicle.authority import KnownTopic
    from chronicle.model import Provision, Sanction

K = TypeVar("K")
V = TypeVar("V")

_STRONG: Final = 2
_WEAK: Final = 1
#: how many weak entries make a topic, and how many beside a strong one of another topic
_ENOUGH: Final = 2
_ENOUGH_WEAK: Final = 3
#: the most topics that an event has
_MOST: Final = 4
# a word; what hangs on a hyphen; a sign, which parts the words of a phrase
_WORD: Final = re.compile(r"#?\w[\w'-]*|-[\w'-]*|[^\s\w]")


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


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TopicGrammar:
    """The topics of topics.yaml, in the order of the file, ready for look-up."""

    ids: tuple[str, ...]
    #: for each topic: the first day on which anything can speak of it; None: any day
    since: tuple[dt.date | None, ...]
    #: 'CC 405' or 'house_arrest' -> the places of the topics that it speaks of, each with its weight
    marks: Mapping[str, tuple[tuple[int, int], ...]]
    #: phrases by their first word
    exact: Mapping[str, tuple[_Phrase, ...]]
    #: phrases whose first word may go on, by the letters it begins with, those first of which least stands
    begun: Mapping[str, tuple[_Phrase, ...]]
    #: how many these letters are
    head: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Openings:
    """The phrases that a word may begin."""

    #: those that it is by itself
    alone: tuple[_Phrase, ...]
    #: those whose second word may go on
    open: tuple[_Phrase, ...]
    #: the others, by their second word
    before: Mapping[str, tuple[_Phrase, ...]]


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
    phrases = [phrase for i, topic in enumerate(topics) for phrase in _phrases(i, topic)]
    begun = sorted((p for p in phrases if p.words[0][-1] == "*"), key=lambda p: len(p.words[0]))
    head = min((len(phrase.words[0]) - 1 for phrase in begun), default=0)
    return TopicGrammar(
        ids=tuple(topic.id for topic in topics),
        since=tuple(topic.since for topic in topics),
        marks=_grouped(
            (mark, (i, weight)) for i, topic in enumerate(topics) for mark, weight in _marks(topic)
        ),
        exact=_grouped((phrase.words[0], phrase) for phrase in phrases if phrase.words[0][-1] != "*"),
        begun=_grouped((phrase.words[0][:head], phrase) for phrase in begun),
        head=head,
    )


def _marks(topic: KnownTopic) -> Iterator[tuple[str, int]]:
    marks = dict.fromkeys(topic.hints, _WEAK) | dict.fromkeys((*topic.provisions, *topic.sanctions), _STRONG)
    yield from marks.items()


def _grouped(pairs: Iterable[tuple[K, V]]) -> Mapping[K, tuple[V, ...]]:
    groups: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return MappingProxyType({key: tuple(values) for key, values in groups.items()})


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
    said = _said(hyphened(text).lower(), topics)
    for topic, weight in (one for mark in marks for one in topics.marks.get(mark, ())):
        said[topic].append(weight)
    touched = [
        _Touched(id=topics.ids[i], each=tuple(said[i]), event=topics.since[i] is not None)
        for i in sorted(said)
        if not _is_later(topics.since[i], day)
    ]
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


def _said(text: str, topics: TopicGrammar) -> dict[int, list[int]]:
    """Return the weights of what the words of *text* say, by the topic's place; what stands twice counts once."""
    found: dict[int, list[tuple[int, _Phrase]]] = defaultdict(list)
    words = _WORD.findall(text)
    for i, (word, after) in enumerate(pairwise((*words, ""))):
        openings = _openings(word, topics)
        if openings is None:
            continue
        for phrase in openings.alone:
            found[phrase.topic].append((i, phrase))
        following = openings.before.get(after, ())
        if "'" in after:
            following += openings.before.get(_bare(after), ())
        for phrase in openings.open + following:
            if _goes_on(phrase, words, i):
                found[phrase.topic].append((i, phrase))
    said: dict[int, list[int]] = defaultdict(list)
    for topic, matches in found.items():
        weights = {phrase.words: phrase.weight or 0 for phrase in _counted(matches)}
        if weights:
            said[topic] = list(weights.values())
    return said


# The words of a digest are few, and each stands in many entries.
@lru_cache(maxsize=16384)
def _openings(word: str, topics: TopicGrammar) -> _Openings | None:
    """Return the phrases that may begin with *word*; None where there are none."""
    forms = {word: None, _bare(word): None}
    phrases = [phrase for form in forms for phrase in topics.exact.get(form, ())]
    begun = topics.begun.get(word[: topics.head], ())
    phrases += [phrase for phrase in begun if word.startswith(phrase.words[0][:-1])]
    if not phrases:
        return None
    several = [phrase for phrase in phrases if len(phrase.words) > 1]
    return _Openings(
        alone=tuple(phrase for phrase in phrases if len(phrase.words) == 1),
        open=tuple(phrase for phrase in several if phrase.words[1][-1] == "*"),
        before=_grouped((phrase.words[1], phrase) for phrase in several if phrase.words[1][-1] != "*"),
    )


def _bare(word: str) -> str:
    """Return *word* without the ending of the possessive: 'journalist's', 'strikers''."""
    return word.removesuffix("'s").rstrip("'")


def _goes_on(phrase: _Phrase, words: Sequence[str], place: int) -> bool:
    """Tell whether the words of *phrase* behind its first follow the *place*-th word, parted by blanks alone."""
    end = place + len(phrase.words)
    return end <= len(words) and all(map(_fits, words[place + 1 : end], phrase.words[1:]))


def _fits(word: str, wanted: str) -> bool:
    """Tell whether *word* is the one *wanted*, with an ending or in the possessive where that may be."""
    if wanted[-1] == "*":
        return word.startswith(wanted[:-1])
    return word == wanted or ("'" in word and _bare(word) == wanted)


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
