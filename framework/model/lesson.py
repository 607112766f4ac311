"""Lessons: blocks that Python knows only by kind. What they say, and which numbers they play with, is in the rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from framework.model.base import TAG, CaseId, FrozenModel, Id, QuestionId, Ref, SourceId, Text, Word, tag_of
from framework.model.brief import BriefSectionId, LossFigureName, OwnPartId
from framework.model.calculation import Calculation
from framework.model.rules import GivenAnswers

_GROUPS = ("first", "second")

PLAYS: Mapping[str, Calculation] = {
    "break_even": Calculation(
        ("volume", "base_rate", "recall", "false_alarms", "value", "cost", "fixed", "most"),
        ("precision", "each", "year", "must", "needed"),
        ("never", "pays", "too_few"),
    ),
    "drift": Calculation(
        ("months", "speed", "every"), ("fixed", "renewed", "alarms", "months"), ("still", "kept_up", "too_seldom")
    ),
    "fairness_measures": Calculation(
        ("apart", *(f"{what}_{group}" for group in _GROUPS for what in ("cut", "base"))),
        tuple(f"{what}_{group}" for group in _GROUPS for what in ("recall", "false_alarms", "precision", "base")),
        ("errors_first_rarer", "errors_second_rarer", "all", "all_nearly", "precision", "one", "none"),
    ),
    "confirming_loop": Calculation(
        ("visits", "rate", "at_random", "start", "ahead", "rounds"),
        ("share", "first", "second", "begin"),
        ("level", "confirmed", "kept", "corrected"),
    ),
    "fit_curve": Calculation(
        ("freedom", "points", "fresh", "noise", "seed", "highest"),
        ("freedom", "trained", "tested", "best", "best_error"),
        ("stiff", "fits", "memorises"),
    ),
    "label_gap": Calculation(
        ("seen", "helped"), ("share", "cut", "need", "first", "second", "seen"), ("fair", "gap", "shut_out")
    ),
    "latency_quality": Calculation(
        ("half", "leave", "time", "most"), ("quality", "stay", "served", "best", "top"), ("near", "hasty", "slow")
    ),
    "test_first": Calculation(
        ("chance", "test", "build", "gain"),
        ("now", "first", "turns", "test", "spared"),
        ("test", "build", "same", "neither"),
    ),
    "three_framings": Calculation(
        ("line", "first"),
        ("said", "real", "right", "precision", "recall", "off", "first", "hits", "line"),
        ("no_real", "none_said", "some"),
        on_rows=True,
    ),
    "threshold_on_two_curves": Calculation(
        ("threshold", "apart", "base_rate", "cost_miss", "cost_vain", "lowest", "highest", "step"),
        ("missed", "vain", "loss", "best", "least"),
        ("near", "timid", "eager"),
    ),
}
"""Every calculation that an interactive block can show, by id; `framework.lessons` makes them."""

NUMBER_FORMATS = ("int", "one", "two", "percent")
"""How a number can be written: as a whole one, with one decimal place, with two, or in per cent."""

PlayId = Annotated[str, Ref("play")]


class _Block(FrozenModel):
    """What every block may have: an id that an address can name, a heading, and what rests on it."""

    id: Id
    heading: Text
    questions: tuple[QuestionId, ...] = ()
    """Questions that this block is the reason for: "learn why" beside them leads here."""
    rules: tuple[Word, ...] = ()
    """Ids of rules that rest on it."""
    cases: tuple[CaseId, ...] = ()
    """Worked cases that show it."""
    sources: tuple[SourceId, ...] = ()


class TextBlock(_Block):
    """A paragraph and a list."""

    kind: Literal["text"]
    text: Text
    points: tuple[Text, ...] = ()


class ExampleBlock(_Block):
    """An example with numbers: a sentence, a table, a conclusion."""

    kind: Literal["example"]
    text: Text
    columns: tuple[Text, ...] = Field(min_length=2)
    rows: tuple[tuple[Text, ...], ...] = Field(min_length=1)
    conclusion: Text


class PictureBlock(_Block):
    """The figure of a loss, with a sentence."""

    kind: Literal["picture"]
    text: Text
    figure: LossFigureName


class StoryBlock(_Block):
    """What happened to a real system."""

    kind: Literal["story"]
    text: Text
    lesson: Text
    sources: tuple[SourceId, ...] = Field(min_length=1)


class Control(FrozenModel):
    """A slider: which parameter of the calculation it sets, between which values."""

    name: Id
    label: Text
    minimum: float
    maximum: float
    step: float
    value: float
    unit: str = ""
    scale: float = 1.0
    """The parameter is the slider's value times this: 0.01 for a slider in per cent."""


