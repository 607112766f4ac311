"""No view ever contains what its step hides: checked in the data that is sent, for random rooms and every step."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framework.classroom.pairing import pair
from framework.classroom.pairs import SavedGroup
from framework.classroom.plan import Plan, next_question, plan_of_case
from framework.classroom.rehearsal import ballot
from framework.classroom.results import compared, result
from framework.classroom.session import FIRST, SECOND, Show, Step, shown
from framework.classroom.views import room_view, student_view
from framework.classroom.votes import Vote, ballots
from framework.model.answers import Answer
from framework.reasoning.reasoner import reasoner_for
from tests.ui.brief_sheets import rules

ROUNDS = {Step.LOBBY: 0, Step.FIRST_VOTE: 1, Step.COUNTED: 1, Step.HISTOGRAM: 1, Step.DISCUSSION: 1}


def _room(seed: int, step: Step, people: int, **chosen: object):
    rulebase, rng = rules(), Random(seed)
    ready = rulebase.classes[seed % len(rulebase.classes)]
    plan = plan_of_case(rulebase, rulebase.case[ready.case], chosen, questions=ready.questions)
    asked = [rulebase.questions[id_] for id_ in plan.questions]
    reference = rulebase.accept(rulebase.case[plan.case].answers)
    votes = []
    for number in range(people):
        before = None
        for round_ in range(1, ROUNDS.get(step, 2) + 1):
            before = ballot(rng, asked, reference, before)
            votes += [Vote(f"key{number:02}", round_, id_, 1, answer) for id_, answer in before.items()]
    reasoner = reasoner_for(rulebase)
    first = ballots(votes, FIRST)
    names = list(first)
    pairs = tuple(
        SavedGroup(members=tuple(names[index] for index in group.members), questions=group.questions)
        for group in pair(compared(reasoner, plan, first))
    )
    return reasoner, plan, votes, pairs


@given(st.integers(0, 30), st.sampled_from(Step), st.integers(1, 12), st.booleans())
@settings(max_examples=80, deadline=None)
def test_a_view_has_nothing_that_its_step_hides(seed, step, people, histogram):
    reasoner, plan, votes, pairs = _room(seed, step, people)
    see = shown(step, histogram=histogram)
    room = room_view(reasoner, plan, step, votes, histogram=histogram)
    assert (room.first is not None) == (Show.FIRST in see and people >= 5)
    assert (room.second is not None) == (Show.SECOND in see and people >= 5)
    assert (room.case is not None) == (Show.OUTCOME in see)
    own = [vote for vote in votes if vote.participant == "key00"]
    mine = student_view(reasoner, plan, room, "key00", own, pairs)
    sent = repr(mine)
    assert "given" not in sent  # what the case says beyond what is asked
    if Show.PARTNER not in see:
        assert not mine.partners and not mine.parting
    if Show.OUTCOME not in see:
        assert mine.answers is None and not mine.differing and not mine.deciding
        case = reasoner.rulebase.case[plan.case]
        for hidden in (case.id, case.source.what_it_says, case.lesson, *reasoner.rulebase.verdict):
            if not (Show.FIRST in see and people >= 5 and hidden in reasoner.rulebase.verdict):
                assert f"'{hidden}'" not in sent and hidden != room.title
    if not see:
        for number in range(1, people):
            assert f"key{number:02}" not in sent


def test_the_view_says_whom_to_find_and_why():
    reasoner, plan, votes, pairs = _room(1, Step.DISCUSSION, 12)
    room = room_view(reasoner, plan, Step.DISCUSSION, votes, histogram=False)
    found = 0
    for number in range(12):
        me = f"key{number:02}"
        mine = student_view(reasoner, plan, room, me, [vote for vote in votes if vote.participant == me], pairs)
        for partner in mine.partners:
            found += 1
            theirs = [vote for vote in votes if vote.participant == partner]
            assert me in student_view(reasoner, plan, room, partner, theirs, pairs).partners
            assert mine.parting
    assert found


@pytest.mark.parametrize("small", [False, True])
def test_a_room_of_four_is_counted_only_if_that_was_chosen(small):
    reasoner, plan, votes, _ = _room(2, Step.REVEAL, 4, small=small)
    found = result(reasoner, plan, ballots(votes, SECOND))
    assert (found is not None) == small


def test_after_the_reveal_the_answers_that_made_the_difference_are_named():
    reasoner, plan, _, _ = _room(1, Step.REVEAL, 5)
    reference = reasoner.rulebase.accept(reasoner.rulebase.case[plan.case].answers)
    wrong = "eval_cases"
    given_ = {id_: reference[id_] for id_ in plan.questions} | {wrong: "none"}
    own = [Vote("me", SECOND, id_, 1, answer) for id_, answer in given_.items()]
    room = room_view(reasoner, plan, Step.REVEAL, own, histogram=True)
    mine = student_view(reasoner, plan, room, "me", own, ())
    assert mine.differing == (wrong,)
    assert mine.deciding == (wrong,)


@pytest.mark.parametrize("full", [False, True])
def test_answers_stand_in_the_order_in_which_they_were_asked(full):
    """And not in that of their ids, by which they are counted, nor of the rules: whoever looks one up again remembers
    the order. Where everybody is asked what can still matter, it depends on the answers.
    """
    rulebase = rules()
    reasoner, ready = reasoner_for(rulebase), rulebase.classes[0]
    plan = plan_of_case(rulebase, rulebase.case[ready.case], full=full, questions=ready.questions)
    given_: dict[str, Answer] = {}
    while question := next_question(reasoner, plan, given_):
        given_[question] = "not_sure"
    asked, in_rules = list(given_), [id_ for id_ in rulebase.closed_questions if id_ in given_]
    assert asked != sorted(asked) and (asked != in_rules or not full)
    own = [Vote("me", FIRST, id_, 1, answer) for id_, answer in given_.items()]
    again = [Vote("me", FIRST, asked[0], 2, "not_sure"), Vote("me", SECOND, asked[-1], 1, "not_sure")]
    for step in (Step.FIRST_VOTE, Step.REVEAL):
        room = room_view(reasoner, plan, step, own, histogram=False)
        mine = student_view(reasoner, plan, room, "me", [*own, *again], ())
        assert list(mine.ballot) == asked
        in_order = [id_ for id_ in asked if id_ in mine.differing]
        assert list(mine.differing) == in_order and bool(in_order) == (step is Step.REVEAL)


def test_without_a_list_of_questions_everybody_is_asked_what_still_matters():
    rulebase = rules()
    reasoner = reasoner_for(rulebase)
    plan = Plan(kind="ideas", title="Ideas")
    given_: dict[str, Answer] = {}
    while question := next_question(reasoner, plan, given_):
        assert question not in given_ and len(given_) < 40
        given_[question] = "not_sure" if len(given_) % 3 else rulebase.questions[question].complete_answers[0]
    assert given_


def test_where_no_answer_makes_the_difference_alone_the_fewest_that_do_together_are_named():
    """Judged without appeal, and by a program: each is enough for a refusal, so both have to change."""
    reasoner, plan, _, _ = _room(0, Step.REVEAL, 5)
    assert plan.case == "care_programme_enrolment"
    reference = reasoner.rulebase.accept(reasoner.rulebase.case[plan.case].answers)
    ballots_ = {id_: reference[id_] for id_ in plan.questions}
    ballots_ |= {"legitimacy": ("judged_no_appeal",), "action_changes": "automatic_action", "past_inputs": "others"}
    own = [Vote("me", SECOND, id_, 1, answer) for id_, answer in ballots_.items()]
    room = room_view(reasoner, plan, Step.REVEAL, own, histogram=True)
    mine = student_view(reasoner, plan, room, "me", own, ())
    assert set(mine.differing) == {"legitimacy", "action_changes", "past_inputs"}
    assert not mine.deciding and set(mine.deciding_together) == {"legitimacy", "action_changes"}
