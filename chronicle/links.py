"""Outputs in, the same outputs out; at the end, an error if an internal link or anchor among them leads nowhere.

Reads only what our own templates write: attributes after a space and in double quotes, text escaped. Keeps addresses, never pages.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

from chronicle.findings import ChronicleError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from chronicle.model import Output

#: broken links named in one message; more are only counted
MOST_SHOWN: Final = 20

# A pattern that begins with fixed letters is searched some five times as fast as one that does not.
# `href="../index.html#18"`
_HREF: Final = re.compile(rb'href="([^"]*)"')
# ` src="style.css"`
_SRC: Final = re.compile(rb' src="([^"]*)"')
# ` id="part-2"`
_ID: Final = re.compile(rb' id="([^"]*)"')
# `https:`, `mailto:`: not ours to check
_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]*:")


class BrokenLinksError(ChronicleError):
    """Internal links that lead nowhere: a mistake of templates or pages, never of a digest."""


def checked(outputs: Iterable[Output], later: Iterable[str] = ()) -> Iterator[Output]:
    """Yield *outputs* unchanged; then raise `BrokenLinksError` where a link among them leads nowhere.

    *later* are the paths of files that are made of them.
    """
    there: set[str] = set(later)
    wanted: dict[str, tuple[str, str]] = {}
    for output in outputs:
        there.add(output.path)
        if output.path.endswith(".html"):
            there.update(f"{output.path}#{anchor}" for anchor in anchors(output.data))
            folders = _folders(output.path)
            for link in links(output.data):
                wanted.setdefault(_led(folders, output.path, link), (output.path, link))
        yield output
    broken = sorted(wanted[address] for address in wanted.keys() - there)
    if broken:
        raise BrokenLinksError(_sentence(broken))


def links(page: bytes) -> set[str]:
    """Return every distinct internal link of *page*, as written."""
    found = (html.unescape(link.decode()) for link in {*_HREF.findall(page), *_SRC.findall(page)})
    return {link for link in found if not _SCHEME.match(link)}


def anchors(page: bytes) -> set[str]:
    """Return every id of *page*."""
    return {html.unescape(anchor.decode()) for anchor in _ID.findall(page)}


def target(page: str, link: str) -> str:
    """Return the path, with anchor, that *link* on *page* leads to: 'people/index.html', '../a.html#b' -> 'a.html#b'.

    What leaves the site, or is not written as the way to a file, is found nowhere.
    """
    return _led(_folders(page), page, link)


def _folders(page: str) -> list[str]:
    """Return the folder of *page* and those around it, nearest first: 'a/b/c.html' -> ['a/b/', 'a/', '']."""
    parts = page.split("/")[:-1]
    return ["".join(f"{part}/" for part in parts[:n]) for n in range(len(parts), -1, -1)]


def _led(folders: list[str], page: str, link: str) -> str:
    if link.startswith("#"):
        return page + link
    ups, rest = 0, link
    while rest.startswith("../"):
        ups, rest = ups + 1, rest[3:]
    return folders[ups] + rest if ups < len(folders) else link


def _sentence(broken: list[tuple[str, str]]) -> str:
    shown = [f"  {page}: {link}" for page, link in broken[:MOST_SHOWN]]
    more = [f"  and {len(broken) - MOST_SHOWN} more"] if len(broken) > MOST_SHOWN else []
    head = f"{len(broken)} internal links lead nowhere; mend the templates or pages that write them:"
    return "\n".join([head, *shown, *more])
