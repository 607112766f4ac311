"""What an instructor takes home: totals in words where a number would be about fewer than five."""

from __future__ import annotations

import csv
import io

import pytest

from framework.classroom.plan import plan_of_case
from framework.classroom.votes import Vote
from framework.reasoning.reasoner import reasoner_for
from framework.report import class_summary
from tests.ui.brief_sheets import rules


def _class(few: int, many: int, *, small: bool = False):
    """So many who answer the first question of a ready class one way, and so many who answer it another way."""
    rulebase = rules()
    ready = rulebase.classes[0]
    plan = plan_of_case(rulebase, rulebase.case[ready.case], {"small": small}, questions=ready.questions[:1])
    question = rulebase.questions[plan.questions[0]]
    one, other = (option.id for option in question.options[:2])
    votes = [
        Vote(f"key{number}", round_, question.id, 1, one if number < few else other)
        for number in range(few + many)
        for round_ in (1, 2)
    ]
    return reasoner_for(rulebase), plan, votes, [rulebase.answer_text(question.id, id_) for id_ in (one, other)]


@pytest.mark.parametrize(
    ("few", "many", "small", "told"),
    [
        (2, 48, False, [(1, "at least 46"), (None, "fewer than five")]),
        (20, 30, False, [(1, "30"), (0, "20")]),
        (1, 5, False, [("not told apart", "6")]),
        (2, 48, True, [(1, "48"), (0, "2")]),
    ],
)
def test_totals_say_what_may_be_told(few, many, small, told):
    reasoner, plan, votes, names = _class(few, many, small=small)
    table = class_summary.totals(reasoner, plan, votes)
    assert "\r" not in table, "lines end as in every other download"
    rows = [row[2:] for row in csv.reader(io.StringIO(table))]
    assert len(rows) == 1 + 2 * len(told)
    for (answer, number), (name, expected) in zip(rows[1:], told * 2, strict=True):
        said = names[name] if isinstance(name, int) else name or class_summary.OTHERS
        assert answer.startswith(said) and number == expected
    summary = class_summary.markdown(reasoner, plan, votes)
    assert all(f"| {expected}" in summary for _, expected in told)
    assert small or "| 2 " not in summary
