"""The screen of rare stops: what its ticks say as answers, and which statements it has to show.

A statement that is ticked says: one of these options. None ticked for a question says: any option but those.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from framework.model.answers import Answer
from framework.model.interview import Stop
from framework.model.question import Question
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.reasoning.interpreter import Facts
from framework.reasoning.reasoner import Reasoner


def statements(rulebase: RuleBase, answers: Mapping[str, Answer]) -> tuple[Stop, ...]:
    """Every statement of the screen that is meant for somebody with these answers, in order."""
    stops, facts = rulebase.manifest.interview.stops, Facts(rulebase, answers)
    found = stops.statements if stops else ()
    return tuple(stop for stop in found if stop.when is None or facts.holds(stop.when))


def relevant(reasoner: Reasoner, answers: Mapping[str, Answer]) -> tuple[Stop, ...]:
    """The statements whose question applies, or may, and can still matter for the verdict.

    A question that is answered for good matters no more; to show the screen again, leave out the answers that came from
    it.
    """
    diagram = reasoner.verdicts
    open_questions = diagram.prospects(diagram.known(answers))
    return tuple(
        stop
        for stop in statements(reasoner.rulebase, answers)
        if stop.question in open_questions and reasoner.applies(stop.question, answers) is not False
    )


def ticked(rulebase: RuleBase, sheet: Sheet) -> tuple[Stop, ...]:
    """The statements that hold by the present answers."""
    found: list[Stop] = []
    answers = rulebase.accept(sheet.answers)
    shown = statements(rulebase, answers)
    for id_ in dict.fromkeys(stop.question for stop in shown):
        mine = [stop for stop in shown if stop.question == id_]
        answer = answers.get(id_)
        named = {option for stop in mine for option in stop.options}
        options = _options(rulebase.questions[id_], answer)
        if options and (options <= named or rulebase.questions[id_].kind == "many"):
            found += [stop for stop in mine if options & set(stop.options)]
    return tuple(found)


def from_screen(rulebase: RuleBase, sheet: Sheet) -> frozenset[str]:
    """The questions that nobody has seen in their own words: all that is known is what the screen said.

    "None of these" may answer a question for good; whoever said the same in its own words is not told apart from that.
    """
    none = none_ticked(rulebase, sheet)
    return frozenset(
        id_ for id_ in none if id_ in sheet.answers and (id_ in sheet.screened or none[id_] == sheet.answers[id_])
    )


def seen_there_only(rulebase: RuleBase, sheet: Sheet) -> frozenset[str]:
    """The questions seen only on the screen of rare stops, and not in their own words, as far as the sheet tells.

    Empty where the sheet does not show that anybody was on that screen.
    """
    found = from_screen(rulebase, sheet)
    return frozenset() if found.isdisjoint(sheet.screened) else found


def said_there(rulebase: RuleBase, sheet: Sheet, questions: Collection[str]) -> str:
    """What somebody said on the screen about these questions: what is ticked, or none of it."""
    stops = rulebase.manifest.interview.stops
    held = [stop.text for stop in ticked(rulebase, sheet) if stop.question in questions]
    return "; ".join(held) or (stops.none if stops else "")


def without(rulebase: RuleBase, sheet: Sheet, question: str) -> Sheet:
    """The sheet without an answer in the question's own words: what the screen said of it is known again.

    Only where somebody was on the screen. What was ticked there is not kept, so nothing of it counts as ticked.
    """
    left = sheet.answered(question, None)
    none = none_ticked(rulebase, sheet)
    if question not in none or not sheet.screened:
        return left
    known = left.answered(question, none[question])
    partial = rulebase.closed_questions[question].is_partial(none[question])
    return known.model_copy(update={"screened": (*left.screened, question)}) if partial else known


def still_meant(rulebase: RuleBase, before: Sheet, after: Sheet) -> Sheet:
    """The sheet after an answer, without what only statements said that are no longer meant for this person.

    What the screen says without them is kept, where nothing about the question was ticked.
    """
    then, now = (statements(rulebase, rulebase.accept(sheet.answers)) for sheet in (before, after))
    gone = {stop.question for stop in then if stop not in now} & {*after.screened}
    none, still = none_ticked(rulebase, before), none_ticked(rulebase, after)
    kept = {id_: still[id_] for id_ in gone & still.keys() if after.answers.get(id_) == none[id_]}
    answers = {id_: given for id_, given in after.answers.items() if id_ not in gone}
    screened = tuple(id_ for id_ in after.screened if id_ not in gone or id_ in kept)
    return after.model_copy(update={"answers": {**answers, **kept}, "screened": screened})


def answers_after(
    rulebase: RuleBase, ticked: Collection[str], before: Sheet, shown: Collection[str] | None = None
) -> tuple[dict[str, Answer], tuple[str, ...]]:
    """All answers, and the screened questions, after some statements of the screen were ticked and the others not.

    `ticked` and `shown` are ids of statements; those that were not shown say nothing. By default, all that are meant
    for somebody with the earlier answers were shown. What was said in a question's own words, "not sure" too, is not
    asked again: it is kept where it fits, narrowed where it is partial, and replaced where it contradicts the screen;
    only then it is to be asked once more.
    """
    answers = dict(before.answers)
    screened = dict.fromkeys(before.screened)
    meant = statements(rulebase, rulebase.accept(before.answers))
    on_screen = _by_question(stop for stop in meant if shown is None or stop.id in shown)
    for id_, stops in on_screen.items():
        question = rulebase.closed_questions[id_]
        says = _says(question, stops, ticked)
        asked = id_ in before.answers and id_ not in screened
        own = rulebase.accept({id_: before.answers[id_]}).get(id_) if asked else None
        both = says if own is None else _both(question, own, says)
        answers[id_] = both or says
        screened.pop(id_, None)
        if question.is_partial(answers[id_]) and not (asked and both):
            screened[id_] = None
    return answers, tuple(screened)


def none_ticked(rulebase: RuleBase, sheet: Sheet) -> dict[str, Answer]:
    """What the screen that is meant for this sheet says by itself, by question."""
    meant = statements(rulebase, rulebase.accept(sheet.answers))
    return {id_: _says(rulebase.closed_questions[id_], stops, ()) for id_, stops in _by_question(meant).items()}


def _by_question(stops: Iterable[Stop]) -> dict[str, list[Stop]]:
    found: dict[str, list[Stop]] = {}
    for stop in stops:
        found.setdefault(stop.question, []).append(stop)
    return found


def _says(question: Question, stops: Collection[Stop], ticked: Collection[str]) -> Answer:
    """What the screen says about one question."""
    options = [option.id for option in question.options]
    named = {id_ for stop in stops for id_ in stop.options}
    holding = {id_ for stop in stops if stop.id in ticked for id_ in stop.options}
    if not holding:
        alone = {option.id for option in question.options if option.exclusive}
        holding = alone if question.kind == "many" else set(options) - named
    answer = question.accept([id_ for id_ in options if id_ in holding])
    assert answer is not None, "the loader sees to it that a screen leaves something open"
    return answer


def _both(question: Question, own: Answer, says: Answer) -> Answer | None:
    """What two answers have in common; None where they contradict each other."""
    common = set(question.allowed(own)) & set(question.allowed(says))
    found = [item for item in question.complete_answers if item in common]
    if question.kind == "one":
        return question.accept(found)
    return found[0] if found else None


def _options(question: Question, answer: Answer | None) -> set[str]:
    """The options that an answer leaves open; of several that may hold together, those that do."""
    if answer is None or question.kind == "many":
        return {answer} if isinstance(answer, str) else set(answer or ())
    return {item for item in question.allowed(answer) if isinstance(item, str)}
