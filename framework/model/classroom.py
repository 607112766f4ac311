"""What a rule base brings for a class: ready classes, words for nicknames, questions on which readers part."""

from __future__ import annotations

from pydantic import Field

from framework.model.base import CaseId, FrozenModel, Id, QuestionId, Text


class NicknameWords(FrozenModel):
    """Any first word goes with any second one."""

    id: Id
    first: Text
    second: Text


class Disputed(FrozenModel):
    """The id of a case and the questions to which readers of its description gave different answers."""

    id: CaseId
    questions: tuple[QuestionId, ...] = Field(min_length=1)


class ReadyClass(FrozenModel):
    """A class that an instructor can open with one tap."""

    id: Id
    title: Text
    about: Text
    """What it teaches, for the instructor; never shown to the room before the end."""
    case: CaseId
    questions: tuple[QuestionId, ...] = Field(min_length=2)
    """What the room is asked, in this order; everything else is taken from the case."""
    question_to_discuss: Text
    """For whoever has no partner."""
    closing: Text
    """What the instructor says at the end."""
