"""What is passed on says what is so, to somebody who cannot fill anything in: dated, and without what to enter."""

from __future__ import annotations

import html
import io
from datetime import date
from typing import Any
from xml.etree import ElementTree

import pypdf
import pytest

from framework import assess
from framework.assessment.comparison import compare
from framework.model.assessment import Assessment
from framework.model.rules import Status
from framework.model.sheet import Sheet
from framework.reasoning.stops import answers_after
from framework.report.blocks import Bullets, Choices, Marks
from framework.report.decision_record import decision_record
from framework.report.document import build_document, full_document, statements
from framework.report.forms import render
from framework.report.front import front_of
from framework.report.in_full import BRACKETS
from framework.report.onepage import one_page
from framework.report.sections.context import Context
from framework.report.sections.why import ways_told
from framework.report.slide import WHERE_THERE_IS_ROOM, slide
from framework.report.wording import deciding_answers
from tests.report.sums import FOUND, RULES, searched

TODAY = date(2026, 11, 27)

DRAFTS = RULES.case["shop_support_replies"]


def of_case(id_: str, **changed: Any) -> Assessment:
    case = RULES.case[id_]
    sheet = {"title": case.title, "answers": case.answers, "words": case.words, "numbers": case.numbers}
    return assess(RULES, {**sheet, **changed})


def only_quality_missing() -> Assessment:
    return assess(RULES, searched({role: number for role, number in FOUND.items() if role != "found_then"}))


def screened() -> Assessment:
    """A sheet on which "None of these" was said, and what it left open is needed for the verdict."""
    unasked = ("economics", "agreement", "removable_cause")
    asked = {id_: answer for id_, answer in RULES.accept(DRAFTS.answers).items() if id_ not in unasked}
    answers, left_open = answers_after(RULES, (), Sheet(answers=asked))
    return assess(RULES, Sheet(title=DRAFTS.title, answers=answers, screened=left_open))


def said_in(form: str, found: Assessment) -> str:
    made = render(form, RULES, found, today=TODAY)
    if made.startswith(b"%PDF"):
        return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages).split())
    return " ".join(html.unescape(made.decode().replace("\\", "")).split())


@pytest.mark.parametrize("form", ["onepage", "pdf", "html", "markdown", "text"])
def test_nobody_is_told_to_enter_a_number_in_what_is_passed_on(form: str) -> None:
    found = only_quality_missing()
    assert any(line.text.startswith("Enter “") for panel in front_of(RULES, found).panels for line in panel.lines)
    said = said_in(form, found)
    assert "Enter “" not in said and "put your own" not in said
    assert "Does it pay?" in said and "Not worked out yet." in said


def test_nor_on_a_slide() -> None:
    parts = {part["heading"]: part["words"] for part in slide(RULES, only_quality_missing())["parts"]}
    assert parts["Does it pay?"] == "Not worked out yet."


def test_an_objective_of_which_nothing_is_filled_in_is_not_stated_yet() -> None:
    parts = {part["heading"]: part["words"] for part in slide(RULES, of_case(DRAFTS.id, words={}))["parts"]}
    assert parts["Business objective:"] == "Not stated yet."
    page = str(one_page(RULES, of_case(DRAFTS.id, words={})))
    assert "Not stated yet." in page and "[the number that counts]" not in page
    given = {part["heading"]: part["words"] for part in slide(RULES, of_case(DRAFTS.id))["parts"]}
    assert given["Business objective:"].startswith("Bring staff minutes")


def test_a_slide_has_the_objective_and_as_much_as_fits_the_two_biggest_risks() -> None:
    found = of_case(DRAFTS.id)
    parts = slide(RULES, found)["parts"]
    risks = next(panel for panel in front_of(RULES, found).panels if panel.id == "risks")
    (told,) = [part for part in parts if part["optional"]]
    assert WHERE_THERE_IS_ROOM == ("risks",) and parts[0]["heading"] == "Business objective:"
    assert told["heading"] == f"{risks.title}:" and all(line.text in told["words"] for line in risks.lines)


def test_a_slide_says_what_brackets_mean_if_it_has_any() -> None:
    assert slide(RULES, of_case(DRAFTS.id, words={}))["note"] == BRACKETS
    assert slide(RULES, assess(RULES, {"title": "x", "answers": {}}))["note"] == ""


@pytest.mark.parametrize("form", ["onepage", "pdf", "html", "markdown", "text", "adr"])
def test_every_form_has_the_title_the_date_and_the_same_days_of_the_next_steps(form: str) -> None:
    found = of_case(DRAFTS.id)
    said, steps = said_in(form, found), front_of(RULES, found, TODAY).steps
    assert found.title in said and "27 November 2026" in said
    assert len(steps) == 3 and all(step.when.startswith("by ") and f"({step.when})" in said for step in steps)


def test_so_has_a_slide() -> None:
    found = of_case(DRAFTS.id)
    told, (first, *_) = slide(RULES, found, TODAY), front_of(RULES, found, TODAY).steps
    assert (told["title"], told["date"]) == (found.title, "27 November 2026")
    assert told["next"] == [f"{first.text} ({first.when})"]
    assert slide(RULES, found)["date"] == ""


