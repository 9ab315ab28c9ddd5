"""An event -> how it is cited: in words, as BibTeX, RIS and CSL-JSON, and as tags that reference managers read.

Whoever an event names stands in a citation only as its title names them. The day of access is the reader's to fill in.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote

from chronicle import urls
from chronicle.model import Chronicle, Edition, Event, Output, Site

#: where a reader writes the day
ACCESSED: Final = "Accessed: ____________________."

#: a sign of BibTeX or LaTeX -> what prints it; braces by name, for BibTeX counts those that are escaped as well
_BIBTEX: Final = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "%&#$_"},
}
_SIGN: Final = re.compile("[" + re.escape("".join(_BIBTEX)) + "]")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
#: signs that stay as they are in an address
_IN_ADDRESS: Final = ":/?#[]@!$&'()*+,;=%~"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What is said of an event wherever it is cited: every text is one line."""

    #: '2022-12.18'
    id: str
    title: str
    #: of the site
    container: str
    publisher: str
    #: 'Digest of December 2022'
    edition: str
    #: the last day of the edition's period
    published: dt.date
    #: the last day on which something was corrected; `published` where nothing was
    modified: dt.date
    #: the event's own day; None where none is understood
    happened: dt.date | None
    address: str
    language: str
    licence: str


def reference(event: Event, edition: Edition, site: Site) -> Reference:
    """Return what is said of *event* of *edition* wherever it is cited."""
    return Reference(
        id=event.id,
        title=_line(event.title) or f"Event {event.id}",
        container=_line(site.title),
        publisher=_line(site.publisher),
        edition=_line(edition.title) or f"Digest of {edition.first:%B %Y}",
        published=edition.last,
        modified=max([edition.last, *(one.date for one in event.corrections)]),
        happened=event.date,
        address=quote(site.address + urls.public(urls.event(event.id)), safe=_IN_ADDRESS),
        language=site.language,
        licence=_line(site.licence),
    )


def reference_files(chronicle: Chronicle, site: Site) -> Iterator[Output]:
    """Yield the citation of every event as files beside its page: cite.bib, cite.ris, cite.json."""
    for edition in chronicle.editions:
        for event in edition.events:
            said = reference(event, edition, site)
            yield Output(urls.citation(event.id, "bib"), bibtex(said).encode())
            yield Output(urls.citation(event.id, "ris"), ris(said).encode())
            yield Output(urls.citation(event.id, "json"), csl(said).encode())


def in_words(said: Reference, built: dt.date) -> str:
    """Return the citation in words, as of the day the site was *built*, with room for the day of access."""
    parts = (
        said.title,
        f"Event {said.id}, {said.edition}",
        f"{said.container}, published by {said.publisher}",
        f"As of {built.day} {built:%B %Y}",
    )
    return f"{' '.join(map(_sentence, parts))} {said.address} {ACCESSED}"


def bibtex(said: Reference) -> str:
    """Return an entry `@misc`, for BibTeX and for BibLaTeX; letters of any script stand as they are, in UTF-8."""
    fields = {
        "title": f"{{{{{_escaped(said.title)}}}}}",
        "howpublished": f"{{{_escaped(said.container)}}}",
        "organization": f"{{{_escaped(said.publisher)}}}",
        "year": f"{{{said.published.year:04}}}",
        "month": _MONTHS[said.published.month - 1],
        "note": f"{{{_escaped(_note(said))}}}",
        "url": f"{{{said.address}}}",
    }
    lines = "".join(f"  {name} = {value},\n" for name, value in fields.items())
    return f"@misc{{event-{said.id.replace('.', '-')},\n{lines}}}\n"


def ris(said: Reference) -> str:
    """Return a record of type ELEC: a tag a line, lines end in CR LF."""
    lines = (
        ("TY", "ELEC"),
        ("TI", said.title),
        ("T2", said.container),
        ("PB", said.publisher),
        ("PY", f"{said.published.year:04}"),
        ("DA", f"{said.published:%Y/%m/%d}"),
        ("AN", said.id),
        ("N1", _note(said)),
        ("LA", said.language),
        ("UR", said.address),
        ("ER", ""),
    )
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines)


def csl(said: Reference) -> str:
    """Return a list of one item of CSL-JSON."""
    item: dict[str, Any] = {
        "id": said.id,
        "type": "webpage",
        "title": said.title,
        "container-title": said.container,
        "publisher": said.publisher,
        "number": said.id,
        "issued": _date(said.published),
        "note": _note(said),
        "language": said.language,
        "URL": said.address,
    }
    if said.happened:
        item["event-date"] = _date(said.happened)
    lines = ",\n".join(f"  {_json(key)}: {_json(value)}" for key, value in item.items())
    return f"[\n {{\n{lines}\n }}\n]\n"


def tags(said: Reference) -> tuple[tuple[str, str], ...]:
    """Return the names and contents of meta tags: those of Highwire Press, then those of Dublin Core."""
    every = (
        ("citation_title", said.title),
        ("citation_publication_date", f"{said.published:%Y/%m/%d}"),
        ("citation_publisher", said.publisher),
        ("citation_public_url", said.address),
        ("citation_language", said.language),
        ("DC.title", said.title),
        ("DC.type", "Text"),
        ("DC.identifier", said.address),
        ("DC.isPartOf", said.container),
        ("DC.publisher", said.publisher),
        ("DC.issued", said.published.isoformat()),
        ("DC.modified", said.modified.isoformat()),
        ("DC.source", said.edition),
        ("DC.language", said.language),
        ("DC.rights", said.licence),
    )
    return tuple((name, content) for name, content in every if content)


def _note(said: Reference) -> str:
    return f"Event {said.id} of {said.edition}"


def _date(day: dt.date) -> dict[str, list[list[int]]]:
    return {"date-parts": [[day.year, day.month, day.day]]}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _escaped(text: str) -> str:
    return _SIGN.sub(lambda sign: _BIBTEX[sign[0]], text)


def _line(text: str) -> str:
    return " ".join(text.split())


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
