"""English wordings that tell what part a person plays in an event. Data only; regular expressions of words."""

from __future__ import annotations

from typing import Final

_BE: Final = r"(?:was|were|is|are|has been|have been|had been|being|been|remains?|be(?!\s(?:dismiss|remov|sack|fired)))\s(?:\w+ly\s|also\s|once\s|again\s|the\s|not\s|being\s|each\s|both\s|all\s|then\s|later\s){0,3}"

#: what befalls the person, said after the name: 'X was detained', 'the X case'
BEFALLS: Final = (
    rf"(?:{_BE}(?:detain|arrest|sentenc|convict|charg|accus|fined\b|summon|interrogat|question(?:ed)|beat|attack|kill|shot|tortur"
    r"|sanction|dismiss|deport|extradit|expel|harass|threaten|persecut|prosecut|search|subject(?:ed)?\b|held\b|kept\b|plac|taken"
    r"|releas|acquit|found guilty|found dead|found liable|found to have|imprison|jail|remand|stabb|wound|injur"
    r"|suspect|prohibit|forced|evict|register|transferr|serving|missing|called a suspect|called in|put on|under\b"
    r"|disbarr|fired\b|abduct|kidnap|apprehend|stripped|dragged|hospitali|in custody|in pre-?trial|in prison\b|in jail\b|in a (?:prison|colony)|behind bars|on trial\b|remov|forcibly|considered a suspect|carried|cut off|suspend|deprived of (?:his|her|their)\b|given (?:[\w'-]+ ){1,3}(?:days|months|years|hours)\b)"
    r"|(?:went|gone) missing|(?:received|got) (?:a |the )?(?:refusal|suspended|sentence|terms?\b|warning|(?:severe )?reprimand|threat|\w+ (?:years|days|months))"
    r"|fac(?:es|ed|ing) (?:\w+ ){0,2}(?:charges?|trial|prosecution|Articles?|imprisonment|sentences?|years|up to)\b|fac(?:es|ed|ing)(?=\s{4})"
    r"|(?:under (?:house )?arrest|in (?:custody|pre-?trial detention|jail|prison))\b"
    r"|(?<=, )(?:accused (?:of|under)|suspected (?:of|under)|charged (?:with|under)|(?:accused|suspected|charged|convicted|sentenced)(?=\s{4})|convicted (?:of|under|for)|sentenced (?:to|under|for))"
    r"|(?:case|trial|affair|verdict)\b)"
)

#: the same behind a comma: 'Major X, convicted of torture, '
BEHIND: Final = (
    r",\s(?:who\s(?:was|is|had\sbeen)\s)?(?:(?:accused|suspected|charged|convicted|found guilty)\s(?:of|under|with|in)"
    r"|(?:detained|arrested|sentenced|imprisoned)\s(?:in|on|under|for|to|by|last|since)|fined\s(?:for|under|\d))\b"
)

#: what is refused to lawyers and officials too: 'X was not allowed'
DENIED: Final = (
    rf"(?:{_BE}(?:refus|allowed|denied|prevent|barred|let (?:in|out|into|through)\b|admitted|invited))"
)

#: what such people do, and others seldom
DOES: Final = (
    r"(?:(?:has |have |had )?(?:lost (?:his|her|their|an?|the|both)\b|brought (?:an? )?(?:action|claim|suit|lawsuit)\b)|intends? to (?:appeal|sue|challenge)"
    r"|sustained|suffered|died|disappeared|committed suicide|faces|faced|pleaded|appealed|sued|held a|staged|came out|went out|walked out|stood (?:in|at|with|outside|near|before|by)|protested"
    r"|went on (?:a )?(?:hunger )?strike|(?:reportedly )?commenced an|started (?:a )?hunger|declared (?:a )?hunger|served)"
)

