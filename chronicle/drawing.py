"""The words of a card, and a typeface -> a picture of 1200 by 630 points, as PNG: the same bytes for the same words.

Needs Pillow, the only package that not every build has. What is drawn also stands in the file as text, for the search
that looks for withheld names cannot read pictures. No time and no program is named in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

from anyascii import anyascii
from PIL import Image, ImageDraw, ImageFont, PngImagePlugin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from chronicle.pages.records import Card

_SIZE: Final = (1200, 630)
_MARGIN: Final = 72
_WIDTH: Final = _SIZE[0] - 2 * _MARGIN
#: sizes of the title, largest first, and how many lines of it are set
_TITLES: Final = ((64, 2), (54, 3), (46, 4))
#: more of a title cannot stand in so many lines
_MOST: Final = 400
# Where things stand, from the top: name of the site, rule, kind, title; rule, notice, address.
_SITE, _RULE, _KIND, _TITLE, _FOOT, _NOTICE, _ADDRESS = 44, 106, 134, 190, 522, 538, 572

# Colours of style.css in the light: the ground; ink, quiet and mark, each in steps from faint to full; the rule. Few, for
# small files.
_PAPER, _INK, _QUIET, _MARK, _LINE = (
    (0xFB, 0xFA, 0xF7), (0x1C, 0x1F, 0x22), (0x5A, 0x5F, 0x66), (0x8C, 0x2F, 0x1B), (0xD8, 0xD4, 0xCA),
)  # fmt: skip
_STEPS: Final = (3, 3, 3)
_FIRST: Final = {_INK: 1, _QUIET: 4, _MARK: 7}
_LAST: Final = 10
_FULL_INK: Final = 3

# What the typeface has: Latin, Cyrillic with the letters of Kazakh, signs of writing.
_MISSING: Final = re.compile(r"[^ -~\xa0-\xac\xae-\u017f\u0400-\u052f‐-―‘’‚“”„†•…‹›€₸₽№™−]")
_HYPHENS: Final = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2015", "-") | {"\xa0": " "})


@dataclass(frozen=True, slots=True, kw_only=True)
class Typeface:
    """The files of a typeface, in TrueType."""

    regular: bytes
    bold: bytes


class _Pen:
    """The fonts of a typeface in every size asked for, and the grounds on which cards are drawn, each made once."""

    def __init__(self, typeface: Typeface) -> None:
        self._typeface = typeface
        self._fonts: dict[tuple[bool, int], ImageFont.FreeTypeFont] = {}
        self._grounds: dict[tuple[str, str], Image.Image] = {}

    def font(self, size: int, *, bold: bool) -> ImageFont.FreeTypeFont:
        """Return the font of *size* points."""
        if (bold, size) not in self._fonts:
            file = BytesIO(self._typeface.bold if bold else self._typeface.regular)
            # The simple layout hangs on no other library: the same everywhere.
            font = ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)
            self._fonts[bold, size] = font
        return self._fonts[bold, size]

    def ground(self, site: str, notice: str) -> Image.Image:
        """Return a new card with nothing on it but rules, the name of the site and the notice."""
        if (site, notice) not in self._grounds:
            image = Image.new("L", _SIZE, 0)
            draw = ImageDraw.Draw(image)
            draw.rectangle((_MARGIN, _RULE, _SIZE[0] - _MARGIN - 1, _RULE + 2), fill=_FULL_INK)
            draw.rectangle((_MARGIN, _FOOT, _SIZE[0] - _MARGIN - 1, _FOOT), fill=_LAST)
            _write(image, site, _SITE, self.font(32, bold=True), _INK)
            _write(image, notice, _NOTICE, self.font(24, bold=False), _QUIET)
            self._grounds[site, notice] = image
        return self._grounds[site, notice].copy()


def painter(typeface: Typeface) -> Callable[[Card], bytes]:
    """Return what draws cards in *typeface*."""
    pen = _Pen(typeface)
    return lambda card: _png(_drawn(card, pen), card)


def drawable(words: str) -> str:
    """Return *words* in one line, in letters that the typeface has: others in their nearest ones, 'Ω' as 'O'."""
    known = normalize("NFC", words).translate(_HYPHENS)
    spelt = _MISSING.sub(
        lambda found: "".join(filter(str.isprintable, anyascii(found[0]))), " ".join(known.split())
    )
    return " ".join(spelt.split())


def _drawn(card: Card, pen: _Pen) -> Image.Image:
    image = pen.ground(card.site, card.notice)
    _write(image, card.kind, _KIND, pen.font(30, bold=True), _MARK)
    size, lines = _set(drawable(card.title), pen)
    below = _TITLE
    for line in lines:
        _write(image, line, below, pen.font(size, bold=True), _INK)
        below += size * 5 // 4
    _write(image, card.line, below + 14, pen.font(32, bold=False), _QUIET)
    _write(image, card.address, _ADDRESS if card.notice else _NOTICE + 12, pen.font(24, bold=True), _QUIET)
    return image


def _write(
    image: Image.Image, words: str, top: int, font: ImageFont.FreeTypeFont, colour: tuple[int, int, int]
) -> None:
    """Draw *words* in one line from the left margin; what does not fit is cut off with '…'."""
    line = next(_lines(drawable(words), font, 1), "")
    place = Image.new("L", (_WIDTH + _MARGIN, int(font.size * 1.4)), 0)
    ImageDraw.Draw(place).text((0, 0), line, font=font, fill=255)
    box = place.getbbox()
    if box:
        steps = place.crop(box).point(_STEPPED[colour])
        image.paste(steps, (_MARGIN + box[0], top + box[1]))


def _stepped(colour: tuple[int, int, int], steps: int) -> list[int]:
    """Return for each grey from 0 to 255 which colour of the palette it is: 0 is the ground."""
    return [(_FIRST[colour] - 1 + step if (step := round(grey * steps / 255)) else 0) for grey in range(256)]


_STEPPED: Final = {colour: _stepped(colour, steps) for colour, steps in zip(_FIRST, _STEPS, strict=True)}


def _palette() -> list[int]:
    mixed = list(_PAPER)
    for colour, steps in zip(_FIRST, _STEPS, strict=True):
        for step in range(1, steps + 1):
            parts = zip(_PAPER, colour, strict=True)
            mixed += [round(paper + (full - paper) * step / steps) for paper, full in parts]
    return [*mixed, *_LINE]


# ---------------------------------------------------------------- lines


def _set(title: str, pen: _Pen) -> tuple[int, list[str]]:
    """Return in which size *title* is set, and its lines: the largest in which all of it stands."""
    for size, most in _TITLES:
        lines = list(_lines(title, pen.font(size, bold=True), most))
        if lines and not lines[-1].endswith("…"):
            break
    return size, lines


def _lines(words: str, font: ImageFont.FreeTypeFont, most: int) -> Iterator[str]:
    """Yield *words* in lines that fit, *most* of them at most; what is longer than a line is broken, the rest cut off."""
    left = words[:_MOST]
    for number in range(1, most + 1):
        line = _fitting(left, font)
        left = left[len(line) :].lstrip()
        if not left:
            yield line.rstrip()
            return
        yield _cut(line, font) if number == most else line.rstrip()


def _fitting(words: str, font: ImageFont.FreeTypeFont) -> str:
    """Return as much of the beginning of *words* as fits in a line: whole words, where one fits."""
    end = _fits(words, font)
    if end == len(words) or words[end] == " ":
        return words[:end]
    return words[: words.rfind(" ", 0, end)] if " " in words[:end] else words[:end]


def _fits(words: str, font: ImageFont.FreeTypeFont) -> int:
    """Return how many characters of *words* fit in a line: found by halves, a line is never measured by letters."""
    if font.getlength(words) <= _WIDTH:
        return len(words)
    # The narrowest letter is more than a fifth as wide as it is high.
    low, high = 0, min(len(words), int(5 * _WIDTH / font.size) + 1)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if font.getlength(words[:middle]) <= _WIDTH else (low, middle - 1)
    return max(low, min(1, len(words)))


def _cut(line: str, font: ImageFont.FreeTypeFont) -> str:
    """Return *line* with '…' at its end, shortened where there is no room for it."""
    kept = line.rstrip(" .,;:")
    while kept and font.getlength(f"{kept}…") > _WIDTH:
        kept = kept[:-1].rstrip(" .,;:")
    return f"{kept}…"


# ---------------------------------------------------------------- bytes


def _png(image: Image.Image, card: Card) -> bytes:
    image.putpalette(_palette())
    told = PngImagePlugin.PngInfo()
    said = (card.site, card.kind, card.title, card.line, card.notice, card.address)
    told.add_itxt("Description", "".join(f"{drawable(one)}\n" for one in said if one))
    written = BytesIO()
    image.save(written, "PNG", bits=4, compress_level=6, pnginfo=told)
    return written.getvalue()
