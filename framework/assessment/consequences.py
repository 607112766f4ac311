"""What follows from the answers once the verdict is known: requirements, risks, plan, remarks, next steps."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from framework.assessment.statements import because
from framework.economics.writing import digits_of, figure, rounded_up
from framework.languages.catalogue import numerals
from framework.model import rule_id as ids
from framework.model.advice import NUMBER, Counted, Requirement
from framework.model.assessment import NextAction, PlannedStep, RaisedRequirement, RaisedRisk, Statement
from framework.model.economics import Span
from framework.model.rule_id import rule_id
from framework.model.rules import Arrival, NextStep, Outcome
from framework.model.sheet import Range
from framework.model.working_days import A_WEEK, A_YEAR, WEEKS
from framework.reasoning.interpreter import Facts

_BRACKETS = re.compile(r"\[(\d[\d,]*)\]")


def requirements(facts: Facts, figures: Mapping[str, Span]) -> tuple[RaisedRequirement, ...]:
    """The requirements that apply, by family. `figures`: the further results of the value model."""
    return tuple(
        RaisedRequirement(
            family=family.id,
            requirement=item.id,
            title=item.title,
            gravity=item.gravity,
            statement=_stated(facts, item, figures),
            measure=item.measure,
            because=because(
                facts, rule_id(ids.REQUIREMENTS, family.id, item.id), item.because, item.sources, item.when
            ),
        )
        for family in facts.rulebase.requirements
        for item in family.requirements
        if facts.holds(item.when)
    )


def _stated(facts: Facts, item: Requirement, figures: Mapping[str, Span]) -> str:
    """What is required, with the person's own number where there is one."""
    return _counted(facts, item.counted, figures) or item.statement


def _counted(facts: Facts, counted: Counted | None, known: Mapping[str, Span | Range]) -> str | None:
    found = known.get(counted.figure) if counted else None
    if counted is None or found is None or found.middle is None:
        return None
    number = numerals(facts.rulebase.language, figure(found.middle, digits_of(found)))
    return counted.statement.replace(NUMBER, number)


def risks(facts: Facts) -> tuple[RaisedRisk, ...]:
    """The risks that apply."""
    return tuple(
        RaisedRisk(
            risk=risk.id,
            title=risk.title,
            in_short=risk.in_short,
            gravity=risk.gravity,
            what=risk.what,
            early_sign=risk.early_sign,
            mitigation=risk.mitigation,
            likelihood=risk.likelihood,
            because=because(facts, rule_id(ids.RISKS, risk.id), risk.what, risk.sources, risk.when),
        )
        for risk in facts.rulebase.risks
        if facts.holds(risk.when)
    )


def plan(facts: Facts) -> tuple[PlannedStep, ...]:
    """The steps that apply, each with the details that apply."""
    return tuple(
        PlannedStep(
            step=step.id,
            title=step.title,
            time_box=step.time_box,
            deliverable=step.deliverable,
            done_when=step.done_when,
            go_back_when=step.go_back_when,
            why=step.why,
            details=tuple(
                because(facts, rule_id(ids.PLAN, step.id, "details", detail.id), detail.text, step.sources, detail.when)
                for detail in step.details
                if facts.holds(detail.when)
            ),
            sources=step.sources,
        )
        for step in facts.rulebase.plan
        if step.when is None or facts.holds(step.when)
    )


def ladder_start(facts: Facts) -> str | None:
    """The step of the ladder to start at: the lowest one at which these answers may start; None where none may."""
    return next((step.id for step in facts.rulebase.ladder if step.start_when and facts.holds(step.start_when)), None)


def remarks(facts: Facts) -> tuple[Statement, ...]:
    """Remarks that apply: differences from research and from ordinary software."""
    return tuple(
        because(facts, rule_id(ids.REMARKS, remark.id), remark.text, remark.sources, remark.when)
        for remark in facts.rulebase.remarks
        if facts.holds(remark.when)
    )


def next_steps(
    facts: Facts, verdict: str, outcome: Outcome, known: Mapping[str, Span | Range], *, replanned: bool = False
) -> tuple[NextAction, ...]:
    """What to do next under this outcome: now, or only if it is planned anew (`replanned`).

    `known`: the usable numbers by role, and the further results of the value model.
    """
    told = (step for step in outcome.next_steps if step.replanned is replanned)
    return tuple(
        _action(facts, rule_id(ids.VERDICTS, verdict, outcome.id, ids.NEXT_STEPS, step.id), step, known)
        for step in told
        if step.when is None or facts.holds(step.when)
    )


def _action(facts: Facts, rule: str, step: NextStep, known: Mapping[str, Span | Range]) -> NextAction:
    """A step with as many cases as the numbers ask for, and the days that so many take."""
    text, days = _counted(facts, step.counted, known) or step.text, step.days
    found, usual = known.get(step.at_least or ""), _BRACKETS.search(step.text)
    if found is not None and found.middle is not None and usual is not None:
        count, normal = rounded_up(found.middle), _number(usual)
        if count > normal:
            text = text.replace(usual[0], numerals(facts.rulebase.language, figure(count)), 1)
            days = _longer(step, count - normal)
    if step.arrival is not None:
        days = _until_come_up(step.arrival, usual, known) or days
    return NextAction(**because(facts, rule, text, step.sources, step.when).model_dump(), days=days)


def _number(bracketed: re.Match[str]) -> float:
    return float(bracketed[1].replace(",", ""))


def _longer(step: NextStep, more: float) -> int | None:
    """The days of a step with so many more cases than usual, in whole weeks; None where it would take over a year: such
    a step is not one to plan with.
    """
    if step.days is None or step.a_day is None:
        return step.days
    days = A_WEEK * math.ceil((step.days + more / step.a_day) / A_WEEK)
    return days if days <= A_YEAR else None


def _until_come_up(arrival: Arrival, usual: re.Match[str] | None, known: Mapping[str, Span | Range]) -> int | None:
    """The working days in which so many cases come up, in whole weeks, and be it years: nobody can hurry them. None
    where a number is missing.
    """
    needed = known.get(arrival.figure) if arrival.figure else None
    count = needed.middle if needed else _number(usual) if usual and not arrival.figure else None
    a_year = [number.middle if (number := known.get(role)) else None for role in arrival.roles]
    if count is None or not all(a_year):
        return None
    weeks = WEEKS * count * arrival.groups / math.prod(number for number in a_year if number)
    return max(arrival.at_least, A_WEEK * math.ceil(weeks))


def contradictions(facts: Facts) -> tuple[Statement, ...]:
    """Answers that contradict each other."""
    return tuple(
        because(facts, rule_id(ids.CONTRADICTIONS, item.id), item.message, item.sources, item.when)
        for item in facts.rulebase.contradictions
        if facts.holds(item.when)
    )
