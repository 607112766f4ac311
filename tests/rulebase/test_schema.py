"""The JSON Schema for editors: fresh, met by every rule file, and it refuses what the loader refuses."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from framework import load_rules
from framework.model.rulebase import RuleBase
from framework.rulebase.layers import LANGUAGES
from framework.rulebase.reading import read_file
from framework.rulebase.schema import KINDS, SCHEMA, modeline, schema_files
from tests.references import same_as_file

ROOT = Path(__file__).parents[2]
RULES, TINY, BROKEN = ROOT / "rules", ROOT / "tests" / "tiny_rules", ROOT / "tests" / "broken"


def _schema(rulebase: RuleBase) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(schema_files(rulebase)[SCHEMA])
    return schema


def _problems(schema: dict[str, Any], file: Path, text: Path) -> list[str]:
    """What the schema says against a file, called `file` in the folder of rules."""
    kind = file.parts[0] if len(file.parts) > 1 else file.stem
    data: Any = read_file(text, text.name, rule_file=False).data
    found = Draft202012Validator({**schema, "$ref": f"#/$defs/{kind}"}).iter_errors(data)
    return [f"{file}: {error.json_path}: {error.message[:200]}" for error in found]


def test_the_schema_is_that_of_the_model(request: pytest.FixtureRequest) -> None:
    """A change of the model, of a question or of an option changes the files; the flag writes them."""
    files = schema_files(load_rules())
    for name, text in files.items():
        same_as_file(RULES / name, text, request, "should-i-use-ml check rules --schema rules")
    assert {path.relative_to(RULES).as_posix() for path in (RULES / KINDS).iterdir()} == set(files) - {SCHEMA}
    Draft202012Validator.check_schema(json.loads(files[SCHEMA]))


def rule_files(folder: Path) -> list[Path]:
    """Every file but translations, whose keys are places in the others."""
    return [path for path in sorted(folder.rglob("*.yaml")) if path.relative_to(folder).parts[0] != LANGUAGES]


@pytest.mark.parametrize("folder", [RULES, TINY], ids=["shipped", "tiny"])
def test_every_rule_file_meets_the_schema(folder: Path) -> None:
    """No editor marks what the loader accepts."""
    schema = _schema(load_rules(folder))
    looked_at = 0
    for path in rule_files(folder):
        assert _problems(schema, path.relative_to(folder), path) == []
        looked_at += 1
    assert looked_at > 25


def test_every_shipped_rule_file_names_its_schema() -> None:
    """In the first line, as editors with a YAML language server read it."""
    for path in rule_files(RULES):
        line = path.read_text(encoding="utf-8").partition("\n")[0]
        assert line == modeline(path.relative_to(RULES))
        assert (path.parent / line.partition("$schema=")[2]).resolve().is_file()


BEYOND = {
    "duplicate_id", "duplicate_question", "id_differs", "cycle", "not_listed", "unread_question", "uncited_source",
    "uncited_metric", "reserved", "last_outcome", "unknown_slot", "template", "unused", "alias", "tag", "syntax",
    "empty", "not_utf8", "key", "duplicate_key", "too_deep", "options", "address", "exclusive",
    "ungrouped_option", "option_in_two_groups", "option_in_two_statements", "stops_cover_all", "stops_many",
    "duplicate_distinction", "distinction_not_needed",
    "retired_in_use", "missing_key", "duplicate_role", "unknown_role", "no_source", "no_origin", "missing_sentence",
    "right_choice", "slider", "unknown_file", "missing_number", "share", "missing_parameter", "unknown_parameter",
    "unknown_state", "rows", "unmended", "not_a_step", "without_task", "amount", "basis_number",
}  # fmt: skip
"""Codes of mistakes that need the whole folder or the text itself; of others the schema must know, but for these:"""

FILES_BEYOND = {
    "case_unknown_task", "condition_asks_for_the_verdict", "condition_count_too_high", "condition_unless_decides",
    "example_gives_nonsense",
    "promise_about_unknown_option", "retired_leads_nowhere",
    "example_unknown_clause", "example_unknown_rule",
    "group_unknown_option", "repair_unknown_good_answer",
    "glossary_unknown_block",
    "distinction_unknown_option", "stops_about_unknown_option", "number_question_without_room",
}  # fmt: skip


def test_the_schema_refuses_what_it_can_know() -> None:
    """A wrong key, a wrong type, an unknown option: marked while one types, not only when the rules are loaded."""
    schema = _schema(load_rules(TINY))
    header = re.compile(r"# file: (\S+)\n# expect: \d+:\d+ (\w+)\n")
    accepted: list[str] = []
    refused: list[str] = []
    for path in BROKEN.glob("*.yaml"):
        found = header.match(path.read_text("utf-8", errors="replace"))
        assert found
        if found[2] not in BEYOND and path.stem not in FILES_BEYOND:
            (refused if _problems(schema, Path(found[1]), path) else accepted).append(path.stem)
    assert len(refused) > 15
    assert sorted(accepted) == []
