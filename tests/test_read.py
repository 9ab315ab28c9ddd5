"""One digest becomes one edition: events, sources, findings."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from chronicle.authority import Sidecar
from chronicle.catalogue import read_catalogue
from chronicle.findings import ChronicleError
from chronicle.grammar import grammar_of
from chronicle.model import Copy, Edition
from chronicle.read import read_edition
from tests.seeding import DIGEST, make_seeds


def read(text: str = DIGEST, sidecar: str = "", name: str = "2022-12", **authority: str) -> Edition:
    """Return *text* as an edition."""
    seeds = make_seeds({name: text}, {name: sidecar} if sidecar else None, **authority)
    catalogue = read_catalogue(seeds)
    return read_edition(
        seeds.editions[0], catalogue.sidecars.get(name, Sidecar()), grammar_of(catalogue.authority)
    )


def codes(edition: Edition) -> list[str]:
    """Return the codes of what was found odd."""
    return [finding.code for finding in edition.findings]


def test_events() -> None:
    """Every entry is an event, with what stands in it."""
    one, two, three = read().events

    assert ("2022-12.1", dt.date(2022, 12, 1), "Aksay") == (one.id, one.date, one.dateline[0].name)
    assert [p.key for p in one.provisions] == [("CC", "405", "2", None)]
    assert [(s.kind, s.amount, s.unit) for s in two.sanctions] == [("fine", 500, "FRC")]
    assert [(p.role, str(p.name)) for p in two.people] == [
        ("official", "Elena Kasova"),
        ("subject", "Marlen Sadykov"),
    ]
    assert [p.name for p in three.dateline] == ["North Region"]
    assert three.topics == ("assembly",)


def test_every_span_is_where_its_words_stand() -> None:
    """A mention's span, counted from the event's start, lies on its words in the digest."""
    edition = read()

    for event in edition.events:
        assert DIGEST[event.start : event.start + len(event.text)] == event.text
        for person in event.people:
            assert all(m.at.of(event.text) == m.printed for m in person.mentions)
        assert all(place.at.of(event.text) == place.printed for place in event.dateline)
        assert all(sanction.at.of(event.text) == sanction.printed for sanction in event.sanctions)
        assert all(f"[{note.number}]" == note.at.of(event.text) for note in event.notes)


def test_sources() -> None:
    """A note has the address that the note list gives, the outlet of its host, or nothing."""
    notes = [note for event in read().events for note in event.notes]

    assert [(note.url, note.outlet) for note in notes] == [
        ("https://news.example/a", "news"),
        ("https://other.example/b", "other.example"),
        (None, None),
    ]
    assert codes(read()) == ["note-without-source"]


def test_a_source_supplied_later() -> None:
    """The sidecar gives what the note list lacks."""
    edition = read(
        sidecar="sources: [{number: 3, url: 'https://news.example/c', reason: from the author, date: 2023-01-01}]"
    )

    assert edition.events[2].notes[0].url == "https://news.example/c"
    assert codes(edition) == []


ONE = "December 1, Aksay, a rally[1].\n\n[1] {}\n"


def test_a_source_is_published_without_what_tells_who_collected_it() -> None:
    """The note has the address that is published; the edition keeps the digest's own line."""
    edition = read(ONE.format("https://news.example/a?igsh=1&b=%2F"))

    assert [note.url for note in edition.events[0].notes] == ["https://news.example/a?b=%2F"]
    assert [source.url for source in edition.sources] == ["https://news.example/a?igsh=1&b=%2F"]


@pytest.mark.parametrize(
    ("url", "fragile"),
    [
        ("https://www.facebook.com/a", True),
        ("https://net.example/a", True),
        ("https://clips.net.example/a", True),
        ("https://news.example/a", False),
        ("https://other.example/a", False),
        ("https://docs.google.com/a", False),
    ],
)
def test_fragile_sources(url: str, fragile: bool) -> None:  # noqa: FBT001
    """Social media and videos, by outlets.yaml; a host that it does not list, by the program's own table."""
    outlets = (
        "- {id: news, name: The News, kind: news, hosts: [news.example, google.com]}\n"
        "- {id: net, name: The Net, kind: social, hosts: [net.example]}\n"
    )
    (event,) = read(ONE.format(url), outlets=outlets).events

    assert [note.fragile for note in event.notes] == [fragile]


