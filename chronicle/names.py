"""An event's text in, the stretches that look like personal names out: tokens, initials, what is given, what surname.

Forms::

    Nasyrkhanov Burkutbay · Andrey Opushiyev · Alpiyev Ch. · M. Kozachkov · Baitemirov E.K. · Kilimzhanov E
    Mr Adam · Judge Kwan Elena · Kassym-Jomart Tokayev · Usipuly Ongarbek · Ivanov Ivan Ivanovich

Left out: what stands before or after a thing ('X Street', 'monument to X'), quoted titles, hashtags, veiled names.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from chronicle.lexicon import people as words
from chronicle.model import PersonName, Span
from chronicle.text import fold_word, level

if TYPE_CHECKING:
    from chronicle.authority import Names, Words

# 'Kassym-Jomart', "D'Artagnan"; a possessive "'s" is no part of the word
_TOKEN: Final = re.compile(r"[^\W\d_]+(?:['\-](?!s\b)[^\W\d_]+)*")
_INITIAL: Final = "(?:" + "|".join((*words.DIGRAPHS, r"[^\W\d_a-zа-яё]")) + ")"
# 'E.K.', 'Zh.', 'E. K.' with its points
_INITIALS: Final = re.compile(rf"(?<![\w'-]){_INITIAL}\.(?:\s?{_INITIAL}\.)?(?!\w)")
# 'Kilimzhanov E': an initial that lacks its point
_BARE: Final = re.compile(rf"{_INITIAL}\Z")
_TITLE_QUOTE: Final = re.compile(r"(?<![^\W\d_])([^\W\d_]{1,30})\s{1,2}\"([^\"\n]{1,60})\"")
#: letters of the longest word that may be part of a name
_LONGEST: Final = 40
_HASHTAG: Final = re.compile(r"#\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameGrammar:
    """What names are made of, ready for look-up."""

    #: fold keys of given names
    given: frozenset[str]
    surname_endings: tuple[str, ...]
    patronymic_endings: tuple[str, ...]
    #: fold keys of words that are never part of a name
    never: frozenset[str]
    #: fold keys of one-word place names
    places: frozenset[str]
    #: lower-case words of the country for offices: 'akim'
    officials: frozenset[str]
    #: lower-case words of the country for institutions: 'akimat'
    institutions: frozenset[str]


def name_grammar(names: Names, country: Words, place_names: Iterable[str] = ()) -> NameGrammar:
    """Return what is known of names as look-ups; *place_names* are those of the gazetteer."""
    return NameGrammar(
        given=frozenset(map(fold_word, names.given)),
        surname_endings=tuple(sorted({fold_word(e) for e in names.surname_endings})),
        patronymic_endings=tuple(sorted({fold_word(e) for e in names.patronymic_endings})),
        never=frozenset(map(fold_word, (*names.never, *country.country_names))),
        places=frozenset(fold_word(n) for n in place_names if " " not in n.strip()),
        officials=frozenset(o.lower() for o in country.officials),
        institutions=frozenset(i.lower() for i in country.institutions),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word of a run of capitals, or a group of initials."""

    text: str
    at: Span
    #: 'initial', 'given', 'surname', 'patronymic', 'both' (given or surname), 'word' (a capital, unknown), 'plain'
    kind: str

    @property
    def key(self) -> str:
        """Its fold key."""
        return fold_word(self.text)


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
        return tuple(
            i for t in self.tokens if t.kind == "initial" for i in re.findall(rf"{_INITIAL}", t.text)
        )


def find_names(text: str, grammar: NameGrammar, vocabulary: frozenset[str] = frozenset()) -> tuple[FoundName, ...]:
    """Return the names in *text*, in order; spans are offsets into *text*.

    *vocabulary* holds words that the digest prints in lower case: a capital of theirs begins a sentence or a title.
    """
    plain = _without_titles(level(text))
    found: list[FoundName] = []
    for run in _runs(_tokens(plain, grammar, vocabulary), plain):
        for part in _parts(run):
            name = _name(part, plain, grammar, found[-1] if found else None)
            if name is not None:
                found.append(name)
    return tuple(found)


def capitals(
    text: str, grammar: NameGrammar, vocabulary: frozenset[str], keys: Collection[str]
) -> Iterator[FoundName]:
    """Yield the single capitals of *text* whose fold key is one of *keys* and that name no thing."""
    plain = _without_titles(level(text))
    for token in _tokens(plain, grammar, vocabulary):
        if token.kind not in ("plain", "initial", "bare") and token.key in keys and not _is_thing(plain, token.at):
            before = _word_before(plain, token.at.start)
            yield FoundName(tokens=(token,), at=token.at, honorific=before.rstrip(".") in words.HONORIFICS)


def _without_titles(plain: str) -> str:
    def quoted(match: re.Match[str]) -> str:
        is_title = match[1].lower() in words.TITLED
        return match[1] + " " * (len(match[0]) - len(match[1])) if is_title else match[0]

    return _HASHTAG.sub(lambda m: " " * len(m[0]), _TITLE_QUOTE.sub(quoted, plain))


def _tokens(plain: str, grammar: NameGrammar, vocabulary: frozenset[str]) -> Iterator[Token]:
    """Yield initials and words, in order; only capitals matter, but small words part the runs."""
    at = 0
    initials = {m.start(): m for m in _INITIALS.finditer(plain)}
    for match in _TOKEN.finditer(plain):
        if match.start() < at:
            continue
        initial = initials.get(match.start())
        if initial:
            at = initial.end()
            yield Token(text=initial[0], at=Span(*initial.span()), kind="initial")
        else:
            yield Token(text=match[0], at=Span(*match.span()), kind=_kind(match[0], grammar, vocabulary))


