"""The English that sanctions are worded in. Data only: patterns are pieces of regular expressions.

In every piece a space stands for one to three blanks;
`<from>` marks where the printed words begin: what stands before it is only context.
Pieces are read without regard to case, quotes straightened and dashes made hyphens.
"""

from __future__ import annotations

from typing import Final

_UNITS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS: Final = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
NUMBERS: Final = (
    {"a": 1, "an": 1, "twenty": 20, "thirty": 30, "forty": 40, "forty-five": 45, "sixty": 60, "ninety": 90}
    | {word: value for value, word in enumerate((*_UNITS, *_TEENS), start=1)}
    | {f"twenty-{word}": 20 + value for value, word in enumerate(_UNITS, start=1)}
)

MAGNITUDES: Final = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip

#: a number after one of these, or a list of them, is no count of years
NUMBERED: Final = (
    "articles?", r"art\.?", "parts?", "clauses?", "points?", "paragraphs?", "sub-?paragraphs?", "items?",
    "chapters?", "sections?", r"nos?\.?", "№", "aged?",
)  # fmt: skip

#: words between a term and the measure it belongs to: '3 years in a strict-regime penal colony'
ADJECTIVES: Final = (
    "administrative", "actual", "real", "effective", "strict", "general", "additional", "further", "full",
    "criminal", "special", "closed", "mandatory", "penal", "corrective", "correctional", "settlement", "continuous",
    "medium", "maximum", "minimum", "high", "security", "regime", "restricted", "total", "statutory",
)  # fmt: skip
_ADJECTIVE: Final = f"(?:{'|'.join(ADJECTIVES)})"

_FACILITY = r"(?! (?:(?:and|or) \w{1,20} )?(?:cent(?:re|er)|facilit|colon|house|camp|room|block|ward|cell|place|premis|unit|hospital))"
_COURT_ACTED = r"(?:authori[sz]|sanction|order|extend|prolong|approv|select|choos|chos)\w{0,5} (?:(?!house|administrative|police)[\w'.]{1,20} ){0,5}?<from>"
_LICENCE = r"(?:(?!order|law)[\w.'-]{1,30} ){0,5}?licen[cs]e"
_POST = r"(?:[\w'-]{1,20} ){0,4}?(?:offices?|posts?|positions?|jobs?|duties|service)"
_PRACTICE = (
    r"(?:(?:engag|participat|involv|tak|conduct|carry|hold|practi[sc]|exercis|do|perform|work|occupy)[\w-]{0,6} )?"
    r"(?:[\w,'/-]{1,20} ){0,7}?(?:activit(?:y|ies)|activism|public office|offices?|positions?|posts|profession|journalism)"
)
_COUNTRY = r"(?:the )?(?:country|territory|republic|state|[\w-]{1,20} federation|union|homeland)"
# a capitalised name, but of no building and no body
_LAND = (
    r"(?:the )?(?!(?:house|court|hall|palace|ministry|parliament|university|department|embassy|consulate|office)\b)(?-i:[A-Z])[\w-]{2,30}"
    r"(?! (?:court|house|hall|square|office|ministry|department|university|district|city|prison|building))"
)
_FORBIDDEN = r"(?:banned|barred|prohibited|forbidden|disqualified)"

#: what is no sanction though its words look like one
NEVER: Final = (
    r"(?:in |into |from )?police custody",
    r"(?:was|were|is|are|been|being|be) released (?:\w{1,20} ){0,2}?from (?:custody|detention|pre-?trial detention|house arrest)",
    r"(?:died?|dies|dying|deaths?|tortur\w{1,4}|beaten|ill-treatment|suicides?|conditions|killed) (?:\w{1,20} ){0,2}?in (?:custody|detention|prison|jail|pre-?trial detention)",
    r"custody of (?:(?:the|a|her|his|their|minor|young|two|three) ){0,2}(?:child|children|sons?|daughters?|kids?)",
    r"(?:child|parental|sole|joint) custody",
    r"(?:individuals|persons|people|detainees|those|anyone|citizens|suspects) (?:who (?:are|were) )?(?:being )?(?:held|kept|placed|detained) in (?:custody|pre-?trial detention|detention)",
    r"probation (?:service|officer|office|department|inspect\w{1,4}|staff|law|act|bod(?:y|ies))s?",
    r"arrest (?:warrant|house)s?",
    r"house arrest bracelets?",
)

