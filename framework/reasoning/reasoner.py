"""The compiled rule base: its decisions as diagrams, shared by everyone in the process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from framework.model.answers import Answer
from framework.model.kept import Kept
from framework.model.rulebase import RuleBase
from framework.reasoning.compile import Compiler
from framework.reasoning.decision import alternative_decision, outcome_decision, task_decision
from framework.reasoning.diagram import Diagram
from framework.reasoning.interpreter import Facts
from framework.reasoning.nodes import recursion_as_too_large

MAX_BUILT = 16
"""Reasoners that are kept; those that were not used for longest go first."""


@dataclass(frozen=True)
class Reasoner:
    """A rule base with the diagrams of what it decides."""

    rulebase: RuleBase
    outcomes: Diagram
    verdicts: Diagram
    alternatives: Diagram | None
    tasks: Diagram | None
    applicability: Mapping[str, Diagram]
    """For each question that is not always asked: when it is."""

    def applies(self, question_id: str, answers: Mapping[str, Answer]) -> bool | None:
        """Whether a question is asked, exactly; None while that depends on answers still missing."""
        diagram = self.applicability.get(question_id)
        if diagram is None:
            return True
        possible = diagram.possible_under(answers)
        return possible[0] == "yes" if len(possible) == 1 else None

    def applicable_answers(self, facts: Facts) -> dict[str, Answer]:
        """The answers that count: known, and to questions that apply or may still apply."""
        order = self.rulebase.closed_questions
        return {id_: facts.answers[id_] for id_ in order if id_ in facts.answers and facts.applies(id_) is not False}


@recursion_as_too_large()
def build_reasoner(rulebase: RuleBase, seconds: float | None = None) -> Reasoner:
    """Compile every decision of a rule base. `seconds`: most processor time, about; None is no limit.

    Raises:
        DiagramTooLarge: when the rules need more nodes than the budget, or more time.
    """
    compiler = Compiler(rulebase, seconds=seconds)
    outcome = outcome_decision(rulebase)
    alternative, task = alternative_decision(rulebase), task_decision(rulebase)
    outcome_root = compiler.decision(outcome)
    return Reasoner(
        rulebase=rulebase,
        outcomes=compiler.diagram(outcome_root),
        verdicts=compiler.diagram(compiler.verdicts(outcome_root)),
        alternatives=compiler.diagram(compiler.decision(alternative)) if alternative else None,
        tasks=compiler.diagram(compiler.decision(task)) if task else None,
        applicability={
            id_: compiler.diagram(compiler.applies(id_))
            for id_, question in rulebase.closed_questions.items()
            if question.asked_when is not None
        },
    )


_BUILT: Kept[Reasoner] = Kept(MAX_BUILT)


def reasoner_for(rulebase: RuleBase, seconds: float | None = None) -> Reasoner:
    """The reasoner of a rule base: built once as long as it is among those used last. `seconds`: see
    `build_reasoner`; what is built already takes none.

    Raises:
        DiagramTooLarge: when the rules need more nodes than the budget, or more time.
    """
    return _BUILT.of(rulebase, lambda: build_reasoner(rulebase, seconds))
