"""What is known: seeds/authority/*.yaml, site.yaml and the editions' sidecars -> checked, frozen records.

Text in, records out: `files` reads. Every mistake of every file is named at once, with file, line and key.
"""

from __future__ import annotations

from chronicle.authority.cases import KnownCase, case_mistakes
from chronicle.authority.fields import Day, EventId, Known, Label, Slug, Text
from chronicle.authority.known import (
    Join,
    KnownArticle,
    KnownCode,
    KnownOutlet,
    KnownPerson,
    KnownPlace,
    KnownTopic,
    Reason,
    Redaction,
)
from chronicle.authority.sidecar import KnownCopy, KnownCorrection, KnownSource, Period, Sidecar
from chronicle.authority.site import Figure, Score, SiteFacts
from chronicle.authority.words import Names, Unit, Words

__all__ = [
    "Authority",
    "Day",
    "EventId",
    "Figure",
    "Join",
    "Known",
    "KnownArticle",
    "KnownCase",
    "KnownCode",
    "KnownCopy",
    "KnownCorrection",
    "KnownOutlet",
    "KnownPerson",
    "KnownPlace",
    "KnownSource",
    "KnownTopic",
    "Label",
    "Names",
    "Period",
    "Reason",
    "Redaction",
    "Score",
    "Sidecar",
    "SiteFacts",
    "Slug",
    "Text",
    "Unit",
    "Words",
    "case_mistakes",
]


class Authority(Known):
    """All that is known, together."""

    people: tuple[KnownPerson, ...] = ()
    places: tuple[KnownPlace, ...] = ()
    codes: tuple[KnownCode, ...] = ()
    topics: tuple[KnownTopic, ...] = ()
    outlets: tuple[KnownOutlet, ...] = ()
    cases: tuple[KnownCase, ...] = ()
    names: Names
    words: Words
