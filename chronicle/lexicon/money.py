"""The English that fines and payments are worded in. Data only: patterns are pieces of regular expressions.

In every piece a space stands for one to three blanks. Pieces are read as those of sanctions are.
"""

from __future__ import annotations

from typing import Final

MAGNITUDES: Final = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}

#: what is paid, by kind
FINES: Final = r"fined|fines?|fining|(?:monetary|financial|pecuniary|cash) (?:penalt(?:y|ies)|sanctions?)|penalt(?:y|ies)(?= (?:of|in the amount of|amounting to|amounted to|equal to) (?:\d|one|two|three|five|ten|twenty|thirty|fifty|a hundred))"
PAYMENTS: Final = r"(?:compulsory|mandatory|forced|obligatory) (?:payments?|contributions?)|bail"
#: of which one stands in every wording above and below
PAYMENT_STEMS: Final = ("fine", "fining", "penalt", "sanction", "pay", "paid", "contribution", "bail")
#: words before a sum that is a fine or another payment by what stands after it, or by its unit
DUES: Final = (
    r"(?:ordered|obliged|obligated|required|made|sentenced|had|has|have) to pay|must pay|pay(?:s|ing)?|paid"
)
DUE_GAP: Final = r"(?: (?:a total of|the sum of|about|exactly|another|each|up))? ?"
#: what makes it a fine, and another payment
DUE_FINE: Final = r",? (?:each,? )?(?:as|in|by way of|under|pursuant to|for)(?: an?| the)?(?: (?:administrative|fines?|of|part|parts|paragraph|clause|\d{1,3},?|\w{1,10} part))*? (?:fines?|articles?)\b"
DUE_OTHER: Final = r" (?:each )?(?:in)?to (?:the|a) (?:[\w'-]{1,20} ){0,4}?fund\b"
#: from a sum to the word 'fine' after it: '20 MCI of fine'
ADJACENT: Final = r"(?: (?:in|as|of|by way of)(?: an?)?(?: administrative)?)?[ -](?:administrative )?"
#: a fine that is said to have been imposed though no sum is given
FINES_ALONE: Final = (
    r"fined(?! to)|administrative fines?",
    r"(?:impos|issu|levi|receiv|appeal|contest)(?:e|es|ed|ing)? (?:against |with )?(?:(?:an?|the|his|her|their|\w{3,14}) ){0,2}fines?",
    r"(?:pay|paid|paying|sentenced to|given|got|gave|with|fight|challenged?|overturned|upheld|quashed|cancelled) (?:an?|the|his|her|their) (?:\w{3,14} )?fines?(?=(?: )?(?:[.,;:)]|\Z)| (?:for|under|on|in|and|over|by|imposed|of)\b)",
    r"(?:replac|cancel|overturn|quash|reduc|uphold|upheld)(?:e|es|ed|ing|led|ling|s)? (?:the|his|her|their) fines?",
    r"(?:unpaid|outstanding|overdue|earlier|previous) fines?",
    r"fines? (?:was|were|has been|have been|had been) (?:imposed|issued|upheld|levied|paid|reduced|overturned|cancelled)|fines? imposed",
)
#: words between a fine and a sum that make it another sum
OTHER_SUMS: Final = (
    "compensat", "damage", "moral", "salar", "wage", "bonus", "award", "worth", "stol", "bribe", "debt", "budget", "cost", "fee", "duty", "loan", "price",
)  # fmt: skip
#: what ends a gap before a sum that is the upper end of a range: 'a fine of 20 to 50 MCI'
RANGE: Final = r"\d(?: to |(?: )?-(?: )?)"
#: what joins two expressions of one sum: '200 MCI, amounting to 786,400 tenge'
SAME_SUM: Final = (
    "which is", "which amounts to", "amounting to", "equal to", "equivalent to", "equalling", "totalling", "totaling",
    "that is", "i.e.", "or", "about", "approximately", "in the amount of", "a total of", "corresponding to", "=", "-",
)  # fmt: skip
