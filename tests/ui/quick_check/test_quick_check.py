"""The quick check: begins with the idea, screens what is rare, asks what matters, ends with the verdict or honestly."""

from __future__ import annotations

import itertools
import re

import pytest

from framework.model.answers import NOT_SURE, Answer
from framework.model.condition import names_in
from framework.model.sheet import Sheet
from framework.reasoning.interpreter import Facts
from framework.reasoning.reasoner import reasoner_for
from framework.store.work import MAX_TITLE
from framework.ui import resources
from framework.ui.components.interview import guard
from tests.ui.looking import healthy, words
from tests.ui.quick import keys, loaded_again, press, sheet_of, through, ticks_of


def test_a_new_idea_begins_with_one_line_that_becomes_its_title(begun, store, rules):
    assert begun.title[0].value == rules.manifest.interview.idea.text
    at = begun.text_input(key="title").set_value("<b>Which</b> parcels").run()
    at = healthy(press(at, "idea_go"))
    assert sheet_of(store, at).title == "<b>Which</b> parcels"
    assert "&lt;b&gt;Which" in words(at)
    assert "<b>Which" not in words(at)


def test_a_pasted_text_is_not_cut_to_a_name_but_kept_to_be_shortened(begun, store):
    pasted = "Predict which <b>parcels</b> will be late. " * 6
    at = begun.text_input(key="title").set_value(pasted).run()
    assert not at.toast, "the page says it already"
    at = healthy(press(at, "idea_go"))
    assert "idea_go" in keys(at)
    assert at.text_input(key="title").value == pasted
    assert f"This has {len(pasted) - 1} characters; at most {MAX_TITLE} are possible." in words(at)
    assert sheet_of(store, at).title == ""
    at = at.text_input(key="title").set_value("Late parcels").run()
    at = healthy(press(at, "idea_go"))
    assert sheet_of(store, at).title == "Late parcels"
    assert "idea_go" not in keys(at)


def test_the_line_is_optional(begun, store):
    at = healthy(press(begun, "idea_go"))
    assert sheet_of(store, at).title == ""
    assert at.title[0].value


def test_a_group_is_half_an_answer_and_then_its_sentences_are_asked(begun, store, grouped):
    question, group, option = grouped
    at = press(begun, "idea_go")
    assert f"pick_{question.id}_{option}" not in keys(at)
    at = healthy(press(at, f"pick_{question.id}_group_{group.id}"))
    assert sheet_of(store, at).answers == {question.id: group.options}
    assert sheet_of(store, at).screened == (question.id,)
    picks = {key for key in keys(at) if key.startswith(f"pick_{question.id}_")}
    assert picks == {f"pick_{question.id}_{id_}" for id_ in (*group.options, NOT_SURE)}
    at = press(at, f"pick_{question.id}_{option}")
    assert sheet_of(store, at).answers == {question.id: option}
    assert sheet_of(store, at).screened == ()


def test_all_sentences_can_be_shown_and_back_leads_to_the_groups_and_the_idea(begun, grouped, rules):
    question, group, _ = grouped
    at = press(press(begun, "idea_go"), f"pick_{question.id}_group_{group.id}")
    at = healthy(press(at, "show_all"))
    assert {f"pick_{question.id}_{option.id}" for option in question.options} <= keys(at)
    at = press(at, "back")
    assert f"pick_{question.id}_group_{group.id}" in keys(at)
    at = press(at, "back")
    assert at.title[0].value == rules.manifest.interview.idea.text


def test_not_sure_within_a_group_keeps_the_group(begun, store, grouped):
    question, group, _ = grouped
    at = press(press(begun, "idea_go"), f"pick_{question.id}_group_{group.id}")
    at = healthy(press(at, f"pick_{question.id}_not_sure"))
    assert sheet_of(store, at).answers == {question.id: group.options}
    assert question.id not in sheet_of(store, at).screened
    assert resources.assessment_of(sheet_of(store, at)).next_question != question.id


def test_work_found_again_in_the_middle_goes_on_with_the_second_half(app, new_work, grouped):
    question, group, option = grouped
    at = app("interview", work=new_work(answers={question.id: group.options}, screened=(question.id,)))
    assert f"pick_{question.id}_{option}" in keys(at)


def test_a_question_with_several_answers_stays_until_continue(app, new_work, store, rules):
    """Also where the address does not name it, because it was only due."""
    answers, asked = next(
        (given, rules.questions[asked])
        for case in rules.cases
        for number in range(len(case.answers))
        for given in [dict(list(case.answers.items())[:number])]
        if (asked := resources.assessment_of(Sheet(answers=given)).next_question)
        if rules.questions[asked].kind == "many" and len(given) > 3
    )
    work = new_work(title="Parcels", answers=answers)
    at = healthy(app("interview", work=work, way="quick"))
    first, second = [option.id for option in asked.options if not option.exclusive][:2]
    at = healthy(at.checkbox(key=f"box_{asked.id}_{first}").check().run())
    at = healthy(at.checkbox(key=f"box_{asked.id}_{second}").check().run())
    assert store.work.get(work).sheet.answers[asked.id] == (first, second)
    at = healthy(press(at, f"go_{asked.id}"))
    assert f"go_{asked.id}" not in keys(at)


