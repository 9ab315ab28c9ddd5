"""Digests and what is known in; their entries, and the editions that they print, out: by several processes where there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor

from chronicle.apart import begun, unstopped
from chronicle.authority import Authority, Sidecar
from chronicle.findings import ChronicleError
from chronicle.grammar import Grammar, grammar_of
from chronicle.model import Edition
from chronicle.read import candidates, read_edition
from chronicle.recognition import Candidate
from chronicle.seeds import SeedFile

#: a digest, its sidecar, and the labels of its entries in order
_Task = tuple[SeedFile, Sidecar, tuple[str, ...]]


def all_candidates(digests: Sequence[SeedFile], known: Authority) -> tuple[Candidate, ...]:
    """Return every entry of *digests*, to be known again."""
    _prepare(known)
    return tuple(one for digest in digests for one in candidates(digest, _there[0][1]))


def read_editions(
    digests: Sequence[SeedFile],
    sidecars: Mapping[str, Sidecar],
    known: Authority,
    labels: Mapping[tuple[str, int], str],
    jobs: int = 1,
) -> Iterator[Edition]:
    """Yield the editions in the order of *digests*; every digest is looked at before any mistake is told.

    *labels* are those of the entries, by edition and position; where an edition has none, the positions are.
    """
    tasks = [
        (digest, sidecars.get(digest.stem, Sidecar()), _labels(digest.stem, labels)) for digest in digests
    ]
    wrong = []
    for read in _read_all(tasks, known, jobs):
        if isinstance(read, str):
            wrong.append(read)
        else:
            yield read
    if wrong:
        raise ChronicleError("\n".join(wrong))


def _labels(edition: str, labels: Mapping[tuple[str, int], str]) -> tuple[str, ...]:
    found: list[str] = []
    while (edition, len(found) + 1) in labels:
        found.append(labels[edition, len(found) + 1])
    return tuple(found)


def _read_all(tasks: Sequence[_Task], known: Authority, jobs: int) -> Iterator[Edition | str]:
    """Read every digest, with *jobs* processes where there is work for them; the order is that of *tasks*."""
    _prepare(known)
    if jobs == 1 or len(tasks) == 1:
        yield from map(_read_there, tasks)
        return
    with ProcessPoolExecutor(min(jobs, len(tasks)), initializer=_begin, initargs=(known,)) as pool:
        with unstopped():
            found = pool.map(_read_there, tasks)
        yield from found


#: what a process knows, by what it was made of: inherited where processes are forked, else made there, once
_there: list[tuple[Authority, Grammar]] = []


def _prepare(known: Authority) -> None:
    if not _there or _there[0][0] != known:
        _there[:] = [(known, grammar_of(known))]


def _begin(known: Authority) -> None:
    begun()
    _prepare(known)


def _read_there(task: _Task) -> Edition | str:
    digest, sidecar, labels = task
    try:
        return read_edition(digest, sidecar, _there[0][1], labels)
    except ChronicleError as error:
        return str(error)
