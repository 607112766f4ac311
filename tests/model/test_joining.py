"""Several answers in one sentence, in the words of the rule base."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from framework.model.manifest import Joining
from framework.rulebase import load_rules
from framework.rulebase.translating import in_language

RULES = load_rules()
PART = tuple(option.id for option in RULES.questions["error_cost"].options[:-1])


def test_what_is_left_out_and_what_is_left_are_told_in_the_words_of_the_rules() -> None:
    assert RULES.answer_text("error_cost", PART).startswith("Not “Death, ")
    french = in_language(RULES, "fr")
    assert french.answer_text("error_cost", PART).startswith("Pas «\u00a0La mort, ")
    assert "; ou " in french.answer_text("success_gap", ("seen", "seen_measured"))


@pytest.mark.parametrize("text", ["Not", "Not {answer}", "Not {answers} {answers}", "Not {answers} {"])
def test_a_sentence_that_cannot_be_filled_in_is_refused(text: str) -> None:
    with pytest.raises(ValidationError, match=r"must name \{answers\} once"):
        Joining(left_out=text)
