"""What a calculation of a lesson gives: curves by name, numbers by name, and the state that its sentence depends on."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Parameters = Mapping[str, float]
Rows = Sequence[tuple[str, float, float]]
Play = Callable[[Parameters, Rows], "Played"]


@dataclass(frozen=True)
class Curve:
    """Points in order; `name` is looked up among the words of the lesson."""

    name: str
    x: tuple[float, ...]
    y: tuple[float, ...]
    style: Literal["line", "dashed", "level", "points", "hollow", "bars"] = "line"


@dataclass(frozen=True)
class Panel:
    """One figure: the names of its axes, its curves, and vertical lines at given places."""

    across: str
    up: str
    curves: tuple[Curve, ...]
    marks: tuple[tuple[str, float], ...] = ()
    up_range: tuple[float, float] | None = None
    shares: tuple[Literal["across", "up"], ...] = ()
    """Axes whose numbers are shares, to be written in per cent."""
    ticks: tuple[str, ...] = ()
    """Names of the places of bars."""


@dataclass(frozen=True)
class Table:
    """The numbers behind the figures: names of the columns, rows of numbers or texts."""

    columns: tuple[str, ...]
    rows: tuple[tuple[float | str, ...], ...]


@dataclass(frozen=True)
class Played:
    """The result for one setting of the sliders."""

    state: str
    """Which of the sentences applies."""
    numbers: Mapping[str, float]
    panels: tuple[Panel, ...]
    table: Table


def steps(low: float, high: float, count: int = 81) -> tuple[float, ...]:
    """Evenly spaced places from `low` to `high`, both included."""
    return tuple(low + (high - low) * index / (count - 1) for index in range(count))


def density(z: float) -> float:
    """Density of a standard normal distribution at `z`."""
    return math.exp(-z * z / 2) / math.sqrt(2 * math.pi)
