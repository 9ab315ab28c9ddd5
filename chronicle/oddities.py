"""An event's text in, what is odd in the print out: (code, message, place).

Forms::

    “… »    «… [7].    …”    (… , …    outer “ “inner” never closed        quotations and brackets that do not pair
    the the    of the of the    text..    text ,    ( text    word,word    ', ('    Name ‘s
    9,1890 tenge    1,00,000    12, 000    3, 1 years

One kind of slip is told once an event, at its first place. Left out: apostrophes, single closing quotes, 'had had',
slips that only a reader of the sense sees, names (see `variants`), and how an entry differs from the others of its
digest (see `forms`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, count, pairwise
from operator import eq
from typing import Final

from chronicle.lexicon.oddities import CLITICS, JOINERS, MAY_DOUBLE, NUMBERED, OPENERS, TERMS
from chronicle.model import Span
from chronicle.text import blank, lowered

Oddity = tuple[str, str, Span]

#: of one code in one event
_MOST_TOLD: Final = 3
_SPACE: Final = "[ \u00a0]"
#: code, what is said of it, and where it stands; each group 'at' is the place, where the whole match is not
_SLIPS: Final = tuple(
    (code, message, re.compile(pattern))
    for code, message, pattern in (
        ("stray-space", "a space before '{sign}'", rf"{_SPACE}(?P<sign>[,;:!?]|\.(?!\.))(?![\w:)])"),
        ("stray-space", "a space after '{sign}'", rf"(?P<sign>[(\[“]){_SPACE}"),
        ("stray-space", "a space before '{sign}'", rf"{_SPACE}(?P<sign>[)\]”])(?!\w)"),
        ("stray-space", "a space before the apostrophe", rf"(?<=\w){_SPACE}[’'‘](?:{'|'.join(CLITICS)})(?!\w)"),
        ("odd-apostrophe", "an opening quotation mark for an apostrophe", rf"(?<=\w)‘(?:{'|'.join(CLITICS)})(?!\w)"),
        ("missing-space", "no space after '{sign}'", r"(?<=[a-z])(?P<sign>[,;])(?=[^\W\d_])"),
        ("missing-space", "no space after '{sign}'", rf"(?<=[a-z][a-z][a-z])(?P<sign>\.)(?=(?:{'|'.join(OPENERS)})\b)"),
        ("doubled-sign", "a doubled full stop", r"(?<!\.)\.\.(?!\.)"),
        ("doubled-sign", "'{sign}' stands twice", r"(?P<sign>[,;:])[ \u00a0]?(?P=sign)"),
        ("doubled-sign", "two signs where one would do", r"[,;:]\.(?!\.)"),
        ("stray-comma", "a comma before an opening bracket", rf",{_SPACE}?\((?!c\))"),
    )
)  # fmt: skip
_SLIP_SIGNS: Final = re.compile(
    "[ \u00a0(\\[“‘,;.:](?:(?<=[ \u00a0])[,;:!?.)\\]”’'‘]|(?<=[(\\[“])[ \u00a0]|(?<=‘)|(?<=[,;.])\\w|(?<=[,;:.])[ \u00a0]?[,;:.(])"
)
# what each of the three below has in it
_DIGIT_COMMA: Final = re.compile(r"[0-9],")
# 9,1890 · 1,00,000 · 12,345,678
_GROUPED: Final = re.compile(r"[0-9](?<![\w.,/-].)[0-9]*(?:,[0-9]+)+(?![\w/])")
# 12, 000
_PARTED: Final = re.compile(rf"[0-9](?<![\w.,].)[0-9]{{0,2}},{_SPACE}000(?![\w,])")
# 3, 1 years
_TERM: Final = re.compile(rf"[0-9](?<![\w.,].)[0-9]?,{_SPACE}[0-9]{{1,2}}{_SPACE}(?:{'|'.join(TERMS)})\b")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LAST_WORD: Final = re.compile(r"(\w{1,20})\.?\s*$")


def find_oddities(text: str, markers: Iterable[Span] = ()) -> tuple[Oddity, ...]:
    """Return the oddities of print in *text*, whose note *markers* are no part of it, in order of place."""
    plain = blank(text, markers)
    found = sorted(
        (*_unmatched(plain), *_doubled(text), *_slips(text), *_numbers(plain)),
        key=lambda odd: (odd[2], odd[0]),
    )
    return tuple(_told(found))


def _told(found: Sequence[Oddity]) -> Iterator[Oddity]:
    """Yield *found*, of each code the first few, the last of them with the number of those that follow."""
    total = Counter(code for code, _, _ in found)
    seen: Counter[str] = Counter()
    for code, message, at in found:
        seen[code] += 1
        if seen[code] < _MOST_TOLD:
            yield code, message, at
        elif seen[code] == _MOST_TOLD:
            more = total[code] - _MOST_TOLD
            yield code, f"{message}, and {more} more" if more else message, at


# ---------------------------------------------------------------- quotations and brackets

_SIGNS: Final = re.compile(r"""[“”„«»‹›"‘()\[\]{}]""")
_CLOSERS: Final = {"“": "”", "”": "", "„": "“”", "«": "»", "‹": "›", '"': '"', "(": ")", "[": "]", "{": "}"}
_BRACKETS: Final = "()[]{}"
# 1) · a)
_LISTED: Final = re.compile(r"(?:^|[\s;,.:])(?:[0-9]{1,2}|[a-zA-Z])$")
_SINGLE_CLOSED: Final = re.compile(r"’(?!\w)")


