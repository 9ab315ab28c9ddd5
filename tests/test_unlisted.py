"""What the authority files lack: the lines that would list it, which load and settle the finding."""

from __future__ import annotations

import pytest

from chronicle.model import Finding
from chronicle.site import check
from chronicle.unlisted import code_lines
from tests.seeding import PLACES, SITE, STATUTES, make_seeds


def found(code: str, text: str, **authority: str) -> list[Finding]:
    """Return the findings of *code* in *text*."""
    return [
        f for f in check(make_seeds({"2022-12": text}, None, SITE, **authority)).findings if f.code == code
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "December 1, Aksay, Kolsay village, a rally.",
            "- {id: kolsay, name: Kolsay, kind: village, within: aksay}",
        ),
        (
            "December 1, North region, Kolsay district, a rally.",
            "- {id: kolsay-district, name: Kolsay District, kind: district, within: north-region}",
        ),
        (
            "December 1, Kolsay region, a rally.",
            "- {id: kolsay-region, name: Kolsay Region, kind: region}",
        ),
    ],
)
def test_a_place(text: str, line: str) -> None:
    """Kind and region stand where they are printed; pasted, the place is known."""
    (finding,) = found("unlisted-place", text)

    assert finding.paste == ("in seeds/authority/places.yaml", line)
    assert found("unlisted-place", text, places=f"{PLACES}{line}\n") == []


def test_a_place_of_no_known_kind() -> None:
    """A bare name has no kind: the editor is told to give it."""
    (finding,) = found("unlisted-place", "DEC. 1, 2022 — KOLSAY — A rally.")

    assert finding.paste == (
        "in seeds/authority/places.yaml, with its kind (country, region, city, town, district or village)",
        "- {id: kolsay, name: Kolsay}",
    )


def test_a_place_in_the_text() -> None:
    """A village beside the dateline's places is told too, once for the digest."""
    text = "December 1, Aksay, a rally in the village of Kolsay.\n\nDecember 2, Aksay, a rally in Kolsay village."

    assert [(f.event, f.message[:40]) for f in found("unlisted-place", text)][:1] == [
        ("2022-12.1", "'village of Kolsay' is not listed in pla")
    ]


def test_a_likely_misprint() -> None:
    """What is nearly a known place has the line that makes sure of it; then it is a misprint that is known."""
    places = f"{PLACES}- {{id: karlovka, name: Karlovka, kind: city, within: freedonia}}\n"
    (finding,) = found("likely-misprint", "December 1, Karlvka, a rally.", places=places)
    sure = places.replace("name: Karlovka", "name: Karlovka, misprints: [Karlvka]")

    assert finding.paste == (
        "in seeds/authority/places.yaml, in the line of 'karlovka'",
        "misprints: [Karlvka]",
    )
    assert [
        len(found(code, "December 1, Karlvka, a rally.", places=sure))
        for code in ("likely-misprint", "place-misprint")
    ] == [0, 1]


def test_a_former_name_is_told_once() -> None:
    """The entries that print it too are named."""
    text = "\n\n".join(f"December {n}, {'Karlovo' if n < 4 else 'Aksay'}, a rally." for n in range(1, 6))

    assert [f.message for f in found("place-former-name", text)] == [
        "'Karlovo' read as Aksay, the name of the place today; also in entries 2 and 3"
    ]


def test_a_code() -> None:
    """The line gives an id, a short name and the form that is printed; pasted, it is known."""
    text = "December 1, Aksay, fined under Article 5 of the Land Code."
    (finding,) = found("unknown-code", text)
    line = "- {id: land, code: LAND, name: Land Code, printed: [Land Code]}"

    assert finding.paste == ("in seeds/authority/statutes.yaml", line)
    assert found("unknown-code", text, statutes=f"{STATUTES}{line}\n") == []


@pytest.mark.parametrize(
    ("printed", "taken", "code"),
    [
        ("Code on Public Health", (), "PUBLIC"),
        ("Code on Public Health", ("PUBLIC",), "HEALTH"),
        ("the Entrepreneurial Code", (), "ENTREPRE"),
        ("Land Code", ("LAND",), "LC"),
        ("Land Code", ("LAND", "LC"), ""),
    ],
)
def test_a_codes_short_name(printed: str, taken: tuple[str, ...], code: str) -> None:
    """It is a word of its name that is free, or its initials; where nothing is free, no line is suggested."""
    lines = code_lines(printed, taken)

    assert (f"code: {code}," in lines[1]) if code else lines == ()


@pytest.mark.parametrize(
    ("cited", "line"),
    [
        ("Article 7, Part 2 of the Criminal Code of Freedonia (“torture of a person”)", '"7": {title: Torture of a person, origin: digest}'),
        ("Article 7 («Insult») of the Criminal Code", '"7": {title: Insult, origin: digest}'),
        ("Article 7 of the Criminal Code", '"7": {}'),
        ("Article 7 of the Criminal Code (since 2014)", '"7": {}'),
    ],
)  # fmt: skip
def test_an_article(cited: str, line: str) -> None:
    """Its title is the digest's own gloss, where there is one; pasted, it is listed."""
    text = f"December 1, Aksay, Doe was charged under {cited}."
    (finding,) = found("untitled-article", text)
    listed = STATUTES.replace('    "405":', f'    {line}\n    "405":')

    assert finding.paste == ("in seeds/authority/statutes.yaml, among the articles of 'cc'", line)
    assert (finding.line, finding.column, finding.excerpt) == (
        1,
        text.index("Article 7") + 1,
        finding.excerpt,
    )
    assert found("untitled-article", text, statutes=listed) == []


def test_a_court_of_another_region() -> None:
    """A district's court is told where every place of the entry lies elsewhere."""
    places = f"{PLACES}- {{id: lake-district, name: Lake District, kind: district, within: north-region}}\n"
    told = "December 1, Berik, the Lake District Court closed the case."

    assert [f.message for f in found("place-contradicts", told, places=places)] == [
        "'Lake District' lies in North Region, but the dateline says 'Berik'"
    ]
    assert found("place-contradicts", told.replace("Berik", "Aksay"), places=places) == []
    assert found("place-contradicts", told.replace("Lake District", "Hill District"), places=places) == []
    assert found("place-contradicts", told.replace("Berik, ", ""), places=places) == []
