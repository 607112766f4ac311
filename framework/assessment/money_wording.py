"""The sentences about money that a rule base has, filled with the numbers and names of one result."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from framework.assessment.numbers_named import middle_of, numbers_named, returns
from framework.assessment.statements import questions_read
from framework.assessment.words import basis_words
from framework.languages import catalogue
from framework.model.assessment import Statement
from framework.model.listing import listed
from framework.model.money import LimitKind, LimitSentence, MoneyKind, MoneySentence
from framework.model.rule_id import MONEY, rule_id
from framework.model.value import ValueModel
from framework.model.worth import Worth
from framework.reasoning.interpreter import Facts

S = TypeVar("S")

MAX_ALIKE = 3
"""Numbers named where several matter alike."""


class MoneyWording:
    """The sentences whose condition holds, by kind, and the slots that all of them may have.

    Which of them are said is decided by `Money`.
    """

    def __init__(self, facts: Facts, value: ValueModel, worth: Worth):
        self.facts, self.value, self.worth = facts, value, worth
        self.known = tuple(item for item in facts.rulebase.money if item.when is None or facts.holds(item.when))
        self.slots = self._slots()

    def all_of(self, model: type[S]) -> tuple[S, ...]:
        """The sentences of this model, in the order of the rules; not yet filled."""
        return tuple(item for item in self.known if isinstance(item, model))

    def has(self, kind: MoneyKind) -> bool:
        """Whether the rules have a sentence of a kind."""
        return any(item.kind == kind for item in self.known)

    def first_of(self, kind: MoneyKind, **words: str) -> Iterator[Statement]:
        """The first sentence of a kind; none where the rules have none."""
        for item in self.known:
            if item.kind == kind:
                yield self.statement(item, **words)
                return

    def first_above(self, kind: LimitKind, number: float) -> list[Statement]:
        """The first sentence whose limit the number exceeds."""
        limits = (item for item in self.all_of(LimitSentence) if item.kind == kind)
        return [self.statement(item) for item in limits if number > item.low][:1]

    def statement(self, item: MoneySentence, **words: str) -> Statement:
        """A sentence with its slots filled; `words` come before the slots that all sentences have."""
        slots = {**self.slots, **words}
        answers = questions_read(self.facts.rulebase, [item.when], self.facts) if item.when is not None else ()
        return Statement(
            rule=rule_id(MONEY, item.id),
            text=item.filled(slots),
            sources=item.sources,
            answers=answers,
            in_short=item.filled_in_short(slots),
        )

    def asking(self, said: Statement, roles: Iterable[str]) -> Statement:
        """The statement with the questions in these roles among its answers: somebody may want to correct them."""
        rulebase = self.facts.rulebase
        named = {question.id for role in roles if (question := rulebase.question_in_role.get(role))}
        answers = tuple(id_ for id_ in rulebase.questions if id_ in named.union(said.answers))
        return said.model_copy(update={"answers": answers})

    def name(self, role: str) -> str:
        """The number in a role as a sentence names it, in quotation marks."""
        return self.say("“{name}”", name=self.facts.rulebase.role_name(role))

    def written(self, number: str) -> str:
        """A number that is written in English, as the language of the rules writes it."""
        return catalogue.numerals(self.facts.rulebase.language, number)

    def in_period(self, amount: str) -> str:
        """An amount with its period, if it has one."""
        return amount if self.worth.once else self.say("{amount} a year", amount=amount)

    def say(self, text: str, **values: object) -> str:
        """A text of the interface in the language of the rules."""
        return catalogue.say(self.facts.rulebase.language, text, **values)

    def _slots(self) -> dict[str, str]:
        worth = self.worth
        words = {
            "first": self._first(),
            "title": self.value.title,
            "side": self.say("a gain") if worth.leans == "gain" else self.say("a loss"),
            "cases": self.value.cases,
            "quality": self.value.quality.words,
            "returns": returns(worth, self.facts.rulebase.language),
            "gain": self.in_period(self.written(middle_of(worth.gain))) if worth.gain else "",
            "today": self.value.compared_with(worth.given, worth.figures) or self.say("today"),
        }
        numbers = numbers_named(worth)
        written = {name: self.written(number) for name, number in numbers.items()}
        return words | written | basis_words(self.facts.rulebase)

    def _first(self) -> str:
        """What to find out first; several where they matter alike."""
        roles = self.worth.alike or ((self.worth.first,) if self.worth.first else ())
        named = [self.name(role) for role in roles[:MAX_ALIKE]]
        return listed(named, self.say("and")) or self.say("the least certain number")
