"""English words that tell an entry from what stands around it, and what is said of oddities: data only."""

from __future__ import annotations

from typing import Final

#: a line that ends in one of these goes on in the next, whatever that begins with
JOINING: Final = frozenset(
    {
        "a", "about", "after", "against", "an", "and", "around", "as", "at", "because", "before",
        "between", "by", "dated", "during", "for", "from", "had", "has", "his", "in",
        "into", "is", "its", "not", "of", "on", "or", "since", "than", "the", "their",
        "through", "till", "to", "under", "until", "was", "were", "which", "while", "who",
        "will", "with",
    }
)  # fmt: skip
#: whole lines of site chrome
CHROME: Final = frozenset(
    {
        "all rights reserved", "back to top", "comments", "comments are closed", "comments closed", "contents",
        "facebook", "footnotes", "instagram", "leave a comment", "links", "log in", "login", "menu", "next",
        "next post", "no comments", "notes", "previous", "previous post", "print", "read also", "read more",
        "references", "related posts", "reply", "search", "share", "share this", "sign in", "skip to content",
        "skip to main content", "sources", "subscribe", "tags", "telegram", "top", "tweet", "twitter", "whatsapp",
        "youtube",
    }
)  # fmt: skip
#: how a short line of site chrome may begin
CHROME_BEGINNINGS: Final = (
    "read also:", "read more:", "previous post:", "next post:", "share on ", "share this", "posted by ", "posted on ",
    "posted in ", "by admin", "tags:", "categories:", "copyright", "©", "we use cookies", "this site uses cookies",
    "log in ", "sign in ", "leave a comment", "follow us", "subscribe to",
)  # fmt: skip
#: code of a finding -> its sentence
MESSAGES: Final = {
    "unplaced-text": (
        "no date that can be read begins this, and the entry before is complete: it is shown as left out; "
        "if it is an entry, its dateline needs a date"
    ),
    "unread-date": (
        "this begins like a date but is none that can be read: it is shown as left out; "
        "the day in figures and the month in words would make it an entry"
    ),
    "run-on-entry": "a dateline stands after a note in the middle of a line: read as an entry of its own",
    "date-in-text": (
        "a date begins this line in the middle of a sentence: read as part of the entry before; "
        "a blank line before it would make it an entry"
    ),
    "broken-address": "the address of this note seems to be broken over lines: it is shown as left out, and is no source",
    "note-without-address": "this line of the note list gives no address: it is shown as left out",
    "duplicate-note": "the note list gives more than one address under this number: all are kept",
    "note-text": "words stand beside the address of this note: the address is kept as it is, the words are left out",
}
