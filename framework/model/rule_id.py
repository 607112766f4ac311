"""Rule ids: the address of anything that a rule base says, such as `verdicts/use_ml/test_signal_first/unchecked`.

Built here and resolved by `rule_index`. An id is made of the folder or file that the rule stands in and the ids of the
things on the way down to it, never of a position, so that it lasts when something is inserted before it.
"""

from __future__ import annotations

SEPARATOR = "/"

QUESTIONS = "questions"
CRITERIA = "criteria"
VERDICTS = "verdicts"
ALTERNATIVES = "alternatives"
TASKS = "tasks"
METRICS = "metrics"
OBJECTIVES = "objectives"
REQUIREMENTS = "requirements"
RISKS = "risks"
PLAN = "plan"
LESSONS = "lessons"
CASES = "cases"
CONTRADICTIONS = "contradictions"
FAULTS = "faults"
DECOUPLINGS = "decouplings"
REMARKS = "remarks"
MONOTONICITIES = "monotonicities"
MANIFEST = "rulebase"


def rule_id(kind: str, *parts: str) -> str:
    """The id of what `parts` lead to: `rule_id(CRITERIA, "scale", "millions")` is `criteria/scale/millions`."""
    return SEPARATOR.join((kind, *parts))


def parts_of(id_: str) -> tuple[str, ...]:
    """The parts of an id as somebody may have typed or linked it; empty parts are left out."""
    return tuple(part for part in id_.strip().split(SEPARATOR) if part)
