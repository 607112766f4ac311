"""Checks that every closed question and named condition is used, and every source and metric is cited."""

from __future__ import annotations

from framework.model.condition import names_in
from framework.rulebase.checks.names import Names, conditions_in, everything, references
from framework.rulebase.collection import Collection


def check(collection: Collection, names: Names) -> None:
    """Report closed questions and named conditions that nothing uses, and sources and metrics that nothing cites."""
    if not names.complete:
        return
    read: set[str] = set()
    cited: dict[str, set[str]] = {"source": set(), "metric": set()}
    for _, entry in everything(collection):
        read.update(leaf.name for _, condition in conditions_in(entry.value) for leaf in names_in(condition))
        for _, ref, id_ in references(entry.value):
            if ref.kind in cited:
                cited[ref.kind].add(id_)
    for entry in collection.all("questions"):
        for index, question in enumerate(entry.value.questions):
            if question.closed and question.id not in read:
                message = f"no rule uses the question `{question.id}`"
                hint = "use it in a condition, or remove it"
                collection.report(entry.place("questions", index, "id"), "unread_question", message, hint)
    for entry in collection.all("conditions") if len(collection.layers) == 1 else ():  # a layer cannot remove one below
        if entry.value.id not in collection.named.used:
            message = f"no rule names the condition `{entry.value.id}`"
            collection.report(entry.place("id"), "unused", message, "name it by `holds:`, or remove it")
    for plural, kind in (("sources", "source"), ("metrics", "metric")):
        for entry in collection.all(plural):
            if entry.value.id not in cited[kind]:
                message = f"nothing cites the {kind} `{entry.value.id}`"
                collection.report(entry.place("id"), f"uncited_{kind}", message, "cite it, or remove it")
