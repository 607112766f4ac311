"""Rules that hold become statements: sentence, rule id, sources, limits, and the answers that the rule read."""

from __future__ import annotations

from collections.abc import Iterable

from framework.model.assessment import Statement
from framework.model.condition import Condition, names_in
from framework.model.rule_id import CRITERIA, rule_id
from framework.model.rulebase import RuleBase
from framework.model.rules import Criterion, Rule, Status
from framework.reasoning.interpreter import Facts


def questions_read(rulebase: RuleBase, conditions: Iterable[Condition], facts: Facts | None = None) -> tuple[str, ...]:
    """Questions that conditions read, directly or through criteria, in asking order; given facts, the answered ones."""
    read: set[str] = set()
    pending = list(conditions)
    seen: set[str] = set()
    while pending:
        for leaf in names_in(pending.pop()):
            if leaf.name in rulebase.closed_questions:
                read.add(leaf.name)
            elif leaf.name in rulebase.criterion and leaf.name not in seen:
                seen.add(leaf.name)
                criterion = rulebase.criterion[leaf.name]
                pending.extend(clause.when for value in leaf.values for clause in criterion.clauses(Status(value)))
    return tuple(id_ for id_ in rulebase.closed_questions if id_ in read and (facts is None or id_ in facts.answers))


def rule_statements(facts: Facts, owner: str, rules: Iterable[Rule]) -> tuple[Statement, ...]:
    """One statement for each rule that holds; `owner` is the id of their parent."""
    return tuple(rule_statement(facts, owner, rule) for rule in rules if facts.holds(rule.when))


def rule_statement(facts: Facts, owner: str, rule: Rule) -> Statement:
    """What a rule says, and the answers that it read."""
    return Statement(
        rule=rule_id(owner, rule.id),
        text=rule.because,
        sources=rule.sources,
        limits=rule.limits,
        answers=questions_read(facts.rulebase, [rule.when], facts),
    )


def criterion_statements(facts: Facts, criterion: Criterion, status: Status) -> tuple[Statement, ...]:
    """What a criterion says when it has this status."""
    return tuple(
        Statement(
            rule=rule_id(CRITERIA, criterion.id, clause.id),
            text=clause.because,
            sources=clause.sources or criterion.sources,
            limits=clause.limits or criterion.limits,
            answers=questions_read(facts.rulebase, [clause.when], facts),
            status=status,
        )
        for clause in criterion.clauses(status)
        if facts.holds(clause.when)
    )


def because(facts: Facts, rule: str, text: str, sources: tuple[str, ...], when: Condition | None) -> Statement:
    """A statement with its own condition, evaluated after the verdict."""
    answers = questions_read(facts.rulebase, [when], facts) if when is not None else ()
    return Statement(rule=rule, text=text, sources=sources, answers=answers)
