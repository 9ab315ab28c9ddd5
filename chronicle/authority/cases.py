"""seeds/authority/cases.yaml: stories that run through many events, as frozen records; what does not fit within one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated

from pydantic import ConfigDict, Field, StringConstraints

from chronicle.authority.fields import EventId, Known, Slug, Text

#: 'cc/405', or a whole code: 'cc'
StatuteId = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*(?:/[0-9]{1,4}(?:-[0-9]{1,3})?)?$")
]


class KnownCase(Known):
    """cases.yaml: one case. Its page shows the events that are listed here, and no others."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    #: the address of the page
    id: Slug
    title: Text
    #: what it is about, as paragraphs in Markdown
    about: Text
    #: whose case it is: names as in people.yaml or as on their pages, or ids of pages
    people: tuple[Text, ...] = ()
    #: words that tell the case wherever they stand; `*` stands for any ending: 'strik*'
    words: tuple[Text, ...] = ()
    #: provisions that make a proposal likelier
    provisions: tuple[StatuteId, ...] = ()
    #: the events of the case; without any there is no page
    events: tuple[EventId, ...] = ()
    #: events that were proposed, and are no part of it
    without: tuple[EventId, ...] = Field(default=(), alias="not")


def case_mistakes(cases: Iterable[KnownCase]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield what does not fit within one case: where in the file's value, and what."""
    for i, case in enumerate(cases):
        for j, word in enumerate(case.words):
            if not any(sign.isalnum() for sign in word):
                yield (i, "words", j), f"'{word}' has no letter: write words that the digests print"
        seen: set[str] = set()
        for key, ids in (("events", case.events), ("not", case.without)):
            for j, id_ in enumerate(ids):
                if id_ in seen:
                    yield (
                        (i, key, j),
                        f"{id_} stands above already, under 'events' or 'not': keep one of them",
                    )
                seen.add(id_)
