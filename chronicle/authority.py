"""What is known: seeds/authority/*.yaml, site.yaml and the editions' sidecars -> checked, frozen records.

Text in, records out: `files` reads. Every mistake of every file is named at once, with file, line and key.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Annotated, Literal

from dateutil.parser import isoparse
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
Slug = Annotated[str, StringConstraints(pattern=rf"^{_SLUG}$", max_length=64)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Label = Annotated[str, StringConstraints(pattern=r"^[0-9]+[a-z]?$")]
EventId = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}\.[0-9]+[a-z]?$")]


def _day(value: object) -> object:
    return (
        isoparse(value).date()
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value)
        else value
    )


Day = Annotated[dt.date, BeforeValidator(_day)]


class Known(BaseModel):
    """A record an editor wrote: frozen, and no key that is not expected."""

    model_config = ConfigDict(frozen=True, extra="forbid")


# ---------------------------------------------------------------- seeds/authority/


class Join(Known):
    """A printed form that means the person in one event only."""

    event: EventId
    printed: Text


class KnownPerson(Known):
    """people.yaml: one person, whose spellings an editor has joined."""

    name: Text
    #: the address of the page; made from the name where it is not given
    id: Slug | None = None
    #: forms that mean this person wherever they stand ('Mamay Zh.'); `name` itself is one of them
    spellings: tuple[Text, ...] = ()
    #: forms that mean this person in one event only ('Izmailov')
    joins: tuple[Join, ...] = ()
    #: why the spellings are held to be one person
    why: str = ""
    #: under what the name stands in lists, where it is not the last word: 'Xi'
    surname: str = ""
    #: a person under 18 has a page only with 'yes', and with a reason in `why`
    index: Literal["yes", "no"] | None = None


class KnownPlace(Known):
    """places.yaml: one country, region, district, city, town or settlement."""

    id: Slug
    name: Text
    kind: Literal["country", "region", "city", "town", "district", "city-district", "settlement", "village"]
    #: id of the next larger place: district -> region, city -> region, city-district -> city, region -> country
    within: Slug | None = None
    #: other spellings and languages, as digests may print them
    other: tuple[Text, ...] = ()
    former: tuple[Text, ...] = ()
    misprints: tuple[Text, ...] = ()
    #: latitude and longitude of the centre, degrees
    at: tuple[float, float] | None = None
    #: where the coordinates come from
    source: str = ""
    #: ISO 3166-2 code of a region: 'KZ-63'
    iso: str = ""


class KnownArticle(Known):
    """One article of a code. No title is better than a wrong one."""

    title: Text | None = None
    #: whether the title is the digest's own gloss or a plain rendering of the editor's
    origin: Literal["digest", "editor"] | None = None


class KnownCode(Known):
    """statutes.yaml: one code of law."""

    #: in addresses: 'cc'
    id: Slug
    #: in records: 'CC'
    code: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,8}$")]
    name: Text
    #: as printed, without the country: 'Administrative Offences Code'
    printed: tuple[Text, ...]
    number: str = ""
    adopted: Day | None = None
    note: str = ""
    articles: Mapping[Annotated[str, StringConstraints(pattern=r"^\d{1,4}(?:-\d{1,3})?$")], KnownArticle] = {}


class KnownTopic(Known):
    """topics.yaml: a topic, and the words that speak of it."""

    id: Slug
    name: Text
    about: Text
    #: words and phrases in lower case; `*` stands for any ending ('journalist*'); weight 2
    strong: tuple[Text, ...] = ()
    #: the same; weight 1
    weak: tuple[Text, ...] = ()
    #: provisions whose citation speaks of it: 'CC 405', 'CAO 488'; weight 2
    provisions: tuple[Text, ...] = ()
    #: kinds of sanction that speak of it; weight 2
    sanctions: tuple[Text, ...] = ()
    #: provisions, whole codes ('CC') and kinds of sanction that hint at it; weight 1
    hints: tuple[Text, ...] = ()
    #: words whose presence silences the words around them: phrases blanked before counting
    unless: tuple[Text, ...] = ()
    #: the first day on which an event can be about it: a topic that is itself an event
    since: Day | None = None


class KnownOutlet(Known):
    """outlets.yaml: who stands behind a host name."""

    id: Slug
    name: Text
    kind: Literal["news", "social", "video", "ngo", "official", "other"]
    hosts: tuple[Annotated[str, StringConstraints(pattern=r"^[a-z0-9.-]+$")], ...]


class Names(Known):
    """names.yaml: what personal names of the region are made of."""

    #: given names, any one common spelling: variants are found by their fold key
    given: tuple[Text, ...]
    #: given names of women, which do not stand in `given`
    women: tuple[Text, ...] = ()
    #: given names that are also a word, a people's or a religion's: names only beside a surname ('Nasirov Muslim')
    words: tuple[Text, ...] = ()
    #: surnames without a telling ending, above all those that are also another word ('Ten', 'Kim')
    surnames: tuple[Text, ...] = ()
    #: endings that mark a surname: 'ov', 'ova', 'bayev'
    surname_endings: tuple[Text, ...] = ()
    #: endings that mark a patronymic: 'ovich', 'uly'
    patronymic_endings: tuple[Text, ...] = ()
    #: capitalised words that are no part of a name though they look like one
    never: tuple[Text, ...] = ()


class Unit(Known):
    """A unit of money, and how it is printed."""

    #: in records: 'KZT'
    id: Text
    #: one, several
    name: tuple[Text, Text]
    printed: tuple[Text, ...]


class Words(Known):
    """words.yaml: words of the country that English digests keep: offices, money, kinds of place."""

    #: the country that the chronicle is about: an id of places.yaml
    country: Slug
    #: its names as printed after a code: 'Republic of Kazakhstan', 'RK'
    country_names: tuple[Text, ...]
    #: words for people who act for the state: 'akim', 'deputy akim'
    officials: tuple[Text, ...] = ()
    #: words that make what they stand with an institution, not a person: 'akimat', 'maslikhat'
    institutions: tuple[Text, ...] = ()
    units: tuple[Unit, ...] = ()
    #: words of the country for a region, a village, …, beside the English ones
    place_words: Mapping[str, tuple[Text, ...]] = {}
    #: endings that make an adjective of a place's name: 'skiy', 'insky'
    adjective_endings: tuple[Text, ...] = ()


# ---------------------------------------------------------------- sidecars and site.yaml


class Period(Known):
    """First and last day that a digest covers."""

    first: Day
    last: Day


class KnownCorrection(Known):
    """A difference between print and meaning that the editor vouches for."""

    #: the label of the entry, or 'all'
    entry: Label | Literal["all"]
    field: Literal["date", "year"]
    printed: Text
    #: a day (YYYY-MM-DD) for 'date', four digits for 'year'
    meant: Text
    reason: Text
    date: Day

    @model_validator(mode="after")
    def _meant_fits(self) -> KnownCorrection:
        form = r"[0-9]{4}" if self.field == "year" else r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
        if not re.fullmatch(form, self.meant) or (self.field == "date" and _day(self.meant) is None):
            msg = f"'meant' must be {'a year' if self.field == 'year' else 'a day written YYYY-MM-DD'}"
            raise ValueError(msg)
        if (self.field == "year") != (self.entry == "all"):
            msg = "a 'year' is corrected for 'all' entries, a 'date' for one"
            raise ValueError(msg)
        return self


class KnownSource(Known):
    """A source that the digest's note list lacks, supplied later."""

    number: Annotated[str, StringConstraints(pattern=r"^\d{1,4}$")]
    url: Text
    reason: Text
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


class Authority(Known):
    """All that is known, together."""

    people: tuple[KnownPerson, ...] = ()
    places: tuple[KnownPlace, ...] = ()
    codes: tuple[KnownCode, ...] = ()
    topics: tuple[KnownTopic, ...] = ()
    outlets: tuple[KnownOutlet, ...] = ()
    names: Names
    words: Words
