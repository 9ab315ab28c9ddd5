"""Withheld names and passages are taken out of the texts themselves, and out of everything read from them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import example, given, strategies as st

from chronicle.authority import Authority, KnownPerson, KnownPlace, Names, Redaction, Words
from chronicle.findings import ChronicleError
from chronicle.model import (
    Copy,
    Correction,
    Edition,
    Event,
    LeftOut,
    NameMention,
    Note,
    Participant,
    PersonName,
    Sanction,
    Source,
    Span,
)
from chronicle.withholding import Withheld, withheld
from chronicle.withholding.words import key, lookup
from tests.factories import (
    TEXT,
    at,
    make_edition,
    make_event,
    make_finding,
    make_note,
    make_person,
    make_place,
    make_provision,
    make_sanction,
)
from tests.scaling import assert_linear

MARK = "[name withheld]"


def known(name: str, **over: Any) -> KnownPerson:
    """Return a person whose name is withheld."""
    fields = {"withhold": "yes", "reason": "request", "date": "2026-01-01"}
    return KnownPerson.model_validate({"name": name, **fields, **over})


def made(*people: KnownPerson) -> Authority:
    """Return an authority file of *people*, with a place named like one of them and a few given names."""
    return Authority(
        people=people,
        places=(KnownPlace(id="berik", name="Berik", kind="city"),),
        names=Names(given=("Marlen", "Askar"), women=("Aigul", "Jane"), patronymic_endings=("ovich", "ovna"), never=("Gulag",)),
        words=Words(country="berik", country_names=("Freeland",)),
    )  # fmt: skip


def shown(
    *events: Event, people: tuple[KnownPerson, ...] = (), redact: tuple[Redaction, ...] = ()
) -> Edition:
    """Return the edition of *events* as it is shown."""
    (edition,) = withheld((make_edition(*events),), made(*people), redact)
    return edition


def text_of(body: str, *people: KnownPerson, printed: tuple[str, ...] = ()) -> str:
    """Return what is shown of *body*, in which the participants *printed* were found."""
    text = f"May 2, {body}"
    event = make_event(text=text, people=tuple(make_person(text, *form.split("|")) for form in printed))
    return shown(event, people=people).events[0].text.removeprefix("May 2, ")


def mention(text: str, words: str, nth: int = 0) -> NameMention:
    """Return the mention that *words* are, where they stand in *text* for the *nth* time."""
    return NameMention(printed=words, at=at(text, words, nth))


DOE = known("Jane Doering", spellings=["Doering J.", "Джейн Дёринг"])

FORMS = {
    "the name": "Jane Doering was fined.",
    "surname first": "Doering Jane was fined.",
    "the surname alone": "Doering was fined.",
    "initials": "J. Doering was fined.",
    "initials behind": "Doering J. was fined.",
    "two initials": "J.K. Doering was fined.",
    "two initials behind, one known": "Doering J. K. was fined.",
    "capitals": "JANE DOERING was fined.",
    "Cyrillic": "Джейн Дёринг was fined.",
    "a line break": "Jane\nDoering was fined.",
    "a soft hyphen": "Jane Doe\u00adring was fined.",
    "underscores": "Jane_Doering was fined.",
    "one word": "JaneDoering was fined.",
}


@pytest.mark.parametrize("body", FORMS.values(), ids=FORMS)
def test_forms(body: str) -> None:
    """Every form that tells the person is replaced by one mark."""
    assert text_of(body, DOE) == f"{MARK} was fined."


LEFT = {
    "the possessive stays": ("Doering’s lawyer", f"{MARK}’s lawyer"),
    "a name that many bear stays": ("Jane came", "Jane came"),
    "another of that given name stays": ("Jane Roe came", "Jane Roe came"),
    "an address is no longer told": ("see https://x.example/doering-fined.", f"see {MARK}"),
    "an address of others is": ("see https://x.example/roe-fined.", "see https://x.example/roe-fined."),
    "titles and words before stay": ("by Mr. Doering, No. Doering", f"by Mr. {MARK}, No. {MARK}"),
}


@pytest.mark.parametrize(("body", "expected"), LEFT.values(), ids=LEFT)
def test_what_is_left(body: str, expected: str) -> None:
    assert text_of(body, DOE) == expected


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Jane Berik", "A rally in Berik."),
        ("Jane Gulag", "The Gulag museum."),
        ("Jane March", "On March 8."),
        ("Jane Link", "The link, a link and no link. Link"),
        ("Jane Roe", "Roe was fined."),
        ("Jane Kim", "Kim said"),
    ],
    ids=["place", "no name", "month", "word", "three letters", "three letters more"],
)
def test_words_that_mean_something_else_stay(name: str, body: str) -> None:
    """A surname that is also a place, a month, or a word of the language tells nobody when it stands alone."""
    assert text_of(body, known(name)) == body


def test_a_surname_that_others_bear_stays_with_them() -> None:
    """Only the full name, the initials and what the reader found tell the person."""
    body = "Doering Jane and Doering Mark spoke. Mark Doering left; J. Doering and M. Doering too."

    assert text_of(body, DOE, printed=("Doering Jane", "Doering Mark")) == (
        f"{MARK} and Doering Mark spoke. Mark Doering left; {MARK} and M. Doering too."
    )


def test_a_form_that_the_reader_found_in_one_event() -> None:
    """There the surname goes wherever it stands; in an event of another bearer it stays."""
    first = "May 2, Doering Jane spoke. “Free Doering!” Jane left."
    second = "May 3, Doering Mark spoke of Doering."
    edition = shown(
        make_event(text=first, people=(make_person(first, "Doering Jane"),)),
        make_event(text=second, label="2", people=(make_person(second, "Doering Mark"),)),
        people=(DOE,),
    )

    assert [event.text for event in edition.events] == [
        f"May 2, {MARK} spoke. “Free {MARK}!” {MARK} left.",
        second,
    ]


def test_patronymics() -> None:
    """A brother of that patronymic is somebody else; three words in any order are the person."""
    person = known("Askar Marlenovich Sadykov")
    body = "Sadykov Askar Marlenovich, Marlen Marlenovich Sadykov and Askar Marlenovich."

    assert text_of(body, person, printed=("Marlen Marlenovich Sadykov",)) == (
        f"{MARK}, Marlen Marlenovich Sadykov and {MARK}."
    )


def test_an_unusual_given_name_tells_too() -> None:
    """One that names.yaml does not list is withheld where it stands alone; the id and a surname told are read."""
    person = known("Doering Zebulon", surname="Doering", id="zeb-doering")

    assert text_of("Zebulon, Zeb Doering and zeb-doering", person) == f"{MARK}, {MARK} and {MARK}"


def test_names_in_chinese_and_in_figures() -> None:
    """A form that holds no letters tells nothing, and does no harm."""
    assert text_of("1 + 1, Jane Doering", known("Jane Doering", spellings=["11"])) == f"1 + 1, {MARK}"


def test_somebody_known_who_is_not_withheld() -> None:
    """Another person of people.yaml keeps the name, and the surname both bear."""
    other = KnownPerson(name="Mark Doering")

    assert text_of("Doering came.", DOE, other) == "Doering came."


def test_nothing_withheld() -> None:
    """The editions are the same."""
    editions = (make_edition(make_event()),)

    assert withheld(editions, made(KnownPerson(name="Jane Doe")), []) is editions
    assert Withheld.of([KnownPerson(name="Jane Doe")], editions, made()) == Withheld()


# ---------------------------------------------------------------- the whole record


def test_a_withheld_person_keeps_the_part_in_the_event() -> None:
    """Role, the words it was read from and every mention stay; name, id and age go."""
    text = "May 2, judge Jane Doering, 17, spoke. Doering left. Sadykov came."
    mentions = (mention(text, "Jane Doering"), mention(text, "Doering", 1))
    person = make_person(
        text, "Jane Doering", mentions=mentions, role="official", role_from=at(text, "judge"), age=17
    )
    event = make_event(text=text, people=(person, make_person(text, "Sadykov")))

    (told,) = shown(event, people=(DOE,)).events

    assert told.text == f"May 2, judge {MARK}, 17, spoke. {MARK} left. Sadykov came."
    first, second = told.people
    assert (first.printed, [m.at for m in first.mentions]) == (
        (MARK,),
        [at(told.text, MARK), at(told.text, MARK, 1)],
    )
    assert (first.name, first.canonical, first.id) == (PersonName(surname=MARK), MARK, None)
    assert (first.role, first.role_from, first.age, first.child) == (
        "official",
        at(told.text, "judge"),
        None,
        True,
    )
    assert [m.at.of(told.text) for m in second.mentions] == ["Sadykov"]


def test_words_of_a_role_that_hold_the_name_are_not_kept() -> None:
    """They would be a mark."""
    text = "May 2, a friend of Jane Doering spoke."
    person = make_person(text, "Jane Doering", role_from=at(text, "friend of Jane"))

    assert shown(make_event(text=text, people=(person,)), people=(DOE,)).events[0].people[0].role_from is None


def test_a_short_form_that_the_reader_joined_to_nobody() -> None:
    """The participant found as 'Doering' is withheld as well."""
    text = "May 2, Doering spoke."
    (event,) = shown(make_event(text=text, people=(make_person(text, "Doering"),)), people=(DOE,)).events

    assert [(p.canonical, p.printed) for p in event.people] == [(MARK, (MARK,))]


def test_an_article_in_an_address_that_is_taken_out() -> None:
    """What stood in it is told no more."""
    text = "May 2, see https://x.example/doering-405."
    event = make_event(text=text, provisions=(make_provision(text, "405", "405"),))

    (told,) = shown(event, people=(DOE,)).events

    assert (told.text, told.provisions) == (f"May 2, see {MARK}", ())


def test_a_name_that_is_also_a_place() -> None:
    """Where no word of it tells anybody, it is taken out where the reader found the person."""
    assert (
        text_of("Berik met him in Berik.", known("Berik"), printed=("Berik",)) == f"{MARK} met him in Berik."
    )


def test_a_longer_name_that_holds_a_withheld_one() -> None:
    """It is known by what is left of it."""
    text = "May 2, Jane Doering Smith spoke."
    person = make_person(text, "Jane Doering Smith", name=PersonName(given="Ann", surname="Smith"))
    (event,) = shown(make_event(text=text, people=(person,)), people=(DOE,)).events

    assert event.people[0].canonical == f"{MARK} Smith"
    assert event.people[0].id is None


def test_every_string_of_the_records() -> None:
    """Titles, findings, corrections, sources, lines left out: none keeps the name, addresses keep their host."""
    text = "May 2, Jane Doering was fined [1][2][3][4][5]."
    correction = Correction(
        field="person", printed="J. Doering", meant="Jane Doering", reason="So Doering says", noticed="Jane Doering", date=dt.date(2026, 1, 2)
    )  # fmt: skip
    finding = make_finding(
        message="'Doering' is odd", excerpt="Jane Doering", paste=("- Doering",), event="2022-12.1"
    )
    clean = Copy(url="https://archive.example/1", date=dt.date(2026, 1, 1))
    event = make_event(
        text=text,
        notes=(
            make_note(text, 1, "https://daily.example/delo-d%C3%B6ringa/x", copy=clean),
            make_note(text, 2, "https://daily.example/1", copy=Copy(url="https://archive.example/doering", date=clean.date)),
            make_note(text, 3, "https://jane-doering.example/1", outlet="jane-doering.example"),
            make_note(text, 4, "https://[doering/"),
            make_note(text, 5),
        ),
        people=(make_person(text, "Jane Doering"),),
        corrections=(correction,),
        findings=(finding,),
        title="2 May: Jane Doering",
    )  # fmt: skip
    edition = make_edition(
        event,
        title="Digest of Doering",
        address="https://digests.example/doering",
        received="doering.docx",
        sources=(
            Source(number=1, url="https://daily.example/delo-d%C3%B6ringa/x", line=9),
            Source(number=7, url="http://daily.example/Doering", line=9),
        ),
        left_out=(LeftOut(text="About Doering", line=11, kind="furniture"),),
        corrections=(correction,),
    )
    person = known("Jane Doering", spellings=["Jane Döring"])

    (told,) = withheld((edition,), made(person), [])

    assert "oering" not in repr(told).casefold()
    notes = [(n.url, n.outlet, n.safe, n.copy) for n in told.events[0].notes]
    assert notes == [
        ("https://daily.example", "daily", False, clean),
        ("https://daily.example/1", "daily", True, None),
        ("https://withheld.invalid", "withheld.invalid", False, None),
        ("https://withheld.invalid", "daily", False, None),
        (None, None, True, None),
    ]
    assert [s.url for s in told.sources] == ["https://daily.example", "http://daily.example"]
    assert (told.title, told.address, told.received) == (
        f"Digest of {MARK}",
        "https://digests.example",
        f"{MARK}.docx",
    )
    assert (told.findings, told.corrections) == (told.events[0].findings, told.events[0].corrections)
    assert told.findings[0].paste == (f"- {MARK}",)


# ---------------------------------------------------------------- passages


def redaction(words: str, event: str = "2022-12.1", **over: str) -> Redaction:
    return Redaction.model_validate({"event": event, "words": words, **over})


def test_a_passage_goes_with_all_that_was_read_from_it() -> None:
    """Places, people, provisions, sanctions and notes of it are gone; what stands behind has moved."""
    text = "May 2, Westport, Doe Jane was fined 100 dollars\nunder Article 405 in Farville[1]. Roe Ann was fined 5 dollars in West under Article 7[2]."
    event = make_event(
        text=text,
        body=at(text, "Doe").start,
        dateline=(make_place(text, "westport", "Westport"),),
        mentions=(make_place(text, "farville", "Farville"), make_place(text, "west", "West", at=at(text, "West", 1))),
        people=(make_person(text, "Doe Jane"), make_person(text, "Roe Ann")),
        provisions=(make_provision(text, "405", "405"), make_provision(text, "7", "7")),
        sanctions=(
            make_sanction(text, "fined 100 dollars", "fine", 100, "FRD"),
            make_sanction(text, "fined 5 dollars", "fine", 5, "FRD"),
        ),
        notes=(make_note(text, 1), make_note(text, 2)),
        findings=(
            make_finding(excerpt="100", event="2022-12.1"),
            make_finding(excerpt="405 in", message="'fined 100 dollars under Article 405 in Farville'", event="2022-12.1"),
            make_finding(excerpt="Ann", event="2022-12.1"),
            make_finding(event="2022-12.1"),
        ),
    )  # fmt: skip
    words = "Doe Jane was fined 100 dollars under Article 405 in Farville[1]"

    edition = shown(event, redact=(redaction(words),))

    (told,) = edition.events
    assert told.text == (
        "May 2, Westport, [passage withheld]. Roe Ann was fined 5 dollars in West under Article 7[2]."
    )
    assert told.body == at(told.text, "[passage").start
    assert [m.printed for m in (*told.dateline, *told.mentions)] == ["Westport", "West"]
    assert [p.printed for p in told.people] == [("Roe Ann",)]
    assert ([p.article for p in told.provisions], [s.printed for s in told.sanctions]) == (
        ["7"],
        ["fined 5 dollars"],
    )
    assert [n.number for n in told.notes] == [2]
    assert [f.excerpt for f in told.findings] == ["Ann", ""]
    assert edition.findings == told.findings
    assert [*stray(told)] == []


def test_a_passage_that_holds_part_of_something() -> None:
    """A sanction of which the sum is withheld is told no more."""
    text = "May 2, he was fined 100 dollars and more."
    event = make_event(
        text=text,
        sanctions=(
            make_sanction(text, "fined 100 dollars", "fine", 100, "FRD"),
            make_sanction(text, "dollars and more", "other"),
            make_sanction(text, "fined 100 dollars and more", "other"),
        ),
    )

    (told,) = shown(event, redact=(redaction("100 dollars", **{"as": "…"}),)).events

    assert told.text == "May 2, he was fined […] and more."
    assert [s.printed for s in told.sanctions] == []
    assert [*stray(told)] == []


def test_corrections_of_words_in_a_passage_go_with_it() -> None:
    """Those of other words stay, and so do remarks; of a change of the digest no word is told."""
    text = "May 2, he was fined 100\ndollars in Westport."
    plain = {"reason": "A misprint.", "date": dt.date(2026, 1, 2)}
    event = make_event(
        text=text,
        corrections=(
            Correction(field="sanction", printed="100 dollars", meant="fine 90 FRD", **plain),  # type: ignore[arg-type]
            Correction(field="text", printed="fined 10 dollars", meant="fined 100 dollars", **plain),  # type: ignore[arg-type]
            Correction(field="place", printed="Westport", meant="West", **plain),  # type: ignore[arg-type]
            Correction(field="note", printed="", meant="A remark.", **plain),  # type: ignore[arg-type]
        ),
    )

    (told,) = shown(event, redact=(redaction("fined 100 dollars"),)).events

    assert [(one.field, one.printed, one.meant) for one in told.corrections] == [
        ("text", "[words withheld]", "[words withheld]"),
        ("place", "Westport", "West"),
        ("note", "", "A remark."),
    ]


def test_a_passage_that_holds_a_name() -> None:
    """The words of the passage stand, and no name is left in them."""
    text = "May 2, he saw Jane Doering and her son Tim Doering there."
    event = make_event(
        text=text, people=(make_person(text, "Jane Doering"), make_person(text, "Tim Doering"))
    )

    (told,) = shown(
        event,
        people=(DOE,),
        redact=(redaction("Doering and her son Tim", **{"as": "[Jane Doering’s family]"}),),
    ).events

    assert told.text == f"May 2, he saw [{MARK}’s family] Doering there."
    assert [(p.canonical, p.id, p.printed) for p in told.people] == [("Doering", None, ("Doering",))]


def test_a_passage_that_holds_one_of_two_mentions() -> None:
    """Who is still named in full keeps the name; who is not is known by what is left."""
    text = "May 2, Doe Jane and Roe Ann met; Jane Doe and Roe spoke."
    people = (
        make_person(text, "Doe Jane", "Jane Doe"),
        make_person(text, "Roe Ann", mentions=(mention(text, "Roe Ann"), mention(text, "Roe", 1))),
    )

    (told,) = shown(make_event(text=text, people=people), redact=(redaction("Doe Jane and Roe Ann"),)).events

    assert [(p.canonical, p.id, p.printed) for p in told.people] == [
        ("Jane Doe", "jane-doe", ("Jane Doe",)),
        ("Roe", None, ("Roe",)),
    ]


@pytest.mark.parametrize("words", ["fine", "ne, a", "…fined?"])
def test_words_within_words_are_not_printed(words: str) -> None:
    """'fine' does not stand in 'fined'."""
    text = "May 2, a wine, and fined?"

    with pytest.raises(ChronicleError, match="is not printed there"):
        shown(make_event(text=text), redact=(redaction(words),))


def test_mistakes_of_redactions() -> None:
    """Each is told with its file, its event and its words."""
    mine = redaction("never printed")
    person = KnownPerson(name="Jane Doe", redact=(mine,))

    with pytest.raises(ChronicleError) as raised:
        shown(
            make_event(),
            people=(person,),
            redact=(mine, redaction("a", "2022-12.9"), redaction("December 8, Westport")),
        )

    assert str(raised.value).split("\n") == [
        "seeds/authority/people.yaml: redact: 2022-12.1: 'never printed' is not printed there: mend the words, or remove the redaction",
        "seeds/editions/2022-12.yaml: redact: 2022-12.9: 'a': there is no such event: mend its number, or remove the redaction",
        "seeds/editions/2022-12.yaml: redact: 2022-12.1: 'December 8, Westport' holds the date that the entry begins with: give only the words behind it",
    ]


def test_the_date_is_never_taken_out() -> None:
    """Where a name is also the date's month, the date stays."""
    text = "March 2, Jane March spoke."
    (event,) = shown(make_event(text=text), people=(known("March Spoke"),)).events
    (other,) = shown(make_event(text=text, people=(make_person(text, "March 2"),)), people=(known("2 March"),)).events  # fmt: skip

    assert (event.text, other.printed_date.at.of(other.text)) == (f"March 2, Jane {MARK}.", "March 2,")


