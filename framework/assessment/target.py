"""What the person wants to reach: as a gain a year, where they stated it in the unit in which value is counted, or in
numbers of their own.

Their words are free: English amounts with a period are understood, and whatever else is said is no amount.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from framework.assessment.words import Words
from framework.languages.times import is_time
from framework.model.money import Missed
from framework.model.numbers import InvalidNumberError, read_number
from framework.model.question import Question, TextRole
from framework.model.rulebase import RuleBase
from framework.model.sheet import Range
from framework.model.worth import Worth

_TIMES = {"year": 1, "annual": 1, "month": 12, "week": 52}
_PERIOD = re.compile(
    r"(?:\b(?:an?|per|each|every)\s+|/\s?)(year|month|week)\b|\b(year|month|week)ly\b|\b(annual)(?:ly)?\b",
    re.IGNORECASE,
)
_SHARED = re.compile(r"\b(?:an?|per|each|every|average|mean|share|rate)\b|[/%]", re.IGNORECASE)
"""Words of an amount that belongs to one case or is a share, so that no gain of a year follows from it."""
_START = re.compile(r"[-+−]?\s?[$£€]?\s?\d")
_SIGNS = {"euro": "€", "dollar": "$", "pound": "£"}
_NUMBER = re.compile(
    r"[^\d+−-]*?(?P<sign>[$£€]?)\s?(?P<number>\d(?:[\d.,'’\s]*\d)?)\s*(?P<unit>[^\d{}]*)",
)
"""A text with one number, the sign of money before it and what follows it. Braces would be taken for slots."""

TOLERANCE = 0.05
"""How far a target may lie beyond what the numbers give and be the same: people round both."""


class Stated(NamedTuple):
    """A number of the person's own, today and as it should become; shares as 0..1."""

    now: float
    goal: float
    share: bool
    sign: str
    """A sign of money that stands before both."""
    unit_now: str
    unit_goal: str
    """As they were typed: "6 days", "1 day"; empty where nothing but the number was."""
    timed: bool
    """Whether it is how long something takes, and counts no cases."""


class Wanted(NamedTuple):
    """What the person wants to reach, as far as they said so: a gain a year, and a number of their own."""

    gain: float | None
    unit: str
    """That of the gain, as the person named it."""
    stated: Stated | None


def wanted(rulebase: RuleBase, words: Words) -> Wanted:
    """What they want to reach, in both ways."""
    unit = words.in_role(TextRole.UNIT_OF_VALUE) or ""
    return Wanted(wanted_gain(rulebase, words), unit, stated(rulebase, words))


def stated(rulebase: RuleBase, words: Words) -> Stated | None:
    """The two numbers; None where either is none, they have other units, or value is counted in their unit."""
    amount = rulebase.question_in_role.get("running")
    texts = [words.in_role(role) for role in (TextRole.METRIC_TODAY, TextRole.METRIC_TARGET)]
    found = [_NUMBER.fullmatch(text.strip()) for text in texts if text]
    if amount is None or len(found) != len(texts):
        return None
    numbers, typed, signs = list[float](), list[str](), set[str]()
    for text in found:
        number = _read(text["number"], amount) if text else None
        if text is None or number is None:
            return None
        numbers.append(number)
        typed.append(text["unit"].strip(" .,;"))
        signs.add(text["sign"])
    metric = words.in_role(TextRole.METRIC) or ""
    said = " ".join(filter(None, (metric, *texts)))
    units = {_singular(unit) for unit in typed}
    if "%" not in "".join(units):
        units.discard("")  # "from 60 stops to 40"
    if len(units) > 1 or numbers[0] == numbers[1] or _counted(words.in_role(TextRole.UNIT_OF_VALUE), said):
        return None
    share = any(unit.startswith("%") for unit in units)
    now, goal = (number / 100 if share else number for number in numbers)
    unit_now, unit_goal = ("", "") if share else (unit or other for unit, other in zip(typed, typed[::-1], strict=True))
    named = (_PERIOD.sub(" ", text).strip() for text in (unit_now or metric, unit_goal))
    timed = not share and any(map(is_time, named))
    return Stated(now, goal, share, max(signs), unit_now, unit_goal, timed)


def wanted_gain(rulebase: RuleBase, words: Words) -> float | None:
    """By how much the number that counts is to get better in a year; None where that is no amount of value."""
    texts = [words.in_role(role) for role in (TextRole.METRIC, TextRole.METRIC_TODAY, TextRole.METRIC_TARGET)]
    unit, amount = words.in_role(TextRole.UNIT_OF_VALUE), rulebase.question_in_role.get("running")
    metric, today, target = texts
    if not (unit and amount and today and target):
        return None
    said = " ".join(filter(None, (metric, today, target)))
    periods = {next(filter(None, found.groups())).lower() for found in _PERIOD.finditer(said)}
    if len(periods) != 1 or not _counted(unit, said) or _SHARED.search(_PERIOD.sub(" ", said)):
        return None
    before, after = (_amount(text, _singular(unit), amount) for text in (today, target))
    if before is None or after is None or before == after:
        return None
    return abs(after - before) * _TIMES[periods.pop()]


def _singular(unit: str) -> str:
    return unit.casefold().removesuffix("s")


def _counted(unit: str | None, said: str) -> bool:
    """Whether a text counts in the unit of value."""
    name = _singular(unit or "")
    return bool(name) and (name in said.casefold() or _SIGNS.get(name, name) in said)


def _amount(text: str, unit: str, question: Question) -> float | None:
    """The amount in a text without its period and its unit: "under 1,200 hours a week" is 1,200."""
    bare = re.sub(rf"\b{re.escape(unit)}s?\b", " ", _PERIOD.sub(" ", text), flags=re.IGNORECASE)
    start = _START.search(bare)
    if start is None:
        return None
    return _read(bare[start.start() :], question)


def _read(text: str, question: Question) -> float | None:
    try:
        found = read_number(text, question, typed=True)
    except InvalidNumberError:
        return None
    return found.middle if isinstance(found, Range) else found


class Exceeded(NamedTuple):
    """What a target goes beyond or, for the cost, stays below, and the amount of that."""

    what: Missed
    amount: float


def missed_by(worth: Worth, wanted: float) -> Exceeded | None:
    """What is possible, what it costs, or what the quality hoped for brings; None where the target fits.

    A target may mean what is left or, where acting costs something, what is saved: it is held against the larger.
    """
    if worth.once:
        return None
    most = _larger("perfect" if worth.bound else "reported", worth.perfect, "saved_at_most", worth)
    hoped = _larger("gain", worth.gain, "saved", worth)
    if most is not None and wanted > most.amount * (1 + TOLERANCE):
        return most
    if worth.cost is not None and wanted < worth.cost.low * (1 - TOLERANCE):
        return Exceeded("cost", worth.cost.low)
    return hoped if hoped is not None and wanted > hoped.amount * (1 + TOLERANCE) else None


def _larger(name: Missed, left: Range | None, saved: Missed, worth: Worth) -> Exceeded | None:
    gross = worth.figures.get(saved)
    if gross is not None and gross.high is not None and (left is None or gross.high > left.high):
        return Exceeded(saved, gross.high)
    return None if left is None else Exceeded(name, left.high)
