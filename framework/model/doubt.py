"""When a number that somebody entered is doubtful: said by its question, or by a value model that asks for it."""

from __future__ import annotations

from framework.model.base import FrozenModel, RoleId, Text


class Doubt(FrozenModel):
    """When a number is doubtful: outside these limits, or these multiples of another number. It warns, never blocks."""

    below: float | None = None
    above: float | None = None
    times: RoleId | None = None
    """The role of another number; the limits are then multiples of it."""
    less: RoleId | None = None
    """The role of a third number, subtracted from that; it says nothing where 0 or less is left."""
    say: Text
