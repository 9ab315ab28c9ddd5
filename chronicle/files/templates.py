"""A folder of templates -> their text, and what Jinja has made of it: that is kept beside them, as Python keeps what it compiles."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from pickle import UnpicklingError
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache, FileSystemLoader

from chronicle.files import disk

if TYPE_CHECKING:
    from jinja2.bccache import Bucket


class Templates(FileSystemLoader, BytecodeCache):
    """The templates of a folder. Where nothing can be kept, they are compiled each time."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._kept = folder / "__pycache__"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill *bucket* with what is kept; Jinja leaves it empty where that was made of another text or by another version."""
        # the last three: what is not whole
        with suppress(OSError, EOFError, UnpicklingError, ValueError):
            bucket.bytecode_from_string(disk.read_plain(self._place(bucket)) or b"")

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what *bucket* holds: whole, or not at all."""
        place = self._place(bucket)
        new = place.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            self._kept.mkdir(exist_ok=True)
            new.unlink(missing_ok=True)
            disk.write_file(new, bucket.bytecode_to_string(), 0o644)
            new.replace(place)

    def _place(self, bucket: Bucket) -> Path:
        return self._kept / f"{bucket.key}.jinja"
