"""The canvas, the decision record, the slide and the one page: filled from any answers, on any subject."""

from __future__ import annotations

import io
import re
from datetime import date
from typing import get_args

import pypdf
import pytest

from framework import assess, load_rules
from framework.model.canvas import CanvasPart
from framework.model.sheet import Sheet
from framework.report.blocks import Bullets
from framework.report.canvas import _PARTS, MAX_LINE_CHARS, fill_canvas
from framework.report.decision_record import decision_record
from framework.report.document import build_document, statements, verdict_card
from framework.report.forms import render
from framework.report.front import front_of
from framework.report.front_parts import FACTS, STEPS
from framework.report.onepage import one_page
from framework.report.sections.context import by_gravity
from framework.report.slide import slide
from tests.report.briefs import RULEBASE, SHEETS

RULES = load_rules()
CASES = {case.id: case for case in RULES.cases}


def _assessed(id_):
    return assess(RULES, Sheet.model_validate(CASES[id_].model_dump(include={"title", "answers", "words"})))


def test_every_part_that_rules_may_name_is_made():
    assert set(_PARTS) == set(get_args(CanvasPart))


def test_the_shipped_canvas_uses_each_place_once():
    taken = [
        (column, row)
        for box in RULES.manifest.canvas.boxes
        for column in range(box.column, box.column + box.columns)
        for row in range(box.row, box.row + box.rows)
    ]
    assert len(taken) == len(set(taken)) == 15


def test_the_goal_stands_apart_from_what_has_to_hold_beside_it():
    """A product manager's: "from 19 to 14 days, counting rework ..., and without ..." read as if all were the goal."""
    sheet = _assessed("shop_support_replies").sheet
    words = {**sheet.words, "metric_today": "six minutes", "metric_target": "four minutes"}
    found = assess(RULES, sheet.model_copy(update={"words": words}))
    aim = "Bring staff minutes for each reply from six minutes to four minutes."
    (value,) = [one for one in fill_canvas(RULES, found).boxes if one.box.id == "value"]
    assert ("Business objective", aim) in value.lines
    context, *_ = decision_record(RULES, found).sections
    lines = [item for block in context.blocks if isinstance(block, Bullets) for item in block.items]
    told = {item.label: item.text for item in lines}
    assert told["Business objective"] == aim
    assert told["What has to hold meanwhile"].startswith("Rework, checking and the upkeep")
    assert f"{aim} Rework, checking" in found.business_objective


@pytest.mark.parametrize("family", RULES.objectives, ids=lambda family: family.id)
def test_every_objective_begins_with_the_goal_in_a_sentence_of_its_own(family):
    assert family.business_objective.startswith(RULES.manifest.sentences.aim)


@pytest.mark.parametrize("id_", CASES)
def test_every_worked_case_fills_its_forms(id_):
    """Each box has a line or says what belongs there; no line is long; the page names a next step."""
    assessment = _assessed(id_)
    filled = fill_canvas(RULES, assessment)
    assert all(one.lines or one.box.asks for one in filled.boxes)
    assert sum(bool(one.lines) for one in filled.boxes) >= 5
    assert max(len(text) for one in filled.boxes for _, text in one.lines) <= MAX_LINE_CHARS
    page = one_page(RULES, assessment)
    assert 2 <= len(page["parts"]) <= 8
    assert all(part["lines"] or part["big"] for part in page["parts"])
    assert page["parts"][-1]["heading"] == (STEPS if assessment.verdict else FACTS)
    assert slide(RULES, assessment)["next"]


def test_a_slide_says_from_which_quality_it_pays_and_what_it_is_worth():
    case = RULES.case["shop_support_replies"]
    found = assess(RULES, {"answers": case.answers, "words": case.words, "numbers": case.numbers})
    parts = {part["heading"]: part["words"] for part in slide(RULES, found)["parts"]}
    assert re.search(r"\. Pays: from [\d.]+ % \(", parts["Must beat:"])
    assert parts["Does it pay?"].startswith("It probably pays")


@pytest.mark.parametrize(("form", "paper"), [("canvas-pdf", "a4"), ("onepage", "letter")])
def test_every_worked_case_fits_on_one_page(form, paper):
    """The page on letter paper, which is shorter, and the canvas on A4, where its columns are narrower."""
    made = {id_: render(form, RULES, _assessed(id_), paper=paper) for id_ in CASES}
    pages = {id_: len(pypdf.PdfReader(io.BytesIO(pdf)).pages) for id_, pdf in made.items()}
    assert {id_: number for id_, number in pages.items() if number != 1} == {}


def test_a_box_without_an_answer_says_what_belongs_there():
    assessment = assess(RULEBASE, SHEETS["empty"])
    (way, answer) = fill_canvas(RULEBASE, assessment).boxes
    assert way.lines == ()
    (verdict, following) = answer.lines
    assert verdict == (None, verdict_card(RULEBASE, assessment).title)
    assert following == ("Next", " ".join(fact.find_out or fact.text for fact in front_of(RULEBASE, assessment).facts))


def _lines(found, box):
    (filled,) = [one for one in fill_canvas(RULES, found).boxes if one.box.id == box]
    return dict(filled.lines) if filled.lines and filled.lines[0][0] else [text for _, text in filled.lines]


def _box(part):
    return next(box.id for box in RULES.manifest.canvas.boxes if any(shown.part == part for shown in box.shows))


