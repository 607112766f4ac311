"""Second opinions: kept as they were handed in, at most so many, and gone with what they are about."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from framework.errors import StoreError, UserError
from framework.model.sheet import Sheet
from framework.store import Store
from framework.store.opinions import MOST

from .helpers import SHEET, create


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
    assert {opinion.key for opinion in store.opinions.under([first, other, one, "?"])} == {first, other}
    assert store.opinions.under([]) == () and store.opinions.get(one) is None


def test_one_who_is_removed_keeps_their_own_sheet(store: Store) -> None:
    idea = create(store).key
    key = begun(store, idea)
    assert store.opinions.remove(key) is True
    assert store.opinions.remove(key) is False
    assert store.opinions.on(idea) == () and store.work.get(key)


def test_an_opinion_goes_with_the_idea_and_with_the_persons_own_sheet(store: Store) -> None:
    idea = create(store).key
    store.opinions.invite(idea, "Ada", shared=True)
    gone, kept = begun(store, idea), begun(store, idea)
    store.work.delete(gone)
    assert [opinion.key for opinion in store.opinions.on(idea)] == [kept]
    store.work.delete(idea)
    assert store.opinions.get(kept) is None and store.opinions.invitation(idea) is None
    assert store.work.get(kept), "it is theirs"


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
    store.opinions.remove(key)
    store.opinions.invite(idea, "Ada", shared=True)
    assert store.opinions.invitation(idea).shared is True


def test_of_many_who_begin_at_once_only_so_many_do(store: Store) -> None:
    idea = create(store).key
    for _ in range(MOST - 2):
        begun(store, idea)
    keys = [create(store).key for _ in range(6)]

    def begin(key: str) -> bool:
        try:
            store.opinions.begin(idea, key, "x")
        except UserError:
            return False
        return True

    with ThreadPoolExecutor(6) as pool:
        assert sum(pool.map(begin, keys)) == 2
    assert len(store.opinions.on(idea)) == MOST


@pytest.mark.parametrize("idea", ["", "x" * 22, "é" * 22])
def test_nobody_is_asked_about_nothing(store: Store, idea: str) -> None:
    key = create(store).key
    with pytest.raises(StoreError, match="no saved work"):
        store.opinions.begin(idea, key, "x")
    with pytest.raises(StoreError, match="no saved work"):
        store.opinions.invite(idea, "x", shared=True)
