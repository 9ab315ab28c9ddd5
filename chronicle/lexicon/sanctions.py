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
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBERS: Final = (
    {"a": 1, "an": 1}
    | {word: value for value, word in enumerate((*_UNITS, *_TEENS), start=1)}
    | {word: 10 * value for value, word in enumerate(_TENS, start=2)}
    | {
        f"{ten}-{word}": 10 * tens + value
        for tens, ten in enumerate(_TENS, start=2)
        for value, word in enumerate(_UNITS, start=1)
    }
)

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
    "medium", "maximum", "minimum", "high", "security", "regime", "restricted", "total", "statutory", "reinforced",
    "common", "ordinary", "local", "women's", "men's", "juvenile", "state", "temporary", "compulsory", "long", "short",
)  # fmt: skip
_ADJECTIVE: Final = f"(?:{'|'.join(ADJECTIVES)})"

_BE: Final = r"(?:(?:was|were|is|are|be|been|being|(?:has|have|had) been) )"
#: one who is meant, as an object: 'him', 'the activist', 'A. Asanov'
_WHOM: Final = (
    r"(?:(?:him|her|them|both|each|all|the|(?:(?!from|to)[a-z]{3,20})|(?-i:[A-Z])[\w.'-]{0,30}) ){0,5}?"
)
_FACILITY: Final = r"(?! (?:(?:and|or) \w{1,20} )?(?:cent(?:re|er)|facilit|colon|house|camp|room|block|ward|cell|place|premis|unit|hospital))"
_COURT_ACTED: Final = r"(?:authori[sz]|sanction|order|extend|prolong|approv|select|choos|chos|uphold|upheld|impos)\w{0,5} (?:(?!house|administrative|police|protest|appeal)[\w'.]{1,20} ){0,5}?<from>"
_LICENCE: Final = r"(?:(?!order|law)[\w.'-]{1,30} ){0,5}?licen[cs]es?"
_POST: Final = r"(?:[\w'-]{1,20} ){0,4}?(?:offices?|posts?|positions?|jobs?|duties|service)"
_DOING: Final = r"(?:engag|participat|involv|tak|conduct|carry|hold|practi[sc]|exercis|do|perform|work|occupy|pursu|undertak)[\w-]{0,6}"
_PRACTICE: Final = (
    rf"(?:{_DOING} )?"
    r"(?:[\w,'/-]{1,20} ){0,7}?(?:activit(?:y|ies)|activism|public office|offices?|positions?|posts|professions?|journalism|politics)"
)
_ATTENDING: Final = (
    r"(?:engag|participat|involv|tak|attend|join|us|administ|work|teach|publish|writ|post|appear|creat|lead|head)[\w-]{0,6}"
    r" (?:[\w,'/-]{1,20} ){0,6}?(?:organi[sz]ations?|part(?:y|ies)|associations?|unions?|meetings?|rall(?:y|ies)|assembl(?:y|ies)|events?|protests?|networks?|media|internet|resources|schools?)"
)
_COUNTRY: Final = r"(?:the )?(?:country|territory|republic|state|[\w-]{1,20} federation|union|homeland)"
# a capitalised name, but of no building and no body
_LAND: Final = (
    r"(?:the )?(?!(?:house|court|hall|palace|ministry|parliament|university|department|embassy|consulate|office)\b)(?-i:[A-Z])[\w-]{2,30}"
    r"(?! (?:court|house|hall|square|office|ministry|department|university|district|city|prison|building))"
)
_KEPT: Final = rf"(?:(?:bann|barr|prohibit|forbid|forbidd|disqualif)(?:ed|en|ied|ing)|forbade|forbids|bans|prohibits) {_WHOM}"
_KEPT_FROM: Final = rf"{_KEPT}from"
_FORBIDDEN: Final = rf"{_KEPT}(?:from|to)"
_BAN: Final = r"(?:prohibition|ban|restriction|bar)s?"
_RIGHT: Final = rf"(?:depriv(?:ed|es|ing|ation)|stripp(?:ed|ing)|los(?:s|t)|without|forfeit\w{{0,4}}) {_WHOM}(?:of )?(?:the|his|her|their|all) rights? (?:to|of)"
_PEOPLE: Final = r"(?:individuals|persons|people|detainees|those|anyone|citizens|suspects|prisoners|convicts|women|children|minors|juveniles|someone)"
_CHANGED: Final = r"(?:reduc|cut|lower|commut|soften|mitigat|extend|increas|rais|chang|prolong|lengthen|shorten|toughen|replac)\w{0,6}"