#: what befalls the person, said before the name: 'the arrest of X', 'police detained X'
AFFLICTS: Final = (
    r"(?:detain(?:ed|ing)|arrest(?:ed|ing)|releas(?:e|ed|ing)|sentenc(?:ed|ing)|convict(?:ed|ing)|fined|fining|killed|killing"
    r"|beat|beating|attack(?:ed|ing)|summon(?:ed|ing)|dismissed|deported|persecuted"
    r"|(?:arrest|detention|case|trial|sentence|conviction|death|murder|killing|body|search|amnesty"
    r"|prosecution|persecution|extradition|deportation|release|disbarment|rights|speech|attack|disappearance|custody"
    r"|apartment|car|home|house|location|whereabouts|support|torture|ill-treatment|defen[cs]e) of"
    r"|(?:attack|assault|lawsuit|ruling|verdict) (?:on|against)|imposed on"
    r"|(?:permission|refusal|sentence|refused|authorization|authorisation|permit) (?:to|for)|not (?:allow|authori[sz]e|give permission to)"
    r"|(?:not (?:let|allowed|admitted) in(?:to)? to|not allowed to (?:see|meet|visit)|denied access to)(?: (?:his|her|their) clients?,)?"
    r"|(?:imprisonment|liberty|arrest|detention|custody) for(?: (?:the )?former\b|(?= (?-i:[A-Z])))"
    r"|refused (?:[a-z]+ ){1,3}(?:to|for)|evict(?:ed|ing)"
    r"|(?:years|months|days) for (?:his|her|their) (?:brother|sister|son|daughter|husband|wife|father|mother)\b"
    r"|charges? against|case against|proceedings against"
    r"|(?:case|cases|proceedings|charges?|investigation) (?:(?:was|were|is|has been|have been|had been) )?(?:\w+ly )?"
    r"(?:opened|initiated|launched|instituted|brought|started|reopened) against|(?:reports?|protocols?) (?:was |were )?(?:drawn up )?against|campaign against|enforcement against|evidence against|testimony against|found)"
)

#: what the person has asked for: officials and lawyers ask too
ASKS: Final = (
    r"(?:(?:claim|complaint|application|appeal|appeals|lawsuit|petition|demands?|notifications?|request|motion|suit) (?:of|by)"
    r"|(?:lodged|brought|filed|submitted|signed) by)"
)

#: the same, too common to weigh much
AFFLICTS_PERHAPS: Final = r"(?:against|for|by|to|among (?:them|those)[\w\s,]{0,60}was)"

#: the person's own rights are at issue although the calling would make a lawyer of them
OWN_RIGHTS: Final = (
    r"\bdisbar\w*|\b(?:revo[kc]\w+|terminat\w+|suspend\w*|suspension) (?:of )?(?:[\w']+\s){0,5}licen[cs]e"
    r"|\blicen[cs]e of (?:[\w'.]+\s){1,6}(?:was|were|is|has been|had been) (?:revoked|suspended|terminated|annulled|withdrawn)\b"
)

#: what a lawyer does for somebody, whatever the calling: 'X, who defends Y'
DEFENDS: Final = r"(?:who\s)?(?:is\s|was\s)?(?:now\s|also\s)?(?:represent|defend)(?:s|ed|ing)\s"

#: the words before a lawyer's name: 'her interests are represented by X'
REPRESENTED: Final = r"(?P<aside>,)?\s(?:(?:is|are|was|were|being|been)\s(?:\w+ly\s)?)?represented\s(?:in\scourt\s|at\s(?:the\s)?trial\s)?by\s(?:the\s)?(?:[a-z]+\s){0,2}"

#: only mentioned, whatever the calling: a former ruler, a portrait
ASIDE_SURELY: Final = (
    r"former (?:prime minister|president|first president)|ex-president|late president|portraits? of|assistants? of|criminal group of"
    r"|son-in-law of|(?:established|founded|owned|created) by|statue of|era of|time of"
)

#: tells a court what was seen
TESTIFIES: Final = r"(?:(?:has|have|had) )?testif(?:y|ies|ied)\b(?! against)"

#: heads a body of which something is told
LEADS: Final = r"(?:headed|chaired|led|run) by"

#: mentioned for another's sake: a client, someone addressed
ASIDE: Final = (
    r"(?:his|her|their) clients?|(?:appeal|letter|message|request|visit|relationship|ties|links?|address|addressed) (?:to|with)"
    r"|(?:interests?|campaign|policy|associate|associates|ally|supporter|supporters|representation) of|in the course of representing|visit to"
)

