"""What the records of the editor's files are made of: kinds of value, and the base of all records."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated

from dateutil.parser import isoparse
from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints

_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
Slug = Annotated[str, StringConstraints(pattern=rf"^{_SLUG}$", max_length=64)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Label = Annotated[str, StringConstraints(pattern=r"^[0-9]+[a-z]?$")]
EventId = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}\.[0-9]+[a-z]?$")]


def day_of(value: object) -> object:
    """Return the day that *value* says, YYYY-MM-DD; *value* itself where it says none."""
    return (
        isoparse(value).date()
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value)
        else value
    )


Day = Annotated[dt.date, BeforeValidator(day_of)]


class Known(BaseModel):
    """A record an editor wrote: frozen, and no key that is not expected."""

    model_config = ConfigDict(frozen=True, extra="forbid")
