"""An event in, its plain-text title out: the digest prints none.

A title says when, where, whom the event is about and what it cites, in that order and no more: it accuses nobody.
A child's name never stands in it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from chronicle.model import Event, Provision

_MOST_NAMES = 3
_SEVERAL = {"a child": "children", "a person called a child": "people called children", "a person": "people"}


def event_title(event: Event, codes: Mapping[str, str]) -> str:
    """Return the title of *event*; *codes* gives the name of each code by its id ('CC').

    '8 December 2022, Almaty: Zhanbolat Mamay. Cites Articles 274, 378 and 400 of the Criminal Code'
    """
    when = f"{event.date.day} {event.date:%B %Y}" if event.date else event.printed_date.text
    where = event.dateline[0].name if event.dateline else ""
    who = _listed(_subjects(event))
    cited = _cited(event.distinct_provisions, codes)
    parts = [", ".join(filter(None, (when, where)))]
    told = ". ".join(filter(None, (who, f"Cites {cited}" if cited else "")))
    return f"{parts[0]}: {told}" if told else f"{parts[0]} (entry {event.label})"


def _subjects(event: Event) -> list[str]:
    """Return the subjects as a title names them: those who are kept out of the index are counted."""
    names = [person.canonical for person in event.subjects if not person.withheld]
    hidden = Counter(person.cipher for person in event.subjects if person.withheld)
    if len(names) > _MOST_NAMES:
        names = [*names[: _MOST_NAMES - 1], f"{len(names) - _MOST_NAMES + 1} more people"]
    return names + [
        cipher if count == 1 else f"{count} {_SEVERAL[cipher]}" for cipher, count in hidden.items()
    ]


def _listed(items: Sequence[str]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""


def _cited(provisions: Iterable[Provision], codes: Mapping[str, str]) -> str:
    by_code: dict[str | None, dict[str, None]] = defaultdict(dict)
    for provision in provisions:
        by_code[provision.code][provision.article] = None
    return "; ".join(
        _articles(list(articles), codes.get(code or "", "")) for code, articles in by_code.items()
    )


def _articles(articles: Sequence[str], code: str) -> str:
    word = "Article" if len(articles) == 1 else "Articles"
    return f"{word} {_listed(articles)}" + (f" of the {code}" if code else "")
