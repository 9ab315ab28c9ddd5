"""English words around a name in, the part that a calling among them gives out.

Forms::

    judge · human rights defender · deputy akim · wife        a noun of office, kin or calling
    a representative of the Ministry · head of the NGO        a calling that says nothing until the body is named
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from chronicle.lexicon import people as words, roles as wordings

_WORD: Final = re.compile(r"[^\W\d_]+(?:['\-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Callings:
    """The country's own words, in lower case, beside the English ones."""

    #: for officials: 'akim'
    offices: Collection[str]
    #: for institutions of the state: 'akimat'
    bodies: Collection[str]


def lower_words(phrase: str) -> list[str]:
    """Return the words of *phrase* in lower case, without possessive endings."""
    return [word.lower().removesuffix("'s") for word in _WORD.findall(phrase)]


def role_of(phrase: str, known: Callings) -> str | None:
    """Return the kind of calling that *phrase*, in lower case, is as a whole; None where it is none."""
    groups = (
        ("commentator", words.COMMENTATORS),
        ("employer", words.EMPLOYERS),
        ("official", words.OFFICIALS),
        ("official", known.offices),
        ("relative", words.KIN),
        ("witness", words.WITNESSES),
        ("counsel", words.COUNSEL),
        ("accused", words.ACCUSED),
        ("subject", words.SUBJECTS),
    )
    for role, group in groups:
        if phrase in group:
            return role
    return None


def calling_in(lower: Sequence[str], known: Callings) -> str | None:
    """Return the role of the first calling in an apposition: 'a representative of the Ministry' is an official."""
    for i, word in enumerate(lower):
        if word in wordings.PARTIES and lower[i + 1 : i + 2] == ["representative"]:
            return "counsel"
        if word in words.OF_BODIES:
            body = _body(lower[i + 1 :], known) or _body(lower[:i], known)
            firm = word in words.HEADS and _runs_firm(lower[i + 1 :])
            if firm or body:
                return "employer" if firm else body
        for count in (4, 3, 2, 1):
            role = role_of(" ".join(lower[i : i + count]), known) if i + count <= len(lower) else None
            if role:
                return role
    return None


def _runs_firm(lower: Sequence[str]) -> bool:
    """Tell whether a firm or a school is the first body named: 'of the city water utility'."""
    bodies = (words.CIVIL_BODIES, words.STATE_BODIES, words.FIRMS)
    first = next((word for word in lower if any(word in group for group in bodies)), "")
    return first in words.FIRMS


def _body(lower: Sequence[str], known: Callings) -> str | None:
    for word in lower:
        if word in wordings.PARTIES:
            return "counsel"
        if word in words.CIVIL_BODIES:
            return "commentator"
        if word in words.STATE_BODIES or word in known.bodies:
            return "official"
    return None
