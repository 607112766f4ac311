"""Checks that answers in rule files (examples, cases) use existing questions, options, texts and numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from framework.errors import did_you_mean
from framework.model.answers import InvalidAnswerError
from framework.model.base import FieldPath
from framework.model.numbers import InvalidNumberError, read_number
from framework.model.question import Question
from framework.model.rules import NONE, Criterion, Status
from framework.rulebase.checks.names import STATUSES, Names
from framework.rulebase.collection import Collection, Entry

_GIVES = frozenset({"holds", "fails"})


def check(collection: Collection, names: Names) -> None:
    """Report every unknown question, option, text, number or expectation in an example or a case."""
    for entry, path, answers in _answers_given(collection):
        for id_, given in answers.items():
            question = names.questions.get(id_)
            if question is None and not names.knows("question"):
                continue
            if question is None or not question.closed:
                hint = did_you_mean(id_, names.options)
                place = entry.place(*path, id_, of_key=True)
                collection.report(place, "unknown_question", f"there is no closed question `{id_}`", hint)
                continue
            # `each` lists several answers, each valid on its own
            for at, answer in [((*path, id_), given)] if path[-1] != "each" else _each(path, id_, given):
                accept(collection, entry, at, question, answer)
    for entry in collection.all("cases"):
        _case(collection, names, entry)
    for kind in ("criteria", "alternatives", "tasks"):
        for entry in collection.all(kind):
            _examples(collection, entry, ("examples",), entry.value)
    for entry in collection.all("verdicts"):
        for index, outcome in enumerate(entry.value.outcomes):
            _examples(collection, entry, ("outcomes", index, "examples"), outcome)


def _each(path: FieldPath, id_: str, given: Any) -> Iterator[tuple[FieldPath, Any]]:
    for index, answer in enumerate(given):
        yield (*path, id_, index), answer


def accept(collection: Collection, entry: Entry, path: FieldPath, question: Question, given: Any) -> None:
    """Report everything that keeps what was given from being an answer, each at the option that is wrong."""
    try:
        question.accept(given)
    except InvalidAnswerError as error:
        for problem in error.problems:
            place = entry.place(*path) if problem.index is None else entry.place(*path, problem.index)
            collection.report(place, problem.code, problem.message, problem.hint)


def _examples(collection: Collection, entry: Entry, path: FieldPath, owner: Any) -> None:
    """What examples give, and the rules or clauses that they speak of, exist in their owner."""
    is_criterion = isinstance(owner, Criterion)
    gives = STATUSES | {"open"} if is_criterion else _GIVES
    rules = () if is_criterion else (*owner.rules, *getattr(owner, "also_fits", ()))
    clauses = [clause for status in Status for clause in owner.clauses(status)] if is_criterion else []
    for index, example in enumerate(owner.examples):
        at = (*path, index)
        if example.gives not in gives:
            message = f"`{example.gives}` is not a valid value of `gives` here"
            hint = did_you_mean(example.gives, gives)
            collection.report(entry.place(*at, "gives"), "unknown_option", message, hint)
        named: list[tuple[str, FieldPath, str, Iterable[Any]]]
        named = [(example.rule, ("rule",), "rule", rules)] if example.rule is not None else []
        named += [(id_, ("clauses", number), "clause", clauses) for number, id_ in enumerate(example.clauses)]
        for id_, where, word, parts in named:
            known = [part.id for part in parts]
            if id_ not in known:
                hint = did_you_mean(id_, known, what=f"{word}s here")
                collection.report(entry.place(*at, *where), "unknown_id", f"there is no {word} `{id_}` here", hint)


def _case(collection: Collection, names: Names, entry: Entry) -> None:
    case = entry.value
    for id_ in case.words:
        if id_ not in names.kinds["slot"] and names.knows("slot"):
            hint = did_you_mean(id_, names.kinds["slot"])
            collection.report(entry.place("words", id_, of_key=True), "unknown_word", f"there is no text `{id_}`", hint)
    _numbers(collection, names, entry)
    expected = case.expected
    for key, kind, wanted in (
        ("alternative", "alternative", (expected.alternative,)),
        ("task", "task", (expected.task,)),
        ("acceptable_tasks", "task", expected.acceptable_tasks),
    ):
        known = names.kinds[kind] | {NONE}
        for index, id_ in enumerate(wanted):
            if id_ is not None and id_ not in known and names.knows(kind):
                place = entry.place("expected", key, *((index,) if key.startswith("acceptable") else ()))
                collection.report(place, "unknown_id", f"there is no {kind} `{id_}`", did_you_mean(id_, known))


def _numbers(collection: Collection, names: Names, entry: Entry) -> None:
    """Each number of a case is one that a person could enter, and the case says where its numbers are from."""
    case = entry.value
    known = {id_: question for id_, question in names.questions.items() if question.kind == "number"}
    for id_, given in case.numbers.items():
        question = known.get(id_)
        if question is None:
            if names.knows("question"):
                place = entry.place("numbers", id_, of_key=True)
                collection.report(place, "unknown_number", f"there is no number `{id_}`", did_you_mean(id_, known))
            continue
        try:
            read_number(given, question)
        except InvalidNumberError as error:
            collection.report(entry.place("numbers", id_), error.code, error.about(id_), error.hint)
    if case.numbers and case.numbers_from is None:
        place = entry.place("numbers", of_key=True)
        message = "it is not said where these numbers are from"
        collection.report(place, "no_origin", message, "add `numbers_from`: what is published, what is illustration")
    if case.numbers_from is not None and not case.numbers:
        collection.report(entry.place("numbers_from", of_key=True), "no_origin", "there are no numbers", "remove it")


def _answers_given(collection: Collection) -> Iterator[tuple[Entry, FieldPath, Any]]:
    for kind in ("criteria", "alternatives", "tasks"):
        for entry in collection.all(kind):
            for index, example in enumerate(entry.value.examples):
                yield entry, ("examples", index, "answers"), example.answers
                yield entry, ("examples", index, "each"), example.each
    for entry in collection.all("verdicts"):
        for index, outcome in enumerate(entry.value.outcomes):
            for number, example in enumerate(outcome.examples):
                yield entry, ("outcomes", index, "examples", number, "answers"), example.answers
                yield entry, ("outcomes", index, "examples", number, "each"), example.each
    for entry in collection.all("cases"):
        yield entry, ("answers",), entry.value.answers
