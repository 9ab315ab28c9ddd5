"""An event's text in, its capitals out: words and initials, each with what it may be in a name.

Forms::

    Kassym-Jomart    D'Artagnan    Zh.    E.K.    E. K.    Kilimzhanov E

Left out: quoted titles ('the channel “X live”'), hashtags, words in small letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from chronicle.authority import Names, Words
from chronicle.lexicon import people as words
from chronicle.model import Span
from chronicle.text import fold_word

# 'Kassym-Jomart', "D'Artagnan"; a possessive "'s" is no part of the word; words in small letters are passed over
_TOKEN: Final = re.compile(r"[^\W\d_a-z](?<![^\W\d_].)(?<![^\W\d_]['\-].)[^\W\d_]*(?:['\-](?!s\b)[^\W\d_]+)*")
INITIAL: Final = "(?:" + "|".join((*words.DIGRAPHS, r"[^\W\d_a-zа-яё]")) + ")"
# 'E.K.', 'Zh.', 'E. K.' with its points
_INITIALS: Final = re.compile(rf"(?=[^\W\d_a-zа-яё])(?<![\w'-]){INITIAL}\.(?:\s?{INITIAL}\.)?(?!\w)")
# 'Kilimzhanov E': an initial that lacks its point
_BARE: Final = re.compile(rf"{INITIAL}\Z")
_TITLE_QUOTE: Final = re.compile(r"\"(?:(?<=[^\W\d_]\s\")|(?<=[^\W\d_]\s\s\"))[^\"\n]{1,60}\"")
#: what may stand between a quotation and the end of the word before it
_TITLED: Final = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,30}(?=\s{1,2}\Z)")
#: letters of the longest word that may be part of a name
_LONGEST: Final = 40
_HASHTAG: Final = re.compile(r"#\w+")
_ROLES: Final = words.OFFICIALS.union(
    words.EMPLOYERS, words.COUNSEL, words.KIN, words.WITNESSES, words.COMMENTATORS, words.SUBJECTS
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NameGrammar:
    """What names are made of, ready for look-up."""

    #: fold keys of given names
    given: frozenset[str]
    #: those of women
    women: frozenset[str]
    #: those that are also a word
    words: frozenset[str]
    surname_endings: tuple[str, ...]
    patronymic_endings: tuple[str, ...]
    #: fold keys of words that are never part of a name
    never: frozenset[str]
    #: the same in lower case, of those with a w, which folds to v: 'below' is not 'Belov'
    never_spelt: frozenset[str]
    #: fold keys of surnames that look like nothing, or like another word: 'Kim', 'Ten'
    surnames: frozenset[str]
    #: fold keys of one-word place names
    places: frozenset[str]
    #: lower-case words of the country for offices: 'akim'
    officials: frozenset[str]
    #: lower-case words of the country for institutions: 'akimat'
    institutions: frozenset[str]


def name_grammar(names: Names, country: Words, place_names: Iterable[str] = ()) -> NameGrammar:
    """Return what is known of names as look-ups; *place_names* are those of the gazetteer."""
    return NameGrammar(
        given=frozenset(map(fold_word, (*names.given, *names.women))),
        women=frozenset(map(fold_word, names.women)),
        words=frozenset(map(fold_word, names.words)),
        surname_endings=tuple(sorted({fold_word(e) for e in names.surname_endings})),
        patronymic_endings=tuple(sorted({fold_word(e) for e in names.patronymic_endings})),
        never=frozenset(fold_word(n) for n in (*names.never, *country.country_names) if "w" not in n.lower()),
        never_spelt=frozenset(n.lower() for n in names.never if "w" in n.lower()),
        surnames=frozenset(map(fold_word, names.surnames)),
        places=frozenset(fold_word(n) for n in place_names if " " not in n.strip()),
        officials=frozenset(o.lower() for o in country.officials),
        institutions=frozenset(i.lower() for i in country.institutions),
    )


class Token(NamedTuple):
    """One word of a run of capitals, or a group of initials; a digest has thousands, and a tuple is made at once."""

    text: str
    at: Span
    #: 'initial', 'given', 'surname', 'patronymic', 'both' (given or surname), 'word' (a capital, unknown),
    #: 'place' (a place's name, and no known name of people), 'plain'
    kind: str
    #: whether it is a woman's given name
    woman: bool = False

    @property
    def key(self) -> str:
        """Its fold key."""
        return fold_word(self.text)


def without_titles(plain: str) -> str:
    """Return *plain*, as long as before, with spaces where quoted titles and hashtags stand."""

    def quoted(match: re.Match[str]) -> str:
        before = _TITLED.search(plain, max(0, match.start() - 33), match.start())
        return " " * len(match[0]) if before and before[0].lower() in words.TITLED else match[0]

    plain = _TITLE_QUOTE.sub(quoted, plain) if '"' in plain else plain
    return _HASHTAG.sub(lambda m: " " * len(m[0]), plain)


def tokens(plain: str, grammar: NameGrammar, vocabulary: frozenset[str]) -> Iterator[Token]:
    """Yield initials and the words that begin with a capital, in order."""
    at = 0
    initials = {m.start(): m for m in _INITIALS.finditer(plain)}
    for match in _TOKEN.finditer(plain):
        word, start = match[0], match.start()
        if start < at:
            continue
        initial = initials.get(start)
        if initial:
            at = initial.end()
            yield Token(text=initial[0], at=Span(*initial.span()), kind="initial")
        elif word[0].isupper():
            kind, common = _kind(word, grammar)
            if kind != common and word.lower() in vocabulary:
                kind = common
            woman = kind == "given" and fold_word(word) in grammar.women
            yield Token(text=word, at=Span(start, match.end()), kind=kind, woman=woman)


def beside_surnames(found: Sequence[Token], grammar: NameGrammar) -> Iterator[Token]:
    """Yield *found* with the words that are also given names ('Nasirov Muslim') made so beside a surname, and before no other capital."""
    for i, token in enumerate(found):
        before = i > 0 and found[i - 1].kind == "surname" and token.at.start - found[i - 1].at.end == 1
        follows = i + 1 < len(found) and found[i + 1].at.start - token.at.end == 1
        after = follows and found[i + 1].kind == "surname"
        capital = follows and found[i + 1].text[0].isupper()
        named = token.kind == "plain" and token.key in grammar.words and (after or (before and not capital))
        yield token._replace(kind="given") if named and token.text[0].isupper() else token


# The capitals of a digest are few, and each stands in many entries.
@lru_cache(maxsize=4096)
def _kind(word: str, grammar: NameGrammar) -> tuple[str, str]:
    """Return the kind of *word*, and its kind where the digest also prints it in lower case."""
    lower, key = word.lower(), fold_word(word)
    if _is_no_name(word, lower, key, grammar):
        return "plain", "plain"
    if _BARE.match(word):
        return "bare", "bare"
    if key.endswith(grammar.patronymic_endings) and len(key) > 5:
        return "patronymic", "patronymic"
    given = key in grammar.given or all(fold_word(p) in grammar.given for p in word.split("-"))
    # w folds to v, but no surname of these ends in it: Review, Moscow
    surname = len(key) > 4 and key.endswith(grammar.surname_endings) and not lower.endswith("w")
    if given or surname:
        kind = "both" if given and surname else "given" if given else "surname"
        return kind, kind
    kind = "place" if key in grammar.places else "word"
    if key in grammar.surnames:
        return kind, kind
    return "plain" if is_role(lower) or lower in words.THINGS else kind, "plain"


def _is_no_name(word: str, lower: str, key: str, grammar: NameGrammar) -> bool:
    if len(word) == 1:
        return False
    abbreviated = word.isupper() and 2 <= len(word) <= 4 and word not in words.DIGRAPHS
    return (
        len(word) > _LONGEST
        or abbreviated
        or key in grammar.never
        or lower in grammar.never_spelt
        or (key not in grammar.surnames and (lower in words.ENGLISH or lower in words.HONORIFICS))
        or lower in grammar.officials
        or lower in grammar.institutions
    )


def is_role(lower: str) -> bool:
    """Tell whether *lower* is a noun of office, kin or calling."""
    return lower in _ROLES


def runs(found: Iterable[Token], plain: str) -> Iterator[list[Token]]:
    """Yield the runs of capitals parted by nothing but a space or two."""
    run: list[Token] = []
    for token in found:
        joined = (
            run
            and 0 < token.at.start - run[-1].at.end <= 2
            and not plain[run[-1].at.end : token.at.start].strip()
        )
        glued = run and run[-1].kind == "initial" and token.at.start == run[-1].at.end
        if token.kind == "plain" or not (joined or glued):
            if run:
                yield run
            run = []
        if token.kind != "plain":
            run.append(token)
    if run:
        yield run


def _ended(part: list[Token]) -> bool:
    """Tell whether *part* is a surname and its initials: 'fined Sadykov M. Kassenov A. was' are two sentences."""
    return len(part) > 1 and part[0].kind == "surname" and part[-1].kind == "initial"


def parts(run: list[Token]) -> Iterator[list[Token]]:
    """Yield *run* with bare initials settled: kept as initials where they end a name, else parting it.

    A surname's initials end its name.
    """
    part: list[Token] = []
    for i, token in enumerate(run):
        if token.kind != "initial" and _ended(part):
            yield part
            part = []
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
