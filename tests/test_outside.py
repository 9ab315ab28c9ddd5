"""What the built pages load, where they lead, and what they tell of whoever collected a source."""

from __future__ import annotations

import posixpath
import re
import subprocess
import sys
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from jinja2 import FileSystemLoader

from chronicle.addresses import strip_text
from chronicle.files import read_seeds, read_static
from chronicle.seeds import Options, Seeds
from chronicle.site import build
from tests.seeding import make_seeds

ROOT: Final = Path(__file__).parent.parent
KEPT: Final = "https://web.archive.org/web/20230503120000/https://news.example/a"
DIGEST: Final = """December 1, Aksay, Sadykov Marlen, a rally[1][2][3].

December 2, Berik, a rally[4][5][6].

[1] https://news.example/a?fbclid=one&c=2
[2] https://www.instagram.com/p/1/?igsh=two
[3] javascript:alert(1)
[4] https://bit.ly/x
[5] https://мamay.example/"onclick=
[6] https://user:word@news.example/<script>
[8] https://news.example/never?utm_source=three
See also https://news.example/out?gclid=four
"""
SIDECAR: Final = f"""address: https://news.example/digest?brid=five
archived:
- {{number: 1, url: '{KEPT}', date: 2023-05-03}}
"""
#: every attribute of HTML that holds an address
_ADDRESSES: Final = frozenset(
    {
        "action", "archive", "background", "cite", "classid", "codebase", "data", "formaction", "href", "icon", "imagesrcset",
        "longdesc", "manifest", "ping", "poster", "profile", "src", "srcdoc", "srcset", "usemap", "xlink:href",
    }
)  # fmt: skip


class Address(NamedTuple):
    """An address in a page: where it stands."""

    page: str
    tag: str
    attribute: str
    value: str
    rel: str


class _Harvest(HTMLParser):
    def __init__(self, page: str, text: str) -> None:
        super().__init__()
        self.page = page
        self.found: list[Address] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {name: value or "" for name, value in attrs}
        self.tags.append((tag, held))
        self.found += [
            Address(self.page, tag, name, value, held.get("rel", ""))
            for name, value in held.items()
            if name in _ADDRESSES
        ]


def files_of(seeds: Seeds) -> dict[str, bytes]:
    built = build(seeds, read_static(ROOT / "static"), FileSystemLoader(ROOT / "templates"), Options())
    return {output.path: output.data for output in built.outputs}


@cache
def site(name: str) -> dict[str, bytes]:
    """Return every file of the site of the digests, or of one whose note list holds odd addresses."""
    if name == "real":
        return files_of(read_seeds(ROOT / "seeds"))
    return files_of(make_seeds({"2022-12": DIGEST}, {"2022-12": SIDECAR}))


def harvest(name: str) -> list[_Harvest]:
    return [_Harvest(path, data.decode()) for path, data in site(name).items() if path.endswith(".html")]


def is_outside(address: str) -> bool:
    """Tell whether *address* leads out of the site; 404.html, which answers everywhere, names the site's own in full."""
    return re.match(r"[a-z][a-z0-9+.-]*:|//", address.strip(), re.IGNORECASE) is not None


def outside(name: str) -> list[Address]:
    """Return every address that leads out of the site."""
    own = re.findall(r"Sitemap: (.*)sitemap\.xml", site(name)["robots.txt"].decode())[0]
    found = (a for page in harvest(name) for a in page.found if is_outside(a.value))
    return [a for a in found if not (a.value.startswith(own) and a.page == "404.html")]


BOTH: Final = pytest.mark.parametrize("name", [pytest.param("real", marks=pytest.mark.long), "odd"])


@BOTH
def test_nothing_is_loaded_from_elsewhere(name: str) -> None:
    """Failure 58: only a link to follow may lead outside; no image, font, script, style, frame or hint does."""
    styles = b"\n".join(data for path, data in site(name).items() if path.endswith(".css")).decode()

    assert [a for a in outside(name) if (a.tag, a.attribute) != ("a", "href") and a.rel != "canonical"] == []
    assert re.findall(r"@import|url\(\s*['\"]?(?!data:)[^)]*", styles) == []


@BOTH
def test_a_link_outside_tells_nothing_and_leads_to_the_web_only(name: str) -> None:
    """Failures 44 and 59: scheme and 'rel' of every link that leaves the site; no page says where a reader is from."""
    links = [a for a in outside(name) if a.tag == "a"]

    assert links
    assert [a for a in links if not a.value.startswith(("https://", "http://", "mailto:"))] == []
    assert [
        a
        for a in links
        if not a.value.startswith("mailto:")
        and not {"noreferrer", "noopener", "external", "nofollow"} <= set(a.rel.split())
    ] == []
    for page in harvest(name):
        assert ("meta", {"name": "referrer", "content": "no-referrer"}) in page.tags, page.page


