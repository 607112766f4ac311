"""Worked cases under two releases of a rule base: which come to something else, or to the same by other rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from framework.model.case import Case
from framework.model.rule_id import VERDICTS, rule_id
from framework.model.rulebase import RuleBase
from framework.reasoning.conclusions import conclude
from framework.reasoning.interpreter import Facts
from framework.reasoning.reasoner import reasoner_for


@dataclass(frozen=True)
class CaseMove:
    """A worked case of both releases that differs. Verdicts and outcomes are those that are possible."""

    case: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    """Verdicts."""
    outcomes_before: tuple[str, ...]
    outcomes_after: tuple[str, ...]
    rules_before: tuple[str, ...]
    rules_after: tuple[str, ...]
    """Ids of the rules that decided; empty while the outcome is open, and where none of its own decides."""


def changed_cases(old: RuleBase, new: RuleBase) -> Iterator[CaseMove]:
    """The cases of both releases that come to another verdict or outcome, or to the same by other rules."""
    for id_, case in new.case.items():
        if id_ in old.case:
            before, after = _result(old, old.case[id_]), _result(new, case)
            if [set(ids) for ids in before] != [set(ids) for ids in after]:
                pairs = zip(before, after, strict=True)
                yield CaseMove(id_, *(ids for pair in pairs for ids in pair))


def _result(rulebase: RuleBase, case: Case) -> tuple[tuple[str, ...], ...]:
    """Possible verdicts, possible outcomes, and the rules that decided."""
    answers = rulebase.accept(case.answers)
    found = conclude(reasoner_for(rulebase), answers)
    outcome = rulebase.outcome.get(found.outcome or "")
    if outcome is None:
        return found.possible_verdicts, found.possible_outcomes, ()
    facts, owner = Facts(rulebase, answers), rule_id(VERDICTS, rulebase.verdict_of[outcome.id].id, outcome.id)
    decided = tuple(rule_id(owner, rule.id) for rule in outcome.rules if facts.holds(rule.when))
    return found.possible_verdicts, found.possible_outcomes, decided