def _unmatched(plain: str) -> Iterator[Oddity]:
    signs = list(_SIGNS.finditer(plain))
    if not signs:
        return
    quotes = [m.start() for m in signs if m[0] not in _BRACKETS and m[0] != "‘"]
    single = list(_single(plain, [m.start() for m in signs if m[0] == "‘"]))
    yield from _with_single(plain, list(_paired(plain, quotes, "unmatched-quote", "a quotation")), single)
    brackets = [m.start() for m in signs if m[0] in _BRACKETS]
    yield from _paired(plain, brackets, "unmatched-bracket", "a bracket")


def _paired(plain: str, places: Sequence[int], code: str, thing: str) -> Iterator[Oddity]:
    """Yield what is opened and never closed, closed and never opened, or closed by a sign of another kind."""
    last = {plain[at]: at for at in places}
    opened: list[int] = []
    for at in places:
        sign = plain[at]
        if _opens(plain, at, opened):
            opened += [] if _continues(plain, at, opened) else [at]
            continue
        if not opened:
            if not _is_listed(plain, at):
                yield code, f"{thing} is closed with {sign} and was never opened", Span(at, at + 1)
            continue
        if (
            len(opened) > 1
            and not _fits(plain, opened[-1], sign)
            and _fits(plain, opened[-2], sign)
            and last[sign] == at
        ):
            yield _never_closed(plain, opened.pop(), code, thing)
        start = opened.pop()
        if not _fits(plain, start, sign):
            yield (
                code,
                f"{thing} is opened with {plain[start]} and closed with {sign}",
                Span(start, at + 1),
            )
    for start in opened:
        yield _never_closed(plain, start, code, thing)


def _fits(plain: str, start: int, closer: str) -> bool:
    return closer in _CLOSERS[plain[start]]


def _never_closed(plain: str, start: int, code: str, thing: str) -> Oddity:
    return code, f"{thing} that opens with {plain[start]} is never closed", Span(start, start + 1)


def _opens(plain: str, at: int, opened: Sequence[int]) -> bool:
    """Tell whether the sign at *at* opens; “, ” and " may do either, by what stands around them."""
    sign = plain[at]
    if sign not in '“”"':
        return sign in "„«‹([{"
    before = plain[at - 1] if at else " "
    after = plain[at + 1] if at + 1 < len(plain) else " "
    leads = (before.isspace() or before in '([{—–-“«"/') and not after.isspace()
    trails = not before.isspace() and (after.isspace() or after in ",.;:!?)]}—–-”»")
    if sign == "“":
        return not (opened and trails and not leads) and not (opened and plain[opened[-1]] == "„")
    return (
        leads and not trails and not (sign == "”" and opened) and not (sign == '"' and opened and not leads)
    )


def _continues(plain: str, at: int, opened: Sequence[int]) -> bool:
    """Tell whether a quotation that is open goes on in a new paragraph, which repeats its opening sign."""
    return bool(opened) and plain[opened[-1]] == plain[at] and at > 0 and plain[at - 1] == "\n"


def _is_listed(plain: str, at: int) -> bool:
    """Tell whether a closing bracket stands after the number or letter of an item: '1)'."""
    return plain[at] == ")" and _LISTED.search(plain[max(0, at - 3) : at]) is not None


