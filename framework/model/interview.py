"""The shape of an interview: how it begins, what is asked first, and the rare stops that stand on one screen."""

from __future__ import annotations

from pydantic import Field

from framework.model.base import FrozenModel, Id, QuestionId, SlotId, Text
from framework.model.condition import Condition


class Idea(FrozenModel):
    """Where a person says in one line what it is about; the line becomes the title."""

    text: Text
    placeholder: Text
    help: Text | None = None


class Stop(FrozenModel):
    """A plain statement that holds rarely and changes much: if it holds, the answer is one of these options."""

    id: Id
    question: QuestionId
    options: tuple[Id, ...] = Field(min_length=1)
    text: Text
    when: Condition | None = None
    """To whom it is shown, by what they answered first; None for everybody."""


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
    usual_left: tuple[int, ...] = ()
    """How many screens are usual until the verdict is settled, by how many questions can still matter: with at most so
    many as the n-th number says, half of all people see at most n more."""
    own_words: tuple[SlotId, ...] = ()
    """The text questions that are asked right after the verdict, in this order; those that the first screen of a brief
    shows in brackets come before the others, and few are asked at a time."""

    def screens_left(self, questions_left: int) -> int | None:
        """How many screens are usual where so many questions can still matter, without the line of the idea; None if
        nothing says so. The fewer are left, the fewer or as many screens.
        """
        beyond = sum(most < questions_left for most in self.usual_left)
        return min(beyond + 1, len(self.usual_left)) or None
