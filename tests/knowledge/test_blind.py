"""The questions and the rules in the hands of others: sheets filled in blind, scored in every run."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from statistics import median

import pytest

from framework.model.answers import InvalidAnswerError
from framework.model.assessment import Assessment
from tests.knowledge.cases import CASES, RULEBASE, scores
from tests.knowledge.readers import (
    HALVES,
    READERS,
    Count,
    agreement,
    count,
    half_of,
    results_of,
    sheets_of,
)
from tests.knowledge.screens import left_at_screens
from tests.references import same_as_passage

ROOT = Path(__file__).parents[2]
SHEETS = {(reader, half): sheets_of(reader, half) for reader in READERS for half in HALVES}
READ = {id_: CASES[id_] for sheets in SHEETS.values() for id_ in sheets}
"""Without worked cases that came later: nobody has read them blind."""


@pytest.mark.parametrize(("reader", "half"), SHEETS, ids=[f"{reader}-{half}" for reader, half in SHEETS])
def test_every_case_that_was_read_has_a_sheet_of_existing_answers(reader: str, half: int) -> None:
    """A sheet of each reader for each case of the half; its answers are those of the questionnaire, or "not sure"."""
    sheets = SHEETS[reader, half]
    assert sheets.keys() == {id_ for id_ in READ if half_of(id_) == half}
    assert len(sheets) > 50
    for id_, answers in sheets.items():
        for question, given in answers.items():
            try:
                RULEBASE.closed_questions[question].accept(given)
            except InvalidAnswerError as error:
                error.add_note(f"{id_}: {question}")
                raise


def test_blind_readers_reach_what_was_published(
    capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    """Printed in every run, and the same in the README: what two readers reach in both halves."""
    results = {key: results_of(RULEBASE, sheets) for key, sheets in SHEETS.items()}
    counts = {key: count(RULEBASE, READ, sheets, results[key]) for key, sheets in SHEETS.items()}
    shown = len(RULEBASE.case.keys() & READ.keys())
    lines = [
        f"{len(READ)} real problems with a published outcome, {shown} of them in the application:",
        "",
        "| | cases | as published | acceptable | still open | no acceptable one left | task type | metric | screens |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for half, name in HALVES.items():
        lines += [_row(f"{who}, {name}", counts[reader, half]) for reader, who in READERS.items()]
    lines += [_encoded(half, f"answers by us, who know the rules, {name}") for half, name in HALVES.items()]
    lines += [
        "",
        f"The two kinds of readers come to the same verdict in {_same(results)}.",
    ]
    with capsys.disabled():
        print("\n" + "\n".join(lines))
    same_as_passage(ROOT / "README.md", "blind", "\n".join(lines), request)
    for found in counts.values():  # what was aimed at: no change of a rule may lose it again
        assert found.missed <= 0.03
        assert found.exact >= 0.85
        assert found.acceptable >= 0.95
        assert found.task >= 0.92
        assert found.metric >= 0.85
        assert found.screens <= 9 and found.screens_use_ml <= 12
        usual = 1 + len(RULEBASE.manifest.interview.usual_left)  # with the line of the idea
        assert abs(found.screens - usual) <= 1


def test_what_an_interview_says_is_left_is_what_half_of_the_readers_see() -> None:
    """At every screen after the line of the idea, by how many questions can still matter; to within one screen."""
    interview = RULEBASE.manifest.interview
    seen: dict[int | None, list[int]] = {}
    for sheets in SHEETS.values():
        for answers in sheets.values():
            screens = left_at_screens(RULEBASE, RULEBASE.accept(answers))
            for shown, questions in enumerate(screens[1:], 1):
                if questions:
                    seen.setdefault(interview.screens_left(questions), []).append(len(screens) - shown)
    assert seen.keys() == {*range(1, 1 + len(interview.usual_left))}
    off = {said: median(found) for said, found in seen.items() if said and abs(median(found) - said) > 1}
    assert not off, "`usual_left` in rules/rulebase.yaml no longer says what is usual"


def _same(results: Mapping[tuple[str, int], Mapping[str, Assessment]]) -> str:
    """In what share of each half both readers reach the same."""
    shares = {half: agreement(*(results[reader, half] for reader in READERS)) for half in HALVES}
    assert min(shares.values()) >= 0.9
    return " and ".join(f"{shares[half]:.0%} of the {name}" for half, name in HALVES.items())


def _row(name: str, found: Count) -> str:
    shares = (found.exact, found.acceptable, found.open, found.missed, found.task, found.metric)
    row = " | ".join(f"{share:.0%}" for share in shares)
    return f"| {name} | {found.sheets} | {row} | {found.screens:g} ({found.screens_use_ml:g} for “use ML”) |"


def _encoded(half: int, name: str) -> str:
    cases = [case for id_, case in READ.items() if half_of(id_) == half]
    verdict, task, metric = scores(RULEBASE, cases)
    exact, acceptable = verdict.exact / verdict.total, verdict.acceptable / verdict.total
    return (
        f"| {name} | {len(cases)} | {exact:.0%} | {acceptable:.0%} | | {1 - acceptable:.0%} | "
        f"{task.acceptable / task.total:.0%} | {metric.acceptable / metric.total:.0%} | |"
    )
