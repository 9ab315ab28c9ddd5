"""An event keeps its label while its digest changes around it; where words alone cannot tell, the editor is asked."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from chronicle import files
from chronicle.likeness import Reading, lost_names, normal, score
from chronicle.model import Change, Ledger, LedgerLine, Remembered
from chronicle.recognition import Candidate, Recognition, recognise
from chronicle.rewording import changes_between
from chronicle.site import chronicle_of
from tests.readcases import Case, read_cases
from tests.scaling import assert_linear

DAY = dt.date(2026, 11, 22)
BEFORE = dt.date(2026, 10, 1)
ASK = "Write one of these lines into seeds/ledger.csv, in place of the line of the same id:"

JANE = "December 1, Westport, Doe Jane was detained at a rally on the main square by two police officers and taken to court[1]."
JOHN = "December 2, Farville, the lawyer of Smith John filed an appeal against the sentence of seven years, which a higher court will hear[2]."
BANK = "December 3, Lost Hamlet, a bank closed the accounts of nine striking miners without saying why, and kept their savings[3]."
FIRE = "December 4, Westport, the printing house of a weekly paper burned down at night; nobody was hurt, and all its archives are lost[4]."
SCHOOL = "December 5, Farville, teachers of a village school demanded that heating be repaired before the frost[5]."
NAMES = ("Doe Jane", "Smith John", "Serikbayev Timur", "Doe Richard", "Smith J", "Serikov Dana")

#: edition -> its entries
Digests = Mapping[str, Sequence[str]]


def candidates(digests: Digests) -> list[Candidate]:
    """Return the entries of *digests*, each two lines after the one before."""
    return [
        Candidate(edition=edition, ordinal=n, text=text, file=f"seeds/editions/{edition}.txt", line=2 * n - 1)
        for edition, texts in digests.items()
        for n, text in enumerate(texts, start=1)
    ]


def memory(digests: Digests) -> list[Remembered]:
    """Return the events of *digests* as published, under their positions."""
    return [
        Remembered(event=f"{one.edition}.{one.ordinal}", text=one.text, people=named_in(one.text))
        for one in candidates(digests)
    ]


def named_in(text: str) -> tuple[tuple[str, str], ...]:
    return tuple(("", name) for name in sorted(NAMES, key=text.find) if re.search(rf"\b{name}\b", text))


def line(id_: str, state: str = "live", *to: str, reason: str = "", date: dt.date | None = DAY) -> LedgerLine:
    return LedgerLine(kind="event", id=id_, state=state, to=to, date=date, reason=reason)


def ledger(remembered: Sequence[Remembered], *lines: LedgerLine) -> Ledger:
    """Return the ledger of live events, with *lines* in the place of some, or beside them."""
    every = {one.event: line(one.event) for one in remembered} | {one.id: one for one in lines}
    return Ledger(tuple(every.values()))


def after(published: Digests, now: Digests, *lines: LedgerLine) -> Recognition:
    """Return what becomes of *published* once its digests are *now*."""
    remembered = memory(published)
    return recognise(candidates(now), remembered, ledger(remembered, *lines), DAY)


def again(remembered: Sequence[Remembered], now: Digests, *lines: LedgerLine) -> Recognition:
    """Return what becomes of the events *remembered* once their digests are *now*."""
    return recognise(candidates(now), remembered, ledger(remembered, *lines), DAY)


def month(*texts: str) -> Digests:
    return {"2022-12": texts}


def labels(found: Recognition, edition: str = "2022-12") -> list[str]:
    return [label for (where, _), label in found.labels.items() if where == edition]


def written(question: str) -> list[LedgerLine]:
    """Return the ledger lines that a question offers."""
    rows = [row.split(": event,")[1].split(",") for row in question.split("\n")[1:]]
    return [
        LedgerLine(
            kind="event", id=id_, state=state, to=(to,) if to.startswith("entry") else tuple(to.split()),
            date=dt.date.fromisoformat(date), reason=reason,
        )
        for id_, state, to, date, reason in rows
    ]  # fmt: skip


# ---------------------------------------------------------------- one entry with other words


def verdict(before: str, now: str) -> str:
    """Return what is made of an entry that was *before* and is *now*, with its changes or the question's first words."""
    found = after(month(before), month(now))
    if found.gone:
        return "gone"
    if found.questions:
        return "doubt: " + found.questions[0].split(": ", 2)[2].split(f". {ASK}")[0]
    assert labels(found) == ["1"]
    return "\n".join(["same", *(f"'{c.before}' -> '{c.after}'" for c in found.changes["2022-12.1"])])


