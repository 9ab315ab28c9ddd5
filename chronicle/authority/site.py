"""seeds/site.yaml and seeds/score.yaml: what the site is called, and how often it reads rightly, as frozen records."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from chronicle.authority.fields import Day, Known, Text


class SiteFacts(Known):
    """seeds/site.yaml: what the site is called, by whom, where."""

    title: Text
    tagline: str = ""
    publisher: Text
    #: where readers write; '' where there is none yet
    contact: str = ""
    #: absolute, with a slash at the end
    address: Annotated[str, StringConstraints(pattern=r"^https?://[^\s]+/$")]
    #: of the records: 'CC BY 4.0'
    licence: str = ""
    licence_address: str = ""
    language: str = "en"
    #: whose pages search engines are asked not to list: nobody's; those of people who act for no office; everybody's
    noindex: Literal["none", "private", "all"] = "none"


class Figure(Known):
    """A share of what was read that is right, 0 to 1."""

    what: Text
    #: on the digests
    share: Annotated[float, Field(ge=0, le=1)]
    #: on invented digests of the same family
    invented: Annotated[float, Field(ge=0, le=1)]


class Score(Known):
    """seeds/score.yaml: how often the reading was right, measured on so many events. Written by a command."""

    date: Day
    events: Annotated[int, Field(ge=1)]
    #: the number of invented events
    invented: Annotated[int, Field(ge=1)]
    figures: tuple[Figure, ...]
