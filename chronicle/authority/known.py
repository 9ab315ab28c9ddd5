"""seeds/authority/: who and what is known by name, as frozen records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, StringConstraints, field_validator

from chronicle.authority.fields import Day, EventId, Known, Slug, Text


class Join(Known):
    """A printed form that means the person in one event only."""

    event: EventId
    printed: Text


#: why something is withheld: the person asks; it endangers somebody; a child; a court or law demands it; private life
Reason = Literal["request", "safety", "child", "law", "privacy"]


class Redaction(Known):
    """Words of an event that are withheld, and what stands in their place."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    event: EventId
    #: as printed, white space aside
    words: Text
    shown: Text = Field(default="[passage withheld]", alias="as")

    @field_validator("shown")
    @classmethod
    def _in_brackets(cls, shown: str) -> str:
        """Return *shown* in one line and in brackets: a reader must not take it for words of the digest."""
        words = " ".join(shown.split()).removeprefix("[").removesuffix("]").strip()
        if not words or words.isdigit() or {"[", "]"} & set(words):
            msg = "'as' must be a few words, without brackets in them: they are shown as [words]"
            raise ValueError(msg)
        return f"[{words}]"


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
    #: under 18, though no text says so
    minor: Literal["yes"] | None = None
    #: whether search engines may list the page; where it is not given, site.yaml says it for all private persons
    noindex: Literal["yes", "no"] | None = None
    #: the name stands nowhere on the site: needs `reason` and `date`
    withhold: Literal["yes"] | None = None
    #: the kind of reason for which a name or passage is withheld
    reason: Reason | None = None
    #: since when
    date: Day | None = None
    #: passages of events that are withheld
    redact: tuple[Redaction, ...] = ()


#: a column or a row of the map of tiles
TilePlace = Annotated[int, Field(ge=1, le=20)]


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
    #: column and row of its square on the map of tiles, from 1; the country's regions, and cities of that rank
    tile: tuple[TilePlace, TilePlace] | None = None
    #: what stands in the square: 'NKZ'
    short: Annotated[str, StringConstraints(max_length=5)] = ""


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
