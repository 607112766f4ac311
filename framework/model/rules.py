"""Rules: criteria, verdicts with their outcomes, alternatives, and the sentence each gives when it holds."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field

from framework.model.advice import Counted
from framework.model.base import (
    CriterionId,
    FrozenModel,
    Id,
    LessonId,
    MetricId,
    QuestionId,
    SourceId,
    Text,
    VerdictId,
    Word,
)
from framework.model.condition import Condition
from framework.model.working_days import A_YEAR

Hue = Literal["slate", "violet", "teal", "amber", "blue", "green"]
"""The colours that tell verdicts apart; what each looks like is for those who draw."""

NONE = "none"
"""Stands for an id where no task type or alternative applies: what a decision gives, and what a case expects."""


class Status(StrEnum):
    """Where a criterion stands for one set of answers. `open`: unknown, or the answers point neither way."""

    FAVOURABLE = "favourable"
    UNFAVOURABLE = "unfavourable"
    BLOCKING = "blocking"
    OPEN = "open"


STRONGEST_FIRST = (Status.BLOCKING, Status.UNFAVOURABLE, Status.FAVOURABLE)
"""The statuses that clauses give: each holds only if none before it does."""


GivenAnswers = dict[str, str | list[str]]
"""Answers as a rule file writes them, by question: not yet accepted as such."""


class Example(FrozenModel):
    """Answers and the result the rule must give for them: kept in the rule's own file and run as a test."""

    answers: GivenAnswers
    each: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """One question and several answers to it: the example is run once with each of them."""
    gives: Word
    """A criterion: a status. Anything else: `holds` or `fails`; for that `rule` if given, otherwise for the whole."""
    rule: Id | None = None
    clauses: tuple[Id, ...] = ()
    """A criterion: the clauses of that status that hold; not checked if left out."""
    note: Word | None = None


class Clause(FrozenModel):
    """One reason a criterion has a status: if `when` holds, its sentence is shown."""

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
    headline: Text | None = None
    """What to do first because of it, in a few words, in place of the headline of the outcome. It may have slots."""
    when: Condition
    because: Text
    changes_if: tuple[Text, ...] = ()
    """What would have to be different for it no longer to hold, in words."""
    keeps_question: bool = False
    """Whether the question itself can stay as it is put, so that no other framing is offered in its place."""
    asks_as_answered: bool = False
    """Whether the answers put the question as it should be asked, so that their own framing is offered in its place."""
    sources: tuple[SourceId, ...] = Field(min_length=1)
    limits: Text


class Arrival(FrozenModel):
    """How long a step waits for cases to come up."""

    roles: tuple[Word, ...] = Field(min_length=1)
    """Numbers whose product says how many come up in a year, such as the cases and the share of real ones."""
    figure: Id | None = None
    """A further result of the value model: how many are needed. Without one, the number in square brackets is."""
    groups: int = Field(default=1, ge=1)
    """How many groups of that size are filled: two for a trial."""
    at_least: int = Field(default=5, ge=1)
    """Working days that the step takes even where they come up sooner, such as those until outcomes show."""


class NextStep(FrozenModel):
    """Something to do next; shown only if its condition holds, or if it has none."""

    id: Id
    text: Text
    days: int | None = Field(default=None, ge=1, le=A_YEAR)
    """About how many working days it takes."""
    at_least: Id | None = None
    """A further result of the value model: it stands in place of the number in square brackets where that is less."""
    a_day: int | None = Field(default=None, ge=1)
    """How many of these one person gets through on a working day, so that more than usual of them take longer."""
    counted: Counted | None = None
    """What stands in place of the text where the person's numbers give its figure."""
    arrival: Arrival | None = None
    """If given, the days are those in which so many cases come up, where the numbers say how many come up in a year."""
    when: Condition | None = None
    replanned: bool = False
    """Only for those who plan it anew after it was advised against: told apart from what to do now."""
    sources: tuple[SourceId, ...] = ()


class OutcomeVariant(FrozenModel):
    """Where an outcome needs other words: the fields that differ. The first that holds is used."""

    id: Id
    when: Condition
    """Evaluated after the verdict."""
    title: Text | None = None
    short: Text | None = None
    sentence: Text | None = None
    headline: Text | None = None