def test_the_canvas_says_what_the_first_screen_says():
    """Its next steps, and its biggest risks first."""
    for id_ in ("shop_support_replies", "emotion_from_faces", "store_item_sales"):
        found = _assessed(id_)
        front = front_of(RULES, found)
        assert _lines(found, _box("next_steps")) == [step.text for step in front.steps]
        (panel,) = [panel for panel in front.panels if panel.id == "risks"]
        gravest = [risk.title for risk in by_gravity(found.risks)]
        assert _lines(found, _box("risks"))["Risks"].split("; ")[: len(panel.lines)] == gravest[: len(panel.lines)]
    unsure = assess(RULES, {"answers": {"answer_kind": "hidden_now"}})
    assert unsure.verdict is None
    first = [fact.find_out for fact in front_of(RULES, unsure).facts]
    told = _lines(unsure, _box("next_steps"))
    assert len(told) == len(first) == 3 and all(all_.startswith(text) for text, all_ in zip(told, first, strict=True))


def test_a_canvas_has_no_goal_that_is_nothing_but_brackets():
    found = _assessed("shop_support_replies")
    assert "Business objective" in _lines(found, _box("business_objective"))
    bare = assess(RULES, found.sheet.model_copy(update={"words": {}}))
    assert "Business objective" not in _lines(bare, _box("business_objective"))


def test_what_stands_under_one_label_is_one_line_of_whole_sentences():
    for id_ in CASES:
        for filled in fill_canvas(RULES, _assessed(id_)).boxes:
            labels = [label for label, _ in filled.lines]
            assert labels == sorted(labels, key=bool), "what has no label comes first, and belongs to no other"
    found = _assessed("card_payment_fraud")
    whole = RULES.task["binary_classification"].output_form
    assert found.task == "binary_classification" and len(whole) > MAX_LINE_CHARS
    assert _lines(found, _box("output_form"))["Output"] == whole[: whole.index(". ") + 1]


def test_an_answer_that_does_not_count_is_not_on_the_canvas():
    found = fill_canvas(RULES, assess(RULES, {"answers": {"answer_kind": "create_content", "change_rate": "not_sure"}}))
    labels = {label for one in found.boxes for label, _ in one.lines}
    assert RULES.questions["change_rate"].short not in labels


@pytest.mark.parametrize("name", SHEETS)
def test_a_decision_record_has_its_parts_in_order(name):
    record = decision_record(RULEBASE, assess(RULEBASE, SHEETS[name]))
    order = [
        "context",
        "decision",
        "reasons",
        "alternatives",
        "changes",
        "consequences",
        "review",
        "answers",
        "sources",
    ]
    ids = [section.id for section in record.sections]
    assert ids == [id_ for id_ in order if id_ in ids]
    assert {"context", "decision", "alternatives", "review"} <= set(ids)
    assert all(statement.rule for statement in statements(record.sections))


def test_a_decision_record_names_every_other_verdict_and_the_review():
    assessment = assess(RULEBASE, SHEETS["clerk"])
    by_id = {section.id: section for section in decision_record(RULEBASE, assessment, date(2030, 12, 31)).sections}
    (others, *_) = by_id["alternatives"].blocks
    assert isinstance(others, Bullets)
    assert {line.label for line in others.items} == {
        verdict.title for id_, verdict in RULEBASE.verdict.items() if id_ != assessment.verdict
    }
    assert "On 31 December 2030, or as soon" in str(by_id["review"].blocks[0])
    undated = decision_record(RULEBASE, assessment).sections
    assert any("still to be agreed" in str(section.blocks[0]) for section in undated if section.id == "review")


def test_an_open_verdict_says_on_one_page_what_to_find_out_first():
    (*_, facts) = one_page(RULES, assess(RULES, {"answers": {}}))["parts"]
    assert facts["heading"] == FACTS
    assert len(facts["lines"]) == 3
    assert all(question and how for question, how, _ in facts["lines"])


def test_a_record_says_the_rules_that_decide_once():
    """A director's: the same two sentences stood under "Decision" and again under "Reasons"."""
    found = _assessed("workshop_visit_schedule")
    (rule,) = found.verdict_rules
    assert render("adr", RULES, found).decode().count(rule.text) == 1


def test_a_record_and_a_slide_read_as_sentences():
    found = _assessed("card_payment_fraud")
    told = render("adr", RULES, found).decode()
    assert "On a day still to be agreed, or as soon as one of the facts above changes." in told
    assert "the verdict is settled, or" not in told, "it stood as something to reach by the day of the review"
    assert "Status: proposed." in told
    assert slide(RULES, found)["next_title"] == "Next step:", "one is shown"


def test_a_record_of_an_open_verdict_says_when_to_review_it():
    """The day as people write it, and the facts that are still to be found out."""
    found = assess(RULES, {"answers": {}, "review": "2027-01-31"})
    told = render("adr", RULES, found).decode()
    assert "On 31 January 2027, or as soon as one of the facts above is known or changes." in told
    assert "Status: not decided yet, as the answers still allow several verdicts." in told


@pytest.mark.parametrize("id_", CASES)
def test_no_metric_is_named_beside_itself(id_):
    """A reader's: "Alert precision at capacity", and below it "Also: ...; Alert precision at capacity"."""
    sheet = CASES[id_].sheet()
    for block in (
        block for section in build_document(RULES, assess(RULES, sheet)).sections for block in section.blocks
    ):
        if isinstance(block, Bullets) and block.heading == "How to evaluate it":
            named = [item.label for item in (*block.items, *block.more)]
            assert len(named) == len(set(named))
