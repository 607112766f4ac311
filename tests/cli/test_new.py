"""`new rules` writes a rule base that `check` finds sound, and never writes over anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from framework.settings import TEMPLATE_RULES
from tests.cli.running import run


@pytest.mark.parametrize("exists", [True, False])
def test_a_new_folder_is_filled_and_sound(exists: bool, tmp_path: Path) -> None:
    """The folder may be there, if it is empty; questions come out, and every file is there."""
    folder = tmp_path / "mine"
    if exists:
        folder.mkdir()
    done = run("new", "rules", folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"should-i-use-ml check {folder}" in done.stdout
    checked = run("check", folder)
    assert checked.returncode == 0
    assert "Worth knowing" not in checked.stdout
    written = {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}
    copied = {path.relative_to(TEMPLATE_RULES) for path in TEMPLATE_RULES.rglob("*") if path.is_file()}
    assert {path for path in written if not path.name.endswith(".json")} == copied
    for path in folder.rglob("*.yaml"):
        first, rest = path.read_text().split("\n", 1)
        assert (path.parent / first.partition("$schema=")[2]).is_file()
        assert rest == (TEMPLATE_RULES / path.relative_to(folder)).read_text()


@pytest.mark.parametrize("name", ["full", "full/note.txt", "full/note.txt/below"])
def test_nothing_is_written_where_something_is(name: str, tmp_path: Path) -> None:
    """A folder with a file in it, a file, and a place below a file: named, exit code 2, left as they are."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "note.txt").write_text("mine")
    done = run("new", "rules", tmp_path / name)
    assert done.returncode == 2
    assert done.stderr.startswith(f"{tmp_path / name}:1:1: "), done.stderr
    assert [path.name for path in tmp_path.rglob("*")] == ["full", "note.txt"]