@BOTH
def test_every_link_inside_is_relative_and_ends_in_a_file(name: str) -> None:
    """Failure 67: the site works under any address, from a zip and from a disk."""
    paths = site(name).keys()
    for page in harvest(name):
        for one in page.found:
            if not is_outside(one.value) and not one.value.startswith("#"):
                target = posixpath.normpath(
                    posixpath.join(posixpath.dirname(page.page), one.value.split("#")[0])
                )
                assert page.page == "404.html" or not one.value.startswith("/"), one
                assert target in paths, one


@BOTH
def test_no_page_sends_a_reader_away_by_itself(name: str) -> None:
    """Failure 68: where a page leads on of itself, it leads to a file of the site."""
    for page in harvest(name):
        for tag, held in page.tags:
            if tag == "meta" and held.get("http-equiv", "").lower() == "refresh":
                target = held["content"].partition("url=")[2]
                assert not is_outside(target), page.page
                assert posixpath.normpath(posixpath.join(posixpath.dirname(page.page), target)) in site(
                    name
                ), page.page
    scripts = b"\n".join(data for path, data in site(name).items() if path.endswith(".js")).decode()
    assert (
        re.findall(r"\blocation\s*(?:\.href)?\s*=|location\.(?:assign|replace)|window\.open", scripts) == []
    )


@BOTH
def test_no_file_tells_who_collected_a_source(name: str) -> None:
    """Failure 116: not in a page, not in the records, not in a feed."""
    for path, data in site(name).items():
        if path.endswith((".html", ".json", ".xml", ".csv", ".txt")):
            text = re.sub(r"&amp;|&#38;|\\u0026", "&", data.decode())
            assert strip_text(text) == text, path
            assert not re.search(r"\b(?:igsh|fbclid|brid|gclid|utm_\w+)=", text), path


def test_links_are_robust_and_an_odd_address_is_words() -> None:
    """Failure 63: page, copy and day stand on the link; 60, 61 and 66: what may be no link is shown as text."""
    page = _Harvest("", site("odd")["editions/2022-12/index.html"].decode())
    robust = [held for tag, held in page.tags if tag == "a" and "data-versiondate" in held]
    rel = "noreferrer noopener external nofollow"

    assert robust == [
        {
            "class": "address",
            "href": "https://news.example/a?c=2",
            "data-originalurl": "https://news.example/a?c=2",
            "data-versionurl": KEPT,
            "data-versiondate": "2023-05-03",
            "rel": rel,
        },
        {"href": KEPT, "data-originalurl": "https://news.example/a?c=2", "data-versiondate": "2023-05-03", "rel": rel},
        *(
            {"class": "address", "href": url, "data-originalurl": url, "data-versiondate": "2022-12-31", "rel": rel}
            for url in ("https://www.instagram.com/p/1/", "https://bit.ly/x")
        ),
    ]  # fmt: skip


def test_what_is_said_beside_a_source() -> None:
    """In words, on the event's page, the edition's and the sources'."""
    event, edition, sources = (
        " ".join(re.sub(r"<[^>]*>", " ", site("odd")[path].decode()).split())
        for path in ("events/2022-12/1/index.html", "editions/2022-12/index.html", "sources/index.html")
    )

    for page in (event, edition):
        assert "https://news.example/a?c=2 archived copy of 3 May 2023" in page
        assert "https://www.instagram.com/p/1/ may vanish or need a login" in page
        assert "javascript:alert(1) not a link: the address is not one of the public web" in page
    assert "not a link: the address holds a user name" in edition
    assert (
        "With an archived copy: 1 note. Where pages may vanish or need a login, such as social media: 1 note."
        in sources
    )
    assert "instagram.com not recorded may vanish or need a login" in sources


_DENIED: Final = """
import sys
sys.path.insert(0, {root!r})
from build import main

def deny(event, arguments):
    if event.startswith(("socket.", "subprocess.", "os.exec", "os.spawn", "os.posix_spawn", "os.system")):
        raise AssertionError(event)

sys.addaudithook(deny)
sys.exit(main([{arguments}]))
"""


def test_the_build_opens_no_connection(tmp_path: Path) -> None:
    """Failure 63: sources are never fetched, and no other program runs."""
    arguments = (
        f"'build', '--jobs', '1', '--seeds', {str(tmp_path / 'seeds')!r}, '--out', {str(tmp_path / 'out')!r}"
    )
    seeds = make_seeds({"2022-12": DIGEST}, {"2022-12": SIDECAR})
    for file in (
        *seeds.authority.values(),
        *seeds.editions,
        *seeds.sidecars.values(),
        *((seeds.site,) if seeds.site else ()),
    ):
        place = tmp_path / file.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(file.text, encoding="utf-8")

    code = _DENIED.format(root=str(ROOT), arguments=arguments)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
    assert (tmp_path / "out" / "index.html").exists()
