"""What rules may name of a brief: its sections, and the losses with a figure. `report` makes them; tests compare."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from framework.model.base import Ref

BRIEF_SECTIONS = ("why", "framing", "money", "risks", "plan")
"""Every heading by id, in the order in which a brief shows them; an audience may put some first."""

PICTURED_LOSSES = (
    "log_loss",
    "cross_entropy",
    "cox",
    "next_token",
    "squared_error",
    "absolute_error",
    "huber",
    "squared_absolute",
    "pinball",
    "poisson",
    "pairwise_ranking",
    "contrastive",
    "dice",
)
"""Every loss that has a figure, by id."""

BriefSectionId = Annotated[str, StringConstraints(strict=True), Ref("brief_section")]
PicturedLossId = Annotated[str, StringConstraints(strict=True), Ref("pictured_loss")]
