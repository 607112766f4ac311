"""The decision map."""

from __future__ import annotations

from markupsafe import escape as tag

from framework.ui.escaping import md
from tests.ui.brief_sheets import rules, sheet_for
from tests.ui.looking import healthy, words


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
    at = healthy(app("decision_map", work=new_work(answers=dict(list(sheet.answers.items())[:1]))))
    assert "Your idea can still stop at" in words(at) or "stops at gate" in words(at)
