"""What the tests of the built pages share: two sites, one browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.sites import CHROMIUM, Built, built


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the site of the real digests."""
    return built("real", tmp_path_factory.getbasetemp())


@pytest.fixture(scope="session")
def folder(real: Built) -> Path:
    """Return where the site of the real digests stands."""
    return real.root


@pytest.fixture(scope="session")
def extreme(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the site of extremes."""
    return built("extreme", tmp_path_factory.getbasetemp())


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium once."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield started
        started.close()
