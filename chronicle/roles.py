"""The words around a name in, the person's part in the event out, with the words it was read from.

Forms::

    Judge X · witness X · his wife X · lawyers X and Y · the head of the Agency, X     what stands before
    X, a representative of the Ministry · X, sister of Y · X, director of the NGO       what stands after
    X was detained · the arrest of X · no permission to X · X, Article 405              what befalls X
    — says X · X stated that                                                              who speaks
    X, Y and Z                                                                              one part for all

A part is read from words, never inferred from a name. Where nothing tells, the first person named is a
subject and the others are 'other'.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from chronicle.ages import find_ages, find_children
from chronicle.callings import Callings, calling_in, lower_words, role_of
from chronicle.lexicon import people as words, roles as wordings
from chronicle.model import Participant, Span

# How much the words that tell a part weigh: the heaviest decide, of equals the first.
_WEIGHTS: Final = {
    "header": 90,
    "own rights": 80,
    "surely aside": 70,
    "befalls": 60,
    "relative": 55,
    "official": 50,
    "counsel": 50,
    "witness": 50,
    "family": 46,
    "aside": 45,
    "own lot": 43,
    "does": 42,
    "commentator": 41,
    "speech": 40,
    "subject": 20,
    "perhaps": 10,
}

_WINDOW: Final = 160
#: characters before a name that say what befalls it
_NEAR: Final = 90
#: words of an apposition that are looked at
_PHRASE: Final = 9
# where the words that speak of a name end: a sentence, a dash
_SENTENCE: Final = re.compile(r"(?<![A-Z])[.!?;]\s+(?=[\"A-ZА-Я])|\s[—–]\s")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['\-][^\W\d_]+)*")
_INNER: Final = r"(?:[^,.;:()—–\"]|(?<=\b[A-Z])\.)"
_APPOSITION: Final = re.compile(rf"(?:,|\s\()\s?(?P<words>{_INNER}{{3,110}})")
# 'the head of the Agency, ' · 'his wife, ' before a name
_BEFORE_COMMA: Final = re.compile(rf"(?P<words>{_INNER}{{3,110}}),\s?\Z")
# 'deputy akim of the village ' before a name
_BEFORE_OF: Final = re.compile(r"(?P<words>(?:[^\W\d_]+[\s-]){1,4}(?:of|for)\s(?:[^\W\d_]+[\s-]){1,7})\Z")
_HONORIFIC: Final = re.compile(
    rf"\b(?:{'|'.join(sorted(words.HONORIFICS - {'professor', 'dr.', 'mr.', 'ms.', 'mrs.'}))})\.?\s\Z",
    re.IGNORECASE,
)
_NAMELY: Final = re.compile(rf"\s{wordings.NAMELY}\s\Z")
_THEN: Final = r"(?:'s)?(?:\s?,[^.;]{0,150},|\s?,)?\s(?:who\s|which\s|reportedly\s|also\s)?"
_BEFALLS: Final = re.compile(_THEN + wordings.BEFALLS)
_DOES: Final = re.compile(_THEN + wordings.DOES)
_BETWEEN: Final = r"\s(?:[^\W\d_]+[-\s]){0,6}\"?\Z"
_AFFLICTS: Final = re.compile(rf"\b{wordings.AFFLICTS}{_BETWEEN}", re.IGNORECASE)
_ASKS: Final = re.compile(rf"\b{wordings.ASKS}{_BETWEEN}", re.IGNORECASE)
_FAMILY_OF: Final = re.compile(wordings.FAMILY_OF)
_SEEKS: Final = re.compile(wordings.SEEKS)
# what a phrase before a name says of somebody else: 'a statement published by '
_ELSEWHERE: Final = re.compile(r".*\b(?:by|about|with|from|against|to|their|his|her)\s")
_PERHAPS_AFFLICTS: Final = re.compile(rf"\b{wordings.AFFLICTS_PERHAPS}{_BETWEEN}", re.IGNORECASE)
_ASIDE_SURELY: Final = re.compile(rf"\b(?:{wordings.ASIDE_SURELY})\s?{_BETWEEN}", re.IGNORECASE)
_ASIDE: Final = re.compile(rf"\b(?:{wordings.ASIDE})\s?,?{_BETWEEN}", re.IGNORECASE)
_OWN_RIGHTS: Final = re.compile(wordings.OWN_RIGHTS, re.IGNORECASE)
_AGAINST: Final = re.compile(r"\bagainst\s(?:[^\W\d_]+[-\s]){0,4}\Z")
_OWN_LOT: Final = re.compile(wordings.OWN_LOT)
_SPEAKS: Final = re.compile(
    r"(?:'s)?(?:,[^,.]{3,110},)?\s(?:has\s|have\s|had\s|also\s|further\s|\w+ly\s){0,3}(?P<verb>[a-z]+)\b"
)
_SPOKEN: Final = re.compile(r"(?P<verb>[a-z]+)\s(?:by\s|to\s|the\s|[^\W\d_]+\s){0,4}\Z")
_HEADER: Final = re.compile(r"(?:,?\s?\(?,?\s?Art(?:icle|icles|s)?\b|:)")
_LISTED: Final = re.compile(r"\s?,\s|\s?,?\s(?:and|&)\s(?:[a-z]+\s){0,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A part, the words that tell it, and how much they weigh."""

    role: str
    #: None: nothing tells, the part is the default
    at: Span | None
    weight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Setting:
    """What every look at an event shares."""

    plain: str
    body: int
    callings: Callings
    people: Sequence[Participant]
    #: every mention in order of the text, with the place of its person
    named: tuple[tuple[Span, int], ...]

    def others(self, at: Span, index: int) -> list[Span]:
        """Return the mentions of other people that stand near *at*."""
        first = bisect_left(self.named, (Span(at.start - _WINDOW - 50, 0), 0))
        last = bisect_left(self.named, (Span(at.end + _WINDOW + 50, 0), 0))
        return [span for span, i in self.named[first:last] if i != index]


