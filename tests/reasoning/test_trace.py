"""The trace tells of every rule what it read and what became of it, in agreement with the result."""

from __future__ import annotations

import pytest

from framework import assess
from framework.model.rule_index import index_of
from framework.model.trace import Fate
from framework.reasoning.trace import trace
from tests.report.briefs import RULEBASE, SHEETS


def _fates(name):
    assessment = assess(RULEBASE, SHEETS[name])
    return assessment, {tried.rule: tried.fate for tried in trace(RULEBASE, assessment)}


@pytest.mark.parametrize("name", SHEETS)
def test_every_rule_with_a_condition_is_there_once(name):
    """Whoever misses a sentence finds out why."""
    _, fates = _fates(name)
    assert list(fates) == [id_ for id_, entry in index_of(RULEBASE).items() if entry.when is not None]
    assert len(fates) > 30


@pytest.mark.parametrize("name", SHEETS)
def test_what_the_brief_says_has_fired(name):
    """Each statement with a condition of its own."""
    assessment, fates = _fates(name)
    said = [*assessment.verdict_rules, *assessment.reasons, *assessment.contradictions, *assessment.faults]
    said += [*assessment.next_steps, *assessment.task_reasons, *assessment.remarks]
    said += [raised.because for raised in (*assessment.requirements, *assessment.risks)]
    fired = [fates[statement.rule] for statement in said if statement.rule in fates]
    assert set(fired) <= {Fate.FIRED}
    assert fired or name == "empty"


def test_after_the_outcome_no_rule_of_a_later_one_was_tried():
    """Order is precedence."""
    assessment, fates = _fates("nurse")
    order = list(RULEBASE.outcome)
    later = order[order.index(assessment.outcome) + 1 :]
    assert later
    for id_ in later:
        verdict = RULEBASE.verdict_of[id_].id
        rules = [f"verdicts/{verdict}/{id_}/{rule.id}" for rule in RULEBASE.outcome[id_].rules]
        assert {fates[rule] for rule in rules} <= {Fate.NOT_TRIED}


def test_without_answers_the_rules_that_decide_are_unknown():
    """Not asked is neither yes nor no."""
    _, fates = _fates("empty")
    deciding = {fate for rule, fate in fates.items() if rule.startswith("verdicts/") and "next_steps" not in rule}
    assert deciding == {Fate.UNKNOWN}
    assert Fate.FIRED not in fates.values()


def test_a_rule_names_what_it_read():
    """A question with its answer, and null where there is none."""
    found = {tried.rule: tried for tried in trace(RULEBASE, assess(RULEBASE, {"answers": {"trip_length": "long"}}))}
    read = {name: value for tried in found.values() for name, value in tried.read.items()}
    assert read["trip_length"] == "long"
    assert read["hills"] is None
    statuses = {name: value for name, value in read.items() if name in RULEBASE.criterion}
    assert all(isinstance(value, str) for value in statuses.values())
