"""A digest and what was read from it in, the same digest in other print out: what it says stays the same.

A kind of mutation is a function ``(text, edition, random) -> edits``: the characters of the digest that it rewrites,
each kind one habit of print that digests are known to have. Nothing here changes who did what, where or when.
Tests take `KINDS`, and make the edits with `rewritten` and `rewritten_entries`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from random import Random
from typing import Final, NamedTuple

from chronicle.lexicon.dates import MONTHS, WEEKDAYS
from chronicle.model import Edition, Event, NameMention, Participant


class Edit(NamedTuple):
    """Characters `start` (inclusive) to `end` (exclusive) of a digest, and what is to stand there."""

    start: int
    end: int
    words: str


Mutation = Callable[[str, Edition, Random], Iterator[Edit]]

_LONG: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_NUMBERS: Final = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_GAPS: Final = ("\n\n", "\n", "\n \n", "\n\u00a0\n", "\n\n\n", " \n\t\n", "\u00a0\n")
_PAIRS: Final = ("“”", '""', "«»", "„“")
#: letters that one letter of another script is printed with at the beginning of a name
_INITIAL: Final = re.compile(r"Zh|Kh|Ch|Sh|Ye|Yu|Ya|[^\W\d_]")
_COUNTRY: Final = ("", " of the Republic of Kazakhstan", " of the RK", " of RK")
_CODES: Final = (("Criminal Code",), ("Code of Administrative Offences", "Administrative Offences Code"))
_CODE: Final = re.compile(
    r"\b(?P<name>Criminal Code|Code of Administrative Offences|Administrative Offences Code)"
    r"(?P<country> of the Republic of Kazakhstan\b| of the RK\b| of RK\b|(?! of| No|\w))"
)
# 'Article 405, Part 2', and nothing after it that is part of the citation; 'Article 405' by itself
_PROVISION: Final = re.compile(
    r"\bArticle (?P<article>[0-9]+(?:-[0-9]+)?)"
    r"(?:(?P<part>,? [Pp]art (?P<number>[0-9]+))(?!/|-?[0-9]| and [0-9]|, (?:Clause|[Pp]oint|[Pp]art|[0-9])))?"
)
_LAST_MARKERS: Final = re.compile(r"(?P<stop>\.?)\s*(?P<markers>(?:\[[0-9]+\]\s*)+)\.?$")
_NOTE: Final = re.compile(r"^[^\S\n]*\[(?P<number>[0-9]+)\] ?(?=https?://)", re.MULTILINE)
_QUOTED: Final = re.compile(r"[“«\"](?P<words>[^“”«»\"„]{1,400})[”»\"]")
_APOSTROPHE: Final = re.compile(r"(?<=\w)[’'](?=\w)")
_INNER_SPACE: Final = re.compile(r"(?<=\S) (?=\S)")
_BEFORE_A_DATE: Final = re.compile(
    rf"[0-9]|.{{0,60}}\b(?:{'|'.join((*map(re.escape, MONTHS), *WEEKDAYS))})\b", re.IGNORECASE | re.DOTALL
)
_TERM: Final = re.compile(
    rf"(?<![\w.,/-])(?<!, )(?P<number>{'|'.join(_NUMBERS)}|[1-9]|1[0-2])(?P<unit>[ -](?:day|month|year)s?\b)"
)


# ---------------------------------------------------------------- between entries, and their beginnings


def separators(text: str, edition: Edition, random: Random) -> Iterator[Edit]:
    """Blank lines, single line breaks, and lines with a space or a no-break space between entries."""
    for one, other in pairwise(edition.events):
        start = one.start + len(one.text)
        if not text[start : other.start].strip():
            yield Edit(start, other.start, random.choice(_GAPS))


def datelines(_text: str, edition: Edition, random: Random) -> Iterator[Edit]:
    """'December 5, Almaty, …' in every order that digests print, with the edition's year."""
    for event in edition.events:
        where = _where(event)
        if where is not None and event.printed_date.until is None:
            yield Edit(event.start, event.start + event.body, _dateline(event, where, edition, random))


def _where(event: Event) -> str | None:
    """Return the words of a dateline's places, '' for none; None where more than date and places stand in it."""
    head, at = event.text[: event.body], event.printed_date.at
    around = head[: at.start].strip() in ("", "On") and head[at.end :].strip(" ,—")
    if around is False:
        return None
    places = [mention.at for mention in event.dateline]
    if not places:
        return "" if not around else None
    words = event.text[min(at.start for at in places) : max(at.end for at in places)]
    return words if str(around).removeprefix("in ") == words else None


