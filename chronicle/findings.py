"""How what is odd, and what is wrong, is told to an editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chronicle.model import Finding


class ChronicleError(Exception):
    """What an editor can mend: its text is one sentence (or one a line) that says what to do."""


def show(finding: Finding, line: str) -> str:
    """Return *finding* as ``file:line:column: code: sentence``, the *line* and a marker under the place.

    Control characters of the digest are shown as escapes, so that nothing printed can act on a terminal.
    """
    head = f"{finding.file}:{finding.line}:{finding.column}: {finding.code}: {finding.message}"
    if not line.strip():
        return head
    before = max(finding.column - 1 - 60, 0)
    shown = line[before : before + 160]
    marker = " " * (finding.column - 1 - before) + "^" * max(min(len(finding.excerpt), 100), 1)
    return f"{_plain(head)}\n    {_plain(shown)}\n    {marker}"


def _plain(text: str) -> str:
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in text)
