"""The only package that touches the disk: the seeds folder -> `Seeds`, `Output`s -> a published folder.

``reading`` reads what an editor wrote, ``copies`` a copy of a site; ``publishing`` puts a site in the place of the
one before, and ``state`` what is remembered of it in the place of what was; ``locks`` keeps two builds apart,
``templates`` keeps what pages are made with, compiled, and ``disk`` holds the calls that change anything.
`ChronicleError` says what an editor can mend, `OSError` what the disk refused; after either the old site and the old
state stand.
"""

from pathlib import Path
from typing import Final

from chronicle.files.copies import read_site
from chronicle.files.disk import read_file
from chronicle.files.locks import seeds_held
from chronicle.files.publishing import building, check_out, publish, published_paths, recover, write_site
from chronicle.files.reading import check_templates, read_seeds, read_static
from chronicle.files.state import write_state
from chronicle.files.templates import Templates
from chronicle.manifest import MARKER

#: the folder that holds templates/, static/ and, unless told otherwise, seeds/ and public/
ROOT: Final = Path(__file__).resolve().parent.parent.parent

__all__ = [
    "MARKER",
    "ROOT",
    "Templates",
    "building",
    "check_out",
    "check_templates",
    "publish",
    "published_paths",
    "read_file",
    "read_seeds",
    "read_site",
    "read_static",
    "recover",
    "seeds_held",
    "write_site",
    "write_state",
]
