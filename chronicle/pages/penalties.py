"""Sanctions in words: '15 days of administrative detention', 'fine of 107,205 tenge each'."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from chronicle.model import Sanction
from chronicle.pages.words import count, excerpt

SANCTIONS: Final = {
    "imprisonment": "imprisonment",
    "restriction_of_liberty": "restriction of liberty",
    "administrative_detention": "administrative detention",
    "pretrial_detention": "pre-trial detention",
    "house_arrest": "house arrest",
    "fine": "fine",
    "activity_ban": "ban on an activity",
    "entry_ban": "ban on entry",
    "other": "other measure",
}

#: characters of a measure's printed words beside others
_MEASURE: Final = 60
#: sanctions that are not spent as time
_NO_TIME: Final = frozenset({"activity_ban", "entry_ban", "other", "fine"})

#: '100 tenge each', '100 tenge per person': a sum or a term that each of several people, or each time, is said to bear
_SHARE: Final = re.compile(r"\b(?:each|apiece|per (?:person|head|incident|case|day|month))\b", re.IGNORECASE)


def amount(number: int, unit: str | None, units: Mapping[str, tuple[str, str]]) -> str:
    """44, 'months' -> '3 years 8 months'; 107205, 'KZT' -> '107,205 tenge', where *units* names the unit."""
    if unit == "months" and number >= 12:
        years, months = divmod(number, 12)
        return " ".join(
            [count(years, ("year", "years"))] + [count(months, ("month", "months"))] * bool(months)
        )
    if unit in {"years", "months", "days"}:
        return count(number, (unit.removesuffix("s"), unit))
    return count(number, units.get(unit, (unit, unit))) if unit else f"{number:,}"


def size(one: Sanction, units: Mapping[str, tuple[str, str]]) -> str:
    """Return the term or sum of a sanction, '' for none; '100 tenge each' where that is printed."""
    if one.amount is None:
        return ""
    share = _SHARE.search(one.printed)
    return amount(one.amount, one.unit, units) + (f" {share[0].lower()}" if share else "")


def sanction(one: Sanction, units: Mapping[str, tuple[str, str]]) -> str:
    """Return '15 days of administrative detention', 'fine of 107,205 tenge each', 'house arrest'."""
    kind = SANCTIONS.get(one.kind, one.kind.replace("_", " "))
    if one.amount is None:
        return kind
    said = size(one, units)
    if one.unit in {"years", "months", "days"} and one.kind not in _NO_TIME:
        plain = amount(one.amount, one.unit, units)
        return f"{plain} of {kind}{said.removeprefix(plain)}"
    return f"{kind} of {said}" if one.kind == "fine" else f"{kind}: {said}"


def printed_sanction(one: Sanction, units: Mapping[str, tuple[str, str]]) -> str:
    """Return the same; of a measure whose kind says nothing, with the digest's words: 'other measure “disbarment”'."""
    said = sanction(one, units)
    printed = excerpt(one.printed, _MEASURE)
    return f"{said} “{printed}”" if one.kind == "other" and printed else said
