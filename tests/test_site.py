"""The whole build, on small seeds and on the real digests."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType

import html5lib
import pytest
from jinja2 import FileSystemLoader
from jsonschema import Draft202012Validator

from chronicle.files import read_seeds, read_static
from chronicle.findings import ChronicleError
from chronicle.links import checked
from chronicle.manifest import MARKER
from chronicle.model import Chronicle, Edition
from chronicle.seeds import Options, Seeds
from chronicle.site import Built, build, chronicle_of
from tests.seeding import DIGEST, SITE, make_seeds

ROOT = Path(__file__).parent.parent
TEMPLATES = FileSystemLoader(ROOT / "templates")
STATIC = read_static(ROOT / "static")


@cache
def real_seeds() -> Seeds:
    """Return what lies in seeds/."""
    return read_seeds(ROOT / "seeds")


@cache
def real_chronicle() -> Chronicle:
    """Return the chronicle of seeds/."""
    return chronicle_of(real_seeds())


@cache
def real_files() -> dict[str, bytes]:
    """Return every file of the built site."""
    return files_of(build(real_seeds(), STATIC, TEMPLATES, Options()))


def files_of(built: Built) -> dict[str, bytes]:
    """Return the outputs of *built*, their links checked."""
    return {output.path: output.data for output in checked(built.outputs)}


def small_site(text: str = DIGEST, **authority: str) -> dict[str, bytes]:
    """Return the site of one small digest."""
    seeds = make_seeds({"2022-12": text}, None, SITE, **authority)
    return files_of(build(seeds, STATIC, TEMPLATES, Options()))


# ---------------------------------------------------------------- the real digests


def _letters(text: str) -> Counter[str]:
    return Counter("".join(text.split()))


@pytest.mark.parametrize("edition", real_chronicle().editions, ids=lambda e: e.id)
def test_nothing_is_lost(edition: Edition) -> None:
    """Every non-blank character of a digest stands in an event, a source's line, or what is reported as left out."""
    digest = next(file.text for file in real_seeds().editions if file.name == edition.file)
    lines = digest.split("\n")
    kept = [event.text for event in edition.events]
    kept += [lines[source.line - 1] for source in edition.sources]
    kept += [left.text for left in edition.left_out]

    assert _letters(digest) == _letters("".join(kept))


def test_counts() -> None:
    """121 events in December 2022, 108 in January 2026."""
    assert {e.id: len(e.events) for e in real_chronicle().editions} == {"2022-12": 121, "2026-01": 108}


def test_missing_sources() -> None:
    """December 2022 gives no source; January 2026 lacks ten."""
    missing = {
        e.id: [n.number for event in e.events for n in event.notes if n.url is None]
        for e in real_chronicle().editions
    }

    assert (len(missing["2022-12"]), missing["2026-01"]) == (122, [33, 46, 50, 54, 70, 71, 92, 94, 97, 105])


def _score() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", ROOT / "tests" / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


FLOORS = {
    "notes": 1.0, "date": 1.0, "dateline": 1.0, "urls": 1.0, "statutes": 1.0, "people": 0.985,
    "name": 0.99, "role": 0.92, "printed": 0.97, "sanctions": 0.97, "topics": 0.85,
}  # fmt: skip


@pytest.mark.parametrize(("what", "floor"), FLOORS.items(), ids=FLOORS)
def test_gold(what: str, floor: float) -> None:
    """What is read from the digests is what a careful reader finds, to a measured share."""
    events = json.loads(real_files()["data/events.json"])
    figures = _score().score(events, ROOT / "tests" / "gold")["total"].figures()

    assert figures[what] >= floor


def test_records_fit_their_schema() -> None:
    """Every record of the build is what the published schema says."""
    files = real_files()
    schemas = [path for path in files if path.endswith(".schema.json")]

    assert schemas
    for path in schemas:
        validator = Draft202012Validator(json.loads(files[path]))
        found = [
            error.message for error in validator.iter_errors(json.loads(files[path.replace(".schema", "")]))
        ]
        assert found == []


