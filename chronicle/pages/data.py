"""Chronicle -> the page of downloads: every file, every key, and how many records there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from chronicle import urls
from chronicle.pages import words
from chronicle.pages.records import Page

if TYPE_CHECKING:
    from chronicle.pages.lookup import Lookup


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A file to download."""

    #: relative to the site's root
    href: str
    name: str
    about: str
    #: '1,229 events'
    count: str
    #: each key and what it holds
    keys: tuple[tuple[str, str], ...]
    #: its JSON Schema, relative to the site's root
    schema: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPage(Page):
    """What can be downloaded."""

    template: ClassVar[str] = "data.html"

    downloads: tuple[Download, ...]


_EVENT_KEYS: Final = (
    ("id", "the citation form: edition and label"),
    (
        "edition, label, ordinal",
        "the digest’s month, the entry’s fixed label, its position in the digest, from 1",
    ),
    ("url", "the event’s page, relative to the root of the site"),
    ("title", "made from date, place, subjects and provisions; the digest prints none"),
    ("date, date_printed", "the day meant, YYYY-MM-DD, null where none is understood; the date as printed"),
    (
        "dateline, mentions",
        "places as {id, name}: those of the dateline, most specific first; others in the text",
    ),
    ("people", "{id, name, role, printed}: id is null where the person has no page; printed lists the forms"),
    ("statutes", "{id, code, article, part, point}: strings, or null where the text does not say"),
    ("sanctions", "{kind, amount, unit, printed}: amount and unit are null where no term or sum is given"),
    ("topics", "ids of topics"),
    (
        "notes",
        "{number, url, outlet, archived, fragile}: without a source url is null; archived is {url, date} of a copy, or null",
    ),
    ("text", "the words as printed"),
    ("source", "{file, line, sha256} of the digest that the event was read from"),
    (
        "corrections",
        "{field, printed, meant, reason, date}: where print and meaning differ; noticed, where it is said by whom",
    ),
    ("findings", "{code, message}: what is odd in the entry"),
)

_PEOPLE_KEYS: Final = (
    ("id, url", "the last part of the page’s address; the page, relative to the root of the site"),
    ("name", "the canonical name, given name first"),
    ("printed", "every form printed anywhere"),
    ("events", "{id, role}: the events that name the person, and the part played in each"),
)
_PLACES_KEYS: Final = (
    ("id, url, name", "as above; the name is the canonical one"),
    ("kind", "country, region, city, town, district, city-district, settlement, village or unknown"),
    ("listed", "false where the gazetteer does not know the place and its form alone made it one"),
    ("within", "ids of the places it lies in, from the next larger to the largest"),
    ("other, former", "other spellings; former names"),
    ("latitude, longitude, coordinates_from", "the centre in degrees, or null; where the figures come from"),
    (
        "events, events_inside",
        "ids of the events that name it; of those that name only places that lie in it",
    ),
)
_STATUTES_KEYS: Final = (
    ("id, url, code, name", "of a code of law: its part of the address, its page, its short form, its name"),
    ("number, adopted", "the official number; the day it was adopted, or null where not recorded"),
    ("articles", "{id, url, article, title, title_from, events}: title is null where it is not recorded"),
)


def data_page(lookup: Lookup) -> DataPage:
    """Return the page of downloads."""
    return DataPage(
        path=urls.DATA,
        title="Data",
        description="All records of the chronicle to download, with what each key holds.",
        downloads=_downloads(lookup),
    )


def _downloads(lookup: Lookup) -> tuple[Download, ...]:
    chronicle = lookup.chronicle
    return (
        _download(
            "events",
            "Every event, in order of edition and position.",
            len(chronicle.events),
            words.EVENTS,
            _EVENT_KEYS,
        ),
        _download(
            "people",
            "Everyone with a page: id, name, the forms printed and the events that name them.",
            len(chronicle.people),
            words.PEOPLE,
            _PEOPLE_KEYS,
        ),
        _download(
            "places",
            "Every place: id, name, kind, what it lies in, coordinates and the events that name it.",
            len(chronicle.places),
            words.PLACES,
            _PLACES_KEYS,
        ),
        _download(
            "statutes",
            "Every code and article cited, with titles where they are recorded and the events that cite them.",
            len(lookup.articles),
            words.ARTICLES,
            _STATUTES_KEYS,
        ),
    )


def _download(
    name: str, about: str, number: int, noun: tuple[str, str], keys: tuple[tuple[str, str], ...]
) -> Download:
    return Download(
        href=f"data/{name}.json",
        name=f"{name}.json",
        about=about,
        count=words.count(number, noun),
        keys=keys,
        schema=f"data/{name}.schema.json",
    )
