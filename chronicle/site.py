"""Seeds in, outputs and findings out: the whole build, pure.

What is wrong is raised before the first output is made, so that nothing half-checked is ever written.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from jinja2 import BaseLoader, Environment

from chronicle import urls
from chronicle.answers import answer_files
from chronicle.apart import apart
from chronicle.archive import Archive, size_words
from chronicle.catalogue import Catalogue, read_catalogue
from chronicle.data import data_files, page_paths
from chronicle.downloads import downloads
from chronicle.feeds import feeds
from chronicle.findings import ChronicleError
from chronicle.leaks import sealed
from chronicle.links import checked
from chronicle.manifest import with_manifest
from chronicle.model import Chronicle, Finding, Ledger, Output, Site
from chronicle.pages import all_pages
from chronicle.pages.cards import with_cards
from chronicle.pages.data import data_page
from chronicle.pages.records import Card, Page
from chronicle.past import Past, State, past_of, remembered_of, ruled, state_of
from chronicle.reading import read
from chronicle.references import reference_files
from chronicle.render import environment, render
from chronicle.search import search_files
from chronicle.seeds import Options, Seeds
from chronicle.unarchived import unarchived
from chronicle.withholding.unindexed import unindexed

#: a stream of files that ends with the pages that are still to be made
_Made = Generator[Output, None, tuple[Page, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What a build holds."""

    events: int
    people: int
    places: int
    #: articles of codes
    statutes: int
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A site that is ready to be written: its files come one by one, as they are asked for."""

    outputs: Iterator[Output]
    findings: tuple[Finding, ...]
    counts: Counts
    #: events that a digest prints otherwise than when they were published last, a line each
    changed: tuple[str, ...]
    #: lines of digests, by file and number, that no message repeats
    unshown: frozenset[tuple[str, int]]
    #: what changes in the ledger, a line each, as it will stand there
    ruled: tuple[str, ...]
    #: the manifest's bytes in, what the seeds folder is to say of the build out
    state: Callable[[bytes], State]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What an editor is told before a site is built."""

    findings: tuple[Finding, ...]
    #: events that a digest prints otherwise than when they were published last, a line each
    changed: tuple[str, ...]
    #: lines of digests, by file and number, that no message repeats
    unshown: frozenset[tuple[str, int]]
    #: what a build would ask before it publishes, a sentence each
    questions: tuple[str, ...]
    #: the sources without an archived copy, and the lines that would record one
    unarchived: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Looks:
    """How pages become files."""

    env: Environment
    site: Site
    #: None: no pictures that go with links
    draw: Callable[[Card], bytes] | None

    def rendered(self, pages: Iterable[Page]) -> Iterator[Output]:
        """Yield a file per page."""
        return render(pages, self.env, self.site)

    def with_pictures(self, pages: Iterable[Page]) -> Iterator[Output]:
        """Yield a file per page, and then the pictures that go with links to them."""
        cards: list[Card] = []
        yield from self.rendered(with_cards(pages, self.site, cards) if self.draw else pages)
        yield from (Output(card.path, self.draw(card)) for card in cards if self.draw)


def build(
    seeds: Seeds,
    static: Sequence[Output],
    templates: BaseLoader,
    options: Options,
    draw: Callable[[Card], bytes] | None = None,
) -> Built:
    """Return the site of *seeds*, or raise one ChronicleError that names every mistake of theirs.

    *draw* makes the pictures that go with links, as PNG; without it there are none.
    """
    catalogue = read_catalogue(seeds)
    past = past_of(seeds)
    now = read(seeds, catalogue, past, options)
    _refuse(now.questions)
    chronicle, site = now.chronicle, _site(catalogue, now.day, options)
    prose = {page.stem: page.text for page in seeds.pages}
    units = {unit.id: unit.name for unit in catalogue.authority.words.units}
    looks = _Looks(env=environment(templates), site=site, draw=draw)
    archive = Archive()
    pages = all_pages(chronicle, site, prose, units, catalogue.score)
    made = _made(pages, chronicle, prose, looks)
    outputs = chain(static, _files(made if options.jobs == 1 else apart(made), looks, archive))
    gone = {line.id for line in chronicle.tombstones if line.kind == "person"}
    linked = checked(outputs, later=[urls.ARCHIVE])
    safe = sealed(linked, now.withheld, unindexed(chronicle.editions, gone))
    remembered = tuple(
        remembered_of(now.printed, chronicle, now.known_again.changes, past, now.standing.ledger)
    )
    return Built(
        outputs=archive.packed(with_manifest(safe, chronicle.editions, past.manifest, site.date)),
        findings=chronicle.findings,
        counts=_counts(chronicle, prose),
        changed=now.told_changes,
        unshown=now.unshown,
        ruled=ruled(past.ledger, now.standing.ledger),
        state=lambda manifest: state_of(past, now.standing.ledger, remembered, manifest),
    )


