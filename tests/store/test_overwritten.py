"""What was deleted is overwritten, or it is said that it could not be."""

from __future__ import annotations

from pathlib import Path

import pytest

from framework.errors import StoreError
from framework.store import Store, engine

from .helpers import create


def test_deleted_work_can_be_read_in_no_file_once_nobody_reads_an_older_state(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, title = Store.open(tmp_path / "work.db"), "A title that nobody may read again"
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0)
    key = create(store, title).key

    def holding_it() -> list[str]:
        return [path.name for path in tmp_path.iterdir() if title.encode() in path.read_bytes()]

    with store.engine.connect() as reader:
        reader.exec_driver_sql("SELECT count(*) FROM work").all()
        store.work.delete(key)
        with pytest.raises(StoreError, match="could not be overwritten"):
            store.overwrite_deleted()
        assert "work.db-wal" in holding_it()
    store.overwrite_deleted()
    assert not holding_it()
    with store.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar() == 15_000
    store.close()
