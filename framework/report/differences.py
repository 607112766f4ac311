"""Two ideas answer by answer: where they differ, and what is said where they do not."""

from __future__ import annotations

from collections.abc import Sequence

from framework.languages.catalogue import is_one, say
from framework.model.answers import NOT_SURE, Answer
from framework.model.assessment import Assessment
from framework.model.comparison import Comparison
from framework.model.question import Question
from framework.model.rulebase import RuleBase
from framework.reasoning.conclusions import facts_of
from framework.reasoning.interpreter import Facts
from framework.report.blocks import Table
from framework.report.comparison import names
from framework.report.wording import only_followed


def differences(rulebase: RuleBase, comparison: Comparison, assessments: Sequence[Assessment], a: int, b: int) -> Table:
    """Two ideas answer by answer: every question that they answer differently. Empty where there is none.

    Beside a worked case, whose every answer is there, those that both answered; the caption counts the others.
    """
    shown = names(rulebase, comparison)

    told, left = _apart(rulebase, comparison, assessments[a], assessments[b])
    facts = {index: facts_of(rulebase, assessments[index]) for index in (a, b)}

    def cell(index: int, question: str, answer: Answer | None) -> str:
        unsure = assessments[index].sheet.answers.get(question) == NOT_SURE
        return _cell(facts[index], question, answer, unsure=unsure)

    rows = [(rulebase.questions[id_].short, cell(a, id_, one), cell(b, id_, other)) for id_, one, other in told]
    columns = (say(rulebase.language, "Question"), shown[a], shown[b])
    caption = say(rulebase.language, "Where two ideas differ")
    return Table(columns, tuple(rows), f"{caption}. {_left(rulebase, left)}" if left else caption)


def _cell(facts: Facts, question: str, answer: Answer | None, *, unsure: bool) -> str:
    """An answer in words, or why there is none: nobody is to look for what an idea is never asked."""
    if answer:
        return facts.rulebase.answer_text(question, answer)
    if facts.applies(question) is False:
        return say(facts.rulebase.language, "not applicable")
    return say(facts.rulebase.language, "not sure" if unsure else "not answered")


def alike(rulebase: RuleBase, comparison: Comparison, assessments: Sequence[Assessment], a: int, b: int) -> str:
    """What is said of two ideas in place of an empty table of differences."""
    left = _apart(rulebase, comparison, assessments[a], assessments[b])[1]
    if not left:
        return say(rulebase.language, "These two have the same answers.")
    same = say(rulebase.language, "Where both answered, these two have the same answers.")
    return f"{same} {_left(rulebase, left)}"


def _left(rulebase: RuleBase, number: int) -> str:
    one = is_one(rulebase.language, number)
    return say(
        rulebase.language,
        "{number} more question is not answered in full by both."
        if one
        else "{number} more questions are not answered in full by both.",
        number=number,
    )


def _apart(
    rulebase: RuleBase, comparison: Comparison, one: Assessment, other: Assessment
) -> tuple[list[tuple[str, Answer | None, Answer | None]], int]:
    """The questions of a table of differences with both answers, and how many more there are."""
    case = _is_case(rulebase, one) or _is_case(rulebase, other)
    rows: list[tuple[str, Answer | None, Answer | None]] = []
    left = 0
    for id_ in comparison.parting:
        question, first, second = rulebase.questions[id_], one.answers.get(id_), other.answers.get(id_)
        told = (id_, _told(rulebase, one, id_), _told(rulebase, other, id_))
        if case and first != second and not _both_answered(question, *told[1:]):
            left += 1
        elif told[1] != told[2]:
            rows.append(told)
    return rows, left


def _told(rulebase: RuleBase, assessment: Assessment, question: str) -> Answer | None:
    """An answer as it is told: what only follows from the screen of rare stops, or rules something out like that, is no
    answer to the question itself.
    """
    answer = assessment.answers.get(question)
    rules_out = rulebase.questions[question].left_out(answer)
    return None if rules_out or only_followed(rulebase, assessment, question) else answer


def _both_answered(question: Question, one: Answer | None, other: Answer | None) -> bool:
    """Whether neither side is missing, and what is left open on one side does not make both the same."""
    if not one or not other:
        return False
    partial = question.is_partial(one) or question.is_partial(other)
    return not partial or not {*_options(one)} & {*_options(other)}


def _options(answer: Answer) -> tuple[str, ...]:
    return (answer,) if isinstance(answer, str) else answer


def _is_case(rulebase: RuleBase, assessment: Assessment) -> bool:
    """Whether it is a worked case as it stands in the rules, and nobody's own idea."""
    return any(case.title == assessment.title and case.sheet() == assessment.sheet for case in rulebase.cases)
