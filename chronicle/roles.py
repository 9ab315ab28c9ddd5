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
from typing import Final

from chronicle.ages import find_ages, find_born, find_children, find_shared
from chronicle.callings import Callings, calling_in, lower_words, role_of
from chronicle.fates import Told, crosses, defence, elliptic, family, fates, kin_of, pronouns, told
from chronicle.groups import neighbours, spread
from chronicle.lexicon import people as words, roles as wordings
from chronicle.model import Participant, Span

_WINDOW: Final = 160
#: words of an apposition that are looked at
_PHRASE: Final = 9
# where the words that speak of a name end: a sentence, a dash
_SENTENCE: Final = re.compile(r"[.!?;](?<![A-Z].)\s+(?=[\"A-ZА-Я])|\s[—–]\s")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['\-][^\W\d_]+)*")
_INNER: Final = r"(?:[^,.;:()—–\"]|(?<=\b[A-Z])\.)"
_APPOSITION: Final = re.compile(rf"(?:,|\s\()\s?(?P<words>{_INNER}{{3,110}})")
# 'the head of the Agency, ' · 'his wife, ' before a name
_BEFORE_COMMA: Final = re.compile(rf"(?P<words>{_INNER}{{3,110}}),\s?\Z")
#: no phrase goes over one of these, so none begins before the last of them
_PARTING: Final = ',;:()—–"'
# 'deputy akim of the village ' before a name
_BEFORE_OF: Final = re.compile(
    r"(?<![^\W\d_])(?P<words>(?:[^\W\d_]+[\s-]){1,4}(?:of|for)\s(?:[^\W\d_]+[\s-]){1,7})(?:\"[^\"]{1,40}\"\s)?\Z"
)
_HONORIFIC: Final = re.compile(
    rf"\b(?:{'|'.join(sorted(words.HONORIFICS - {'professor', 'dr.', 'mr.', 'ms.', 'mrs.'}))})\.?\s\Z",
    re.IGNORECASE,
)
# the part that a calling gives, where the two have different names
_PARTS: Final = {"accused": "subject", "employer": "other"}
_POSSESSIVE: Final = re.compile(
    r"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir|whose)|'s|s')\s(?:[a-z-]+\s){0,2}(?:(?:[A-Z][^\W\d_]+\s){1,2}and\s)?\Z"
)
# ', recognised a relative of his': a verb begins no calling; 'a mother of four' is nobody's relative
_NO_CALLING: Final = re.compile(
    r"(?:whose\s|who\s(?!is\s|was\s|works?\s|worked\s|heads?\s|headed\s|serves?\s|served\s|represent|leads?\s|led\s)|\w+ed|has|have|had|was|were|is|are|said|says|told|wrote|did|does|do|will|would|can|could|may|must|gave|came|went|took|made|left|got|met|saw)\b|(?:a|the)?\s?(?:single\s)?(?:mother|father)\sof\s(?:[a-z]+\s)?(?:\d|two|three|four|five|six|seven|eight|nine|ten|many|several|a\s)"
)
# 'the case of two brothers, ': people who are each other's relatives
_SEVERAL: Final = re.compile(r"\b(?:two|three|four|five|\d)\s[a-z]+s\Z")
_NAMELY: Final = re.compile(rf"\s{wordings.NAMELY}\s\Z")
# what a phrase before a name says of somebody else: 'a statement published by '
_ELSEWHERE: Final = re.compile(
    r".*\b(?:by|about|with|from|against|to|told|asked|informed|(?:had|has|have)\saccused|their|his|her)\s"
)
# a phrase that goes on with the name of another: 'mother of the deceased '
_LEADS_TO: Final = re.compile(r"\s(?:of|to|for|with)(?:\s(?:the|a|an|[a-z]+ed))*(?:\s[a-z]+){0,2}\Z")
_REPRESENTED: Final = re.compile(rf"(?P<whose>[^.;:,()]{{0,80}}){wordings.REPRESENTED}\Z")
_OWN_RIGHTS: Final = re.compile(wordings.OWN_RIGHTS, re.IGNORECASE)
_AGAINST: Final = re.compile(r"\bagainst\s(?:[^\W\d_]+[-\s]){0,4}\Z")
_OWN_LOT: Final = re.compile(wordings.OWN_LOT)
_SPEAKS: Final = re.compile(
    r"(?:'s)?(?:,[^,.]{3,110},|\s\([^()]{3,110}\)|\s(?:of|from)(?:\s(?:the|of|for|[A-Z][^\W\d_]*)){1,8})?"
    r"\s(?!wrote\s(?:to|a|an|the|his|her)\s)(?:has\s|have\s|had\s|also\s|further\s|\w+ly\s){0,3}(?P<verb>[a-z]+)\b"
)
_SPOKEN: Final = re.compile(r"(?<![a-z])(?P<verb>[a-z]+)\s(?:[^\W\d_]+\s){0,4}\Z")
_HEADER: Final = re.compile(r"(?:,?\s?\(?,?\s?Art(?:icle|icles|s)?\b|:)")


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
    people: Sequence[Participant], plain: str, body: int, callings: Callings, year: int | None = None
) -> tuple[Participant, ...]:
    """Return *people*, in order of first mention, each with part and age.

    *plain* is the event's text with plain quotes, *body* where the running text begins in it, *year* the event's.
    """
    if not people:
        return ()
    named = tuple(sorted((m.at, i) for i, person in enumerate(people) for m in person.mentions))
    setting = _Setting(plain=plain, body=body, callings=callings, people=people, named=named)
    every = [_told(setting, i) for i in range(len(people))]
    for i, found in _by_pronoun(setting):
        every[i].append(found)
    best = [_heaviest(found) for found in every]
    if best and best[0] is None:
        best[0] = Told(role="subject", at=None, weight=0)
    best = spread(plain, named, best)
    ages, children = find_ages(named, plain), find_children(named, plain)
    common = find_shared(named, plain)
    for one, other in neighbours(plain, named):
        if one in common:
            common.setdefault(other, common[one])
            ages.setdefault(other, common[one])
        children |= {other} if one in children else set()
    children |= find_born(named, plain, year)
    return tuple(
        _with_role(person, best[i], ages.get(i), child=i in children) for i, person in enumerate(people)
    )


