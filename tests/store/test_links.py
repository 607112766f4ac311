"""Links that do less than the key of a work: unguessable, stored hashed, replaced and withdrawn."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from framework.errors import StoreError
from framework.store import Purpose, Store
from framework.store.tables import metadata

from .helpers import create


def everything(store: Store) -> str:
    """Every value in every table."""
    with store.engine.connect() as connection:
        return "\n".join(str(row) for table in metadata.sorted_tables for row in connection.execute(table.select()))


def test_a_link_leads_to_its_work_and_only_for_its_purpose(store: Store) -> None:
    work, other = create(store), create(store)
    made = store.links.renew(work.key, Purpose.READ)
    assert store.links.work_of(made, Purpose.READ) == work.key
    assert store.links.work_of(made, Purpose.OPINION) is None
    assert store.links.made_at(work.key, Purpose.READ)
    assert store.links.made_at(other.key, Purpose.READ) is None
    assert store.work.get(made) is None, "it opens nothing to edit"


def test_the_key_of_a_link_is_not_in_the_database(store: Store) -> None:
    work = create(store)
    made = [store.links.renew(work.key, purpose) for purpose in Purpose]
    assert len({*made, work.key}) == 3
    assert not [key for key in made if key in everything(store)]
    assert work.key in everything(store)


def test_a_new_link_replaces_the_one_before(store: Store) -> None:
    work = create(store)
    first, second = (store.links.renew(work.key, Purpose.READ) for _ in range(2))
    assert store.links.work_of(first, Purpose.READ) is None
    assert store.links.work_of(second, Purpose.READ) == work.key


def test_a_link_that_is_withdrawn_leads_nowhere(store: Store) -> None:
    work = create(store)
    made, kept = store.links.renew(work.key, Purpose.READ), store.links.renew(work.key, Purpose.OPINION)
    assert store.links.withdraw(work.key, Purpose.READ) is True
    assert store.links.withdraw(work.key, Purpose.READ) is False
    assert store.links.work_of(made, Purpose.READ) is None
    assert store.links.work_of(kept, Purpose.OPINION) == work.key


def test_links_go_with_their_work(store: Store) -> None:
    work = create(store)
    made = store.links.renew(work.key, Purpose.READ)
    store.work.delete(work.key)
    assert store.links.work_of(made, Purpose.READ) is None


@pytest.mark.parametrize("key", ["", None, "x" * 22, "x" * 23, "é" * 22])
def test_what_is_no_key_has_no_link(store: Store, key: str) -> None:
    with pytest.raises(StoreError, match="no saved work"):
        store.links.renew(key, Purpose.READ)
    assert store.links.work_of(key, Purpose.READ) is None
    assert store.links.made_at(key, Purpose.READ) is None
    assert store.links.withdraw(key, Purpose.READ) is False


def test_of_links_that_are_renewed_at_once_one_works(store: Store) -> None:
    work = create(store)
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: store.links.renew(work.key, Purpose.READ), range(8)))
    assert sum(store.links.work_of(key, Purpose.READ) == work.key for key in made) == 1
