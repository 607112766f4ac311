"""Problems with the numbers, each in a sentence that says how to correct it.

An issue that `blocks` removes the number, or the combination, from the calculation; any other is a warning, and the
number counts.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping

from framework.economics.roles import BELOW_ZERO, SHARES, Names
from framework.economics.value import TOLERANCE, catch_value, precision_floor
from framework.economics.writing import percent, plain
from framework.model.economics import Economics, NumberIssue
from framework.model.numbers import LARGEST, SMALLEST
from framework.model.sheet import Number, Range
from framework.model.worth import Worth


def number_issue(role: str, given: Number, names: Names) -> NumberIssue | None:
    """The first problem with a single number, or None. A role without a name is called by its id."""
    ends = (given.low, given.middle, given.high) if isinstance(given, Range) else (given,)
    name = names.get(role, role.replace("_", " "))
    if all(_finite(end) for end in ends):
        sentence = _share(role, name, ends) if role in SHARES else _amount(role, name, ends)
        sentence = sentence or _small(name, ends) or _order(name, ends)
    else:
        sentence = f"The {name} must be a number. Enter a number, or leave it empty."
    return NumberIssue(role=role, sentence=sentence, blocks=True) if sentence else None


def all_issues(*results: Economics | Worth | None) -> tuple[NumberIssue, ...]:
    """The problems that several results found with the same numbers: of each number, the first."""
    found: dict[str, NumberIssue] = {}
    for issue in (issue for result in results if result for issue in result.issues):
        found.setdefault(issue.role, issue)
    return tuple(found.values())


def in_one(issues: Iterable[NumberIssue]) -> str:
    """What they say, in one text."""
    return " ".join(issue.sentence for issue in issues)


def _finite(number: float) -> bool:
    try:
        return math.isfinite(number)
    except OverflowError:
        return False


def _share(role: str, name: str, ends: tuple[float, ...]) -> str | None:
    wrong = next((end for end in ends if not 0 <= end <= 1), None)
    if wrong is not None:
        hint = f" For {plain(wrong)} %, enter {plain(wrong / 100)}." if 1 < wrong <= 100 else ""
        return f"The {name} must be between 0 and 1, but it is {plain(wrong)}.{hint}"
    if role in ("precision", "rule_precision") and 0 in ends:
        return f"The {name} must be above 0. At 0 every alert is false; at 1 every alert is right."
    return None


def _amount(role: str, name: str, ends: tuple[float, ...]) -> str | None:
    lowest, highest = min(ends), max(ends)
    if lowest < 0 and role not in BELOW_ZERO:
        return f"The {name} must be 0 or more, but it is {plain(lowest)}."
    if role == "years" and lowest < 1:
        return "It must be used for at least a year for a yearly result."
    if max(highest, -lowest) > LARGEST:
        return f"The {name} is {plain(highest)}, which is too large to calculate with. Use a larger unit."
    return None


def _small(name: str, ends: tuple[float, ...]) -> str | None:
    small = next((end for end in ends if 0 < abs(end) < SMALLEST), None)
    return None if small is None else f"The {name} is {plain(small)}, which is too small to calculate with. Enter 0."


def _order(name: str, ends: tuple[float, ...]) -> str | None:
    rising = sorted(ends)
    if list(ends) == rising:
        return None
    given, ordered = (", ".join(plain(end) for end in numbers) for numbers in (ends, rising))
    return (
        f"The lowest, likeliest and highest {name} must be in rising order, but they are {given}. "
        f"In rising order they are {ordered}."
    )


def combination_issues(point: Mapping[str, float]) -> Iterator[NumberIssue]:
    """Problems with combinations of valid numbers. `point` holds the likeliest value of each usable number."""
    yield from _base_rate(point)
    for prefix in ("", "rule_"):
        if {"base_rate", f"{prefix}recall", f"{prefix}precision"} <= point.keys():
            yield from _precision(point, prefix)
    if {"value", "cost_action"} <= point.keys():
        yield from _worth(point["value"], point.get("success_rate", 1.0), point["cost_action"])
    if point.get("cost_under") == 0 and point.get("cost_over") == 0:
        text = (
            "Guessing too low and guessing too high both cost 0, so no guess is better than another. "
            "Enter a cost above 0 for at least one of them."
        )
        yield NumberIssue(role="cost_under", sentence=text)


def _worth(value: float, success_rate: float, cost_action: float) -> Iterator[NumberIssue]:
    if catch_value(value, success_rate, cost_action) <= 0:
        text = (
            f"Acting on a real case brings {plain(success_rate * value)} on average and costs {plain(cost_action)}, so "
            "acting never pays, however good the alerts are. For it to pay, a success must be worth more, or acting "
            "must cost less."
        )
        yield NumberIssue(role="value", sentence=text)


def _base_rate(point: Mapping[str, float]) -> Iterator[NumberIssue]:
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


def _precision(point: Mapping[str, float], prefix: str) -> Iterator[NumberIssue]:
    share, caught, right = point["base_rate"], point[f"{prefix}recall"], point[f"{prefix}precision"]
    floor, who = precision_floor(share, caught), "the rule's alerts" if prefix else "the alerts"
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
        yield NumberIssue(role=f"{prefix}precision", sentence=text, blocks=True)
    elif right <= share + TOLERANCE and share < 1:
        text = (
            f"{percent(right)} of {who} are right, and {percent(share)} of all cases are real: that is no better "
            f"than guessing. To be useful, more than {percent(share)} of {who} must be right."
        )
        yield NumberIssue(role=f"{prefix}precision", sentence=text)