def _with_role(person: Participant, best: Told | None, age: int | None, *, child: bool) -> Participant:
    role, at = (best.role, best.at) if best else ("other", None)
    return replace(person, role=role, role_from=at, age=age, child=child)


def _heaviest(found: Sequence[Told]) -> Told | None:
    return max(found, key=lambda t: (t.weight, -t.at.start if t.at else 0), default=None)


def _told(setting: _Setting, index: int) -> list[Told]:
    found: list[Told] = []
    for mention in setting.people[index].mentions:
        found += _told_here(setting, mention.at, setting.others(mention.at, index))
    if any(one.role == "counsel" for one in found) and (match := _OWN_RIGHTS.search(setting.plain)):
        found.append(told("subject", Span(*match.span()), "own rights"))
    return found


def _by_pronoun(setting: _Setting) -> Iterator[tuple[int, Told]]:
    """Yield what befalls 'he' or 'she', with the place of the person named first in the sentence before."""
    ends = [match.end() for match in _SENTENCE.finditer(setting.plain)]
    for one in pronouns(setting.plain):
        start = one.at.start if one.at else 0
        sentence = bisect_left(ends, start)
        first = bisect_left(setting.named, (Span(ends[sentence - 1] if sentence else 0, 0), 0))
        if first < len(setting.named) and setting.named[first][0].start < start:
            yield setting.named[first][1], one


def _told_here(setting: _Setting, at: Span, others: Sequence[Span]) -> Iterator[Told]:
    before, after = _clause_before(setting.plain, at.start), _clause_after(setting.plain, at.end)
    if at.start - setting.body <= 2 and _HEADER.match(after):
        yield told("subject", at, "header")
    yield from _by_calling(setting, before, after, at, others)
    yield from fates(before, after, at, others)
    yield from defence(after, at, others)
    yield from family(setting.plain, at, others)
    yield from kin_of(setting.plain, at, others)
    yield from elliptic(setting.plain, at)
    yield from _by_speech(setting.plain, before, after, at, others)


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
) -> Iterator[Told]:
    before = _NAMELY.sub(" ", before) if _NAMELY.search(before) else before
    shift = at.start - len(before)
    yield from _by_mandate(before, at, setting.callings)
    calling, start = _calling_before(before, setting, shift, others)
    if calling:
        if calling == "counsel" and _AGAINST.search(before):
            yield told("subject", Span(max(0, shift + start), at.start), "own rights")
        yield told(_PARTS.get(calling, calling), Span(max(0, shift + start), at.start), calling)
    if match := _APPOSITION.match(after):
        phrase = _own_words(match["words"], at.end + match.start("words"), others)
        calling = (
            None
            if _NO_CALLING.match(phrase.strip())
            else calling_in(lower_words(phrase)[:_PHRASE], setting.callings)
        )
        if calling:
            yield told(_PARTS.get(calling, calling), Span(at.end, at.end + match.end()), calling)


