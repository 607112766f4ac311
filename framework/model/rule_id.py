"""Rule ids: the address of every statement of a rule base, such as `verdicts/borrow_first/try_first/hard_ride`.

Built here and resolved by `rule_index`. An id consists of the folder or file of the rule and the ids on the path to it,
never of a position, so it stays the same when something is inserted before it.
"""

from __future__ import annotations

SEPARATOR = "/"

QUESTIONS = "questions"
CRITERIA = "criteria"
VERDICTS = "verdicts"
ALTERNATIVES = "alternatives"
TASKS = "tasks"
VALUES = "values"
MONEY = "money"
METRICS = "metrics"
OBJECTIVES = "objectives"
REQUIREMENTS = "requirements"
RISKS = "risks"
PLAN = "plan"
LADDER = "ladder"
VARIANTS = "variants"
LESSONS = "lessons"
CASES = "cases"
SOURCES = "sources"
CONTRADICTIONS = "contradictions"
FAULTS = "faults"
DECOUPLINGS = "decouplings"
REMARKS = "remarks"
MONOTONICITIES = "monotonicities"
MANIFEST = "rulebase"
NEXT_STEPS = "next_steps"
"""Part of the id of every next step under an outcome."""


def rule_id(kind: str, *parts: str) -> str:
    """The id of what `parts` lead to: `rule_id(CRITERIA, "scale", "millions")` is `criteria/scale/millions`."""
    return SEPARATOR.join((kind, *parts))


def parts_of(id_: str) -> tuple[str, ...]:
    """The parts of an id as somebody typed or linked it; empty parts are dropped."""
    return tuple(part for part in id_.strip().split(SEPARATOR) if part)
