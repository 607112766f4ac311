"""The few questions of a case that are worth a vote: on them its verdict turns, and readers part."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from framework.model.answers import Answer
from framework.model.case import Case
from framework.model.rulebase import RuleBase
from framework.reasoning.explain import flips, sufficient_reasons
from framework.reasoning.reasoner import Reasoner

MAX_QUESTIONS = 6
"""A room answers so many in three or four minutes."""

MIN_QUESTIONS = 2


def short_path(reasoner: Reasoner, case: Case) -> tuple[str, ...]:
    """At most `MAX_QUESTIONS` questions in asking order; the rest of the sheet is taken from the case.

    First the questions on which readers part and whose answer alone changes the verdict, then the others of which
    one of both holds, then those that still matter while the ones chosen are open.
    """
    rulebase, diagram = reasoner.rulebase, reasoner.verdicts
    answers = rulebase.accept(case.answers)
    disputed = {id_ for item in rulebase.disputed if item.id == case.id for id_ in item.questions}
    turning = flips(diagram, answers)
    reasons = {id_ for reason in sufficient_reasons(diagram, answers) for id_ in reason}
    asking = list(rulebase.closed_questions)
    ranked = sorted(
        (id_ for id_ in asking if id_ in turning or id_ in disputed or id_ in reasons),
        key=lambda id_: (
            -(id_ in disputed and id_ in turning),
            -(id_ in reasons and id_ in disputed),
            -len(turning.get(id_, ())),
            id_ not in reasons,
            asking.index(id_),
        ),
    )
    chosen: list[str] = []
    for id_ in [*ranked, *asking]:
        if len(chosen) < MAX_QUESTIONS and id_ not in chosen and _matters(reasoner, answers, [*chosen, id_], id_):
            chosen.append(id_)
    if len(chosen) < MIN_QUESTIONS:  # several reasons force the verdict, each without the others
        chosen = ranked[:MAX_QUESTIONS]
    return tuple(id_ for id_ in asking if id_ in chosen)


def given_facts(rulebase: RuleBase, case: Case, asked: Collection[str]) -> dict[str, Answer]:
    """What a class need not answer: the answers of the case to everything that is not asked."""
    return {id_: answer for id_, answer in rulebase.accept(case.answers).items() if id_ not in asked}


def _matters(reasoner: Reasoner, answers: Mapping[str, Answer], left_open: Collection[str], question: str) -> bool:
    """Whether a question can change the verdict and is asked, while these are open and the others as given."""
    given = {id_: answer for id_, answer in answers.items() if id_ not in left_open}
    diagram = reasoner.verdicts
    return question in diagram.prospects(diagram.known(given)) and reasoner.applies(question, given) is not False