@pytest.mark.parametrize("case", read_cases("recognition"), ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    before, _, now = case.given.partition("\n=>\n")

    assert verdict(before, now) == case.expected


# ---------------------------------------------------------------- labels


def test_in_an_edition_never_published_labels_are_positions() -> None:
    found = recognise(candidates(month(JANE, JOHN)), [], Ledger(), DAY)

    assert found == Recognition(
        labels={("2022-12", 1): "1", ("2022-12", 2): "2"}, moved=(), changes={}, gone=(), questions=()
    )


def test_an_edition_is_new_beside_others_that_are_not() -> None:
    found = after(month(JANE), {"2022-12": [JANE], "2023-01": [JOHN, BANK]})

    assert (labels(found), labels(found, "2023-01")) == (["1"], ["1", "2"])
    assert found.questions == ()


def test_an_unchanged_event_keeps_its_earlier_changes() -> None:
    change = Change(date=BEFORE, before="detianed", after="detained")
    remembered = [Remembered(event="2022-12.1", text=JANE, changes=(change,))]
    mended = JANE.replace("rally", "picket")

    same = recognise(candidates(month(JANE)), remembered, ledger(remembered), DAY)
    again = recognise(candidates(month(mended)), remembered, ledger(remembered), DAY)

    later = Change(
        date=DAY,
        before="was detained at a rally on the main square",
        after="was detained at a picket on the main square",
    )
    assert same.changes == {"2022-12.1": (change,)}
    assert again.changes == {"2022-12.1": (change, later)}


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ((BANK, JANE, JOHN), ["3", "1", "2"]),
        ((JANE, BANK, JOHN), ["1", "3", "2"]),
        ((JANE, JOHN, BANK), ["1", "2", "3"]),
        ((BANK, JANE, FIRE, JOHN), ["3", "1", "4", "2"]),
        ((JOHN, JANE), ["2", "1"]),
    ],
)
def test_new_entries_get_the_next_free_label_wherever_they_stand(
    now: Sequence[str], expected: list[str]
) -> None:
    found = after(month(JANE, JOHN), month(*now))

    assert (labels(found), found.questions) == (expected, ())


def test_a_label_is_never_given_twice() -> None:
    """Neither that of a withdrawn event, nor one that has moved away, nor one that only the memory does."""
    remembered = [*memory(month(JANE)), Remembered(event="2022-12.7", text=FIRE)]
    lines = Ledger(
        (
            line("2022-12.1"),
            line("2022-12.9", "moved", "2023-01.1"),
            line("2022-12.7", "withdrawn", reason="false"),
        )
    )
    found = recognise(candidates(month(JANE, BANK)), remembered, lines, DAY)

    assert (labels(found), found.questions) == (["1", "10"], ())


def test_equal_texts_keep_their_order() -> None:
    found = after(month(BANK, JANE, BANK), month(JANE, BANK, JOHN, BANK))

    assert (labels(found), found.questions) == (["2", "1", "4", "3"], ())


def test_of_equal_texts_the_live_one_stands() -> None:
    """Of an event and its double, which an editor has merged into it, one entry is left."""
    found = after(month(BANK, BANK), month(BANK), line("2022-12.1", "merged", "2022-12.2"))

    assert (labels(found), found.questions) == (["2"], ())


@pytest.mark.parametrize("state", ["withdrawn", "redacted", "merged", "divided", "moved"])
def test_an_entry_that_still_stands_word_for_word_keeps_its_label_whatever_became_of_the_event(
    state: str,
) -> None:
    to = {"merged": ("2022-12.2",), "divided": ("2022-12.2", "2022-12.3"), "moved": ("2023-01.1",)}.get(
        state, ()
    )
    found = after(
        month(JANE, JOHN, BANK), month(JOHN, BANK, JANE), line("2022-12.1", state, *to, reason="so")
    )

    assert (labels(found), found.gone, found.questions) == (["2", "3", "1"], (), ())


@pytest.mark.parametrize("state", ["withdrawn", "redacted"])
def test_a_withdrawn_event_is_known_again_with_other_words(state: str) -> None:
    """Else its entry would be published anew, under another label."""
    found = after(
        month(JANE, JOHN), month(JANE.replace("two", "six"), JOHN), line("2022-12.1", state, reason="false")
    )

    assert (labels(found), found.questions) == (["1", "2"], ())


def test_a_withdrawn_event_may_be_gone() -> None:
    found = after(month(JANE, JOHN), month(JOHN), line("2022-12.1", "withdrawn", reason="false"))

    assert (labels(found), found.gone, found.questions) == (["2"], (), ())


# ---------------------------------------------------------------- likeness


def test_digits_alone_tell_two_events_apart_where_both_are_known() -> None:
    """The two differ by their days only; both are corrected."""
    fine = "December {}, Westport, a court fined a street vendor[1]."
    found = after(month(fine.format(1), fine.format(2)), month(fine.format(1), fine.format(12)))

    assert (labels(found), found.questions) == (["1", "2"], ())


def test_of_many_like_entries_the_name_decides() -> None:
    fine = "December 1, Westport, {}, a participant of the rally, was fined {} by the district court[1]."
    names = ["Doe Jane", "Smith John", "Serikbayev Timur"]
    found = after(
        month(*(fine.format(name, "100 crowns") for name in names)),
        month(*(fine.format(name, "one hundred crowns") for name in reversed(names))),
    )

    assert (labels(found), found.questions) == (["3", "2", "1"], ())