#: measures that count without a term, kind by kind; the first that matches is taken
ALONE: Final = (
    ("other", r"(?:suspended|conditional|probational) (?:prison |jail |custodial )?(?:sentences?|terms?|imprisonment|convictions?)"),
    ("other", r"conditionally sentenced|sentenced conditionally"),
    ("other", r"(?:punishments?|penalt(?:y|ies)|sentences?|measures?) (?:not (?:involving|related to|connected with|associated with|entailing)|without) (?:actual |real )?(?:imprisonment|deprivation of (?:liberty|freedom)|isolation)"),
    ("other", r"(?:(?:lighter|milder|lesser|alternative) (?:sentences?|penalt(?:y|ies)|punishments?)|non-?custodial (?:sentences?|penalt(?:y|ies)|punishments?|measures?))"),
    ("house_arrest", r"(?:de facto )?(?:house|home|domestic) arrest"),
    ("restriction_of_liberty", r"restricted (?:liberty|freedom) \(probation\)|(?:restriction|limitation) of (?:(?:his|her|their|personal) )?(?:liberty|freedom)(?! of (?:speech|expression|assembly|peaceful|movement|religion|conscience|association|the press|press|media|information|thought|opinion))(?: \(probation\))?"),
    ("restriction_of_liberty", r"probation(?:ary)? (?:control|supervision)|probation(?! period| term for)"),
    ("pretrial_detention", r"(?:remand|holding|held|kept|keeping|placed|placing|placement|detained|detention|remain(?:s|ed|ing)?|stay(?:s|ed|ing)?|languish\w{0,3}) in (?:pre-?trial )?(?:custody|detention on remand)"),
    ("pretrial_detention", r"remanded (?:in(?:to)? (?:pre-?trial )?(?:custody|detention|prison|jail))?(?! (?:the|a|his|her|to|back|for (?:a )?(?:re|new|fresh|further|the)))|on remand|remand in custody|detention on remand"),
    ("pretrial_detention", r"(?<=\bto\s)(?:release|free) (?:[\w'.]{1,30} ){0,5}?from <from>(?:pre-?trial )?custody"),
    ("pretrial_detention", r"(?:is|are|was|were|been|currently|still|now) in <from>custody"),
    ("pretrial_detention", rf"pre-?trial (?:detention|custody|arrest|imprisonment){_FACILITY}"),
    ("pretrial_detention", r"taken into custody (?:right )?(?:in|from) (?:the |a )?court(?:room| hall|house)?"),
    ("administrative_detention", rf"administrative (?:arrest|detention|imprisonment){_FACILITY}"),
    ("arrest", r"(?:preventive )?measures? (?:of restraint )?in the form of <from>(?:arrest|detention|custody|remand|imprisonment)"),
    ("arrest", rf"{_COURT_ACTED}(?:arrest|detention|remand(?: in custody)?){_FACILITY}"),
    ("arrest", r"(?:arrest|detention) (?:was|were|has been|had been) (?:authori[sz]ed|sanctioned|extended|prolonged)"),
    ("arrest", r"under arrest"),
    ("imprisonment", r"life (?:imprisonment|sentences?|in prison)|sentenced to life"),
    ("imprisonment", r"(?:actual |real )?(?:terms? of imprisonment|(?:prison|jail|custodial) (?:sentences?|terms?))"),
    ("imprisonment", rf"(?:sentenced|condemned|sent) to (?:an? |{_ADJECTIVE} )*(?:prison|jail|imprisonment|penal colony|colony|deprivation of (?:liberty|freedom)|incarceration)"),
    ("imprisonment", rf"serv(?:es|ed|ing|e) (?:his|her|their|a|an|the) (?:\w{{1,20}} )?(?:sentences?|terms?|time|punishment) (?:in|at) (?:an? |the |{_ADJECTIVE} )*(?:prison|jail|(?:penal |correctional )?(?:colony|facility|institution)|penitentiary)"),
    ("imprisonment", r"(?:imprison|jail|incarcerat)(?:s|ed|ing)(?! (?:persons|people|individuals|population))"),
    ("entry_ban", rf"(?:prohibition|ban|restriction)s? (?:on|against) (?:his |her |their |the )?(?:re-?)?(?:entry|entering|entrance)(?: (?:in)?to {_COUNTRY})?|(?:re-?)?entry bans?"),
    ("entry_ban", rf"{_FORBIDDEN} from (?:re-?)?entering (?:{_COUNTRY}|{_LAND})"),
    ("activity_ban", rf"(?:prohibition|ban)s? (?:on|from) {_PRACTICE}"),
    ("activity_ban", rf"{_FORBIDDEN} (?:from|to) (?:engag|participat|involv|tak|conduct|carry|hold|practi[sc]|exercis|do|perform|work|occupy)[\w-]{{0,6}} {_PRACTICE}"),
    ("activity_ban", rf"depriv(?:ed|ing|ation) of (?:the|his|her|their) rights? to (?:engag|participat|conduct|carry|hold|practi[sc]|exercis|occupy|work)[\w-]{{0,6}} {_PRACTICE}"),
    ("other", rf"disbar(?:ment|red|ring)?|(?:revocation|revok\w{{1,3}}|suspension|withdrawal|withdr[ae]w\w{{0,3}}|annul\w{{0,5}}|terminat\w{{1,4}}|cancel\w{{0,8}}|depriv(?:ed|ing|ation)|stripp(?:ed|ing)|loss) of {_LICENCE}(?: to practi[sc]e(?: law)?)?|(?:revok|annul|terminat)\w{{1,4}} {_LICENCE}(?: to practi[sc]e(?: law)?)?|licen[cs]es? (?:was|were|has been|have been|had been|be) (?:revoked|suspended|withdrawn|annulled|terminated|cancelled)"),
    ("other", r"depriv(?:ed|ing|ation) of (?:the|his|her|their) rights? to (?:drive|operate)(?: (?:an? )?(?:motor )?(?:vehicles?|cars?))?"),
    ("other", r"(?:depriv(?:ed|ing|ation)|stripp(?:ed|ing)) of (?:his |her |their |the )?(?:\w{1,20} )?citizenship"),
    ("other", rf"extraordinary rendition(?: \(deportation\))?|deport(?:ed|ation|ing)|(?:administrative(?:ly)? )?(?:expulsion|expelled) from {_COUNTRY}|administrative expulsion"),
    ("other", rf"(?:summarily )?(?:dismissed|removed|fired|sacked|suspended|dismissal|removal|suspension) from {_POST}|relieved of {_POST}"),
    ("other", r"(?:released )?on bail(?!iff)|bail(?= (?:of|in the amount|was|set|amount))"),
    ("other", r"(?:under |on )?(?:an? |his |her |their )?(?:(?:own|personal) )?(?:written )?(?:pledge|undertaking|recogni[sz]ances?|obligation|subscription|commitment|promise)(?: agreement)? not to leave(?: (?:the|his|her|their) (?:place|city|town|country)(?: of residence)?)?"),
    ("other", r"(?:under |on )?(?:his|her|their) own recogni[sz]ance|personal (?:surety|guarantee)"),
    ("other", rf"restrictive travel orders?|travel bans?|(?:ban|prohibition)s? on (?:leaving|travel(?:ling|ing)?|exit)(?: (?:the )?(?:country|city|abroad))?|{_FORBIDDEN} from (?:leaving|travel(?:ling|ing)) (?:the |his |her |their )?(?:country|city|town|abroad|region|place of residence)"),
    ("other", r"community service|(?:public|community|socially useful|compulsory|correctional|corrective) (?:works?|labou?r)(?! (?:collective|code|rights|market|camp))"),
    ("other", r"(?:protecti(?:ve|on)|restraining) orders?"),
    ("other", r"special (?:behaviou?ral )?requirements (?:for|on|to) (?:\w{1,20} )?(?:behaviou?r|conduct)|special behaviou?ral requirements"),
    ("other", r"(?:statutory )?(?:preventive|prophylactic|administrative) supervision"),
    ("other", r"(?:transferred|sent|placed|placement|committed) (?:to|in|into) (?:an? |the )?(?:juvenile )?(?:adaptation|rehabilitation|special education) cent(?:re|er)s?(?: for (?:minors|juveniles))?"),
    ("other", r"(?:compulsory|forced|involuntary|coercive) (?:psychiatric |medical |mental )?(?:treatment|hospitali[sz]ation|commitment)"),
    ("other", r"administrative warning|(?:penalty|punishment) in the form of a warning"),
    ("other", r"confiscation of (?:(?:his|her|their|the|all) )?(?:property|assets)"),
)  # fmt: skip

