"""A variant replaces the fields that it words, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from framework import assess, load_rules
from framework.reasoning.interpreter import Facts
from framework.reasoning.variants import alternative_in_words, task_in_words

TINY = load_rules(Path(__file__).parents[1] / "tiny_rules")
BICYCLE = TINY.task["plain_bicycle"]


@pytest.mark.parametrize("length", ["middle", None])
def test_without_a_variant_that_holds_the_task_type_speaks(length: str | None) -> None:
    """Also where the answer is open: nothing is concluded from it."""
    worded = task_in_words(Facts(TINY, {"trip_length": length} if length else {}), BICYCLE)
    assert worded.variant is None
    assert worded.whole == BICYCLE
    assert worded.where("unit") == "tasks/plain_bicycle/unit"


def test_a_variant_replaces_what_it_words() -> None:
    """Its own fields with its own rule ids and sources; an empty list leaves a part out; the rest stays."""
    worded = task_in_words(Facts(TINY, {"trip_length": "short"}), BICYCLE)
    assert worded.whole.unit == "One rider, one short way."
    assert worded.whole.losses == ()
    assert (worded.whole.inputs, worded.whole.name) == (BICYCLE.inputs, BICYCLE.name)
    assert worded.where("label/source") == "tasks/plain_bicycle/variants/near/label/source"
    assert worded.where("baselines", "x") == "tasks/plain_bicycle/variants/near/baselines/x"
    assert worded.where("inputs") == "tasks/plain_bicycle/inputs"
    assert worded.where("name") == "tasks/plain_bicycle/name"


def test_an_alternative_can_have_other_words_too() -> None:
    """Only the first step is another one uphill."""
    walking = TINY.alternative["walking"]
    worded = alternative_in_words(Facts(TINY, {"hills": "hilly"}), walking)
    assert worded.whole.first_step == "Walk up the hill once tomorrow."
    assert worded.whole.what == walking.what
    assert worded.where("first_step") == "alternatives/walking/variants/uphill/first_step"


def test_the_lowest_step_at_which_one_may_start_is_the_start() -> None:
    """None while no step is known to fit."""
    assert assess(TINY, {"answers": {"trip_length": "short"}}).ladder_start == "walk"
    assert assess(TINY, {"answers": {"trip_length": "long"}}).ladder_start == "borrowed"
    assert assess(TINY, {"answers": {}}).ladder_start is None
