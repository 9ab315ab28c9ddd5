"""Entries, the events that they are, and every id ever given in; the label of each entry out. None is given twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from chronicle.memory import event_order
from chronicle.pairing import Place


def give_labels(
    places: Iterable[Place], found: Mapping[Place, str], given: Iterable[str]
) -> tuple[dict[Place, str], tuple[tuple[str, str], ...]]:
    """Return the label of every entry, and the old and new ids of those that are *found* in another edition.

    *given* are all ids of events that were ever published. In an edition of which none was, labels are positions;
    elsewhere what is new gets the next free number, in order of position. What has moved keeps its number where it can.
    """
    order = sorted(places)
    used: dict[str, set[str]] = defaultdict(set)
    for id_ in given:
        used[id_.partition(".")[0]].add(id_.partition(".")[2])
    fresh = {edition for edition, _ in order if not used[edition]}
    for id_ in found.values():
        used[id_.partition(".")[0]].add(id_.partition(".")[2])
    labels = {place: id_.partition(".")[2] for place, id_ in found.items() if id_.startswith(f"{place[0]}.")}
    away = sorted((event_order(id_), id_, place) for place, id_ in found.items() if place not in labels)
    wanted = [(place, id_.partition(".")[2]) for _, id_, place in away]
    wanted += [(place, str(place[1])) for place in order if place[0] in fresh and place not in found]
    for place, label in wanted:
        if label not in used[place[0]]:
            labels[place] = label
            used[place[0]].add(label)
    _give_free(labels, order, {edition: _highest(here) for edition, here in used.items()})
    return dict(sorted(labels.items())), tuple((id_, f"{place[0]}.{labels[place]}") for _, id_, place in away)


def _give_free(labels: dict[Place, str], places: Iterable[Place], highest: dict[str, int]) -> None:
    for place in places:
        if place not in labels:
            highest[place[0]] = highest.get(place[0], 0) + 1
            labels[place] = str(highest[place[0]])


def next_free(ids: Iterable[str]) -> dict[str, int]:
    """Return by edition the first number after those of *ids*."""
    numbers: dict[str, list[str]] = defaultdict(list)
    for id_ in ids:
        edition, _, label = id_.partition(".")
        numbers[edition].append(label)
    return {edition: _highest(labels) + 1 for edition, labels in numbers.items()}


def _highest(labels: Iterable[str]) -> int:
    return max((int(re.sub("[^0-9]", "", label) or 0) for label in labels), default=0)
