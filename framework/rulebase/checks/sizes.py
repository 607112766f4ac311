"""Checks that there is no more of anything than whoever reads the rules allows."""

from __future__ import annotations

from framework.rulebase.collection import Collection


def check(collection: Collection) -> None:
    """Report more questions, options or cases than the limits allow: the work to be done with them would grow."""
    limits = collection.limits
    questions = [
        (entry, ("questions", index), question)
        for entry in collection.all("questions")
        for index, question in enumerate(entry.value.questions)
    ]
    if limits.questions is not None and len(questions) > limits.questions:
        entry, at, _ = questions[limits.questions]
        collection.report(entry.place(*at), "too_many", f"there are more than {limits.questions} questions")
    for entry, at, question in questions:
        if limits.options is not None and len(question.options) > limits.options:
            message = f"`{question.id}` has {len(question.options)} options; at most {limits.options} are read"
            collection.report(entry.place(*at, "options"), "too_many", message)
    cases = collection.all("cases")
    if limits.cases is not None and len(cases) > limits.cases:
        message = f"there are {len(cases)} cases; at most {limits.cases} are read"
        collection.report(cases[limits.cases].place(), "too_many", message)
