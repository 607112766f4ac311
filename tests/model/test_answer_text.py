"""Several answers in one sentence, in the language of the rule base."""

from __future__ import annotations

from framework.rulebase import load_rules
from framework.rulebase.translating import in_language

RULES = load_rules()
PART = tuple(option.id for option in RULES.questions["error_cost"].options[:-1])


def test_what_is_left_out_and_what_is_left_are_told_in_the_language_of_the_rules() -> None:
    assert RULES.answer_text("error_cost", PART).startswith("Not “Death, ")
    french = in_language(RULES, "fr")
    assert french.answer_text("error_cost", PART).startswith("Pas «\u00a0La mort, ")
    assert "; ou " in french.answer_text("success_gap", ("seen", "seen_measured"))