class InteractiveBlock(_Block):
    """Something to play with, computed live."""

    kind: Literal["interactive"]
    text: Text
    play: PlayId
    """Which calculation it is."""
    parameters: dict[Id, float] = Field(default_factory=dict)
    """Fixed parameters of the calculation."""
    rows: tuple[tuple[Text, float, float], ...] = ()
    """Rows of data, where the calculation works on given ones: a name and two numbers."""
    controls: tuple[Control, ...] = Field(min_length=1)
    labels: dict[Id, Text]
    """The words for its curves, axes and columns, by the names that the calculation uses."""
    says: dict[Id, Text]
    """What it shows, for each state that the calculation tells apart; {name:int} is one of its numbers."""
    do: Text
    """What to try."""
    answer: Text | None = None
    """What one finds."""


class Choice(FrozenModel):
    """One of the answers to a check, and why it is right or tempting but wrong."""

    text: Text
    right: bool = False
    because: Text


class CheckBlock(_Block):
    """A question to see whether it was understood."""

    kind: Literal["check"]
    choices: tuple[Choice, ...] = Field(min_length=2)


class RepairBlock(_Block):
    """A sheet with planted faults, to be mended and judged by the rules themselves."""

    kind: Literal["repair"]
    text: Text
    answers: GivenAnswers
    change: tuple[QuestionId, ...] = Field(min_length=1)
    """The questions whose answers must be changed, all of them: a fault remains where one is left as it is."""
    planted: tuple[Word, ...] = Field(min_length=1)
    """Ids of the faults that the rules find in it."""
    mended: GivenAnswers
    """One way to mend it: the answers that differ."""
    also_good: dict[QuestionId, tuple[Word, ...]] = Field(default_factory=dict)
    """Other answers that are good here. Any other one is not, even where the rules find no fault in it."""
    not_good: dict[QuestionId, dict[Word, Text]] = Field(default_factory=dict)
    """Why an answer that takes away the fault is not good here all the same."""
    because: Text
    """Why this way is sound."""

    def good(self, question: QuestionId) -> tuple[Word, ...]:
        """Every good answer to a question to change, the one of the lesson first."""
        own = self.mended[question]
        return (own if isinstance(own, str) else own[0], *self.also_good.get(question, ()))

    def answer(self, question: QuestionId, option: Word) -> str | list[str]:
        """An option as an answer of this sheet: in a list where the question takes one."""
        return [option] if isinstance(self.answers[question], list) else option


class CaseBlock(_Block):
    """A worked case and what to look for in it."""

    kind: Literal["case"]
    text: Text
    case: CaseId
    answer: Text | None = None


class LinkBlock(_Block):
    """Where the topic is applied."""

    kind: Literal["link"]
    text: Text
    sections: tuple[BriefSectionId, ...] = ()
    """Sections of a brief in which it is applied; their headings are shown below the text."""
    own: tuple[OwnPartId, ...] = ()
    """What is shown of the reader's own idea, where one is open."""
    rounds: bool = False
    """Whether it leads to the rounds of the reader's own idea as well."""


class SummaryBlock(_Block):
    """The lesson in five lines."""

    kind: Literal["summary"]
    points: tuple[Text, ...] = Field(min_length=5, max_length=5)


Block = Annotated[
    Annotated[TextBlock, Tag(f"{TAG}text")]
    | Annotated[ExampleBlock, Tag(f"{TAG}example")]
    | Annotated[PictureBlock, Tag(f"{TAG}picture")]
    | Annotated[StoryBlock, Tag(f"{TAG}story")]
    | Annotated[InteractiveBlock, Tag(f"{TAG}interactive")]
    | Annotated[CheckBlock, Tag(f"{TAG}check")]
    | Annotated[RepairBlock, Tag(f"{TAG}repair")]
    | Annotated[CaseBlock, Tag(f"{TAG}case")]
    | Annotated[LinkBlock, Tag(f"{TAG}link")]
    | Annotated[SummaryBlock, Tag(f"{TAG}summary")],
    Discriminator(tag_of),
]


class Lesson(FrozenModel):
    """One topic of a course, as blocks in the order in which they are read."""

    id: Id
    title: Text
    summary: Text
    minutes: int = Field(ge=1, le=30)
    blocks: tuple[Block, ...] = Field(min_length=1)
    sources: tuple[SourceId, ...] = Field(min_length=1)


class Term(FrozenModel):
    """A word of the subject: what it means, and where it is taught."""

    id: Id
    name: Text
    also: tuple[Text, ...] = ()
    """Other words for it: they are found by a search, too."""
    everyday: tuple[Text, ...] = ()
    """Those of its words that mean something else in everyday language: where a text has one, the term is not meant."""
    means: Text
    lesson: Annotated[str | None, Ref("lesson")] = None
    block: Id | None = None
    """The block of that lesson which explains it."""
    sources: tuple[SourceId, ...] = ()


class Synonyms(FrozenModel):
    """Words and phrases that a search takes for one another."""

    id: Id
    words: tuple[Text, ...] = Field(min_length=2)
