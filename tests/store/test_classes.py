"""Classes in the database: votes are counted once and closed for good, codes are not guessed, nothing is left over."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Event

import pytest
from sqlalchemy import event, func, select

from framework.classroom.pairs import SavedGroup
from framework.classroom.plan import Plan
from framework.classroom.session import SECOND, Step
from framework.classroom.votes import ballots, standing, tally
from framework.errors import StoreError, UserError
from framework.model.classroom import NicknameWords
from framework.store import Store, tables
from framework.store import votes as votes_module
from framework.store.classes import Classroom
from framework.store.participants import NicknameTakenError, Seat
from framework.store.votes import VoteClosedError

PLAN = Plan(kind="case", title="<b>Bold</b>", questions=("q", "r"), given={"s": ("x", "y")})
WORDS = (NicknameWords(id="a", first="Quiet", second="Heron"), NicknameWords(id="b", first="Swift", second="Otter"))


def _voting(store: Store, people: int = 1):
    room = store.classes.open(PLAN)
    found = [store.participants.join(room.key, WORDS) for _ in range(people)]
    return store.classes.go(room.lead_key, Step.FIRST_VOTE), found


def test_a_class_is_found_by_its_code_and_led_by_its_key_alone(store: Store) -> None:
    room = store.classes.open(PLAN)
    assert store.classes.by_code(room.code.lower(), "here") == room
    assert store.classes.by_lead(room.lead_key) == room
    assert room.plan == PLAN
    for wrong in (room.code, room.key, "x" * 22, None, "' OR 1=1"):
        assert store.classes.by_lead(wrong) is None
    assert len({room.key, room.lead_key}) == 2
    with pytest.raises(StoreError):
        store.classes.go(room.key, Step.FIRST_VOTE)


def test_the_classes_of_one_instructor_come_latest_first_while_they_last(store: Store) -> None:
    now = datetime.now(UTC)

    def opened(ago: int) -> Classroom:
        return replace(store.classes, clock=lambda: now - timedelta(days=ago)).open(PLAN.model_copy(update={"days": 7}))

    made = [opened(ago) for ago in (3, 8, 1)]
    other = store.classes.open(PLAN)
    keys = [room.lead_key for room in made]
    assert store.classes.led_by([*keys, "nonsense", "x" * 22]) == (made[2], made[0])
    assert store.classes.led_by([]) == () and other.lead_key not in keys


def test_the_class_that_was_joined_last_is_found_with_one_question(store: Store) -> None:
    """A device that was in many classes asks on every start page."""
    now = datetime.now(UTC)

    def joined(ago: int, days: int = 7) -> tuple[str, Classroom]:
        room = store.classes.open(PLAN.model_copy(update={"days": days}))
        then = replace(store.participants, clock=lambda: now - timedelta(minutes=ago))
        return then.join(room.key, WORDS).key, room

    made = [joined(ago) for ago in (30, 10, 20)]
    asked, listen = [], lambda *found: asked.append(found[2])
    event.listen(store.engine, "before_cursor_execute", listen)
    found = store.classes.last_joined([*(key for key, _ in made), "nonsense", "x" * 22])
    event.remove(store.engine, "before_cursor_execute", listen)
    assert found == made[1] and sum("SELECT" in text for text in asked) == 1
    assert store.classes.last_joined([]) is None and store.classes.last_joined(["x" * 22]) is None
    over = replace(store.classes, clock=lambda: now + timedelta(days=8))
    assert over.last_joined([key for key, _ in made]) is None


def test_votes_are_added_and_the_last_one_counts(store: Store) -> None:
    room, (ann,) = _voting(store)
    for answer in ("x", "y", ("a", "b"), "x"):
        store.votes.cast(ann.key, 1, {"q": answer})
    votes = store.votes.of(room.key)
    assert sorted(vote.sequence for vote in votes) == [1, 2, 3, 4]
    assert tally(ballots(votes, 1), "q") == {"x": 1}
    assert store.participants.seat(ann.key) == Seat(store.participants.get(ann.key), votes, room.version)
    pulse = store.participants.pulse(room.key)
    assert pulse and (pulse.joined, pulse.answered) == (1, 1)


def test_an_answer_is_changed_only_so_often(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another question can still be answered, and in the next round everything."""
    monkeypatch.setattr(votes_module, "MAX_CHANGES", 3)
    room, (ann,) = _voting(store)
    for answer in ("x", "y", "x"):
        store.votes.cast(ann.key, 1, {"q": answer})
    with pytest.raises(UserError, match="changed 3 times"):
        store.votes.cast(ann.key, 1, {"q": "y", "r": "y"})
    store.votes.cast(ann.key, 1, {"r": "x"})
    assert len(store.votes.of(room.key)) == 4


