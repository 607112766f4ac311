"""Numbers in sentences and tables: the digits that matter, and never the noise of floating-point arithmetic."""

from __future__ import annotations

from decimal import Decimal

from framework.economics.roles import SHARES
from framework.model.economics import Span
from framework.model.numbers import LARGEST
from framework.model.sheet import Range

DIGITS = 12
"""Significant digits beyond which a number holds nothing but noise."""


def plain(number: float) -> str:
    """A number for a sentence: thousands with commas, no unnecessary digits, no scientific notation where avoidable."""
    if abs(number) >= LARGEST:
        return f"{number:.3g}"
    if abs(number) >= 1000 or number == round(number):
        return f"{number:,.0f}"
    return f"{number:.4f}".rstrip("0").rstrip(".") if abs(number) >= 0.01 else f"{number:.3g}"


def percent(share: float) -> str:
    """A share for a sentence, as a percentage."""
    return f"{plain(float(f'{100 * share:.3g}'))} %"


def figure(number: float) -> str:
    """A calculated number with the digits that matter: three significant digits, or all before the point."""
    return plain(number if number == 0 or abs(number) >= 1000 else float(f"{number:.3g}"))


def as_given(number: float) -> str:
    """A number that somebody typed, with all of its digits."""
    if number != 0 and not 1e-9 <= abs(number) < LARGEST:
        return f"{number:.3g}"
    exact = Decimal(f"{number:.{DIGITS}g}")
    text = f"{exact:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def of_role(role: str, number: float, *, typed: bool = False) -> str:
    """An input as people read it: shares in per cent; with all digits if somebody typed it."""
    write = as_given if typed else figure
    return f"{write(100 * number)} %" if role in SHARES else write(number)


def spread(found: Range | Span, percentage: bool = False) -> str:
    """A range in words: one number where all three agree."""

    def shown(number: float | None) -> str:
        if number is None:
            return "never"
        return f"{figure(100 * number)} %" if percentage else figure(number)

    low, middle, high = shown(found.low), shown(found.middle), shown(found.high)
    return middle if low == high == middle else f"{middle} (from {low} to {high})"
