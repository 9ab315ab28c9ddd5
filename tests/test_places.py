"""What a dateline names, and where else something happened."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from chronicle.authority import KnownPlace, Words
from chronicle.dates import find_opening_date
from chronicle.gazetteer import gazetteer
from chronicle.places import find_mentions, read_dateline
from tests.readcases import Case, read_cases
from tests.scaling import assert_linear


def place(name: str, kind: str, within: str | None = None, **more: object) -> KnownPlace:
    slug = str(more.pop("id", name.lower().replace(" ", "-").replace("ö", "o")))
    return KnownPlace.model_validate({"id": slug, "name": name, "kind": kind, "within": within, **more})


KNOWN = gazetteer(
    [
        place("Ruritania", "country"),
        place("Strelsau", "city", "ruritania", former=("Rudolfstadt",), misprints=("Stresau",)),
        place("Rosen District", "city-district", "strelsau"),
        place("Zenda Region", "region", "ruritania"),
        place("Zenda", "city", "zenda-region"),
        place("Hentzau", "town", "tarlen-district"),
        place("Tarlen District", "district", "zenda-region"),
        place("Almaly District", "district", "zenda-region"),
        place("Mill District", "district", "zenda-region", id="mill-district-zenda"),
        place("Lindenau", "village", "tarlen-district"),
        place("Oakham", "village", "tarlen-district", id="oakham-zenda"),
        place("Zarechny", "village", "zenda-region", other=("Zarechnyi",)),
        place("East Ruritania Region", "region", "ruritania"),
        place("Öldorf", "city", "east-ruritania-region", other=("Oeldorf",), former=("Ust-Oldorf",)),
        place("Mill District", "district", "east-ruritania-region", id="mill-district-east"),
        place("Oakham", "village", "mill-district-east", id="oakham-east"),
        place("Marlenau", "settlement", "mill-district-east"),
        place("France", "country"),
        place("Paris", "city", "france"),
        place("The Hague", "city"),
        place("USA", "country", other=("U.S.",)),
    ],
    Words(
        country="ruritania",
        country_names=("Ruritania",),
        place_words={"region": ("oblast",), "village": ("aul",)},
        adjective_endings=("sky", "skiy", "insky", "inskiy"),
    ),
    given=("Marlen", "Marlena"),
)


def shown_dateline(text: str) -> str:
    """Return the dateline's places with their printed words, the beginning of the text, and the findings."""
    date = find_opening_date(text, KNOWN.knows)
    assert date is not None
    found = read_dateline(text, date, KNOWN)
    lines = [f"{p.id}{'' if p.listed else '*'} = {p.name} | {p.printed}" for p in found.places]
    lines += [f"> {text[found.end : found.end + 30]}"]
    lines += [f"{code}: {message}" for code, message, _ in found.findings]
    return "\n".join(lines)


def shown_mentions(text: str) -> str:
    """Return the mentions after a dateline: id and printed words."""
    date = find_opening_date(text, KNOWN.knows)
    assert date is not None
    found = read_dateline(text, date, KNOWN)
    mentions = find_mentions(text, found.end, KNOWN, found)
    assert all(m.at.of(text).replace("\n", " ") == m.printed for m in (*found.places, *mentions))
    return "\n".join(f"{m.id}{'' if m.listed else '*'} | {m.printed}" for m in mentions)


@pytest.mark.parametrize("case", read_cases("datelines"), ids=lambda case: case.title)
def test_datelines(case: Case) -> None:
    assert shown_dateline(case.given) == case.expected


@pytest.mark.parametrize("case", read_cases("places"), ids=lambda case: case.title)
def test_mentions(case: Case) -> None:
    assert shown_mentions(case.given) == case.expected


@pytest.mark.parametrize(
    ("printed", "known"),
    [
        ("Strelsau", True),
        ("the Zenda region", True),
        ("village of Lindenau", True),
        ("Mill district", True),
        ("Rudolfstadt", True),
        ("strelsau", False),
        ("Nowhere", False),
        ("Nowhere district", False),
        ("", False),
        ("A" * 100, False),
    ],
)
def test_a_name_is_known_or_not(printed: str, *, known: bool) -> None:
    """A place that two regions have is known all the same; a name without a capital is none."""
    assert KNOWN.knows(printed) is known


@given(st.text(alphabet="Strelsau Zd,.—-()inof \n", max_size=120))
def test_spans_are_where_the_places_stand(tail: str) -> None:
    """Whatever follows the date, the text begins after it, and every place stands at its span."""
    text = f"December 5, {tail}"
    date = find_opening_date(text)
    assert date is not None

    found = read_dateline(text, date, KNOWN)

    assert date.at.end <= found.end <= len(text)
    for mention in (*found.places, *find_mentions(text, found.end, KNOWN, found)):
        assert mention.at.of(text).replace("\n", " ") == mention.printed


@pytest.mark.parametrize(
    "sign", ["—", "[", "7", "A", " ", "A ", "in A ", "in Strelsau and ", "village of ", "A, "]
)
def test_time_grows_with_length(sign: str) -> None:
    """A line is read in time that grows with its length."""
    date = find_opening_date("December 5, ")
    assert date is not None

    def read(tail: str) -> None:
        text = "December 5, " + tail
        find_mentions(text, 12, KNOWN, read_dateline(text, date, KNOWN))

    assert_linear(read, sign, 5_000)
