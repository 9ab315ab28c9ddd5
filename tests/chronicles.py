"""A small invented chronicle: two editions, three events, one person of age, one child, one article."""

from __future__ import annotations

import datetime as dt

from chronicle.model import (
    Article,
    Chronicle,
    Code,
    Copy,
    Correction,
    Edition,
    Event,
    Finding,
    NameMention,
    Note,
    Participant,
    Person,
    PersonName,
    Place,
    PlaceMention,
    PrintedDate,
    Provision,
    Sanction,
    Site,
    Span,
    Topic,
)

SITE = Site(
    title="A chronicle",
    tagline="What happened",
    publisher="The publisher",
    contact="",
    address="https://example.org/c/",
    licence="CC BY 4.0",
    licence_address="https://creativecommons.org/licenses/by/4.0/",
    language="en",
    date=dt.date(2031, 3, 1),
    country="land",
)

_NOWHERE = Span(0, 1)


def _event(edition: str, label: int, text: str, **more: object) -> Event:
    day = dt.date(int(edition[:4]), int(edition[5:]), label)
    printed = PrintedDate(text=f"{day:%B} {label}", at=_NOWHERE, day=label, month=day.month)
    plain = Event(
        edition=edition,
        label=str(label),
        ordinal=label,
        text=text,
        start=0,
        line=label,
        printed_date=printed,
        date=day,
        title=f"{label} {day:%B %Y}: <an event> & more",
    )
    fields = {name: getattr(plain, name) for name in plain.__dataclass_fields__} | more
    return Event(**fields)


_PLACE = PlaceMention(id="town", name="Town", printed="Towne", at=_NOWHERE)
_ADULT = Participant(
    name=PersonName(given="Ada", surname="Noname"),
    mentions=(NameMention(printed="Noname A.", at=_NOWHERE), NameMention(printed="Noname", at=_NOWHERE)),
    role="subject",
    id="ada-noname",
    canonical="Ada Noname",
)
_CHILD = Participant(
    name=PersonName(given="Kim", surname="Kidd"),
    mentions=(NameMention(printed="Kim Kidd", at=Span(32, 40)),),
    role="subject",
    age=12,
    canonical="Kim Kidd",
)
_PART = Provision(code="CC", article="405", part="2", at=_NOWHERE)
_UNKNOWN = Provision(code=None, article="7", at=_NOWHERE)
_ARREST = Sanction(kind="administrative_detention", amount=15, unit="days", printed="15 days", at=_NOWHERE)
_AGAIN = Sanction(
    kind="administrative_detention", amount=15, unit="days", printed="fifteen days", at=_NOWHERE
)

_COPY = Copy(url="https://web.archive.org/web/20310102000000/https://a.example/x", date=dt.date(2031, 1, 2))

FIRST = _event(
    "2031-01",
    1,
    "January 1, Towne, Noname A. and Kim Kidd <script>alert(1)</script> ]]> & {{ 7 }}[1][2].",
    dateline=(_PLACE,),
    mentions=(_PLACE, _PLACE),
    people=(_ADULT, _CHILD),
    provisions=(_PART, _PART, _UNKNOWN),
    sanctions=(_ARREST, _AGAIN),
    topics=("assembly",),
    notes=(
        Note(number=1, at=_NOWHERE, url="https://a.example/x", outlet="a", fragile=True, copy=_COPY),
        Note(number=2, at=_NOWHERE),
    ),
    corrections=(
        Correction(
            field="place", printed="Towne", meant="Town", reason="a misprint", date=dt.date(2031, 2, 9)
        ),
    ),
    findings=(Finding(code="no-source", message="Note 2 has no source.", file="2031-01.txt", line=1),),
)
SECOND = _event("2031-01", 2, "January 2, something else.")
THIRD = _event("2031-02", 1, "February 1, Towne, Noname again.", people=(_ADULT,), date=None)


def _edition(edition_id: str, last: dt.date, *events: Event) -> Edition:
    return Edition(
        id=edition_id,
        title="",
        first=last.replace(day=1),
        last=last,
        file=f"{edition_id}.txt",
        sha256="0" * 64,
        events=events,
    )


SMALL = Chronicle(
    editions=(
        _edition("2031-01", dt.date(2031, 1, 31), FIRST, SECOND),
        _edition("2031-02", dt.date(2031, 2, 28), THIRD),
    ),
    people=(
        Person(
            id="ada-noname",
            name="Ada Noname",
            printed=("Noname A.", "Noname"),
            appearances=((FIRST, _ADULT), (THIRD, _ADULT)),
        ),
    ),
    places=(
        Place(id="land", name="Land", kind="country", inside=(FIRST,)),
        Place(
            id="town",
            name="Town",
            kind="town",
            within=("land",),
            at=(1.5, -2.0),
            source="a map",
            events=(FIRST,),
        ),
    ),
    codes=(
        Code(
            id="CC",
            slug="cc",
            name="Criminal Code",
            adopted=dt.date(2014, 7, 3),
            articles=(Article(id="cc/405", code="CC", number="405", citations=((FIRST, (_PART,)),)),),
        ),
    ),
    topics=(
        Topic(id="assembly", name="Assembly", about="Peaceful assembly", events=(FIRST,)),
        Topic(id="digital", name="Digital", about="The internet"),
    ),
    outlets=(),
)
