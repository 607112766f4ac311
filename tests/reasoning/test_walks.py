"""What is walked instead of built agrees with brute force over every sheet of small rule bases."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from framework import load_rules
from framework.model.advice import Remark
from framework.model.answers import Answer
from framework.model.condition import All, AnyOf, Condition, Is, Not
from framework.model.rulebase import RuleBase
from framework.reasoning.compile import Compiler
from framework.reasoning.decision import outcome_decision
from framework.reasoning.interpreter import Facts
from framework.reasoning.proofs import Prover
from framework.reasoning.told_apart import told_apart
from tests.cli.running import TINY
from tests.random_rules import complete_sheets, random_condition, random_rulebase

SEEDS = range(40)


def _conditions(rulebase: RuleBase, seed: int, number: int) -> list[Condition]:
    rng = random.Random(seed)
    asked = list(rulebase.closed_questions.values())
    return [random_condition(rng, asked, list(rulebase.criteria), 2) for _ in range(number)]


def _holding(rulebase: RuleBase, condition: Condition) -> set[int]:
    """The numbers of the complete sheets on which a condition holds."""
    return {n for n, sheet in enumerate(complete_sheets(rulebase)) if Facts(rulebase, sheet).holds(condition)}


@pytest.mark.parametrize("seed", SEEDS)
def test_conditions_meet_exactly_if_some_sheet_fulfils_them_all(seed: int) -> None:
    """Of two and of three diagrams, and without a single new node."""
    rulebase = random_rulebase(seed)
    compiler = Compiler(rulebase)
    conditions = _conditions(rulebase, seed, 6)
    roots, holding = [compiler.condition(c) for c in conditions], [_holding(rulebase, c) for c in conditions]
    built = len(compiler.levels)
    for here in range(6):
        for there in range(here):
            assert compiler.meet(roots[here], roots[there]) is bool(holding[here] & holding[there])
            three = holding[here] & holding[there] & holding[0]
            assert compiler.meet(roots[here], roots[there], roots[0]) is bool(three)
    assert len(compiler.levels) == built


@pytest.mark.parametrize("seed", SEEDS)
def test_the_leaves_under_a_condition_are_those_of_its_sheets(seed: int) -> None:
    """Everything that is decided where a condition holds, and nothing else."""
    rulebase = random_rulebase(seed)
    compiler = Compiler(rulebase)
    root = compiler.decision(outcome_decision(rulebase))
    diagram = compiler.diagram(root)
    name_of = {node: name for name, node in compiler.leaves.items()}
    decided = [diagram.decide(diagram.known(sheet)) for sheet in complete_sheets(rulebase)]
    for condition in _conditions(rulebase, seed, 5):
        found = {name_of[leaf] for leaf in compiler.leaves_under(compiler.condition(condition), root)}
        assert found == {decided[number] for number in _holding(rulebase, condition)}


@pytest.mark.parametrize("seed", SEEDS)
def test_a_step_loses_something_exactly_if_it_does_so_on_some_sheet(seed: int) -> None:
    """In scope, held before the step and not after it."""
    rulebase = random_rulebase(seed)
    compiler = Compiler(rulebase)
    scope, kept = _conditions(rulebase, seed, 2)
    sheets = list(complete_sheets(rulebase))
    number = {tuple(sheet.items()): index for index, sheet in enumerate(sheets)}
    in_scope, keeping = _holding(rulebase, scope), _holding(rulebase, kept)
    for level, question in enumerate(compiler.order):
        for before, after in pairwise(range(len(compiler.values[level]))):
            here, there = compiler.values[level][before], compiler.values[level][after]
            lost = any(
                index in in_scope & keeping and number[tuple({**sheet, question: there}.items())] not in keeping
                for index, sheet in enumerate(sheets)
                if sheet[question] == here
            )
            roots = compiler.condition(scope), compiler.condition(kept)
            assert compiler.loses(*roots, level, before, after) is lost


@pytest.mark.parametrize("seed", SEEDS)
def test_influence_is_the_share_of_sheets_on_which_another_answer_alone_turns_the_verdict(seed: int) -> None:
    """Counted over every complete sheet."""
    rulebase = random_rulebase(seed)
    compiler = Compiler(rulebase)
    diagram = compiler.diagram(compiler.decision(outcome_decision(rulebase)))
    sheets = list(complete_sheets(rulebase))

    def decided(sheet: dict[str, Answer]) -> str:
        return diagram.decide(diagram.known(sheet))

    for id_, share in diagram.influence().items():
        values = rulebase.closed_questions[id_].complete_answers
        turned = sum(len({decided({**sheet, id_: value}) for value in values}) > 1 for sheet in sheets)
        assert share == pytest.approx(turned / len(sheets))


@pytest.mark.parametrize("seed", SEEDS)
def test_whether_advice_can_hold_is_the_same_as_with_its_whole_diagram(seed: int) -> None:
    """Also where it depends on the verdict, in one part or deep inside."""
    rulebase = random_rulebase(seed)
    prover = Prover(rulebase)
    own = _conditions(rulebase, seed, 6)
    verdicts = [Is("verdict", (verdict,)) for verdict in rulebase.verdict]
    for first, second in pairwise(own):
        for verdict in verdicts:
            for advice in (
                All((first, verdict)),
                All((first, AnyOf((verdict, second)))),
                AnyOf((All((Not(verdict), first)), All((verdict, second)))),
            ):
                assert prover.compiler.can_hold(advice) is (prover.compiler.condition(advice) != 0)


@pytest.mark.parametrize("seed", SEEDS)
def test_answers_that_only_advice_tells_apart_are_found_as_with_whole_diagrams(seed: int) -> None:
    """Advice under a verdict that cannot be reached with either answer tells nothing apart."""
    rulebase = random_rulebase(seed)
    prover = Prover(rulebase)
    compiler = prover.compiler
    advice = [All((one, Is("verdict", ("v0",)))) for one in _conditions(rulebase, seed, 4)]
    found = told_apart(compiler, [prover.outcomes], advice)
    whole = compiler.reachable([prover.outcomes, *(compiler.condition(each) for each in advice)])
    for level, id_ in enumerate(compiler.order):
        expected = compiler.classes(level, whole)
        if rulebase.closed_questions[id_].kind == "many":
            assert (max(found[level]) == 0) is (max(expected) == 0)
        else:
            assert found[level] == expected


def test_the_proofs_of_the_tiny_rules_find_what_is_planted_in_advice() -> None:
    """A remark under a verdict that its own answers exclude can never appear."""
    tiny = load_rules(TINY)
    when = All((Is("trip_length", ("long",)), Is("verdict", ("buy_bicycle",))))
    planted = Remark(id="planted", topic="riding", when=when, text="text", sources=("own",))
    fields = {name: getattr(tiny, name) for name in type(tiny).model_fields}
    changed = RuleBase.model_construct(**{**fields, "digest": "changed", "remarks": (*tiny.remarks, planted)})
    (violation,) = Prover(changed).advice_reachable().violations
    assert violation.where.endswith("planted") and "can never appear" in violation.message
