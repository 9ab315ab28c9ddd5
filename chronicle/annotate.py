"""Text and spans -> Markup: a digest's words with links in them, and an editor's Markdown.

The only module that makes markup. A digest's words are never Markdown and never HTML: they are escaped, and
the only elements around them are `p`, `a` and `span`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from chronicle.findings import ChronicleError
from chronicle.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markdown_it.token import Token

#: an editor's page longer than this is refused before it is read: Markdown can cost quadratic time
PROSE_LIMIT: Final = 100_000
_PROSE_SCHEMES: Final = frozenset({"http", "https", "mailto"})
_OUTSIDE: Final = "noreferrer noopener external nofollow"
_BREAK: Final = re.compile(r"[\r\n]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A stretch of text that leads somewhere, or is only set apart."""

    at: Span
    #: relative to the site's root; '#note-12' for a place on the page itself; '' where there is no page
    href: str = ""
    #: 'person', 'place', 'provision', 'note' or 'date': the element's class
    kind: str


def web_address(url: str) -> str:
    """Return *url* where it may be a live link, else '': only http and https, only with a host."""
    if not url.isprintable() or " " in url:
        return ""
    scheme, host = _scheme_and_host(url)
    return url if scheme in ("http", "https") and host and "@" not in host else ""


def _scheme_and_host(url: str) -> tuple[str, str]:
    """Return both in lower case; two empty strings where *url* is no address at all."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", ""
    return parts.scheme, parts.netloc.lower()


def annotate(text: str, links: Iterable[Link], root: str = "") -> Markup:
    """Return *text*, escaped, as paragraphs with *links* in them; *root* is put before their addresses.

    Where two links overlap the longer stays, and of equal ones the first. A link that runs across a line
    break becomes one on each side of it: the markup is well formed for any spans.
    """
    kept = _disjoint(links, len(text))
    parts: list[str] = []
    first = 0
    for paragraph in _paragraphs(text):
        # Links are sorted and disjoint, so those before this paragraph are done with.
        while first < len(kept) and kept[first].at.end <= paragraph.start:
            first += 1
        parts += ["<p>", *_pieces(text, paragraph, kept, first, root), "</p>"]
    return Markup("".join(parts))  # noqa: S704  every piece was escaped


def prose(markdown: str, root: str = "") -> Markup:
    """Return an editor's Markdown as HTML: no raw HTML, no images, links to the web, to mail and in the site.

    An address without a scheme is read from the site's root: `people/index.html`.
    """
    if len(markdown) > PROSE_LIMIT:
        message = f"a page of prose has {len(markdown):,} characters; make it {PROSE_LIMIT:,} or fewer"
        raise ChronicleError(message)
    tokens = _MARKDOWN.parse(markdown)
    for token in _links(tokens):
        _lead(token, root)
    return Markup(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}))  # noqa: S704  html is off


# ---------------------------------------------------------------- a digest's words


def _disjoint(links: Iterable[Link], length: int) -> list[Link]:
    """Return the links that fit into the text and do not overlap, the longer before the shorter."""
    kept: list[Link] = []
    starts: list[int] = []
    for link in sorted(links, key=lambda one: (one.at.start - one.at.end, one.at.start)):
        start, end = link.at.start, link.at.end
        place = bisect_left(starts, start)
        before = kept[place - 1].at.end if place else 0
        after = starts[place] if place < len(starts) else length
        if before <= start < end <= after:
            kept.insert(place, link)
            starts.insert(place, start)
    return kept


def _paragraphs(text: str) -> Iterator[Span]:
    """Yield the lines of *text* that are not blank."""
    at = 0
    for gap in _BREAK.finditer(text):
        if text[at : gap.start()].strip():
            yield Span(at, gap.start())
        at = gap.end()
    if text[at:].strip():
        yield Span(at, len(text))


def _pieces(text: str, line: Span, links: Sequence[Link], first: int, root: str) -> Iterator[str]:
    at = line.start
    for place in range(first, len(links)):
        link = links[place]
        if link.at.start >= line.end:
            break
        start, end = max(link.at.start, line.start), min(link.at.end, line.end)
        yield escape(text[at:start])
        yield _element(text[start:end], link, root)
        at = end
    yield escape(text[at : line.end])


def _element(words: str, link: Link, root: str) -> str:
    kind = escape(link.kind)
    if not link.href:
        return f'<span class="{kind}">{escape(words)}</span>'
    href = escape(link.href if link.href.startswith("#") else root + link.href)
    return f'<a class="{kind}" href="{href}">{escape(words)}</a>'


# ---------------------------------------------------------------- an editor's prose


def _allowed(url: str) -> bool:
    """Tell whether an editor's page may link to *url*: an allow-list, judged after decoding."""
    scheme, host = _scheme_and_host(url)
    if not url.isprintable() or "\\" in url or "@" in host or url.startswith("/"):
        return False
    return scheme in _PROSE_SCHEMES or (not scheme and ":" not in url.split("/", maxsplit=1)[0])


def _markdown() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).disable(
        ["image", "reference", "html_block", "html_inline"]
    )
    parser.validateLink = _allowed  # type: ignore[method-assign]
    return parser


_MARKDOWN: Final = _markdown()


def _links(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        if token.type == "link_open":
            yield token
        yield from _links(token.children or ())


def _lead(token: Token, root: str) -> None:
    """Send a link of the parsed page to its place: relative ones from the root, others marked as outside."""
    href = str(token.attrGet("href"))
    if href.startswith(("http:", "https:")):
        token.attrSet("rel", _OUTSIDE)
    elif not href.startswith(("mailto:", "#")):
        token.attrSet("href", root + href)