def _dateline(event: Event, where: str, edition: Edition, random: Random) -> str:
    day, month = event.printed_date.day, _month(event.printed_date.month, random)
    year = edition.first.year
    short = f"{_LONG[event.printed_date.month - 1][:3].upper()}. {day}, {year} — "
    if not where:
        bare = (
            f"{month} {day}, ",
            f"{day} {month}, ",
            f"On {month} {day}, ",
            f"{month} {day}, {year}, ",
            short,
        )
        return random.choice(bare)
    forms = (
        f"{month} {day}, {where}, ",
        f"{day} {month}, {where}, ",
        f"On {month} {day}, in {where}, ",
        f"On {day} {month} in {where}, ",
        f"{month} {day}, {year}, {where}, ",
        f"{where}, {month} {day}, ",
        f"{where}, {day} {month} {year}, ",
        f"{short}{where.upper()} — ",
        f"{short}{where} — ",
    )
    return random.choice(forms)


def _month(number: int, random: Random) -> str:
    name = _LONG[number - 1]
    name = random.choice((name, name, name[:3], f"{name[:3]}."))
    return random.choice((name, name, name.upper(), name.lower()))


# ---------------------------------------------------------------- names


def name_order(_text: str, edition: Edition, random: Random) -> Iterator[Edit]:
    """'Surname Given' for 'Given Surname' and the other way round: every full mention of a person, or none."""
    for event in edition.events:
        for person in event.people:
            if random.random() < 0.6:
                for mention in _full(person):
                    one, other = mention.printed.split()
                    yield _edit(event, mention, f"{other} {one}")


def initials(_text: str, edition: Edition, random: Random) -> Iterator[Edit]:
    """After the first mention in full 'Surname I.' or 'I. Surname', where no surname or initial is another's."""
    for event in edition.events:
        for person in event.people:
            if _full(person)[:1] == person.mentions[:1] and _stands_alone(person, event.people):
                later = person.mentions[1:]
                for mention in (m for m in later if m in _full(person) or m.printed == person.name.surname):
                    yield _edit(event, mention, _with_initial(person, event.text[mention.at.end :], random))


def _full(person: Participant) -> tuple[NameMention, ...]:
    """Return the mentions that are given name and surname, in either order, and nothing else."""
    words = sorted((person.name.given, person.name.surname))
    full = person.name.full and not person.name.patronymic
    return tuple(m for m in person.mentions if full and sorted(m.printed.split(" ")) == words)


def _stands_alone(person: Participant, people: Iterable[Participant]) -> bool:
    """Tell whether nobody else of *people* has the surname of *person*, or a given name of the same letter."""
    others = [other.name for other in people if other is not person]
    return not any(
        name.surname == person.name.surname or (name.given or name.initials)[:1] == person.name.given[:1]
        for name in others
    )


def _with_initial(person: Participant, after: str, random: Random) -> str:
    initial = _INITIAL.match(person.name.given)
    assert initial is not None, person
    short = [f"{initial[0]}.", person.name.surname]
    if after[:1] == " " and after[1:2].islower():
        random.shuffle(short)
    return " ".join(short)


def _edit(event: Event, mention: NameMention, words: str) -> Edit:
    return Edit(event.start + mention.at.start, event.start + mention.at.end, words)


# ---------------------------------------------------------------- laws, terms, notes


def code_names(_text: str, edition: Edition, random: Random) -> Iterator[Edit]:
    """'Criminal Code of the Republic of Kazakhstan', '… of the RK', '… of RK' or the code's name alone."""
    for event, found in _found(_CODE, edition):
        names = next(names for names in _CODES if found["name"] in names)
        yield _replaced(event, found, random.choice(names) + random.choice(_COUNTRY))


def provisions(_text: str, edition: Edition, random: Random) -> Iterator[Edit]:
    """'Article 5, Part 2', 'Part 2 of Article 5', 'Article 5 part 2', 'Art. 5, Part 2', 'Article 5(2)'."""
    for event, found in _found(_PROVISION, edition):
        article, part = found["article"], found["number"]
        if part:
            forms = (
                f"Article {article}, Part {part}",
                f"Part {part} of Article {article}",
                f"Article {article} part {part}",
                f"Art. {article}, Part {part}",
                f"Article {article}({part})",
            )
            yield _replaced(event, found, random.choice(forms))
        elif not re.match(r",? part|[(.,/-] ?[0-9]", event.text[found.end() :], re.IGNORECASE):
            yield _replaced(event, found, random.choice((f"Article {article}", f"Art. {article}")))


def numbers(_text: str, edition: Edition, random: Random) -> Iterator[Edit]:
    """'five days' for '5 days' and the other way round, in what is said of sanctions."""
    for event, found in _found(_TERM, edition):
        if any(s.at.start <= found.start() and found.end() <= s.at.end for s in event.sanctions):
            number = found["number"]
            other = _NUMBERS[int(number) - 1] if number.isdigit() else str(_NUMBERS.index(number) + 1)
            yield _replaced(event, found, random.choice((other, other, number)) + found["unit"])


