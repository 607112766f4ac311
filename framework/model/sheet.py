"""A sheet: what one person has answered so far. The fixed input of `assess`."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from framework.model.answers import Answer
from framework.model.base import FrozenModel
from framework.model.printable import printable

MAX_WORD = 500
"""Characters of an answer in a person's own words, which its field sees to: it has to fit into a sentence."""


class Range(FrozenModel):
    """A number known only as a range."""

    low: float
    middle: float
    high: float


Number = float | Range
"""A number as somebody knows it."""


class Sheet(FrozenModel):
    """Answers to closed questions, the person's own words, and numbers. Missing and `not_sure` both mean unknown.

    Several options of a question that takes one are a partial answer: one of these.
    """

    title: str = ""
    answers: dict[str, Answer] = Field(default_factory=dict)
    words: dict[str, str] = Field(default_factory=dict)
    numbers: dict[str, Number] = Field(default_factory=dict)
    screened: tuple[str, ...] = ()
    """Questions whose partial answer came from a screen that asked something coarser: they are still to be asked in
    their own words, if they still matter."""
    review: date | None = Field(default=None, exclude_if=lambda day: day is None)
    """The day on which somebody looks whether it came true. Left out of files without one, as before there were any."""

    def printable(self) -> Sheet:
        """The sheet with its texts as they can be saved and shown."""
        words = {id_: printable(text) for id_, text in self.words.items()}
        return self.model_copy(update={"title": printable(self.title), "words": words})

    def answered(self, question: str, answer: Answer | None) -> Sheet:
        """The sheet with this answer in the question's own words, behind all others; None takes an answer back."""
        answers = {id_: given for id_, given in self.answers.items() if id_ != question}
        return self.model_copy(
            update={
                "answers": answers if answer is None else {**answers, question: answer},
                "screened": tuple(id_ for id_ in self.screened if id_ != question),
            }
        )
