"""Templates lay out: each kind of page has one, every page is valid, and hostile text stays text."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

import html5lib
import pytest
from jinja2 import FileSystemLoader

from chronicle.links import checked
from chronicle.model import Chronicle, Output, Place, Topic
from chronicle.pages import all_pages
from chronicle.pages.records import Page
from chronicle.render import environment, render
from tests.downloading import data_page_of
from tests.factories import (
    UNITS,
    at,
    make_chronicle,
    make_edition,
    make_event,
    make_finding,
    make_note,
    make_person,
    make_site,
)

ROOT: Final = Path(__file__).parent.parent
TEMPLATES: Final = ROOT / "templates"
FILES: Final = sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html"))
EMPTY: Final = Chronicle(editions=(), people=(), places=(), codes=(), topics=(), outlets=())
HOSTILE: Final = "<script>alert(1)</script> {{ 7*7 }} \"onload='x' </title> &amp; \u05d0"
ABOUT: Final = "# About\n\nSee [people](people/index.html)."


@cache
def site(name: str) -> dict[str, str]:
    """Return path -> HTML of the invented chronicle, of an empty one, or of one of hostile words."""
    chronicle = {"invented": make_chronicle, "empty": lambda: EMPTY, "hostile": hostile}[name]()
    env = environment(FileSystemLoader(TEMPLATES))
    facts = (
        make_site(contact="write@chronicle.example", licence_address="") if name == "empty" else make_site()
    )
    pages = all_pages(chronicle, facts, {"about": ABOUT, "more": HOSTILE}, UNITS)
    every = [*pages, data_page_of(chronicle, facts)]
    return {output.path: output.data.decode() for output in render(every, env, facts)}


def hostile() -> Chronicle:
    """Return a chronicle with markup, template signs and a script's address wherever a digest's words stand."""
    text = f"December 8 {HOSTILE} Doe Jane [1] [2]"
    event = make_event(
        text=text,
        title=HOSTILE,
        people=(make_person(text, "Doe Jane", canonical=HOSTILE), make_person(text, HOSTILE[:8], canonical=HOSTILE)),
        notes=(make_note(text, 1, "javascript:alert(1)"), make_note(text, 2, 'https://a.example/"><script>', outlet="x<y")),
        findings=(make_finding(message=HOSTILE, event="2022-12.1"),),
        sanctions=(),
        topics=("detention",),
        body=at(text, "<script>").start,
    )  # fmt: skip
    chronicle = make_chronicle(
        make_edition(event, title=HOSTILE, received=HOSTILE, address="javascript:alert(1)")
    )
    place = Place(
        id="p", name=HOSTILE, kind="city", other=(HOSTILE,), source=HOSTILE, at=(0.0, 0.0), events=(event,)
    )
    topic = Topic(id="detention", name=HOSTILE, about=HOSTILE, events=(event,))
    return replace(chronicle, places=(place,), topics=(topic,))


def test_every_kind_of_page_has_a_template_of_its_own() -> None:
    kinds = [
        *Page.__subclasses__(),
        *(more for kind in Page.__subclasses__() for more in kind.__subclasses__()),
    ]
    templates = {kind.template for kind in kinds if kind.__module__.startswith("chronicle.")}

    assert sorted(templates) == [name for name in FILES if "/" not in name and name != "base.html"]


@pytest.mark.parametrize("name", ["invented", "empty", "hostile"])
def test_every_page_is_valid(name: str) -> None:
    for path, text in site(name).items():
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(text)
        assert parser.errors == [], path


@pytest.mark.parametrize("name", ["invented", "empty", "hostile"])
def test_no_page_uses_an_id_twice(name: str) -> None:
    for path, text in site(name).items():
        ids = re.findall(r'\sid="([^"]*)"', text)
        assert len(ids) == len(set(ids)), path
        assert all(re.fullmatch(r"[a-z0-9-]+", one) for one in ids), path


def test_every_link_inside_leads_to_a_page_or_an_anchor() -> None:
    """Feeds, data and the stylesheet are made elsewhere: here they are only named."""
    pages = [Output(path, text.encode()) for path, text in site("invented").items()]
    elsewhere = {
        found.lstrip("./")
        for text in site("invented").values()
        for found in re.findall(
            r'(?:href|src)="([^":#]*(?:feed\.xml|\.json|\.ndjson|\.csv|\.sqlite|\.bib|\.ris|\.css|\.js|\.zip|\.png))"',
            text,
        )
    }
    feeds = [Output(path.replace("index.html", "feed.xml"), b"") for path in site("invented")]

    named = [Output(path, b"") for path in sorted({*elsewhere, "copy.js"})]

    assert len(list(checked([*pages, *feeds, *named]))) == len(pages) + len(feeds) + len(named)


def test_every_link_inside_is_relative_and_names_a_file() -> None:
    for path, text in site("invented").items():
        for link in re.findall(r'href="([^"]*)"', text):
            inside = not link.startswith(("https:", "#"))
            assert not inside or re.fullmatch(
                r"(\.\./)*[a-z0-9/._-]+\.(html|xml|json|ndjson|csv|sqlite|bib|ris|css|zip|png)(#[a-z0-9-]+)?",
                link,
            ), path


def test_every_link_outside_tells_nothing_of_the_page() -> None:
    own = make_site().address
    for path, text in site("invented").items():
        for tag in re.findall(r'<a [^>]*href="https?:[^>]*>', text):
            assert 'rel="noreferrer noopener external nofollow' in tag or own in tag, path


@pytest.mark.parametrize("name", ["invented", "empty", "hostile"])
def test_every_page_forbids_what_it_does_not_need(name: str) -> None:
    for path, text in site(name).items():
        assert "content=\"default-src 'none'; script-src 'self'; style-src 'self';" in text, path
        assert '<meta name="referrer" content="no-referrer">' in text, path
        scripts = re.sub(r'<script src="[a-z0-9./:-]*\.js" defer></script>', "", text)
        assert "<script" not in scripts.replace('<script type="application/ld+json">{"', ""), path
        assert not re.search(r"\sstyle=|\son[a-z]+=\"|<style", text), path


def test_hostile_words_are_shown_and_do_nothing() -> None:
    page = site("hostile")["events/2022-12/1/index.html"]

    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }}" in page
    assert "49" not in page.replace("https://chronicle.example", "")
    for path, text in site("hostile").items():
        assert not re.search(r'(href|src)="\s*javascript:', text, re.IGNORECASE), path


def test_an_address_that_is_no_link_is_still_shown() -> None:
    assert (
        '<span class="address">javascript:alert(1)</span>' in site("hostile")["events/2022-12/1/index.html"]
    )


def test_canonical_addresses_are_absolute_and_the_page_for_none_has_none() -> None:
    pages = site("invented")

    assert (
        '<link rel="canonical" href="https://chronicle.example/events/2022-12/1/">'
        in pages["events/2022-12/1/index.html"]
    )
    assert '<link rel="canonical" href="https://chronicle.example/">' in pages["index.html"]
    assert "canonical" not in pages["404.html"]


def test_the_page_for_no_address_reads_and_leads_home_from_any_depth() -> None:
    """Its links are absolute, and only the stylesheet and the sign lie beside it."""
    page = site("invented")["404.html"]

    links = re.findall(r'href="([^"]*)"', page)
    assert [link for link in links if not link.startswith(("https://", "#"))] == ["icon.png", "style.css"]
    assert '<a href="https://chronicle.example/index.html">https://chronicle.example/</a>' in page


@pytest.mark.parametrize("name", ["invented", "hostile"])
def test_links_to_different_events_have_different_words(name: str) -> None:
    for path, text in site(name).items():
        rows = re.findall(r'<p class="what"><a href="([^"]*)">(.*?)</a>', text)
        assert len({words for _, words in rows}) == len({href for href, _ in rows}), path


def test_a_day_is_said_in_words_and_written_in_figures_for_machines_only() -> None:
    for path, text in site("invented").items():
        said = re.sub(r"<script [^<]*</script>|<[^>]*>", " ", text.replace("YYYY-MM-DD", ""))
        assert not re.search(r"\b\d{4}-\d{2}-\d{2}\b", said), path


def test_an_abbreviation_says_what_it_stands_for() -> None:
    assert '<abbr title="Criminal Code">CC</abbr> 405(2)' in site("invented")["statutes/cc/405/index.html"]


def test_sanctions_stand_under_words_that_say_what_they_are() -> None:
    said = "Imposed, sought, served or refused"

    assert said in site("invented")["events/2022-12/1/index.html"]
    assert f"{said}, as each event tells it" in site("invented")["statutes/cc/405/index.html"]
    assert "one sentence may be reported in several events" in site("invented")["people/jane-doe/index.html"]
    assert "Sanctions named" not in site("invented")["people/richard-roe/index.html"]


def test_nothing_found_is_said_only_where_nothing_is_told() -> None:
    assert "Nothing was found." not in site("invented")["editions/2022-12/index.html"]
    assert "Nothing was found." in site("invented")["editions/2026-01/index.html"]


def test_a_copy_without_a_contact_promises_none() -> None:
    assert "write to" not in site("invented")["index.html"]
    assert "published without a contact address" in site("invented")["about/index.html"]
    assert "Write to write@chronicle.example." in site("empty")["about/index.html"]


def test_a_person_page_leads_to_its_feed() -> None:
    page = site("invented")["people/jane-doe/index.html"]

    assert 'type="application/atom+xml" href="../../people/jane-doe/feed.xml"' in page
    assert "Being named here says nothing about guilt" in page


def test_an_article_lists_people_only_as_subjects_of_events() -> None:
    page = site("invented")["statutes/cc/405/index.html"]

    assert "Subjects of events that cite it" in page
    assert "people/richard-roe/" not in page


def test_a_missing_source_and_a_missing_title_are_said_to_be_missing() -> None:
    page = site("invented")["events/2022-12/1/index.html"]

    assert "the digest gives no source" in page
    assert "title not recorded" in site("invented")["events/2022-12/2/index.html"]


@pytest.mark.parametrize("name", FILES)
def test_templates_decide_nothing_and_escape_everything(name: str) -> None:
    text = (TEMPLATES / name).read_text(encoding="utf-8")

    assert not re.search(r"\{[{%][^}]*\|", text), "no filters: what is shown is computed in the page's record"
    assert "autoescape" not in text
    assert not re.search(r"\{%-?\s*set\b", text)
    assert not re.search(r"=\{\{|='", re.sub(r"\{%.*?%\}", "", text)), "attributes stand in double quotes"
    # What a page says to programs is data; a script is a file of its own.
    text = text.replace('<script src="{{ page.root }}{{ page.copy_script }}" defer></script>', "")
    text = text.replace('<script type="application/ld+json">{{ page.linked }}</script>', "")
    text = text.replace('<script src="{{ page.root }}{{ script }}" defer></script>', "")
    assert not re.search(r"<(script|style|iframe|object|embed|img)\b|\sstyle=", text)
    # A form leads to the search, and nowhere else.
    assert not re.search(r'<form(?![^>]* action="\{\{ page\.root \}\}\{\{ page\.search \}\}")', text)


def test_the_stylesheet_is_small_and_asks_for_nothing() -> None:
    style = (ROOT / "static" / "style.css").read_text(encoding="utf-8")

    assert len(style.encode()) < 16_000
    assert "url(" not in style
    assert "@import" not in style


def _luminance(colour: str) -> float:
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", [0, 1])
@pytest.mark.parametrize("ink", ["ink", "quiet", "link", "mark"])
@pytest.mark.parametrize("paper", ["paper", "sheet"])
def test_colours_can_be_read(scheme: int, ink: str, paper: str) -> None:
    """WCAG AA: 4.5 to 1, in the light and in the dark scheme."""
    blocks = re.findall(
        r":root \{(.*?)\}", (ROOT / "static" / "style.css").read_text(encoding="utf-8"), re.DOTALL
    )
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", blocks[scheme]))
    light, dark = sorted((_luminance(colours[ink]), _luminance(colours[paper])), reverse=True)

    assert (light + 0.05) / (dark + 0.05) >= 4.5
