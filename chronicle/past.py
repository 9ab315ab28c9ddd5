"""What the seeds folder says of former builds in; and what it is to say of this one out: ledger, memory, manifest."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from chronicle.ledger import ledger_text, read_ledger
from chronicle.manifest import LastManifest, last_of, last_text, read_last
from chronicle.memory import memory_texts, read_memory
from chronicle.model import Change, Edition, Event, Ledger, Remembered
from chronicle.seeds import Seeds

#: path in the seeds folder -> what is to stand there; None where the file goes
State = dict[str, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What was published before."""

    ledger: Ledger
    remembered: tuple[Remembered, ...]
    manifest: LastManifest | None


def past_of(seeds: Seeds) -> Past:
    """Return what the seeds folder says of former builds."""
    return Past(
        ledger=read_ledger(seeds.ledger),
        remembered=read_memory(seeds.published),
        manifest=read_last(seeds.published.get("site")),
    )


def state_of(past: Past, ledger: Ledger, remembered: Sequence[Remembered], manifest: bytes) -> State:
    """Return what the seeds folder is to say of a build with this *manifest*."""
    texts = memory_texts(remembered)
    before = {one.event.split(".")[0] for one in past.remembered}
    return {
        "ledger.csv": ledger_text(ledger),
        **{f"published/{edition}.jsonl": None for edition in sorted(before - texts.keys())},
        **{f"published/{edition}.jsonl": text for edition, text in texts.items()},
        "published/site.jsonl": last_text(last_of(manifest)),
    }


def remembered_of(
    printed: Sequence[Edition],
    shown: Collection[Event],
    changes: Mapping[str, tuple[Change, ...]],
    past: Past,
) -> Iterator[Remembered]:
    """Yield every entry as the digests print it now, with the people whom its page names.

    *printed* are the editions with all entries, *shown* the events that have pages, without what is withheld.
    """
    pages = {event.id: event for event in shown}
    before = {one.event: one.people for one in past.remembered}
    for event in (event for edition in printed for event in edition.events):
        page = pages.get(event.id)
        named = tuple((p.id or "", p.printed[0]) for p in page.people if not p.masked) if page else ()
        # Earlier words may hold what is withheld now.
        clean = page is not None and page.text == event.text
        yield Remembered(
            event=event.id,
            text=event.text,
            people=named if page else before.get(event.id, ()),
            changes=changes.get(event.id, ()) if clean else (),
        )


def ruled(before: Ledger, now: Ledger) -> tuple[str, ...]:
    """Return the lines that differ in the ledger *now*, those that are merely new aside."""
    known = set(before)
    fresh = tuple(line for line in now if line not in known and (line.state != "live" or line.to))
    return tuple(ledger_text(Ledger(fresh)).splitlines()[1:])
