"""The interview: asks what applies, saves at every answer, loses nothing."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from framework import assess
from framework.assessment.chain import core_first, demanded
from framework.reasoning.conclusions import facts_of
from framework.ui import resources
from framework.ui.escaping import md
from tests.ui.brief_sheets import sheet_for_task
from tests.ui.looking import healthy, key_of, words


def choose(at: AppTest, question: str, option: str) -> AppTest:
    return at.radio(key=f"answer_{question}").set_value(option).run()


@pytest.mark.parametrize("section", [section.id for section in resources.rules().sections])
def test_every_section_renders_with_nothing_preselected(app, section):
    at = healthy(app("interview", section=section))
    found = next(item for item in resources.rules().sections if item.id == section)
    assert found.title in at.title[0].value
    assert all(radio.value is None for radio in at.radio)
    assert not any(box.value for box in at.checkbox)
    asked = assess(resources.rules(), {"answers": {}}).numbers_asked
    always = [q for q in found.questions if q.asked_when is None and (q.kind != "number" or q.id in asked)]
    assert len(at.radio) + len(at.text_input) + len(at.checkbox) >= len(always)
    assert len(at.text_input) <= len(always)


def test_every_closed_question_can_be_answered_not_sure(app):
    for section in resources.rules().sections:
        for radio in app("interview", section=section.id).radio:
            assert radio.options[-1] == resources.rules().manifest.not_sure


def test_an_answer_is_saved_at_once_and_the_address_then_names_the_work(app, store):
    question = next(iter(resources.rules().closed_questions.values()))
    at = app("interview", section=resources.rules().sections[0].id)
    assert "work" not in at.query_params
    healthy(choose(at, question.id, question.options[0].id))
    assert store.work.get(key_of(at)).sheet.answers == {question.id: question.options[0].id}


def test_answers_survive_a_new_session(app):
    question = next(iter(resources.rules().closed_questions.values()))
    at = choose(app("interview", section=resources.rules().sections[0].id), question.id, question.options[1].id)
    later = app("interview", work=key_of(at), section=resources.rules().sections[0].id)
    assert later.radio(key=f"answer_{question.id}").value == question.options[1].id


def test_two_quick_answers_before_the_browser_knows_the_address_go_into_one_work(app, store):
    first, second = list(resources.rules().closed_questions.values())[:2]
    at = app("interview", section=resources.rules().sections[0].id)
    choose(at, first.id, first.options[0].id)
    key = key_of(at)
    del at.query_params["work"]
    choose(at, second.id, second.options[0].id)
    assert set(store.work.get(key).sheet.answers) == {first.id, second.id}


def _dependent():
    """A question asked only after one option of another, both in one section: (first, option, other option, second)."""
    from framework.model.condition import Is

    for section in resources.rules().sections:
        for question in section.questions:
            when = question.asked_when
            if question.kind == "one" and isinstance(when, Is):
                first = resources.rules().closed_questions[when.name]
                other = next(option.id for option in first.options if option.id not in when.values)
                return first, when.values[0], other, question
    raise AssertionError("the rules have no such question")


def test_a_leftover_answer_is_hidden_and_comes_back_when_its_question_applies_again(app, new_work, store):
    first, with_it, without, question = _dependent()
    rulebase = resources.rules()
    key = new_work(answers={first.id: with_it, question.id: question.options[0].id})
    here, there = rulebase.section_of[first.id].id, rulebase.section_of[question.id].id
    at = app("interview", work=key, section=there)
    assert at.radio(key=f"answer_{question.id}").value == question.options[0].id
    choose(app("interview", work=key, section=here), first.id, without)
    hidden = app("interview", work=key, section=there)
    assert f"answer_{question.id}" not in [radio.key for radio in hidden.radio]
    assert question.id in store.work.get(key).sheet.answers
    choose(app("interview", work=key, section=here), first.id, with_it)
    back = app("interview", work=key, section=there)
    assert back.radio(key=f"answer_{question.id}").value == question.options[0].id


def test_a_stale_second_tab_adds_its_answer_to_the_newer_ones_and_says_so(app, new_work, store):
    first, second = list(resources.rules().closed_questions.values())[:2]
    section = resources.rules().sections[0].id
    key = new_work(title="x")
    one, two = app("interview", work=key, section=section), app("interview", work=key, section=section)
    choose(one, first.id, first.options[0].id)
    healthy(choose(two, second.id, second.options[0].id))
    assert set(store.work.get(key).sheet.answers) == {first.id, second.id}
    assert "another window" in words(two)
    assert two.radio(key=f"answer_{first.id}").value == first.options[0].id


def test_work_deleted_meanwhile_is_said_and_nothing_is_invented(app, new_work, store):
    question = next(iter(resources.rules().closed_questions.values()))
    key = new_work(title="x")
    at = app("interview", work=key, section=resources.rules().sections[0].id)
    store.work.delete(key)
    healthy(choose(at, question.id, question.options[0].id))
    assert store.work.get(key) is None
    assert "no saved work" in words(at)


@pytest.mark.parametrize("key", ["A" * 22, "short", "x" * 10_000, "../../etc/passwd", "' OR 1=1 --", "<b>hi</b>"])
def test_an_unknown_or_malformed_key_gets_a_clear_message_and_a_way_on(app, key):
    at = healthy(app("interview", work=key))
    assert "no saved work" in words(at)
    at = next(button for button in at.button if button.label == "Start with a new idea").click().run()
    healthy(at)
    assert key_of(at) != key


def test_one_question_alone_can_be_changed_and_taken_back(app, new_work, store):
    question = next(q for q in resources.rules().closed_questions.values() if q.kind == "one" and q.asked_when is None)
    key = new_work(answers={question.id: question.options[0].id})
    at = healthy(app("interview", work=key, question=question.id, back="review"))
    assert len(at.radio) == 1
    choose(at, question.id, question.options[1].id)
    assert store.work.get(key).sheet.answers[question.id] == question.options[1].id
    healthy(at.button(key="clear").click().run())
    assert question.id not in store.work.get(key).sheet.answers
    healthy(at.button(key="done").click().run())
    assert "Your answers" in at.title[0].value


def _texts(kind):
    return [question for question in resources.rules().questions.values() if question.kind == kind]


def test_words_are_saved_as_data(app, new_work, store):
    question = _texts("text")[0]
    key = new_work(title="x")
    at = app("interview", work=key, section=resources.rules().section_of[question.id].id)
    at.text_input(key=f"word_{question.id}").set_value("<script>alert(1)</script> **each** \x00 顧客").run()
    assert store.work.get(key).sheet.words[question.id] == "<script>alert(1)</script> **each**   顧客"


def test_a_number_that_is_none_is_explained_and_the_saved_one_kept(app, new_work, store):
    question = next(q for q in _texts("number") if q.maximum == 1)
    key = new_work(numbers={question.id: 0.25})
    at = app("interview", work=key, section=resources.rules().section_of[question.id].id)
    field = f"number_{question.id}"
    assert at.text_input(key=field).value == "0.25"
    healthy(at.text_input(key=field).set_value("three").run())
    assert "Not saved" in words(at)
    assert at.text_input(key=field).value == "three"
    assert store.work.get(key).sheet.numbers[question.id] == 0.25
    at.text_input(key=field).set_value("5 %").run()
    assert "Not saved" not in words(at)
    assert store.work.get(key).sheet.numbers[question.id] == 0.05


def test_options_that_stand_alone_push_the_others_out(app, new_work, store):
    question = next(q for q in resources.rules().closed_questions.values() if q.kind == "many")
    alone = next(option.id for option in question.options if option.exclusive)
    several = [option.id for option in question.options if not option.exclusive][:2]
    key = new_work(title="x")
    at = app("interview", work=key, question=question.id, back="review")
    for option in several:
        at.checkbox(key=f"box_{question.id}_{option}").check().run()
    assert set(store.work.get(key).sheet.answers[question.id]) == set(several)
    at.checkbox(key=f"box_{question.id}_{alone}").check().run()
    assert store.work.get(key).sheet.answers[question.id] == (alone,)
    at.checkbox(key=f"box_{question.id}_not_sure").check().run()
    assert store.work.get(key).sheet.answers[question.id] == "not_sure"
    at.checkbox(key=f"box_{question.id}_{several[0]}").check().run()
    assert store.work.get(key).sheet.answers[question.id] == (several[0],)


def test_the_hint_of_an_option_is_read_beside_its_box_too(app, new_work):
    """Whether all that apply are ticked, or the two answers that it may be."""
    always = [q for q in resources.rules().closed_questions.values() if q.asked_when is None]
    several = next(q for q in always if q.kind == "many" and q.options[0].help)
    one = next(q for q in always if q.kind == "one" and not q.groups and q.options[-1].help)
    sheets = {"box": (several, {}), "both": (one, {one.id: tuple(option.id for option in one.options[-2:])})}
    for key, (question, answers) in sheets.items():
        at = app("interview", work=new_work(title="x", answers=answers), question=question.id)
        for option in question.options:
            if option.help:
                assert md(option.help) in at.checkbox(key=f"{key}_{question.id}_{option.id}").label


def test_the_numbers_that_a_first_result_rests_on_are_shown_and_the_others_folded(app, new_work):
    """A case from a review: sixteen fields for a draft, where four to eight say whether it pays."""
    rulebase = resources.rules()
    sheet = sheet_for_task("generation")
    answers = {**sheet.answers, "action_changes": "person_acts", "gen_task": "draft"}
    found = assess(rulebase, {"answers": answers})
    core, others = core_first(facts_of(rulebase, found), found.value, found.numbers_asked)
    at = healthy(app("interview", work=new_work(answers=answers), section="details"))
    (folded,) = (part for part in at.expander if part.label == "More numbers")
    inside = {field.key for field in folded.text_input}
    shown = {field.key for field in at.text_input} - inside
    assert (len(core), len(others)) == (8, 8)
    assert not folded.proto.expanded
    assert all(any(key.endswith(f"_{id_}") for key in shown) for id_ in core)
    assert all(any(key.endswith(f"_{id_}") for key in inside) for id_ in others)


def test_what_an_answer_demands_is_shown_once_the_first_eight_numbers_are_known(app, new_work):
    """A case from a review: with one number typed, all sixteen fields unfolded."""
    rulebase = resources.rules()
    sheet = sheet_for_task("generation", {"gen_task": "draft", "error_cost": "serious"})
    found = assess(rulebase, {"answers": sheet.answers})
    facts = facts_of(rulebase, found)
    core, others = core_first(facts, found.value, found.numbers_asked)
    late = {rulebase.question_in_role[role].id for role in demanded(facts, rulebase.value[found.value])}
    assert len(core) == 8 and late and late < set(others)
    all_known = {id_: 0.5 if rulebase.questions[id_].maximum == 1 else 10.0 for id_ in core}
    for numbers in ({}, {core[0]: 10.0}, all_known):
        at = healthy(app("interview", work=new_work(answers=sheet.answers, numbers=numbers), section="details"))
        (folded,) = (part for part in at.expander if part.label == "More numbers")
        assert folded.proto.expanded is (numbers is all_known)


def test_the_folded_numbers_are_open_where_a_first_result_lacks_only_one_of_them(app, new_work):
    """The brief asked for a number that could not be seen on the page it led to."""
    rulebase = resources.rules()
    sheet = sheet_for_task("retrieval")
    found = assess(rulebase, {"answers": sheet.answers})
    core, _ = core_first(facts_of(rulebase, found), found.value, found.numbers_asked)
    shares = {id_: 0.5 if rulebase.questions[id_].maximum == 1 else 10.0 for id_ in core}
    known = assess(rulebase, {"answers": sheet.answers, "numbers": shares}).worth
    assert known is not None and not known.missing and known.quality not in known.numbers
    for numbers, open_ in ({}, False), (shares, True):
        at = healthy(app("interview", work=new_work(answers=sheet.answers, numbers=numbers), section="details"))
        (folded,) = (part for part in at.expander if part.label == "More numbers")
        assert folded.proto.expanded is open_
