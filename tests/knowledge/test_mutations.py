"""Mutation test of the knowledge: a damaged rule is noticed by the examples in its own file, or by a worked case.

Every condition of every rule that decides (criteria, verdicts, alternatives, task types) is damaged at every place: a
part deleted, negated, widened by each other value, narrowed by each of its own. What survives is listed with the reason
why it makes no difference; the list must be complete and must not be stale.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from framework import load_rules
from framework.model.condition import Condition
from framework.model.rulebase import RuleBase
from framework.model.rules import Clause, Criterion, Status
from framework.reasoning.compile import Compiler
from framework.reasoning.nodes import FALSE
from tests.knowledge.examples import Owner, meets, owners
from tests.knowledge.mutate import mutants

SAME_ANYWAY: dict[str, str] = {}
"""Damages that change nothing on any sheet, with the reason. The goal is an empty list."""

RULEBASE = load_rules()


def _damaged_criteria(rulebase: RuleBase, criterion: Criterion) -> Iterator[tuple[str, RuleBase, Owner, Criterion]]:
    for status in (Status.BLOCKING, Status.UNFAVOURABLE, Status.FAVOURABLE):
        clauses: tuple[Clause, ...] = criterion.clauses(status)
        for number, clause in enumerate(clauses):
            for what, condition in mutants(clause.when, rulebase):
                damaged = clause.model_copy(update={"when": condition})
                changed = criterion.model_copy(
                    update={status.value: (*clauses[:number], damaged, *clauses[number + 1 :])}
                )
                criteria = tuple(changed if other.id == criterion.id else other for other in rulebase.criteria)
                copy = RuleBase.model_construct(**{**_fields(rulebase), "criteria": criteria})
                owner = Owner(f"criteria/{criterion.id}", changed, (), (), changed.examples)
                yield f"criteria/{criterion.id}/{status.value}/{number + 1}: {what}", copy, owner, changed


def _fields(rulebase: RuleBase) -> dict[str, object]:
    return {name: getattr(rulebase, name) for name in type(rulebase).model_fields}


def _damaged_rules(rulebase: RuleBase, owner: Owner) -> Iterator[tuple[str, Owner, Condition, Condition]]:
    for index, (id_, when) in enumerate(owner.rules):
        for what, condition in mutants(when, rulebase):
            rules = (*owner.rules[:index], (id_, condition), *owner.rules[index + 1 :])
            yield f"{owner.where}/{id_}: {what}", replace(owner, rules=rules), when, condition


def _noticed(rulebase: RuleBase, owner: Owner) -> bool:
    return not all(meets(rulebase, owner, example) for example in owner.examples)


@cache
def _compiler() -> Compiler:
    return Compiler(RULEBASE)


def _same_on_every_sheet(one: Condition, other: Condition) -> bool:
    """Whether two conditions hold on exactly the same sheets: then the damage is none."""
    return _compiler().condition(one) == _compiler().condition(other)


def _says_the_same(one: Criterion, other: Criterion) -> bool:
    """Whether two versions of a criterion give every status, and say every sentence, on exactly the same sheets."""
    return _said(one) == _said(other)


def _said(criterion: Criterion) -> list[int]:
    compiler, stronger, said = _compiler(), FALSE, []
    for status in (Status.BLOCKING, Status.UNFAVOURABLE, Status.FAVOURABLE):
        clauses = [compiler.condition(clause.when) for clause in criterion.clauses(status)]
        said += [compiler.ite(stronger, FALSE, clause) for clause in clauses]
        stronger = compiler.any_of([stronger, *clauses])
        said.append(stronger)
    return said


def test_every_damage_to_a_rule_is_noticed() -> None:
    """No rule can be weakened, turned around or widened without an example failing."""
    survivors: list[str] = []
    looked_at = 0
    for owner in owners(RULEBASE):
        if owner.criterion is not None:
            for name, damaged, changed, criterion in _damaged_criteria(RULEBASE, owner.criterion):
                looked_at += 1
                if not _noticed(damaged, changed) and not _says_the_same(owner.criterion, criterion):
                    survivors.append(name)
        else:
            for name, changed, before, after in _damaged_rules(RULEBASE, owner):
                looked_at += 1
                if not _noticed(RULEBASE, changed) and not _same_on_every_sheet(before, after):
                    survivors.append(name)
    assert looked_at > 1_500
    assert sorted(set(survivors) - set(SAME_ANYWAY)) == []
    assert sorted(set(SAME_ANYWAY) - set(survivors)) == []
