"""A passage -> its words, numbers and marks, with the names of codes and laws as single tokens.

Forms::

    Criminal Code · Criminal Code of the Republic of Kazakhstan · Code of the RK “On Administrative Offences”
    CC RK · the 1997 Criminal Code, the Criminal Code of Ruritania, Land Code, Law on Assemblies  (none on file)

Left out: laws in lower case ('the law on assemblies'); the grammar of citations meets them as plain words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from chronicle.lexicon import statutes as lexicon
from chronicle.text import DASHES, level

if TYPE_CHECKING:
    from chronicle.authority import KnownCode

_REST: Final = rf"""
    (?P<paren> \( [ ]? (?: [1-9][0-9]? | [a-h] ) [ ]? \) )                        # (2)
  | (?P<num> (?<!\w) (?<![0-9]\.) [1-9][0-9]{{0,3}} (?: [{DASHES}] [0-9]{{1,4}} )?    # 405, 109-1, 405-407
             (?: \. [0-9]{{1,2}} )? (?! \w | \.[0-9] | [{DASHES}][0-9] ) )            # 405.2
  | (?P<word> \w+ (?: ['-] \w+ )* )
  | (?P<mark> [^\w\s] )
"""
_MARKS: Final = (
    dict.fromkeys(",;/&", "sep")
    | dict.fromkeys("([", "open")
    | dict.fromkeys(")]", "close")
    | dict.fromkeys("\"'", "quote")
    | dict.fromkeys(".!?…", "stop")
    | dict.fromkeys(DASHES, "dash")
)
_WORDS: Final = (
    dict.fromkeys(lexicon.ARTICLES, "article")
    | dict.fromkeys(lexicon.PARTS, "part")
    | dict.fromkeys(lexicon.POINTS, "point")
    | dict.fromkeys(lexicon.JOINS, "sep")
)
_HEADS: Final = lexicon.CODE | lexicon.INSTRUMENTS
_PLAIN: Final = (
    lexicon.DETERMINERS
    | lexicon.BEFORE_CODE
    | lexicon.OF
    | lexicon.LINKS
    | lexicon.PREPOSITIONS
    | lexicon.JOINS
)
#: words of a name, at most; characters of what stands before 'Code', at most
_NAME, _BEFORE = 16, 120


@dataclass(frozen=True, slots=True, eq=False)
class CodeGrammar:
    """How codes are named, compiled once: see `code_grammar`."""

    #: every word, number, mark and code of a levelled text
    token: re.Pattern[str]
    #: group of `token` -> 'code' or 'abbr', and the code's id in records
    codes: Mapping[str, tuple[str, str]]
    #: the code's id -> the year in which it was adopted
    years: Mapping[str, int]
    #: single words that name the country, in lower case
    home: tuple[str, ...]


class Token(NamedTuple):
    """A word, number or mark of a text; there are hundreds in an event, and a tuple is made at once.

    `kind` is 'article', 'part', 'point', 'num', 'paren', 'sep', 'open', 'close', 'quote', 'stop', 'dash',
    'home', 'word', 'mark', 'code' (whose `code` is None where it is not on file), 'abbr' (a code's
    abbreviation, which counts only beside an article), 'other' (what is certainly no code on file) or 'end'.
    """

    kind: str
    start: int
    end: int
    text: str
    #: `text` in lower case
    lower: str
    code: str | None = None

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


def code_grammar(codes: Iterable[KnownCode], country_names: Iterable[str]) -> CodeGrammar:
    """Return the grammar of *codes* as printed, each bare or with one of *country_names* after it."""
    known, names = tuple(codes), sorted(country_names, key=lambda name: (-len(name), name))
    home = "|".join(re.escape(name).replace(r"\ ", "[ ]{1,3}") for name in names) or r"(?!)"
    forms = sorted(
        ((form, code.code) for code in known for form in code.printed), key=lambda f: (-len(f[0]), f)
    )
    printed: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for i, (form, _) in enumerate(forms):
        printed[_head(form)][_first(form)].append(f"(?P<f{i}>{_form(form, home)})")
    by_word = {head: [_led(*pair) for pair in alike.items()] for head, alike in printed.items()}
    by_head = "|".join(_led(f"[{head}]", alike) for head, alike in by_word.items()) or "(?!)"
    pattern = rf"""
        (?=\S) (?: (?<![\w-]) (?=[-{"".join(printed)}]) (?: {by_head} ) (?![\w-])
        (?: [ ]{{1,3}} (?: (?i:of) [ ]{{1,3}} (?: (?i:the) [ ]{{1,3}} )? )? (?i:{home}) (?!\w) )?
      | (?P<home> (?<!\w) (?=[-{"".join(map(_head, names))}]) (?i:{home}) (?!\w) (?:'s)? ) | {_REST} )
    """
    return CodeGrammar(
        token=re.compile(pattern, re.VERBOSE),
        codes={f"f{i}": ("abbr" if form.isupper() else "code", code) for i, (form, code) in enumerate(forms)},
        years={code.code: code.adopted.year for code in known if code.adopted},
        home=tuple(name.lower() for name in names if " " not in name),
    )


def _head(form: str) -> str:
    """Return what a printed form may begin with, for a set of characters: where another stands it is not tried."""
    return re.escape(form[0].lower()) + re.escape(form[0].upper())


def _first(form: str) -> str:
    """Return a pattern of what a printed form begins with: the letter of an abbreviation, or else the first word."""
    return re.escape(form[0]) if form.isupper() else f"(?i:{_spelling(form.lower().split()[0])})"


def _led(lead: str, patterns: Iterable[str]) -> str:
    """Return *patterns* as alternatives that are tried only where *lead* stands."""
    return f"(?={lead}) (?: {'|'.join(patterns)} )"


def _form(form: str, home: str) -> str:
    """Return a pattern of a printed form; capitals alone ('CAO') are an abbreviation and stand as they are."""
    if form.isupper():
        return re.escape(form)
    words = [_spelling(word) for word in form.lower().split()]
    country = rf"(?:[ ]{{1,3}}of[ ]{{1,3}}(?:the[ ]{{1,3}})?(?:{home}))?"
    infix = country if words[0] == "code" else ""
    return rf"(?i:{words[0]}{infix}" + "".join(rf'[ "-]{{1,3}}{word}' for word in words[1:]) + ")"


def _spelling(word: str) -> str:
    pairs = {one: f"(?:{pair[0]}|{pair[1]})" for pair in lexicon.SPELLINGS for one in pair}
    return pairs.get(word, re.escape(word))


def tokens_of(text: str, grammar: CodeGrammar) -> tuple[Token, ...]:
    """Return the tokens of *text* in order, the name of a code or law being one token."""
    return _with_names([_token(m, grammar) for m in grammar.token.finditer(level(text))], grammar)


def _token(found: re.Match[str], grammar: CodeGrammar) -> Token:
    group, words = found.lastgroup or "mark", found[0]
    kind, code = grammar.codes.get(group, (group, None))
    lower = words.lower()
    if kind == "word":
        kind = _WORDS.get(lower, kind)
    elif kind == "mark":
        kind = _MARKS.get(words, kind)
    return Token(kind, found.start(), found.end(), words, lower, code)


def year_of(token: Token) -> int:
    """Return the year that *token* can be, else 0."""
    return int(token.text) if re.fullmatch(r"(?:19|20)[0-9]{2}", token.text) else 0


# ---------------------------------------------------------------- names


def _with_names(tokens: Sequence[Token], grammar: CodeGrammar) -> tuple[Token, ...]:
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        token, end = tokens[at], at + 1
        if token.code:
            token, end = _ended(tokens, at, grammar)
            token = _begun(out, token, grammar)
        elif token.kind == "word" and token.lower in _HEADS and token.capital:
            token, end = _instrument(tokens, at, out)
        out.append(token)
        at = end
    return tuple(out)


def _ended(tokens: Sequence[Token], at: int, grammar: CodeGrammar) -> tuple[Token, int]:
    """Return the code at *at* with the year or country after it, and what is next.

    '… of 3 July 2014' of another year and '… of the Republic of Ruritania' make it a code not on file.
    """
    token = tokens[at]
    year, end = _year_after(tokens, at + 1)
    if year:
        same = year == grammar.years.get(token.code or "")
        return _joined(token, tokens[end - 1], token.code if same else None), end
    end = _foreign_end(tokens, at + 1, grammar)
    return (_joined(token, tokens[end - 1], None), end) if end > at + 1 else (token, end)


def _begun(out: list[Token], token: Token, grammar: CodeGrammar) -> Token:
    """Return the code *token* with what stands before it in *out*: 'the 1997 …', 'Ruritanian …', 'former …'."""
    if not (out and _beside(out[-1], token)):
        return token
    before = out[-1]
    if before.kind == "num" and year_of(before):
        same = year_of(before) == grammar.years.get(token.code or "")
        return _joined(out.pop(), token, token.code if same else None)
    if before.kind == "home" or (before.kind == "word" and before.capital and _homely(before.lower, grammar)):
        return _joined(out.pop(), token, token.code)
    other = before.lower in lexicon.OTHER_CODE or _modifier(before, token)
    return _joined(out.pop(), token, None) if other else token


def _homely(word: str, grammar: CodeGrammar) -> bool:
    """Tell whether *word* is made of the country's name: 'Kazakh', 'Kazakhstani'."""
    stem = word.removesuffix("'s")
    return len(stem) > 4 and any(stem.startswith(home) or home.startswith(stem) for home in grammar.home)


def _year_after(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    if at < len(tokens) and tokens[at].lower in ("of", "dated"):
        for i, token in enumerate(tokens[at + 1 : at + 6], start=at + 1):
            if token.kind == "num" and year_of(token):
                return year_of(token), i + 1
            if not (token.kind in ("num", "sep") or token.capital):
                break
    return 0, at


def _foreign_end(tokens: Sequence[Token], at: int, grammar: CodeGrammar) -> int:
    """Return where '… of the Republic of Ruritania' ends; *at* itself where no other country follows."""
    if at + 1 >= len(tokens) or tokens[at].lower != "of":
        return at
    first = at + 2 if tokens[at + 1].lower == "the" else at + 1
    end = _name_end(tokens, first)
    words = tokens[first:end]
    if not words or not words[0].capital or (len(words) == 1 and words[0].lower in lexicon.GENERIC):
        return at
    return at if any(word.kind == "home" or _homely(word.lower, grammar) for word in words) else end


def _instrument(tokens: Sequence[Token], at: int, out: list[Token]) -> tuple[Token, int]:
    """Return the code or law not on file whose name 'Code' or 'Law' at *at* ends or begins, and what is next.

    Where nothing else of a name stands beside it, the word comes back as it was.
    """
    token = name = tokens[at]
    if token.lower in lexicon.CODE:
        while out and name.end - out[-1].start < _BEFORE and _modifier(out[-1], name):
            name = _joined(out.pop(), name, None)
    end = _name_after(tokens, at + 1)
    if end > at + 1:
        name = _joined(name, tokens[end - 1], None)
    return (name, end) if name is not token else (token, at + 1)


def _name_after(tokens: Sequence[Token], at: int) -> int:
    """Return where the name that 'Code' or 'Law' before *at* begins ends: 'on Peaceful Assemblies', '“On …”'."""
    if at >= len(tokens):
        return at
    law = tokens[at - 1].lower in lexicon.INSTRUMENTS
    if tokens[at].kind == "quote" and _beside(tokens[at - 1], tokens[at]):
        ahead = enumerate(tokens[at + 1 : at + 2 * _NAME], start=at + 1)
        return next((i + 1 for i, token in ahead if token.kind == "quote"), at)
    if tokens[at].lower in lexicon.NAME_OPENS:
        end = _name_end(tokens, at)
        return max(end, at + 1) if law else end
    return at


def _modifier(word: Token, name: Token) -> bool:
    plain = word.lower in _PLAIN or word.lower.endswith("ing")
    return word.kind == "word" and word.capital and not plain and _beside(word, name)


def _name_end(tokens: Sequence[Token], at: int) -> int:
    """Return where the capitalised words from *at* end, links between them included; *at* where there are none."""
    end = at
    for i, token in enumerate(tokens[at : at + _NAME], start=at):
        if token.kind in ("word", "home") and token.capital:
            end = i + 1
        elif token.lower not in lexicon.NAME_LINKS:
            break
    return end


def _beside(one: Token, other: Token) -> bool:
    return other.start - one.end == 1


def _joined(one: Token, other: Token, code: str | None) -> Token:
    text = f"{one.text} {other.text}"
    return Token("code", one.start, other.end, text, text.lower(), code)
