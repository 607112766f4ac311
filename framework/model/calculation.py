"""What Python calculates for an exercise or a lesson, by name: the rules say the words for it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Calculation:
    """The names of the numbers that a calculation takes and gives, and the states that it tells apart."""

    takes: tuple[str, ...]
    gives: tuple[str, ...]
    states: tuple[str, ...]
    on_rows: bool = False
    """Whether it works on rows of data besides."""
