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
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import Levenshtein

from chronicle.callings import Callings
from chronicle.capitals import NameGrammar, Token
from chronicle.model import NameMention, Participant, PersonName, Span
from chronicle.names import FoundName, capitals, find_names, read_name
from chronicle.roles import with_roles
from chronicle.text import fold_word, level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


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

    #: where the first mention begins
    start: int


def find_people(
    text: str,
    body: int,
    grammar: NameGrammar,
    vocabulary: frozenset[str] = frozenset(),
    year: int | None = None,
) -> People:
    """Return the people named in *text*, in order of first mention.

    *text* is an event's text with its dateline and note markers blanked; *body* is where the running text begins,
    *year* the event's, where it is known.
    A double space reads like a single one: the rules see none, and every span counts characters of *text*.
    """
    doubled = [match.end() - 1 for match in _DOUBLED.finditer(text)]
    if not doubled:
        return _find(text, body, grammar, vocabulary, year)
    pieces = (text[start:end] for start, end in pairwise([0, *(d + 1 for d in doubled), len(text)]))
    squeezed = "".join(piece[:-1] if i < len(doubled) else piece for i, piece in enumerate(pieces))
    found = _find(squeezed, body - bisect_left(doubled, body), grammar, vocabulary, year)
    return _moved(found, [d - i for i, d in enumerate(doubled)])


# a space too many; longer blanks stand where something was blanked
_DOUBLED: Final = re.compile(r"\s(?<!\s\s)\s(?!\s)")


def _moved(found: People, gaps: Sequence[int]) -> People:
    """Return *found* with its spans moved behind the spaces that were left out; *gaps* are their places without them."""

    def moved(at: Span) -> Span:
        return Span(at.start + bisect_right(gaps, at.start), at.end + bisect_right(gaps, at.end - 1))

    def person(one: Participant) -> Participant:
        mentions = tuple(NameMention(printed=m.printed, at=moved(m.at)) for m in one.mentions)
        return replace(one, mentions=mentions, role_from=moved(one.role_from) if one.role_from else None)

    return People(
        participants=tuple(map(person, found.participants)),
        doubts=tuple((code, message, moved(at)) for code, message, at in found.doubts),
    )


def _find(text: str, body: int, grammar: NameGrammar, vocabulary: frozenset[str], year: int | None) -> People:
    names = _shared_surnames(find_names(text, grammar, vocabulary), text, grammar)
    found = _join(sorted(names, key=lambda n: (-_fullness(n), n.at)))
    _sweep(found, text, grammar, vocabulary)
    ordered = [_participant(c, text) for c in sorted(_of_one_family(found.all), key=lambda c: c.start)]
    callings = Callings(offices=grammar.officials, bodies=grammar.institutions)
    described = with_roles(ordered, level(text), body, callings, year)
    return People(participants=described, doubts=tuple(found.doubts))


def _fullness(name: FoundName) -> int:
    return 2 * len(name.words) + len(name.initials)


# ---------------------------------------------------------------- joining the forms of one event


class _Clusters:
    """The people found so far, and which of them a word may belong to."""

    def __init__(self) -> None:
        self.all: list[_Cluster] = []
        self.by_key: dict[str, list[int]] = defaultdict(list)
        self.by_beginning: dict[str, list[int]] = defaultdict(list)
        self.doubts: list[tuple[str, str, Span]] = []

    def near(self, name: FoundName) -> list[int]:
        """Return, in order, the people that share a word with *name*, or the beginning of its surname."""
        places = {i for t in name.words for i in self.by_key[t.key]}
        if name.initials:
            places |= {i for t in name.words for i in self.by_beginning[t.key[:3]]}
        return sorted(places)

    def give(self, name: FoundName, fitting: Sequence[int]) -> None:
        """Give *name* to the one person it fits; to a new one where it fits none; to nobody where it fits several.

        A short form means someone who has been named: of several the only one who has.
        """
        named = [i for i in fitting if self.all[i].start < name.at.start]
        fitting = named if len(named) == 1 else fitting
        if len(fitting) == 1:
            self.all[fitting[0]] = _with(self.all[fitting[0]], name)
        elif fitting:
            self.doubts.append(_doubt(name, [self.all[i] for i in fitting]))
        else:
            for key in {t.key for t in name.words}:
                self.by_key[key].append(len(self.all))
                self.by_beginning[key[:3]].append(len(self.all))
            self.all.append(_cluster(name))


