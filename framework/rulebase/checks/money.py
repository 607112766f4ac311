"""Checks that value models and the sentences about money fit together: every result can be said, and in known words."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from itertools import product
from math import inf

from framework.errors import Place, did_you_mean
from framework.model.formulas import INPUTS, SHARES, WHOLE, least
from framework.model.money import BasisKind, BasisSentence, MoneySentence
from framework.model.money_slots import SLOTS_OF
from framework.model.question import Question
from framework.model.value import CERTAINTIES, MAX_CORE, MIN_CORE, RESULTS
from framework.rulebase.checks.names import Names
from framework.rulebase.collection import Collection, Entry

MUST_BE_SAID = ("before_cost", "too_small", "margin", "spread_over", "varied", "realised_least")
"""Kinds of which there is a sentence, besides one for each result and certainty."""

BETWEEN: Mapping[BasisKind, tuple[float, float]] = {
    "margin": (0, 1),
    "varied": (0, 1),
    "realised_least": (0, 1),
    "spread_over": (1, inf),
    "enough": (1, inf),
}
"""What a number of the basis lies between: shares are not written in per cent."""

OF_DEMANDED = ("partial_gain", "partial_loss")
"""Those of which there is one as well where a value model demands numbers."""


def check(collection: Collection, names: Names) -> None:
    """Report task types with two default models, numbers that are not asked for or not as what they are, and sentences
    that are never said.
    """
    defaults: dict[str, Place] = {}
    for entry in collection.all("values"):
        for index, task in enumerate(entry.value.tasks):
            place = entry.place("tasks", index)
            if task in defaults:
                message = f"`{task}` has another value model by default"
                hint = f"first used at {defaults[task]}; a task type has one default: give this model `rules` instead"
                collection.report(place, "duplicate_default", message, hint)
            defaults.setdefault(task, place)
        _numbers(collection, entry)
        core = sum(asked.core for asked in entry.value.numbers)
        if core and not MIN_CORE <= core <= MAX_CORE:
            message = f"a person is asked for {MIN_CORE} to {MAX_CORE} `core` numbers at first, and here for {core}"
            collection.report(entry.place("numbers"), "core_numbers", message)
    _shares(collection)
    sentences = collection.all("money")
    for entry in sentences:
        _sentence(collection, entry)
    if collection.all("values") and collection.manifest and names.knows("value"):
        wanted = {*_wanted(), *({"enough"} if any(entry.value.kind == "years" for entry in sentences) else ())}
        numbers = (asked for entry in collection.all("values") for asked in entry.value.numbers)
        wanted |= {*OF_DEMANDED} if any(asked.demanded_when for asked in numbers) else set()
        missing = sorted(wanted - {_said(entry.value) for entry in sentences if entry.value.when is None})
        if missing and "money" not in collection.unread:
            message = f"`money.yaml` has no sentence for {', '.join(missing)}"
            hint = "value models need one for each result, without `when`"
            place = sentences[0].file.place(()) if sentences else collection.manifest.place("values", of_key=True)
            collection.report(place, "missing_sentence", message, hint)


def _numbers(collection: Collection, entry: Entry) -> None:
    """Report every number that the formula of a value model needs and nobody is asked for, and another quality."""
    wanted, asked = INPUTS[entry.value.formula], {number.role for number in entry.value.numbers}
    for role in wanted.needs:
        if role not in asked:
            message = f"the formula `{entry.value.formula}` gives nothing without `{role}`"
            collection.report(entry.place("numbers"), "missing_number", message, "ask for it")
    if entry.value.quality.role != wanted.quality:
        message = f"the quality in the formula `{entry.value.formula}` is `{wanted.quality}`"
        collection.report(entry.place("quality", "role"), "unknown_role", message, f"write `{wanted.quality}`")


def _shares(collection: Collection) -> None:
    """Report every number of a value model that is asked for as a share and is an amount, or the other way round, and
    amounts that are asked for without their limits.
    """
    read = {number.role for entry in collection.all("values") for number in entry.value.numbers}
    for entry in collection.all("questions"):
        for index, question in enumerate(entry.value.questions):
            if question.kind != "number" or question.role not in read:
                continue
            if question.is_share is (question.role in SHARES):
                _limits(collection, entry, index, question)
                continue
            message = f"formulas read `{question.role}` as {'an amount' if question.is_share else 'a share'}"
            hint = "leave out `maximum: 1`" if question.is_share else "write `minimum: 0` and `maximum: 1`"
            collection.report(entry.place("questions", index, "role"), "share", message, hint)


def _limits(collection: Collection, entry: Entry, index: int, question: Question) -> None:
    """Report an amount whose question takes numbers that formulas do not: below the least one, or not whole."""
    role = question.role or ""
    low, wanted = least(role), []
    if low is not None and (question.minimum is None or question.minimum < low):
        wanted.append(f"`minimum: {low}`")
    if role in WHOLE and not question.whole:
        wanted.append("`whole: true`")
    if wanted:
        message = f"formulas read `{role}` as {'a whole number' if role in WHOLE else 'an amount'}"
        message += "" if low is None else f" from {low} on"
        collection.report(entry.place("questions", index, "role"), "amount", message, f"write {' and '.join(wanted)}")


def _sentence(collection: Collection, entry: Entry) -> None:
    sentence = entry.value
    if isinstance(sentence, BasisSentence):
        low, high = BETWEEN[sentence.kind]
        if not low <= sentence.number <= high:
            wanted = f"from {low} to {high}" if high < inf else f"at least {low}"
            message = f"`{sentence.kind}` is {wanted}, and here {sentence.number:g}"
            collection.report(entry.place("number"), "basis_number", message)
    known = SLOTS_OF[sentence.kind]
    for name in ("text", "in_short"):
        for slot in _slots(collection, entry, name):
            if slot not in known:
                message = f"a sentence of the kind `{sentence.kind}` has no `{{{slot}}}`"
                collection.report(entry.place(name), "unknown_slot", message, did_you_mean(slot, known))


def _slots(collection: Collection, entry: Entry, name: str) -> Iterator[str]:
    """What stands in braces in a text: a form after the name, which no slot has, is a part of it."""
    try:
        for _, slot, form, _ in string.Formatter().parse(getattr(entry.value, name) or ""):
            if slot is not None:
                yield f"{slot}:{form}" if form else slot
    except ValueError as error:
        collection.report(entry.place(name), "template", f"the braces do not match: {error}")


def _wanted() -> set[str]:
    return {*(f"{result}/{certainty}" for result, certainty in product(RESULTS, CERTAINTIES)), *MUST_BE_SAID}


def _said(sentence: MoneySentence) -> str:
    return f"{sentence.result}/{sentence.certainty}" if sentence.kind == "result" else sentence.kind
