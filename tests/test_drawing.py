"""A card is drawn the same each time, keeps within its edges, and says in text what it shows."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

pytest.importorskip("PIL", reason="Pillow is not installed: no pictures are drawn")

from PIL import Image, ImageFont

from chronicle.drawing import Typeface, drawable, painter
from chronicle.pages.records import Card

FONTS: Final = Path(__file__).parent.parent / "fonts"
TYPEFACE: Final = Typeface(
    regular=(FONTS / "NotoSans-Regular.ttf").read_bytes(), bold=(FONTS / "NotoSans-SemiBold.ttf").read_bytes()
)
CARD: Final = Card(
    path="events/2022-12/18/card.png",
    kind="Event 2022-12.18",
    title="Jane Doe. Cites Article 405 of the Criminal Code",
    line="8 December 2022, Westport",
    notice="Being named here says nothing about guilt.",
    address="chronicle.example/events/2022-12/18/",
    site="The Chronicle",
)


def drawn(card: Card = CARD) -> Image.Image:
    return Image.open(io.BytesIO(painter(TYPEFACE)(card)))


def test_a_card_has_the_size_of_previews_and_few_colours() -> None:
    image = drawn()

    assert (image.format, image.size, image.mode) == ("PNG", (1200, 630), "P")
    assert len(image.getcolors() or ()) <= 16
    assert len(painter(TYPEFACE)(CARD)) < 20_000


def test_the_same_words_give_the_same_bytes() -> None:
    """Whatever was drawn before; no time and no program is named."""
    draw = painter(TYPEFACE)
    draw(replace(CARD, title="Another", notice=""))
    png = draw(CARD)

    assert png == painter(TYPEFACE)(CARD)
    assert b"tIME" not in png
    assert b"Software" not in png


def test_what_is_drawn_stands_in_the_file_as_text() -> None:
    """Whole, also what was cut off."""
    image = drawn(replace(CARD, title="Jane Doe " * 60 + "Roe"))

    assert image.info["Description"].split("\n") == [
        CARD.site, CARD.kind, "Jane Doe " * 60 + "Roe", CARD.line, CARD.notice, CARD.address, "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "title", ["x", "W" * 120, "Әбдіғаппар " * 9, "a b " * 5_000, "l" * 10_000, "", "漢" * 200]
)
def test_nothing_runs_over_the_edge(title: str) -> None:
    image = drawn(replace(CARD, title=title, line=title, kind=title, site=title, address=title)).convert("L")
    paper = image.getpixel((0, 0))
    edges = [image.crop((0, 0, 60, 630)), image.crop((1140, 0, 1200, 630)), image.crop((0, 610, 1200, 630))]

    assert all(edge.getcolors() == [(edge.width * edge.height, paper)] for edge in edges)


def test_letters_that_the_typeface_lacks_are_written_with_others() -> None:
    assert drawable("Ω  é Ә\u2011№\n漢\x00") == "O é Ә-№ Han"


def test_the_typeface_has_every_letter_that_is_not_written_with_others() -> None:
    """The mark for a letter that is not there never stands on a card."""
    font = ImageFont.truetype(io.BytesIO(TYPEFACE.bold), 40, layout_engine=ImageFont.Layout.BASIC)
    missing = bytes(font.getmask("\uffff"))
    kept = [chr(n) for n in range(0x21, 0x3000) if drawable(chr(n)) == chr(n)]

    assert len(kept) > 500
    assert [one for one in kept if bytes(font.getmask(one)) == missing] == []
