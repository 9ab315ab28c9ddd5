"""Sanctions: their kinds, terms and sums, and what only looks like one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from chronicle.authority import Unit
from chronicle.model import SANCTION_KINDS, Sanction
from chronicle.penalties import ROWS, Row
from chronicle.sanctions import distinct_sanctions, find_sanctions, money_grammar
from tests.readcases import Case, read_cases
from tests.scaling import assert_linear
from tests.wordings import text_without

MONEY = money_grammar(
    (
        Unit(id="KZT", name=("tenge", "tenge"), printed=("tenge", "tenges", "KZT")),
        Unit(
            id="MCI",
            name=("monthly calculation index", "monthly calculation indices"),
            printed=("MCI", "MCIs"),
        ),
    )
)

#: words of the grammar, to make texts of that come near to sanctions
PIECES = (
    "sentenced", "to", "5", "3,", "3.8", "years", "months", "days", "’", "of", "imprisonment", "arrest", "for", "in",
    "fined", "tenge", "MCI", "107,205", "and", "house arrest", "until May 5, 2023", "suspended", "A. Asanov", ".", "(",
    "warning", "given", "dismissed", "court", "must pay", "banned from", "instead", "hundred", "thousand", "between",
    "detention", "pre-trial", "custody", "up to", "a", "ban on", "activities", "disbarment", "two", "year", "-",
)  # fmt: skip


def show(sanction: Sanction) -> str:
    amount = "-" if sanction.amount is None else sanction.amount
    return f"{sanction.kind} {amount} {sanction.unit or '-'} = {sanction.printed}"


@pytest.mark.parametrize("case", read_cases("sanctions"), ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    found = distinct_sanctions(find_sanctions(case.given, MONEY))

    assert ("\n".join(map(show, found)) or "none") == case.expected


def test_the_cases_have_titles_of_their_own() -> None:
    titles = [case.title for case in read_cases("sanctions")]

    assert sorted(set(titles)) == sorted(titles)


def test_every_kind_has_a_case() -> None:
    said = "\n".join(case.expected for case in read_cases("sanctions"))

    assert [kind for kind in SANCTION_KINDS if f"{kind} " not in said] == []


def test_repetitions_are_found_and_then_dropped() -> None:
    text = "He got 5 days of arrest. The 5 days of arrest were upheld. She was fined. The disbarment stands: disbarred."

    found = find_sanctions(text, MONEY)

    assert [one.printed for one in found] == [
        "5 days of arrest",
        "5 days of arrest",
        "fined",
        "disbarment",
        "disbarred",
    ]
    assert [one.printed for one in distinct_sanctions(found)] == ["5 days of arrest", "fined", "disbarment"]


def test_without_units_a_fine_has_no_sum() -> None:
    found = find_sanctions("He was fined 50 MCI.", money_grammar(()))

    assert [show(one) for one in found] == ["fine - - = fined"]


def test_an_arrest_upheld_is_the_administrative_one_that_the_event_tells_of() -> None:
    found = find_sanctions("He got 10 days of arrest. The court extended the arrest.", MONEY)

    assert [one.kind for one in found] == ["administrative_detention", "administrative_detention"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.kind or 'never'}: {'|'.join(row.stems[0])[:40]}")
def test_nothing_that_a_wording_matches_lacks_the_stems_by_which_it_is_looked_for(row: Row) -> None:
    first, *others = row.stems

    assert text_without(row.wording.pattern, first, within=False) is None
    assert [text_without(row.wording.pattern, stems) for stems in others] == [None] * len(others)


@pytest.mark.parametrize(
    ("text", "kind", "printed"),
    [
        ("He was kept in lawful detention.", "pretrial_detention", "lawful detention"),
        ("He was brought to investigative detention.", "pretrial_detention", "investigative detention"),
        ("He went to prison for 2 years.", "imprisonment", "went to prison for 2 years"),
        ("She spent 3 years in gaol.", "imprisonment", "3 years in gaol"),
        ("He was forcibly returned.", "other", "forcibly returned"),
        ("The lawyer was expelled from the bar.", "other", "expelled from the bar"),
        ("He got 100 hours of corrective work.", "other", "corrective work"),
        ("He was put in a single cell.", "other", "put in a single cell"),
        ("He was punished with loss of freedom for 3 years.", "imprisonment", "loss of freedom for 3 years"),
    ],
)
def test_rare_wordings_are_read_where_they_stand_alone(text: str, kind: str, printed: str) -> None:
    found = find_sanctions(text, MONEY)

    assert [(one.kind, one.printed) for one in found] == [(kind, printed)]


def _is_sound(text: str) -> bool:
    found = find_sanctions(text, MONEY)
    starts = [one.at.start for one in found]
    apart = all(one.at.end <= other.at.start for one, other in pairwise(found))
    return (
        starts == sorted(starts)
        and apart
        and all(0 <= one.at.start < one.at.end <= len(text) for one in found)
        and all(one.printed == one.at.of(text) for one in found)
        and all(one.kind in SANCTION_KINDS for one in found)
        and all((one.amount is None) == (one.unit is None) for one in found)
    )


@given(st.lists(st.sampled_from(PIECES)).map(" ".join))
def test_spans_lie_in_the_text_apart_and_hold_the_printed_words(text: str) -> None:
    assert _is_sound(text)


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    assert _is_sound(text + " and 5 years of imprisonment " + text)


@pytest.mark.parametrize(
    "piece",
    [
        "1", "1, ", "1,", "-", "(", "[", "A", "Aa ", "a ", " ", "years of ", "5 years ", "5 and ", "sentenced to ",
        "fined ", "100 tenge ", "authorised the ", "revocation of ", "ban on ", "faces ", "1 year and ", "article 1, ",
        "banned him ", "deprived of the right to ", "prosecutor ", "a warning, ", "5 days in jail, a warning, ", "must pay 5 ",
        "one hundred and ", "provides for ", "reduced the ", "was dismissed ", "held in ", "police ", "one day in ", "part of the ",
    ],
)  # fmt: skip
def test_the_time_grows_with_the_text(piece: str) -> None:
    assert_linear(lambda text: find_sanctions(text, MONEY), piece, 8_000)
