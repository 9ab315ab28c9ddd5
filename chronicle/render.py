"""Page records -> files of the site, through Jinja. A template gets `page` and `site`, and nothing else."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from jinja2 import BaseLoader, Environment, StrictUndefined

from chronicle.findings import ChronicleError
from chronicle.model import Output

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from chronicle.model import Site
    from chronicle.pages.records import Page


class DuplicatePathError(ChronicleError):
    """Two pages want one path."""

    def __init__(self, path: str) -> None:
        super().__init__(f"two pages want {path!r}: give one of them another id")


# Compiled templates outlive a build: a preview builds again and again with the same.
@lru_cache(maxsize=4)
def environment(loader: BaseLoader) -> Environment:
    """Return the templates' environment: everything escaped, and a name that is not there is an error."""
    return Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        # Templates do not change during a build: no look at the disk per page, none thrown out.
        auto_reload=False,
        cache_size=-1,
    )


def render(pages: Iterable[Page], env: Environment, site: Site) -> Iterator[Output]:
    """Yield one file per page, as UTF-8; two pages on one path are a `DuplicatePathError`."""
    seen: set[str] = set()
    for page in pages:
        if page.path in seen:
            raise DuplicatePathError(page.path)
        seen.add(page.path)
        text = env.get_template(page.template).render(page=page, site=site)
        yield Output(page.path, text.encode())
