"""Values -> the words that pages say: counts, days, months, sanctions, provisions. English, no markup."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final

from chronicle.text import SENTENCE_END, level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from chronicle.model import Correction, Edition, Event, Place, Provision

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

#: one, several
EVENTS: Final = ("event", "events")
CASES: Final = ("case", "cases")
PEOPLE: Final = ("person", "people")
PLACES: Final = ("place", "places")
ARTICLES: Final = ("article", "articles")
NOTES: Final = ("note", "notes")

#: headings over the people of one event
PARTS: Final = {
    "subject": "Those concerned",
    "official": "Officials",
    "counsel": "Lawyers",
    "relative": "Relatives",
    "witness": "Witnesses",
    "commentator": "Commentators",
    "other": "Others named",
}
#: the same, of one person
PART: Final = {
    "subject": "as one of those concerned",
    "official": "as an official",
    "counsel": "as a lawyer",
    "relative": "as a relative",
    "witness": "as a witness",
    "commentator": "as a commentator",
    "other": "named otherwise",
}

KINDS: Final = {
    "city-district": "district of a city",
    "unknown": "place",
}

OUTLETS: Final = {
    "news": "news",
    "social": "social network",
    "video": "video",
    "ngo": "non-governmental organisation",
    "official": "official",
    "other": "other",
    "unknown": "not recorded",
}

#: words in straight quotes, of a bounded length; not an apostrophe
_QUOTED: Final = re.compile(r"(?<!\w)'([^\n]{0,200}?)'(?!\w)")

#: what a correction corrects
FIELDS: Final = {
    "date": "Date",
    "year": "Year",
    "place": "Place",
    "person": "Person",
    "provision": "Provision",
    "sanction": "Sanction",
    "source": "Source",
    "note": "Editor’s note",
    "text": "Words of the digest",
}
#: what is said before the earlier and before the present words where they are not 'printed' and 'meant'
_SIDES: Final = {"text": ("earlier", "now"), "source": ("printed", "supplied later")}

LEFT_OUT: Final = {
    "furniture": "of the web page, not of the digest",
    "title": "title",
    "unplaced": "not understood",
}


#: characters of the shortest sentence that heads a row by itself
_SENTENCE: Final = 25
# the end of a sentence before another one; not that of a name: 'of the “Forward!” movement'
_ENDED: Final = re.compile(rf"{SENTENCE_END.pattern}(?<![!?][\"')] )(?=[\"'(]?[^\W\d_a-z]|[0-9])")


def count(number: int, noun: tuple[str, str]) -> str:
    """1, ('event', 'events') -> '1 event'; 1200 -> '1,200 events'."""
    return f"{number:,} {noun[number != 1]}"


def day(date: dt.date) -> str:
    """Return '8 December 2022'."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def month(key: str) -> str:
    """'2022-12' -> 'December 2022'."""
    year, number = key.split("-")
    return f"{MONTHS[int(number) - 1]} {year}"


def period(edition: Edition) -> str:
    """Return '1 to 31 December 2022', or both days whole where the months differ."""
    first, last = edition.first, edition.last
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day(last)}"
    return f"{day(first)} to {day(last)}"


def field(correction: Correction) -> str:
    """Return what a correction corrects: 'Date'."""
    return FIELDS.get(correction.field, correction.field.capitalize())


def sides(correction: Correction) -> tuple[str, str]:
    """Return what is said before the words of a correction: ('printed', 'meant')."""
    return _SIDES.get(correction.field, ("printed", "meant"))


def meant(correction: Correction, places: Mapping[str, Place] | None = None) -> str:
    """Return what a correction holds to be meant: a day in words, one of *places* by its name."""
    said = correction.meant
    if correction.field == "place" and places and said in places:
        return places[said].name
    if correction.field == "sanction":
        return said.replace("_", " ")
    try:
        return day(dt.date.fromisoformat(said)) if correction.field == "date" else said
    except ValueError:
        return said


def corrected(correction: Correction, places: Mapping[str, Place] | None = None) -> str:
    """Return a correction as plain text: 'Date: printed “January 9”, meant “9 December 2022”. It stands between …'."""
    said, reason = meant(correction, places), sentence(curly(correction.reason))
    if correction.field == "note":
        about = f" on “{correction.printed}”" if correction.printed else ""
        return f"{field(correction)}{about}: {sentence(said)} {reason}"
    both = zip(sides(correction), (correction.printed, said), strict=True)
    return f"{field(correction)}: {', '.join(f'{side} “{words}”' for side, words in both if words)}. {reason}"