#: measures that count only with a term, on either side of it
WITH_TERM: Final = (
    ("imprisonment", r"imprisonment|deprivation of (?:liberty|freedom)|incarceration"),
    ("arrest", rf"(?:arrest|detention|confinement){_FACILITY}|arrest(?:ed|ing)?|detain(?:ed|ing)?"),
    ("pretrial_detention", r"(?:taken|taking|take) into custody|custody|remand"),
    ("restriction_of_liberty", r"(?:restricted|limited) (?:liberty|freedom)"),
    ("sentence", r"(?:resentenced|sentenc(?:ed|es|e|ing)|condemned)"),
    ("activity_ban", r"suspend(?:ed|ing)? (?:\w{1,20} ){0,5}?(?:activit(?:y|ies)|work|operations)|suspension of (?:\w{1,20} ){0,5}?(?:activit(?:y|ies)|work|operations)|(?:activit(?:y|ies)|work|operations) (?:was|were|has been|have been) suspended"),
)  # fmt: skip

#: where a term before them was spent: '3 years in prison', '5 days behind bars'
AFTER_TERM: Final = (
    ("other", r"suspended|conditional(?:ly)?"),
    ("imprisonment", r"prison|jail|penitentiary|colony|colony-settlement|behind bars"),
    ("pretrial_detention", r"pre-?trial (?:detention|isolation) (?:cent(?:re|er)|facility)|remand (?:prison|centre|center)"),
    ("arrest", r"(?:special |temporary )?detention (?:cent(?:re|er)|facility)"),
)  # fmt: skip

