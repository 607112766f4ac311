"""Text, Markdown and JSON: reference outputs, 80 columns, and texts that stay texts."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from framework import assess
from framework.model.assessment import Assessment
from framework.report.blocks import Bullets, Item
from framework.report.forms import render
from framework.report.json_ import to_json
from framework.report.markdown import block_text, escape, to_markdown
from framework.report.text import WIDTH, columns, to_text, wrap
from tests.knowledge.cases import CASES, result_of
from tests.knowledge.cases import RULEBASE as SHIPPED
from tests.references import same_as_file
from tests.report.briefs import NUMBERS, RULEBASE, SHEETS, brief

REFERENCES = Path(__file__).parent / "references"

FORMS: dict[str, Callable[[dict[str, Any]], str]] = {
    "txt": lambda sheet: to_text(RULEBASE, *brief(sheet, NUMBERS)),
    "md": lambda sheet: to_markdown(RULEBASE, *brief(sheet)),
    "json": lambda sheet: to_json(RULEBASE, brief(sheet)[0]),
}

NASTY = "a*b_c`d`[x](http://e) <b>&amp; $z$ | ~q~ #1 \\ ![i](j) www.k.l {m} 1. n"
ALIEN = "東京都庁舎の北側にある非常に長い名前の場所までの道のりでありそれは八十文字を超えるので折り返す必要がある場所"


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["clerk", "nurse"])
def test_a_brief_is_the_one_that_was_reviewed(name: str, form: str, request: pytest.FixtureRequest) -> None:
    """The files are written by one flag, and the diff is then read by a person."""
    same_as_file(REFERENCES / f"{name}.{form}", FORMS[form](SHEETS[name]), request)


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("word", ["clerk", NASTY, ALIEN, "x" * 200, "مسافر " * 20])
def test_text_fits_into_80_columns(name: str, word: str) -> None:
    """In any script, and for a word that is longer than a line."""
    sheet = {**SHEETS[name], "title": word, "words": {"traveller": word, "destination": word}}
    for numbers in (None, NUMBERS):
        lines = to_text(RULEBASE, *brief(sheet, numbers)).splitlines()
        assert len(lines) > 10
        assert [line for line in lines if columns(line) > WIDTH] == []


def test_text_has_no_control_characters() -> None:
    """A word cannot move the cursor or change the colour of a terminal."""
    sheet = {**SHEETS["clerk"], "title": "a\x1b[31mb\x07", "words": {"traveller": "c\x1b]0;d\x07e"}}
    text = to_text(RULEBASE, *brief(sheet))
    assert not any(ord(char) < 32 and char != "\n" for char in text)


def test_wrapping_keeps_every_word() -> None:
    """Nothing is lost where a line is broken."""
    text = " ".join(str(number) for number in range(200))
    assert " ".join(line.strip() for line in wrap(text, "  - ")).removeprefix("- ") == text


def test_markdown_escapes_whatever_would_be_markup() -> None:
    """In the person's words, in titles and in the texts of rules."""
    sheet = {**SHEETS["clerk"], "title": NASTY, "words": {"traveller": NASTY, "destination": ALIEN}}
    text = to_markdown(RULEBASE, *brief(sheet))
    assert NASTY not in text
    assert escape(NASTY) in text
    assert "<b>" not in text.replace("\\<", "")
    assert text.startswith(f"# {escape(NASTY)}\n")


@pytest.mark.parametrize("case", ["store_item_sales", "g_payment_help_chat", "emotion_from_faces"])
def test_the_headings_of_markdown_skip_no_level(case: str) -> None:
    lines = render("markdown", SHIPPED, result_of(SHIPPED, CASES[case])).decode().splitlines()
    levels = [len(line.partition(" ")[0]) for line in lines if line.startswith("#")]
    assert levels[0] == 1 and levels.count(1) == 1 and len(levels) > 10
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_parts_of_a_numbered_line_of_markdown_stay_in_it() -> None:
    """CommonMark counts from the first letter of the line: three columns after "9.", four after "10."."""
    items = tuple(Item(f"line {number}", parts=(("Why", "so"),)) for number in range(10))
    lines = block_text(RULEBASE, brief(SHEETS["clerk"])[0], Bullets(items, numbered=True), ()).splitlines()
    assert lines[:2] == ["1. line 0", "   - *Why:* so"] and lines[-2:] == ["10. line 9", "    - *Why:* so"]
    lines = block_text(RULEBASE, brief(SHEETS["clerk"])[0], Bullets(items[:1]), ()).splitlines()
    assert lines == ["- line 0", "  - *Why:* so"]


