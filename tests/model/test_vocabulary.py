"""The words of the glossary in a text: whole words in any form that a sentence has, and no everyday ones."""

from __future__ import annotations

import pytest

from framework import load_rules
from framework.model.lesson import Term
from framework.model.vocabulary import terms_in
from tests.cli.running import TINY

TERMS = (
    Term(id="label", name="Label", also=("ground truth", "target"), everyday=("Target",), means="The answer."),
    Term(id="loss", name="Loss", also=("loss function",), everyday=("loss",), means="Made small."),
    Term(id="generalise", name="To generalise", means="Right on new cases."),
    Term(id="test", name="Test data", also=("test",), means="Put aside."),
    Term(id="leakage", name="Leakage (of data)", means="Known too late."),
)
RULEBASE = load_rules(TINY).model_copy(update={"glossary": TERMS})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Every LABEL counts.", ["label"]),
        ("Labels, and labels again", ["label"]),
        ("Labelled cases, a relabel, a label-free way", []),
        ("The ground-truth and the\nground truth", ["label"]),
        ("It reaches the target with a loss of 3.", []),
        ("Choose a loss function.", ["loss"]),
        ("A model that generalises", ["generalise"]),
        ("Test data first, then labels", ["test", "label"]),
        ("Leakage (of data) is none", ["leakage"]),
        ("", []),
    ],
)
def test_a_text_names_terms_by_whole_words_in_any_form(text, found):
    assert [term.id for term in terms_in(RULEBASE, text)] == found


def test_without_a_glossary_no_word_is_found():
    assert terms_in(RULEBASE.model_copy(update={"glossary": ()}), "A label, and test data") == ()


def test_everyday_words_are_words_of_their_term():
    for term in load_rules().glossary:
        assert {*map(str.casefold, term.everyday)} <= {*map(str.casefold, (term.name, *term.also))}, term.id
