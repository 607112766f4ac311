"""The shape of an interview: how it begins, what is asked first, and the rare stops that stand on one screen."""

from __future__ import annotations

from pydantic import Field

from framework.model.base import FrozenModel, Id, QuestionId, SlotId, Text


class Idea(FrozenModel):
    """Where a person says in one line what it is about; the line becomes the title."""

    text: Text
    placeholder: Text
    help: Text | None = None
    usual_screens: int | None = Field(None, ge=1)
    """How many screens half of all people see until the verdict is settled, to be told before the first answer."""


class Stop(FrozenModel):
    """A plain statement that holds rarely and changes much: if it holds, the answer is one of these options."""

    id: Id
    question: QuestionId
    options: tuple[Id, ...] = Field(min_length=1)
    text: Text


class Stops(FrozenModel):
    """One screen of statements, of which several may hold, instead of a question for each."""

    text: Text
    help: Text | None = None
    none: Text
    """The choice for: none of these holds."""
    statements: tuple[Stop, ...] = Field(min_length=1)


class Interview(FrozenModel):
    """How an interview goes, where a rule base says more than its questions."""

    idea: Idea | None = None
    opening: tuple[QuestionId, ...] = ()
    """Questions that are asked first, in this order."""
    stops: Stops | None = None
    own_words: tuple[SlotId, ...] = ()
    """The text questions that are asked right after the verdict, in this order; those that the first screen of a brief
    shows in brackets come before the others, and few are asked at a time."""