def test_an_entry_that_fits_two_events_is_asked_about() -> None:
    fine = "December 1, Westport, a court of the first instance fined the driver of a {} for a flag[1]."
    found = after(month(fine.format("bus"), fine.format("van")), month(fine.format("cab")))

    first, second = found.questions
    assert first == (
        "seeds/editions/2022-12.txt:1: entry 1 may be 2022-12.1, which was published with other words: 'bus' is now 'cab'. "
        f"It may be 2022-12.2 too. {ASK}\n"
        "    2022-12.1 is entry 1: event,2022-12.1,live,entry 1,2026-11-22,\n"
        "    2022-12.1 was merged into 2022-12.2: event,2022-12.1,merged,2022-12.2,2026-11-22,REASON\n"
        "    2022-12.1 is told no more: event,2022-12.1,withdrawn,,2026-11-22,REASON"
    )
    assert second.startswith("seeds/editions/2022-12.txt:1: entry 1 may be 2022-12.2, ")
    assert found.gone == ()


def test_an_event_that_fits_two_entries_is_asked_about() -> None:
    fine = "December 1, Westport, a court of the first instance fined the driver of a {} for a flag[1]."
    found = after(month(fine.format("bus")), month(fine.format("cab"), JANE, fine.format("van")))

    assert found.questions == (
        (
            "seeds/editions/2022-12.txt:1: entry 1 may be 2022-12.1, which was published with other words: 'bus' is now 'cab'. "
            f"2022-12.1 may also be entry 3. {ASK}\n"
            "    2022-12.1 is entry 1: event,2022-12.1,live,entry 1,2026-11-22,\n"
            "    2022-12.1 is entry 3: event,2022-12.1,live,entry 3,2026-11-22,\n"
            "    2022-12.1 is told no more: event,2022-12.1,withdrawn,,2026-11-22,REASON"
        ),
    )


def test_an_event_whose_name_is_withheld_is_not_mistaken_for_its_neighbour() -> None:
    fine = "December 1, Westport, {} was fined by the district court for a flag in a window[1]."
    published = month(fine.format("[name withheld]"), fine.format("Smith John"))

    found = after(published, month(fine.format("Smith John"), fine.format("Doe Jane")))
    assert (labels(found), found.questions) == (["2", "1"], ())
    assert not any(found.changes.values())
    found = after(
        published, month(fine.format("Smith John"), fine.format("Doe Jane"), fine.format("Roe Richard"))
    )
    assert found.questions[0].startswith(
        "seeds/editions/2022-12.txt:3: entry 2 may be 2022-12.1, which was published with other words: they differ only where "
        "words are withheld. 2022-12.1 may also be entry 3. "
    )


def test_where_names_change_places_between_entries_the_label_goes_with_the_name() -> None:
    """What was told of each is then told otherwise: both changes are recorded."""
    fine = "December 1, Westport, {}, a participant of the rally, was fined {} by the district court[1]."
    found = after(
        month(fine.format("Doe Jane", "heavily"), fine.format("Smith John", "lightly")),
        month(fine.format("Smith John", "heavily"), fine.format("Doe Jane", "lightly")),
    )

    assert (labels(found), found.questions) == (["2", "1"], ())
    assert [len(changes) for changes in found.changes.values()] == [1, 1]


def test_every_answer_to_a_doubt_settles_it() -> None:
    now = month(JANE.replace("Doe Jane", "Roe Jane"), JOHN)
    (question,) = after(month(JANE, JOHN), now).questions
    same, gone = written(question)

    assert same == line("2022-12.1", "live", "entry 1")
    found = after(month(JANE, JOHN), now, same)
    assert (labels(found), found.gone, found.questions) == (["1", "2"], (), ())
    found = after(month(JANE, JOHN), now, gone)
    assert (labels(found), found.gone, found.questions) == (["3", "2"], (), ())


def test_an_entry_a_little_like_an_event_withdrawn_before_is_asked_about() -> None:
    """It may be that event, mended; or a new one: an editor who has just answered so is not asked again."""
    now = month(JANE.replace("Doe Jane", "Roe Jane"), JOHN)
    withdrawn = line("2022-12.1", "withdrawn", reason="false", date=BEFORE)
    jane, john = memory(month(JANE, JOHN))
    known = (replace(jane, state="withdrawn"), john)
    (question,) = again(known, now, withdrawn).questions

    assert question == (
        "seeds/editions/2022-12.txt:1: entry 1 may be 2022-12.1, which was withdrawn, with other words: 'Doe Jane' is not "
        f"named in it. {ASK}\n"
        "    it is 2022-12.1: event,2022-12.1,withdrawn,entry 1,2026-10-01,false\n"
        "    it is a new event: event,2022-12.3,live,entry 1,2026-11-22,"
    )
    that, new = written(question)
    found = again(known, now, that)
    assert (labels(found), found.questions) == (["1", "2"], ())
    found = again(known, now, withdrawn, new)
    assert (labels(found), found.questions) == (["3", "2"], ())
    assert again((jane, john), now, withdrawn).questions == ()


# ---------------------------------------------------------------- what the ledger says