def sentence(text: str) -> str:
    """Return *text* with the full stop it ends in: 'fined by Doe J.' has one already."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def curly(text: str) -> str:
    """Return our own words with the quotation marks of the page: "prints 'May 5'" -> "prints “May 5”"."""
    return _QUOTED.sub(r"“\1”", text).replace("'", "’")


def times(number: int) -> str:
    """1 -> 'once', 2 -> 'twice', 1200 -> '1,200 times'."""
    return {1: "once", 2: "twice"}.get(number, f"{number:,} times")


def same_but_case(one: str, other: str) -> bool:
    """Tell whether two forms differ by nothing but capitals and spaces: 'ALMATY' is no other form of 'Almaty'."""
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def edition_title(edition: Edition) -> str:
    """Return the title an editor gave a digest, else 'Digest of December 2022'."""
    return edition.title or f"Digest of {month(edition.id)}"


def month_of(event: Event) -> str:
    """Return the month an event belongs to, '2022-12': that of its day, else that of its edition."""
    return f"{event.date.year:04}-{event.date.month:02}" if event.date else event.edition


def joined(words: Sequence[str]) -> str:
    """Join words: ('a', 'b', 'c') -> 'a, b and c'."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def part_words(part: str | None, point: str | None) -> str:
    """'4', '2' -> 'part 4, point 2'; empty for the article as a whole."""
    return ", ".join(f"{word} {n}" for word, n in (("part", part), ("point", point)) if n is not None)


def provision(one: Provision) -> str:
    """Return 'Article 405, part 2'."""
    return ", ".join(filter(None, (f"Article {one.article}", part_words(one.part, one.point))))


def short_provision(one: Provision) -> str:
    """Return what follows the code: '405(2)'; a point without a part is spelled out: '405 point 2'."""
    if one.part is None:
        return one.article + (f" point {one.point}" if one.point else "")
    return f"{one.article}({one.part})" + (f"({one.point})" if one.point else "")


def ranges(numbers: Iterable[int]) -> str:
    """1, 2, 3, 7 -> '1–3, 7'."""
    return ", ".join(f"{a}" if a == b else f"{a}–{b}" for a, b in _runs(sorted(set(numbers))))


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for place, number in enumerate(numbers):
        if place + 1 == len(numbers) or numbers[place + 1] != number + 1:
            yield numbers[start], number
            start = place + 1


def excerpt(text: str, length: int) -> str:
    """Return the first words of *text*, one line of at most *length* characters, '…' where it was cut."""
    plain = _beginning(text, length)
    if len(plain) <= length and len(text) <= _enough(length):
        return plain
    whole = plain[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-(«“")
    # What ends a sentence, or a shortened word, stays apart: 'The A Ltd. …'.
    return whole + (" …" if whole.endswith((".", "!", "?")) and len(whole) < length - 1 else "…")


def opening(text: str, length: int) -> str:
    """Return the whole sentences with which *text* begins, as many as *length* characters hold; where none does, an excerpt."""
    plain = _beginning(text, length)
    if len(plain) > length:
        for found in reversed([*_ENDED.finditer(level(plain[: length + 3]))]):
            whole = plain[: found.end() - 1]
            if _SENTENCE <= len(whole) <= length and whole.count("“") == whole.count("”"):
                return whole
    return excerpt(text, length)


def _beginning(text: str, length: int) -> str:
    """Return the beginning of *text* with single blanks, longer than *length* characters where the text is."""
    return " ".join(text[: _enough(length)].split())


def _enough(length: int) -> int:
    """Return how much of a text fills a line: the cost of a long one is kept out of it."""
    return 2 * length + 200


def was_cut(text: str, shown: str) -> bool:
    """Tell whether *shown*, made by `excerpt`, is less than the whole of *text*."""
    return shown.endswith("…") and " ".join(text.split()) != shown


def running(event: Event) -> str:
    """Return the running text of an event for lists: without dateline, note markers and withheld names."""
    parts, at, text = [""], event.body, event.text
    for span, shown in sorted([*((n.at, "") for n in event.notes), *event.veils]):
        if span.start >= at:
            before = text[at : span.start]
            parts += filter(None, [before + shown if shown else before.rstrip()])
            at = span.end
            # 'Doe J.[34].': without its marker, the sentence still ends once.
            twice = parts[-1].endswith(".") and text.startswith(".", at) and not text.startswith("..", at)
            at += twice and not shown
    return "".join([*parts, text[at:]]).strip()
