"""What an editor wrote, as text: the records that `files` reads and `site` builds from, and how files must be named."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedFile:
    """One file of the seeds folder, decoded."""

    #: as messages name it: 'seeds/editions/2022-12.txt'
    path: str
    #: '2022-12.txt'
    name: str
    #: without byte order mark, line breaks as LF, no control characters
    text: str = field(repr=False)
    #: of the bytes as received
    sha256: str
    #: lines of a digest from which characters that nobody sees were taken out
    unseen: tuple[int, ...] = ()

    @property
    def folder(self) -> str:
        """The folder it lies in, below the seeds folder: 'editions'; '' at the top."""
        return self.path.rpartition("/")[0].partition("/")[2]

    @property
    def stem(self) -> str:
        """The name without its ending: '2022-12'."""
        return self.name.rpartition(".")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seeds:
    """Everything an editor wrote."""

    #: the digests, oldest first; never empty
    editions: tuple[SeedFile, ...]
    #: by edition: '2022-12' -> 2022-12.yaml; each has its digest
    sidecars: Mapping[str, SeedFile]
    #: by name without ending: 'people' -> authority/people.yaml
    authority: Mapping[str, SeedFile]
    #: prose pages in Markdown, by name
    pages: tuple[SeedFile, ...] = ()
    #: site.yaml
    site: SeedFile | None = None
    #: score.yaml: how often the reading was right when it was measured last
    score: SeedFile | None = None
    #: ledger.csv: which addresses have been published, and what became of them; None before the first build
    ledger: SeedFile | None = None
    #: published/YYYY-MM.jsonl: the events of each edition as they were published last; published/site.jsonl: the last manifest
    published: Mapping[str, SeedFile] = field(default_factory=dict)

    @property
    def files(self) -> tuple[SeedFile, ...]:
        """Every file that was read."""
        single = (file for file in (self.site, self.score, self.ledger) if file)
        named = (self.sidecars, self.authority, self.published)
        return (*self.editions, *self.pages, *single, *(file for files in named for file in files.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the command says about a build."""

    #: absolute, with a slash at the end; None: as site.yaml says
    base_url: str | None = None
    #: the build's date; None: the newest edition's last day
    date: dt.date | None = None
    #: how many processes may render pages
    jobs: int = 1


_TOP: Final = frozenset({"site.yaml", "score.yaml", "ledger.csv", "README.md"})
_FORMS: Final = {
    "editions": (
        re.compile(r"(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])\.(?:txt|yaml)"),
        "YYYY-MM.txt, as in 2022-12.txt",
    ),
    "authority": (
        re.compile(r"(?:cases|names|outlets|people|places|statutes|topics|words)\.yaml"),
        "cases, names, outlets, people, places, statutes, topics or words, with the ending .yaml",
    ),
    "published": (
        re.compile(r"(?:(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])|site)\.jsonl"),
        "as the build names it, and leave what the build writes there alone",
    ),
    "pages": (re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.md"), "in small letters, with the ending .md"),
}
#: kinds of file that static/ may hold: SVG is code, and other pictures tell who took them and where
_STATIC: Final = (".css", ".js", ".png", ".txt", ".woff2")
#: parts of a PNG file in which programs leave names, places and times
_PNG_WORDS: Final = (b"eXIf", b"tEXt", b"iTXt", b"zTXt", b"tIME")


def gather(files: Iterable[SeedFile]) -> Seeds:
    """Return *files*, rightly named and in order of path, as what they are."""
    by_folder: dict[str, dict[str, SeedFile]] = {}
    for file in files:
        by_folder.setdefault(file.folder, {})[file.name] = file
    editions = by_folder.get("editions", {})
    return Seeds(
        editions=tuple(file for name, file in editions.items() if name.endswith(".txt")),
        sidecars={file.stem: file for name, file in editions.items() if name.endswith(".yaml")},
        authority={file.stem: file for file in by_folder.get("authority", {}).values()},
        pages=tuple(by_folder.get("pages", {}).values()),
        site=by_folder.get("", {}).get("site.yaml"),
        score=by_folder.get("", {}).get("score.yaml"),
        ledger=by_folder.get("", {}).get("ledger.csv"),
        published={file.stem: file for file in by_folder.get("published", {}).values()},
    )


def name_mistakes(paths: Iterable[str]) -> Iterator[str]:
    """Yield a sentence for each of *paths* ('seeds/editions/2022-12.txt') that is wrongly named or placed."""
    editions: list[str] = []
    for path in paths:
        folder, _, name = path.partition("/")[2].rpartition("/")
        if folder in _FORMS:
            form, words = _FORMS[folder]
            if not form.fullmatch(name):
                yield f"{path}: is no name for a file in {folder}/: name it {words}"
        elif folder or name not in _TOP:
            yield f"{path}: nothing is read there: move it to editions/, authority/ or pages/, or remove it"
        if folder == "editions":
            editions.append(path)
    yield from _edition_mistakes(editions)


def _edition_mistakes(paths: list[str]) -> Iterator[str]:
    """Yield what is wrong between files of editions/: none, two for one month, a sidecar alone."""
    months: dict[str, list[str]] = {}
    for path in paths:
        months.setdefault(path.rpartition("/")[2].rpartition(".")[0].lower(), []).append(path)
    for month, files in months.items():
        digests = [path for path in files if not path.lower().endswith((".yaml", ".yml"))]
        if not digests:
            yield f"{files[0]}: there is no digest {month}.txt beside it: put it there, or remove this file"
        if len(digests) > 1:
            yield f"{' and '.join(digests)}: two files for one month: keep one"
    if not months:
        yield "editions/: there is no digest: put one there, named YYYY-MM.txt"


def static_mistakes(path: str, data: bytes) -> Iterator[str]:
    """Yield a sentence for each reason why a file of the static folder must not be published."""
    if not path.endswith(_STATIC):
        yield f"{path}: static/ holds only {', '.join(_STATIC)}: remove it"
    if path.endswith(".png") and any(word in data for word in _PNG_WORDS):
        yield f"{path}: says who made it, where or when: save it without such data"
