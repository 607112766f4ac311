"""Every source is cited by something that has a page, and every id that is cited is a source."""

from __future__ import annotations

from framework import load_rules
from framework.model.citations import citations
from framework.model.rule_index import index_of
from framework.model.rulebase import RuleBase


def test_every_source_is_cited_and_every_citation_has_a_page():
    rulebase = load_rules()
    found = citations(rulebase)
    assert set(found) == set(rulebase.source)
    assert all(id_ in index_of(rulebase) for ids in found.values() for id_ in ids)


def test_a_source_that_only_a_part_names_is_found():
    rulebase = load_rules()
    task = next(task for task in rulebase.tasks if task.rules and task.rules[0].sources)
    cited = task.rules[0].sources[0]
    alone: RuleBase = rulebase.model_copy(
        update={"tasks": (task.model_copy(update={"rules": (task.rules[0],), "sources": ()}),)}
    )
    assert f"tasks/{task.id}" in citations(alone)[cited]
