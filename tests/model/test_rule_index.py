"""Every rule has an id that lasts, and every id leads to its rule, its file and its line."""

from __future__ import annotations

import ast
import re
import shutil
from datetime import date
from pathlib import Path
from unittest import mock

import pytest

from framework import assess, load_rules
from framework.cli.main import main
from framework.errors import RuleBaseError
from framework.model import rule_id
from framework.model.history import History
from framework.model.rule_id import NEXT_STEPS, parts_of
from framework.model.rule_index import RuleIndex, index_of
from framework.model.rules import RetiredId
from framework.report.document import build_document, statements
from framework.rulebase.collection import key_of
from framework.rulebase.layers import Folder
from framework.rulebase.locating import locate
from framework.rulebase.publishing import PUBLISHED, check_published, publish
from framework.rulebase.reading import read_file
from tests.rulebase.folders import LESSON, overlay
from tests.tiny import TINY, copied

ROOT = Path(__file__).parents[2]
RULEBASE = load_rules()
INDEX = index_of(RULEBASE)
FOLDERS = [None, TINY]


@pytest.mark.parametrize("folder", FOLDERS, ids=["shipped", "tiny"])
def test_every_entry_stands_where_its_path_leads(folder: Path | None) -> None:
    """The text found at file and path is the entry's own: its id, or the sentence it is cited for."""
    rulebase = load_rules(folder)
    names = {key_of(name): name for name in Folder(rulebase.folders[0]).names}
    keys = {entry.key for entry in index_of(rulebase).values()}
    data = {key: read_file(rulebase.folders[0] / names[key], names[key]).data for key in keys}
    for entry in index_of(rulebase).values():
        found = data[entry.key]
        for step in entry.path:
            found = found[step]
        last = entry.id.rpartition("/")[2]
        if isinstance(found, dict) and "id" in found:
            assert found["id"] in (last, rulebase.manifest.id)
        elif isinstance(found, dict):
            assert found.get("metric", found.get("text")) in (last, entry.sentence)
        elif isinstance(found, str):
            assert " ".join(found.split()) == entry.sentence
        else:
            assert isinstance(found, list)


def test_the_place_of_a_rule_is_its_line() -> None:
    """File, line and column of the first key of the rule."""
    entry = index_of(load_rules(TINY))["criteria/distance/too_far"]
    place = locate(load_rules(TINY), entry)
    assert place is not None
    line = Path(place.path).read_text().splitlines()[place.line - 1]
    assert line[place.column - 1 :] == "id: too_far"


def test_whatever_a_brief_cites_is_in_the_index() -> None:
    """For every worked case: a statement without a rule behind it could not be looked up."""
    cited = set()
    for case in RULEBASE.cases:
        document = build_document(RULEBASE, assess(RULEBASE, {"answers": case.answers, "words": case.words}))
        cited |= {statement.rule for statement in statements(document.sections)}
    assert len(cited) > 300
    assert cited - INDEX.keys() == set()


def test_no_id_is_a_place_in_a_list() -> None:
    """An id made of a position would change when something is inserted before it."""
    assert len(INDEX) > 1_000
    assert [id_ for id_ in INDEX if re.search(r"/\d+(/|$)", id_)] == []


@pytest.mark.parametrize(
    "old",
    [
        "criteria/scale/favourable/1",
        "verdicts/use_ml/test_signal_first/next_steps/2",
        "plan/scope/details/2",
        "tasks/survival/metrics/1",
        "tasks/survival/reframings/4",
        "tasks/ranking/pitfalls/2",
        "objectives/revenue/guardrails/1",
    ],
)
def test_links_in_briefs_of_the_first_edition_still_lead_somewhere(old: str) -> None:
    """Their rules were counted; each retired id names what replaced it."""
    assert old not in INDEX
    assert INDEX.resolve(old) is not None


@pytest.mark.parametrize("wrong", ["", "/", "criteria", "criteria/nobody", "criteria//x", "a/b/c/d", "questions/<b>"])
def test_an_unknown_id_leads_nowhere(wrong: str) -> None:
    """Without an exception, whatever somebody typed."""
    assert INDEX.resolve(wrong) is None


def test_a_published_id_does_not_vanish_without_a_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`check --publish` lists what is in use; a rule renamed afterwards is found at its line, until it is retired."""
    folder = tmp_path / "rules"
    shutil.copytree(TINY, folder)
    assert main(["check", str(folder), "--publish"]) == 0
    criterion = folder / "criteria" / "weather.yaml"
    criterion.write_text(criterion.read_text().replace("id: fair_weather_only", "id: only_in_may"))
    lines = (folder / PUBLISHED).read_text().splitlines()
    line = lines.index("criteria/weather/fair_weather_only") + 1
    assert main(["check", str(folder)]) == 2
    assert f"rules/{PUBLISHED}:{line}:1: withdrawn_id: " in capsys.readouterr().err
    with pytest.raises(RuleBaseError):
        publish(load_rules(folder))
    retired = "- {id: criteria/weather/fair_weather_only, replaced_by: criteria/weather/only_in_may, since: '2'}\n"
    (folder / "retired.yaml").write_text(retired)
    assert main(["check", str(folder)]) == 0
    assert index_of(load_rules(folder)).resolve("criteria/weather/fair_weather_only") is not None
    assert main(["check", str(folder), "--publish"]) == 0
    listed = (folder / PUBLISHED).read_text().splitlines()
    assert sorted({*lines, "criteria/weather/only_in_may"}) == listed, "what was published stays listed"
    (folder / "retired.yaml").unlink()
    assert main(["check", str(folder)]) == 2


def test_only_a_folder_without_overlays_is_published(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The list of the folder below would otherwise hold ids that are not in it."""
    folder, over = copied(tmp_path / "rules"), overlay(tmp_path / "over", lessons__flat_tyres=LESSON)
    (over / "rulebase.yaml").write_text("lessons: [flat_tyres]\n")
    assert main(["check", str(folder), "--overlay", str(over), "--publish"]) == 2
    assert "not loaded from one folder" in capsys.readouterr().err
    assert not (folder / PUBLISHED).exists()


