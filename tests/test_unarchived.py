"""The editor's list of sources without an archived copy."""

from __future__ import annotations

import datetime as dt

from chronicle.model import Copy
from chronicle.unarchived import unarchived
from tests.factories import make_edition, make_event, make_note

TEXT = "December 8 a[1] b[2] c[3] d[4] e[5] f[6]"
COPY = Copy(url="https://archive.ph/AbCd1", date=dt.date(2023, 5, 3))


def test_the_fragile_first_each_once_with_what_archives_it() -> None:
    """Those that have a copy, are one, have no address or may be no link are not asked for."""
    notes = (
        make_note(TEXT, 1, "https://daily.example/1?a=b#c"),
        make_note(TEXT, 2, "https://t.me/a/1", fragile=True),
        make_note(TEXT, 3, "https://daily.example/3", copy=COPY),
        make_note(TEXT, 4, "https://perma.cc/AB12-CD34"),
        make_note(TEXT, 5, "javascript:alert(1)", safe=False),
        make_note(TEXT, 6),
    )
    first = make_event(text=TEXT, notes=notes)
    second = make_event(text=TEXT, label="2", ordinal=2, notes=notes[:1])

    assert "\n".join(unarchived([make_edition(first, second)])) == (
        """2022-12.txt: 2 sources without an archived copy
  [2] of 2022-12.1, may vanish or need a login
      https://web.archive.org/save/https://t.me/a/1
  [1] of 2022-12.1, 2022-12.2
      https://web.archive.org/save/https://daily.example/1?a=b#c
  then in seeds/editions/2022-12.yaml, each with the address and the day of its copy:
      archived:
      - {number: 2, url: "", date: YYYY-MM-DD}
      - {number: 1, url: "", date: YYYY-MM-DD}"""
    )


def test_one_source() -> None:
    edition = make_edition(make_event(text=TEXT, notes=(make_note(TEXT, 1, "https://daily.example/1"),)))

    assert next(unarchived([edition])) == "2022-12.txt: 1 source without an archived copy"


def test_an_edition_that_lacks_no_copy_is_not_told() -> None:
    edition = make_edition(
        make_event(text=TEXT, notes=(make_note(TEXT, 1, "https://daily.example/1", copy=COPY),))
    )

    assert list(unarchived([edition])) == []
