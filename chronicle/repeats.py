"""Editions in; digests that are there twice, and entries that are printed twice, out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from chronicle.likeness import normal
from chronicle.model import Edition, Event, Finding


def repeated_digests(editions: Sequence[Edition]) -> Iterator[str]:
    """Yield a sentence for each edition, in order, most entries of which another one before it prints as well."""
    first = _first(editions)
    files = {edition.id: edition.file for edition in editions}
    for edition in editions:
        shared = Counter(
            other.edition
            for event in edition.events
            if (other := first[normal(event.text)]).edition != edition.id
        )
        for before, number in shared.most_common(1):
            if 2 * number > len(edition.events):
                yield (
                    f"seeds/editions/{edition.file}: {number} of its {len(edition.events)} entries stand in {files[before]} as well: "
                    "it is the same digest under another month: keep one of the two"
                )


def repeated_entries(editions: Sequence[Edition]) -> Iterator[Finding]:
    """Yield a finding for each entry that is printed word for word before."""
    first = _first(editions)
    files = {edition.id: edition.file for edition in editions}
    for edition in editions:
        for event in edition.events:
            before = first[normal(event.text)]
            if before is not event:
                yield Finding(
                    code="same-words",
                    message=f"the same words as entry {before.label} of {files[before.edition]}",
                    file=edition.file,
                    line=event.line,
                    event=event.id,
                    paste=(
                        "if it is one event, in the shell",
                        f"python build.py merge {event.id} --into {before.id} --reason 'printed twice'",
                    ),
                )


def _first(editions: Sequence[Edition]) -> Mapping[str, Event]:
    """Return the first event that prints each text."""
    first: dict[str, Event] = {}
    for edition in editions:
        for event in edition.events:
            first.setdefault(normal(event.text), event)
    return first
