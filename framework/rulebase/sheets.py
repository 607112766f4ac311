"""Reads an answer sheet from YAML, JSON or Python, and checks it against a rule base; locates every problem."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import Field, StrictStr, ValidationError

from framework.errors import SheetError, describe
from framework.model.answers import Answer, InvalidAnswerError
from framework.model.base import FrozenModel
from framework.model.numbers import InvalidNumberError, read_number
from framework.model.rulebase import RuleBase
from framework.model.sheet import Number, Sheet
from framework.rulebase import withdrawn
from framework.rulebase.briefs import MAX_BRIEF, sheet_of
from framework.rulebase.reading import read_bytes, read_file
from framework.rulebase.source_file import Given, SourceFile
from framework.rulebase.validation import build

MAX_PROBLEMS = 100
"""Reading stops after this many problems."""


class _RawSheet(FrozenModel):
    title: StrictStr = ""
    answers: dict[str, Any] = Field(default_factory=dict)
    words: dict[str, Any] = Field(default_factory=dict)
    numbers: dict[str, Any] = Field(default_factory=dict)
    screened: tuple[StrictStr, ...] = ()
    review: date | None = None


def read_sheet(source: Path | bytes, rulebase: RuleBase, *, shown: str | None = None) -> Sheet:
    """Read a sheet from a file or from bytes (JSON is read as the YAML that it is), or out of a brief in JSON.

    Raises:
        SheetError: with every problem at its line and column.
    """
    if isinstance(source, bytes):
        file = read_bytes(source, shown or "sheet", rule_file=False, part=sheet_of, most=MAX_BRIEF)
    else:
        file = read_file(source, shown or str(source), rule_file=False, part=sheet_of, most=MAX_BRIEF)
    return _read(file, rulebase)


def check_sheet(given: Sheet | Mapping[str, Any], rulebase: RuleBase) -> Sheet:
    """A sheet from Python, or a mapping with the keys of one, read and checked like one from a file.

    Raises:
        SheetError: with every problem at its keys.
    """
    is_mapping = isinstance(given, Sheet | Mapping)
    return _read(Given("sheet", dict(given) if is_mapping else given), rulebase)


def _read(file: SourceFile, rulebase: RuleBase) -> Sheet:
    """The sheet in a file.

    Raises:
        SheetError: with every problem at its place.
    """
    raw: _RawSheet = build(_RawSheet, file) or _valid_part(file.data)
    sheet = _check(raw, file, rulebase)
    if file.problems:
        raise SheetError(sorted(file.problems, key=lambda problem: problem.sort_key))
    return sheet


def _valid_part(data: Any) -> _RawSheet:
    """What is valid of a sheet in which a key is not, so that all problems are told at once."""
    part = _RawSheet()
    for key, value in data.items() if isinstance(data, dict) else ():
        try:
            part = part.model_copy(update=_RawSheet.model_validate({key: value}).model_dump(include={key}))
        except ValidationError:
            continue
    return part


def _check(raw: _RawSheet, file: SourceFile, rulebase: RuleBase) -> Sheet:
    answers: dict[str, Answer] = {}
    words: dict[str, str] = {}
    numbers: dict[str, Number] = {}
    for id_, given in raw.answers.items():
        value = _answer(id_, given, file, rulebase)
        if value is not None:
            answers[id_] = value
        if len(file.problems) >= MAX_PROBLEMS:
            break
    for id_, given in raw.words.items():
        if len(file.problems) >= MAX_PROBLEMS:
            break
        question = rulebase.questions.get(id_)
        if question is None or question.kind != "text":
            known = [q.id for q in rulebase.questions.values() if q.kind == "text"]
            file.report(
                "unknown_word",
                f"there is no text question `{id_}`",
                ("words", id_),
                withdrawn.no_such_question(rulebase, id_, known),
                key=True,
            )
        elif isinstance(given, str):
            words[id_] = given
        elif isinstance(given, int | float) and not isinstance(given, bool):
            words[id_] = file.written(("words", id_))  # a number can be somebody's word for it: 800, 0.50
        elif given is not None:
            message, hint = f"`{id_}` is text, found {describe(given)}", "put quotes around it"
            file.report("wrong_type", message, ("words", id_), hint)
    for id_, given in raw.numbers.items():
        if len(file.problems) >= MAX_PROBLEMS:
            break
        number = _number(id_, given, file, rulebase)
        if number is not None:
            numbers[id_] = number
    for index, id_ in enumerate(raw.screened):
        if id_ not in rulebase.closed_questions and len(file.problems) < MAX_PROBLEMS:
            hint = withdrawn.no_such_question(rulebase, id_, rulebase.closed_questions)
            file.report("unknown_question", f"there is no question `{id_}`", ("screened", index), hint)
    return Sheet(
        title=raw.title, answers=answers, words=words, numbers=numbers, screened=raw.screened, review=raw.review
    )


def _answer(id_: str, given: Any, file: SourceFile, rulebase: RuleBase) -> Answer | None:
    path = ("answers", id_)
    question = rulebase.closed_questions.get(id_)
    if question is None:
        hint = withdrawn.no_such_question(rulebase, id_, rulebase.closed_questions, given)
        file.report("unknown_question", f"there is no question `{id_}`", path, hint, key=True)
        return None
    try:
        return question.recorded(given)
    except InvalidAnswerError as error:
        for problem in error.problems:
            at = path if problem.index is None else (*path, problem.index)
            file.report(problem.code, problem.message, at, withdrawn.wrong_answer(rulebase, id_, problem))
        return None


def _number(id_: str, given: Any, file: SourceFile, rulebase: RuleBase) -> Number | None:
    path = ("numbers", id_)
    question = rulebase.questions.get(id_)
    if question is None or question.kind != "number":
        known = [q.id for q in rulebase.questions.values() if q.kind == "number"]
        hint = withdrawn.no_such_question(rulebase, id_, known)
        file.report("unknown_number", f"there is no number question `{id_}`", path, hint, key=True)
        return None
    try:
        return read_number(given, question)
    except InvalidNumberError as error:
        file.report(error.code, error.about(id_), path, error.hint)
        return None
