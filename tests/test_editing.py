"""What an editor does to published digests, through the command: every address lasts, every change is seen, nothing goes in silence."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from chronicle import files
from chronicle.catalogue import read_catalogue
from chronicle.editions import all_candidates
from chronicle.past import past_of
from chronicle.recognition import recognise
from tests.editing import (
    DAY,
    FIRST,
    Desk,
    answered,
    answers,
    as_pattern,
    blocks,
    copied,
    copied_seeds,
    lasting,
    plain,
    published,
    read_page,
    tree,
    typed,
    write_block,
)

DATE = dt.date.fromisoformat(DAY)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The two real digests, published once."""
    return published(tmp_path_factory.mktemp("first"))


@pytest.fixture
def desk(first: Desk, tmp_path: Path) -> Desk:
    return copied(first, tmp_path)


# ---------------------------------------------------------------- twelve edits of the real digests

NEW = "December 9, Almaty, nobody had seen the placard that hung from a bridge for an hour before it fell[1]."
#: what is edited, and by id the words that the event must show afterwards, where they are not those of before
Edit = Callable[[Desk], Mapping[str, str]]


def typing_error(desk: Desk) -> Mapping[str, str]:
    old = desk.entries("2022-12")[7]
    desk.edit("2022-12.txt", ("Shykent, Dosmambetova", "Shymkent, Dosmambetova"))
    return {"2022-12.8": old.replace("Shykent", "Shymkent")}


def date(desk: Desk) -> Mapping[str, str]:
    old = desk.entries("2022-12")[17]
    desk.edit("2022-12.txt", (old, old.replace("December 6", "December 7", 1)))
    return {}


def place(desk: Desk) -> Mapping[str, str]:
    old = desk.entries("2022-12")[9]
    new = old.replace("Zarechnyi village", "Zarechnoye village")
    desk.edit("2022-12.txt", (old, new))
    return {"2022-12.10": new}


def footnotes(desk: Desk) -> Mapping[str, str]:
    text = desk.read("2026-01.txt")
    desk.write("2026-01.txt", re.sub(r"\[([0-9]+)\]", lambda m: f"[{int(m[1]) + 7}]", text))
    text = re.sub(r"(?m)^([0-9]{1,3})(?=[.)\] ])", lambda m: str(int(m[1]) + 7), desk.read("2026-01.txt"))
    desk.write("2026-01.txt", text)
    return {}


def insert_first(desk: Desk) -> Mapping[str, str]:
    return _inserted(desk, 0)


def insert_in_the_middle(desk: Desk) -> Mapping[str, str]:
    return _inserted(desk, 60)


def insert_last(desk: Desk) -> Mapping[str, str]:
    last = desk.entries("2022-12")[-1]
    desk.edit("2022-12.txt", (last, f"{last}\n\n{NEW}"))
    return {"2022-12.122": NEW}


def _inserted(desk: Desk, at: int) -> Mapping[str, str]:
    here = desk.entries("2022-12")[at]
    desk.edit("2022-12.txt", (here, f"{NEW}\n\n{here}"))
    return {"2022-12.122": NEW}


def delete(desk: Desk) -> Mapping[str, str]:
    desk.edit("2022-12.txt", (f"{desk.entries('2022-12')[17]}\n\n", ""))
    return {}


def swap(desk: Desk) -> Mapping[str, str]:
    one, other = desk.entries("2022-12")[17:19]
    desk.edit("2022-12.txt", (one, "@"), (other, one), ("@", other))
    return {}


def move_to_another_edition(desk: Desk) -> Mapping[str, str]:
    moved, here = desk.entries("2026-01")[20], desk.entries("2022-12")[50]
    desk.edit("2026-01.txt", (f"{moved}\n", ""))
    desk.edit("2022-12.txt", (here, f"{moved}\n\n{here}"))
    return {"2022-12.122": moved}


