"""Pieces of work: kept, found, saved without overwriting, copied, deleted."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event, update

from framework.errors import StoreError, UserError
from framework.model.sheet import Range, Sheet
from framework.store import MAX_SHEET_BYTES, StaleWork, Store, WorkTooLarge
from framework.store.portable import Idea
from framework.store.tables import work as table
from framework.store.work import WorkTable

from .helpers import SHEET, create

WRONG_KEYS = [
    "",
    "short",
    "x" * 21,
    "x" * 23,
    "x" * 100_000,
    "é" * 22,
    "' OR 1=1 --          ",
    "a" * 21 + "\n",
    None,
    7,
]


def test_a_new_piece_of_work_has_revision_one_and_its_moment(store: Store) -> None:
    before = datetime.now(UTC)
    work = create(store, "Churn")
    assert (work.title, work.revision, work.rulebase, work.digest) == ("Churn", 1, "should_i_use_ml", "d" * 64)
    assert before <= work.created_at == work.updated_at <= datetime.now(UTC)
    assert store.work.get(work.key) == work


def test_keys_cannot_be_guessed_from_one_another(store: Store) -> None:
    keys = {create(store).key for _ in range(50)}
    assert len(keys) == 50
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{22}", key) for key in keys)


@pytest.mark.parametrize("key", WRONG_KEYS, ids=lambda key: repr(key)[:20])
def test_what_cannot_be_a_key_is_unknown_and_never_reaches_the_database(store: Store, key: str) -> None:
    statements: list[str] = []
    event.listen(store.engine, "before_cursor_execute", lambda *arguments: statements.append(arguments[2]))
    assert store.work.get(key) is None
    assert store.work.delete(key) is False
    with pytest.raises(StoreError, match="no saved work under this address"):
        store.work.save(key, SHEET)
    assert statements == []


def test_an_unknown_key_of_the_right_shape_is_unknown(store: Store) -> None:
    key = "x" * 22
    assert store.work.get(key) is None
    assert store.work.delete(key) is False
    for act in (
        lambda: store.work.save(key, SHEET),
        lambda: store.work.save(key, SHEET, 1),
    ):
        with pytest.raises(StoreError, match="no saved work"):
            act()


def test_a_save_moves_the_revision_the_moment_and_the_title(store: Store) -> None:
    clock = iter(datetime(2026, 1, 1, 12, tzinfo=UTC) + timedelta(minutes=minute) for minute in range(9))
    works = WorkTable(store.engine, lambda: next(clock))
    work = works.create("Old", "rules", "", Sheet())
    saved = works.save(work.key, Sheet(title="New", answers={"a": "b"}), expected_revision=1)
    assert (saved.revision, saved.title, saved.created_at) == (2, "New", work.created_at)
    assert saved.updated_at - work.updated_at == timedelta(minutes=1)
    assert works.get(work.key) == saved
    assert works.save(work.key, Sheet()).title == "New", "an empty title keeps the old one"


def test_a_second_tab_cannot_overwrite_what_it_has_not_seen(store: Store) -> None:
    work = create(store)
    first = store.work.save(work.key, Sheet(title="First tab"), expected_revision=work.revision)
    with pytest.raises(StaleWork, match="another window") as stale:
        store.work.save(work.key, Sheet(title="Second tab"), expected_revision=work.revision)
    assert stale.value.current == first == store.work.get(work.key)
    assert isinstance(stale.value, UserError)
    assert store.work.save(work.key, Sheet(title="Second tab"), stale.value.current.revision).revision == 3


def test_without_an_expected_revision_the_last_one_wins(store: Store) -> None:
    work = create(store)
    for title in ("a", "b"):
        store.work.save(work.key, Sheet(title=title))
    found = store.work.get(work.key)
    assert found
    assert (found.title, found.revision) == ("b", 3)


def test_fifty_threads_lose_nothing(store: Store) -> None:
    shared = create(store)

    def one(number: int) -> str:
        work = create(store, f"work {number}")
        for step in range(5):
            work = store.work.save(work.key, Sheet(title=f"{number}.{step}"), work.revision)
        store.work.save(shared.key, Sheet(title=f"by {number}"))
        return work.key

    with ThreadPoolExecutor(50) as pool:
        keys = list(pool.map(one, range(50)))
    found = [store.work.get(key) for key in keys]
    assert [(work.title, work.revision) for work in found if work] == [(f"{number}.4", 6) for number in range(50)]
    last = store.work.get(shared.key)
    assert last
    assert last.revision == 51


def test_of_many_tabs_saving_at_once_exactly_one_gets_through(store: Store) -> None:
    work = create(store)

    def one(number: int) -> bool:
        try:
            store.work.save(work.key, Sheet(title=str(number)), expected_revision=1)
        except StaleWork:
            return False
        return True

    with ThreadPoolExecutor(20) as pool:
        assert sum(pool.map(one, range(20))) == 1


def test_two_stores_on_one_database_see_each_other(where: str) -> None:
    one, other = Store.open(where), Store.open(where)
    work = create(one)
    assert other.work.save(work.key, Sheet(title="over there")).revision == 2
    found = one.work.get(work.key)
    assert found
    assert found.title == "over there"
    one.close()
    other.close()


def test_deleted_work_is_gone(store: Store) -> None:
    work, other = create(store), create(store)
    assert store.work.delete(work.key) is True
    assert store.work.delete(work.key) is False
    assert store.work.get(work.key) is None
    assert store.work.get(other.key) == other


def test_many_are_found_at_once_the_last_changed_first(store: Store) -> None:
    one, two = create(store, "one"), create(store, "two")
    changed = store.work.save(one.key, SHEET)
    assert store.work.get_many([one.key, two.key, "x" * 22, "no key", one.key]) == (changed, two)
    assert store.work.get_many([]) == ()


def test_the_last_changed_are_found_without_reading_the_others(store: Store) -> None:
    one, two, three = (create(store, title) for title in ("one", "two", "three"))
    changed = store.work.save(one.key, SHEET)
    keys = [work.key for work in (one, two, three)]
    assert store.work.latest(keys, one.rulebase, 2) == ((changed, three), 3)
    assert store.work.latest(keys, "bicycles", 2) == store.work.latest(["no key"], one.rulebase, 2) == ((), 0)


def test_what_was_exported_comes_back_under_a_new_key(store: Store) -> None:
    work = create(store)
    (again,) = store.bring_in([Idea.of(work)])
    assert again.key != work.key
    assert replace(again, key=work.key, opened_at=work.opened_at) == work
    assert store.work.get(again.key) == again


def test_opening_is_noted_at_most_once_a_day(store: Store) -> None:
    times = [datetime(2026, 1, 1, tzinfo=UTC)]
    works = WorkTable(store.engine, lambda: times[-1])
    work = works.create("", "rules", "", Sheet())
    for hours, noted in ((20, False), (30, True), (40, False)):
        times.append(times[0] + timedelta(hours=hours))
        before = works.get(work.key)
        works.opened(before)
        after = works.get(work.key)
        assert (after.opened_at == times[-1], after != before) == (noted, noted)
        assert after.revision == 1 and after.updated_at == work.updated_at


def test_only_what_nobody_opened_is_removed(store: Store) -> None:
    times = [datetime(2026, 1, 1, tzinfo=UTC)]
    works = WorkTable(store.engine, lambda: times[-1])
    old, opened, saved = (works.create(title, "rules", "", Sheet()) for title in ("old", "opened", "saved"))
    times.append(datetime(2026, 6, 1, tzinfo=UTC))
    works.opened(opened)
    works.save(saved.key, Sheet())
    new = works.create("new", "rules", "", Sheet())
    assert works.remove_unopened(datetime(2026, 1, 2, tzinfo=UTC)) == 1
    assert works.get(old.key) is None
    assert {work.key for work in works.get_many([old.key, opened.key, saved.key, new.key])} == {
        opened.key, saved.key, new.key,
    }  # fmt: skip
    assert works.remove_unopened(datetime(2026, 1, 2, tzinfo=UTC)) == 0


def test_work_goes_on_under_other_rules_and_nothing_else_changes(store: Store) -> None:
    work = create(store)
    assert store.work.adopt(work.key, "other") is True
    assert store.work.get(work.key) == replace(work, digest="other")
    assert store.work.adopt("A" * 22, "other") is False
    assert store.work.adopt("no key", "other") is False


def test_a_sheet_is_kept_up_to_the_limit_and_refused_above_it(store: Store) -> None:
    room = MAX_SHEET_BYTES - len(Sheet(words={"note": ""}).model_dump_json())
    work = create(store, sheet=Sheet(words={"note": "x" * room}))
    too_large = Sheet(words={"note": "x" * (room + 1)})
    with pytest.raises(WorkTooLarge, match="at most 256 kB"):
        create(store, sheet=too_large)
    with pytest.raises(WorkTooLarge):
        store.work.save(work.key, too_large)
    with pytest.raises(WorkTooLarge):
        create(store, sheet=Sheet(words={"note": "é" * (room // 2 + 1)}))
    assert store.work.get(work.key) == work


@pytest.mark.parametrize("sheet", [Sheet(numbers={"n": float("inf")}), Sheet(numbers={"n": float("nan")})])
def test_a_sheet_that_would_not_read_back_is_refused(store: Store, sheet: Sheet) -> None:
    with pytest.raises(StoreError, match="cannot be saved"):
        create(store, sheet=sheet)


def test_a_long_title_is_cut_and_a_nul_becomes_a_space(store: Store) -> None:
    work = create(store, " a\0b" + "x" * 500)
    assert work.title == "a b" + "x" * 197
    assert store.work.get(work.key) == work


def test_a_saved_sheet_that_cannot_be_read_is_told(store: Store) -> None:
    work = create(store)
    with store.engine.begin() as connection:
        connection.execute(update(table).values(sheet='{"colour": "red"}'))
    with pytest.raises(StoreError, match="cannot read"):
        store.work.get(work.key)


WORDS = st.text(st.characters(codec="utf-8"), max_size=30)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
SHEETS = st.builds(
    Sheet,
    title=WORDS,
    answers=st.dictionaries(WORDS, WORDS | st.lists(WORDS, max_size=3).map(tuple), max_size=4),
    words=st.dictionaries(WORDS, WORDS, max_size=4),
    numbers=st.dictionaries(WORDS, NUMBERS | st.builds(Range, low=NUMBERS, middle=NUMBERS, high=NUMBERS), max_size=4),
)


@given(sheet=SHEETS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_sheet_comes_back_as_it_went_in(store: Store, sheet: Sheet) -> None:
    work = create(store, sheet=sheet)
    assert store.work.get(work.key) == work
