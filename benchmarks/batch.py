"""Claim: a million sheets in well under a second on one core."""

from __future__ import annotations

import time

import numpy as np

from benchmarks.timing import near_cases
from framework import load_rules
from framework.model.answers import Answer
from framework.reasoning.batch import CODE, Batch
from framework.reasoning.reasoner import reasoner_for


def seconds_for(rows: int, answers: list[dict[str, Answer]]) -> float:
    """Seconds for the outcomes of so many sheets, drawn from these and given as arrays of codes; best of three."""
    diagram = reasoner_for(load_rules()).outcomes
    drawn = np.random.default_rng(7).integers(0, len(answers), rows)
    columns = {}
    for variable in diagram.variables:
        code = {value: index for index, value in enumerate(variable.values)}
        given = np.array([code[sheet[variable.question]] for sheet in answers], dtype=CODE)
        columns[variable.question] = given[drawn]
    batch, best = Batch(diagram), float("inf")
    for _ in range(3):
        start = time.perf_counter()
        batch.decide(columns)
        best = min(best, time.perf_counter() - start)
    return best


def main() -> None:
    """Print rows a second."""
    answers = near_cases(load_rules(), 2_000)
    for rows in (10_000, 100_000, 1_000_000):
        seconds = seconds_for(rows, answers)
        print(f"Batch: {rows:>9,} sheets in {seconds:6.3f} s  ({rows / seconds:>12,.0f} a second)")
