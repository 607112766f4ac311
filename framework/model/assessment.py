"""An assessment: the complete result for one sheet. Immutable, and the same for the same input."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from framework.model.advice import Severity
from framework.model.answers import Answer
from framework.model.base import FrozenModel
from framework.model.content import ChainLink
from framework.model.question import Change
from framework.model.rules import Status
from framework.model.sheet import Sheet
from framework.model.worth import Worth


class Statement(FrozenModel):
    """A sentence with its evidence: the rule it comes from, the answers the rule read, its sources and limits."""

    rule: str
    """Id of the rule, as in its file: `criteria/scale/favourable/1`, `verdicts/reframe/goal_missing`."""
    text: str
    sources: tuple[str, ...] = ()
    limits: str | None = None
    answers: tuple[str, ...] = ()
    """Ids of the questions whose answers the rule read, in asking order; of numbers that do not fit together, and of a
    target that these do not reach, the questions that ask for them.
    """
    status: Status | None = None
    """For a reason: the status that it supports."""
    in_short: str | None = Field(default=None, exclude_if=lambda words: words is None)
    """What a first screen says of it beside a heading, in a few words. Left out of files where there are none."""
    met: str | None = Field(default=None, exclude_if=lambda how_far: how_far is None)
    """For a target: how far the numbers reach it, as the `figure` of an `aim_met`. Left out of files where none is."""


class NextAction(Statement):
    """Something to do next, and about how many working days it takes; None where that is not known."""

    days: int | None = None


class Fault(Statement):
    """Why the framing cannot work and the way out; `fatal` is the reason as a clause, where it stops everything."""

    fatal: str | None = None
    way_out: str


class Given(FrozenModel):
    """One answer given by the person."""

    question: str
    answer: Answer


Effort = Literal[Change.FREE, Change.EFFORT]
"""How hard a fact is to change that is proposed as a change."""


class AnswerChange(FrozenModel):
    """One answer that would have to change (`before` is None if it is not known yet, and several options if it is known
    in part).
    """

    question: str
    before: Answer | None
    after: Answer
    effort: Effort


class Flip(FrozenModel):
    """A single answer that would change the verdict if it were wrong, and the verdicts it could change to."""

    question: str
    verdicts: tuple[str, ...]


class Narrowing(FrozenModel):
    """Options of an open question after any of which fewer verdicts are possible, whatever else is true."""

    options: tuple[str, ...]
    verdicts: tuple[str, ...]
    """What is then still possible."""


class Unknown(FrozenModel):
    """A question that is open, or answered in part, and can still matter, with how to find the answer."""

    question: str
    decides: tuple[str, ...]
    """What is still possible, depending on this answer."""
    find_out: str | None = None
    takes: str | None = None
    narrows: tuple[Narrowing, ...] = ()
    """What its answers rule out, those that leave least first; other answers rule nothing out."""


class TaskOption(FrozenModel):
    """Another task type that fits, why, and the question that decides between it and the primary one."""

    task: str
    because: Statement
    question: str | None = None


class RaisedRequirement(FrozenModel):
    """A requirement that applies to these answers."""

    family: str
    requirement: str
    title: str
    gravity: Severity
    statement: str
    measure: str
    because: Statement


class RaisedRisk(FrozenModel):
    """A risk that applies to these answers."""

    risk: str
    title: str
    in_short: str | None
    gravity: Severity
    what: str
    early_sign: str
    mitigation: str
    likelihood: str | None
    because: Statement


class PlannedStep(FrozenModel):
    """A step of the plan, adapted to the answers."""

    step: str
    title: str
    time_box: str
    deliverable: str
    done_when: str
    go_back_when: str
    why: str
    details: tuple[Statement, ...]
    sources: tuple[str, ...]


class Decided(FrozenModel):
    """What the answers lead to, and why."""

    verdict: str | None
    possible_verdicts: tuple[str, ...]
    outcome: str | None
    possible_outcomes: tuple[str, ...]
    alternative: str | None
    criteria: dict[str, Status]
    reasons: tuple[Statement, ...]
    verdict_rules: tuple[Statement, ...]
    """The rules that give the outcome."""
    sufficient_reason: tuple[Given, ...]
    sufficient_reasons: tuple[tuple[Given, ...], ...]
    """Every smallest set of answers that forces the verdict, up to a stated number; where the search for them had to be
    given up, some that force it and of which no answer can be left out."""
    changes: dict[str, tuple[AnswerChange, ...]]
    check_first: tuple[Flip, ...]


class Asked(FrozenModel):
    """What is still open or contradicts itself, and what to ask next."""

    next_question: str | None
    task_question: str | None
    """While the task type is open: the question that would narrow it down most."""
    unknowns: tuple[Unknown, ...]
    questions_left: int
    """At most this many questions can still matter for the verdict."""
    applicable_left: int = 0
    """Of these, so many apply whatever is answered to the others."""
    facts_left: int = 0
    """Besides these, so many that were answered with "not sure" or in part, and are not asked again."""
    contradictions: tuple[Statement, ...]


class Framed(FrozenModel):
    """The problem as a task, and the business aim that it serves."""

    task: str | None
    possible_tasks: tuple[str, ...]
    other_tasks: tuple[str, ...]
    task_reasons: tuple[Statement, ...]
    task_alternatives: tuple[TaskOption, ...]
    variant: str | None = None
    """The kind of wish within the task type, where the rule base tells kinds apart."""
    metric: str | None
    baseline: str | None
    framing: str | None
    business_objective: str | None
    ml_objective: str | None
    objective: str | None
    """The first family of objectives that the answers name; None where they name none, or leave several possible."""
    possible_objectives: tuple[str, ...]
    """The families that the answers leave possible: those that were named together, or all while nothing was said."""
    audience: str | None
    chain: tuple[ChainLink, ...] = ()
    """From the business outcome down to the training loss."""
    faults: tuple[Fault, ...]
    decouplings: tuple[Statement, ...]


class Advised(FrozenModel):
    """What to do, what is required and what can go wrong."""

    next_steps: tuple[NextAction, ...]
    if_replanned: tuple[NextAction, ...] = ()
    """What to do only if it is planned anew."""
    requirements: tuple[RaisedRequirement, ...]
    risks: tuple[RaisedRisk, ...]
    plan: tuple[PlannedStep, ...]
    ladder_start: str | None = None
    """The step of the ladder to start at; None where no step is meant for these answers."""
    remarks: tuple[Statement, ...]


class Costed(FrozenModel):
    """What the numbers come to."""

    value: str | None = None
    """The value model: how answers of this kind are worth something."""
    numbers_asked: tuple[str, ...] = ()
    """The number questions of this value model, in its order."""
    given: tuple[str, ...] = ()
    """The roles of the numbers that are given, and what holds between them: conditions of advice may ask for these."""
    worth: Worth | None = None
    """What the value model says about the numbers; None without a model or without numbers."""
    money: tuple[Statement, ...] = ()
    """What the numbers say, the result first."""


class Assessment(Costed, Advised, Framed, Asked, Decided):
    """The result: all parts in one, those of the base named last first.

    What was added since files of results are published has a default: an earlier file still keeps to the schema.

    Scripts rely on these keys, which are stable: `verdict`, `possible_verdicts`, `outcome`, `alternative`, `criteria`,
    `task`, `other_tasks`, `metric`, `baseline`, `reasons`, `sufficient_reason`, `changes`, `business_objective`,
    `ml_objective` and `next_question`.
    """

    title: str
    rulebase: str
    version: str
    digest: str
    exact: bool
    """Always true: `possible_verdicts` are exactly those that some way to answer the open questions leads to. The key
    stays because scripts read it."""
    answers: dict[str, Answer]
    """The answers that count: known, and to questions that apply."""
    words: dict[str, str]
    sheet: Sheet = Field(default_factory=Sheet)
    """What this is the assessment of, as it was given."""
