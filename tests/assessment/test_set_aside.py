"""Numbers that a verdict does not use are compared with one another all the same, and contradictions are named."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from framework import assess
from framework.model.assessment import Assessment, Statement
from framework.model.sheet import Range, Sheet
from framework.report.forms import render
from tests.knowledge.cases import CASES
from tests.report.sums import IDS, RULES

RECIPIENTS = {"volume": 30_000.0, "base_rate": 0.01, "value": 3_000, "cost_action": 100, "hits_today": 0.005}


BEYOND = {"currency": "euros", "business_metric": "euros recovered a year"}
BEYOND |= {"metric_today": "60,000 euros", "metric_target": "2,000,000 euros"}


def _assessed(numbers: Mapping[str, float], **words: str) -> Assessment:
    """These numbers where people are judged who are not told of it."""
    answers = {
        id_: given if isinstance(given, str) else tuple(given)
        for id_, given in CASES["welfare_fraud_city"].answers.items()
    }
    given: dict[str, float | Range] = {IDS[role]: number for role, number in numbers.items()}
    found = assess(RULES, Sheet(answers=answers, numbers=given, words=words), strict=False)
    assert found.verdict == "dont_use_ml" and found.worth is None
    return found


def said(numbers: Mapping[str, float], **words: str) -> list[Statement]:
    """What is said about them."""
    found = _assessed(numbers, **words)
    return [statement for statement in found.contradictions if statement.rule.startswith("money/")]


def told(numbers: Mapping[str, float], **words: str) -> list[str]:
    return [statement.text for statement in said(numbers, **words)]


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ({"capacity": 1_000, "hits_hoped": 0.5}, "the list would hold 500 real cases a year, but there are only 300"),
        ({"recall": 0.9, "precision": 0.005}, "These shares cannot all be true."),
    ],
)
def test_numbers_that_cannot_be_true_together_are_named_once(wrong: dict[str, float], expected: str) -> None:
    """A case from a review: more real cases caught than there are, and nothing was said because nothing was built."""
    (text,) = told({**RECIPIENTS, **wrong})
    assert expected in text and text.startswith("Your numbers are not used here")


def test_a_target_beyond_perfect_answers_is_named() -> None:
    (text,) = told({**RECIPIENTS, "recall": 0.5, "precision": 0.1}, **BEYOND)
    assert "even perfect answers save only 900,000 a year" in text
    count = {"metric_today": "300", "metric_target": "100"}
    (text,) = told({**RECIPIENTS, "recall": 0.5, "precision": 0.1, "success_rate": 0.5}, **count)
    assert "bring it only to 150" in text


def test_numbers_that_agree_are_left_alone() -> None:
    assert told({**RECIPIENTS, "recall": 0.5, "precision": 0.1}) == []
    assert told({}) == []


def test_whatever_does_not_fit_names_the_questions_to_look_at() -> None:
    """A page links to them: the first number to check in each, in asking order, and both ends of a target."""
    (numbers,) = said({**RECIPIENTS, "recall": 0.9, "precision": 0.005, "volume": -3})
    assert numbers.answers == (IDS["volume"], IDS["precision"])
    (target,) = said({**RECIPIENTS, "recall": 0.5, "precision": 0.1}, **BEYOND)
    assert target.answers == ("metric_today", "metric_target")


@pytest.mark.parametrize("form", ["text", "adr"])
def test_the_heading_above_numbers_alone_says_nothing_of_answers(form: str) -> None:
    out = render(form, RULES, _assessed({**RECIPIENTS, "recall": 0.9, "precision": 0.005})).decode()
    assert "Numbers that do not fit together" in out and "Answers that contradict" not in out
