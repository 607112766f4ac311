"""An answer sheet from a file: what is accepted, and what every mistake says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from framework import assess, load_rules
from framework.errors import SheetError
from framework.model.rules import RetiredId
from framework.model.sheet import Range, Sheet
from framework.rulebase import read_sheet
from framework.rulebase.table import read_table

RULEBASE = load_rules(Path(__file__).parents[1] / "tiny_rules")


def _problems(text: str | bytes) -> list[str]:
    with pytest.raises(SheetError) as caught:
        read_sheet(text.encode() if isinstance(text, str) else text, RULEBASE, shown="sheet.yaml")
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("answers: {pass_price: 40}", "it belongs under `numbers`"),
        ("answers: {traveller: Ada}", "it belongs under `words`"),
        ("numbers: {hills: flat}", "it belongs under `answers`"),
        ("words: {pass_price: 40}", "it belongs under `numbers`"),
        ("screened: [pass_price]", "it belongs under `numbers`"),
    ],
)
def test_an_answer_in_the_wrong_part_is_told_its_place(text: str, hint: str) -> None:
    """There is such a question, so a list of all others would only mislead."""
    (problem,) = _problems(text)
    assert problem.endswith(f"({hint})"), problem


def test_a_sheet_is_read_from_yaml_and_from_json_alike() -> None:
    """The same sheet in either form is the same; several answers come in the order of the options."""
    data = {
        "title": "To work",
        "answers": {"trip_length": "short", "ready_for": ["dark", "rain"], "electric": "no", "hills": "not_sure"},
        "words": {"traveller": "Ada"},
        "numbers": {"pass_price": 49.5},
    }
    yaml = """
title: To work
answers:
  trip_length: short
  ready_for: [dark, rain]
  electric: no
  hills: not_sure
