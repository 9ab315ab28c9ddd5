"""Which pages have a picture for links, what it says, and that it names nobody who has no page."""

from __future__ import annotations

import re

import pytest

from chronicle.leaks import LeakError, sealed
from chronicle.model import Output
from chronicle.pages import all_pages
from chronicle.pages.cards import card_of
from chronicle.pages.records import Card
from chronicle.seeds import Options
from chronicle.site import build
from chronicle.withholding import Withheld
from tests.factories import make_chronicle, make_site
from tests.seeding import DIGEST, SITE, make_seeds
from tests.test_site import STATIC, TEMPLATES

CARDS = {
    page.path: card
    for page in all_pages(make_chronicle(), make_site(), {}, {})
    if (card := card_of(page, make_site()))
}


def words(card: Card) -> bytes:
    """Return a card as its words alone."""
    return f"{card.kind}|{card.title}|{card.line}".encode()


def test_only_events_people_places_and_statutes_have_one() -> None:
    kinds = {re.sub(r"/.*", "", path) for path in CARDS}

    assert kinds == {"events", "people", "places", "statutes"}
    assert {card.kind.split()[0] for card in CARDS.values()} == {
        "Event",
        "Person",
        "Place",
        "Article",
        "Code",
    }
    assert all(card.path == path.replace("index.html", "card.png") for path, card in CARDS.items())


def test_a_card_names_no_one_without_a_page() -> None:
    hidden = {p.canonical for e in make_chronicle().events for p in e.people if p.withheld}

    assert hidden
    assert [one for one in hidden for card in CARDS.values() if one in card.alt] == []


def test_a_card_says_that_to_be_named_is_no_guilt() -> None:
    noticed = {path.split("/")[0] for path, card in CARDS.items() if card.notice}

    assert noticed == {"events", "people"}


def test_pages_that_search_engines_shall_not_list_have_none() -> None:
    site = make_site(noindex="all")
    pages = all_pages(make_chronicle(), site, {}, {})

    assert [page.path for page in pages if page.noindex and card_of(page, site)] == []


def test_pages_name_their_card_and_without_a_painter_none() -> None:
    seeds = make_seeds({"2022-12": DIGEST}, None, SITE)
    plain, with_cards = (
        {o.path: o.data for o in build(seeds, STATIC, TEMPLATES, Options(), draw).outputs}
        for draw in (None, words)
    )
    drawn = sorted(with_cards.keys() - plain.keys())

    assert drawn
    assert all(path.endswith("/card.png") for path in drawn)
    assert [path for path, data in plain.items() if b"og:image" in data or path.endswith("card.png")] == []
    for path in drawn:
        page = with_cards[path.replace("card.png", "index.html")].decode()
        assert f'<meta property="og:image" content="https://chronicle.example/{path}">' in page
        assert '<meta name="twitter:card" content="summary_large_image">' in page
    assert b'property="og:title"' in plain["index.html"]


@pytest.mark.parametrize("unindexed", [False, True])
def test_a_withheld_name_on_a_card_stops_the_build(unindexed: bool) -> None:  # noqa: FBT001
    """By the words that stand in the file; the points of the picture are not searched."""
    name = Withheld(words=frozenset({"zorina"}))
    card = Output(
        "people/a/card.png", b"\x89PNG\0iTXtDescription\0\0\0\0\0Vera Zorina\nxxxxIDAT\x78\x9czorinaIEND"
    )
    points = Output("people/b/card.png", b"\x89PNG\0IDAT\x78\x9c zorina IEND")
    both = (Withheld(), name) if unindexed else (name, Withheld())

    assert list(sealed([points], *both)) == [points]
    with pytest.raises(LeakError, match=r"people/a/card\.png"):
        list(sealed([card], *both))