def test_a_source_with_its_copy() -> None:
    """The sidecar's copy, or the source itself where it is one."""
    kept = "https://web.archive.org/web/20230503120000/https://news.example/a"
    copy = Copy(url=kept, date=dt.date(2023, 5, 3))
    sidecar = f"archived: [{{number: 1, url: '{kept}', date: 2023-05-03}}]"

    (beside,) = read(ONE.format("https://news.example/a"), sidecar).events[0].notes
    (itself,) = read(ONE.format(kept)).events[0].notes

    assert (beside.url, beside.copy) == ("https://news.example/a", copy)
    assert (itself.url, itself.copy) == (kept, copy)


def test_a_copy_of_no_source() -> None:
    """A number that no source has is the editor's mistake."""
    with pytest.raises(ChronicleError) as raised:
        read(
            ONE.format("https://news.example/a"),
            "archived: [{number: 7, url: 'https://archive.ph/a', date: 2023-05-03}]",
        )

    assert str(raised.value) == (
        "seeds/editions/2022-12.yaml: 'archived' has a copy for note 7, which has no source: mend the number"
    )


SUPPLIED = "sources: [{number: 1, url: 'https://news.example/c', reason: expanded, date: 2023-01-01}]"


@pytest.mark.parametrize("printed", ["https://bit.ly/x", "javascript:alert(1)", "https://news.example/c"])
def test_an_address_that_leads_nowhere_by_itself_is_replaced(printed: str) -> None:
    """A short address, or one that may be no link, gives way to the one that the editor supplies."""
    edition = read(ONE.format(printed), SUPPLIED)

    assert [note.url for note in edition.events[0].notes] == ["https://news.example/c"]
    assert codes(edition) == []


def test_a_source_supplied_where_the_digest_prints_one() -> None:
    """What the digest prints is not replaced in silence, nor is the editor's line passed over."""
    with pytest.raises(ChronicleError) as raised:
        read(ONE.format("https://news.example/a"), SUPPLIED)

    assert str(raised.value) == (
        "seeds/editions/2022-12.yaml: 'sources' gives note 1 a source, but the digest prints one: remove it"
    )


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("javascript:alert(1)", "unsafe-source"),
        ("https://user:word@news.example/", "unsafe-source"),
        ("https://printer.local/", "unsafe-source"),
        ("https://127.0.0.1/", "unsafe-source"),
        ("https://localhost/", "unsafe-source"),
        ("https://abc.onion/", "unsafe-source"),
        ("https://news.example/" + "a" * 2_000, "unsafe-source"),
        ("https://t.co/a", "short-address"),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fnews.example", "short-address"),
        ("https://nеws.example/", "odd-host"),
    ],
    ids=lambda value: value[:30],
)
def test_odd_addresses(url: str, code: str) -> None:
    """Told at the line of the note list, with the event; kept, and a link only where it is safe."""
    edition = read(ONE.format(url))

    assert [(f.code, f.line, f.event) for f in edition.findings] == [(code, 3, "2022-12.1")]
    assert [(note.url, note.safe) for note in edition.events[0].notes] == [(url, code != "unsafe-source")]


def test_an_odd_address_that_was_supplied_or_that_no_entry_cites() -> None:
    """The first is told at its marker, the second at its line."""
    text = "December 1, Aksay, a rally[1].\n\n[2] https://bit.ly/x\n"
    sidecar = "sources: [{number: 1, url: 'https://t.co/x', reason: r, date: 2023-01-01}]"

    found = [(f.code, f.line, f.excerpt) for f in read(text, sidecar).findings]

    assert found == [
        ("short-address", 1, "[1]"),
        ("short-address", 3, "[2] https://bit.ly/x"),
        ("source-without-note", 3, "[2] https://bit.ly/x"),
    ]


def test_an_address_in_the_words_that_tells_who_collected_it() -> None:
    """The digest's words stay; the editor is told, with the line that takes it out."""
    edition = read(
        "December 1, Aksay, a rally, see https://news.example/a?fbclid=1, was held[1].\n\n[1] https://a.example/\n"
    )

    assert [(f.code, f.excerpt, f.paste) for f in edition.findings] == [
        (
            "traced-address",
            "https://news.example/a?fbclid=1",
            (
                "in the list 'redact' of seeds/editions/2022-12.yaml",
                '- {event: 2022-12.1, words: "https://news.example/a?fbclid=1", as: "https://news.example/a"}',
            ),
        )
    ]


