"""The editor's YAML files in, checked records out: the authority files, the sidecars, site.yaml.

Every mistake of every file is found before any is told: one ChronicleError, a line each, with file, line and key.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, TypeVar

from pydantic import TypeAdapter, ValidationError

from chronicle.addresses import copy_in, is_copy
from chronicle.authority import (
    Authority,
    KnownCase,
    KnownCode,
    KnownCopy,
    KnownOutlet,
    KnownPerson,
    KnownPlace,
    KnownTopic,
    Names,
    Redaction,
    Score,
    Sidecar,
    SiteFacts,
    Words,
    case_mistakes,
)
from chronicle.findings import ChronicleError
from chronicle.lexicon.addresses import ARCHIVES
from chronicle.seeds import SeedFile, Seeds
from chronicle.strictyaml import Loaded, Path, load, named
from chronicle.text import name_words

T = TypeVar("T")

#: a mistake in a file: where in its value, and what
_Told = tuple[Path, str]

_EXPLAINED: Final = {
    "missing": "is missing",
    "extra_forbidden": "is no key that is known here",
    "string_too_short": "is empty",
    "string_too_long": "is too long",
    "tuple_type": "must be a list",
    "list_type": "must be a list",
    "dict_type": "must be keys with values",
    "mapping_type": "must be keys with values",
    "model_type": "must be keys with values",
    "string_type": "must be a word or a sentence",
    "float_parsing": "must be a number",
    "int_parsing": "must be a whole number",
    "date_type": "must be a day written YYYY-MM-DD",
    "date_from_datetime_parsing": "must be a day written YYYY-MM-DD",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All that the editor's files say."""

    authority: Authority
    #: by edition
    sidecars: Mapping[str, Sidecar]
    site: SiteFacts
    #: None: nothing was measured
    score: Score | None = None


def read_catalogue(seeds: Seeds) -> Catalogue:
    """Return what the YAML files of *seeds* say, or raise one ChronicleError that names every mistake."""
    wrong: list[str] = []
    people = _records(seeds.authority.get("people"), KnownPerson, wrong)
    places = _records(seeds.authority.get("places"), KnownPlace, wrong)
    codes = _records(seeds.authority.get("statutes"), KnownCode, wrong)
    topics = _records(seeds.authority.get("topics"), KnownTopic, wrong)
    outlets = _records(seeds.authority.get("outlets"), KnownOutlet, wrong)
    cases = _records(seeds.authority.get("cases"), KnownCase, wrong)
    names = _record(seeds.authority.get("names"), Names, wrong, "seeds/authority/names.yaml")
    words = _record(seeds.authority.get("words"), Words, wrong, "seeds/authority/words.yaml")
    sidecars = {name: _record(file, Sidecar, wrong, file.path) for name, file in seeds.sidecars.items()}
    site = _record(seeds.site, SiteFacts, wrong, "seeds/site.yaml")
    score: Score | None = _checked(seeds.score, Score, None, wrong) if seeds.score else None
    wrong += [
        *_told(seeds.authority.get("people"), _people_mistakes(people)),
        *_redaction_mistakes(seeds, people, sidecars),
        *_told(seeds.authority.get("places"), _place_mistakes(places)),
        *_told(seeds.authority.get("statutes"), _same_ids(c.id for c in codes)),
        *_told(seeds.authority.get("topics"), _same_ids(t.id for t in topics)),
        *_told(seeds.authority.get("cases"), (*_same_ids(c.id for c in cases), *case_mistakes(cases))),
        *_told(seeds.authority.get("outlets"), _outlet_mistakes(outlets)),
        *_country_mistakes(seeds, words, places),
        *_copy_mistakes(seeds, sidecars),
    ]
    if wrong or names is None or words is None or site is None:
        raise ChronicleError("\n".join(wrong))
    known = Authority(
        people=people, places=places, codes=codes, topics=topics, outlets=outlets, cases=cases,
        names=names, words=words,
    )  # fmt: skip
    there = {name: sidecar for name, sidecar in sidecars.items() if sidecar is not None}
    return Catalogue(authority=known, sidecars=there, site=site, score=score)


# ---------------------------------------------------------------- one file


def _records(file: SeedFile | None, kind: type[T], wrong: list[str]) -> tuple[T, ...]:
    """Return the list that *file* holds; an authority file that is not there knows nothing."""
    if file is None:
        return ()
    found: tuple[T, ...] = _checked(file, tuple[kind, ...], (), wrong)  # type: ignore[valid-type]
    return found


