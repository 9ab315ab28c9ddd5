"""Whether work takes time that grows with the length of its text, and no faster.

What counts is the processor's time of this process alone, the collection of garbage put off, and of several
measurements the best: what else the machine does, or a tracer of coverage, lengthens both sides alike.
"""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

import pytest

#: what twice the text may take at most, as a multiple: in linear time it takes 2, in quadratic time 4
_MOST: Final = 3
#: seconds of work that are too few to tell anything
_FLOOR: Final = 0.05
_ATTEMPTS: Final = 4
_BEST_OF: Final = 3


def assert_linear(work: Callable[[str], object], unit: str, size: int) -> None:
    """Fail where *work* on 2 × *size* characters of *unit* takes three times as long as on *size*, or longer.

    Where it takes next to no time it passes. Both lengths are measured in turn; where the best of three are too
    far apart, three more of each are added, up to four times.
    """
    once, twice = ((unit * length)[:length] for length in (size, 2 * size))
    best, best_of_twice = math.inf, math.inf
    with _garbage_kept():
        if _seconds(work, twice) < _FLOOR:
            return
        for _ in range(_ATTEMPTS):
            for _ in range(_BEST_OF):
                best = min(best, _seconds(work, once))
                best_of_twice = min(best_of_twice, _seconds(work, twice))
            if best_of_twice < _FLOOR or best_of_twice < _MOST * best:
                return
    pytest.fail(f"{unit!r} × {size} takes {best:.3f} s of processor time, twice that {best_of_twice:.3f} s")


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
