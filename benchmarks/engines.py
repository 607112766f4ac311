"""The shipped verdict rules, given to other rule engines in their own language."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import version
from typing import Any

from framework.model.condition import All, AnyOf, AtLeast, Condition, Is, Not, Unless
from framework.model.rulebase import RuleBase
from framework.model.rules import Status
from framework.reasoning.decision import Decision

Run = Callable[[Mapping[str, Any]], str]


def expanded(condition: Condition, rulebase: RuleBase) -> Condition:
    """The condition over answers alone: criteria replaced by their clauses, applicability written out."""
    match condition:
        case Is(name, values) if name in rulebase.criterion:
            return AnyOf(tuple(_status(rulebase, name, Status(value)) for value in values))
        case Is(name):
            asked_when = rulebase.questions[name].asked_when
            return condition if asked_when is None else All((expanded(asked_when, rulebase), condition))
        case Not(part) | Unless(part):
            return Not(expanded(part, rulebase))
        case All(parts):
            return All(tuple(expanded(part, rulebase) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(expanded(part, rulebase) for part in parts))
        case AtLeast(count, parts):
            return AtLeast(count, tuple(expanded(part, rulebase) for part in parts))


def _status(rulebase: RuleBase, criterion_id: str, status: Status) -> Condition:
    order = (Status.BLOCKING, Status.UNFAVOURABLE, Status.FAVOURABLE)
    criterion = rulebase.criterion[criterion_id]
    own = AnyOf(tuple(expanded(clause.when, rulebase) for clause in criterion.clauses(status)))
    stronger = [clause.when for other in order[: order.index(status)] for clause in criterion.clauses(other)]
    return All((own, *(Not(expanded(condition, rulebase)) for condition in stronger)))


def as_text(condition: Condition, several: frozenset[str], and_: str, or_: str, not_: str) -> str:
    """The condition as an expression of a language with these words for and, or, not."""

    def text(part: Condition) -> str:
        return as_text(part, several, and_, or_, not_)

    match condition:
        case Is(name, values) if name in several:
            return "(" + f" {or_} ".join(f'"{value}" in {name}' for value in values) + ")"
        case Is(name, values):
            return f"({name} in {json.dumps(list(values))})"
        case Not(part) | Unless(part):
            return f"({not_}{text(part)})"
        case All(parts):
            return "(" + f" {and_} ".join(map(text, parts)) + ")" if parts else "true"
        case AnyOf(parts):
            return "(" + f" {or_} ".join(map(text, parts)) + ")" if parts else "false"
        case AtLeast(count, parts):
            return "(" + " + ".join(f"({text(part)} ? 1 : 0)" for part in parts) + f" >= {count})"


def as_json_logic(condition: Condition, several: frozenset[str]) -> Any:
    """The condition as JSONLogic."""
    match condition:
        case Is(name, values) if name in several:
            return {"or": [{"in": [value, {"var": name}]} for value in values]}
        case Is(name, values):
            return {"in": [{"var": name}, list(values)]}
        case Not(part) | Unless(part):
            return {"!": [as_json_logic(part, several)]}
        case All(parts):
            return {"and": [as_json_logic(part, several) for part in parts]} if parts else True
        case AnyOf(parts):
            return {"or": [as_json_logic(part, several) for part in parts]} if parts else False
        case AtLeast(count, parts):
            return {">=": [{"+": [{"if": [as_json_logic(part, several), 1, 0]} for part in parts]}, count]}


def engines(rulebase: RuleBase, decision: Decision) -> Iterator[tuple[str, Run]]:
    """Each engine by name and version, with a function from a complete sheet to an outcome."""
    several = frozenset(id_ for id_, question in rulebase.closed_questions.items() if question.kind == "many")
    branches = [(name, expanded(condition, rulebase)) for name, condition in decision.branches]
    chain = json.dumps(decision.otherwise)
    for name, condition in reversed(branches):
        chain = f"({as_text(condition, several, '&&', '||', '!')} ? {json.dumps(name)} : {chain})"

    import cel

    program = cel.compile(chain)
    yield f"common-expression-language {version('common-expression-language')}", lambda sheet: program.execute(sheet)

    import zen

    zen_chain = json.dumps(decision.otherwise)
    for name, condition in reversed(branches):
        zen_chain = f"({as_text(condition, several, 'and', 'or', 'not ')} ? {json.dumps(name)} : {zen_chain})"
    expression = zen.compile_expression(zen_chain)
    yield f"zen-engine {version('zen-engine')}", lambda sheet: expression.evaluate(sheet)

    import rule_engine

    rules = [(name, rule_engine.Rule(as_text(condition, several, "and", "or", "not "))) for name, condition in branches]

    def first_rule(sheet: Mapping[str, Any]) -> str:
        return next((name for name, rule in rules if rule.matches(sheet)), decision.otherwise)

    yield f"rule-engine {version('rule-engine')}", first_rule

    import datalogic_py

    steps: list[Any] = []
    for name, condition in branches:
        steps += [as_json_logic(condition, several), name]
    rule = datalogic_py.Engine().compile(json.dumps({"if": [*steps, decision.otherwise]}))
    yield f"datalogic-py {version('datalogic-py')} (JSONLogic)", lambda sheet: rule.evaluate(sheet)