def test_the_votes_of_a_seat_come_in_the_order_in_which_they_were_sent(store: Store) -> None:
    """Where everybody is asked what can still matter, nothing else tells in which order somebody was asked."""
    _, (ann,) = _voting(store)
    for question in ("q", "b", "z", "a", "b"):
        store.votes.cast(ann.key, 1, {question: "x"})
    seat = store.participants.seat(ann.key)
    assert seat and [vote.question for vote in seat.votes] == ["q", "b", "z", "a", "b"]


def test_who_has_answered_is_counted_in_the_vote_that_is_open_and_afterwards_in_both(store: Store) -> None:
    """As the result is: whoever answers nothing again keeps the first answers."""
    room, (ann, bo, _) = _voting(store, 3)

    def answered() -> int:
        pulse = store.participants.pulse(room.key)
        assert pulse and pulse.joined == 3
        return pulse.answered

    store.votes.cast(ann.key, 1, {"q": "x", "r": "y"})
    for answer in ("x", "y"):
        store.votes.cast(bo.key, 1, {"q": answer})
    assert answered() == 2
    for step in (Step.COUNTED, Step.DISCUSSION):
        store.classes.go(room.lead_key, step)
        assert answered() == 2
    store.classes.go(room.lead_key, Step.SECOND_VOTE)
    assert answered() == 0
    store.votes.cast(ann.key, 2, {"q": "y"})
    assert answered() == 1
    store.classes.go(room.lead_key, Step.REVEAL)
    assert answered() == len(standing(store.votes.of(room.key), SECOND)) == 2


def test_whoever_joins_twice_under_one_key_has_one_place(store: Store) -> None:
    """Taps at the same moment, too. In another class the key is somebody else's."""
    room, other = store.classes.open(PLAN), store.classes.open(PLAN)
    key = "k" * 22
    with ThreadPoolExecutor(6) as pool:
        joined = list(pool.map(lambda _: store.participants.join(room.key, WORDS, key=key), range(6)))
    assert {person.key for person in joined} == {key} and len(store.participants.of(room.key)) == 1
    assert store.participants.join(room.key, WORDS, key="no key").key != "no key"
    elsewhere = store.participants.join(other.key, WORDS, key=key)
    assert elsewhere.key != key and elsewhere.classroom == other.key


def test_simulated_students_leave_before_the_class_begins_and_not_later(store: Store) -> None:
    room = store.classes.open(PLAN)
    ann = store.participants.join(room.key, WORDS)
    store.participants.join(room.key, WORDS, simulated=30)
    store.participants.remove_simulated(room.key)
    assert store.participants.of(room.key) == (ann,)
    store.participants.join(room.key, WORDS, simulated=2)
    store.classes.go(room.lead_key, Step.FIRST_VOTE)
    with pytest.raises(UserError, match="has begun"):
        store.participants.remove_simulated(room.key)
    assert len(store.participants.of(room.key)) == 3
    with pytest.raises(StoreError):
        store.participants.remove_simulated("x" * 22)


def test_closing_is_final_by_every_route(store: Store) -> None:
    room, (ann,) = _voting(store)
    store.votes.cast(ann.key, 1, {"q": "x"})
    store.classes.go(room.lead_key, Step.COUNTED)
    for step in (None, Step.HISTOGRAM, Step.DISCUSSION, Step.SECOND_VOTE, Step.REVEAL, Step.CLOSED):
        if step:
            store.classes.go(room.lead_key, step)
        for round_ in (1, 2, 0, 3):
            if (step, round_) != (Step.SECOND_VOTE, 2):
                with pytest.raises(VoteClosedError):
                    store.votes.cast(ann.key, round_, {"q": "y"})
    with pytest.raises(UserError):
        store.classes.go(room.lead_key, Step.FIRST_VOTE)
    assert tally(ballots(store.votes.of(room.key), 1), "q") == {"x": 1}


def test_a_vote_that_is_on_its_way_counts_or_is_refused_and_never_both(store: Store) -> None:
    """Many vote while the instructor closes: what was acknowledged is there, what was refused is not."""
    room, people = _voting(store, 12)
    started = Event()

    def vote(person):
        kept = 0
        for number in range(12):
            try:
                store.votes.cast(person.key, 1, {"q": f"o{number}"})
            except VoteClosedError:
                break
            kept += 1
            started.set()
        return person.key, kept

    with ThreadPoolExecutor(6) as pool:
        futures = [pool.submit(vote, person) for person in people]
        started.wait(10)
        store.classes.go(room.lead_key, Step.COUNTED)
        at_close = store.votes.of(room.key)
        kept = dict(future.result() for future in futures)
    after = store.votes.of(room.key)
    assert after == at_close or sorted(map(repr, after)) == sorted(map(repr, at_close))
    for person in people:
        assert sum(vote.participant == person.key for vote in after) == kept[person.key]


