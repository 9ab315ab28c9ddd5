"""An event -> how its page says that it is cited and checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chronicle import urls
from chronicle.pages.lookup import Lookup, edition_ref
from chronicle.pages.records import Ref
from chronicle.references import Reference, bibtex, csl, in_words, ris

if TYPE_CHECKING:
    from chronicle.model import Edition, Event, Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where an event is printed, and how it is cited."""

    edition: Ref
    entry: Ref
    #: in words, with room for the day of access
    citation: str
    address: str
    file: str
    line: int
    sha256: str
    #: other ids under which it was published; '' for none
    formerly: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """How an event is cited, in one form, as text and as a file."""

    name: str
    #: who reads it
    about: str
    file: str
    href: str
    text: str


def origin(event: Event, edition: Edition, cited: Reference, lookup: Lookup, site: Site) -> Origin:
    """Return where *event* of *edition* is printed, and how it is *cited*."""
    return Origin(
        edition=edition_ref(edition),
        entry=Ref(label=f"entry {event.id} in the digest", href=urls.edition_entry(event.id)),
        citation=in_words(cited, site.date),
        address=site.address + urls.public(urls.event(event.id)),
        file=edition.file,
        line=event.line,
        sha256=edition.sha256,
        formerly=", ".join(lookup.formerly.get(event.id, ())),
    )


def citations(cited: Reference) -> tuple[Citation, ...]:
    """Return every form in which programs take a citation."""
    forms = (
        ("BibTeX", "for LaTeX", "bib", bibtex(cited)),
        ("RIS", "for Zotero, EndNote, Mendeley, Citavi", "ris", ris(cited)),
        ("CSL-JSON", "for Zotero, Pandoc", "json", csl(cited)),
    )
    return tuple(
        Citation(
            name=name, about=about, file=f"cite.{ending}", href=urls.citation(cited.id, ending), text=text
        )
        for name, about, ending, text in forms
    )