def _record(file: SeedFile | None, kind: type[T], wrong: list[str], path: str) -> T | None:
    if file is None:
        wrong.append(f"{path}: is missing: write it (docs/editing.md shows what stands in it)")
        return None
    found: T | None = _checked(file, kind, None, wrong)
    return found


def _checked(file: SeedFile, kind: Any, empty: Any, wrong: list[str]) -> Any:  # noqa: ANN401
    loaded, found, error = _validated(file.text, kind)
    if loaded.mistakes:
        wrong += [f"{file.path}:{m.line}: {m.message}" for m in loaded.mistakes]
        return empty
    if error:
        wrong += _explained(file, loaded, error)
        return empty
    return found


# The files of names and places are long, and a preview builds again and again with the same.
@lru_cache(maxsize=64)
def _validated(text: str, kind: Any) -> tuple[Loaded, Any, ValidationError | None]:  # noqa: ANN401
    """Return what *text* holds, as records of a *kind* where nothing is wrong with it."""
    loaded = load(text)
    if loaded.mistakes:
        return loaded, None, None
    try:
        return loaded, TypeAdapter(kind).validate_python(loaded.value), None
    except ValidationError as error:
        return loaded, None, error


def _explained(file: SeedFile, loaded: Loaded, error: ValidationError) -> Iterator[str]:
    for one in error.errors(include_url=False):
        path: Path = tuple(one["loc"])
        what = _EXPLAINED.get(one["type"], one["msg"])
        seen = one["input"]
        shown = f" (it says {seen!r})" if isinstance(seen, str) and one["type"] != "extra_forbidden" else ""
        yield f"{file.path}:{loaded.line(path)}: {named(path)}: {what}{shown}"


# ---------------------------------------------------------------- what must fit together


def _told(file: SeedFile | None, mistakes: Iterable[_Told]) -> Iterator[str]:
    told = list(mistakes)
    if told and file is not None:
        loaded = load(file.text)
        yield from (f"{file.path}:{loaded.line(path)}: {named(path)}: {message}" for path, message in told)


def _twice(values: Iterable[tuple[Path, str]], what: str) -> Iterator[_Told]:
    seen: dict[str, Path] = {}
    for path, value in values:
        if value in seen:
            yield path, f"the {what} '{value}' is taken by entry {named(seen[value][:1])}"
        seen.setdefault(value, path)


def _same_ids(ids: Iterable[str]) -> Iterator[_Told]:
    return _twice((((i, "id"), id_) for i, id_ in enumerate(ids)), "id")


def _people_mistakes(people: tuple[KnownPerson, ...]) -> Iterator[_Told]:
    yield from _twice((((i, "id"), p.id) for i, p in enumerate(people) if p.id), "id")
    yield from _twice(_forms(people), "spelling")
    for i, person in enumerate(people):
        yield from (((i, key), message) for key, message in _withholding_mistakes(person))


def _withholding_mistakes(person: KnownPerson) -> Iterator[tuple[str, str]]:
    """Yield what is wrong about what *person* says of being shown: the key, and what."""
    if person.index and not person.why:
        yield "index", "needs a reason in 'why'"
    if person.index == "yes" and person.withhold:
        yield "index", "a name that is withheld has no page: take out 'index: yes' or 'withhold: yes'"
    wanted = {"reason": person.reason, "date": person.date}
    if person.withhold and None in wanted.values():
        missing = " and ".join(f"'{key}'" for key, value in wanted.items() if value is None)
        yield "withhold", f"needs {missing}"
    if not (person.withhold or person.minor or person.redact):
        for key in (key for key, value in wanted.items() if value is not None):
            yield (
                key,
                "says why or since when something is withheld, but nothing is: add 'withhold: yes', or take it out",
            )


def _forms(people: tuple[KnownPerson, ...]) -> Iterator[tuple[Path, str]]:
    """Yield every form that means a person, as the merge compares it: word for word, in any order."""
    for i, person in enumerate(people):
        paths: dict[str, Path] = {" ".join(name_words(person.name)): (i, "name")}
        for j, form in enumerate(person.spellings):
            paths.setdefault(" ".join(name_words(form)), (i, "spellings", j))
        for j, join in enumerate(person.joins):
            paths.setdefault(f"{' '.join(name_words(join.printed))} in {join.event}", (i, "joins", j))
        yield from ((path, form) for form, path in paths.items())


