"""What pages are made of: links, event rows, months, counted things, and what all pages have in common."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar, Final

from chronicle import urls
from chronicle.pages import words


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """Words that lead to a page of the site; words alone where `href` is empty."""

    label: str
    #: relative to the site's root
    href: str = ""
    #: what is said beside it: '6 events'
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A provision in a list of events: 'CC 405(2)'."""

    #: '405(2)'; 'Article 405(2)' where no code is stated
    words: str
    #: 'CC'; '' where no code is stated
    code: str = ""
    #: what the short form stands for; '' where the code is not known
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An event in a list, in plain text."""

    id: str
    href: str
    title: str
    #: '2022-12-08'; '' where the print gives no single day
    iso: str
    #: '8 December 2022', or the printed words where no day was understood
    day: str
    #: 'Oral, West Region'; '' where the dateline has none
    place: str
    #: the subjects with a page; '' where there are none
    subjects: str
    #: the first words of the text, and those that follow them
    lead: str
    rest: str
    #: the first words of the text, as long as both
    excerpt: str
    provisions: tuple[Tag, ...] = ()
    #: '15 days of administrative detention'
    sanctions: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A row in one list, and what this list says of it."""

    row: Row
    headline: str
    excerpt: str
    #: the part someone played there
    remark: str = ""
    #: what the list can be narrowed by: 'place:west year:2022'; '' in a list that is not narrowed
    facets: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """The entries of one month."""

    #: 'December 2022'
    name: str
    #: 'month-2022-12'; '' where the page lists a month more than once
    anchor: str
    #: '12 events'
    count: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortlist:
    """The first of many, with how many there are: 'people named in the same events'."""

    items: tuple[Ref, ...]
    #: '3 more people'; '' where all are shown
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Links under a heading."""

    name: str
    anchor: str
    items: tuple[Ref, ...]
    #: of the heading itself; '' where it has no page
    href: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A name and what is said under it."""

    name: str
    values: tuple[Ref, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed in both its forms."""

    label: str
    #: the Atom feed
    atom: str
    #: the JSON Feed
    json: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The words of the picture that goes with a link to a page."""

    #: of the picture, relative to the site's root
    path: str
    #: 'Event 2022-12.18'
    kind: str
    title: str
    #: when, how often: '8 December 2022, Almaty'; may be ''
    line: str
    #: what is said with it; may be ''
    notice: str
    #: of the page, as it is read out: 'chronicle.example/events/2022-12/18/'
    address: str
    #: what the site is called
    site: str

    @property
    def alt(self) -> str:
        """What it says, for those who do not see it."""
        said = (self.site, self.kind, self.title, self.line, self.notice)
        return " ".join(f"{one.rstrip('.')}." for one in said if one)


NAVIGATION: Final = (
    Ref(label="Editions", href=urls.EDITIONS),
    Ref(label="People", href=urls.PEOPLE),
    Ref(label="Places", href=urls.PLACES),
    Ref(label="Statutes", href=urls.STATUTES),
    Ref(label="Topics", href=urls.TOPICS),
    Ref(label="Cases", href=urls.CASES),
    Ref(label="Sources", href=urls.SOURCES),
    Ref(label="Corrections", href=urls.CORRECTIONS),
    Ref(label="Answers", href=urls.ANSWERS),
    Ref(label="Data", href=urls.DATA),
    Ref(label="About", href=urls.prose("about")),
    Ref(label="Search", href=urls.SEARCH),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What every kind of page has: its place, its name and the way to it."""

    template: ClassVar[str]
    navigation: ClassVar[tuple[Ref, ...]] = NAVIGATION
    home: ClassVar[str] = urls.HOME
    about_path: ClassVar[str] = urls.prose("about")
    site_feed: ClassVar[str] = urls.feed(urls.HOME)
    site_json: ClassVar[str] = urls.json_feed(urls.HOME)
    archive_path: ClassVar[str] = urls.ARCHIVE
    feeds_path: ClassVar[str] = urls.FEEDS
    search: ClassVar[str] = urls.SEARCH
    #: whether it tells how large the archive of the site is: it is made when everything else is
    tells_archive: ClassVar[bool] = False
    #: whether the box that leads to the search stands above it
    search_box: ClassVar[bool] = True

    #: relative to the site's root
    path: str
    title: str
    #: one sentence for search engines and feeds; never holds a name of someone without a page
    description: str
    #: the pages above, from the nearest to the root downwards; the home page is left out
    trail: tuple[Ref, ...] = ()
    #: Atom feeds of this page's own
    feeds: tuple[Ref, ...] = ()
    #: whether search engines are asked not to list it
    noindex: bool = False
    #: scripts and stylesheets of its own, relative to the site's root
    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    #: how large the archive of the site is, '4.7 MB'; '' where nothing is said of it
    archive: str = ""
    #: the picture that goes with a link to it; None where there is none
    card: Card | None = None

    @property
    def root(self) -> str:
        """The way up to the site's root: '../../'."""
        return urls.root(self.path)

    @property
    def style(self) -> str:
        """The way to the stylesheet: always beside the page, never at another address."""
        return urls.root(self.path) + urls.STYLE

    @property
    def icon(self) -> str:
        """The way to the site's own sign: beside the page, like the stylesheet."""
        return urls.root(self.path) + urls.ICON

    @property
    def public(self) -> str:
        """The address as it is cited, below that of the site."""
        return urls.public(self.path)

    @property
    def follow(self) -> tuple[Feed, ...]:
        """The feeds of this page's own, each in both its forms."""
        folders = ((one.label, one.href.removesuffix("feed.xml")) for one in self.feeds)
        return tuple(
            Feed(label=label, atom=urls.feed(folder), json=urls.json_feed(folder))
            for label, folder in folders
        )

    @property
    def dossier(self) -> str:
        """The dossier on what the page is about: only people, places, articles, topics and cases have one."""
        return urls.dossier(self.path)

    @staticmethod
    def in_words(date: dt.date) -> str:
        """Return a day in words."""
        return words.day(date)

    @property
    def section(self) -> str:
        """The entry of the navigation under which the page stands; '' for none."""
        return self.trail[0].href if self.trail else self.path
