"""Where the answers of a journey turn: what a person would change there to come to another verdict."""

from __future__ import annotations

from collections.abc import Iterable

from framework.model.rulebase import RuleBase
from framework.reasoning.conclusions import conclude
from framework.reasoning.interpreter import Facts
from framework.reasoning.reasoner import reasoner_for
from tests.browser.visiting import Answers


def turning_point(rulebase: RuleBase, given: Answers, questions: Iterable[str]) -> tuple[str, str] | None:
    """One of these questions, with another answer to it that gives another verdict at once; None when all hold."""
    reasoner = reasoner_for(rulebase)

    def verdict(answers: Answers) -> str | None:
        """As assessed, without the rest of an assessment."""
        return conclude(reasoner, reasoner.applicable_answers(Facts(rulebase, answers))).verdict

    before = verdict(given)
    for id_ in questions:
        question = rulebase.questions[id_]
        for option in question.options if question.kind == "one" else ():
            if verdict({**given, id_: option.id}) not in (None, before):
                return id_, option.id
    return None
