"""An assessment: everything that comes out for one sheet. Frozen, and the same for the same input."""

from __future__ import annotations

from framework.model.base import FrozenModel
from framework.model.economics import Economics
from framework.model.rules import Status


class Statement(FrozenModel):
    """A sentence the product stands behind: the rule that says it, the answers it read, its sources and limits."""

    rule: str
    """Id of the rule, as in its file: `criteria/scale/favourable/1`, `verdicts/reframe/goal_missing`."""
    text: str
    sources: tuple[str, ...] = ()
    limits: str | None = None
    answers: tuple[str, ...] = ()
    """Ids of the questions whose answers the rule read, in asking order."""
    status: Status | None = None
    """For a reason: what it speaks for."""


class Given(FrozenModel):
    """One answer of the person's."""

    question: str
    answer: str | tuple[str, ...]


class AnswerChange(FrozenModel):
    """One answer that would have to be different (`before` is None where it is not known yet, and several options where
    it is known in part).
    """

    question: str
    before: str | tuple[str, ...] | None
    after: str | tuple[str, ...]
    effort: str
    """`free`, `effort`: how hard the fact is to change in the world."""


class Flip(FrozenModel):
    """A single answer which, if it is wrong, changes the verdict, and into which ones."""

    question: str
    verdicts: tuple[str, ...]


class Unknown(FrozenModel):
    """A question that is open, or answered in part, and can still matter; with how to find out."""

    question: str
    decides: tuple[str, ...]
    """What is still possible, depending on this answer."""
    find_out: str | None = None


class TaskOption(FrozenModel):
    """Another task type that fits, why, and the question that decides between it and the primary one."""

    task: str
    because: Statement
    question: str | None = None


class RequirementFound(FrozenModel):
    """A requirement that the answers raised."""

    family: str
    requirement: str
    title: str
    statement: str
    measure: str
    because: Statement


class RiskFound(FrozenModel):
    """A risk that the answers raised."""

    risk: str
    title: str
    what: str
    early_sign: str
    mitigation: str
    likelihood: str | None
    because: Statement


class StepFound(FrozenModel):
    """A step of the plan, filled from the answers."""

    step: str
    title: str
    time_box: str
    deliverable: str
    done_when: str
    go_back_when: str
    why: str
    details: tuple[Statement, ...]
    sources: tuple[str, ...]


class Assessment(FrozenModel):
    """The result. The first block are the fixed keys that scripts rely on."""

    verdict: str | None
    possible_verdicts: tuple[str, ...]
    outcome: str | None
    alternative: str | None
    criteria: dict[str, Status]
    task: str | None
    other_tasks: tuple[str, ...]
    metric: str | None
    baseline: str | None
    reasons: tuple[Statement, ...]
    sufficient_reason: tuple[Given, ...]
    changes: dict[str, tuple[AnswerChange, ...]]
    business_objective: str | None
    ml_objective: str | None
    next_question: str | None

    title: str
    rulebase: str
    version: str
    digest: str
    exact: bool
    """Whether `possible_verdicts` is the exact set; otherwise an upper bound."""
    answers: dict[str, str | tuple[str, ...]]
    """The answers that count: known, and to questions that apply."""
    words: dict[str, str]
    verdict_rules: tuple[Statement, ...]
    """The rules that give the outcome."""
    possible_outcomes: tuple[str, ...]
    possible_tasks: tuple[str, ...]
    sufficient_reasons: tuple[tuple[Given, ...], ...]
    """Every smallest set of answers that forces the verdict, up to a stated number."""
    check_first: tuple[Flip, ...]
    unknowns: tuple[Unknown, ...]
    questions_left: int
    """At most this many questions can still matter for the verdict."""
    contradictions: tuple[Statement, ...]
    audience: str | None
    next_steps: tuple[Statement, ...]
    objective: str | None
    framing: str | None
    task_reasons: tuple[Statement, ...]
    task_alternatives: tuple[TaskOption, ...]
    task_question: str | None
    """The question that would settle the task type most, while it is open."""
    faults: tuple[Statement, ...]
    decouplings: tuple[Statement, ...]
    requirements: tuple[RequirementFound, ...]
    risks: tuple[RiskFound, ...]
    plan: tuple[StepFound, ...]
    remarks: tuple[Statement, ...]
    economics: Economics | None
    """What follows from the person's numbers; None without any."""
