"""An event, merged, and what is withheld in; the event with a shorter text out, everything found in it moved along."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from chronicle.model import (
    UNTOLD,
    WITHHELD,
    Correction,
    Event,
    NameMention,
    Note,
    Participant,
    PersonName,
    PlaceMention,
    Provision,
    Sanction,
    Span,
)
from chronicle.text import name_words
from chronicle.withholding.cuts import Cut, Shortened
from chronicle.withholding.strings import Cleaner

#: what is read from words that a passage may take out: a place, an article, a sum
_Found = TypeVar("_Found", PlaceMention, Provision, Sanction, Note)
_Bare = TypeVar("_Bare", Provision, Note)
_Printed = TypeVar("_Printed", PlaceMention, Sanction, NameMention)

# initials before and after a surname: 'E.K. ', ' Zh. I.'
_INITIAL: Final = r"[^\W\d_a-z](?:z?h|[ua])?\."
_BEFORE: Final = re.compile(rf"(?<![^\W\d_])(?:{_INITIAL}\s?){{1,3}}\Z")
_AFTER: Final = re.compile(rf"(?:\s?{_INITIAL}){{1,3}}")
# letters run into a name
_LETTERS: Final = re.compile(r"[^\W\d_]+")
#: how far before and after a name is looked, in characters
_REACH: Final = 16


def shortened(event: Event, hidden: tuple[Participant, ...], cleaner: Cleaner) -> Event:
    """Return *event* without the names of *hidden*, who are among its people, and without what *cleaner* takes out."""
    new = Shortened.of(event.text, _cuts(event, hidden, cleaner))
    people = (_participant(one, new, masked=one in hidden) for one in event.people)
    date = new.span(event.printed_date.at)
    assert date is not None, "nothing is taken out of the date"
    return replace(
        event,
        text=new.text,
        printed_date=replace(event.printed_date, at=date),
        body=new.place(event.body),
        dateline=tuple(_reprinted(_told(event.dateline, new), new)),
        mentions=tuple(_reprinted(_told(event.mentions, new), new)),
        people=tuple(one for one in people if one),
        provisions=tuple(_moved(_told(event.provisions, new), new)),
        sanctions=tuple(_reprinted(_told(event.sanctions, new), new)),
        notes=tuple(map(cleaner.note, _moved(_told(event.notes, new), new))),
        corrections=tuple(_corrections(event, new, cleaner)),
        findings=cleaner.findings(event.findings, event.text),
        title=cleaner.text(event.title),
    )


def _corrections(event: Event, new: Shortened, cleaner: Cleaner) -> Iterator[Correction]:
    """Yield the corrections of *event* without withheld words.

    Where something is withheld, what the digest printed before says so alone: it may be the same, misspelt.
    """
    for one in event.corrections:
        if one.field == "text" and new.text != event.text:
            yield replace(one, printed=UNTOLD, meant=UNTOLD)
        else:
            yield from cleaner.corrections((one,), event.text)


def _cuts(event: Event, hidden: Iterable[Participant], cleaner: Cleaner) -> Iterator[Cut]:
    """Yield what is to be taken out of the text of *event*; never a part of its date."""
    named = (Cut(mention.at, WITHHELD) for person in hidden for mention in person.mentions)
    words = [Span(*found.span()) for found in _LETTERS.finditer(event.text)]
    for cut in (*named, *cleaner.cuts(event.text)):
        whole = cut if cut.passage else replace(cut, at=_with_initials(_joined(cut.at, words), event.text))
        if not whole.at.overlaps(event.printed_date.at):
            yield whole


def _joined(at: Span, words: Sequence[Span]) -> Span:
    """Return *at* with all of the first and of the last of *words*, in order, that it holds letters of."""
    first = bisect_right(words, at.start, key=lambda word: word.end)
    last = bisect_left(words, at.end, key=lambda word: word.start) - 1
    if not 0 <= first <= last:
        return at
    return Span(min(at.start, words[first].start), max(at.end, words[last].end))


def _with_initials(at: Span, text: str) -> Span:
    """Return *at* with the initials that stand before and after it in *text*."""
    before = _BEFORE.search(text[max(at.start - _REACH, 0) : at.start])
    after = _AFTER.match(text, at.end, at.end + _REACH)
    return Span(at.start - len(before[0]) if before else at.start, after.end() if after else at.end)


def _told(found: Iterable[_Found], new: Shortened) -> Iterator[_Found]:
    """Yield what no passage took any word of: its place, article or sum may be what was withheld."""
    for one in found:
        met = new.mark(one.at)
        if not (met and met[0].passage):
            yield one


def _moved(found: Iterable[_Bare], new: Shortened) -> Iterator[_Bare]:
    """Yield what is still printed, where it stands now."""
    for one in found:
        at = new.span(one.at)
        if at:
            yield replace(one, at=at)


def _reprinted(found: Iterable[_Printed], new: Shortened) -> Iterator[_Printed]:
    """Yield what is still printed, where it stands now, in the words that stand there."""
    for one in found:
        at = new.span(one.at)
        if at:
            yield replace(one, at=at, printed=one.printed if _same(one.at, new) else at.of(new.text))


def _same(at: Span, new: Shortened) -> bool:
    return new.mark(at) is None


# ---------------------------------------------------------------- people


def _participant(person: Participant, new: Shortened, *, masked: bool) -> Participant | None:
    """Return *person* as the new text names them; None where it names them no more."""
    gone = [new.mark(mention.at) for mention in person.mentions if new.span(mention.at) is None]
    names = [NameMention(printed=WITHHELD, at=at) for cut, at in filter(None, gone) if not cut.passage]
    if masked or names:
        return _masked(person, tuple(dict.fromkeys(names)), new)
    left = tuple(_reprinted(person.mentions, new))
    if not left:
        return None
    shown = replace(person, mentions=left, role_from=person.role_from and new.span(person.role_from))
    return shown if all(_same(m.at, new) for m in person.mentions) or _is_told(shown) else _unknown(shown)


def _masked(person: Participant, mentions: tuple[NameMention, ...], new: Shortened) -> Participant | None:
    """Return *person* without a name; None where passages took out every mention."""
    if not mentions:
        return None
    told = person.role_from if person.role_from and _same(person.role_from, new) else None
    return replace(
        person,
        name=PersonName(surname=WITHHELD),
        canonical=WITHHELD,
        mentions=mentions,
        role_from=told and new.span(told),
        age=None,
        child=person.minor,
        id=None,
    )


def _is_told(person: Participant) -> bool:
    """Tell whether the text still prints as much of the name as it did."""
    words = set(name_words(str(person.name)))
    return any(words <= set(name_words(form)) for form in person.printed)


def _unknown(person: Participant) -> Participant:
    """Return *person* known by no more than the longest form that is left."""
    form = max(person.printed, key=len)
    return replace(person, name=PersonName(surname=form), canonical=form, id=None)
