"""What the ready-made tables count: each measure with its unit, and in words what is counted and what is not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What is counted."""

    id: str
    #: 'Fines'
    name: str
    #: 'mention', 'mentions': the unit
    noun: tuple[str, str]
    #: what is counted, and what is not
    about: str
    #: kinds of sanction; empty where none are counted
    kinds: tuple[str, ...] = ()


EVENTS: Final = Measure(
    id="events",
    name="Events",
    noun=("event", "events"),
    about="Entries of the digests. One incident may be told in several entries: each counts.",
)
SUBJECTS: Final = Measure(
    id="subjects",
    name="People concerned, with a page",
    noun=("person", "people"),
    about="People whom the events are about and who have a page here: each once in a row, in however many events. They may be the "
    "accused, the victim or the complainant. Officials, lawyers, relatives and witnesses are not counted.",
)
OTHERS: Final = Measure(
    id="others",
    name="Others concerned",
    noun=("mention", "mentions"),
    about="People whom the events are about and who have no page, for only a surname or initials are known, or the name is kept "
    "out of lists: once for every event that names them, for it cannot be said who is the same. Groups without names are not counted.",
)
DETENTIONS: Final = Measure(
    id="detentions",
    name="Detentions",
    noun=("mention", "mentions"),
    about="Administrative detention and pre-trial detention, as the events name them. Being taken to a police station, without "
    "a measure being named, is not counted.",
    kinds=("administrative_detention", "pretrial_detention"),
)
PRISON: Final = Measure(
    id="prison-terms",
    name="Prison terms",
    noun=("mention", "mentions"),
    about="Imprisonment, with or without a term.",
    kinds=("imprisonment",),
)
RESTRICTIONS: Final = Measure(
    id="restrictions",
    name="Restrictions of liberty",
    noun=("mention", "mentions"),
    about="Restriction of liberty and house arrest.",
    kinds=("restriction_of_liberty", "house_arrest"),
)
FINES: Final = Measure(
    id="fines",
    name="Fines",
    noun=("mention", "mentions"),
    about="Fines, with or without a sum. The sums are added by currency, as printed and without conversion: what each of several "
    "people pays counts once, so the true sum may be higher; what is told twice counts twice, so it may be lower.",
    kinds=("fine",),
)
REFUSALS: Final = Measure(
    id="refusals",
    name="Refusals of assemblies",
    noun=("event", "events"),
    about="Events that tell that a rally, a picket or another assembly was not permitted, also where a court decides on it later. "
    "They are found by their words, and some may be missed or mistaken.",
)
NOTES: Final = Measure(
    id="notes",
    name="Notes",
    noun=("note", "notes"),
    about="Notes that the entries carry, each once in an entry.",
)
MISSING: Final = Measure(
    id="missing",
    name="Without a source",
    noun=("note", "notes"),
    about="Notes for which the digest gives no address and no editor has supplied one.",
)
UNSAVED: Final = Measure(
    id="unsaved",
    name="May vanish, no copy",
    noun=("note", "notes"),
    about="Notes whose source stands where posts vanish or only members may read, and of which no archived copy is recorded.",
)
MEASURES: Final = (EVENTS, SUBJECTS, OTHERS, DETENTIONS, PRISON, RESTRICTIONS, FINES, REFUSALS)
SOURCES: Final = (NOTES, MISSING, UNSAVED)
