"""Conditions in words."""

from __future__ import annotations

import pytest

from framework import load_rules
from framework.model.condition import NEVER, All, AnyOf, AtLeast, Condition, Is, Not, Unless
from framework.reasoning.readable import readable
from tests.cli.running import TINY

RULEBASE = load_rules(TINY)

FLAT, NEAR, WET = Is("hills", ("flat",)), Is("trip_length", ("short", "middle")), Is("ready_for", ("rain",))


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (FLAT, "Hills is “Flat, or nearly”"),
        (NEAR, "Distance is “Under 3 km” or “3 to 10 km”"),
        (WET, "Weather includes “Rain”"),
        (Not(FLAT), "Hills is not “Flat, or nearly”"),
        (Not(WET), "Weather does not include “Rain”"),
        (Unless(WET), "it is not known that Weather includes “Rain”"),
        (Is("distance", ("blocking",)), "“Near enough” is “Not met and a serious obstacle”"),
        (Is("verdict", ("buy_bicycle",)), "the verdict is “Buy a bicycle”"),
        (Is("task", ("plain_bicycle",)), "the task is “Plain bicycle”"),
        (All((FLAT, AnyOf((WET, NEAR)))), "Hills is “Flat, or nearly” and (Weather includes “Rain” or Distance is "),
        (AtLeast(2, (FLAT, WET, NEAR)), "at least 2 of these hold: (Hills is “Flat, or nearly”; Weather"),
        (Not(AtLeast(2, (FLAT, WET))), "fewer than 2 of these hold: ("),
        (Not(All((FLAT, WET))), "not (Hills is “Flat, or nearly” and Weather includes “Rain”)"),
        (All((FLAT,)), "Hills is “Flat, or nearly”"),
        (All(()), "always"),
        (NEVER, "never"),
    ],
)
def test_a_condition_reads_as_a_part_of_a_sentence(condition: Condition, words: str) -> None:
    """With the rule base's own words, and brackets where it could be read in two ways."""
    assert readable(RULEBASE, condition).startswith(words)
