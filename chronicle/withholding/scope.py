"""People who are withheld and the editions in, the words and phrases that would tell who they are out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final

from chronicle.authority import Authority, KnownPerson, Redaction
from chronicle.model import Edition, Event, Participant, Span
from chronicle.withholding.names import LONG_ENOUGH, Name, common_words, name_of, patronymics, telling
from chronicle.withholding.words import key, lookup, words_in

#: how many words a withheld passage has that is looked for in everything
_TELLING: Final = 5


@dataclass(frozen=True, slots=True)
class Withheld:
    """What must not stand anywhere, by keys."""

    #: single words
    words: frozenset[str] = frozenset()
    #: words one after the other
    phrases: frozenset[tuple[str, ...]] = frozenset()
    #: of withheld passages that stand in one event alone: their words in small letters, as printed
    passages: frozenset[tuple[str, ...]] = frozenset()
    #: words that are somebody else's, though they look like a withheld one with the ending of a case
    others: frozenset[str] = field(default=frozenset(), compare=False, repr=False)

    @classmethod
    def of(cls, people: Sequence[KnownPerson], editions: Sequence[Edition], authority: Authority) -> Withheld:
        """Return what tells those of *people* who are withheld; *editions* as merged, nothing taken out of them yet."""
        return scope_of(people, editions, authority).withheld

    def __bool__(self) -> bool:
        """Tell whether anything is withheld."""
        return bool(self.words or self.phrases or self.passages)

    def with_passages(self, redactions: Sequence[Redaction], editions: Sequence[Edition]) -> Withheld:
        """Return the same with the passages of *redactions* that say something of their own.

        They have a few words, and no other event of *editions*, as printed, holds them: else they are common words.
        """
        every = (event for edition in editions for event in edition.events)
        flat = {event.id: _flat(event.text) for event in every} if redactions else {}
        passages = {
            words: one.event
            for one in redactions
            if len(words := tuple(_flat(one.words).split())) >= _TELLING
        }
        alone = (
            words
            for words, event in passages.items()
            if not any(_holds(text, words) for id_, text in flat.items() if id_ != event)
        )
        return replace(self, passages=frozenset(alone))

    def find(self, text: str) -> tuple[Span, ...]:
        """Return every place in *text* where a withheld word or phrase stands, in order; places may overlap."""
        return tuple(sorted(lookup(self.words, self.phrases).matches(text)))

    def first(self, text: str) -> str:
        """Return the first withheld word or phrase of *text* as it stands there; '' where there is none."""
        return lookup(self.words, self.phrases, self.others).first(text) or self._first_passage(text)

    def _first_passage(self, text: str) -> str:
        flat = _flat(text) if self.passages else ""
        return next((" ".join(words) for words in sorted(self.passages) if _holds(flat, words)), "")

    def first_joined(self, text: str) -> str:
        """Return the first withheld word or phrase that stands within longer words of *text*, as its key; else ''."""
        return lookup(self.words, self.phrases).within(text)

    def stretches(self, text: str) -> tuple[Span, ...]:
        """Return what `find` does, and the addresses in *text* that hold a withheld word in any form."""
        return lookup(self.words, self.phrases).stretches(text)

    def is_in_address(self, url: str) -> bool:
        """Tell whether *url* holds a withheld word: percent-encoded, transliterated, with the ending of a case."""
        return lookup(self.words, self.phrases).is_in_address(url)


def _flat(text: str) -> str:
    """Return the words of *text* in small letters, with one blank between them."""
    return " ".join(word.casefold() for _, word in words_in(text))


def _holds(flat: str, words: tuple[str, ...]) -> bool:
    return f" {' '.join(words)} " in f" {flat} "


@dataclass(frozen=True, slots=True)
class Scope:
    """Who is withheld, and the words that would tell."""

    withheld: Withheld
    #: by canonical name
    people: Mapping[str, Name]
    #: keys of words that mean something else as well: places, months, words of the language
    common: frozenset[str] = frozenset()
    #: keys of the endings that make a patronymic
    fathers: tuple[str, ...] = ()

    def hides(self, person: Participant) -> bool:
        """Tell whether *person* is withheld, under whatever form."""
        name = _named(person, self.fathers)
        return person.canonical in self.people or any(name.full & one.full for one in self.people.values())

    def of(self, event: Event) -> Withheld:
        """Return what is withheld in *event*: there also words that elsewhere may be another's."""
        hidden = [_named(p, self.fathers) for p in event.people if self.hides(p)]
        if not hidden:
            return self.withheld
        others = [
            name
            for name in (_named(p, self.fathers) for p in event.people if not self.hides(p))
            if not any(one.may_be(name) for one in hidden)
        ]
        theirs = {k for name in others for k in name.words.values()}
        words = {k for name in hidden for word, k in name.words.items() if len(word) >= LONG_ENOUGH - 1}
        phrases = {pair for name in hidden for pair in (*name.full, *name.loose)}
        return replace(
            self.withheld,
            words=self.withheld.words | (words - theirs - self.common),
            phrases=self.withheld.phrases | (phrases - {pair for name in others for pair in name.loose}),
        )


