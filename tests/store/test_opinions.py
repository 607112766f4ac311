"""Second opinions: kept as they were handed in, at most so many, and gone with what they are about."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import func, select

from framework.errors import StoreError, UserError
from framework.model.sheet import Sheet
from framework.store import Store, opinions, tables
from framework.store.opinions import MAX_OPINIONS
from framework.store.retention import remove_expired
from framework.store.work import utc_now

from .helpers import SHEET, at_once, create


def begun(store: Store, idea: str, name: str = "Kim") -> str:
    """The key of a sheet that is an opinion on an idea."""
    key = create(store, sheet=Sheet(title="The idea")).key
    store.opinions.begin(idea, key, name)
    return key


def test_what_is_handed_in_stays_as_it_was(store: Store) -> None:
    idea = create(store).key
    key = begun(store, idea)
    (waiting,) = store.opinions.on(idea)
    assert (waiting.key, waiting.idea, waiting.name, waiting.sheet) == (key, idea, "Kim", None)
    store.work.save(key, SHEET)
    assert store.opinions.hand_in(key) is True
    store.work.save(key, Sheet(title="Changed later"))
    assert store.opinions.hand_in(key) is False, "once"
    assert store.opinions.get(key).sheet == SHEET
    assert store.opinions.get(key).handed_in_at >= store.opinions.get(key).begun_at


def test_opinions_are_found_by_the_idea_and_by_their_own_keys(store: Store) -> None:
    one, two = create(store).key, create(store).key
    first, second, other = begun(store, one, "A"), begun(store, one, "B"), begun(store, two)
    assert [opinion.key for opinion in store.opinions.on(one)] == [first, second]
    assert list(found := store.opinions.under([other, first, one, "?"])) == [first, other]
    assert [opinion.name for opinion in found.values()] == ["A", "Kim"]
    assert store.opinions.under([]) == {} and store.opinions.get(one) is None


def test_one_who_is_removed_keeps_their_own_sheet(store: Store) -> None:
    idea = create(store).key
    key = begun(store, idea)
    number = store.opinions.get(key).id
    assert store.opinions.remove(number) is True
    assert store.opinions.remove(number) is False
    assert store.opinions.on(idea) == () and store.work.get(key)
    assert store.opinions.get(begun(store, idea)).id != number, "an old page deletes nobody else's"


def test_an_opinion_goes_with_the_idea(store: Store) -> None:
    idea = create(store).key
    store.opinions.invite(idea, "Ada", shared=True)
    key, left = begun(store, idea), begun(store, idea)
    for each in (key, left):
        store.opinions.hand_in(each)
    store.work.delete(left)
    store.work.delete(idea)
    assert store.opinions.get(key) is None and store.opinions.invitation(idea) is None
    assert _rows(store) == 0
    assert store.work.get(key), "it is theirs"


@pytest.mark.parametrize("how", ["deleted", "not opened for long"])
def test_what_was_handed_in_outlives_the_persons_own_sheet(store: Store, how: str) -> None:
    """What was only begun does not: nobody can hand it in any more."""
    idea = create(store).key
    handed_in, waiting, other = begun(store, idea, "Kim"), begun(store, idea, "Lee"), begun(store, idea, "Ann")
    store.work.save(handed_in, SHEET)
    store.opinions.hand_in(handed_in)
    if how == "deleted":
        assert [store.work.delete(key) for key in (handed_in, waiting, waiting)] == [True, True, False]
    else:
        later = replace(store.work, clock=lambda: utc_now() + timedelta(days=400))
        for opened in (idea, other):
            later.opened(store.work.get(opened))
        assert remove_expired(store.work, timedelta(days=365), later.clock()) == 2
    assert store.work.get(handed_in) is store.work.get(waiting) is None
    found = [(opinion.key, opinion.name, opinion.sheet) for opinion in store.opinions.on(idea)]
    assert found == [(None, "Kim", SHEET), (other, "Ann", None)]
    assert _rows(store) == 2
    assert store.opinions.under([handed_in, waiting]) == {} and store.opinions.hand_in(handed_in) is False
    assert store.opinions.remove(store.opinions.on(idea)[0].id), "whoever asked can delete it all the same"


def test_what_the_first_were_told_stays_true(store: Store) -> None:
    """Nobody's answers are shown to more people than they were told."""
    idea = create(store).key
    store.opinions.invite(idea, "Ada", shared=True)
    store.opinions.invite(idea, "Ada L", shared=False)
    assert store.opinions.invitation(idea).shared is False
    key = begun(store, idea)
    store.opinions.invite(idea, "Ada", shared=True)
    assert store.opinions.invitation(idea).shared is False
    assert store.opinions.invitation(idea).host == "Ada"
    store.opinions.remove(store.opinions.get(key).id)
    store.opinions.invite(idea, "Ada", shared=True)
    assert store.opinions.invitation(idea).shared is True