def split(desk: Desk) -> Mapping[str, str]:
    whole = desk.entries("2022-12")[1]
    one, other = whole.split(" He was posthumously")
    other = f"December 1, Taraz, Andrey Opushiyev was posthumously{other}"
    desk.edit("2022-12.txt", (whole, f"{one}\n\n{other}"))
    return {"2022-12.2": one, "2022-12.122": one, "2022-12.123": other}


def merge(desk: Desk) -> Mapping[str, str]:
    one, other = desk.entries("2022-12")[10:12]
    words = other.partition(", ")[2]
    desk.edit("2022-12.txt", (f"{one}\n\n{other}", f"{one} In {words}"))
    return {"2022-12.12": words}


def month(desk: Desk) -> Mapping[str, str]:
    for name in ("txt", "yaml"):
        desk.path(f"2022-12.{name}").rename(desk.path(f"2022-11.{name}"))
    desk.edit("2022-11.yaml", ("first: 2022-12-01, last: 2022-12-31", "first: 2022-11-01, last: 2022-11-30"))
    desk.edit(
        "2022-11.yaml",
        (
            "  field: date\n  printed: January 26\n  meant: 2022-12-26\n",
            "  field: date\n  printed: January 26\n  meant: 2022-11-26\n",
        ),
    )
    return {}


#: of these nothing is asked
ALONE = (insert_in_the_middle, insert_last, typing_error, date, place, footnotes)


def together(desk: Desk) -> Mapping[str, str]:
    """Make several at once of which nothing is asked."""
    entries = desk.entries("2022-12")
    footnotes(desk)
    desk.edit(
        "2022-12.txt",
        (entries[60], f"{NEW}\n\n{entries[60]}"),
        (entries[17], entries[17].replace("December 6", "December 7", 1)),
        ("Shykent, Dosmambetova", "Shymkent, Dosmambetova"),
    )
    return {"2022-12.122": NEW, "2022-12.8": entries[7].replace("Shykent", "Shymkent")}


#: the edit, and how the answer begins that the editor gives to what is asked
EDITS: list[tuple[Edit, str]] = [
    (together, ""), (typing_error, ""), (date, ""), (place, ""), (footnotes, ""), (insert_first, ""), (insert_in_the_middle, ""),
    (insert_last, ""), (delete, "python build.py withdraw 2022-12.18"), (swap, ""), (move_to_another_edition, ""),
    (split, "2022-12.2 was divided"), (merge, "2022-12.12 was merged into 2022-12.11"), (month, ""),
]  # fmt: skip


def beside(folder: str) -> set[str]:
    """Return the page of an address and that of the dossier beside it."""
    return {f"{folder}index.html", f"{folder}dossier/index.html"}


#: what goes with the one event that is deleted
WITHDRAWN = {"events/2022-12/18/index.html", *beside("statutes/cc/115/"), *beside("statutes/cc/131/")}


