"""The rules that decide, and whether each of them decides anything that no other rule does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from framework.model.condition import AnyOf, Condition
from framework.model.listing import listed
from framework.model.rule_id import ALTERNATIVES, TASKS, VERDICTS, rule_id
from framework.model.rulebase import RuleBase
from framework.reasoning.compile import Compiler
from framework.reasoning.decision import Decision
from framework.reasoning.nodes import FALSE

MAX_RULES = 3
"""How many of the rules that leave another one nothing to decide are named."""


@dataclass(frozen=True)
class DecidingRule:
    """A rule of an outcome, an alternative or a task type: its id, the kind of decision, and what it gives."""

    id: str
    kind: str
    gives: str
    when: Condition


def outcome_rule_id(rulebase: RuleBase, outcome: str) -> str:
    """The rule id of an outcome."""
    return rule_id(VERDICTS, rulebase.verdict_of[outcome].id, outcome)


def deciding_rules(rulebase: RuleBase) -> tuple[DecidingRule, ...]:
    """Every rule that decides, in order of precedence."""
    outcomes = (
        DecidingRule(rule_id(outcome_rule_id(rulebase, id_), rule.id), "outcome", id_, rule.when)
        for id_, outcome in rulebase.outcome.items()
        for rule in outcome.rules
    )
    alternatives = (
        DecidingRule(rule_id(ALTERNATIVES, item.id, rule.id), "alternative", item.id, rule.when)
        for item in rulebase.alternative.values()
        for rule in item.rules
    )
    tasks = (
        DecidingRule(rule_id(TASKS, task.id, rule.id), "task", task.id, rule.when)
        for task in rulebase.task.values()
        for rule in task.rules
    )
    return (*outcomes, *alternatives, *tasks)


class DecidingRules:
    """Every rule that decides, against the diagrams of what is decided."""

    def __init__(
        self,
        rulebase: RuleBase,
        compiler: Compiler,
        decisions: Mapping[str, Decision],
        decided: Mapping[str, int],
    ):
        """`decided`: of each decision its diagram."""
        self.all = deciding_rules(rulebase)
        self._compiler, self._decisions, self._decided = compiler, decisions, decided

    def decides(self, rule: DecidingRule) -> bool:
        """Whether some sheet comes to what the rule gives, and by no other rule that gives the same."""
        if rule.gives == self._decisions[rule.kind].otherwise:
            return False
        others = [other.when for other in self.all if _same(other, rule) and other.id != rule.id]
        by_no_other = self._compiler.negation(self._compiler.condition(AnyOf(tuple(others))))
        return self._compiler.meet(self._compiler.where(self._decided[rule.kind], [rule.gives]), by_no_other)

    def instead_of(self, rule: DecidingRule) -> str:
        """Why a rule has nothing to decide: the one rule that leaves it nothing, or as many as it takes."""
        if rule.gives == self._decisions[rule.kind].otherwise:
            return f"`{rule.gives}` comes last, so it is taken without a rule"
        covering = self._covering(rule)
        shown = [f"`{other.id}`" for other in covering[:MAX_RULES]]
        more = len(covering) - len(shown)
        names = listed([*shown, f"{more} more"] if more else shown, "and")
        return f"wherever it holds, {names} already {'decides' if len(covering) == 1 else 'decide'}"

    def _covering(self, rule: DecidingRule) -> list[DecidingRule]:
        """Rules that give the same or come first, and together hold wherever this one does; first those that give the
        same.
        """
        compiler, order = self._compiler, self._decisions[rule.kind].leaves
        rivals = sorted(
            (
                other
                for other in self.all
                if other.kind == rule.kind
                and other.id != rule.id
                and order.index(other.gives) <= order.index(rule.gives)
            ),
            key=lambda other: not _same(other, rule),
        )
        left = compiler.condition(rule.when)
        for rival in rivals:
            if not compiler.meet(left, compiler.negation(compiler.condition(rival.when))):
                return [rival]
        covering = []
        for rival in rivals:
            condition = compiler.condition(rival.when)
            if compiler.meet(left, condition):
                covering.append(rival)
                left = compiler.ite(condition, FALSE, left)
        return covering


def _same(one: DecidingRule, other: DecidingRule) -> bool:
    return (one.kind, one.gives) == (other.kind, other.gives)
