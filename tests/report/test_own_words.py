"""Which of their own words a person is asked for: those whose brackets they see, and few at a time."""

from __future__ import annotations

import pytest

from framework import assess, load_rules
from framework.report.front import front_of
from framework.report.own_words import MAX_ASKED, asked_first, missing_of

RULES = load_rules()
LISTED = RULES.manifest.interview.own_words
BUILDING = [
    case for case in RULES.cases if (found := assess(RULES, {"answers": case.answers})).verdict and found.framing
]


@pytest.mark.parametrize("case", BUILDING, ids=lambda case: case.id)
def test_what_stands_in_brackets_is_asked_first(case):
    """A case from a student: the framing said "[case]", and nothing asked what one case is."""
    found = assess(RULES, {"answers": case.answers})
    said = " ".join(line.text for panel in front_of(RULES, found).panels for line in panel.lines)
    asked = asked_first(RULES, found, {})
    assert len(asked) == MAX_ASKED
    assert "unit" in asked or "[case]" not in said
    seen = {id_ for id_ in LISTED if f"[{RULES.questions[id_].placeholder}]" in said}
    assert seen <= set(asked) or set(asked) <= seen | {"output"}


@pytest.mark.parametrize("case", BUILDING, ids=lambda case: case.id)
def test_a_word_takes_no_field_away(case):
    """Whoever loads the page again finds what they typed where they typed it, and no other question in its place."""
    wordless = assess(RULES, {"answers": case.answers})
    first = asked_first(RULES, wordless, {})
    for number in range(len(first)):
        assert asked_first(RULES, wordless, dict.fromkeys(first[:number], "banana")) == first
    assert asked_first(RULES, wordless, dict.fromkeys(first, "banana")) == LISTED, "all of them are given"


def test_a_text_that_was_given_elsewhere_has_its_field():
    wordless = assess(RULES, {"answers": BUILDING[0].answers})
    first = asked_first(RULES, wordless, {})
    other = next(id_ for id_ in LISTED if id_ not in first)
    asked = asked_first(RULES, wordless, {other: "banana"})
    assert set(asked) == {*first, other}
    assert missing_of(RULES, asked, {other: "banana"}) == frozenset(first)


def test_no_field_comes_while_the_last_one_is_filled_in():
    wordless = assess(RULES, {"answers": BUILDING[0].answers})
    words = dict.fromkeys(LISTED, "something")
    assert asked_first(RULES, wordless, words, shown=LISTED[:2]) == LISTED[:2]
    assert missing_of(RULES, LISTED, words) == frozenset()