def test_a_line_of_the_ledger_settles_which_entry_an_event_is() -> None:
    found = after(month(JANE, JOHN), month(BANK, JOHN), line("2022-12.1", "live", "entry 1"))

    assert (labels(found), found.questions) == (["1", "2"], ())
    assert [change.date for change in found.changes["2022-12.1"]] == [DAY]


def test_a_line_of_the_ledger_is_old_where_the_very_words_stand_elsewhere() -> None:
    """An entry was inserted before it, since the editor wrote the line."""
    found = after(month(JANE, JOHN), month(BANK, JANE, JOHN), line("2022-12.1", "live", "entry 1"))

    assert (labels(found), found.questions) == (["3", "1", "2"], ())


@pytest.mark.parametrize(
    ("now", "id_", "told"),
    [
        (month(JANE, JOHN), "2022-12.3", "2022-12.3 is said to be entry 2, but that is 2022-12.2: mend the number, or empty 'to'"),
        (month(JANE), "2022-12.3", "2022-12.3 is said to be entry 2, but 2022-12.txt has 1 entry: mend the number"),
        (month(JANE), "2023-01.1", "2023-01.1 is said to be entry 2, but there is no 2023-01.txt: mend the number"),
    ],
)  # fmt: skip
def test_a_line_of_the_ledger_that_cannot_be_right_is_told(now: Digests, id_: str, told: str) -> None:
    found = after(month(JANE, JOHN), now, line(id_, "live", "entry 2"))

    assert found.questions[0] == f"seeds/ledger.csv: {told}"


def test_a_redacted_event_without_words_is_known_by_its_line_alone() -> None:
    remembered = [Remembered(event="2022-12.1", text=""), *memory(month(JANE, JOHN))[1:]]
    said = line("2022-12.1", "redacted", "entry 1", date=BEFORE, reason="so")

    found = recognise(candidates(month(JANE, JOHN)), remembered, ledger(remembered, said), DAY)
    assert (labels(found), found.questions) == (["1", "2"], ())

    found = recognise(candidates(month(BANK, JANE, FIRE, JOHN)), remembered, ledger(remembered, said), DAY)
    assert found.questions == (
        (
            "seeds/editions/2022-12.txt:3: entry 2 is new, or it is 2022-12.1, which was redacted and whose words are not kept. "
            f"{ASK}\n"
            "    it is 2022-12.1: event,2022-12.1,redacted,entry 2,2026-10-01,so\n"
            "    it is a new event: event,2022-12.3,live,entry 2,2026-11-22,"
        ),
        (
            "seeds/editions/2022-12.txt:5: entry 3 is new, or it is 2022-12.1, which was redacted and whose words are not kept. "
            f"{ASK}\n"
            "    it is 2022-12.1: event,2022-12.1,redacted,entry 3,2026-10-01,so\n"
            "    it is a new event: event,2022-12.4,live,entry 3,2026-11-22,"
        ),
    )


def test_new_entries_of_other_editions_are_not_asked_about_for_a_redacted_event() -> None:
    remembered = [Remembered(event="2022-12.1", text=""), *memory({"2023-01": [JOHN]})]
    said = line("2022-12.1", "redacted", "entry 1", reason="so")
    now = {"2022-12": [JANE], "2023-01": [BANK, JOHN]}

    assert recognise(candidates(now), remembered, ledger(remembered, said), DAY).questions == ()


def test_with_the_ledger_lost_labels_come_from_memory() -> None:
    """Nothing can be told of events that are gone: they may have been withdrawn."""
    remembered = memory(month(JANE, JOHN, BANK))
    found = recognise(candidates(month(FIRE, BANK, JANE.replace("two", "six"))), remembered, Ledger(), DAY)

    assert (labels(found), found.gone, found.questions) == (["4", "3", "1"], (), ())


def test_an_event_that_the_ledger_has_lost_is_live() -> None:
    remembered = memory(month(JANE, JOHN))
    found = recognise(candidates(month(JOHN)), remembered, Ledger((line("2022-12.2"),)), DAY)

    assert found.gone == ("2022-12.1",)


def test_with_the_memory_lost_the_editor_is_told() -> None:
    found = recognise(candidates(month(JANE)), [], Ledger((line("2022-12.1"),)), DAY)

    assert (labels(found), found.gone) == (["2"], ("2022-12.1",))
    assert found.questions == (
        (
            "seeds/ledger.csv: 2022-12.1 was published, and seeds/published/2022-12.jsonl has lost its words: put that file back, "
            "or say which entry it is: event,2022-12.1,live,entry NUMBER,,"
        ),
    )


# ---------------------------------------------------------------- divided, merged

LONG = (
    "December 6, Westport, Doe Jane was detained at a rally on the main square by two police officers and taken to court. "
    "Her lawyer Smith John was not let in, and complained to the prosecutor about the guards of the building[6]."
)
FIRST = "December 6, Westport, Doe Jane was detained at a rally on the main square by two police officers and taken to court[6]."
SECOND = "December 6, Westport, her lawyer Smith John was not let in, and complained to the prosecutor about the guards of the building[7]."


