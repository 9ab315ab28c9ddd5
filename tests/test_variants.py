"""How names vary within one event: spellings and orders."""

from __future__ import annotations

import pytest

from chronicle.model import NameMention, Participant, PersonName, Span
from chronicle.variants import find_variants


def somebody(text: str, given: str, surname: str, *printed: str) -> Participant:
    """Return a person named in *text* by the forms *printed*, in their order."""
    mentions, at = [], 0
    for form in printed:
        at = text.index(form, at)
        mentions.append(NameMention(printed=form, at=Span(at, at + len(form))))
        at += len(form)
    return Participant(
        name=PersonName(given=given, surname=surname), mentions=tuple(mentions), role="subject"
    )


@pytest.mark.parametrize(
    ("given", "surname", "printed", "said"),
    [
        ("Ada", "Semyonova", ("Semyonova Ada", "Semeyonova A."), "one person is printed 'Semyonova' and 'Semeyonova'"),
        ("Ben", "Ashtayev", ("Ashtayev Ben", "Ashtaev"), "one person is printed 'Ashtayev' and 'Ashtaev'"),
        ("Yerbol", "Doe", ("Doe Yerbol", "Erbol"), "one person is printed 'Yerbol' and 'Erbol'"),
        ("Ben", "Ashtaev", ("BEN ASHTAEV", "Ashtaev B."), ""),
        ("Ben", "Ashtaev", ("Ben Ashtaev", "Ben Ashtaev"), ""),
        ("Ben", "Ashtaev", ("Ben Ashtaev", "Ashtaev B."), ""),
    ],
)  # fmt: skip
def test_spellings(given: str, surname: str, printed: tuple[str, ...], said: str) -> None:
    """Two spellings of one person's name are told at the second; capitals and initials are no spelling."""
    text = ", ".join(printed)
    people = [somebody(text, given, surname, *printed)]

    assert [message for _, message, _ in find_variants(text, people)] == ([said] if said else [])
    assert all(at == people[0].mentions[1].at for _, _, at in find_variants(text, people))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ada Doe, Roe Ben and Coe Eve", "Roe Ben"),
        ("Ada Doe and Roe Ben", "Roe Ben"),
        ("Ada Doe and Ben Roe", ""),
        ("Ada Doe left; Roe Ben", ""),
        ("Ada Doe, Roe", ""),
    ],
)
def test_orders(text: str, told: str) -> None:
    """Neighbours in a list with names in different orders are told once, at the first that differs."""
    people = [
        somebody(text, given, surname, form)
        for given, surname in (("Ada", "Doe"), ("Ben", "Roe"), ("Eve", "Coe"))
        for form in (f"{given} {surname}", f"{surname} {given}")
        if form in text
    ]

    assert [(code, at.of(text)) for code, _, at in find_variants(text, people)] == (
        [("name-order", told)] if told else []
    )


def test_a_name_whose_parts_are_one_has_no_order() -> None:
    """'Aman Aman' stands in neither order."""
    text = "Aman Aman and Roe Ben"
    people = [somebody(text, "Aman", "Aman", "Aman Aman"), somebody(text, "Ben", "Roe", "Roe Ben")]

    assert find_variants(text, people) == ()
