"""Pages of addresses that show their own no more."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import FileSystemLoader

from chronicle import urls
from chronicle.model import LedgerLine, Output
from chronicle.pages.edition import edition_pages
from chronicle.pages.lookup import Lookup, look_up
from chronicle.pages.records import Page, Ref
from chronicle.pages.tombstones import GoneEditionPage, TombstonePage, tombstone_pages
from chronicle.render import environment, render
from chronicle.restored import rebuilt
from tests.factories import UNITS, make_chronicle, make_site

DAY = dt.date(2031, 5, 1)
ENV = environment(FileSystemLoader(Path(__file__).parent.parent / "templates"))


def lookup_of(*lines: LedgerLine) -> Lookup:
    return look_up(make_chronicle(tombstones=lines), UNITS, "freeland")


def line(kind: str, id_: str, state: str, *to: str, reason: str = "") -> LedgerLine:
    return LedgerLine(kind=kind, id=id_, state=state, to=to, date=DAY, reason=reason)


def only(*lines: LedgerLine) -> TombstonePage:
    """Return the page of the one address; what had a dossier has a second one in its place."""
    page, *beside = (page for page in tombstone_pages(lookup_of(*lines)) if isinstance(page, TombstonePage))
    assert beside == ([replace(page, path=urls.dossier(page.path))] if has_dossier(*lines) else [])
    return page


def has_dossier(line: LedgerLine) -> bool:
    """Tell whether there was a dossier on what *line* names: on all but events and codes."""
    return line.kind != "event" and (line.kind != "statute" or "/" in line.id)


def written(page: Page) -> str:
    (output,) = render([page], ENV, make_site())
    return output.data.decode()


def test_a_withdrawn_event_says_when_and_why_and_nothing_else() -> None:
    page = only(line("event", "2022-12.7", "withdrawn", reason="It's false."))

    assert (page.path, page.title, page.noindex) == (
        "events/2022-12/7/index.html",
        "Event 2022-12.7: withdrawn",
        True,
    )
    assert (page.day, page.iso, page.reason, page.leads) == ("1 May 2031", "2031-05-01", "It’s false.", ())
    assert page.edition == Ref(label="Digest of December 2022", href="editions/2022-12/index.html")
    assert '<meta name="robots" content="noindex">' in written(page)
    assert "refresh" not in written(page)
    assert '<h1>Event <span class="figure">2022-12.7</span>: withdrawn</h1>' in written(page)


def test_a_merged_event_leads_to_the_other() -> None:
    page = only(line("event", "2022-12.7", "merged", "2022-12.1", reason="Twice."))

    assert [lead.href for lead in page.leads] == ["events/2022-12/1/index.html"]
    assert '<meta http-equiv="refresh" content="0; url=../../../events/2022-12/1/index.html">' in written(
        page
    )


def test_a_divided_event_leaves_the_choice() -> None:
    page = only(line("event", "2022-12.7", "divided", "2022-12.1", "2022-12.2"))

    assert [lead.remark for lead in page.leads] == ["2022-12.1", "2022-12.2"]
    assert page.forward == ""


def test_every_kind_of_page_can_lead_on() -> None:
    chronicle = make_chronicle()
    ends = {
        "person": chronicle.people[0].id,
        "place": chronicle.places[0].id,
        "statute": chronicle.codes[0].articles[0].id,
        "topic": chronicle.topics[0].id,
    }

    pages = [
        only(line(kind, "gone" if kind != "statute" else "cc/1", "moved", id_)) for kind, id_ in ends.items()
    ]

    assert [page.leads[0].label for page in pages] == [
        chronicle.people[0].name,
        chronicle.places[0].name,
        f"{chronicle.codes[0].name}, Article {chronicle.codes[0].articles[0].number}",
        chronicle.topics[0].name,
    ]
    assert [page.path.split("/")[0] for page in pages] == ["people", "places", "statutes", "topics"]
    assert all(page.title.startswith("This ") for page in pages)


def test_a_code_can_lead_to_a_code() -> None:
    code = make_chronicle().codes[0]

    assert only(line("statute", "gone", "moved", code.slug)).leads[0].label == code.name


def test_a_digest_that_has_another_month_says_where_its_events_are() -> None:
    lines = (
        line("event", "2022-11.3", "moved", "2022-12.1"),
        line("event", "2022-11.4", "withdrawn", reason="x"),
    )
    (page,) = (page for page in tombstone_pages(lookup_of(*lines)) if isinstance(page, GoneEditionPage))

    assert page.path == "editions/2022-11/index.html"
    assert [(one.anchor, one.ref.href, one.words) for one in page.gone] == [
        ("3", "events/2022-11/3/index.html", "moved on 1 May 2031"),
        ("4", "events/2022-11/4/index.html", "withdrawn on 1 May 2031"),
    ]
    assert '<li id="3">' in written(page)
    assert page.title == "Digest 2022-11: gone"


@pytest.mark.parametrize(
    ("state", "to", "fate"),
    [("withdrawn", (), "withdrawn"), ("redacted", (), "not shown"), ("moved", ("2022-12.1",), "moved")],
)
def test_a_digest_whose_events_have_one_fate_says_it(state: str, to: tuple[str, ...], fate: str) -> None:
    lines = (line("event", "2022-11.3", state, *to), line("event", "2022-11.4", state, *to))
    (page,) = (page for page in tombstone_pages(lookup_of(*lines)) if isinstance(page, GoneEditionPage))

    assert page.title == f"Digest 2022-11: {fate}"
    assert f"</span>: {fate}</h1>" in written(page)


def test_a_digest_keeps_the_anchor_of_an_event_that_is_gone() -> None:
    lookup = lookup_of(line("event", "2022-12.7", "withdrawn", reason="x"))
    page = next(page for page in edition_pages(lookup) if page.path == "editions/2022-12/index.html")

    assert [one.anchor for one in page.gone] == ["7"]
    assert '<li id="7"><a href="../../events/2022-12/7/index.html">2022-12.7</a>' in written(page)


def test_a_lost_ledger_can_be_read_from_the_pages() -> None:
    """Their meta elements say what the ledger said."""
    lines = (
        line("event", "2022-12.7", "withdrawn", reason='"False" & <old>'),
        line("event", "2022-12.8", "divided", "2022-12.1", "2022-12.2", reason="Two."),
        line("person", "gone", "merged", make_chronicle().people[0].id),
    )
    lookup = lookup_of(*lines)
    site = [
        *render(tombstone_pages(lookup), ENV, make_site()),
        *(render_empty(path) for path in ("events/2022-12/1/index.html", "events/2022-12/2/index.html")),
        render_empty(f"people/{lines[2].to[0]}/index.html"),
    ]
    events = (
        '[{"id": "2022-12.1", "text": "a", "people": []}, {"id": "2022-12.2", "text": "b", "people": []}]'
    )

    ledger, _ = rebuilt([*site, Output("data/events.json", events.encode())])

    assert [one for one in ledger if one.state != "live"] == list(lines)


def render_empty(path: str) -> Output:
    return Output(path, b"<!doctype html><title>x</title>")
