"""The only module that spells an address of the site: ids in, paths relative to the site's root out.

Every path names a file (`…/index.html`), so that links work under any address, from a zip and from a disk.
"""

from __future__ import annotations

import re
from typing import Final

# what does not stand in the name of a folder
_NO_NAME: Final = re.compile(r"[^a-z0-9._-]")

HOME = "index.html"
EDITIONS = "editions/index.html"
PEOPLE = "people/index.html"
PLACES = "places/index.html"
STATUTES = "statutes/index.html"
TOPICS = "topics/index.html"
CASES = "cases/index.html"
SOURCES = "sources/index.html"
CORRECTIONS = "corrections/index.html"
DATA = "data/index.html"
NOT_FOUND = "404.html"
STYLE = "style.css"
ICON = "icon.png"
EVENTS_JSON = "data/events.json"
EVENTS_LINES = "data/events.ndjson"
DATABASE = "data/chronicle.sqlite"
DATASETTE = "data/datasette.json"
PACKAGE = "data/datapackage.json"
FEEDS = "feeds/index.html"
#: the whole site in one file
ARCHIVE = "chronicle.zip"
ANSWERS = "answers/index.html"
COPY_SCRIPT = "copy.js"
DOSSIER_STYLE = "dossier.css"
SEARCH = "search/index.html"
SEARCH_STYLE = "search.css"
SEARCH_NAMES = "search/names.js"
#: in the order in which they run
SEARCH_SCRIPTS = (
    "vendor/minisearch.js",
    "fold.js",
    "names.js",
    "texts.js",
    "facets.js",
    "results.js",
    "search.js",
)
FILTER_SCRIPTS = ("facets.js", "filter.js")
COMPONENTS = "about/components/index.html"


def event(event_id: str) -> str:
    """'2022-12.18' -> 'events/2022-12/18/index.html'."""
    edition_id, label = event_id.split(".")
    return f"events/{edition_id}/{label}/index.html"


def record(event_id: str) -> str:
    """'2022-12.18' -> 'events/2022-12/18/event.json': beside the page, so that each leads to the other for good."""
    return event(event_id).removesuffix("index.html") + "event.json"


def table(name: str) -> str:
    """'events' -> 'data/events.csv'."""
    return f"data/{name}.csv"


def edition(edition_id: str) -> str:
    """'2022-12' -> 'editions/2022-12/index.html'."""
    return f"editions/{edition_id}/index.html"


def edition_entry(event_id: str) -> str:
    """'2022-12.18' -> 'editions/2022-12/index.html#18'."""
    edition_id, label = event_id.split(".")
    return f"{edition(edition_id)}#{label}"


def person(person_id: str) -> str:
    """Return the page of a person."""
    return f"people/{person_id}/index.html"


def place(place_id: str) -> str:
    """Return the page of a place."""
    return f"places/{place_id}/index.html"


def code(slug: str) -> str:
    """'cc' -> 'statutes/cc/index.html'."""
    return f"statutes/{slug}/index.html"


def article(article_id: str) -> str:
    """'cc/405' -> 'statutes/cc/405/index.html'."""
    return f"statutes/{article_id}/index.html"


def part_anchor(part: str | None, point: str | None) -> str:
    """'4', '2' -> 'part-4-point-2'; empty for the article as a whole."""
    return "-".join(f"{word}-{n}" for word, n in (("part", part), ("point", point)) if n is not None)


def topic(topic_id: str) -> str:
    """Return the page of a topic."""
    return f"topics/{topic_id}/index.html"


def lasting(kind: str, id_: str) -> str:
    """Return the page of what the ledger lists: 'event', '2022-12.18' -> 'events/2022-12/18/index.html'."""
    if kind == "event":
        return event(id_)
    folder = {"person": "people"}.get(kind, f"{kind}s")
    return f"{folder}/{id_}/index.html"


def prose(page_id: str) -> str:
    """'about' -> 'about/index.html'."""
    return f"{page_id}/index.html"


def feed(page: str) -> str:
    """Return the Atom feed that belongs to *page*: 'people/x/index.html' -> 'people/x/feed.xml'."""
    return page.removesuffix("index.html") + "feed.xml"


def search_year(year: str) -> str:
    """Return the full text of the events of a year, for the search: '2022' -> 'search/2022.js'."""
    return f"search/{year}.js"


def root(page: str) -> str:
    """Return the way from *page* up to the site's root: '../../' for 'people/x/index.html'."""
    return "../" * page.count("/")


def public(path: str) -> str:
    """Return *path* as it is cited, without the file's name: 'events/2022-12/18/'."""
    return path.removesuffix("index.html")


def year_anchor(year: str) -> str:
    """'2022' -> 'year-2022': where the digests of a year begin on their list."""
    return f"year-{year}"


def outlet(outlet_id: str) -> str:
    """'vlast', 'news.example' -> 'sources/vlast/index.html', 'sources/news.example/index.html'."""
    return f"sources/{_NO_NAME.sub('-', outlet_id.lower())}/index.html"


def json_feed(page: str) -> str:
    """Return the JSON Feed that belongs to *page*: 'people/x/index.html' -> 'people/x/feed.json'."""
    return page.removesuffix("index.html") + "feed.json"


def citation(event_id: str, ending: str) -> str:
    """'2022-12.18', 'bib' -> 'events/2022-12/18/cite.bib'."""
    return f"{public(event(event_id))}cite.{ending}"


def dossier(page: str, part: str = "") -> str:
    """Return the dossier on what *page* is about, or a *part* of it: 'people/x/dossier/2022/index.html'."""
    return f"{public(page)}dossier/{part}{'/' if part else ''}index.html"


def answer(table: str, row: str) -> str:
    """'articles', 'cc/405' -> 'answers/articles/cc/405/index.html': the events behind the numbers of one row."""
    return f"answers/{table}/{row}/index.html"


def answer_table(table: str) -> str:
    """'months' -> 'answers/months.csv'."""
    return f"answers/{table}.csv"


def card(page: str) -> str:
    """Return the picture that goes with a link to *page*: 'people/x/index.html' -> 'people/x/card.png'."""
    return f"{public(page)}card.png"


def is_card(path: str) -> bool:
    """Tell whether *path* is such a picture."""
    return path.endswith("/card.png")


def case(case_id: str) -> str:
    """Return the page of a case."""
    return f"cases/{case_id}/index.html"
