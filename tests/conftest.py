"""What all tests share: one flag, and nothing else."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Reference outputs are written by this flag and reviewed as a diff."""
    parser.addoption("--update-references", action="store_true", help="rewrite the reference outputs")