#: what is no sanction though its words look like one; every row here and below: kind, stems, wording;
#: each match holds one of the stems, which begins a word, and, where groups of them stand with "&" between, one of each
NEVER: Final = (
    ("", "police custody", r"(?:in |into |from )?police custody"),
    ("", "release|freed& from ", rf"{_BE}(?:released|freed) (?:\w{{1,20}} ){{0,2}}?from (?:custody|detention|pre-?trial detention|house arrest|prison|jail)"),
    ("", "die|dying|death|tortur|beaten|ill-treat|suicide|condition|killed|abuse|violence|murdered&in custody|in detention|in prison|in jail|in pre", r"(?:died?|dies|dying|deaths?|tortur\w{1,4}|beaten|ill-treatment|suicides?|conditions|killed|abuses?|violence|murdered) (?:\w{1,20} ){0,2}?in (?:custody|detention|prison|jail|pre-?trial detention)"),
    ("", "police&detained|arrested", r"police (?:[\w']{1,20} ){0,3}?(?:detained|arrested)|(?:detained|arrested) (?:for [\w-]{1,20} \w{1,20} )?by (?:the )?(?:\w{1,20} )?police(?: for)?"),
    ("", "custody of", r"custody of (?:(?:the|a|her|his|their|minor|young|two|three|four|five|all) ){0,2}(?:child|children|sons?|daughters?|kids?|grand\w{3,10}|records?|documents?)"),
    ("", "custody", r"(?:child|parental|sole|joint|protective) custody"),
    ("", "in custody|in pre|in detention", rf"{_PEOPLE} (?:who (?:are|were) )?(?:being )?(?:held |kept |placed |detained |remanded )?in (?:custody|pre-?trial detention|detention)"),
    ("", "probation", r"probation (?:service|officer|office|department|inspect\w{1,4}|staff|law|act|bod(?:y|ies))s?"),
    ("", "arrest warrant|arrest house|arrest record", r"arrest (?:warrant|house|record)s?"),
    ("", "arrest bracelet", r"house arrest bracelets?"),
    ("", "imprisoned |jailed |detained |arrested |incarcerated ", r"(?:of|for|by|with|about|all|free|freeing|release|releasing|support|supporting|many|other) (?:all )?(?:imprisoned|jailed|detained|arrested|incarcerated) (?:[\w-]{1,20} ){0,2}?[a-z]{3,20}s"),
    ("", "day in|day of|day spent|day under", r"(?:one|a|1|each|every) day (?:in|of|spent in|under) (?:[\w-]{1,20} ){1,5}?(?:as|for|counted|equals?|is|being|equivalent|was|corresponds)"),
    ("", "dismiss", r"dismissed (?:(?:as|it|that|this|these|those|all|an?|the|any|his|her|their|its) )?(?:[\w'.-]{1,20} ){0,3}?(?:appeals?|claims?|complaints?|cases?|lawsuits?|suits?|applications?|motions?|petitions?|charges?|actions?|requests?|challenges?|objections?|allegations?|arguments?|accusations?|criticisms?|proceedings|reports?|concerns|evidence|demands?|statements?|idea|rumou?rs)"),
    ("", "threat&dismissal|arrest|prison|jail|deportation|expulsion|custody|detention", r"threat(?:s|ens|ened|ening)? (?:\w{1,20} )?(?:with|of) (?:[\w']{1,20} ){0,2}?(?:dismissal|arrest|imprisonment|prison|jail|deportation|expulsion|custody|detention)"),
)  # fmt: skip

