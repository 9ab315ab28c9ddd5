"""A stream, taken to its end."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def drained(stream: Generator[T, None, R]) -> tuple[list[T], R]:
    """Return what *stream* yields, and what it returns."""
    found: list[T] = []
    while True:
        try:
            found.append(next(stream))
        except StopIteration as end:
            return found, end.value
