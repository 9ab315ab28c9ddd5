"""Strings of a record in, the same without withheld names and passages out; addresses cut back to their host."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlsplit

from chronicle.authority import Redaction
from chronicle.model import WITHHELD, Correction, Finding, Note, Span
from chronicle.withholding.cuts import Cut, Shortened
from chronicle.withholding.scope import Withheld

#: stands for a host whose name is withheld: a name that never leads anywhere (RFC 2606)
_NOWHERE: Final = "withheld.invalid"


def printed(words: str, text: str) -> Iterator[Span]:
    """Yield where *words* stand in *text*, white space aside, never within a longer word."""
    plain = r"\s+".join(map(re.escape, words.split()))
    start = r"(?<!\w)" if words.strip()[:1].isalnum() else ""
    end = r"(?!\w)" if words.strip()[-1:].isalnum() else ""
    for found in re.finditer(f"{start}{plain}{end}", text):
        yield Span(*found.span())


@dataclass(frozen=True, slots=True)
class Cleaner:
    """Takes what is withheld out of the strings of one event or edition."""

    withheld: Withheld
    passages: tuple[Redaction, ...] = ()

    def cuts(self, text: str) -> Iterator[Cut]:
        """Yield what is to be taken out of *text*."""
        yield from (Cut(span, WITHHELD) for span in self.withheld.stretches(text))
        for one in self.passages:
            shown = Cleaner(self.withheld).text(one.shown)
            yield from (Cut(span, shown, passage=True) for span in printed(one.words, text))

    def text(self, text: str) -> str:
        """Return *text* with marks for what is withheld."""
        return Shortened.of(text, self.cuts(text)).text

    def url(self, url: str) -> str:
        """Return *url*; where it holds a withheld name, only scheme and host, and no host that holds it."""
        if not self.withheld.is_in_address(url):
            return url
        scheme, host = _scheme_and_host(url)
        return f"{scheme}://{self._host(host)}"

    def note(self, note: Note) -> Note:
        """Return *note*; where its address holds a withheld name, it leads nowhere."""
        url = self.url(note.url) if note.url else note.url
        copy = note.copy if note.copy and self.url(note.copy.url) == note.copy.url else None
        if url == note.url:
            return replace(note, copy=copy)
        return replace(note, url=url, outlet=note.outlet and self._host(note.outlet), safe=False, copy=copy)

    def corrections(self, corrections: Iterable[Correction], text: str = "") -> tuple[Correction, ...]:
        """Return *corrections* without withheld words; those of words of *text* that a passage took out go with them."""
        kept = (one for one in corrections if not self._is_taken(text, one.printed, one.meant))
        return tuple(
            replace(
                one,
                printed=self.text(one.printed),
                meant=self.text(one.meant),
                reason=self.text(one.reason),
                noticed=self.text(one.noticed),
            )
            for one in kept
        )

    def findings(self, findings: Iterable[Finding], text: str = "") -> tuple[Finding, ...]:
        """Return *findings* without withheld words; those of words of *text* that a passage took out go with them."""
        kept = (one for one in findings if not self._is_taken(text, one.excerpt))
        told = (
            replace(
                one,
                message=self.text(one.message),
                excerpt=self.text(one.excerpt),
                paste=tuple(map(self.text, one.paste)),
            )
            for one in kept
        )
        # What compares two spellings of one withheld name says nothing without them.
        return tuple(one for one in told if one.message.count(WITHHELD) < 2)

    def _is_taken(self, text: str, *words: str) -> bool:
        """Tell whether any of *words* stands in *text*, white space aside, and in nothing that passages left of it."""
        if not self.passages:
            return False
        before, after = (" ".join(t.split()) for t in (text, Cleaner(Withheld(), self.passages).text(text)))
        plain = (" ".join(one.split()) for one in words)
        return any(one in before and one not in after for one in plain)

    def _host(self, host: str) -> str:
        return _NOWHERE if self.withheld.is_in_address(host) else host


def _scheme_and_host(url: str) -> tuple[str, str]:
    try:
        parts = urlsplit(url)
    except ValueError:
        return "https", _NOWHERE
    return parts.scheme or "https", parts.hostname or _NOWHERE
