"""Reasons and changes are what they promise: sufficient, smallest, cheapest. Compared with brute force."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from framework.model.answers import Answer
from framework.model.question import Change
from framework.model.rulebase import RuleBase
from framework.reasoning.explain import EFFORT, FREE, MAX_REASONS, cheapest_changes, flips, sufficient_reasons
from framework.reasoning.reasoner import Reasoner, build_reasoner
from tests.random_rules import agrees, complete_sheets, random_rulebase, random_sheet

SEEDS = range(50)


def _results(reasoner: Reasoner, rulebase: RuleBase, known: dict[str, Answer]) -> set[str]:
    verdicts = reasoner.verdicts
    return {verdicts.decide(verdicts.known(sheet)) for sheet in complete_sheets(rulebase) if agrees(sheet, known)}


@pytest.mark.parametrize("seed", SEEDS)
def test_reasons_are_sufficient_and_smallest(seed: int) -> None:
    """Each reason alone forces the verdict; no smaller set does; all of that size are found, up to the limit."""
    rulebase = random_rulebase(seed)
    reasoner, rng = build_reasoner(rulebase), random.Random(seed)
    for _ in range(3):
        answers = random_sheet(rulebase, rng, 1.0 if rng.random() < 0.7 else 0.8)
        reasons = sufficient_reasons(reasoner.verdicts, answers)
        if len(_results(reasoner, rulebase, answers)) > 1:
            assert reasons == ()
            continue
        assert reasons
        size = len(reasons[0])
        sets = [
            set(chosen)
            for chosen in combinations(answers, size)
            if len(_results(reasoner, rulebase, {id_: answers[id_] for id_ in chosen})) == 1
        ]
        assert {frozenset(reason) for reason in reasons} <= {frozenset(chosen) for chosen in sets}
        assert len(reasons) == min(len(sets), MAX_REASONS)
        if size:
            for chosen in combinations(answers, size - 1):
                assert len(_results(reasoner, rulebase, {id_: answers[id_] for id_ in chosen})) > 1


def _cost(rulebase: RuleBase, before: dict[str, Answer], after: dict[str, Answer]) -> int | None:
    total = 0
    for id_, target in after.items():
        now = before.get(id_)
        if now == target:
            continue
        if now is None:
            total += FREE
            continue
        question = rulebase.closed_questions[id_]
        added = (target,) if isinstance(target, str) else tuple(set(target) - set(now)) or target
        for option_id in added:
            option = question.option(option_id)
            change = (option.change if option else None) or question.change
            if change is Change.FIXED:
                return None
            total += FREE if change is Change.FREE else EFFORT
        if isinstance(target, str) and isinstance(now, str):
            ids = [option.id for option in question.options]
            total += abs(ids.index(target) - ids.index(now))
    return total


@pytest.mark.parametrize("seed", SEEDS)
def test_changes_are_cheapest_and_never_propose_a_fixed_fact(seed: int) -> None:
    """No set of changes of less cost forces any verdict, and the proposed one forces it."""
    rulebase = random_rulebase(seed, questions=3)
    reasoner, rng = build_reasoner(rulebase), random.Random(seed)
    answers = random_sheet(rulebase, rng, 1.0)
    changes = cheapest_changes(rulebase, reasoner.verdicts, answers)
    best: dict[str, int] = {}
    for sheet in complete_sheets(rulebase):
        cost = _cost(rulebase, answers, sheet)
        verdict = reasoner.verdicts.decide(reasoner.verdicts.known(sheet))
        if cost is not None:
            best[verdict] = min(cost, best.get(verdict, cost))
    assert set(changes) == set(best)
    for verdict, change in changes.items():
        proposed = {**answers, **dict(change)}
        assert _cost(rulebase, answers, proposed) == best[verdict]
        assert _results(reasoner, rulebase, proposed) == {verdict}


@pytest.mark.parametrize("seed", SEEDS)
def test_flips_are_the_single_answers_that_change_the_verdict(seed: int) -> None:
    """An answer is to be checked first exactly if another answer to that question alone gives another verdict."""
    rulebase = random_rulebase(seed)
    reasoner, rng = build_reasoner(rulebase), random.Random(seed)
    answers = random_sheet(rulebase, rng, 1.0)
    (verdict,) = _results(reasoner, rulebase, answers)
    expected = {}
    for id_, question in rulebase.closed_questions.items():
        others = {
            v for value in question.complete_answers for v in _results(reasoner, rulebase, {**answers, id_: value})
        } - {verdict}
        if others:
            expected[id_] = others
    assert {id_: set(others) for id_, others in flips(reasoner.verdicts, answers).items()} == expected


@pytest.mark.parametrize("seed", SEEDS)
def test_a_change_leads_there_whatever_is_open_and_names_nothing_else(seed: int) -> None:
    """On unfinished sheets: the set alone forces the verdict, and without any one of it, it does not."""
    rulebase = random_rulebase(seed)
    reasoner, rng = build_reasoner(rulebase), random.Random(seed)
    answers = random_sheet(rulebase, rng, 0.5)
    for verdict, change in cheapest_changes(rulebase, reasoner.verdicts, answers).items():
        assert _results(reasoner, rulebase, {**answers, **dict(change)}) == {verdict}
        for left_out in change:
            rest = {**answers, **{id_: value for id_, value in change if id_ != left_out[0]}}
            assert _results(reasoner, rulebase, rest) != {verdict}
