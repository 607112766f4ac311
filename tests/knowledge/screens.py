"""How many screens an interview shows to somebody who answers like a given sheet, until the verdict is settled."""

from __future__ import annotations

from collections.abc import Mapping

from framework.model.answers import NOT_SURE, Answer
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.reasoning.interpreter import Facts
from framework.reasoning.interview import Prospects, not_asked_again
from framework.reasoning.reasoner import Reasoner, reasoner_for
from framework.reasoning.stops import answers_after, relevant


def screens_until_settled(rulebase: RuleBase, answers: Mapping[str, Answer]) -> int:
    """Screens shown, the idea's line and the groups of the first question included.

    The idea in one line, the first question in two taps, the screen of rare stops, then one question a screen. A
    statement on the screen of stops is ticked where the answer is among its options, whatever else it may be.
    """
    interview = rulebase.manifest.interview
    shown = 1 if interview.idea else 0
    sheet = Sheet()
    for id_ in interview.opening:
        sheet = sheet.answered(id_, _given(answers, id_))
        shown += 2 if rulebase.questions[id_].groups else 1
    reasoner = reasoner_for(rulebase)
    stops = relevant(reasoner, rulebase.accept(sheet.answers))
    if stops:
        shown += 1
        ticked = [stop.id for stop in stops if set(stop.options) & set(_options(answers.get(stop.question)))]
        after, screened = answers_after(rulebase, ticked, sheet, [stop.id for stop in stops])
        sheet = sheet.model_copy(update={"answers": after, "screened": screened})
    while asked := _next(reasoner, sheet):
        sheet = sheet.answered(asked, _given(answers, asked))
        shown += 1
    return shown


def _next(reasoner: Reasoner, sheet: Sheet) -> str | None:
    """What an assessment names as the next question, without the rest of it."""
    counting = reasoner.applicable_answers(Facts(reasoner.rulebase, sheet.answers))
    unsure = not_asked_again(reasoner.rulebase, sheet)
    asked = Prospects(reasoner, reasoner.verdicts, counting, unsure).next(reasoner.rulebase.manifest.interview.opening)
    return asked.question if asked else None


def _given(answers: Mapping[str, Answer], id_: str) -> Answer:
    return answers.get(id_) or NOT_SURE


def _options(given: Answer | None) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else given or ()
