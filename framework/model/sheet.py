"""A sheet: what one person has answered so far. The fixed input of `assess`."""

from __future__ import annotations

from pydantic import Field

from framework.model.base import FrozenModel


class Range(FrozenModel):
    """A number known only as a range."""

    low: float
    middle: float
    high: float


class Sheet(FrozenModel):
    """Answers to closed questions, the person's own words, and numbers. Missing and `not_sure` both mean unknown."""

    title: str = ""
    answers: dict[str, str | tuple[str, ...]] = Field(default_factory=dict)
    words: dict[str, str] = Field(default_factory=dict)
    numbers: dict[str, float | Range] = Field(default_factory=dict)
