"""One person, one article, two terms."""

from __future__ import annotations

import pytest

from chronicle.site import check
from tests.seeding import make_seeds

CITED = "Sadykov Marlen, Article 405 of the Criminal Code"


def told(*texts: str) -> list[str]:
    """Return what is told of the terms in one digest of *texts*."""
    text = "\n\n".join(f"December {n}, Aksay, {words}" for n, words in enumerate(texts, start=1))
    return [f.message for f in check(make_seeds({"2022-12": text})).findings if f.code == "terms-differ"]


def test_two_terms() -> None:
    """The second is told, with the first."""
    assert told(f"{CITED}, 3 years of imprisonment.", f"{CITED}, 4 years of imprisonment.") == [
        "the term of 'Marlen Sadykov' is '4 years of imprisonment' here and '3 years of imprisonment' in entry 1"
    ]


@pytest.mark.parametrize(
    "other",
    [
        f"{CITED}, 36 months of imprisonment.",
        f"{CITED}, 10 days of arrest.",
        f"{CITED.replace('405', '7')}, 4 years of imprisonment.",
        f"{CITED}, 4 years of imprisonment; Kasova Elena, 5 years of imprisonment.",
    ],
)
def test_what_is_no_contradiction(other: str) -> None:
    """The same term in other words, arrest, another article, several people: nothing to tell."""
    assert told(f"{CITED}, 3 years of imprisonment.", other) == []
