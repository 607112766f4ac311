"""The screen of rare stops: ticks, none of them, not sure about one, and what it leaves to be asked."""

from __future__ import annotations

import itertools

import pytest

from framework.model.sheet import Sheet
from framework.reasoning.stops import answers_after, ticked
from framework.ui import resources
from framework.ui.components.interview import flow
from tests.ui.looking import healthy, words
from tests.ui.quick import keys, loaded_again, press, sheet_of, step, stops, ticks_of


def test_none_of_the_rare_stops_is_one_tap(at_stops, store, rules):
    before = sheet_of(store, at_stops)
    shown = [stop.id for stop in flow.shown_stops(rules, before)]
    assert {key.removeprefix("tick_") for key in keys(at_stops) if key.startswith("tick_")} == set(shown)
    assert at_stops.button(key="stops_go").label == rules.manifest.interview.stops.none
    at = healthy(press(at_stops, "stops_go"))
    answers, screened = answers_after(rules, (), before, shown)
    assert sheet_of(store, at).answers == answers
    assert sheet_of(store, at).screened == screened
    assert "stops_go" not in keys(at)


def test_a_tick_leads_to_its_question_first_and_is_shown_when_one_comes_back(at_stops, store, rules):
    shown = flow.shown_stops(rules, sheet_of(store, at_stops))
    held = shown[-1]
    at = at_stops.checkbox(key=f"tick_{held.id}").check().run()
    assert at.button(key="stops_go").label == "Continue"
    at = healthy(press(at, "stops_go"))
    assert at.title[0].value == rules.questions[held.question].text
    assert held.text.split(" (")[0] in words(at)
    at = healthy(press(at, "back"))
    assert {box.key for box in at.checkbox if box.value} >= {f"tick_{held.id}"}
    at = at.checkbox(key=f"tick_{held.id}").uncheck().run()
    at = healthy(press(at, "stops_go"))
    left = sheet_of(store, at).answers[held.question]
    assert not set(held.options) & set((left,) if isinstance(left, str) else left)


def test_ticks_that_nobody_confirmed_are_there_when_the_page_is_loaded_again(app, at_stops, store, rules):
    """On both screens, also where it is a saved tick that was taken away; they are answers only after the button."""
    before = sheet_of(store, at_stops)
    first, second, third = flow.shown_stops(rules, before)[:3]
    at = at_stops
    for held in (first, third):
        at = at.checkbox(key=f"tick_{held.id}").check().run()
    assert sheet_of(store, at) == before
    at = loaded_again(app, at)
    assert ticks_of(at) == {f"tick_{first.id}", f"tick_{third.id}"}
    assert at.button(key="stops_go").label == "Continue"
    at = healthy(press(at, "stops_unsure"))
    assert {first, third} <= {*ticked(rules, sheet_of(store, at))}
    at = loaded_again(app, at.checkbox(key=f"unsure_{second.id}").check().run())
    assert ticks_of(at) == {f"unsure_{second.id}"} and not at.button(key="go_unsure").disabled
    at = healthy(press(at, "back"))
    for held in (first, third):
        at = at.checkbox(key=f"tick_{held.id}").uncheck().run()
    at = loaded_again(app, at)
    assert ticks_of(at) == set()
    assert at.button(key="stops_go").label == rules.manifest.interview.stops.none
    assert "unconfirmed" not in healthy(press(at, "stops_go")).query_params


def test_not_sure_about_one_asks_about_that_one_and_says_no_to_the_others(at_stops, store, rules):
    shown = flow.shown_stops(rules, sheet_of(store, at_stops))
    doubtful = next(stop for stop in shown if sum(other.question == stop.question for other in shown) > 1)
    at = healthy(press(at_stops, "stops_unsure"))
    assert at.button(key="go_unsure").disabled
    at = at.checkbox(key=f"unsure_{doubtful.id}").check().run()
    before = sheet_of(store, at)
    at = healthy(press(at, "go_unsure"))
    said = [stop.id for stop in shown if stop != doubtful]
    assert sheet_of(store, at).answers == answers_after(rules, (), before, said)[0]
    assert at.title[0].value == rules.questions[doubtful.question].text
    at = healthy(step(at, rules, {}))
    assert at.title[0].value == rules.questions[resources.assessment_of(sheet_of(store, at)).next_question].text


