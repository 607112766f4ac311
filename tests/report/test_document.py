"""The brief says everything once, with its rule, in the promised order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from framework import assess, load_rules
from framework.model.assessment import Assessment
from framework.model.brief import BRIEF_SECTIONS
from framework.model.rule_id import parts_of
from framework.report.blocks import Block, Bullets, Choices, Details, Document, Paragraph, Picture, Section, Table
from framework.report.document import build_document, statements
from framework.report.front import front_of
from framework.report.markdown import to_markdown
from framework.report.sections.context import Context
from framework.report.sections.framing import framing
from framework.report.text import to_text
from tests.report.briefs import NUMBERS, RULEBASE, SHEETS, brief


def _blocks(section: Section) -> Iterator[Block]:
    for block in section.blocks:
        yield block
        if isinstance(block, Details):
            yield from block.blocks


def _ids(name: str) -> list[str]:
    return [section.id for section in brief(SHEETS[name])[1].sections]


def _list(document: Document, heading: str) -> Bullets:
    """The list under a heading of its own."""
    found = (block for section in document.sections for block in _blocks(section))
    return next(block for block in found if isinstance(block, Bullets) and block.heading == heading)


def test_every_section_comes_up_somewhere() -> None:
    """A section that no sheet leads to would be dead."""
    assert {id_ for name in SHEETS for id_ in _ids(name)} == set(BRIEF_SECTIONS)


def test_sections_stand_in_order_where_no_audience_asks_otherwise() -> None:
    """The order of the brief is part of its promise."""
    ids = _ids("empty")
    assert ids == [id_ for id_ in BRIEF_SECTIONS if id_ in ids]
    assert len(ids) >= 3


def test_an_audience_gets_its_sections_first() -> None:
    """Order follows the reader; the content does not."""
    assert _ids("clerk")[:2] == ["why", "plan"]
    assert _ids("baker")[0] == "why"
    assert brief(SHEETS["clerk"])[1].card.note == RULEBASE.manifest.audiences[0].opening


@pytest.mark.parametrize("name", SHEETS)
def test_every_text_of_the_rules_carries_its_rule(name: str) -> None:
    """What a rule base says is never printed without the rule that says it."""
    _, document = brief(SHEETS[name])
    assert all(statement.rule for statement in statements(document.sections))
    without = [
        line.text
        for section in document.sections
        if section.id != "money"
        for block in _blocks(section)
        if isinstance(block, Bullets) and block.heading not in (None, "What would change it")
        for line in block.items
        if line.statement is None
    ]
    assert without == []


@pytest.mark.parametrize("name", SHEETS)
def test_nothing_is_said_twice(name: str) -> None:
    """A sentence stands where it is needed first."""
    _, document = brief(SHEETS[name])
    front = [line.text for panel in document.front.panels for line in panel.lines]
    texts: Counter[str] = Counter([document.front.why, *front, *(step.text for step in document.front.steps)])
    for section in document.sections:
        for block in _blocks(section):
            if isinstance(block, Paragraph):
                texts[block.text] += 1
            elif isinstance(block, Bullets):
                texts.update(line.text for line in block.items if line.text)
    assert [text for text, count in texts.items() if count > 1] == []


def test_every_heading_has_its_sources_as_numbered_notes() -> None:
    """Each source once a heading, in order of use; and every note is cited there."""
    _, document = brief(SHEETS["motor"])
    for section in document.sections:
        cited = [id_ for statement in statements([section]) for id_ in statement.sources]
        assert len(section.notes) == len(set(section.notes))
        assert set(section.notes) <= set(cited)
        assert bool(section.notes) == bool(cited)
    assert set(document.sources) == {id_ for section in document.sections for id_ in section.notes}


def test_changes_name_every_reachable_verdict_in_a_sentence() -> None:
    """What would change it is a sentence with the rule base's own words, and marks what takes effort."""
    assessment, document = brief(SHEETS["baker"])
    first = _list(document, "What would change it")
    assert len(first.items) == len(assessment.changes) == 2
    keep, buy = first.items
    assert keep.text.startswith("If ")
    assert "it stood in a locked yard" in buy.text, "the nearest answer that does"
    assert "takes effort" in buy.text


def test_better_money_is_not_said_to_lead_further_from_a_model() -> None:
    """A case from a review: "if you believed that it pays", records were to be collected before a simple rule."""
    rules = load_rules()
    changed = {"plan_aim": "same_aim", "past_answers": "no", "economics": "even"}
    answers = {**rules.case["fleet_failure_prediction"].answers, **changed}
    found = assess(rules, {"answers": answers})
    assert found.verdict == "heuristics_first"
    assert [step.question for step in found.changes["collect_data_first"]] == ["economics"]
    ways = _list(build_document(rules, found), "What would change it").items
    assert rules.verdict["collect_data_first"].short not in [way.label for way in ways]


