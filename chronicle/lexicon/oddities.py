"""English words that tell a slip of the print from what may stand so: data only."""

from __future__ import annotations

from typing import Final

#: words that may stand twice in a row: 'had had'
MAY_DOUBLE: Final = frozenset(
    {"had", "that", "very", "no", "yes", "bye", "so", "ha", "many", "far", "long", "blah"}
)
#: what joins words that are said twice on purpose: 'more and more and more', 'step by step by'
JOINERS: Final = frozenset({"and", "or", "by", "after", "to", "upon", "nor"})
#: before numbers that are no sum and no term: 'Article 3, 5 years', 'Parts 1,2,3'
NUMBERED: Final = frozenset(
    {
        "art", "article", "articles", "clause", "clauses", "court", "no", "nos", "nr", "number", "numbers", "paragraph",
        "paragraphs", "part", "parts", "point", "points", "section", "sections", "subparagraph", "subparagraphs",
    }
)  # fmt: skip
#: words of a term: '3, 1 years'
TERMS: Final = ("years?", "months?", "days?")
#: words that begin a sentence, by which a full stop without a space after it is told from a name: 'Rukh.Khak'
OPENERS: Final = (
    "A", "According", "After", "All", "An", "As", "At", "Before", "But", "By", "During", "Earlier", "He", "Her", "His",
    "However", "In", "It", "Its", "No", "On", "She", "Since", "The", "Their", "There", "These", "They", "This", "To",
    "We", "When",
)  # fmt: skip
#: words with a capital that are no name: after a comma they begin no sentence
COMMON: Final = frozenset(word.lower() for word in OPENERS)
#: what an apostrophe stands before: 's, 't, 're
CLITICS: Final = ("s", "t", "re", "ve", "ll", "d", "m")
#: bodies named after a district: 'Bostandyk District Court'
BODIES: Final = ("Court", "Police", "Prosecutor", "Department", "Akimat", "Administration")
