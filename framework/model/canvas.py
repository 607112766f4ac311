"""A canvas: one page of boxes, each filled from the answers and from what follows from them."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from framework.model.base import FrozenModel, Id, QuestionId, Text

CanvasPart = Literal[
    "verdict",
    "alternative",
    "framing",
    "business_objective",
    "ml_objective",
    "task",
    "unit",
    "output_form",
    "inputs",
    "never_inputs",
    "label",
    "label_source",
    "losses",
    "metric",
    "baseline",
    "guardrails",
    "money",
    "requirements",
    "risks",
    "next_steps",
]
"""What a box can show of an assessment."""


class CanvasShows(FrozenModel):
    """A part of the assessment under a label."""

    part: CanvasPart
    label: Text | None = None


class CanvasBox(FrozenModel):
    """One box: its place in the grid, what it asks, and what fills it."""

    id: Id
    title: Text
    asks: Text
    """What belongs here; shown where nothing fills the box."""
    column: int = Field(ge=1, le=6)
    row: int = Field(ge=1, le=6)
    columns: int = Field(default=1, ge=1, le=6)
    rows: int = Field(default=1, ge=1, le=6)
    shows: tuple[CanvasShows, ...] = ()
    answers: tuple[QuestionId, ...] = ()
    """Questions whose answers stand in the box, behind what it shows."""


class Canvas(FrozenModel):
    """The boxes of a canvas in reading order."""

    title: Text
    boxes: tuple[CanvasBox, ...] = Field(min_length=1)