def test_no_note_list() -> None:
    """A digest without sources has one finding, not one for each note."""
    assert codes(read("December 1, Aksay, a rally[1].\n\nDecember 2, Berik, a rally[2].\n")) == [
        "no-note-list"
    ]


def test_a_source_that_no_entry_has() -> None:
    """A line of the note list without a marker is told."""
    assert codes(
        read("December 1, Aksay, a rally[1].\n\n[1] https://a.example/\n[7] https://b.example/\n")
    ) == ["source-without-note"]


def test_an_unsafe_source_is_no_link() -> None:
    """A javascript: address is kept as printed, and never live."""
    (event,) = read("December 1, Aksay, a rally[1].\n\n[1] javascript:alert(1)\n").events

    assert all(not note.safe for note in event.notes if note.url)


def test_the_year_is_corrected_for_all() -> None:
    """With the sidecar's word a wrong year is a correction, not a finding."""
    text = "December 1, 2021, Aksay, a rally[1].\n\n[1] https://a.example/\n"
    edition = read(
        text,
        "corrections: [{entry: all, field: year, printed: 2021, meant: 2022, reason: misprint, date: 2023-01-01}]",
    )

    assert dt.date(2022, 12, 1) == edition.events[0].date
    assert codes(edition) == []
    assert [c.field for c in edition.events[0].corrections] == ["year"]


def test_a_wrong_year_without_a_word_is_a_finding() -> None:
    """The edition's year is read, and said."""
    edition = read("December 1, 2021, Aksay, a rally[1].\n\n[1] https://a.example/\n")

    assert dt.date(2022, 12, 1) == edition.events[0].date
    assert codes(edition) == ["misprinted-date"]


def test_one_slip_on_many_dates_is_one_finding() -> None:
    """Five entries with a wrong year make one finding, that of the edition."""
    text = "\n\n".join(f"December {n}, 2021, Aksay, a rally." for n in range(1, 6))
    findings = [f for f in read(text).findings if f.code == "misprinted-date"]

    assert len(findings) == 1
    assert findings[0].message.startswith("all 5 dates print 2021 and are read as 2022: ")
    assert findings[0].event is None


def test_a_date_is_corrected() -> None:
    """The day that the editor vouches for is the event's."""
    text = "January 2, Aksay, a rally[1].\n\n[1] https://a.example/\n"
    edition = read(
        text,
        "corrections: [{entry: 1, field: date, printed: January 2, meant: 2022-12-02, reason: misprint, date: 2023-01-01}]",
    )

    assert dt.date(2022, 12, 2) == edition.events[0].date
    assert codes(edition) == []


@pytest.mark.parametrize(
    ("entry", "printed", "sentence"),
    [
        ("9", "December 1", "a correction speaks of entry 9, which the digest does not have"),
        (
            "1",
            "January 9",
            "a correction says that the date of entry 1 is printed with 'January 9', but it is not",
        ),
    ],
)
def test_a_correction_that_does_not_fit(entry: str, printed: str, sentence: str) -> None:
    """A correction of what is not printed stops the build."""
    sidecar = f"corrections: [{{entry: {entry}, field: date, printed: {printed}, meant: 2022-12-02, reason: r, date: 2023-01-01}}]"

    with pytest.raises(ChronicleError) as raised:
        read(sidecar=sidecar)

    assert str(raised.value).startswith(f"seeds/editions/2022-12.yaml: corrections.1: {sentence}")


def test_no_entry() -> None:
    """A text without a dated entry is refused in one sentence."""
    with pytest.raises(ChronicleError) as raised:
        read("Nothing happened.\n")

    assert str(raised.value) == (
        "seeds/editions/2022-12.txt:1: no entry was found: each must begin with a date ('December 1, Place, …')"
    )


def test_an_impossible_day_has_no_date() -> None:
    """The event stands, without a date, and with a finding."""
    edition = read("December 32, Aksay, a rally.\n")

    assert None is edition.events[0].date
    assert "impossible-date" in codes(edition)


