"""What happened to an idea after its brief: steps done, rounds, and what came of it. Immutable, like a sheet."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field

from framework.model.base import FrozenModel
from framework.model.printable import printable, printable_lines
from framework.model.rule_id import PLAN, parts_of, rule_id
from framework.model.rule_index import RuleIndex
from framework.model.sheet import Sheet

MAX_NOTE = 2000
"""Maximum length of one text of a history."""

MAX_ROUNDS = 100

_Line = Annotated[str, Field(max_length=MAX_NOTE), AfterValidator(printable)]
_Lines = Annotated[str, Field(max_length=MAX_NOTE), AfterValidator(printable_lines)]


class Decision(StrEnum):
    """What was decided about an idea."""

    DONE = "done"
    OTHER = "done_otherwise"
    NOT_DONE = "not_done"
    OPEN = "open"


class Result(FrozenModel):
    """What came of an idea, as somebody noted it at its review."""

    noted_on: date
    decision: Decision
    baseline: _Line = ""
    """What was reached without it; a number with its unit, usually."""
    measured: _Line = ""
    """What was reached with it."""
    note: _Lines = ""


class Round(FrozenModel):
    """One time through the plan, or as far as it went."""

    ended_on: date
    tried: _Lines
    came_out: _Lines = ""
    verdict: _Line
    """The verdict at its end in words, as the rules of that day put it."""
    steps: dict[str, date]
    """The stages of the plan that were done at its end, and when; by rule id the next steps, which stay done."""
    sent_back_by: str | None = None
    """The step whose reason to go back came true; None if the next round went on where this one stopped."""
    back_to: str | None = None
    """The step from which the next round went on then."""
    sheet: Sheet
    """The answers at its end."""


class History(FrozenModel):
    """Everything that is kept of an idea besides its answers."""

    steps: dict[str, date] = Field(default_factory=dict)
    """The stages of the plan that are done in the present round, and when; by rule id the next steps of any round."""
    rounds: tuple[Round, ...] = Field(default=(), max_length=MAX_ROUNDS)
    """The rounds that have ended, the first one first."""
    tried: _Lines = ""
    """What is noted so far of the present round: what was tried."""
    came_out: _Lines = ""
    """Likewise: what came out."""
    result: Result | None = None

    def ticked(self, step: str, done_on: date | None) -> History:
        """With this step done on a day; None takes it back."""
        steps = {id_: day for id_, day in self.steps.items() if id_ != step}
        return self.model_copy(update={"steps": steps if done_on is None else {**steps, step: done_on}})

    def under(self, index: RuleIndex) -> History:
        """With every step under the id that replaced its own, if one did; of two that became one, the later day."""
        steps: dict[str, date] = {}
        for id_, day in self.steps.items():
            now = _now(index, id_)
            steps[now] = max(day, steps.get(now, day))
        return self if steps.keys() == self.steps.keys() else self.model_copy(update={"steps": steps})

    def after(self, ended: Round, order: tuple[str, ...]) -> History:
        """With a round that has ended, which has the notes; steps from the one it goes back to are to be done again.

        Args:
            ended: the round; its steps are those of this history.
            order: the steps of the plan in order.
        """
        again = order[order.index(ended.back_to) :] if ended.back_to in order else ()
        steps = {id_: day for id_, day in self.steps.items() if id_ not in again}
        return self.model_copy(update={"steps": steps, "rounds": (*self.rounds, ended), "tried": "", "came_out": ""})

    def reopened(self) -> History:
        """Without the end of the last round: it is the present one again, with the steps that it had and, where none
        were begun since, with its notes.
        """
        last = self.rounds[-1]
        notes = {"tried": self.tried or last.tried, "came_out": self.came_out or last.came_out}
        return self.model_copy(update={"steps": {**last.steps, **self.steps}, "rounds": self.rounds[:-1], **notes})


def _now(index: RuleIndex, step: str) -> str:
    """The id that a step has now; a stage of the plan is kept by its id there, a next step by that of its rule."""
    stage = len(parts_of(step)) == 1
    entry = index.resolve(rule_id(PLAN, step) if stage else step)
    if entry is None:
        return step
    return parts_of(entry.id)[-1] if stage else entry.id


NOTHING = History()
"""What has happened to an idea at first."""


def review_due(sheet: Sheet, history: History, today: date) -> bool:
    """Whether the review date of an idea has come and nothing was noted since."""
    if sheet.review is None or sheet.review > today:
        return False
    return history.result is None or history.result.noted_on < sheet.review