def check(seeds: Seeds, options: Options | None = None) -> Checked:
    """Return everything that is odd in the digests of *seeds*, and what a build would ask before it publishes."""
    now = read(seeds, read_catalogue(seeds), past_of(seeds), options or Options())
    return Checked(
        findings=now.chronicle.findings,
        changed=now.told_changes,
        unshown=now.unshown,
        questions=now.questions,
        unarchived=tuple(unarchived(now.chronicle.editions)),
    )


def chronicle_of(seeds: Seeds) -> Chronicle:
    """Return everything that the digests of *seeds* say, merged, as if nothing had been published before."""
    nothing = Past(ledger=Ledger(), remembered=(), manifest=None)
    return read(seeds, read_catalogue(seeds), nothing, Options()).chronicle


def _files(made: _Made, looks: _Looks, archive: Archive) -> Iterator[Output]:
    """Yield every file that is *made* of a chronicle, last the pages that tell how large the *archive* of them is."""
    last = yield from made
    # By now the archive holds everything else.
    size = archive.expected(looks.rendered(_telling(last, "99.9 MB")))
    yield from looks.rendered(_telling(last, size_words(size)))


def _made(pages: Iterable[Page], chronicle: Chronicle, prose: Iterable[str], looks: _Looks) -> _Made:
    """Yield every file that is made of *chronicle* alone; return the pages that tell how large the archive is."""
    last: list[Page] = []
    yield from looks.with_pictures(_first(pages, last))
    yield from feeds(chronicle, looks.site)
    measured = yield from downloads(data_files(chronicle, looks.site, prose), chronicle, looks.site)
    yield from reference_files(chronicle, looks.site)
    yield from answer_files(chronicle, looks.site)
    yield from search_files(chronicle)
    return (*last, data_page(chronicle, measured))


def _first(pages: Iterable[Page], last: list[Page]) -> Iterator[Page]:
    """Yield *pages* but those that tell how large the archive is: they are put among the *last*."""
    for page in pages:
        if page.tells_archive:
            last.append(page)
        else:
            yield page


def _telling(pages: Iterable[Page], size: str) -> Iterator[Page]:
    return (replace(page, archive=size) for page in pages)


def _refuse(questions: Iterable[str]) -> None:
    if sentences := "\n".join(questions):
        raise ChronicleError(sentences)


def _site(catalogue: Catalogue, day: dt.date, options: Options) -> Site:
    facts = catalogue.site
    return Site(
        title=facts.title,
        tagline=facts.tagline,
        publisher=facts.publisher,
        contact=facts.contact,
        address=options.base_url or facts.address,
        licence=facts.licence,
        licence_address=facts.licence_address,
        language=facts.language,
        date=day,
        country=catalogue.authority.words.country,
        noindex=facts.noindex,
    )


def _counts(chronicle: Chronicle, prose: Iterable[str]) -> Counts:
    return Counts(
        events=sum(len(edition.events) for edition in chronicle.editions),
        people=len(chronicle.people),
        places=len(chronicle.places),
        statutes=sum(len(code.articles) for code in chronicle.codes),
        pages=sum(1 for _ in page_paths(chronicle, prose)),
    )
