"""Ideas in a file: no key in it, back again as they were, the same bytes when exported again."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from framework.errors import UserError
from framework.model.history import MAX_NOTE
from framework.model.sheet import MAX_WORD, Sheet
from framework.store import MAX_SHEET_BYTES, Store, WorkTooLarge
from framework.store.portable import MAX_BRIEF_BYTES, MAX_IDEAS, Idea, from_json, to_json
from framework.store.tables import work
from framework.store.work import MAX_TITLE

from .helpers import create
from .test_editions import brief
from .test_work import SHEETS


def test_a_file_has_no_key_and_comes_back_as_the_same_bytes(store: Store, new_place) -> None:
    works = [create(store, title) for title in ("Ünï 谁", "b", "a")]
    text = to_json(reversed(works))
    assert not [work.key for work in works if work.key in text]
    elsewhere = Store.open(new_place())
    again = elsewhere.bring_in(from_json(text))
    assert [work.title for work in again] == ["Ünï 谁", "b", "a"], "in the order in which they were begun"
    assert to_json(elsewhere.work.get_many([work.key for work in again])) == text
    elsewhere.close()


def test_all_ideas_of_a_file_come_in_or_none(store: Store) -> None:
    fine, large = (Idea.of(create(store, title)) for title in ("fine", "large"))
    large = large.model_copy(update={"sheet": Sheet(words={"unit": "x" * MAX_SHEET_BYTES})})
    before = _count(store)
    with pytest.raises(WorkTooLarge):
        store.bring_in([fine, large])
    assert _count(store) == before
    assert len(store.bring_in([fine, fine])) == 2
    assert _count(store) == before + 2


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("ideas", 0, "digest"), "d" * 65),
        (("ideas", 0, "digest"), "a\0b"),
        (("ideas", 0, "rulebase"), "r" * 61),
        (("ideas", 0, "sheet", "title"), "x" * (MAX_TITLE + 1)),
        (("ideas", 0, "sheet", "words", "any"), "x" * (MAX_WORD + 1)),
        (("ideas", 0, "history", "tried"), "x" * (MAX_NOTE + 1)),
        (("ideas", 0, "created_at"), "2026-01-01T00:00:00"),
        (("ideas", 0, "created_at"), "9999-12-31T23:59:59-01:00"),
        (("ideas", 0, "updated_at"), "0001-01-01T00:00:00+01:00"),
        (("ideas", 0, "updated_at"), "9999-12-31T23:59:59Z"),
        (("ideas", 0, "earlier", 0, "digest"), "d" * 65),
        (("ideas", 0, "earlier", 0, "why"), "x" * MAX_BRIEF_BYTES),
        (("ideas", 0, "earlier"), 9),
        (("ideas",), MAX_IDEAS + 1),
    ],
)
def test_what_does_not_fit_the_database_is_refused_before_it(store: Store, place: tuple[str | int, ...], value) -> None:
    """A number: so many of what stands there."""
    content = json.loads(to_json([create(store)], {}))
    content["ideas"][0]["earlier"] = [brief("a").model_dump(mode="json")]
    assert from_json(json.dumps(content))
    inside = content
    for step in place[:-1]:
        inside = inside[step]
    inside[place[-1]] = inside[place[-1]] * value if isinstance(value, int) else value
    with pytest.raises(UserError, match="not a file of ideas"):
        from_json(json.dumps(content))


def test_texts_of_a_file_are_cleaned_as_those_of_a_field(store: Store) -> None:
    """Characters that turn the text around, bells and line ends; notes keep their lines."""
    content = json.loads(to_json([create(store)], {}))
    hostile = "\u202eOne\a\ntwo"
    idea = content["ideas"][0]
    idea["title"] = idea["sheet"]["title"] = idea["sheet"]["words"]["any"] = idea["history"]["tried"] = hostile
    (again,) = store.bring_in(from_json(json.dumps(content)))
    kept = store.work.get(again.key)
    assert {kept.title, kept.sheet.title, kept.sheet.words["any"]} == {"One  two"}
    assert kept.history.tried == "One\ntwo"


def test_a_moment_of_any_time_zone_comes_in_as_it_was(store: Store) -> None:
    content = json.loads(to_json([create(store)], {}))
    content["ideas"][0]["created_at"] = "2026-01-01T00:30:00+02:00"
    (again,) = store.bring_in(from_json(json.dumps(content)))
    assert store.work.get(again.key).created_at == datetime(2025, 12, 31, 22, 30, tzinfo=UTC)


def _count(store: Store) -> int:
    with store.engine.connect() as connection:
        return connection.scalar(select(func.count()).select_from(work)) or 0


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
    with pytest.raises(UserError, match="not a file of ideas") as error:
        from_json(text)
    assert "Export all" in error.value.hint
