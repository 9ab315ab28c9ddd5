"""Sizes in; a table out: what the search costs a reader, for so many invented events.

``python -m tests.bench.search [EVENTS …]``: the real digests, 7,000 and 28,000 events where none is said. Counted
are the bytes of a first query, packed as hosts pack them, and the milliseconds from a key to the first result and to
the events, in headless Chromium, once all is loaded.
"""

from __future__ import annotations

import gzip
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Any

from jinja2 import FileSystemLoader
from playwright.sync_api import Page, sync_playwright

from chronicle import urls
from chronicle.files import read_seeds, read_static
from chronicle.model import Chronicle
from chronicle.pages.lookup import look_up
from chronicle.pages.search import search_page
from chronicle.render import environment, render
from chronicle.search import search_files
from chronicle.site import chronicle_of
from tests.bench.__main__ import ROOT, read_known, write_seeds
from tests.factories import make_site

SIZES = (0, 7_000, 28_000)
CHROMIUM = "/usr/bin/chromium"
#: typed one key after the other
TYPED = ("zhanbolat", "Қозач", "405(2)", "torture", "court refused", "almaty", "s")

#: sets the query as a key does; the milliseconds to the names, and to the events
_KEY = """
(query) => new Promise((resolve) => {
  const box = document.getElementById('q'), count = document.getElementById('events-count');
  count.textContent = '';
  const started = performance.now();
  box.value = query;
  box.dispatchEvent(new Event('input', {bubbles: true}));
  const names = performance.now() - started;
  const look = () => count.textContent ? resolve([names, performance.now() - started]) : setTimeout(look, 1);
  look();
})
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What the search of one chronicle costs."""

    #: packed bytes of names.js, and of all that is loaded before the first result
    names: int
    first: int
    #: packed bytes of all the events' texts
    texts: int
    #: seconds until the page can be typed in, and until all texts are read
    ready: float
    read: float
    #: milliseconds from a key to the first result: the median and the most; and to the events
    key: float
    slowest: float
    events: float


def files_of(chronicle: Chronicle) -> dict[str, bytes]:
    """Return path -> bytes of the search page and all that it loads."""
    lookup = look_up(chronicle, {}, "")
    pages = render(
        [search_page(lookup)], environment(FileSystemLoader(ROOT / "templates")), make_site(contact="")
    )
    outputs = [*read_static(ROOT / "static"), *pages, *search_files(chronicle)]
    return {output.path: output.data for output in outputs}


def measure(files: Mapping[str, bytes], folder: Path) -> Measured:
    """Write *files* to *folder*, open the search page in Chromium, type, and return what it cost."""
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            page = browser.new_page()
            asked: list[str] = []
            page.on("request", lambda request: asked.append(request.url.split("/", 3)[3]))
            ready, first = _opened(page, f"http://127.0.0.1:{server.server_port}/{urls.SEARCH}", asked)
            read = _read(page)
            keys = [page.evaluate(_KEY, word[:end]) for word in TYPED for end in range(1, len(word) + 1)]
            browser.close()
    finally:
        server.shutdown()
        server.server_close()
    texts = [data for path, data in files.items() if path.startswith("search/2")]
    return Measured(
        names=_packed(files[urls.SEARCH_NAMES]),
        first=sum(_packed(files[path]) for path in first if path in files),
        texts=sum(map(_packed, texts)),
        ready=ready,
        read=read,
        key=median(names for names, _ in keys),
        slowest=max(names for names, _ in keys),
        events=max(events for _, events in keys),
    )


class _Quiet(SimpleHTTPRequestHandler):
    """A server that says nothing."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing."""


def _opened(page: Page, address: str, asked: list[str]) -> tuple[float, list[str]]:
    started = time.perf_counter()
    page.goto(address)
    page.wait_for_selector("html[data-search=ready]")
    page.fill("#q", "a")
    page.wait_for_selector("#names a")
    return time.perf_counter() - started, list(dict.fromkeys(asked))


def _read(page: Page) -> float:
    started = time.perf_counter()
    page.click("#ask button")
    page.wait_for_selector("#progress", state="hidden", timeout=180_000)
    return time.perf_counter() - started


def _packed(data: bytes) -> int:
    return len(gzip.compress(data, 6, mtime=0))


def row(size: int, found: Measured) -> str:
    """Return *found* as a row of the table."""
    return (
        f"{size:>8}{found.names / 1000:>10.1f}{found.first / 1000:>10.1f}{found.texts / 1000:>10.0f}"
        f"{found.ready:>8.2f}{found.read:>8.1f}{found.key:>8.1f}{found.slowest:>9.1f}{found.events:>9.0f}"
    )


HEAD = (
    f"{'events':>8}{'names kB':>10}{'first kB':>10}{'texts kB':>10}{'ready s':>8}{'read s':>8}"
    f"{'key ms':>8}{'slowest':>9}{'events':>9}"
)


def main(sizes: tuple[int, ...]) -> None:
    """Measure each of *sizes*, 0 for the real digests, and print a row for each."""
    known = read_known(ROOT / "seeds" / "authority")
    print(HEAD, flush=True)
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            if size:
                write_seeds(size, known, Path(folder) / "seeds")
            chronicle = chronicle_of(read_seeds(Path(folder) / "seeds" if size else ROOT / "seeds"))
            found = measure(files_of(chronicle), Path(folder) / "out")
            print(row(len(chronicle.events), found), flush=True)


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
