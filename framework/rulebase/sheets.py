"""An answer sheet from a YAML or JSON file, checked against a rule base: every problem at its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import Field, StrictStr

from framework.errors import SheetError
from framework.model.base import Noun
from framework.model.question import NOT_SURE
from framework.model.rulebase import RuleBase
from framework.model.sheet import Range, Sheet
from framework.rulebase.reading import SourceFile, read_bytes, read_file
from framework.rulebase.validation import build, describe, did_you_mean

MOST_PROBLEMS = 100
"""Reading stops once this many problems are known."""


class _RawSheet(Noun):
    title: StrictStr = ""
    answers: dict[str, Any] = Field(default_factory=dict)
    words: dict[str, Any] = Field(default_factory=dict)
    numbers: dict[str, Any] = Field(default_factory=dict)


def read_sheet(source: Path | bytes, rulebase: RuleBase, *, shown: str | None = None) -> Sheet:
    """Read a sheet from a file or from bytes (JSON is read as the YAML that it is).

    Raises:
        SheetError: with every problem at its line and column.
    """
    if isinstance(source, bytes):
        file = read_bytes(source, shown or "sheet", conditions=False)
    else:
        file = read_file(source, shown or str(source), conditions=False)
    raw: _RawSheet | None = build(_RawSheet, file)
    sheet = _check(raw, file, rulebase) if raw else None
    if file.problems or sheet is None:
        raise SheetError(sorted(file.problems, key=lambda problem: problem.sort_key))
    return sheet


def check_sheet(data: Any, rulebase: RuleBase, *, shown: str = "sheet") -> Sheet:
    """A sheet from data in memory, checked the same way; problems carry no useful position.

    Raises:
        SheetError: with every problem.
    """
    file = SourceFile(shown, data=data)
    raw: _RawSheet | None = build(_RawSheet, file)
    sheet = _check(raw, file, rulebase) if raw else None
    if file.problems or sheet is None:
        raise SheetError(file.problems)
    return sheet


def _check(raw: _RawSheet, file: SourceFile, rulebase: RuleBase) -> Sheet:
    answers: dict[str, str | tuple[str, ...]] = {}
    words: dict[str, str] = {}
    numbers: dict[str, float | Range] = {}
    for id_, given in raw.answers.items():
        value = _answer(id_, given, file, rulebase)
        if value is not None:
            answers[id_] = value
        if len(file.problems) >= MOST_PROBLEMS:
            break
    for id_, given in raw.words.items():
        if len(file.problems) >= MOST_PROBLEMS:
            break
        question = rulebase.questions.get(id_)
        if question is None or question.kind != "text":
            known = [q.id for q in rulebase.questions.values() if q.kind == "text"]
            file.report(
                "unknown_word", f"`{id_}` is not one of the texts", ("words", id_), did_you_mean(id_, known), key=True
            )
        elif isinstance(given, str):
            words[id_] = given
        elif given is not None:
            message, hint = f"`{id_}` is text, found {describe(given)}", "put quotes around it"
            file.report("wrong_type", message, ("words", id_), hint)
    for id_, given in raw.numbers.items():
        if len(file.problems) >= MOST_PROBLEMS:
            break
        number = _number(id_, given, file, rulebase)
        if number is not None:
            numbers[id_] = number
    return Sheet(title=raw.title, answers=answers, words=words, numbers=numbers)


def _answer(id_: str, given: Any, file: SourceFile, rulebase: RuleBase) -> str | tuple[str, ...] | None:
    path = ("answers", id_)
    question = rulebase.closed_questions.get(id_)
    if question is None:
        hint = did_you_mean(id_, rulebase.closed_questions)
        file.report("unknown_question", f"there is no question `{id_}`", path, hint, key=True)
        return None
    if given is None or given == NOT_SURE or given == [NOT_SURE]:
        return NOT_SURE if given is not None else None
    many = question.kind == "many"
    chosen = given if isinstance(given, list | tuple) else [given]
    if len(chosen) > 1 and not many:
        file.report("one_answer", f"`{id_}` takes one answer, found {len(chosen)}", path)
        return None
    good: list[str] = []
    for index, option_id in enumerate(chosen):
        at = (*path, index) if isinstance(given, list | tuple) else path
        known = [option.id for option in question.options]
        if not isinstance(option_id, str):
            file.report(
                "wrong_type",
                f"an answer is the id of an option, found {describe(option_id)}",
                at,
                did_you_mean("", known),
            )
        elif option_id not in known:
            hint = did_you_mean(option_id, [*known, NOT_SURE])
            file.report("unknown_option", f"`{id_}` has no option `{option_id}`", at, hint)
        elif option_id not in good:
            good.append(option_id)
    alone = [option_id for option_id in good if (option := question.option(option_id)) and option.exclusive]
    if alone and len(good) > 1:
        file.report("exclusive", f"`{alone[0]}` cannot be chosen together with others", path)
        return None
    if not good:
        return None
    order = [option.id for option in question.options]
    return tuple(sorted(good, key=order.index)) if many else good[0]


def _number(id_: str, given: Any, file: SourceFile, rulebase: RuleBase) -> float | Range | None:
    path = ("numbers", id_)
    question = rulebase.questions.get(id_)
    if question is None or question.kind != "number":
        known = [q.id for q in rulebase.questions.values() if q.kind == "number"]
        file.report("unknown_number", f"`{id_}` is not one of the numbers", path, did_you_mean(id_, known), key=True)
        return None
    if isinstance(given, dict):
        values = [given.get(key) for key in ("low", "middle", "high")]
        if set(given) == {"low", "middle", "high"} and all(_is_number(value) for value in values):
            low, middle, high = (float(value) for value in values)  # type: ignore[arg-type]
            if low <= middle <= high:
                return Range(low=low, middle=middle, high=high)
        file.report("wrong_range", f"`{id_}` needs `low`, `middle` and `high`, in this order of size", path)
        return None
    if not _is_number(given):
        if given is not None:
            file.report("wrong_type", f"`{id_}` is a number, found {describe(given)}", path)
        return None
    return float(given)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e300
