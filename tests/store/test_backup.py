"""A copy of saved work is complete, private and restored by putting it in the place of the old file."""

from __future__ import annotations

import shutil
import sqlite3
import stat
import sys
from pathlib import Path

import pytest

from framework.errors import StoreError
from framework.settings import DATABASE
from framework.store import Store
from framework.store.engine import back_up
from tests.cli.running import run

from .conftest import NewPlace
from .helpers import create


def test_a_copy_holds_what_was_saved_last_and_the_application_goes_on(tmp_path: Path) -> None:
    """The newest changes are in a second file, which a copy of the first alone lacks."""
    path, copy = tmp_path / "work.db", tmp_path / "copy.db"
    store = Store.open(path)
    work = create(store)
    back_up(path, copy)
    later = create(store)
    store.close()
    restored = Store.open(copy)
    assert restored.work.get(work.key) == work and restored.work.get(later.key) is None
    restored.close()


def test_a_copy_takes_the_place_of_the_old_file(tmp_path: Path) -> None:
    """As docs/class.md says; what a power cut left beside the old file would destroy it."""
    path, copy, place = tmp_path / "work.db", tmp_path / "copy.db", tmp_path / "place"
    store = Store.open(path)
    work = create(store)
    back_up(path, copy)
    later = create(store)
    place.mkdir()
    for ending in ("", "-wal", "-shm"):
        shutil.copy(f"{path}{ending}", place)
    store.close()
    shutil.copy(copy, place / "work.db")
    for ending in ("-wal", "-shm"):
        (place / f"work.db{ending}").unlink()
    restored = Store.open(place / "work.db")
    assert restored.work.get(work.key) == work and restored.work.get(later.key) is None
    restored.close()


@pytest.mark.skipif(sys.platform == "win32", reason="rights are kept otherwise there")
def test_nobody_else_on_the_machine_may_read_a_copy(tmp_path: Path) -> None:
    Store.open(tmp_path / "work.db").close()
    back_up(tmp_path / "work.db", tmp_path / "copy.db")
    assert stat.S_IMODE((tmp_path / "copy.db").stat().st_mode) == 0o600


def test_a_copy_converts_nothing(tmp_path: Path) -> None:
    """It is made before an update, of what an older version wrote; nor does it make a file that is missing."""
    with sqlite3.connect(tmp_path / "work.db") as old:
        old.execute("CREATE TABLE older (text TEXT)")
    old.close()
    before = (tmp_path / "work.db").read_bytes()
    back_up(tmp_path / "work.db", tmp_path / "copy.db")
    assert (tmp_path / "work.db").read_bytes() == before
    with pytest.raises(StoreError, match="unable to open database file"):
        back_up(tmp_path / "nothing.db", tmp_path / "other.db")
    assert not (tmp_path / "nothing.db").exists() and not (tmp_path / "other.db").exists()


def test_another_kind_of_database_is_told_its_own_command(new_database: NewPlace, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="pg_dump"):
        back_up(new_database(), tmp_path / "copy.db")
    assert not list(tmp_path.iterdir())


def test_the_command_copies_what_is_set_over_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store.open(tmp_path / "work.db")
    work = create(store)
    store.close()
    monkeypatch.setenv(DATABASE, str(tmp_path / "work.db"))
    done = run("backup", tmp_path / "copy.db")
    assert done.returncode == 0 and "copy.db" in done.stdout
    again = Store.open(tmp_path / "copy.db")
    assert again.work.get(work.key) == work
    again.close()
    before = (tmp_path / "copy.db").read_bytes()
    for target in ("copy.db", "nowhere/copy.db"):
        done = run("backup", tmp_path / target)
        assert done.returncode == 2 and str(tmp_path / target) in done.stderr
    assert (tmp_path / "copy.db").read_bytes() == before


@pytest.mark.filterwarnings("ignore:Query string argument:sqlalchemy.exc.SAWarning")
@pytest.mark.parametrize(
    ("named", "file"),
    [
        ("file:with%20space/work.db?uri=true", "with space/work.db"),
        ("file:work.db", "file:work.db"),  # without `uri=true` it is a path, whatever it looks like
        ("work.db?mode=memory", "work.db"),
    ],
)
def test_the_file_that_a_url_names_is_copied_kept_private_and_missed(
    named: str, file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path, copy, url = tmp_path / file, tmp_path / "copy.db", f"sqlite:///{named}"
    store = Store.open(url)
    work = create(store)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    back_up(url, copy)
    restored = Store.open(copy)
    assert restored.work.get(work.key) == work
    restored.close()
    path.rename(tmp_path / "elsewhere.db")
    with pytest.raises(StoreError, match="was removed"):
        store.work.get(work.key)
    store.close()


def test_a_database_in_memory_is_no_file_to_copy(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="in memory"):
        back_up("sqlite:///file::memory:?uri=true", tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()