#: measures that count without a term, kind by kind; the first that matches is taken
ALONE: Final = (
    ("other", "suspended|conditional|probational", r"(?:suspended|conditional|probational) (?:prison |jail |custodial )?(?:sentences?|terms?|imprisonment|convictions?|punishments?)"),
    ("other", "conditional", r"conditionally (?:sentenced|convicted)|sentenced conditionally"),
    ("other", "defer|postpon|suspen", r"(?:deferral|deferment|postponement|suspension) of (?:(?:the|his|her|their) )?(?:serving |execution |enforcement )?(?:of )?(?:(?:the|his|her|their) )?(?:sentences?|punishments?)|(?:sentences?|punishments?) (?:(?:was|were|has been|be) )(?:deferred|postponed|suspended)"),
    ("other", "not inv|not rel|not con|not ass|not ent|without&imprison|depriv|isolation|detention|custody", r"(?:punishments?|penalt(?:y|ies)|sentences?|measures?) (?:not (?:involving|related to|connected with|associated with|entailing)|without) (?:actual |real )?(?:imprisonment|deprivation of (?:liberty|freedom)|isolation|detention|custody)"),
    ("other", "lighter|milder|lesser|alternative|custodial|noncustodial|lenient", r"(?:(?:lighter|milder|lesser|alternative|more lenient) (?:sentences?|penalt(?:y|ies)|punishments?)|non-?custodial (?:sentences?|penalt(?:y|ies)|punishments?|measures?))"),
    ("house_arrest", "house|home|domestic&arrest", r"(?:de facto )?(?:house|home|domestic)[ -]arrest"),
    ("house_arrest", "home|house&detention|confinement", r"(?:home|house) (?:detention|confinement)"),
    ("restriction_of_liberty", "libert|freedom&restrict|limitation|restraint|curtailment", r"restricted (?:liberty|freedom) \(probation\)|(?:restriction|limitation|restraint|curtailment) of (?:(?:his|her|their|personal) )?(?:liberty|freedom)(?! of (?:speech|expression|assembly|peaceful|movement|religion|conscience|association|the press|press|media|information|thought|opinion))(?: \(probation\))?|(?:liberty|freedom)[ -]restrictions?"),
    ("restriction_of_liberty", "probation", r"probation(?:ary)? (?:control|supervision)|probation(?! (?:period|term for))"),
    ("pretrial_detention", "custody|remand", r"(?:remand|holding|held|hold|kept|keep|keeping|placed|placing|place|placement|detained|detention|remain(?:s|ed|ing)?|stay(?:s|ed|ing)?|languish\w{0,3}) (?:[\w'.]{1,20} ){0,2}?in (?:pre-?trial )?(?:custody|detention on remand)"),
    ("pretrial_detention", "in detention|in lawful|in continued", rf"(?:remain(?:s|ed|ing)?|still|currently|kept|held|keep|keeping|holding|is|are|was|were|been|stay(?:s|ed|ing)?|languish\w{{0,3}}) in <from>(?:lawful |continued )?detention{_FACILITY}"),
    ("pretrial_detention", "remand", r"remanded (?:in(?:to)? (?:pre-?trial )?(?:custody|detention|prison|jail))?(?! (?:the|a|his|her|to|back|for (?:a )?(?:re|new|fresh|further|the)))|on remand|remand in custody|detention on remand"),
    ("pretrial_detention", "custody", r"(?<=\bto\s)(?:release|free) (?:[\w'.]{1,30} ){0,5}?from <from>(?:pre-?trial )?custody"),
    ("pretrial_detention", "custody", rf"pre-?trial (?:custody){_FACILITY}"),
    ("pretrial_detention", "extradition|deportation&arrest|custody|detention", rf"(?:extradition|deportation) (?:arrest|custody|detention){_FACILITY}"),
    ("pretrial_detention", "trial|pretrial|investigative&detention|custody|arrest|imprison|incarceration|confinement", rf"pre-?trial (?:detention|custody|arrest|imprisonment|incarceration|confinement){_FACILITY}|investigative (?:detention|custody|arrest){_FACILITY}"),
    ("pretrial_detention", "custody", r"(?:taken|remanded|ordered|placed|sent|returned) (?:back )?into custody (?:right |directly )?(?:(?:in|from) (?:the |a )?court(?:room| hall|house)?|by (?:a |the )?(?:court|judge))"),
    ("custody", "in custody", r"in <from>custody"),
    ("custody", "custody", r"(?:term|period|duration|length) of <from>(?:his |her |their )?custody|(?:into|to|by|with) <from>custody(?=(?: )?(?:[.,;]|\Z|(?:for|until|after|because|on|and)\b))"),
    ("administrative_detention", "administrative a|administrative d|administrative i|administrative c|administratively", rf"administrative(?:ly)? (?:arrest(?:ed)?|detention|imprisonment|custody){_FACILITY}"),
    ("arrest", "measure", r"(?:preventive )?measures? of (?:restraint|prevention|constraint)(?: in the form of| -|:| of| to| -) <from>(?:arrest|detention|custody|remand|imprisonment)"),
    ("arrest", "in the form of", r"(?:preventive )?measures? (?:of restraint )?in the form of <from>(?:arrest|detention|custody|remand|imprisonment)"),
    ("arrest", "authori|sanction|order|exten|prolon|approv|select|choos|chos|uph|impos&arrest|detention|remand", rf"{_COURT_ACTED}(?:arrest|detention|remand(?: in custody)?){_FACILITY}"),
    ("arrest", "arrest|detention&authori|sanctioned|extended|prolonged", r"(?:arrest|detention) (?:was|were|has been|had been) (?:authori[sz]ed|sanctioned|extended|prolonged)"),
    ("arrest", "under arrest", r"under arrest"),
    ("imprisonment", "life", r"life (?:imprisonment|sentences?|in prison|terms?)|(?:sentenced to|jailed for|imprisoned for|imprisonment for) life"),
    ("imprisonment", "prison|imprison|jail|custodial&sentence|term|punishment", r"(?:actual |real )?(?:terms? of imprisonment|(?:prison|jail|custodial) (?:sentences?|terms?|punishments?))"),
    ("imprisonment", "sentenced to|condemned to|sent to|committed to", rf"(?:sentenced|condemned|sent|committed) to (?:an? |{_ADJECTIVE}[ -])*(?:prison|jail|imprisonment|penal colony|colony|deprivation of (?:liberty|freedom)|incarceration)"),
    ("imprisonment", "serv&prison|jail|colony|facility|institution|penitentiary", rf"serv(?:es|ed|ing|e) (?:his|her|their|a|an|the) (?:\w{{1,20}} )?(?:sentences?|terms?|time|punishment) (?:in|at) (?:an? |the |{_ADJECTIVE}[ -])*(?:prison|jail|(?:penal |correctional )?(?:colony|facility|institution)|penitentiary)"),
    ("imprisonment", "imprison|jail|incarcerat", r"(?:imprison|jail|incarcerat)(?:s|ed|ing)(?! (?:persons|people|individuals|population))"),
    ("imprisonment", "behind bars", r"(?:put|placed|sent|kept|locked) (?:[\w'.]{1,20} )?behind bars"),
    ("entry_ban", "entry|entran|enter|reent", rf"{_BAN} (?:on|against|of|to) (?:his |her |their |the )?(?:re-?)?(?:entry|entering|entrance|enter)(?: (?:(?:in)?to )?{_COUNTRY})?|(?:re-?)?entry (?:bans?|prohibitions?|bars?)|without (?:the )?right (?:to|of) (?:re-?)?(?:enter|entry)(?: (?:in)?to)?(?: {_COUNTRY})?"),
    ("entry_ban", "enter|entry|reent", rf"{_FORBIDDEN} (?:re-?)?(?:entering|entry to|entry into|enter) (?:{_COUNTRY}|{_LAND})|(?:re-?)?entry (?:(?:in)?to {_COUNTRY} )?(?:was |is |has been )?(?:prohibited|banned|forbidden|closed)"),
    ("entry_ban", "return", rf"{_FORBIDDEN} (?:return|returning) to (?:{_COUNTRY}|{_LAND})"),
    ("other", "leav|travel|exit|depart|to go|from go&ban|bar|prohibit|forb|disqualif|restrict|not leave", rf"restrictive travel orders?|travel[ -](?:bans?|restrictions?|prohibitions?)|{_BAN} (?:on|of|from) (?:his |her |their |foreign |international )?(?:leaving|travel(?:ling|ing|s)?|exit(?:ing)?|departure|departing)(?: (?:(?:from )?(?:the )?(?:country|city|region)|abroad))?|{_FORBIDDEN} (?:leav(?:e|ing)|travel(?:ling|ing)?|exit(?:ing)?|depart(?:ing)?|go(?:ing)?)(?: from)? (?:the |his |her |their )?(?:country|city|town|abroad|region|republic|place of residence|capital|territory|settlement|village|(?-i:[A-Z])\w{{2,20}})|(?:may|can|could|must) not leave (?:the |his |her |their )?(?:country|city|town|place of residence|republic|region|(?-i:[A-Z])\w{{2,20}})"),
    ("activity_ban", "ban |bans |prohibition|restriction|bar |bars ", rf"{_BAN} (?:on|from|against) {_PRACTICE}"),
    ("activity_ban", "ban|prohibition|disqualif&life|permanent|indefinite", r"(?:lifelong|lifetime|life|permanent|indefinite) (?:ban|prohibition|disqualification)(?: (?:on|from) [\w'-]{1,20}(?: (?:in|of|for|as) [\w'-]{1,20}(?: bodies| agencies| positions)?)?)?"),
    ("activity_ban", "ban |bans |prohibition", r"(?:prohibition|ban)s? (?:on|from|against) (?:his |her |their |further |any )?(?:serving|service|working|employment|work|teaching|practising|practicing)(?: (?:in|for|as|with) (?:[\w'-]{1,20} ){0,2}?(?:bodies|agencies|institutions|positions?|service|lawyers?|doctors?|teachers?|schools?|police|law))"),
    ("activity_ban", "ban |bans |prohibition|restriction|bar ", rf"(?:prohibition|ban)s? (?:on|from|against) {_ATTENDING}"),
    ("activity_ban", "bann|bans |barr|prohibit|forb|disqualif", rf"{_FORBIDDEN} {_PRACTICE}|{_KEPT_FROM} {_ATTENDING}|(?:banned|barred|prohibited|forbade|forbidden|forbids) (?:him|her|them) {_PRACTICE}"),
    ("activity_ban", "right to|right of|rights to|rights of&depriv|stripp|loss|lost|without|forfeit", rf"{_RIGHT} (?:{_DOING}|teach\w{{0,3}}|publish\w{{0,3}}) {_PRACTICE}|{_RIGHT} (?:hold(?:ing)?|occupy(?:ing)?|engag(?:e|ing) in|practi[sc](?:e|ing)|teach(?:ing)?)(?: (?:[\w-]{{1,20}} ){{0,5}}?(?:law|posts?|jobs?|medicine|teaching|business))?"),
    ("activity_ban", "blogging|journalism|teaching|internet|social &ban|bar|prohibit|forb|disqualif|restriction", rf"(?:{_FORBIDDEN}|{_BAN} (?:on|from)) (?:[\w-]{{1,20}} ){{0,3}}?(?:blogging|journalism|teaching|(?:the )?internet|social (?:media|networks))"),
    ("other", "disbar|licen|excluded from|exclusion from|expelled from|expulsion from", rf"disbar(?:ment|red|ring)?|(?:revocation|revok\w{{1,3}}|suspension|withdrawal|withdr[ae]w\w{{0,3}}|annul\w{{0,5}}|terminat\w{{1,4}}|cancel\w{{0,8}}|depriv(?:ed|ing|ation)|stripp(?:ed|ing)|loss|lost) of {_LICENCE}(?: to practi[sc]e(?: law)?)?|(?:revok|annul|terminat|suspend|withdr[ae]w|cancel)\w{{0,4}} {_LICENCE}(?: to practi[sc]e(?: law)?)?|licen[cs]es? (?:[\w'.]{{1,20}} ){{0,5}}?{_BE}(?:revoked|suspended|withdrawn|annulled|terminated|cancelled|taken away)|(?:expelled|excluded|expulsion|exclusion) from the (?:\w{{1,20}} )?(?:bar|college of advocates|collegium of (?:advocates|lawyers))"),
    ("other", "right to|right of|rights to|rights of&depriv|stripp|loss|lost|without|forfeit&driv|operat", rf"{_RIGHT} (?:driv(?:e|ing)|operat(?:e|ing))(?: (?:an? )?(?:motor )?(?:vehicles?|cars?))?"),
    ("other", "citizenship|rank|title|mandate|parental right|award|accreditation|certificate&depriv|stripp", r"(?:depriv(?:ed|ing|ation)|stripp(?:ed|ing)) (?:him |her |them )?of (?:his |her |their |the |all )?(?:\w{1,20} ){0,3}?(?:citizenship|ranks?|titles?|mandates?|parental rights|state awards?|accreditation|certificates?)"),
    ("other", "depriv|stripp", r"(?:depriv(?:ed|ing|ation)|stripp(?:ed|ing)) (?:him |her |them )?of (?:(?:his|her|their|the|all|phone|telephone|family|long|short|short-term|long-term|right|rights|to|of|receive|have|make) ){0,5}?(?:calls|visits|visitations?|meetings|parcels|packages|correspondence|letters|walks)(?: until (?:[A-Z][a-z]{2,8} )?\d{1,4})?"),
    ("other", "deport|rendition|expul|expel|forcibly", rf"extraordinary rendition(?: \(deportation\))?|deport(?:ed|ation|ing|s)|(?:administrative(?:ly)? )?(?:expulsion|expelled|expelling) (?:(?:him|her|them) )?(?:from|outside|beyond|to) (?:{_COUNTRY}|{_LAND})|administrative(?:ly)? (?:expulsion|expelled)|expulsion(?= of (?:an? |the )?(?:\w{{1,20}} )?(?:citizen|national|foreigner|migrant))|forcibly returned"),
    ("other", "remov", rf"removal (?:from {_COUNTRY}|of (?:an? |the )?(?:[\w-]{{1,20}} )?(?:citizens?|nationals?|foreigners?|migrants?|asylum))|administrative removal|removed from {_COUNTRY}"),
    ("other", "dismiss|remov|fired|sack|suspen|reliev|laid off|expelled&office|post|position|job|duties|service|work|employ|staff|teach|school|practice|laid off", rf"(?:summarily |unlawfully |illegally )?(?:dismissed|removed|fired|sacked|suspended|dismissal|removal|suspension|expelled) (?:[\w'.]{{1,20}} ){{0,3}}?from {_POST}|(?:dismissed|removed|fired|sacked|suspended) (?:[\w'.]{{1,20}} ){{0,3}}?from (?:his |her |their |the )?(?:work|employment|staff|teaching|school|practice)|(?:relieved|removed) of {_POST}|laid off"),
    ("dismissal", "dismiss|fired|sack", rf"{_BE}(?:(?!not|never)\w{{1,20}} )?<from>(?:dismissed|sacked|fired)(?! (?:[\w'.]{{1,20}} ){{0,3}}?from {_POST})(?! (?:at|on|upon|into|by a|with a|shots?|rubber|from a|from the (?:gun|weapon|window|roof)))|(?:dismissed|sacked|fired) (?:him|her|them)(?=(?: )?(?:[.,;:)]|\Z|(?:for|after|from|because|on|in|when|and|without|as|before|over|but)\b))|(?:his|her|their|unfair|unlawful|wrongful|illegal|the) <from>dismissal(?= (?:for|after|from|because|over|of (?:the |a )?(?:teacher|doctor|worker|employee|journalist|editor|oil)))"),
    ("other", "bail", r"(?:released )?on bail(?!iff)|bail(?!iff|-?out)"),
    ("other", "pledge|undertaking|recogni|obligation|subscription|commitment|promise|surety|personal guarantee&not to leave|not leaving|to appear|of proper|written|own|personal", r"(?:under |on )?(?:an? |his |her |their )?(?:(?:own|personal) )?(?:written |signed )?(?:pledge|undertaking|recogni[sz]ances?|obligation|subscription|commitment|promise)(?: agreement)? (?:not to leave|of not leaving|to appear|of proper (?:conduct|behaviou?r))(?: (?:the|his|her|their) (?:place|city|town|country|region)(?: of residence)?)?|written (?:pledge|undertaking|recogni[sz]ance)s?|(?:under |on )?(?:his|her|their) own recogni[sz]ance|personal (?:surety|guarantee)"),
    ("works", "communit|communal|public|socially useful|compulsory|obligatory|correct|unpaid|mandatory&service|work|labo", r"community service|(?:public|community|communal|socially useful|compulsory|obligatory|correctional|corrective|unpaid|mandatory) (?:works?|labou?r)(?! (?:collective|code|rights|market|camp|of|visits?|on|at))"),
    ("other", "protecti|restraining&order", r"(?:protecti(?:ve|on)|restraining) orders?"),
    ("other", "special&requirement", r"special (?:behaviou?ral )?requirements (?:for|on|to) (?:\w{1,20} )?(?:behaviou?r|conduct)|special behaviou?ral requirements"),
    ("other", "supervision", r"(?:statutory )?(?:preventive|prophylactic|administrative) supervision"),
    ("other", "adaptation|rehabilitation|special education", r"(?:transferred|sent|placed|placement|committed) (?:to|in|into) (?:an? |the )?(?:juvenile )?(?:adaptation|rehabilitation|special education) cent(?:re|er)s?(?: for (?:minors|juveniles))?"),
    ("other", "solitary|single |isolat|disciplinary|punishment |punitive|penalty |segregation|shizo&cell|block|ward|unit|isolat|confinement|shizo", r"(?:placed |put |transferred |held |kept |sent )?(?:(?:in|to|into) )?(?:(?:an?|the) )?(?:solitary confinement|(?:solitary|single|isolation|isolator|punishment|punitive|disciplinary|penalty|segregation) (?:cells?|blocks?|wards?|units?|isolat(?:or|ion)|isolation (?:ward|cell)|confinement)|disciplinary isolator|shizo)"),
    ("other", "psychiatr|treatment|hospitali|commitment|medical&compulsory|forced|forcible|involuntary|coercive|mandatory|psychiatric", r"(?:compulsory|forced|forcible|involuntary|coercive|mandatory) (?:(?:psychiatric|medical|mental|drug|psychological|out-?patient|in-?patient) ){0,2}(?:treatment|hospitali[sz]ation|commitment)|(?:compulsory|coercive|forced) (?:medical|psychiatric) measures|(?:committed|sent|confined|placed) (?:to|in) (?:an? |the )?(?:\w{1,20} )?psychiatric (?:hospital|clinic|facility|ward)"),
    ("other", "warning", r"administrative warning|(?:an? )?(?:official |written )?warning(?= (?:under|pursuant to|according to) (?:part|article|paragraph)s?\b)|(?:penalty|punishment|sanction|sentence)s? (?:in the form )?of a(?:n official)? warning|warnings? (?:by|from|of) the (?:\w{1,20} ){0,3}?(?:court|judge)|(?:court|judge)s? (?:\w{1,20} ){0,4}?(?:issued|gave|imposed|handed|limited (?:itself|himself|herself) to|got off with) (?:[\w'.-]{1,20} ){0,4}?<from>an? (?:official |written |verbal |oral )?warning|(?:replaced|commuted) (?:[\w-]{1,20} ){1,6}?(?:with|by|to) <from>an? (?:official |verbal )?warning|(?:punished|sanctioned|sentenced|let off|escaped|got off) (?:\w{1,20} )?(?:with|to) (?:just |only )?<from>an? (?:official |written |verbal )?warning"),
    ("other", "reprimand", r"(?:severe |strict |official |disciplinary |public )?reprimand(?:ed|s)?"),
    ("other", "bracelet|electronic|ankle", r"electronic (?:ankle )?(?:bracelet|tag|monitor|monitoring)|ankle (?:bracelet|monitor|tag)"),
    ("other", "confiscat", r"confiscation of (?:(?:his|her|their|the|all|personal|of) ){0,3}(?:property|assets|house|flat|apartment|cars?|vehicles?|money|funds|equipment|phones?|computers?)|with (?:full |partial )?<from>confiscation|confiscation (?:as|by) |(?:property|assets) (?:was|were|be|to be) confiscated"),
    ("other", "expel|expul", r"expelled from (?:the |his |her |their |a )?(?:[\w-]{1,20} ){0,4}?(?:university|institute|college|school|academy|lyceum|faculty|course)"),
)  # fmt: skip

