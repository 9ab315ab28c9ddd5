"""A digest taken apart: entries, note list, what is left out; and nothing of it lost."""

from __future__ import annotations

import random
import re
from collections import Counter
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given, settings, strategies as st

from chronicle.dates import find_opening_date, looks_dated
from chronicle.lines import Grammar
from chronicle.notes import find_markers
from chronicle.places import read_dateline
from chronicle.split import Split, find_period, split_digest
from tests.readcases import Case, read_cases
from tests.scaling import assert_linear
from tests.test_places import KNOWN

GRAMMAR = Grammar(
    find_date=partial(find_opening_date, is_place=KNOWN.knows), looks_dated=looks_dated, is_place=KNOWN.knows
)


def split(text: str) -> Split:
    return split_digest(text, GRAMMAR)


def shown(text: str) -> str:
    """Return entries, notes, what is left out and the codes of the findings, a line each; '⏎' for a line break."""
    found = split(text)
    lines = [f"{e.line} entry: {text[e.start : e.end]}" for e in found.entries]
    lines += [f"{s.line} note {s.number}: {s.url}" for s in found.sources]
    lines += [f"{one.line} {one.kind}: {one.text}" for one in found.left_out]
    lines += [f"{code} at '{at.of(text)}'" for code, _, at in found.findings]
    return "\n".join(line.replace("\n", "⏎") for line in lines)


@pytest.mark.parametrize("case", read_cases("split"), ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    assert shown(case.given) == case.expected


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("REVIEW FROM DECEMBER 1 TO DECEMBER 31, 2022", ((1, 12, 2022), (31, 12, 2022))),
        ("Review of events from 1 to 31 December 2022", ((1, 12, 2022), (31, 12, 2022))),
        ("Review from 1 to December 31, 2022", ((1, 12, 2022), (31, 12, 2022))),
        ("Review, December 1 – 15, 2022", ((1, 12, 2022), (15, 12, 2022))),
        ("Review, 1–15 December", ((1, 12, None), (15, 12, None))),
        ("Review from December 15, 2022 to January 15, 2023", ((15, 12, 2022), (15, 1, 2023))),
        ("Review from December 15 to January 15, 2023", ((15, 12, 2022), (15, 1, 2023))),
        ("Review\u00a0from\nDEC. 1st to DEC. 31st, 2022.", ((1, 12, 2022), (31, 12, 2022))),
        ("Review from 1 to 31", None),
        ("Review of December 2022", None),
        ("", None),
    ],
)
def test_period(title: str, period: object) -> None:
    assert find_period(title) == period


def letters(text: str) -> Counter[str]:
    return Counter(c for c in text if not c.isspace())


def conserved(text: str) -> None:
    """Every character that is not blank stands in one entry, one note or one line left out."""
    found = split(text)
    parts = [text[e.start : e.end] for e in found.entries]
    parts += [one.text for one in found.left_out]
    urls = letters("".join(source.url for source in found.sources))
    numbers = letters(text) - letters("".join(parts)) - urls
    assert not (letters("".join(parts)) + urls) - letters(text)
    assert set(numbers) <= set("[]:.)0123456789")
    spans = [(e.start, e.end) for e in found.entries]
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


