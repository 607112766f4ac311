"""What to ask next, why, and how many questions can still come. Nothing is asked that can no longer matter."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from framework.model.answers import Answer, InvalidAnswerError, left_open
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.reasoning.diagram import Diagram
from framework.reasoning.reasoner import Reasoner


@dataclass(frozen=True)
class NextQuestion:
    """The question to ask now and what it can decide."""

    question: str
    decides: tuple[str, ...]
    """What hangs on it: what some answer would rule out or leave alone; everything possible where no answer does so by
    itself."""


class Prospects:
    """What every open question can still decide, worked out once for one sheet."""

    def __init__(
        self,
        reasoner: Reasoner,
        diagram: Diagram,
        answers: Mapping[str, Answer],
        unsure: Collection[str] = (),
    ):
        """`diagram`: of what is to be settled. `unsure`: questions that are open, but not asked again."""
        known = diagram.known(answers)
        self._known = known
        self.possible = diagram.possible(known)
        self._prospects = diagram.prospects(known) if len(self.possible) > 1 else {}
        self._diagram, self._reasoner, self._answers, self._unsure = diagram, reasoner, answers, frozenset(unsure)

    @property
    def questions_left(self) -> int:
        """At most this many questions can still be asked about the result.

        Every answer, a partial one too, can only take questions away, so the number never rises.
        """
        return sum(1 for question_id in self._prospects if question_id not in self._unsure)

    @property
    def applicable_left(self) -> int:
        """How many of the questions that can still be asked apply whatever is answered to the others.

        This many are asked if each of them is answered "not sure".
        """
        return len(self.ranked())

    @property
    def facts_left(self) -> int:
        """How many questions can still matter and were answered "not sure" or in part, so are not asked again."""
        return sum(1 for question_id in self._prospects if question_id in self._unsure)

    def ranked(self, *, with_unsure: bool = False) -> tuple[NextQuestion, ...]:
        """The open questions that apply, the one that settles most first.

        The measure: the number of possibilities left, added up over the question's allowed answers and divided by their
        number, so every answer counts the same; this is a way of counting, not a claim about what is likely. Among
        equals the question with more settling answers, then the one that comes first in asking order. A question
        whose applicability is still open waits.
        """
        found: list[tuple[tuple[float, int, int], NextQuestion]] = []
        for index, question_id in enumerate(self._reasoner.rulebase.closed_questions):
            masks = self._prospects.get(question_id)
            if masks is None or (question_id in self._unsure and not with_unsure):
                continue
            if not self._reasoner.applies(question_id, self._answers):
                continue
            left, settling = self._measure(question_id, masks)
            found.append(((left, -settling, index), NextQuestion(question_id, self._decided_by(masks))))
        return tuple(item for _, item in sorted(found, key=lambda pair: pair[0]))

    def _measure(self, question_id: str, masks: Sequence[int]) -> tuple[float, int]:
        """How many possibilities an answer to the question leaves on average, and how many answers leave only one."""
        level = self._diagram.level_of(question_id)
        assert level is not None
        variable, allowed = self._diagram.variables[level], self._known[level]
        classes = allowed if isinstance(allowed, dict) else range(len(variable.members))
        sizes = [variable.count(allowed, number) for number in classes]
        left = sum(size * mask.bit_count() for size, mask in zip(sizes, masks, strict=True)) / sum(sizes)
        settling = sum(size for size, mask in zip(sizes, masks, strict=True) if mask.bit_count() == 1)
        return left, settling

    def _decided_by(self, masks: Sequence[int]) -> tuple[str, ...]:
        """What some answer rules out or leaves alone; everything possible where that is at most one thing."""
        total = reduce(or_, masks)
        ruled_out = reduce(or_, (total & ~mask for mask in masks))
        left_alone = reduce(or_, (mask for mask in masks if mask.bit_count() == 1), 0)
        hangs = ruled_out | left_alone
        return self._diagram.names(hangs if hangs.bit_count() > 1 else total)

    def after(self, question_id: str) -> dict[str, tuple[str, ...]]:
        """For each option of an open question that may hold, in order: what is then still possible, whatever else is
        true. Empty for a question that makes no difference.
        """
        masks, level = self._prospects.get(question_id), self._diagram.level_of(question_id)
        if masks is None or level is None:
            return {}
        variable, allowed = self._diagram.variables[level], self._known[level]
        left = dict(zip(allowed if isinstance(allowed, dict) else range(len(masks)), masks, strict=True))
        given = self._answers.get(question_id)
        found = {option.id: 0 for option in self._reasoner.rulebase.closed_questions[question_id].options}
        for value in variable.values if allowed is None or given is None else left_open(variable.values, given):
            for option in (value,) if isinstance(value, str) else value:
                found[option] |= left[variable.position[value]]
        return {option: self._diagram.names(mask) for option, mask in found.items() if mask}

    def next(self, opening: Sequence[str] = ()) -> NextQuestion | None:
        """The question to ask now, or None if nothing that can be asked still matters.

        The first of `opening` that can be asked and matters, then the one that settles most.
        """
        ranked = self.ranked()
        found = {item.question: item for item in ranked}
        return next((found[id_] for id_ in opening if id_ in found), ranked[0] if ranked else None)


def not_asked_again(rulebase: RuleBase, sheet: Sheet) -> frozenset[str]:
    """The questions that are open, but not asked again: answered "not sure", or in part and in their own words."""
    found = set()
    for id_, given in sheet.answers.items():
        question = rulebase.closed_questions.get(id_) if given else None  # an empty answer says nothing, not "not sure"
        try:
            answer = question.accept(given) if question else None
        except InvalidAnswerError:
            continue
        if question and (answer is None or (question.is_partial(answer) and id_ not in sheet.screened)):
            found.add(id_)
    return frozenset(found)
