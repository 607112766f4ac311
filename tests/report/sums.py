"""Sums of the shipped rules, for tests of what a brief says about money."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from framework import load_rules
from framework.model.assessment import Assessment
from framework.model.sheet import Range, Sheet
from framework.report.document import build_document
from framework.report.sections import pays
from framework.report.sections.context import Context
from framework.report.text import to_text
from tests.ui.brief_sheets import sheet_for_task

RULES = load_rules()
IDS = {role: question.id for role, question in RULES.question_in_role.items() if question.kind == "number"}
NUMBERS = {
    "volume": 20_000,
    "base_rate": 0.04,
    "value": 300,
    "success_rate": 0.7,
    "cost_action": 4,
    "harm": 1,
    "capacity": 600,
}
NUMBERS |= {"recall": 0.6, "precision": 0.35, "running": 9_000, "one_off": 20_000, "years": 3, "adoption": 0.9}
NUMBERS |= {"hits_today": 0.04, "hits_hoped": 0.15, "minutes_item": 1.5, "cost_minute": 0.6, "wrong_today": 0.08}
NUMBERS |= {"cost_wrong": 6, "share_auto": 0.65, "wrong_auto": 0.05, "error_today": 6.38, "error_hoped": 4.5}
NUMBERS |= {"cost_unit": 12, "error_cut": 0.15, "cost_under": 2, "cost_over": 0.6, "order_today": 0}
NUMBERS |= {"minutes_today": 8, "minutes_check": 1.5, "minutes_fix": 2.5, "right_untouched": 0.8, "slips": 0.1}
NUMBERS |= {"minutes_now": 6, "minutes_then": 4, "found_now": 0.6, "found_then": 0.75, "cost_not_found": 14}
NUMBERS |= {"rate_today": 0.03, "margin": 12, "extra": 0.7, "lift": 0.02, "rate_without": 0.06, "rate_with": 0.075}
NUMBERS |= {"cost_treat": 1.5, "share_treated": 0.2, "effect_top": 0.06, "options": 2, "gap": 0.005}
NUMBERS |= {"tests_a_year": 12, "stake": 80_000, "chance": 0.25, "believed": 0.5, "duplicates": 10_000}
NUMBERS |= {"cost_miss": 40, "cost_merge": 50, "links_found": 0.8, "links_right": 0.99, "cost_reject": 1.2}
NUMBERS |= {"faults_found_now": 0.77, "good_rejected_now": 0.02, "faults_found": 0.9, "good_rejected": 0.04}
NUMBERS |= {"minutes_finish": 2, "usable": 0.65, "share_answered": 0.7, "settled_right": 0.82, "settled_wrong": 0.04}
NUMBERS |= {"value_settled": 5, "harm_wrong": 30, "attempt_right": 0.8, "noticed": 0.6, "cost_undo": 35}
NUMBERS |= {
    "share_reviewed": 0.3,
    "minutes_review": 2.5,
    "wrong_accepted": 0.012,
    "wrong_reviewed": 0.01,
    "cost_run": 400_000,
    "captured": 0.6,
    "saving": 0.08,
}
NUMBERS |= {"excursions": 0, "cost_excursion": 0, "slip_draft": 0, "cost_slip": 0, "misled_then": 0, "cost_misled": 0}
NUMBERS |= {"slip_today": 0, "misled_now": 0}
"""A number for every role, of no task in particular."""

LOAVES: dict[str, float | Range] = {"volume": 15_000, "cost_under": 2, "cost_over": 0.6, "error_today": 6.383}
LOAVES |= {"error_cut": 0.15, "running": 9_000, "one_off": 6_000}
"""Of a forecast: how many loaves to bake."""

FOUND: dict[str, float | Range] = {"volume": 45_000, "minutes_now": 7, "minutes_then": 4.5, "cost_minute": 0.8}
FOUND |= {"realised": 0.4, "found_now": 0.62, "found_then": 0.8, "cost_not_found": 16, "one_off": 50_000}
FOUND |= {"running": 24_000, "years": 3, "misled_now": 0, "misled_then": 0, "cost_misled": 0}
"""Of a search: how often it finds what is looked for, and how fast."""

OFFERS: dict[str, float | Range] = {"volume": 60_000, "rate_without": 0.86, "rate_with": 0.875, "value": 180}
OFFERS |= {"cost_treat": 9, "share_treated": 0.2, "effect_top": 0.08, "one_off": 40_000, "running": 20_000, "years": 3}
"""Of offers made to those whom they persuade most."""

OFFERED: dict[str, float | Range] = {"volume": 100_000, "value": 40, "cost_treat": 1.5, "rate_without": 0.06}
OFFERED |= {"rate_with": 0.075, "share_treated": 0.2, "effect_top": 0.05, "running": 12_000, "one_off": 0}
"""Of offers of which only the least effect is known: they hardly pay."""

LINKS: dict[str, float | Range] = {"duplicates": 31_000, "cost_miss": 3, "cost_merge": 90, "links_found": 0.88}
LINKS |= {"links_right": 0.995, "links_found_now": 0.58, "links_right_now": 0.997, "one_off": 25_000, "running": 4_000}
"""Of records that belong to one person: how many pairs are found, and how many of them are right."""

SIGNED = {"action_changes": "person_acts", "gen_task": "draft", "economics": "not_estimated"}
"""Answers of somebody who signs what is drafted."""


def sheet_of(task: str, numbers: Mapping[str, float | Range] | None = None, **answers: str) -> Sheet:
    """Answers that lead to this task type, with numbers by role."""
    found = sheet_for_task(task, answers)
    assert found is not None, task
    given = {IDS[role]: number for role, number in (numbers or {}).items()}
    return found.model_copy(update={"numbers": given, "words": {}})


def joined(numbers: dict[str, float | Range]) -> Sheet:
    """A sheet of records to be joined, with numbers by role."""
    return sheet_of("entity_resolution", numbers, objective_family="quality", action_changes="automatic_action")


def section(assessment: Assessment) -> str:
    """What the brief says about money, without the rest."""
    document = build_document(RULES, assessment)
    (part,) = (part for part in document.sections if part.id == "money")
    only = replace(part, blocks=tuple(pays.pays(Context(RULES, assessment))), notes=())
    whole = to_text(RULES, assessment, replace(document, sections=(only,)))
    return whole[whole.index(only.title.upper()) :]


def flat(assessment: Assessment) -> str:
    """The same on one line."""
    return " ".join(section(assessment).split())


def searched(numbers: dict[str, float | Range], **answers: str) -> Sheet:
    """A search that somebody works with."""
    return sheet_of("retrieval", numbers, objective_family="speed", action_changes="person_acts", **answers)