def test_between_two_is_a_partial_answer(at_stops, store, rules):
    at = press(at_stops, "stops_go")
    asked = resources.assessment_of(sheet_of(store, at)).next_question
    first, second = rules.questions[asked].options[:2]
    at = healthy(press(at, "between"))
    assert at.button(key=f"go_{asked}").disabled
    for option in (first, second):
        at = at.checkbox(key=f"both_{asked}_{option.id}").check().run()
    at = healthy(press(at, f"go_{asked}"))
    assert sheet_of(store, at).answers[asked] == (first.id, second.id)
    assert resources.assessment_of(sheet_of(store, at)).next_question != asked
    at = healthy(press(at, "back"))
    assert [box.value for box in at.checkbox][:3] == [True, True, False]


def test_between_two_stays_when_the_page_is_loaded_again(app, at_stops, store, rules):
    at = press(at_stops, "stops_go")
    before = sheet_of(store, at)
    asked = resources.assessment_of(before).next_question
    first, second = rules.questions[asked].options[:2]
    at = loaded_again(app, press(at, "between"))
    assert f"both_{asked}_{first.id}" in keys(at) and at.button(key=f"go_{asked}").disabled
    for option in (first, second):
        at = at.checkbox(key=f"both_{asked}_{option.id}").check().run()
    at = loaded_again(app, at)
    assert ticks_of(at) == {f"both_{asked}_{first.id}", f"both_{asked}_{second.id}"}
    assert sheet_of(store, at) == before
    place = dict(at.query_params)
    assert f"pick_{asked}_{first.id}" in keys(loaded_again(app, press(at, "between")))
    at.query_params.clear()
    at.query_params.update(place)
    at = healthy(press(loaded_again(app, at), f"go_{asked}"))
    assert sheet_of(store, at).answers[asked] == (first.id, second.id) and "unconfirmed" not in at.query_params


def test_between_two_says_what_tells_them_apart_once_both_are_ticked(at_stops, store, rules):
    at = press(at_stops, "stops_go")
    while not rules.questions[asked := resources.assessment_of(sheet_of(store, at)).next_question].distinctions:
        at = press(at, f"pick_{asked}_not_sure")
    known = rules.questions[asked].distinctions[0]
    at = healthy(press(at, "between"))
    for option in known.options:
        assert not at.info
        at = at.checkbox(key=f"both_{asked}_{option}").check().run()
    assert [info.value for info in healthy(at).info] == [known.text]


def test_it_asks_only_what_matters_and_ends_with_the_verdict(begun, store, rules):
    left, asked = 1_000, 0
    for _ in range(100):
        assessment = resources.assessment_of(sheet_of(store, begun))
        assert assessment.questions_left <= left
        left = assessment.questions_left
        there = keys(begun)
        picks = [button.key for button in begun.button if str(button.key).startswith("pick_")]
        if "idea_go" in there or "stops_go" in there:
            begun = press(begun, "idea_go" if "idea_go" in there else "stops_go")
        elif picks:
            begun, asked = press(begun, picks[2 if asked == 0 else 0]), asked + 1
        elif begun.checkbox:
            begun = begun.checkbox[0].check().run()
            begun = press(begun, next(key for key in there if key.startswith("go_")))
        else:
            break
        healthy(begun)
    assert resources.assessment_of(sheet_of(store, begun)).verdict
    assert "settled" in begun.title[0].value
    assert asked < len(rules.closed_questions)


def test_not_sure_throughout_ends_honestly(begun, store, rules):
    at = healthy(through(begun, rules, {}))
    found = resources.assessment_of(sheet_of(store, at))
    assert found.verdict is None
    assert at.title[0].value == "As far as your answers go"
    for fact in found.unknowns[:3]:
        assert rules.questions[fact.question].text in words(at).replace("\\", "")
        assert not fact.find_out or fact.find_out in words(at).replace("\\", "")


def test_back_to_an_answer_and_forward_again(at_stops, store):
    at = press(at_stops, "stops_go")
    first = resources.assessment_of(sheet_of(store, at)).next_question
    at = press(at, f"pick_{first}_not_sure")
    second = at.title[0].value
    at = press(at, "back")
    assert at.button(key=f"pick_{first}_not_sure").icon
    at = press(at, "forward")
    assert at.title[0].value == second


def test_why_it_is_asked_now_is_true(begun, store, rules):
    at = press(begun, "idea_go")
    assert "this is always the first question" in words(at)
    assert "narrows the result down most" not in words(at)