#: the kind that a word of several meanings has, by the largest unit of its term; None: no term
KIND_BY_UNIT: Final = {
    "arrest": {"years": "imprisonment", "months": "pretrial_detention", "days": "administrative_detention", None: "pretrial_detention"},
    "sentence": {"years": "imprisonment", "months": "imprisonment", "days": "administrative_detention", None: "imprisonment"},
    "imprisonment": {"years": "imprisonment", "months": "imprisonment", "days": "administrative_detention", None: "imprisonment"},
}  # fmt: skip

#: words before a measure that make it a punishment that may come, or that a law provides in general
GENERAL: Final = (
    r"up to", r"punishable (?:by|with)", r"(?:is|are|shall be) punished (?:by|with)", r"(?:faces?|facing)",
    r"(?:risks?|risking|threat(?:s|ens|ened|ening)?|danger|fears?|fearing|possib(?:le|ility)|potential|probability)",
    r"(?:provid|stipulat|envisag|prescrib)(?:es?|ed|ing)(?: for)?", r"(?:carr(?:y|ies|ied|ying)|entails?|involves?)",
    r"(?:maximum|minimum)(?: \w{1,20}){0,2} (?:of|is)", r"(?:avoid|escap|abolish)(?:s|es|ed|ing)?",
    r"(?:not|never)(?: be| been| being)?", r"liable to",
)  # fmt: skip

#: what may stand between such a word and the measure
GENERAL_GAP: Final = r"(?: (?:an?|the|his|her|their|of|by|with|for|to|from|being|be|is|term|terms|sentence|sentenced|period|imprisonment|arrest|fine|administrative|forced|maximum|possible|further|new|real|actual|imminent)){0,6}"

