"""Numbers and texts in the templates of exercises."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from framework.model.answers import Answer
from framework.model.listing import listed
from framework.model.rulebase import RuleBase

_SLOT = re.compile(r"\{(\w+)(?::(\w+))?\}")


def _places(value: float, places: int) -> str:
    """So many decimal places. Halves go up, as people round."""
    exact = Decimal(f"{value:.9f}")  # without the noise of binary fractions
    return f"{exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):,}".replace("-", "−")


def _rounded(value: float, places: int) -> str:
    """At most so many decimal places, and none that says nothing."""
    return _places(value, places).rstrip("0").rstrip(".")


FORMATS: Mapping[str, Callable[[float], str]] = {
    "number": lambda value: _rounded(value, 2),
    "percent": lambda value: f"{_rounded(100 * value, 1)} %",
    "tenths": lambda value: f"{_places(100 * value, 1)} %",
}
"""How a number can be written: `{name:number}`, `{name:percent}`, and `{name:tenths}` with exactly one decimal."""


def fill(template: str, values: Mapping[str, float | str]) -> str:
    """The template with numbers and texts in their places. A text that is empty at its end leaves no space."""

    def written(found: re.Match[str]) -> str:
        value = values[found[1]]
        return value if isinstance(value, str) else FORMATS[found[2]](value)

    return _SLOT.sub(written, template).rstrip()


def named(template: str, names: Sequence[str]) -> str:
    """The template with some names in place of {names}; empty where there are none."""
    return fill(template, {"names": listed(names, "and")}) if names else ""


def fact(rulebase: RuleBase, question: str, answer: Answer) -> str:
    """An answer with the short name of its question."""
    asked = rulebase.questions[question]
    return f"{asked.short or asked.text}: {rulebase.answer_text(question, answer)}"
