"""Numbers of alerts that cannot be together, or with which nothing can be gained: a sentence for each. Pure.

An issue that `blocks` names the number that is then not used.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from framework.economics.formulas.per_thousand import PAIRS, works
from framework.economics.spreads import Numbers, combined_ends, middles, ranged
from framework.economics.value import TOLERANCE, catch_value, possible, precision_floor
from framework.economics.writing import percent, plain
from framework.model.economics import NumberIssue, Point


def odd(numbers: Numbers) -> Iterator[NumberIssue]:
    """Problems with combinations of valid numbers, of whichever are known; at their likeliest unless said otherwise."""
    point = middles(numbers)
    yield from _base_rate(point)
    for recall, precision in PAIRS:
        if {"base_rate", recall, precision} <= point.keys():
            yield from _precision(point, recall, precision)
            yield from _ends(numbers, recall, precision)
    if {"value", "success_rate", "in_time", "cost_action"} <= point.keys():
        yield from _worth(point["value"], works(point), point["cost_action"])


def _worth(value: float, success_rate: float, cost_action: float) -> Iterator[NumberIssue]:
    if catch_value(value, success_rate, cost_action) <= 0:
        text = (
            f"Acting on a real case brings {plain(success_rate * value)} on average and costs {plain(cost_action)}, so "
            "acting never pays, however good the alerts are. For it to pay, a success must be worth more, or acting "
            "must cost less."
        )
        yield NumberIssue(role="value", sentence=text)


def _base_rate(point: Point) -> Iterator[NumberIssue]:
    if point.get("base_rate") == 0:
        text = (
            "The share of real cases is 0, so there is nothing to find. Enter a share above 0; "
            "one case in a thousand is 0.001."
        )
        yield NumberIssue(role="base_rate", sentence=text)
    if point.get("base_rate") == 1:
        text = (
            "The share of real cases is 1, so every case is real and there is nothing to tell apart. "
            "Enter a share below 1."
        )
        yield NumberIssue(role="base_rate", sentence=text)


def _precision(point: Point, recall: str, precision: str) -> Iterator[NumberIssue]:
    share, caught, right = point["base_rate"], point[recall], point[precision]
    floor, who = precision_floor(share, caught), "the alerts" if precision == "precision" else "the rule's alerts"
    if right < floor - TOLERANCE:
        alarms = 1000 * share * caught * (1 - right) / right
        # rounded up, so that the share named is one that is possible
        least = math.ceil(1000 * floor - TOLERANCE) / 1000
        text = (
            f"These shares cannot all be true. If {percent(caught)} of the real cases are caught and {percent(right)} "
            f"of {who} are right, 1,000 cases give {plain(round(alarms, 1))} false alarms, but only "
            f"{plain(round(1000 * (1 - share), 1))} of the 1,000 cases are not real. "
            f"At least {percent(least)} of {who} must be right."
        )
        yield NumberIssue(role=precision, sentence=text, blocks=True)
    elif right <= share + TOLERANCE and share < 1:
        text = (
            f"{percent(right)} of {who} are right, and {percent(share)} of all cases are real: that is no better "
            f"than guessing. To be useful, more than {percent(share)} of {who} must be right."
        )
        yield NumberIssue(role=precision, sentence=text)


def _ends(numbers: Numbers, recall: str, precision: str) -> Iterator[NumberIssue]:
    """Ranges that allow impossible combinations."""
    moving = ranged(numbers, ("base_rate", recall, precision))
    ends = combined_ends(middles(numbers), numbers, moving)
    if not all(possible(point["base_rate"], point[recall], point[precision]) for point in ends):
        text = (
            "Some ends of your ranges cannot be true together: there would be more false alarms than cases that "
            "are not real. These combinations are left out. Narrower ranges avoid this."
        )
        yield NumberIssue(role=precision, sentence=text)
