"""One person under two names, perhaps: suggested with the lines that would join them, never joined."""

from __future__ import annotations

import pytest

from chronicle.model import Finding
from chronicle.site import check
from tests.seeding import make_seeds

CODES = ("two-spellings", "short-name")


def told(*texts: str, people: str = "[]") -> list[Finding]:
    """Return what is told of the people of one digest of *texts*."""
    text = "\n\n".join(f"December {n}, Aksay, {words}" for n, words in enumerate(texts, start=1))
    return [f for f in check(make_seeds({"2022-12": text}, people=people)).findings if f.code in CODES]


@pytest.mark.parametrize(
    ("one", "other", "lines"),
    [
        (
            "Marlen Kasenov was detained.",
            "Marlen Kassenov was released.",
            ("- {name: Marlen Kasenov, spellings: [Marlen Kassenov], why: One name spelt in two ways in 2022-12.1 and 2022-12.2.}",),
        ),
        (
            "Marlen Orazbayev was detained.",
            "Marlen Urazbayev was released.",
            ("- {name: Marlen Orazbayev, spellings: [Marlen Urazbayev], why: One name spelt in two ways in 2022-12.1 and 2022-12.2.}",),
        ),
        (
            "Elena Sadykova was detained.",
            "activist Sadykova E. was released.",
            ("- name: Elena Sadykova", "  joins:", "  - {event: 2022-12.2, printed: Sadykova E.}", "  why: Named in full in 2022-12.1."),
        ),
        (
            "journalist Yergaliyeva G. was detained.",
            "journalist Yergalieva G. was released.",
            (
                "- name: G. Yergaliyeva",
                "  joins:",
                "  - {event: 2022-12.1, printed: Yergaliyeva G.}",
                "  - {event: 2022-12.2, printed: Yergalieva G.}",
                '  why: "One surname, and no other initials, in 2022-12.1 and 2022-12.2."',
            ),
        ),
    ],
)  # fmt: skip
def test_lines_that_join(one: str, other: str, lines: tuple[str, ...]) -> None:
    """Pasted into people.yaml they load, and nothing is left to tell."""
    (finding,) = told(one, other)

    assert finding.paste == ("in seeds/authority/people.yaml", *lines)
    assert finding.event in {"2022-12.1", "2022-12.2"}
    assert told(one, other, people="\n".join(lines)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Marlen Sadykov was detained.", "Askar Sadykov was released."),
        ("Marlen Seitkaliyev was detained.", "Marlen Seitkazyev was released."),
        ("Marlen Sadykov was detained.", "activist Sadykov A. was released."),
        ("activist Sadykov A. was detained.", "activist Sadykov M. was released."),
    ],
)
def test_who_is_not_alike(one: str, other: str) -> None:
    """A surname in common, another consonant, other initials are no reason."""
    assert told(one, other) == []


def test_a_short_name_that_fits_two() -> None:
    """It is suggested for neither."""
    assert told("Elena Sadykova and Erkin Sadykov left.", "Elena Sadykova and Elmira Sadykova left.", "activist Sadykova E. was fined.") == []  # fmt: skip


def test_all_short_names_of_one_person_are_one_finding() -> None:
    """Every event has its line."""
    (finding,) = told("Elena Kasova was fined.", "activist Kasova E. left.", "activist E. Kasova came.")

    assert finding.message == "'Kasova E.', 'E. Kasova' in entries 2 and 3 may be 'Elena Kasova' of entry 1"
    assert finding.paste[3:-1] == (
        "  - {event: 2022-12.2, printed: Kasova E.}",
        "  - {event: 2022-12.3, printed: E. Kasova}",
    )


def test_a_person_whom_the_file_knows() -> None:
    """The lines are for the record that is there."""
    people = "- {name: Elena Kasova, spellings: [Helena Kasova], why: told so}"
    (short,) = told("Elena Kasova was fined.", "activist Kasova E. left.", people=people)
    (spelt,) = told("Elena Kasova was fined.", "Elena Kassova left.", people=people)

    assert short.paste == (
        "in seeds/authority/people.yaml, among the joins of 'Elena Kasova'",
        "- {event: 2022-12.2, printed: Kasova E.}",
    )
    assert spelt.paste == (
        "in seeds/authority/people.yaml, among the spellings of 'Elena Kasova'",
        "Elena Kassova",
    )


def test_two_names_before_one_office() -> None:
    """Names that begin alike and stand before the same words of office may be one; nothing is suggested to paste."""
    office = ", a representative of the Prosecutor’s Office."
    (finding,) = told(f"“No,” says Mr Tashimbetov{office}", f"“Yes,” says Mr Tashimbayev{office}")

    assert (finding.message, finding.paste) == (
        (
            "'Tashimbetov' of entry 1 and 'Tashimbayev' of entry 2 are both 'a representative of the Prosecutor’s Office': "
            "one of the names may be misprinted"
        ),
        (),
    )
    assert told(f"“No,” says Mr Tashimbetov{office}", f"“Yes,” says Mr Sadykov{office}") == []