def _kind(word: str, grammar: NameGrammar, vocabulary: frozenset[str]) -> str:
    if not word[0].isupper() or len(word) > _LONGEST or (word.isupper() and 2 <= len(word) <= 4 and word not in words.DIGRAPHS):
        return "plain"
    lower, key = word.lower(), fold_word(word)
    if key in grammar.never or lower in words.ENGLISH or lower in words.HONORIFICS:
        return "plain"
    if lower in grammar.officials or lower in grammar.institutions:
        return "plain"
    if _BARE.match(word):
        return "bare"
    if key.endswith(grammar.patronymic_endings) and len(key) > 5:
        return "patronymic"
    given = key in grammar.given or all(fold_word(p) in grammar.given for p in word.split("-"))
    # w folds to v, but no surname of these ends in it: Review, Moscow
    surname = len(key) > 4 and key.endswith(grammar.surname_endings) and not lower.endswith("w")
    if given or surname:
        return "both" if given and surname else "given" if given else "surname"
    common = lower in vocabulary or _is_role(lower) or lower in words.THINGS or key in grammar.places
    return "plain" if common else "word"


def _is_role(lower: str) -> bool:
    roles = (words.OFFICIALS, words.COUNSEL, words.KIN, words.WITNESSES, words.COMMENTATORS, words.SUBJECTS)
    return any(lower in group for group in roles)


def _runs(tokens: Iterator[Token], plain: str) -> Iterator[list[Token]]:
    """Yield the runs of capitals parted by nothing but a space or two."""
    run: list[Token] = []
    for token in tokens:
        joined = run and 0 < token.at.start - run[-1].at.end <= 2 and not plain[run[-1].at.end : token.at.start].strip()
        glued = run and run[-1].kind == "initial" and token.at.start == run[-1].at.end
        if token.kind == "plain" or not (joined or glued):
            if run:
                yield run
            run = []
        if token.kind != "plain":
            run.append(token)
    if run:
        yield run


def _parts(run: list[Token]) -> Iterator[list[Token]]:
    """Yield *run* with bare initials settled: kept as initials where they end a name, else parting it."""
    part: list[Token] = []
    for i, token in enumerate(run):
        if token.kind != "bare":
            part.append(token)
        elif part and i == len(run) - 1 and part[-1].kind != "initial":
            part.append(Token(text=token.text, at=token.at, kind="initial"))
        else:
            if part:
                yield part
            part = []
    if part:
        yield part


_BEFORE: Final = re.compile(r"([^\W\d_]+(?:[-'][^\W\d_]+)*\.?)\W{1,3}\Z")
_AFTER: Final = re.compile(r"(?:'s?)?\s{1,2}\"?([^\W\d_]+)")
_LIST_GAP: Final = re.compile(r",\s|,?\sand\s(?:[a-z]+\s)?")
# 'the Trump administration': a head of state, named for the rest
_RULE_AFTER: Final = re.compile(r"\s(?:administration|presidency|cabinet|regime)\b")
_SPEECH_AFTER: Final = re.compile(r"[\s,\"—–-]{1,4}(?:who\s)?(?:has\s|have\s|had\s)?(?:\w+ly\s)?([a-z]+)")


def _name(part: list[Token], plain: str, grammar: NameGrammar, last: FoundName | None) -> FoundName | None:
    """Return *part* as a name where what it is made of, or what stands beside it, says that it is one.

    A single capital that goes on a list of single surnames ('Nazarova, Ilyashev and Karim') is one of them.
    """
    names = [t for t in part if t.kind != "initial"]
    if not 1 <= len(names) <= 4:
        return None
    at = Span(part[0].at.start, part[-1].at.end)
    before = _word_before(plain, at.start)
    goes_on = last is not None and len(part) == len(last.tokens) == 1 and _LIST_GAP.fullmatch(plain, last.at.end, at.start)
    if _is_thing(plain, at) or not (goes_on or _looks_named(part, names, plain, at, before, grammar)):
        return None
    return FoundName(tokens=tuple(part), at=at, honorific=before.rstrip(".") in words.HONORIFICS)


def _looks_named(
    part: list[Token], names: list[Token], plain: str, at: Span, before: str, grammar: NameGrammar
) -> bool:
    known = [t for t in names if t.kind != "word"]
    led = before.rstrip(".") in words.HONORIFICS or _is_role(before) or before in grammar.officials
    led = led or _RULE_AFTER.match(plain, at.end) is not None
    spoken = before in words.SPEECH or _spoken_after(plain, at)
    if len(part) > len(names):
        return len(names) <= 2 and not all(t.key in grammar.places for t in names) or led
    if len(names) == 1:
        strong = names[0].kind in ("surname", "patronymic")
        is_place = names[0].key in grammar.places
        return (led and not is_place) or (strong and not is_place) or (spoken and not is_place and bool(known))
    if all(t.key in grammar.places for t in names):
        return False
    return len(known) * 2 >= len(names) or led or (spoken and len(names) == 2)


def _word_before(plain: str, start: int) -> str:
    match = _BEFORE.search(plain, max(0, start - 40), start)
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
    """Return the given name and the rest: by ending first, then by the list of given names, else as printed."""
    first, last = names[0], names[-1]
    if _as_surname(first) > _as_surname(last):
        return last, names[:-1]
    return first, names[1:]


def _as_surname(token: Token) -> int:
    return {"surname": 3, "patronymic": 3, "word": 2, "both": 1, "given": 0}[token.kind]
