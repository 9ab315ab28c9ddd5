"""Marks the tests that measure how cost grows, and those that build the real digests: `make check` runs them apart."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Final

import pytest
from hypothesis import settings
from xdist.scheduler import LoadScopeScheduling

# The same commit has the same verdict; `make hunt` looks for examples that were never tried.
settings.register_profile("check", derandomize=True, deadline=None)
settings.register_profile("hunt", max_examples=4000, deadline=None)
settings.load_profile("check")

_WHOLE: Final = (
    "test_editing", "test_withheld_site", "test_outside", "browser", "test_publishing", "test_cli", "test_site", "test_case_life",
    "test_mutations",
)  # fmt: skip


#: modules whose tests share what takes seconds to make: each is run by one process
_TOGETHER: Final = ("test_withheld_site", "test_site", "test_editing", "browser/test_carried")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test that calls `assert_linear`, and every one of the modules named."""
    for item in items:
        if isinstance(item, pytest.Function) and "assert_linear" in item.function.__code__.co_names:
            item.add_marker(pytest.mark.scaling)
        if any(name in item.nodeid for name in _WHOLE):
            item.add_marker(pytest.mark.whole)


class _ByModule(LoadScopeScheduling):  # type: ignore[misc]
    """Hands out tests one by one, but those of some modules together."""

    def _split_scope(self, nodeid: str) -> str:
        return next((name for name in _TOGETHER if f"/{name}.py::" in nodeid), nodeid)


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> LoadScopeScheduling | None:
    """Return who hands out the tests; None: whoever does it else, which is quicker."""
    return _ByModule(config, log) if config.getvalue("dist") == "loadgroup" else None


@pytest.fixture(autouse=True, scope="session")
def unhurried() -> Iterator[None]:
    """Wait for no disk: whether it has really written is nothing that a test could see, but each page costs one wait."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        patch.setattr(os, "sync", lambda: None)
        yield
