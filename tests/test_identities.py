"""Who keeps which id."""

from __future__ import annotations

import datetime as dt

from chronicle.catalogue import read_catalogue
from chronicle.identities import Published
from chronicle.merge import merge
from chronicle.model import Chronicle, Ledger, LedgerLine, Remembered
from chronicle.past import Past
from chronicle.reading import read
from chronicle.seeds import Options
from tests.seeding import SITE, make_seeds

FIRST = "January 1, Aksay, Marlen Sadykov was detained.\n\nJanuary 2, Aksay, Askar Kasov was detained.\n"
REMEMBERED = (
    Remembered(event="2022-01.1", text="", people=(("marlen-sadykov", "Marlen Sadykov"),)),
    Remembered(event="2022-01.2", text="", people=(("askar-kasov", "Askar Kasov"),)),
)


def again(
    digest: str, *lines: LedgerLine, remembered: tuple[Remembered, ...] = REMEMBERED, **files: str
) -> Chronicle:
    """Return the chronicle of *digest* after *remembered* was published."""
    seeds = make_seeds({"2022-01": digest}, None, SITE, **files)
    catalogue = read_catalogue(seeds)
    nothing = Past(ledger=Ledger(), remembered=(), manifest=None)
    printed = read(seeds, catalogue, nothing, Options()).printed
    return merge(printed, catalogue.authority, (), Published.of(remembered, Ledger(lines)))


def named(chronicle: Chronicle) -> dict[str, str]:
    return {person.id: person.name for person in chronicle.people}


def line(id_: str, state: str = "live", *to: str) -> LedgerLine:
    return LedgerLine(kind="person", id=id_, state=state, to=to, date=dt.date(2031, 1, 1), reason="r")


def test_a_person_keeps_the_id_when_the_editor_gives_another_name() -> None:
    chronicle = again(
        FIRST, people="- {name: Marlen Sadikov, spellings: [Marlen Sadykov], why: as he writes it}\n"
    )

    assert named(chronicle) == {"askar-kasov": "Askar Kasov", "marlen-sadykov": "Marlen Sadikov"}


def test_two_of_one_name_keep_their_ids_whatever_comes_before_them() -> None:
    """'marlen-sadykov-2' is not given away because the other one moves behind him."""
    remembered = (Remembered(event="2022-01.1", text="", people=(("marlen-sadykov-2", "Marlen Sadykov"),)),)

    chronicle = again(FIRST, line("marlen-sadykov-2"), line("marlen-sadykov"), remembered=remembered)

    assert list(named(chronicle)) == ["askar-kasov", "marlen-sadykov-2"]


def test_a_renamed_person_stands_under_the_new_id() -> None:
    chronicle = again(FIRST, line("marlen-sadykov", "moved", "m-sadykov"), line("m-sadykov"))

    assert named(chronicle) == {"askar-kasov": "Askar Kasov", "m-sadykov": "Marlen Sadykov"}


def test_a_renamed_person_stands_there_though_nothing_is_remembered() -> None:
    lines = (line("marlen-sadykov", "moved", "m-sadykov"), line("m-sadykov"))

    assert list(named(again(FIRST, *lines, remembered=()))) == ["askar-kasov", "m-sadykov"]


def test_a_withdrawn_person_has_no_page_and_nobody_gets_the_id() -> None:
    chronicle = again(FIRST, line("marlen-sadykov", "withdrawn"))

    assert list(named(chronicle)) == ["askar-kasov"]
    assert [p.id for e in chronicle.events for p in e.people] == [None, "askar-kasov"]


def test_of_two_that_were_one_the_one_with_more_events_keeps_the_id() -> None:
    """What an editor has parted again stays where most of it was."""
    digest = f"{FIRST}\nJanuary 3, Aksay, Marlen Sadykov was released.\n\nJanuary 4, Aksay, Sadykov Askar was fined.\n"
    remembered = (
        *REMEMBERED,
        Remembered(event="2022-01.3", text="", people=(("marlen-sadykov", "Marlen Sadykov"),)),
        Remembered(event="2022-01.4", text="", people=(("marlen-sadykov", "Sadykov Askar"),)),
    )

    chronicle = again(digest, remembered=remembered)

    assert list(named(chronicle)) == ["askar-kasov", "askar-sadykov", "marlen-sadykov"]
    assert [len(p.appearances) for p in chronicle.people] == [1, 1, 2]


def test_who_is_withheld_leaves_the_id_that_was_published() -> None:
    chronicle = again(
        FIRST, people="- {name: Marlen Sadykov, withhold: yes, reason: request, date: 2031-01-01}\n"
    )

    assert chronicle.kept_out == ("marlen-sadykov",)
    assert list(named(chronicle)) == ["askar-kasov"]


def test_who_is_marked_as_a_child_has_no_page() -> None:
    chronicle = again(FIRST, people="- {name: Marlen Sadykov, minor: yes}\n")

    assert (chronicle.kept_out, list(named(chronicle))) == (("marlen-sadykov",), ["askar-kasov"])
