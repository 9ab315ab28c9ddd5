"""Digests that are there twice, entries that are printed twice."""

from __future__ import annotations

from chronicle.model import Edition
from chronicle.repeats import repeated_digests, repeated_entries
from tests.factories import make_edition, make_event

ONE, TWO, THREE = (f"December {n}, Westport, somebody was fined {n} times." for n in (1, 2, 3))


def edition(id_: str, *texts: str) -> Edition:
    events = (
        make_event(edition=id_, label=str(n), ordinal=n, line=2 * n, text=text)
        for n, text in enumerate(texts, 1)
    )
    return make_edition(*events, id=id_)


def test_a_digest_under_another_month_is_refused() -> None:
    """Note numbers, signs and white space aside."""
    found = repeated_digests(
        (edition("2030-12", ONE, TWO, THREE), edition("2031-01", f"{ONE}[1]", f"{TWO} [2]", "New."))
    )

    assert list(found) == [
        (
            "seeds/editions/2031-01.txt: 2 of its 3 entries stand in 2030-12.txt as well: "
            "it is the same digest under another month: keep one of the two"
        )
    ]


def test_a_digest_that_shares_few_entries_is_not() -> None:
    assert list(repeated_digests((edition("2030-12", ONE, TWO), edition("2031-01", TWO, THREE)))) == []


def test_an_entry_that_is_printed_twice_is_a_finding() -> None:
    """Within a digest, and between two."""
    found = repeated_entries((edition("2030-12", ONE, ONE), edition("2031-01", THREE, ONE)))

    assert [(f.event, f.file, f.line, f.message, f.paste[1]) for f in found] == [
        (
            "2030-12.2",
            "2030-12.txt",
            4,
            "the same words as entry 1 of 2030-12.txt",
            "python build.py merge 2030-12.2 --into 2030-12.1 --reason 'printed twice'",
        ),
        (
            "2031-01.2",
            "2031-01.txt",
            4,
            "the same words as entry 1 of 2030-12.txt",
            "python build.py merge 2031-01.2 --into 2030-12.1 --reason 'printed twice'",
        ),
    ]