def test_an_event_divided_into_two_entries_is_asked_about_and_both_get_new_labels() -> None:
    now = month(BANK, FIRST, FIRE, SECOND)
    found = after(month(BANK, LONG), now)

    assert found.questions == (
        (
            "seeds/editions/2022-12.txt:3: entries 2 and 4 hold parts of 2022-12.2, which was published as one: "
            f"'December 6, Westport, Doe Jane was detained at a rally on…'. {ASK}\n"
            "    2022-12.2 was divided: event,2022-12.2,divided,2022-12.3 2022-12.4,2026-11-22,REASON\n"
            "    2022-12.2 is entry 2: event,2022-12.2,live,entry 2,2026-11-22,\n"
            "    2022-12.2 is entry 4: event,2022-12.2,live,entry 4,2026-11-22,"
        ),
    )
    divided, first, second = written(found.questions[0])
    found = after(month(BANK, LONG), now, divided)
    assert (labels(found), found.gone, found.questions) == (["1", "3", "5", "4"], (), ())
    found = after(month(BANK, LONG), now, first)
    assert (labels(found), found.questions) == (["1", "2", "3", "4"], ())
    found = after(month(BANK, LONG), now, second)
    assert (labels(found), found.questions) == (["1", "3", "4", "2"], ())


def test_an_event_divided_into_three_entries() -> None:
    third = "December 6, Westport, a crowd of sixty waited in the snow until midnight and sang old songs of miners[8]."
    whole = (
        f"{LONG[:-4]}. A crowd of sixty waited in the snow until midnight and sang old songs of miners[6]."
    )
    (question,) = after(month(whole), month(third, SECOND, FIRST)).questions

    assert written(question)[0] == line(
        "2022-12.1", "divided", "2022-12.2", "2022-12.3", "2022-12.4", reason="REASON"
    )


def test_a_divided_event_whose_parts_are_not_found_gives_no_labels() -> None:
    divided = line("2022-12.1", "divided", "2022-12.2", "2022-12.3", reason="so")
    found = after(month(LONG), month(FIRST, BANK), divided)

    assert (labels(found), found.questions) == (["2", "3"], ())


def test_two_events_merged_into_one_entry_are_asked_about() -> None:
    published, now = month(BANK, FIRST, SECOND), month(LONG, BANK)
    found = after(published, now)

    assert found.questions == (
        (
            f"seeds/editions/2022-12.txt:1: entry 1 holds the words of 2022-12.2 and of 2022-12.3, which were published apart. {ASK}\n"
            "    2022-12.3 was merged into 2022-12.2: event,2022-12.3,merged,2022-12.2,2026-11-22,REASON\n"
            "    2022-12.3 is entry 1: event,2022-12.3,live,entry 1,2026-11-22,\n"
            "    2022-12.3 is told no more: event,2022-12.3,withdrawn,,2026-11-22,REASON"
        ),
    )
    merged, other, _ = written(found.questions[0])
    found = after(published, now, merged)
    assert (labels(found), found.gone, found.questions) == (["2", "1"], (), ())
    found = after(published, now, other)
    assert (labels(found), found.gone) == (["3", "1"], ("2022-12.2",))


def test_many_events_merged_into_one_are_joined_in_order() -> None:
    texts = (JANE, JOHN, BANK, FIRE)
    merged = [line(f"2022-12.{n}", "merged", "2022-12.1", reason="so") for n in (2, 3, 4)]
    found = after(month(*texts), month("\n".join(texts)), *merged)

    assert (labels(found), found.questions) == (["1"], ())


# ---------------------------------------------------------------- moved


def test_an_entry_moved_to_another_edition_keeps_its_number_where_it_is_free() -> None:
    published = {"2022-12": [JANE, JOHN], "2023-01": [BANK]}
    found = after(published, {"2022-12": [JANE], "2023-01": [JOHN, BANK]})

    assert found.moved == (("2022-12.2", "2023-01.2"),)
    assert (labels(found), labels(found, "2023-01")) == (["1"], ["2", "1"])
    assert found.changes == {"2022-12.1": (), "2023-01.2": (), "2023-01.1": ()}
    assert (found.gone, found.questions) == ((), ())


def test_an_entry_moved_to_another_edition_gets_the_next_free_label_where_its_own_is_taken() -> None:
    found = after(
        {"2022-12": [JANE], "2023-01": [BANK, FIRE]}, {"2023-01": [BANK, JANE.replace("two", "six"), FIRE]}
    )

    assert found.moved == (("2022-12.1", "2023-01.3"),)
    assert labels(found, "2023-01") == ["1", "3", "2"]
    assert len(found.changes["2023-01.3"]) == 1
    assert found.questions == ()


def test_an_edition_with_another_month_keeps_its_labels() -> None:
    found = after(month(JANE, JOHN, BANK), {"2022-11": [FIRE, JANE, JOHN, BANK]})

    assert labels(found, "2022-11") == ["4", "1", "2", "3"]
    assert found.moved == tuple((f"2022-12.{n}", f"2022-11.{n}") for n in (1, 2, 3))
    assert (found.gone, found.questions) == ((), ())


