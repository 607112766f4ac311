"""What frames a problem: metrics, task types, objectives."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from framework.model.base import (
    FrozenModel,
    Id,
    MetricId,
    SourceId,
    TaskId,
    Text,
)
from framework.model.brief import LossFigureName
from framework.model.condition import Condition
from framework.model.rules import Example, Rule


class Metric(FrozenModel):
    """An evaluation metric: what it means in plain words, how it is computed, when it misleads."""

    id: Id
    name: Text
    plain: Text
    formula: Text | None = None
    misleads_when: Text
    sources: tuple[SourceId, ...] = Field(min_length=1)


class Loss(FrozenModel):
    """A training loss and when to choose it."""

    name: Text
    choose_when: Text
    figure: LossFigureName | None = None
    """The figure that explains it, where there is one."""
    for_metrics: tuple[MetricId, ...] = ()
    """The metrics that it trains for: judged by one of these, a task names this loss first."""


class MetricChoice(FrozenModel):
    """A metric of a task; the first whose condition holds is the primary one."""

    metric: MetricId
    id: Id | None = None
    """Needed where a task type lists a metric more than once; see `key`."""
    why: Text
    when: Condition | None = None

    @property
    def key(self) -> str:
        """What it is called in its list: by its own id or, without one, by that of its metric."""
        return self.id or self.metric


class MisleadingNumber(FrozenModel):
    """A metric that looks good here but misleads."""

    name: Text
    why: Text
    sources: tuple[SourceId, ...] = ()


class Baseline(FrozenModel):
    """What a model must beat; the first whose condition holds is the one named in the brief."""

    id: Id
    text: Text
    when: Condition | None = None


class Reframing(FrozenModel):
    """Another way to frame the same goal: as another task type, or as something that is not a task type."""

    id: Id
    to: TaskId | None = None
    title: Text
    choose_when: Text
    when: Condition | None = None
    """If given, the brief lists it only when this holds; otherwise always."""
    sources: tuple[SourceId, ...] = Field(min_length=1)


class Label(FrozenModel):
    """The label to learn from: its definition, where it comes from, how long it takes."""

    definition: Text
    source: Text
    delay: Text


class RealExample(FrozenModel):
    """One real use with its source."""

    text: Text
    sources: tuple[SourceId, ...] = Field(min_length=1)


class Cheaper(FrozenModel):
    """A cheaper way that often suffices, and when a model is right all the same."""

    text: Text
    model_when: Text
    sources: tuple[SourceId, ...] = Field(min_length=1)


class Fact(FrozenModel):
    """A short fact worth knowing, with its source."""

    text: Text
    sources: tuple[SourceId, ...] = Field(min_length=1)
    limits: Text | None = None
    """What the fact does not show: how old it is, how few cases it rests on."""


class TaskVariant(FrozenModel):
    """A kind of wish within a task type: the fields that differ from those of the task type, and nothing else.

    The first variant whose condition holds is used. An empty list leaves a part out.
    """

    id: Id
    name: Text
    when: Condition
    """Evaluated after the verdict."""
    unit: Text | None = None
    output: Text | None = None
    output_form: Text | None = None
    inputs: Text | None = None
    never_inputs: Text | None = None
    verb: Text | None = None
    label: Label | None = None
    losses: tuple[Loss, ...] | None = None
    metrics: tuple[MetricChoice, ...] | None = None
    misleading: tuple[MisleadingNumber, ...] | None = None
    baselines: tuple[Baseline, ...] | None = None
    pitfalls: tuple[Text, ...] | None = None
    ml_objective: Text | None = None
    framing: Text | None = None
    example: RealExample | None = None
    cheaper: Cheaper
    evidence: tuple[Fact, ...] = ()
    """What is known about how well it works."""
    sources: tuple[SourceId, ...] = Field(min_length=1)


class Task(FrozenModel):
    """One task type: how to recognise it and everything a framing needs."""

    id: Id
    name: Text
    plain: Text
    """The everyday name, shown before the technical one: "a yes-or-no guess with a probability"."""
    verb: Text | None = None
    """The verb for producing the output, if the default one does not fit: "extract", "choose"."""
    discriminator: Text
    """The question that distinguishes it from similar task types, with the answers."""
    rules: tuple[Rule, ...] = Field(min_length=1)
    also_fits: tuple[Rule, ...] = ()
    """When it is a good alternative although another task type is primary."""
    unit: Text
    """Sentence template for what one answer is about, with {slots}."""
    output: Text
    output_form: Text
    """The exact form and range."""
    inputs: Text
    never_inputs: Text
    """What must not be among the inputs: leakage, or anything known only afterwards."""
    label: Label
    losses: tuple[Loss, ...] = Field(min_length=1)
    metrics: tuple[MetricChoice, ...] = Field(min_length=1)
    misleading: tuple[MisleadingNumber, ...] = Field(min_length=1)
    baselines: tuple[Baseline, ...] = Field(min_length=1)
    pitfalls: tuple[Text, ...] = Field(min_length=1)
    reframings: tuple[Reframing, ...] = Field(min_length=1)
    ml_objective: Text
    """Sentence template for the ML objective, with {slots}."""
    framing: Text | None = None
    """Sentence template for the framing where results are judged and not learned from; with {slots} and {verb}."""
    example: RealExample
    variants: tuple[TaskVariant, ...] = ()
    """Kinds of wish that need other words in some fields; the first that holds is used."""
    sources: tuple[SourceId, ...] = Field(min_length=1)
    examples: tuple[Example, ...] = ()

    def losses_for(self, metric: MetricId | None) -> tuple[Loss, ...]:
        """The losses in their order, those that train for `metric` before the others."""
        return tuple(sorted(self.losses, key=lambda loss: metric not in loss.for_metrics))


class Stakeholder(FrozenModel):
    """A stakeholder: what they want, and how it is taken into account."""

    who: Text
    wants: Text
    role: Literal["objective", "constraint", "guardrail"]
    when: Condition | None = None
    """If given, there is such a person only when this holds; evaluated after the verdict."""


class ChainLink(FrozenModel):
    """One link of the chain from loss to business outcome, with the assumption it rests on and how to test it."""

    level: Text
    """What is measured at this level of the chain."""
    assumption: Text
    test: Text


class ConditionalText(FrozenModel):
    """A text that is said only when a condition holds; evaluated after the verdict."""

    text: Text
    when: Condition


class Objective(FrozenModel):
    """One family of business objectives and how a model's number moves it."""

    id: Id
    name: Text
    when: Condition
    business_metrics: tuple[Text, ...] = Field(min_length=2)
    ml_proxies: tuple[Text, ...] = Field(min_length=1)
    business_objective: Text
    """Sentence template, with {slots}."""
    link: Text
    """How the model's number moves the business's number: sentence template."""
    chain: tuple[ChainLink, ...] = Field(min_length=1, max_length=6)
    """From the business outcome down; value model and task type tell the links below it, where they are known."""
    stakeholders: tuple[Stakeholder, ...] = Field(min_length=2)
    conflicts: tuple[Text | ConditionalText, ...] = Field(min_length=1)
    guardrails: tuple[Text | ConditionalText, ...] = Field(min_length=1)
    misalignments: tuple[Text | ConditionalText, ...] = Field(min_length=1)
    """Of these three a brief tells the first ones that hold."""
    sources: tuple[SourceId, ...] = Field(min_length=1)
