"""Pages become files; what a template does not know, and two pages on one path, are errors."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest
from jinja2 import DictLoader, FileSystemLoader

from chronicle.model import Output
from chronicle.pages.records import Page
from chronicle.render import DuplicatePathError, MistakenTemplateError, environment, render
from tests.factories import make_site


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page(Page):
    template: ClassVar[str] = "x.html"


def page(path: str = "a/index.html", title: str = "A") -> _Page:
    return _Page(path=path, title=title, description="")


def test_a_page_is_written_in_utf8_on_its_path() -> None:
    env = environment(DictLoader({"x.html": "{{ page.root }}{{ page.title }}, {{ site.title }}\n"}))

    assert list(render([page(title="Ұлы")], env, make_site())) == [
        Output("a/index.html", "../Ұлы, Freeland Chronicle\n".encode())
    ]


def test_everything_is_escaped_and_nothing_in_a_value_is_read_as_a_template() -> None:
    env = environment(DictLoader({"x.html": "{{ page.title }}"}))

    (output,) = render([page(title="<script>{{ 7*7 }}")], env, make_site())

    assert output.data == b"&lt;script&gt;{{ 7*7 }}"


def test_two_pages_on_one_path_are_an_error() -> None:
    env = environment(DictLoader({"x.html": ""}))

    with pytest.raises(
        DuplicatePathError, match=r"two pages want 'a/index.html': give one of them another id"
    ):
        list(render([page(), page()], env, make_site()))


@pytest.mark.parametrize(
    ("template", "sentence"),
    [
        (
            "{{ page.title }}\n{{ page.titel }}",
            "templates/x.html:2: 'tests.test_render._Page object' has no attribute 'titel'",
        ),
        ("\n\n{% if %}", "templates/x.html:3: Expected an expression, got 'end of statement block'"),
        ("{% extends 'y.html' %}", "templates/y.html:1: 'nobody' is undefined"),
    ],
)
def test_what_is_wrong_with_a_template_is_told_with_its_line(
    tmp_path: Path, template: str, sentence: str
) -> None:
    (tmp_path / "x.html").write_text(template)
    (tmp_path / "y.html").write_text("{{ nobody }}")

    with pytest.raises(MistakenTemplateError) as error:
        list(render([page()], environment(FileSystemLoader(tmp_path)), make_site()))

    assert str(error.value) == f"{sentence}: mend the template; the site is as it was"


def test_a_template_without_a_file_is_named_as_one_of_them() -> None:
    env = environment(DictLoader({"x.html": "{{ page.titel }}"}))

    with pytest.raises(MistakenTemplateError, match=r"^templates: .*'titel': mend the template"):
        list(render([page()], env, make_site()))
