"""Claim: a verdict from the diagram is many times faster than from a rule engine that reads the same rules."""

from __future__ import annotations

from benchmarks.batch import seconds_for
from benchmarks.engines import engines
from benchmarks.timing import near_cases, seconds_each, sheets
from framework import load_rules
from framework.model.answers import Answer
from framework.model.rulebase import RuleBase
from framework.reasoning.decision import outcome_decision
from framework.reasoning.interpreter import Facts
from framework.reasoning.reasoner import reasoner_for
from tests.reference import first_that_holds


def main() -> None:
    """Print one line for each way to a verdict, slowest first, with ratios to the fastest engine."""
    rulebase = load_rules()
    for kind, answers in (
        ("worked cases with one answer changed", near_cases(rulebase, 2_000)),
        ("random sheets (most are refused at the first rule)", sheets(rulebase, 2_000)),
    ):
        _compare(rulebase, kind, answers)


def _compare(rulebase: RuleBase, kind: str, answers: list[dict[str, Answer]]) -> None:
    decision, diagram = outcome_decision(rulebase), reasoner_for(rulebase).outcomes
    plain = [{id_: list(v) if isinstance(v, tuple) else v for id_, v in sheet.items()} for sheet in answers]
    expected = [diagram.decide(diagram.known(sheet)) for sheet in answers]
    known = [diagram.known(sheet) for sheet in answers]

    rows: list[tuple[str, float]] = []
    for name, run in engines(rulebase, decision):
        wrong = sum(run(sheet) != outcome for sheet, outcome in zip(plain, expected, strict=True))
        assert wrong == 0, f"{name} gives {wrong} other verdicts"
        rows.append((name, seconds_each(run, plain)))
    fastest = min(seconds for _, seconds in rows)

    def reference(sheet: dict[str, Answer]) -> str:
        return first_that_holds(decision, Facts(rulebase, sheet))[0]

    rows.append(("ours: reference interpreter", seconds_each(reference, answers)))
    rows.append(("ours: diagram, from a sheet of answers", seconds_each(diagram.possible_under, answers)))
    rows.append(("ours: diagram, from coded answers", seconds_each(diagram.decide, known)))
    rows.append(("ours: diagram, a million of them at once", seconds_for(1_000_000, answers) / 1_000_000))
    print(f"Verdicts: {len(rulebase.closed_questions)} questions, {len(answers):,} {kind}; all engines agree")
    for name, seconds in sorted(rows, key=lambda row: -row[1]):
        ratio = fastest / seconds
        print(
            f"  {name:<52} {1 / seconds:>14,.0f} a second  {seconds * 1e6:>9.3f} us  {ratio:>8.2f} x the fastest engine"
        )
