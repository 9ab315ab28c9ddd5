"""A text and the stretches to be taken out of it in, the text without them out, and where all else stands now."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from chronicle.model import Span


@dataclass(frozen=True, slots=True, order=True)
class Cut:
    """A stretch that is taken out, and the words in brackets that stand in its place."""

    at: Span
    shown: str
    #: whether it is a passage: where it meets a name, its words stand
    passage: bool = False


@dataclass(frozen=True, slots=True)
class Shortened:
    """A text from which *cuts* were taken, and the way from places in the old text to places in the new."""

    before: str
    text: str
    #: in order, apart from each other
    cuts: tuple[Cut, ...]
    starts: tuple[int, ...]
    #: by how much what stands behind so many cuts has moved
    moves: tuple[int, ...]

    @classmethod
    def of(cls, text: str, cuts: Iterable[Cut]) -> Shortened:
        """Return *text* without *cuts*; those that overlap become one."""
        kept = _apart(cuts)
        pieces, at = [], 0
        for cut in kept:
            pieces += [text[at : cut.at.start], cut.shown]
            at = cut.at.end
        moves = accumulate((len(c.shown) - (c.at.end - c.at.start) for c in kept), initial=0)
        return cls(text, "".join((*pieces, text[at:])), kept, tuple(c.at.start for c in kept), tuple(moves))

    def place(self, at: int) -> int:
        """Return where the character *at* stands now; the beginning of the mark where it was taken out."""
        n, cut = self._cut(at)
        return cut.at.start + self.moves[n - 1] if cut else at + self.moves[n]

    def span(self, span: Span) -> Span | None:
        """Return what is left of *span*: with the marks that lie within it; None where all of it was taken out."""
        _, first = self._cut(span.start)
        _, last = self._cut(span.end - 1)
        if first and first.at.end >= span.end:
            return None
        start = first.at.end if first and first.at.start < span.start else span.start
        end = last.at.start if last and last.at.end > span.end else span.end
        kept = self.before[start:end]
        start, end = end - len(kept.lstrip()), start + len(kept.rstrip())
        return Span(self.place(start), self._behind(end)) if start < end else None

    def mark(self, span: Span) -> tuple[Cut, Span] | None:
        """Return a cut that *span* overlaps, and where its mark stands: a passage before a name; None without any."""
        first = max(bisect_right(self.starts, span.start) - 1, 0)
        last = bisect_right(self.starts, span.end)
        met = [n for n in range(first, last) if self.cuts[n].at.overlaps(span)]
        if not met:
            return None
        n = next((n for n in met if self.cuts[n].passage), met[0])
        start = self.cuts[n].at.start + self.moves[n]
        return self.cuts[n], Span(start, start + len(self.cuts[n].shown))

    def _behind(self, end: int) -> int:
        """Return where the character before *end* ends now."""
        n, cut = self._cut(end - 1)
        return cut.at.end + self.moves[n] if cut else end + self.moves[n]

    def _cut(self, at: int) -> tuple[int, Cut | None]:
        """Return how many cuts begin at or before *at*, and the one that it lies in."""
        n = bisect_right(self.starts, at)
        return n, self.cuts[n - 1] if n and at < self.cuts[n - 1].at.end else None


def _apart(cuts: Iterable[Cut]) -> tuple[Cut, ...]:
    """Return *cuts* in order, those that overlap joined under the words of a passage, else of the first."""
    kept: list[Cut] = []
    for cut in sorted(cuts):
        if kept and cut.at.start < kept[-1].at.end:
            last = kept[-1]
            end = max(last.at.end, cut.at.end)
            told = cut if cut.passage and not last.passage else last
            kept[-1] = Cut(Span(last.at.start, end), told.shown, told.passage)
        else:
            kept.append(cut)
    return tuple(kept)
