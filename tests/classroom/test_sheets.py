"""The deciding question and the pairs: compared with the definition, on random rules, and quick for a full hall."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from functools import cache
from itertools import combinations
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framework.classroom import pairing
from framework.classroom.fewest import fewest
from framework.classroom.pairing import pair, parting
from framework.classroom.rehearsal import ballot
from framework.classroom.sheets import Sheets
from framework.classroom.short_path import MAX_QUESTIONS, given_facts, short_path
from framework.classroom.votes import known
from framework.reasoning.conclusions import conclude
from framework.reasoning.interpreter import Facts
from framework.reasoning.reasoner import reasoner_for
from tests.random_rules import random_rulebase
from tests.ui.brief_sheets import rules


def _random_sheets(rulebase, rng, number):
    questions = rulebase.closed_questions.values()
    return [
        {q.id: rng.choice(q.complete_answers) for q in questions if rng.random() < 0.9} for _ in range(number)
    ]  # a missing answer is "not sure"


def _compared(seed, number):
    rulebase = random_rulebase(seed)
    sheets = _random_sheets(rulebase, Random(seed), number)
    return rulebase, sheets, Sheets.of(reasoner_for(rulebase), sheets, tuple(rulebase.closed_questions))


def _verdicts(rulebase, answers):
    reasoner = reasoner_for(rulebase)
    return set(conclude(reasoner, reasoner.applicable_answers(Facts(rulebase, answers))).possible_verdicts)


@given(st.integers(0, 40), st.integers(1, 7))
@settings(max_examples=60, deadline=None)
def test_the_count_is_that_of_the_definition(seed, number):
    """Let two students exchange their answers, and count the pairs in which a verdict changes."""
    rulebase, sheets, compared = _compared(seed, number)
    for sheet, result in zip(sheets, compared.results, strict=True):
        assert set(result) == _verdicts(rulebase, sheet)
    for question in rulebase.closed_questions:
        count = 0
        for two in combinations(sheets, 2):
            changed = False
            for sheet, other in (two, two[::-1]):
                swapped = {id_: answer for id_, answer in sheet.items() if id_ != question}
                if question in other:
                    swapped[question] = other[question]
                changed |= _verdicts(rulebase, swapped) != _verdicts(rulebase, sheet)
            count += changed
        assert compared.changed.get(question, 0) == count
    if compared.deciding:
        assert compared.changed[compared.deciding] == max(compared.changed.values()) > 0


@given(st.integers(0, 40), st.integers(1, 12))
@settings(max_examples=60, deadline=None)
def test_the_room_together_can_conclude_whatever_one_of_it_could(seed, number):
    _, sheets, compared = _compared(seed, number)
    complete = [place for place, sheet in enumerate(sheets) if len(sheet) == 4]
    for place in complete:
        assert set(compared.results[place]) <= set(compared.together)


@given(st.integers(0, 40), st.integers(0, 25))
@settings(max_examples=80, deadline=None)
def test_equal_verdicts_are_never_paired_and_nobody_waits_beside_a_partner(seed, number):
    _, _, compared = _compared(seed, number)
    _check_groups(compared, number)


@given(st.integers(0, 40), st.integers(21, 150))
@settings(max_examples=80, deadline=None)
def test_nor_in_a_hall_that_is_paired_in_parts(seed, number):
    _, _, compared = _compared(seed, number)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pairing, "MAX_EXACT", 20)
        patch.setattr(pairing, "MAX_PART", 40)
        _check_groups(compared, number)


def _check_groups(compared, number):
    groups = pair(compared)
    results = compared.results
    placed = [index for group in groups for index in group.members]
    assert len(placed) == len(set(placed))
    for group in groups:
        assert 2 <= len(group.members) <= 3
        assert len({results[index] for index in group.members}) > 1
        assert results[group.members[0]] != results[group.members[1]]
        assert group.questions
    alone = {results[index] for index in range(number) if index not in placed}
    assert len(alone) <= 1, "two with different verdicts are both left over"
    most = max(Counter(results).values(), default=0)
    assert len(groups) == min(number // 2, number - most), "more pairs were possible"


def _ready_room(ready, seed, number):
    """Simulated students of a class that is ready to be held."""
    rulebase, rng = rules(), Random(seed)
    case = rulebase.case[ready.case]
    asked = [rulebase.questions[id_] for id_ in ready.questions]
    reference, facts = rulebase.accept(case.answers), given_facts(rulebase, case, ready.questions)
    return [known(ballot(rng, asked, reference), facts) for _ in range(number)]


def _pairs_and_differences(compared):
    pairs = [group.members[:2] for group in pair(compared)]
    return len(pairs), sum(compared.distance(*two) for two in pairs)


def _most_pairs_with_fewest_differences(compared):
    """Of all ways to pair a room."""

    @cache
    def best(waiting):
        if not waiting:
            return 0, 0
        first, *others = waiting
        found = [best(tuple(others))]
        for other in others:
            if compared.results[first] != compared.results[other]:
                pairs, differences = best(tuple(each for each in others if each != other))
                found.append((pairs + 1, differences + compared.distance(first, other)))
        return min(found, key=lambda each: (-each[0], each[1]))

    return best(tuple(range(len(compared.sheets))))


@given(st.sampled_from(rules().classes), st.integers(0, 10**6), st.integers(0, 10))
@settings(max_examples=60, deadline=None)
def test_no_other_way_to_make_as_many_pairs_leaves_fewer_differences(ready, seed, number):
    compared = Sheets.of(reasoner_for(rules()), _ready_room(ready, seed, number), ready.questions)
    assert _pairs_and_differences(compared) == _most_pairs_with_fewest_differences(compared)


@given(st.sampled_from(rules().classes), st.integers(0, 10**6), st.integers(0, 60))
@settings(max_examples=30, deadline=None)
def test_who_voted_first_makes_no_difference(ready, seed, number):
    sheets = _ready_room(ready, seed, number)
    shuffled = Random(seed).sample(sheets, number)
    reasoner = reasoner_for(rules())
    one, other = (Sheets.of(reasoner, order, ready.questions) for order in (sheets, shuffled))
    assert _pairs_and_differences(one) == _pairs_and_differences(other)


def test_nobody_waits_while_two_thousand_are_paired(monkeypatch):
    """A matching serves nobody else until it ends, so none is asked for more than ends within a moment."""
    asked, matched = [], pairing._matched

    def counted(people, edges):
        asked.append(len(edges))
        return matched(people, edges)

    monkeypatch.setattr(pairing, "_matched", counted)
    ready = rules().classes[0]
    compared = Sheets.of(reasoner_for(rules()), _ready_room(ready, 1, 2000), ready.questions)
    most = max(Counter(compared.results).values())
    assert len(pair(compared)) == min(1000, 2000 - most)
    assert max(asked) < pairing.MAX_EXACT**2 / 2


@pytest.mark.parametrize("place", range(len(rules().classes)))
def test_a_full_hall_differs_hardly_more_than_it_must(monkeypatch, place):
    ready = rules().classes[place]
    compared = Sheets.of(reasoner_for(rules()), _ready_room(ready, 1, 600), ready.questions)
    pairs, differences = _pairs_and_differences(compared)
    monkeypatch.setattr(pairing, "MAX_EXACT", 600)
    exact_pairs, fewest_differences = _pairs_and_differences(compared)
    assert pairs == exact_pairs and fewest_differences <= differences <= 1.02 * fewest_differences


def test_the_matching_is_loaded_only_where_a_class_is_paired():
    code = "import sys, framework.classroom.pairing\nassert 'rustworkx' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])


@given(st.integers(0, 40), st.integers(2, 8))
@settings(max_examples=40, deadline=None)
def test_one_question_is_named_where_one_is_enough(seed, number):
    _, _, compared = _compared(seed, number)
    for group in pair(compared):
        one, other = group.members[:2]
        named = parting(compared, one, other)
        assert set(named) <= set(compared.differences(one, other))
        alone = [
            id_
            for id_ in compared.differences(one, other)
            if compared.with_answer_of(one, other, id_) != compared.results[one]
            or compared.with_answer_of(other, one, id_) != compared.results[other]
        ]
        assert len(named) == 1 or not alone


@given(st.sets(st.integers(0, 9), min_size=1), st.integers(1, 30))
def test_the_fewest_are_a_smallest_set_or_one_of_which_none_can_be_left_out(needed, number):
    questions = [str(place) for place in range(number)]
    wanted = {str(place) for place in needed}
    found = fewest(questions, lambda chosen: wanted <= set(chosen))
    assert set(found) == (wanted if wanted <= set(questions) else set())


@pytest.mark.parametrize("full", [False, True])
def test_a_hall_of_five_hundred_is_compared_and_paired(full):
    """The deciding question, the room together, and the pairs; even if nearly every sheet differs."""
    rulebase, rng = rules(), Random(1)
    reasoner, case = reasoner_for(rulebase), rulebase.ready_class["generative"].case
    questions = tuple(rulebase.closed_questions) if full else short_path(reasoner, rulebase.case[case])
    asked = [rulebase.questions[id_] for id_ in questions]
    reference = rulebase.accept(rulebase.case[case].answers)
    given_ = given_facts(rulebase, rulebase.case[case], questions)
    sheets = [known(ballot(rng, asked, reference), given_) for _ in range(500)]
    compared = Sheets.of(reasoner, sheets, questions)
    assert compared.deciding in questions and compared.together
    paired = [index for group in pair(compared) for index in group.members]
    assert len(paired) == len(set(paired)) > len(sheets) / 2


def test_a_short_path_is_short_and_its_questions_can_decide():
    rulebase = rules()
    reasoner = reasoner_for(rulebase)
    for case in rulebase.cases:
        path = short_path(reasoner, case)
        assert 2 <= len(path) <= MAX_QUESTIONS, case.id
        assert not set(given_facts(rulebase, case, path)) & set(path)


def test_every_question_of_a_ready_class_can_change_its_verdict():
    rulebase = rules()
    reasoner = reasoner_for(rulebase)
    assert rulebase.classes
    for ready in rulebase.classes:
        facts = given_facts(rulebase, rulebase.case[ready.case], ready.questions)
        open_questions = reasoner.verdicts.prospects(reasoner.verdicts.known(facts))
        assert set(ready.questions) <= set(open_questions), ready.id


def test_a_rehearsal_of_a_ready_class_has_something_to_discuss():
    """Simulated students reach different advice and are paired; what the case was published with stays possible."""
    rulebase = rules()
    reasoner = reasoner_for(rulebase)
    for ready in rulebase.classes:
        case = rulebase.case[ready.case]
        for seed in range(10):
            sheets = _ready_room(ready, seed, 30)
            compared = Sheets.of(reasoner, sheets, ready.questions)
            most = max(Counter(compared.results).values())
            assert most <= 27 and compared.deciding and len(pair(compared)) >= 3, (ready.id, seed)
            assert case.expected.verdict in compared.together and len(compared.together) > 1, (ready.id, seed)
