"""Seeds in, outputs and findings out: the whole build, pure.

What is wrong is raised before the first output is made, so that nothing half-checked is ever written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import chain

from jinja2 import BaseLoader

from chronicle.authority import Authority, Sidecar
from chronicle.catalogue import Catalogue, read_catalogue
from chronicle.data import data_files, page_paths
from chronicle.feeds import feeds
from chronicle.findings import ChronicleError
from chronicle.grammar import Grammar, grammar_of
from chronicle.merge import merge
from chronicle.model import Chronicle, Edition, Finding, Output, Site
from chronicle.pages import all_pages
from chronicle.read import read_edition
from chronicle.render import environment, render
from chronicle.seeds import Options, SeedFile, Seeds


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


def build(seeds: Seeds, static: Sequence[Output], templates: BaseLoader, options: Options) -> Built:
    """Return the site of *seeds*, or raise one ChronicleError that names every mistake of theirs."""
    catalogue = read_catalogue(seeds)
    chronicle = _merged(seeds, catalogue, options.jobs)
    site = _site(catalogue, chronicle, options)
    prose = {page.stem: page.text for page in seeds.pages}
    units = {unit.id: unit.name for unit in catalogue.authority.words.units}
    pages = render(all_pages(chronicle, site, prose, units, catalogue.score), environment(templates), site)
    return Built(
        outputs=chain(static, pages, feeds(chronicle, site), data_files(chronicle, site, prose)),
        findings=chronicle.findings,
        counts=_counts(chronicle, prose),
    )


def check(seeds: Seeds) -> tuple[Finding, ...]:
    """Return everything that is odd in the digests of *seeds*."""
    return chronicle_of(seeds).findings


def chronicle_of(seeds: Seeds) -> Chronicle:
    """Return everything that the digests of *seeds* say, merged."""
    return _merged(seeds, read_catalogue(seeds))


def _merged(seeds: Seeds, catalogue: Catalogue, jobs: int = 1) -> Chronicle:
    return merge(tuple(_editions(seeds, catalogue, jobs)), catalogue.authority)


def _editions(seeds: Seeds, catalogue: Catalogue, jobs: int) -> Iterator[Edition]:
    """Yield the editions, oldest first; every digest is looked at before any mistake is told."""
    digests = sorted(seeds.editions, key=lambda file: file.stem)
    tasks = [(digest, catalogue.sidecars.get(digest.stem, Sidecar())) for digest in digests]
    wrong = []
    for read in _read_all(tasks, catalogue.authority, jobs):
        if isinstance(read, str):
            wrong.append(read)
        else:
            yield read
    if wrong:
        raise ChronicleError("\n".join(wrong))


def _read_all(
    tasks: Sequence[tuple[SeedFile, Sidecar]], known: Authority, jobs: int
) -> Iterator[Edition | str]:
    """Read every digest, with *jobs* processes where there is work for them; the order is that of *tasks*."""
    if jobs == 1 or len(tasks) == 1:
        grammar = grammar_of(known)
        yield from (_read(grammar, *task) for task in tasks)
        return
    _prepare(known)
    with ProcessPoolExecutor(min(jobs, len(tasks)), initializer=_prepare, initargs=(known,)) as pool:
        yield from pool.map(_read_there, tasks)


def _read(grammar: Grammar, digest: SeedFile, sidecar: Sidecar) -> Edition | str:
    try:
        return read_edition(digest, sidecar, grammar)
    except ChronicleError as error:
        return str(error)


#: what a process of the pool knows, by what it was made of: inherited where processes are forked, else made there, once
_there: list[tuple[Authority, Grammar]] = []


def _prepare(known: Authority) -> None:
    if not _there or _there[0][0] is not known:
        _there[:] = [(known, grammar_of(known))]


def _read_there(task: tuple[SeedFile, Sidecar]) -> Edition | str:
    return _read(_there[0][1], *task)


def _site(catalogue: Catalogue, chronicle: Chronicle, options: Options) -> Site:
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
        date=options.date or chronicle.editions[-1].last,
        country=catalogue.authority.words.country,
    )


def _counts(chronicle: Chronicle, prose: Iterable[str]) -> Counts:
    return Counts(
        events=sum(len(edition.events) for edition in chronicle.editions),
        people=len(chronicle.people),
        places=len(chronicle.places),
        statutes=sum(len(code.articles) for code in chronicle.codes),
        pages=sum(1 for _ in page_paths(chronicle, prose)),
    )