def test_an_entry_moved_into_an_edition_that_is_new() -> None:
    """The others get their positions, but for the one whose position has been taken."""
    found = after(month(JANE, JOHN), {"2022-12": [JANE], "2023-01": [BANK, FIRE, JOHN]})

    assert (found.moved, labels(found, "2023-01")) == ((("2022-12.2", "2023-01.2"),), ["1", "3", "2"])


def test_an_event_like_two_entries_of_other_editions_is_gone() -> None:
    found = after(month(JANE, JOHN), {"2022-12": [JOHN], "2023-01": [JANE, JANE]})

    assert (found.moved, found.gone) == ((), ("2022-12.1",))


def test_an_event_told_of_another_man_in_another_edition_is_gone() -> None:
    found = after(month(JANE, JOHN), {"2022-12": [JOHN], "2023-01": [JANE.replace("Doe Jane", "Roe Jane")]})

    assert (found.moved, found.gone) == ((), ("2022-12.1",))


# ---------------------------------------------------------------- gone


def test_a_vanished_event_is_told_with_what_to_write() -> None:
    found = after(month(BANK, JOHN), month(JOHN))

    assert found.gone == ("2022-12.1",)
    assert found.questions == (
        (
            "seeds/ledger.csv: 2022-12.1 was published and no entry of the digests is it any more ('December 3, Lost Hamlet, a bank "
            "closed the accounts of nine…'): put its entry back, or say what became of it: python build.py withdraw 2022-12.1 "
            "--reason '…'"
        ),
    )


def test_an_entry_of_a_few_words_is_part_of_nothing() -> None:
    found = after(month(JANE), month("December 1, Westport, Doe Jane was."))

    assert (labels(found), found.gone) == (["2"], ("2022-12.1",))


def test_a_vanished_event_that_another_one_is_like_may_have_been_merged() -> None:
    double = BANK.replace("closed", "has closed").replace("nine", "9")
    (question,) = after(month(BANK, double, JANE), month(BANK, JANE)).questions

    assert question.endswith(
        "python build.py withdraw 2022-12.2 --reason '…'; or, as it is a little like 2022-12.1: "
        "python build.py merge 2022-12.2 --into 2022-12.1"
    )


def numbered(count: int) -> list[str]:
    """Return entries that have next to nothing in common."""
    return [f"December 1, Westport, {' '.join(f'w{n}x{i}' for i in range(9))}[{n}]." for n in range(count)]


def test_of_many_vanished_events_the_first_five_are_told() -> None:
    found = after(month(*numbered(8)), month(numbered(8)[7]))

    assert len(found.gone) == 7
    assert found.questions[0] == (
        "seeds/ledger.csv: 7 published events have vanished from 2022-12.txt: was half of the file lost? "
        "The first 5 of them follow."
    )
    assert [question.split()[1] for question in found.questions[1:]] == [f"2022-12.{n}" for n in range(1, 6)]


def test_a_digest_that_is_gone_is_told() -> None:
    found = after({"2022-12": [JANE], "2023-01": [BANK]}, {"2023-01": [BANK]})

    assert found.questions[0] == (
        "seeds/editions/2022-12.txt: 1 event was published from it, and it holds none of them any more: put the digest back"
    )
    assert len(found.questions) == 2


# ---------------------------------------------------------------- words


def test_a_long_change_is_shortened_within_words() -> None:
    before, now = (" ".join(f"{letter}{n}" for n in range(200)) for letter in "ab")
    (change,) = changes_between(f"same {before} same", f"same {now} same", DAY)

    assert (change.before[:10], change.before[-9:], " … " in change.before) == (
        "same a0 a1",
        "a199 same",
        True,
    )
    assert max(len(change.before), len(change.after)) <= 300


def test_what_is_too_long_to_compare_differs_as_a_whole() -> None:
    before, now = (" ".join(f"{letter}{n}" for n in range(6_000)) for letter in "ab")

    assert len(changes_between(before, now, DAY)) == 1


def test_context_is_of_whole_words_and_ends_before_what_is_withheld() -> None:
    (change,) = changes_between(
        "The man of [name withheld]'s party from O'Neil's town lied.",
        "The man of Doe's party from O'Neil's city lied.",
        DAY,
    )

    assert (change.before, change.after) == ("town lied.", "city lied.")


@given(
    st.lists(st.sampled_from(["a", "b", "cc,", "D.", "“e”", "[7]", "[x y]", "o'f"]), max_size=30).map(
        " ".join
    )
)
def test_a_text_has_no_changes_against_itself_and_one_against_another_end(text: str) -> None:
    assert changes_between(text, text, DAY) == ()
    assert changes_between(text, text.replace(" ", "  "), DAY) == ()
    assert changes_between(text, f"{text} end", DAY)[0].after.endswith("end")


def test_very_long_texts_are_compared_out_of_order() -> None:
    one = Reading(" ".join(f"w{n}" for n in range(6_000)))
    other = Reading(" ".join(f"w{n}" for n in range(3_000, 9_000)))

    assert 0.49 < score(one, other) < 0.51


