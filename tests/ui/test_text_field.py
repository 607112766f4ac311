"""What is too long for a field stays in it, is said below it, and is not saved; nothing else is changed by it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from framework.model.history import MAX_NOTE, Decision
from framework.model.numbers import MAX_TEXT
from framework.model.sheet import MAX_WORD
from framework.ui import resources, shell
from framework.ui.components.review import MAX_MEASURE
from tests.ui.looking import healthy, key_of, words

LONG = "late parcels " * 400
HUGE = "x" * 10_000_000
OWN = {"library"}
"""Modules with a field of their own: what is typed there stays, and is neither saved nor put into the address."""


def question_of(kind):
    return next(question for question in resources.rules().questions.values() if question.kind == kind)


@pytest.fixture
def answers():
    """All answers of a worked case whose verdict comes with a plan."""
    return dict(next(case for case in resources.rules().cases if case.expected.verdict == "use_ml").answers)


@pytest.fixture
def idea(new_work, answers):
    return new_work(title="Late parcels", answers=answers, words={question_of("text").id: "an early parcel"})


@pytest.mark.parametrize("pasted", [LONG, HUGE], ids=["long", "huge"])
def test_own_words_that_are_too_long_wait_in_their_field(app, idea, store, pasted):
    question = question_of("text")
    field, place = f"word_{question.id}", {"question": question.id, "back": "review"}
    at = app("interview", work=idea, **place)
    before = store.work.get(idea)
    at = healthy(at.text_input(key=field).set_value(pasted).run())
    length = len(pasted.strip())
    assert f"This has {length:,} characters; at most {MAX_WORD} are possible." in words(at)
    assert at.text_input(key=field).value == pasted and not at.toast
    assert store.work.get(idea) == before
    at.button(key="done").click()
    at = healthy(at.run())
    assert "Your answers" in at.title[0].value
    at.switch_page("framework/ui/pages/interview.py")
    for name, value in {"work": idea, **place}.items():
        at.query_params[name] = value
    at = healthy(at.run())
    assert at.text_input(key=field).value == pasted, "it is still there when somebody comes back"
    at = healthy(at.text_input(key=field).set_value(f" {'y' * MAX_WORD} ").run())
    assert store.work.get(idea).sheet.words[question.id] == "y" * MAX_WORD
    assert "Not saved" not in words(at)


def test_who_leaves_the_page_with_the_same_click_is_told_on_the_next(app, idea):
    question = question_of("text")
    at = app("interview", work=idea, question=question.id, back="review")
    at.text_input(key=f"word_{question.id}").set_value(LONG)
    at.button(key="done").click()
    at = healthy(at.run())
    assert "Your answers" in at.title[0].value
    assert f"{question.short} was not saved: This has 5,199 characters" in at.toast[0].value


def test_what_was_refused_belongs_to_its_idea(app, idea, new_work):
    question = question_of("text")
    place = {"question": question.id, "back": "review"}
    at = app("interview", work=idea, **place).text_input(key=f"word_{question.id}").set_value(LONG).run()
    at.query_params["work"] = new_work(title="Late trains")
    at = healthy(at.run())
    assert at.text_input(key=f"word_{question.id}").value == "" and "Not saved" not in words(at)


def went(at, page, **params):
    """The same browser on another page, by its address."""
    at.switch_page(f"framework/ui/pages/{page}.py")
    at.query_params.clear()
    for name, value in params.items():
        at.query_params[name] = value
    return healthy(at.run())


@pytest.mark.parametrize("of_case", [False, True], ids=["new", "case"])
def test_what_was_refused_before_an_idea_is_saved_belongs_to_the_idea_that_begins_there(app, store, of_case):
    """The next field begins it. No later idea has anything of it."""
    text, number, worked = question_of("text"), question_of("number"), resources.rules().cases[0]
    case, before = ({"case": worked.id}, worked.words.get(text.id, "")) if of_case else ({}, "")
    field, place = f"word_{text.id}", {"question": text.id, "back": "review"}
    at = healthy(app("interview", **case, **place).text_input(key=field).set_value(LONG).run())
    assert "work" not in at.query_params
    at = went(at, "interview", question=number.id, back="review", **case)
    at = healthy(at.text_input(key=f"number_{number.id}").set_value("0.5").run())
    key = key_of(at)
    assert store.work.get(key).sheet.numbers[number.id] == 0.5
    at = went(at, "interview", work=key, **place)
    assert at.text_input(key=field).value == LONG and "Not saved" in words(at)
    for other in ({}, case):
        at = went(at, "interview", **other, **place)
        assert at.text_input(key=field).value == (before if other else "") and "Not saved" not in words(at)


def test_what_was_refused_in_a_worked_case_is_not_in_a_new_idea(app):
    text = question_of("text")
    field, place = f"word_{text.id}", {"question": text.id, "back": "review"}
    case = {"case": resources.rules().cases[0].id}
    at = healthy(app("interview", **case, **place).text_input(key=field).set_value(LONG).run())
    assert went(at, "interview", **place).text_input(key=field).value == ""
    at = went(at, "interview", **case, **place)
    assert at.text_input(key=field).value == LONG and "Not saved" in words(at)


def test_a_text_in_place_of_a_number_is_not_cut(app, new_work, store):
    question = question_of("number")
    key = new_work(numbers={question.id: 0.5})
    at = app("interview", work=key, question=question.id, back="review")
    at = healthy(at.text_input(key=f"number_{question.id}").set_value(LONG).run())
    assert f"longer than {MAX_TEXT} characters" in words(at) and "The saved value is still" in words(at)
    assert at.text_input(key=f"number_{question.id}").value == LONG
    assert store.work.get(key).sheet.numbers == {question.id: 0.5}


@pytest.mark.parametrize(
    ("field", "most"), [("result_baseline", MAX_MEASURE), ("result_note", MAX_NOTE)], ids=["measure", "note"]
)
def test_a_result_with_too_long_a_text_is_noted_when_that_fits(app, idea, store, field, most):
    at = healthy(app("brief", work=idea))
    before = store.work.get(idea)
    at.radio(key="result_decision").set_value(Decision.NOT_DONE)
    at.text_input(key="result_measured").set_value("5 %")

    def noted(text):
        next(each for each in (*at.text_input, *at.text_area) if each.key == field).set_value(text)
        return healthy(at.button(key="result_save").click().run())

    at = noted("x" * (most + 1))
    assert store.work.get(idea) == before
    assert f"This has {most + 1:,} characters; at most {most:,} are possible." in words(at)
    assert "a text is too long" in at.toast[0].value, "the button may be far below the field"
    kept = {each.key: each.value for each in (*at.text_input, *at.text_area, *at.radio)}
    assert kept[field] == "x" * (most + 1) and kept["result_measured"] == "5 %"
    assert kept["result_decision"] == Decision.NOT_DONE
    at = noted("x" * most)
    result = store.work.get(idea).history.result
    assert getattr(result, field.removeprefix("result_")) == "x" * most
    assert (result.measured, result.decision) == ("5 %", Decision.NOT_DONE) and "Too long" not in words(at)


def test_a_round_with_too_long_a_note_is_not_ended(app, idea, store):
    at = healthy(app("rounds", work=idea))
    at.text_area(key="round_tried").set_value("Trees")
    at.text_area(key="round_came_out").set_value(LONG)
    at = healthy(at.button(key="round_end").click().run())
    assert f"This has {len(LONG.strip()):,} characters; at most {MAX_NOTE:,} are possible." in words(at)
    assert not store.work.get(idea).history.rounds
    at.switch_page("framework/ui/pages/review.py")
    healthy(at.run()).switch_page("framework/ui/pages/rounds.py")
    at = healthy(at.run())
    assert [at.text_area(key=f"round_{name}").value for name in ("tried", "came_out")] == ["Trees", LONG]
    at.text_area(key="round_came_out").set_value("Enough")
    at = healthy(at.button(key="round_end").click().run())
    (ended,) = store.work.get(idea).history.rounds
    assert (ended.tried, ended.came_out) == ("Trees", "Enough")
    assert [at.text_area(key=f"round_{name}").value for name in ("tried", "came_out")] == ["", ""]


def test_links_beyond_what_the_field_takes_are_not_looked_up(app):
    at = app("compare")
    at.text_area(key="compared_links").set_value("http://localhost/x\n" * 2_000)
    at = healthy(at.run())
    assert "This has 37,999 characters; at most 20,000 are possible." in words(at) and not at.error


def test_a_search_that_no_address_can_hold_is_refused(app):
    at = healthy(app("find").text_input(key="search").set_value(LONG).run())
    assert "This has 5,199 characters; at most 2,000 are possible." in words(at)
    assert at.text_input(key="search").value == LONG and "q" not in at.query_params
    at = healthy(at.text_input(key="search").set_value("overfitting").run())
    assert at.query_params["q"] in ("overfitting", ["overfitting"]) and "Too long" not in words(at)


def test_a_search_that_was_refused_belongs_to_the_one_in_whose_place_it_was_typed(app):
    """A link to another one shows that; the way back leads to what was typed."""
    at = healthy(app("find", q="baseline").text_input(key="search").set_value(LONG).run())
    for query in ("overfitting", ""):
        at = went(at, "find", **{"q": query} if query else {})
        assert at.text_input(key="search").value == query and "Too long" not in words(at)
    at = went(at, "find", q="baseline")
    assert at.text_input(key="search").value == LONG and "Too long" in words(at)
    at = went(at, "start")
    assert went(at, "find").text_input(key="search").value == ""


def silent(source):
    """Calls that draw a field which cuts a text or takes no notice of it."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    names = [getattr(call.func, "attr", "") for call in calls]
    limited = [keyword.arg for call in calls for keyword in call.keywords if keyword.arg == "max_chars"]
    return [name for name in names if name in ("text_input", "text_area", "chat_input")] + limited


def test_every_field_says_how_much_it_takes():
    """Streamlit's own limit (`max_chars`) makes a browser take no notice of a longer paste."""
    assert silent('st.text_input("Name", max_chars=40)') == ["text_input", "max_chars"]
    modules = [path for path in Path(shell.__file__).parent.rglob("*.py") if path.stem not in OWN]
    assert len(modules) > 50
    assert {path.stem: found for path in modules if (found := silent(path.read_text(encoding="utf-8")))} == {}