class Outcome(FrozenModel):
    """A form of a verdict. Without rules it is the fallback: it holds when no earlier outcome does."""

    id: Id
    title: Text
    short: Text | None = None
    """Name of the verdict above a headline, where its own would promise too much."""
    sentence: Text
    """One sentence in plain words."""
    headline: Text | None = None
    """Template with {slots} and {verb}: the advice in the person's words, used where all its slots are given."""
    rules: tuple[Rule, ...] = ()
    speaks_for: tuple[CriterionId, ...] = ()
    """Where no rule of its own decides: the criteria that explain it best, the strongest first."""
    next_steps: tuple[NextStep, ...] = Field(min_length=1)
    changes_if: tuple[Text, ...] = ()
    """Facts that would change the outcome, in words; told where no rule that decides names its own."""
    without_task: bool = False
    """Whether it comes without a task type, although its verdict comes with one."""
    builds_nothing: bool = False
    """Nothing should be built for this purpose, so a brief gives neither objectives nor a cost-benefit calculation."""
    tests_only: bool = False
    """Whether answers only test what others made, although its verdict learns from them."""
    variants: tuple[OutcomeVariant, ...] = ()
    examples: tuple[Example, ...] = ()


class Verdict(FrozenModel):
    """One of the possible results."""

    id: Id
    title: Text
    short: Text
    meaning: Text
    right_if: Text | None = None
    """When it would be right, as a clause after "if": for those to whom another verdict is explained."""
    icon: Id
    """Name of a Material symbol."""
    colour: Hue
    has_task: bool
    """Whether this verdict comes with a task type."""
    has_alternative: bool
    """Whether this verdict names what to use instead or first."""
    uses_model: bool = False
    """Whether it says to build or use a model now, so that numbers by which one does not pay speak against it."""
    learns: bool = True
    """Whether something is learned from past answers; otherwise these only test what others made."""
    needs_reframing: bool = False
    """The problem has to be reframed, so a brief shows other framings and does not develop the present one."""
    sources: tuple[SourceId, ...] = Field(min_length=1)
    outcomes: tuple[Outcome, ...] = Field(min_length=1)


def learned_from(verdict: Verdict | None, outcome: Outcome | None) -> bool:
    """Whether something is learned from past answers; what is not settled yet is taken to learn."""
    return (verdict is None or verdict.learns) and not (outcome and outcome.tests_only)


class AlternativeVariant(FrozenModel):
    """Where an alternative needs other words: the fields that differ. The first that holds is used."""

    id: Id
    when: Condition
    """Evaluated after the verdict."""
    what: Text | None = None
    choose_when: Text | None = None
    first_step: Text | None = None
    no_longer_enough_when: Text | None = None
    sources: tuple[SourceId, ...] = Field(min_length=1)


class Alternative(FrozenModel):
    """Something to use instead: the first alternative in the declared order that holds."""

    id: Id
    title: Text
    what: Text
    choose_when: Text
    first_step: Text
    no_longer_enough_when: Text
    """How to tell that it is no longer enough."""
    metric: MetricId | None = None
    """What its result is measured by, where that is one number."""
    sources: tuple[SourceId, ...] = Field(min_length=1)
    rules: tuple[Rule, ...] = ()
    variants: tuple[AlternativeVariant, ...] = ()
    examples: tuple[Example, ...] = ()


class Contradiction(FrozenModel):
    """Answers that contradict each other: pointed out, never resolved silently."""

    id: Id
    when: Condition
    message: Text
    sources: tuple[SourceId, ...] = Field(min_length=1)
    excludes: bool = False
    """Whether one answer settles that the other cannot be, so that nobody is sent to find out whether it is. Otherwise
    either may be a mistake, and finding out shows which."""


class NamedCondition(FrozenModel):
    """A condition that several rules share. Rules that name it are read as if it were written out."""

    id: Id
    means: str = Field(min_length=1)
    """What it says, for whoever writes rules; no page shows it."""
    when: Condition


class Monotonicity(FrozenModel):
    """A promise about one question: moving along `order`, all else equal, never leaves the named verdicts."""

    id: Id
    text: Text
    question: QuestionId
    order: tuple[Id, ...] = Field(min_length=2)
    keeps: tuple[VerdictId, ...] = Field(min_length=1)
    given: Condition | None = None
    """The promise covers only sheets where this holds."""
    sources: tuple[SourceId, ...] = Field(min_length=1)


class RetiredId(FrozenModel):
    """A rule id that was published and withdrawn: never reused, and it still leads to its replacement."""

    id: Word
    replaced_by: Word | None = None
    why: Word | None = None
    """Why nothing replaced it."""
    since: Word
    """The version of the rule base without it."""
