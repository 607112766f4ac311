"""A CSV table of answers: rows without mistakes come in, every other cell is named by row and column."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from framework import load_rules
from framework.errors import SheetError
from framework.model.answers import NOT_SURE
from framework.report.spreadsheet import file_of, to_csv
from framework.rulebase.reading import MAX_BYTES
from framework.rulebase.sheets import read_sheet
from framework.rulebase.table import read_table, template
from tests.cli.running import TINY

RULEBASE = load_rules(TINY)
ONE = next(question for question in RULEBASE.closed_questions.values() if question.kind == "one")
A, B = ONE.options[0].id, ONE.options[1].id


def read(text, most_rows=5):
    return read_table(text.encode(), RULEBASE, shown="ideas.csv", most_rows=most_rows)


def test_good_rows_come_in_and_wrong_cells_are_named():
    table = read(f"title,{ONE.id}\nfirst,{A}\nsecond,nonsense\n\nthird,{A}|{B}\nfourth\n")
    assert [sheet.title for sheet in table.sheets] == ["first", "third"]
    assert table.sheets[0].answers == {ONE.id: A}
    assert table.sheets[1].answers[ONE.id] == (A, B)
    assert [(problem.place.line, problem.place.column) for problem in table.problems] == [(3, 2), (6, 2)]


def test_a_number_that_is_none_names_its_question():
    question = next(question for question in RULEBASE.questions.values() if question.kind == "number")
    (problem,) = read(f"title,{question.id}\nfirst,lots\n").problems
    assert problem.message == f"`{question.id}`: this is not a number: `lots`."


def test_not_sure_is_kept_as_it_is_in_a_sheet():
    (sheet,) = read(f"title,{ONE.id}\nfirst,not_sure\n").sheets
    assert sheet == read_sheet(f"title: first\nanswers: {{{ONE.id}: not_sure}}".encode(), RULEBASE)
    assert sheet.answers == {ONE.id: NOT_SURE}


def test_unknown_and_repeated_columns_are_named_and_left_out():
    table = read(f"title,{ONE.id},nothing,{ONE.id}\nfirst,{A},x,{B}\n")
    assert table.sheets[0].answers == {ONE.id: A}
    assert [problem.code for problem in table.problems] == ["unknown_question", "duplicate_column"]


def test_more_rows_than_fit_are_said():
    table = read(f"title,{ONE.id}\n" + f"x,{A}\n" * 7)
    assert len(table.sheets) == 5
    assert [problem.code for problem in table.problems] == ["too_many_rows"]


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "empty"), (b"\xff\xfe\x00", "encoding"), (b'"open', "syntax"), (b"x" * (MAX_BYTES + 1), "too_large")],
)
def test_what_is_no_table_is_refused(data, code):
    with pytest.raises(SheetError) as error:
        read_table(data, RULEBASE, shown="ideas.csv", most_rows=5)
    assert [problem.code for problem in error.value.problems] == [code]


@pytest.mark.parametrize(("mark", "name"), [(";", "semicolons"), ("\t", "tabs"), ("|", "vertical bars")])
def test_another_mark_between_columns_is_named_once(mark, name):
    """Whatever else is wrong in the rows because of it."""
    text = f'title{mark}{ONE.id}\nfirst, or not{mark}{A}\n"x"y{mark}{B}\n'
    with pytest.raises(SheetError, match=f"1:1: separator: the columns are separated by {name}") as error:
        read(text)
    assert len(error.value.problems) == 1 and "CSV with commas" in error.value.problems[0].hint


def test_the_template_is_a_table_without_ideas():
    assert read(template(RULEBASE)) == read(template(RULEBASE).split("\n")[0])
    header = next(csv.reader(StringIO(template(RULEBASE))))
    assert header == ["title", *RULEBASE.questions]
    assert read_table(file_of(template(RULEBASE)), RULEBASE, shown="ideas.csv", most_rows=5) == read(template(RULEBASE))


def test_no_cell_becomes_a_formula():
    assert to_csv(("a",), (("=1+1",),)) == "a\n'=1+1\n"


@pytest.mark.parametrize("typed", ["=1+1", "-5 %", "+33 1", "@home", "'=1+1", "''@", "'quoted'", "＝1", "plain"])
def test_what_is_marked_against_formulas_is_read_back_as_it_was_typed(typed):
    assert [sheet.title for sheet in read(to_csv(("title",), ((typed,),))).sheets] == [typed]


def test_a_wrong_column_is_named_on_the_line_of_the_header():
    assert [str(problem.place) for problem in read(f"\n\n{ONE.id},nothing\n{A},x\n").problems] == ["ideas.csv:3:2"]


def test_a_table_of_something_else_is_not_looked_at_to_its_end() -> None:
    """A case from a review: a hundred thousand unknown columns took two minutes."""
    header = ",".join(f"c{number}" for number in range(10_000))
    table = read_table(f"{header}\n".encode(), RULEBASE, shown="wide.csv", most_rows=5)
    assert len(table.problems) == 101
    assert table.problems[-1].code == "too_many"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (f'"open,{A}\nnext,{A}\n', "a double quote is opened in this row and never closed"),
        (f'"a" b,{A}\n', "text follows a closing double quote in this row"),
        ("x" * 200_000 + f",{A}\n", "a cell of this row has more than 131,072 characters"),
    ],
)
def test_what_is_no_csv_is_said_in_words_at_the_row_where_it_begins(rows, said):
    with pytest.raises(SheetError) as caught:
        read(f"title,{ONE.id}\nfirst,{A}\n{rows}")
    (problem,) = caught.value.problems
    assert (problem.code, problem.message, problem.place.line) == ("syntax", said, 3)
    assert problem.hint