def test_a_day_out_of_order() -> None:
    """A later day before an earlier one is told, once."""
    text = (
        "December 1, Aksay, x.\n\nDecember 9, Aksay, x.\n\nDecember 2, Aksay, x.\n\nDecember 3, Aksay, x.\n"
    )

    assert [f.event for f in read(text).findings if f.code == "day-out-of-order"] == ["2022-12.2"]


def test_two_days_that_have_changed_places() -> None:
    """They are told once, at the first."""
    text = "\n\n".join(f"December {n}, Aksay, x." for n in (1, 3, 2, 4, 5))

    assert [f.event for f in read(text).findings if f.code == "day-out-of-order"] == ["2022-12.2"]


def test_a_day_that_comes_too_early() -> None:
    """An earlier day after a later one is told at the earlier."""
    text = "\n\n".join(f"December {n}, Aksay, x." for n in (5, 6, 2, 7, 8))

    assert [f.event for f in read(text).findings if f.code == "day-out-of-order"] == ["2022-12.3"]


def test_text_that_belongs_to_no_entry() -> None:
    """What begins with no date after a finished entry is reported."""
    text = "December 1, Aksay, a rally[1].\n\nA stray paragraph.\n\nDecember 2, Aksay, a rally[2].\n"

    assert codes(read(text)) == ["no-note-list", "unplaced-text"]


def test_words_beside_an_address() -> None:
    """They are left out, and told once."""
    text = "December 1, Aksay, a rally[1].\n\n[1] News, https://news.example/a\n"

    assert codes(read(text)) == ["note-text"]


def test_articles_without_a_code_of_ours() -> None:
    """A code that is not in statutes.yaml, and an article without a code, are told."""
    found = codes(
        read("December 1, Aksay, under Article 5 of the Land Code. He cites Article 9, and Article 5a.\n")
    )

    assert {"unknown-code", "unread-article"} <= set(found)
    assert "no-code" in codes(read("December 1, Aksay, charged under Article 9.\n"))


def test_a_child_is_told() -> None:
    """An age under 18 beside a name is a finding."""
    found = [
        f
        for f in read("December 1, Aksay, 12-year-old Marlen Sadykov was killed.\n").findings
        if f.code == "minor"
    ]

    assert [(f.excerpt, f.message[:33]) for f in found] == [
        ("Marlen Sadykov", "somebody named is 12 years old by")
    ]


def test_children_of_one_entry_are_told_once() -> None:
    """Their number stands for their names."""
    text = "December 1, Aksay, 12-year-old Marlen Sadykov and 9-year-old Aigul Kasova were killed.\n"

    assert [f.message[:35] for f in read(text).findings if f.code == "minor"] == [
        "2 people named are under 18 by the "
    ]


def test_a_number_far_out_of_order_is_text() -> None:
    """A bracketed number that fits no sequence is left as text, and told."""
    text = "\n\n".join(f"December {n}, Aksay, a rally[{n}]." for n in range(1, 9)).replace(
        "a rally[4]", "law [228] and a rally[4]"
    )
    edition = read(text)

    assert [n.number for e in edition.events for n in e.notes] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert [f.excerpt for f in edition.findings if f.code == "stray-number"] == ["[228]"]


def test_characters_that_nobody_sees_are_told() -> None:
    """A digest that was tidied has one finding, at the first line that held any."""
    seeds = make_seeds()
    catalogue = read_catalogue(seeds)
    tidied = replace(seeds.editions[0], unseen=(3, 5))

    edition = read_edition(tidied, Sidecar(), grammar_of(catalogue.authority))

    assert [(f.line, f.message) for f in edition.findings if f.code == "unseen-characters"] == [
        (3, "characters that nobody sees were taken out of this line and of 1 more")
    ]


def test_a_relative_named_beside_a_child_is_pointed_out_to_the_editor() -> None:
    """The name of the one tells that of the other."""
    text = "December 1, Aksay, Marlen Sadykov, 12, was beaten. His mother, Aigul Sadykova, complained.\n"

    (found,) = (one for one in read(text).findings if one.code == "minor")

    assert found.message == (
        "somebody named is 12 years old by the text: no page and no list names a child; "
        "a name may be told by those of relatives beside it (1)"
    )
    assert found.paste == (
        "in seeds/authority/people.yaml, only if there is a reason to name the child",
        "- {name: Marlen Sadykov, index: yes, why: …}",
    )