def test_a_change_says_which_part_takes_effort() -> None:
    """Where some of it is free to decide."""
    answers = {"trip_length": "middle", "trips_per_week": "rare", "hills": "hilly", "electric": "yes"}
    _, document = brief({"answers": {**answers, "storage": "street", "ready_for": ["dark"]}})
    first = _list(document, "What would change it")
    assert first.items[-1].text.endswith("Changing “How often” and “Storage” takes effort.")


def test_a_verdict_without_a_task_gets_a_short_framing() -> None:
    """Nobody who is told to keep the bus pass reads about motors."""
    _, document = brief(SHEETS["nurse"])
    headings = [b.heading for s in document.sections for b in _blocks(s) if isinstance(b, Bullets)]
    assert "The task" not in headings


def test_reframings_called_for_by_the_answers_come_first() -> None:
    """A way that the answers point to stands before one that is always there."""
    assessment, _ = brief(SHEETS["motor"])
    blocks = framing(Context(RULEBASE, assessment))
    ways = next(b for b in blocks if isinstance(b, Bullets) and b.heading == "Other ways to frame it")
    assert [line.label for line in ways.items] == ["Move"]
    assert [option.task for option in assessment.task_alternatives] == ["plain_bicycle"], "so it is not said twice"


def test_the_smallest_reason_is_a_choice_of_questions() -> None:
    """The answers that decide open their questions."""
    assessment, document = brief(SHEETS["nurse"])
    first = next(block for block in document.sections[0].blocks if isinstance(block, Choices))
    assert first.questions == tuple(given.question for given in assessment.sufficient_reason)[: len(first.questions)]
    assert document.card.deciding[: len(first.questions)] == first.questions


def test_pictures_have_a_reading_and_a_table() -> None:
    """Nobody needs to see a picture to know what it says."""
    _, document = brief(SHEETS["clerk"], NUMBERS)
    pictures = [block for s in document.sections for block in _blocks(s) if isinstance(block, Picture)]
    assert {picture.name for picture in pictures} == {
        "value_threshold",
        "value_quality",
        "tornado",
        "confusion",
        "ladder",
    }
    for picture in pictures:
        assert picture.reading.endswith(".")
        assert picture.table.rows
        assert all(len(row) == len(picture.table.columns) for row in picture.table.rows)


def test_without_numbers_there_is_one_sentence_that_asks_for_them() -> None:
    """No figure is made up."""
    _, document = brief(SHEETS["clerk"])
    (panel,) = [panel for panel in document.front.panels if panel.id == "pays"]
    assert "“Price of the pass”" in panel.lines[0].text
    assert "price of the pass" not in str(document.sections).lower()


def test_impossible_numbers_are_named_and_left_out() -> None:
    """A share of 3 gets a sentence."""
    _, document = brief(SHEETS["clerk"], {**NUMBERS, "base_rate": 3})
    assert _list(document, "Please check these numbers").items


def _of_case(id_: str, **others: str) -> tuple[Assessment, Document]:
    rulebase = load_rules()
    case = rulebase.case[id_]
    assessment = assess(rulebase, {"title": case.title, "answers": {**case.answers, **others}, "words": case.words})
    return assessment, build_document(rulebase, assessment)


def _headings(document: Document) -> list[str | None]:
    return [block.heading for section in document.sections for block in _blocks(section) if isinstance(block, Bullets)]


def test_a_verdict_that_needs_reframing_shows_other_framings_and_develops_none() -> None:
    """Other questions come first, the present one is not worked out, and no ML objective is offered for it."""
    assessment, document = _of_case("churn_defined_by_cancel_click", plan_aim="same_aim")
    assert document.front.panels[0].title == "Ask instead"
    assert assessment.framing and assessment.framing not in str(document)
    assert "The task" not in _headings(document)
    assert assessment.ml_objective
    assert assessment.ml_objective not in str(document)


def test_where_only_the_plan_aims_elsewhere_the_answers_are_what_to_ask_instead() -> None:
    """Whom an offer keeps, and not who will leave: the task that the answers name is worked out."""
    assessment, document = _of_case("churn_retention_offers")
    assert assessment.verdict == "reframe" and assessment.task == "uplift"
    first = document.front.panels[0]
    assert (first.title, [line.text for line in first.lines]) == ("Ask instead", [assessment.framing])
    assert "The task" in _headings(document)
    assert [parts_of(step.rule)[-1] for step in assessment.next_steps] == ["other_plan", "answer_anew"]
    assert assessment.changes["use_ml"][0].question == "plan_aim"


def test_where_nothing_is_to_be_built_nothing_is_promised() -> None:
    """No objectives and no arithmetic beside "don't build this", only what was wanted; what to do instead is there."""
    _, document = _of_case("resume_star_rating")
    assert "instead" in [panel.id for panel in document.front.panels]
    money = next(section for section in document.sections if section.id == "money")
    assert [block.heading for block in money.blocks if isinstance(block, Bullets)] == ["What was wanted"]
    assert len(money.blocks) == 1


