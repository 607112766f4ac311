"""What rules may name of a brief: its sections, and the losses with a figure. `report` makes them; tests compare."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from framework.model.base import Ref

BRIEF_SECTIONS = ("why", "framing", "money", "risks", "plan")
"""Every heading by id, in the order in which a brief shows them; an audience may put some first."""

OWN_PARTS = (
    *("learning", "criteria", "against", "remarks", "risks", "requirements", "chain", "framing", "next_steps"),
)
"""What a lesson can show of the idea that is open: each is a part of its brief."""

LOSS_FIGURES = ("log_loss", "squared_absolute", "pinball", "poisson", "pairwise_ranking", "contrastive", "dice")
"""Every figure that explains a loss, or two beside each other, by name."""

BriefSectionId = Annotated[str, StringConstraints(strict=True), Ref("brief_section")]
OwnPartId = Annotated[str, StringConstraints(strict=True), Ref("own_part")]
LossFigureName = Annotated[str, StringConstraints(strict=True), Ref("loss_figure")]
