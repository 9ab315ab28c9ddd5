"""Marks the tests that measure how cost grows: coverage slows them, so `make check` runs them apart."""

from __future__ import annotations

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test that calls `assert_linear`."""
    for item in items:
        if isinstance(item, pytest.Function) and "assert_linear" in item.function.__code__.co_names:
            item.add_marker(pytest.mark.scaling)
