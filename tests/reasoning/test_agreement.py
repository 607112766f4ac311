"""The diagram and the reference interpreter agree: on every sheet of small rule bases, on many of the shipped one."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice

import pytest

from framework import assess, load_rules
from framework.model.answers import NOT_SURE, Answer
from framework.model.rulebase import RuleBase
from framework.reasoning.conclusions import conclude
from framework.reasoning.decision import outcome_decision, task_decision
from framework.reasoning.interpreter import Facts
from framework.reasoning.reasoner import build_reasoner, reasoner_for
from tests.random_rules import (
    agrees,
    complete_sheets,
    partial_answer,
    random_partial_sheet,
    random_rulebase,
    random_sheet,
)
from tests.reference import first_that_holds

SHIPPED_SHEETS = 10_000
"""Complete and again as many incomplete sheets of the shipped rule base that are compared."""

PARTIAL_SHEETS = 100_000
"""Sheets with partial answers."""


@pytest.mark.parametrize("seed", range(60))
def test_every_complete_sheet_of_a_small_rule_base_agrees(seed: int) -> None:
    """What the diagram decides is what the interpreter decides, without exception."""
    rulebase = random_rulebase(seed)
    reasoner, decision = build_reasoner(rulebase), outcome_decision(rulebase)
    looked_at = 0
    for sheet in complete_sheets(rulebase):
        expected = first_that_holds(decision, Facts(rulebase, sheet))
        known = reasoner.outcomes.known(sheet)
        assert (reasoner.outcomes.decide(known),) == expected
        looked_at += 1
    assert looked_at >= 2 * 2 * 2 * 4


@pytest.mark.parametrize("seed", range(40))
def test_possible_results_are_those_of_all_completions(seed: int) -> None:
    """The possible outcomes and verdicts of an incomplete sheet are exactly those of its completions, and what the
    interpreter says is an upper bound of them."""
    rulebase = random_rulebase(seed)
    reasoner, decision = build_reasoner(rulebase), outcome_decision(rulebase)
    rng = random.Random(seed)
    decided = {
        tuple(sheet.items()): reasoner.outcomes.decide(reasoner.outcomes.known(sheet))
        for sheet in complete_sheets(rulebase)
    }
    for kind in (random_sheet, random_partial_sheet) * 12:
        known = kind(rulebase, rng, rng.random())
        brute = {outcome for sheet, outcome in decided.items() if agrees(dict(sheet), known)}
        assert set(reasoner.outcomes.possible_under(known)) == brute
        verdicts = {rulebase.verdict_of[outcome].id for outcome in brute}
        assert set(reasoner.verdicts.possible_under(known)) == verdicts
        assert brute <= set(first_that_holds(decision, Facts(rulebase, known)))


@pytest.mark.parametrize("seed", range(30))
def test_counts_are_those_of_all_completions(seed: int) -> None:
    """Of complete, unfinished and partial sheets, also where two options of a partial answer lead the same way."""
    rulebase, rng = random_rulebase(seed), random.Random(seed)
    diagram = build_reasoner(rulebase).verdicts
    for share in (1.0, 0.6, 0.0):
        known = random_partial_sheet(rulebase, rng, share)
        brute = Counter(
            diagram.decide(diagram.known(sheet)) for sheet in complete_sheets(rulebase) if agrees(sheet, known)
        )
        assert {name: ways for name, ways in diagram.count(diagram.known(known)).items() if ways} == brute


def _impossible(rulebase: RuleBase, rng: random.Random, answers: dict[str, Answer]) -> dict[str, Answer]:
    """The sheet with some answers that nobody can give: options that are not there, sets that exclude each other; and
    some in another order.
    """
    strange = dict(answers)
    for id_, question in rulebase.closed_questions.items():
        if rng.random() < 0.3:
            options = [*(option.id for option in question.options), "no_such_option", NOT_SURE]
            strange[id_] = rng.choice((rng.choice(options), tuple(rng.sample(options, k=rng.randint(0, len(options))))))
    return strange


@pytest.mark.parametrize("seed", range(40))
def test_impossible_answers_count_for_neither(seed: int) -> None:
    """An answer that cannot be given is unknown to the interpreter and to the diagram alike; one of several is not."""
    rng = random.Random(seed)
    for rulebase in (random_rulebase(seed), load_rules()):
        reasoner, decision = reasoner_for(rulebase), outcome_decision(rulebase)
        for number in range(25):
            strange = _impossible(rulebase, rng, random_sheet(rulebase, rng, 0.8))
            facts = Facts(rulebase, strange)
            assert all(rulebase.questions[id_].accept(answer) == answer for id_, answer in facts.answers.items())
            left_out = Facts(rulebase, facts.answers)
            for _, condition in decision.branches:
                assert facts.holds(condition) is left_out.holds(condition)
            possible = set(conclude(reasoner, reasoner.applicable_answers(facts)).possible_outcomes)
            assert possible <= set(first_that_holds(decision, facts))
            if number % 5 == 0:  # a whole assessment takes fifty times as long
                assert set(assess(rulebase, {"answers": strange}, strict=False).possible_outcomes) == possible


def _compare(rulebase: RuleBase, seed: int, sheets: int) -> int:
    reasoner = reasoner_for(rulebase)
    outcome, task = outcome_decision(rulebase), task_decision(rulebase)
    assert reasoner.tasks is not None and task is not None
    rng = random.Random(seed)
    looked_at = 0
    for _ in range(sheets):
        whole = random_sheet(rulebase, rng, 1.0)
        part = {id_: value for id_, value in whole.items() if rng.random() < 0.7}
        for answers, exact in ((whole, True), (part, False)):
            facts = Facts(rulebase, answers)
            for diagram, decision in ((reasoner.outcomes, outcome), (reasoner.tasks, task)):
                bound = set(first_that_holds(decision, facts))
                possible = set(diagram.possible_under(answers))
                assert possible == bound if exact else possible <= bound, answers
            looked_at += 1
    return looked_at


def _with_some_in_part(rulebase: RuleBase, rng: random.Random) -> Iterator[dict[str, Answer]]:
    """Sheets of which a few answers were made partial; quick, as there are to be many.

    Every second one is a worked case: most sheets drawn by chance are refused by some gate or other, whatever else is
    answered.
    """
    some = {
        question.id: [partial_answer(question, rng) for _ in range(9)]
        for question in rulebase.closed_questions.values()
        if question.kind == "one" and len(question.options) > 2
    }
    ids = list(some)
    cases = [rulebase.accept(case.answers) for case in rulebase.cases]
    while True:
        sheet = dict(rng.choice(cases)) if rng.random() < 0.5 else random_sheet(rulebase, rng, 1.0)
        for id_ in rng.sample(ids, rng.randint(1, 4)):
            sheet[id_] = rng.choice(some[id_])
        yield sheet


@pytest.mark.parametrize("seed", range(4))
def test_partial_sheets_of_the_shipped_rule_base_agree(seed: int) -> None:
    """What the diagram leaves possible is within the bound of the interpreter, and has what a completion leads to."""
    rulebase, rng = load_rules(), random.Random(seed)
    diagram, decision = reasoner_for(rulebase).outcomes, outcome_decision(rulebase)
    few = (random_partial_sheet(rulebase, rng, 0.9) for _ in range(500))
    partial = open_ = 0
    for answers in chain(few, islice(_with_some_in_part(rulebase, rng), PARTIAL_SHEETS // 4)):
        possible = set(diagram.possible_under(answers))
        assert possible <= set(first_that_holds(decision, Facts(rulebase, answers)))
        if partial % 10 == 0:
            whole = {
                id_: rng.choice(question.allowed(answers[id_]) if id_ in answers else question.complete_answers)
                for id_, question in rulebase.closed_questions.items()
            }
            assert diagram.decide(diagram.known(whole)) in possible
        partial, open_ = partial + 1, open_ + (len(possible) > 1)
    assert open_ > partial // 50


@pytest.mark.parametrize("seed", range(8))
def test_the_shipped_rule_base_agrees_on_many_sheets(seed: int) -> None:
    """No sheet is found on which the two implementations differ."""
    assert _compare(load_rules(), seed, SHIPPED_SHEETS // 8) >= 2 * SHIPPED_SHEETS // 8
