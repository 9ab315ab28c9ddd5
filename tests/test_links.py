"""The link check: what counts as broken, and when it says so."""

from __future__ import annotations

import pytest

from chronicle.links import BrokenLinksError, checked, target
from chronicle.model import Output

HOME = Output(
    "index.html",
    b'<a href="people/index.html#a">A</a> <link href="style.css"> <a href="#top">t</a><p id="top">',
)
PEOPLE = Output(
    "people/index.html", b'<p id="a"> <a href="../index.html">home</a> <a href="https://x.example/">x</a>'
)
STYLE = Output("style.css", b"")


def test_outputs_pass_through_unchanged_and_in_order() -> None:
    assert list(checked([HOME, PEOPLE, STYLE])) == [HOME, PEOPLE, STYLE]


@pytest.mark.parametrize(
    "link",
    [
        "missing.html",
        "people/",
        "people/index.html#b",
        "#nowhere",
        "/index.html",
        "../index.html",
        "//other.example/",
        "",
        "index.html?x=1",
        "people/../index.html",
    ],
)
def test_a_link_that_leads_nowhere_is_named_with_its_page(link: str) -> None:
    page = Output("index.html", f'<a href="{link}">x</a>'.encode())

    with pytest.raises(BrokenLinksError) as error:
        list(checked([page, PEOPLE]))

    assert str(error.value) == (
        f"1 internal links lead nowhere; mend the templates or pages that write them:\n  index.html: {link}"
    )


def test_everything_is_handed_on_before_the_check_speaks() -> None:
    seen: list[str] = []

    with pytest.raises(BrokenLinksError):
        seen.extend(output.path for output in checked([Output("a.html", b'<a href="b.html">'), STYLE]))

    assert seen == ["a.html", "style.css"]


def test_only_twenty_broken_links_are_named() -> None:
    page = Output("a.html", b"".join(b' src="%d.png"' % n for n in range(30)))

    with pytest.raises(BrokenLinksError, match="and 10 more") as error:
        list(checked([page]))

    assert len(str(error.value).splitlines()) == 22


@pytest.mark.parametrize(
    "address", ["https://x.example/", "http://x.example/", "mailto:a@x.example", "data:,"]
)
def test_addresses_elsewhere_are_not_ours_to_check(address: str) -> None:
    page = Output("a.html", f'<a href="{address}">'.encode())

    assert list(checked([page])) == [page]


def test_words_of_a_digest_are_no_links() -> None:
    page = Output("a.html", b"&lt;a href=&#34;b.html&#34;&gt;")

    assert list(checked([page])) == [page]


@pytest.mark.parametrize(
    ("page", "link", "expected"),
    [
        ("a/b/index.html", "../../index.html", "index.html"),
        ("a/b/index.html", "../c/index.html#x", "a/c/index.html#x"),
        ("a/b/index.html", "feed.xml", "a/b/feed.xml"),
        ("a/b/index.html", "#x", "a/b/index.html#x"),
        ("index.html", "a/index.html", "a/index.html"),
        ("index.html", "../index.html", "../index.html"),
    ],
)
def test_a_relative_link_is_followed(page: str, link: str, expected: str) -> None:
    assert target(page, link) == expected
