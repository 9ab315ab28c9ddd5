"""Names of people, the forms that shorten them, their parts and ages."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from chronicle.authority import Names, Words
from chronicle.capitals import NameGrammar, name_grammar
from chronicle.model import Participant
from chronicle.people import find_people
from tests.readcases import Case, read_cases
from tests.scaling import assert_linear


def _grammar() -> NameGrammar:
    names = Names(
        given=("Marlen", "Askar", "Aigul", "Elena", "Aidana", "Kassym-Jomart", "Kassym", "Jomart"),
        words=("Muslim",),
        surname_endings=("ov", "ova", "ev", "eva", "yev", "yeva", "in", "ina", "sky", "ko"),
        patronymic_endings=("ovich", "ovna", "uly", "kyzy"),
        never=("Azattyq",),
    )
    words = Words(
        country="kazakhstan",
        country_names=("Kazakhstan",),
        officials=("akim", "deputy akim"),
        institutions=("akimat",),
    )
    return name_grammar(names, words, ["Aksay", "Almaty"])


GRAMMAR = _grammar()


def show(person: Participant) -> str:
    age = f" = {person.age}" if person.age is not None else " = child" if person.child else ""
    return f"{person.name} = {'; '.join(person.printed)} = {person.role}{age}"


@pytest.mark.parametrize("case", read_cases("people"), ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    """Each form of a name is read as its case says."""
    found = find_people(case.given, 0, GRAMMAR)

    assert case.expected == "\n".join(map(show, found.participants))


@pytest.mark.parametrize(
    "born", [" (born in 2009)", " (b. 2009)", ", born on May 5, 2009,", " (born 5 May 2009)"]
)
def test_year_of_birth(born: str) -> None:
    """Who cannot be 18 by the years alone is a child; the age, certain to within one year only, stays open."""
    text = f"Marlen Sadykov{born} and Askar Kasenov were detained."

    said = {
        year: [(person.child, person.age) for person in find_people(text, 0, GRAMMAR, year=year).participants]
        for year in (2026, 2027, None)
    }

    assert said == {
        2026: [(True, None), (False, None)],
        2027: [(False, None), (False, None)],
        None: [(False, None), (False, None)],
    }


def test_ambiguous_short_form_is_reported() -> None:
    """A surname that two people of the event share is left with neither, and said."""
    text = "Sadykov Marlen and Sadykov Askar were detained. Sadykov was released."

    doubts = find_people(text, 0, GRAMMAR).doubts

    assert [(code, at.of(text)) for code, _, at in doubts] == [("ambiguous-name", "Sadykov")]


def test_words_of_the_digest_are_no_names() -> None:
    """A capital that the digest also prints in lower case begins a sentence."""
    text = "said Forfeiture Kassenov"

    found = find_people(text, 0, GRAMMAR, frozenset({"forfeiture"}))

    assert [person.printed for person in found.participants] == [("Kassenov",)]


@given(st.text(), st.text())
def test_spans_are_where_the_names_stand(before: str, after: str) -> None:
    """Whatever stands around, a mention's span holds its printed words."""
    text = f"{before}\nSadykov Marlen was detained. {after}"

    for person in find_people(text, 0, GRAMMAR).participants:
        for mention in person.mentions:
            assert mention.printed == " ".join(mention.at.of(text).split())


@pytest.mark.parametrize(
    "unit", ["—", "[", "1", "A", " ", "Ab ", "Sadykov ", "A. ", "Sadykov, ", '"', "Sadykov M. "]
)
def test_cost_grows_with_length(unit: str) -> None:
    """A line is read in time that grows with its length."""
    assert_linear(lambda text: find_people(text, 0, GRAMMAR), unit, 2_000)
