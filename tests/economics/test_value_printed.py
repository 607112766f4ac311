"""No number is printed with an exponent: what is left of amounts that cancel out is nothing."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framework.economics.formulas import FORMULAS
from framework.economics.writing import figure, needed_quality, of_role, spread
from framework.model.economics import Span
from framework.model.formulas import SHARES, FormulaId
from framework.model.sheet import Range
from tests.economics.drawn import COUNTS, MODELS, worth

NICE = {"amount": (0.0, 0.5, 1.0, 1.75, 3.0, 40.0, 1_000.0), "share": (0.0, 0.02, 0.3, 0.5, 0.77, 1.0)}
LARGE = dict.fromkeys(("volume", "running", "one_off"), (0.0, 1_000.0, 60_000.0, 800_000.0))


@pytest.mark.parametrize("formula", MODELS)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_no_printed_number_holds_an_exponent(formula, data) -> None:
    """Round numbers cancel out, and what is left of them is rounding error: 1.67e-12."""
    found = FORMULAS[formula]
    numbers: dict[str, Any] = {}
    for role in (*found.reads, "running", "one_off", "years"):
        nice = st.sampled_from(LARGE.get(role) or NICE["share" if role in SHARES else "amount"])
        numbers[role] = data.draw(st.integers(*COUNTS[role]) if role in COUNTS else nice)
    # the same now as then cancels out
    for now, then in (("faults_found_now", "faults_found"), ("good_rejected_now", "good_rejected")):
        numbers |= {then: numbers[now]} if now in numbers and data.draw(st.booleans()) else {}
    told = worth(formula, numbers)
    printed = [figure(y) for curve in told.curves.values() for _, y in curve]
    printed += [of_role(told.quality, x, typed=True) for x, _ in told.curves.get("steps", ())]
    printed += [figure(end) for bar in (told.tornado.bars if told.tornado else ()) for end in (bar.at_low, bar.at_high)]
    spans: tuple[Range | Span | None, ...] = (told.gain, told.net, told.total, told.ratio, told.perfect)
    spans += tuple(told.figures.values())
    printed += [spread(span) for span in spans if span is not None]
    needed = (told.needed.today, told.needed.upkeep, told.needed.pays)
    printed += [needed_quality(told, need.middle) for need in needed if need is not None and need.middle is not None]
    assert not [text for text in printed if re.search(r"\de[-+]\d", text)]


def test_equal_quality_brings_nothing_and_not_a_trace() -> None:
    """A case from a review: "77 %  -1.67e-12" in the table of gains."""
    numbers = {"volume": 800_000, "base_rate": 0.014, "cost_miss": 3, "cost_reject": 1.75, "adoption": 0.3}
    numbers |= {"faults_found_now": 0.77, "faults_found": 0.77, "good_rejected_now": 0.02, "good_rejected": 0.02}
    steps = worth(FormulaId.INSPECTION, {**numbers, "running": 60_000, "one_off": 45_000}).curves["steps"]
    assert len(steps) > 3
    assert all(gain == 0 or abs(gain) > 1 for _, gain in steps)
    assert len({of_role("faults_found", x) for x, _ in steps}) == len(steps)
