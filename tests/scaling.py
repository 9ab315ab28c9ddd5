"""Whether work takes time that grows with the length of its text, and no faster.

What counts is the processor's time of this process alone, the collection of garbage put off. Each long run stands
between two short ones, so that what else the machine does slows both alike; of several such ratios the median counts.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from statistics import median
from typing import Final

import pytest

#: what twice the text may take at most, as a multiple: in linear time it takes 2, in quadratic time 4
_MOST: Final = 3
#: seconds of work that are too few to tell anything
_FLOOR: Final = 0.05
_ATTEMPTS: Final = 4
#: ratios that an attempt adds
_RATIOS: Final = 3
#: a first ratio that settles it: quadratic work is far from it
_CLEAR: Final = 2.5


def assert_linear(work: Callable[[str], object], unit: str, size: int) -> None:
    """Fail where *work* on 2 × *size* characters of *unit* takes three times as long as on *size*, or longer.

    Where it takes next to no time it passes, and where the first ratio is clearly that of linear work; else three more
    are added, up to four times, until their median is low enough.
    """
    once, twice = ((unit * length)[:length] for length in (size, 2 * size))
    ratios: list[float] = []
    with _garbage_kept():
        if _seconds(work, twice) < _FLOOR:
            return
        if _ratio(work, once, twice) < _CLEAR:
            return
        for _ in range(_ATTEMPTS):
            ratios += (_ratio(work, once, twice) for _ in range(_RATIOS))
            if median(ratios) < _MOST:
                return
    pytest.fail(f"{2 * size} characters of {unit!r} take {median(ratios):.1f} times as long as {size}")


def _ratio(work: Callable[[str], object], once: str, twice: str) -> float:
    before, long, after = (_seconds(work, text) for text in (once, twice, once))
    return 2 * long / max(before + after, 1e-9)


def _seconds(work: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    work(text)
    return time.process_time() - start


@contextmanager
def _garbage_kept() -> Iterator[None]:
    """Collect no garbage meanwhile, and as before afterwards."""
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()
