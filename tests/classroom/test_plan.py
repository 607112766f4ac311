"""What a class is asked that answers whatever can still matter."""

from __future__ import annotations

from random import Random
from time import thread_time

from framework.classroom.plan import Plan, all_answered, next_question
from framework.model.answers import NOT_SURE, Answer
from framework.reasoning.reasoner import reasoner_for
from tests.ui.brief_sheets import rules

OWN = Plan(kind="own", title="Weeds")


def _ballots(most: int) -> list[dict[str, Answer]]:
    """Votes on the way to the end: what the worked cases answer to their first questions, some of it not sure."""
    rng, reasoner, found = Random(1), reasoner_for(rules()), []
    for case in rng.sample(rules().cases, 12):
        answers = rules().accept(case.answers)
        ballot: dict[str, Answer] = {}
        while len(ballot) < most and (asked := next_question(reasoner, OWN, ballot)):
            unsure = asked not in answers or rng.random() < 0.2
            ballot = {**ballot, asked: NOT_SURE if unsure else answers[asked]}
        found.append(ballot)
    return found


def test_all_is_answered_where_there_is_no_next_question():
    reasoner = reasoner_for(rules())
    ballots = [ballot for most in (0, 3, 30) for ballot in _ballots(most)]
    found = [all_answered(reasoner, OWN, ballot) for ballot in ballots]
    assert found == [next_question(reasoner, OWN, ballot) is None for ballot in ballots]
    assert set(found) == {True, False}
    few = OWN.model_copy(update={"questions": ("goal_stated",)})
    assert [all_answered(reasoner, few, {}), all_answered(reasoner, few, {"goal_stated": NOT_SURE})] == [False, True]


def test_a_process_that_sees_a_room_in_the_middle_of_a_vote_works_out_little():
    """Not the next question of every phone: that took seconds for five hundred ballots."""
    reasoner, ballots = reasoner_for(rules()), _ballots(2)

    def taken(ask) -> float:
        before = thread_time()
        for ballot in ballots:
            ask(reasoner, OWN, ballot)
        return thread_time() - before

    assert 4 * min(taken(all_answered) for _ in range(3)) < min(taken(next_question) for _ in range(3))
