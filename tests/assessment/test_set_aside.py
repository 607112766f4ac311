"""Numbers that a verdict does not use are compared with one another all the same, and contradictions are named."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from framework import assess
from framework.model.sheet import Range, Sheet
from tests.knowledge.cases import CASES
from tests.report.sums import IDS, RULES

RECIPIENTS = {"volume": 30_000.0, "base_rate": 0.01, "value": 3_000, "cost_action": 100, "hits_today": 0.005}


def told(numbers: Mapping[str, float], verdict: str = "dont_use_ml", **words: str) -> list[str]:
    """What is said about these numbers where people are judged who are not told of it."""
    answers = {
        id_: given if isinstance(given, str) else tuple(given)
        for id_, given in CASES["welfare_fraud_city"].answers.items()
    }
    given: dict[str, float | Range] = {IDS[role]: number for role, number in numbers.items()}
    found = assess(RULES, Sheet(answers=answers, numbers=given, words=words))
    assert found.verdict == verdict and found.worth is None
    return [said.text for said in found.contradictions if said.rule.startswith("money/")]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"capacity": 1_000, "hits_hoped": 0.5}, "the list would hold 500 real cases a year, but there are only 300"),
        ({"recall": 0.9, "precision": 0.005}, "These shares cannot all be true."),
    ],
)
def test_numbers_that_cannot_be_true_together_are_named_once(wrong: dict[str, float], said: str) -> None:
    """A case from a review: more real cases caught than there are, and nothing was said because nothing was built."""
    (text,) = told({**RECIPIENTS, **wrong})
    assert said in text and text.startswith("Your numbers are not used here")


def test_a_target_beyond_perfect_answers_is_named() -> None:
    words = {"currency": "euros", "business_metric": "euros recovered a year"}
    words |= {"metric_today": "60,000 euros", "metric_target": "2,000,000 euros"}
    (text,) = told({**RECIPIENTS, "recall": 0.5, "precision": 0.1}, **words)
    assert "even perfect answers save only 900,000 a year" in text
    count = {"metric_today": "300", "metric_target": "100"}
    (text,) = told({**RECIPIENTS, "recall": 0.5, "precision": 0.1, "success_rate": 0.5}, **count)
    assert "bring it only to 150" in text


def test_numbers_that_agree_are_left_alone() -> None:
    assert told({**RECIPIENTS, "recall": 0.5, "precision": 0.1}) == []
    assert told({}) == []