def test_who_only_begins_keeps_nobody_else_from_it(store: Store) -> None:
    """What can be read side by side is what was handed in; the others can still be handed in once one of these goes."""
    idea = create(store).key
    keys = [begun(store, idea) for _ in range(MAX_OPINIONS + 2)]
    *first, late, too_late = keys
    for key in first:
        assert store.opinions.hand_in(key)
    for refused in (lambda: store.opinions.hand_in(late), lambda: begun(store, idea)):
        with pytest.raises(UserError, match="opinions on this idea already") as error:
            refused()
        assert error.value.values == {"most": MAX_OPINIONS} and "whoever sent the link to delete" in error.value.hint
    assert store.opinions.hand_in(first[0]) is False, "no matter how many there are"
    assert len(store.opinions.on(idea)) == len(keys)
    store.opinions.remove(store.opinions.get(first[0]).id)
    assert store.opinions.hand_in(late)
    with pytest.raises(UserError):
        store.opinions.hand_in(too_late)


def test_those_only_begun_have_an_end_too(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Far later, and said as what it is; each that is handed in or deleted makes room for another."""
    assert opinions.MAX_BEGUN > 5 * MAX_OPINIONS
    monkeypatch.setattr(opinions, "MAX_BEGUN", 2)
    idea = create(store).key
    first, second = begun(store, idea), begun(store, idea)
    for make_room in (lambda: store.opinions.hand_in(first), lambda: store.work.delete(second)):
        with pytest.raises(UserError, match="opinions on this idea have been begun but not handed in"):
            begun(store, idea)
        make_room()
        begun(store, idea)


@pytest.mark.parametrize("what", ["begin", "hand in"])
def test_of_many_at_once_only_so_many_get_in(store: Store, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    monkeypatch.setattr(opinions, "MAX_BEGUN" if what == "begin" else "MAX_OPINIONS", 4)
    idea = create(store).key
    keys = [create(store).key for _ in range(8)]

    def begin(key: str) -> None:
        store.opinions.begin(idea, key, "x")

    def hand_in(key: str) -> None:
        assert store.opinions.hand_in(key)

    if what == "hand in":
        for key in keys:
            begin(key)
    act = begin if what == "begin" else hand_in
    refused = at_once(*(partial(act, key) for key in keys))
    assert len(refused) == 4 and all(error.startswith("UserError") for error in refused), refused
    found = store.opinions.on(idea)
    assert len(found if what == "begin" else [each for each in found if each.handed_in_at]) == 4


@pytest.mark.parametrize("idea", ["", "x" * 22, "é" * 22])
def test_nobody_is_asked_about_nothing(store: Store, idea: str) -> None:
    key = create(store).key
    with pytest.raises(StoreError, match="no saved work"):
        store.opinions.begin(idea, key, "x")
    with pytest.raises(StoreError, match="no saved work"):
        store.opinions.invite(idea, "x", shared=True)


def _rows(store: Store) -> int:
    with store.engine.connect() as connection:
        return connection.scalar(select(func.count()).select_from(tables.opinion)) or 0
