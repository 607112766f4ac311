"""Checks that involve several fields: options that fit the kind of question, a last outcome that always holds."""

from __future__ import annotations

from collections.abc import Callable

from framework.errors import Place, did_you_mean
from framework.model.answers import NOT_SURE
from framework.model.question import FIELDS_OF_KINDS, Question, TextRole
from framework.rulebase.checks.ids import once
from framework.rulebase.checks.names import Names
from framework.rulebase.collection import Collection

MAX_SEVERAL = 8
"""Maximum number of options of a question with several answers: each set of them is one value in the diagram."""


def check(collection: Collection, names: Names) -> None:
    """Report every question, source, verdict or promise whose fields are inconsistent."""
    for entry in collection.all("questions"):
        for index, question in enumerate(entry.value.questions):
            at = ("questions", index)
            if question.closed and len(question.options) < 2:
                message = f"the closed question `{question.id}` needs at least two options"
                collection.report(entry.place(*at, "id"), "options", message)
            _fields(collection, entry.place, at, question)
            if question.kind == "many" and len(question.options) > MAX_SEVERAL:
                message = (
                    f"`{question.id}` has {len(question.options)} options; with several answers at most {MAX_SEVERAL}"
                )
                collection.report(entry.place(*at, "options"), "options", message, "split the question")
            if question.closed and not question.sources:
                collection.report(entry.place(*at, "id"), "no_source", f"the question `{question.id}` names no source")
            for number, option in enumerate(question.options):
                if option.id == NOT_SURE:
                    message = f"`{NOT_SURE}` is added automatically"
                    collection.report(entry.place(*at, "options", number, "id"), "reserved", message, "remove it")
    _roles(collection)
    for entry in collection.all("sources"):
        if len(entry.value.url.split()) > 1:
            message = f"the address of `{entry.value.id}` contains a space, so it is not a valid link"
            collection.report(entry.place("url"), "address", message, "give one address for each source")
    _outcomes(collection)
    for entry in collection.all("monotonicities"):
        options = names.options.get(entry.value.question)
        if options is None:
            if entry.value.question in names.kinds["question"]:
                message = f"`{entry.value.question}` is not a closed question, so its answers have no order"
                collection.report(entry.place("question"), "unknown_id", message)
            continue
        for index, option_id in enumerate(entry.value.order):
            if option_id not in options:
                message = f"`{entry.value.question}` has no option `{option_id}`"
                collection.report(entry.place("order", index), "unknown_option", message)


def _fields(collection: Collection, place: Callable[..., Place], at: tuple[str, int], question: Question) -> None:
    """Report the fields that are for another kind of question, and limits between which no number lies."""
    for field, kinds in FIELDS_OF_KINDS.items():
        if field in question.model_fields_set and question.kind not in kinds:
            meant = " or ".join(f"`{kind}`" for kind in kinds)
            message = f"`{field}` is for questions of kind {meant}, and this one is of kind `{question.kind}`"
            collection.report(place(*at, field), "kind", message, "remove it, or correct the kind")
    if question.minimum is not None and question.maximum is not None and question.minimum > question.maximum:
        message = f"`minimum` is {question.minimum:g} and `maximum` {question.maximum:g}, so no number is accepted"
        collection.report(place(*at, "maximum"), "limits", message)


def _roles(collection: Collection) -> None:
    """Each role belongs to one question, and text questions have only the roles of texts."""
    known = [role.value for role in TextRole]
    seen: dict[str, Place] = {}
    for entry in collection.all("questions"):
        for index, question in enumerate(entry.value.questions):
            if question.role is None:
                continue
            place = entry.place("questions", index, "role")
            if question.kind == "text" and question.role not in known:
                message = f"`{question.role}` is not a valid role of a text question"
                collection.report(place, "unknown_role", message, did_you_mean(question.role, known))
            once(collection, seen, question.role, place, "role")


def _outcomes(collection: Collection) -> None:
    """The last outcome always holds, and only that of a verdict with task types may come without one."""
    if collection.manifest is None:
        return
    order = collection.manifest.value.outcomes
    for entry in collection.all("verdicts"):
        for index, outcome in enumerate(entry.value.outcomes):
            last = outcome.id == order[-1]
            if last and outcome.rules:
                message = f"`{outcome.id}` comes last and must always hold, so it has no rules"
                collection.report(entry.place("outcomes", index, "rules"), "last_outcome", message)
            if not last and not outcome.rules:
                message = f"`{outcome.id}` has no rules; only the last outcome holds without one"
                collection.report(entry.place("outcomes", index, "id"), "last_outcome", message)
            if outcome.without_task and not entry.value.has_task:
                message = f"`{entry.value.id}` has no task types anyway"
                hint = "leave `without_task` out"
                collection.report(entry.place("outcomes", index, "without_task"), "without_task", message, hint)
