"""Decides many rows of answers: complete ones all at once, the others one by one with a cache."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from framework.assessment.statements import questions_read
from framework.model.answers import Answer
from framework.model.rulebase import RuleBase
from framework.reasoning.batch import UNKNOWN, Codes, decide_all
from framework.reasoning.conclusions import Conclusions, conclusions_from, is_between, metric_conditions, primary_metric
from framework.reasoning.diagram import Diagram
from framework.reasoning.interpreter import Facts
from framework.reasoning.reasoner import reasoner_for

RESULTS = ("verdict", "outcome", "alternative", "task", "metric", "possible_verdicts")
"""Columns that are added; empty means open or not applicable."""

Answers = tuple[Answer | None, ...]
Result = tuple[str, str, str, str, str, str]

MEMO = 100_000
"""Maximum number of incomplete sheets in the cache."""


class Decider:
    """Decides rows of answers to fixed questions."""

    def __init__(self, rulebase: RuleBase, questions: tuple[str, ...]):
        self.rulebase, self.questions = rulebase, questions
        self.reasoner = reasoner_for(rulebase)
        self.position = {id_: index for index, id_ in enumerate(questions)}
        self._values: dict[str, dict[Answer | None, int]] = {
            v.question: {None: UNKNOWN, **{value: i for i, value in enumerate(v.values)}}
            for v in self.reasoner.verdicts.variables
        }
        self._possible: dict[tuple[int, Answers], tuple[str, ...]] = {}
        self._conclusions: dict[tuple[object, ...], Conclusions] = {}
        self._metrics: dict[tuple[object, ...], str | None] = {}
        self._reads = {
            task.id: tuple(
                self.position[id_]
                for id_ in self._with_conditions(questions_read(rulebase, metric_conditions(task)))
                if id_ in self.position
            )
            for task in rulebase.tasks
        }

    def decide(self, rows: Sequence[Answers]) -> list[Result]:
        """One result for each row, the same as `assess` gives."""
        codes = self._codes(rows)
        reasoner = self.reasoner
        outcomes = self._leaves(reasoner.outcomes, rows, codes)
        tasks = self._leaves(reasoner.tasks, rows, codes) if reasoner.tasks else [()] * len(rows)
        names = reasoner.alternatives
        alternatives = self._leaves(names, rows, codes) if names else [()] * len(rows)
        return [self._result(*found) for found in zip(rows, outcomes, tasks, alternatives, strict=True)]

    def _codes(self, rows: Sequence[Answers]) -> dict[str, Codes]:
        """The codes of all answers. A partial one is unknown to the walk: its row may be looked at alone."""
        found: dict[str, Codes] = {}
        for index, id_ in enumerate(self.questions):
            of = self._values[id_]
            found[id_] = np.fromiter((of.get(row[index], UNKNOWN) for row in rows), dtype=np.int32, count=len(rows))
        return found

    def _leaves(self, diagram: Diagram, rows: Sequence[Answers], codes: dict[str, Codes]) -> list[tuple[str, ...]]:
        """For each row, what is possible; one name if it is settled."""
        single = [(name,) for name in diagram.leaves]
        if not codes:
            return [diagram.possible(diagram.known({}))] * len(rows)
        walked = decide_all(diagram, codes).tolist()
        return [
            single[leaf] if leaf != UNKNOWN else self._slow(diagram, row)
            for leaf, row in zip(walked, rows, strict=True)
        ]

    def _slow(self, diagram: Diagram, row: Answers) -> tuple[str, ...]:
        key = (id(diagram), row)
        found = self._possible.get(key)
        if found is None:
            if len(self._possible) >= MEMO:
                self._possible.clear()
            found = self._possible[key] = diagram.possible(diagram.known(self._answers(row)))
        return found

    def _answers(self, row: Answers) -> dict[str, Answer]:
        return {id_: value for id_, value in zip(self.questions, row, strict=True) if value is not None}

    def _result(
        self, row: Answers, outcomes: tuple[str, ...], tasks: tuple[str, ...], alternatives: tuple[str, ...]
    ) -> Result:
        between = len(tasks) > 1 and is_between(self.reasoner.tasks, tasks, self._answers(row))
        key = (outcomes, tasks, alternatives, between)
        found = self._conclusions.get(key)
        if found is None:
            found = conclusions_from(self.rulebase, outcomes, alternatives, tasks, between=between)
            self._conclusions[key] = found
        settled = (found.verdict, found.outcome, found.alternative, found.task, self._metric(row, found))
        return (*(name or "" for name in settled), ";".join(found.possible_verdicts))  # type: ignore[return-value]

    def _metric(self, row: Answers, found: Conclusions) -> str | None:
        if found.task is None:
            return None
        key = (found.verdict, found.outcome, found.alternative, found.task, *(row[i] for i in self._reads[found.task]))
        if key not in self._metrics:
            facts = Facts(self.rulebase, self._answers(row), found.results)
            choice = primary_metric(facts, found.task)
            self._metrics[key] = choice.metric if choice else None
        return self._metrics[key]

    def _with_conditions(self, questions: Sequence[str]) -> tuple[str, ...]:
        """The questions, and those that decide whether they are asked."""
        found: dict[str, None] = {}
        pending = list(questions)
        while pending:
            id_ = pending.pop()
            if id_ not in found:
                found[id_] = None
                condition = self.rulebase.questions[id_].asked_when
                pending += questions_read(self.rulebase, [condition]) if condition is not None else ()
        return tuple(found)
