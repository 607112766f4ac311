"""Problems with the numbers, each in a sentence that says how to correct it.

An issue that `blocks` removes the number, or the combination, from the calculation; any other is a warning, and the
number counts.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from framework.economics.roles import NEVER_ZERO, Names
from framework.economics.writing import plain
from framework.languages.catalogue import numerals, say
from framework.model.economics import NumberIssue
from framework.model.formulas import BELOW_ZERO, SHARES
from framework.model.numbers import LARGEST, SMALLEST
from framework.model.sheet import Number, Range


def number_issue(role: str, given: Number, names: Names, language: str = "") -> NumberIssue | None:
    """The first problem with a single number, or None. A role without a name is called by its id."""
    ends = (given.low, given.middle, given.high) if isinstance(given, Range) else (given,)
    name = names.get(role, role.replace("_", " "))
    if all(_finite(end) for end in ends):
        sentence = _share(role, name, ends, language) if role in SHARES else _amount(role, name, ends, language)
        sentence = sentence or _small(name, ends, language) or _order(name, ends, language)
    else:
        sentence = say(language, "The {name} must be a number. Enter a number, or leave it empty.", name=name)
    return NumberIssue(role=role, sentence=sentence, blocks=True) if sentence else None


def one_of_each(issues: Iterable[NumberIssue]) -> tuple[NumberIssue, ...]:
    """Of each number the first."""
    found: dict[str, NumberIssue] = {}
    for issue in issues:
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


def _share(role: str, name: str, ends: tuple[float, ...], language: str) -> str | None:
    wrong = next((end for end in ends if not 0 <= end <= 1), None)
    if wrong is not None:
        number = _written(wrong, language)
        said = say(language, "The {name} must be between 0 and 1, but it is {number}.", name=name, number=number)
        if not 1 < wrong <= 100:
            return said
        hint = say(language, "For {number} %, enter {share}.", number=number, share=_written(wrong / 100, language))
        return f"{said} {hint}"
    if role in NEVER_ZERO and 0 in ends:
        return say(language, "The {name} must be above 0: at 0, nothing that is reported would be right.", name=name)
    return None


def _amount(role: str, name: str, ends: tuple[float, ...], language: str) -> str | None:
    lowest, highest = min(ends), max(ends)
    if lowest < 0 and role not in BELOW_ZERO:
        return say(
            language, "The {name} must be 0 or more, but it is {number}.", name=name, number=_written(lowest, language)
        )
    if role == "years" and lowest < 1:
        return say(language, "It must be used for at least a year for a yearly result.")
    if max(highest, -lowest) > LARGEST:
        return say(
            language,
            "The {name} is {number}, which is too large to calculate with. Use a larger unit.",
            name=name,
            number=_written(highest, language),
        )
    return None


def _small(name: str, ends: tuple[float, ...], language: str) -> str | None:
    small = next((end for end in ends if 0 < abs(end) < SMALLEST), None)
    if small is None:
        return None
    return say(
        language,
        "The {name} is {number}, which is too small to calculate with. Enter 0.",
        name=name,
        number=_written(small, language),
    )


def _order(name: str, ends: tuple[float, ...], language: str) -> str | None:
    rising = sorted(ends)
    if list(ends) == rising:
        return None
    given, ordered = (
        say(language, "{low}, {middle}, {high}", low=low, middle=middle, high=high)
        for low, middle, high in ([_written(end, language) for end in numbers] for numbers in (ends, rising))
    )
    return say(
        language,
        "The lowest, likeliest and highest {name} must be in rising order, but they are {given}. "
        "In rising order they are {ordered}.",
        name=name,
        given=given,
        ordered=ordered,
    )


def _written(number: float, language: str) -> str:
    return numerals(language, plain(number))
