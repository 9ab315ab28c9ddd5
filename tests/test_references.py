"""Citations: each form by its grammar, read back by small parsers of its own, with titles as nasty as they come."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import replace
from typing import Any, Final

import pytest
from hypothesis import given, strategies as st

from chronicle.model import Correction
from chronicle.references import Reference, bibtex, csl, in_words, reference, reference_files, ris, tags
from tests.factories import make_chronicle, make_edition, make_event, make_events, make_site

SITE: Final = make_site()
EVENT: Final = make_event()
SAID: Final = reference(EVENT, make_edition(EVENT), SITE)
NASTY: Final = (
    "{",
    "}",
    "}}}{{{",
    "a } and { b",
    "\\",
    "\\{ \\} \\\\",
    "100 % of A & B # 1 $5 snake_case ~ ^",
    "@misc{fake, title = {x}}",
    '"quoted", ‘curly’, «angled»',
    "ends in a backslash \\",
    "Қазақстан, Жаңаөзен, Өскемен; Łódź; 日本; \u05d0; \U0001f600",
    "ER  - ",
    "TY  - BOOK",
    "two\nlines\r\nand\ta tab\u2028and more\x85more",
    "</pre><script>",
    "=1+1",
    "\\textbackslash{}",
)
_ESCAPES: Final = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    **{f"\\{sign}": sign for sign in "%&#$_"},
}
#: of the schema of CSL-JSON: what an item may hold of what we write; 'id' and 'type' it must
_STRINGS: Final = {"title", "container-title", "publisher", "number", "note", "language", "URL"}
_DATES: Final = {"issued", "event-date"}


def titled(title: str) -> Reference:
    event = make_event(title=title)
    return reference(event, make_edition(event), SITE)


def one_line(text: str) -> str:
    return " ".join(text.split())


# ---------------------------------------------------------------- BibTeX


def read_bibtex(text: str) -> tuple[str, str, dict[str, str]]:
    """Return kind, key and fields of the one entry of *text*, as BibTeX reads it: it counts every brace."""
    head = re.match(r"@([a-z]+)\{([^\s,#%'(){}=\"~\\]+),\n", text)
    assert head
    at, fields = head.end(), {}
    while found := re.match(r"  ([a-z]+) = ", text[at:]):
        start = at + found.end()
        end = _end_of_value(text, start)
        fields[found[1]] = text[start:end]
        assert text[end : end + 2] == ",\n"
        at = end + 2
    assert text[at:] == "}\n"
    return head[1], head[2], fields


def _end_of_value(text: str, start: int) -> int:
    if text[start] != "{":
        return text.index(",", start)
    depth = 0
    for at in range(start, len(text)):
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        if not depth:
            return at + 1
    message = "a brace is never closed"
    raise AssertionError(message)


def shown(value: str) -> str:
    """Return what LaTeX prints for a field: an unknown command or a bare sign of LaTeX is an error."""
    inner, out = value, []
    while inner.startswith("{") and inner.endswith("}") and _end_of_value(inner, 0) == len(inner):
        inner = inner[1:-1]
    at = 0
    while at < len(inner):
        escape = next((one for one in _ESCAPES if inner.startswith(one, at)), "")
        if escape:
            out.append(_ESCAPES[escape])
            at += len(escape)
            continue
        assert inner[at] not in "\\{}%&#$_~^", inner
        out.append(inner[at])
        at += 1
    return "".join(out)


def test_an_event_as_bibtex() -> None:
    kind, key, fields = read_bibtex(bibtex(SAID))

    assert (kind, key) == ("misc", "event-2022-12-1")
    assert fields == {
        "title": "{{8 December 2022, Westport: Jane Doe and J. Smith. Cites Article 405 of the Criminal Code}}",
        "howpublished": "{Freeland Chronicle}",
        "organization": "{nobody in particular}",
        "year": "{2022}",
        "month": "dec",
        "note": "{Event 2022-12.1 of Digest of December 2022}",
        "url": "{https://chronicle.example/events/2022-12/1/}",
    }


@pytest.mark.parametrize("title", NASTY)
def test_bibtex_says_a_nasty_title_as_it_is(title: str) -> None:
    _, _, fields = read_bibtex(bibtex(titled(title)))

    assert shown(fields["title"]) == one_line(title)
    assert list(fields) == ["title", "howpublished", "organization", "year", "month", "note", "url"]


@given(st.text())
def test_bibtex_says_any_title_as_it_is(title: str) -> None:
    _, _, fields = read_bibtex(bibtex(titled(title)))

    assert shown(fields["title"]) == one_line(title) or not title.strip()


def test_bibtex_escapes_title_and_publisher_of_the_site_and_keeps_its_address_whole() -> None:
    site = make_site(title="A & {B}", publisher="50 % Ltd", address="https://a.example/{x}/~me/c_d%20e/")

    _, _, fields = read_bibtex(bibtex(reference(EVENT, make_edition(EVENT), site)))

    assert (shown(fields["howpublished"]), shown(fields["organization"])) == ("A & {B}", "50 % Ltd")
    assert fields["url"] == "{https://a.example/%7Bx%7D/~me/c_d%20e/events/2022-12/1/}"


def test_every_label_makes_a_key_of_its_own() -> None:
    keys = {
        read_bibtex(bibtex(replace(SAID, id=id_)))[1] for id_ in ("2022-12.1", "2022-12.18", "2022-12.18a")
    }

    assert keys == {"event-2022-12-1", "event-2022-12-18", "event-2022-12-18a"}


# ---------------------------------------------------------------- RIS


def read_ris(text: str) -> list[tuple[str, str]]:
    """Return tags and values of the one record of *text*: two letters, two blanks, a hyphen, a blank; CR LF."""
    assert text.endswith("\r\n")
    lines = text.removesuffix("\r\n").split("\r\n")
    found = [re.fullmatch(r"([A-Z][A-Z0-9])  - ([^\x00-\x1f\x7f\x85\u2028\u2029]*)", line) for line in lines]
    assert all(found), lines
    record = [(one[1], one[2]) for one in found if one]
    assert [tag for tag, _ in record].count("TY") == [tag for tag, _ in record].count("ER") == 1
    assert (record[0][0], record[-1]) == ("TY", ("ER", ""))
    return record


def test_an_event_as_ris() -> None:
    assert read_ris(ris(SAID)) == [
        ("TY", "ELEC"),
        ("TI", "8 December 2022, Westport: Jane Doe and J. Smith. Cites Article 405 of the Criminal Code"),
        ("T2", "Freeland Chronicle"),
        ("PB", "nobody in particular"),
        ("PY", "2022"),
        ("DA", "2022/12/31"),
        ("AN", "2022-12.1"),
        ("N1", "Event 2022-12.1 of Digest of December 2022"),
        ("LA", "en"),
        ("UR", "https://chronicle.example/events/2022-12/1/"),
        ("ER", ""),
    ]


@pytest.mark.parametrize("title", NASTY)
def test_ris_says_a_nasty_title_as_it_is_on_one_line(title: str) -> None:
    assert dict(read_ris(ris(titled(title))))["TI"] == one_line(title)


# ---------------------------------------------------------------- CSL-JSON


def read_csl(text: str) -> dict[str, Any]:
    """Return the one item of *text*, checked as the schema of CSL-JSON has it."""
    (item,) = json.loads(text)
    assert isinstance(item["id"], str | int)
    assert item["type"] == "webpage"
    assert item.keys() - {"id", "type"} <= _STRINGS | _DATES
    assert all(isinstance(item[key], str) and item[key] for key in _STRINGS & item.keys())
    for key in _DATES & item.keys():
        (parts,) = item[key]["date-parts"]
        dt.date(*parts)
        assert item[key].keys() == {"date-parts"}
    found: dict[str, Any] = item
    return found


def test_an_event_as_csl_json() -> None:
    assert read_csl(csl(SAID)) == {
        "id": "2022-12.1",
        "type": "webpage",
        "title": "8 December 2022, Westport: Jane Doe and J. Smith. Cites Article 405 of the Criminal Code",
        "container-title": "Freeland Chronicle",
        "publisher": "nobody in particular",
        "number": "2022-12.1",
        "issued": {"date-parts": [[2022, 12, 31]]},
        "note": "Event 2022-12.1 of Digest of December 2022",
        "language": "en",
        "URL": "https://chronicle.example/events/2022-12/1/",
        "event-date": {"date-parts": [[2022, 12, 8]]},
    }


def test_an_event_without_a_single_day_has_none_in_csl_json() -> None:
    assert "event-date" not in read_csl(csl(replace(SAID, happened=None)))


@pytest.mark.parametrize("title", NASTY)
def test_csl_json_says_a_nasty_title_as_it_is(title: str) -> None:
    assert read_csl(csl(titled(title)))["title"] == one_line(title)


# ---------------------------------------------------------------- words, tags, files


def test_in_words_with_room_for_the_day_of_access() -> None:
    assert in_words(SAID, dt.date(2026, 1, 31)) == (
        "8 December 2022, Westport: Jane Doe and J. Smith. Cites Article 405 of the Criminal Code. Event 2022-12.1, "
        "Digest of December 2022. Freeland Chronicle, published by nobody in particular. As of 31 January 2026. "
        "https://chronicle.example/events/2022-12/1/ Accessed: ____________________."
    )


def test_a_sentence_ends_once() -> None:
    assert in_words(titled("Doe J."), SITE.date).startswith("Doe J. Event 2022-12.1, Digest")


def test_an_event_without_a_title_is_called_by_its_id() -> None:
    assert titled(" \n ").title == "Event 2022-12.1"


def test_a_digest_without_a_title_is_called_by_its_month() -> None:
    assert reference(EVENT, make_edition(EVENT, title=""), SITE).edition == "Digest of December 2022"


def test_tags_of_highwire_and_dublin_core() -> None:
    note = Correction(field="note", printed="", meant="m", reason="r", date=dt.date(2026, 1, 2))
    event = make_event(corrections=(note,))

    assert tags(reference(event, make_edition(event), SITE)) == (
        ("citation_title", event.title),
        ("citation_publication_date", "2022/12/31"),
        ("citation_publisher", "nobody in particular"),
        ("citation_public_url", "https://chronicle.example/events/2022-12/1/"),
        ("citation_language", "en"),
        ("DC.title", event.title),
        ("DC.type", "Text"),
        ("DC.identifier", "https://chronicle.example/events/2022-12/1/"),
        ("DC.isPartOf", "Freeland Chronicle"),
        ("DC.publisher", "nobody in particular"),
        ("DC.issued", "2022-12-31"),
        ("DC.modified", "2026-01-02"),
        ("DC.source", "Digest of December 2022"),
        ("DC.language", "en"),
        ("DC.rights", "CC BY 4.0"),
    )


def test_without_a_licence_no_tag_speaks_of_rights() -> None:
    assert "DC.rights" not in dict(tags(replace(SAID, licence="")))


def test_the_files_stand_beside_each_events_page() -> None:
    files = {output.path: output.data.decode() for output in reference_files(make_chronicle(), SITE)}

    assert list(files) == [
        f"events/{event}/cite.{ending}"
        for event in ("2022-12/1", "2022-12/2", "2026-01/1")
        for ending in ("bib", "ris", "json")
    ]
    assert files["events/2022-12/1/cite.bib"] == bibtex(SAID)
    assert files["events/2022-12/1/cite.ris"] == ris(SAID)
    assert files["events/2022-12/1/cite.json"] == csl(SAID)


def test_no_child_is_named_in_a_citation() -> None:
    _, event, _ = make_events()
    said = reference(event, make_edition(event), SITE)

    for text in (in_words(said, SITE.date), bibtex(said), ris(said), csl(said), str(tags(said))):
        assert "Tim" not in text
