"""What a correction holds to be meant, as written, in; a provision, a sanction or a name out, or what is wrong with it.

Forms::

    CC 405    CC 405(2)    CC 274(4)(2)    CC 405 point 2    CC 405(1), CC 405(3)           provisions
    imprisonment 37 months    fine 91890 KZT    house_arrest 2 months    other              sanctions
    Marlen Sadykov    Sadykov Marlen    M. Sadykov                                          names
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz, process

from chronicle.capitals import NameGrammar, tokens
from chronicle.model import SANCTION_KINDS, PersonName, Provision, Span
from chronicle.names import FoundName, read_name
from chronicle.text import level, name_words

#: units of time, in records
_TIMES: Final = ("years", "months", "days")
#: how alike two words must be for one to be offered for the other, 0 to 100
_NEAR: Final = 60
# CC 274-1(4)(2) · CAO 488 · CC 405 point 2
_PROVISION: Final = re.compile(
    r"""
    (?P<code> [A-Z]{2,8} ) [ ]
    (?P<article> [0-9]{1,4} (?: -[0-9]{1,4} )? )
    (?: [ ]? \( (?P<part> [0-9]{1,3} (?: -[0-9]{1,3} )? ) \)
        (?: [ ]? \( (?P<point> [0-9]{1,3} (?: -[0-9]{1,3} )? | [a-z] ) \) )?
      | [ ] point [ ] (?P<only> [0-9]{1,3} (?: -[0-9]{1,3} )? | [a-z] ) )?
    """,
    re.VERBOSE,
)
# imprisonment 37 months · fine 91890 KZT · other
_SANCTION: Final = re.compile(r"(?P<kind>[a-z_]+)(?: (?P<amount>[0-9]{1,15}) (?P<unit>[A-Za-z]+))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A sanction by itself: in no place of a text."""

    kind: str
    amount: int | None
    unit: str | None


def provisions_of(meant: str, codes: Iterable[str], at: Span) -> tuple[Provision, ...] | str:
    """Return the provisions that *meant* names, all at one place of a text, or what is wrong with it.

    *codes* are the ids of the codes on file: 'CC'.
    """
    known = sorted(set(codes))
    found: list[Provision] = []
    for written in meant.split(","):
        read = _PROVISION.fullmatch(" ".join(written.split()))
        if read is None:
            return (
                f"'{written.strip()}' is no provision: write it as in 'CC 405', 'CC 405(2)' or 'CC 274(4)(2)'"
            )
        if read["code"] not in known:
            return f"there is no code '{read['code']}' in statutes.yaml{nearest(read['code'], known)}"
        point = read["point"] or read["only"]
        found.append(
            Provision(code=read["code"], article=read["article"], part=read["part"], point=point, at=at)
        )
    return tuple(found)


def measure_of(meant: str, units: Iterable[str]) -> Measure | str:
    """Return the sanction that *meant* names, or what is wrong with it; *units* are the ids of units of money."""
    money = tuple(units)
    read = _SANCTION.fullmatch(" ".join(meant.split()))
    if read is None:
        return f"'{meant}' is no sanction: write it as in 'imprisonment 37 months', 'fine 500 {[*money, 'USD'][0]}' or 'other'"
    kind, unit = read["kind"], read["unit"]
    if kind not in SANCTION_KINDS:
        return f"there is no kind of sanction '{kind}'{nearest(kind, SANCTION_KINDS)}"
    fitting = {"fine": money, "other": (*_TIMES, *money)}.get(kind, _TIMES)
    if unit is not None and unit not in fitting:
        return f"'{unit}' is no unit of '{kind}': write one of {', '.join(fitting)}"
    return Measure(kind=kind, amount=int(read["amount"]) if unit else None, unit=unit)


def name_of(meant: str, grammar: NameGrammar) -> PersonName:
    """Return the name that *meant* is, taken apart as one in a text is; nothing of it is left out."""
    plain = " ".join(level(meant).split())
    found = tuple(
        one._replace(kind="initial") if one.kind == "bare" else one
        for one in tokens(plain, grammar, frozenset())
    )
    if all(one.kind == "initial" for one in found):
        return PersonName(initials=plain)
    name = read_name(FoundName(tokens=found, at=Span(0, len(plain))))
    if name_words(str(name)) == name_words(plain):
        return name
    given, _, surname = plain.rpartition(" ")
    return PersonName(given=given, surname=surname)


def nearest(word: str, known: Iterable[str]) -> str:
    """Return ' (did you mean 'almaty'?)' with those of *known* that are nearly *word*, '' where there is none."""
    near = [f"'{one}'" for one in _near(word, known)]
    return f": did you mean {' or '.join(near)}?" if near else ""


def _near(word: str, known: Iterable[str]) -> Iterator[str]:
    found = process.extract(word, sorted(known), scorer=fuzz.ratio, score_cutoff=_NEAR, limit=3)
    yield from (name for name, _, _ in found)
