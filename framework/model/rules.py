"""Rules: criteria, outcomes under verdicts, alternatives, and what they say when they hold."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from framework.model.base import FrozenModel, Id, LessonId, QuestionId, SourceId, Text, VerdictId
from framework.model.condition import Condition


class Status(StrEnum):
    """Where a criterion stands for one set of answers. `open`: unknown, or the answers say nothing either way."""

    FAVOURABLE = "favourable"
    UNFAVOURABLE = "unfavourable"
    BLOCKING = "blocking"
    OPEN = "open"


Answers = dict[str, str | list[str]]


class Example(FrozenModel):
    """Answers and what the rule must say to them: kept in the rule's own file and run as a test."""

    answers: Answers
    each: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """One question and several answers to it: the example stands for one sheet with each of them."""
    gives: Text
    """A criterion: a status. Anything else: `holds` or `fails`; with `rule` of that rule, otherwise of the whole."""
    rule: Id | None = None
    clauses: tuple[Id, ...] = ()
    """A criterion: the clauses of that status that hold; not looked at where left out."""
    note: Text | None = None


class Clause(FrozenModel):
    """One reason a criterion has a status: if `when` holds, the sentence is said."""

    id: Id
    when: Condition
    because: Text
    sources: tuple[SourceId, ...] = ()
    limits: Text | None = None


class Criterion(FrozenModel):
    """One consideration. Blocking wins over unfavourable, unfavourable over favourable; otherwise it is open."""

    id: Id
    title: Text
    about: Text
    lesson: LessonId | None = None
    characteristic: bool = False
    """One of the classic characteristics of a good use case (shown first)."""
    sources: tuple[SourceId, ...] = Field(min_length=1)
    favourable: tuple[Clause, ...] = ()
    unfavourable: tuple[Clause, ...] = ()
    blocking: tuple[Clause, ...] = ()
    limits: Text
    """When this criterion is wrong."""
    examples: tuple[Example, ...] = Field(min_length=2)

    def clauses(self, status: Status) -> tuple[Clause, ...]:
        """The clauses that give this status; none for `open`."""
        return () if status is Status.OPEN else getattr(self, status.value)


class Rule(FrozenModel):
    """One readable condition with its sentence; an outcome or alternative holds when any of its rules holds."""

    id: Id
    when: Condition
    because: Text
    sources: tuple[SourceId, ...] = Field(min_length=1)
    limits: Text


class NextStep(FrozenModel):
    """Something to do next; said only if its condition holds (always, without one)."""

    id: Id
    text: Text
    when: Condition | None = None
    sources: tuple[SourceId, ...] = ()


class Outcome(FrozenModel):
    """The finer shade under a verdict. Without rules it is the last resort: what holds when nothing earlier does."""

    id: Id
    title: Text
    sentence: Text
    """One sentence a person can read aloud."""
    rules: tuple[Rule, ...] = ()
    next_steps: tuple[NextStep, ...] = Field(min_length=1)
    changes_if: tuple[Text, ...] = ()
    """Facts that would change the outcome, in words."""
    builds_nothing: bool = False
    """Nothing at all is to be built for this purpose, so a brief says neither what it should reach nor earn."""
    examples: tuple[Example, ...] = ()


class Verdict(FrozenModel):
    """One of the answers the product gives."""

    id: Id
    title: Text
    short: Text
    meaning: Text
    icon: Text
    """Name of a Material symbol."""
    colour: Text
    """One of the six hue names of the theme, of equal weight."""
    has_task: bool
    """Whether this verdict comes with a task type."""
    has_alternative: bool
    """Whether this verdict names what to use instead or first."""
    needs_reframing: bool = False
    """The problem has to be put another way, so a brief shows other ways and does not work out the present one."""
    sources: tuple[SourceId, ...] = Field(min_length=1)
    outcomes: tuple[Outcome, ...] = Field(min_length=1)


class Alternative(FrozenModel):
    """Something other than the main thing: chosen by the first alternative, in the declared order, that holds."""

    id: Id
    title: Text
    what: Text
    choose_when: Text
    first_step: Text
    no_longer_enough_when: Text
    """How to notice that it no longer suffices."""
    sources: tuple[SourceId, ...] = Field(min_length=1)
    rules: tuple[Rule, ...] = ()
    examples: tuple[Example, ...] = ()


class Contradiction(FrozenModel):
    """Answers that do not go together: pointed out, never resolved silently."""

    id: Id
    when: Condition
    message: Text
    sources: tuple[SourceId, ...] = Field(min_length=1)


class Monotonicity(FrozenModel):
    """A promise about one question: moving along `order`, everything else equal, never leaves the named verdicts."""

    id: Id
    text: Text
    question: QuestionId
    order: tuple[Id, ...] = Field(min_length=2)
    keeps: tuple[VerdictId, ...] = Field(min_length=1)
    given: Condition | None = None
    """The promise is made only for sheets where this holds."""
    sources: tuple[SourceId, ...] = Field(min_length=1)


class RetiredId(FrozenModel):
    """A rule id that was published and withdrawn: never used again, and still leading to what replaced it."""

    id: Text
    replaced_by: Text | None = None
    why: Text | None = None
    """Why nothing replaced it."""
    since: Text
    """The version of the rule base without it."""
