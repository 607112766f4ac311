from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from framework.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "work.db")
    yield opened
    opened.close()
