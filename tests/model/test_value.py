"""A value model as data."""

from __future__ import annotations

from framework import load_rules

RULES = load_rules()


def test_where_a_report_is_about_something_else_nothing_but_the_report_goes() -> None:
    """So that a field added later is not lost with it."""
    with_one = [value for value in RULES.value.values() if value.quality.stand_in_when is not None]
    assert with_one
    for value in with_one:
        bare = value.without_report()
        assert bare.model_copy(update={"quality": value.quality}) == value
        kept = {**value.quality.model_dump(), "stand_in": None, "stand_in_when": None}
        assert bare.quality.model_dump() == kept
