"""How many screens an interview shows to somebody who answers like a given sheet, until the verdict is settled."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from framework.model.answers import NOT_SURE, Answer
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.reasoning.interpreter import Facts
from framework.reasoning.interview import Prospects, not_asked_again
from framework.reasoning.reasoner import Reasoner, reasoner_for
from framework.reasoning.stops import answers_after, relevant


def screens_until_settled(rulebase: RuleBase, answers: Mapping[str, Answer]) -> int:
    """Screens shown, the idea's line and the groups of the first question included.

    The idea in one line, the first question in two taps (in one, where a group has one option), the screen of rare
    stops, then one question a screen. A statement on the screen of stops is ticked where the answer is among its
    options, whatever else it may be.
    """
    return len(left_at_screens(rulebase, answers))


def left_at_screens(rulebase: RuleBase, answers: Mapping[str, Answer]) -> list[int]:
    """Of each of these screens in order, how many questions can still matter when it is shown."""
    interview, reasoner = rulebase.manifest.interview, reasoner_for(rulebase)
    sheet = Sheet()
    left = [_prospects(reasoner, sheet).questions_left] if interview.idea else []
    for id_ in interview.opening:
        left.append(_prospects(reasoner, sheet).questions_left)
        given = _given(answers, id_)
        groups = rulebase.questions[id_].groups
        if groups:
            own = next((group.options for group in groups if {*_options(given)} <= {*group.options}), NOT_SURE)
            if len(own) > 1:  # a tap on a group of one option answers the question
                left.append(_prospects(reasoner, sheet.answered(id_, own), {id_}).questions_left)
        sheet = sheet.answered(id_, given)
    stops = relevant(reasoner, rulebase.accept(sheet.answers))
    if stops:
        left.append(_prospects(reasoner, sheet).questions_left)
        ticked = [stop.id for stop in stops if set(stop.options) & set(_options(answers.get(stop.question)))]
        after, screened = answers_after(rulebase, ticked, sheet, [stop.id for stop in stops])
        sheet = sheet.model_copy(update={"answers": after, "screened": screened})
    while asked := (prospects := _prospects(reasoner, sheet)).next(interview.opening):
        left.append(prospects.questions_left)
        sheet = sheet.answered(asked.question, _given(answers, asked.question))
    return left


def _prospects(reasoner: Reasoner, sheet: Sheet, asked: Collection[str] = ()) -> Prospects:
    """What an assessment knows of what is still to be asked; `asked`: answered in part, and still to be asked."""
    counting = reasoner.applicable_answers(Facts(reasoner.rulebase, sheet.answers))
    unsure = not_asked_again(reasoner.rulebase, sheet) - {*asked}
    return Prospects(reasoner, reasoner.verdicts, counting, unsure)


def _given(answers: Mapping[str, Answer], id_: str) -> Answer:
    return answers.get(id_) or NOT_SURE


def _options(given: Answer | None) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else given or ()
