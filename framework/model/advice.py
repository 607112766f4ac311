"""What follows from the answers: requirements, risks, plan, ladder, faults, remarks; and the sources of statements."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from framework.model.base import (
    FrozenModel,
    Id,
    LessonId,
    PlanStepId,
    QuestionId,
    SourceId,
    Text,
    Word,
)
from framework.model.brief import BriefSectionId
from framework.model.condition import Condition

NUMBER = "{number}"
"""Where a statement names a result of the person's numbers."""


class Severity(StrEnum):
    """How much something weighs, gravest last: it decides which risks and requirements a brief tells first."""

    MINOR = "minor"
    MEDIUM = "medium"
    GRAVE = "grave"


class Counted(FrozenModel):
    """A statement with a result of the person's numbers in it."""

    figure: Id
    """A further result of the value model; it stands in place of `{number}`."""
    statement: Text


class Requirement(FrozenModel):
    """A testable condition, how to measure it, and why it applies."""

    id: Id
    title: Text
    gravity: Severity = Severity.MEDIUM
    when: Condition
    because: Text
    statement: Text
    counted: Counted | None = None
    """What stands in place of the statement where the person's numbers give its figure."""
    measure: Text
    sources: tuple[SourceId, ...] = Field(min_length=1)


class RequirementFamily(FrozenModel):
    """Requirements that belong together (reliability, latency, ...)."""

    id: Id
    name: Text
    about: Text
    requirements: tuple[Requirement, ...] = Field(min_length=1)


class Risk(FrozenModel):
    """Something that may go wrong, with an early sign and a mitigation."""

    id: Id
    title: Text
    in_short: Text | None = None
    """What may happen and what helps, in one short sentence."""
    gravity: Severity = Severity.MEDIUM
    when: Condition
    what: Text
    early_sign: Text
    mitigation: Text
    likelihood: Text | None = None
    """Only if a source supports it."""
    sources: tuple[SourceId, ...] = Field(min_length=1)


class PlanDetail(FrozenModel):
    """A sentence added to a step of the plan when its condition holds."""

    id: Id
    when: Condition
    text: Text


class GoBack(FrozenModel):
    """Where `go_back_when` of a step leads."""

    question: QuestionId | None = None
    """The question whose answer is in doubt then; without one, all of them."""
    step: PlanStepId | None = None
    """The step from which the next round goes on; without one, the step itself."""


class PlanStep(FrozenModel):
    """One step of the iterative process."""

    id: Id
    title: Text
    when: Condition | None = None
    time_box: Text
    deliverable: Text
    done_when: Text
    go_back_when: Text
    go_back: GoBack = GoBack()
    why: Text
    details: tuple[PlanDetail, ...] = ()
    sources: tuple[SourceId, ...] = Field(min_length=1)


class LadderStep(FrozenModel):
    """One step of a ladder from the least effort to the most: one starts at the first at which one may."""

    id: Id
    title: Text
    what: Text
    start_when: Condition | None = None
    """When to start here; without one, nobody starts here."""
    beside_when: Condition | None = None
    """When to put it through the same test as a higher step at which one starts."""
    applies_when: Condition | None = None
    """Whom it can serve at all; others go past it to the next step that can."""
    because: Text | None = None
    """Why to start here, where somebody does."""
    measure: Text
    """What to measure on this step."""
    go_up_when: Text | None = None
    """The evidence that justifies going up to this step; the lowest step needs none."""
    come_down_when: Text | None = None
    """The evidence that a lower step suffices."""
    cost: Text
    """What one case costs, relative to a stated unit."""
    limits: Text
    sources: tuple[SourceId, ...] = Field(min_length=1)


class Fault(FrozenModel):
    """A framing that cannot work, with the reason and a way out."""

    id: Id
    fatal: Text | None = None
    """For a fault that has to be mended before anything else: the reason as a clause, for a headline."""
    spoils_record: bool = False
    """Whether the recorded answers must not be learned from while it stands, so that the framing names none."""
    when: Condition
    message: Text
    way_out: Text
    sources: tuple[SourceId, ...] = Field(min_length=1)


class Decoupling(FrozenModel):
    """When one objective should become several models, and how to combine them."""

    id: Id
    when: Condition
    message: Text
    combine: Text
    sources: tuple[SourceId, ...] = Field(min_length=1)


class Remark(FrozenModel):
    """A remark for one audience or situation, such as a difference from research or from ordinary software."""

    id: Id
    topic: LessonId
    under: BriefSectionId = "plan"
    """The section of the brief in which it stands."""
    before_a_model: bool = False
    """Said beside other answers that would lead to a verdict to use a model, and only there."""
    when: Condition
    text: Text
    sources: tuple[SourceId, ...] = Field(min_length=1)


class Source(FrozenModel):
    """Where a statement comes from."""

    id: Id
    title: Word
    author: Word
    year: Word | None = None
    url: Word
    read: Word
    """How much of it was read, in words: "full", "part: chapter 3", "abstract", "known" from elsewhere."""

    @property
    def editorial(self) -> bool:
        """Whether it is the judgement of those who wrote the rules: it has no address on the web."""
        return not self.url.startswith(("https://", "http://"))

    @property
    def named(self) -> str:
        """Author and title; an editorial one by its title alone."""
        return self.title if self.editorial else f"{self.author}, {self.title}"
