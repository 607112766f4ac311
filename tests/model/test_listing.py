"""Several things in one sentence, and their order."""

from __future__ import annotations

from framework import load_rules
from framework.model.listing import alphabetical, listed
from framework.rulebase.translating import in_language


def test_accents_and_capitals_do_not_change_the_order():
    assert sorted(["Santé", "Énergie", "énergies", "Argent"], key=alphabetical) == [
        "Argent",
        "Énergie",
        "énergies",
        "Santé",
    ]


def test_texts_with_commas_are_parted_by_the_semicolon_of_a_language():
    assert listed(["a, b", "c"], "and") == "a, b; and c"
    french = in_language(load_rules(), "fr")
    question = next(
        one for one in french.closed_questions.values() if any("," in option.text for option in one.options)
    )
    answer = tuple(option.id for option in question.options)[:2]
    said = french.answer_text(question.id, answer)
    assert "\u00a0; " in said and not any(before in said for before in ("a; ", "e; ", "s; ", "t; "))
