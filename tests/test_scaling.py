"""What `assert_linear` lets pass and what it stops."""

from __future__ import annotations

import pytest

from tests.scaling import assert_linear


def test_linear_work_passes() -> None:
    assert_linear(lambda text: [c for _ in range(3) for c in text], "a", 400_000)


def test_quadratic_work_fails() -> None:
    with pytest.raises(pytest.fail.Exception, match=r"2000 characters of 'a' take [3-6]"):
        assert_linear(lambda text: [0 for _ in text for _ in text], "a", 1_000)


def test_work_that_takes_next_to_no_time_passes() -> None:
    assert_linear(len, "a", 1_000)
