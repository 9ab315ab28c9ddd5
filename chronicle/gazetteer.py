"""The known places -> a Gazetteer; a printed name -> the place it means, or why it means none.

Forms::

    Almaty    ALMATY    Alma-Ata    Öskemen    Mangistau region    the Mangystau Region    Almaty Oblast
    Burlinsky district    Almalinskiy district    Zarechnyi village    village of Koksayek    the city of Oral

A bare name is that of a city, a town or a village before that of a country, and of a region only where nothing
else has it; it is never that of a district. Where two places of one sort have the name, those named beside it
decide; else it means none. Left out: what stands around a name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz, process

from chronicle.authority import KnownPlace, Words
from chronicle.lexicon.places import BODIES, KIND_WORDS, MEANT_BY, RANKS, TITLES, UNLISTED_KINDS
from chronicle.model import PlaceMention, Span
from chronicle.text import fold, slug

#: the longest name that is looked up, in characters
_LONGEST: Final = 60
#: how alike a misprint and the name are (rapidfuzz, 0 to 100), and the shortest key that is compared
_ALIKE: Final = 90
_SHORTEST: Final = 5
#: ways of naming, best first
_WAYS: Final = ("name", "former", "misprint")


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """The known places, and the keys under which their names are found."""

    places: Mapping[str, KnownPlace]
    #: id -> the ids of what it lies in, from the next larger to the largest
    within: Mapping[str, tuple[str, ...]]
    #: fold key of a name without its kind word -> id -> 'name', 'former' or 'misprint'
    names: Mapping[str, Mapping[str, str]]
    #: the same, last vowel dropped: what an adjective is made of
    stems: Mapping[str, Mapping[str, str]]
    #: 'oblast' -> 'region'
    kind_words: Mapping[str, str]
    #: fold keys of the endings of adjectives, shortest first
    endings: tuple[str, ...]
    #: id of the country that the chronicle is about
    country: str
    #: fold keys of given names: never taken for a misprinted place
    given: frozenset[str]

    def knows(self, printed: str) -> bool:
        """Tell whether *printed* names a known place, by itself or with those beside it."""
        reading = read_name(printed, self)
        return reading is not None and reading.way in (*_WAYS, "ambiguous")

    def is_home(self, place: str) -> bool:
        """Tell whether the place of id *place* lies in the chronicle's own country."""
        return self.country in self.within.get(place, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a printed name means."""

    #: the name without its kind word
    stem: str
    #: what the kind word says: 'region', 'district', 'city', 'town', 'village'; None for a bare name
    kind: str | None
    #: 'name', 'former', 'misprint', 'ambiguous' (two places and nothing to decide), 'unknown'
    way: str
    place: KnownPlace | None = None

    @property
    def rank(self) -> int:
        """Where it stands among places, the most specific first."""
        return RANKS.index(
            self.place.kind if self.place else UNLISTED_KINDS.get(self.kind or "city", "village")
        )

    @property
    def formed(self) -> bool:
        """Whether its form alone makes it a place: a kind word beside capitalised ones."""
        return self.kind is not None and all(word[:1].isupper() for word in self.stem.split())


def gazetteer(places: Iterable[KnownPlace], words: Words, given: Iterable[str] = ()) -> Gazetteer:
    """Return *places* ready to be looked up, with the country's own *words* and its *given* names."""
    known = {place.id: place for place in places}
    kind_words = KIND_WORDS | {word: kind for kind, more in words.place_words.items() for word in more}
    names: dict[str, dict[str, str]] = defaultdict(dict)
    stems: dict[str, dict[str, str]] = defaultdict(dict)
    for place, name, way in _all_names(known.values()):
        key = fold(_parted(name, kind_words)[1])
        names[key].setdefault(place.id, way)
        # 'Saryagash' and '-skiy' fold to one s: 'Saryagashskiy'
        for stem in {key, key.rstrip("aeiou"), key.removesuffix("s")}:
            stems[stem].setdefault(place.id, way)
    return Gazetteer(
        places=known,
        within={place: tuple(_larger(place, known)) for place in known},
        names=names,
        stems=stems,
        kind_words=kind_words,
        endings=tuple(
            sorted({fold(ending) for ending in words.adjective_endings}, key=lambda e: (len(e), e))
        ),
        country=words.country,
        given=frozenset(map(fold, given)),
    )


def read_name(printed: str, known: Gazetteer, beside: Iterable[str] = ()) -> Reading | None:
    """Return what *printed* means; None where it is no name at all.

    *beside* are the ids of places named next to it, which decide between places of one name.
    """
    reading, ways = _read_alone(printed, known)
    found = _narrowed(list(ways), known, beside) if reading and reading.way == "ambiguous" else ()
    if reading and len(found) == 1:
        return replace(reading, way=ways[found[0]], place=known.places[found[0]])
    return reading


# A digest names few places, each many times.
@lru_cache(maxsize=4096)
def _read_alone(printed: str, known: Gazetteer) -> tuple[Reading | None, Mapping[str, str]]:
    """Return what *printed* means with no place beside it, and the places that it may mean, each with its way."""
    kind, stem = _parted(printed, known.kind_words) if 0 < len(printed) <= _LONGEST else (None, "")
    if not any(word[:1].isupper() for word in stem.split()):
        return None, {}
    key = fold(stem)
    ways = known.names.get(key, {})
    found = _meant(ways, kind, known)
    if not found and kind is not None:
        ways = _by_adjective(key, known)
        found = _meant(ways, kind, known)
    if len(found) == 1:
        return Reading(stem=stem, kind=kind, way=ways[found[0]], place=known.places[found[0]]), ways
    reading = Reading(stem=stem, kind=kind, way="ambiguous" if found else "unknown")
    return reading, {place: ways[place] for place in found}


def read_misprint(printed: str, known: Gazetteer) -> Reading | None:
    """Return the one place of the country whose name *printed*, one or two capitalised words, nearly is.

    None where two come near, where it is a given name, and where it only adds an ending to a name.
    """
    kind, stem = _parted(printed[: _LONGEST + 1], known.kind_words)
    key = fold(stem)
    capitals = all(word[:1].isupper() for word in stem.split())
    if len(printed) > _LONGEST or not 0 < len(stem.split()) <= 2 or not capitals or len(key) < _SHORTEST:
        return None
    if key in known.given or known.given & set(key.split()):
        return None
    near = process.extract(key, known.names.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=None)
    ways = {
        place: way
        for name, _, _ in near
        if not key.startswith(name)
        for place, way in known.names[name].items()
        if known.is_home(place)
    }
    found = _meant(ways, kind, known)
    place = known.places[found[0]] if len(found) == 1 else None
    return Reading(stem=stem, kind=kind, way="misprint", place=place) if place else None


def mention_of(reading: Reading, printed: str, at: Span, known: Gazetteer) -> PlaceMention:
    """Return *reading* as a mention: a place that is not known gets an id made from its name."""
    if reading.place is not None:
        return PlaceMention(id=reading.place.id, name=reading.place.name, printed=printed, at=at)
    stem = reading.stem.title() if reading.stem.isupper() and len(reading.stem) > 3 else reading.stem
    name = stem + TITLES.get(reading.kind or "", "")
    made = slug(name) or "unnamed"
    made = f"{made}-unlisted" if made in known.places else made
    return PlaceMention(id=made, name=name, printed=printed, at=at, listed=False)


def nests(reading: Reading, others: Iterable[Reading], known: Gazetteer) -> bool:
    """Tell whether the place read is or lies in one of the *others*, or one of them in it."""
    if reading.place is None:
        return False
    here = reading.place.id
    there = [other.place.id for other in others if other.place]
    return any(place in (here, *known.within[here]) or here in known.within[place] for place in there)


def read_names(flat: str, spans: Iterable[Span], known: Gazetteer) -> list[tuple[Reading, Span]]:
    """Return what the *spans* of *flat* mean, each read in the light of the others and of misprints."""
    alone = [(read_name(at.of(flat), known), at) for at in spans]
    ids = [reading.place.id for reading, _ in alone if reading and reading.place]
    reads = []
    for _, at in alone:
        reading = read_name(at.of(flat), known, ids) or Reading(stem=at.of(flat), kind=None, way="unknown")
        misprint = read_misprint(at.of(flat), known) if reading.way == "unknown" else None
        reads.append((misprint or reading, at))
    return reads


def without_country(reads: Sequence[tuple[Reading, Span]], known: Gazetteer) -> list[tuple[Reading, Span]]:
    """Return *reads* without the chronicle's own country, unless nothing else is named."""
    inside = [read for read in reads if not read[0].place or read[0].place.id != known.country]
    return inside or list(reads)


def as_printed(text: str, at: Span) -> str:
    """Return the words at *at*, a line break in them a space."""
    return at.of(text).replace("\n", " ")


def goes_on(follows: str) -> bool:
    """Tell whether the word that *follows* a place's name does not make a body's or a street's name of both."""
    return not follows[0].isupper() and follows.lower() not in BODIES


def runs_on(flat: str, words: Sequence[re.Match[str]], n: int) -> bool:
    """Tell whether nothing but spaces parts word *n* from the word before it."""
    return not flat[words[n - 1].end() : words[n].start()].strip(" ")


def _all_names(places: Iterable[KnownPlace]) -> Iterator[tuple[KnownPlace, str, str]]:
    for place in places:
        yield place, place.name, "name"
        yield from ((place, name, "former") for name in place.former)
        yield from ((place, name, "misprint") for name in place.misprints)
        yield from ((place, name, "name") for name in place.other)


def _larger(place: str, known: Mapping[str, KnownPlace]) -> Iterator[str]:
    seen = {place}
    upper = known[place].within
    while upper is not None and upper in known and upper not in seen:
        yield upper
        seen.add(upper)
        upper = known[upper].within


def _parted(printed: str, kind_words: Mapping[str, str]) -> tuple[str | None, str]:
    """Return kind and name: 'the village of Koksayek' -> 'village', 'Koksayek'; 'Almaty' -> None, 'Almaty'."""
    words = printed.split()
    words = words[1:] if len(words) > 1 and words[0].lower() == "the" else words
    before = kind_words.get(words[0].lower()) if len(words) > 2 and words[1].lower() == "of" else None
    if before:
        rest = words[2:]
        return before, " ".join(rest[1:] if rest[0] == "the" and len(rest) > 1 else rest)
    after = kind_words.get(words[-1].lower()) if len(words) > 1 else None
    return (after, " ".join(words[:-1])) if after else (None, " ".join(words))


def _meant(ways: Mapping[str, str], kind: str | None, known: Gazetteer) -> list[str]:
    """Return the places of the best sort that a name may mean: its own name before a former one."""
    for kinds in MEANT_BY[kind] if ways else ():
        for way in _WAYS:
            found = sorted(p for p, w in ways.items() if w == way and known.places[p].kind in kinds)
            if found:
                return found
    return []


def _by_adjective(key: str, known: Gazetteer) -> Mapping[str, str]:
    for ending in known.endings:
        stem = key.removesuffix(ending)
        if stem != key and len(stem) > 2 and stem in known.stems:
            return known.stems[stem]
    return {}


def _narrowed(found: list[str], known: Gazetteer, beside: Iterable[str]) -> list[str]:
    """Return of several places with one name the one that lies where those *beside* it lie, if just one does."""
    around = {larger for place in beside for larger in (place, *known.within.get(place, ()))} - {
        known.country
    }
    near = [place for place in found if around & {place, *known.within[place]}]
    return near if len(near) == 1 else found
