"""The page of the result: for every outcome and many task types, half-finished, empty, and with markup as nouns."""

from __future__ import annotations

import re

import pytest
from markupsafe import escape as tag

from framework.model.answers import Answer
from framework.model.brief import BRIEF_SECTIONS
from framework.model.lesson import LinkBlock
from framework.model.sheet import Sheet
from framework.report.forms import offered
from framework.report.front import front_of
from framework.report.own_words import MAX_ASKED
from framework.ui import resources
from framework.ui.components import statement
from framework.ui.escaping import md, unbroken
from tests.ui.brief_sheets import MARKUP, numbers_of, rules, sheet_for, sheet_for_task
from tests.ui.conftest import ROOT
from tests.ui.looking import buttons, healthy, words

OUTCOMES = list(rules().outcome)
TASKS = ("binary_classification", "regression", "generation", "clustering", "uplift", "ranking")


def saved(new_work, sheet):
    return new_work(**sheet.model_dump(mode="json"))


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_every_outcome_has_its_brief(app, new_work, outcome):
    sheet = sheet_for(outcome)
    at = healthy(app("brief", work=saved(new_work, sheet)))
    found = resources.assessment_of(sheet)
    assert found.outcome == outcome
    said, front = words(at), front_of(rules(), found)
    assert tag(front.headline) in said
    assert tag(front.why) in said
    assert all(tag(unbroken(step.text)) in said for step in front.steps)


def test_a_heading_of_a_brief_leads_to_the_lessons_that_teach_it(app, new_work):
    """Who does not understand a part finds where it is taught."""
    at = healthy(app("brief", work=saved(new_work, sheet_for_task("binary_classification")), part="all"))
    said = words(at)
    taught = {
        section: [
            one for one in rules().lessons for b in one.blocks if isinstance(b, LinkBlock) and section in b.sections
        ]
        for section in BRIEF_SECTIONS
    }
    for section, lessons in taught.items():
        links = ", ".join(rf'<a href="learn\?[^"]*lesson={one.id}[^"]*">{tag(one.title)}</a>' for one in lessons)
        line = rf'<p class="soft small"[^>]*>Lessons?: {links}</p>'
        assert len(re.findall(line, said)) == bool(lessons), section
    assert len(taught["framing"]) == 2


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_words_of_a_person_stay_text(app, new_work, outcome):
    at = healthy(app("brief", work=saved(new_work, sheet_for(outcome)), part="all"))
    assert "<script>" not in words(at)
    assert "<b>cases</b>" not in words(at)
    assert any(shown[:20] in words(at) for shown in (tag(MARKUP), md(MARKUP)))


def test_a_statement_opens_with_what_its_words_mean_and_one_without_any_has_no_such_line(app, new_work):
    at = healthy(app("brief", work=saved(new_work, sheet_for_task("binary_classification")), part="all"))
    folds = re.findall(r'<div class="provenance"><dl>(.*?)</dl>', words(at), re.DOTALL)
    named = [fold for fold in folds if "<dt>Words</dt>" in fold]
    assert named and len(named) < len(folds)
    assert all(fold.startswith("<dt>Words</dt><dd><strong>") for fold in named)
    term = next(term for term in rules().glossary if term.id == "classification")
    assert any(f"<strong>{term.name}</strong>: {tag(term.means)}" in fold for fold in named)


@pytest.mark.parametrize("task", [task for task in TASKS if task in rules().task])
def test_task_types_have_their_framing(app, new_work, task):
    sheet = sheet_for_task(task)
    assert sheet is not None
    at = healthy(app("brief", work=saved(new_work, sheet), part="framing"))
    assert tag(rules().task[task].name) in words(at)


def test_the_arithmetic_is_drawn_where_there_are_numbers(app, new_work):
    sheet = sheet_for_task("binary_classification")
    assert sheet is not None
    with_numbers = healthy(app("brief", work=saved(new_work, sheet), part="money"))
    without = healthy(app("brief", work=saved(new_work, sheet.model_copy(update={"numbers": {}})), part="money"))
    assert numbers_of(rules())
    assert len(with_numbers.get("plotly_chart")) >= len(without.get("plotly_chart")) + 3
    assert all(figure.proto.alt for figure in with_numbers.get("plotly_chart"))


def test_a_half_finished_sheet_says_what_it_hangs_on(app, new_work):
    question, option = next(
        (question, option)
        for question in rules().closed_questions.values()
        for option in question.options
        if question.kind == "one" and not resources.assessment_of(Sheet(answers={question.id: option.id})).verdict
    )
    found = resources.assessment_of(Sheet(answers={question.id: option.id}))
    at = healthy(app("brief", work=new_work(answers={question.id: option.id})))
    assert rules().questions[found.unknowns[0].question].text in words(at).replace("\\", "")
    assert "Still open" in words(at)
    assert any("Answer the next question" in link.proto.label for link in at.get("page_link"))


def test_an_empty_sheet_says_what_to_do(app):
    at = healthy(app("brief"))
    assert buttons(at) == ["Check my idea"]


def test_every_heading_has_an_address_and_only_that_one_is_open(app, new_work):
    key = saved(new_work, sheet_for(OUTCOMES[-1]))
    folded = healthy(app("brief", work=key))
    assert _headings(folded) == []
    parts = [re.search(r"part=(\w+)", link.proto.query_string or "") for link in folded.get("page_link")]
    assert [found[1] for found in parts if found] == list(BRIEF_SECTIONS)
    for part in BRIEF_SECTIONS:
        opened = healthy(app("brief", work=key, part=part))
        assert _headings(opened) == [part]


