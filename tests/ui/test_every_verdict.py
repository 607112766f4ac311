"""The brief of the shipped rules on its page: for every verdict, every outcome and every task type."""

from __future__ import annotations

import pytest
from markupsafe import escape as tag

from framework.model.assessment import Assessment
from framework.model.sheet import Sheet
from framework.report.front import front_of
from framework.ui import resources
from tests.ui.brief_sheets import rules, sheet_for, sheet_for_task
from tests.ui.looking import healthy, words

BY_VERDICT = {verdict.id: [outcome.id for outcome in verdict.outcomes] for verdict in rules().verdicts}


WITH_ALTERNATIVE = [verdict.id for verdict in rules().verdicts if verdict.has_alternative and not verdict.has_task]
"""Verdicts that build nothing, so that the first screen says what to do instead."""


def plain(sheet: Sheet) -> Sheet:
    """The same answers without a person's own words and numbers: every slot holds its readable placeholder."""
    return sheet.model_copy(update={"title": "", "words": {}, "numbers": {}})


def opened(app, new_work, sheet: Sheet) -> tuple[str, Assessment]:
    """What the page of the brief says, after what holds for every settled brief was checked."""
    at = healthy(app("brief", part="all", work=new_work(**sheet.model_dump(mode="json"))))
    found = resources.assessment_of(sheet)
    said = words(at)
    rulebase = rules()
    assert found.verdict and found.outcome
    front = front_of(rulebase, found)
    assert tag(front.headline) in said and (front.repeats or tag(front.kicker) in said)
    if found.alternative and found.verdict in WITH_ALTERNATIVE:
        assert tag(rulebase.alternative[found.alternative].title) in said
    assert found.sufficient_reason
    assert any(tag(rulebase.questions[given.question].short) in said for given in found.sufficient_reason)
    return said, found


@pytest.mark.parametrize("verdict", BY_VERDICT)
def test_every_outcome_of_a_verdict(app, new_work, verdict):
    for outcome in BY_VERDICT[verdict]:
        _, found = opened(app, new_work, plain(sheet_for(outcome, seed=1)))
        assert (found.verdict, found.outcome) == (verdict, outcome)


@pytest.mark.parametrize("verdict", WITH_ALTERNATIVE)
def test_a_verdict_with_something_to_do_instead_names_it(app, new_work, verdict):
    said, found = opened(app, new_work, plain(sheet_for(BY_VERDICT[verdict][0], seed=2)))
    assert found.alternative
    assert tag(rules().alternative[found.alternative].title) in said


@pytest.mark.parametrize("task", list(rules().task))
def test_every_task_type_has_its_framing(app, new_work, task):
    sheet = sheet_for_task(task)
    assert sheet is not None
    said, found = opened(app, new_work, plain(sheet))
    assert found.task == task
    kind = rules().task[task]
    assert tag(kind.name) in said
