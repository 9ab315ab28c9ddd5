"""The direction of imports, and who may touch disk, clock and environment."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Final

import pytest

PACKAGE: Final = Path(__file__).parent.parent / "chronicle"

#: a module may import only what stands above it; those on one line never import each other
ORDER: Final = """
    model
    seeds encoding strictyaml
    findings text
    lexicon
    authority
    addresses
    catalogue
    ages callings capitals codes fates gazetteer lines money penalties terms
    groups
    datelines names numbers roles
    glosses parts
    citations
    split
    dates places people statutes sanctions notes topics oddities variants
    grammar unlisted
    entry
    forms
    evidence
    misprints
    checks unarchived
    likeness
    memory rewording
    pairing
    doubts labels
    book
    recognition
    meant
    fields
    corrected
    read
    contradictions identities index registry spellings titles withholding
    apart
    editions merge
    columns destinations urls
    ledger
    restored rulings
    standing
    proposals
    cases
    measures references
    answers
    annotate
    pages
    drawing feeds hosts schemas search
    data tables
    database spreadsheets
    package
    downloads
    manifest
    archive verdict
    render
    layers
    links leaks
    followed past repeats
    reading
    office site
    files arguments
    cli
"""
RANK: Final = {name: rank for rank, line in enumerate(ORDER.split("\n")) for name in line.split()}

#: modules of Python by which a result could hang on more than the input; who may use them
OUTSIDE: Final = {
    "argparse": {"arguments"},
    "ctypes": {"files"},
    "fcntl": {"files"},
    "getpass": set(),
    "glob": set(),
    "http": set(),
    "importlib": set(),
    "locale": set(),
    "logging": set(),
    "multiprocessing": {"apart"},
    "os": {"files", "cli"},
    "pathlib": {"files", "arguments", "cli"},
    "platform": set(),
    "random": set(),
    "secrets": set(),
    "shutil": {"files"},
    "signal": {"apart", "cli"},
    "socket": set(),
    "stat": {"files"},
    "subprocess": set(),
    "sys": {"cli"},
    "tempfile": set(),
    "time": {"cli"},
    "uuid": set(),
}
#: calls that read the clock or the disk, or run what is in a text
FORBIDDEN: Final = {
    "now",
    "utcnow",
    "today",
    "fromtimestamp",
    "open",
    "eval",
    "exec",
    "input",
    "__import__",
    "from_string",
}

MODULES: Final = {
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts): ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted(PACKAGE.rglob("*.py"))
}


def imported(tree: ast.Module) -> set[str]:
    """Return the full name of everything that a module imports."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def ours(tree: ast.Module) -> set[str]:
    """Return the top modules of the package that a module imports: 'chronicle.lexicon.dates' -> 'lexicon'."""
    names = (name.split(".") for name in imported(tree))
    return {name[1] for name in names if name[0] == "chronicle" and len(name) > 1}


def called(tree: ast.Module) -> set[str]:
    """Return the last name of everything that a module calls."""
    functions = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return {
        f.attr if isinstance(f, ast.Attribute) else f.id
        for f in functions
        if isinstance(f, ast.Attribute | ast.Name)
    }


@pytest.mark.parametrize("module", MODULES)
def test_imports_point_up_the_list_only(module: str) -> None:
    top = module.split(".", maxsplit=1)[0]
    if top == "__init__":
        assert ours(MODULES[module]) == set()
        return

    assert top in RANK, f"{module} has no place in ORDER"
    assert {name for name in ours(MODULES[module]) - {top} if RANK.get(name, -1) >= RANK[top]} == set()


def test_every_place_in_the_list_is_taken() -> None:
    assert RANK.keys() == {module.split(".")[0] for module in MODULES} - {"__init__"}


@pytest.mark.parametrize("module", MODULES)
def test_only_the_shell_touches_disk_clock_and_environment(module: str) -> None:
    roots = {name.split(".")[0] for name in imported(MODULES[module])}

    assert {
        name for name in roots & OUTSIDE.keys() if module.split(".", maxsplit=1)[0] not in OUTSIDE[name]
    } == set()
    assert (
        module.split(".", maxsplit=1)[0] in {"files", "cli"} or called(MODULES[module]) & FORBIDDEN == set()
    )


@pytest.mark.parametrize("module", MODULES)
def test_only_the_command_prints(module: str) -> None:
    assert module == "cli" or "print" not in called(MODULES[module])


@pytest.mark.parametrize("module", MODULES)
def test_nothing_catches_everything(module: str) -> None:
    caught = [node.type for node in ast.walk(MODULES[module]) if isinstance(node, ast.ExceptHandler)]

    assert not [one for one in caught if one is None or (isinstance(one, ast.Name) and one.id == "Exception")]


@pytest.mark.parametrize("module", MODULES)
def test_every_module_says_what_goes_in_and_out_and_is_short(module: str) -> None:
    path = PACKAGE / (module.replace(".", "/") + ".py")

    assert ast.get_docstring(MODULES[module]) is not None
    # The records of all stages stand together in one module.
    assert module == "model" or len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("module", MODULES)
def test_no_function_is_longer_than_forty_lines(module: str) -> None:
    functions = [n for n in ast.walk(MODULES[module]) if isinstance(n, ast.FunctionDef)]

    assert [f.name for f in functions if (f.end_lineno or 0) - f.lineno + 1 > 40] == []