def _redaction_mistakes(
    seeds: Seeds, people: tuple[KnownPerson, ...], sidecars: Mapping[str, Sidecar | None]
) -> Iterator[str]:
    """Yield a sentence for each passage that is withheld from an edition that does not exist."""
    editions = {file.stem for file in seeds.editions}
    listed = (((i, "redact"), person.redact) for i, person in enumerate(people))
    yield from _told(seeds.authority.get("people"), _strangers(listed, editions))
    for name, sidecar in sidecars.items():
        mine: list[tuple[Path, tuple[Redaction, ...]]] = [(("redact",), sidecar.redact)] if sidecar else []
        yield from _told(seeds.sidecars[name], _strangers(mine, editions))


def _strangers(lists: Iterable[tuple[Path, tuple[Redaction, ...]]], editions: set[str]) -> Iterator[_Told]:
    for path, redactions in lists:
        for j, one in enumerate(redactions):
            edition = one.event.partition(".")[0]
            if edition not in editions:
                yield (*path, j, "event"), f"there is no edition {edition}: mend the number of the event"


def _place_mistakes(places: tuple[KnownPlace, ...]) -> Iterator[_Told]:
    yield from _same_ids(p.id for p in places)
    parents = {p.id: p.within for p in places}
    for i, place in enumerate(places):
        if place.within is not None and place.within not in parents:
            yield (i, "within"), f"there is no place with the id '{place.within}'"
        elif _goes_round(place.id, parents):
            yield (i, "within"), f"'{place.id}' would lie in itself"
    yield from _tile_mistakes(places)


def _tile_mistakes(places: tuple[KnownPlace, ...]) -> Iterator[_Told]:
    """Yield the places that want a tile of the map where another stands, and those with nothing to write in it."""
    wanted = (((i, "tile"), ", ".join(map(str, p.tile))) for i, p in enumerate(places) if p.tile)
    yield from _twice(wanted, "tile")
    nameless = (i for i, place in enumerate(places) if place.tile and not place.short)
    yield from (((i, "tile"), "needs a short name of at most 5 characters in 'short'") for i in nameless)


def _goes_round(start: str, parents: Mapping[str, str | None]) -> bool:
    seen, at = {start}, parents.get(start)
    while at is not None:
        if at in seen:
            return True
        seen.add(at)
        at = parents.get(at)
    return False


def _outlet_mistakes(outlets: tuple[KnownOutlet, ...]) -> Iterator[_Told]:
    yield from _same_ids(o.id for o in outlets)
    hosts = (((i, "hosts", j), h) for i, o in enumerate(outlets) for j, h in enumerate(o.hosts))
    yield from _twice(hosts, "host")


def _copy_mistakes(seeds: Seeds, sidecars: Mapping[str, Sidecar | None]) -> Iterator[str]:
    for name, sidecar in sidecars.items():
        yield from _told(seeds.sidecars.get(name), _archived_mistakes(sidecar.archived if sidecar else ()))


def _archived_mistakes(copies: tuple[KnownCopy, ...]) -> Iterator[_Told]:
    """Yield the copies that are kept at no archive that is known, or on another day, and the notes that have two."""
    numbers = ((("archived", i, "number"), str(int(c.number))) for i, c in enumerate(copies))
    for path, _ in _twice(numbers, ""):
        yield path, "this note has an archived copy above: keep one of them"
    for i, known in enumerate(copies):
        told = copy_in(known.url)
        if not is_copy(known.url):
            message = (
                f"is no copy at an archive that is known here: take one at {', '.join(sorted(ARCHIVES))}"
            )
            yield ("archived", i, "url"), f"'{known.url}' {message}"
        elif told and abs((told.date - known.date).days) > 1:
            yield ("archived", i, "date"), f"the copy's address says {told.date}: mend the one or the other"


def _country_mistakes(seeds: Seeds, words: Words | None, places: tuple[KnownPlace, ...]) -> Iterator[str]:
    if words is not None and places and words.country not in {p.id for p in places}:
        told: _Told = ("country",), f"there is no place with the id '{words.country}' in places.yaml"
        yield from _told(seeds.authority.get("words"), [told])
