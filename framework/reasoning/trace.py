"""What became of every rule for one set of answers: for whoever wants to check a result step by step.

The rules of a decision are tried in order of precedence until one fires; advice is tried only inside what was chosen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from framework.model.answers import Answer
from framework.model.assessment import Assessment
from framework.model.condition import All, names_in
from framework.model.entries.entry import RuleEntry
from framework.model.rule_id import ALTERNATIVES, CRITERIA, OBJECTIVES, TASKS, VALUES, VERDICTS, parts_of, rule_id
from framework.model.rule_index import index_of
from framework.model.rulebase import RuleBase
from framework.model.rules import STRONGEST_FIRST, Rule
from framework.model.trace import Fate, Tried
from framework.reasoning.conclusions import facts_of
from framework.reasoning.interpreter import Facts, Result

_FATES = {True: Fate.FIRED, False: Fate.NOT_FIRED, None: Fate.UNKNOWN}


def trace(rulebase: RuleBase, assessment: Assessment) -> tuple[Tried, ...]:
    """Every rule with a condition, in the order of the files."""
    facts = facts_of(rulebase, assessment)
    conditional = {id_: entry for id_, entry in index_of(rulebase).items() if entry.when is not None}
    fates = {
        id_: _FATES[facts.holds(All(entry.conditions))] if _chosen(assessment, entry) else Fate.NOT_TRIED
        for id_, entry in conditional.items()
    }
    for decision in _decisions(rulebase):
        fired = False
        for step in decision:
            for id_ in step:
                fates[id_] = Fate.NOT_TRIED if fired else fates[id_]
            fired = fired or any(fates[id_] is Fate.FIRED for id_ in step)
    return tuple(Tried(rule=id_, read=_read(facts, entry), fate=fates[id_]) for id_, entry in conditional.items())


def _chosen(assessment: Assessment, entry: RuleEntry) -> bool:
    """Whether what advice belongs to was chosen; always true for what is not part of anything."""
    kind, *inside = parts_of(entry.id)
    if kind == ALTERNATIVES:
        return assessment.alternative is not None and (not entry.advice or inside[0] == assessment.alternative)
    if not entry.advice:
        return True
    if kind == TASKS:
        return inside[0] == assessment.task
    if kind == VERDICTS:
        return inside[1] == assessment.outcome
    return kind != VALUES or inside[0] == assessment.value or "published" not in inside


def _decisions(rulebase: RuleBase) -> Iterator[list[list[str]]]:
    """The ids of the rules of each decision, step by step in order of precedence."""

    def rules(owner: str, of: Iterable[Rule]) -> list[str]:
        return [rule_id(*parts_of(owner), rule.id) for rule in of]

    outcomes = rulebase.outcome.values()
    yield [rules(rule_id(VERDICTS, rulebase.verdict_of[item.id].id, item.id), item.rules) for item in outcomes]
    for kind, choices in ((ALTERNATIVES, rulebase.alternative), (TASKS, rulebase.task), (VALUES, rulebase.value)):
        yield [rules(rule_id(kind, item.id), item.rules) for item in choices.values()]
    for criterion in rulebase.criteria:
        clauses = [criterion.clauses(status) for status in STRONGEST_FIRST]
        yield [[rule_id(CRITERIA, criterion.id, clause.id) for clause in step] for step in clauses]
    yield [[rule_id(OBJECTIVES, item.id)] for item in rulebase.objectives]


def _read(facts: Facts, entry: RuleEntry) -> dict[str, Answer | None]:
    names = dict.fromkeys(leaf.name for condition in entry.conditions for leaf in names_in(condition))
    return {name: _value(facts, name) for name in names}


def _value(facts: Facts, name: str) -> Answer | Result:
    if name in facts.rulebase.closed_questions:
        return facts.answers.get(name)
    return facts.status(name).value if name in facts.rulebase.criterion else facts.results.get(name)
