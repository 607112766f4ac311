"""How long it takes until there are enough real cases to learn from and to test on, and how many show a quality."""

from __future__ import annotations


def years_until(cases: float, real_a_year: float) -> float | None:
    """Years until there are n real cases, n / (real cases a year); None where there are none (definition)."""
    return cases / real_a_year if real_a_year > 0 else None


def to_show(rate: float) -> float:
    """How many cases without a failure show a rate of failure below this at 95 %: 3 / rate (rule of three)."""
    return 3 / rate
