"""Reasons and changes are what they promise: sufficient, smallest, cheapest. Compared with brute force."""

from __future__ import annotations

import random
from itertools import combinations, product

import pytest

from framework.model.answers import Answer
from framework.model.question import Change, Question
from framework.model.rulebase import RuleBase
from framework.reasoning import hitting
from framework.reasoning.explain import (
    EFFORT,
    FREE,
    MAX_REASONS,
    cheapest_changes,
    flips,
    hardness_of,
    sufficient_reasons,
)
from framework.reasoning.reasoner import Reasoner, build_reasoner
from tests.random_rules import agrees, complete_sheets, random_partial_sheet, random_rulebase, random_sheet
from tests.ui.brief_sheets import rules

SEEDS = range(50)


def _results(reasoner: Reasoner, rulebase: RuleBase, known: dict[str, Answer]) -> set[str]:
    verdicts = reasoner.verdicts
    return {verdicts.decide(verdicts.known(sheet)) for sheet in complete_sheets(rulebase) if agrees(sheet, known)}


@pytest.mark.parametrize("seed", SEEDS)
def test_reasons_are_sufficient_and_smallest(seed: int) -> None:
    """Each reason alone forces the verdict; no smaller set does; all of that size are found, up to the limit."""
    rulebase = random_rulebase(seed)
    reasoner, rng = build_reasoner(rulebase), random.Random(seed)
    for _ in range(6):
        kind = rng.choice((random_sheet, random_partial_sheet))
        answers = kind(rulebase, rng, 1.0 if rng.random() < 0.7 else 0.8)
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


