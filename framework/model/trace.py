"""The trace of an assessment: every rule, what it read and what came of it."""

from __future__ import annotations

from enum import StrEnum

from framework.model.answers import Answer
from framework.model.base import FrozenModel


class Fate(StrEnum):
    """What came of a rule."""

    FIRED = "fired"
    """Its condition holds."""
    NOT_FIRED = "not_fired"
    """Its condition does not hold."""
    UNKNOWN = "unknown"
    """The answers do not settle its condition."""
    NOT_TRIED = "not_tried"
    """A rule of higher precedence had fired, or it belongs to something that was not chosen."""


class Tried(FrozenModel):
    """One rule in a trace."""

    rule: str
    """Its id."""
    read: dict[str, Answer | None]
    """What its condition reads: a question with its answer, a criterion with its status, or a result with its value;
    null where it is not known."""
    fate: Fate
