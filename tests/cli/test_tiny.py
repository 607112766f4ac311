"""The tiny rule base, about bicycles, through every command: nothing of the shipped one's subject is in Python."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from framework import load_rules
from tests.cli.running import TINY, run
from tests.foreign import foreign

CASES = load_rules(TINY).cases


def said(text: str) -> str:
    """The text, after a look for words of another subject; names of keys are part of the fixed format."""
    assert not foreign(text), foreign(text)
    return text


def sheet_of(case: object) -> str:
    """A case as a sheet in JSON, which is YAML too."""
    return json.dumps({"title": case.title, "answers": dict(case.answers), "words": case.words})  # type: ignore[attr-defined]


@pytest.mark.parametrize("form", ["text", "json"])
def test_questions(form: str) -> None:
    """As a list to read and as data."""
    done = run("questions", "--format", form)
    assert done.returncode == 0, done.stderr
    assert "How far is it, one way?" in said(done.stdout)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_assess(case: object, form: str) -> None:
    """Every case in every form."""
    done = run("assess", "-", "--format", form, given=sheet_of(case))
    assert done.returncode == 0, done.stderr
    rulebase = load_rules(TINY)
    verdict = rulebase.verdict[case.expected.verdict]  # type: ignore[attr-defined]
    if form == "json":
        found = json.loads(done.stdout)
        assert found["verdict"] == verdict.id
        said("\n".join(_values(found)))
    else:
        found = said(done.stdout).lower()
        assert any(outcome.title.lower() in found for outcome in verdict.outcomes)


def test_assess_of_one_answer() -> None:
    """An unfinished sheet speaks of what is open."""
    done = run("assess", "-", given="answers: {hills: hilly}")
    assert done.returncode == 0, done.stderr
    said(done.stdout)


def test_check() -> None:
    """What is proved, in words and as data."""
    assert said(run("check").stdout).endswith("Sound.\n")
    found = json.loads(run("check", "--format", "json").stdout)
    assert found["sound"] is True
    said("\n".join(_values(found)))


def test_batch(tmp_path: Path) -> None:
    """Every case as a row."""
    rulebase = load_rules(TINY)
    names = list(rulebase.closed_questions)
    path, out = tmp_path / "cases.csv", tmp_path / "out.csv"
    rows = io.StringIO()
    writer = csv.writer(rows)
    writer.writerow(names)
    for case in CASES:
        given = [case.answers.get(name, "") for name in names]
        writer.writerow(value if isinstance(value, str) else ";".join(value) for value in given)
    path.write_text(rows.getvalue())
    done = run("batch", path, "-o", out)
    assert done.returncode == 0, done.stderr
    found = list(csv.DictReader(io.StringIO(said(out.read_text()))))
    assert [row["verdict"] for row in found] == [case.expected.verdict for case in CASES]


def test_help_and_problems() -> None:
    """What goes wrong is said without another subject, too."""
    said(run("assess", "-", given="answers: {hils: flat}").stderr)
    said(run("batch", "/nowhere.csv", "-o", "/nowhere/out.csv").stderr)


def test_a_leak_is_noticed(tmp_path: Path) -> None:
    """A rule base with one foreign word in it fails the look."""
    import shutil

    rules = shutil.copytree(TINY, tmp_path / "rules")
    path = rules / "questions" / "01_way.yaml"
    path.write_text(path.read_text().replace("How far is it, one way?", "How far is the model, one way?"))
    with pytest.raises(AssertionError, match="the model"):
        said(run("questions", rules=rules).stdout)


def _values(found: object) -> list[str]:
    """Every text in a piece of JSON, without the names of keys."""
    if isinstance(found, dict):
        return [text for value in found.values() for text in _values(value)]
    if isinstance(found, list):
        return [text for value in found for text in _values(value)]
    return [found] if isinstance(found, str) else []
