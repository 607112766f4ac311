"""The open cases: answers filled in from the description alone, outcomes published by somebody else.

Some are worked cases of the application (`rules/cases`), the rest are kept here.
"""

from __future__ import annotations

from pathlib import Path
from statistics import median

import pytest

from framework import assess, load_rules
from framework.model.answers import NOT_SURE
from framework.model.case import Case
from framework.model.sheet import Sheet
from framework.rulebase.reading import read_file
from framework.rulebase.validation import build
from tests.knowledge.cases import FOLDER, result_of, scores, task_of
from tests.references import same_as_passage

RULEBASE = load_rules()
ROOT = Path(__file__).parents[2]


def _kept_here() -> list[Case]:
    files = [read_file(path, path.name, conditions=False) for path in sorted(FOLDER.glob("*.yaml"))]
    cases = [build(Case, file) for file in files]
    assert [str(problem) for file in files for problem in file.problems] == []
    return cases


CASES = {case.id: case for case in (*RULEBASE.cases, *_kept_here())}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_case_reaches_what_its_source_supports(case: Case) -> None:
    """Verdict and task type are among those that the source supports, or a note says why not; every answer exists."""
    for id_, given in case.answers.items():
        for option in [given] if isinstance(given, str) else given:
            assert option == NOT_SURE or RULEBASE.closed_questions[id_].option(option), f"{id_}: {option}"
    result = result_of(RULEBASE, case)
    if result.verdict != case.expected.verdict or task_of(result) not in case.expected.acceptable_tasks:
        assert case.note, "where we disagree with the source, a note says why"


def test_agreement_reaches_its_goals(capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest) -> None:
    """Printed in every run, and the same in the README: agreement for verdict, task type and metric."""
    verdict, task, metric = scores(RULEBASE, CASES.values())
    with capsys.disabled():
        print(f"\n{verdict}\n{task}\n{metric}")
    lines = [
        f"{len(CASES)} real problems with a published outcome, answered from their descriptions alone",
        f"({len(RULEBASE.cases)} are worked cases of the application, the rest stand in `tests/knowledge/open_cases`):",
        "",
        "| | as published | acceptable by what was published |",
        "|---|---|---|",
    ]
    for name, score in (("verdict", verdict), ("task type", task), ("metric", metric)):
        lines.append(f"| {name} | {score.exact} of {score.total} | {score.acceptable} of {score.total} |")
    same_as_passage(ROOT / "README.md", "agreement", "\n".join(lines), request)
    assert verdict.acceptable >= 0.95 * verdict.total
    assert verdict.exact >= 0.85 * verdict.total
    assert task.acceptable >= 0.95 * task.total
    assert metric.acceptable >= 0.90 * metric.total


def test_the_worked_cases_show_every_verdict() -> None:
    """Ten or more worked cases, and at least one for each verdict."""
    reached = [result_of(RULEBASE, case).verdict for case in RULEBASE.cases]
    assert len(reached) >= 10
    assert set(reached) == set(RULEBASE.verdict)


def _quick_check(case: Case) -> int:
    """How many questions a quick check asks of somebody who answers like this case."""
    told: dict[str, str | tuple[str, ...]] = {}
    while True:
        result = assess(RULEBASE, Sheet(answers=told))
        if result.next_question is None:
            return len(told)
        given = case.answers.get(result.next_question, NOT_SURE)
        told[result.next_question] = given if isinstance(given, str) else tuple(given)


def test_a_quick_check_is_short(capsys: pytest.CaptureFixture[str]) -> None:
    """Half of the worked cases are settled after at most nine questions, and no case needs every question."""
    worked = [_quick_check(case) for case in RULEBASE.cases]
    every = [_quick_check(case) for case in CASES.values()]
    with capsys.disabled():
        print(f"\nquick check: median {median(worked):g} questions over the worked cases, {median(every):g} over all")
    assert median(worked) <= 9
    assert max(every) < len(RULEBASE.closed_questions)
