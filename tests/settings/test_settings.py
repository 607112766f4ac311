"""What the environment may say, and what holds when it says nothing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from framework.settings import DATABASE, KEEP_DAYS, PROCESSES, PROXIES, RULES, Settings, keep_days, processes, proxies


@pytest.mark.skipif(sys.platform != "linux", reason="these are the variables of Linux")
@pytest.mark.parametrize(
    ("given", "expected"),
    [(None, "/people/ada/.local/share"), ("", "/people/ada/.local/share"), ("/data", "/data")],
)
def test_data_stays_where_it_was_kept_so_far(given: str | None, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder that the platform keeps for a user's data, so that nobody's work is lost."""
    monkeypatch.setenv("HOME", "/people/ada")
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    if given is not None:
        monkeypatch.setenv("XDG_DATA_HOME", given)
    assert Settings.from_environment({}).database == f"{expected}/should-i-use-ml/work.db"


def test_the_database_is_the_one_that_is_set() -> None:
    """A blank variable counts as unset."""
    assert Settings.from_environment({DATABASE: "sqlite:///x.db"}).database == "sqlite:///x.db"
    assert Settings.from_environment({DATABASE: "  "}).database.endswith("work.db")


def test_the_rules_are_those_that_came_along_unless_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(RULES, raising=False)
    assert (Settings.from_environment().rules / "rulebase.yaml").is_file()
    monkeypatch.setenv(RULES, str(tmp_path))
    assert Settings.from_environment().rules == tmp_path


def test_work_lasts_a_year_and_one_process_serves_unless_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """As it was written: `deployment` reads the numbers, and says what is wrong with them."""
    for name, read, usual in ((KEEP_DAYS, keep_days, "365"), (PROCESSES, processes, "1"), (PROXIES, proxies, "")):
        monkeypatch.delenv(name, raising=False)
        assert read() == usual
        monkeypatch.setenv(name, " ")
        assert read() == usual
        monkeypatch.setenv(name, " 2 ")
        assert read() == "2"
