"""Mutation test of the knowledge: no condition that decides can be damaged without a line of the table changing.

Every such condition is damaged at every place: a part deleted, negated, widened by each other value, narrowed by each
of its own. `references/conditions.yaml` holds sheets that notice each damage; `--update-references` writes it, and its
diff shows what a change of the rules does.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from framework import load_rules
from framework.model.condition import Is
from framework.model.rulebase import RuleBase
from framework.model.rules import Clause
from framework.rulebase.reading import read_file
from tests.knowledge.pinning import Table, pinned, unnoticed, wrong
from tests.references import same_as_file

REFERENCE = Path(__file__).parent / "references" / "conditions.yaml"
RULEBASE = load_rules()


def _text(table: Table) -> str:
    lines = [
        "# What every condition that decides comes to on some sheets. Written by `make references`; read its diff.\n"
    ]
    for id_, by_name in table.items():
        lines.append(f"{id_}:\n")
        for name, sheets in by_name.items():
            lines.append(f"  {name}:\n")
            for sheet in sheets:
                answers = (f"{q}: {_written(given)}" for q, given in sheet.items())
                lines.append(f"    - {{{', '.join(answers)}}}\n")
    return "".join(lines)


def _written(given: str | tuple[str, ...]) -> str:
    if isinstance(given, tuple):
        return f"[{', '.join(map(_written, given))}]"
    return f'"{given}"' if given in ("yes", "no") else given


def _recorded() -> Table:
    file = read_file(REFERENCE, REFERENCE.name, rule_file=False)
    assert file.problems == []
    return file.data or {}


def test_the_table_is_that_of_the_rules(request: pytest.FixtureRequest) -> None:
    """A change of a rule changes the table; the flag writes it, a person reads the diff."""
    same_as_file(REFERENCE, _text(pinned(RULEBASE)), request)


def test_every_damage_to_a_rule_is_noticed() -> None:
    """No rule can be weakened, turned around or widened without a recorded sheet coming to something else."""
    survivors, tried = unnoticed(RULEBASE, _recorded())
    assert tried > 1_500
    assert survivors == []
    assert wrong(RULEBASE, _recorded()) == []


def test_a_damaged_rule_base_is_seen() -> None:
    """A clause widened by one answer differs from the recorded table, and an emptied table notices nothing."""
    criterion = next(item for item in RULEBASE.criteria if isinstance(item.favourable[0].when, Is))
    clause: Clause = criterion.favourable[0]
    assert isinstance(clause.when, Is)
    options = [option.id for option in RULEBASE.closed_questions[clause.when.name].options]
    widened = replace(clause.when, values=tuple(options))
    damaged = criterion.model_copy(
        update={"favourable": (clause.model_copy(update={"when": widened}), *criterion.favourable[1:])}
    )
    criteria = tuple(damaged if item.id == criterion.id else item for item in RULEBASE.criteria)
    fields = {name: getattr(RULEBASE, name) for name in type(RULEBASE).model_fields}
    changed = RuleBase.model_construct(**{**fields, "criteria": criteria, "digest": "damaged"})
    assert wrong(changed, _recorded()) == [f"criteria/{criterion.id}/{clause.id}"]
    survivors, tried = unnoticed(RULEBASE, {})
    assert len(survivors) > 0.9 * tried
