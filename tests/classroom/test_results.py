"""What a round comes to: the verdicts that its sheets leave possible, as they are told."""

from __future__ import annotations

from framework.classroom.plan import plan_of_case
from framework.classroom.results import as_told, compared, result
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
