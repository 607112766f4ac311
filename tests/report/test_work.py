"""What follows from the answers reaches the reader: the ladder, every requirement, the details of the next step."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import sqrt
from typing import TypeVar

import pytest

from framework import assess, load_rules
from framework.model.advice import Severity
from framework.model.assessment import Assessment
from framework.report.blocks import Block, Bullets, Document, Picture
from framework.report.document import build_document
from framework.report.forms import render
from framework.report.markdown import to_markdown
from framework.report.wording import MAX_NAMED

RULES = load_rules()
AGENT, DRAFTS, PLAIN = "g_test_file_rewrite", "shop_support_replies", "c_cropland_map"

Kind = TypeVar("Kind", bound=Block)


def found(id_: str, **answers: str) -> tuple[Assessment, Document]:
    """A worked case, some answers changed."""
    assessment = assess(RULES, {"answers": {**RULES.case[id_].answers, **answers}})
    return assessment, build_document(RULES, assessment)


def blocks(document: Document, kind: type[Kind]) -> Iterator[Kind]:
    """The blocks of one kind in reading order."""
    yield from (block for section in document.sections for block in section.blocks if isinstance(block, kind))


def under(document: Document, heading: str) -> Bullets:
    """The list under a heading of its own."""
    return next(block for block in blocks(document, Bullets) if block.heading == heading)


@pytest.mark.parametrize("case", [AGENT, DRAFTS])
def test_the_ladder_says_where_to_start_what_to_measure_and_when_to_go_on(case):
    """With a picture of all steps, on a page and in a file."""
    assessment, document = found(case)
    place = [step.id for step in RULES.ladder].index(assessment.ladder_start)
    start, above = RULES.ladder[place], RULES.ladder[place + 1]
    lines = under(document, RULES.manifest.headings.ladder).items
    assert [line.statement.rule for line in lines] == [
        f"ladder/{start.id}",
        f"ladder/{start.id}/measure",
        f"ladder/{above.id}/go_up_when",
    ]
    assert [line.text for line in lines] == [f"{start.title}. {start.what}", start.measure, above.go_up_when]
    (picture,) = [block for block in blocks(document, Picture) if block.name == "ladder"]
    assert f"step {place} only" in picture.reading
    assert [row[1] for row in picture.table.rows] == [step.cost for step in RULES.ladder]
    html = render("html", RULES, assessment).decode()
    assert picture.reading in html
    assert "▶ start here" in html


def test_the_gravest_requirements_are_told_and_all_others_named():
    """An agent that needs approval: what its own kind of wish asks for comes before what any model has to do."""
    assessment, document = found(AGENT, acts_alone="approved", never_wrong="few_listed")
    listed = under(document, "Requirements")
    told = [line.statement.rule.rpartition("/")[2] for line in listed.items]
    assert set(told) == {"approval_per_act", "copied_from_record", "consistent"}
    assert {r.gravity for r in assessment.requirements if r.requirement in told} == {Severity.GRAVE}
    every = {requirement.title for requirement in assessment.requirements}
    assert {line.label for line in (*listed.items, *listed.rest)} == every
    assert len(every) > 20
    text = to_markdown(RULES, assessment, document)
    assert f"{len(every) - 3} more: " in text
    named = [line.label.split(",")[0].split(" (")[0].split("-")[0] in text for line in listed.rest]
    assert sum(named) == MAX_NAMED < len(named) and all(named[:MAX_NAMED])


def test_without_grave_ones_two_requirements_are_told():
    assessment, document = found(PLAIN)
    assert all(requirement.gravity is Severity.MEDIUM for requirement in assessment.requirements)
    listed = under(document, "Requirements")
    assert len(listed.items) == 2
    assert len(listed.items) + len(listed.rest) == len(assessment.requirements)


def test_the_plan_tells_all_details_of_the_next_step_and_keeps_those_of_later_ones():
    """How to calibrate a judge and how to attack it stand behind the later steps."""
    assessment, document = found(AGENT)
    following = next(step for step in assessment.plan if step.details)
    assert len(following.details) > 1
    listed = under(document, "Stages of the whole project")
    for line, step in zip(listed.items, assessment.plan, strict=False):
        told, number = [text for _, text in line.parts], len(step.details)
        if step == following:
            assert told == [detail.text for detail in step.details]
        elif number:
            assert told == [f"{number} point{'s' if number > 1 else ''} further down."]
            assert [text for _, text in line.whole.parts] == [detail.text for detail in step.details]
        else:
            assert told == []
    later = {rule for step in assessment.plan[3:] for rule in (detail.rule for detail in step.details)}
    assert {"plan/build/details/judge_calibrated", "plan/build/details/red_team"} & later
    folded = " ".join(text for line in listed.rest for _, text in line.parts)
    assert "half a day" in folded
    assert [line.label for line in listed.rest] == [step.title for step in assessment.plan[3:]]


def test_a_source_is_told_in_full_once():
    """Under a later heading its author, year and address are enough."""
    assessment, document = found(AGENT)
    text = to_markdown(RULES, assessment, document)
    notes = [id_ for section in document.sections for id_ in section.notes]
    again = next(id_ for id_ in notes if notes.count(id_) > 1)
    title = RULES.source[again].title.split(":")[0].split(",")[0]
    assert text.count(title) == 1
    assert text.count(RULES.source[again].url) == notes.count(again)


def test_the_chain_names_the_output_of_the_kind_of_wish():
    """Not that of the task type, which the framing does not name either."""
    for case in (AGENT, DRAFTS):
        assessment, document = found(case)
        variant = next(
            each for each in RULES.task[assessment.task].variants if each.id == assessment.variant and each.output
        )
        label = RULES.manifest.headings.link
        (line,) = [item for block in blocks(document, Bullets) for item in block.items if item.label == label]
        assert f"[{variant.output[0].lower()}{variant.output[1:].rstrip('.')}]" in line.text
        assert f"[{RULES.task[assessment.task].output.lower().rstrip('.')}]" not in line.text


def test_no_objective_names_the_passages_twice():
    """What is given out already says that it consists of passages."""
    assessment, _ = found("g_handbook_assistant", removable_cause="no")
    assert assessment.variant == "answer_from_sources"
    assert assessment.ml_objective.count("assages that") == 1


def test_sorting_of_any_text_is_not_told_of_messages():
    """A screen of applications got the advice to remove the cause of the messages."""
    assessment, document = found("g_charge_text_categories")
    assert assessment.variant == "sort_texts"
    (framing,) = [section for section in document.sections if section.id == "framing"]
    assert "after which nothing has to be sorted" in str(framing)
    assert "essage" not in str(framing)


def test_staying_on_topic_is_asked_with_its_interval():
    """98 of 100 can be 93 %, so the list is longer and says what it shows."""
    assessment, _ = found(AGENT)
    (scope,) = [each for each in assessment.requirements if each.requirement == "stays_in_scope"]
    passed, asked = (int(number) for number in re.findall(r"\[(\d+)\]", scope.statement)[1::-1])
    low, high = wilson(passed, asked)
    assert f"{passed} of {asked} means between {100 * low:.1f} and {100 * high:.1f} %" in scope.measure


def wilson(right: int, of: int, z: float = 1.96) -> tuple[float, float]:
    """The Wilson interval at 95 % of a share."""
    middle = (right + z * z / 2) / (of + z * z)
    half = z * sqrt(right * (of - right) / of + z * z / 4) / (of + z * z)
    return middle - half, middle + half
