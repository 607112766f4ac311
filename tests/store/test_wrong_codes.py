"""Codes of classes are not guessed, and nobody who guesses locks the others out."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import islice, product

import pytest

from framework.classroom.codes import ALPHABET, LENGTH
from framework.classroom.plan import Plan
from framework.store import Store, guesses
from framework.store.classes import Classroom
from framework.store.guesses import TooManyWrongCodes

PLAN = Plan(kind="case", title="A class", questions=("q",))


def test_wrong_codes_are_counted_by_address_and_overall(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guesses, "WRONG_PER_ADDRESS", 3)
    monkeypatch.setattr(guesses, "WRONG_OVERALL", 5)
    now = datetime.now(UTC)
    later = replace(store.classes, clock=lambda: now)
    room = later.open(PLAN)
    for wrong in _wrong_codes(3, room):
        assert later.by_code(wrong, "one") is None
    with pytest.raises(TooManyWrongCodes):
        later.by_code(room.code, "one")
    assert later.by_code(room.code, "two") == room
    for wrong in _wrong_codes(2, room):
        assert later.by_code(wrong, "two") is None
    with pytest.raises(TooManyWrongCodes):
        later.by_code(room.code, "three")
    now += guesses.WINDOW + timedelta(seconds=1)
    assert later.by_code(room.code, "one") == room


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8::1", "2001:db8::ffff:1", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("::ffff:10.0.0.1", "10.0.0.1", True),
        ("10.0.0.1", "10.0.0.2", False),
    ],
)
def test_a_device_with_many_addresses_counts_as_one(
    one: str, other: str, same: bool, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A whole /64 of IPv6 belongs to whoever has one address in it."""
    monkeypatch.setattr(guesses, "WRONG_PER_ADDRESS", 1)
    room = store.classes.open(PLAN)
    (wrong,) = _wrong_codes(1, room)
    assert store.classes.by_code(wrong, one) is None
    if same:
        with pytest.raises(TooManyWrongCodes):
            store.classes.by_code(room.code, other)
    else:
        assert store.classes.by_code(room.code, other) == room


def test_nobody_in_a_hall_can_lock_the_others_out(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """500 behind one router have one address: who is in goes on finding the class, and other classes stay hidden."""
    monkeypatch.setattr(guesses, "WRONG_PER_ADDRESS", 3)
    room, other = store.classes.open(PLAN), store.classes.open(PLAN)
    assert store.classes.by_code(room.code, "hall") == room
    for wrong in _wrong_codes(3, room, other):
        assert store.classes.by_code(wrong, "hall") is None
    for _ in range(3):
        assert store.classes.by_code(room.code, "hall") == room
    for refused in (other.code, "nonsense"):
        with pytest.raises(TooManyWrongCodes):
            store.classes.by_code(refused, "hall")
    assert store.classes.by_code(other.code, "elsewhere") == other


def test_nobody_in_a_hall_can_lock_the_others_out_of_the_next_class(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Phones that a class has left open ask again whenever they wake up, many at the same moment. Its code counts as
    wrong once, and only other codes fill the limit.
    """
    monkeypatch.setattr(guesses, "WRONG_PER_ADDRESS", 3)
    room = store.classes.open(PLAN)
    assert store.classes.by_code(room.code, "hall") == room
    store.classes.delete(room.lead_key)
    with ThreadPoolExecutor(6) as pool:
        assert not any(pool.map(lambda _: store.classes.by_code(room.code, "hall"), range(24)))
    following = store.classes.open(PLAN)
    assert store.classes.by_code(following.code, "hall") == following
    for wrong in _wrong_codes(2, room, following):
        assert store.classes.by_code(wrong, "hall") is None
    with pytest.raises(TooManyWrongCodes):
        store.classes.by_code(room.code, "hall")
    assert store.classes.by_code(following.code, "hall") == following


def test_the_same_wrong_code_counts_again_later_and_from_elsewhere(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Within the time that counts, however and as often as it is typed, it is one guess."""
    monkeypatch.setattr(guesses, "WRONG_OVERALL", 2)
    now = datetime.now(UTC)
    later = replace(store.classes, clock=lambda: now)
    room = later.open(PLAN)
    (wrong,) = _wrong_codes(1, room)
    for typed in (wrong, wrong.lower(), f" {wrong[:3]} {wrong[3:]}"):
        assert later.by_code(typed, "one") is None
    assert later.by_code(room.code, "two") == room
    now += guesses.WINDOW + timedelta(seconds=1)
    for address in ("one", "two"):
        assert later.by_code(wrong, address) is None
    with pytest.raises(TooManyWrongCodes):
        later.by_code(room.code, "three")


def test_a_hall_may_mistype_for_a_while(store: Store) -> None:
    """The limits as they are: a fifth of 500 people mistype twice before the first one gets it right."""
    room = store.classes.open(PLAN)
    for wrong in _wrong_codes(200, room):
        assert store.classes.by_code(wrong, "hall") is None
    assert store.classes.by_code(room.code, "hall") == room
    assert guesses.WRONG_PER_ADDRESS < guesses.WRONG_OVERALL


def _wrong_codes(number: int, *rooms: Classroom) -> list[str]:
    """So many different codes of no class."""
    taken = {room.code for room in rooms}
    codes = ("".join(letters) for letters in product(ALPHABET, repeat=LENGTH))
    return list(islice((code for code in codes if code not in taken), number))