#: measures that count only beside another in a list: '10 days in jail, a warning and a fine'
LISTED: Final = (
    ("warning", "warning", r"(?:an? )?(?:official |written |verbal |oral )?warnings?"),
)  # fmt: skip

#: measures that count only with a term, on either side of it
WITH_TERM: Final = (
    ("imprisonment", "imprison|depriv|incarcerat|libert|freedom", r"imprisonment|deprivation of (?:liberty|freedom)|incarceration|(?:los(?:s|t)|deprived) of (?:his |her |their )?(?:liberty|freedom)"),
    ("arrest", "arrest|detain|detention|confinement", rf"(?:arrest|detention|confinement){_FACILITY}|arrest(?:ed|ing)?|detain(?:ed|ing)?"),
    ("pretrial_detention", "trial detention|trial isolation|pretrial|remand", r"(?:in|to|into) (?:an? |the )?(?:pre-?trial (?:detention|isolation) (?:cent(?:re|er)|facility)|remand (?:prison|cent(?:re|er)|facility))"),
    ("arrest", "special detention|special reception", r"(?:in|to|into) (?:an? |the )?special (?:detention|reception) (?:cent(?:re|er)|facility)"),
    ("custody", "custody|remand", r"(?:taken|taking|take) into custody|custody|remand(?:ed)?"),
    ("restriction_of_liberty", "restricted|limited", r"(?:restricted|limited) (?:in )?(?:(?:his|her|their) )?(?:liberty|freedom)|(?:liberty|freedom) (?:(?:was|were|is|has been) )?(?:restricted|limited)"),
    ("sentence", "sentenc|resentenc|condemn", r"(?:resentenced|sentenc(?:ed|es|e|ing)|condemned)"),
    ("sentence", "term|punishment&thirds of|half of|quarter of|rest of|remainder of|end of|part of|serv|reduc|cut|lower|commut|soften|mitigat|extend|increas|rais|chang|prolong|lengthen|shorten|toughen|replac", rf"(?:thirds|half|quarter|rest|remainder|end|part) of (?:the|a|his|her|their) (?:\w{{1,20}} )?terms?|(?:serv(?:ed|es|ing|e)|{_CHANGED}) (?:(?!long|short)[\w']{{1,20}} ){{0,5}}?(?:terms?|punishment)|(?:terms?|punishments?) {_BE}{_CHANGED}"),
    ("sentence", "prosecut&ask|request|sought|seek|demand|call|propos|recommend|want|insist", r"prosecut(?:ors?|ion|ing)(?:'s)? (?:(?!provid)[\w'.-]{1,20} ){0,6}?(?:ask(?:s|ed|ing)?|request(?:s|ed|ing)?|sought|seek(?:s|ing)?|demand(?:s|ed|ing)?|call(?:s|ed|ing)?|propos(?:es|ed|ing)|recommend(?:s|ed|ing)?|want(?:s|ed)|insist(?:s|ed) on)(?: for| the court for| to sentence| to impose)?"),
    ("sentence", "convicted|to prison|locked up|behind bars", r"convicted|(?:sent|went|go) to prison|locked up|behind bars"),
    ("given", "given|receiv|got|get|gave|gives|hand|serv", r"(?:given|receiv(?:es|ed|ing|e)|got|gets?|gave|gives|hand(?:ed|s|ing)(?: down| out)?|serv(?:ed|es|ing|e))(?: to)?"),
    ("given", "other", r"(?:two|three|four|five|six|\d{1,3}) others?"),
    ("activity_ban", "suspen|halt|ban|prohibit", r"(?:suspend|halt|bann|prohibit)(?:ed|ing|s)? (?:[\w'-]{1,20} ){0,5}?(?:activit(?:y|ies)|work|operations?|publication|publishing|broadcast(?:s|ing)?)|suspension of (?:[\w'-]{1,20} ){0,5}?(?:activit(?:y|ies)|work|operations|publication|broadcasting)|(?:activit(?:y|ies)|work|operations?|publication|broadcast(?:s|ing)|newspaper|website|channel|church|community|organi[sz]ation|fund|party|union) (?:[\w'.-]{1,30} ){0,4}?(?:was|were|has been|have been) (?:suspended|halted|banned|prohibited)"),
    ("entry_ban", "bann|bans |barr|prohibit|forb|disqualif", rf"{_FORBIDDEN} (?:{_COUNTRY}|(?-i:[A-Z])[a-z]{{3,20}}(?= for))"),
    ("other", "leaving|travel|departure", rf"(?:{_FORBIDDEN}|{_BAN} (?:on|from)) (?:leaving|travel\w{{0,5}}|departure)"),
    ("activity_ban", "ban |bans |bann|bar |bars |barr|prohibit|forb|disqualif|restriction|professional ban", rf"{_BAN} (?:on|from|against|of|to)(?! (?:re-?)?ent(?:ry|er))|{_FORBIDDEN}|professional bans?|disqualif(?:ied|ication)|(?:banned|barred|prohibited|forbidden)(?= for (?:[\w-]{{1,20}} ){{1,4}}(?:from|to))"),
    ("activity_ban", "right to|right of|rights to|rights of&depriv|stripp|loss|lost|without|forfeit", rf"{_RIGHT}(?= (?!driv|operat)\w)"),
    ("activity_ban", "may not|must not|cannot|not allowed|not permitted", r"(?:may not|must not|not (?:allowed|permitted) to)(?= (?!leave|be|have|yet)\w)"),
)  # fmt: skip

