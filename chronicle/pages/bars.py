"""Counted things -> where their bars stand in a picture: numbers for SVG, no markup. Sizes are those of the drawing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

#: width of every picture: the page scales it
WIDTH: Final = 320
#: from the top to the foot of upright bars, and with the words below
_FOOT: Final = 112
_UPRIGHT: Final = 130
#: the room for a number above a bar
_HEAD: Final = 16
_WIDEST: Final = 64
#: up to how many bars each has its number above it, its name below it
_NUMBERED: Final = 9
_NAMED: Final = 5
#: the room that a year below needs
_YEAR: Final = 36
#: a lying bar with its name above it
_LYING: Final = 34
#: a bar of one among thousands is still seen
_LEAST: Final = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """What a bar says, before it is drawn."""

    #: 'December 2022'
    name: str
    #: below an upright bar: 'Dec 2022', '2022'
    short: str
    number: int
    #: 'December 2022: 12 events'
    said: str
    #: where what it counts is listed, as the page links to it; '' for nowhere
    href: str = ""
    #: whether nothing was recorded, so that there is no number at all
    gap: bool = False
    #: beside the name in the table: '1 month recorded'
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar of a picture, or a gap."""

    href: str
    said: str
    gap: bool
    #: of the bar itself
    x: float
    y: float
    width: float
    height: float
    #: of the whole strip it stands in
    left: float
    top: float
    across: float
    down: float
    #: '' where there is no room
    number: str
    number_x: float
    number_y: float
    #: '' where there is no room
    name: str
    name_x: float
    name_y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Bars that stand, or that lie."""

    width: int
    height: int
    #: the line on which bars stand; None where they lie
    foot: int | None
    #: how numbers and names are set: 'middle', 'start', 'end'
    number_anchor: str
    name_anchor: str
    bars: tuple[Bar, ...]


def upright(slots: Sequence[Slot]) -> Picture:
    """Return *slots*, one at least, from left to right."""
    across = min(_WIDEST, WIDTH / len(slots))
    few = len(slots) <= _NAMED
    names = [slot.short for slot in slots] if few else _sparse(slots, across)
    numbers = [slot.number for slot in slots]
    most = max(numbers)
    shown = range(len(slots)) if len(slots) <= _NUMBERED else (numbers.index(most),)
    bars = (
        _standing(
            slot,
            (place * across, across),
            slot.number / (most or 1),
            (names[place], few),
            numbered=place in shown,
        )
        for place, slot in enumerate(slots)
    )
    return Picture(
        width=WIDTH,
        height=_UPRIGHT,
        foot=_FOOT,
        number_anchor="middle",
        name_anchor="middle" if few else "start",
        bars=tuple(bars),
    )


def _standing(
    slot: Slot, strip: tuple[float, float], share: float, named: tuple[str, bool], *, numbered: bool
) -> Bar:
    """Return a bar of *share* of the full height in its *strip*: where that begins, and how wide it is.

    *named* is the name below, and whether it stands in the middle.
    """
    left, across = strip
    name, centred = named
    height = max(_LEAST, (_FOOT - _HEAD) * share) if slot.number else 0.0
    middle = left + across / 2
    return Bar(
        href=slot.href,
        said=slot.said,
        gap=slot.gap,
        x=_round(left + across * 0.14),
        y=_round(_FOOT - height),
        width=_round(across * 0.72),
        height=_round(height),
        left=_round(left),
        top=0,
        across=_round(across),
        down=_UPRIGHT,
        number=("…" if slot.gap else f"{slot.number:,}") if numbered or slot.gap else "",
        number_x=_round(middle),
        number_y=_round(_FOOT - height - 4),
        name=name,
        name_x=_round(middle if centred else left),
        name_y=_UPRIGHT - 2,
    )


def _sparse(slots: Sequence[Slot], across: float) -> list[str]:
    """Return the names for which there is room below bars that are *across* wide: a new one where the year changes."""
    names, free, before = [], 0.0, ""
    for place, slot in enumerate(slots):
        year = "" if slot.gap else slot.short.rpartition(" ")[2]
        fits = place * across >= free and place * across <= WIDTH - _YEAR
        names.append(year if year != before and fits else "")
        if names[-1]:
            free, before = place * across + _YEAR, year
    return names


def lying(slots: Sequence[Slot]) -> Picture:
    """Return *slots*, one at least, from top to bottom, each under its name."""
    most = max(1, *(slot.number for slot in slots))
    return Picture(
        width=WIDTH,
        height=_LYING * len(slots),
        foot=None,
        number_anchor="end",
        name_anchor="start",
        bars=tuple(_lain(slot, place * _LYING, slot.number / most) for place, slot in enumerate(slots)),
    )


def _lain(slot: Slot, top: float, share: float) -> Bar:
    return Bar(
        href=slot.href,
        said=slot.said,
        gap=slot.gap,
        x=0,
        y=top + 19,
        width=_round(max(_LEAST, WIDTH * share)),
        height=9,
        left=0,
        top=top,
        across=WIDTH,
        down=_LYING,
        number=f"{slot.number:,}",
        number_x=WIDTH,
        number_y=top + 14,
        name=slot.name,
        name_x=0,
        name_y=top + 14,
    )


def _round(number: float) -> float:
    return round(number, 1)
