"""The events of one digest in, the forms in which a few of them differ from the rest out.

Forms, each told once a digest, at the first entry that has it::

    text [6].  among  text[5].        On December 14, …  6 December, …  among  December 5, …
    text[12]   among  text[12].       text. [15].        among  text. [14]
    two spaces between words          no place in the dateline         Zh[31] without its point
    Astana, The office …              «…» among “…”                    one quotation, and nobody who says it
    Oskemen    among  Öskemen

A digest's own habit is no slip: what more than a third of the entries do is not told.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from chronicle.lexicon.oddities import COMMON
from chronicle.model import Event, NameMention, PlaceMention, Span
from chronicle.text import fold, level

#: code, message, and the event and place of the first
Form = tuple[str, str, Event, Span]

#: of what share of the entries a form is the digest's own habit
_HABIT: Final = 1 / 3
#: how many entries are named
_MOST_NAMED: Final = 12
_WIDE: Final = re.compile("[ \u00a0][ \u00a0]+")
_STOP: Final = re.compile(r"[.!?…][\"”»’)]{0,2}\Z")
_INITIAL_END: Final = re.compile(r"\b[A-Z][a-z]?\.\Z")
_WORD: Final = re.compile(r"[^\W\d_]+")
# 'Zh' of 'Ashtaev Zh'
_POINTLESS: Final = re.compile(r"(?:^|\s)[A-Z][a-z]?\Z")
_PAIRS: Final = (("“", "”"), ("«", "»"), ("„", "“"), ('"', '"'))
_QUOTED: Final = re.compile(r"[“«„\"](?P<said>[^“”«»„\"]*)[”»“\"][\s.]*\Z")


def find_forms(events: Sequence[Event]) -> tuple[Form, ...]:
    """Return how a few of *events* differ in form from the others of their digest, each kind of form once."""
    told: dict[str, Form] = {}
    for code, message, event, at in (*_odd_forms(events), *_habits(events), *_place_forms(events)):
        before = told.get(code)
        told[code] = (code, f"{before[1]}; {message}", *before[2:]) if before else (code, message, event, at)
    return tuple(told.values())


def entries(labels: Sequence[str]) -> str:
    """Return 'entry 5', or 'entries 5, 6 and 7'; of many the first twelve."""
    if len(labels) == 1:
        return f"entry {labels[0]}"
    if len(labels) > _MOST_NAMED:
        return f"entries {', '.join(labels[:_MOST_NAMED])} and {len(labels) - _MOST_NAMED} more"
    return f"entries {', '.join(labels[:-1])} and {labels[-1]}"


def _told(code: str, message: str, found: Sequence[tuple[Event, Span]], of: int) -> Iterator[Form]:
    if found and len(found) <= max(of * _HABIT, 1):
        yield code, f"{message} {entries([e.label for e, _ in found])}", *found[0]


# ---------------------------------------------------------------- forms that are odd in themselves


def _odd_forms(events: Sequence[Event]) -> Iterator[Form]:
    for code, message, odd_at in _FORMS:
        found = [(event, at) for event in events if (at := odd_at(event))]
        yield from _told(code, message, found, len(events))


def _wide(event: Event) -> Span | None:
    found = _WIDE.search(event.text)
    return Span(*found.span()) if found else None


def _placeless(event: Event) -> Span | None:
    return event.printed_date.at if not event.dateline else None


def _pointless(event: Event) -> Span | None:
    """Return the first name that ends in an initial without its point."""
    return next((m.at for p in event.people for m in p.mentions if _lacks_point(event.text, m)), None)


def _lacks_point(text: str, mention: NameMention) -> bool:
    return _POINTLESS.search(mention.printed) is not None and text[mention.at.end : mention.at.end + 1] != "."


def _capital(event: Event) -> Span | None:
    """Return a word with a capital after the dateline's comma, where it is no name: 'Astana, The'."""
    comma = level(event.text[: event.body]).rstrip().endswith(",")
    word = _WORD.match(event.text, event.body)
    common = word is not None and word[0].lower() in COMMON and word[0][0].isupper()
    return Span(*word.span()) if comma and common and word else None


def _speakerless(event: Event) -> Span | None:
    """Return the quotation that is the whole entry."""
    end = event.notes[0].at.start if event.notes else len(event.text)
    found = _QUOTED.fullmatch(event.text[event.body : end].strip())
    return Span(event.body, event.body + 1) if found else None


_FORMS: Final[tuple[tuple[str, str, Callable[[Event], Span | None]], ...]] = (
    ("uneven-form", "more than one space between words in", _wide),
    ("no-place", "no place in the dateline of", _placeless),
    ("initial-without-point", "a name ends in an initial without its point in", _pointless),
    ("uneven-form", "a capital after the dateline's comma in", _capital),
    ("no-speaker", "nothing but a quotation, and nobody who says it, in", _speakerless),
)


