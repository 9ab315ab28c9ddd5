"""How often the reading is right: figures for the digests in seeds/, with and without people.yaml, and for tests/months/.

``python -m tests.score`` prints them; ``python -m tests.score --write YYYY-MM-DD`` also writes them,
with that date, into seeds/score.yaml, from which the site's page on how records are made is built.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import ModuleType

from chronicle.data import article_ids, event_record
from chronicle.files import read_seeds
from chronicle.seeds import Seeds
from chronicle.site import chronicle_of
from tests.seeding import seed

ROOT = Path(__file__).parent.parent
MONTHS = ROOT / "tests" / "months"
GOLD = ROOT / "tests" / "gold"

#: what is told to readers, by the scorer's names
TOLD = {
    "date": "dates",
    "dateline": "places of the dateline",
    "notes": "notes",
    "people": "people named",
    "role": "the part that each plays",
    "statutes": "provisions",
    "sanctions": "sanctions",
    "topics": "topics",
}


def scorer() -> ModuleType:
    """Return tests/gold/score.py."""
    spec = importlib.util.spec_from_file_location("score", GOLD / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def records(seeds: Seeds) -> list[dict[str, object]]:
    """Return the records of the events of *seeds*, as data/events.json holds them."""
    chronicle = chronicle_of(replace(seeds, score=None))
    ids = article_ids(chronicle)
    made = (event_record(event, edition, ids) for edition in chronicle.editions for event in edition.events)
    return [json.loads(json.dumps(record, default=str)) for record in made]


def seeds_of_months() -> Seeds:
    """Return the invented months beside the real authority files, without sidecars."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(MONTHS.glob("*.txt"))}
    editions = tuple(seed(f"editions/{name}.txt", text) for name, text in texts.items())
    return replace(read_seeds(ROOT / "seeds"), editions=editions, sidecars={})


def without_people(seeds: Seeds) -> Seeds:
    """Return *seeds* with people.yaml emptied."""
    return replace(seeds, authority={k: v for k, v in seeds.authority.items() if k != "people"})


def sets() -> Iterator[tuple[str, Seeds, Path]]:
    """Yield what is scored: its name, the seeds, and where what a careful reader finds in them stands."""
    real = read_seeds(ROOT / "seeds")
    yield "digests", real, GOLD
    yield "digests, people.yaml emptied", without_people(real), GOLD
    yield "tests/months", seeds_of_months(), MONTHS


def figures(seeds: Seeds, gold: Path) -> Mapping[str, object]:
    """Return the scorer's totals."""
    total = scorer().score(records(seeds), gold)["total"]
    return {"events": total.events, **total.figures()}


def main(arguments: list[str]) -> None:
    """Print the figures, and write those of the digests where that is asked for."""
    order = scorer().ORDER
    print(f"{'':30}{'events':>7}" + "".join(f"{name:>10}" for name in order))
    every = {}
    for name, seeds, gold in sets():
        every[name] = found = figures(seeds, gold)
        print(f"{name:30}{found['events']:>7}" + "".join(f"{found[what]:>10.3f}" for what in order))
    if arguments[:1] == ["--write"]:
        write(every["digests"], every["tests/months"], arguments[1])


def write(found: Mapping[str, object], invented: Mapping[str, object], date: str) -> None:
    """Write *found*, beside what was found on *invented* months, as seeds/score.yaml."""
    lines = [
        "# How often the reading is right: written by 'make score', never by hand.",
        f"date: {date}",
        f"events: {found['events']}",
        f"invented: {invented['events']}",
        "figures:",
        *(
            f"- {{what: {name}, share: {found[what]:.3f}, invented: {invented[what]:.3f}}}"
            for what, name in TOLD.items()
        ),
    ]
    (ROOT / "seeds" / "score.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
