"""Which of their own words a person is asked for: those whose brackets they see, and few at a time."""

from __future__ import annotations

import pytest

from framework import assess, load_rules
from framework.report.front import front_of
from framework.report.own_words import MAX_ASKED, asked_first

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
    asked = asked_first(RULES, found)
    assert len(asked) == MAX_ASKED
    assert "unit" in asked or "[case]" not in said
    seen = {id_ for id_ in LISTED if f"[{RULES.questions[id_].placeholder}]" in said}
    assert seen <= set(asked) or set(asked) <= seen | {"output"}


def test_a_field_stays_while_it_is_filled_in_and_makes_room_in_the_next_session():
    found = assess(RULES, {"answers": BUILDING[0].answers})
    asked = asked_first(RULES, found)
    typed = assess(RULES, {"answers": BUILDING[0].answers, "words": {asked[0]: "banana"}})
    assert asked_first(RULES, typed, shown=asked) == asked
    later = asked_first(RULES, typed)
    assert asked[0] not in later
    assert len(later) == MAX_ASKED


def test_nothing_is_asked_where_everything_was_given():
    words = dict.fromkeys(LISTED, "something")
    found = assess(RULES, {"answers": BUILDING[0].answers, "words": words})
    assert asked_first(RULES, found) == ()
    assert asked_first(RULES, found, shown=LISTED[:2]) == LISTED[:2]
