"""What an editor corrects in an event: what is meant changes, the printed words stay, what does not fit is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given, strategies as st

from chronicle.authority import Sidecar
from chronicle.catalogue import read_catalogue
from chronicle.findings import ChronicleError
from chronicle.grammar import Grammar, grammar_of
from chronicle.model import Correction, Edition, Event
from chronicle.read import read_edition
from tests.readcases import Case, read_cases
from tests.seeding import make_seeds

REASON = "reason: a misprint, date: 2023-01-01"


@cache
def grammar() -> Grammar:
    """Return the invented country, ready for reading."""
    return grammar_of(read_catalogue(make_seeds()).authority)


def read(text: str, sidecar: str) -> Edition:
    """Return the digest of December 2022 that holds *text*, with the *sidecar* of its editor."""
    seeds = make_seeds({"2022-12": text}, {"2022-12": sidecar})
    return read_edition(
        seeds.editions[0], read_catalogue(seeds).sidecars.get("2022-12", Sidecar()), grammar()
    )


def corrected(text: str, *corrections: str) -> Event:
    """Return the one event of *text*, *corrections* being what stands in the braces of each."""
    lines = "".join(f"- {{{one if 'entry:' in one else f'entry: 1, {one}'}}}\n" for one in corrections)
    (event,) = read(text, f"corrections:\n{lines}").events
    return event


def refused(text: str, *corrections: str) -> list[str]:
    """Return the sentences that stop the build."""
    with pytest.raises(ChronicleError) as raised:
        corrected(text, *corrections)
    return str(raised.value).split("\n")


def shown(event: Event) -> Iterator[str]:
    """Yield what *event* is read as, a line each, the printed words beside it."""
    yield f"date {event.date} printed {event.printed_date.text}"
    yield from (f"dateline {one.id} printed {one.printed}" for one in event.dateline)
    yield from (f"mention {one.id} printed {one.printed}" for one in event.mentions)
    for person in event.people:
        yield f"{person.role} {person.name} printed {' / '.join(m.printed for m in person.mentions)}"
    for one in event.provisions:
        point = "".join(f" {word} {n}" for word, n in (("part", one.part), ("point", one.point)) if n)
        yield f"provision {one.code} {one.article}{point} printed {one.at.of(event.text)}"
    for sanction in event.sanctions:
        size = f" {sanction.amount} {sanction.unit}" if sanction.amount is not None else ""
        yield f"sanction {sanction.kind}{size} printed {sanction.printed}"
    yield from (f"topic {one}" for one in event.topics)
    yield from (f"finding {one.code}" for one in event.findings)


@pytest.mark.parametrize("case", read_cases("corrected"), ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    text, _, lines = case.given.partition("\n\n")
    try:
        found = "\n".join(shown(corrected(f"{text}\n", *(f"{one}, {REASON}" for one in lines.split("\n")))))
    except ChronicleError as error:
        found = str(error).replace("seeds/editions/2022-12.yaml: ", "")

    assert found == case.expected


@pytest.mark.parametrize("case", read_cases("corrected"), ids=lambda case: case.title)
def test_the_printed_words_stay(case: Case) -> None:
    """A correction leaves the text as it is, and every span on its words."""
    text, _, lines = case.given.partition("\n\n")
    try:
        event = corrected(f"{text}\n", *(f"{one}, {REASON}" for one in lines.split("\n")))
    except ChronicleError:
        return
    (plain,) = read(f"{text}\n", "title: none\n").events

    assert (event.text, event.printed_date, event.notes) == (plain.text, plain.printed_date, plain.notes)
    named = [(one.at, one.printed) for one in (*event.dateline, *event.mentions)]
    named += [(one.at, one.printed) for person in event.people for one in person.mentions]
    assert all(" ".join(at.of(event.text).split()) == " ".join(printed.split()) for at, printed in named)
    assert all(one.at.of(event.text) == one.printed for one in event.sanctions)


PICKET = "December 1, Aksay, a picket of Marlen Sadykov.\n"


def test_of_two_corrections_of_the_same_words_the_later_holds_and_both_are_recorded() -> None:
    """Whatever their order in the file."""
    later = "field: person, printed: Marlen Sadykov, meant: Askar Sadykov, reason: he wrote, date: 2023-02-01, noticed: a reader"
    earlier = (
        "field: person, printed: Marlen Sadykov, meant: Marlen Sadikov, reason: a misprint, date: 2023-01-01"
    )

    event = corrected(PICKET, later, earlier)

    assert [str(one.name) for one in event.people] == ["Askar Sadykov"]
    assert event.corrections == (
        Correction(
            field="person",
            printed="Marlen Sadykov",
            meant="Marlen Sadikov",
            reason="a misprint",
            date=dt.date(2023, 1, 1),
        ),
        Correction(
            field="person",
            printed="Marlen Sadykov",
            meant="Askar Sadykov",
            reason="he wrote",
            date=dt.date(2023, 2, 1),
            noticed="a reader",
        ),
    )


def test_a_correction_can_be_taken_back() -> None:
    """A correction to what was printed is one where an earlier one holds; the sequence stays."""
    wrong = "field: date, printed: December 1, meant: 2022-12-02, reason: a misprint, date: 2023-01-01"
    right = (
        "field: date, printed: December 1, meant: 2022-12-01, reason: it was no misprint, date: 2023-02-01"
    )

    event = corrected(PICKET, wrong, right)

    assert (event.date, [one.meant for one in event.corrections]) == (
        dt.date(2022, 12, 1),
        ["2022-12-02", "2022-12-01"],
    )


def test_the_year_of_all_stands_beside_the_corrections_of_one() -> None:
    text = "December 1, 2021, Aksay, a picket.\n"
    year = f"entry: all, field: year, printed: 2021, meant: 2022, {REASON}"
    note = "field: note, meant: The picket was held on both days., reason: a reader asked, date: 2022-12-31"

    event = corrected(text, year, note)

    assert (event.date, [one.field for one in event.corrections], event.findings) == (
        dt.date(2022, 12, 1),
        ["note", "year"],
        (),
    )


def test_every_mistake_is_told_at_once_with_its_key() -> None:
    told = refused(
        PICKET,
        f"entry: 9, field: note, meant: Nothing., {REASON}",
        f"field: place, printed: Aksay, meant: aksey, {REASON}",
        f"entry: all, field: year, printed: 2021, meant: 2022, {REASON}",
        f"field: date, printed: December 1, meant: 2022-12-01, {REASON}",
    )

    assert told == [
        "seeds/editions/2022-12.yaml: corrections.1: a correction speaks of entry 9, which the digest does not have: mend 'entry', or remove it",
        "seeds/editions/2022-12.yaml: corrections.3: a correction says that the date of every entry is printed with '2021', but it is not: entry 1 prints 'December 1'; mend or remove it",
        "seeds/editions/2022-12.yaml: corrections.2: there is no place with the id 'aksey' in places.yaml: did you mean 'aksay'?",
        "seeds/editions/2022-12.yaml: corrections.4: the correction of the date of entry 1 corrects nothing: 'December 1' is read as '2022-12-01' already; remove it",
    ]


@pytest.mark.parametrize(
    ("meant", "sentence"),
    [
        ("2021", "the correction of the year of every entry corrects nothing: '2021' is what it prints; remove it"),
        ("2023", "a correction says that the year meant is 2023, but the digest is of 2022-12-01 to 2022-12-31: mend 'meant', or 'period'"),
    ],
)  # fmt: skip
def test_a_year_is_one_of_the_digest(meant: str, sentence: str) -> None:
    told = refused(
        "December 1, 2021, Aksay, a picket.\n",
        f"entry: all, field: year, printed: 2021, meant: {meant}, {REASON}",
    )

    assert told == [f"seeds/editions/2022-12.yaml: corrections.1: {sentence}"]


def test_the_same_correction_twice_corrects_nothing_the_second_time() -> None:
    place = f"field: place, printed: Aksay, meant: berik, {REASON}"

    assert refused(PICKET, place, place) == [
        "seeds/editions/2022-12.yaml: corrections.2: the correction of the place of entry 1 corrects nothing: 'Aksay' is read as 'berik' already; remove it"
    ]


def test_a_correction_follows_the_label_of_its_entry() -> None:
    """Where the entry stands in the digest now does not count."""
    seeds = make_seeds(
        {"2022-12": "December 1, Aksay, a rally.\n\nDecember 2, Aksay, a picket.\n"},
        {"2022-12": f"corrections: [{{entry: 1, field: place, printed: Aksay, meant: berik, {REASON}}}]\n"},
    )

    edition = read_edition(
        seeds.editions[0], read_catalogue(seeds).sidecars["2022-12"], grammar(), labels=("7", "1")
    )

    assert [(e.label, e.dateline[0].id) for e in edition.events] == [("7", "aksay"), ("1", "berik")]


def test_a_source_supplied_later_is_a_correction() -> None:
    """So is one that stands for a short address; a source that the digest gives is none."""
    text = "December 1, Aksay, a picket[1][2][3][2].\n\n[1] https://a.example/\n[3] https://bit.ly/x\n"
    sidecar = (
        "corrections: [{entry: 1, field: note, meant: Seen., reason: r, date: 2023-02-01}]\n"
        "sources:\n"
        "- {number: 2, url: 'https://b.example/?utm_source=x', reason: from the author, date: 2023-01-01}\n"
        "- {number: 3, url: 'https://c.example/', reason: where it leads, date: 2023-03-01}\n"
    )

    (event,) = read(text, sidecar).events

    assert [(c.field, c.printed, c.meant, c.reason) for c in event.corrections] == [
        ("source", "[2]", "https://b.example/", "from the author"),
        ("note", "", "Seen.", "r"),
        ("source", "https://bit.ly/x", "https://c.example/", "where it leads"),
    ]


@given(st.text(alphabet="ab [](){}.*+?^$|\\'’“”\n-1", min_size=1, max_size=12))
def test_any_words_that_an_event_prints_can_be_remarked_on(words: str) -> None:
    """What stands in the text is found there, whatever signs it holds."""
    text = f"December 1, Aksay, a picket: x {words} y.\n"
    printed = " ".join(words.split()).replace("\\", "\\\\").replace('"', '\\"')

    event = corrected(text, f'field: note, printed: "{printed}", meant: Seen., {REASON}')

    assert len(event.corrections) == 1
