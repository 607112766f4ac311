"""What an answer to a closed question is, and why something that was given is none.

`Question.accept` is the one place that decides; pages, sheet files, tables and Python all call it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

NOT_SURE = "not_sure"
"""The reserved answer that every closed question takes: unknown, exactly like no answer, but not asked again."""

Answer = str | tuple[str, ...]
"""The id of an option, or several in the order of the options: where several may hold, those that do; where one does, a
partial answer: it is one of these. `left_open` says what an answer means.
"""

Answers = Mapping[str, Answer]
"""Answers by question."""


@dataclass(frozen=True)
class AnswerProblem:
    """One thing wrong with an answer. `index` is the position in a list of options, or None for the whole answer."""

    code: str
    message: str
    hint: str = ""
    index: int | None = None
    option: str = ""
    """The option that was named and does not exist."""


class InvalidAnswerError(ValueError):
    """Something was given that is no answer to the question, with everything that is wrong with it."""

    def __init__(self, problems: tuple[AnswerProblem, ...]) -> None:
        self.problems = problems
        super().__init__("; ".join(problem.message for problem in problems))


def left_open(complete: Collection[Answer], answer: Answer) -> tuple[Answer, ...]:
    """Which of a question's complete answers an answer leaves open: itself, or each that a partial answer names.

    Empty for what is no answer to the question.
    """
    if answer in complete:
        return (answer,)
    one_of = () if isinstance(answer, str) else answer
    return tuple(item for item in complete if item in one_of) if all(item in complete for item in one_of) else ()


def is_unknown(given: object) -> bool:
    """Whether this says nothing: no answer, an empty one, or "not sure"."""
    if isinstance(given, list | tuple):
        return all(item == NOT_SURE for item in given)
    return given is None or given in ("", NOT_SURE)
