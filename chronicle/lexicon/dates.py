"""English words of the dates that open an entry: data only."""

from __future__ import annotations

from typing import Final

_FULL: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
_SHORT: Final = (
    ("jan",), ("feb", "febr"), ("mar",), ("apr",), (), ("jun",), ("jul",), ("aug",), ("sep", "sept"), ("oct",),
    ("nov",), ("dec",),
)  # fmt: skip

#: 'december' and 'dec' -> 12
MONTHS: Final = {name: month for month, name in enumerate(_FULL, start=1)} | {
    name: month for month, names in enumerate(_SHORT, start=1) for name in names
}
#: long and short, as they may stand before a date
WEEKDAYS: Final = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
)  # fmt: skip
#: what follows a day's number
ORDINALS: Final = ("st", "nd", "rd", "th")
#: what joins the two ends of a range
RANGE_WORDS: Final = ("to", "and")
