"""Before the port opens: what is wrong is told to whoever starts the server, and the rest waits for the visitors."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.requests import Request

from framework.errors import StoreError
from framework.settings import DATABASE, RULES
from framework.store import Store
from framework.ui import resources, startup
from tests.tiny import TINY
from tests.ui.awaiting import awaited
from tools.ports import free_ports

ROOT = Path(__file__).parents[2]
ASKED = Request({"type": "http"})


def _garbage(folder: Path) -> str:
    (folder / "work.db").write_bytes(b"no database " * 1000)
    return str(folder / "work.db")


def _read_only(folder: Path) -> str:
    """A file that takes no change, for root too: by the option of SQLite."""
    Store.open(folder / "work.db").close()
    return f"sqlite:///file:{folder / 'work.db'}?mode=ro&uri=true"


def _newer(folder: Path) -> str:
    store = Store.open(folder / "work.db")
    with store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0999_future'")
    store.close()
    return str(folder / "work.db")


def _closed(_: Path) -> str:
    return f"postgresql://app:secret@127.0.0.1:{free_ports()[0]}/classes"


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (str, "unable to open database file"),
        (_garbage, "file is not a database"),
        (_read_only, "readonly database"),
        (_newer, "newer version"),
        (_closed, "refused"),
    ],
)
def test_a_database_that_cannot_be_used_ends_the_start(
    made: Callable[[Path], str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """In one line, with the exit code of what was given wrongly, and without a password."""
    monkeypatch.setenv(DATABASE, made(tmp_path))
    with pytest.raises(SystemExit) as ended:
        startup.prepare()
    assert ended.value.code == 2
    (record,) = caplog.records
    assert record.levelno == logging.CRITICAL and said in record.getMessage().lower()
    assert "\n" not in record.getMessage() and "secret" not in record.getMessage()


def test_rules_and_saved_work_are_there_before_the_first_visitor(
    database: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv(RULES, str(TINY))
    with caplog.at_level(logging.INFO, "framework"):
        startup.prepare()
    assert f"saved work is in {database}" in caplog.text
    monkeypatch.setattr(resources, "load_rules", lambda *_: pytest.fail("the first visitor waits for the rules"))
    monkeypatch.setattr(Store, "open", lambda *_: pytest.fail("the first visitor waits for the database"))
    assert resources.own_rules() and resources.own_store()


def test_rules_with_mistakes_are_told_and_the_server_starts(
    database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The pages show them too; whoever starts the server may not look at one."""
    monkeypatch.setenv(RULES, str(tmp_path / "nowhere"))
    startup.prepare()
    assert "/nowhere:1:1: no_folder: " in caplog.text and "The application starts, and shows" in caplog.text


def test_the_health_is_that_of_the_database(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Streamlit's own check says that all is well without one."""
    assert awaited(startup.healthz(ASKED)).status_code == 200

    def fail(_: Store) -> None:
        raise StoreError("Saved work cannot be read right now.", reason="the host is app@10.0.0.7")

    monkeypatch.setattr(Store, "answer", fail)
    answer = awaited(startup.healthz(ASKED))
    assert answer.status_code == 503 and answer.body == b"unavailable"


def test_a_database_that_is_silent_is_no_health(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks is answered."""
    over = threading.Event()
    monkeypatch.setattr(startup, "PATIENCE", 0.05)
    monkeypatch.setattr(Store, "answer", lambda _: over.wait(20))

    async def ask() -> int:
        answer = await startup.healthz(ASKED)
        assert not over.is_set()
        over.set()
        return answer.status_code

    assert awaited(ask()) == 503


def test_a_start_that_fails_gives_its_exit_code_and_a_line_with_time_and_level(tmp_path: Path) -> None:
    """As a person runs it."""
    (port,) = free_ports()
    done = subprocess.run(
        [sys.executable, "-m", "framework.cli", "serve", "--port", str(port)],
        cwd=ROOT,
        env={**os.environ, DATABASE: str(tmp_path), RULES: str(TINY), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith("20") and " CRITICAL framework.ui.startup: Saved work cannot be opened: " in line
    assert str(tmp_path) in line