def _single(plain: str, places: Sequence[int]) -> Iterator[Oddity]:
    """Yield the single quotation marks that open and have nothing after them that may close."""
    closed = max((m.start() for m in _SINGLE_CLOSED.finditer(plain)), default=-1) if places else -1
    for at in places:
        opens = (at == 0 or not plain[at - 1].isalnum()) and plain[at + 1 : at + 2].isalpha()
        clitic = re.match(rf"(?:{'|'.join(CLITICS)})(?!\w)", plain[at + 1 : at + 4])
        if opens and not clitic and closed < at:
            yield _never_closed(plain, at, "unmatched-quote", "a quotation")


def _with_single(plain: str, double: Sequence[Oddity], single: Sequence[Oddity]) -> Iterator[Oddity]:
    """Yield both; a quotation that opens with ‘ and closes with a double mark is one matter."""
    if (
        len(single) != 1
        or len(double) != 1
        or "never opened" not in double[0][1]
        or double[0][2] < single[0][2]
    ):
        yield from (*double, *single)
        return
    at = Span(single[0][2].start, double[0][2].end)
    yield (
        "unmatched-quote",
        f"a quotation is opened with {plain[at.start]} and closed with {plain[at.end - 1]}",
        at,
    )


# ---------------------------------------------------------------- words and signs


def _doubled(text: str) -> Iterator[Oddity]:
    """Yield the words that stand twice in a row, one, two or three of them, nothing but spaces between."""
    lower = _WORD.findall(lowered(text))
    again = ((n, compress(count(), map(eq, lower, lower[n:]))) for n in (1, 2, 3))
    starts = sorted(
        {i for n, places in again for i in places if lower[i : i + n] == lower[i + n : i + 2 * n]}
    )
    words = list(_WORD.finditer(text)) if starts else []
    done = 0
    for i in starts:
        size = next((n for n in (3, 2, 1) if i >= done and lower[i : i + n] == lower[i + n : i + 2 * n]), 0)
        if size and _is_slip(words[i : i + size * 2], size) and _run_on(text, words[i : i + 2 * size]):
            done = i + 2 * size
            at = Span(words[i].start(), words[done - 1].end())
            yield "doubled-word", f"'{' '.join(at.of(text).split())}': words that stand twice", at


def _is_slip(words: Sequence[re.Match[str]], size: int) -> bool:
    """Tell whether a repetition is none of a name ('Tursun Tursun') and none that is said on purpose."""
    if size == 1:
        return words[0][0].lower() not in MAY_DOUBLE and not (
            words[0][0][0].isupper() and words[1][0][0].isupper()
        )
    return JOINERS.isdisjoint(word[0].lower() for word in words) and not all(w[0][0].isupper() for w in words)


def _run_on(text: str, words: Sequence[re.Match[str]]) -> bool:
    return all(text[one.end() : other.start()].isspace() for one, other in pairwise(words))


def _slips(text: str) -> Iterator[Oddity]:
    """Yield each kind of slip once, with its number of places; the space before a marker is a form, no slip."""
    first = _SLIP_SIGNS.search(text)
    if first is None:
        return
    for code, message, pattern in _SLIPS:
        found = list(pattern.finditer(text, first.start()))
        if found:
            sign = found[0].groupdict().get("sign", "")
            times = f", {len(found)} times" if len(found) > 1 else ""
            yield code, f"{message.format(sign=sign)}{times}", Span(*found[0].span())


# ---------------------------------------------------------------- numbers


def _numbers(plain: str) -> Iterator[Oddity]:
    if _DIGIT_COMMA.search(plain) is None:
        return
    for found in _GROUPED.finditer(plain):
        if _is_odd(found[0].split(",")) and not _is_numbered(plain, found.start()):
            yield "odd-number", f"the digits of '{found[0]}' do not group as a number", Span(*found.span())
    for found in _PARTED.finditer(plain):
        yield "odd-number", f"'{found[0]}' has a space within a number", Span(*found.span())
    for found in _TERM.finditer(plain):
        if not _is_numbered(plain, found.start()):
            message = f"'{found[0]}' has a comma and a space in a number: see how the term is read"
            yield "odd-term", message, Span(*found.span())


def _is_odd(groups: Sequence[str]) -> bool:
    """'9', '1890' and '1', '00', '000' are odd; '107', '205', a decimal ('3', '5') and a list ('1', '2', '3') are not."""
    first, *others = map(len, groups)
    if all(size == 3 for size in others):
        return first > 3
    return max(others) > 2 or (len(others) > 1 and first > 2)


def _is_numbered(plain: str, at: int) -> bool:
    word = _LAST_WORD.search(plain[max(0, at - 25) : at])
    return word is not None and word[1].lower() in NUMBERED
