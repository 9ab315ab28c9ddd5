"""The words around a name in, what befalls the person out: detained, refused, addressed, asking, only mentioned.

Forms::

    X was detained · X, who …, was fined · the X case          said after the name
    police detained X · the arrest of X · no permission to X   said before it
    X stood there. She was taken away                          said of the one named last
    his client, X · former president X · a letter to X         mentioned for another's sake
    X asked where her brother, Y, is                           for a relative's sake
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from chronicle.lexicon import people as words, roles as wordings
from chronicle.model import Span
from chronicle.text import lowered

# How much the words that tell a part weigh: the heaviest decide, of equals the first.
WEIGHTS: Final = {
    "header": 90,
    "own rights": 80,
    "surely aside": 70,
    "befalls": 60,
    "pronoun": 57,
    "relative": 55,
    "accused": 52,
    "official": 50,
    "counsel": 50,
    "witness": 50,
    "denied": 47,
    "family": 46,
    "aside": 45,
    "testifies": 44,
    "own lot": 43,
    "does": 42,
    "commentator": 41,
    "employer": 41,
    "speech": 40,
    "subject": 20,
    "leads": 15,
    "perhaps": 10,
}
#: characters before a name that say what befalls it
_NEAR: Final = 90
_KIN: Final = "|".join(sorted(words.KIN))

# characters of a clause, the points of initials and numbers among them
_INNER: Final = r"(?:[^.;]|(?<=\b[A-Z])\.|(?<=\bNo)\.)"
# what stands aside of a sentence may name others: ' (mother of X)', ', wife of X,'
_THEN: Final = (
    rf"(?:'s)?(?P<aside>\s\([^()]{{1,80}}\)|,\s(?:the\s)?(?:{_KIN})\sof\s{_INNER}{{1,80}}?,(?=\s(?:was|were|ha)))?"
    rf"(?:\s?,{_INNER}{{0,150}},|\s?,)?\s(?:who\s|which\s|reportedly\s|also\s)?"
)
# 'fined three of the mothers, ': the names that follow are theirs
_COUNTED: Final = (
    r"(?:(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|several|some)\s(?:[a-z]+\s){0,3}[a-z]+,\s)?"
)
# words that lead from what befalls one to another: 'sentenced by Judge X', 'fined for a post about X'
_BETWEEN: Final = r"\s(?:(?!(?:by|for|because|about)\s)[^\W\d_]+[-\s]){0,6}" + _COUNTED + r"\"?\Z"
_HERSELF: Final = re.compile(rf",\s(?:the\s)?(?:{_KIN})\sof\s{_INNER}{{1,150}}?,\s{wordings.HERSELF}")
_AFTER: Final = (
    (re.compile(_THEN + wordings.BEFALLS), "befalls"),
    (re.compile(r"(?P<aside>)" + wordings.BEHIND), "befalls"),
    (re.compile(_THEN + wordings.DENIED), "denied"),
    (re.compile(_THEN + wordings.DOES), "does"),
)
# of the words before the name, in lower case
_BEFORE: Final = (
    (re.compile(rf"\b(?:{wordings.ASIDE_SURELY})\s?{_BETWEEN}"), "other", "surely aside"),
    (re.compile(rf"\b{wordings.AFFLICTS}{_BETWEEN}"), "subject", "befalls"),
    (re.compile(rf"\b{wordings.ASKS}{_BETWEEN}"), "subject", "does"),
    (re.compile(rf"\b(?:{wordings.ASIDE})\s?,?{_BETWEEN}"), "other", "aside"),
    (re.compile(rf"\b{wordings.LEADS}{_BETWEEN}"), "other", "leads"),
    (re.compile(rf"\b{wordings.AFFLICTS_PERHAPS}{_BETWEEN}"), "subject", "perhaps"),
)
#: letters of the shortest surname whose ending is looked at
_STEM: Final = 4
_KIN_OF_ACCUSED: Final = re.compile(
    rf"\b(?:{_KIN})\sof\sthe\s(?:{'|'.join(sorted(words.ACCUSED))})\s\Z", re.IGNORECASE
)
_KIN_LEAD: Final = re.compile(rf"\b(?:{_KIN})\sof\s(?:[a-z]+\s){{0,4}}\Z", re.IGNORECASE)
# after a name: '— 3 years', 'X was sentenced to 5 years, Y — to 3'
_ELLIPSIS: Final = re.compile(
    r"\s[—–]\s(?:to\s|for\s|with\s)?(?:\d{1,4}|an?\s|[a-z]+\s)[^.;—–]{0,40}\b(?:years?|months?|days?|imprisonment|liberty|arrest|fine)\b"
)
_TESTIFIES: Final = re.compile(_THEN + wordings.TESTIFIES)
_DEFENDS: Final = re.compile(_THEN + wordings.DEFENDS)
_PRONOUN: Final = re.compile(rf"[HS](?<!\w.)(?:(?<=H)e|(?<=S)he)\s{wordings.BEFALLS}")
_FAMILY_OF: Final = re.compile(wordings.FAMILY_OF)
_SAYS_OF: Final = re.compile(wordings.SAYS_OF)
_SEEKS: Final = re.compile(wordings.SEEKS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A part, the words that tell it, and how much they weigh."""

    role: str
    #: None: nothing tells, the part is the default
    at: Span | None
    weight: int


