"""Topics: the words, provisions and sanctions that speak of them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Final

import pytest
import yaml
from hypothesis import given, strategies as st

from chronicle.authority import KnownTopic
from chronicle.model import SANCTION_KINDS, Provision, Sanction, Span
from chronicle.topics import find_topics, topic_grammar
from tests.readcases import Case, read_cases
from tests.scaling import assert_linear

_FILE: Final = Path(__file__).parent.parent / "seeds" / "authority" / "topics.yaml"
KNOWN: Final = tuple(
    KnownTopic.model_validate(one)
    for one in yaml.load(_FILE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
)
TOPICS: Final = topic_grammar(KNOWN)
NOWHERE: Final = Span(0, 0)
#: the topics that records know
IDS: Final = (
    "assembly", "expression", "association", "religion", "torture", "detention", "fair-trial", "prison", "january-2022",
    "labour", "social", "environment", "reform", "asylum", "digital", "equality", "children", "defenders", "crime",
)  # fmt: skip
SMALL: Final = topic_grammar(
    (
        KnownTopic(
            id="sea",
            name="Sea",
            about=".",
            strong=("ship*",),
            weak=("wave", "salt water"),
            unless=("wave of",),
        ),
        KnownTopic(id="law", name="Law", about=".", provisions=("AB 1",), sanctions=("fine",), hints=("AB",)),
        KnownTopic(id="empty", name="Empty", about="."),
    )
)


def _sanction(kind: str) -> Sanction:
    return Sanction(kind=kind, amount=None, unit=None, printed="", at=NOWHERE)


def _provision(printed: str) -> Provision:
    code, article = printed.split()
    return Provision(code=code, article=article, at=NOWHERE)


def _read(given_text: str) -> tuple[str, ...]:
    """Return the topics of a text, whose last line may begin with '+' and name provisions and sanctions."""
    text, _, marks = given_text.partition("\n+ ")
    named = marks.split(", ") if marks else []
    provisions = [_provision(mark) for mark in named if mark not in SANCTION_KINDS]
    return find_topics(
        text, TOPICS, provisions, [_sanction(mark) for mark in named if mark in SANCTION_KINDS]
    )


@pytest.mark.parametrize("case", read_cases("topics"), ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    assert (", ".join(_read(case.given)) or "none") == case.expected


def test_the_file_holds_the_topics_of_the_records() -> None:
    assert tuple(known.id for known in KNOWN) == IDS


def test_every_topic_has_a_case() -> None:
    said = {topic for case in read_cases("topics") for topic in case.expected.split(", ")}

    assert [topic for topic in IDS if topic not in said] == []


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: known.id)
def test_the_words_are_in_lower_case_and_stand_once(known: KnownTopic) -> None:
    words = (*known.strong, *known.weak)

    assert [word for word in (*words, *known.unless) if word != word.lower()] == []
    assert sorted(words) == sorted(set(words))
    assert set(known.sanctions) <= set(SANCTION_KINDS)


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("A ship came in.", ("sea",)),
        ("Ships.", ("sea",)),
        ("A mid-ship cabin; a hardship.", ()),
        ("A wave in salt water.", ("sea",)),
        ("A wave.", ("sea",)),
        ("A wave of strikes.", ()),
        ("SALT\u00a0WATER and a Wave", ("sea",)),
    ],
)
def test_words_count_whole_and_without_case(text: str, topics: tuple[str, ...]) -> None:
    """One weak word stands for its topic only where nothing says more."""
    assert find_topics(text, SMALL) == topics


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("The captain's log.", ("crew",)),
        ("The sailors' strike.", ("crew",)),
        ("The captain of a ship.", ("crew",)),
        ("Lost at sea.", ("crew",)),
        ("Lost for three days at sea.", ()),
        ("Lost for ever at sea.", ("crew",)),
        ("A deck hand on deck.", ("crew",)),
        ("A deck chair.", ()),
    ],
)
def test_phrases_and_possessives(text: str, topics: tuple[str, ...]) -> None:
    """A possessive is its word; `*` alone is any one word; an 'unless' silences the words in it, and no others."""
    crew = KnownTopic(
        id="crew",
        name="Crew",
        about=".",
        strong=("captain", "sailors", "lost at", "lost for * at sea", "deck", "deck hand"),
        unless=("deck chair",),
    )

    assert find_topics(text, topic_grammar([crew])) == topics


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("A mast, a sail and a harbour.", ("sea",)),
        ("A mast and a sail.", ("sea",)),
        ("A mast, a sail and a tree.", ("wood",)),
        ("A mast, a sail, a harbour and a tree.", ("sea", "wood")),
        ("A mast and a twig.", ("sea",)),
        ("A mast, a twig and a leaf.", ("wood",)),
    ],
)
def test_weak_words_beside_a_strong_one(text: str, topics: tuple[str, ...]) -> None:
    """Two weak words make a topic, beside a strong one of another three; where nothing is made, the first most touched."""
    sea = KnownTopic(id="sea", name="Sea", about=".", weak=("mast", "sail", "harbour"))
    wood = KnownTopic(id="wood", name="Wood", about=".", strong=("tree",), weak=("twig", "leaf"))

    assert find_topics(text, topic_grammar((sea, wood))) == topics


@pytest.mark.parametrize(
    ("text", "day", "topics"),
    [
        ("The great storm.", dt.date(2022, 1, 1), ("storm",)),
        ("The great storm.", dt.date(2021, 12, 31), ()),
        ("The great storm.", None, ("storm",)),
        ("Wind and waves.", None, ()),
        ("Wind, waves and wrecks.", None, ("storm",)),
        ("A ship in wind and waves.", None, ("sea",)),
    ],
)
def test_a_topic_that_is_an_event(text: str, day: dt.date | None, topics: tuple[str, ...]) -> None:
    """It is no topic of a text from before; and a word or two of everyday language do not speak of it."""
    sea = KnownTopic(id="sea", name="Sea", about=".", weak=("ship",))
    storm = KnownTopic(
        id="storm",
        name="Storm",
        about=".",
        strong=("great storm",),
        weak=("wind", "waves", "wrecks"),
        since=dt.date(2022, 1, 1),
    )

    assert find_topics(text, topic_grammar((sea, storm)), day=day) == topics


def test_a_provision_a_code_and_a_sanction_speak() -> None:
    provisions = (
        Provision(code="AB", article="1", at=NOWHERE),
        Provision(code=None, article="1", at=NOWHERE),
    )

    assert find_topics("A ship", SMALL, provisions, (_sanction("fine"),)) == ("law", "sea")
    assert find_topics("A wave", SMALL, provisions) == ("law",)


def test_at_most_four_topics_in_order_of_weight_and_then_of_the_file() -> None:
    many = topic_grammar(
        KnownTopic(id=one, name=one, about=".", strong=(one, f"{one}s")) for one in ("a", "b", "c", "d", "e")
    )

    assert find_topics("e es d c b a", many) == ("e", "a", "b", "c")


@given(st.text())
def test_any_text_has_at_most_four_topics_of_the_file(text: str) -> None:
    found = find_topics(text, TOPICS)

    assert len(set(found)) == len(found) <= 4
    assert set(found) <= set(IDS)


@pytest.mark.parametrize(
    "piece", ["1", "-", "(", "A", "a ", " ", "peaceful ", "journalist", "journalist ", "right to a "]
)
def test_the_time_grows_with_the_text(piece: str) -> None:
    assert_linear(lambda text: find_topics(text, TOPICS), piece, 10_000)