words: {traveller: Ada}
numbers: {pass_price: 49.5}
"""
    one = read_sheet(json.dumps(data).encode(), RULEBASE)
    assert one == read_sheet(yaml.encode(), RULEBASE)
    assert one.answers["ready_for"] == ("rain", "dark")
    assert one.answers["electric"] == "no"


@pytest.mark.parametrize(
    "title", ['quotes " and \\ and /', "é 漢字 😀", "tab\tand\nline", "{not: yaml} # nor this", "- *x"]
)
@pytest.mark.parametrize("indent", [None, 2, "\t"])
@pytest.mark.parametrize("ascii_only", [True, False])
def test_whatever_json_can_write_is_read(title: str, indent: int | str | None, ascii_only: bool) -> None:
    """Any text survives the way through a JSON file, however it is laid out."""
    raw = json.dumps({"title": title, "answers": {"hills": "flat"}}, indent=indent, ensure_ascii=ascii_only)
    for text in (raw, raw.replace("/", "\\/")):
        assert read_sheet(text.encode(), RULEBASE).title == title


def test_a_list_for_a_question_that_takes_one_answer_is_a_partial_answer() -> None:
    """In the order of the options; all of them say as little as "not sure". Screened questions are kept."""
    text = b"answers: {trip_length: [long, short], storage: [yard], hills: [hilly, flat]}\nscreened: [trip_length]"
    sheet = read_sheet(text, RULEBASE)
    assert sheet.answers == {"trip_length": ("short", "long"), "storage": "yard", "hills": "not_sure"}
    assert sheet.screened == ("trip_length",)
    assert Sheet.model_validate_json(sheet.model_dump_json()) == sheet
    assert read_sheet(sheet.model_dump_json().encode(), RULEBASE) == sheet
    assert assess(RULEBASE, sheet) == assess(RULEBASE, {"answers": sheet.answers, "screened": ["trip_length"]})


def test_a_number_may_be_a_range() -> None:
    """Low, middle and high, in this order of size."""
    sheet = read_sheet(b"numbers: {pass_price: {low: 1, middle: 2, high: 3}}", RULEBASE)
    assert sheet.numbers["pass_price"] == Range(low=1, middle=2, high=3)


@pytest.mark.parametrize("number", ["800", "0.50", "-3", "1e3", "12.0"])
def test_a_number_may_stand_where_words_are_expected(number: str) -> None:
    """On the page it can be typed there, too; it is kept as it was written, and in JSON."""
    assert read_sheet(f"words:\n  traveller: {number}".encode(), RULEBASE).words == {"traveller": number}
    assert read_sheet(f'{{"words": {{"traveller": {number}}}}}'.encode(), RULEBASE).words == {"traveller": number}


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("answers: {trip_lenght: short}", "sheet.yaml:1:11: unknown_question: there is no question `trip_lenght`"),
        ("answers:\n  trip_length: shrt\n", "sheet.yaml:2:16: unknown_option: `trip_length` has no option `shrt`"),
        (
            "answers:\n  trip_length: 3\n",
            "sheet.yaml:2:16: wrong_type: an answer is the id of an option, found the number 3",
        ),
        (
            "answers:\n  trip_length: [short, lng]\n",
            "sheet.yaml:2:24: unknown_option: `trip_length` has no option `lng`",
        ),
        ("answers:\n  trip_length: [short, not_sure]\n", "sheet.yaml:2:24: exclusive: `not_sure` cannot be chosen"),
        ("screened: [hills, hils]", "sheet.yaml:1:19: unknown_question: there is no question `hils`"),
        ("screened: hills", "sheet.yaml:1:11: wrong_type: expected a list"),
        ("answers:\n  ready_for: [rain, nothing]\n", "sheet.yaml:2:14: exclusive: `nothing` cannot be chosen together"),
        ("title: 2024", "sheet.yaml:1:8: wrong_type: expected text, found the number 2024"),
        ("words: {traveller: [12]}", "sheet.yaml:1:20: wrong_type: `traveller` is text, found a list"),
        ("words: {traveller: true}", "sheet.yaml:1:20: wrong_type: `traveller` is text, found `true`"),
        ("words: {rider: Ada}", "sheet.yaml:1:9: unknown_word: there is no text question `rider`"),
        ("numbers: {pass_price: lots}", "sheet.yaml:1:23: wrong_type: `pass_price`: this is not a number: `lots`"),
        ("numbers: {price: 3}", "sheet.yaml:1:11: unknown_number: there is no number question `price`"),
        (
            "numbers: {pass_price: {low: 3, middle: 2, high: 1}}",
            "sheet.yaml:1:23: wrong_range: `pass_price`: the numbers of a range must go",
        ),
        ("answer: {trip_length: short}", "sheet.yaml:1:1: unknown_key: `answer` is not a valid key here"),
        ("answers: {trip_length: short", "sheet.yaml:2:1: syntax: not valid YAML"),
        ("answers:\n\ttrip_length: short", "sheet.yaml:2:1: syntax: not valid YAML: there is a tab at the beginning"),
        ("title: é\nwords: {traveller: é\0}", "sheet.yaml:2:21: syntax: not valid YAML: the character U+0000 is"),
        ("just words", "sheet.yaml:1:1: wrong_type: expected a mapping"),
        (b"title: Stra\xdfe", "sheet.yaml:1:12: not_utf8"),
        ("", "sheet.yaml:1:1: empty"),
        ("a: &a [b]\nc: *a", "sheet.yaml:1:4: alias"),
    ],
)
def test_a_mistake_is_reported_at_its_place(text: str | bytes, start: str) -> None:
    """Each mistake gives one message with its line and column."""
    problems = _problems(text)
    assert len(problems) == 1 and problems[0].startswith(start), problems


def test_what_was_withdrawn_names_what_replaced_it() -> None:
    """A sheet of an earlier edition: the nearest name among those of today is another question."""
    retired = (
        RetiredId(id="questions/route", replaced_by="questions/trip_length", since="2"),
        RetiredId(id="questions/route/near", replaced_by="questions/trip_length/short", since="2"),
        RetiredId(id="questions/hills/steep", replaced_by="questions/hills/hilly", since="3"),
    )
    changed = RULEBASE.model_copy(update={"retired": retired})
    with pytest.raises(SheetError) as caught:
        read_sheet(b"answers: {route: near, hills: steep, storage: [yrd]}\nscreened: [route]", changed, shown="sheet")
    replaced, option, unknown, screened = (problem.hint for problem in caught.value.problems)
    assert replaced == "it was replaced by `trip_length` in 2; its `near` is now `trip_length: short`"
    assert option == "it was replaced by `hills: hilly` in 3"
    assert unknown == "did you mean `yard`?"
    assert screened == "it was replaced by `trip_length` in 2"
    table = read_table(b"title,route,hills\na,near,steep\n", changed, shown="ideas.csv", most_rows=5)
    assert [problem.hint for problem in table.problems] == [screened, option]


def test_every_mistake_is_reported_at_once() -> None:
    """A sheet with three mistakes gives three messages, in reading order."""
    wrong = "answers:\n  trip_length: shrt\n  colour: red\nwords:\n  traveller: true\n"
    problems = _problems(wrong)
    assert [problem.split(":")[1] for problem in problems] == ["2", "3", "5"]
    *first, key, kind = _problems(f"{wrong}answer: x\nscreened: hills\n")
    assert first == problems
    assert key.startswith("sheet.yaml:6:1: unknown_key: `answer`")
    assert kind.startswith("sheet.yaml:7:11: wrong_type: expected a list")