# ---------------------------------------------------------------- any text

PIECES = st.sampled_from([
    "Jane Doering", "Doering", "Doering’s", "J. Doering", "DOERING JANE", "Дёринг", "Roe Ann", "Ann", " ", "\n", ", ",
    ". ", "[1]", "fined 100 dollars", "Article 405", "Westport", "secret words", "secret", "É", "\u200b", "🙂",
])  # fmt: skip


def spanned(event: Event) -> Iterator[tuple[Span, str | None]]:
    """Yield every span of *event*, with the words it is said to hold where it says so."""
    yield event.printed_date.at, event.printed_date.text
    for place in (*event.dateline, *event.mentions):
        yield place.at, place.printed
    for person in event.people:
        yield from ((m.at, m.printed) for m in person.mentions)
        if person.role_from:
            yield person.role_from, None
    yield from ((sanction.at, sanction.printed) for sanction in event.sanctions)
    yield from ((provision.at, None) for provision in event.provisions)
    yield from ((note.at, None) for note in event.notes)


def stray(event: Event) -> Iterator[tuple[Span, str | None]]:
    """Yield the spans of *event* that do not hold what they say, or nothing."""
    for span, words in spanned(event):
        if not 0 <= span.start < span.end <= len(event.text) or words not in (None, span.of(event.text)):
            yield span, words


