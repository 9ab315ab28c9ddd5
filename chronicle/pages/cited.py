"""An event -> how its page says that it is cited and checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chronicle import urls
from chronicle.pages.lookup import Lookup, edition_ref
from chronicle.pages.records import Ref
from chronicle.references import Reference, bibtex, csl, in_words, reference, ris, tags

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chronicle.model import Edition, Event, Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """How an event is cited, in one form, as text and as a file."""

    name: str
    #: who reads it
    about: str
    file: str
    href: str
    text: str


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
    #: for reference managers: names and contents of meta tags
    tags: tuple[tuple[str, str], ...]
    #: for programs: every form, to copy and as a file
    citations: tuple[Citation, ...]


def origin(event: Event, edition: Edition, lookup: Lookup, site: Site) -> Origin:
    """Return where *event* of *edition* is printed, and how it is cited."""
    cited = reference(event, edition, site)
    return Origin(
        edition=edition_ref(edition),
        entry=Ref(label=f"entry {event.id} in the digest", href=urls.edition_entry(event.id)),
        citation=in_words(cited, site.date),
        address=site.address + urls.public(urls.event(event.id)),
        file=edition.file,
        line=event.line,
        sha256=edition.sha256,
        formerly=", ".join(lookup.formerly.get(event.id, ())),
        tags=tags(cited),
        citations=tuple(_citations(cited)),
    )


def _citations(cited: Reference) -> Iterator[Citation]:
    for name, about, ending, text in (
        ("BibTeX", "for LaTeX", "bib", bibtex(cited)),
        ("RIS", "for Zotero, EndNote, Mendeley, Citavi", "ris", ris(cited)),
        ("CSL-JSON", "for Zotero, Pandoc", "json", csl(cited)),
    ):
        yield Citation(
            name=name, about=about, file=f"cite.{ending}", href=urls.citation(cited.id, ending), text=text
        )
