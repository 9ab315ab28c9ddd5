"""Known names and places in, invented months out: digests of any number of events, in the forms that digests take.

The same size and seed give the same text. Nobody in it exists: surnames are made of syllables.
"""

from __future__ import annotations

import calendar
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

#: events in one month
MONTHLY = 115
_SYLLABLES = (
    "ka",
    "ber",
    "dos",
    "to",
    "lan",
    "mir",
    "sha",
    "rin",
    "gal",
    "tu",
    "se",
    "zhan",
    "or",
    "kul",
    "ab",
    "ne",
)
_ENDINGS = ("ov", "ova", "bayev", "bayeva", "in", "ina", "enko", "uly")
_CODES = ("Criminal Code", "Criminal Code", "Administrative Offences Code", "Code of Administrative Offences")
_SANCTIONS = (
    "{n} years’ imprisonment",
    "{n} days of administrative arrest",
    "a fine of {n} MCI",
    "restriction of liberty for {n} years",
    "detention for {n} months",
)
_SENTENCES = (
    "The court rejected the motion of the defence and left the decision of the first instance in force.",
    "They held posters and demanded the release of all who had been detained in January.",
    "According to the lawyer, access to the case files was refused three times within one month.",
    "Police officers said that the gathering was held without permission of the local authorities.",
    "The journalist stated that “the charges are a response to her publications on the environment”.",
    "Relatives report that he was beaten in the detention centre; an inquiry into torture was refused.",
    "Workers of the company went on strike and asked for higher wages and safe conditions.",
    "The hearing was closed to the media, and observers were not let into the building.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the invented months draw on."""

    given: Sequence[str]
    #: as a dateline prints them
    places: Sequence[str]
    country: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """One invented event, before it takes a form."""

    day: int
    place: str
    people: tuple[tuple[str, str], ...]
    provision: str
    sanction: str
    text: str


def months(events: int, seed: int, known: Known) -> Iterator[tuple[str, str]]:
    """Yield ('2003-01', text) for as many months as *events* fill."""
    chance = random.Random(seed)
    people = [_person(chance, known.given) for _ in range(max(events * 6 // 10, 10))]
    for n, start in enumerate(range(0, events, MONTHLY)):
        year, month = 2003 + n // 12, n % 12 + 1
        size = min(MONTHLY, events - start)
        last = calendar.monthrange(year, month)[1]
        days = sorted(chance.randint(1, last) for _ in range(size))
        cases = [_case(chance, day, people, known) for day in days]
        yield f"{year}-{month:02}", _digest(chance, cases, year, month)


def _person(chance: random.Random, given: Sequence[str]) -> tuple[str, str]:
    stem = "".join(chance.choices(_SYLLABLES, k=chance.choice((2, 2, 3))))
    return chance.choice(given), (stem + chance.choice(_ENDINGS)).capitalize()


def _case(chance: random.Random, day: int, people: Sequence[tuple[str, str]], known: Known) -> _Case:
    article = chance.choice((174, 256, 272, 274, 378, 400, 405, 434, 488))
    part = f", Part {chance.randint(1, 4)}" if chance.random() < 0.6 else ""
    return _Case(
        day=day,
        place=chance.choice(known.places),
        people=tuple(chance.sample(people, chance.choice((1, 1, 1, 2, 3)))),
        provision=f"Article {article}{part} of the {chance.choice(_CODES)} of {known.country}",
        sanction=chance.choice(_SANCTIONS).format(n=chance.randint(1, 15)),
        text=" ".join(chance.sample(_SENTENCES, chance.randint(1, 4))),
    )


def _digest(chance: random.Random, cases: Sequence[_Case], year: int, month: int) -> str:
    form = chance.choice(FORMS)
    name = calendar.month_name[month]
    entries = [f"{form(case, name, year)}[{n}]." for n, case in enumerate(cases, 1)]
    notes = [f"[{n}] https://news{n % 40}.example/{year}/{month}/{n}" for n in range(1, len(cases) + 1)]
    return chance.choice(("\n", "\n\n")).join(entries) + "\n\n" + "\n".join(notes) + "\n"


def _header_form(case: _Case, month: str, _: int) -> str:
    names = " and ".join(f"{surname} {given}" for given, surname in case.people)
    return f"{month} {case.day}, {case.place}, {names}, {case.provision}, {case.sanction}. {case.text[:-1]}"


def _prose_form(case: _Case, month: str, _: int) -> str:
    names = ", ".join(f"{given} {surname}" for given, surname in case.people)
    return (
        f"On {case.day} {month} in {case.place}, activists {names} were sentenced under {case.provision} "
        f"to {case.sanction}. {case.text[:-1]}"
    )


def _capital_form(case: _Case, month: str, year: int) -> str:
    (given, surname), *others = case.people
    also = "".join(f" {one[0]}. {two} was a witness." for one, two in others)
    return (
        f"{month[:3].upper()}. {case.day}, {year} — {case.place.upper()} — {given} {surname} was convicted under "
        f"{case.provision}: {case.sanction}. {surname} pleaded not guilty.{also} {case.text[:-1]}"
    )


FORMS: tuple[Callable[[_Case, str, int], str], ...] = (_header_form, _prose_form, _capital_form)
