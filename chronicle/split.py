"""A digest's text -> its entries, its note list, and what is neither; every character in exactly one of them.

Forms::

    December 5, Almaty, text that may go on      <- an entry: until the next line that begins with a date
    over several lines[12].
    [12] https://…    [12]https://…    [12]: https://…    12. https://…    [12] Outlet, https://…

Two errors are possible, and they do not weigh the same. An entry torn in two shows: one half stands among
what was left out, or as a short event. An entry fused with its neighbour, or lost, does not show. So where a
line may begin an entry it does, and a paragraph that may belong to the entry before is joined only while that
entry still lacks its note marker, or in the middle of a sentence. All else is 'unplaced'.

Left out: what an entry says. The callers bring the grammar of dates and the knowledge of places.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from chronicle import lines
from chronicle.lexicon.split import MESSAGES
from chronicle.lines import Grammar, Line, find_period
from chronicle.model import LeftOut, Source, Span

__all__ = ["Entry", "Grammar", "Oddity", "Split", "find_period", "split_digest"]

#: code, message, characters of the digest
Oddity = tuple[str, str, Span]

#: in characters
_LONGEST_TITLE: Final = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """Where an entry stands: characters of the digest, and the 1-based line it begins on."""

    start: int
    end: int
    line: int


@dataclass(frozen=True, slots=True)
class Split:
    """A digest taken apart, in the order of the digest."""

    entries: tuple[Entry, ...]
    sources: tuple[Source, ...]
    left_out: tuple[LeftOut, ...]
    findings: tuple[Oddity, ...]


@dataclass(frozen=True, slots=True)
class _Block:
    """Neighbouring lines of one kind: 'entry', 'note', 'furniture', 'title' or 'unplaced'."""

    kind: str
    start: int
    end: int
    line: int
    #: the finding it gives rise to; '' for none
    code: str = ""
    #: it has a note marker
    closed: bool = False
    #: where the date that opens it ends
    date_end: int = 0
    #: one of the note list, or left out of it
    listed: bool = False


def split_digest(text: str, grammar: Grammar) -> Split:
    """Take *text* apart; its line ends are LF, and it has no byte order mark."""
    blocks: list[_Block] = []
    inside: list[Oddity] = []
    for line in lines.split_lines(text, grammar):
        last = blocks[-1] if blocks else _Block("", 0, 0, 0)
        kind, code = _kind(text, line, last, grammar)
        if kind in ("join", "break"):
            blocks[-1] = _grown(last, line, kind)
            inside += [_oddity(code, Span(line.start, line.end))] if code == "date-in-text" else []
        else:
            listed = kind == "note" or (last.listed and kind != "entry")
            blocks.append(replace(_block(text, line, kind, code, grammar), listed=listed))
    blocks = list(_settled(text, blocks))
    sources, beside, odd_notes = _note_list(text, blocks)
    return Split(
        entries=tuple(Entry(b.start, b.end, b.line) for b in blocks if b.kind == "entry"),
        sources=sources,
        left_out=tuple(sorted((*_left_out(text, blocks), *beside), key=lambda one: one.line)),
        findings=tuple(sorted((*inside, *odd_notes, *_odd_blocks(blocks)), key=lambda odd: (odd[2], odd[0]))),
    )


# ---------------------------------------------------------------- what a line is


def _kind(text: str, line: Line, last: _Block, grammar: Grammar) -> tuple[str, str]:
    """Return the kind of block that *line* begins, 'join' or 'break'; and the code of a finding, or ''."""
    unfinished = (
        not line.apart and last.kind in ("entry", "unplaced") and lines.is_unfinished(_tail(text, last))
    )
    if lines.is_note(line.words) or line.run_on:
        return ("note", "") if lines.is_note(line.words) else ("entry", "run-on-entry")
    if last.kind == "entry" and line.start < last.date_end:
        return "join", ""
    if lines.is_period(line.words):
        return ("join", "") if last.kind == "unplaced" and not line.apart else ("unplaced", "unplaced-text")
    window = lines.window(text, line.start)
    if grammar.find_date(window):
        return _dated_kind(text, window, last, grammar, unfinished=unfinished)
    if grammar.looks_dated(window) and not unfinished:
        return "unplaced", "unread-date"
    return _kind_in_list(line, last) if last.listed else _undated_kind(line, last, unfinished=unfinished)


def _tail(text: str, block: _Block) -> str:
    return text[max(block.start, block.end - 40) : block.end]


def _dated_kind(
    text: str, window: str, last: _Block, grammar: Grammar, *, unfinished: bool
) -> tuple[str, str]:
    """In the middle of a sentence, only a full dateline or 'On December 5' begins an entry."""
    if unfinished and lines.leads_on(_tail(text, last)):
        return "join", "date-in-text"
    full = window.startswith(("On ", "ON ")) or lines.is_full_dateline(window, grammar)
    if unfinished and last.kind == "entry" and not full:
        return "join", "date-in-text"
    return "entry", ""


def _kind_in_list(line: Line, last: _Block) -> tuple[str, str]:
    if lines.is_chrome(line.words) or lines.is_cyrillic(line.words):
        return "furniture", ""
    if (
        not line.apart
        and (last.kind == "note" or last.code == "broken-address")
        and lines.breaks_address(line.words)
    ):
        return "break", ""
    return "unplaced", "note-without-address" if lines.is_numbered(line.words) else "unplaced-text"


def _undated_kind(line: Line, last: _Block, *, unfinished: bool) -> tuple[str, str]:
    words = line.words
    if last.kind == "entry" and unfinished:
        return "join", ""
    if lines.is_chrome(words):
        return "furniture", ""
    foreign = line.apart and lines.is_cyrillic(words) and not lines.has_marker(words)
    if (
        last.kind == "entry"
        and not foreign
        and not lines.is_address(words.split()[0])
        and (not last.closed or words[0].islower())
    ):
        return "join", ""
    if lines.is_cyrillic(words):
        return "furniture", ""
    if last.kind == "unplaced" and (not line.apart or unfinished):
        return "join", ""
    return "unplaced", "unplaced-text"


# ---------------------------------------------------------------- blocks


def _block(text: str, line: Line, kind: str, code: str, grammar: Grammar) -> _Block:
    # A date that is wrapped ends in the next line, which is then no beginning: see `_kind`.
    date = grammar.find_date(lines.window(text, line.start)) if kind == "entry" else None
    date_end = line.start + date.at.end if date else 0
    return _Block(kind, line.start, line.end, line.number, code, lines.has_marker(line.words), date_end)


def _grown(block: _Block, line: Line, kind: str) -> _Block:
    grown = replace(block, end=line.end, closed=block.closed or lines.has_marker(line.words))
    return replace(grown, kind="unplaced", code="broken-address") if kind == "break" else grown


def _settled(text: str, blocks: Sequence[_Block]) -> Iterator[_Block]:
    """Yield the blocks, titles known as such; words in another script between entries are not furniture."""
    entries = [n for n, block in enumerate(blocks) if block.kind == "entry"]
    for n, block in enumerate(blocks):
        words = text[block.start : block.end]
        between = entries and entries[0] < n < entries[-1]
        outside = not entries or n < entries[0] or words.isupper()
        if block.code == "unplaced-text" and outside and not block.closed and _is_title(words):
            yield replace(block, kind="title", code="")
        elif block.kind == "furniture" and between and lines.is_cyrillic(words):
            yield replace(block, kind="unplaced", code="unplaced-text")
        else:
            yield block


def _is_title(words: str) -> bool:
    return len(words) <= _LONGEST_TITLE and find_period(words) is not None


def _left_out(text: str, blocks: Iterable[_Block]) -> Iterator[LeftOut]:
    for block in blocks:
        if block.kind not in ("entry", "note"):
            for n, line in enumerate(text[block.start : block.end].split("\n"), start=block.line):
                if line.strip():
                    yield LeftOut(text=line.strip(), line=n, kind=block.kind)


def _odd_blocks(blocks: Iterable[_Block]) -> Iterator[Oddity]:
    return (_oddity(b.code, Span(b.start, b.end)) for b in blocks if b.code)


def _oddity(code: str, at: Span) -> Oddity:
    return code, MESSAGES[code], at


# ---------------------------------------------------------------- the note list


def _note_list(text: str, blocks: Iterable[_Block]) -> tuple[tuple[Source, ...], list[LeftOut], list[Oddity]]:
    """Return the sources, the words beside their addresses, and what is odd about both."""
    sources: list[Source] = []
    beside: list[LeftOut] = []
    odd: list[Oddity] = []
    seen: Counter[int] = Counter()
    for block in blocks:
        if block.kind == "note":
            number, urls, others = lines.read_note(text[block.start : block.end])
            sources += [Source(number=number, url=url, line=block.line) for url in urls]
            seen[number] += len(urls)
            at = Span(block.start, block.end)
            odd += [_oddity("duplicate-note", at)] if seen[number] > 1 else []
            odd += [_oddity("note-text", at)] if others else []
            beside += [LeftOut(text=others, line=block.line, kind="unplaced")] if others else []
    return tuple(sources), beside, odd