LINES = st.sampled_from(
    [
        "December 5, Strelsau, text[1].",
        "December 6, Zenda, text that goes on",
        "On December 7, text. And more text[2].",
        "text[1]. December 8, Strelsau, text[2].",
        "December 17, 2022, in the square",
        "and goes on here[3].",
        "A sentence without a date.",
        "6.12.2022, Strelsau, text",
        "",
        "\u00a0",
        " ",
        "Share",
        "12",
        "Обсуждение закрыто.",
        "REVIEW FROM DECEMBER 1 TO DECEMBER 31, 2022",
        "DECEMBER 1 – 31, 2022",
        "[1] https://news.example/a",
        "[1]https://news.example/b [2] https://news.example/c",
        "[2] Outlet, https://news.example/d",
        "3. https://news.example/e",
        "[4] javascript:alert(1)",
        "[5]",
        "b-c_d/e",
        "https://news.example/f",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(LINES, max_size=14))
def test_nothing_is_lost(lines: list[str]) -> None:
    conserved("\n".join(lines))


@given(st.text(alphabet="December 5,\n[1].—Aa ", max_size=200))
def test_nothing_is_lost_of_noise(text: str) -> None:
    conserved(text)


# ---------------------------------------------------------------- mutations of invented entries

PLACES = ["Strelsau", "Zenda", "Tarlen district", "Lindenau village", "East Ruritania region"]
TEXTS = [
    "the court dismissed the claim of Rassendyll Rudolf, who had asked for a rally on December 17 in the square",
    "Article 405, Part 2 of the Code. The hearing of December 12, 2022 was held behind closed doors. He is in custody",
    "“I demand the release of all”, says Sapt Fritz from the union. The police took him away",
    "workers are on strike for the third day. They demand pay. The company did not answer them",
]


def entries(chance: random.Random) -> list[tuple[int, str, str, int]]:
    """Return invented entries: day, place, text, note number."""
    days = sorted(chance.randint(1, 31) for _ in range(chance.randint(2, 8)))
    return [(day, chance.choice(PLACES), chance.choice(TEXTS), n) for n, day in enumerate(days, start=1)]


def dateline(chance: random.Random, day: int, place: str) -> str:
    return chance.choice(
        [
            f"December {day}, {place}, ",
            f"{day} December, {place}, ",
            f"On December {day}, in {place}, ",
            f"On {day} December in {place}, ",
            f"{place}, December {day}, ",
            f"December {day}, 2022, {place}, ",
            f"DEC. {day}, 2022 — {place.upper()} — ",
            f"Dec {day} – {place} – ",
        ]
    )


def marked(chance: random.Random, text: str, number: int) -> str:
    forms = ["{}[{}].", "{} [{}].", "{}. [{}]", "{}[{}]", "{}.[{}].", "{}[ {}]."]
    return chance.choice(forms).format(text, number)


def wrapped(chance: random.Random, text: str) -> str:
    """Break lines at some spaces, as mail does; never between a marker and what follows it."""
    return "".join("\n" if c == " " and chance.random() < 0.08 else c for c in text)


@pytest.mark.parametrize("seed", range(150))
def test_mutations_read_alike(seed: int) -> None:
    """However entries are parted, wrapped, dated and marked, the same ones are read: date, place, note."""
    chance = random.Random(seed)
    invented = entries(chance)
    wrap = chance.random() < 0.5
    parts = []
    for day, place, words, number in invented:
        whole = marked(chance, dateline(chance, day, place) + words, number)
        parts.append(wrapped(chance, whole) if wrap else whole)
    text = "".join(part + chance.choice(["\n\n", "\n", "\n\u00a0\n", "\n \n", "\n\n\n"]) for part in parts)
    text += "".join(f"[{number}] https://news.example/{number}\n" for *_, number in invented)

    found = split(text)

    assert [re.sub(r"\s", " ", text[e.start : e.end]) for e in found.entries] == [
        p.replace("\n", " ") for p in parts
    ]
    assert [s.number for s in found.sources] == [number for *_, number in invented]
    assert found.left_out == ()
    for (day, place, _, number), entry in zip(invented, found.entries, strict=True):
        passage = text[entry.start : entry.end]
        date = GRAMMAR.find_date(passage)
        assert date is not None
        assert (date.day, date.month) == (day, 12)
        (named,) = read_dateline(passage, date, KNOWN).places
        assert named.id == place.lower().replace(" ", "-").removesuffix("-village")
        assert [m.number for m in find_markers(passage)] == [number]


@pytest.mark.parametrize(
    "sign",
    ["—", "[", "[1]", "7", "A", " ", "a b ", ". A ", "December 5, ", "\n", "a\n", "\n[1] http://a.b", "ж"],
)
def test_time_grows_with_length(sign: str) -> None:
    """A digest is taken apart in time that grows with its length."""

    def read(text: str) -> None:
        split(text)
        find_period(text)

    assert_linear(read, sign, 10_000)
