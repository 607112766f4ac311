"""Briefs of the tiny rule base, and what a first screen says, for every test of the report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from framework import assess, load_rules
from framework.economics import worth_of
from framework.model.assessment import Assessment
from framework.model.formulas import FormulaId
from framework.report.blocks import Document
from framework.report.document import build_document
from framework.report.front_parts import Front
from tests.economics.models import BASIS, value_model

SUM = value_model(FormulaId.ALERTS).model_copy(update={"results": load_rules().value["act_or_leave"].results})
"""What numbers are worth here: the tiny rule base has no value model."""

_TINY = load_rules(Path(__file__).parents[1] / "tiny_rules")
_NAMED = _TINY.manifest.model_copy(update={"values": (SUM.id,)})
RULEBASE = _TINY.model_copy(update={"manifest": _NAMED, "values": (SUM,)})

NUMBERS = {
    "volume": 10_000,
    "base_rate": 0.05,
    "value": 500,
    "success_rate": 0.4,
    "cost_action": 10,
    "harm": 5,
    "recall": 0.6,
    "precision": 0.3,
    "running": 20_000,
    "one_off": 50_000,
}


def case_sheet(id_: str) -> dict[str, Any]:
    """The sheet of a worked case."""
    case = RULEBASE.case[id_]
    return {"title": case.title, "answers": case.answers, "words": case.words}


SHEETS: dict[str, dict[str, Any]] = {
    "clerk": case_sheet("clerk"),
    "baker": case_sheet("baker"),
    "nurse": case_sheet("nurse"),
    "empty": {"answers": {}},
    "open": {"answers": {"trip_length": "middle", "ready_for": ["rain"], "hills": "not_sure"}},
    "contradicting": {"answers": {"trips_per_week": "daily", "ready_for": ["nothing"]}},
    "motor": {
        "answers": {
            "trip_length": "short",
            "trips_per_week": "daily",
            "hills": "hilly",
            "electric": "yes",
            "storage": "yard",
            "ready_for": ["rain", "dark"],
        }
    },
}


def brief(sheet: Mapping[str, Any], numbers: Mapping[str, float] | None = None) -> tuple[Assessment, Document]:
    """A sheet's assessment and its brief; `numbers` by role, as the tiny rule base asks for one of them only."""
    assessment = assess(RULEBASE, sheet)
    if numbers:
        worth = worth_of(SUM, numbers, BASIS, {})
        assessment = assessment.model_copy(update={"worth": worth, "value": SUM.id})
    return assessment, build_document(RULEBASE, assessment)


def texts(front: Front) -> Iterator[str]:
    """Every piece of text of a first screen in reading order."""
    yield from (front.kicker, front.headline, front.why, front.note)
    for panel in front.panels:
        yield from (panel.title, panel.big)
        for line in panel.lines:
            yield from (line.lead, line.text)
    for step in front.steps:
        yield from (step.text, step.when)
    for fact in front.facts:
        yield from (fact.text, *fact.means, fact.find_out, fact.takes)