def test_json_has_no_remains_of_fractions() -> None:
    """But the numbers that somebody typed as they are."""
    case = SHIPPED.case["cheque_amount_reading"]
    found = assess(SHIPPED, {"answers": case.answers, "numbers": {**case.numbers, "running_cost": 12345.678901234567}})
    data = json.loads(to_json(SHIPPED, found))
    assert data["sheet"]["numbers"]["running_cost"] == 12345.678901234567
    numbers = re.findall(r"-?\d+\.\d+", json.dumps(data["worth"]))
    assert len(numbers) > 50
    assert [number for number in numbers if len(number.lstrip("-0.").replace(".", "")) > 10] == []


def test_json_says_why_a_criterion_is_undecided() -> None:
    """In the same words as the brief counts them; the status is `open` for all three."""
    seen = set()
    for id_ in ("store_item_sales", "g_payment_help_chat", "c_voice_illness_app"):
        found = result_of(SHIPPED, CASES[id_])
        why = json.loads(to_json(SHIPPED, found))["undecided"]
        assert set(why) == {id_ for id_, status in found.criteria.items() if status == "open"}
        (told,) = [line for line in render("text", SHIPPED, found).decode().split("\n\n") if " criteria: " in line]
        counts = {"question_open": "undecided", "in_between": "in between", "not_applicable": "not applicable"}
        for reason in why.values():
            assert f"{list(why.values()).count(reason)} {counts[reason]}" in " ".join(told.split())
            seen.add(reason)
    assert seen == {"question_open", "in_between", "not_applicable"}


@pytest.mark.parametrize("char", "\\`*_{}[]<>|~$^&@")
def test_each_special_character_is_escaped(char: str) -> None:
    """One by one."""
    assert escape(f"a{char}b") == f"a\\{char}b"


@pytest.mark.parametrize("number", ["2024.", "3)"])
def test_a_paragraph_that_is_a_number_is_no_list(number: str) -> None:
    assert escape(number) == f"{number[:-1]}\\{number[-1]}"


@pytest.mark.parametrize("char", "#+=-")
def test_what_is_markup_at_the_beginning_of_a_line_is_escaped_there_only(char: str) -> None:
    """So that "stock-outs" and "3.4 %" can be read in the file as it is."""
    assert escape(f"{char} a") == f"\\{char} a"
    assert escape(f"a{char}b (3.4 %)!") == f"a{char}b (3.4 %)!"


def test_a_table_survives_pipes_and_line_ends_in_its_cells() -> None:
    """A cell is one line with escaped pipes."""
    assert escape("a | b\n| c") == "a \\| b \\| c"


def test_json_is_the_assessment_with_what_was_asked_and_the_trace() -> None:
    """Scripts get what the Python call gives, under the same keys."""
    assessment = assess(RULEBASE, SHEETS["clerk"])
    found = json.loads(to_json(RULEBASE, assessment))
    assert list(found) == [*Assessment.model_fields, "asked", "undecided", "trace"]
    assert {key: found[key] for key in Assessment.model_fields} == assessment.model_dump(mode="json")


def _refused(word: str) -> float:
    raise ValueError(f"{word} is not JSON")


@pytest.mark.parametrize(
    "odd", [{}, {"volume": math.nan}, {"running": math.inf}, {"precision": 5e-324}, {"volume": 0}, {"base_rate": 1}]
)
def test_json_with_numbers_is_json_for_every_reader(odd: dict[str, float]) -> None:
    """Infinity and NaN are in no standard, and many readers stop at them."""
    text = to_json(RULEBASE, brief(SHEETS["clerk"], {**NUMBERS, **odd})[0])
    found = json.loads(text, parse_constant=_refused)
    assert found["worth"]["numbers"]["value"]["middle"] == NUMBERS["value"]