def spans(text: str, words: str) -> list[Span]:
    """Return every place behind the date where *words* stand in *text*."""
    return [Span(n, n + len(words)) for n in range(7, len(text)) if text.startswith(words, n)]


def named(text: str, form: str) -> tuple[Participant, ...]:
    """Return the participant that *form* names wherever it stands in *text*; the role is read from the first mention."""
    mentions = tuple(NameMention(printed=form, at=span) for span in spans(text, form))
    role_from = Span(mentions[0].at.start - 1, mentions[0].at.end) if mentions else None
    return (make_person(text, form, mentions=mentions, role_from=role_from),) if mentions else ()


def read(text: str) -> Event:
    """Return an event with everything that the pieces of *text* name."""
    fined = {"kind": "fine", "amount": 100, "unit": "FRD", "printed": "fined 100 dollars"}
    return make_event(
        text=text,
        people=tuple(p for form in ("Jane Doering", "Doering", "Roe Ann", "Ann") for p in named(text, form)),
        mentions=tuple(make_place(text, "westport", "Westport", at=span) for span in spans(text, "Westport")),
        sanctions=tuple(Sanction(**fined, at=span) for span in spans(text, "fined 100 dollars")),  # type: ignore[arg-type]
        provisions=tuple(make_provision(text, "405", "405", at=span) for span in spans(text, "405")),
        notes=tuple(Note(number=1, at=span) for span in spans(text, "[1]")),
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Jane Doering\u200bDoering left.", "[name withheld]\u200b[name withheld] left."),
        ("Doering\u200bRoe left.", "[name withheld]\u200bRoe left."),
        ("DoeringsecretAnnWestportJane Doering left.", "[name withheld] left."),
        (f"Doering{'s' * 90}Jane Doering left.", "[name withheld] left."),
    ],
    ids=["twice, an unseen blank between", "beside another", "run together", "run together, long"],
)
def test_names_that_are_run_together(body: str, expected: str) -> None:
    (told,) = shown(read(f"May 2, {body}"), people=(DOE,)).events

    assert told.text == f"May 2, {expected}"