def with_roles(
    people: Sequence[Participant], plain: str, body: int, callings: Callings
) -> tuple[Participant, ...]:
    """Return *people*, in order of first mention, each with part and age.

    *plain* is the event's text with plain quotes, *body* where the running text begins in it.
    """
    named = tuple(sorted((m.at, i) for i, person in enumerate(people) for m in person.mentions))
    setting = _Setting(plain=plain, body=body, callings=callings, people=people, named=named)
    told = [_heaviest(_told(setting, i)) for i in range(len(people))]
    if told and told[0] is None:
        told[0] = _Told(role="subject", at=None, weight=0)
    for one, other in _lists(setting):
        told[one], told[other] = told[one] or told[other], told[other] or told[one]
    ages, children = find_ages(named, plain), find_children(named, plain)
    for one, other in _lists(setting):
        children |= {other} if one in children else set()
    return tuple(
        replace(_with_role(person, told[i], ages.get(i)), child=i in children)
        for i, person in enumerate(people)
    )


def _with_role(person: Participant, told: _Told | None, age: int | None) -> Participant:
    return replace(person, role=told.role if told else "other", role_from=told.at if told else None, age=age)


def _heaviest(told: Sequence[_Told]) -> _Told | None:
    return max(told, key=lambda t: (t.weight, -t.at.start if t.at else 0), default=None)


def _lists(setting: _Setting) -> Iterator[tuple[int, int]]:
    """Yield the neighbours of every list of names ('X, Y and Z'), forwards and then backwards."""
    found = [
        (one, other)
        for (at, one), (next_at, other) in pairwise(setting.named)
        if one != other and _LISTED.fullmatch(setting.plain, at.end, next_at.start)
    ]
    yield from found
    yield from reversed(found)


def _told(setting: _Setting, index: int) -> list[_Told]:
    told: list[_Told] = []
    for mention in setting.people[index].mentions:
        told += _told_here(setting, mention.at, setting.others(mention.at, index))
    if any(t.role == "counsel" for t in told) and (match := _OWN_RIGHTS.search(setting.plain)):
        told.append(_Told(role="subject", at=Span(*match.span()), weight=_WEIGHTS["own rights"]))
    return told


def _told_here(setting: _Setting, at: Span, others: Sequence[Span]) -> list[_Told]:
    before, after = _clause_before(setting.plain, at.start), _clause_after(setting.plain, at.end)
    shift = at.start - len(before)
    told = list(_by_calling(setting, before, after, at, others))
    if at.start - setting.body <= 2 and _HEADER.match(after):
        told.append(_Told(role="subject", at=at, weight=_WEIGHTS["header"]))
    for form, role, weight in (
        (_ASIDE_SURELY, "other", "surely aside"),
        (_AFFLICTS, "subject", "befalls"),
        (_ASKS, "subject", "does"),
        (_ASIDE, "other", "aside"),
        (_PERHAPS_AFFLICTS, "subject", "perhaps"),
    ):
        match = form.search(before, max(0, len(before) - _NEAR))
        if match and not _crosses(Span(shift + match.start(), at.start), others):
            told.append(_Told(role=role, at=Span(shift + match.start(), at.start), weight=_WEIGHTS[weight]))
    for form, weight in ((_BEFALLS, "befalls"), (_DOES, "does")):
        found = form.match(after)
        if found and not _crosses(Span(at.end, at.end + found.end()), others):
            told.append(_Told(role="subject", at=Span(at.end, at.end + found.end()), weight=_WEIGHTS[weight]))
    told += _by_family(setting.plain, at, others)
    return told + _by_speech(setting.plain, before, after, at, others)


