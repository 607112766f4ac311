"""The open cases: answers filled in from the description alone, outcomes published by somebody else.

Some are worked cases of the application (`rules/cases`), the rest are kept here.
"""

from __future__ import annotations

import re
from collections import Counter
from statistics import median

import pytest

from framework.model.answers import NOT_SURE
from framework.model.case import Case
from framework.model.classroom import ReadyClass
from tests.knowledge.cases import CASES, RULEBASE, result_of, scores, task_of
from tests.knowledge.screens import screens_until_settled


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_case_reaches_what_its_source_supports(case: Case) -> None:
    """Verdict and task type are among those that the source supports, or a note says why not; every answer exists."""
    for id_, given in case.answers.items():
        for option in [given] if isinstance(given, str) else given:
            assert option == NOT_SURE or RULEBASE.closed_questions[id_].option(option), f"{id_}: {option}"
    result = result_of(RULEBASE, case)
    if result.verdict != case.expected.verdict or task_of(result) not in case.expected.acceptable_tasks:
        assert case.note, "where we disagree with the source, a note says why"


_ONLY_THAT_THERE_IS_ONE = re.compile(
    r"\b(and|its|the) (its )?(result|results|effect|outcome)\b(?! (of|was|were|is|are))|\bdesign and results\b"
    r"|^(Describes|Proposes|Evaluates|Summarises)[^.]*\.$",
    re.IGNORECASE,
)
"""A sentence that names a result without telling it, or tells only what somebody did."""


@pytest.mark.parametrize("case", RULEBASE.cases, ids=lambda case: case.id)
def test_what_was_published_tells_how_it_came_out(case: Case) -> None:
    assert not _ONLY_THAT_THERE_IS_ONE.search(case.source.what_it_says.strip())


def test_the_experiment_with_a_start_page_tells_how_many_more_signed_up() -> None:
    said = RULEBASE.case["c_signup_page"].source.what_it_says
    assert "40.6 per cent more" in said and round(100 * (11.6 / 8.26 - 1)) in (40, 41)


def test_agreement_reaches_its_goals(capsys: pytest.CaptureFixture[str]) -> None:
    """Printed in every run: agreement for verdict, task type and metric, where we encoded the answers."""
    verdict, task, metric = scores(RULEBASE, CASES.values())
    with capsys.disabled():
        print(f"\n{verdict}\n{task}\n{metric}")
    assert verdict.acceptable >= 0.95 * verdict.total
    assert verdict.exact >= 0.75 * verdict.total
    assert task.acceptable >= 0.95 * task.total
    assert metric.acceptable >= 0.75 * metric.total


def test_the_worked_cases_show_every_verdict() -> None:
    """At least 40 worked cases, and five or more of each verdict."""
    published = Counter(case.expected.verdict for case in RULEBASE.cases)
    assert published.total() >= 40
    assert all(published[verdict] >= 5 for verdict in RULEBASE.verdict), published
    assert {result_of(RULEBASE, case).verdict for case in RULEBASE.cases} >= set(RULEBASE.verdict)


def test_an_interview_is_short(capsys: pytest.CaptureFixture[str]) -> None:
    """Screens until the verdict is settled, for somebody who answers like a case; no case needs every question."""
    screens = [screens_until_settled(RULEBASE, RULEBASE.accept(case.answers)) for case in CASES.values()]
    with capsys.disabled():
        print(f"\nscreens until the verdict is settled: median {median(screens):g}, at most {max(screens)}")
    assert median(screens) <= 10
    assert max(screens) < len(RULEBASE.closed_questions)


@pytest.mark.parametrize("ready", RULEBASE.classes, ids=lambda ready: ready.id)
def test_no_example_in_an_option_gives_away_the_answer_of_a_ready_class(ready: ReadyClass) -> None:
    """An example in brackets that is the case itself tells students which option its source ticks."""
    case = RULEBASE.case[ready.case]
    told = set(re.findall(r"\w{5,}", f"{ready.title} {case.title} {case.description}".casefold()))
    for id_ in ready.questions:
        given = RULEBASE.accept(case.answers).get(id_, ())
        for option in RULEBASE.closed_questions[id_].options:
            if option.id in (given if isinstance(given, tuple) else (given,)):
                for example in re.findall(r"\((.+?)\)", option.text):
                    assert not told & set(re.findall(r"\w{5,}", example.casefold())), option.text
