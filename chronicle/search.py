"""Chronicle -> search/*.js: what names things, loaded first, and the events' full text, a file a year.

Each file is a script that hands its data to the search page, for pages read from a disk may load nothing else. Only
what has a page of its own is named; texts are those of lists and feeds, withheld names are not in them.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from anyascii import anyascii

from chronicle import urls
from chronicle.model import Output
from chronicle.pages import words
from chronicle.pages.facets import FACETS, Labels, labels_of, ranked, tokens
from chronicle.text import FOLDS, PARTING, fold_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from chronicle.model import Article, Chronicle, Edition, Event, Person, Place

#: characters whose Latin letters the search page is told, from first to last: Latin, Greek, Cyrillic, Armenian,
#: Hebrew, Arabic, Georgian, more Latin. Whatever else a name holds is added one by one.
_BLOCKS: Final = ((0x80, 0x6FF), (0x10A0, 0x10FF), (0x1E00, 0x1FFF), (0xFB00, 0xFB06), (0xFF21, 0xFF5A))
_NO_LETTER: Final = re.compile(r"[^a-z]")
_NO_SLUG: Final = re.compile(r"[^a-z0-9]+")


def search_files(chronicle: Chronicle) -> Iterator[Output]:
    """Yield every file that the search page loads."""
    labels = labels_of(chronicle)
    counts: dict[str, Counter[str]] = {key: Counter() for key in FACETS}
    years: list[tuple[str, int, int]] = []
    for year, events in groupby(_newest_first(chronicle), lambda event: words.month_of(event)[:4]):
        records = [_event(event, labels) for event in events]
        for record in records:
            _count(record[2], counts)
        output = _script(urls.search_year(year), year, records)
        years.append((year, len(records), len(output.data)))
        yield output
    names = {**_letters(chronicle), **_names(chronicle), **_facets(counts, labels), "years": years}
    yield _script(urls.SEARCH_NAMES, "names", names)


def _script(path: str, name: str, value: object) -> Output:
    """Return *value* as a script that hands it over under *name*; a list has a line for each of its items."""
    lines = ",\n".join(map(_json, value)) if isinstance(value, list) else ""
    data = f"[\n{lines}\n]" if lines else _json(value)
    return Output(path, f"chronicleData({_json(name)},{data});\n".encode())


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


# ---------------------------------------------------------------- events


def _newest_first(chronicle: Chronicle) -> list[Event]:
    """Sort by month, then by day, then by edition and position; what has no day comes last in its month."""
    placed = enumerate(chronicle.events)
    keyed = [
        (words.month_of(one), one.date.isoformat() if one.date else "", place, one) for place, one in placed
    ]
    return [one[3] for one in sorted(keyed, key=lambda one: one[:3], reverse=True)]


def _event(event: Event, labels: Labels) -> tuple[str, str, str, str]:
    """Return id, title, facets and running text."""
    text = " ".join(words.running(event).split())
    return event.id, event.title or f"Event {event.id}", tokens(event, labels), text


def _count(found: str, counts: dict[str, Counter[str]]) -> None:
    for token in found.split():
        key, _, value = token.partition(":")
        counts[key][value] += 1


def _facets(counts: dict[str, Counter[str]], labels: Labels) -> dict[str, Any]:
    """Return the facets of all events: [key, name, [[value, label, events]]]."""
    return {
        "facets": [
            [key, name, [[one.id, one.label, one.count] for one in ranked(key, counts[key], labels)]]
            for key, name in FACETS.items()
        ]
    }


# ---------------------------------------------------------------- names


def _names(chronicle: Chronicle) -> dict[str, Any]:
    names = {one.id: one.name for one in chronicle.places}
    return {
        "people": "\n".join(sorted(map(_person, chronicle.people))),
        "places": [_place(one, names) for one in chronicle.places],
        "codes": [[one.id, one.slug, one.name] for one in chronicle.codes],
        "articles": [_article(one) for code in chronicle.codes for one in code.articles],
        "topics": [[one.id, one.name, len(one.events)] for one in chronicle.topics],
        "cases": [[one.id, one.title, len(one.events)] for one in chronicle.cases],
        "outlets": [
            [one.id, one.name, len({event.id for event, _ in one.citations}), *one.hosts]
            for one in chronicle.outlets
        ],
        "editions": [_edition(one) for one in reversed(chronicle.editions)],
        "gone": [line.id for line in chronicle.tombstones if line.kind == "event"],
    }


def _person(person: Person) -> str:
    """Return last word of the name, the rest, the events, the id where it is not made so, other spellings.

    Divided by tabs, empty ones at the end left out: a person costs some ten bytes once the file is packed.
    """
    name = _plain(person.name)
    rest, _, last = name.rpartition(" ")
    events = len(person.appearances)
    number = "" if events == 1 else str(events)
    identity = "" if _NO_SLUG.sub("-", name.lower()).strip("-") == person.id else person.id
    spellings = "|".join(_unlike(name, person.printed))
    return f"{last}\t{rest}\t{number}\t{identity}\t{spellings}".rstrip("\t")


def _plain(name: str) -> str:
    return " ".join(name.replace("|", " ").split())


def _unlike(name: str, printed: Iterable[str]) -> Iterator[str]:
    """Yield the forms that would not be found by the *name*: of another word than it, or of its beginnings."""
    known = _folded(name)
    for form in map(_plain, printed):
        if not all(any(own.startswith(word) for own in known) for word in _folded(form)):
            yield form


def _folded(name: str) -> tuple[str, ...]:
    return tuple(filter(None, map(fold_word, PARTING.split(name))))


def _place(place: Place, names: Mapping[str, str]) -> list[str | int]:
    """Return id, name, kind, what it lies in, events, other and former names."""
    around = names.get(place.within[0], "") if place.within else ""
    events = {event.id for event in (*place.events, *place.inside)}
    kind = words.KINDS.get(place.kind, place.kind)
    return [place.id, place.name, kind, around, len(events), *place.former, *place.other]


def _article(article: Article) -> list[str | int]:
    """Return id, title, events, parts and points ('2', '4.2')."""
    cited = {(one.part, one.point) for _, provisions in article.citations for one in provisions}
    anchors = sorted(urls.part_anchor(*one) for one in cited)
    return [article.id, article.title or "", len(article.citations), *filter(None, anchors)]


def _edition(edition: Edition) -> list[object]:
    """Return id, title, and the labels of its events: their number where they are 1, 2, 3 … in order."""
    labels = [event.label for event in edition.events]
    plain = labels == [str(n) for n in range(1, len(labels) + 1)]
    return [edition.id, words.edition_title(edition), len(labels) if plain else labels]


# ---------------------------------------------------------------- letters


def _letters(chronicle: Chronicle) -> dict[str, Any]:
    """Return what makes `text.fold` in the browser: the Latin letters of other characters, and what is joined."""
    return {"folds": FOLDS, "letters": _blocks(), "others": {one: _latin(one) for one in _others(chronicle)}}


@cache
def _blocks() -> tuple[tuple[int, str], ...]:
    return tuple(
        (first, ",".join(_latin(chr(code)) for code in range(first, last + 1))) for first, last in _BLOCKS
    )


def _latin(character: str) -> str:
    return _NO_LETTER.sub("", anyascii(character).lower())


def _others(chronicle: Chronicle) -> list[str]:
    """Return the characters of names that are in no block."""
    names: list[Iterable[str]] = [(one.name, *one.printed) for one in chronicle.people]
    names += [(one.name, *one.former, *one.other) for one in chronicle.places]
    used = {sign for forms in names for form in forms if not form.isascii() for sign in form}
    return sorted(sign for sign in used if _latin(sign) and not _in_block(ord(sign)))


def _in_block(code: int) -> bool:
    return code < 0x80 or any(first <= code <= last for first, last in _BLOCKS)
