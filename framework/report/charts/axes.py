"""An axis of a picture: where numbers lie on it, and its ticks."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from framework.report.charts.drawing import Parts
from framework.report.charts.look import amount, percent

PADDING = 0.06
"""Share of the range that is added on both sides where the data set it."""

TICKS = 6


@dataclass(frozen=True)
class Axis:
    """A linear scale from numbers to px."""

    low: float
    high: float
    start: float
    end: float
    ticks: tuple[tuple[float, str], ...]
    """Numbers with their words."""

    def at(self, number: float) -> float:
        """The place of a number in px."""
        return self.start + (number - self.low) / (self.high - self.low) * (self.end - self.start)

    def holds(self, number: float) -> bool:
        """Whether a number lies on it."""
        return min(self.low, self.high) <= number <= max(self.low, self.high)


def axis(parts: Parts, data: Sequence[float], px: tuple[float, float], language: str = "") -> Axis:
    """The axis with these settings (in Plotly's words) for these data."""
    low, high = parts.get("range") or _padded(data)
    if "tickvals" in parts:
        ticks = tuple(zip(parts["tickvals"], map(str, parts["ticktext"]), strict=True))
    elif parts.get("visible", True):
        form = percent if parts.get("tickformat") == ".0%" else amount
        places = _round(min(low, high), max(low, high), parts.get("nticks", TICKS))
        ticks = tuple((at, form(at, language)) for at in places)
    else:
        ticks = ()
    return Axis(low, high, *px, ticks)


def _padded(data: Sequence[float]) -> tuple[float, float]:
    low, high = (min(data), max(data)) if data else (0.0, 1.0)
    more = (high - low) * PADDING or abs(high) or 1.0
    return low - more, high + more


def _round(low: float, high: float, most: int) -> list[float]:
    """Round numbers in a range, at most `most` of them."""
    rough = (high - low) / most
    power = 10 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [number * step for number in range(first, last + 1)]
