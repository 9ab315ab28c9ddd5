"""A case from its first proposals to its end: published, mended, renamed, withdrawn; nothing of it goes in silence."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from tests.editing import Desk, published
from tests.test_site import real_chronicle

DIGEST: Final = """December 1, Almaty, Marat Obraztsov was detained for a picket[1].

December 2, Almaty, Marat Obraztsov was fined 50 MCI under Article 488 of the Administrative Offences Code[2].

December 3, Astana, the appeal of Aigul Primerova was dismissed[3].
"""
DRAFT: Final = """- id: the-picket
  title: The picket in Almaty
  about: A picket, and what followed.
  people: [Marat Obraztsov]
"""
EVENTS: Final = "  events:\n  - 2031-12.1\n  - 2031-12.2\n"
WHERE: Final = "seeds/authority/cases.yaml"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A small digest, published once, with a case of its first two events."""
    desk = published(tmp_path, {"2031-12.txt": DIGEST})
    desk.write("cases.yaml", DRAFT + EVENTS)
    desk.builds()
    return desk


def test_a_draft_is_proposed_its_events_and_published_with_them(tmp_path: Path) -> None:
    desk = published(tmp_path, {"2031-12.txt": DIGEST})
    desk.write("cases.yaml", DRAFT)

    told = desk.run("check").err

    assert "Cases (2)" in told
    assert "case-events: case 'the-picket': 2 events may belong to it\n" in told
    assert "        - 2031-12.1 # 1 December 2031, Almaty: Marat Obraztsov" in told
    assert "cases.yaml:1:1: case-without-events: case 'the-picket': it has no events yet, and no page" in told
    desk.builds()
    assert not (desk.out / "cases" / "the-picket").exists()

    lines = [line.strip() for line in told.splitlines() if line.strip().startswith("- 2031-12")]
    desk.write("cases.yaml", DRAFT + "  events:\n" + "".join(f"  {line}\n" for line in lines))
    desk.builds()

    assert desk.state("case", "the-picket") == ["live", "", "2026-11-22", ""]
    assert "Cases (" not in desk.run("check").err
    for name in ("index.html", "feed.xml", "feed.json", "dossier/index.html"):
        assert (desk.out / "cases" / "the-picket" / name).is_file()
    assert "The picket in Almaty" in desk.page("events/2031-12/1")
    assert "the-picket" in (desk.out / "data" / "cases.csv").read_text(encoding="utf-8")


def test_a_second_build_is_the_same(desk: Desk) -> None:
    before = desk.site()
    desk.builds()

    assert desk.site() == before


def test_an_event_that_is_withdrawn_must_be_taken_out_of_the_case(desk: Desk) -> None:
    desk.run("withdraw", "2031-12.2", "--reason", "It was a rumour.")
    assert desk.refused() == (
        f"{WHERE}:7: 1.events.2: 2031-12.2 was withdrawn, and is shown no more: take it out of 'events'\n"
    )

    desk.edit("cases.yaml", ("  - 2031-12.2\n", ""))
    desk.builds()

    assert "2031-12.2" not in desk.page("cases/the-picket")


def test_an_event_that_is_merged_is_replaced_by_the_other(desk: Desk) -> None:
    desk.run("merge", "2031-12.2", "--into", "2031-12.1")

    first, *_ = desk.refused().splitlines()
    assert (
        first == f"{WHERE}:7: 1.events.2: 2031-12.2 was merged into 2031-12.1: write 2031-12.1 in its place"
    )


def test_a_digest_that_has_another_month_takes_its_cases_along(desk: Desk) -> None:
    desk.write("2031-11.txt", DIGEST.replace("December", "November"))
    desk.path("2031-12.txt").unlink()
    desk.builds()

    assert "2031-11.2" in desk.page("cases/the-picket")


