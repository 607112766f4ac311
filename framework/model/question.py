"""Questions: what a person is asked. Closed questions decide; numbers feed the arithmetic; texts carry the nouns."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field

from framework.model.base import Id, Noun, SourceId, Text
from framework.model.condition import Condition

NOT_SURE = "not_sure"
"""The reserved answer that every closed question takes: unknown, exactly like no answer, but not asked again."""


class Change(StrEnum):
    """How hard a fact is to change in the world; a fixed fact is never proposed as a change."""

    FREE = "free"
    EFFORT = "effort"
    FIXED = "fixed"


class Option(Noun):
    """One possible answer. `change` says how hard it is to get *to* it; by default as hard as the question says."""

    id: Id
    text: Text
    help: Text | None = None
    change: Change | None = None
    exclusive: bool = False
    """In a question with several answers: chosen alone or not at all ("none of these")."""
    as_change: Text | None = None
    """The sentence part that follows "If ..." when this answer is proposed as a change."""


class Examples(Noun):
    """A strong and a weak answer, in words, that show what the question is after."""

    strong: Text
    weak: Text


class Question(Noun):
    """One question. `one` and `many` are closed; `number` and `text` are optional details in the person's own terms."""

    id: Id
    kind: Literal["one", "many", "number", "text"]
    text: Text
    short: Text
    """Two to four words: the label on chips and in tables."""
    why: Text
    help: Text | None = None
    find_out: Text | None = None
    """How to find the answer when one is not sure; becomes a task in the plan."""
    reckoned: bool = False
    """Whether the arithmetic of a brief answers this, once there are numbers."""
    while_open: Text | None = None
    """What a brief has to leave out as long as there is no answer."""
    examples: Examples | None = None
    sources: tuple[SourceId, ...] = ()
    asked_when: Condition | None = None
    change: Change = Change.EFFORT
    options: tuple[Option, ...] = ()
    placeholder: Text | None = None
    """For `text`: what stands in a sentence while the field is empty. For `number`: the example shown in the field."""
    repeats: tuple[Text, ...] = ()
    """For `text`: words that sentences put before this text already; typed in front of it, they are left out."""
    brings_own: tuple[Text, ...] = ()
    """For `text`: first words before which a sentence leaves out its own: "before a sale", not "at before a sale"."""
    unit: Text | None = None
    """For `number`: the unit, shown after the field."""
    minimum: float | None = None
    maximum: float | None = None
    role: Id | None = None
    """For `number`: which quantity of the arithmetic this is."""

    @property
    def closed(self) -> bool:
        """Whether the answers are options."""
        return self.kind in ("one", "many")

    def option(self, option_id: str) -> Option | None:
        """The option with this id, or None."""
        return next((option for option in self.options if option.id == option_id), None)


class Section(Noun):
    """A page of the interview."""

    id: Id
    title: Text
    intro: Text
    questions: tuple[Question, ...] = Field(min_length=1)
