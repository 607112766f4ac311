"""Numbers in sentences and tables: the digits that matter, and never the noise of floating-point arithmetic."""

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import Decimal

from framework.languages.catalogue import numerals, say
from framework.model.economics import Span
from framework.model.formulas import SHARES
from framework.model.numbers import LARGEST
from framework.model.sheet import Range
from framework.model.worth import Worth

DIGITS = 12
"""Significant digits beyond which a number holds nothing but noise."""

# Digits follow the input's. Typed numbers do not say how exact they are (100 may have one digit or three), ranges do:
# their ends are rarely known to more than two digits, and single figures are read to three.
IN_RANGES = 2
OF_FIGURES = 3

SMALLEST_WRITTEN = 1e-9
"""Smaller numbers are written with an exponent."""

MORE_DIGITS = 6
"""Digits that a break-even has at most to be told from its neighbours."""


def plain(number: float) -> str:
    """A number for a sentence: thousands with commas, no unnecessary digits, no scientific notation where avoidable."""
    if abs(number) >= LARGEST:
        return f"{number:.3g}"
    if abs(number) >= 1000 or number == round(number):
        return f"{number:,.0f}"
    return f"{number:.4f}".rstrip("0").rstrip(".") if abs(number) >= 0.01 else _small(number)


def _small(number: float) -> str:
    """Three digits without an exponent, as far as anybody counts noughts."""
    return f"{Decimal(f'{number:.3g}'):f}" if abs(number) >= SMALLEST_WRITTEN else f"{number:.3g}"


def percent(share: float) -> str:
    """A share for a sentence, as a percentage."""
    return f"{plain(float(f'{100 * share:.3g}'))} %"


def digits_of(*found: Range | Span) -> int:
    """Significant digits of a result: two where it rests on ranges, three where on single figures."""
    return IN_RANGES if any(one.low != one.high for one in found) else OF_FIGURES


def figure(number: float, digits: int = OF_FIGURES) -> str:
    """A calculated number in so many significant digits; what nobody could count is 0."""
    return plain(0.0 if abs(number) < SMALLEST_WRITTEN else float(f"{number:.{digits}g}"))


def as_given(number: float) -> str:
    """A number that somebody typed, with all of its digits."""
    if number != 0 and not SMALLEST_WRITTEN <= abs(number) < LARGEST:
        return f"{number:.3g}"
    exact = Decimal(f"{number:.{DIGITS}g}")
    text = f"{exact:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def of_role(role: str, number: float, *, typed: bool = False) -> str:
    """An input as people read it: shares in per cent; with all digits if somebody typed it."""
    write = as_given if typed else figure
    return f"{write(100 * number)} %" if role in SHARES else write(number)


def finely(role: str, number: float) -> str:
    """An input in three significant digits, for a share near 100 % those of what is missing: 99.375 %."""
    if role not in SHARES:
        return figure(number)
    step = _step(100 * number, share=True, missing=3)
    return f"{as_given(round(100 * number / step) * step)} %"


def threshold(role: str, number: float, *, up: bool = True, beside: Iterable[float] = ()) -> str:
    """A break-even of an input, rounded to the side that pays; see `reached`."""
    return reached(number, up=up, share=role in SHARES, beside=beside)


def needed_quality(worth: Worth, number: float) -> str:
    """One quality from which something pays, as it is printed everywhere."""
    curve = worth.curves.get("quality", ())
    up = not curve or curve[0][0] <= curve[-1][0]
    spans = (worth.needed.today, worth.needed.upkeep, worth.needed.pays)
    beside = [span.middle for span in spans if span is not None and span.middle is not None]
    return threshold(worth.quality, number, up=up, beside=beside)


def rounded_up(count: float) -> float:
    """The next number of two digits and noughts, for "about"."""
    step = 10.0 ** max(0, len(f"{count:.0f}") - 2)
    return math.ceil(count / step * (1 - 1e-12)) * step


def reached(
    number: float, *, up: bool = True, share: bool = False, beside: Iterable[float] = (), digits: int = OF_FIGURES
) -> str:
    """A number from which something pays, so that it also pays at what is printed: rounded up, or down.

    With the digits that tell it from 100 % and from the numbers `beside` it.
    """
    scale = 100.0 if share else 1.0
    if not math.isfinite(number) or number == 0 or abs(number) >= LARGEST:
        return f"{figure(scale * number)} %" if share else figure(number)
    step = _step(scale * number, share=share, missing=2, digits=digits)
    others = [scale * other for other in beside if not math.isclose(other, number, rel_tol=1e-9)]
    for _ in range(MORE_DIGITS):
        told = _rounded(scale * number, step, up=up)
        if all(told != _rounded(other, step, up=up) for other in others):
            break
        step /= 10
    text = as_given(_rounded(scale * number, step, up=up))
    return f"{text} %" if share else text


def _step(number: float, *, share: bool, missing: int, digits: int = OF_FIGURES) -> float:
    """The last place that is printed: the last of so many digits; near 100 % the last digit `missing` to it."""
    if number == 0:
        return 1.0
    step = 10.0 ** (math.floor(math.log10(abs(number))) - digits + 1)
    left = 100 - number
    if share and 0 < left < number:
        step = min(step, 10.0 ** (math.floor(math.log10(left)) - missing + 1))
    return max(step, 1e-9)


def _rounded(number: float, step: float, *, up: bool) -> float:
    """The number on the grid of `step`; what lies on it but for noise stays."""
    steps = number / step
    nearest = round(steps)
    if not math.isclose(steps, nearest, rel_tol=1e-9, abs_tol=1e-6):
        nearest = math.ceil(steps) if up else math.floor(steps)
    return float(f"{nearest * step:.{DIGITS}g}")


def spread(
    found: Range | Span,
    percentage: bool = False,
    *,
    up: bool | None = None,
    digits: int | None = None,
    language: str = "",
) -> str:
    """A range in words: one number where all three agree. A break-even is rounded `up` or down, to what pays."""
    exact = OF_FIGURES if digits is None else digits
    digits = digits_of(found) if digits is None else digits

    def shown(number: float | None) -> str:
        if number is None:
            return say(language, "never")
        if up is not None:
            return numerals(language, reached(number, up=up, share=percentage, digits=exact))
        return numerals(language, f"{figure(100 * number, digits)} %" if percentage else figure(number, digits))

    low, middle, high = shown(found.low), shown(found.middle), shown(found.high)
    if low == high == middle:
        return middle
    return say(language, "{middle} (from {low} to {high})", middle=middle, low=low, high=high)