def scope_of(people: Sequence[KnownPerson], editions: Sequence[Edition], authority: Authority) -> Scope:
    """Return who of *people* is withheld, with every form that *editions* print."""
    hidden = [person for person in people if person.withhold]
    if not hidden:
        return Scope(Withheld(), {})
    everyone = [p for edition in editions for event in edition.events for p in event.people]
    fathers = patronymics(authority)
    names = {person.name: _known(person, everyone, fathers) for person in hidden}
    others = _others(people, everyone, names, fathers)
    common = common_words((e.text for edition in editions for e in edition.events), authority)
    shared = common.union(*(name.words.values() for name in others))
    words = {k for name in names.values() for k in telling(name, authority)}
    words |= {key(form) for person in hidden for form in person.spellings if len(list(words_in(form))) == 1}
    full = {pair for name in names.values() for pair in name.full}
    loose = {pair for name in names.values() for pair in name.loose}
    withheld = Withheld(
        words=frozenset(words - shared - {""}).union(*(name.joined for name in names.values())),
        phrases=frozenset(full | loose - {pair for name in others for pair in name.loose}),
        others=shared,
    )
    return Scope(withheld, names, common, fathers)


def _known(person: KnownPerson, everyone: Iterable[Participant], fathers: tuple[str, ...]) -> Name:
    found = [p for p in everyone if p.canonical == person.name]
    forms = (person.name, *person.spellings, *(join.printed for join in person.joins), person.id or "")
    surnames = (person.surname or person.name.split()[-1], *(p.name.surname for p in found))
    return name_of((*forms, *(form for p in found for form in _forms(p))), surnames, fathers)


def _forms(person: Participant) -> tuple[str, ...]:
    return (person.canonical, str(person.name), *person.printed)


def _named(person: Participant, fathers: tuple[str, ...]) -> Name:
    return _read(_forms(person), person.name.surname, fathers)


# The same forms of one person stand in event after event.
@lru_cache(maxsize=4096)
def _read(forms: tuple[str, ...], surname: str, fathers: tuple[str, ...]) -> Name:
    return name_of(forms, (surname,), fathers)


def _others(
    people: Iterable[KnownPerson],
    everyone: Iterable[Participant],
    hidden: Mapping[str, Name],
    fathers: tuple[str, ...],
) -> list[Name]:
    """Return the names of everybody who is not withheld, and cannot be somebody who is."""
    known = [_known(person, (), fathers) for person in people if not person.withhold]
    found = {_forms(p): _named(p, fathers) for p in everyone if p.canonical not in hidden}
    free = [name for name in found.values() if not any(one.may_be(name) for one in hidden.values())]
    return [*known, *free]