def markers(text: str, edition: Edition, random: Random) -> Iterator[Edit]:
    """'text[1].', 'text [1].', 'text. [1]', 'text[1]'; '[1][2]', '[1] [2]', '[1, 2]'; '[1] https', '[1]https'."""
    for event in edition.events:
        found = _LAST_MARKERS.search(event.text)
        if found:
            joint = random.choice(("][", "] [", ", "))
            marks = "[" + joint.join(re.findall(r"[0-9]+", found["markers"])) + "]"
            forms = (f"{marks}.", f" {marks}.", f". {marks}", f".{marks}", f" {marks}", marks)
            yield _replaced(event, found, random.choice(forms))
    for note in _NOTE.finditer(text, edition.events[-1].start + len(edition.events[-1].text)):
        yield Edit(note.start(), note.end(), f"[{note['number']}]" + random.choice(("", " ")))


# ---------------------------------------------------------------- quotation marks and blanks


def quotes(_text: str, edition: Edition, random: Random) -> Iterator[Edit]:
    """Curly, straight, German quotation marks and guillemets, a pair at a time; straight apostrophes."""
    for event, found in _found(_QUOTED, edition):
        if event.text.count(found[0][0]) + event.text.count(found[0][-1]) < 20:
            opening, closing = random.choice(_PAIRS)
            start = event.start + found.start()
            yield Edit(start, start + 1, opening)
            yield Edit(event.start + found.end() - 1, event.start + found.end(), closing)
    for event, found in _found(_APOSTROPHE, edition):
        yield _replaced(event, found, random.choice("’'"))


def no_break_spaces(_text: str, edition: Edition, random: Random) -> Iterator[Edit]:
    """No-break spaces anywhere in an entry."""
    for event, found in _found(_INNER_SPACE, edition):
        if random.random() < 0.15:
            yield _replaced(event, found, "\u00a0")


def double_spaces(_text: str, edition: Edition, random: Random) -> Iterator[Edit]:
    """Two spaces, or a space and a no-break space, anywhere in an entry."""
    for event, found in _found(_INNER_SPACE, edition):
        if random.random() < 0.15:
            yield _replaced(event, found, random.choice(("  ", " \u00a0")))


def wraps(_text: str, edition: Edition, random: Random) -> Iterator[Edit]:
    """Line breaks within an entry, never directly before what reads as a date."""
    for event, found in _found(_INNER_SPACE, edition):
        if random.random() < 0.07 and not _BEFORE_A_DATE.match(event.text, found.end()):
            yield _replaced(event, found, "\n")


def layout(text: str, edition: Edition, random: Random) -> Iterator[Edit]:
    """Datelines, what parts the entries and what ends them, all at once: here a paragraph may be lost or fused."""
    for kind in (separators, datelines, markers):
        yield from kind(text, edition, random)


def _found(pattern: re.Pattern[str], edition: Edition) -> Iterator[tuple[Event, re.Match[str]]]:
    return ((event, found) for event in edition.events for found in pattern.finditer(event.text))


def _replaced(event: Event, found: re.Match[str], words: str) -> Edit:
    return Edit(event.start + found.start(), event.start + found.end(), words)


#: every kind, by its name in test reports; `separators` is part of `layout`
KINDS: Final[Mapping[str, Mutation]] = {
    kind.__name__: kind
    for kind in (
        datelines, name_order, initials, code_names, provisions, numbers, markers, quotes,
        no_break_spaces, double_spaces, wraps, layout,
    )
}  # fmt: skip


def rewritten(text: str, edits: Iterable[Edit]) -> str:
    """Return *text* with the *edits* made, from its end to its beginning; two that overlap are a mistake."""
    end = len(text)
    for edit in sorted(edits, reverse=True):
        assert edit.end <= end, edit
        text, end = f"{text[: edit.start]}{edit.words}{text[edit.end :]}", edit.start
    return text


def rewritten_entries(edition: Edition, edits: Iterable[Edit]) -> Iterator[str]:
    """Yield what each entry of *edition* is after the *edits*, so that one can tell what became of it."""
    starts = [event.start for event in edition.events]
    ends = [event.start + len(event.text) for event in edition.events]
    inside: dict[int, list[Edit]] = {}
    for edit in edits:
        n = bisect_right(starts, edit.start) - 1
        if n >= 0 and edit.end <= ends[n]:
            at = starts[n]
            inside.setdefault(n, []).append(Edit(edit.start - at, edit.end - at, edit.words))
    for n, event in enumerate(edition.events):
        yield rewritten(event.text, inside.get(n, []))