#: where a term before them was spent: '3 years in prison', '5 days behind bars'
AFTER_TERM: Final = (
    ("other", "suspended|conditional", r"suspended|conditional(?:ly)?"),
    ("imprisonment", "prison|jail|gaol|penitentiary|colony|bars|lock-up|lockup", r"prison|jail|gaol|penitentiary|colony|colony-settlement|(?:behind )?bars|lock-?up|jail cell"),
    ("imprisonment", "institution|facility|establishment&penal|penitentiary|correctional|regime|security", r"(?:(?:penal|penitentiary|correctional|regime|security)[ -])+(?:institution|facility|establishment)"),
    ("imprisonment", "regime", r"(?:strict|general|special|reinforced|medium|maximum|minimum)[ -](?:security )?regime(?:[ -](?:correctional |penal )?(?:colony|prison|institution|facility))?"),
    ("pretrial_detention", "trial detention|trial isolation|pretrial|remand", r"pre-?trial (?:detention|isolation) (?:cent(?:re|er)|facility)|remand (?:prison|centre|center|facility)"),
    ("entry_ban", "from enter|from re|entry", rf"from (?:re-?)?(?:entering|entry into|entry to|returning to) (?:{_COUNTRY}|{_LAND})"),
    ("other", "from leav|from trav|from exit", r"from (?:leaving|travel(?:ling|ing)|exiting)(?: the country| abroad)?"),
    ("activity_ban", "from eng|from part|from inv|from tak|from cond|from carry|from hold|from pra|from exe|from do|from perf|from work|from occ|from purs|from under|from att|from join|from us|from adm|from teach|from pub|from writ|from post|from app|from crea|from lead|from head", rf"from (?:{_DOING} {_PRACTICE}|{_ATTENDING})"),
    ("arrest", "detention cent|detention fac|reception|special fac", r"(?:special |temporary )?(?:detention|reception) (?:cent(?:re|er)|facility)|special facility"),
)  # fmt: skip