@pytest.mark.parametrize(
    ("raw", "problem"), [(b"criteria/x\n\xff\n", ":2:1: not_utf8: "), (None, ":1:1: unreadable: ")]
)
def test_a_list_of_published_ids_that_cannot_be_read_has_its_place(
    raw: bytes | None, problem: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is a file of the rules like any other."""
    folder = tmp_path / "rules"
    shutil.copytree(TINY, folder)
    (folder / PUBLISHED).write_bytes(raw or b"")
    if raw is None:
        denied = PermissionError(13, "Permission denied")
        monkeypatch.setattr(Path, "read_bytes", mock.Mock(side_effect=denied))
    assert main(["check", str(folder)]) == 2
    assert f"rules/{PUBLISHED}{problem}" in capsys.readouterr().err


def test_the_shipped_rules_have_published_what_they_use() -> None:
    """Nothing that was published is gone, and the list is that of this version and of what was withdrawn."""
    check_published(RULEBASE)
    listed = (RULEBASE.folders[0] / PUBLISHED).read_text().splitlines()
    assert listed == sorted({*INDEX, *(item.id for item in RULEBASE.retired)}), (
        "if the change is meant: should-i-use-ml check rules --publish"
    )


KINDS = [value for name, value in vars(rule_id).items() if name.isupper() and name != "SEPARATOR"]
BY_HAND = re.compile(rf"({'|'.join(KINDS)})/|\{{[^{{}}]*\.id\}}/\{{")
"""Beginnings of an f-string that puts a rule id together: with a kind, or with an id."""


def _formatted_ids(source: str) -> list[str]:
    """f-strings that put a rule id together by hand."""
    texts = [ast.unparse(node) for node in ast.walk(ast.parse(source)) if isinstance(node, ast.JoinedStr)]
    return [text for text in texts if BY_HAND.match(text, 2)]


def test_ids_are_built_in_one_place() -> None:
    """No other module formats one; a planted one is seen."""
    modules = [path for path in (ROOT / "framework").rglob("*.py") if path.name != "rule_index.py"]
    assert len(modules) > 100
    assert {path.name: found for path in modules if (found := _formatted_ids(path.read_text()))} == {}
    for planted in ('f"criteria/{criterion.id}"', 'f"{self._entry.id}/{field}"'):
        assert _formatted_ids(f"where = {planted}")


def _reflected(source: str) -> list[str]:
    """Where a module reads attributes whose names only the running program knows."""
    called = [node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return [name.id for name in called if isinstance(name, ast.Name) and name.id in ("getattr", "hasattr", "vars")]


def test_entries_name_their_fields() -> None:
    """The type checker sees every field that has an id; a planted reflection is seen."""
    modules = [
        *(ROOT / "framework" / "model" / "entries").glob("*.py"),
        *(ROOT / "framework" / "model").glob("rule_*.py"),
    ]
    assert len(modules) > 6
    assert {path.name: found for path in modules if (found := _reflected(path.read_text()))} == {}
    assert _reflected("text = getattr(task, name, None)")


def test_ticks_move_to_the_step_that_replaced_theirs() -> None:
    """A finding of a product manager: a step renamed in the rules stood open again, though it had been ticked."""
    first, second = date(2026, 1, 5), date(2026, 2, 6)
    steps = [entry.id for entry in INDEX.values() if NEXT_STEPS in parts_of(entry.id)]
    stage, *_ = RULEBASE.plan
    here, there = "verdicts/gone/gone/next_steps/old", "verdicts/gone/gone/next_steps/older"
    moved = [
        RetiredId(id=here, replaced_by=steps[0], since="2"),
        RetiredId(id=there, replaced_by=here, since="2"),
        RetiredId(id="plan/old_stage", replaced_by=f"plan/{stage.id}", since="2"),
        RetiredId(id="verdicts/gone/gone/next_steps/dropped", why="No longer needed.", since="2"),
    ]
    index = RuleIndex(RULEBASE.model_copy(update={"retired": (*RULEBASE.retired, *moved)}))
    ticked = {there: first, here: second, "old_stage": first, "verdicts/gone/gone/next_steps/dropped": first}
    assert History(steps=ticked).under(index).steps == {
        steps[0]: second,
        stage.id: first,
        "verdicts/gone/gone/next_steps/dropped": first,
    }, "of two steps that became one the later day counts, and nothing is lost"
    now = History(steps={steps[1]: first, stage.id: second})
    assert now.under(index) is now
