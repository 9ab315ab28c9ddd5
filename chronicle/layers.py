r"""A text of a file in, the texts that a reader may see in it out: without markup that parts words, and unescaped.

A name is written `Ma<b>may</b>`, `\u004damay`, `%4Damay`, `&#77;amay`, and each of these once more escaped.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

#: how often what was escaped twice is unescaped
_ROUNDS: Final = 3

# `<b>`, `</span>`, `<wbr>`, `<!-- -->`: what may stand within a word
_INLINE: Final = re.compile(
    r"""
    </? (?: a | abbr | b | bdi | bdo | cite | code | del | em | font | i | ins | mark | q | s | small | span | strong
          | sub | sup | time | tspan | u | wbr ) (?: \s [^<>]* )? /? >
    | <!-- [^>]{0,200}? -->
    """,
    re.VERBOSE | re.IGNORECASE,
)
# `\u0417`, `\u{417}`, `\x5a`, `\n`: escapes of JSON and of scripts
_ESCAPE: Final = re.compile(
    r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([nrtbf\"'/\\]))"
)
#: what every escape begins with
_SIGNS: Final = ("&", "%", "\\", "xn--", "XN--", "Xn--", "xN--")
_PERCENT: Final = re.compile(r"%[0-9a-fA-F]{2}")
# `xn--80aa5bbq`: a host's name in another script
_PUNYCODE: Final = re.compile(r"\bxn--([a-z0-9-]{1,59})", re.IGNORECASE)


def layers(text: str) -> Iterator[str]:
    """Yield *text*, the same without markup within words, and both unescaped as often as they are escaped."""
    for layer in dict.fromkeys((text, _INLINE.sub("", text) if "<" in text else text)):
        yield layer
        escaped = layer
        for _ in range(_ROUNDS):
            before = _escaped(escaped)
            escaped = _unescaped(before)
            if escaped == before:
                break
            yield escaped
            if "<" in escaped:
                yield _INLINE.sub("", escaped)


def _escaped(text: str) -> str:
    """Return the lines of *text* that hold an escape, with the lines around them: the rest has been looked at."""
    signs = [sign for sign in _SIGNS if sign in text]
    if not signs:
        return ""
    lines = text.split("\n")
    held = {n for sign in signs for n, line in enumerate(lines) if sign in line}
    kept = sorted({m for n in held for m in (n - 1, n, n + 1) if 0 <= m < len(lines)})
    parted = ("" if not n or m - kept[n - 1] == 1 else "|\n" for n, m in enumerate(kept))
    return "\n".join(part + lines[m] for part, m in zip(parted, kept, strict=True))


def _unescaped(text: str) -> str:
    if "&" in text:
        text = html.unescape(text)
    if "%" in text and _PERCENT.search(text):
        text = unquote(text)
    if "\\" in text:
        text = _ESCAPE.sub(_character, text).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return _PUNYCODE.sub(_host, text) if "xn--" in text.lower() else text


def _character(found: re.Match[str]) -> str:
    code = found[1] or found[2] or found[3]
    if code is None:
        return {"n": "\n", "r": "\r", "t": "\t", "b": " ", "f": " "}.get(found[4], found[4])
    return chr(int(code, 16)) if int(code, 16) <= 0x10FFFF else "\ufffd"


def _host(found: re.Match[str]) -> str:
    try:
        return found[1].encode().decode("punycode")
    except UnicodeError:
        return found[0]
