"""What has been published: every address ever given, and the words that stood there last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

#: what has addresses that last, in the order of the ledger
LASTING = ("event", "person", "place", "statute", "topic", "case")
#: what can have become of an address
STATES = ("live", "withdrawn", "merged", "divided", "moved", "redacted")
#: why an address went with what it stood for: such a line comes back as it went, without an editor's word
NOT_SHOWN = "the events that named it are not shown any more"
KEPT_OUT = "kept out of the index"


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLine:
    """One address that was published, and what became of it."""

    #: one of LASTING
    kind: str
    #: '2022-12.18', 'zhanbolat-mamay', 'cc/405'
    id: str
    #: one of STATES
    state: str = "live"
    #: ids of the same kind that it leads to: one for 'merged' and 'moved', two or more for 'divided';
    #: for a live event 'entry 18': the position of the entry that an editor says it is
    to: tuple[str, ...] = ()
    #: when the state began; None where it is not known
    date: dt.date | None = None
    reason: str = ""

    @property
    def ends(self) -> tuple[str, ...]:
        """The ids that the address leads to; none where it is live, withdrawn or redacted."""
        return self.to if self.state in ("merged", "divided", "moved") else ()

    @property
    def follows(self) -> bool:
        """Whether the state followed from what became of events or people: it ends when that does."""
        return (self.state, self.reason) in (("withdrawn", NOT_SHOWN), ("redacted", KEPT_OUT))


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every line, by kind and id, in order."""

    lines: tuple[LedgerLine, ...] = ()

    def of(self, kind: str) -> dict[str, LedgerLine]:
        """Return the lines of one kind by id."""
        return {line.id: line for line in self.lines if line.kind == kind}

    def __iter__(self) -> Iterator[LedgerLine]:
        """Yield the lines in order."""
        return iter(self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Words of a published event that its digest later printed otherwise."""

    date: dt.date
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """An event as it was published last: by this it is known again when its digest changes."""

    #: '2022-12.18'
    event: str
    #: as published: withheld words are not in it
    text: str
    #: what had become of it then: one of STATES
    state: str = "live"
    #: what its page led to, people aside: 'place/aksay', 'statute/cc/405'
    ids: tuple[str, ...] = ()
    #: (id, or '' without a page; the first form printed), in order of first mention; nobody who is withheld
    people: tuple[tuple[str, str], ...] = ()
    #: oldest first
    changes: tuple[Change, ...] = ()