def _place_forms(events: Sequence[Event]) -> Iterator[Form]:
    """Yield the places whose one name is spelt in two ways: 'ÖSKEMEN', 'OSKEMEN'."""
    forms: dict[tuple[str, str], dict[str, tuple[Event, PlaceMention]]] = defaultdict(dict)
    for event in events:
        for place in (*event.dateline, *event.mentions):
            forms[place.id, fold(place.printed)].setdefault(place.printed.casefold(), (event, place))
    for spelt in forms.values():
        if len(spelt) > 1:
            words = ", ".join(f"'{place.printed}' (entry {event.label})" for event, place in spelt.values())
            event, place = list(spelt.values())[1]
            yield "uneven-form", f"one place is printed {words}", event, place.at


# ---------------------------------------------------------------- forms that differ from the digest's habit


def _habits(events: Sequence[Event]) -> Iterator[Form]:
    for code, words, form_of, place_of in _HABITS:
        forms = [(event, form) for event in events if (form := form_of(event)) is not None]
        usual = Counter(form for _, form in forms).most_common(1)
        for form, message in words.items():
            found = [(event, place_of(event)) for event, own in forms if own == form]
            if found and usual[0][0] != form:
                yield from _told(code, message, found, len(forms))


def _at_note(event: Event) -> Span:
    return event.notes[0].at if event.notes else Span(max(len(event.text) - 1, 0), len(event.text))


def _at_date(event: Event) -> Span:
    return event.printed_date.at


def _spacing(event: Event) -> str | None:
    if not event.notes:
        return None
    before = event.text[event.notes[0].at.start - 1 : event.notes[0].at.start]
    return "space" if before.isspace() else "close"


def _stop(event: Event) -> str:
    """Return where the full stop stands: before the note, after it, on both sides, on none."""
    first = event.notes[0].at.start if event.notes else len(event.text)
    before = event.text[:first].rstrip()
    after = event.text[event.notes[-1].at.end :].strip() if event.notes else ""
    stops = bool(_STOP.search(before[-5:])) and not _INITIAL_END.search(before[-5:]), after.startswith(".")
    if after.strip(".") or (all(stops) and not before.endswith(".")):
        return "usual"
    return {(True, True): "both", (False, False): "none"}.get(stops, "usual")


def _quotes(event: Event) -> str | None:
    """Return the kind of quotation marks that an event uses in pairs, if it has just one kind."""
    kinds = [f"{a}{b}" for a, b in _PAIRS if a in event.text and event.text.count(a) == event.text.count(b)]
    return kinds[0] if len(kinds) == 1 else None


def _at_quote(event: Event) -> Span:
    at = min(event.text.index(a) for a, _ in _PAIRS if a in event.text)
    return Span(at, at + 1)


def _lead(event: Event) -> str:
    """Return what stands before the dateline's date."""
    start = event.printed_date.at.start
    if any(place.at.end <= start for place in event.dateline):
        return "place"
    return "on" if event.text[:start].strip().lower().startswith("on") else "date"


def _order(event: Event) -> str:
    return "day" if event.printed_date.text[:1].isdigit() else "month"


def _year(event: Event) -> str:
    return "year" if event.printed_date.year else "no year"


def _in(event: Event) -> str | None:
    after = [place.at.start for place in event.dateline if place.at.start >= event.printed_date.at.end]
    before = event.text[event.printed_date.at.end : min(after)].split() if after else []
    return ("in" if "in" in before else "bare") if after else None


_HABITS: Final[
    tuple[tuple[str, dict[str, str], Callable[[Event], str | None], Callable[[Event], Span]], ...]
] = (
    (
        "uneven-form",
        {"space": "a space before the note in", "close": "no space before the note in"},
        _spacing,
        _at_note,
    ),
    (
        "uneven-form",
        {"both": "a full stop before the note and one after it in", "none": "no full stop at the end of"},
        _stop,
        _at_note,
    ),
    (
        "uneven-form",
        {
            "on": "'On' before the date in",
            "place": "the place before the date in",
            "date": "the date first in",
        },
        _lead,
        _at_date,
    ),
    (
        "uneven-form",
        {"day": "the day before the month in", "month": "the month before the day in"},
        _order,
        _at_date,
    ),
    (
        "uneven-form",
        {"year": "a year in the dateline of", "no year": "no year in the dateline of"},
        _year,
        _at_date,
    ),
    ("uneven-form", {"in": "'in' before the place in", "bare": "no 'in' before the place in"}, _in, _at_date),
    ("uneven-form", {f"{a}{b}": f"{a}…{b} for quotation marks in" for a, b in _PAIRS}, _quotes, _at_quote),
)