def named(contradiction) -> list[str]:
    """The questions and criteria that a contradiction reads."""
    return list(dict.fromkeys(item.name for item in names_in(contradiction.when)))


def settled_at_odds(rulebase, contradiction, answers) -> bool:
    """Whether answers contradict each other and leave one verdict; without the rest of an assessment."""
    facts, verdicts = Facts(rulebase, answers), reasoner_for(rulebase).verdicts
    return bool(facts.holds(contradiction.when)) and len(verdicts.possible_under(facts.answers)) == 1


def test_contradictions_are_pointed_out_before_the_brief(app, new_work, rules):
    for contradiction in rules.contradictions:
        read = [rules.closed_questions[id_] for id_ in named(contradiction) if id_ in rules.closed_questions]
        for options in itertools.product(*([option.id for option in question.options] for question in read)):
            answers = {question.id: option for question, option in zip(read, options, strict=True)}
            if not settled_at_odds(rules, contradiction, answers):
                continue
            found = resources.assessment_of(Sheet(answers=answers))
            if found.contradictions and found.next_question is None:
                at = healthy(app("interview", work=new_work(title="x", answers=answers), way="quick"))
                assert "contradict each other" in words(at)
                return
    pytest.fail("no two answers contradict each other and settle the verdict")


def test_while_it_is_open_what_is_at_odds_is_said_once_beside_its_answers(app, new_work, rules):
    known = {"answer_kind": "hidden_now", "error_cost": "severe", "error_control": "undo"}
    answers: dict[str, Answer] = {**dict.fromkeys(rules.closed_questions, NOT_SURE), **known}
    found = resources.assessment_of(Sheet(answers=answers))
    (told,) = found.contradictions
    assert found.verdict is found.next_question is None
    at = healthy(app("interview", work=new_work(title="x", answers=answers), way="quick"))
    assert words(at).replace("\\", "").count(told.text) == 1


def test_a_second_tap_right_after_the_first_is_not_taken(at_stops, store, monkeypatch):
    at = press(at_stops, "stops_go")
    sheet = sheet_of(store, at)
    asked = resources.assessment_of(sheet).next_question
    monkeypatch.setattr(guard, "PAUSE", 60)
    at = healthy(press(at, f"pick_{asked}_not_sure"))
    assert sheet_of(store, at) == sheet
    monkeypatch.setattr(guard, "PAUSE", 0)
    at = healthy(press(at, f"pick_{asked}_not_sure"))
    assert sheet_of(store, at).answers[asked] == NOT_SURE


def test_every_page_says_how_many_screens_are_usual_from_there_and_never_more_than_before(begun, rules):
    at_first = 1 + len(rules.manifest.interview.usual_left)
    assert f"usually about {at_first} screens" in words(begun)
    said = [at_first]

    def forecast(at):
        found = re.search(r"about (\d+) screens? left", words(at))
        if "idea_go" not in keys(at) and found:
            said.append(int(found[1]))
        assert found or {"idea_go", "to_brief"} & keys(at)
        return at

    case = next(case for case in rules.cases if case.expected.verdict == "use_ml")
    through(begun, rules, rules.accept(case.answers), forecast)
    assert said == sorted(said, reverse=True) and len(set(said)) > 4
    assert said[1] == at_first - 1


def test_whoever_is_unsure_sees_the_most_that_can_come_and_each_screen_taken_off(at_stops, store):
    """What is usual would stand still for ten screens, and then be wrong."""
    at, said = press(at_stops, "stops_go"), []
    while asked := resources.assessment_of(sheet_of(store, at)).next_question:
        found = re.search(r"(?:(\d+) to|about) (\d+) screens? left", words(at))
        said.append(tuple(int(number or found[2]) for number in found.groups()))
        at = press(at, f"pick_{asked}_not_sure")
    usual, most = zip(*said[1:], strict=True)
    assert len(said) > 8 and usual[0] < most[0]
    assert list(most) == list(range(len(most), 0, -1))
    assert list(usual) == sorted(usual, reverse=True)


def test_all_questions_at_once_have_the_most_that_can_matter(app, new_work):
    """A number of screens is told where one question stands on each."""
    assert re.search(r"up to \d+ questions", words(healthy(app("interview", work=new_work(), way="full"))))


def test_back_comes_to_what_nobody_knew_and_forward_goes_one_screen(at_stops, store, rules):
    """Also to a question of which the screen of rare stops had ruled out an answer before."""
    at = press(at_stops, "stops_go")
    titles = [at.title[0].value]
    for _ in range(5):
        asked = resources.assessment_of(sheet_of(store, at)).next_question
        at = press(at, f"pick_{asked}_not_sure")
        titles.append(at.title[0].value)
    for title in reversed(titles[:-1]):
        at = press(at, "back")
        assert at.title[0].value == title
    for title in titles[1:]:
        at = press(at, "forward")
        assert at.title[0].value == title