@pytest.mark.parametrize("part", [0, 0.3, 0.5, 0.7, 0.99])
def test_whichever_statement_one_is_not_sure_about_its_question_comes_next(at_stops, store, rules, part):
    """A case from a review: of those that are not among the first to find out, another question came."""
    shown = flow.shown_stops(rules, sheet_of(store, at_stops))
    doubtful = shown[int(part * len(shown))]
    at = press(at_stops, "stops_unsure").checkbox(key=f"unsure_{doubtful.id}").check().run()
    at = healthy(press(at, "go_unsure"))
    assert at.title[0].value == rules.questions[doubtful.question].text


def test_what_is_ticked_holds_while_one_is_not_sure_about_another(at_stops, store, rules):
    given = sheet_of(store, at_stops).answers
    held, doubtful = next(
        (held, other)
        for held, other in itertools.permutations(flow.shown_stops(rules, sheet_of(store, at_stops)), 2)
        if held.question != other.question and rules.questions[held.question].kind == "one"
        if resources.assessment_of(Sheet(answers={**given, held.question: held.options[0]})).verdict is None
    )
    at = press(at_stops.checkbox(key=f"tick_{held.id}").check().run(), "stops_unsure")
    assert f"unsure_{held.id}" not in keys(at)
    at = healthy(press(at.checkbox(key=f"unsure_{doubtful.id}").check().run(), "go_unsure"))
    assert at.title[0].value == rules.questions[held.question].text
    assert held in ticked(rules, sheet_of(store, at))
    at = healthy(press(at, f"pick_{held.question}_{held.options[0]}"))
    assert at.title[0].value == rules.questions[doubtful.question].text


def test_a_question_with_boxes_goes_on_only_once_something_is_ticked(at_stops, store, rules):
    """Otherwise the way on led back to the same question."""
    shown = flow.shown_stops(rules, sheet_of(store, at_stops))
    several = [stop for stop in shown if rules.questions[stop.question].kind == "many"]
    at = press(at_stops, "stops_unsure")
    for stop in several:
        at.checkbox(key=f"unsure_{stop.id}").check()
    at = press(at.run(), "go_unsure")
    before = sheet_of(store, at).answers
    way_on = next(key for key in keys(at) if key.startswith("go_"))
    assert at.button(key=way_on).disabled
    at = healthy(at.checkbox[0].check().run())
    assert sheet_of(store, at).answers.keys() - before.keys() == {way_on.removeprefix("go_")}
    assert not at.button(key=way_on).disabled


def test_not_sure_about_one_takes_back_what_the_screen_said_before(at_stops, store):
    before = sheet_of(store, at_stops)
    at = press(press(press(at_stops, "stops_go"), "back"), "stops_unsure")
    assert sheet_of(store, at).answers == before.answers
    assert sheet_of(store, at).screened == ()
    assert "tick_" in str(keys(press(at, "back")))


def test_what_was_screened_is_no_answer_yet(at_stops, store):
    at = press(at_stops, "stops_go")
    while (asked := resources.assessment_of(sheet_of(store, at)).next_question) not in sheet_of(store, at).screened:
        at = press(at, f"pick_{asked}_not_sure")
    assert "forward" not in keys(at)
    assert not any(button.icon for button in at.button if str(button.key).startswith("pick_"))


def test_not_sure_keeps_what_another_screen_ruled_out(at_stops, store):
    at = press(at_stops, "stops_go")
    while (asked := resources.assessment_of(sheet_of(store, at)).next_question) not in sheet_of(store, at).screened:
        at = press(at, f"pick_{asked}_not_sure")
    left = sheet_of(store, at).answers[asked]
    before = resources.assessment_of(sheet_of(store, at))
    at = press(at, f"pick_{asked}_not_sure")
    assert sheet_of(store, at).answers[asked] == left
    assert asked not in sheet_of(store, at).screened
    after = resources.assessment_of(sheet_of(store, at))
    assert set(after.possible_verdicts) <= set(before.possible_verdicts)
    assert after.questions_left <= before.questions_left and after.next_question != asked


def test_ticks_follow_known_answers(at_stops, store, rules):
    held = flow.shown_stops(rules, sheet_of(store, at_stops))[0]
    at = healthy(stops(at_stops, rules, {held.question: held.options[0]}))
    assert held.options[0] in str(sheet_of(store, at).answers[held.question])
