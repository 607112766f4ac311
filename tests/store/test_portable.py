"""Ideas in a file: no key in it, back again as they were, the same bytes when exported again."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from framework.errors import UserError
from framework.model.sheet import Sheet
from framework.store import Store
from framework.store.portable import from_json, to_json

from .helpers import create
from .test_work import SHEETS


def test_a_file_has_no_key_and_comes_back_as_the_same_bytes(store: Store, new_place) -> None:
    works = [create(store, title) for title in ("Ünï 谁", "b", "a")]
    text = to_json(reversed(works))
    assert not [work.key for work in works if work.key in text]
    elsewhere = Store.open(new_place())
    again = [elsewhere.work.restore(idea.as_work()) for idea in from_json(text)]
    assert [work.title for work in again] == ["Ünï 谁", "b", "a"], "in the order in which they were begun"
    assert to_json(elsewhere.work.get_many([work.key for work in again])) == text
    elsewhere.close()


@given(sheets=st.lists(SHEETS, max_size=3))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_sheets_travel(store: Store, sheets: list[Sheet]) -> None:
    text = to_json(create(store, "t", sheet) for sheet in sheets)
    assert to_json(idea.as_work() for idea in from_json(text.encode())) == text


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", '{"format": "other", "ideas": []}', '{"format": "should-i-use-ml ideas", "ideas": [{"title": 1}]}'],
)
def test_what_is_no_such_file_is_told_with_what_to_do(text: str) -> None:
    with pytest.raises(UserError, match="no file of ideas") as error:
        from_json(text)
    assert "Export all" in error.value.hint
