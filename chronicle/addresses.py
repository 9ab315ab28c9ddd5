"""An address as printed -> as it is published, what kind of host it leads to, whether it may be a live link.

Nothing here opens a connection. Left out: what a link leads to in truth.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from typing import Final
from urllib.parse import unquote, urlsplit

from chronicle.lexicon.addresses import ARCHIVES, FRAGILE_HOSTS, LOCAL, SHORT, TRACES, Trace
from chronicle.model import Copy, Span

#: in characters
LONGEST: Final = 2_000
_LONGEST_HOST: Final = 253
_LABEL: Final = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?")
#: what parts the parameters of a query; '&amp;' is copied from a page's source, a second '?' is pasted on
_BETWEEN: Final = re.compile(r"(&amp;|[&?])")
#: the same in a fragment: '#part?fbclid=…'
_BETWEEN_IN_FRAGMENT: Final = re.compile(r"(&amp;|[&?#])")
#: what a browser looks for on the page; it stays as it is: '#:~:text=a&b'
_DIRECTIVE: Final = ":~:"
#: 'https://…' or 'www.…' in running text, and the signs that may end the sentence after it
_IN_TEXT: Final = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_AFTER: Final = ".,;:!)]}>»”’\"'"
_COPY: Final = re.compile(
    r"""
    [a-z]+://[^/]+/ (?:web/)?
    (?P<year> [0-9]{4} ) [.-]? (?P<month> [0-9]{2} ) [.-]? (?P<day> [0-9]{2} ) [0-9-]{0,9} (?:[a-z]{2}_)?
    / (?P<original> .+ )                                         # /web/20230503120000/https://a.example/b
    """,
    re.VERBOSE,
)
#: hosts that lead on, each with the beginning of the path on which it does
_SHORT: Final = tuple((one.partition("/")[0], "".join(one.partition("/")[1:])) for one in sorted(SHORT))
#: what browsers pass over around an address
_AROUND: Final = "".join(map(chr, range(0x21)))
_INSIDE: Final = re.compile(r"[\t\n\r]")
#: scripts whose letters look alike
_ALIKE: Final = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN"})


# ---------------------------------------------------------------- as it is published


def strip_traces(url: str) -> str:
    """Return *url* without what identifies whoever collected it; all else byte for byte, host and path always.

    A '?' or '#' goes only where nothing is left behind it that stood there.
    """
    if "?" not in url and "#" not in url:
        return url
    before, sharp, fragment = url.partition("#")
    path, mark, query = before.partition("?")
    host = host_of(path) or host_of(f"https://{path}") or ""
    traces = [t for t in TRACES if _belongs(host, t.host) and t.path in path]
    shown, directive, sought = fragment.partition(_DIRECTIVE)
    return (
        path
        + _stripped(mark + query, _BETWEEN, traces)
        + _stripped(sharp + shown, _BETWEEN_IN_FRAGMENT, traces, valued=True, kept=bool(directive))
        + directive
        + sought
    )


def strip_text(text: str) -> str:
    """Return *text* with every address in it as it is published; the signs after an address stay."""
    return _IN_TEXT.sub(_stripped_in_text, text)


def find_traced(text: str) -> Iterator[tuple[Span, str]]:
    """Yield every address in *text* that is published otherwise than it stands there: where, and how."""
    for found in _IN_TEXT.finditer(text) if "://" in text or "www." in text.lower() else ():
        url = found[0].rstrip(_AFTER)
        if (published := strip_traces(url)) != url:
            yield Span(found.start(), found.start() + len(url)), published


def _stripped_in_text(found: re.Match[str]) -> str:
    url = found[0].rstrip(_AFTER)
    return strip_traces(url) + found[0][len(url) :]


def _stripped(
    part: str, between: re.Pattern[str], traces: list[Trace], *, valued: bool = False, kept: bool = False
) -> str:
    """Return a query or fragment without *traces*; *valued*: only those with a value; *kept*: its first sign stays."""
    if not part:
        return part
    pieces = between.split(part[1:])
    left: list[str] = []
    for at in range(0, len(pieces), 2):
        if not _is_trace(pieces[at], traces, valued=valued):
            left += [pieces[at - 1]] if left else []
            left.append(pieces[at])
    gone = len(left) < len(pieces) and not any(left)
    return "" if gone and not kept else part[0] + "".join(left)


def _is_trace(piece: str, traces: Iterable[Trace], *, valued: bool) -> bool:
    name, equals, value = piece.partition("=")
    if valued and not equals:
        return False
    name = unquote(name).strip().lower()
    return any(
        (name.startswith(t.name[:-1]) if t.name.endswith("*") else name == t.name) and t.value in ("", value)
        for t in traces
    )


# ---------------------------------------------------------------- what it leads to


# Of each address of a digest the host is asked several times.
@lru_cache(maxsize=1024)
def host_of(url: str) -> str | None:
    """Return the host of *url* in ASCII (punycode), lower case, without 'www.'; None where it names none."""
    try:
        host = urlsplit(_as_browsers_do(url)).hostname or ""
        if len(host) > _LONGEST_HOST:
            return None
        name = host.rstrip(".").encode("idna").decode("ascii").lower()
    except ValueError:  # UnicodeError is one
        return None
    return name.removeprefix("www.") or None


def is_fragile(host: str) -> bool:
    """Tell whether *host*, or a domain that it belongs to, is known for pages that vanish or need a login."""
    return any(domain in FRAGILE_HOSTS for domain in domains(host))


def is_short(url: str) -> bool:
    """Tell whether *url* only leads on to another address: a shortener, or a network's way out."""
    host = host_of(url)
    if host is None:
        return False
    path = urlsplit(_as_browsers_do(url)).path
    return any(_belongs(host, domain) and path.startswith(beginning) for domain, beginning in _SHORT)


