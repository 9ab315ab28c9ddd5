"""chronicle.zip, unpacked in three places: nothing is missing, every link leads on, and the search finds."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from chronicle.files import read_site
from chronicle.links import links, target
from chronicle.verdict import verify
from tests.browser.sites import Built, marks
from tests.browser.test_alone import watched

pytestmark = [*marks, pytest.mark.long]

#: where a reader may put it
PLACES = ("copy", "Новая папка/a b/c #1 100%/Ә Ғ Қ ‘copy’/" + "deep/" * 12 + "copy", "locked/copy")


@pytest.fixture(
    scope="module",
    params=PLACES,
    ids=["plain", "odd", "read-only"],
)
def copy(
    request: pytest.FixtureRequest, real: Built, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    """Unpack the archive of the real digests; in the last place nothing may be written."""
    folder = tmp_path_factory.mktemp("carried") / request.param
    with zipfile.ZipFile(real.root / "chronicle.zip") as archive:
        archive.extractall(folder)
    there = [folder, *folder.rglob("*")]
    if request.param.startswith("locked"):
        for path in there:
            path.chmod(0o555 if path.is_dir() else 0o444)
    yield folder
    for path in there:
        path.chmod(0o755)


def test_it_is_the_whole_site(copy: Path) -> None:
    """Every file of the manifest and the manifest; not one more."""
    assert verify(read_site(copy)).wrong == ()


def test_every_link_leads_to_a_file_of_the_copy(copy: Path) -> None:
    """All but the one to the archive, which cannot hold itself."""
    there = {path.relative_to(copy).as_posix() for path in copy.rglob("*") if path.is_file()}
    wanted: dict[str, str] = {}
    for path in sorted(there):
        if path.endswith(".html"):
            found = (target(path, link).partition("#")[0] for link in links((copy / path).read_bytes()))
            wanted |= dict.fromkeys(found, path)

    assert wanted.keys() - there == {"chronicle.zip"}


def test_pages_open_and_nothing_fails(browser: Browser, real: Built, copy: Path) -> None:
    context = browser.new_context(offline=True)
    one = watched(context)
    asked: list[str] = []
    one.page.on("request", lambda request: asked.append(request.url))
    for path in [*real.one_of_each(40_000)][::4]:
        one.look((copy / path).as_uri())
        expect(one.page.locator("h1").first).to_be_visible()
    context.close()

    assert [url for url in asked if not url.startswith(copy.as_uri())] == []


def test_the_search_finds(browser: Browser, copy: Path) -> None:
    """From the front page, by the box above it, in letters of another script; what is found opens."""
    page = browser.new_page()
    page.goto((copy / "index.html").as_uri())
    page.fill("header input[name=q]", "Жанболат Мамай")
    page.press("header input[name=q]", "Enter")
    found = page.locator("main a", has_text="Zhanbolat Mamay").first
    expect(found).to_be_visible()
    found.click()
    page.wait_for_url("**/people/zhanbolat-mamay/index.html*")

    assert page.url.startswith(copy.as_uri())
    page.close()
