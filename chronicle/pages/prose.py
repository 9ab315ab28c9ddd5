"""Pages an editor writes in Markdown, and the page for an address that leads nowhere."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from chronicle import urls
from chronicle.annotate import prose
from chronicle.findings import ChronicleError
from chronicle.pages import words
from chronicle.pages.records import Page, Ref

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from markupsafe import Markup

    from chronicle.authority import Score
    from chronicle.model import Site

_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ABOUT: Final = "about"
_COMPONENTS: Final = Ref(
    label="Components", href=urls.COMPONENTS, remark="the parts of these pages, for those who maintain them"
)
#: the page that tells how often the reading is right
_MADE: Final = "how-records-are-made"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProsePage(Page):
    """A page of an editor's own words."""

    template: ClassVar[str] = "prose.html"
    tells_archive: ClassVar[bool] = True

    body: Markup
    #: whom to write to, on the page about the site; '' on any other
    contact: str
    #: the other pages of this kind
    others: tuple[Ref, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePage(ProsePage):
    """How records are made, with how often the reading is right."""

    template: ClassVar[str] = "made.html"

    #: (what, '98.3 %' on the digests, '94.1 %' on invented ones); empty where nothing was measured
    figures: tuple[tuple[str, str, str], ...]
    #: '22 November 2026'
    day: str
    events: str
    invented: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundPage(Page):
    """What a server shows for an address that leads nowhere."""

    template: ClassVar[str] = "not_found.html"

    #: where the site is published, with a slash at the end
    address: str
    ways: tuple[Ref, ...]

    @property
    def root(self) -> str:
        """The site's own address.

        A server shows this page at any depth, where the way up is not known: its links are absolute. The stylesheet
        stays beside it, for a copy under another address must ask nothing of this one: without it, the page reads well.
        """
        return self.address


def prose_pages(texts: Mapping[str, str], site: Site, score: Score | None = None) -> Iterator[ProsePage]:
    """Yield a page per Markdown text, by id; where there is no 'about', one that says what `site.yaml` says.

    The page 'how-records-are-made' shows *score* below its text.
    """
    every = {_ABOUT: f"# About\n\n{site.tagline}\n"} | dict(sorted(texts.items()))
    every = {page: _without_comments(text) for page, text in every.items()}
    titles = {page: _split(page, text)[0] for page, text in every.items()}
    for page, text in every.items():
        made = _prose_page(page, text, titles, _contact(site) if page == _ABOUT else "")
        yield _with_score(made, score) if page == _MADE else made


def _with_score(page: ProsePage, score: Score | None) -> MadePage:
    figures = score.figures if score else ()
    shares = ((one.what, f"{100 * one.share:.1f} %", f"{100 * one.invented:.1f} %") for one in figures)
    return MadePage(
        path=page.path,
        title=page.title,
        description=page.description,
        body=page.body,
        contact=page.contact,
        others=page.others,
        figures=tuple(shares),
        day=words.day(score.date) if score else "",
        events=words.count(score.events, words.EVENTS) if score else "",
        invented=words.count(score.invented, words.EVENTS) if score else "",
    )


def _contact(site: Site) -> str:
    if site.contact:
        return f"Write to {words.sentence(site.contact)}"
    return (
        "This copy was published without a contact address. Whoever publishes it can name one; until then, turn to whoever "
        "runs the address at which you found it, or gave you the files."
    )


def _prose_page(page: str, text: str, titles: Mapping[str, str], contact: str) -> ProsePage:
    if not _ID.fullmatch(page):
        message = (
            f"seeds/pages/{page}.md: name the file with a-z, 0-9 and '-' only: it becomes the page's address"
        )
        raise ChronicleError(message)
    title, body = _split(page, text)
    path = urls.prose(page)
    return ProsePage(
        path=path,
        title=title,
        description=words.sentence(title),
        body=prose(body, urls.root(path)),
        contact=contact,
        others=(
            *(Ref(label=titles[one], href=urls.prose(one)) for one in titles if one != page),
            *([_COMPONENTS] if page == _ABOUT else []),
        ),
    )


def _without_comments(text: str) -> str:
    """Return *text* without what an editor wrote for editors alone: `<!-- … -->`."""
    first, *rest = text.split("<!--")
    kept = [first]
    for part in rest:
        _, closed, after = part.partition("-->")
        kept.append(after if closed else f"<!--{part}")
    return "".join(kept)


def _split(page: str, text: str) -> tuple[str, str]:
    """Return the title, that of a first line '# Title' or else made from the id, and the text below it."""
    first, _, rest = text.lstrip().partition("\n")
    if first.startswith("# "):
        return first.removeprefix("# ").strip(" #"), rest
    return page.replace("-", " ").capitalize(), text


def not_found_page(site: Site) -> NotFoundPage:
    """Return the page for an address that leads nowhere."""
    return NotFoundPage(
        path=urls.NOT_FOUND,
        title="No such page",
        description="This address leads to no page of the chronicle.",
        address=site.address,
        ways=NotFoundPage.navigation,
    )