@given(st.lists(PIECES, max_size=30).map("".join))
def test_spans_hold_what_they_say_and_no_name_is_left(body: str) -> None:
    event = read(f"May 2, {body} secret words 100 dollars.")
    assert [*stray(event)] == []

    (told,) = shown(event, people=(DOE,), redact=(redaction("secret words"), redaction("100 dollars"))).events

    assert [*stray(told)] == []
    assert Withheld.of([DOE], [make_edition(event)], made(DOE)).find(told.text) == ()
    assert told.text.startswith("May 2, ")
    assert told.text.endswith("[passage withheld] [passage withheld].")


APART = st.sampled_from([
    "Doering", "doering", "Al’mira", "Roe", "J", "S", "Jane", "Дёрингом", "Free", "’s", "'s", "'", "’", ".", "-", "\n", " ",
    "\u00ad", "\u200b", "https://a.example/", "x",
])  # fmt: skip


@given(st.lists(APART, max_size=12).map("".join))
@example("Al’mira's")
@example("Doe\u00adring's")
@example("'Al'mira's'")
def test_what_a_text_holds_is_what_is_found_in_a_file(text: str) -> None:
    """The search of all files looks at single stretches first; it misses nothing that the search of a text finds."""
    words = lookup(
        frozenset({key("Doering"), key("Al’mira")}),
        frozenset({("j.", key("Roe")), (key("Jane"), key("Roe"))}),
    )
    found = [span.of(text) for span in words.matches(text)]

    if found:
        assert words.first(text) == found[0]