def _headings(at):
    """The open headings, by their addresses."""
    return [header.proto.anchor for header in at.header if header.proto.anchor]


def test_statements_lead_to_their_rule_and_answers_to_their_question(app, new_work):
    key = saved(new_work, sheet_for(OUTCOMES[-1]))
    said = words(healthy(app("brief", work=key, part="why")))
    assert f"rule?part=why&amp;work={key}&amp;rule=criteria%2F" in said
    assert f"interview?part=why&amp;work={key}&amp;question=" in said


def own_words_of(at):
    return [field.key for field in at.text_input if field.key.startswith("word_")]


def test_the_first_own_words_grow_into_a_sentence(app, new_work):
    key = new_work(**sheet_for(OUTCOMES[-1]).model_copy(update={"words": {}}).model_dump(mode="json"))
    at = healthy(app("brief", work=key))
    assert "[the number that counts]" in words(at)
    first = own_words_of(at)
    assert {"word_unit", "word_output", "word_business_metric"} <= set(first)
    assert len(first) == MAX_ASKED
    at = healthy(at.text_input(key="word_business_metric").set_value("days of waiting").run())
    at = healthy(at.text_input(key="word_unit").set_value("patient").run())
    assert "Bring days of waiting from" in words(at)
    assert "For each patient," in words(at)
    assert own_words_of(at) == first


def test_what_was_written_on_one_page_stands_in_the_same_field_of_the_next(app, new_work):
    """Both pages draw fields under the same keys, and Streamlit takes each for a new field."""
    sheet = sheet_for(OUTCOMES[-1]).model_copy(update={"words": {}})
    key = saved(new_work, sheet)
    at = healthy(app("brief", work=key))
    at = healthy(at.text_input(key="word_unit").set_value("patient").run())
    at.query_params["way"], at.query_params["section"] = "full", rules().sections[-1].id
    at.switch_page("framework/ui/pages/interview.py")
    at = healthy(at.run())
    assert at.text_input(key="word_unit").value == "patient"


def test_links_to_rules_have_a_name_each(app, new_work):
    """Two question marks side by side are two rules: each is called by what its rule says."""
    sheet, reasons = next(
        (sheet, found.reasons)
        for case in rules().cases
        for sheet in [case.sheet()]
        if resources.assessment_of(sheet).verdict
        for found in [front_of(rules(), resources.assessment_of(sheet))]
        if len(found.reasons) > 1
    )
    said = words(healthy(app("brief", work=saved(new_work, sheet))))
    names = re.findall(r'<a class="rule"[^>]* aria-label="Rule: ([^"]+)"', said)
    assert [tag(each.text) for each in reasons] == names[: len(reasons)]
    assert len(set(names)) == len(names)


def test_an_address_that_is_not_of_the_web_is_no_link():
    source = next(iter(rules().sources)).model_copy(update={"url": "javascript:alert(1)", "title": "<b>x</b>"})
    line = statement.source(source)
    assert "<a" not in line
    assert "&lt;b&gt;x" in line


def test_the_brief_can_be_taken_along(app, new_work):
    at = healthy(app("brief", work=saved(new_work, sheet_for(OUTCOMES[-1]))))
    assert [item.proto.label for item in at.get("download_button")] == [form.file for form in offered(rules()).values()]


@pytest.mark.parametrize("page", ["brief", "what_if", "proofs", "decision_map", "learn", "rule"])
def test_every_page_works_with_rules_about_something_else(app, store, monkeypatch, page):
    from framework.model.sheet import Sheet
    from framework.settings import RULES

    monkeypatch.setenv(RULES, str(ROOT / "tests" / "tiny_rules"))
    rulebase = resources.rules()
    one = [question for question in rulebase.closed_questions.values() if question.kind == "one"]
    answers: dict[str, Answer] = {question.id: question.options[0].id for question in one}
    key = store.work.create("", rulebase.manifest.id, rulebase.digest, Sheet(title="x", answers=answers)).key
    at = healthy(app(page, work=key, rule=f"verdicts/{rulebase.verdicts[0].id}"))
    said = words(at).lower()
    assert "machine learning" not in said
    assert "training" not in said


def test_losses_are_drawn_only_where_something_is_trained(app, new_work):
    """A model that is rented has its losses from whoever makes it."""
    offered_here = {}
    for id_ in ("g_test_file_rewrite", "card_payment_fraud"):
        answers = rules().accept(rules().case[id_].answers)
        at = healthy(app("brief", work=saved(new_work, Sheet(answers=answers)), part="framing"))
        offered_here[id_] = [panel.label for panel in at.expander if "loss" in panel.label]
    assert offered_here == {"g_test_file_rewrite": [], "card_payment_fraud": ["What the loss rewards, in a chart"]}


def test_every_requirement_is_a_tap_away(app, new_work):
    """The gravest are open; the page says how many more there are, and each stands there with its number."""
    sheet = Sheet(answers=rules().accept(rules().case["g_test_file_rewrite"].answers))
    raised = resources.assessment_of(sheet).requirements
    said = words(healthy(app("brief", work=saved(new_work, sheet), part="risks")))
    assert f"<summary>{len(raised) - 3} more</summary>" in said
    folded = said.partition(f"<summary>{len(raised) - 3} more</summary>")[2]
    missing = [each.title for each in raised if str(tag(each.title)) not in said]
    assert missing == []
    assert "[300]" in folded