@pytest.mark.parametrize(
    ("event", "entry", "expected"),
    [
        ("[passage withheld]", "Anything at all", 0.0),
        ("[x] was fined [y]", "Doe was fined twice", 1.0),
        ("Doe was [x] and fined", "Doe was seen and fined", 1.0),
        ("Doe [x] was [y] fined", "Doe was fined", 1.0),
        ("He was [x] was fined", "He was fined", 0.75),
        ("Doe [x] was [y] fined", "Doe is now fined", 0.5),
    ],
)
def test_brackets_stand_for_words(event: str, entry: str, expected: float) -> None:
    assert score(Reading(event), Reading(entry)) == pytest.approx(expected, abs=0.13)


@pytest.mark.parametrize(
    ("names", "now", "expected"),
    [
        (("Doe Jane",), "Jane Doe came", ((), False)),
        (("Doe Jane",), "Doe came late with her sister Jane", (("Doe Jane",), False)),
        (("Doe Jane",), "doe jane came", (("Doe Jane",), False)),
        (("Doe Jane",), "Doe J. came", ((), False)),
        (("Doe Jane",), "Doe Joan came", (("Doe Jane",), False)),
        (("X",), "nobody", (("Jane",), False)),
    ],
)
def test_a_name_stands_where_all_its_words_stand_together(
    names: Sequence[str], now: str, expected: tuple[tuple[str, ...], bool]
) -> None:
    assert lost_names(names, Reading("Doe Jane came"), Reading(now)) == expected


@given(st.text())
def test_words_are_the_same_however_they_are_spaced_and_marked(text: str) -> None:
    assert normal(f"  {text}\n[3]. ") == normal(f"{text} [12, 13].")


# ---------------------------------------------------------------- the real digests, edited


@cache
def real() -> tuple[tuple[Remembered, ...], Ledger, Mapping[str, tuple[str, ...]]]:
    """Return what is published of the two real digests, and their entries."""
    chronicle = chronicle_of(files.read_seeds(Path("seeds")))
    remembered = tuple(
        Remembered(
            event=event.id, text=event.text, people=tuple((p.id or "", p.printed[0]) for p in event.people)
        )
        for event in chronicle.events
    )
    texts = {edition.id: tuple(event.text for event in edition.events) for edition in chronicle.editions}
    return remembered, ledger(remembered), texts


def edited(edition: str, texts: Sequence[str]) -> Recognition:
    """Return what becomes of everything published where one edition has other entries."""
    remembered, lines, published = real()
    return recognise(candidates({**published, edition: texts}), remembered, lines, DAY)


def every_entry() -> Iterator[tuple[str, int, tuple[str, ...]]]:
    """Yield the edition, index and neighbours of every real entry."""
    for edition, texts in real()[2].items():
        yield from ((edition, i, texts) for i in range(len(texts)))


def kept(found: Recognition) -> bool:
    """Tell whether every entry has its position for a label, and nothing is asked."""
    return not found.questions and all(str(ordinal) == label for (_, ordinal), label in found.labels.items())


def doubts(edit: Mapping[str, str] | None, pattern: str = "", by: str = "") -> list[str]:
    """Return the ids of the real events that are not known again where *pattern* is replaced in their entries alone."""
    missed = []
    for edition, i, texts in every_entry():
        now = re.sub(pattern, by, texts[i], count=1)
        for old, new in (edit or {}).items():
            now = now.replace(old, new, 1)
        if now != texts[i] and not kept(edited(edition, (*texts[:i], now, *texts[i + 1 :]))):
            missed.append(f"{edition}.{i + 1}")
    return missed


def test_unchanged_digests_keep_everything() -> None:
    remembered, _, texts = real()

    found = edited("2022-12", texts["2022-12"])
    assert kept(found)
    assert found.changes == {one.event: () for one in remembered}
    assert kept(recognise(candidates(texts), [], Ledger(), DAY))


def test_a_typing_error_mended_in_each_entry() -> None:
    assert doubts(None, r"\b([a-z]{2})([a-z])([a-z])([a-z]+)\b", r"\1\3\2\4") == []


@pytest.mark.long
def test_a_date_corrected_in_each_entry() -> None:
    assert doubts(None, r"[0-9]+", "29") == []
    assert doubts({"December": "January", "JAN.": "FEB."}) == []


@pytest.mark.long
def test_a_place_corrected_in_each_dateline() -> None:
    assert (
        doubts(
            None,
            r"^((?:On )?[A-Za-z0-9. ]+, (?:[0-9]+ — )?)(?:Almaty|Astana|ALMATY|ASTANA|ORAL)\b",
            r"\1Nowhere",
        )
        == []
    )


def test_footnotes_renumbered() -> None:
    for edition, texts in real()[2].items():
        shifted = [re.sub(r"\[([0-9]+)\]", lambda m: f" [{int(m[1]) + 7}]", text) for text in texts]
        found = edited(edition, shifted)
        assert kept(found)
        assert not any(found.changes.values())


