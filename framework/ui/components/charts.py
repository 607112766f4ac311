"""A figure with a sentence that explains it above, and its data in a collapsed table."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from framework.model.assessment import Assessment
from framework.model.rulebase import RuleBase
from framework.report import charts
from framework.report.hues import HUES
from framework.ui import theme


def look() -> charts.Look:
    """The colours of the theme that the person sees."""
    dark = theme.dark()
    base = charts.DARK if dark else charts.LIGHT
    return replace(base, hues={name: colours[dark] for name, colours in HUES.items()})


def show(
    name: str,
    rulebase: RuleBase,
    assessment: Assessment | None = None,
    *,
    alt: str,
    key: str = "",
) -> bool:
    """Draw a figure and return whether there is one. `alt` describes it; `key` distinguishes two of the same kind."""
    drawn = charts.draw(name, rulebase, assessment, look())
    if drawn is None:
        return False
    figure(drawn, f"{name}{key}", alt=alt)
    return True


def figure(drawn: Any, name: str, *, alt: str) -> None:
    """Show a Plotly figure under a key of its own, which also says for which theme it was drawn."""
    palette = "dark" if theme.dark() else "light"
    with st.container(key=f"picture_{name}_on_{palette}"):
        st.plotly_chart(drawn, theme=None, config=charts.CONFIG, alt=alt, key=f"figure_{name}")
