"""What is wrong with a number, in a sentence that also says what would be possible.

Knows the arithmetic only. A problem that `blocks` took the number (or the combination) out of the reckoning; any other
is a doubt, and the reckoning goes on.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from framework.economics.roles import SHARES, WORDS
from framework.economics.value import TOLERANCE, precision_floor
from framework.model.economics import NumberIssue
from framework.model.sheet import Range

TOO_LARGE = 1e15
"""Beyond this a number is a slip of the keyboard, and products of several could overflow."""


def plain(number: float) -> str:
    """A number for a sentence: thousands with commas, no needless digits, no powers of ten where avoidable."""
    if abs(number) >= TOO_LARGE:
        return f"{number:.3g}"
    if abs(number) >= 1000 or number == round(number):
        return f"{number:,.0f}"
    return f"{number:.4f}".rstrip("0").rstrip(".") if abs(number) >= 0.01 else f"{number:.3g}"


def percent(share: float) -> str:
    """A share for a sentence, as a percentage."""
    return f"{plain(float(f'{100 * share:.3g}'))} %"


def number_issue(role: str, given: float | Range) -> NumberIssue | None:
    """The first thing wrong with one number alone, or None."""
    name, ends = WORDS[role], (given.low, given.middle, given.high) if isinstance(given, Range) else (given,)
    if not all(_finite(end) for end in ends):
        return NumberIssue(
            role=role, sentence=f"The {name} is not a number. Write a plain number, or leave it empty.", blocks=True
        )
    if any(abs(end) > TOO_LARGE for end in ends):
        text = f"The {name} is {plain(max(ends, key=abs))}, too large to reckon with. Count in a larger unit."
        return NumberIssue(role=role, sentence=text, blocks=True)
    if list(ends) != sorted(ends):
        low, middle, high = (plain(end) for end in ends)
        text = (
            f"The {name} has {low} as its lowest, {middle} as its likeliest and {high} as its highest number, but they "
            f"have to rise: {', '.join(plain(end) for end in sorted(ends))} would do."
        )
        return NumberIssue(role=role, sentence=text, blocks=True)
    return _share_issue(role, ends) if role in SHARES else _amount_issue(role, ends)


def _finite(number: float) -> bool:
    try:
        return math.isfinite(number)
    except OverflowError:
        return False


def _share_issue(role: str, ends: tuple[float, ...]) -> NumberIssue | None:
    name, wrong = WORDS[role], next((end for end in ends if not 0 <= end <= 1), None)
    if wrong is not None:
        hint = f" For {plain(wrong)} %, write {plain(wrong / 100)}." if 1 < wrong <= 100 else ""
        text = f"The {name} is {plain(wrong)}, but a share lies between 0 and 1.{hint}"
        return NumberIssue(role=role, sentence=text, blocks=True)
    if role in ("precision", "rule_precision") and ends[0] == 0:
        text = f"The {name} is 0: then every alert is false. It has to be above 0; at 1 every alert is right."
        return NumberIssue(role=role, sentence=text, blocks=True)
    return None


def _amount_issue(role: str, ends: tuple[float, ...]) -> NumberIssue | None:
    wrong = next((end for end in ends if end < 0), None)
    if wrong is None:
        return None
    text = f"The {WORDS[role]} is {plain(wrong)}, but it cannot be below 0. Write 0 or a positive number."
    return NumberIssue(role=role, sentence=text, blocks=True)


def combination_issues(point: Mapping[str, float]) -> Iterator[NumberIssue]:
    """What is wrong with numbers that are fine each alone. `point` holds the likeliest value of each usable number."""
    yield from _base_rate(point)
    for prefix in ("", "rule_"):
        if {"base_rate", f"{prefix}recall", f"{prefix}precision"} <= point.keys():
            yield from _precision(point, prefix)
    if {"value", "cost_action"} <= point.keys():
        gained = point["value"] * point.get("success_rate", 1.0)
        if gained <= point["cost_action"]:
            text = (
                f"Acting on a real case brings {plain(gained)} on average and costs {plain(point['cost_action'])}, so "
                f"acting never pays, however good the alerts are. The cost of acting would have to be below "
                f"{plain(gained)}, or a success worth more."
            )
            yield NumberIssue(role="value", sentence=text)
    if point.get("cost_under") == 0 and point.get("cost_over") == 0:
        text = "If guessing too low and guessing too high both cost 0, every guess is as good. One has to be above 0."
        yield NumberIssue(role="cost_under", sentence=text)


def _base_rate(point: Mapping[str, float]) -> Iterator[NumberIssue]:
    if point.get("base_rate") == 0:
        yield NumberIssue(
            role="base_rate",
            sentence="The share of real cases is 0: there is nothing to find. One in a thousand would be 0.001.",
        )
    if point.get("base_rate") == 1:
        yield NumberIssue(
            role="base_rate",
            sentence="The share of real cases is 1: every case is real, so there is nothing to tell apart. "
            "It has to be below 1.",
        )


def _precision(point: Mapping[str, float], prefix: str) -> Iterator[NumberIssue]:
    share, caught, right = point["base_rate"], point[f"{prefix}recall"], point[f"{prefix}precision"]
    floor, who = precision_floor(share, caught), "the rule's alerts" if prefix else "the alerts"
    if right < floor - TOLERANCE:
        alarms = 1000 * share * caught * (1 - right) / right
        text = (
            f"If {percent(caught)} of the real cases are caught and {percent(right)} of {who} are right, 1,000 "
            f"decisions would give {plain(round(alarms, 1))} false alarms, but only "
            f"{plain(round(1000 * (1 - share), 1))} of them are not real cases. "
            f"At least {percent(floor)} of {who} have to be right."
        )
        yield NumberIssue(role=f"{prefix}precision", sentence=text, blocks=True)
    elif right <= share + TOLERANCE and share < 1:
        text = (
            f"{percent(right)} of {who} would be right, but {percent(share)} of all cases are real: that is no better "
            f"than guessing. Anything useful lies above {percent(share)}."
        )
        yield NumberIssue(role=f"{prefix}precision", sentence=text)