#: before or after a term of imprisonment: it is not served
SUSPENDED_BEFORE: Final = r"(?:suspended|conditional|conditionally)(?: (?:prison |jail )?(?:sentences?|sentenced|terms?|imprisonment))?(?: (?:of|to|for))?(?: a (?:term|period) of)? ?"
SUSPENDED_AFTER: Final = r",? ?\(?(?:suspended|conditional|conditionally|on probation|of probation)(?!\w)\)?"

#: what leads from a measure to its term when nothing else stands between: 'imprisonment for a term of'
LEAD: Final = r"(?: ?[:,(]| -| (?:for|of|by|to|lasting|with))?(?: (?:an?|the|another|about|around|nearly|almost|over|another|further|additional|total|record))*(?: (?:periods?|terms?|duration|sentences?)(?: of)?:?)?(?: (?:ranging )?from| ranging| between)?(?: (?:another|further|about))? ?"
#: the same after other words: 'arrest of M. Kozachkov for a period of'
FAR_LEAD: Final = (
    r" (?:for|by|to)(?: (?:an?|the|another|further|additional))*(?: (?:periods?|terms?|duration)(?: of)?)? "
)
#: what leads from a term to its measure: '3 years in a strict-regime penal', '10 days\' '
TRAIL: Final = rf"['\"]?s? ?\(?(?:(?:to be served|to serve) )?(?:(?:of|in|under|on|at|as) )?(?:(?:an?|the|his|her|their) )?(?:{_ADJECTIVE}[ -]){{0,5}}"
#: from a term to the next one of a list: ', Ivanov to ', ' and Petrova to '
NEXT: Final = (
    r"[,;]?(?: and)?(?:(?: [A-Z][\w.'-]{0,30}){1,4}| (?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|another|others|the other|the rest)(?: [a-z]{1,20}){0,2})"
    r" (?:to|for)(?: a (?:term|period) of)? "
)

#: words before 'from 5 to 3 years' that make it a change of the term, not a range
CHANGES: Final = (
    r"(?:reduc|cut|lower|commut|soften|mitigat|extend|increas|rais|chang|prolong|lengthen)\w{0,6}"
)

#: words that cut a measure from a term that follows
BREAKS: Final = (
    "after", "since", "because", "when", "while", "lasted", "lasting", "valid", "hunger", "strike", "wait", "waited",
    "waiting", "during", "within", "before", "already", "every", "who", "whose", "which", "that", "where", "paid", "worked", "lived", "married",
)  # fmt: skip

#: money: what is paid, by kind
FINES: Final = r"fined|fines?|fining"
PAYMENTS: Final = r"(?:compulsory|mandatory|forced|obligatory) payments?|bail"
#: a fine that is said to have been imposed though no sum is given
FINES_ALONE: Final = (
    r"fined(?! to)|administrative fines?",
    r"(?:impos|issu|levi|receiv|appeal|contest)(?:e|es|ed|ing)? (?:against )?(?:(?:an?|the|his|her|their|\w{3,14}) ){0,2}fines?",
    r"(?:pay|paid|paying|sentenced to|given) (?:an?|the|his|her|their) (?:\w{3,14} )?fines?",
    r"fines? (?:was|were|has been|have been|had been) (?:imposed|issued|upheld|levied|paid|reduced|overturned|cancelled)",
)
#: words between a fine and a sum that make it another sum
OTHER_SUMS: Final = (
    "compensat", "damage", "moral", "salar", "wage", "bonus", "award", "worth", "stol", "bribe", "debt", "budget", "cost",
)  # fmt: skip
#: what joins two expressions of one sum: '200 MCI, amounting to 786,400 tenge'
SAME_SUM: Final = (
    "which is", "which amounts to", "amounting to", "equal to", "equivalent to", "equalling", "totalling", "totaling",
    "that is", "i.e.", "or", "about", "approximately", "in the amount of", "a total of", "corresponding to", "=", "-",
)  # fmt: skip
