"""Words by which a text tells that an assembly was not permitted."""

from typing import Final

#: pieces of a pattern: refusing, said so that nothing else can be meant …
REFUSED: Final = (
    r"(?:did|does|do|has|have|had) not (?:give|given|grant|granted|issue|issued) (?:\w+ ){0,2}(?:permission|permit|consent|approval)",
    r"(?:did|does|do|has|have|had|was|were) not (?:permit|permitted|authori[sz]e|authori[sz]ed|approve|approved|sanction|sanctioned|agree|agreed|allow|allowed)",
    r"(?:refus(?:e|es|ed|al|als|ing)|deni(?:ed|es|al)|denying|reject(?:s|ed|ion|ing)?|declin(?:e|es|ed|ing))\b[^.;]{0,60}?\b(?:permission|permits?|authori[sz]e|authori[sz]ation|approve|approval|consent|hold(?:ing)?(?! (?:an? |the )?(?:\w+ )?(?:hearing|trial|session|investigation|meeting))|agree|allow|sanction|notifications?|notices?)",
    r"refus(?:e|es|ed|al|ing)\b[^.;]{0,60}?\ba (?:rally|picket|march|procession|demonstration)",
    r"(?:permission|permit|authori[sz]ation|approval|notification|application|request)\b[^.;]{0,60}?\b(?:refused|denied|rejected|declined|turned down)",
)
#: … and what was refused, as stems; what stands near either side of the refusal
ASSEMBLIES: Final = (
    "rally",
    "rallies",
    "picket",
    "peaceful assembl",
    "public assembl",
    "peaceful protest",
    "peaceful action",
    "peaceful march",
    "peaceful gathering",
    "protest action",
    "protest march",
    "demonstration",
    "procession",
    "march on",
    "march in",
    "march planned",
    "women’s march",
    "women's march",
    "to hold the “",
    "to hold a “",
    "notification",
)
