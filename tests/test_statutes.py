"""Provisions cited: forms, codes, spans, and the file that knows the codes."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given, strategies as st
from pydantic import TypeAdapter

from chronicle.authority import KnownCode
from chronicle.model import Provision, Span
from chronicle.statutes import (
    CodeGrammar,
    code_grammar,
    find_provisions,
    find_unknown_codes,
    find_unread_articles,
)
from tests.readcases import Case, read_cases
from tests.scaling import assert_linear

CODES = """
- {id: cc, code: CC, name: Criminal Code, printed: [Criminal Code, Penal Code, CC], adopted: '2014-07-03'}
- id: cao
  code: CAO
  name: Code of Administrative Offences
  printed: [Code of Administrative Offences, Code on Administrative Offences, Administrative Offences Code,
    Administrative Code, CAO, AOC]
  adopted: '2014-07-05'
- {id: civil, code: CIVIL, name: Civil Code, printed: [Civil Code]}
- {id: const, code: CONST, name: Constitution, printed: [Constitution], adopted: '1995-08-30'}
- {id: cpc, code: CPC, name: Criminal Procedure Code, printed: [Criminal Procedure Code, Code of Criminal Procedure, CPC]}
- {id: pec, code: PEC, name: Penal Executive Code, printed: [Penal (Executive) Code, Penal Executive Code]}
- {id: labour, code: LABOUR, name: Labour Code, printed: [Labour Code]}
- {id: health, code: HEALTH, name: Code on Health, printed: [Code on Public Health and Healthcare System]}
"""


def _grammar() -> CodeGrammar:
    codes = TypeAdapter(tuple[KnownCode, ...]).validate_python(yaml.safe_load(CODES))
    return code_grammar(codes, ("Republic of Kazakhstan", "RK", "Kazakhstan"))


GRAMMAR = _grammar()


def show(text: str, provision: Provision) -> str:
    where = (("", provision.article), ("part ", provision.part), ("point ", provision.point))
    cited = " ".join(f"{label}{number}" for label, number in where if number)
    return f"{provision.code or '–'} {cited} | {provision.at.of(text)}"


def read(text: str) -> str:
    provisions = [show(text, provision) for provision in find_provisions(text, GRAMMAR)]
    unknown = [f"? {span.of(text)}" for span in find_unknown_codes(text, GRAMMAR)]
    unread = [f"! {span.of(text)}" for span in find_unread_articles(text, GRAMMAR)]
    return "\n".join([*provisions, *unknown, *unread]) or "nothing"


@pytest.mark.parametrize("case", read_cases("statutes"), ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    """Every form of a citation is read as its case says, and nothing else is."""
    assert read(case.given) == case.expected


def test_no_codes_known() -> None:
    """Without codes on file, articles are still found, and what is named is reported."""
    text = "Article 5, Part 2 of the Criminal Code"
    grammar = code_grammar((), ())

    assert find_provisions(text, grammar) == (Provision(code=None, article="5", part="2", at=Span(0, 17)),)
    assert [span.of(text) for span in find_unknown_codes(text, grammar)] == ["Criminal Code"]


def test_offsets_hold_after_blanked_words() -> None:
    """Words blanked with spaces leave the places of what follows as they were."""
    text = " " * 40 + "Article 5 of the Civil Code" + " " * 4 + "."

    (provision,) = find_provisions(text, GRAMMAR)

    assert provision.at == Span(40, 49)


PIECES = (
    *(
        "Article ",
        "Articles ",
        "Part ",
        "Parts ",
        "Clause ",
        "paragraph ",
        "second part ",
        "of ",
        "the ",
        "and ",
    ),
    *(
        "5",
        "405",
        "109-1",
        "105-107",
        "2",
        "3.8",
        "(2)",
        "(",
        ")",
        "“",
        "”",
        '"',
        ". ",
        ", ",
        " ",
        "\n",
        "/",
        " – ",
    ),
    *(
        "Criminal Code ",
        "CC RK ",
        "Land Code ",
        "Law on ",
        "Almaty ",
        "years ",
        "offence ",
        "of RK ",
        "2014 ",
        " to ",
    ),
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))


@given(TEXTS)
def test_spans_show_what_is_cited(text: str) -> None:
    """A span lies in the text, in order, holds the article (or the part that stands alone), and cuts no other."""
    provisions = find_provisions(text, GRAMMAR)

    for provision in provisions:
        words = provision.at.of(text)
        assert 0 <= provision.at.start < provision.at.end <= len(text)
        assert words == words.strip()
        alone = words.lower().startswith("part") and "rticle" not in words
        assert alone or re.split(r"\W", provision.article)[0] in words
    spans = [provision.at for provision in provisions]
    assert spans == sorted(spans)
    assert all(one == other or not one.overlaps(other) for one, other in pairwise(spans))


@given(TEXTS)
def test_unknown_codes_are_words_of_the_text(text: str) -> None:
    """What is reported as a code not on file stands in the text."""
    for span in find_unknown_codes(text, GRAMMAR):
        assert "code" in span.of(text).lower()


@given(st.text(alphabet=st.characters(exclude_characters="“„«‹‘'\"(["), max_size=50))
def test_what_stands_before_does_not_hide_a_citation(prefix: str) -> None:
    """Any words before it, a citation in its own line is found where it stands."""
    text = f"{prefix}. \nArticle 405, Part 2 of the Criminal Code"

    *_, last = find_provisions(text, GRAMMAR)

    assert (last.key, last.at.of(text)) == (("CC", "405", "2", None), "Article 405, Part 2")


HOSTILE = (
    *(
        "-",
        "—",
        "1",
        "A",
        "(",
        ")",
        ",",
        " ",
        '"',
        "“",
        ".",
        "111, ",
        "(1)",
        "Article 4 ",
        "Articles 4, ",
        "405-",
    ),
    *(
        "Article 5 (2), ",
        "Part 1 ",
        "Parts 1, 1 ",
        "Clause 1 ",
        "Part 2 of ",
        "Aa Code ",
        "Law on ",
        "Criminal Code ",
    ),
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_length(piece: str) -> None:
    """A line twice as long takes about twice as long, whatever it is made of."""
    assert_linear(lambda text: find_provisions(text, GRAMMAR), piece, 20_000)


# ---------------------------------------------------------------- the codes on file

SEEDS = Path(__file__).parents[1] / "seeds"


def _on_file() -> tuple[KnownCode, ...]:
    listed = yaml.load((SEEDS / "authority" / "statutes.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
    return TypeAdapter(tuple[KnownCode, ...]).validate_python(listed)


def test_every_printed_form_names_one_code() -> None:
    """No two codes on file share an id, a record id or a printed form."""
    codes = _on_file()
    forms = [form.lower() for code in codes for form in code.printed]

    for keys in (forms, [code.id for code in codes], [code.code for code in codes]):
        assert len(keys) == len(set(keys))


@pytest.mark.parametrize("code", _on_file(), ids=lambda code: code.code)
def test_every_printed_form_is_read(code: KnownCode) -> None:
    """Every printed form, with the country or bare, gives its code."""
    grammar = code_grammar(_on_file(), ("Republic of Kazakhstan", "RK", "Kazakhstan"))

    for form in code.printed:
        for country in ("", " of the Republic of Kazakhstan", " of RK"):
            text = f"under Article 5 of the {form}{country}."
            assert [provision.code for provision in find_provisions(text, grammar)] == [code.code], text


def test_titles_name_their_origin() -> None:
    """A title says where it comes from; what has none says nothing."""
    for code in _on_file():
        for article in code.articles.values():
            assert (article.title is None) == (article.origin is None)


def test_every_article_that_the_digests_cite_is_on_file() -> None:
    """Articles of the codes whose articles are listed are listed once a digest cites them."""
    words = yaml.safe_load((SEEDS / "authority" / "words.yaml").read_text("utf-8"))
    grammar = code_grammar(_on_file(), words["country_names"])
    known = {(code.code, article) for code in _on_file() for article in code.articles}
    cited = {
        (provision.code, provision.article)
        for path in sorted((SEEDS / "editions").glob("*.txt"))
        for line in path.read_text("utf-8").split("\n")
        for provision in find_provisions(re.sub(r"\[\d+\]", "    ", line), grammar)
    }

    assert {key for key in cited - known if key[0]} == set()