def test_many_taps_of_one_person_at_once_are_all_kept(store: Store) -> None:
    room, (ann,) = _voting(store)
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda number: store.votes.cast(ann.key, 1, {"q": f"o{number}"}), range(20)))
    assert sorted(vote.sequence for vote in store.votes.of(room.key)) == list(range(1, 21))


def test_everybody_who_joins_at_once_has_a_name_of_their_own(store: Store) -> None:
    room = store.classes.open(PLAN)
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda _: store.participants.join(room.key, WORDS), range(24)))
    names = [person.nickname for person in store.participants.of(room.key)]
    assert len(set(names)) == 24


def test_a_nickname_can_be_changed_and_replaced_but_not_taken(store: Store) -> None:
    room, (ann, bo) = _voting(store, 2)
    store.participants.rename(ann.key, "  <i>Ann</i>   B ")
    assert store.participants.get(ann.key).nickname == "<i>Ann</i> B"
    with pytest.raises(NicknameTakenError):
        store.participants.rename(bo.key, "<I>ann</I> b")
    for wrong in ("", " ", "x" * 41, "ß" * 21):
        with pytest.raises(UserError):
            store.participants.rename(ann.key, wrong)
    store.participants.rename(bo.key, "ß" * 20)
    for change in (store.participants.rename, store.participants.set_idea):
        with pytest.raises(StoreError, match="no such participant"):
            change("x" * 22, "Nobody")
    store.classes.replace_nickname(room.lead_key, ann.key, WORDS)
    given = store.participants.get(ann.key).nickname
    assert given not in ("<i>Ann</i> B", "ß" * 20)
    with pytest.raises(UserError, match="instructor has chosen"):
        store.participants.rename(ann.key, "Something rude")
    assert store.participants.get(ann.key).nickname == given
    with pytest.raises(StoreError):
        store.classes.replace_nickname(room.code, bo.key)


def test_a_class_ends_with_its_date_and_leaves_nothing(store: Store) -> None:
    room, (ann,) = _voting(store)
    store.votes.cast(ann.key, 1, {"q": "x"})
    over = replace(store.classes, clock=lambda: room.expires_at)
    assert over.by_code(room.code, "here") is None and over.by_lead(room.lead_key) is None
    assert store.classes.by_code("nonsense", "here") is None
    assert store.classes.remove_expired(room.expires_at - timedelta(seconds=1)) == 0
    assert store.classes.remove_expired(room.expires_at + timedelta(hours=1)) == 1
    assert _rows(store) == [0, 0, 0, 0]


def test_delete_removes_everything_at_once(store: Store) -> None:
    room, (ann,) = _voting(store)
    store.votes.cast(ann.key, 1, {"q": "x"})
    assert not store.classes.delete(room.key)
    assert store.classes.delete(room.lead_key)
    assert _rows(store) == [0, 0, 0, 0]
    assert store.participants.pulse(room.key) is None
    with pytest.raises(StoreError):
        store.votes.cast(ann.key, 1, {"q": "x"})


def test_time_is_set_and_extended_and_the_pairs_are_kept(store: Store) -> None:
    room, (ann, bo) = _voting(store, 2)
    first = store.classes.set_time(room.lead_key, 3)
    more = store.classes.set_time(room.lead_key, 2)
    assert more.deadline - first.deadline == timedelta(minutes=2)
    assert more.version > first.version > room.version
    group = SavedGroup(members=(ann.key, bo.key), questions=("q",))
    store.classes.go(room.lead_key, Step.COUNTED)
    there = store.classes.go(room.lead_key, Step.DISCUSSION, [group])
    assert there.pairs == (group,) and there.deadline is None and not there.histogram


def test_simulated_students_vote_in_one_go(store: Store) -> None:
    room = store.classes.open(PLAN)
    store.participants.join(room.key, WORDS, simulated=30)
    everybody = store.participants.of(room.key)
    assert len(everybody) == 30 and all(person.simulated for person in everybody)
    store.classes.go(room.lead_key, Step.FIRST_VOTE)
    store.votes.cast_many({person.key: {"q": "x", "r": "y"} for person in everybody}, 1)
    assert tally(ballots(store.votes.of(room.key), 1), "q") == {"x": 30}


def _rows(store: Store) -> list[int]:
    with store.engine.connect() as connection:
        return [
            connection.scalar(select(func.count()).select_from(table)) or 0
            for table in (tables.participant, tables.vote, tables.classroom, tables.wrong_code)
        ]