_OTHER: Final = dict.fromkeys(("years", "months", "days", None), "other")
_SERVED: Final = {
    "years": "imprisonment",
    "months": "imprisonment",
    "days": "administrative_detention",
    None: "imprisonment",
}
#: the kind that a word of several meanings has, by the largest unit of its term; None: no term
KIND_BY_UNIT: Final = {
    "arrest": {"years": "imprisonment", "months": "pretrial_detention", "days": "administrative_detention", None: "pretrial_detention"},
    "custody": {"years": "pretrial_detention", "months": "pretrial_detention", "days": "administrative_detention", None: "pretrial_detention"},
    "sentence": _SERVED,
    "given": _SERVED,
    "imprisonment": _SERVED,
    "dismissal": _OTHER,
    "warning": _OTHER,
    "works": _OTHER,
}  # fmt: skip

#: kind -> words of which one stands in the 300 characters before it or the 150 after it, or it is no sanction
ONLY_NEAR: Final = {
    "given": r"courts?|judges?|articles?|sentenced?|convict\w{0,4}|guilty|trial|verdict|arrest\w{0,3}|fined|warning|prison|jail|pickets?|rall(?:y|ies)|protest\w{0,5}|hooliganism|disobedience|detained|activists?",
    "works": r"hours?|sentenc\w{1,4}|courts?|judges?|punish\w{0,5}|articles?|restriction|liberty|freedom|serv(?:e|es|ed|ing)",
}
#: kind -> words of which none stands before it in its sentence: a claim, not a man, is dismissed
NOT_AFTER: Final = {
    "dismissal": r"appeals?|claims?|complaints?|cases?|lawsuits?|suits?|applications?|motions?|petitions?|charges?|actions?|requests?|challenges?|objections?|proceedings|allegations?|demand(?:s|ed|ing)?|shots?",
}
#: what may follow a term that is merely given: 'got 10 days for a picket', not 'got 10 days to appeal'
AFTER_GIVEN: Final = r"(?: (?:each|apiece|respectively|accordingly|in total|in absentia))?(?: )?(?:[.,;:)\]]|\Z|(?:under|for|on|in|by|and|while|but|after|with|over|pursuant|accordingly|respectively)\b(?! (?:leave|advance|notice|preparation|training)))"

