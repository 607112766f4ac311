"""Why a verdict came out, in French: whole sentences, no English word between French ones."""

from __future__ import annotations

import re

from framework.assessment.assess import assess
from framework.model.sheet import Sheet
from framework.report.blocks import Block, Bullets, Paragraph
from framework.report.sections.context import Context
from framework.report.sections.criteria import criteria
from framework.report.sections.why import changes
from tests.report.french import french

ENGLISH = re.compile(r"\b(the|if|and|or|would be|were|first|takes)\b|“", re.IGNORECASE)


def contexts() -> list[Context]:
    sheets = [Sheet(answers=french().accept(case.answers)) for case in french().cases]
    return [Context(french(), assess(french(), sheet)) for sheet in sheets]


def lines_of(block: Block) -> list[str]:
    match block:
        case Paragraph():
            return [block.text]
        case Bullets():
            return [one.text for one in block.items]
        case _:
            return []


def test_what_would_change_a_verdict_is_said_in_french_only():
    told = (line for ctx in contexts() for block in changes(ctx) for line in lines_of(block))
    said = [line for line in told if not french().is_original(line)]
    assert len(said) > 100
    assert [line for line in said if ENGLISH.search(line)] == []
    assert any("et si la réponse à «\u00a0" in line for line in said)


def test_a_change_uses_the_words_of_the_rules_where_they_are_translated():
    said = " ".join(line for ctx in contexts() for block in changes(ctx) for line in lines_of(block))
    assert "Si le projet visait ce qu'il vous faut, le verdict serait «\u00a0" in said


def test_several_criteria_stand_in_the_plural():
    readings = {criteria(ctx).reading for ctx in contexts()}
    assert any(re.search(r"\b[2-9] remplis\b|\d\d remplis\b", reading) for reading in readings)
    assert [reading for reading in readings if re.search(r"\b(?:[2-9]|\d\d) (?:non )?rempli\b", reading)] == []
