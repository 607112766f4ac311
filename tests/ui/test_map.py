"""The decision map."""

from __future__ import annotations

import pytest
from markupsafe import escape as tag

from framework.model.listing import listed
from framework.model.sheet import Sheet
from framework.ui import resources
from framework.ui.escaping import md
from tests.ui.brief_sheets import rules, sheet_for
from tests.ui.looking import healthy, words

NAMED = 4
"""Gates that the page names; more are only counted."""


def test_the_map_has_every_gate_and_every_rule_in_words(app):
    at = healthy(app("decision_map"))
    said = words(at)
    for outcome in rules().outcome.values():
        assert tag(outcome.title) in said
        assert all(tag(rule.because) in said for rule in outcome.rules)
    assert len(at.get("plotly_chart")) == 1


def test_with_answers_the_map_says_where_one_is(app, new_work):
    sheet = sheet_for(next(iter(rules().outcome)))
    at = healthy(app("decision_map", work=new_work(**sheet.model_dump(mode="json"))))
    assert "you are here" in at.get("plotly_chart")[0].proto.spec
    first = rules().outcome[next(iter(rules().outcome))].title
    assert f"Your idea stops at gate 1: **{md(first)}**" in words(at)


@pytest.mark.parametrize(
    ("fewest", "most", "said"),
    [
        (2, NAMED, "Your idea stops at gate {numbers}, marked below."),
        (NAMED + 1, 99, "Your idea can still stop at {number} of them, marked below."),
    ],
)
def test_an_open_idea_is_told_at_which_gates_it_can_stop(app, new_work, fewest, most, said):
    """Few are named, many are counted. Found by taking answers away from complete ones."""
    gates = list(rules().outcome)
    for outcome in gates:
        given = list(sheet_for(outcome).answers.items())
        for kept in range(len(given), 0, -1):
            sheet = Sheet(answers=dict(given[:kept]))
            left = resources.assessment_of(sheet).possible_outcomes
            if fewest <= len(left) <= most:
                numbers = listed([str(number) for number, id_ in enumerate(gates, start=1) if id_ in left], "or")
                at = healthy(app("decision_map", work=new_work(**sheet.model_dump(mode="json"))))
                assert said.format(number=len(left), numbers=numbers) in words(at)
                return
    raise AssertionError("no answers leave so many gates")


def test_a_worked_case_is_not_called_ones_own_idea(app):
    said = words(healthy(app("decision_map", case=rules().cases[0].id)))
    assert "This case stops at gate" in said and "Your idea" not in said