@pytest.mark.parametrize("edition", ["2022-12", "2026-01"])
@pytest.mark.parametrize("share", [0, 0.5, 1])
def test_an_entry_inserted_first_in_the_middle_or_last(edition: str, share: float) -> None:
    texts = real()[2][edition]
    at = int(len(texts) * share)
    found = edited(edition, (*texts[:at], JANE, *texts[at:]))

    old = [str(n) for n in range(1, len(texts) + 1)]
    assert labels(found, edition) == [*old[:at], str(len(texts) + 1), *old[at:]]
    assert found.questions == ()


def test_each_entry_deleted_in_turn_is_refused() -> None:
    for edition, i, texts in every_entry():
        found = edited(edition, (*texts[:i], *texts[i + 1 :]))
        assert found.gone == (f"{edition}.{i + 1}",)
        assert [question.split(" ")[1] for question in found.questions] == [f"{edition}.{i + 1}"]


def test_neighbours_swapped() -> None:
    for edition, texts in real()[2].items():
        swapped = [text for i in range(0, len(texts) - 1, 2) for text in (texts[i + 1], texts[i])]
        found = edited(edition, (*swapped, *texts[len(swapped) :]))
        numbers = [str(n) for i in range(1, len(texts), 2) for n in (i + 1, i)]
        assert labels(found, edition)[: len(numbers)] == numbers
        assert found.questions == ()


def test_an_entry_moved_to_the_other_edition() -> None:
    remembered, lines, texts = real()
    one, other = texts.values()
    for i in (0, 17, 120):
        now = {"2022-12": (*one[:i], *one[i + 1 :]), "2026-01": (*other[:50], one[i], *other[50:])}
        found = recognise(candidates(now), remembered, lines, DAY)
        label = str(i + 1) if i >= len(other) else str(len(other) + 1)
        assert found.moved == ((f"2022-12.{i + 1}", f"2026-01.{label}"),)
        assert (found.labels["2026-01", 51], found.questions) == (label, ())


def test_each_entry_of_several_sentences_divided() -> None:
    divided = 0
    for edition, i, texts in every_entry():
        sentences = re.split(r"(?<=[a-z\]]\.) ", texts[i])
        half = len(sentences) // 2
        first, second = " ".join(sentences[:half]), " ".join(sentences[half:])
        if min(len(first), len(second)) < 120:
            continue
        divided += 1
        now = edited(edition, (*texts[:i], first, f"December 9, Westport, {second}", *texts[i + 1 :]))
        line_ = f"event,{edition}.{i + 1},divided,{edition}.{len(texts) + 1} {edition}.{len(texts) + 2},2026-11-22,REASON"
        assert [line_ in question for question in now.questions] == [True]
    assert divided > 100


def test_neighbours_merged() -> None:
    """Two entries of one matter, whose words are alike, are asked about as well, each for itself."""
    remembered, lines, published = real()
    apart = 0
    for edition, i, texts in every_entry():
        if i % 4 or i + 1 == len(texts):
            continue
        body = re.sub(r"^[^,—]*\d[^,—]*[,—](?: ?\d+ ?—)? ?", "", texts[i + 1])
        now = {**published, edition: (*texts[:i], f"{texts[i]} {body}", *texts[i + 2 :])}
        merged = f"event,{edition}.{i + 2},merged,{edition}.{i + 1},2026-11-22,REASON"
        questions = recognise(candidates(now), remembered, lines, DAY).questions
        assert any(merged in question for question in questions)
        apart += len(questions) == 1
        answered = ledger(remembered, line(f"{edition}.{i + 2}", "merged", f"{edition}.{i + 1}", reason="so"))
        found = recognise(candidates(now), remembered, answered, DAY)
        assert (found.labels[edition, i + 1], found.questions) == (str(i + 1), ())
    assert apart > 50


def test_the_month_of_an_edition_put_right() -> None:
    remembered, lines, texts = real()
    found = recognise(
        candidates({"2022-11": texts["2022-12"], "2026-01": texts["2026-01"]}), remembered, lines, DAY
    )

    assert kept(found)
    assert found.moved == tuple((f"2022-12.{n}", f"2022-11.{n}") for n in range(1, len(texts["2022-12"]) + 1))


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_in_any_order_every_entry_keeps_its_label(data: st.DataObject) -> None:
    """But those that are equal word for word, of which any may have the label of another."""
    texts = real()[2]["2022-12"]
    order = data.draw(st.permutations(range(len(texts))))
    found = edited("2022-12", [texts[i] for i in order])

    assert (labels(found), found.questions) == ([str(i + 1) for i in order], ())


@pytest.mark.parametrize("alike", [False, True])
def test_many_changed_entries_cost_no_square(alike: bool) -> None:  # noqa: FBT001
    """Each entry has another word; the texts are all different, or all nearly alike."""

    def work(text: str) -> Recognition:
        words = ["was fined by the district court for a flag in a window"] * len(text)
        texts = (
            [f"December 1, Westport, man{n} {w}" for n, w in enumerate(words)]
            if alike
            else numbered(len(text))
        )
        return after(month(*texts), month(*(f"{one} Later." for one in texts)))

    assert_linear(work, "x", 150)