@pytest.mark.parametrize(
    "kind", ["events", "editions", "people", "places", "statutes", "topics", "sources", "about"]
)
def test_pages_are_valid(kind: str) -> None:
    """No page of any kind has a parse error."""
    pages = [
        data for path, data in real_files().items() if path.startswith(f"{kind}/") and path.endswith(".html")
    ]
    step = max(1, len(pages) // 40)

    assert pages
    for page in pages[::step]:
        parser = html5lib.HTMLParser(strict=True)
        parser.parse(page.decode())


class _Harvest(HTMLParser):
    """Every address a page asks for by itself, and every address it links to."""

    def __init__(self) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.linked: list[str] = []
        self.handlers: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.handlers += [name for name in given if name.startswith("on") or name == "style"]
        self.loaded += [given[name] or "" for name in ("src", "srcset", "data", "poster") if name in given]
        if tag == "link" and given.get("rel") not in ("canonical", "alternate"):
            self.loaded.append(given.get("href") or "")
        if tag == "a":
            self.linked.append(given.get("href") or "")


def harvest(page: bytes) -> _Harvest:
    """Return what *page* loads and links to."""
    found = _Harvest()
    found.feed(page.decode())
    return found


def test_no_request_to_any_other_host() -> None:
    """Pages load nothing but the site's own files, run nothing, and link out by http or https alone."""
    for path, data in real_files().items():
        if path.endswith(".html"):
            found = harvest(data)
            assert [address for address in found.loaded if ":" in address or address.startswith("/")] == [], (
                path
            )
            assert found.handlers == []
            schemes = {link.split(":")[0] for link in found.linked if re.match(r"[a-z]+:", link)}
            assert schemes <= {"http", "https"}
            assert b"Content-Security-Policy" in data
            assert b'<meta name="referrer" content="no-referrer">' in data


def test_no_child_is_named_in_a_list_or_a_title() -> None:
    """The children of the digests have no page, no title and no place in an index."""
    names = [p.canonical for e in real_chronicle().events for p in e.people if p.minor]

    assert names
    for path, data in real_files().items():
        if not path.startswith(("events/", "editions/", "data/")) and path != "chronicle.zip":
            text = data.decode("utf-8", "replace")
            for name in names:
                assert not re.search(rf"<(title|h1|h2|h3|a)\b[^>]*>[^<]*{name}", text), path


def test_stylesheet_is_small() -> None:
    """One stylesheet for all pages, under 16 kB, and small ones for what can be searched, and for paper."""
    sheets = {path: len(data) for path, data in real_files().items() if path.endswith(".css")}

    assert sorted(sheets) == ["dossier.css", "search.css", "style.css"]
    assert sheets["style.css"] < 16_000
    assert sheets["search.css"] < 4_000
    assert sheets["dossier.css"] < 2_000


# ---------------------------------------------------------------- small sites


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "{{ 7*7 }}",
    "{% include 'base.html' %}",
    "</title><svg onload=alert(1)>",
    '" onmouseover="alert(1)',
    "=HYPERLINK(1)",
    "&lt;b&gt; &amp; ]]>",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_text(words: str) -> None:
    """Whatever stands in a digest is shown as it stands, and runs nowhere."""
    files = small_site(DIGEST.replace("was detained", f"was {words} detained"))

    event = html5lib.parse(files["events/2022-12/1/index.html"].decode(), namespaceHTMLElements=False)
    body = event.find("body")
    assert body is not None
    shown = "".join(body.itertext())
    assert words in " ".join(shown.split())
    for path, data in files.items():
        if path.endswith(".html"):
            found = harvest(data)
            assert found.handlers == []
            assert all(":" not in address for address in found.loaded)
            # The samples of components are counted, and hold no word of a digest.
            counted = path == "about/components/index.html" and words.encode() not in data
            assert b"49" not in re.sub(rb"[0-9a-f]{64}", b"", data) or "7*7" not in words or counted


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", "https://user:pw@host.example/", "http://127.0.0.1/"],
)
def test_an_address_that_is_not_safe_is_no_link(address: str) -> None:
    """It is shown as text, and no page links to it."""
    files = small_site(DIGEST.replace("https://news.example/a", address))

    for path, data in files.items():
        if path.endswith(".html"):
            assert address not in harvest(data).linked


def test_one_event() -> None:
    """A digest of one bare entry makes a whole site."""
    files = small_site("December 1, something happened.\n")

    assert "events/2022-12/1/index.html" in files
    assert "people/index.html" in files


def test_two_processes_build_the_same() -> None:
    """--jobs changes how long it takes, and nothing else."""
    seeds = make_seeds({"2022-11": DIGEST.replace("December", "November"), "2022-12": DIGEST})
    one, two = (list(build(seeds, STATIC, TEMPLATES, Options(jobs=jobs)).outputs) for jobs in (1, 2))

    assert one == two


def test_mistakes_cross_processes() -> None:
    """A digest that a second process refuses is told like any other."""
    seeds = make_seeds({"2022-11": "Nothing.\n", "2022-12": DIGEST})

    with pytest.raises(ChronicleError, match="no entry was found"):
        build(seeds, (), TEMPLATES, Options(jobs=2))


def test_the_address_given_is_that_of_the_pages() -> None:
    """--base-url goes before the address of site.yaml."""
    seeds = make_seeds()
    built = build(seeds, STATIC, TEMPLATES, Options(base_url="https://other.example/x/"))
    page = {o.path: o.data for o in built.outputs}["events/2022-12/1/index.html"]

    assert b"https://other.example/x/events/2022-12/1/" in page


def test_mistakes_in_two_digests_are_told_at_once() -> None:
    """One bad digest does not hide another."""
    with pytest.raises(ChronicleError, match=r"2022-11\.txt[^\n]*\n[^\n]*2022-12\.txt"):
        chronicle_of(make_seeds({"2022-11": "Nothing.\n", "2022-12": "Nothing.\n"}))


BUILD = [sys.executable, str(ROOT / "build.py")]


def test_two_builds_are_the_same_bytes(tmp_path: Path) -> None:
    """Another folder, process, time zone, language and hash seed change nothing."""
    out, seeds = tmp_path / "public", tmp_path / "seeds"
    shutil.copytree(ROOT / "seeds", seeds)
    subprocess.run(
        [*BUILD, "--seeds", str(seeds), "--out", str(out)],
        check=True,
        env={**os.environ, "TZ": "America/Lima", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"},
        cwd=out.parent,
        capture_output=True,
    )
    there = {f.relative_to(out).as_posix(): f.read_bytes() for f in sorted(out.rglob("*")) if f.is_file()}
    there.pop(MARKER)

    made = real_files()
    assert there.keys() == made.keys()
    assert [path for path, data in made.items() if there[path] != data] == []
