"""English words around the names of places: data only."""

from __future__ import annotations

from typing import Final

#: what stands after or ('village of …') before a name -> the class of place it says
KIND_WORDS: Final = {
    "region": "region", "regions": "region", "province": "region",
    "district": "district", "districts": "district",
    "city": "city", "cities": "city",
    "town": "town", "towns": "town",
    "village": "village", "villages": "village", "settlement": "village", "settlements": "village",
}  # fmt: skip
#: class -> the kinds of known places it may mean, best first; None: a bare name
MEANT_BY: Final[dict[str | None, tuple[tuple[str, ...], ...]]] = {
    "region": (("region",),),
    "district": (("district", "city-district"),),
    "city": (("city", "town"), ("settlement", "village")),
    "town": (("town", "city"), ("settlement", "village")),
    "village": (("settlement", "village"), ("town",), ("city",)),
    None: (("city", "town"), ("settlement", "village"), ("country",), ("region",)),
}
#: class -> the word that its canonical names end in
TITLES: Final = {"region": " Region", "district": " District"}
#: most specific first
RANKS: Final = ("village", "settlement", "city-district", "town", "city", "district", "region", "country")
#: class -> the kind that an unlisted place of it counts as
UNLISTED_KINDS: Final = {"region": "region", "district": "district", "city": "city", "town": "town"}

ARTICLES: Final = ("the", "a", "an")
#: words for a prison or another institution that a number or a code follows
INSTITUTIONS: Final = (
    "institution", "facility", "facilities", "colony", "prison", "penitentiary", "detention", "penal", "correctional",
    "camp",
)  # fmt: skip
#: a place's name before one of these is part of a body's, a street's or a building's name
BODIES: Final = frozenset(
    {
        "administration", "agency", "airport", "akimat", "association", "avenue", "bank", "border", "branch", "bureau",
        "camp", "city", "club", "college", "colony", "committee", "company", "correctional", "council", "court",
        "courts", "department", "detention", "directorate", "district", "field", "garrison", "hospital", "institute",
        "interdistrict", "locomotive", "maslikhat", "mayor", "mayor's", "military", "monument", "municipal", "newspaper",
        "oblast", "office", "park", "penal", "penitentiary", "plant", "police", "prison", "prosecutor", "prosecutor's",
        "prosecutors", "railway", "refinery", "region", "regional", "residence", "school", "specialised", "specialized",
        "square", "station", "street", "theatre", "theater", "university",
    }
)  # fmt: skip
#: but before these it says where they stand: 'died in Place prison'
PRISONS: Final = frozenset({"prison", "jail"})
#: before a place, each says that something happened there
WHERE: Final = frozenset(
    {
        "in",
        "at",
        "from",
        "near",
        "into",
        "outside",
        "around",
        "across",
        "throughout",
        "within",
        "inside",
        "via",
    }
)
#: 'to Place' says so only after a word of going or sending
GOING: Final = frozenset(
    {
        "arrived", "bring", "brought", "came", "come", "convey", "conveyed", "convoyed", "delivered", "deport", "deportation",
        "deported", "drive", "drove", "escorted", "extradited", "extradition", "flew", "flight", "fly", "go", "going", "gone",
        "journey", "marched", "move", "moved", "moving", "relocated", "return", "returned", "returning", "road", "route",
        "send", "sent", "summoned", "take", "taken", "took", "transfer", "transferred", "transported", "travel",
        "travelled", "traveled", "travelling", "traveling", "trip", "visit", "way", "went",
    }
)  # fmt: skip
#: of these 'to Place' says so even where it is told at length who was taken: 'took 17 of them to Place'
TAKING: Final = frozenset(
    {
        "brought", "conveyed", "convoyed", "delivered", "deported", "driven", "escorted", "moved", "taken", "took",
        "transferred", "transported",
    }
)  # fmt: skip
#: what somebody may be offered, or own: 'a flat in Place'
PROPERTY: Final = frozenset({"flat", "apartment", "house", "land", "plot", "property", "villa", "cottage"})
#: words of offering and owning: of such a property they say nothing of where something happened
OFFERING: Final = frozenset(
    {"offered", "promised", "bought", "sold", "owns", "owned", "inherited", "given", "received", "acquired"}
)
#: 'of Place' says so only after a word for those who live there, or for a part of it
OF: Final = frozenset(
    {
        "resident", "residents", "inhabitant", "inhabitants", "people", "population", "outskirts", "centre", "center",
        "elders", "villagers", "townspeople", "families", "streets", "suburb", "suburbs", "north", "south", "east", "west", "vicinity",
    }
)  # fmt: skip
#: before 'from Place': where somebody comes from, not where something happened
ORIGIN: Final = frozenset(
    {
        "activist", "activists", "citizen", "citizens", "journalist", "journalists", "lawyer", "lawyers", "man", "men",
        "woman", "women", "native", "natives", "people", "resident", "residents", "deputy", "deputies", "delegation",
    }
)  # fmt: skip
#: before 'in Place': somebody's or a body's seat
SEAT: Final = frozenset({"based", "born", "headquartered", "registered"})
#: way of reading -> code and sentence of its finding
MESSAGES: Final = {
    "former": ("place-former-name", "'{printed}' read as {name}, the name of the place today"),
    "misprint": ("place-misprint", "'{printed}' read as {name}"),
    "ambiguous": (
        "ambiguous-place",
        "'{printed}' may mean more than one place, and no place beside it decides which",
    ),
    "unknown": ("unlisted-place", "'{printed}' stands as a place and is not listed in places.yaml"),
}