def _by_family(plain: str, at: Span, others: Sequence[Span]) -> Iterator[_Told]:
    """Yield 'relative' for 'X asked where her brother, Y, is': X is named for the sake of Y."""
    if not _SEEKS.match(plain, at.end):
        return
    for other in others:
        if at.end < other.start and (match := _FAMILY_OF.search(plain, at.end, other.start)):
            yield _Told(role="relative", at=Span(match.start(), other.start), weight=_WEIGHTS["family"])
            return


def _crosses(span: Span, others: Sequence[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def _clause_before(plain: str, start: int) -> str:
    window = plain[max(0, start - _WINDOW) : start]
    ends = [m.end() for m in _SENTENCE.finditer(window)]
    return window[ends[-1] :] if ends else window


def _clause_after(plain: str, end: int) -> str:
    window = plain[end : end + _WINDOW]
    match = _SENTENCE.search(window)
    return window[: match.start() + 1] if match else window


# ---------------------------------------------------------------- callings


def _by_calling(
    setting: _Setting, before: str, after: str, at: Span, others: Sequence[Span]
) -> Iterator[_Told]:
    before = _NAMELY.sub(" ", before) if _NAMELY.search(before) else before
    shift = at.start - len(before)
    role, start = _calling_before(before, setting, shift, others)
    if role:
        against = role == "counsel" and _AGAINST.search(before)
        role, weight = ("subject", _WEIGHTS["own rights"]) if against else (role, _WEIGHTS[role])
        yield _Told(role=role, at=Span(max(0, shift + start), at.start), weight=weight)
    if match := _APPOSITION.match(after):
        phrase = _own_words(match["words"], at.end + match.start("words"), others)
        role = calling_in(lower_words(phrase)[:_PHRASE], setting.callings)
        if role:
            yield _Told(role=role, at=Span(at.end, at.end + match.end()), weight=_WEIGHTS[role])


def _own_words(phrase: str, start: int, others: Sequence[Span]) -> str:
    """Return *phrase* up to the next name in it; nothing of it where it is the calling of that name."""
    names = [other.start - start for other in others if start <= other.start <= start + len(phrase) + 1]
    if not names:
        return phrase
    cut = phrase[: min(names)].rstrip()
    return cut if cut.endswith((" of", " to", " for", " with")) else ""


def _calling_before(
    before: str, setting: _Setting, shift: int, others: Sequence[Span]
) -> tuple[str | None, int]:
    """Return the role that the words which end *before* give, and where in it they begin."""
    tail = before.rstrip(' "')[-60:]
    found = list(_WORD.finditer(tail))
    if found and found[-1].end() == len(tail):
        for word in found[-4:]:
            role = role_of(" ".join(lower_words(tail[word.start() :])), setting.callings)
            if role:
                return role, len(before.rstrip(' "')) - len(tail) + word.start()
    bare = _HONORIFIC.sub("", before)
    for form in (_BEFORE_COMMA, _BEFORE_OF):
        match = form.search(bare)
        if match:
            start = max([match.start(), *(o.end - shift for o in others if o.end - shift <= match.end())])
            elsewhere = _ELSEWHERE.match(before, start, match.end("words"))
            start = elsewhere.end() if elsewhere else start
            role = calling_in(lower_words(before[start : match.end("words")])[-_PHRASE:], setting.callings)
            if role:
                return role, start
    return None, 0


# ---------------------------------------------------------------- speech


def _by_speech(plain: str, before: str, after: str, at: Span, others: Sequence[Span]) -> list[_Told]:
    match = _SPEAKS.match(after)
    if match and match["verb"] in words.SPEECH and not _crosses(Span(at.end, at.end + match.end()), others):
        own = _OWN_LOT.search(plain[at.end : at.end + _WINDOW + _WINDOW // 2])
        role, weight = ("subject", "own lot") if own else ("commentator", "speech")
        return [_Told(role=role, at=Span(at.end, at.end + match.end()), weight=_WEIGHTS[weight])]
    match = _SPOKEN.search(before)
    if (
        match
        and match["verb"] in words.SPEECH
        and not _crosses(Span(at.start - len(match[0]), at.start), others)
    ):
        return [
            _Told(role="commentator", at=Span(at.start - len(match[0]), at.start), weight=_WEIGHTS["speech"])
        ]
    return []
