"""Statements of one brief are true together: what is met and what is refused, what to beat and what is done today."""

from __future__ import annotations

import pytest

from framework import assess
from framework.model.answers import Answer
from framework.model.content import Baseline
from framework.model.sheet import Sheet
from framework.reasoning.interpreter import Facts
from tests.knowledge.cases import RULEBASE
from tests.ui.brief_sheets import sheet_for_task

TODAY = ("today's rule", "in use", "today's score", "present")
"""Words of a baseline that is there already."""

UNATTENDED: dict[str, Answer] = {"answer_kind": "hidden_now", "error_cost": "severe", "error_control": "none"}
UNATTENDED |= {"action_changes": "automatic_action"}


def test_what_acts_by_itself_is_not_praised_where_it_is_refused_for_that() -> None:
    """A case from a review: "a system acts on the answer at once" was met beside the refusal of just that."""
    found = assess(RULEBASE, Sheet(answers=UNATTENDED))
    assert found.outcome == "do_not_build" and "severe_unchecked" in found.verdict_rules[0].rule
    (mark,) = (reason for reason in found.reasons if reason.rule == "criteria/action_follows/acted_on_by_system")
    assert mark.text == "A system does something with the answer; whether it may do so alone is another question."
    assert "somebody" not in RULEBASE.criterion["action_follows"].title.lower()


@pytest.mark.parametrize(("control", "at_odds"), [("undo", True), ("sampled", True), ("noticed_late", False)])
def test_grave_harm_that_shows_only_when_it_is_done_contradicts_nothing(control: str, at_odds: bool) -> None:
    """A poisonous mushroom called edible: both answers are true, and the page said that they contradict each other."""
    found = assess(RULEBASE, Sheet(answers=UNATTENDED | {"error_control": control}))
    assert ("contradictions/severe_but_undone" in {said.rule for said in found.contradictions}) is at_odds
    assert found.outcome == "do_not_build"


@pytest.mark.parametrize("today", ["nothing", "people_well", "people_badly"])
def test_no_baseline_is_a_rule_in_use_where_there_is_none(today: str) -> None:
    """A case from a review: "today's rule at the same number of alerts" where fitters made their round."""
    looked_at = 0
    for task in RULEBASE.tasks:
        sheet = sheet_for_task(task.id, {"done_today": today, "simple_way": "tried_short"})
        facts = Facts(RULEBASE, sheet.answers if sheet else {})
        told = [item for item in task.baselines if item.when is not None and facts.holds(item.when)]
        looked_at += len(told)
        assert not [item.id for item in told if _is_there(item) and not _of_people(item)], task.id
    assert looked_at


def _is_there(item: Baseline) -> bool:
    return any(words in item.text.lower() for words in TODAY)


def _of_people(item: Baseline) -> bool:
    """Whether it is what people do or order today."""
    return any(words in item.text.lower() for words in ("people", "operators", "margin"))


def test_what_no_example_teaches_is_not_learned_from_known_answers() -> None:
    """A case from a review: the label is "for testing, not for training", and the sentence above learned from it."""
    sheet = sheet_for_task("anomaly_detection")
    assert sheet is not None
    found = assess(RULEBASE, sheet.model_copy(update={"words": {"label": "what the caretaker finds"}}))
    assert "not for training" in " ".join(RULEBASE.task["anomaly_detection"].label.definition.split())
    assert (
        found.framing is not None
        and ", tested on answers still to be collected (what the caretaker finds)" in found.framing
    )


def test_those_at_highest_risk_are_held_against_something() -> None:
    """A case from a review: they were named as a way to beat, and nothing said what was compared with what."""
    (baseline,) = RULEBASE.task["uplift"].baselines
    assert "as many of those at highest risk" in baseline.text and "in one trial" in baseline.text
    assert "nobody and everybody only" in RULEBASE.value["treat_some"].limits
