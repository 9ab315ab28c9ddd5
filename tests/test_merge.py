"""Who is who across events and editions."""

from __future__ import annotations

from chronicle.model import Chronicle
from chronicle.site import chronicle_of
from tests.seeding import PLACES, SITE, make_seeds


def merged(*digests: str, **authority: str) -> Chronicle:
    """Return the chronicle of *digests*, one a month."""
    named = {f"2022-{n:02}": text for n, text in enumerate(digests, start=1)}
    return chronicle_of(make_seeds(named, None, SITE, **authority))


def people(chronicle: Chronicle) -> dict[str, list[str]]:
    """Return the events of every person with a page."""
    return {p.id: [event.id for event, _ in p.appearances] for p in chronicle.people}


def test_the_same_full_name_is_one_person() -> None:
    """Word for word, in any order, across editions."""
    chronicle = merged(
        "January 1, Aksay, Sadykov Marlen was detained.", "February 1, Aksay, Marlen Sadykov was released."
    )

    assert people(chronicle) == {"marlen-sadykov": ["2022-01.1", "2022-02.1"]}


def test_initials_join_nobody() -> None:
    """'Sadykov M.' of two months has no page, and no person in common."""
    chronicle = merged(
        "January 1, Aksay, Sadykov M. was detained.", "February 1, Aksay, Sadykov M. was released."
    )

    assert people(chronicle) == {}
    assert [p.canonical for e in chronicle.events for p in e.people] == ["M. Sadykov", "M. Sadykov"]


def test_two_spellings_are_a_finding_not_one_person() -> None:
    """What folds alike is suggested to the editor, with the lines to write."""
    chronicle = merged(
        "January 1, Aksay, Marlen Kasenov was detained.", "February 1, Aksay, Marlen Kassenov was released."
    )

    assert list(people(chronicle)) == ["marlen-kasenov", "marlen-kassenov"]
    assert [(f.message, f.paste) for f in chronicle.findings if f.code == "two-spellings"] == [
        (
            "'Marlen Kasenov' and 'Marlen Kassenov' may be one person",
            (
                "in seeds/authority/people.yaml",
                (
                    "- {name: Marlen Kasenov, spellings: [Marlen Kassenov], "
                    "why: One name spelt in two ways in 2022-01.1 and 2022-02.1.}"
                ),
            ),
        )
    ]


def test_two_different_people_stay_two() -> None:
    """A surname in common, and names that only begin alike, are no reason."""
    chronicle = merged("January 1, Aksay, Marlen Sadykov and Askar Sadykov were detained.")

    assert list(people(chronicle)) == ["askar-sadykov", "marlen-sadykov"]
    assert [f.code for f in chronicle.findings if f.code == "two-spellings"] == []


def test_the_editor_joins_spellings() -> None:
    """people.yaml makes one person of two spellings, under the name it gives."""
    chronicle = merged(
        "January 1, Aksay, Sadykov M. was detained.",
        "February 1, Aksay, Marlen Sadykov was released.",
        people="- {name: Marlen Sadykov, spellings: [Sadykov M.], why: one case}\n",
    )

    assert people(chronicle) == {"marlen-sadykov": ["2022-01.1", "2022-02.1"]}
    assert chronicle.people[0].note == "one case"


def test_the_editor_joins_in_one_event_only() -> None:
    """A join holds where it is said to hold, and nowhere else."""
    chronicle = merged(
        "January 1, Aksay, Sadykov M. was detained.",
        "February 1, Aksay, Sadykov M. was released.",
        people="- {name: Marlen Sadykov, joins: [{event: 2022-02.1, printed: Sadykov M.}], why: one case}\n",
    )

    assert people(chronicle) == {"marlen-sadykov": ["2022-02.1"]}


