"""Ideas side by side, from a table."""

from __future__ import annotations

import json

from framework.cli.main import main


def test_compare_puts_ideas_side_by_side_in_every_form(tmp_path, capsys):
    table = tmp_path / "ideas.csv"
    table.write_text("title\nfirst\n=second()\n", encoding="utf-8")
    said = {}
    for form in ("text", "markdown", "csv", "json"):
        assert main(["compare", str(table), "--format", form]) == 0
        said[form] = capsys.readouterr().out
    assert all("first" in text for text in said.values())
    assert "'=second()" in said["csv"]
    assert len(json.loads(said["json"])["ideas"]) == 2


def test_compare_says_which_row_is_wrong_and_needs_two_ideas(tmp_path, capsys):
    table = tmp_path / "ideas.csv"
    table.write_text("title,no_such_question\nfirst,x\n", encoding="utf-8")
    assert main(["compare", str(table)]) == 2
    said = capsys.readouterr().err
    assert "ideas.csv:1:2: unknown_question" in said and "1 idea cannot be compared. Choose 2 to 12." in said
