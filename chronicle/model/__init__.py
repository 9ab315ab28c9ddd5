"""The frozen records that every stage shares. Imports nothing of ours.

A `Span` counts characters of *one event's text* (``Event.text``), start inclusive, end exclusive.
``Event.start`` is where that text begins in the digest, so ``digest[event.start + span.start]`` is the
first character of a mention. The text is a slice of the digest, never a cleaned copy.
"""

from chronicle.model.events import (
    UNTOLD,
    Copy,
    Correction,
    Edition,
    Event,
    Finding,
    LeftOut,
    Note,
)
from chronicle.model.ledger import (
    KEPT_OUT,
    LASTING,
    NOT_SHOWN,
    STATES,
    Change,
    Ledger,
    LedgerLine,
    Remembered,
)
from chronicle.model.mentions import (
    ROLES,
    SANCTION_KINDS,
    WITHHELD,
    NameMention,
    NoteMarker,
    Participant,
    PersonName,
    PlaceMention,
    PrintedDate,
    Provision,
    Sanction,
    Source,
    Span,
)
from chronicle.model.whole import (
    Article,
    Chronicle,
    Code,
    Outlet,
    Output,
    Person,
    Place,
    Site,
    Topic,
)

__all__ = [
    "KEPT_OUT",
    "LASTING",
    "NOT_SHOWN",
    "ROLES",
    "SANCTION_KINDS",
    "STATES",
    "UNTOLD",
    "WITHHELD",
    "Article",
    "Change",
    "Chronicle",
    "Code",
    "Copy",
    "Correction",
    "Edition",
    "Event",
    "Finding",
    "Ledger",
    "LedgerLine",
    "LeftOut",
    "NameMention",
    "Note",
    "NoteMarker",
    "Outlet",
    "Output",
    "Participant",
    "Person",
    "PersonName",
    "Place",
    "PlaceMention",
    "PrintedDate",
    "Provision",
    "Remembered",
    "Sanction",
    "Site",
    "Source",
    "Span",
    "Topic",
]
