"""Decides columns of answers: what the diagrams settle for all rows at once, the rest once for each distinct row.

Numbers decide nothing; the metric may depend on which of them are given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import cast

import numpy as np

from framework.assessment.statements import questions_read
from framework.cli.table.columns import Coded, Indices, groups, members
from framework.economics import known_facts
from framework.model.answers import NOT_SURE, Answer
from framework.model.condition import Condition, names_in
from framework.model.rulebase import RuleBase
from framework.model.sheet import Number
from framework.model.value import COMPARED, GIVEN
from framework.reasoning.batch import CODE, UNKNOWN, Batch
from framework.reasoning.conclusions import (
    Conclusions,
    conclusions_from,
    is_between,
    metric_conditions,
    metric_to_judge_by,
)
from framework.reasoning.diagram import Diagram
from framework.reasoning.explain import sufficient_reasons
from framework.reasoning.interpreter import Facts
from framework.reasoning.interview import Prospects
from framework.reasoning.reasoner import reasoner_for
from framework.rulebase.cells import Cell, as_cell
from framework.rulebase.columns import EXPLAINED, RESULTS

MEMO = 20_000
"""Maximum number of distinct rows for which a result is kept, of each thing that is worked out row by row."""

Cells = Sequence[Coded[Cell]]
"""Answers and numbers, one column for each question."""

Columns = Sequence[Coded[Answer | None]]
"""Answers alone, one column for each closed question."""

Row = tuple[Answer | None, ...]
Result = tuple[str, ...]
Possible = tuple[str, ...]


class Decider:
    """Decides rows of answers to fixed questions; any other question is unknown in every row."""

    def __init__(self, rulebase: RuleBase, questions: Sequence[str], *, explain: bool = False):
        """With `explain`, a result also says what decides and what is open."""
        self.rulebase, self.explain, self._columns = rulebase, explain, tuple(questions)
        self.questions = tuple(id_ for id_ in questions if id_ in rulebase.closed_questions)
        self._roles = {
            index: role
            for index, id_ in enumerate(questions)
            if id_ not in self.questions and (role := rulebase.questions[id_].role)
        }
        self.reasoner = reasoner_for(rulebase)
        self._position: dict[str, dict[Answer | None, int]] = {
            variable.question: {value: index for index, value in enumerate(variable.values)}
            for variable in self.reasoner.verdicts.variables
        }
        self._reads = {
            task.id: self._with_conditions(questions_read(rulebase, metric_conditions(task))) for task in rulebase.tasks
        }
        self._facts = {task.id: _given_read(metric_conditions(task)) for task in rulebase.tasks}
        diagrams = (self.reasoner.outcomes, self.reasoner.alternatives, self.reasoner.tasks)
        self._decisions = [
            (Batch(diagram) if diagram else None, lru_cache(maxsize=MEMO)(self._left_by(diagram)))
            for diagram in diagrams
        ]
        self._concluded = lru_cache(maxsize=MEMO)(self._conclude)
        self._explained = lru_cache(maxsize=MEMO)(self._explain)
        self._metric = lru_cache(maxsize=MEMO)(self._find_metric)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the parts of a result."""
        return (*RESULTS, *EXPLAINED) if self.explain else RESULTS

    def decide(self, cells: Cells, rows: int) -> Coded[Result]:
        """The result of each row, the same as `assess` gives."""
        columns = cast(Columns, [cells[self._columns.index(id_)] for id_ in self.questions])
        numbers = {role: cast("Coded[Number | None]", cells[index]) for index, role in self._roles.items()}
        parts = [self._possible(batch, one, columns, rows) for batch, one in self._decisions]
        between = self._between(parts[-1], columns, rows)
        found = Coded.join(self._results(parts, between, columns, numbers, rows), rows)
        if not self.explain:
            return found
        first, group = groups([found, *columns], rows)
        return Coded([(*found.at(row), *self._explained(_row(columns, row))) for row in first], group)

    def _possible(
        self, batch: Batch | None, one: Callable[[Row], Possible], columns: Columns, rows: int
    ) -> Coded[Possible]:
        """For each row what a diagram leaves possible."""
        if batch is None or not columns:
            return Coded([one((None,) * len(columns))], np.zeros(rows, dtype=np.intp))
        codes = {}
        for id_, column in zip(self.questions, columns, strict=True):
            # A partial answer is unknown to the walk: its rows are looked at one by one.
            complete = [self._position[id_].get(value, UNKNOWN) for value in column.values]
            codes[id_] = np.array(complete, dtype=CODE)[column.codes]
        walked = batch.decide(codes).astype(np.intp)
        settled, rest = np.flatnonzero(walked != UNKNOWN), np.flatnonzero(walked == UNKNOWN)
        here = [column.take(rest) for column in columns]
        first, group = groups(here, len(rest))
        return Coded.join(
            [
                (settled, Coded([(name,) for name in batch.leaves], walked[settled])),
                (rest, Coded([one(_row(here, row)) for row in first], group)),
            ],
            rows,
        )

    def _between(self, tasks: Coded[Possible], columns: Columns, rows: int) -> Coded[bool]:
        """For each row whether its answers are between task types."""
        open_ = np.array([len(possible) > 1 for possible in tasks.values])[tasks.codes]
        settled, rest = np.flatnonzero(~open_), np.flatnonzero(open_)
        here = [column.take(rest) for column in columns]
        first, group = groups(here, len(rest))
        given = [
            is_between(self.reasoner.tasks, tasks.at(int(rest[row])), self._answers(_row(here, row))) for row in first
        ]
        none = Coded([False], np.zeros(len(settled), dtype=np.intp))
        return Coded.join([(settled, none), (rest, Coded(given, group))] if given else [(settled, none)], rows)

    def _results(
        self,
        parts: Sequence[Coded[Possible]],
        between: Coded[bool],
        columns: Columns,
        numbers: Mapping[str, Coded[Number | None]],
        rows: int,
    ) -> Iterator[tuple[Indices, Coded[Result]]]:
        """The results of rows that leave the same possible; the metric may hang on a few answers and numbers more."""
        first, group = groups([*parts, between], rows)
        for row, here in zip(first, members(group), strict=True):
            found = self._concluded(tuple(part.at(row) for part in parts), between.at(row))
            read = self._reads[found.task] if found.task else ()
            asked = [(id_, column.take(here)) for id_, column in self._zipped(columns) if id_ in read]
            facts = self._facts_given(found.task, numbers, here)
            some, own = groups([*(column for _, column in asked), facts], len(here))
            given = [(tuple((id_, column.at(one)) for id_, column in asked), facts.at(one)) for one in some]
            yield here, Coded([self._result(found, self._metric(found, *one)) for one in given], own)

    def _facts_given(
        self, task: str | None, numbers: Mapping[str, Coded[Number | None]], here: Indices
    ) -> Coded[tuple[str, ...]]:
        """For each row, which facts about numbers are known, of those that the metric of a task type reads."""
        read = self._facts[task] if task else frozenset()
        roles = {role for name in read for role in _roles_of(name)} & numbers.keys()
        asked = {role: numbers[role].take(here) for role in roles}
        some, own = groups(asked.values(), len(here))
        facts = []
        for one in some:
            known = {role: number for role, column in asked.items() if (number := column.at(one)) is not None}
            facts.append(tuple(name for name in known_facts(known) if name in read))
        return Coded.join([(np.arange(len(here)), Coded(facts, own))], len(here))

    def _zipped(self, columns: Columns) -> Iterator[tuple[str, Coded[Answer | None]]]:
        return zip(self.questions, columns, strict=True)

    def _result(self, found: Conclusions, metric: str | None) -> Result:
        settled = (found.verdict, found.outcome, found.alternative, found.task, metric)
        return (*(name or "" for name in settled), ";".join(found.possible_verdicts))

    def _left_by(self, diagram: Diagram | None) -> Callable[[Row], Possible]:
        return lambda row: diagram.possible_under(self._answers(row)) if diagram else ()

    def _conclude(self, possible: tuple[Possible, ...], between: bool) -> Conclusions:
        outcomes, alternatives, tasks = possible
        return conclusions_from(self.rulebase, outcomes, alternatives, tasks, between=between)

    def _find_metric(
        self, found: Conclusions, answers: tuple[tuple[str, Answer | None], ...], given: tuple[str, ...]
    ) -> str | None:
        results = {**found.results, GIVEN: given}
        facts = Facts(self.rulebase, {id_: value for id_, value in answers if value is not None}, results)
        return metric_to_judge_by(facts, found.task, found.alternative)

    def _explain(self, row: Row) -> Result:
        answers = self._answers(row)
        reasons = sufficient_reasons(self.reasoner.verdicts, answers)
        deciding = (f"{id_}={as_cell(self.rulebase.questions[id_], answers[id_])}" for id_ in (reasons or ((),))[0])
        still_open = Prospects(self.reasoner, self.reasoner.verdicts, answers).ranked()
        return ", ".join(deciding), ";".join(item.question for item in still_open)

    def _answers(self, row: Row) -> dict[str, Answer]:
        given = zip(self.questions, row, strict=True)
        return {id_: value for id_, value in given if value is not None and value != NOT_SURE}

    def _with_conditions(self, questions: Sequence[str]) -> frozenset[str]:
        """The questions, and those that decide whether they are asked."""
        found: set[str] = set()
        pending = list(questions)
        while pending:
            id_ = pending.pop()
            if id_ not in found:
                found.add(id_)
                condition = self.rulebase.questions[id_].asked_when
                pending += questions_read(self.rulebase, [condition]) if condition is not None else ()
        return frozenset(found)


def _given_read(conditions: Iterable[Condition]) -> frozenset[str]:
    """The facts about numbers that conditions ask for."""
    leaves = (leaf for condition in conditions for leaf in names_in(condition) if leaf.name == GIVEN)
    return frozenset(value for leaf in leaves for value in leaf.values)


def _roles_of(fact: str) -> tuple[str, ...]:
    """The roles of the numbers that a fact is about."""
    one, _, other = COMPARED.get(fact, (fact, None, fact))
    return (one, other)


def _row(columns: Columns, row: int) -> Row:
    return tuple([column.at(row) for column in columns])
