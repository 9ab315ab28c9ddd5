"""The files of a site -> chronicle.zip, which holds them all, piece by piece; and its size, before the pages that tell it are made.

The archive is made of the very bytes that are published, as they pass by, and is in no manifest: the manifest is in it.
"""

from __future__ import annotations

import hashlib
import json
import math
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Final

from chronicle import urls
from chronicle.manifest import MANIFEST
from chronicle.model import Output

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: bytes that are gathered before they are handed on
PIECE: Final = 16 * 2**20
# Measured: level 4 takes a fifth more time for 5 % less, level 6 half as much again for 7 %.
_LEVEL: Final = 2
# of so many bytes one is added to what is told, and so many besides: pages made last differ a little
_SPARE: Final = 2000
# the first day that the format knows
_TIME: Final = (1980, 1, 1, 0, 0, 0)
# what the format adds to a file: before its bytes; in the directory at the end, and there beyond 2 GB; and once for all
_HEAD: Final = 30
_ENTRY: Final = 46
_FAR: Final = 28
_END: Final = 98


class Archive:
    """An archive that grows while the files of a site pass by."""

    def __init__(self) -> None:
        self._grown = _Grown()
        self._zip = zipfile.ZipFile(self._grown, "w", zipfile.ZIP_DEFLATED)
        self._listed: list[str] = []
        self._most = 0

    def packed(self, outputs: Iterable[Output]) -> Iterator[Output]:
        """Yield *outputs* as they come, and between them the archive of them: each part goes on where the last ended.

        Raises `ValueError` where it became larger than was told.
        """
        given = False
        try:
            for output in outputs:
                yield output
                self._add(output)
                if self._grown.held >= PIECE:
                    yield Output(urls.ARCHIVE, self._grown.taken(), goes_on=given)
                    given = True
            self._zip.infolist().sort(key=lambda member: member.filename)
            self._zip.close()
        finally:
            # Where the build stops it is thrown away, half written: else Python would end it later, and complain.
            self._zip.fp = None
        if self._most and self._grown.tell() > self._most:
            msg = f"{urls.ARCHIVE} has {self._grown.tell()} bytes, and pages tell of {self._most} at most"
            raise ValueError(msg)
        yield Output(urls.ARCHIVE, self._grown.taken(), goes_on=given)

    def expected(self, pages: Iterable[Output]) -> int:
        """Return how many bytes it will have at most, once *pages*, or such as differ little, and the manifest are in it.

        To be asked when all other files have passed by.
        """
        missing = list(pages)
        listed = [*self._listed, *(page.path for page in missing)]
        missing.append(Output(MANIFEST, _like_manifest(listed)))
        members = len(self._zip.infolist())
        entry = _ENTRY + (_FAR if self._grown.tell() > zipfile.ZIP64_LIMIT else 0)
        names = sum(len(one.filename) for one in self._zip.infolist()) + sum(len(one.path) for one in missing)
        rest = sum(_HEAD + len(one.path) + len(zlib.compress(one.data, _LEVEL)) for one in missing)
        size = self._grown.tell() + rest + names + entry * (members + len(missing)) + _END
        self._most = size + size // _SPARE + _SPARE
        return self._most

    def _add(self, output: Output) -> None:
        self._listed.append(output.path)
        if urls.is_card(output.path):
            return
        member = zipfile.ZipInfo(output.path, _TIME)
        member.compress_type = zipfile.ZIP_DEFLATED
        # a plain file that everyone may read, whatever system packs it
        member.create_system = 3
        member.external_attr = 0o100644 << 16
        self._zip.writestr(member, output.data, compresslevel=_LEVEL)


class _Grown:
    """What `zipfile` takes for a file: it keeps only what was not handed on yet."""

    def __init__(self) -> None:
        self._held = BytesIO()
        self._given = 0

    @property
    def held(self) -> int:
        """How many bytes are kept."""
        return self._held.tell()

    def taken(self) -> bytes:
        """Return what is kept, and keep it no more."""
        data = self._held.getvalue()
        self._given += len(data)
        self._held = BytesIO()
        return data

    def write(self, data: bytes) -> int:
        """Add *data*, or write them over what stands at the place sought."""
        return self._held.write(data)

    def tell(self) -> int:
        """Return the place from the beginning of the archive."""
        return self._given + self._held.tell()

    def seek(self, place: int) -> int:
        """Go back, no further than to what is still kept."""
        return self._given + self._held.seek(place - self._given)

    def flush(self) -> None:
        """Do nothing: there is no disk below."""

    def close(self) -> None:
        """Do nothing: there is no disk below."""


def _like_manifest(paths: Iterable[str]) -> bytes:
    """Return what packs as the manifest of files at *paths* will: the same names, and sums that are as little alike."""
    files = {path: hashlib.sha256(path.encode()).hexdigest() for path in sorted(paths)}
    return json.dumps({"files": files}, indent=1).encode()


def size_words(size: int) -> str:
    """Return *size*, in bytes, rounded up: 4_612_014 -> '4.7 MB'; 3_200 -> '4 kB'."""
    if size <= 999_000:
        return f"{math.ceil(size / 1000)} kB"
    return f"{math.ceil(size / 100_000) / 10:,.1f} MB"
