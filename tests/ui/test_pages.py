"""Start, review, cases, and what is shown when something cannot be had."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest

from framework.errors import StoreError
from framework.model.answers import Answer
from framework.model.sheet import Sheet
from framework.reasoning.stops import answers_after
from framework.settings import DATABASE, RULES
from framework.store.work import MAX_TITLE
from framework.ui import resources
from framework.ui.escaping import md
from tests.ui.looking import buttons, french, healthy, key_of, words


def test_start_says_what_this_is_and_offers_two_ways_in(app):
    at = healthy(app())
    manifest = resources.rules().manifest
    assert at.title[0].value == manifest.name
    assert buttons(at) == ["Check my idea", "See a worked case"]
    assert all(step.title in words(at) for step in manifest.steps)


def test_check_my_idea_begins_work_under_a_key_in_the_address(app, store):
    at = healthy(app().button(key="begin").click().run())
    assert store.work.get(key_of(at)).sheet.answers == {}
    assert at.title[0].value == resources.rules().manifest.interview.idea.text


def test_an_idea_typed_on_the_start_page_is_not_asked_for_again(app, store):
    at = app()
    at.text_input(key="start_idea").input("  Which parcels will be late? ")
    at = healthy(at.button(key="begin").click().run())
    assert store.work.get(key_of(at)).sheet.title == "Which parcels will be late?"
    assert at.query_params["question"] == resources.rules().manifest.interview.opening[0]
    at = healthy(at.button(key="back").click().run())
    assert at.text_input(key="title").value == "Which parcels will be late?"


def test_a_line_of_blanks_is_asked_for_again(app, store):
    at = app()
    at.text_input(key="start_idea").input("   ")
    at = healthy(at.button(key="begin").click().run())
    assert store.work.get(key_of(at)).sheet.title == ""
    assert at.title[0].value == resources.rules().manifest.interview.idea.text


def test_an_idea_that_is_too_long_begins_nothing_and_stays_in_its_field(app, store):
    at = app()
    at.text_input(key="start_idea").input("x" * (MAX_TITLE + 1))
    at = healthy(at.button(key="begin").click().run())
    assert "work" not in at.query_params
    assert f"at most {MAX_TITLE} are possible" in words(at)
    assert at.text_input(key="start_idea").value == "x" * (MAX_TITLE + 1)


def test_a_worked_case_is_seen_without_beginning_anything(app):
    at = healthy(app().button(key="see_case").click().run())
    assert "work" not in at.query_params
    assert at.title[0].value == "Worked cases"


def test_with_ideas_above_a_new_one_is_the_second_choice(app, new_work):
    at = healthy(app("start", work=new_work(title="x")))
    begin = at.button(key="begin")
    assert (begin.label, begin.proto.type) == ("Check a new idea", "secondary")


def test_start_offers_to_go_on_where_somebody_stopped(app, new_work):
    question = next(iter(resources.rules().closed_questions.values()))
    at = app("start", work=new_work(answers={question.id: question.options[0].id}))
    healthy(at.button(key="go_on_0").click().run())
    assert "work" in at.query_params


def test_the_links_in_the_header_carry_the_work(app, new_work):
    key = new_work(title="x")
    for page in ("start", "interview", "review", "brief", "cases", "learn"):
        links = healthy(app(page, work=key)).get("page_link")
        assert sum(key in (link.proto.query_string or "") for link in links) >= 6


def test_review_lists_every_answer_and_opens_its_question(app, new_work):
    question = next(q for q in resources.rules().closed_questions.values() if q.kind == "one")
    at = healthy(app("review", work=new_work(answers={question.id: question.options[0].id})))
    links = [link for link in at.get("page_link") if question.short in link.proto.label]
    assert any(f"question={question.id}" in (link.proto.query_string or "") for link in links)


def test_none_of_the_rare_stops_is_one_line_of_the_review_and_leads_to_the_screen(app, new_work):
    rulebase = resources.rules()
    answers, screened = answers_after(rulebase, (), Sheet())
    at = healthy(app("review", work=new_work(answers=answers, screened=screened)))
    links = {link.proto.label: link.proto.query_string or "" for link in at.get("page_link")}
    stops = rulebase.manifest.interview.stops
    (line,) = (label for label in links if stops.none in label)
    assert line.startswith(md(stops.text)) and "step=stops" in links[line]
    for id_ in answers:
        shown = [label for label in links if f"question={id_}&" in f"{links[label]}&"]
        assert all(label.endswith(f"(from “{md(stops.text)}”)") for label in shown), shown
        assert id_ not in screened or shown


def test_a_title_with_markup_stays_text_on_every_page(app, new_work, store):
    key = new_work(title="x")
    evil = "<img src=x onerror=alert(1)> **bold** :red[x] $a$ [a](http://b)"
    at = app("review", work=key)
    at.text_input(key="title").set_value(evil).run()
    assert store.work.get(key).sheet.title == evil
    for page in ("start", "interview", "review", "brief"):
        assert "<img" not in "\n".join(item.value for item in healthy(app(page, work=key)).html)


def test_contradictions_are_pointed_out_with_their_questions_one_click_away(app, new_work):
    found = _contradictory()
    assert found, "no two answers contradict each other"
    answers, statement = found
    at = healthy(app("review", work=new_work(answers=answers)))
    for id_ in statement.answers:
        assert any(f"question={id_}" in (link.proto.query_string or "") for link in at.get("page_link"))
    assert "contradict each other" in words(at)


@pytest.mark.parametrize("page", ["review", "interview"])
def test_numbers_that_do_not_fit_are_told_as_such_with_their_questions_one_click_away(app, new_work, page):
    """Where nothing is to be built, so that they are not used: no answer contradicts another there."""
    rulebase = resources.rules()
    roles = {"base_rate": 0.01, "recall": 0.9, "precision": 0.005, "value": 3_000, "cost_action": 100}
    case = rulebase.case["welfare_fraud_city"]
    key = new_work(
        title="x",
        answers=dict(case.answers),
        numbers={rulebase.question_in_role[role].id: number for role, number in roles.items()},
    )
    wrong = rulebase.question_in_role["precision"]
    at = healthy(app(page, work=key))
    assert "These numbers do not fit together." in words(at) and "contradict each other" not in words(at)
    (link,) = [link for link in at.get("page_link") if link.proto.label == f"{md(wrong.short)}: {md('0.005')}"]
    place = {name: value for name, (value,) in parse_qs(link.proto.query_string).items()}
    at = healthy(app("interview", **place))
    assert at.text_input(key=f"number_{wrong.id}").value
    assert "Ces nombres ne vont pas ensemble." in words(french(app, page, work=key))
    assert "contradict each other" not in words(app("brief", work=key))


def _contradictory():
    """Answers that contradict each other, found by trying pairs of options."""
    from itertools import combinations

    from framework.model.condition import names_in
    from framework.model.sheet import Sheet

    rulebase = resources.rules()
    for contradiction in rulebase.contradictions:
        leaves = [leaf for leaf in names_in(contradiction.when) if leaf.name in rulebase.closed_questions]
        for some in (leaves[:2], *combinations(leaves, 2)):
            answers: dict[str, Answer] = {leaf.name: leaf.values[0] for leaf in some}
            said = resources.assessment_of(Sheet(answers=answers)).contradictions
            if said and len(said[0].answers) > 1:
                return answers, said[0]
    return None


def test_work_can_be_deleted_for_good(app, new_work, store):
    key = new_work(title="x")
    at = healthy(app("review", work=key).button(key="delete").click().run())
    assert store.work.get(key) is None
    assert "deleted" in words(at)


def test_a_case_is_read_without_a_copy_and_changed_on_one(app, store):
    case = resources.rules().cases[0]
    at = healthy(app("cases", case=case.id))
    assert case.title in at.title[0].value
    question = next(id_ for id_, given in case.answers.items() if isinstance(given, str))
    other = next(o.id for o in resources.rules().questions[question].options if o.id != case.answers[question])
    at = healthy(app("interview", case=case.id, question=question, back="review"))
    assert at.radio[0].value == case.answers[question]
    assert "work" not in at.query_params
    at.radio[0].set_value(other).run()
    assert store.work.get(key_of(at)).sheet.answers[question] == other
    assert case.answers[question] != other


def test_cases_can_be_tried_without_seeing_the_verdict(app, store):
    case = resources.rules().cases[0]
    at = healthy(app("cases", hidden="yes"))
    assert not any(verdict.title in item.value for item in at.html for verdict in resources.rules().verdicts)
    at = healthy(app("cases", case=case.id, hidden="yes"))
    assert case.source.what_it_says not in words(at)
    at = healthy(at.button(key="try").click().run())
    assert store.work.get(key_of(at)).sheet.title == case.title
    assert case.description.split()[0] in words(at)


def test_broken_rules_are_listed_with_their_places(app, monkeypatch, tmp_path):
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "rulebase.yaml").write_text("id: x\nnam: y\n")
    monkeypatch.setenv(RULES, str(folder))
    from streamlit.testing.v1 import AppTest

    from tests.ui.conftest import ROOT

    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=20).run()
    assert not at.exception
    assert "cannot be used" in at.title[0].value
    assert "rulebase.yaml:2:1" in at.code[0].value


def test_a_store_that_cannot_be_opened_is_said_in_words(monkeypatch, tmp_path):
    from streamlit.testing.v1 import AppTest

    from tests.ui.conftest import ROOT

    (tmp_path / "work.db").mkdir()
    monkeypatch.setenv(DATABASE, str(tmp_path / "work.db"))
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=20).run()
    assert not at.exception
    assert "Saved work cannot be reached" in at.header[0].value
    assert "Traceback" not in words(at)


def test_what_was_not_saved_is_said_although_the_page_fails_too(app, new_work, monkeypatch):
    """The database goes away between two taps: the callback and the page both meet it."""
    question = next(q for q in resources.rules().closed_questions.values() if q.kind == "one")
    work = new_work()
    at = healthy(app("interview", work=work, question=question.id, back="review"))

    def away(*_: object, **__: object) -> None:
        raise StoreError("The answer could not be saved", "Try again in a moment.")

    monkeypatch.setattr(type(resources.store().work), "save", away)
    monkeypatch.setattr(type(resources.store().work), "get", away)
    at.radio[0].set_value(question.options[0].id).run()
    assert "could not be saved" in "".join(toast.value for toast in at.toast)
    assert "tries again every few seconds" in words(at)


@pytest.mark.parametrize("page", ["interview", "review", "brief"])
def test_an_unknown_case_gets_a_clear_message(app, page):
    assert "no worked case" in words(healthy(app(page, case="nowhere")))


def test_an_answer_that_leaves_most_options_says_what_it_rules_out(app, new_work):
    question = next(q for q in resources.rules().closed_questions.values() if q.kind == "one" and len(q.options) > 3)
    left = tuple(option.id for option in question.options[1:])
    said = words(healthy(app("review", work=new_work(answers={question.id: left}))))
    assert "Not “" in said
