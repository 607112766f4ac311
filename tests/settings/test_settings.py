"""What the environment may say, and what holds when it says nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from framework.settings import DATABASE, RULES, Settings, data_folder, rules_folder


@pytest.mark.parametrize(
    ("platform", "environ", "expected"),
    [
        ("linux", {"HOME": "/people/ada"}, "/people/ada/.local/share/should-i-use-ml"),
        ("linux", {"HOME": "/people/ada", "XDG_DATA_HOME": "/data"}, "/data/should-i-use-ml"),
        ("linux", {"HOME": "/people/ada", "XDG_DATA_HOME": ""}, "/people/ada/.local/share/should-i-use-ml"),
        ("linux", {"HOME": "/people/ada", "XDG_DATA_HOME": "data"}, "/people/ada/.local/share/should-i-use-ml"),
        ("darwin", {"HOME": "/Users/ada"}, "/Users/ada/Library/Application Support/should-i-use-ml"),
        ("win32", {"HOME": "/u", "LOCALAPPDATA": "/u/local"}, "/u/local/should-i-use-ml"),
    ],
)
def test_data_goes_where_the_platform_keeps_it(platform: str, environ: dict[str, str], expected: str) -> None:
    assert data_folder(environ, platform) == Path(expected)


def test_the_database_is_a_file_in_the_data_folder_unless_set() -> None:
    assert Settings.from_environment({"HOME": "/people/ada"}).database.endswith("should-i-use-ml/work.db")
    assert Settings.from_environment({"HOME": "/h", DATABASE: "sqlite:///x.db"}).database == "sqlite:///x.db"
    assert Settings.from_environment({"HOME": "/h", DATABASE: "  "}).database.endswith("work.db")


def test_the_rules_are_those_that_came_along_unless_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(RULES, raising=False)
    assert (rules_folder() / "rulebase.yaml").is_file()
    monkeypatch.setenv(RULES, str(tmp_path))
    assert rules_folder() == tmp_path
