"""The groups of a discussion as they are saved: who with whom, and because of which questions."""

from __future__ import annotations

from pydantic import TypeAdapter

from framework.model.base import FrozenModel


class SavedGroup(FrozenModel):
    """Keys of two or three participants, and the questions on which they part."""

    members: tuple[str, ...]
    questions: tuple[str, ...]
    not_by_all: tuple[str, ...] = ()
    """Of these, the ones that not all of them have answered."""


SAVED_GROUPS = TypeAdapter(tuple[SavedGroup, ...])
