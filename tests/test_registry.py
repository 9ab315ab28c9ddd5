"""The registry of people, with a name withheld."""

from __future__ import annotations

import datetime as dt

import pytest

from chronicle.authority import KnownPerson
from chronicle.findings import ChronicleError
from chronicle.model import Person
from chronicle.registry import with_withheld
from chronicle.strictyaml import load

DAY = dt.date(2031, 5, 1)
DOE = Person(id="john-doe", name="John Doe", printed=("John Doe", "Doe", "J. Doe", "Jon Doe"), appearances=())


def test_somebody_who_is_not_listed_is_appended_with_every_full_name() -> None:
    text = with_withheld("# People.\n- name: Ann Roe\n", [KnownPerson(name="Ann Roe")], DOE, "request", DAY)

    assert text == (
        "# People.\n- name: Ann Roe\n- name: John Doe\n  spellings: [Jon Doe]\n"
        "  withhold: yes\n  reason: request\n  date: 2031-05-01\n"
    )


def test_an_empty_file_takes_the_first_entry() -> None:
    only = Person(id="john-doe", name="John Doe", printed=("John Doe",), appearances=())

    assert with_withheld("", (), only, "law", DAY) == (
        "- name: John Doe\n  withhold: yes\n  reason: law\n  date: 2031-05-01\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "- name: Doe John\n  why: x\n",
            "- name: Doe John\n  withhold: yes\n  reason: safety\n  date: 2031-05-01\n  why: x\n",
        ),
        (
            "-   name: John Doe # of A\n",
            "-   name: John Doe # of A\n    withhold: yes\n    reason: safety\n    date: 2031-05-01\n",
        ),
        (
            "- {name: John Doe, why: x}\n",
            "- {name: John Doe, why: x, withhold: yes, reason: safety, date: 2031-05-01}\n",
        ),
    ],
)
def test_an_entry_that_is_there_is_marked_in_place(before: str, after: str) -> None:
    known = [KnownPerson(name="John Doe")]

    text = with_withheld(f"# People.\n{before}- name: Ann Roe\n", known, DOE, "safety", DAY)

    assert text == f"# People.\n{after}- name: Ann Roe\n"
    assert load(text).mistakes == ()


def test_an_entry_is_found_by_its_id() -> None:
    text = with_withheld("- name: J. D.\n", [KnownPerson(name="J. D.", id="john-doe")], DOE, "child", DAY)

    assert text.startswith("- name: J. D.\n  withhold: yes\n")


def test_an_entry_of_another_form_is_left_to_the_editor() -> None:
    with pytest.raises(ChronicleError) as told:
        with_withheld("-\n  name: John Doe\n", [KnownPerson(name="John Doe")], DOE, "child", DAY)

    assert str(told.value) == (
        "seeds/authority/people.yaml:2: add to this entry: withhold: yes; reason: child; date: 2031-05-01"
    )


def test_the_reason_is_of_a_kind() -> None:
    with pytest.raises(ChronicleError) as told:
        with_withheld("", (), DOE, "he asked me to", DAY)

    assert str(told.value) == (
        "--reason 'he asked me to' is no kind of reason for withholding a name: "
        "give one of request, safety, child, law, privacy"
    )
