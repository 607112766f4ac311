"""The open cases: answers filled in from the description alone, and how often we agree with the published outcome."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from framework import assess, load_rules
from framework.model.assessment import Assessment
from framework.model.case import Case
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.rulebase.reading import read_file
from framework.rulebase.validation import build

FOLDER = Path(__file__).parent / "open_cases"
RULEBASE = load_rules()


def _kept_here() -> list[Case]:
    files = [read_file(path, path.name, rule_file=False) for path in sorted(FOLDER.glob("*.yaml"))]
    cases = [build(Case, file) for file in files]
    assert [str(problem) for file in files for problem in file.problems] == []
    return cases


CASES = {case.id: case for case in (*RULEBASE.cases, *_kept_here())}


@dataclass(frozen=True)
class Score:
    """How many cases agree exactly, acceptably, and how many there are; with the ids of those that do not."""

    what: str
    exact: int
    acceptable: int
    total: int
    wrong: tuple[str, ...]

    def __str__(self) -> str:
        return (
            f"{self.what}: exact {self.exact} of {self.total} ({self.exact / self.total:.0%}), "
            f"acceptable {self.acceptable} of {self.total} ({self.acceptable / self.total:.0%})"
            + (f"; not: {', '.join(self.wrong)}" if self.wrong else "")
        )


def result_of(rulebase: RuleBase, case: Case) -> Assessment:
    """The assessment of a case."""
    answers = {id_: given if isinstance(given, str) else tuple(given) for id_, given in case.answers.items()}
    return assess(rulebase, Sheet(title=case.title, answers=answers, words=case.words, numbers=dict(case.numbers)))


def score(
    what: str,
    results: Iterable[tuple[Case, Assessment]],
    given: Callable[[Assessment], str | None],
    wanted: Callable[[Case], tuple[str | None, tuple[str, ...]]],
) -> Score:
    """Count agreement; `wanted` gives the expected and the acceptable values, and None leaves a case out."""
    exact = acceptable = total = 0
    wrong = []
    for case, result in results:
        expected, fine = wanted(case)
        if expected is None and not fine:
            continue
        total += 1
        got = given(result)
        exact += got == expected
        acceptable += got == expected or got in fine
        if got != expected and got not in fine:
            wrong.append(f"{case.id} ({got})")
    return Score(what, exact, acceptable, total, tuple(wrong))


def scores(rulebase: RuleBase, cases: Iterable[Case]) -> tuple[Score, Score, Score]:
    """Agreement in verdict, task type and metric. No task counts as `none`; cases without a metric are left out.

    From the answers alone: the numbers of a case are mostly ours, and known costs may choose another metric.
    """
    results = [(case, result_of(rulebase, case.model_copy(update={"numbers": {}}))) for case in cases]
    return (
        score("verdict", results, lambda r: r.verdict, lambda c: (c.expected.verdict, c.expected.acceptable_verdicts)),
        score("task", results, task_of, lambda c: (c.expected.task, c.expected.acceptable_tasks)),
        score("metric", results, lambda r: r.metric, lambda c: (c.expected.metric, c.expected.acceptable_metrics)),
    )


def task_of(result: Assessment) -> str:
    """The task type, or `none` where no learning task is needed."""
    return result.task or "none"
