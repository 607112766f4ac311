"""Two who change the same rows at the same moment: one waits for the other, and neither is told of a fault."""

from __future__ import annotations

from functools import partial

from framework.classroom.plan import Plan
from framework.classroom.session import Step
from framework.model.classroom import NicknameWords
from framework.store import Store

from .helpers import at_once

PLAN = Plan(kind="case", title="Locks", questions=("q",))
WORDS = (NicknameWords(id="a", first="Quiet", second="Heron"), NicknameWords(id="b", first="Swift", second="Otter"))


def test_a_vote_and_another_nickname_for_the_voter_wait_for_one_another(store: Store) -> None:
    room = store.classes.open(PLAN)
    ann = store.participants.join(room.key, WORDS)
    store.classes.go(room.lead_key, Step.FIRST_VOTE)

    def votes() -> None:
        for _ in range(40):
            store.votes.cast(ann.key, 1, {"q": "x"})

    def names() -> None:
        for _ in range(40):
            store.classes.replace_nickname(room.lead_key, ann.key, WORDS)

    assert at_once(votes, names) == []
    assert len(store.votes.of(room.key)) == 40


def test_a_vote_and_the_end_of_its_class_wait_for_one_another(store: Store) -> None:
    """Whoever comes too late is told that the class is gone, and nothing else."""
    for _ in range(12):
        room = store.classes.open(PLAN)
        people = [store.participants.join(room.key, WORDS).key for _ in range(2)]
        store.classes.go(room.lead_key, Step.FIRST_VOTE)

        def votes(people: list[str] = people) -> None:
            for _ in range(20):
                store.votes.cast_many({key: {"q": "x"} for key in people}, 1)

        raised = at_once(votes, partial(store.classes.delete, room.lead_key))
        assert all("There is no such participant" in error for error in raised), raised
        assert store.votes.of(room.key) == ()


def test_two_who_take_the_same_nickname_get_one_each_or_are_told(store: Store) -> None:
    """Without words the next name is known before: who joins, or is given another, gets it while somebody takes it."""
    for number in range(15):
        room = store.classes.open(PLAN)
        ann, bo = (store.participants.join(room.key) for _ in range(2))
        given = partial(store.classes.replace_nickname, room.lead_key, bo.key) if number % 2 else None
        raised = at_once(
            partial(store.participants.rename, ann.key, "Participant 3"),
            given or partial(store.participants.join, room.key),
        )
        assert all(error.startswith("NicknameTakenError") for error in raised), raised