def test_what_an_open_answer_leaves_out_is_said() -> None:
    """A plan that ends early says why; once the question is answered, nothing is left to say."""
    rulebase = load_rules()
    case = rulebase.case["store_item_sales"]
    said = rulebase.questions["team_and_owner"].while_open
    for owner, expected in ((None, True), ("ml_and_ops", False)):
        answers = {**case.answers, **({"team_and_owner": owner} if owner else {})}
        document = build_document(rulebase, assess(rulebase, {"answers": answers}))
        plan = next(section for section in document.sections if section.id == "plan")
        assert (said in [block.text for block in plan.blocks if isinstance(block, Paragraph)]) is expected


def test_the_answers_that_the_deciding_rules_read_come_first() -> None:
    """Whoever sees three chips of six sees the one that tells why."""
    assessment, document = _of_case("churn_defined_by_cancel_click")
    read = {id_ for rule in assessment.verdict_rules for id_ in rule.answers}
    questions = [given.question for given in assessment.sufficient_reason]
    assert questions[0] in read
    assert [id_ in read for id_ in questions] == sorted((id_ in read for id_ in questions), reverse=True)
    assert document.card.deciding == tuple(questions)


def test_numbers_answer_what_they_can() -> None:
    """Where the verdict hangs on what the arithmetic knows, the brief says so instead of asking for an estimate."""
    rulebase = load_rules()
    answered = next(id_ for id_, question in rulebase.questions.items() if question.answered_by_numbers)
    case = rulebase.case["card_payment_fraud"]
    answers = {id_: x for id_, x in case.answers.items() if id_ != answered}
    for numbers, expected in ((case.numbers, True), ({}, False)):
        assessment = assess(rulebase, {"answers": answers, "numbers": numbers})
        assert assessment.verdict is None
        (fact,) = front_of(rulebase, assessment).facts
        assert fact.question == answered
        assert fact.find_out.startswith("Your numbers answer this: It pays") is expected
        assert bool(fact.takes) is not expected
        assert "Your numbers answer one of these" not in str(build_document(rulebase, assessment).sections)


def test_what_rounding_leaves_is_never_printed() -> None:
    """A model that does exactly what acting on every case does gains 0, not 1.8e-12."""
    numbers = {"base_rate": 0.7, "value": 50, "success_rate": 1, "cost_action": 12, "harm": 30, "adoption": 0.5}
    assessment, document = brief(SHEETS["clerk"], {**NUMBERS, **numbers, "recall": 1, "precision": 0.7})
    assert re.findall(r"\S*\de-\d+", to_text(RULEBASE, assessment, document)) == []
    pays = next(section for section in document.sections if section.id == "money")
    (table,) = [block for block in pays.blocks if isinstance(block, Table)]
    assert ("Gain over the best simple way, per 1,000 cases", "0") in table.rows


def test_a_partial_answer_reads_as_one_of_several() -> None:
    """Wherever answers stand: "A or B" for one of these, "A and B" where both hold; and finding out is no change."""
    tiny = load_rules(Path(__file__).parents[1] / "tiny_rules")
    assert tiny.answer_text("trip_length", ("short", "middle")) == "Under 3 km or 3 to 10 km"
    assert tiny.answer_text("storage", ("indoors", "yard", "street")) == "Indoors, In a locked yard or In the street"
    assert tiny.answer_text("ready_for", ("rain", "dark")) == "Rain and Darkness"
    assert tiny.answer_text("ready_for", "not_sure") == "Not sure"
    answers = {
        "trip_length": ("middle", "long"),
        "trips_per_week": "daily",
        "hills": "flat",
        "storage": "indoors",
        "ready_for": ("rain", "cold"),
    }
    assessment = assess(tiny, {"answers": answers})
    assert [step.before for step in assessment.changes["buy_bicycle"]] == [("middle", "long")]
    document = build_document(tiny, assessment)
    for text in (to_text(tiny, assessment, document), to_markdown(tiny, assessment, document)):
        flat = " ".join(text.split())
        assert "turned out to be “3 to 10 km”" in flat


def test_the_caption_of_a_picture_stays_with_the_drawing() -> None:
    """In text and Markdown nothing is drawn, so words about lines and colours would lead nowhere."""
    assessment, document = brief(SHEETS["clerk"], NUMBERS)
    picture = Picture("chain", "What it says.", Table(("A",), (("1",),)), caption="The dotted line.")
    shown = replace(document, sections=(Section("why", "Why", (picture,)),))
    for form in (to_text, to_markdown):
        text = form(RULEBASE, assessment, shown)
        assert "What it says" in text and "dotted" not in text
