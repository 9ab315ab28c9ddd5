"""Seeds of extremes: one man in 500 events, and every name as long as 120 letters without a space."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from chronicle.seeds import Seeds
from tests.seeding import NAMES, PLACES, STATUTES, make_seeds, seed

EVENTS: Final = 500
_EACH: Final = 25
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SURNAME: Final = "Sa" + "dyka" * 28 + "dykova"
PLACE: Final = "Be" + "rika" * 29 + "ri"
TITLE: Final = "Taking" * 20
OUTLET: Final = "Newsof" * 20
TOPIC: Final = "Rally" * 24
ADDRESS: Final = "https://news.example/" + "a" * 120

_PLACES: Final = f"""{PLACES}
- {{id: longplace, name: {PLACE}, kind: city, within: north-region, other: [Longtown], tile: [2, 1], short: LONG, at: [51.1, 53.0], source: a map}}
- {{id: shortplace, name: Shorttown, kind: city, within: freedonia, tile: [1, 2], short: SH, at: [51.1, 53.0], source: a map}}
"""
_LEDGER: Final = """kind,id,state,to,date,reason
event,2019-12.1,withdrawn,,2021-11-01,It was told twice.
"""


def extremes() -> Seeds:
    """Return the seeds of a site of extremes."""
    digests = {
        f"{2020 + n // 12}-{n % 12 + 1:02}": _digest(_MONTHS[n % 12], n) for n in range(EVENTS // _EACH)
    }
    seeds = make_seeds(
        digests,
        names=NAMES.replace("given: [", "given: [Marlena, "),
        people=f"- name: Marlena {SURNAME}\n  spellings: [Sadykova Marlena]\n  why: Invented.\n",
        places=_PLACES,
        statutes=STATUTES.replace("Taking part in a banned organisation", TITLE),
        topics=f"- {{id: rally, name: {TOPIC}, about: {TITLE}., strong: [rally]}}\n"
        "- {id: none, name: Nothing of it, about: Nothing., strong: [nowhere]}\n",
        outlets=f"- {{id: news, name: {OUTLET}, kind: news, hosts: [news.example]}}\n",
    )
    return replace(seeds, ledger=seed("ledger.csv", _LEDGER))


def _digest(month: str, nth: int) -> str:
    entries = (_entry(month, nth, number) for number in range(1, _EACH + 1))
    notes = (f"[{number}] {ADDRESS}{nth}-{number}" for number in range(1, _EACH))
    return "\n\n".join((*entries, "\n".join(notes))) + "\n"


def _entry(month: str, nth: int, number: int) -> str:
    # Nothing of 120 letters is read as a name: what is printed is short, and known under the long one.
    place = "Longtown" if number % 5 else "Shorttown"
    told = f"Case {nth * _EACH + number}: {'Judge Elena Kasova fined her 500 crowns after' if number % 3 else 'She was given 15 days of arrest for'} a rally"
    return f"{month} {number}, {place}, Sadykova Marlena, Article 405, Part 2 of the Criminal Code. {told}[{number}]."
