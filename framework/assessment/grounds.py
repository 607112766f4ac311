"""What all parts of an assessment rest on, each worked out once: the answers that count, what follows, the numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from framework.assessment import framing, set_aside
from framework.assessment.chain import counted, demanded, value_model
from framework.assessment.money import Money
from framework.assessment.target import Wanted, wanted
from framework.assessment.words import Words
from framework.economics import known_facts, numbers_by_role, worth_of
from framework.languages.catalogue import quoted
from framework.model.answers import Answer
from framework.model.assessment import Statement
from framework.model.content import Objective, Task
from framework.model.economics import Span
from framework.model.rulebase import RuleBase
from framework.model.rules import Outcome
from framework.model.sheet import Number, Range, Sheet
from framework.model.value import GIVEN, ValueModel
from framework.model.worth import Worth
from framework.reasoning.conclusions import Conclusions, conclude, outcome_that_holds
from framework.reasoning.interpreter import Facts
from framework.reasoning.interview import Prospects, not_asked_again
from framework.reasoning.reasoner import Reasoner, reasoner_for
from framework.reasoning.variants import Worded, task_in_words


@dataclass(frozen=True)
class Grounds:
    """One sheet, read with one rule base."""

    rulebase: RuleBase
    sheet: Sheet
    reasoner: Reasoner
    facts: Facts
    """The sheet with what was concluded from it."""
    answers: dict[str, Answer]
    """Those that count: known, and to questions that apply."""
    found: Conclusions
    numbers: Mapping[str, Number]
    """By role."""
    given: tuple[str, ...]
    """What is known of the numbers, for conditions of advice."""

    @cached_property
    def task(self) -> Task | None:
        """The task type, once it is settled."""
        return self.rulebase.task.get(self.found.task or "")

    @cached_property
    def worded(self) -> Worded[Task] | None:
        """The task type in the words of its variant."""
        return task_in_words(self.facts, self.task) if self.task else None

    @cached_property
    def words(self) -> Words:
        """The person's own words, and those of the task type where they have none."""
        defaults = framing.defaults(self.worded.whole if self.worded else None)
        return Words(self.rulebase, self.sheet.words, defaults, self.facts)

    @cached_property
    def objective(self) -> Objective | None:
        """The first family of objectives that the answers name."""
        return next((item for item in self.rulebase.objectives if self.facts.holds(item.when)), None)

    @cached_property
    def outcome(self) -> Outcome | None:
        """The outcome of the verdict, once both are settled."""
        return outcome_that_holds(self.facts, self.found.verdict, self.found.possible_outcomes)

    @cached_property
    def value(self) -> ValueModel | None:
        """How answers of this kind are worth something."""
        return value_model(self.facts, self.found.task)

    @cached_property
    def money(self) -> Money | None:
        """What the numbers come to under the value model, where it reads any of them."""
        if self.value is None:
            return None
        used = counted(self.facts, self.value, self.numbers)
        asked = demanded(self.facts, self.value)
        worth = worth_of(self.value, used, self.rulebase.basis, self._names, asked, self.rulebase.language)
        return Money(self.facts, self.value, worth, self._wanted) if worth else None

    @cached_property
    def worth(self) -> Worth | None:
        """The results of the value model."""
        return self.money.worth if self.money else None

    @cached_property
    def known(self) -> dict[str, Range | Span]:
        """Numbers and results that a next step may name."""
        return {**self.worth.numbers, **self.worth.figures} if self.worth else {}

    @cached_property
    def unsure(self) -> frozenset[str]:
        """Questions that were answered with "not sure" or in part, and are not asked again."""
        return not_asked_again(self.rulebase, self.sheet)

    @cached_property
    def prospects(self) -> Prospects:
        """What the open questions can still change about the verdict."""
        return Prospects(self.reasoner, self.reasoner.verdicts, self.answers, self.unsure)

    def numbers_at_odds(self) -> tuple[Statement, ...]:
        """Numbers that contradict each other, an answer or a guess."""
        if self.money:
            return self.money.contradictions()
        return set_aside.contradictions(self.facts, self.found, self.numbers, self._names, self._wanted)

    @cached_property
    def _names(self) -> dict[str, str]:
        """What the numbers are called, by role, in quotation marks."""
        asked = self.rulebase.question_in_role.items()
        return {role: quoted(self.rulebase.language, question.short) for role, question in asked}

    @cached_property
    def _wanted(self) -> Wanted:
        return wanted(self.rulebase, self.words)


def grounds_of(rulebase: RuleBase, sheet: Sheet) -> Grounds:
    """A sheet read with a rule base.

    Raises:
        DiagramTooLarge: when the rules need more nodes than the budget.
    """
    reasoner = reasoner_for(rulebase)
    facts = Facts(rulebase, sheet.answers)
    answers = reasoner.applicable_answers(facts)
    found = conclude(reasoner, answers)
    numbers = numbers_by_role(rulebase, sheet)
    given = known_facts(numbers)
    facts = facts.with_results({**found.results, GIVEN: given})
    return Grounds(rulebase, sheet, reasoner, facts, answers, found, numbers, given)
