"""English words of citations of law. Data only; all in lower case."""

from __future__ import annotations

from typing import Final

#: words for an article -> whether they announce several
ARTICLES: Final = {"article": False, "articles": True, "art": False, "arts": True}
#: words for a part -> whether they announce several
PARTS: Final = {"part": False, "parts": True, "pt": False, "pts": True}
#: words for what a part is made of -> its depth: a deeper one never stands beside a higher one
POINTS: Final = {
    "paragraph": 1, "paragraphs": 1, "para": 1, "paras": 1,
    "clause": 2, "clauses": 2, "cl": 2, "point": 2, "points": 2, "item": 2, "items": 2,
    "subparagraph": 3, "subparagraphs": 3, "sub-paragraph": 3, "sub-paragraphs": 3, "subpara": 3,
    "subclause": 3, "subclauses": 3, "sub-clause": 3, "sub-clauses": 3,
    "subpoint": 3, "subpoints": 3, "sub-point": 3, "sub-points": 3,
    "subitem": 3, "subitems": 3, "sub-item": 3, "sub-items": 3,
}  # fmt: skip
#: number words and Roman numerals after 'Part' ('Part Two', 'Part II')
NUMERALS: Final = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7",
    "viii": "8", "ix": "9", "x": "10",
}  # fmt: skip
#: number words before 'part' ('the second part of Article 5')
ORDINALS: Final = {
    "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "seventh": "7",
    "eighth": "8", "ninth": "9", "tenth": "10",
}  # fmt: skip

#: words that join the citations of a list as a comma does
JOINS: Final = frozenset({"and", "or"})
#: words that may stand between two citations of one list ('as well as under Article 5')
LINKS: Final = frozenset(
    {"also", "as", "both", "by", "conjunction", "in", "pursuant", "read", "the", "then", "to", "together"}
    | {"under", "well", "with"}
)
#: words between a citation and its code ('Article 5 of the Tax Code')
OF: Final = frozenset({"of", "in", "under", "from"})
#: words that join the ends of a range ('Articles 5 to 7')
RANGE: Final = frozenset({"to", "through"})
#: words that may stand between 'of' and the code's name
BEFORE_CODE: Final = frozenset(
    {"the", "a", "an", "its", "country", "new", "current", "amended", "revised", "updated", "national"}
)
#: words that make the code named after them another one than the one in force
OTHER_CODE: Final = frozenset(
    {"former", "old", "previous", "repealed", "draft", "proposed", "then", "earlier", "soviet"}
)
#: words of reference: 'of the same article'
SAME: Final = frozenset({"the", "this", "that", "same", "said", "aforementioned", "above-mentioned"})
#: words before a lower-case 'part 2' that is a part of an article already named ('under part 2')
BEFORE_PART: Final = frozenset(
    {"a", "an", "the", "under", "to", "from", "of", "by", "with", "and", "or", "in", "more"}
)
#: words before a number that may be an article though 'Article' is not repeated ('and under 5 of the Tax Code')
BEFORE_NUMBER: Final = frozenset({"and", "or", "under", "of", "to", "by", "with", "on"})

#: a listed number before one of these can be an article; before any other word it counts something
AFTER_NUMBER: Final = frozenset(
    {"after", "against", "are", "as", "at", "be", "because", "before", "but", "by", "can", "carries", "carry"}
    | {"concerning", "could", "did", "do", "does", "during", "following", "for", "from", "had", "has", "have"}
    | {"in", "into", "is", "may", "not", "on", "provide", "provides", "pursuant", "regarding", "respectively"}
    | {"should", "simultaneously", "since", "that", "then", "through", "to", "under", "was", "were", "when"}
    | {"where", "which", "while", "who", "whose", "will", "with", "without", "would", "against", "relating"}
)
#: of these, what can follow an article in a list that no 'and' closes ('Articles 5, 6 for …')
PREPOSITIONS: Final = frozenset(
    {
        "after",
        "against",
        "as",
        "at",
        "because",
        "by",
        "concerning",
        "during",
        "following",
        "for",
        "from",
        "in",
    }
    | {"on", "pursuant", "regarding", "relating", "respectively", "since", "through", "to", "under", "with"}
)
#: of these, what shows that even a small number is an article ('Articles 5, 6 for …')
CHARGES: Final = frozenset({"against", "for", "pursuant", "respectively", "under"})
#: nouns that are counted: the number before one of these is no article
COUNTED: Final = frozenset(
    {"activists", "cases", "children", "citizens", "criminal", "days", "defendants", "detainees", "dollars"}
    | {"employees", "euros", "euro", "families", "hours", "inmates", "journalists", "kilometres", "km", "men"}
    | {
        "million",
        "billion",
        "thousand",
        "minutes",
        "months",
        "more",
        "officers",
        "other",
        "others",
        "participants",
    }
    | {
        "people",
        "per",
        "percent",
        "persons",
        "police",
        "prisoners",
        "protesters",
        "residents",
        "times",
        "weeks",
    }
    | {
        "witnesses",
        "women",
        "workers",
        "year",
        "years",
        "political",
        "young",
        "minors",
        "individuals",
        "members",
    }
)
#: '3, 5 years' is one term, not article 3
YEARS: Final = frozenset({"year", "years"})

#: what the name of a code ends in or begins with
CODE: Final = frozenset({"code", "codes"})
#: what the name of another instrument begins with, before 'on', 'of', 'against' or a quotation mark
INSTRUMENTS: Final = frozenset(
    {"law", "covenant", "convention", "declaration", "treaty", "charter", "protocol", "act", "decree"}
    | {"resolution", "rules", "regulations", "statute", "agreement"}
)
#: words that join the words of such a name ('Code on Public Health and the Healthcare System')
NAME_LINKS: Final = frozenset({"on", "of", "for", "against", "and", "the", "to", "in"})
#: words before 'Code' that are no part of its name
DETERMINERS: Final = SAME | {"such", "every", "each", "any", "no", "his", "her", "their", "our"}
#: of these, what may follow its first word
NAME_OPENS: Final = frozenset({"on", "of", "for", "against", "relating"})
#: nouns that, in lower case after 'of', name something else than a code ('Article 5 of the agreement')
OTHER_TEXTS: Final = INSTRUMENTS | {
    "bill", "contract", "constitution", "directive", "instruction", "instructions", "order", "regulation",
    "rule", "rulebook", "memorandum", "amendment", "amendments", "pact",
}  # fmt: skip

#: what stands for the country named before ('the Criminal Code of the Republic')
GENERIC: Final = frozenset({"republic", "country", "state"})

#: pairs of spellings that are one word
SPELLINGS: Final = (
    ("offences", "offenses"), ("offence", "offense"), ("labour", "labor"), ("defence", "defense"),
    ("organisation", "organization"),
)  # fmt: skip
#: short words with a full stop that end no sentence
ABBREVIATIONS: Final = frozenset(
    {
        "no",
        "nos",
        "art",
        "arts",
        "mr",
        "mrs",
        "ms",
        "dr",
        "para",
        "paras",
        "st",
        "cl",
        "v",
        "vs",
        "e",
        "g",
        "i",
    }
)
