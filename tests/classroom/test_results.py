"""What a round comes to: the verdicts that its sheets leave possible, as they are told."""

from __future__ import annotations

from random import Random

from framework.classroom.counting import as_told
from framework.classroom.plan import plan_of_case
from framework.classroom.rehearsal import ballot
from framework.classroom.results import compared, result
from framework.model.answers import Answer
from framework.reasoning.reasoner import reasoner_for
from tests.ui.brief_sheets import rules


def test_advice_that_leaves_much_open_is_one_row_whatever_it_leaves_open():
    """Two rows named "Open: 3 verdicts possible" would tell nobody what the difference is."""
    rulebase = rules()
    reasoner, ready = reasoner_for(rulebase), rulebase.classes[0]
    plan = plan_of_case(rulebase, rulebase.case[ready.case], {"small": True}, questions=ready.questions)
    wanted: dict[frozenset[str], dict[str, Answer]] = {}
    for id_ in plan.questions:
        for option in rulebase.questions[id_].options:
            answer: Answer = (option.id,) if rulebase.questions[id_].kind == "many" else option.id
            (left,) = compared(reasoner, plan, {"one": {id_: answer}}).results
            wanted.setdefault(frozenset(left), {id_: answer})
    open_ = [ballot for left, ballot in wanted.items() if len(left) > 2]
    assert len(open_) > 1
    found = result(reasoner, plan, {str(place): ballot for place, ballot in enumerate(wanted.values())})
    assert found is not None
    assert found.verdicts.counts[()] == len(open_)
    assert all(0 < len(left) <= 2 for left in found.verdicts.counts if left)


def test_one_or_two_verdicts_are_told_by_name():
    assert as_told(("use_ml", "reframe")) == ("use_ml", "reframe")
    assert as_told(("use_ml", "reframe", "pretrained")) == ()


def test_everybody_agrees_where_every_sheet_leaves_the_same():
    """One verdict or several that are still open; a reader's: "you agree on the advice" where nothing was decided."""
    rulebase = rules()
    reasoner, ready = reasoner_for(rulebase), rulebase.classes[0]
    case = rulebase.case[ready.case]
    plan = plan_of_case(rulebase, case, {"small": True}, questions=ready.questions)
    reference = {id_: answer for id_, answer in rulebase.accept(case.answers).items() if id_ in plan.questions}
    unsure: dict[str, Answer] = {plan.questions[0]: "not_sure"}
    alike, still_open = (result(reasoner, plan, dict.fromkeys("abcde", each)) for each in (reference, unsure))
    apart = result(reasoner, plan, {"a": reference, "b": unsure})
    assert alike and still_open and apart
    assert len(alike.agreed) == 1 < len(still_open.agreed) and apart.agreed == ()


def test_no_share_of_pairs_is_told_where_a_count_is_held_back():
    """Of twelve who ticked one answer, eleven ticked another too: the share of pairs would tell that one did not."""
    rulebase = rules()
    reasoner, ready = reasoner_for(rulebase), rulebase.classes[0]
    plan = plan_of_case(rulebase, rulebase.case[ready.case], questions=ready.questions)
    id_ = next(each for each in plan.questions if rulebase.questions[each].kind == "many")
    one, other = [option.id for option in rulebase.questions[id_].options if not option.exclusive][:2]
    found = result(reasoner, plan, {str(place): {id_: (one, other) if place else (one,)} for place in range(12)})
    assert found is not None
    (item,) = (each for each in found.questions if each.question == id_)
    assert None in item.counted.counts.values() and item.parts is None


def test_the_question_in_the_headline_is_the_first_of_those_with_figures():
    """Also where another makes as much difference."""
    rulebase = rules()
    reasoner = reasoner_for(rulebase)
    for ready in rulebase.classes:
        case = rulebase.case[ready.case]
        plan = plan_of_case(rulebase, case, {"small": True}, questions=ready.questions)
        asked, reference = [rulebase.questions[id_] for id_ in plan.questions], rulebase.accept(case.answers)
        for seed in range(20):
            room = {str(n): ballot(Random(seed * 100 + n), asked, reference) for n in range(6)}
            found = result(reasoner, plan, room)
            assert found is not None
            if found.headline:
                assert found.questions[0].question == found.headline


def test_the_headline_is_no_question_that_hardly_anybody_answered():
    """Of four, one was asked a question whose answer alone makes the difference; the next that half answered is named,
    and none where there is none. Each pair of people is counted once.
    """
    rulebase = rules()
    reasoner, ready = reasoner_for(rulebase), rulebase.classes[0]
    case = rulebase.case[ready.case]
    plan = plan_of_case(rulebase, case, {"small": True}, questions=ready.questions)
    reference = {id_: answer for id_, answer in rulebase.accept(case.answers).items() if id_ in plan.questions}
    for left_out in plan.questions:
        most = {id_: answer for id_, answer in reference.items() if id_ != left_out}
        room = result(reasoner, plan, {"a": reference, "b": most, "c": most, "d": most})
        assert room and room.headline is None
        (item,) = (each for each in room.questions if each.question == left_out)
        assert item.reached == 1 and item.parts in (0, 3 / 6)
    others = [(id_, other) for id_ in plan.questions for other in rulebase.questions[id_].complete_answers]
    found = [
        (each.deciding, each.headline, wanted)
        for left_out in plan.questions
        for wanted, other in others
        if wanted != left_out
        for most in ({id_: answer for id_, answer in reference.items() if id_ != left_out},)
        if (each := result(reasoner, plan, {"a": reference, "b": most, "c": {**most, wanted: other}}))
    ]
    assert all(headline in (None, wanted) for _, headline, wanted in found)
    assert any(deciding != headline == wanted for deciding, headline, wanted in found)
