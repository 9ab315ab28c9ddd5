"""What digests name and the authority files do not list in, the lines that would list it out: only what is known.

Forms::

    - {id: koksayek, name: Koksayek, kind: village, within: turkistan-region}       places.yaml
    - {id: hunting, code: HUNTING, name: Hunting Code, printed: [Hunting Code]}     statutes.yaml
    "146": {title: Torture, origin: digest}                                         an article, as the digest glosses it
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from chronicle.authority import KnownCode
from chronicle.findings import yaml_text
from chronicle.gazetteer import Gazetteer, read_name
from chronicle.lexicon.places import UNLISTED_KINDS
from chronicle.model import Article, Code, Finding, PlaceMention, Provision
from chronicle.text import QUOTES, level, slug

#: the class that a kind word says -> the kind that places.yaml calls it
_KINDS: Final = UNLISTED_KINDS | {"village": "village"}
_LONGEST_CODE: Final = 8
#: how far behind a provision its gloss may stand, in characters
_REACH: Final = 200
# 405, Part 2 of the Criminal Code of Y (“gloss”) · 405 (gloss)
_GLOSS: Final = re.compile(
    r"(?:,? part [0-9]{1,2})?(?: of the [^.()]{0,100}?)? ?\((?P<gloss>[^()0-9]{4,120})\)(?! (?-i:[A-Z]))",
    re.IGNORECASE,
)


def place_lines(mention: PlaceMention, beside: Sequence[PlaceMention], known: Gazetteer) -> tuple[str, ...]:
    """Return where and how to list the place of *mention*, named *beside* others; the kind only where it is printed."""
    reading = read_name(mention.printed, known)
    kind = _KINDS.get(reading.kind or "") if reading else None
    larger = next(
        (p.id for p in beside if p.listed and known.places[p.id].kind in ("region", "district", "city")), None
    )
    facts = [f"id: {mention.id}", f"name: {yaml_text(mention.name)}"]
    facts += [f"kind: {kind}"] if kind else []
    facts += [f"within: {larger}"] if kind and larger else []
    where = "in seeds/authority/places.yaml" + (
        "" if kind else ", with its kind (country, region, city, town, district or village)"
    )
    return where, f"- {{{', '.join(facts)}}}"


def code_lines(printed: str, taken: Iterable[str]) -> tuple[str, ...]:
    """Return where and how to list the law that is *printed* so, its short name none of those *taken*."""
    name = " ".join(printed.removeprefix("the ").split())
    words = re.findall(r"[A-Z]{2,}", " ".join(slug(word).upper() for word in name.split()))
    telling = [w for w in words if w not in ("CODE", "LAW", "ACT", "OF", "ON", "THE", "AND")]
    choices = [*(w[:_LONGEST_CODE] for w in telling), "".join(w[0] for w in words)[:_LONGEST_CODE]]
    free = next((c for c in choices if len(c) > 1 and c not in set(taken)), None)
    if free is None:
        return ()
    line = f"- {{id: {free.lower()}, code: {free}, name: {yaml_text(name)}, printed: [{yaml_text(name)}]}}"
    return "in seeds/authority/statutes.yaml", line


def article_findings(codes: Iterable[Code], known: Sequence[KnownCode]) -> tuple[Finding, ...]:
    """Return a finding for every article cited that its code does not list, at the event that cites it first."""
    listed = {code.code: code.articles.keys() for code in known}
    return tuple(
        _finding(code, a) for code in codes for a in code.articles if a.number not in listed[code.id]
    )


def _finding(code: Code, article: Article) -> Finding:
    event, (first, *_) = article.citations[0]
    gloss = next(_glosses(article), "")
    says = f"; the digest glosses it '{gloss}'" if gloss else ""
    facts = f"{{title: {yaml_text(gloss)}, origin: digest}}" if gloss else "{}"
    lines = event.text[: first.at.start].split("\n")
    return Finding(
        code="untitled-article",
        message=f"Article {article.number} of the {code.name} is not listed{says}",
        file=f"{event.edition}.txt",
        line=event.line + len(lines) - 1,
        column=len(lines[-1]) + 1,
        excerpt=first.at.of(event.text).split("\n")[0],
        event=event.id,
        paste=(
            f"in seeds/authority/statutes.yaml, among the articles of '{code.slug}'",
            f'"{article.number}": {facts}',
        ),
    )


def _glosses(article: Article) -> Iterator[str]:
    for event, provisions in article.citations:
        for provision in provisions:
            yield from _gloss(event.text, provision)


def _gloss(text: str, provision: Provision) -> Iterator[str]:
    found = _GLOSS.match(level(text[provision.at.end : provision.at.end + _REACH]))
    if found:
        start = provision.at.end + found.start("gloss")
        words = text[start : start + len(found["gloss"])].strip(QUOTES + "‘’' .,")
        if words and not words.isupper():
            yield words[:1].upper() + " ".join(words[1:].split())