@pytest.mark.parametrize(
    ("edit", "answer"),
    [
        pytest.param(
            *one,
            marks=pytest.mark.long
            if one[0] in (*ALONE, insert_first, swap, split, merge, month, move_to_another_edition)
            else (),
        )
        for one in EDITS
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_after_every_edit_every_address_answers_with_its_event(
    first: Desk, desk: Desk, edit: Edit, answer: str
) -> None:
    """What is asked is answered with the very line or command that the message prints, once."""
    words = {id_: str(one["text"]) for id_, one in first.records().items()} | dict(edit(desk))
    if answer:
        asked = desk.refused()
        if command := re.search(rf"{re.escape(answer)} --reason '…'", asked):
            assert desk.obey(command[0]).status == 0
        else:
            desk.answer(answers(asked)[answer])
    desk.builds()

    before, now = first.site(), desk.site()
    withdrawn = {path for path in lasting(before) if b'content="withdrawn"' in now[path]}
    assert withdrawn == (WITHDRAWN if edit is delete else set())
    for path in lasting(before):
        page = read_page(now[path])
        if path in withdrawn:
            assert re.search(
                "Since 22 November 2026 Reason (as the editor found out|the events that)", page.said
            )
        elif b'name="chronicle-state"' in now[path]:
            assert answered(now, path), path
        elif path.startswith(("people/", "places/", "statutes/", "topics/")):
            assert page.heading == read_page(before[path]).heading
    for id_, text in words.items():
        path = f"events/{id_.replace('.', '/')}/index.html"
        told = [one.said for one in answered(now, path)]
        assert path in withdrawn or any(plain(text) in plain(one) for one in told), id_


def test_each_of_the_events_removed_in_turn_is_refused_and_named(first: Desk) -> None:
    seeds = files.read_seeds(first.seeds)
    known, past = read_catalogue(seeds).authority, past_of(seeds)
    digests = {file.stem: file for file in seeds.editions}
    whole = {stem: all_candidates([file], known) for stem, file in digests.items()}
    missed = []
    for one in past.remembered:
        stem = one.event.split(".")[0]
        assert digests[stem].text.count(one.text) == 1
        cut = replace(digests[stem], text=digests[stem].text.replace(one.text, ""))
        entries = [e for other, found in whole.items() if other != stem for e in found]
        found = recognise((*entries, *all_candidates([cut], known)), past.remembered, past.ledger, DATE)
        asked = [f"seeds/ledger.csv: {one.event} was published and no entry of the digests is it any more"]
        if [question.split(" (")[0] for question in found.questions] != asked:
            missed.append((one.event, found.questions))

    assert len(past.remembered) == 229
    assert missed == []


def test_half_a_digest_is_refused_with_the_number_of_events_that_have_vanished(
    first: Desk, desk: Desk
) -> None:
    """A correction that no longer fits does not hide it; `check` says the same and writes nothing."""
    text = desk.read("2022-12.txt")
    desk.write("2022-12.txt", text[: text.index(first.entries("2022-12")[60])])

    said = desk.refused()

    lost = "seeds/ledger.csv: 61 published events have vanished from 2022-12.txt: was half of the file lost? "
    assert said.startswith(f"{lost}The first 5 of them follow.\nseeds/ledger.csv: 2022-12.61 was published ")
    assert "seeds/editions/2022-12.yaml: corrections.1: a correction speaks of entry 107" in said
    assert desk.refused("check") == said


@pytest.mark.long
def test_a_month_put_right_takes_joins_passages_and_what_led_there_along(desk: Desk) -> None:
    """people.yaml may go on speaking of the events of the old month."""
    assert desk.obey("python build.py withdraw place atyrau --reason …").status == 0
    assert desk.obey("python build.py merge 2022-12.12 --into 2022-12.11 --reason …").status == 0
    desk.builds()
    people = set(desk.records("people"))
    joined = "joins:\n  - {event: 2022-12.68, printed: Urazbayev Amangeldy}"
    assert joined in desk.read("people.yaml")
    month(desk)
    desk.builds()

    assert set(desk.records("people")) == people
    assert desk.state("event", "2022-12.12")[:2] == ["merged", "2022-11.11"]
    assert desk.state("event", "2022-12.11")[:2] == ["moved", "2022-11.11"]
    assert desk.run("check").status == 0


# ---------------------------------------------------------------- the document


@pytest.mark.long
def test_what_the_document_shows_is_what_happens(tmp_path: Path) -> None:
    """docs/editing.md, carried out line by line on the real digests: its files are written, its commands typed."""
    document = (files.ROOT / "docs" / "editing.md").read_text(encoding="utf-8")
    desk = copied_seeds(tmp_path)
    for language, name, text in blocks(document):
        if language != "console":
            write_block(desk, language, name, text)
            continue
        for command, expected in re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", text, re.MULTILINE):
            said = typed(desk, command)
            assert as_pattern(expected).fullmatch(said), f"$ {command}\n{said}"


# ---------------------------------------------------------------- the editor's commands, on a small chronicle

DIGEST = """\
December 1, Almaty, Marat Testov, Article 405, Part 2 of the Criminal Code, was arrested for 15 days[1].

December 2, Astana, Aigul Probova was fined 500 tenge under Article 488 of the Administrative Offences Code for a picket[2].

December 3, Oral, the court refused the appeal of Sergey Primerov, who had been dismissed from a school[3].

December 4, Almaty, Testov Marat declared a hunger strike in the detention centre[4].

December 5, Taraz, journalist Elena Obraztsova was detained while she filmed a rally near the market[5].

[1] https://news.example/1
[2] https://news.example/2
[3] https://news.example/3
[4] https://news.example/4
[5] https://news.example/5
"""
LATER = (
    "\n\nDecember 6, Astana, a bridge was closed for a day after somebody had painted a word on it.\n\n[1]"
)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return published(tmp_path_factory.mktemp("small"), {"2031-12.txt": DIGEST})


@pytest.fixture
def small(begun: Desk, tmp_path: Path) -> Desk:
    return copied(begun, tmp_path)


def holding(desk: Desk, *words: str) -> set[str]:
    """Return the paths of the files that hold any of *words*, or whose path does."""
    return {
        path
        for path, data in desk.site().items()
        if any(one.encode() in data or one in path for one in words)
    }


def test_a_second_build_is_the_same_byte_for_byte(begun: Desk, small: Desk) -> None:
    small.builds(date=FIRST)

    assert small.site() == begun.site()
    assert tree(small.seeds) == tree(begun.seeds)


def test_a_withdrawn_event_leaves_everything_but_its_page(small: Desk) -> None:
    """Its words and its source stand in no list, feed, site map, data and search; the number leads to its page."""
    said = small.run("withdraw", "2031-12.5", "--reason", "It was another woman.")
    assert said.out.startswith(f"seeds/ledger.csv: event,2031-12.5,withdrawn,,{DAY},It was another woman.\n")
    assert small.builds().err.splitlines() == [
        f"seeds/ledger.csv says now: {line},withdrawn,,{DAY},the events that named it are not shown any more"
        for line in ("person,elena-obraztsova", "place,taraz", "place,zhambyl-region", "topic,expression")
    ]

    assert holding(small, "filmed", "Obraztsova", "news.example/5") == set()
    assert holding(small, "2031-12.5") == {
        "events/2031-12/5/index.html",
        "editions/2031-12/index.html",
        "search/names.js",
    }
    hosts = {"_headers", "data/manifest.json", "chronicle.zip"}
    assert holding(small, "obraztsova") == {*beside("people/elena-obraztsova/"), *hosts}
    assert holding(small, "taraz") == {*beside("places/taraz/"), *hosts}
    page = small.page("events/2031-12/5")
    assert '<meta name="robots" content="noindex">' in page
    said_there = read_page(page.encode()).said
    assert "Since 22 November 2026 Reason It was another woman." in said_there


def test_what_went_with_an_event_comes_back_with_it(begun: Desk, small: Desk) -> None:
    small.obey("python build.py withdraw 2031-12.5 --reason …")
    small.builds()
    small.answer(f"event,2031-12.5,live,,{DAY},")
    told = small.builds().err

    assert f"seeds/ledger.csv says now: person,elena-obraztsova,live,,{DAY},\n" in told
    assert small.records() == begun.records()
    assert small.records("people") == begun.records("people")


def test_a_label_is_never_given_again(small: Desk) -> None:
    """Not where the entry is taken out of the digest, and not where the words come back later."""
    small.obey("python build.py withdraw 2031-12.5 --reason …")
    entry = small.entries("2031-12")[4]
    small.edit("2031-12.txt", (f"{entry}\n\n", ""), ("centre[4].\n\n[1]", f"centre[4].{LATER}"))
    small.builds()

    assert list(small.records()) == [f"2031-12.{n}" for n in (1, 2, 3, 4, 6)]
    small.edit("2031-12.txt", ("on it.\n", f"on it.\n\n{entry}\n"))
    small.builds()
    assert list(small.records()) == [f"2031-12.{n}" for n in (1, 2, 3, 4, 6)]


def test_a_merged_event_leads_to_the_other_and_its_entry_is_not_told_again(small: Desk) -> None:
    small.run("merge", "2031-12.4", "--into", "2031-12.1", "--reason", "One arrest.")
    asked = small.refused()
    assert small.obey(asked.partition("If it should go: ")[2].strip()).status == 0
    small.builds()

    assert list(small.records()) == [f"2031-12.{n}" for n in (1, 2, 3, 5)]
    page = small.page("events/2031-12/4")
    assert '<meta http-equiv="refresh" content="0; url=../../../events/2031-12/1/index.html">' in page
    assert small.site()["_redirects"].decode().split() == ["/events/2031-12/4/", "/events/2031-12/1/", "301"]
    assert "hunger strike" not in page


def test_a_redacted_event_shows_nothing(small: Desk) -> None:
    small.run("redact", "2031-12.5", "--reason", "By order of a court.")
    small.builds()

    assert holding(small, "filmed", "Obraztsova") == set()
    assert "What stood here is not shown any more." in small.page("events/2031-12/5")


def test_a_person_is_renamed_and_nothing_old_is_left(small: Desk, tmp_path: Path) -> None:
    """Everything is built anew each time: another folder gets the very same files."""
    small.run("rename", "person", "marat-testov", "m-testov")
    small.builds()

    assert set(small.records("people")) == {
        "m-testov",
        "aigul-probova",
        "sergey-primerov",
        "elena-obraztsova",
    }
    assert [page.heading for page in answered(small.site(), "people/marat-testov/index.html")] == [
        "Marat Testov"
    ]
    fresh = Desk(tmp_path)
    fresh.out = tmp_path / "elsewhere"
    fresh.builds()
    assert fresh.site() == small.site()


def test_two_people_are_one_only_where_people_yaml_says_so(small: Desk) -> None:
    small.run("merge", "person", "aigul-probova", "--into", "elena-obraztsova", "--reason", "One woman.")
    asked = small.refused()

    entry = re.search(r"    they are one: (- .*)", asked)
    assert entry
    small.write("people.yaml", f"{entry[1]}\n")
    small.builds()
    assert set(small.records("people")) == {"marat-testov", "sergey-primerov", "elena-obraztsova"}
    pages = answered(small.site(), "people/aigul-probova/index.html")
    assert [page.heading for page in pages] == ["Elena Obraztsova"]


def test_a_name_is_withheld_and_shown_again(begun: Desk, small: Desk) -> None:
    small.run("redact", "person", "elena-obraztsova", "--reason", "request")
    small.builds()
    assert holding(small, "Obraztsova", "obraztsova") == set()
    assert small.state("person", "elena-obraztsova")[0] == "redacted"

    small.path("people.yaml").unlink()
    small.builds()
    assert small.records("people") == begun.records("people")


def test_an_event_is_divided_by_a_line_of_the_ledger(small: Desk) -> None:
    whole = small.entries("2031-12")[0]
    more = "On the same day his flat was searched, and the police took two telephones and a computer away."
    small.edit("2031-12.txt", (whole, f"{whole} {more}"))
    small.answer(answers(small.refused())["2031-12.1 is entry 1"])
    small.builds()
    small.edit("2031-12.txt", (f" {more}", f"\n\nDecember 1, Almaty. {more}"))
    small.answer(f"event,2031-12.1,divided,2031-12.6 2031-12.7,{DAY},Two matters.")
    small.builds()

    assert small.state("event", "2031-12.1")[:2] == ["divided", "2031-12.6 2031-12.7"]


# ---------------------------------------------------------------- a lost ledger, two editors


def test_a_lost_ledger_is_made_anew_from_the_site(small: Desk) -> None:
    """Ids and what became of them are the same; what is not shown is still known by its words."""
    small.obey("python build.py withdraw 2031-12.5 --reason …")
    small.run("merge", "2031-12.4", "--into", "2031-12.1")
    small.obey("python build.py withdraw topic prison --reason …")
    small.builds()
    site, ledger, memory = small.site(), small.read("ledger.csv"), small.read("published/2031-12.jsonl")
    small.path("ledger.csv").unlink()

    assert small.refused() == (
        f"seeds/ledger.csv: is missing, and {small.out} was built with it: python build.py ledger --from {small.out} "
        "makes it anew; a new chronicle needs another --out\n"
    )
    assert small.run("ledger", "--from", str(small.out)).status == 0
    undated = re.sub(r",live,,[0-9-]+,", ",live,,,", ledger)
    assert small.read("ledger.csv") == undated
    small.builds()
    assert small.site() == site
    assert small.read("published/2031-12.jsonl") == memory
    assert re.sub(r",live,,[0-9-]+,", ",live,,,", small.read("ledger.csv")) == undated


def test_with_the_memory_lost_too_each_entry_of_a_withdrawn_event_is_asked_about(small: Desk) -> None:
    small.obey("python build.py withdraw 2031-12.5 --reason …")
    small.builds()
    small.path("ledger.csv").unlink()
    shutil.rmtree(small.seeds / "published")
    small.run("ledger", "--from", str(small.out))

    asked = small.refused()
    assert "entry 5 is new, or it is 2031-12.5, which was withdrawn and whose words are not kept." in asked
    small.answer(answers(asked)["it is 2031-12.5"])
    small.builds()
    assert list(small.records()) == [f"2031-12.{n}" for n in (1, 2, 3, 4)]


def test_a_withdrawn_event_whose_line_is_lost_does_not_come_back(small: Desk) -> None:
    small.obey("python build.py withdraw 2031-12.5 --reason …")
    small.builds()
    lines = small.read("ledger.csv").splitlines(keepends=True)
    small.write("ledger.csv", "".join(line for line in lines if "2031-12.5" not in line))
    assert small.refused() == (
        "seeds/ledger.csv: the line of 2031-12.5, which was withdrawn, is missing: put it back\n"
    )

    small.path("ledger.csv").unlink()
    shutil.rmtree(small.out)
    small.out.mkdir()
    assert small.refused() == (
        "seeds/ledger.csv: is missing or empty, and 2031-12.5 was withdrawn: take the file as it was, "
        "or make it anew from a copy of the site: python build.py ledger --from DIR\n"
    )


def test_two_editors_ledgers_and_memories_join_line_by_line(small: Desk, tmp_path: Path) -> None:
    other = copied(small, tmp_path / "other")
    small.run("withdraw", "2031-12.5", "--reason", "It was another woman.")
    other.run("rename", "person", "marat-testov", "m-testov")
    for desk in (small, other):
        desk.builds()
    for name in ("ledger.csv", "published/2031-12.jsonl"):
        mine, theirs = small.read(name).splitlines(), other.read(name).splitlines()
        small.write(name, "\n".join([*mine, *(line for line in theirs if line not in mine), ""]))
    said = small.run("build")

    assert (said.status, said.err.count("stands in line")) == (2, said.err.count("\n"))
    lines = small.read("published/2031-12.jsonl").splitlines()
    small.write("published/2031-12.jsonl", "\n".join(lines[:5]) + "\n")
    small.builds()
    assert small.state("event", "2031-12.5")[0] == "withdrawn"
    assert small.state("person", "marat-testov")[:2] == ["moved", "m-testov"]


# ---------------------------------------------------------------- corrections, copies, changes


def test_corrections_keep_the_label_and_stop_the_build_where_they_do_not_fit(
    begun: Desk, small: Desk
) -> None:
    rows = [
        "{entry: 2, field: date, printed: December 2, meant: 2031-12-03",
        "{entry: 3, field: place, printed: Oral, meant: aktobe",
        "{entry: 5, field: person, printed: Elena Obraztsova, meant: Yelena Obraztsova",
    ]
    text = "corrections:\n" + "".join(f"- {row}, reason: so it was, date: {DAY}}}\n" for row in rows)
    small.write("2031-12.yaml", text)
    small.obey("python build.py withdraw place west-kazakhstan-region --reason …")
    small.obey("python build.py withdraw place oral --reason …")
    command = re.search(r"python build.py rename person elena-obraztsova yelena-obraztsova", small.refused())
    assert command
    small.obey(command[0])
    small.builds()

    assert list(small.records()) == list(begun.records())
    assert small.records()["2031-12.2"]["date"] == "2031-12-03"
    assert "yelena-obraztsova" in small.records("people")
    small.write("2031-12.yaml", text.replace("printed: Oral", "printed: Orel"))
    assert "a correction speaks of 'Orel', which entry 3 does not print" in small.refused()


def test_what_a_digest_prints_otherwise_is_told_once_and_stays_on_record(small: Desk) -> None:
    small.edit("2031-12.txt", ("15 days", "16 days"))
    told = "2031-12.1: the digest prints it otherwise: “was arrested for 15 days.” → “was arrested for 16 days.”\n"
    assert told in small.run("check").err
    assert [line for line in small.builds().err.splitlines(keepends=True) if "otherwise" in line] == [told]
    assert "otherwise" not in small.builds().err

    small.edit("2031-12.txt", ("16 days", "15 days"))
    small.builds()
    record = small.records()["2031-12.1"]["corrections"]
    assert isinstance(record, list)
    assert [(one["printed"][-8:], one["meant"][-8:]) for one in record] == [
        ("15 days.", "16 days."),
        ("16 days.", "15 days."),
    ]


def test_names_that_change_places_are_asked_about(small: Desk) -> None:
    """Two entries whose people an enemy has swapped: neither address leads to what is told of the other man."""
    small.edit(
        "2031-12.txt", ("Sergey Primerov", "@"), ("Aigul Probova", "Sergey Primerov"), ("@", "Aigul Probova")
    )

    asked = small.refused()
    assert "'Aigul Probova' is not named in it" in asked
    assert "'Sergey Primerov' is not named in it" in asked


def test_a_copy_is_verified_and_sources_without_a_copy_are_listed(small: Desk, tmp_path: Path) -> None:
    archive = tmp_path / "copy.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for path, data in small.site().items():
            packed.writestr(path, data)
    for copy in (small.out, archive):
        said = small.run("verify", str(copy))
        assert (said.status, said.out.startswith(f"{copy}: complete and unaltered: ")) == (0, True)
    listed = small.run("check", "--unarchived")
    assert (listed.status, listed.out.count("https://news.example/")) >= (0, 5)


def test_no_line_of_the_ledger_goes_unnoticed(small: Desk) -> None:
    """Each in turn, whatever it is about."""
    header, *lines = small.read("ledger.csv").splitlines()
    for n, gone in enumerate(lines):
        kind, id_, *_ = gone.split(",")
        small.path("ledger.csv").write_text(
            "\n".join((header, *lines[:n], *lines[n + 1 :], "")), encoding="utf-8"
        )

        assert small.refused() == (
            f"seeds/ledger.csv: {kind} '{id_}' was published, and its line is missing: put it back: {kind},{id_},live,,,\n"
        )
    small.path("ledger.csv").write_text(f"{header}\n{lines[0]}\n", encoding="utf-8")
    assert small.refused().endswith(
        f"seeds/ledger.csv: {len(lines) - 6} more lines are missing: was a part of the file lost?\n"
    )


def test_a_person_who_is_not_there_cannot_be_withheld(small: Desk) -> None:
    said = small.run("redact", "person", "marat-testof", "--reason", "request")

    assert (said.status, said.err) == (
        2,
        "there is no person 'marat-testof' on the site: did you mean marat-testov?\n",
    )
