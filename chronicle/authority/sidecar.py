"""seeds/editions/YYYY-MM.yaml: what the editor says about one digest, as frozen records."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import StringConstraints, model_validator

from chronicle.authority.fields import Day, Known, Label, Text, day_of
from chronicle.authority.known import Redaction


class Period(Known):
    """First and last day that a digest covers."""

    first: Day
    last: Day


class KnownCorrection(Known):
    """A difference between print and meaning that the editor vouches for."""

    #: the label of the entry, or 'all'
    entry: Label | Literal["all"]
    field: Literal["date", "year", "place", "person", "provision", "sanction", "note"]
    #: the words as printed; only a 'note' may go without
    printed: str = ""
    #: 'date': a day (YYYY-MM-DD); 'year': four digits; 'place': an id of places.yaml; 'person': the name as it should be;
    #: 'provision': 'CC 405(2)'; 'sanction': 'imprisonment 37 months', 'fine 91890 KZT'; 'note': what the editor remarks
    meant: Text
    reason: Text
    date: Day
    #: by whom it was noticed
    noticed: str = ""

    @model_validator(mode="after")
    def _meant_fits(self) -> KnownCorrection:
        form = {"year": r"[0-9]{4}", "date": r"[0-9]{4}-[0-9]{2}-[0-9]{2}"}.get(self.field, r"(?s:.*)")
        if not re.fullmatch(form, self.meant) or (self.field == "date" and day_of(self.meant) is None):
            msg = f"'meant' must be {'a year' if self.field == 'year' else 'a day written YYYY-MM-DD'}"
            raise ValueError(msg)
        if (self.field == "year") != (self.entry == "all"):
            msg = "a 'year' is corrected for 'all' entries, a 'date' and the rest for one"
            raise ValueError(msg)
        if not self.printed and self.field != "note":
            msg = "'printed' must hold the words as the digest prints them"
            raise ValueError(msg)
        return self


class KnownSource(Known):
    """A source that the note list lacks, or whose address there leads nowhere by itself, supplied later."""

    number: Annotated[str, StringConstraints(pattern=r"^\d{1,4}$")]
    url: Text
    reason: Text
    date: Day


class KnownCopy(Known):
    """An archived copy of a source."""

    number: Annotated[str, StringConstraints(pattern=r"^\d{1,4}$")]
    #: at an archive that site.yaml or the program knows
    url: Text
    #: when the copy was made
    date: Day


class Sidecar(Known):
    """seeds/editions/YYYY-MM.yaml: what the editor says about a digest. Every key may be missing."""

    title: str = ""
    period: Period | None = None
    #: the address at which the digest was published
    address: str = ""
    #: the name of the file as received
    received: str = ""
    corrections: tuple[KnownCorrection, ...] = ()
    sources: tuple[KnownSource, ...] = ()
    archived: tuple[KnownCopy, ...] = ()
    #: passages of its events that are withheld
    redact: tuple[Redaction, ...] = ()
