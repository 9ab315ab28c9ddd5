"""The files that web hosts read."""

from __future__ import annotations

import datetime as dt

from chronicle.hosts import CONTENT_POLICY, has_rulings, host_files
from chronicle.model import LedgerLine
from tests.factories import make_site

LINES = (
    LedgerLine(kind="event", id="2022-12.19", state="merged", to=("2022-12.18",), date=dt.date(2031, 1, 1)),
    LedgerLine(kind="event", id="2022-12.20", state="withdrawn", reason="false"),
    LedgerLine(kind="event", id="2022-12.21", state="divided", to=("2022-12.22", "2022-12.23")),
    LedgerLine(kind="person", id="jon-doe", state="moved", to=("john-doe",)),
    LedgerLine(kind="statute", id="cc/5", state="merged", to=("cc/6",)),
)


def written(address: str, *lines: LedgerLine) -> dict[str, str]:
    return {out.path: out.data.decode() for out in host_files(lines, make_site(address=address))}


def test_what_leads_to_one_address_of_this_site_is_redirected_there() -> None:
    assert written("https://example.org/c/", *LINES)["_redirects"] == (
        "/c/events/2022-12/19/ /c/events/2022-12/18/ 301\n"
        "/c/people/jon-doe/ /c/people/john-doe/ 301\n"
        "/c/statutes/cc/5/ /c/statutes/cc/6/ 301\n"
    )


def test_what_is_no_more_is_not_to_be_listed() -> None:
    assert written("https://example.org/", *LINES)["_headers"] == (
        "/*\n"
        f"  Content-Security-Policy: {CONTENT_POLICY}; frame-ancestors 'none'\n"
        "  Referrer-Policy: no-referrer\n"
        "  X-Content-Type-Options: nosniff\n"
        "/events/2022-12/20/\n"
        "  X-Robots-Tag: noindex\n"
    )


def test_where_nothing_was_withdrawn_nothing_is_redirected() -> None:
    assert written("https://example.org/")["_redirects"] == ""


def test_a_site_tells_by_its_host_files_whether_anything_was_withdrawn() -> None:
    def files(*lines: LedgerLine) -> list[bytes]:
        return [text.encode() for text in written("https://example.org/", *lines).values()]

    assert has_rulings(files(LINES[1]))
    assert has_rulings(files(LINES[0]))
    assert not has_rulings(files())
