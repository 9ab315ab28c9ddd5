"""How a few entries of a digest differ in form from the rest."""

from __future__ import annotations

import pytest

from chronicle.forms import entries
from tests.test_read import read

#: twelve entries in one form
PLAIN = [f"December {n}, Aksay, a rally “of all” was held[{n}]." for n in range(1, 13)]


def told(code: str, *changes: tuple[int, str], among: list[str] | None = None) -> list[str]:
    """Return what is said under *code* of the plain digest with entries changed (number, text)."""
    lines = list(among or PLAIN)
    for number, text in changes:
        lines[number - 1] = text
    return [finding.message for finding in read("\n\n".join(lines)).findings if finding.code == code]


def test_a_digest_in_one_form() -> None:
    """There is nothing to tell."""
    assert told("uneven-form") == []


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("December 5, Aksay, a rally  was held[5].", "more than one space between words in entry 5"),
        ("December 5, Aksay, a rally was held [5].", "a space before the note in entry 5"),
        ("December 5, Aksay, a rally was held[5]", "no full stop at the end of entry 5"),
        ("December 5, Aksay, a rally was held.[5].", "a full stop before the note and one after it in entry 5"),
        ("December 5, Aksay, The police came[5].", "a capital after the dateline's comma in entry 5"),
        ("December 5, Aksay, a rally «of all» was held[5].", "«…» for quotation marks in entry 5"),
        ("On December 5, Aksay, a rally was held[5].", "'On' before the date in entry 5"),
        ("5 December, Aksay, a rally was held[5].", "the day before the month in entry 5"),
        ("December 5, 2022, Aksay, a rally was held[5].", "a year in the dateline of entry 5"),
        ("December 5, in Aksay, a rally was held[5].", "'in' before the place in entry 5"),
        ("Aksay, December 5, a rally was held[5].", "the place before the date in entry 5"),
    ],
)  # fmt: skip
def test_one_entry_that_differs(entry: str, said: str) -> None:
    """The form and the entry are told, once for the digest."""
    assert told("uneven-form", (5, entry)) == [said]


@pytest.mark.parametrize(
    "entry",
    [
        "December 5, Aksay, a rally was held by Doe J.[5].",
        "December 5, Aksay, he said: “No!”[5].",
        "December 5, Aksay, a rally was held[5]. More will come.",
        "December 5, Aksay, a rally was held.",
        "December 5, Aksay, Theodor came[5].",
        "December 5, Aksay, a rally was “held” and «told»[5].",
    ],
)
def test_what_is_no_form(entry: str) -> None:
    """An initial's point, a sign within quotation marks, a sentence after the note: nothing to tell."""
    assert told("uneven-form", (5, entry)) == []


def test_a_habit_is_not_told() -> None:
    """What half of the entries do is the digest's own."""
    assert told("uneven-form", *((n, f"On December {n}, Aksay, a rally[{n}].") for n in range(1, 7))) == []


def test_several_forms_are_one_finding() -> None:
    """All of them are told in one sentence."""
    changes = (3, "December 3, Aksay, a  rally[3]."), (9, "December 9, Aksay, a rally [9].")

    assert told("uneven-form", *changes) == [
        "more than one space between words in entry 3; a space before the note in entry 9"
    ]


def test_no_place() -> None:
    """Entries whose dateline names no place are told together."""
    changes = (3, "December 3, a rally was held[3]."), (9, "December 9, a rally was held[9].")

    assert told("no-place", *changes) == ["no place in the dateline of entries 3 and 9"]


def test_initials_without_their_point() -> None:
    """'Kasova A' lacks one; in 'Kasova A.' it may end the sentence too."""
    changes = (
        (3, "December 3, Aksay, Kasova A was fined[3]."),
        (9, "December 9, Aksay, they fined Kasova A.[9]."),
    )

    assert told("initial-without-point", *changes) == [
        "a name ends in an initial without its point in entry 3"
    ]


def test_a_quotation_without_a_speaker() -> None:
    """It is told where nothing but the quotation follows the dateline."""
    changes = (
        (3, "December 3, Aksay, “She stays in custody”[3]."),
        (4, "December 4, Aksay, “She stays”, says Doe[4]."),
    )

    assert told("no-speaker", *changes) == ["nothing but a quotation, and nobody who says it, in entry 3"]


def test_one_place_in_two_spellings() -> None:
    """Letters that fold alike are told; capitals are not."""
    changes = (
        (3, "December 3, Aksáy, a rally “of all” was held[3]."),
        (4, "December 4, AKSAY, a rally was held[4]."),
    )

    assert told("uneven-form", *changes) == ["one place is printed 'Aksay' (entry 1), 'Aksáy' (entry 3)"]


@pytest.mark.parametrize(
    ("labels", "words"),
    [
        (["5"], "entry 5"),
        (["5", "6"], "entries 5 and 6"),
        (["5", "6", "9"], "entries 5, 6 and 9"),
        ([str(n) for n in range(1, 15)], "entries 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 2 more"),
    ],
)
def test_entries(labels: list[str], words: str) -> None:
    assert entries(labels) == words