#: words before a measure that make it a punishment that may come, or that a law provides in general
GENERAL: Final = (
    r"up to", r"punishable (?:by|with)", r"(?:is|are|shall be|may be|can be) (?:punished|punishable|sanctioned) (?:by|with)", r"(?:faces?|facing)",
    r"(?:risks?|risking|threat(?:s|ens|ened|ening)?|danger|fears?|fearing|possib(?:le|ility)|potential|probability)",
    r"(?:provid|stipulat|envisag|prescrib|foresee)(?:s|es?|ed|ing)?(?: for)?", r"(?:carr(?:y|ies|ied|ying)|entails?|involves?)",
    r"(?:maximum|minimum)(?: \w{1,20}){0,2} (?:of|is)", r"(?:avoid|escap|abolish)(?:s|es|ed|ing)?",
    r"(?:not|never)(?: be| been| being)?", r"no(?! longer)", r"(?:may|might|could|can|would)(?: also)? (?:be|get|receive|face)",
    r"if (?:convicted|found guilty),? (?:(?!was|were|has)\w{1,20} ){0,5}?(?:be|face|get|receive)", r"liable to", r"(?:no|find|found|without|see|saw) (?:any |no )?(?:grounds?|reasons?|basis)",
    r"(?:sanctions?|penalt(?:y|ies)|punishments?) (?:of|under|for|in) (?:this|the) (?:article|offence|part|crime)(?: is|:| -)?",
    r"alternatives? to",
)  # fmt: skip

