"""Sites for browsers: built once a session, in a folder that all workers share, with what kind each page is."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page

from chronicle import urls
from chronicle.catalogue import read_catalogue
from chronicle.pages import all_pages
from chronicle.pages.data import DataPage
from chronicle.past import past_of
from chronicle.reading import read
from chronicle.seeds import Options, Seeds
from chronicle.site import build
from tests.extremes import extremes
from tests.factories import make_site
from tests.test_site import STATIC, TEMPLATES, files_of, real_seeds

CHROMIUM: Final = Path("/usr/bin/chromium")
#: one page of the site is made of each
KINDS: Final = tuple(
    sorted(
        name
        for name in TEMPLATES.list_templates()
        if name.endswith(".html") and not name.startswith("macros/") and name != "base.html"
    )
)
#: the sites by name
SITES: Final[dict[str, Callable[[], Seeds]]] = {"real": real_seeds, "extreme": extremes}


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A site in a folder."""

    root: Path
    #: template -> paths of the pages made of it, the largest first
    kinds: dict[str, list[str]]

    def uri(self, path: str) -> str:
        """Return the address of *path* on the disk."""
        return (self.root / path).as_uri()

    def largest(self, kind: str, most: int = 10**9) -> str:
        """Return the largest page of a kind with *most* bytes, or else the smallest."""
        paths = self.kinds[kind]
        return next((path for path in paths if (self.root / path).stat().st_size <= most), paths[-1])

    def one_of_each(self, most: int = 10**9) -> Iterator[str]:
        """Yield the largest page of each kind."""
        return (self.largest(kind, most) for kind in self.kinds)

    def pages(self) -> Iterator[tuple[str, bytes]]:
        """Yield the path and the bytes of every page."""
        for path in sorted(self.root.rglob("*.html")):
            yield path.relative_to(self.root).as_posix(), path.read_bytes()


def opened(page: Page, address: str) -> None:
    """Open *address* in *page*; the search is there once its index is."""
    page.goto(address)
    page.wait_for_selector("html[data-search=ready], body:not(:has(#search))", state="attached")


def built(name: str, base: Path) -> Built:
    """Return the site *name*; the first who asks builds it, all others wait."""
    # Each worker has a folder of its own inside that of the session.
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, listed = shared / f"site-{name}", shared / f"site-{name}.json"
    with (shared / f"site-{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not listed.exists():
            _write(SITES[name](), folder)
            listed.write_text(json.dumps(_kinds(SITES[name](), folder)))
    return Built(root=folder, kinds=json.loads(listed.read_text()))


def _write(seeds: Seeds, folder: Path) -> None:
    for path, data in files_of(build(seeds, STATIC, TEMPLATES, Options())).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def _kinds(seeds: Seeds, folder: Path) -> dict[str, list[str]]:
    catalogue = read_catalogue(seeds)
    chronicle = read(seeds, catalogue, past_of(seeds), Options()).chronicle
    units = {unit.id: unit.name for unit in catalogue.authority.words.units}
    found = {DataPage.template: [urls.DATA]}
    for page in all_pages(chronicle, make_site(), {one.stem: one.text for one in seeds.pages}, units):
        found.setdefault(page.template, []).append(page.path)
    return {
        kind: sorted(paths, key=lambda path: (-(folder / path).stat().st_size, path))
        for kind, paths in found.items()
    }


#: of every module that starts a browser
marks: Final = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not CHROMIUM.exists(), reason="Debian's chromium is not installed at /usr/bin/chromium"
    ),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