def test_a_case_that_is_gone_is_asked_about_and_then_says_so(desk: Desk) -> None:
    desk.write("cases.yaml", "[]\n")
    told = desk.refused()
    assert told == (
        "seeds/ledger.csv: case 'the-picket' was published, and seeds/authority/cases.yaml lists it no more, or no event of it. "
        "If it has another id now: python build.py rename case the-picket ID. If it is part of another: "
        "python build.py merge case the-picket --into ID. If it should go: python build.py withdraw case the-picket --reason '…'\n"
    )

    desk.obey("python build.py withdraw case the-picket --reason '…'")
    desk.builds()
    assert "as the editor found out" in desk.page("cases/the-picket")
    assert "the-picket" not in desk.page("cases")

    desk.write("cases.yaml", DRAFT + EVENTS)
    assert desk.refused() == (
        "seeds/ledger.csv: case 'the-picket' was withdrawn, and cases.yaml lists it again: to bring it back, write the line "
        "case,the-picket,live,,2026-11-22,\n"
    )


def test_a_case_that_is_renamed_leads_on_and_a_lost_ledger_knows_both(desk: Desk) -> None:
    desk.run("rename", "case", "the-picket", "picket-of-2031")
    desk.edit("cases.yaml", ("id: the-picket", "id: picket-of-2031"))
    desk.builds()
    assert "../../cases/picket-of-2031/index.html" in desk.page("cases/the-picket")

    before = desk.read("ledger.csv")
    desk.path("ledger.csv").unlink()
    said = desk.run("ledger", "--from", str(desk.out))

    assert said.status == 0, said.err
    assert "case,the-picket,moved,picket-of-2031," in before
    assert desk.state("case", "the-picket")[:2] == ["moved", "picket-of-2031"]
    assert desk.state("case", "picket-of-2031")[0] == "live"
    desk.builds()


def test_one_case_becomes_part_of_another(desk: Desk) -> None:
    other = DRAFT.replace("the-picket", "pickets") + EVENTS
    desk.write("cases.yaml", other + DRAFT + EVENTS)
    desk.builds()
    desk.run("merge", "case", "the-picket", "--into", "pickets")
    desk.write("cases.yaml", other)
    desk.builds()

    assert "../../cases/pickets/index.html" in desk.page("cases/the-picket")


def test_a_case_all_of_whose_events_are_withdrawn_goes_with_them(desk: Desk) -> None:
    for label in ("1", "2"):
        desk.run("withdraw", f"2031-12.{label}", "--reason", "It was a rumour.")
    desk.write("cases.yaml", DRAFT)
    said = desk.builds()

    assert "case,the-picket,withdrawn,,2026-11-22,the events that named it are not shown any more" in said.err
    assert "not shown any more" in desk.page("cases/the-picket")


def test_a_name_that_is_withheld_is_dropped_from_the_people_and_refused_in_the_words(desk: Desk) -> None:
    assert desk.run("redact", "person", "marat-obraztsov", "--reason", "request").status == 0
    desk.builds()
    assert "2031-12.1" in desk.page("cases/the-picket")
    assert not [path for path, data in desk.site().items() if b"Obraztsov" in data or "obraztsov" in path]

    desk.edit("cases.yaml", ("The picket in Almaty", "The picket of Marat Obraztsov"))
    assert desk.refused() == (
        f"{WHERE}:2: 1.title: holds the name of somebody who stands in no list: write it without the name\n"
    )


def test_of_the_real_cases_every_event_is_settled() -> None:
    """No proposal is left, and each case has the events that its file lists."""
    chronicle = real_chronicle()

    assert [finding for finding in chronicle.findings if finding.code.startswith("case")] == []
    assert {case.id: (case.people, [event.id for event in case.events]) for case in chronicle.cases} == {
        "trial-of-zhanbolat-mamay": (
            ("zhanbolat-mamay",),
            ["2022-12.3", "2022-12.11", "2022-12.94", "2022-12.109"],
        ),
        "atajurt-activists": (
            (),
            ["2026-01.45", "2026-01.46", "2026-01.67", "2026-01.71", "2026-01.73", "2026-01.99"],
        ),
        "detention-of-mikhail-kozachkov": (
            ("mikhail-kozachkov",),
            [f"2022-12.{label}" for label in (66, 67, 70, 71, 72, 73, 74, 75, 113)],
        ),
        "disbarment-of-murat-adam": (
            ("murat-adam",),
            [f"2026-01.{label}" for label in (10, 15, 32, 33, 38, 47, 55)],
        ),
        "killing-of-ruslambek-zhubanazarov": (
            ("ruslambek-zhubanazarov", "ainur-baytkhanova"),
            ["2022-12.36", "2022-12.37"],
        ),
    }
