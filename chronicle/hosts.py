"""Site and ledger -> files that web hosts read: `_headers`, `_redirects`. The pages work without them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import urlsplit

from chronicle import urls
from chronicle.model import LedgerLine, Output, Site

#: of pages that work from a disk as well: nothing from another host, no script or style within a page
CONTENT_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'"
)

#: what this module writes
HOST_FILES: Final = ("_headers", "_redirects")


def has_rulings(written: Iterable[bytes]) -> bool:
    """Tell whether files of a site, as *written* for its host, speak of an address that shows its own no more."""
    return any(b" 301\n" in data or b"X-Robots-Tag" in data for data in written)


def host_files(tombstones: Iterable[LedgerLine], site: Site) -> Iterator[Output]:
    """Yield `_headers`, and `_redirects` for every address that leads to one other."""
    lines = tuple(tombstones)
    yield Output("_headers", _headers(lines).encode())
    yield Output("_redirects", _redirects(lines, site).encode())


def _headers(tombstones: Iterable[LedgerLine]) -> str:
    every = (
        f"Content-Security-Policy: {CONTENT_POLICY}; frame-ancestors 'none'",
        "Referrer-Policy: no-referrer",
        "X-Content-Type-Options: nosniff",
    )
    blocks = ["/*\n" + "".join(f"  {line}\n" for line in every)]
    blocks += (
        f"/{urls.public(urls.lasting(one.kind, one.id))}\n  X-Robots-Tag: noindex\n"
        for one in tombstones
        if not one.to
    )
    return "".join(blocks)


def _redirects(tombstones: Iterable[LedgerLine], site: Site) -> str:
    """Return a line for each address that was merged or moved: only to an address of this very site."""
    base = urlsplit(site.address).path
    return "".join(
        f"{base}{_address(one.kind, one.id)} {base}{_address(one.kind, one.to[0])} 301\n"
        for one in tombstones
        if one.state in ("merged", "moved")
    )


def _address(kind: str, id_: str) -> str:
    return urls.public(urls.lasting(kind, id_))
