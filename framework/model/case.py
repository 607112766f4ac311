"""Worked cases: a problem, its answers, and what was published about it."""

from __future__ import annotations

from pydantic import Field

from framework.model.base import FrozenModel, Id, Text, VerdictId, Word
from framework.model.rules import GivenAnswers
from framework.model.sheet import Number, Sheet


class CaseSource(FrozenModel):
    """The published outcome of a case."""

    title: Word
    url: Word
    year: int | None = None
    what_it_says: Text


class Expected(FrozenModel):
    """What the source supports for a case."""

    verdict: VerdictId
    acceptable_verdicts: tuple[VerdictId, ...] = Field(min_length=1)
    alternative: Word | None = None
    task: Word
    acceptable_tasks: tuple[Word, ...] = Field(min_length=1)
    metric: Word | None = None
    """As the source names it; one that the rules do not have stands under `acceptable_metrics`, too."""
    acceptable_metrics: tuple[Word, ...] = ()


class Case(FrozenModel):
    """A worked problem: a test, an example in the application and an exercise for a class, from one file."""

    id: Id
    title: Text
    field: Text | None = None
    """The part of life it is from, to find it by."""
    description: Text
    lesson: Text | None = None
    """What this case teaches, in one sentence."""
    answers: GivenAnswers
    words: dict[str, Text] = Field(default_factory=dict)
    numbers: dict[str, Number] = Field(default_factory=dict)
    numbers_from: Text | None = None
    """Where the numbers are from: which are published, and which are ours for illustration. Given if there are any."""
    expected: Expected
    note: Text | None = None
    """Why the product disagrees with the source, where it does; and why the answers leave several verdicts open."""
    source: CaseSource

    def sheet(self) -> Sheet:
        """A sheet with the title, answers, words and numbers of the case, as if somebody had filled it in."""
        answers = {id_: given if isinstance(given, str) else tuple(given) for id_, given in self.answers.items()}
        return Sheet(title=self.title, answers=answers, words=self.words, numbers=dict(self.numbers))
