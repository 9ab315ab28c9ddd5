"""Text and spans become markup that shows the very words, well formed whatever the spans are."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given, strategies as st

from chronicle.annotate import PROSE_LIMIT, Link, annotate, prose, web_address
from chronicle.findings import ChronicleError
from chronicle.model import Span
from tests.factories import at
from tests.scaling import assert_linear

TEXT = "December 8, Westport: Doe Jane <b>said</b>[1]."


def link(words: str, href: str, kind: str = "person", text: str = TEXT) -> Link:
    return Link(at=at(text, words), href=href, kind=kind)


def test_links_stand_around_their_words_and_the_rest_is_escaped() -> None:
    links = (link("Westport", "places/westport/index.html", "place"), link("December 8", "", "date"))

    assert annotate(TEXT, links, "../../") == (
        '<p><span class="date">December 8</span>, <a class="place" href="../../places/westport/index.html">Westport</a>'
        ": Doe Jane &lt;b&gt;said&lt;/b&gt;[1].</p>"
    )


def test_a_link_to_a_place_on_the_page_gets_no_root() -> None:
    marked = annotate("a[1]", (link("[1]", "#note-1", "note", "a[1]"),), "../../")

    assert marked == '<p>a<a class="note" href="#note-1">[1]</a></p>'


def test_of_two_links_that_overlap_the_longer_stays() -> None:
    text = "New West Region"
    links = (link("West", "w", text=text), link("West Region", "r", text=text), link("New", "n", text=text))

    assert (
        annotate(text, links)
        == '<p><a class="person" href="n">New</a> <a class="person" href="r">West Region</a></p>'
    )


def test_of_two_links_on_the_same_words_the_first_stays() -> None:
    assert annotate("Doe", (link("Doe", "1", text="Doe"), link("Doe", "2", text="Doe"))) == (
        '<p><a class="person" href="1">Doe</a></p>'
    )


def test_every_line_is_a_paragraph_and_blank_ones_are_none() -> None:
    assert annotate("one\n\u00a0\n\r\ntwo\n", ()) == "<p>one</p><p>two</p>"


def test_a_link_across_a_line_break_becomes_one_on_each_side() -> None:
    text = "seen Doe\nJane there"

    assert annotate(text, (link("Doe\nJane", "d", text=text),)) == (
        '<p>seen <a class="person" href="d">Doe</a></p><p><a class="person" href="d">Jane</a> there</p>'
    )


@pytest.mark.parametrize("span", [Span(-1, 2), Span(2, 2), Span(3, 1), Span(0, 99)])
def test_a_span_that_is_none_of_the_text_is_passed_over(span: Span) -> None:
    assert annotate("words", (Link(at=span, href="x", kind="person"),)) == "<p>words</p>"


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(-2, 62), st.integers(-2, 62)), max_size=12))
def test_the_words_stay_as_they_are(text: str, spans: list[tuple[int, int]]) -> None:
    """Whatever the spans: tags come in pairs, and without them the lines of the text are left."""
    links = [Link(at=Span(a, b), href="x" * (n % 2), kind="person") for n, (a, b) in enumerate(spans)]

    marked = annotate(text, links)

    lines = [line for line in re.split(r"[\r\n]+", text) if line.strip()]
    assert html.unescape(re.sub(r"<[^>]*>", "", marked.replace("</p><p>", "\n"))) == html.unescape(
        "\n".join(map(html.escape, lines))
    )
    nested: list[str] = []
    for closing, tag in re.findall(r"<(/?)(p|a|span)\b", marked):
        if closing:
            assert nested.pop() == tag
        else:
            nested.append(tag)
            assert nested in (["p"], ["p", "a"], ["p", "span"])
    assert nested == []


def test_a_long_text_with_many_links_costs_linear_time() -> None:
    def link_all(text: str) -> None:
        links = [Link(at=Span(n, n + 3), href="d", kind="person") for n in range(0, len(text), 4)]
        assert annotate(text, links).count("<a ") == len(links)

    assert_linear(link_all, "Doe ", 40_000)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\tscript:alert(1)",
        " https://a.example",
        "https://a.example/\n",
        "https:// a.example",
        "data:text/html,x",
        "ftp://a.example/",
        "https:",
        "//a.example/",
        "https://user:word@a.example/",
        "https://[",
        "",
    ],
)
def test_only_addresses_of_the_web_are_live(url: str) -> None:
    assert web_address(url) == ""


def test_an_address_of_the_web_stays_byte_for_byte() -> None:
    url = "https://a.example/%D2%B1?v=1&t=2044s#_rdr"

    assert web_address(url) == url


# ---------------------------------------------------------------- prose


def test_prose_is_markdown_with_links_into_the_site() -> None:
    assert prose("*See* [people](people/index.html).", "../") == (
        '<p><em>See</em> <a href="../people/index.html">people</a>.</p>\n'
    )


def test_a_link_out_of_the_site_tells_nothing_of_the_page() -> None:
    assert prose("[a](https://a.example)") == (
        '<p><a href="https://a.example" rel="noreferrer noopener external nofollow">a</a></p>\n'
    )


def test_links_to_mail_and_on_the_page_stay() -> None:
    assert prose("[m](mailto:a@b.example) [h](#here)", "../") == (
        '<p><a href="mailto:a@b.example">m</a> <a href="#here">h</a></p>\n'
    )


@pytest.mark.parametrize(
    "address",
    [
        "javascript:x",
        "intent:x",
        "blob:x",
        "data:image/png;base64,x",
        "file:///x",
        "//evil.example",
        "/rooted",
        "https://u:p@a.example",
        "java&#9;script:x",
    ],
)
def test_other_addresses_are_no_links(address: str) -> None:
    assert "href" not in prose(f"[a]({address})")


def test_markup_and_images_in_prose_are_shown_as_text() -> None:
    shown = prose("<script>x</script> <b>y</b>\n\n![z](https://a.example/t.png)")

    assert "<script" not in shown
    assert "<b>" not in shown
    assert "<img" not in shown


def test_a_line_that_looks_like_a_definition_stays() -> None:
    assert prose("[12]: https://a.example") == "<p>[12]: https://a.example</p>\n"


def test_prose_that_is_too_long_is_refused() -> None:
    with pytest.raises(ChronicleError, match="100,001 characters; make it 100,000 or fewer"):
        prose("x" * (PROSE_LIMIT + 1))
