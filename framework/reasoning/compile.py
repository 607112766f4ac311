"""Conditions to a diagram: hash-consed nodes, if-then-else with a memo, one variable for each closed question.

Reduced ordered multi-valued decision diagrams after Bryant (1986); compiling knowledge once to query it often: Darwiche
and Marquis (2002).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from framework.errors import UserError
from framework.model.condition import All, AnyOf, AtLeast, Condition, Is, Not, names_in
from framework.model.question import Question
from framework.model.rulebase import RuleBase
from framework.model.rules import Status
from framework.reasoning.decision import Decision
from framework.reasoning.diagram import Diagram, Variable

NODE_BUDGET = 200_000
"""Most nodes that are built; the shipped rules need about a hundredth."""

FALSE, TRUE = 0, 1
_BOTTOM = 1 << 30


class DiagramTooLarge(UserError):
    """The rules are so entangled that their diagram passes the node budget."""


def domain(question: Question) -> tuple[str | tuple[str, ...], ...]:
    """Every complete answer: the options, or every set of them that may be chosen together."""
    if question.kind == "one":
        return tuple(option.id for option in question.options)
    together = [option.id for option in question.options if not option.exclusive]
    sets = (chosen for size in range(1, len(together) + 1) for chosen in combinations(together, size))
    return (*sets, *((option.id,) for option in question.options if option.exclusive))


class Compiler:
    """Builds diagrams that share their nodes. Node 0 is false, 1 is true; further leaves are made on demand."""

    def __init__(self, rulebase: RuleBase, order: Sequence[str] | None = None, budget: int = NODE_BUDGET):
        self.rulebase = rulebase
        self.budget = budget
        order = tuple(order) if order is not None else variable_order(rulebase)
        self.order = order
        self.values = tuple(domain(rulebase.closed_questions[id_]) for id_ in order)
        self._level_of = {question: level for level, question in enumerate(order)}
        self.levels: list[int] = [_BOTTOM, _BOTTOM]
        self.children: list[tuple[int, ...]] = [(), ()]
        self._unique: dict[tuple[int, tuple[int, ...]], int] = {}
        self._leaves: dict[str, int] = {}
        self._ite: dict[tuple[int, int, int], int] = {}
        self._applies: dict[str, int] = {}
        self._status: dict[tuple[str, Status], int] = {}
        self._is: dict[Is, int] = {}

    def leaf(self, name: str) -> int:
        """The leaf with this name."""
        if name not in self._leaves:
            self._leaves[name] = self._append(_BOTTOM, ())
        return self._leaves[name]

    def node(self, level: int, children: tuple[int, ...]) -> int:
        """The one node with these children; a node whose children are all the same is that child.

        Raises:
            DiagramTooLarge: when the budget is used up.
        """
        first = children[0]
        if all(child == first for child in children):
            return first
        key = (level, children)
        found = self._unique.get(key)
        if found is None:
            found = self._unique[key] = self._append(level, children)
        return found

    def _append(self, level: int, children: tuple[int, ...]) -> int:
        if len(self.levels) >= self.budget:
            raise DiagramTooLarge(
                f"The rules need a diagram of more than {self.budget:,} nodes. Split rules that tie many questions "
                "together, or let fewer questions decide."
            )
        self.levels.append(level)
        self.children.append(children)
        return len(self.levels) - 1

    def ite(self, condition: int, then: int, otherwise: int) -> int:
        """If `condition` (a true/false diagram) then one diagram, else the other."""
        if condition == TRUE:
            return then
        if condition == FALSE:
            return otherwise
        if then == otherwise:
            return then
        if then == TRUE and otherwise == FALSE:
            return condition
        key = (condition, then, otherwise)
        found = self._ite.get(key)
        if found is None:
            levels, children = self.levels, self.children
            level = min(levels[condition], levels[then], levels[otherwise])
            size = len(self.values[level])
            ifs = children[condition] if levels[condition] == level else (condition,) * size
            thens = children[then] if levels[then] == level else (then,) * size
            elses = children[otherwise] if levels[otherwise] == level else (otherwise,) * size
            found = self._ite[key] = self.node(level, tuple(map(self.ite, ifs, thens, elses)))
        return found

    def all_of(self, parts: Iterable[int]) -> int:
        """Every part."""
        result = TRUE
        for part in parts:
            result = self.ite(result, part, FALSE)
        return result

    def any_of(self, parts: Iterable[int]) -> int:
        """At least one part."""
        result = FALSE
        for part in parts:
            result = self.ite(part, TRUE, result)
        return result

    def at_least(self, count: int, parts: Sequence[int]) -> int:
        """At least `count` of the parts, by counting through them."""
        row = [TRUE] + [FALSE] * count
        for part in parts:
            row = [TRUE] + [self.ite(part, row[need - 1], row[need]) for need in range(1, count + 1)]
        return row[count]

    def condition(self, condition: Condition) -> int:
        """The true/false diagram of a condition, exact over every complete sheet."""
        match condition:
            case Is():
                if condition not in self._is:
                    self._is[condition] = self._compile_is(condition)
                return self._is[condition]
            case Not(part):
                return self.ite(self.condition(part), FALSE, TRUE)
            case All(parts):
                return self.all_of(self.condition(part) for part in parts)
            case AnyOf(parts):
                return self.any_of(self.condition(part) for part in parts)
            case AtLeast(count, parts):
                return self.at_least(count, [self.condition(part) for part in parts])

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
            order = (Status.BLOCKING, Status.UNFAVOURABLE, Status.FAVOURABLE)
            own = self.any_of(self.condition(clause.when) for clause in criterion.clauses(status))
            stronger = order[: order.index(status)] if status in order else order
            for other in stronger:
                blocked = self.any_of(self.condition(clause.when) for clause in criterion.clauses(other))
                own = self.ite(blocked, FALSE, own)
            self._status[key] = own
        return self._status[key]

    def _compile_is(self, leaf: Is) -> int:
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

    def renamed(self, root: int, names: Mapping[str, str]) -> int:
        """The diagram with its leaves renamed, reduced again."""
        target = {node: self.leaf(names[name]) for name, node in list(self._leaves.items()) if name in names}
        memo: dict[int, int] = {}

        def visit(node: int) -> int:
            if self.levels[node] == _BOTTOM:
                return target.get(node, node)
            if node not in memo:
                memo[node] = self.node(self.levels[node], tuple(visit(child) for child in self.children[node]))
            return memo[node]

        return visit(root)

    def diagram(self, root: int) -> Diagram:
        """A compact copy of everything below `root`, children before parents."""
        name_of = {node: name for name, node in self._leaves.items()} | {FALSE: "no", TRUE: "yes"}
        found: set[int] = set()
        stack = [root]
        while stack:
            node = stack.pop()
            if node not in found:
                found.add(node)
                stack.extend(self.children[node])
        leaves = sorted(node for node in found if self.levels[node] == _BOTTOM)
        inner = sorted((node for node in found if self.levels[node] != _BOTTOM), key=lambda n: (-self.levels[n], n))
        index = {node: position for position, node in enumerate((*leaves, *inner))}
        classes = [self._classes(level, inner) for level in range(len(self.order))]
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

    def _classes(self, level: int, nodes: Sequence[int]) -> list[int]:
        """For each value at a level the number of its class: values share one if every node leads them the same way."""
        rows = [self.children[node] for node in nodes if self.levels[node] == level]
        numbers: dict[tuple[int, ...], int] = {}
        columns = zip(*rows, strict=True) if rows else (() for _ in self.values[level])
        return [numbers.setdefault(tuple(column), len(numbers)) for column in columns]


def variable_order(rulebase: RuleBase) -> tuple[str, ...]:
    """Questions in the order in which the rules of highest precedence first mention them.

    The decision is a chain of if-then-else in order of precedence, so a question that only late rules read is then not
    carried through the early ones. A question's own applicability comes just before it.
    """
    order: dict[str, None] = {}

    def mention(condition: Condition) -> None:
        for leaf in names_in(condition):
            if leaf.name in rulebase.criterion:
                criterion = rulebase.criterion[leaf.name]
                for status in (Status.BLOCKING, Status.UNFAVOURABLE, Status.FAVOURABLE):
                    for clause in criterion.clauses(status):
                        mention(clause.when)
            elif leaf.name in rulebase.closed_questions and leaf.name not in order:
                asked_when = rulebase.closed_questions[leaf.name].asked_when
                if asked_when is not None:
                    mention(asked_when)
                order[leaf.name] = None

    for outcome in rulebase.outcome.values():
        for rule in outcome.rules:
            mention(rule.when)
    for task in rulebase.task.values():
        for rule in task.rules:
            mention(rule.when)
    for id_ in rulebase.closed_questions:
        mention(Is(id_, ()))
    return tuple(order)