def is_copy(url: str) -> bool:
    """Tell whether *url* leads to something kept at an archive that is known here."""
    path = urlsplit(_as_browsers_do(url)).path if host_of(url) in ARCHIVES and not fault_of(url) else ""
    return len(path) > 1 and not path.startswith("/save/")


def copy_in(url: str) -> Copy | None:
    """Return *url* itself as a copy, where it is one at an archive and says of which day."""
    found = _COPY.fullmatch(url) if is_copy(url) else None
    if found is None:
        return None
    with suppress(ValueError):
        return Copy(url=url, date=dt.date(int(found["year"]), int(found["month"]), int(found["day"])))
    return None


def original_of(url: str) -> str:
    """Return the address that the copy *url* is of; of an address that is no copy, itself."""
    found = _COPY.fullmatch(url) if is_copy(url) else None
    return url if found is None or fault_of(found["original"]) else found["original"]


def domains(host: str) -> Iterator[str]:
    """'a.b.example' -> 'a.b.example', 'b.example'; not the last label alone."""
    labels = host.split(".")
    return (".".join(labels[at:]) for at in range(max(len(labels) - 1, 1)))


def mixed_labels(host: str) -> tuple[str, ...]:
    """Return the labels of *host*, in punycode, that mix letters of scripts that look alike."""
    return tuple(label for label in host.split(".") if len(_scripts(_shown(label)) & _ALIKE) > 1)


def _belongs(host: str, domain: str) -> bool:
    return not domain or host == domain or host.endswith(f".{domain}")


def _shown(label: str) -> str:
    with suppress(UnicodeError):
        return (
            label.removeprefix("xn--").encode("ascii").decode("punycode")
            if label.startswith("xn--")
            else label
        )
    return label


def _scripts(label: str) -> frozenset[str]:
    return frozenset(unicodedata.name(c, "").partition(" ")[0] for c in label if c.isalpha())


# ---------------------------------------------------------------- whether it may be a link


def safe_url(url: str) -> bool:
    """Tell whether *url* may be a live link: http or https, a public host name, no credentials, not too long."""
    return not fault_of(url)


def fault_of(url: str) -> str:
    """Return why *url* may be no live link, in words that follow 'the address'; '' where it may be one.

    Judged is what a browser makes of it: control characters around it and line breaks in it are taken away.
    """
    value = _as_browsers_do(url)
    if len(url) > LONGEST:
        return f"is longer than {LONGEST:,} characters"
    try:
        parts = urlsplit(value)
        port_is_one = parts.port is None or parts.port > 0
    except ValueError:
        return _NOT_PUBLIC
    if "@" in parts.netloc:
        return "holds a user name"
    host = host_of(value)
    plain = value.isprintable() and not any(sign in value for sign in ' \\<>"')
    web = parts.scheme in ("http", "https") and port_is_one and plain
    return "" if web and host is not None and _is_public(host) else _NOT_PUBLIC


_NOT_PUBLIC: Final = "is not one of the public web"


def find_faults(url: str) -> Iterator[tuple[str, str]]:
    """Yield what is odd about a source's address: the code of a finding, and words that follow 'the source'."""
    if fault := fault_of(url):
        yield "unsafe-source", f"has an address that {fault}: it is shown, and is no link"
        return
    host = host_of(url) or ""
    if is_short(url):
        yield "short-address", f"has an address of {host} that only leads on: supply the one that it leads to"
    for label in mixed_labels(host):
        yield (
            "odd-host",
            f"is at {host}, where '{label}' mixes letters that look alike: is it the right host?",
        )


def _as_browsers_do(url: str) -> str:
    """Strip what the WHATWG URL standard strips: C0 and spaces around, tabs and line breaks inside."""
    return _INSIDE.sub("", url.strip(_AROUND))


def _is_public(host: str) -> bool:
    labels = host.split(".")
    named = len(labels) > 1 and all(_LABEL.fullmatch(label) for label in labels)
    # The last label of an IP address is a number, or holds a colon, which no label may.
    numeric = re.fullmatch(r"[0-9]+|0x[0-9a-f]*", labels[-1]) is not None
    return named and not numeric and labels[-1] not in LOCAL
