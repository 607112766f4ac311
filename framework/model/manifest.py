"""The manifest of a rule base: its name, its orders, and the words that belong to its subject."""

from __future__ import annotations

from pydantic import Field

from framework.model.base import (
    AlternativeId,
    FrozenModel,
    Id,
    LessonId,
    OutcomeId,
    QuestionId,
    SectionId,
    SlotId,
    TaskId,
    Text,
    ValueId,
    VerdictId,
    Word,
)
from framework.model.brief import BriefSectionId
from framework.model.canvas import Canvas
from framework.model.condition import Condition
from framework.model.content import ChainLink
from framework.model.interview import Interview


class Step(FrozenModel):
    """One of the steps on the start page."""

    title: Text
    text: Text


class Audience(FrozenModel):
    """An audience of a brief: it changes wording and order, not the reasoning. The first that holds is used."""

    id: Id
    name: Text
    when: Condition
    opening: Text
    """The first line of the brief for this audience."""
    sections: tuple[BriefSectionId, ...] = ()
    """Sections of the brief to put first, by id."""


VERB = "verb"
"""The slot of a framing for the verb that produces the output."""


class Wording(FrozenModel):
    """A template that is used if all the text questions that it needs were answered, and its condition holds."""

    needs: tuple[SlotId, ...] = Field(min_length=1)
    when: Condition | None = None
    """If given, it is used only when this holds, evaluated after the verdict."""
    text: Text


class Phrase(FrozenModel):
    """A part of a sentence whose wording depends on what was given: the first wording whose needs are met."""

    wordings: tuple[Wording, ...] = Field(min_length=1)
    otherwise: Text | None = None
    """Without it, the sentence leaves the phrase out."""


class Sentences(FrozenModel):
    """Sentence templates with {slots}; a slot is the id of a text question or of a phrase."""

    phrases: dict[Id, Phrase] = Field(default_factory=dict)

    framing: Text | None = None
    """May also contain {verb}: the task type's verb, or the default one."""
    framing_tested: Text | None = None
    """The same for a verdict that learns nothing: past answers are only tested on."""
    framing_without_record: Text | None = None
    """The same while a fault says that the recorded answers must not be learned from."""
    verb: Text = ""
    """The default verb for producing an output."""
    for_each: Text | None = None
    """How an ML objective begins that names the case; beside a framing that names it too, it is left out."""
    no_task: Text | None = None
    aim: Text | None = None
    """The business objective in one short sentence."""
    own_words: Text | None = None
    """The sentence that a person completes right after the verdict."""
    numbers_against: Text | None = None
    """Beside a verdict to use a model, where the numbers say that it does not pay, or beside one that rests on a guess
    that it does not, where they say that it does."""
    against_in_short: Text | None = None
    """The same in a few words, after the verdict in short."""
    left_out_in_short: Text | None = None
    """A few words in its place where the numbers do not count the person's goal."""
    numbers_agree: Text | None = None
    """Beside a verdict to use something else first, where the numbers say that a model does not pay."""
    numbers_discourage: Text | None = None
    """Beside a verdict to prepare a model, where the numbers say that it does not pay."""
    numbers_even: Text | None = None
    """Beside a verdict to build a model, where the numbers come out about even."""
    even_in_short: Text | None = None
    """The same in a few words, after the verdict in short; on a first screen in place of the sentence."""
    pays_at_any: Text | None = None
    """In place of the quality that pays, where even the worst one does."""
    quality_assumption: Text | None = None
    """Beside the quality needed of a model that ranks cases: what is assumed about its scores."""
    numbers_alone: Text | None = None
    """Beside a verdict not to build it this way, where the numbers say that it pays."""
    mend_first: Text | None = None
    """In a headline, before the fault that has to be mended before anything else; without, the verdict's title."""
    fallback_business: Text
    fallback_ml: Text


class Headings(FrozenModel):
    """Subject-specific headings of parts of a brief."""

    business_objective: Text
    ml_objective: Text
    business: Text | None = None
    model: Text | None = None
    """The same two in one word, for a first screen; without, the headings themselves."""
    link: Text | None = None
    """How one moves the other."""
    ml_proxies: Text
    advantages: Text | None = None
    """What speaks for the subject in this case: the remarks that stand among the reasons."""
    label: Text
    judged: Text | None = None
    """Heading of `label` for a kind of wish whose results are judged and not learned from."""
    losses: Text
    ladder: Text | None = None
    """What a step costs, with the unit: "Cost of a case (one call = 1)"."""


class LossLink(ChainLink):
    """The link of the training loss, which is left out where no model is trained."""

    when: Condition | None = None
    """If given, the link belongs in the chain only when this holds, evaluated after the verdict; otherwise always."""


NAME = "{name}"
"""Stands in a link of the chain for what is measured there."""


class ChainWords(FrozenModel):
    """Links of the chain that no objective and no value model has.

    The two lowest have the {name} of the metric or loss, and what {is_said} of it by the task type.
    """

    own: ChainLink | None = None
    """The number that the person named ({name}), right below the outcome; without, it is not in the chain."""
    metric: ChainLink
    loss: LossLink


class Manifest(FrozenModel):
    """`rulebase.yaml`: the name of the rule base and every order that matters."""

    id: Id
    name: Text
    version: Word
    tagline: Text
    promise: Text
    steps: tuple[Step, ...] = Field(min_length=1)
    not_sure: Text
    sections: tuple[SectionId, ...] = Field(min_length=1)
    verdicts: tuple[VerdictId, ...] = Field(min_length=2)
    """Order in which verdicts are shown."""
    outcomes: tuple[OutcomeId, ...] = Field(min_length=2)
    """Order of precedence: the first outcome that holds is used; the last one always holds."""
    alternatives: tuple[AlternativeId, ...] = ()
    tasks: tuple[TaskId, ...] = ()
    """Order of precedence among task types."""
    values: tuple[ValueId, ...] = ()
    """Order of precedence among value models: the first of which a rule holds, else the default of the task type."""
    plan: tuple[Id, ...] = ()
    lessons: tuple[LessonId, ...] = ()
    exercises: tuple[Id, ...] = ()
    """Order on an exercise sheet."""
    audiences: tuple[Audience, ...] = ()
    interview: Interview = Field(default_factory=Interview)
    diagram: tuple[QuestionId, ...] = ()
    """Order of the questions in the decision diagram: how many nodes it needs depends on it, and no answer does."""
    canvas: Canvas | None = None
    sentences: Sentences
    headings: Headings
    chain: ChainWords | None = None
