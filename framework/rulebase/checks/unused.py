"""Nothing is there for nothing: questions are read, sources and metrics are cited."""

from __future__ import annotations

from framework.model.condition import names_in
from framework.rulebase.checks.names import Names, conditions_in, everything, references
from framework.rulebase.loading import Collection


def check(collection: Collection, names: Names) -> None:
    """Note closed questions that no condition reads, and sources and metrics that nothing cites."""
    if not names.complete:
        return
    read: set[str] = set()
    cited: dict[str, set[str]] = {"source": set(), "metric": set()}
    for _, found in everything(collection):
        read.update(leaf.name for _, condition in conditions_in(found.noun) for leaf in names_in(condition))
        for _, ref, id_ in references(found.noun):
            if ref.kind in cited:
                cited[ref.kind].add(id_)
    for found in collection.all("questions"):
        for index, question in enumerate(found.noun.questions):
            if question.closed and question.id not in read:
                message = f"no rule reads the question `{question.id}`"
                hint = "read it in a condition, or do not ask it"
                collection.report(found.place("questions", index, "id"), "unread_question", message, hint)
    for plural, kind in (("sources", "source"), ("metrics", "metric")):
        for found in collection.all(plural):
            if found.noun.id not in cited[kind]:
                message = f"nothing cites the {kind} `{found.noun.id}`"
                collection.report(found.place("id"), f"uncited_{kind}", message, "cite it, or remove it")