def test_what_was_looked_at_is_forgotten_when_it_is_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chronicle.withholding.words._REMEMBERED", 2)
    words = lookup(frozenset({key("Lasting")}), frozenset())

    found = [
        words.first(text)
        for text in ("a b c", "Lasting x y", "d e", "f Lasting", "https://a.example/lastingu z")
    ]

    assert found == ["", "Lasting", "", "Lasting", "https://a.example/lastingu"]


@given(st.text(max_size=80))
def test_keys_are_small_letters(word: str) -> None:
    assert key(word) == key(word).lower()


@pytest.mark.parametrize(
    "unit", ["Doering ", "J. ", "Doering J. ", "a’", "secret  ", "www.doering ", "Jane. Doering, "], ids=repr
)
def test_the_cost_grows_with_the_length(unit: str) -> None:
    def work(text: str) -> object:
        event = make_event(text=f"May 2, {text} secret words")
        return shown(event, people=(DOE,), redact=(redaction("secret words"),))

    assert_linear(work, unit, 20_000)


def test_the_text_of_the_invented_chronicle() -> None:
    """What stands around a name stays as it is."""
    (event,) = shown(make_event(), people=(known("Jane Doe", spellings=["Doe"]),)).events

    assert event.text == TEXT.replace("Doe Jane", MARK).replace("Doe said", f"{MARK} said")
    assert [*stray(event)] == []
