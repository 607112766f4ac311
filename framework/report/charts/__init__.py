"""Figures by name. Each builder is a pure function of rules and assessment; None: nothing to draw.

Independent of any page. Every figure is shown with a sentence that explains it and its data as a table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup

from framework.model.assessment import Assessment
from framework.model.rulebase import RuleBase
from framework.report.charts import money, worth
from framework.report.charts.chain import chain
from framework.report.charts.criteria import criteria
from framework.report.charts.drawing import Drawing
from framework.report.charts.gates import decision_map, gates
from framework.report.charts.ladder import ladder
from framework.report.charts.look import CONFIG, DARK, LIGHT, Look
from framework.report.charts.losses import LOSSES
from framework.report.charts.svg import svg

__all__ = ["CONFIG", "DARK", "FIGURES", "LIGHT", "LOSSES", "Look", "draw", "gates", "picture"]

Builder = Callable[[RuleBase, Assessment | None, Look], Drawing | None]

FIGURES: Mapping[str, Builder] = {
    "criteria": criteria,
    "chain": chain,
    "value_threshold": money.value_threshold,
    "value_quality": money.value_quality,
    "worth_quality": worth.worth_quality,
    "worth_quantity": worth.worth_quantity,
    "worth_minutes": worth.worth_minutes,
    "tornado": money.tornado,
    "confusion": money.confusion,
    "decision_map": decision_map,
    "ladder": ladder,
}


def draw(name: str, rulebase: RuleBase, assessment: Assessment | None, look: Look) -> Any:
    """A Plotly figure, or None for an unknown name and where the data for it are missing."""
    drawing = _drawing(name, rulebase, assessment, look)
    return drawing.plotly() if drawing else None


def picture(name: str, rulebase: RuleBase, assessment: Assessment | None, look: Look, alt: str) -> Markup | None:
    """A figure as an SVG for a file, drawn without a browser or Plotly; `alt` describes it.

    None for an unknown name and where the data for it are missing.
    """
    drawing = _drawing(name, rulebase, assessment, look)
    return svg(drawing, look, alt) if drawing else None


def _drawing(name: str, rulebase: RuleBase, assessment: Assessment | None, look: Look) -> Drawing | None:
    """The figure with the numbers on its axes as the language of the rules writes them."""
    if name in LOSSES:
        drawing: Drawing | None = LOSSES[name](look, rulebase.language)
    else:
        builder = FIGURES.get(name)
        drawing = builder(rulebase, assessment, look) if builder else None
    if drawing is not None:
        drawing.language = rulebase.language
    return drawing
