"""The fields for a person's own words on the last screen of the quick check: what was typed stays where it is."""

from __future__ import annotations

import pytest

from framework.ui import resources
from tests.ui.brief_sheets import rules
from tests.ui.looking import healthy, words

TYPED = {"word_unit": "jar of dough", "word_output": "whether it is ready"}


@pytest.fixture(params=[None, "piece_kind"], ids=["framed", "framing_open"])
def ending(request, app, new_work):
    """Opens the last screen of an idea, each time in a session of its own as after a reload."""
    answers = {id_: x for id_, x in rules().case["cheque_amount_reading"].answers.items() if id_ != request.param}
    key = new_work(title="Dough", answers=answers)
    found = resources.assessment_of(resources.store().work.get(key).sheet)
    assert found.verdict and (found.framing is None) == (request.param is not None)
    return lambda: healthy(app("interview", work=key, way="quick"))


def fields_of(at):
    return {field.key: field.value for field in at.text_input if field.key.startswith("word_")}


def test_what_was_typed_stands_in_the_same_fields_after_a_reload(ending):
    at = ending()
    empty = fields_of(at)
    assert empty.keys() > TYPED.keys()
    for key, text in TYPED.items():
        at = healthy(at.text_input(key=key).set_value(text).run())
    assert fields_of(at) == fields_of(ending()) == {**empty, **TYPED}


def test_the_sentence_has_each_word_at_once(ending):
    """Also while the kind of task is open, which has the sentence of its framing wait."""
    at = ending()
    for key, text in TYPED.items():
        at = healthy(at.text_input(key=key).set_value(text).run())
        grown = next(item.value for item in at.html if 'class="grown"' in item.value)
        assert text in grown
    assert "[the number that counts]" in words(at)


def test_the_brief_is_one_link_away_right_under_the_verdict(ending):
    """On a phone the buttons under the fields lie two screens further down."""
    assert "Read the brief" in [link.proto.label for link in ending().get("page_link")]