def test_a_slide_of_an_open_verdict_has_every_fact_it_hangs_on() -> None:
    found = assess(RULES, {"answers": {"gen_task": "converse"}})
    assert slide(RULES, found)["next"] == [fact.text for fact in front_of(RULES, found).facts]


@pytest.mark.parametrize("id_", ["shop_support_replies", "store_item_sales", "card_payment_fraud", "brand_keyword_ads"])
@pytest.mark.parametrize("title", ["Short", "A long name that goes on and on " * 12])
def test_the_contents_of_a_full_pdf_are_on_its_first_page_or_nowhere(id_: str, title: str) -> None:
    """They ran over to a page that was blank but for three lines."""
    found = of_case(id_, title=title)
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(render("pdf", RULES, found))).pages]
    listed = [section.title for section in full_document(RULES, found).sections]
    on_first = [name for name in listed if f"{name} ." in pages[0]]
    assert on_first in (listed, [])
    assert next(page for page in pages[1:] if "Why" in page).lstrip().startswith("Why")
    assert all(len(page.split()) > 60 for page in pages[:-1])


@pytest.mark.parametrize("form", ["pdf", "html"])
def test_ids_of_rules_stand_in_a_list_at_the_end(form: str) -> None:
    found = of_case(DRAFTS.id)
    rules = {statement.rule for statement in statements(full_document(RULES, found).sections)}
    text, _, end = said_in(form, found).rpartition("Rules and sources")
    joined = "".join(end.split())
    assert len(rules) > 50
    assert [rule for rule in rules if rule not in joined] == []
    assert [rule for rule in rules if rule in text] == []


def test_the_alternatives_of_a_record_are_conditions_and_promise_only_what_follows() -> None:
    found = of_case("g_payment_help_chat")
    sections = {section.id: section for section in decision_record(RULES, found).sections}
    (others, *_) = sections["alternatives"].blocks
    assert isinstance(others, Bullets)
    assert len(others.items) == len(RULES.verdict) - 1
    assert all(line.text.startswith("Would be right if ") for line in others.items)
    promised = [line for line in others.items if "stands below" in line.text]
    ways = next(block for block in sections["changes"].blocks if block.heading == "What would change it")  # type: ignore[union-attr]
    assert isinstance(ways, Bullets)
    assert len(promised) == len(ways_told(Context(RULES, found))) > 1
    assert sum("the verdict would be" in line.text for line in ways.items) == len(promised)


@pytest.mark.parametrize("form", ["adr", "canvas"])
def test_what_was_never_asked_is_not_told_as_an_answer(form: str) -> None:
    found = screened()
    assert len(found.sufficient_reason) > len(deciding_answers(RULES, found))
    said = said_in(form, found).split("Every question and answer")[0]
    assert "not asked" not in said
    never = [RULES.answer_text(id_, found.answers[id_]) for id_ in found.sheet.screened if id_ in found.answers]
    assert never and not [answer for answer in never if answer in said]


def test_a_comparison_names_none_of_them_either() -> None:
    """What an idea rests on is what was answered, as in its brief."""
    found = screened()
    compared, _ = compare(RULES, [found, assess(RULES, DRAFTS.sheet())]).ideas
    assert compared.hangs_on == tuple(given.question for given in deciding_answers(RULES, found))


def test_the_brief_counts_the_answers_that_the_card_counts() -> None:
    found = screened()
    number = len(deciding_answers(RULES, found))
    (told,) = [
        block
        for section in build_document(RULES, found).sections
        for block in section.blocks
        if isinstance(block, Choices) and block.heading and "settle the verdict" in block.heading
    ]
    assert told.heading == (f"{number} answers, plus that to “Are any of these true?”, settle the verdict. Among them")
    assert not set(told.questions) & set(found.sheet.screened)


def test_an_undecided_criterion_says_what_is_missing() -> None:
    found = screened()
    (marks,) = [
        block
        for section in build_document(RULES, found).sections
        for block in section.blocks
        if isinstance(block, Marks)
    ]
    undecided = [name for name, tone in marks.marks if tone == Status.OPEN.value]
    assert undecided and all(name.endswith(")") for name in undecided)
    assert any("(open: “" in name for name in undecided)
    words = ("open", "in between", "not applicable")
    counted = [sum(f"({word}" in name for name in undecided) for word in words]
    assert sum(counted) == len(undecided)
    said = zip(counted, ("undecided", "in between", "not applicable"), strict=True)
    assert marks.reading.endswith(", ".join(f"{number} {told}" for number, told in said if number) + ".")


def test_a_slide_can_be_read_aloud() -> None:
    """The typesetter draws letters as shapes, which say nothing."""
    found = assess(RULES, of_case(DRAFTS.id).sheet.model_copy(update={"title": "a < b & c"}))
    root = ElementTree.fromstring(render("slide", RULES, found))
    title, desc = root[:2]
    assert (root.get("role"), root.get("lang")) == ("img", "en")
    assert title.tag.endswith("}title") and title.text == "a < b & c"
    data = slide(RULES, found)
    assert desc.tag.endswith("}desc")
    assert all(text in desc.text for text in (data["verdict"], data["sentence"], *data["next"]))
    assert all(part["words"] in desc.text for part in data["parts"])
