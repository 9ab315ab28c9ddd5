"""What the seeds folder says of former builds in; and what it is to say of this one out: ledger, memory, manifest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from chronicle.ledger import ledger_text, read_ledger
from chronicle.manifest import LastManifest, last_of, last_text, read_last
from chronicle.memory import event_order, memory_texts, read_memory
from chronicle.model import LASTING, UNTOLD, Change, Chronicle, Edition, Ledger, Remembered
from chronicle.recognition import Recognition
from chronicle.seeds import Seeds

#: path in the seeds folder -> what is to stand there; None where the file goes
State = dict[str, str | None]

#: states of events whose words are kept though no digest prints them any more; those of redacted ones are forgotten
_KEPT: Final = ("withdrawn", "merged", "divided")
#: how many changes of one event are told, and how many characters of each
_FEW: Final = 3
_SHORT: Final = 120

#: lines of the ledger that are named in one message
_TOLD: Final = 5


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
    chronicle: Chronicle,
    changes: Mapping[str, tuple[Change, ...]],
    past: Past,
    ledger: Ledger,
) -> Iterator[Remembered]:
    """Yield every entry as the digests print it now, with the people whom its page names; and what was told once.

    *printed* are the editions with all entries; *chronicle* is what has pages, without what is withheld.
    """
    pages = {event.id: event for event in chronicle.events}
    before = {one.event: one for one in past.remembered}
    lines, led = ledger.of("event"), _led_to(chronicle)
    for event in (event for edition in printed for event in edition.events):
        page, known = pages.get(event.id), before.get(event.id)
        named = tuple((p.id or "", p.printed[0]) for p in page.people if not p.masked) if page else ()
        # Earlier words may hold what is withheld now.
        clean = page is not None and page.text == event.text
        yield Remembered(
            event=event.id,
            text=event.text,
            state=lines[event.id].state,
            ids=tuple(dict.fromkeys(led[event.id])) if page else known.ids if known else (),
            people=named if page else known.people if known else (),
            changes=tuple(one if clean else _untold(one) for one in changes.get(event.id, ())),
        )
    there = {event.id for edition in printed for event in edition.events}
    for one in past.remembered:
        # Should its entry come back, it is no new event.
        if one.event not in there and one.event in lines and lines[one.event].state in _KEPT:
            yield replace(one, state=lines[one.event].state)


def _untold(change: Change) -> Change:
    return replace(change, before=UNTOLD, after=UNTOLD)


def _led_to(chronicle: Chronicle) -> dict[str, list[str]]:
    """Return by event which pages list it, those of people aside: 'place/aksay', 'statute/cc/405'."""
    found: dict[str, list[str]] = defaultdict(list)
    for place in chronicle.places:
        for event in (*place.events, *place.inside):
            found[event.id].append(f"place/{place.id}")
    for code in chronicle.codes:
        for article in code.articles:
            for event, _ in article.citations:
                found[event.id] += [f"statute/{code.slug}", f"statute/{article.id}"]
    for topic in chronicle.topics:
        for event in topic.events:
            found[event.id].append(f"topic/{topic.id}")
    for case in chronicle.cases:
        for event in case.events:
            found[event.id].append(f"case/{case.id}")
    return found


def unruled(past: Past) -> Iterator[str]:
    """Yield a sentence for each event that is remembered as withdrawn, merged, …, and has no line in the ledger.

    Where the ledger has lines at all, so too for everything else that was published: a line never goes.
    """
    lines = past.ledger.of("event")
    lost = [one for one in past.remembered if one.state != "live" and one.event not in lines]
    if lost and not lines:
        yield (
            f"seeds/ledger.csv: is missing or empty, and {lost[0].event} was {lost[0].state}: take the file as it was, "
            "or make it anew from a copy of the site: python build.py ledger --from DIR"
        )
        return
    for one in lost:
        yield f"seeds/ledger.csv: the line of {one.event}, which was {one.state}, is missing: put it back"
    missing = _unlisted(past) if past.ledger.lines else []
    for kind, id_ in missing[:_TOLD]:
        yield f"seeds/ledger.csv: {kind} '{id_}' was published, and its line is missing: put it back: {kind},{id_},live,,,"
    if len(missing) > _TOLD:
        yield f"seeds/ledger.csv: {len(missing) - _TOLD} more lines are missing: was a part of the file lost?"


def _unlisted(past: Past) -> list[tuple[str, str]]:
    """Return what was live when the site was built last, and has no line in the ledger."""
    known = {(line.kind, line.id) for line in past.ledger}
    found: dict[tuple[str, str], None] = {}
    for one in past.remembered:
        if one.state == "live":
            ids = (*one.ids, *(f"person/{id_}" for id_, _ in one.people if id_), f"event/{one.event}")
            found |= {(kind, name): None for kind, _, name in (id_.partition("/") for id_ in ids)}
    return [name for name in found if name not in known]


def orphans(remembered: Iterable[Remembered], ledger: Ledger) -> dict[str, set[str]]:
    """Return by kind the ids to which only events led that were withdrawn or redacted.

    What an event led to that was merged, divided or moved must be found elsewhere: its words are still told.
    """
    lines = ledger.of("event")
    kept: set[str] = set()
    lost: set[str] = set()
    for one in remembered:
        ids = {*one.ids, *(f"person/{id_}" for id_, _ in one.people if id_)}
        hidden = one.event in lines and lines[one.event].state in ("withdrawn", "redacted")
        (lost if hidden else kept).update(ids)
    found: dict[str, set[str]] = {kind: set() for kind in LASTING}
    for id_ in lost - kept:
        kind, _, name = id_.partition("/")
        found.get(kind, set()).add(name)
    return found


def changed(remembered: Iterable[Remembered], known_again: Recognition) -> Iterator[str]:
    """Yield a line for each event that its digest prints otherwise than when it was published last."""
    before = {one.event: len(one.changes) for one in remembered}
    was = {new: old for old, new in known_again.moved}
    for id_, every in sorted(known_again.changes.items(), key=lambda pair: event_order(pair[0])):
        if new := every[before.get(was.get(id_, id_), 0) :]:
            told = [f"“{_short(one.before)}” → “{_short(one.after)}”" for one in new[:_FEW]]
            more = f"; and {len(new) - _FEW} more" if len(new) > _FEW else ""
            yield f"{id_}: the digest prints it otherwise: {'; '.join(told)}{more}"


def _short(words: str) -> str:
    return words if len(words) <= _SHORT else f"{words[:_SHORT].rpartition(' ')[0] or words[:_SHORT]}…"


def ruled(before: Ledger, now: Ledger) -> tuple[str, ...]:
    """Return the lines that differ in the ledger *now*, those that are merely new aside."""
    known = {(line.kind, line.id): line for line in before}
    fresh = tuple(
        line
        for line in now
        if line != (old := known.get((line.kind, line.id)))
        and (line.state != "live" or line.to or (old and old.state != "live"))
    )
    return tuple(ledger_text(Ledger(fresh)).splitlines()[1:])