#: a law that provides for one punishment or another, up to the measure
BY_LAW: Final = r"(?:provid|stipulat|envisag|prescrib|foresee)(?:es|ing|e|s)? (?:(?!sentenc|fined|impos|court|convict|judge)[^.;]){0,200}"
#: what may stand between such a word and the measure
GENERAL_GAP: Final = r"(?: (?:an?|the|his|her|their|of|by|with|for|to|from|being|be|is|term|terms|sentence|sentenced|jailed|given|punished|placed|under|period|imprisonment|arrest|fine|administrative|forced|maximum|possible|further|new|real|actual|imminent|either|punishment|between)){0,6}"

#: before or after a term of imprisonment: it is not served
SUSPENDED_BEFORE: Final = r"(?:suspended|conditional|conditionally)(?: (?:prison |jail )?(?:sentences?|sentenced|terms?|imprisonment))?(?: (?:of|to|for))?(?: a (?:term|period) of)? ?"
SUSPENDED_AFTER: Final = r",? ?\(?(?:(?:(?:which was|which were|but) )?(?:suspended|conditional|conditionally)|on probation|of probation|with an? (?:[\w-]{1,20} ){0,3}?(?:probation|probationary|trial) period(?: of)?|deferred)(?!\w)\)?"

#: one or more names: ' Ivanov', ' him and Petrova A.'
_NAMES: Final = r"(?:,? (?:him|her|them|each|both|and|(?-i:[A-Z])[\w.'-]{0,30})){1,6}"
#: what leads from a measure to its term when nothing else stands between: 'imprisonment for a term of'
LEAD: Final = (
    rf"(?:[:,])?(?: for)?(?:{_NAMES})?(?: in absentia)?(?: ?[:,(]| -| (?:for|of|by|to|lasting|with|from|totalling|totaling|as))?"
    r"(?: (?:an?|the|another|about|around|nearly|almost|over|more than|another|further|additional|total|record|some|just|only|up to))*"
    r"(?: (?:custodial |prison |jail )?(?:periods?|terms?|duration|sentences?|punishments?)(?: (?:lasting|of))?:?)?(?: (?:ranging )?from| ranging| between)?(?: (?:another|further|about))? ?"
)
#: the same after other words: 'arrest of M. Kozachkov for a period of'
FAR_LEAD: Final = r"(?: (?:for|by|to)|:)(?: (?:an?|the|another|further|additional|total))*(?: (?:custodial )?(?:periods?|terms?|duration|sentences?|punishments?)(?: of)?)? "
#: what comes between a measure and its term without parting them: ', who lives abroad,'
ASIDE: Final = r", (?:who|whose|which|where)\b[^,;:.]{0,100},"
#: what leads from a term to its measure: '3 years in a strict-regime penal', '10 days\' '
TRAIL: Final = rf"['\"]?s? ?\(?(?:(?:to be served|to serve|with serving|each|apiece|respectively) )?(?:(?:of|in|under|on|at|as|with) )?(?:(?:an?|the|his|her|their) )?(?:{_ADJECTIVE}[ -]){{0,6}}"
#: from a term to the next one of a list: ', Ivanov to ', ' and Petrova to '
NEXT: Final = (
    r"(?: each)?(?: for(?: [A-Z][\w.'-]{0,30}){1,4}(?:, and|,| and) |[,;]?(?: and| while| but)?(?:(?: (?:and|[A-Z][\w.'-]{0,30})){1,6}| (?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|another|others|the other|the others|the rest|the second|the third|a second|a third)(?: [a-z]{1,20}){0,2})"
    r"(?: (?:to|for|got|received|was given)(?: a (?:term|period) of)?| -|:)? )"
)

#: words before 'from 5 to 3 years' that make it a change of the term, not a range
CHANGES: Final = _CHANGED
#: words between a change for the better and the time that is taken off
TAKEN_OFF: Final = (
    r"(?:reduc|cut|lower|shorten|commut)\w{0,6}\b[^.;]{0,80} by(?: (?:an?|another|about|almost|nearly))? "
)

#: words that cut a measure from a term that follows
BREAKS: Final = (
    "after", "since", "because", "when", "while", "lasted", "lasting", "valid", "hunger", "strike", "wait", "waited",
    "waiting", "during", "within", "before", "already", "every", "who", "whose", "which", "that", "where", "paid", "worked", "lived", "married",
    "appeal", "pregnant", "postponed", "adjourned",
)  # fmt: skip
#: words before a term that make it no term of the measure after it: 'on hunger strike for 12 days in prison'
NO_TERM: Final = r"(?:hunger strikes?|strikes?|waited|waiting|within|silent|weight|missing|died)(?: (?:for|of|lasting|in|that lasted|the|last|past|after))*"
