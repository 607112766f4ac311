"""What a rule base promises about its verdicts: better never makes it worse, and nothing turns on a guess."""

from __future__ import annotations

from collections.abc import Iterator

from framework.languages.catalogue import to_say
from framework.model.rule_id import MONOTONICITIES, QUESTIONS, rule_id
from framework.model.rulebase import RuleBase
from framework.model.rules import Monotonicity
from framework.reasoning.compile import Compiler
from framework.reasoning.findings import Proof, Sheet, Violation
from framework.reasoning.nodes import TRUE


def promises_kept(rulebase: RuleBase, compiler: Compiler, verdicts: int) -> Proof:
    """The declared monotonicities hold. `verdicts`: the root of what decides."""
    violations = [item for promise in rulebase.monotonicities for item in _broken(compiler, verdicts, promise)]
    steps = sum(len(promise.order) - 1 for promise in rulebase.monotonicities)
    statement = to_say("Every declared promise holds (a better answer never leads to a worse verdict).")
    return Proof("promises_kept", statement, steps, tuple(violations))


def _broken(compiler: Compiler, verdicts: int, promise: Monotonicity) -> Iterator[Violation]:
    level = compiler.order.index(promise.question)
    position = {value: index for index, value in enumerate(compiler.values[level])}
    kept = compiler.where(verdicts, promise.keeps)
    asked = compiler.applies(promise.question)
    given = compiler.condition(promise.given) if promise.given else TRUE
    scope = compiler.all_of([asked, given])
    for before, after in zip(promise.order, promise.order[1:], strict=False):
        if not compiler.loses(scope, kept, level, position[before], position[after]):
            continue
        here, there = (compiler.restricted(kept, level, position[value]) for value in (before, after))
        wrong = compiler.all_of([compiler.restricted(scope, level, position[before]), here, compiler.negation(there)])
        sheet = {**smallest(compiler, wrong), promise.question: before}
        message = f"going from `{before}` to `{after}` leaves {' or '.join(f'`{id_}`' for id_ in promise.keeps)}"
        yield Violation(rule_id(MONOTONICITIES, promise.id), message, sheet)


def no_guess_decides(rulebase: RuleBase, compiler: Compiler, verdicts: int) -> Proof:
    """No verdict depends on a question at which people usually guess. `verdicts`: the root of what decides."""
    violations = []
    decided_at = {compiler.levels[node] for node in compiler.reachable([verdicts])}
    for id_, question in rulebase.closed_questions.items():
        level = compiler.order.index(id_)
        if not question.usually_a_guess or level not in decided_at:
            continue
        first, *others = [compiler.restricted(verdicts, level, value) for value in range(len(compiler.values[level]))]
        turns = compiler.any_of(compiler.differ(first, other) for other in others)
        message = "people usually guess here, and on this sheet the verdict turns on the answer"
        violations.append(Violation(rule_id(QUESTIONS, id_), message, smallest(compiler, turns)))
    statement = to_say("No verdict turns on a question at which people usually guess.")
    return Proof("no_guess_decides", statement, len(rulebase.closed_questions), tuple(violations))


def smallest(compiler: Compiler, root: int) -> Sheet:
    """A sheet with the fewest answers that makes a true/false diagram true, whatever else is answered."""
    diagram = compiler.diagram(root)
    weights = [[1] * len(variable.members) for variable in diagram.variables]
    _, path = diagram.cheapest(weights)["yes"]
    return {
        diagram.variables[level].question: diagram.variables[level].members[value][0]
        for level, value in sorted(path.items())
    }