def _join(names: Iterable[FoundName]) -> _Clusters:
    """Join *names*, the fullest first, so that every short form meets the full forms it may shorten."""
    found = _Clusters()
    for name in names:
        found.give(name, [i for i in found.near(name) if _fits(name, found.all[i])])
    return found


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
        start=name.at.start,
    )


def _with(cluster: _Cluster, name: FoundName) -> _Cluster:
    """Return *cluster* with one more mention; a surname that stands alone settles which word is the surname."""
    settled = cluster.name
    alone = name.words[0] if len(name.words) == 1 and (name.initials or name.honorific) else None
    if alone and settled.full and not settled.patronymic and fold_word(settled.given) == alone.key:
        settled = replace(settled, given=settled.surname, surname=settled.given)
    return replace(
        cluster, name=settled, found=(*cluster.found, name), start=min(cluster.start, name.at.start)
    )


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
    return key == other or (
        min(len(key), len(other)) >= 7 and Levenshtein.distance(key, other, score_cutoff=1) <= 1
    )


def _sweep(found: _Clusters, text: str, grammar: NameGrammar, vocabulary: frozenset[str]) -> None:
    """Give every capital that stands alone and is part of a name found to the person it belongs to."""
    named = [f for c in found.all for f in c.found]
    taken = {offset for f in named for offset in range(f.at.start, f.at.end)} | {
        at.start for *_, at in found.doubts
    }
    for name in capitals(text, grammar, vocabulary, found.by_key.keys()):
        if name.at.start not in taken:
            key = name.words[0].key
            fitting = found.by_key[key]
            found.give(name, [i for i in fitting if fold_word(found.all[i].name.surname) == key] or fitting)


# 'Yerlan and ' directly before 'Saule Kasymov'
_AND: Final = re.compile(r"(?<![\w'.-])(?P<given>[^\W\d_]{2,40})\s{1,2}(?:and|&)\s{1,2}\Z")


def _shared_surnames(names: tuple[FoundName, ...], text: str, grammar: NameGrammar) -> tuple[FoundName, ...]:
    """Add 'Yerlan' of 'Yerlan and Saule Kasymov': a given name that borrows the surname of its neighbour."""
    plain, found, ends = level(text), {n.at: n for n in names}, {n.at.end for n in names}
    for name in names:
        near = max(0, name.at.start - 50)
        if not plain[near : name.at.start].rstrip().endswith(("and", "&")):
            continue
        lead = _AND.search(plain, near, name.at.start)
        first = name.words[0] if len(name.words) == len(name.tokens) == 2 else None
        if lead is None or first is None or first.kind not in ("given", "both"):
            continue
        at = Span(*lead.span("given"))
        if (
            lead["given"][0].isupper()
            and fold_word(lead["given"]) in grammar.given
            and (at in found or at.end not in ends)
        ):
            token = Token(text=lead["given"], at=at, kind="given")
            found[at] = FoundName(tokens=(token,), at=at, borrowed=name.words[1])
    return tuple(sorted(found.values(), key=lambda n: n.at))


def _of_one_family(clusters: Sequence[_Cluster]) -> Iterator[_Cluster]:
    """Yield *clusters*; of two given names ('Omar Askar') that is the surname which another person bears as one."""
    surnames = Counter(fold_word(c.name.surname) for c in clusters if c.name.full)
    for one in clusters:
        name = one.name
        kinds = {token.kind for mention in one.found for token in mention.words}
        unsure = name.full and not name.patronymic and kinds <= {"given", "both"}
        bears = fold_word(name.given) in surnames and surnames[fold_word(name.surname)] == 1
        if unsure and bears:
            yield replace(one, name=replace(name, given=name.surname, surname=name.given))
        else:
            yield one


# ---------------------------------------------------------------- the record


def _participant(cluster: _Cluster, text: str) -> Participant:
    found = sorted(cluster.found, key=lambda f: f.at)
    mentions = tuple(NameMention(printed=" ".join(f.at.of(text).split()), at=f.at) for f in found)
    return Participant(name=cluster.name, mentions=mentions, role="other")
