"""A small table of sheets that pins every condition that decides: each small damage to it changes one of the entries.

The table is generated, kept as a reference file and reviewed as a diff. The examples in the rule files are for readers.
"""

from __future__ import annotations

from collections.abc import Iterator

from framework.model.answers import Answer
from framework.model.condition import Condition, names_in
from framework.model.rule_index import index_of
from framework.model.rulebase import RuleBase
from framework.model.rules import Status
from framework.reasoning.interpreter import Facts
from framework.reasoning.nodes import FALSE
from framework.reasoning.promises import smallest
from framework.reasoning.proofs import Prover
from tests.knowledge.mutate import mutants

Sheet = dict[str, Answer]
Table = dict[str, dict[str, list[Sheet]]]
"""Rule id to `holds`, `fails` or `unknown`, to the sheets on which its condition comes to that."""

NAMES = {True: "holds", False: "fails", None: "unknown"}


def deciding(rulebase: RuleBase) -> Iterator[tuple[str, Condition]]:
    """Every condition that decides something: clauses, rules of outcomes, alternatives and task types."""
    also_fits = {rule.id for task in rulebase.tasks for rule in task.also_fits}
    for entry in index_of(rulebase).values():
        asks = entry.kind == "Question"
        if entry.when is not None and not asks and (not entry.advice or entry.id.rpartition("/")[2] in also_fits):
            yield entry.id, entry.when


def pinned(rulebase: RuleBase) -> Table:
    """The table of a rule base: for every damage that makes a difference a smallest sheet that shows it."""
    prover = Prover(rulebase)
    return {id_: _pin(prover, condition) for id_, condition in deciding(rulebase)}


def unnoticed(rulebase: RuleBase, table: Table) -> tuple[list[str], int]:
    """Damages that no sheet of the table notices though they make a difference; and how many were tried."""
    prover, tried = Prover(rulebase), 0
    survivors = []
    for id_, condition in deciding(rulebase):
        entries = [(name, Facts(rulebase, sheet)) for name, sheets in table.get(id_, {}).items() for sheet in sheets]
        whole = prover.compiler.condition(condition)
        for what, damaged in mutants(condition, rulebase):
            tried += 1
            noticed = any(NAMES[facts.holds(damaged)] != name for name, facts in entries)
            if not noticed and prover.compiler.condition(damaged) != whole:
                survivors.append(f"{id_}: {what}")
    return survivors, tried


def wrong(rulebase: RuleBase, table: Table) -> list[str]:
    """Rules whose condition comes to something else on a sheet of the table."""
    conditions = dict(deciding(rulebase))
    return [
        id_
        for id_, by_name in table.items()
        if id_ not in conditions
        or any(
            NAMES[Facts(rulebase, sheet).holds(conditions[id_])] != name
            for name, sheets in by_name.items()
            for sheet in sheets
        )
    ]


def _pin(prover: Prover, condition: Condition) -> dict[str, list[Sheet]]:
    rulebase = prover.rulebase
    found: list[Facts] = []
    whole = prover.compiler.condition(condition)
    for _, damaged in mutants(condition, rulebase):
        other = prover.compiler.condition(damaged)
        if other == whole or any(facts.holds(damaged) != facts.holds(condition) for facts in found):
            continue
        found.append(Facts(rulebase, _showing(prover, condition, damaged, whole, other)))
    by_name: dict[str, list[Sheet]] = {}
    for facts in found:
        by_name.setdefault(NAMES[facts.holds(condition)], []).append(facts.answers)
    return {name: by_name[name] for name in NAMES.values() if name in by_name}


def _showing(prover: Prover, condition: Condition, damaged: Condition, whole: int, other: int) -> Sheet:
    """A small sheet on which the damaged condition comes to something else, for the interpreter too."""
    compiler = prover.compiler
    for one, two in ((whole, other), (other, whole)):
        differ = compiler.all_of([one, compiler.negation(two)])
        if differ == FALSE:
            continue
        sheet = smallest(prover.compiler, differ)
        # the interpreter may need more answers to be sure: of what the two conditions read, in asking order
        for id_ in ["", *(id_ for id_ in _read(prover.rulebase, (condition, damaged)) if id_ not in sheet)]:
            if id_:
                sheet = {**sheet, id_: prover.rulebase.closed_questions[id_].complete_answers[0]}
            facts = Facts(prover.rulebase, sheet)
            if None not in (mine := facts.holds(condition), its := facts.holds(damaged)) and mine != its:
                return sheet
    raise AssertionError("two different conditions differ on some sheet")


def _read(rulebase: RuleBase, conditions: tuple[Condition, ...]) -> list[str]:
    """Questions that conditions read, through criteria and through whether they are asked, in asking order."""
    read: set[str] = set()
    pending = list(conditions)
    while pending:
        for leaf in names_in(pending.pop()):
            if leaf.name in rulebase.criterion:
                criterion = rulebase.criterion[leaf.name]
                pending += [clause.when for status in Status for clause in criterion.clauses(status)]
            elif leaf.name not in read:
                read.add(leaf.name)
                asked_when = rulebase.closed_questions[leaf.name].asked_when
                pending += [asked_when] if asked_when is not None else []
    return [id_ for id_ in rulebase.closed_questions if id_ in read]
