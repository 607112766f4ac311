"""What a release changes: the count on both diagrams is what brute force counts."""

from __future__ import annotations

from collections import Counter
from itertools import product

import pytest

from framework import load_rules
from framework.model.question import Option
from framework.model.rulebase import RuleBase
from framework.reasoning.conclusions import conclude
from framework.reasoning.reasoner import reasoner_for
from framework.reasoning.releases import ReleaseDiff, diff_releases
from tests.cli.running import TINY
from tests.random_rules import agrees, complete_sheets, random_rulebase


def _brute(old: RuleBase, new: RuleBase) -> Counter[tuple[str, str]]:
    """Pairs of complete sheets that agree on what both ask, each decided alone."""
    before, after = reasoner_for(old).verdicts, reasoner_for(new).verdicts
    both = [
        id_
        for id_, question in old.closed_questions.items()
        if id_ in new.closed_questions and new.closed_questions[id_].kind == question.kind
    ]
    sheets = [
        [(sheet, d.decide(d.known(sheet))) for sheet in complete_sheets(r)] for r, d in ((old, before), (new, after))
    ]
    return Counter(
        (was, now) for (mine, was), (theirs, now) in product(*sheets) if all(mine[id_] == theirs[id_] for id_ in both)
    )


def _agrees_with_brute_force(old: RuleBase, new: RuleBase) -> ReleaseDiff:
    found, wanted = diff_releases(old, new), _brute(old, new)
    assert found.sheets == sum(wanted.values())
    assert {(m.before, m.after): m.sheets for m in found.moves} == {
        pair: number for pair, number in wanted.items() if pair[0] != pair[1]
    }
    return found


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("questions", [(3, 3), (3, 4), (4, 3)])
def test_the_count_is_what_brute_force_counts(seed: int, questions: tuple[int, int]) -> None:
    """On random releases whose options, questions and rules all differ."""
    _agrees_with_brute_force(random_rulebase(seed, questions[0]), random_rulebase(seed + 100, questions[1]))


@pytest.mark.parametrize("seed", [seed for seed in range(13) if seed != 3])  # with 3, no verdict changes
def test_an_example_forces_both_verdicts_and_needs_each_answer(seed: int) -> None:
    """On rules over the same questions: checked on every complete sheet."""
    old = random_rulebase(seed, 3)
    other = random_rulebase(seed + 50, 3)
    new = old.model_copy(update={"verdicts": other.verdicts, "criteria": other.criteria, "digest": other.digest})
    before, after = reasoner_for(old).verdicts, reasoner_for(new).verdicts
    sheets = [(s, tuple(each.decide(each.known(s)) for each in (before, after))) for s in complete_sheets(old)]
    moves = _agrees_with_brute_force(old, new).moves
    assert moves
    for move in moves:
        wanted = {(move.before, move.after)}
        assert {pair for sheet, pair in sheets if agrees(sheet, move.example)} == wanted
        for left_out in move.example:
            fewer = {id_: value for id_, value in move.example.items() if id_ != left_out}
            assert {pair for sheet, pair in sheets if agrees(sheet, fewer)} != wanted


def test_a_release_is_the_same_as_itself() -> None:
    """No entry, sheet or case differs."""
    rulebase = load_rules(TINY)
    found = diff_releases(rulebase, rulebase)
    assert (found.entries.added, found.entries.removed, found.entries.changed) == ((), (), ())
    assert not found.moves and not found.cases
    assert found.covered_old == found.covered_new == 1


def test_entries_are_added_removed_and_changed() -> None:
    """A question with a new text and one option more."""
    old = load_rules(TINY)
    section = old.sections[0]
    question = section.questions[0]
    more = question.model_copy(update={"text": "Other?", "options": (*question.options, Option(id="extra", text="x"))})
    sections = (section.model_copy(update={"questions": (more, *section.questions[1:])}), *old.sections[1:])
    new = old.model_copy(update={"sections": sections, "digest": "other"})
    found = diff_releases(old, new)
    assert f"questions/{question.id}" in found.entries.changed
    assert found.covered_old == 1
    assert found.covered_new < 1
    assert diff_releases(new, old).entries.removed == found.entries.added


def test_a_case_with_another_outcome_or_decided_by_other_rules_is_named() -> None:
    """Although its verdict is the same."""
    old = load_rules(TINY)
    case = next(case for case in old.cases if conclude(reasoner_for(old), old.accept(case.answers)).outcome)
    decided = conclude(reasoner_for(old), old.accept(case.answers))
    verdict = old.verdict[decided.verdict or ""]
    outcome = old.outcome[decided.outcome or ""]
    renamed = outcome.model_copy(
        update={"id": "other", "rules": tuple(rule.model_copy(update={"id": f"{rule.id}_2"}) for rule in outcome.rules)}
    )
    outcomes = tuple(renamed if each is outcome else each for each in verdict.outcomes)
    changed = verdict.model_copy(update={"outcomes": outcomes})
    verdicts = tuple(changed if each is verdict else each for each in old.verdicts)
    order = tuple("other" if id_ == outcome.id else id_ for id_ in old.manifest.outcomes)
    manifest = old.manifest.model_copy(update={"outcomes": order})
    new = old.model_copy(update={"verdicts": verdicts, "manifest": manifest, "digest": "other"})
    found = diff_releases(old, new)
    assert found.moved == 0 < found.outcomes_moved
    moved = next(each for each in found.cases if each.case == case.id)
    assert moved.before == moved.after
    assert (moved.outcomes_before, moved.outcomes_after) == ((outcome.id,), ("other",))
    assert moved.rules_before != moved.rules_after
