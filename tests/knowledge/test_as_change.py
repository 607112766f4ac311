"""How an answer reads after "If ...": true whichever answer was given before."""

from __future__ import annotations

import re

import pytest

from framework import load_rules
from framework.model.question import Option

RULES = load_rules()
WORDED = [
    pytest.param(option, id=f"{question.id}-{option.id}")
    for question in RULES.closed_questions.values()
    for option in question.options
    if option.as_change
]

ONE_SIDED = re.compile(
    r"\b(stayed|was early enough|(is|was) enough|even without|no longer|more than before|still had none)\b"
)
"""Words that fit only whoever comes from a higher, or only whoever comes from a lower, answer."""


@pytest.mark.parametrize("option", WORDED)
def test_a_change_keeps_the_limits_of_its_answer(option: Option) -> None:
    """ "Some test cases" for fewer than 50 would be more to somebody with none and less to somebody with 100."""
    said = option.as_change or ""
    assert [number for number in re.findall(r"\d[\d,]*", option.text) if number not in said] == []
    assert not ONE_SIDED.search(said)


@pytest.mark.parametrize(
    ("question", "option", "limit"),
    [
        ("pretrained_fit", "partly", "not all"),
        ("error_control", "person_unsure", "only"),
        ("error_control", "sampled", "only"),
        ("rule_writable", "long_brittle", "only a part"),
        ("signal_evidence", "experts_succeed", "evidence"),
        ("economics", "believed", "nobody had worked it out"),
        ("data_rights", "needs_approval", "still"),
        ("feedback_delay", "days_weeks", "it took"),
    ],
)
def test_a_weaker_answer_reads_as_weaker(question: str, option: str, limit: str) -> None:
    """Who has a model for just this task would read "covered a part of it" as something they have already."""
    found = RULES.questions[question].option(option)
    assert found is not None
    assert limit in (found.as_change or "")
