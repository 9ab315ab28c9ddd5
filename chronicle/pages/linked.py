"""An event -> what its page says to programs, as JSON-LD in the words of schema.org: nobody without a page is named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2.utils import htmlsafe_json_dumps

from chronicle import urls
from chronicle.addresses import fault_of, strip_traces
from chronicle.pages import words
from chronicle.pages.errata import veiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markupsafe import Markup

    from chronicle.model import Correction, Edition, Event, Site
    from chronicle.pages.lines import SourceLine
    from chronicle.pages.lookup import Lookup

_Record = dict[str, Any]


def linked(
    event: Event, edition: Edition, sources: Iterable[SourceLine], lookup: Lookup, site: Site
) -> Markup:
    """Return *event* of *edition* as the content of a script of type application/ld+json, fit to stand in HTML.

    `about` are its dateline and those concerned, `mentions` everyone and everywhere else; only what has a page.
    """
    corrections = veiled(event)
    about, mentions = _named(event, lookup, site)
    record: _Record = {
        "@context": "https://schema.org",
        "@type": "Article",
        "name": lookup.rows[event.id].title,
        "identifier": event.id,
        "url": site.address + urls.public(urls.event(event.id)),
        "inLanguage": site.language,
        "datePublished": edition.last.isoformat(),
        "dateModified": max([edition.last, *(one.date for one in corrections)]).isoformat(),
        "publisher": {"@type": "Organization", "name": site.publisher},
        "isBasedOn": _digest(edition),
        "about": about,
        "mentions": mentions,
        "citation": list(dict.fromkeys(one.href for one in sources if one.href)),
        "correction": [_comment(one, lookup) for one in corrections],
    }
    if site.licence_address:
        record["license"] = site.licence_address
    return htmlsafe_json_dumps(
        {key: value for key, value in record.items() if value != []}, ensure_ascii=False
    )


def _digest(edition: Edition) -> _Record:
    digest = {
        "@type": "CreativeWork",
        "name": words.edition_title(edition),
        "identifier": edition.sha256,
    }
    address = strip_traces(edition.address)
    return digest | ({"url": address} if address and not fault_of(address) else {})


def _named(event: Event, lookup: Lookup, site: Site) -> tuple[list[_Record], list[_Record]]:
    """Return what the event is about, and what it mentions besides."""
    about = [*_places((one.id for one in event.dateline), lookup, site)]
    about += _people((one.id for one in event.subjects), lookup, site)
    everything = [*_places((one.id for one in event.mentions), lookup, site)]
    everything += _people((one.id for one in event.people), lookup, site)
    return about, [one for one in everything if one not in about]


def _places(ids: Iterable[str], lookup: Lookup, site: Site) -> Iterator[_Record]:
    for place in (lookup.places[one] for one in dict.fromkeys(ids) if one in lookup.places):
        yield {
            "@type": "Place",
            "name": place.name,
            "url": site.address + urls.public(urls.place(place.id)),
        }


def _people(ids: Iterable[str | None], lookup: Lookup, site: Site) -> Iterator[_Record]:
    for person in (lookup.people[one] for one in dict.fromkeys(filter(None, ids)) if one in lookup.people):
        yield {
            "@type": "Person",
            "name": person.name,
            "url": site.address + urls.public(urls.person(person.id)),
        }


def _comment(one: Correction, lookup: Lookup) -> _Record:
    text = words.corrected(one, lookup.places)
    return {"@type": "CorrectionComment", "text": text, "datePublished": one.date.isoformat()}
