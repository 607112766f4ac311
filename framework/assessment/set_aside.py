"""Numbers that are kept and not used, because the verdict needs no learning task: what contradicts itself in them.

Nothing is calculated for a decision here. Whoever takes the numbers elsewhere should not carry a slip along.
"""

from __future__ import annotations

from collections.abc import Mapping

from framework.assessment.chain import counted, value_model
from framework.assessment.money import Money
from framework.assessment.target import Wanted
from framework.economics import worth_of
from framework.economics.roles import Names
from framework.model.assessment import Statement
from framework.model.question import TextRole
from framework.model.sheet import Number
from framework.reasoning.conclusions import Conclusions
from framework.reasoning.decision import NO_TASK
from framework.reasoning.interpreter import Facts

TARGET = (TextRole.METRIC_TODAY, TextRole.METRIC_TARGET)
"""The roles of the questions for what is to be reached."""


def contradictions(
    facts: Facts,
    found: Conclusions,
    numbers: Mapping[str, Number],
    names: Names,
    wanted: Wanted,
) -> tuple[Statement, ...]:
    """Numbers that cannot be true together in the sum of the task type that the answers describe.

    Empty where the verdict is open or needs a task, and where the answers describe none or several. `facts` with the
    results; `names` of the roles of numbers; `wanted` is what the person wants to reach.
    """
    described = [task for task in found.possible_tasks if task != NO_TASK]
    if found.verdict is None or found.needs_task or len(described) != 1:
        return ()
    value = value_model(facts.with_results({**facts.results, "task": described[0]}), described[0])
    if value is None:
        return ()
    rulebase = facts.rulebase
    worth = worth_of(value, counted(facts, value, numbers), rulebase.basis, names, language=rulebase.language)
    if worth is None:
        return ()
    money = Money(facts, value, worth, wanted)
    return (
        *(money.wording.asking(said, (issue.role for issue in worth.issues)) for said in money.at_odds()),
        *(money.wording.asking(said, TARGET) for said in money.out_of_reach()),
        *money.mismatches(),
    )
