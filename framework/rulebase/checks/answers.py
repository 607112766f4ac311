"""Answer sheets inside rule files (examples, cases) use questions, options, texts and numbers that exist."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from framework.rulebase.checks.names import STATUSES, Names
from framework.rulebase.loading import Collection, Found
from framework.rulebase.validation import did_you_mean

_GIVES = frozenset({"holds", "fails"})


def check(collection: Collection, names: Names) -> None:
    """Note every unknown question, option, text, number or expectation in an example or a case."""
    if not names.complete:
        return
    for found, path, answers in _sheets(collection):
        for id_, given in answers.items():
            options = names.options.get(id_)
            if options is None:
                hint = did_you_mean(id_, names.options)
                place = found.place(*path, id_, of_key=True)
                collection.report(place, "unknown_question", f"there is no closed question `{id_}`", hint)
                continue
            for option_id in given if isinstance(given, list | tuple) else [given]:
                if option_id not in options and option_id != "not_sure":
                    hint = did_you_mean(option_id, options)
                    collection.report(
                        found.place(*path, id_), "unknown_option", f"`{id_}` has no option `{option_id}`", hint
                    )
    for found in collection.all("cases"):
        _case(collection, names, found)
    for kind in ("criteria", "alternatives", "tasks"):
        for found in collection.all(kind):
            _gives(
                collection,
                found,
                ("examples",),
                found.noun.examples,
                STATUSES | {"open"} if kind == "criteria" else _GIVES,
            )
    for found in collection.all("verdicts"):
        for index, outcome in enumerate(found.noun.outcomes):
            _gives(collection, found, ("outcomes", index, "examples"), outcome.examples, _GIVES)


def _gives(
    collection: Collection, found: Found, path: tuple[str | int, ...], examples: Any, known: frozenset[str]
) -> None:
    for index, example in enumerate(examples):
        if example.gives not in known:
            hint = did_you_mean(example.gives, known)
            place = found.place(*path, index, "gives")
            collection.report(place, "unknown_option", f"an example cannot give `{example.gives}` here", hint)


def _case(collection: Collection, names: Names, found: Found) -> None:
    case = found.noun
    for id_ in case.words:
        if id_ not in names.kinds["slot"]:
            hint = did_you_mean(id_, names.kinds["slot"])
            collection.report(found.place("words", id_, of_key=True), "unknown_word", f"there is no text `{id_}`", hint)
    numbers = {id_ for id_, question in names.questions.items() if question.kind == "number"}
    for id_ in case.numbers:
        if id_ not in numbers:
            hint = did_you_mean(id_, numbers)
            collection.report(
                found.place("numbers", id_, of_key=True), "unknown_number", f"there is no number `{id_}`", hint
            )
    for key in ("verdict", "acceptable_verdicts"):
        wanted = getattr(case.expected, key)
        for id_ in [wanted] if isinstance(wanted, str) else wanted:
            if id_ not in names.kinds["verdict"]:
                hint = did_you_mean(id_, names.kinds["verdict"])
                collection.report(found.place("expected", key), "unknown_id", f"there is no verdict `{id_}`", hint)


def _sheets(collection: Collection) -> Iterator[tuple[Found, tuple[str | int, ...], Any]]:
    for kind in ("criteria", "alternatives", "tasks"):
        for found in collection.all(kind):
            for index, example in enumerate(found.noun.examples):
                yield found, ("examples", index, "answers"), example.answers
                yield found, ("examples", index, "each"), example.each
    for found in collection.all("verdicts"):
        for index, outcome in enumerate(found.noun.outcomes):
            for number, example in enumerate(outcome.examples):
                yield found, ("outcomes", index, "examples", number, "answers"), example.answers
    for found in collection.all("cases"):
        yield found, ("answers",), found.noun.answers
