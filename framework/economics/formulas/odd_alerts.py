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
from framework.languages.catalogue import numerals, say
from framework.model.economics import NumberIssue, Point


def odd(numbers: Numbers, language: str) -> Iterator[NumberIssue]:
    """Problems with combinations of valid numbers, of whichever are known; at their likeliest unless said otherwise."""
    point = middles(numbers)
    yield from _base_rate(point, language)
    for recall, precision in PAIRS:
        if {"base_rate", recall, precision} <= point.keys():
            yield from _precision(point, recall, precision, language)
            yield from _ends(numbers, recall, precision, language)
    if {"value", "success_rate", "in_time", "cost_action"} <= point.keys():
        yield from _worth(point["value"], works(point), point["cost_action"], language)


def _worth(value: float, success_rate: float, cost_action: float, language: str) -> Iterator[NumberIssue]:
    if catch_value(value, success_rate, cost_action) <= 0:
        text = say(
            language,
            "Acting on a real case brings {gain} on average and costs {cost}, so acting never pays, however good the "
            "alerts are. For it to pay, a success must be worth more, or acting must cost less.",
            gain=numerals(language, plain(success_rate * value)),
            cost=numerals(language, plain(cost_action)),
        )
        yield NumberIssue(role="value", sentence=text)


def _base_rate(point: Point, language: str) -> Iterator[NumberIssue]:
    if point.get("base_rate") == 0:
        text = say(
            language,
            "The share of real cases is 0, so there is nothing to find. Enter a share above 0; "
            "one case in a thousand is 0.001.",
        )
        yield NumberIssue(role="base_rate", sentence=text)
    if point.get("base_rate") == 1:
        text = say(
            language,
            "The share of real cases is 1, so every case is real and there is nothing to tell apart. "
            "Enter a share below 1.",
        )
        yield NumberIssue(role="base_rate", sentence=text)


def _precision(point: Point, recall: str, precision: str, language: str) -> Iterator[NumberIssue]:
    share, caught, right = point["base_rate"], point[recall], point[precision]
    floor = precision_floor(share, caught)
    who = say(language, "the alerts") if precision == "precision" else say(language, "the rule's alerts")
    of_them = numerals(language, percent(right))
    if right < floor - TOLERANCE:
        alarms = 1000 * share * caught * (1 - right) / right
        # rounded up, so that the share named is one that is possible
        least = math.ceil(1000 * floor - TOLERANCE) / 1000
        text = say(
            language,
            "These shares cannot all be true. If {caught} of the real cases are caught and {right} of {who} are right, "
            "1,000 cases give {alarms} false alarms, but only {others} of the 1,000 cases are not real. "
            "At least {least} of {who} must be right.",
            caught=numerals(language, percent(caught)),
            right=of_them,
            who=who,
            alarms=numerals(language, plain(round(alarms, 1))),
            others=numerals(language, plain(round(1000 * (1 - share), 1))),
            least=numerals(language, percent(least)),
        )
        yield NumberIssue(role=precision, sentence=text, blocks=True)
    elif right <= share + TOLERANCE and share < 1:
        text = say(
            language,
            "{right} of {who} are right, and {share} of all cases are real: that is no better than guessing. "
            "To be useful, more than {share} of {who} must be right.",
            right=of_them,
            who=who,
            share=numerals(language, percent(share)),
        )
        yield NumberIssue(role=precision, sentence=text)


def _ends(numbers: Numbers, recall: str, precision: str, language: str) -> Iterator[NumberIssue]:
    """Ranges that allow impossible combinations."""
    moving = ranged(numbers, ("base_rate", recall, precision))
    ends = combined_ends(middles(numbers), numbers, moving)
    if not all(possible(point["base_rate"], point[recall], point[precision]) for point in ends):
        text = say(
            language,
            "Some ends of your ranges cannot be true together: there would be more false alarms than cases that "
            "are not real. These combinations are left out. Narrower ranges avoid this.",
        )
        yield NumberIssue(role=precision, sentence=text)
