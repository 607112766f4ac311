"""The worked cases that are most like an idea, by the answers that decide.

A case in which something else is needed, by the questions that open an interview, is not like the idea. Only answers
that decide are compared: those that decide the idea, and those that decide the case. What counts is the share of
answers that are the same, then their number, then whether the task type is the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from framework.model.assessment import Assessment
from framework.model.rulebase import RuleBase

MAX_CASES = 3
"""Cases that are named."""

MIN_SHARE = Fraction(1, 2)
"""A case of which more deciding answers differ than are the same is not like the idea."""

MIN_SAME = 3
"""While the verdict is open, so many answers must be the same: two that agree say little about the rest."""


@dataclass(frozen=True)
class LikeCase:
    """A worked case that is like an idea: the deciding questions with the same answer, and those that differ.

    Questions stand in asking order; of those that differ, the ones that decide the case come first.
    """

    case: str
    same: tuple[str, ...]
    different: tuple[str, ...]


def like_cases(
    rulebase: RuleBase, mine: Assessment, cases: Mapping[str, Assessment], most: int = MAX_CASES
) -> tuple[LikeCase, ...]:
    """The cases nearest to an idea: what is needed is the same, and at least half of the deciding answers are.

    While the verdict is open, at least `MIN_SAME` answers are the same as well.

    `cases`: by case id.
    """
    decides, opening = _deciding(mine), rulebase.manifest.interview.opening
    found = []
    for id_, theirs in cases.items():
        needed = [(_allowed(rulebase, mine, name), _allowed(rulebase, theirs, name)) for name in opening]
        if not all(one & other for one, other in needed):
            continue
        decides_theirs = _deciding(theirs)
        read = [name for name in rulebase.closed_questions if name in decides | decides_theirs]
        answers = [(name, _allowed(rulebase, mine, name), _allowed(rulebase, theirs, name)) for name in read]
        same = tuple(name for name, one, other in answers if one and one == other)
        apart = [name for name, one, other in answers if one and other and not one & other]
        share = Fraction(len(same), max(1, len(same) + len(apart)))
        if share >= MIN_SHARE and (mine.verdict is not None or len(same) >= MIN_SAME):
            different = tuple(sorted(apart, key=lambda name: name not in decides_theirs))
            found.append((-share, -len(same), theirs.task != mine.task, LikeCase(id_, same, different)))
    return tuple(like for *_, like in sorted(found, key=lambda row: row[:3])[:most])


def _deciding(assessment: Assessment) -> set[str]:
    """The questions that decide; while the verdict is open, nothing does yet."""
    return {given.question for given in assessment.sufficient_reason}


def _allowed(rulebase: RuleBase, assessment: Assessment, question: str) -> frozenset[object]:
    """The complete answers that the given one leaves possible; none if it was not answered."""
    given = assessment.sheet.answers.get(question)
    return frozenset(rulebase.questions[question].allowed(given)) if given is not None else frozenset()
