"""The smallest examples of a release: brute force over all sets of answers finds none with fewer."""

from __future__ import annotations

from itertools import combinations, product

import pytest

from framework.model.answers import Answer
from framework.model.rulebase import RuleBase
from framework.reasoning import hitting
from framework.reasoning.reasoner import reasoner_for
from framework.reasoning.releases import diff_releases
from framework.reasoning.smallest import smallest_forcing, yes_or_no
from tests.random_rules import agrees, complete_sheets, random_rulebase

Pair = tuple[str, str]


def _pairs(old: RuleBase, new: RuleBase) -> list[tuple[dict[str, Answer], Pair]]:
    """Every complete sheet of rules over the same questions, with its verdict in each."""
    diagrams = [reasoner_for(rules).verdicts for rules in (old, new)]
    decided = ((sheet, [one.decide(one.known(sheet)) for one in diagrams]) for sheet in complete_sheets(old))
    return [(sheet, (before, after)) for sheet, (before, after) in decided]


def _fewest(rulebase: RuleBase, sheets: list[tuple[dict[str, Answer], Pair]], wanted: Pair, below: int) -> int:
    """The size of the smallest set of answers that forces the pair, looked for among all with fewer than `below`."""
    domains = {id_: question.complete_answers for id_, question in rulebase.closed_questions.items()}
    for size in range(below):
        for questions in combinations(domains, size):
            for values in product(*(domains[id_] for id_ in questions)):
                given = dict(zip(questions, values, strict=True))
                if {pair for sheet, pair in sheets if agrees(sheet, given)} == {wanted}:
                    return size
    return below


def _releases(seed: int, questions: int) -> tuple[RuleBase, RuleBase]:
    """The same questions under other rules."""
    old, other = random_rulebase(seed, questions), random_rulebase(seed + 300, questions)
    return old, old.model_copy(
        update={"verdicts": other.verdicts, "criteria": other.criteria, "digest": f"{old.digest} {other.digest}"}
    )


@pytest.mark.parametrize("seed", range(30))
def test_no_smaller_example_forces_both_verdicts(seed: int) -> None:
    """On random releases; the shortest path alone is sometimes longer, so the search does something."""
    old, new = _releases(seed, 4)
    sheets = _pairs(old, new)
    for move in diff_releases(old, new).moves:
        wanted = (move.before, move.after)
        assert move.smallest
        assert {pair for sheet, pair in sheets if agrees(sheet, move.example)} == {wanted}
        assert _fewest(old, sheets, wanted, len(move.example)) == len(move.example)


def test_a_search_that_takes_too_long_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """The example still forces both verdicts; only the proof is missing."""
    monkeypatch.setattr(hitting, "MAX_TRIES", 1)
    without = 0
    for seed in range(8):
        old, new = _releases(seed, 4)
        sheets = _pairs(old, new)
        for move in diff_releases(old, new).moves:
            assert {pair for sheet, pair in sheets if agrees(sheet, move.example)} == {(move.before, move.after)}
            without += not move.smallest
    assert without > 5


def test_fewer_than_on_the_shortest_path() -> None:
    """Every path asks both a and b; but b alone leads there, whatever a is."""
    layers = [frozenset({"start"}), frozenset({"left", "right"})]

    def child(level: int, place: str, step: int) -> str:
        if level == 0:
            return ("left", "right")[step]
        return "there" if step == 0 else place

    diagram = yes_or_no(layers, (2, 2), child, "there", "start")
    assert len(diagram.nodes) == 1  # equal nodes are one, and a question that makes no difference is left out
    assert smallest_forcing(diagram, {0: 0, 1: 0}) == ({1: 0}, True)
    assert diagram.other_path({}) == [(1, 0)]
    assert diagram.other_path({1: 0}) is None
