"""Cases: the events that an editor listed, what is proposed beside them, and what an editor must mend."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from chronicle.cases import Cases, read_cases
from chronicle.catalogue import read_catalogue
from chronicle.findings import ChronicleError, report
from chronicle.model import Case, Ledger, LedgerLine
from chronicle.past import Past
from chronicle.proposals import MOST
from chronicle.reading import Reading, read
from chronicle.seeds import Options
from chronicle.strictyaml import load
from tests.seeding import SITE, STATUTES, make_seeds

DIGEST = """December 1, Aksay, Marlen Sadykov, Article 405, Part 2 of the Criminal Code, was detained[1].

December 2, Berik, a rally was held. Judge Elena Kasova fined Marlen Sadykov 500 crowns[2].

December 3, Aksay, workers of the oil–field struck. The strikers asked for wages[3].

December 4, Berik, Aigul Doeva, 12, was asked about the strike[4].

December 5, Aksay, Askar Noneov was released[5].
"""
CASE = """- id: the-trial
  title: The trial
  about: What it is about.
"""
NOTHING = Past(ledger=Ledger(), remembered=(), manifest=None)


def reading(cases: str, *lines: LedgerLine, digest: str = DIGEST, **authority: str) -> Reading:
    """Return what *cases* become, after *lines* were written into the ledger."""
    seeds = make_seeds({"2022-12": digest}, None, SITE, cases=cases, **authority)
    return read(
        seeds,
        read_catalogue(seeds),
        Past(ledger=Ledger(lines), remembered=(), manifest=None) if lines else NOTHING,
        Options(),
    )


def one(**keys: str) -> str:
    """Return a case with more *keys*; 'without' stands for 'not'."""
    return CASE + "".join(f"  {'not' if key == 'without' else key}: {said}\n" for key, said in keys.items())


def made(found: Reading) -> list[tuple[str, tuple[str, ...], list[str]]]:
    """Return id, people and events of every case."""
    return [(case.id, case.people, [event.id for event in case.events]) for case in found.chronicle.cases]


def pasted(found: Reading) -> list[str]:
    """Return the lines to paste, where to paste them left out."""
    return [
        line for told in found.chronicle.findings if told.code == "case-events" for line in told.paste[1:]
    ]


def asked(found: Reading) -> list[str]:
    """Return what must be mended, without where."""
    return [sentence.removeprefix("seeds/authority/cases.yaml:") for sentence in found.questions]


# ---------------------------------------------------------------- events and people


def test_a_case_holds_the_events_listed_in_order_of_the_digest_and_no_others() -> None:
    found = reading(one(people="[Marlen Sadykov]", events="[2022-12.3, 2022-12.1]"))

    assert made(found) == [("the-trial", ("marlen-sadykov",), ["2022-12.1", "2022-12.3"])]
    assert found.questions == ()


def test_the_words_of_a_case_are_the_editors() -> None:
    cases = "- {id: a, title: 'A  title', about: 'One.', events: [2022-12.1]}\n"
    (case,) = reading(cases).chronicle.cases

    assert (case.id, case.title, case.about, case.people) == ("a", "A title", "One.", ())


def test_cases_stay_in_the_editors_order_and_may_share_events() -> None:
    cases = "- {id: b, title: B, about: b, events: [2022-12.1]}\n- {id: a, title: A, about: a, events: [2022-12.1]}\n"

    assert [case.id for case in reading(cases).chronicle.cases] == ["b", "a"]


def test_without_a_file_or_with_an_empty_one_there_is_no_case() -> None:
    assert read_catalogue(make_seeds()).authority.cases == ()
    assert reading("[]").chronicle.cases == ()
    authority = read_catalogue(make_seeds()).authority
    assert read_cases(None, authority, reading("[]").chronicle, Ledger()) == Cases()


@pytest.mark.parametrize(
    "form",
    ["marlen-sadykov", "Marlen Sadykov", "SADYKOV Marlen", "M. Sadykov", "old-sadykov"],
)
def test_a_person_is_meant_by_id_by_name_by_spelling_or_by_an_earlier_id(form: str) -> None:
    lines = (
        LedgerLine(kind="person", id="old-sadykov", state="moved", to=("marlen-sadykov",)),
        LedgerLine(kind="person", id="marlen-sadykov"),
    )
    people = "- {name: Marlen Sadykov, spellings: [M. Sadykov]}\n"
    found = reading(one(people=f"[{form}, Marlen Sadykov]", events="[2022-12.1]"), *lines, people=people)

    assert made(found)[0][1] == ("marlen-sadykov",)
    assert [line for line in asked(found) if "people" in line] == []


def test_whoever_has_no_page_is_dropped_from_the_people_and_the_events_stay() -> None:
    """A child, somebody whose name is withheld, somebody known by file alone."""
    people = "- {name: Marlen Sadykov, withhold: yes, reason: request, date: 2026-01-01}\n- {name: Zoe Unnamed, id: zoe}\n"
    cases = one(people="[Marlen Sadykov, Aigul Doeva, Zoe Unnamed, zoe]", events="[2022-12.1, 2022-12.4]")
    found = reading(cases, people=people)

    assert made(found) == [("the-trial", (), ["2022-12.1", "2022-12.4"])]
    assert found.questions == ()


# ---------------------------------------------------------------- proposals


def test_what_names_a_person_or_has_a_word_is_proposed_likeliest_first() -> None:
    words = "[strik*, 'OIL-field', rally]"
    cases = one(people="[Marlen Sadykov]", words=words, provisions="[cc/405, cao]", events="[2022-12.5]")

    assert pasted(reading(cases)) == [
        "- 2022-12.2 # 2 December 2022, Berik: Marlen Sadykov: names Marlen Sadykov, has rally",
        "- 2022-12.1 # 1 December 2022, Aksay: Marlen Sadykov. Cites Article 405 of the Criminal Code: names Marlen Sadykov, cites cc/405",
        '- 2022-12.3 # 3 December 2022, Aksay (entry 3): has "strik*", has OIL-field',
        '- 2022-12.4 # 4 December 2022, Berik: a child: has "strik*"',
    ]


@pytest.mark.parametrize(
    ("word", "events"),
    [
        ("strike", ["2022-12.4"]),
        ("asked  about", ["2022-12.4"]),
        ("field struck", ["2022-12.3"]),
        ("oil-f* str*", ["2022-12.3"]),
        ("eld", []),
        ("Doeva", []),
    ],
)
def test_a_word_is_found_whole_and_no_name_of_a_child(word: str, events: list[str]) -> None:
    found = reading(one(words=f"[{word}]", events="[2022-12.5]"))

    assert [line.split()[1] for line in pasted(found)] == events


def test_a_provision_alone_proposes_nothing() -> None:
    assert pasted(reading(one(provisions="[cc/405]", events="[2022-12.5]"))) == []


def test_what_is_settled_is_not_proposed_again() -> None:
    cases = one(people="[Marlen Sadykov]", events="[2022-12.1]", without="[2022-12.2]")
    found = reading(cases)

    assert pasted(found) == []
    assert made(found)[0][2] == ["2022-12.1"]


def test_proposals_are_told_in_a_group_of_their_own_with_lines_that_can_be_pasted() -> None:
    cases = one(people="[Marlen Sadykov]", events="[2022-12.1]")
    findings = [one for one in reading(cases).chronicle.findings if one.code.startswith("case")]

    told = "\n".join(report(findings, lambda _: "", dt.date(2023, 1, 1)))

    assert told == (
        "Cases (1)\n\n"
        "case-events: Events that name a case's people or have its words. 'events' or 'not' settles each.\n"
        "cases.yaml:1:1: case-events: case 'the-trial': 1 event may belong to it\n"
        "    in seeds/authority/cases.yaml, case 'the-trial', those that belong to it under 'events', the others under 'not':\n"
        "        - 2022-12.2 # 2 December 2022, Berik: Marlen Sadykov: names Marlen Sadykov"
    )
    assert load(f"events:\n{pasted(reading(cases))[0]}\n").value == {"events": ["2022-12.2"]}


def test_a_case_without_events_has_no_page_and_its_proposals_are_told() -> None:
    found = reading(one(people="[Marlen Sadykov]"))

    assert made(found) == []
    assert [line.split()[1] for line in pasted(found)] == ["2022-12.1", "2022-12.2"]
    assert [
        (told.code, told.message, told.line)
        for told in found.chronicle.findings
        if told.code.startswith("case")
    ] == [
        ("case-events", "case 'the-trial': 2 events may belong to it", 1),
        ("case-without-events", "case 'the-trial': it has no events yet, and no page", 1),
    ]


def test_of_very_many_proposals_the_first_are_told() -> None:
    days = "\n\n".join(f"December {n % 30 + 1}, Aksay, a picket {n}[{n}]." for n in range(1, MOST + 4))
    found = reading(one(words="[picket]"), digest=days)

    assert len(pasted(found)) == MOST + 1
    assert pasted(found)[-1] == "# and 3 more: rarer words would tell them apart"


# ---------------------------------------------------------------- what must be mended

MISTAKES: dict[str, tuple[dict[str, str], str]] = {
    "a person nobody names": (
        {"people": "[Marlen Sadikov]", "events": "[2022-12.1]"},
        "4: 1.people.1: nobody is named 'Marlen Sadikov': did you mean Marlen Sadykov?",
    ),
    "a person like nobody": (
        {"people": "[Xyz]", "events": "[2022-12.1]"},
        "4: 1.people.1: nobody is named 'Xyz': write the name as it stands on a page, or in people.yaml",
    ),
    "an event that is not there": (
        {"events": "[2022-12.1, 2022-12.9]"},
        "4: 1.events.2: there is no event 2022-12.9: did you mean 2022-12.1 or 2022-12.2?",
    ),
    "an event of no digest that is taken out again": (
        {"events": "[2022-12.1]", "without": "[1999-01.44]"},
        "5: 1.not.1: there is no event 1999-01.44: mend its number, or take it out",
    ),
    "a provision that nobody cites": (
        {"provisions": "[cc/406]", "events": "[2022-12.1]"},
        "4: 1.provisions.1: no event cites cc/406, and statutes.yaml does not list it: did you mean cc/405?",
    ),
    "a code that nobody knows": (
        {"provisions": "[xxxx]", "events": "[2022-12.1]"},
        "4: 1.provisions.1: no event cites xxxx, and statutes.yaml does not list it: mend it, or take it out",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("keys", "sentence"), MISTAKES.values(), ids=MISTAKES)
def test_what_does_not_fit_is_asked_about(keys: dict[str, str], sentence: str) -> None:
    assert asked(reading(one(**keys))) == [sentence]


def test_two_people_of_one_name_are_told_apart_by_id() -> None:
    seeds = make_seeds({"2022-12": DIGEST}, cases=one(people="[Marlen Sadykov, other]", events="[2022-12.1]"))
    catalogue = read_catalogue(seeds)
    chronicle = read(seeds, catalogue, NOTHING, Options()).chronicle
    marlen = next(person for person in chronicle.people if person.id == "marlen-sadykov")
    two = replace(chronicle, people=(*chronicle.people, replace(marlen, id="other")))

    found = read_cases(seeds.authority["cases"], catalogue.authority, two, Ledger())

    assert found.questions == (
        "seeds/authority/cases.yaml:4: 1.people.1: 'Marlen Sadykov' is the name of 2 people: write the id of the one that is meant: marlen-sadykov or other",
    )
    assert found.cases[0].people == ("other",)


STATES: dict[str, tuple[dict[str, Any], str]] = {
    "merged": (
        {"to": ("2022-12.1",)},
        "4: 1.events.2: 2022-12.2 was merged into 2022-12.1: write 2022-12.1 in its place",
    ),
    "divided": (
        {"to": ("2022-12.1", "2022-12.3")},
        "4: 1.events.2: 2022-12.2 was divided into 2022-12.1 and 2022-12.3: write 2022-12.1, 2022-12.3 in its place",
    ),
    "withdrawn": (
        {"reason": "so"},
        "4: 1.events.2: 2022-12.2 was withdrawn, and is shown no more: take it out of 'events'",
    ),
    "redacted": ({}, "4: 1.events.2: 2022-12.2 was redacted, and is shown no more: take it out of 'events'"),
}


@pytest.mark.parametrize("state", STATES)
def test_an_event_that_shows_its_own_no_more_is_asked_about_where_it_is_listed(state: str) -> None:
    more, sentence = STATES[state]
    lines = (
        *(LedgerLine(kind="event", id=f"2022-12.{n}") for n in (1, 3, 4, 5)),
        LedgerLine(kind="event", id="2022-12.2", state=state, **more),
    )
    listed, left = (
        read_some(f"- {{id: a, title: A, about: a, {keys}}}\n", lines)
        for keys in ("events: [2022-12.5, 2022-12.2]", "events: [2022-12.5], not: [2022-12.2]")
    )

    assert listed == [sentence.replace("4:", "1:", 1)]
    assert left == []


def read_some(cases: str, lines: tuple[LedgerLine, ...]) -> list[str]:
    """Return what is asked about *cases* alone, after *lines*."""
    seeds = make_seeds({"2022-12": DIGEST}, cases=cases)
    catalogue = read_catalogue(seeds)
    chronicle = read(seeds, catalogue, NOTHING, Options()).chronicle
    gone = {line.id for line in lines if line.state != "live"}
    edition = chronicle.editions[0]
    kept = replace(edition, events=tuple(event for event in edition.events if event.id not in gone))
    file = seeds.authority["cases"]
    found = read_cases(file, catalogue.authority, replace(chronicle, editions=(kept,)), Ledger(lines))
    return [sentence.removeprefix("seeds/authority/cases.yaml:") for sentence in found.questions]


def test_that_what_was_published_is_gone_is_asked_elsewhere() -> None:
    lines = (
        LedgerLine(kind="event", id="2022-12.9"),
        LedgerLine(kind="event", id="2022-11.2", state="moved", to=("2022-12.9",)),
        LedgerLine(kind="person", id="ada-noname"),
    )
    cases = one(people="[Ada Noname]", events="[2022-12.9, 2022-11.2]")
    seeds = make_seeds({"2022-12": DIGEST}, cases=cases)
    catalogue = read_catalogue(seeds)
    chronicle = read(seeds, catalogue, NOTHING, Options()).chronicle

    found = read_cases(seeds.authority["cases"], catalogue.authority, chronicle, Ledger(lines))

    assert found == Cases()


def test_an_event_that_moved_with_its_digest_is_followed() -> None:
    seeds = make_seeds(
        {"2022-12": DIGEST}, cases="- {id: a, title: A, about: a, events: [2022-11.2], not: [2022-11.3]}\n"
    )
    catalogue = read_catalogue(seeds)
    chronicle = read(seeds, catalogue, NOTHING, Options()).chronicle
    lines = tuple(
        LedgerLine(kind="event", id=f"2022-11.{n}", state="moved", to=(f"2022-12.{n}",)) for n in (2, 3)
    )

    found = read_cases(seeds.authority["cases"], catalogue.authority, chronicle, Ledger(lines))

    assert found.questions == ()
    assert [event.id for case in found.cases for event in case.events] == ["2022-12.2"]


@pytest.mark.parametrize("key", ["id", "title", "about", "words"])
@pytest.mark.parametrize("who", ["withheld", "child"])
def test_no_case_tells_a_name_that_stands_in_no_list(key: str, who: str) -> None:
    name = {"withheld": "Marlen Sadykov", "child": "Aigul Doeva"}[who]
    people = "- {name: Marlen Sadykov, withhold: yes, reason: request, date: 2026-01-01}\n"
    said = {"id": "the-trial", "title": "A", "about": "a", "words": ""}
    said[key] = f"case-of-{'-'.join(name.lower().split())}" if key == "id" else f"the case of {name}"
    words = f", words: [{said['words']}]" if said["words"] else ""
    cases = f"- {{id: {said['id']}, title: {said['title']}, about: {said['about']}{words}, events: [2022-12.1]}}\n"

    (sentence,) = asked(reading(cases, people=people))

    place = "words.1" if key == "words" else key
    assert (
        sentence
        == f"1: 1.{place}: holds the name of somebody who stands in no list: write it without the name"
    )


WRONG = {
    "an id twice": (
        "- {id: a, title: A, about: a}\n- {id: a, title: B, about: b}\n",
        "2: 2.id: the id 'a' is taken by entry 1",
    ),
    "an event twice": (
        "- {id: a, title: A, about: a, events: [2022-12.1, 2022-12.1]}\n",
        "1: 1.events.2: 2022-12.1 stands above already, under 'events' or 'not': keep one of them",
    ),
    "an event that belongs and does not": (
        "- {id: a, title: A, about: a, events: [2022-12.1], not: [2022-12.1]}\n",
        "1: 1.not.1: 2022-12.1 stands above already, under 'events' or 'not': keep one of them",
    ),
    "a word without letters": (
        "- {id: a, title: A, about: a, words: ['*']}\n",
        "1: 1.words.1: '*' has no letter: write words that the digests print",
    ),
    "no words": ("- {id: a, title: A}\n", "1: 1.about: is missing"),
    "an unknown key": ("- {id: a, title: A, about: a, event: []}\n", "1: 1.event: is no key that is known here"),
    "an id that is none": ("- {id: The Case, title: A, about: a}\n", "1: 1.id: String should match pattern"),
    "an id that is too long": (f"- {{id: {'a' * 65}, title: A, about: a}}\n", "1: 1.id: is too long"),
    "no event's id": ("- {id: a, title: A, about: a, events: [12]}\n", "1: 1.events.1: String should match pattern"),
    "no statute's id": (
        "- {id: a, title: A, about: a, provisions: [CC 405]}\n",
        "1: 1.provisions.1: String should match pattern",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("cases", "sentence"), WRONG.values(), ids=WRONG)
def test_mistakes_of_the_file(cases: str, sentence: str) -> None:
    """One sentence: file, line, key, what."""
    with pytest.raises(ChronicleError) as raised:
        read_catalogue(make_seeds(cases=cases))

    (told,) = str(raised.value).split("\n")
    assert told.startswith(f"seeds/authority/cases.yaml:{sentence}")


def test_a_listed_article_that_nobody_cites_is_known() -> None:
    statutes = STATUTES.replace('"405": {', '"406": {}\n    "405": {')
    assert asked(reading(one(provisions="[cc/406, cc]", events="[2022-12.1]"), statutes=statutes)) == []


def test_a_record_of_a_case_is_made_of_ids() -> None:
    (case,) = reading(one(people="[Marlen Sadykov]", events="[2022-12.1]")).chronicle.cases

    assert case == Case(
        id="the-trial",
        title="The trial",
        about="What it is about.",
        people=("marlen-sadykov",),
        events=case.events,
    )
