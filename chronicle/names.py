"""An event's text in, the stretches that look like personal names out, and each taken apart.

Forms::

    Nasyrkhanov Burkutbay · Andrey Opushiyev · Alpiyev Ch. · M. Kozachkov · Baitemirov E.K. · Kilimzhanov E
    Mr Adam · Judge Kwan Elena · Kassym-Jomart Tokayev · Usipuly Ongarbek · Ivanov Ivan Ivanovich

Left out: what stands before or after a thing ('X Street', 'monument to X'), veiled names.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from chronicle.capitals import (
    INITIAL,
    NameGrammar,
    Token,
    beside_surnames,
    is_role,
    parts,
    runs,
    tokens,
    without_titles,
)
from chronicle.lexicon import people as words
from chronicle.model import PersonName, Span
from chronicle.text import level

_BEFORE: Final = re.compile(r"(?<![^\W\d_])([^\W\d_]+(?:[-'][^\W\d_]+)*\.?)\W{1,3}\Z")
_AFTER: Final = re.compile(r"(?:'s?)?\s{1,2}\"?([^\W\d_]+)")
_LIST_GAP: Final = re.compile(r",\s|,?\sand\s(?:[a-z]+\s)?")
# 'the Trump administration': a head of state, named for the rest
_RULE_AFTER: Final = re.compile(r"\s(?:administration|presidency|cabinet|regime)\b")
_SPEECH_AFTER: Final = re.compile(r"[\s,\"—–-]{1,4}(?:who\s)?(?:has\s|have\s|had\s)?(?:\w+ly\s)?([a-z]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundName:
    """A stretch that names a person."""

    tokens: tuple[Token, ...]
    at: Span
    #: whether an honorific stands before it ('Mr Adam'): a single word is then a surname
    honorific: bool = False
    #: the surname it shares with a neighbour ('Yerlan' in 'Yerlan and Saule Kasymov')
    borrowed: Token | None = None

    @property
    def words(self) -> tuple[Token, ...]:
        """Its tokens that are no initials."""
        return tuple(t for t in (*self.tokens, self.borrowed) if t is not None and t.kind != "initial")

    @property
    def initials(self) -> tuple[str, ...]:
        """Its initials, one by one, without points: ('E', 'K')."""
        return tuple(i for t in self.tokens if t.kind == "initial" for i in re.findall(rf"{INITIAL}", t.text))


def find_names(
    text: str, grammar: NameGrammar, vocabulary: frozenset[str] = frozenset()
) -> tuple[FoundName, ...]:
    """Return the names in *text*, in order; spans are offsets into *text*.

    *vocabulary* holds words that the digest prints in lower case: a capital of theirs begins a sentence or a title.
    """
    plain, scanned = _scanned(text, grammar, vocabulary)
    found: list[FoundName] = []
    for run in runs(scanned, plain):
        for part in parts(run):
            name = _name(part, plain, grammar, found[-1] if found else None)
            if name is not None:
                found.append(name)
    return tuple(found)


# One text is looked through twice: for names, then for the short forms of those found.
@lru_cache(maxsize=1)
def _scanned(text: str, grammar: NameGrammar, vocabulary: frozenset[str]) -> tuple[str, tuple[Token, ...]]:
    plain = without_titles(level(text))
    return plain, tuple(beside_surnames(list(tokens(plain, grammar, vocabulary)), grammar))


def capitals(
    text: str, grammar: NameGrammar, vocabulary: frozenset[str], keys: Collection[str]
) -> Iterator[FoundName]:
    """Yield the single capitals of *text* whose fold key is one of *keys* and that name no thing."""
    plain, scanned = _scanned(text, grammar, vocabulary)
    for token in scanned:
        if (
            token.kind not in ("plain", "initial", "bare")
            and token.key in keys
            and not _is_thing(plain, token.at)
        ):
            yield FoundName(tokens=(token,), at=token.at, honorific=_has_honorific(plain, token.at))


def _name(part: list[Token], plain: str, grammar: NameGrammar, last: FoundName | None) -> FoundName | None:
    """Return *part* as a name where what it is made of, or what stands beside it, says that it is one.

    A single capital that goes on a list of single surnames ('Nazarova, Ilyashev and Karim') is one of them.
    """
    part = _without_lead(part)
    names = [t for t in part if t.kind != "initial"]
    if not 1 <= len(names) <= 4:
        return None
    at = Span(part[0].at.start, part[-1].at.end)
    goes_on = (
        last is not None
        and len(part) == len(last.tokens) == 1
        and _LIST_GAP.fullmatch(plain, last.at.end, at.start)
    )
    if _is_thing(plain, at) or not (goes_on or _looks_named(part, plain, at, grammar)):
        return None
    return FoundName(tokens=tuple(part), at=at, honorific=_has_honorific(plain, at))


def _without_lead(part: list[Token]) -> list[Token]:
    """Return *part* without a capital before a full name that is none of it: 'Welder Aidos Kumargali', 'Aksay Kasov A.'."""
    full = len(part) > 2 and all(t.kind != "patronymic" for t in part)
    given = any(t.kind in ("given", "both") for t in part[1:])
    if full and (part[0].kind == "place" or (part[0].kind == "word" and given)):
        return part[1:]
    return part


def _has_honorific(plain: str, at: Span) -> bool:
    return _word_before(plain, at.start).rstrip(".") in words.HONORIFICS


def _looks_named(part: list[Token], plain: str, at: Span, grammar: NameGrammar) -> bool:
    names, before = [t for t in part if t.kind != "initial"], _word_before(plain, at.start)
    known = [t for t in names if t.kind not in ("word", "place")]
    led = before.rstrip(".") in words.HONORIFICS or is_role(before) or before in grammar.officials
    led = led or _RULE_AFTER.match(plain, at.end) is not None
    spoken = before in words.SPEECH or _spoken_after(plain, at)
    if len(part) > len(names):
        return (len(names) <= 2 and not all(t.key in grammar.places for t in names)) or led
    if len(names) == 1:
        strong = names[0].kind in ("surname", "patronymic") or _after_kin(names[0], plain)
        is_place = names[0].key in grammar.places
        return (
            (led and not is_place) or (strong and not is_place) or (spoken and not is_place and bool(known))
        )
    if not led and (all(t.key in grammar.places for t in names) or any(t.kind == "place" for t in names)):
        return False
    return len(known) * 2 >= len(names) or led or (spoken and len(names) == 2)


# 'the wife of the convict, Oksana': a given name that stands alone
_KIN: Final = re.compile(rf"\b(?:{'|'.join(sorted(words.KIN))})\s(?:of\s[^,;]{{2,50}})?,\s\Z")


def _after_kin(token: Token, plain: str) -> bool:
    return (
        token.kind in ("given", "both")
        and _KIN.search(plain, max(0, token.at.start - 70), token.at.start) is not None
    )


# A capital is asked twice what stands before it: is it a name, and what kind of name.
@lru_cache(maxsize=16)
def _word_before(plain: str, start: int) -> str:
    match = _BEFORE.search(plain[max(0, start - 40) : start])
    return match[1].lower() if match and not set(match[0][len(match[1]) :]) & set(".;:!?") else ""


def _spoken_after(plain: str, at: Span) -> bool:
    match = _SPEECH_AFTER.match(plain, at.end)
    return match is not None and match[1] in words.SPEECH


def _is_thing(plain: str, at: Span) -> bool:
    after = _AFTER.match(plain, at.end)
    if after and after[1].lower() in words.THINGS and not plain[at.end :].startswith("'"):
        return True
    lead = plain[max(0, at.start - 24) : at.start].rstrip(' "').lower()
    tight = plain[at.start - 1 : at.start] == '"' and plain[at.end : at.end + 1] == '"'
    return lead.endswith(words.THING_LEADS) or tight


def read_name(found: FoundName) -> PersonName:
    """Return *found* taken apart; where its order cannot be told, the first word counts as the given name."""
    names = list(found.words)
    initials = " ".join(f"{i}." for i in found.initials)
    patronymic = _patronymic(names)
    if patronymic is not None:
        names.remove(patronymic)
    middle = patronymic.text if patronymic else ""
    if initials:
        surname = " ".join(t.text for t in names)
        return PersonName(initials=initials, surname=surname, patronymic=middle)
    if len(names) == 1:
        return PersonName(surname=names[0].text, patronymic=middle)
    first, rest = _given_first(names)
    return PersonName(given=first.text, surname=" ".join(t.text for t in rest), patronymic=middle)


def _patronymic(names: list[Token]) -> Token | None:
    if len(names) < 3:
        return None
    return next((t for t in names if t.kind == "patronymic"), None)


def _given_first(names: list[Token]) -> tuple[Token, list[Token]]:
    """Return the given name and the rest.

    By ending first, then by the list of given names; of two given names the woman's; else as printed.
    """
    first, last = names[0], names[-1]
    two_given = {first.kind, last.kind} <= {"given", "both"}
    if _as_surname(first) > _as_surname(last) or (two_given and last.woman and not first.woman):
        return last, names[:-1]
    return first, names[1:]


def _as_surname(token: Token) -> int:
    return {"surname": 3, "patronymic": 3, "word": 2, "place": 0, "both": 0, "given": 0}[token.kind]
