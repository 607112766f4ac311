"""The examples at the bottom of every rule file, and whether a rule base meets them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from framework.model.answers import Answer
from framework.model.condition import AnyOf, Condition
from framework.model.rulebase import RuleBase
from framework.model.rules import Criterion, Example
from framework.reasoning.interpreter import Facts


@dataclass(frozen=True)
class Owner:
    """Something with examples: its file, and the conditions that they speak of by rule id."""

    where: str
    criterion: Criterion | None
    rules: tuple[tuple[str, Condition], ...]
    main: tuple[str, ...]
    """Ids of the rules that count for an example without a rule of its own."""
    examples: tuple[Example, ...]


def owners(rulebase: RuleBase) -> Iterator[Owner]:
    """Every criterion, outcome, alternative and task type."""
    for criterion in rulebase.criteria:
        yield Owner(f"criteria/{criterion.id}", criterion, (), (), criterion.examples)
    for verdict in rulebase.verdicts:
        for outcome in verdict.outcomes:
            rules = tuple((rule.id, rule.when) for rule in outcome.rules)
            yield Owner(
                f"verdicts/{verdict.id}/{outcome.id}", None, rules, tuple(id_ for id_, _ in rules), outcome.examples
            )
    for alternative in rulebase.alternatives:
        rules = tuple((rule.id, rule.when) for rule in alternative.rules)
        yield Owner(f"alternatives/{alternative.id}", None, rules, tuple(id_ for id_, _ in rules), alternative.examples)
    for task in rulebase.tasks:
        rules = tuple((rule.id, rule.when) for rule in (*task.rules, *task.also_fits))
        yield Owner(f"tasks/{task.id}", None, rules, tuple(rule.id for rule in task.rules), task.examples)


def sheets_of(example: Example) -> Iterator[dict[str, Answer]]:
    """The sheets that an example stands for, as the reasoning takes them."""
    base = {id_: given if isinstance(given, str) else tuple(given) for id_, given in example.answers.items()}
    if not example.each:
        yield base
    for id_, values in example.each.items():
        for value in values:
            yield {**base, id_: value}


def meets(rulebase: RuleBase, owner: Owner, example: Example) -> bool:
    """Whether the rule says to the example what the example expects.

    `fails` is met only by a rule that is certainly false or unknown, never by one that holds.
    """
    return all(_meets(rulebase, owner, example, sheet) for sheet in sheets_of(example))


def _meets(rulebase: RuleBase, owner: Owner, example: Example, sheet: dict[str, Answer]) -> bool:
    facts = Facts(rulebase, sheet)
    if owner.criterion is not None:
        status = facts.status(owner.criterion.id)
        clauses = enumerate(owner.criterion.clauses(status), start=1)
        speaking = tuple(number for number, clause in clauses if facts.holds(clause.when))
        return status.value == example.gives and (not example.says or example.says == speaking)
    wanted = (example.rule,) if example.rule else owner.main
    holds = facts.holds(AnyOf(tuple(condition for id_, condition in owner.rules if id_ in wanted)))
    return (holds is True) == (example.gives == "holds")
