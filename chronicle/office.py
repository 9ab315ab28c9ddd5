"""What an editor rules about something that was published in; the texts of the seeds folder that say so out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from chronicle.catalogue import Catalogue, read_catalogue
from chronicle.destinations import nearest
from chronicle.findings import ChronicleError
from chronicle.ledger import ledger_text
from chronicle.manifest import MANIFEST, last_of, last_text
from chronicle.memory import memory_texts, read_memory
from chronicle.model import Ledger, Output, Person
from chronicle.past import State, past_of, ruled
from chronicle.reading import build_day, read
from chronicle.registry import with_withheld
from chronicle.restored import rebuilt
from chronicle.rulings import merge_into, read_name, redact, rename, withdraw
from chronicle.seeds import Options, Seeds


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What the editor's command says."""

    #: 'withdraw', 'redact', 'merge', 'rename'
    command: str
    #: the address: '2022-12.18'; 'person', 'jane-doe'; for 'rename' the new id as well
    words: tuple[str, ...]
    #: the id that a merged one leads to
    into: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What is to be written in the seeds folder, and what the editor is told of it."""

    texts: State
    told: tuple[str, ...]


def rule(seeds: Seeds, ruling: Ruling, told: dt.date | None) -> Written:
    """Return what *ruling* writes, on the day *told*, or else the newest edition's last day."""
    catalogue = read_catalogue(seeds)
    day = build_day(seeds, catalogue, told)
    name = read_name(ruling.words[:2] if ruling.command != "rename" else ruling.words[:-1])
    if (ruling.command, name[0]) == ("redact", "person"):
        return _withhold(seeds, catalogue, name[1], ruling.reason, day)
    before = past_of(seeds).ledger
    now = _ruled(before, name, ruling, day)
    changed = tuple(f"seeds/ledger.csv: {line}" for line in ruled(before, now))
    return Written(texts={"ledger.csv": ledger_text(now)}, told=changed)


def _ruled(ledger: Ledger, name: tuple[str, str], ruling: Ruling, day: dt.date) -> Ledger:
    if ruling.command == "withdraw":
        return withdraw(ledger, name, ruling.reason, day)
    if ruling.command == "redact":
        return redact(ledger, name, ruling.reason, day)
    if ruling.command == "rename":
        return rename(ledger, name, ruling.words[-1], day)
    kind, _, id_ = ruling.into.rpartition("/") if name[0] != "statute" else ("", "", ruling.into)
    into = (kind or name[0], id_.removeprefix("statute/"))
    return merge_into(ledger, name, into, ruling.reason, day)


def _withhold(seeds: Seeds, catalogue: Catalogue, id_: str, reason: str, day: dt.date) -> Written:
    """Return people.yaml with the name of a person withheld: the ledger follows when the site is built."""
    people = read(seeds, catalogue, past_of(seeds), Options()).chronicle.people
    person = _person(people, id_)
    file = seeds.authority.get("people")
    text = with_withheld(file.text if file else "", catalogue.authority.people, person, reason, day)
    where = "seeds/authority/people.yaml: the name is withheld: see that every spelling of it stands there, in every script"
    return Written(texts={"authority/people.yaml": text}, told=(where,))


def _person(people: Sequence[Person], id_: str) -> Person:
    found = {person.id: person for person in people}
    if id_ not in found:
        near = nearest(id_, found)
        msg = f"there is no person '{id_}' on the site" + (f": {near}" if near else "")
        raise ChronicleError(msg)
    return found[id_]


def restore(seeds: Seeds, site: Iterable[Output]) -> Written:
    """Return a lost ledger, and what is remembered of the events, from a published *site*."""
    if seeds.ledger is not None:
        msg = (
            f"{seeds.ledger.path}: is there: a ledger is only made anew where it is lost; move it away first"
        )
        raise ChronicleError(msg)
    manifest: list[bytes] = []
    ledger, found = rebuilt(_watched(site, manifest))
    # What is remembered here knows more than a site: the words of what it does not show.
    known = {one.event: one for one in (*found, *read_memory(seeds.published))}
    remembered = tuple(known.values())
    texts: State = {"ledger.csv": ledger_text(ledger)}
    texts |= {f"published/{edition}.jsonl": text for edition, text in memory_texts(remembered).items()}
    if manifest:
        texts["published/site.jsonl"] = last_text(last_of(manifest[0]))
    counts = f"{len(ledger.lines)} addresses, {len(remembered)} events remembered"
    told = (
        f"seeds/ledger.csv: {counts}. Withheld names are not among them: see that people.yaml is the newest."
    )
    return Written(texts=texts, told=(told,))


def _watched(site: Iterable[Output], manifest: list[bytes]) -> Iterable[Output]:
    for output in site:
        if output.path == MANIFEST:
            manifest.append(output.data)
        yield output
