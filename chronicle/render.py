"""Page records -> files of the site, through Jinja. A template gets `page` and `site`, and nothing else."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from jinja2 import BaseLoader, BytecodeCache, Environment, StrictUndefined, TemplateError

from chronicle.findings import ChronicleError
from chronicle.model import Output

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from chronicle.model import Site
    from chronicle.pages.records import Page


class DuplicatePathError(ChronicleError):
    """Two pages want one path."""


class MistakenTemplateError(ChronicleError):
    """A template cannot be read, or asks for what a page has not got."""


# Compiled templates outlive a build: a preview builds again and again with the same.
@lru_cache(maxsize=4)
def environment(loader: BaseLoader) -> Environment:
    """Return the templates' environment: everything escaped, and a name that is not there is an error."""
    return Environment(
        loader=loader,
        bytecode_cache=loader if isinstance(loader, BytecodeCache) else None,
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
            msg = f"two pages want {page.path!r}: give one of them another id"
            raise DuplicatePathError(msg)
        seen.add(page.path)
        try:
            text = env.get_template(page.template).render(page=page, site=site)
        except TemplateError as error:
            raise MistakenTemplateError(_sentence(error, env)) from error
        yield Output(page.path, text.encode())


def _sentence(error: TemplateError, env: Environment) -> str:
    """Return what is wrong with which line of which template; Jinja puts the template's lines into the traceback."""
    loader = env.loader or BaseLoader()
    names = env.list_templates(extensions=["html"])
    files = {loader.get_source(env, name)[1]: name for name in names}
    place, trace = "templates", error.__traceback__
    while trace:
        if name := files.get(trace.tb_frame.f_code.co_filename):
            place = f"templates/{name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return f"{place}: {error.message}: mend the template; the site is as it was"