@pytest.mark.parametrize("seed", range(20))
def test_what_a_search_that_is_given_up_gives_is_sufficient(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """And no answer can be left out."""
    rulebase = random_rulebase(seed)
    reasoner, rng = build_reasoner(rulebase), random.Random(seed)
    answers = random_sheet(rulebase, rng, 1.0)
    monkeypatch.setattr(hitting, "MAX_TRIES", 0)
    (reason,) = sufficient_reasons(reasoner.verdicts, answers)
    assert len(_results(reasoner, rulebase, {id_: answers[id_] for id_ in reason})) == 1
    for left_out in reason:
        fewer = {id_: answers[id_] for id_ in reason if id_ != left_out}
        assert len(_results(reasoner, rulebase, fewer)) > 1


def _cost(rulebase: RuleBase, before: dict[str, Answer], after: dict[str, Answer]) -> int | None:
    """What it costs to get from some answers to others; None where a fixed fact would have to change."""
    total = 0
    for id_, target in after.items():
        now = before.get(id_)
        if now == target:
            continue
        question = rulebase.closed_questions[id_]
        left = question.allowed(now) if now is not None else ()
        if not left or target in left:
            total += FREE
            continue
        found = [cost for one in left if (cost := _step(question, one, target)) is not None]
        if not found:
            return None
        total += min(found)
    return total


def _step(question: Question, now: Answer, target: Answer) -> int | None:
    """Each tick that is set or taken off, but for "none of these" where others are taken off."""
    hard = []
    for option in question.options:
        before, after = option.id in now, option.id in target
        if isinstance(target, str):
            before, after = option.id == now, option.id == target
        if after and not before:
            needless = option.exclusive and question.kind == "many" and now != target
            others = any(one.id in now and not one.exclusive for one in question.options)
            change = option.change or question.change
            hard += [] if needless and others and change is not Change.FIXED else [change]
        if before and not after and not option.exclusive and question.kind == "many":
            hard.append(question.change)
    if Change.FIXED in hard:
        return None
    total = sum(FREE if change is Change.FREE else EFFORT for change in hard)
    if isinstance(target, str) and isinstance(now, str):
        ids = [option.id for option in question.options]
        total += abs(ids.index(target) - ids.index(now))
    return total


@pytest.mark.parametrize("seed", SEEDS)
def test_changes_of_partial_answers_need_the_fewest_efforts(seed: int) -> None:
    """Compared with every set of changes that forces a verdict; and none is dearer than filling in every open fact."""
    rulebase = random_rulebase(seed, questions=3)
    reasoner, rng = build_reasoner(rulebase), random.Random(seed)
    answers = random_partial_sheet(rulebase, rng, 1.0)
    changes = cheapest_changes(rulebase, reasoner.verdicts, answers)
    whole: dict[str, int] = {}
    for sheet in complete_sheets(rulebase):
        cost = _cost(rulebase, answers, sheet)
        (verdict,) = _results(reasoner, rulebase, sheet)
        if cost is not None:
            whole[verdict] = min(cost, whole.get(verdict, cost))
    assert set(changes) == set(whole)
    least: dict[str, int] = {}
    kept_or_changed = [(None, *question.complete_answers) for question in rulebase.closed_questions.values()]
    for choice in product(*kept_or_changed):
        change = {id_: value for id_, value in zip(rulebase.closed_questions, choice, strict=True) if value is not None}
        cost = _cost(rulebase, answers, change)
        possible = reasoner.verdicts.possible_under({**answers, **change})
        if cost is not None and len(possible) == 1:
            least[possible[0]] = min(cost, least.get(possible[0], cost))
    for verdict, steps in changes.items():
        cost = _cost(rulebase, answers, dict(steps))
        assert cost is not None and least[verdict] <= cost <= whole[verdict]
        assert cost // EFFORT == least[verdict] // EFFORT


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
def test_no_tick_is_given_up_without_need(seed: int) -> None:
    rulebase = random_rulebase(seed, questions=3)
    reasoner, rng = build_reasoner(rulebase), random.Random(seed)
    question = next(question for question in rulebase.closed_questions.values() if question.kind == "many")
    for _ in range(5):
        answers = random_sheet(rulebase, rng, 1.0)
        for verdict, steps in cheapest_changes(rulebase, reasoner.verdicts, answers).items():
            after, proposed = dict(steps).get(question.id, ()), {**answers, **dict(steps)}
            for given_up in set(answers[question.id]) - set(after) if after else ():
                for kept in question.complete_answers:
                    if set(kept) == {given_up} | {id_ for id_ in after if not question.is_exclusive(id_)}:
                        assert _results(reasoner, rulebase, {**proposed, question.id: kept}) != {verdict}


def test_one_tick_is_given_up_beside_one_that_nobody_could_set() -> None:
    """How hard it is to get to an option says nothing about keeping it."""
    question = rules().closed_questions["legitimacy"]
    assert question.change_to("affected_object") is Change.FIXED
    assert hardness_of(question, ("affected_object", "manipulates"), ("affected_object",)) == (Change.EFFORT,)
    assert hardness_of(question, ("affected_object", "manipulates"), ("none_of_these",)) == (Change.EFFORT,) * 2
    assert hardness_of(question, ("none_of_these",), ("manipulates",)) == (Change.FIXED,)


@pytest.mark.parametrize("seed", SEEDS)
def test_flips_are_the_single_answers_that_change_the_verdict(seed: int) -> None:
    """An answer is to be checked first exactly if another answer to that question alone gives another verdict."""
    rulebase = random_rulebase(seed)
    reasoner, rng = build_reasoner(rulebase), random.Random(seed)
    answers = random_partial_sheet(rulebase, rng, 1.0)
    if len(_results(reasoner, rulebase, answers)) > 1:
        assert flips(reasoner.verdicts, answers) == {}
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


@pytest.mark.parametrize("share", [0.5, 1.0])
@pytest.mark.parametrize("seed", SEEDS)
def test_a_change_leads_there_whatever_is_open_and_names_nothing_else(seed: int, share: float) -> None:
    """On unfinished sheets: the set alone forces the verdict, and without any one of it, it does not."""
    rulebase = random_rulebase(seed)
    reasoner, rng = build_reasoner(rulebase), random.Random(seed)
    answers = random_partial_sheet(rulebase, rng, share)
    for verdict, change in cheapest_changes(rulebase, reasoner.verdicts, answers).items():
        assert _results(reasoner, rulebase, {**answers, **dict(change)}) == {verdict}
        for left_out in change:
            rest = {**answers, **{id_: value for id_, value in change if id_ != left_out[0]}}
            assert _results(reasoner, rulebase, rest) != {verdict}