#: said of the speaker's own lot: then the speaker is a subject
OWN_LOT: Final = (
    r"\b(?:he|she|they)\s(?:was|were|had\sbeen|has\sbeen|is\sbeing)\b|\bthat\s(?:he|she)\b"
    r"|\b(?:against|of|to|on|in|for|at|with)\s(?:his|her|him|himself|herself)\b|\b[a-z]+(?:ed|pt|oke|uck|ook|eat|ew)\s(?:him\b|her\s(?:in|to|at|for|up|out|on|from|until|with)\b|his\s(?:arms?|legs?|nose|jaw|ribs?|teeth|head|hands?)\b|her\s(?:arms?|legs?|nose|jaw|ribs?|teeth|head|hands?)\b)|\bI\b|\bmy\b|\bme\b|\bexperiencing\b|\bhaving\sbeen\b"
)

#: the speaker looks for, or speaks for, one of the family: 'her brother, X'
FAMILY_OF: Final = r"\b(?:his|her|their)\s(?:[a-z]+\s){0,2}(?:brother|sister|son|daughter|husband|wife|father|mother|relative|child|uncle|nephew),?\s\Z"

#: the speaker tells of one of the family: 'X says that her son Y'
SAYS_OF: Final = (
    r"\s(?:has\s|had\s)?(?:says?|said|stated?|states|reports?|reported|believes?|told\s[a-z]{3,12})\s(?:that\s)?(?:his|her|their)\s(?:[a-z-]+\s)?"
    r"(?:brother|sister|son|daughter|husband|wife|father|mother|child|uncle|nephew),?\s"
)

#: what those do who look for one of the family
SEEKS: Final = r"\s(?:has\s|have\s|had\s)?(?:\w+ly\s)?(?:petition|ask|appeal|search|look|seek|sought|demand|call|plead|turn|request|beg|came)"

#: named as family, and yet the one whom it befalls: 'X, sister of Y, held since May, was herself taken'
HERSELF: Final = (
    r"(?:was|were|has been|had been)\s(?:\w+ly\s|also\s|then\s|later\s){0,2}(?:herself|himself|themselves)\b"
)

#: said of a child whose age is not given
_GRADE: Final = (
    r"(?:(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh)|\d{1,2}(?:st|nd|rd|th))"
    r"[- ]grade(?:r|rs|(?:[- ](?:student|pupil|schoolboy|schoolgirl)s?))"
)
_YOUNG: Final = r"child|boy|girl|schoolboy|schoolgirl|teenager|teen|adolescent|infant|toddler|baby|newborn|minor|juvenile|schoolchild"
_KIND: Final = "(?:sons?|daughters?|boys?|girls?|child|children|students?|pupils?|brothers?|sisters?|detainees?|victims?)"
#: right before a name
CHILD: Final = (
    rf"\b(?:{_YOUNG}|{_GRADE}|children|minors|teenagers|teens|adolescents|schoolchildren|girls|boys"
    r"|(?:\d{1,2}|[a-z]+)[- ]months?[- ]old(?:\s[a-z]+){0,2}"
    rf"|(?:underage|under-age|teenage)(?:\s[a-z]+){{0,2}}|(?:minor|juvenile|infant)\s{_KIND}),?\s(?:(?:named|called|specifically|namely)\s)?\Z"
)
#: right after a name
CHILD_AFTER: Final = (
    rf"(?:,\s|\s\()(?:who\s(?:is|was)\s)?(?:an?\s|the\s)?(?:{_YOUNG}|{_GRADE}|(?:\d{{1,2}}|[a-z]+)[-\s]months?[-\s]old"
    rf"|(?:underage|under-age|minor|teenage)\s{_KIND})\b"
)

#: ages that digests write out
AGES: Final = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
}

#: words between a calling and a name: 'an officer identified as X'
NAMELY: Final = r"(?:one|identified as|named|called|namely|specifically|including|surnamed|by the name of)"

#: represented in court by: 'a representative of the aggrieved party'
PARTIES: Final = frozenset(
    {
        "aggrieved",
        "victim",
        "victims",
        "defendant",
        "defendants",
        "claimant",
        "plaintiff",
        "accused",
        "convict",
        "detainee",
    }
)
