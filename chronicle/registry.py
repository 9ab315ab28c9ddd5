"""The text of people.yaml, and whose name is to be withheld, in; the text that says so out. All else in it stays as it is."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Final, get_args

from chronicle.authority import KnownPerson, Reason
from chronicle.findings import ChronicleError, yaml_text
from chronicle.model import Person
from chronicle.strictyaml import load
from chronicle.text import name_words

REASONS: Final[tuple[str, ...]] = get_args(Reason)
# `- name: Zhanbolat Mamay`: an entry that runs on over lines of its own
_BLOCK: Final = re.compile(r"(?P<indent> *- +)[a-z]+: +[^\s>|].*")
# `- {name: Xi Jinping, surname: Xi}`: an entry in one line
_FLOW: Final = re.compile(r" *- +\{.*\}")


def with_withheld(text: str, known: Sequence[KnownPerson], person: Person, reason: str, day: dt.date) -> str:
    """Return *text*, which holds *known*, with the name of *person* withheld since *day* for a kind of *reason*."""
    if reason not in REASONS:
        msg = f"--reason '{reason}' is no kind of reason for withholding a name: give one of {', '.join(REASONS)}"
        raise ChronicleError(msg)
    facts = ["withhold: yes", f"reason: {reason}", f"date: {day}"]
    at = next((i for i, one in enumerate(known) if _is(one, person)), None)
    if at is None:
        return _appended(text, person, facts)
    lines = text.split("\n")
    line = load(text).lines[(at,)] - 1
    lines[line] = _marked(lines[line].rstrip(), facts, line + 1)
    return "\n".join(lines)


def _is(known: KnownPerson, person: Person) -> bool:
    return known.id == person.id or name_words(known.name) == name_words(person.name)


def _appended(text: str, person: Person, facts: Sequence[str]) -> str:
    """Return *text* with an entry for *person*, who is known by every full name that was printed."""
    mine = name_words(person.name)
    others = {name_words(form): form for form in person.printed if len(form.split()) > 1 and "." not in form}
    spellings = [yaml_text(form) for words, form in others.items() if words != mine]
    entry = [f"- name: {yaml_text(person.name)}"]
    entry += [f"  spellings: [{', '.join(spellings)}]"] if spellings else []
    entry += [f"  {fact}" for fact in facts]
    before = f"{text.rstrip()}\n" if text.strip() else ""
    return before + "\n".join(entry) + "\n"


def _marked(line: str, facts: Sequence[str], number: int) -> str:
    if _FLOW.fullmatch(line):
        return f"{line[:-1].rstrip()}, {', '.join(facts)}}}"
    found = _BLOCK.fullmatch(line)
    if found is None:
        msg = f"seeds/authority/people.yaml:{number}: add to this entry: {'; '.join(facts)}"
        raise ChronicleError(msg)
    return "\n".join((line, *(" " * len(found["indent"]) + fact for fact in facts)))
