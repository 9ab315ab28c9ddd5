"""What is known in, the same ready for look-up out: made once, used for every digest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from chronicle.authority import Authority
from chronicle.capitals import NameGrammar, name_grammar
from chronicle.lexicon.addresses import FRAGILE_KINDS
from chronicle.places import Gazetteer, gazetteer
from chronicle.sanctions import MoneyGrammar, money_grammar
from chronicle.statutes import CodeGrammar, code_grammar
from chronicle.topics import TopicGrammar, topic_grammar


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """What is known, ready for reading: made once for all digests."""

    places: Gazetteer
    codes: CodeGrammar
    money: MoneyGrammar
    topics: TopicGrammar
    names: NameGrammar
    #: host name -> outlet id
    outlets: Mapping[str, str]
    #: ids of outlets whose pages vanish, or which only members may read
    fragile: frozenset[str]


def grammar_of(known: Authority) -> Grammar:
    """Return *known* as what the extractors look things up in."""
    return Grammar(
        places=gazetteer(known.places, known.words, (*known.names.given, *known.names.women)),
        codes=code_grammar(known.codes, known.words.country_names),
        money=money_grammar(known.words.units),
        topics=topic_grammar(known.topics),
        names=name_grammar(known.names, known.words, _place_names(known)),
        outlets={host: outlet.id for outlet in known.outlets for host in outlet.hosts},
        fragile=frozenset(outlet.id for outlet in known.outlets if outlet.kind in FRAGILE_KINDS),
    )


def _place_names(known: Authority) -> Iterator[str]:
    for place in known.places:
        yield from (place.name, *place.other, *place.former, *place.misprints)
