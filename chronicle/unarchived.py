"""Editions in, the editor's list of sources without an archived copy out; nothing here opens a connection."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from chronicle.addresses import is_copy
from chronicle.model import Edition, Note


def unarchived(editions: Iterable[Edition]) -> Iterator[str]:
    """Yield the editor's list of cited sources without an archived copy, line by line: the fragile first.

    For each: the events that cite it, the address that archives it; after those of an edition, the lines for its sidecar.
    """
    for edition in editions:
        found = _without_copy(edition)
        if found:
            sources = "source" if len(found) == 1 else "sources"
            yield f"{edition.file}: {len(found)} {sources} without an archived copy"
        for note, events in found:
            remark = ", may vanish or need a login" if note.fragile else ""
            yield f"  [{note.number}] of {', '.join(events)}{remark}"
            yield f"      https://web.archive.org/save/{note.url}"
        if found:
            yield f"  then in seeds/editions/{edition.id}.yaml, each with the address and the day of its copy:"
            yield "      archived:"
            yield from (f'      - {{number: {note.number}, url: "", date: YYYY-MM-DD}}' for note, _ in found)


def _without_copy(edition: Edition) -> list[tuple[Note, tuple[str, ...]]]:
    """Return the cited sources that can be archived and are not, each with its events; the fragile first."""
    first: dict[int, Note] = {}
    events: dict[int, dict[str, None]] = {}
    for event in edition.events:
        for note in event.notes:
            if note.url is not None and note.safe and note.copy is None and not is_copy(note.url):
                first.setdefault(note.number, note)
                events.setdefault(note.number, {})[event.id] = None
    ordered = sorted(first.values(), key=lambda note: (not note.fragile, note.number))
    return [(note, tuple(events[note.number])) for note in ordered]