def test_two_forms_in_one_event_become_one() -> None:
    """Spellings that the editor joined are one participant where both stand in one event."""
    chronicle = merged(
        "January 1, Aksay, Marlen Sadykov was detained. Later Askar Kasov was released.",
        people="- {name: Marlen Sadykov, spellings: [Askar Kasov], why: an alias}\n",
    )

    assert [p.printed for p in chronicle.events[0].people] == [("Marlen Sadykov", "Askar Kasov")]


def test_a_form_that_means_two_people_is_joined_to_neither() -> None:
    """Two entries of people.yaml that both fit are a finding."""
    chronicle = merged(
        "January 1, Aksay, Marlen Sadykov was detained. M. Sadykov is ill.",
        people="- {name: Marlen Sadykov}\n- {name: Marat Sadykov, spellings: [M. Sadykov]}\n",
    )

    assert people(chronicle) == {}
    assert [f.code for f in chronicle.findings] == ["two-people"]


def test_a_child_has_no_page() -> None:
    """An age under 18 beside the name keeps a person out of the index, in every event."""
    chronicle = merged(
        "January 1, Aksay, 17-year-old Marlen Sadykov was detained.",
        "February 1, Aksay, Marlen Sadykov was released.",
    )

    assert people(chronicle) == {}
    assert "Sadykov" not in chronicle.events[0].title


def test_a_child_has_a_page_when_the_editor_says_so() -> None:
    """'index: yes' with a reason gives the page."""
    chronicle = merged(
        "January 1, Aksay, 17-year-old Marlen Sadykov was detained.",
        people="- {name: Marlen Sadykov, index: yes, why: the family asks for it}\n",
    )

    assert list(people(chronicle)) == ["marlen-sadykov"]


def test_ids_do_not_collide() -> None:
    """Two names with one Latin form get two ids; a name of no letters gets one too."""
    chronicle = merged(
        "January 1, Aksay, Judge Élena Kasova spoke.", "February 1, Aksay, Judge Elena Kasova spoke."
    )

    assert sorted(people(chronicle)) == ["elena-kasova", "elena-kasova-2"]


def test_titles() -> None:
    """A title says when, where, who, what is cited; it accuses nobody."""
    chronicle = merged(
        "January 1, Aksay, Sadykov Marlen, Articles 405 and 174 of the Criminal Code.\n\n"
        "January 2, something happened.\n\n"
        "January 3, Berik, police detained Marlen Sadykov, Askar Kasov, Elena Kasova and Aigul Kasova.",
    )

    assert [event.title for event in chronicle.events] == [
        "1 January 2022, Aksay: Marlen Sadykov. Cites Articles 405 and 174 of the Criminal Code",
        "2 January 2022 (entry 2)",
        "3 January 2022, Berik: Marlen Sadykov, Askar Kasov and 2 more people",
    ]


def test_places_lie_in_places() -> None:
    """A region has its own events, and those of what lies in it."""
    chronicle = merged(
        "January 1, Aksay, x.\n\nJanuary 2, North region, y.\n\nJanuary 3, the village of Koksu, North region, z."
    )
    places = {p.id: p for p in chronicle.places}

    assert (
        [e.id for e in places["north-region"].events],
        [e.id for e in places["north-region"].inside],
    ) == (["2022-01.2", "2022-01.3"], ["2022-01.1"])
    assert places["aksay"].within == ("north-region", "freedonia")


def test_a_place_that_is_not_listed() -> None:
    """A village read from its form alone has a page that says so."""
    chronicle = merged("January 1, the village of Koksu, North region, x.", places=PLACES)

    assert [(p.name, p.listed) for p in chronicle.places if not p.listed] == [("Koksu", False)]


def test_articles_in_order_of_number() -> None:
    """Article 73 stands before 405, and 405-1 after 405."""
    chronicle = merged("January 1, Aksay, Articles 405-1, 405 and 73 of the Criminal Code.")

    assert [a.number for a in chronicle.codes[0].articles] == ["73", "405", "405-1"]
