"""Claim: a full assessment in a few milliseconds, and exact explanations quick enough to follow every click."""

from __future__ import annotations

import time

from benchmarks.timing import sheets, spread
from framework import assess, load_rules
from framework.model.sheet import Sheet
from framework.reasoning.explain import cheapest_changes, flips, sufficient_reasons
from framework.reasoning.interview import Prospects
from framework.reasoning.reasoner import build_reasoner, reasoner_for

SHEETS = 1_000


def main() -> None:
    """Print median and worst milliseconds over a thousand sheets, complete and half filled in."""
    rulebase = load_rules()
    start = time.perf_counter()
    built = build_reasoner(rulebase)
    seconds = time.perf_counter() - start
    print(f"Build: {seconds * 1000:.1f} ms for all diagrams, {built.verdicts.size:,} nodes for the verdict")
    reasoner = reasoner_for(rulebase)
    verdicts = reasoner.verdicts
    whole, half = sheets(rulebase, SHEETS), sheets(rulebase, SHEETS, 0.5)
    for name, run in (
        ("full assess", lambda answers: assess(rulebase, Sheet(answers=answers))),
        ("changes to every verdict", lambda answers: cheapest_changes(rulebase, verdicts, answers)),
        ("smallest reasons", lambda answers: sufficient_reasons(verdicts, answers)),
        ("check these first", lambda answers: flips(verdicts, answers)),
        ("next question", lambda answers: Prospects(reasoner, verdicts, answers).next()),
    ):
        for kind, inputs in (("complete", whole), ("half filled in", half), ("empty", [{}] * 50)):
            median, worst = spread(run, inputs)
            rate = f"{1 / median:>8,.0f} a second"
            print(f"{name:<26} {kind:<15} median {median * 1000:>6.2f} ms  worst {worst * 1000:>6.2f} ms  {rate}")