def told(role: str, at: Span, weight: str) -> Told:
    """Return that *role* is told at *at*, with a weight by its name."""
    return Told(role=role, at=at, weight=WEIGHTS[weight])


def _other_form(name: str, other: str) -> bool:
    """Tell whether a surname in *name* is that in *other* with another ending: 'Ivanova' beside 'Ivanov'."""
    pairs = ((one, two) for one in name.split() for two in other.split())
    return any(one != two and one[:-1] in (two, two[:-1]) and len(one) > _STEM for one, two in pairs)


def elliptic(plain: str, at: Span) -> Iterator[Told]:
    """Yield 'subject' for a name that a dash joins to its sentence: 'X — to 3 years of imprisonment'."""
    if found := _ELLIPSIS.match(plain, at.end):
        yield told("subject", Span(at.end, found.end()), "befalls")


def fates(before: str, after: str, at: Span, others: Sequence[Span]) -> Iterator[Told]:
    """Yield what the clauses around a name at *at* say befalls the person; *others* are the names near it."""
    shift, lower = at.start - len(before), lowered(before)
    for form, role, weight in _BEFORE:
        match = form.search(lower, max(0, len(before) - _NEAR))
        if match and not crosses(Span(shift + match.start(), at.start), others):
            yield told(role, Span(shift + match.start(), at.start), weight)
    for form, weight in _AFTER:
        found = form.match(after)
        if found and not crosses(Span(at.end + max(0, found.end("aside")), at.end + found.end()), others):
            yield told("subject", Span(at.end, at.end + found.end()), weight)
    if "testif" in after and (found := _TESTIFIES.match(after)):
        yield told("witness", Span(at.end, at.end + found.end()), "testifies")
    if "sel" in after and (found := _HERSELF.match(after)):
        yield told("subject", Span(at.end, at.end + found.end()), "befalls")


def defence(after: str, at: Span, others: Sequence[Span]) -> Iterator[Told]:
    """Yield 'counsel' for 'X, who defends Y': whoever defends somebody who is named."""
    found = _DEFENDS.match(after)
    if found and any(other.start == at.end + found.end() for other in others):
        yield told("counsel", Span(at.end, at.end + found.end()), "counsel")


def family(plain: str, at: Span, others: Sequence[Span]) -> Iterator[Told]:
    """Yield 'relative' for 'X asked where her brother, Y, is' and 'X says that her son Y': X is named for the sake of Y."""
    after = next((one for one in others if one.start > at.end), None)
    if after and _SAYS_OF.fullmatch(plain, at.end, after.start):
        yield told("relative", Span(at.end, after.start), "family")
    if not _SEEKS.match(plain, at.end):
        return
    for other in others:
        if at.end < other.start and (match := _FAMILY_OF.search(plain, at.end, other.start)):
            yield told("relative", Span(match.start(), other.start), "family")
            return


def kin_of(plain: str, at: Span, others: Sequence[Span]) -> Iterator[Told]:
    """Yield 'relative' for X in 'the wife of M. Y, X', and in 'the mother of the convict X' after one of her surname."""
    near = plain[max(0, at.start - 60) : at.start]
    lead = _KIN_OF_ACCUSED.search(near) if " of the " in near else None
    if lead and any(_other_form(at.of(plain), one.of(plain)) for one in others if one.end < at.start):
        yield told("relative", Span(at.start - len(near) + lead.start(), at.start), "relative")
    for other in others:
        if other.end == at.start - 2 and plain[other.end : at.start] == ", ":
            found = _KIN_LEAD.search(plain, max(0, other.start - 60), other.start)
            if found:
                yield told("relative", Span(found.start(), at.start), "relative")


def pronouns(plain: str) -> Iterator[Told]:
    """Yield what befalls 'he' or 'she' at the start of a sentence: it tells of the one named last before it."""
    for match in _PRONOUN.finditer(plain):
        yield told("subject", Span(*match.span()), "pronoun")


def crosses(span: Span, others: Sequence[Span]) -> bool:
    """Tell whether one of *others* stands in *span*."""
    return any(span.overlaps(other) for other in others)
