"""An event's text in, the people it names out: every mention joined to its person, with part and age.

Forms::

    Mamay Zhanbolat … Mamay Zh. … Mamay      one person: the short form belongs to the full form it shortens
    Ashtaev Zh. … Ashtayev Zhanmurat         one person: spellings that fold to one key are one inside an event
    spouses Yerlan and Saule Kasymov         two people who share one surname

Left out: families ('the Karabalin family'), veiled names ('citizen A.'), names of streets, movements, companies.
A short form that fits two people of the event is joined to neither; it is reported.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import Levenshtein

from chronicle.model import NameMention, Participant, PersonName, Span
from chronicle.names import FoundName, NameGrammar, Token, capitals, find_names, read_name
from chronicle.roles import with_roles
from chronicle.text import fold_word, level

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Who is named in an event, and the short forms that could not be given to one person."""

    participants: tuple[Participant, ...]
    #: (code, message, place)
    doubts: tuple[tuple[str, str, Span], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cluster:
    name: PersonName
    #: fold keys of its full words, and of its initials
    keys: frozenset[str]
    initials: tuple[str, ...]
    found: tuple[FoundName, ...]

    @property
    def start(self) -> int:
        return min(f.at.start for f in self.found)


def find_people(
    text: str, body: int, grammar: NameGrammar, vocabulary: frozenset[str] = frozenset()
) -> People:
    """Return the people named in *text*, in order of first mention.

    *text* is an event's text with its dateline and note markers blanked; *body* is where the running text begins.
    """
    names = _shared_surnames(find_names(text, grammar, vocabulary), text, grammar)
    clusters, doubts = _join(sorted(names, key=lambda n: (-_fullness(n), n.at)))
    clusters, more = _sweep(clusters, text, grammar, vocabulary)
    ordered = [_participant(c, text) for c in sorted(clusters, key=lambda c: c.start)]
    described = with_roles(ordered, level(text), body, grammar.officials, grammar.institutions)
    return People(participants=described, doubts=(*doubts, *more))


def _fullness(name: FoundName) -> int:
    return 2 * len(name.words) + len(name.initials)


# ---------------------------------------------------------------- joining the forms of one event


def _join(names: Iterable[FoundName]) -> tuple[list[_Cluster], list[tuple[str, str, Span]]]:
    """Join *names*, the fullest first, so that every short form meets the full forms it may shorten."""
    clusters: list[_Cluster] = []
    doubts: list[tuple[str, str, Span]] = []
    for name in names:
        fitting = [i for i, cluster in enumerate(clusters) if _fits(name, cluster)]
        if len(fitting) == 1:
            clusters[fitting[0]] = _with(clusters[fitting[0]], name)
        elif not fitting:
            clusters.append(_cluster(name))
        else:
            doubts.append(_doubt(name, [clusters[i] for i in fitting]))
    return clusters, doubts


def _doubt(name: FoundName, clusters: Sequence[_Cluster]) -> tuple[str, str, Span]:
    form = " ".join(t.text for t in name.tokens)
    people = " or ".join(str(c.name) for c in clusters)
    return ("ambiguous-name", f"'{form}' may be {people}; it is left with neither", name.at)


def _cluster(name: FoundName) -> _Cluster:
    return _Cluster(
        name=read_name(name),
        keys=frozenset(t.key for t in name.words),
        initials=tuple(map(fold_word, name.initials)),
        found=(name,),
    )


def _with(cluster: _Cluster, name: FoundName) -> _Cluster:
    """Return *cluster* with one more mention; a surname that stands alone settles which word is the surname."""
    settled = cluster.name
    alone = name.words[0] if len(name.words) == 1 and (name.initials or name.honorific) else None
    if alone and settled.full and not settled.patronymic and fold_word(settled.given) == alone.key:
        settled = replace(settled, given=settled.surname, surname=settled.given)
    return replace(cluster, name=settled, found=(*cluster.found, name))


def _fits(name: FoundName, cluster: _Cluster) -> bool:
    keys = {t.key for t in name.words}
    initials = tuple(map(fold_word, name.initials))
    if len(keys) >= 2:
        return (keys <= cluster.keys or keys >= cluster.keys) and len(cluster.keys) > 1
    key = next(iter(keys))
    if not initials:
        return key in cluster.keys
    if len(cluster.keys) == 1:
        return key in cluster.keys and (not cluster.initials or cluster.initials[0] == initials[0])
    return any(
        _same_surname(key, surname) and any(k.startswith(initials[0]) for k in cluster.keys - {surname})
        for surname in cluster.keys
    )


def _same_surname(key: str, other: str) -> bool:
    """Whether two keys are one surname, one slip of the pen allowed in a long one."""
    return key == other or (min(len(key), len(other)) >= 7 and Levenshtein.distance(key, other, score_cutoff=1) <= 1)


def _sweep(
    clusters: list[_Cluster], text: str, grammar: NameGrammar, vocabulary: frozenset[str]
) -> tuple[list[_Cluster], list[tuple[str, str, Span]]]:
    """Give every capital that stands alone and is part of a name found to the person it belongs to."""
    taken = sorted(f.at for c in clusters for f in c.found)
    doubts: list[tuple[str, str, Span]] = []
    known = {key for c in clusters for key in c.keys}
    for name in capitals(text, grammar, vocabulary, known):
        if any(name.at.overlaps(span) for span in taken):
            continue
        key = name.words[0].key
        fitting = [i for i, c in enumerate(clusters) if key in c.keys]
        by_surname = [i for i in fitting if fold_word(clusters[i].name.surname) == key] or fitting
        if len(by_surname) == 1:
            clusters[by_surname[0]] = _with(clusters[by_surname[0]], name)
        else:
            doubts.append(_doubt(name, [clusters[i] for i in by_surname]))
    return clusters, doubts


_AND: Final = re.compile(r"\s{1,2}(?:and|&)\s{1,2}\Z")


def _shared_surnames(names: tuple[FoundName, ...], text: str, grammar: NameGrammar) -> tuple[FoundName, ...]:
    """Add 'Yerlan' of 'Yerlan and Saule Kasymov': a given name that borrows the surname of its neighbour."""
    plain, added = level(text), []
    taken = {n.at for n in names}
    for name in names:
        if len(name.words) != 2 or name.initials:
            continue
        lead = _AND.search(plain, max(0, name.at.start - 7), name.at.start)
        word = re.search(r"(?<![\w'.-])(?P<word>[^\W\d_a-zа-я][^\W\d_]+)\Z", plain[max(0, name.at.start - 60) : lead.start()]) if lead else None
        if not lead or not word or fold_word(word["word"]) not in grammar.given:
            continue
        at = Span(lead.start() - len(word["word"]), lead.start())
        given, rest = read_name(name), [t for t in name.words if fold_word(t.text) in grammar.given]
        if len(rest) != 1 or any(at.overlaps(span) for span in taken) or not given.surname.endswith(("s", "v", "n", "y", "i", "a", "o", "k")):
            continue
        surname = next(t for t in name.words if t is not rest[0])
        token = Token(text=word["word"], at=at, kind="given")
        added.append(FoundName(tokens=(token,), at=at, borrowed=surname))
    return tuple(sorted((*names, *added), key=lambda n: n.at))


# ---------------------------------------------------------------- the record


def _participant(cluster: _Cluster, text: str) -> Participant:
    found = sorted(cluster.found, key=lambda f: f.at)
    mentions = tuple(NameMention(printed=" ".join(f.at.of(text).split()), at=f.at) for f in found)
    return Participant(name=cluster.name, mentions=mentions, role="other")
