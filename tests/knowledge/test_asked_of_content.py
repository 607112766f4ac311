"""Of content that is to be made: who is asked for finished examples of their own, and how more could be had."""

from __future__ import annotations

import pytest

from framework.reasoning.interpreter import Facts
from framework.reasoning.reasoner import reasoner_for
from tests.knowledge.cases import RULEBASE

ASKED = ("past_answers", "answers_obtainable")


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({"pretrained_fit": "exact", "pretrained_trial": "untried", "past_inputs": "ours"}, ()),
        ({"pretrained_fit": "exact", "pretrained_trial": "fell_short", "past_inputs": "ours"}, ASKED),
        ({"pretrained_fit": "partly", "pretrained_trial": "untried", "past_inputs": "ours"}, ASKED[:1]),
        ({"pretrained_fit": "no", "past_inputs": "ours"}, ASKED),
        (
            {"pretrained_fit": "partly", "pretrained_trial": "untried", "gen_task": "convert", "past_inputs": "none"},
            ASKED[1:],
        ),
        ({"pretrained_fit": "partly", "pretrained_trial": "untried", "past_inputs": "none"}, ()),
        ({"answer_kind": "hidden_now", "pretrained_fit": "exact", "past_inputs": "ours"}, ASKED),
    ],
)
def test_finished_examples_matter_once_no_ready_made_model_does_it_all(
    answers: dict[str, str], asked: tuple[str, ...]
) -> None:
    reasoner = reasoner_for(RULEBASE)
    kind = {"answer_kind": "create_content", "gen_task": "draft"} if "answer_kind" not in answers else {}
    given = RULEBASE.accept({**kind, **answers, "past_answers": "few", "answers_obtainable": "mark_weeks"})
    counting = reasoner.applicable_answers(Facts(RULEBASE, given))
    assert tuple(id_ for id_ in ASKED if id_ in counting) == asked
