"""The figures of what a lesson lets one play with: curves, points and bars, named in the words of the lesson."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from framework.lessons import Curve, Panel
from framework.report.charts.columns import add_columns, name_groups
from framework.report.charts.look import SIZE, Look, plot, text

HEIGHT = 290
"""In px."""


def drawn(panel: Panel, words: Mapping[str, str], look: Look) -> Any:
    """A panel as a figure. Every curve has its own dash or symbol, so that colour only repeats it."""
    figure = plot(look, HEIGHT, _said(words, panel.across), _said(words, panel.up))
    for number, curve in enumerate(panel.curves):
        _curve(figure, curve, _said(words, curve.name), look, number, len(panel.curves))
    for name, place in panel.marks:
        figure.add_vline(x=place, line={"color": look.ink, "width": 1, "dash": "dot"})
        figure.add_annotation(
            x=place, y=1, yref="paper", yanchor="top", xanchor="left", xshift=3, showarrow=False,
            yshift=-16 * [mark for mark, _ in panel.marks].index(name), bgcolor=look.paper,
            text=_said(words, name), font={"color": look.ink, "size": SIZE - 2},
        )  # fmt: skip
    if panel.up_range:
        low, high = panel.up_range
        figure.update_yaxes(range=[low, high + 0.04 * (high - low)])
    figure.update_layout(
        showlegend=len(panel.curves) > 1,
        legend={"orientation": "h", "x": 0, "y": -0.28, "yanchor": "top", "font": {"size": SIZE - 1}},
    )
    if any(curve.style == "bars" for curve in panel.curves):
        name_groups(figure, [text(words.get(name, name), 12) for name in panel.ticks])
    return figure


def _said(words: Mapping[str, str], name: str) -> str:
    return text(words.get(name, name))


def _curve(figure: Any, curve: Curve, name: str, look: Look, number: int, of: int) -> None:
    if curve.style == "bars":
        colour = look.accent if number else "rgba(0,0,0,0)"
        marker = {"color": colour, "line": {"color": look.ink, "width": 1}}
        add_columns(figure, curve.y, name, number=number, of=of, marker=marker)
        return
    points = curve.style in ("points", "hollow")
    symbol = "circle" if curve.style == "points" else "diamond-open"
    figure.add_scatter(
        x=curve.x,
        y=curve.y,
        name=name,
        mode="markers" if points else "lines",
        marker={"symbol": symbol, "size": 9 if curve.style == "points" else 7, "color": look.ink},
        line={
            "color": look.ink if curve.style == "dashed" else look.accent,
            "width": 2 if curve.style == "dashed" else 3,
            "dash": "dash" if curve.style == "dashed" else "solid",
        },
    )
