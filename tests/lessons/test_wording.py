"""Numbers in the sentences, tables and figures of a lesson are written as in its language."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from framework import load_rules
from framework.languages.catalogue import separators
from framework.lessons.wording import cell, fill, numbers_in
from framework.model.lesson import CaseBlock
from framework.model.rulebase import RuleBase
from framework.report.charts import LIGHT
from framework.report.handout import Contents, handout
from framework.rulebase.translating import in_language

ENGLISH_NUMERAL = re.compile(r"\d,\d{3}\b|\d\.\d|\d %")
RULES_FOLDER = Path(__file__).parents[2] / "rules"
MARKUP = re.compile(r"<[^>]*>")


def test_a_number_in_a_sentence_is_written_as_in_its_language():
    said = fill("{year:int}, {each:two}, {part:percent}", {"year": 20_000, "each": 2.5, "part": 0.995}, "fr")
    assert said == "20\u202f000, 2,50, 99,5\u202f%"
    assert fill("{year:int}, {each:two}", {"year": 20_000, "each": 2.5}) == "20,000, 2.50"


def test_a_cell_is_written_as_in_its_language_and_a_translated_one_stays():
    assert [cell(value, {}, "fr") for value in (12_000.0, 0.25)] == ["12\u202f000", "0,25"]
    assert numbers_in([("12,000", "0.5 %", "12 000 euros, soit 0,5 %")], "fr") == (
        ("12\u202f000", "0,5\u202f%", "12 000 euros, soit 0,5 %"),
    )


def test_a_figure_is_told_the_separators_of_a_language():
    assert separators("fr") == ",\u202f"
    assert separators("") == ".,"


def _as_printed(rulebase: RuleBase, lesson: str) -> str:
    """The words of a lesson on paper, without the cases: these have a language of their own."""
    (section,) = handout(rulebase, LIGHT, Contents(lesson, answers=False))["sections"]
    blocks = zip(rulebase.lesson[lesson].blocks, section["blocks"][1:], strict=True)
    return MARKUP.sub(" ", str([printed for block, printed in blocks if not isinstance(block, CaseBlock)]))


def test_a_translated_lesson_has_no_english_numeral_and_another_one_keeps_its_own(tmp_path: Path):
    folder = shutil.copytree(RULES_FOLDER, tmp_path / "rules")
    lessons = folder / "languages" / "fr" / "lessons.yaml"
    lines = lessons.read_text().splitlines(keepends=True)
    lessons.write_text("".join(line for line in lines if not line.startswith("lessons/objectives/")))
    french = in_language(load_rules(folder), "fr")
    found = {id_: ENGLISH_NUMERAL.search(_as_printed(french, id_)) for id_ in french.lesson}
    assert not french.speaks("lessons", "objectives") and french.speaks("lessons", "framing")
    assert [id_ for id_, what in found.items() if what] == ["objectives"]