def _by_mandate(before: str, at: Span, callings: Callings) -> Iterator[Told]:
    """Yield the part of who represents somebody: a lawyer, or whoever speaks for a body ('the Union, represented by X')."""
    if "represented" in before and (match := _REPRESENTED.search(before)):
        words_of_body = ["representative", *lower_words(match["whose"])]
        calling = calling_in(words_of_body, callings) if match["aside"] else None
        calling = calling if calling in ("commentator", "official") else "counsel"
        yield told(calling, Span(at.start - len(match[0]), at.start), calling)


def _own_words(phrase: str, start: int, others: Sequence[Span]) -> str:
    """Return *phrase* up to the next name in it; nothing of it where it is the calling of that name."""
    names = [other.start - start for other in others if start <= other.start <= start + len(phrase) + 1]
    if not names:
        return phrase
    cut = phrase[: min(names)].rstrip()
    return cut if _LEADS_TO.search(cut) else ""


def _calling_before(
    before: str, setting: _Setting, shift: int, others: Sequence[Span]
) -> tuple[str | None, int]:
    """Return the calling in the words which end *before*, and where in it they begin."""
    tail = before.rstrip(' "')[-60:]
    ends = len(before.rstrip(' "')) - len(tail)
    found = list(_WORD.finditer(tail))
    if found and found[-1].end() == len(tail):
        lower = lower_words(tail)
        for place, word in list(enumerate(found))[-4:]:
            calling = role_of(" ".join(lower[place:]), setting.callings)
            calling = _in_context(calling, tail, word)
            if calling == "employer":
                body = tail[: word.start()].rpartition(",")[2]
                calling = calling_in(lower_words(body + word[0]), setting.callings)
            if calling:
                return calling, ends + word.start()
        if found[-1][0] == "Representative":  # a title, as lawmakers bear it
            return "official", ends + found[-1].start()
        if found[-1][0].lower() in words.OF_BODIES:
            return calling_in(lower_words(tail)[-6:], setting.callings), ends
    return _calling_apart(_HONORIFIC.sub("", before), setting, shift, others)


def _in_context(calling: str | None, tail: str, word: re.Match[str]) -> str | None:
    """Return the *calling* that begins at *word* in view of the words before it: 'mother X' alone is nobody's relative."""
    if calling == "witness" and _POSSESSIVE.search(tail, 0, word.start()):
        return None
    bereaved = word[0].lower() in words.BEREAVED
    if calling == "relative" and not bereaved and not _POSSESSIVE.search(tail, 0, word.start()):
        return "subject"
    return calling


def _calling_apart(
    before: str, setting: _Setting, shift: int, others: Sequence[Span]
) -> tuple[str | None, int]:
    """Return the calling that a comma, or 'of' a body, parts from the name: 'the head of the Agency, X'."""
    comma = "," in before[-2:]
    begins = max(before.rfind(sign, 0, -2) for sign in _PARTING) + 1 if comma else 0
    match = (_BEFORE_COMMA if comma else _BEFORE_OF).search(before, begins)
    if match:
        start = max([match.start(), *(o.end - shift for o in others if o.end - shift <= match.end())])
        elsewhere = _ELSEWHERE.match(before, start, match.end("words"))
        start = elsewhere.end() if elsewhere else start
        calling = calling_in(lower_words(before[start : match.end("words")])[-_PHRASE:], setting.callings)
        if calling == "relative" and _SEVERAL.search(before, 0, match.end("words")):
            calling = "subject"
        if calling:
            return calling, start
    return None, 0


# ---------------------------------------------------------------- speech


def _by_speech(plain: str, before: str, after: str, at: Span, others: Sequence[Span]) -> list[Told]:
    match = _SPEAKS.match(after)
    if match and match["verb"] in words.SPEECH and not crosses(Span(at.end, at.end + match.end()), others):
        own = _OWN_LOT.search(plain[at.end : at.end + _WINDOW + _WINDOW // 2])
        role, weight = ("subject", "own lot") if own else ("commentator", "speech")
        return [told(role, Span(at.end, at.end + match.end()), weight)]
    match = _SPOKEN.search(before)
    if (
        match
        and match["verb"] in words.SPEECH
        and not crosses(Span(at.start - len(match[0]), at.start), others)
    ):
        return [told("commentator", Span(at.start - len(match[0]), at.start), "speech")]
    return []
