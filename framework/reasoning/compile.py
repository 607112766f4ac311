"""Conditions to a diagram: one variable for each closed question, every condition exact over every complete sheet.

Compiling knowledge once to query it often: Darwiche and Marquis (2002).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, takewhile

from framework.model.answers import Answer
from framework.model.condition import All, AnyOf, AtLeast, Condition, Is, Not, Unless, names_in
from framework.model.rulebase import RuleBase
from framework.model.rules import STRONGEST_FIRST, Status
from framework.model.value import COMPARED, GIVEN
from framework.reasoning.decision import Decision
from framework.reasoning.diagram import Diagram
from framework.reasoning.interpreter import Facts
from framework.reasoning.nodes import BOTTOM, FALSE, NODE_BUDGET, TRUE, Nodes
from framework.reasoning.variable import Variable


class Compiler(Nodes):
    """Builds the diagrams of one rule base; they share their nodes."""

    def __init__(
        self,
        rulebase: RuleBase,
        order: Sequence[str] | None = None,
        budget: int = NODE_BUDGET,
        seconds: float | None = None,
    ):
        self.rulebase = rulebase
        self.order = tuple(order) if order is not None else variable_order(rulebase)
        self.values = tuple(rulebase.closed_questions[id_].complete_answers for id_ in self.order)
        numbers = [role for role, question in rulebase.question_in_role.items() if question.kind == "number"]
        askable = (*numbers, *COMPARED)
        self._given = {name: len(self.order) + number for number, name in enumerate(askable)}
        """Levels below all questions, of two values: whether a number is given is free, whatever the answers are."""
        super().__init__([*map(len, self.values), *(2 for _ in askable)], budget, seconds)
        self._level_of = {question: level for level, question in enumerate(self.order)}
        self._applies: dict[str, int] = {}
        self._status: dict[tuple[str, Status], int] = {}
        self._is: dict[Is, int] = {}
        self.results: dict[str, int] = {}
        """Diagrams of what is decided, by name, for conditions that ask for it (`verdict`, `task`, ...)."""

    def condition(self, condition: Condition) -> int:
        """The true/false diagram of a condition, exact over every complete sheet and every set of given numbers."""
        match condition:
            case Is():
                if condition not in self._is:
                    self._is[condition] = self._compile_is(condition)
                return self._is[condition]
            case Not(part) | Unless(part):  # the same over every complete sheet
                return self.negation(self.condition(part))
            case All(parts):
                return self.all_of(self.condition(part) for part in parts)
            case AnyOf(parts):
                return self.any_of(self.condition(part) for part in parts)
            case AtLeast(count, parts):
                return self.at_least(count, [self.condition(part) for part in parts])

    def can_hold(self, condition: Condition) -> bool:
        """Whether a condition holds on some complete sheet; a part about a result is not joined with the rest."""
        if isinstance(condition, AnyOf):
            return any(self.can_hold(part) for part in condition.parts)
        return self.meet(*self.conjuncts(condition))

    def conjuncts(self, condition: Condition) -> tuple[int, ...]:
        """Diagrams that all have to be true for a condition: one for its parts about answers, one for each part about a
        result. Joined they can be large; side by side they are small.
        """
        parts = tuple(_conjuncts(condition))
        about_results = [part for part in parts if any(leaf.name in self.results for leaf in names_in(part))]
        about_answers = self.all_of(self.condition(part) for part in parts if part not in about_results)
        return (about_answers, *(self.condition(part) for part in about_results))

    def applies(self, question_id: str) -> int:
        """When a question is asked."""
        if question_id not in self._applies:
            condition = self.rulebase.questions[question_id].asked_when
            self._applies[question_id] = TRUE if condition is None else self.condition(condition)
        return self._applies[question_id]

    def status(self, criterion_id: str, status: Status) -> int:
        """When a criterion has a status."""
        key = (criterion_id, status)
        if key not in self._status:
            criterion = self.rulebase.criterion[criterion_id]
            own = self.any_of(self.condition(clause.when) for clause in criterion.clauses(status))
            for other in takewhile(lambda other: other is not status, STRONGEST_FIRST):
                blocked = self.any_of(self.condition(clause.when) for clause in criterion.clauses(other))
                own = self.ite(blocked, FALSE, own)
            self._status[key] = own
        return self._status[key]

    def _compile_is(self, leaf: Is) -> int:
        if leaf.name == GIVEN:
            return self.any_of(self.node(self._given[name], (FALSE, TRUE)) for name in leaf.values)
        if leaf.name in self.results:
            return self.where(self.results[leaf.name], leaf.values)
        if leaf.name in self.rulebase.criterion:
            return self.any_of(self.status(leaf.name, Status(value)) for value in leaf.values)
        level = self._level_of[leaf.name]
        wanted = set(leaf.values)
        values = self.values[level]
        hits = (bool(wanted.intersection((value,) if isinstance(value, str) else value)) for value in values)
        own = self.node(level, tuple(TRUE if hit else FALSE for hit in hits))
        return self.ite(self.applies(leaf.name), own, FALSE)

    def decision(self, decision: Decision) -> int:
        """The diagram whose leaves are what the decision gives."""
        result = self.leaf(decision.otherwise)
        for name, condition in reversed(decision.branches):
            result = self.ite(self.condition(condition), self.leaf(name), result)
        return result

    def verdicts(self, outcomes: int) -> int:
        """The diagram of verdicts, from that of outcomes."""
        return self.renamed(outcomes, {id_: verdict.id for id_, verdict in self.rulebase.verdict_of.items()})

    def renamed(self, root: int, names: Mapping[str, str]) -> int:
        """The diagram with its leaves renamed, reduced again."""
        target = {node: self.leaf(names[name]) for name, node in list(self.leaves.items()) if name in names}
        return self.mapped(root, lambda leaf: target.get(leaf, leaf))

    def diagram(self, root: int) -> Diagram:
        """A compact copy of everything below `root`, children before parents, one child for each class of values."""
        name_of = {node: name for name, node in self.leaves.items()} | {FALSE: "no", TRUE: "yes"}
        found = self.reachable([root])
        leaves = sorted(node for node in found if self.levels[node] == BOTTOM)
        inner = sorted((node for node in found if self.levels[node] != BOTTOM), key=lambda n: (-self.levels[n], n))
        index = {node: position for position, node in enumerate((*leaves, *inner))}
        classes = [self.classes(level, inner) for level in range(len(self.order))]
        chosen = [[row.index(number) for number in range(max(row) + 1)] for row in classes]
        return Diagram(
            variables=tuple(map(Variable, self.order, self.values, map(tuple, classes))),
            leaves=tuple(name_of[node] for node in leaves),
            levels=tuple(self.levels[node] for node in inner),
            children=tuple(
                tuple(index[self.children[node][value]] for value in chosen[self.levels[node]]) for node in inner
            ),
            root=index[root],
        )


def _conjuncts(condition: Condition) -> Iterator[Condition]:
    if isinstance(condition, All):
        for part in condition.parts:
            yield from _conjuncts(part)
    else:
        yield condition


def variable_order(rulebase: RuleBase) -> tuple[str, ...]:
    """The questions from the top of the diagram to its bottom: as the manifest lists them, the others after those that
    they follow without a list. Any order is exact; a good one needs fewer nodes (`tools/diagram_order.py`).
    """
    listed = (id_ for id_ in rulebase.manifest.diagram if id_ in rulebase.closed_questions)
    return woven(listed, _order_of_mention(rulebase))


def woven(listed: Iterable[str], order: Iterable[str]) -> tuple[str, ...]:
    """The listed ids as they stand, and each other id of `order` after the listed one that it follows there."""
    follow: dict[str | None, list[str]] = {id_: [] for id_ in (None, *listed)}
    last: str | None = None
    for id_ in order:
        if id_ in follow:
            last = id_
        else:
            follow[last].append(id_)
    return tuple(chain.from_iterable((*([id_] if id_ is not None else []), *rest) for id_, rest in follow.items()))


def _order_of_mention(rulebase: RuleBase) -> tuple[str, ...]:
    """Questions that only ever decide by themselves, then the others as the rules of highest precedence mention them.

    The decision is a chain of if-then-else in order of precedence, so a question that only late rules read is then not
    carried through the early ones. A question that no rule joins with another divides the diagram once if it comes
    first, and every path through the middle if it stands there. A question's own applicability comes just before it.
    Questions that only one answer to the opening question brings up stand together: no other path divides at them.
    """
    decided_by = [rule for decided in (rulebase.outcome, rulebase.task) for it in decided.values() for rule in it.rules]
    read = [tuple(_questions_in(rulebase, rule.when)) for rule in decided_by]
    joined = {id_ for questions in read if len(questions) > 1 for id_ in questions}
    mentioned = dict.fromkeys(id_ for questions in read for id_ in questions)
    asked = (id_ for question in rulebase.closed_questions for id_ in _questions_in(rulebase, Is(question, ())))
    alone = (id_ for id_ in mentioned if id_ not in joined)
    order = tuple(dict.fromkeys((*alone, *mentioned, *asked)))
    brought_up = _brought_up_by_one_answer(rulebase)
    together = {id_: [one for one in order if brought_up.get(one) == by] for id_, by in brought_up.items()}
    return tuple(dict.fromkeys(one for id_ in order for one in together.get(id_, [id_])))


def _brought_up_by_one_answer(rulebase: RuleBase) -> dict[str, Answer]:
    """Of each question that only one answer to the opening question brings up, that answer."""
    closed = rulebase.closed_questions
    opening = next((id_ for id_ in rulebase.manifest.interview.opening if id_ in closed), None)
    if opening is None:
        return {}
    facts = {option: Facts(rulebase, {opening: option}) for option in closed[opening].complete_answers}
    by = {id_: [option for option, known in facts.items() if known.applies(id_) is not False] for id_ in closed}
    return {id_: options[0] for id_, options in by.items() if len(options) == 1}


def _questions_in(rulebase: RuleBase, condition: Condition) -> dict[str, None]:
    """The questions that a condition reads, criteria spelled out, each after those that its own applicability reads."""
    found: dict[str, None] = {}
    for leaf in names_in(condition):
        if criterion := rulebase.criterion.get(leaf.name):
            for status in STRONGEST_FIRST:
                for clause in criterion.clauses(status):
                    found |= _questions_in(rulebase, clause.when)
        elif question := rulebase.closed_questions.get(leaf.name):
            if question.asked_when is not None:
                found |= _questions_in(rulebase, question.asked_when)
            found[leaf.name] = None
    return found
