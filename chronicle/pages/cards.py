"""Pages -> the same pages, with the pictures that go with links to them: for events, people, places and statutes alone.

A picture says what the page's own title says, so it names nobody who has no page. Pages that search engines are asked
not to list have none: the picture of a link goes further than the page.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from chronicle import urls
from chronicle.pages.event import EventPage
from chronicle.pages.people import PersonPage
from chronicle.pages.places import PlacePage
from chronicle.pages.records import Card
from chronicle.pages.statutes import ArticlePage, CodePage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from chronicle.model import Site
    from chronicle.pages.records import Page

_NOTICE: Final = "Being named here says nothing about guilt."


def with_cards(pages: Iterable[Page], site: Site, cards: list[Card]) -> Iterator[Page]:
    """Yield *pages*, those that have a picture with it; it is put among *cards* too."""
    for page in pages:
        card = card_of(page, site)
        if card is None:
            yield page
        else:
            cards.append(card)
            yield replace(page, card=card)


def card_of(page: Page, site: Site) -> Card | None:
    """Return the words of the picture that goes with a link to *page*; None where there is none."""
    words = None if page.noindex else _words(page)
    if words is None:
        return None
    kind, title, line, notice = words
    address = f"{site.address.partition('://')[2]}{page.public}"
    return Card(
        path=urls.card(page.path),
        kind=kind,
        title=title,
        line=line,
        notice=notice,
        address=address,
        site=site.title,
    )


def _words(page: Page) -> tuple[str, str, str, str] | None:
    """Return kind, title, line and notice."""
    match page:
        case EventPage():
            return (f"Event {page.id}", *_event(page), _NOTICE)
        case PersonPage():
            return "Person", page.title, f"Named in {page.count}, {page.span}", _NOTICE
        case PlacePage():
            named = f", named in {page.count}" if page.count else ""
            return "Place", page.title, f"{page.kind}{named}", ""
        case ArticlePage():
            title = f"{page.title}: {page.heading}" if page.heading else page.title
            return "Article", title, f"Cited in {page.count}, {page.span}", ""
        case CodePage():
            return "Code of law", page.title, page.count, ""
    return None


def _event(page: EventPage) -> tuple[str, str]:
    """Return an event's title without day and place, where it begins with them, and these; else the title as it is."""
    place = page.dateline[0].label if page.dateline else ""
    head = ", ".join(filter(None, (page.day, place)))
    told = page.title.removeprefix(f"{head}: ")
    return (page.title, "") if told == page.title else (told, head)
