"""The figures of what a lesson lets one play with: curves, points and bars, named in the words of the lesson."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from framework.lessons import Curve, Panel
from framework.report.charts.columns import add_columns, name_groups
from framework.report.charts.drawing import Drawing
from framework.report.charts.look import ROW, SIZE, Look, plot, text

HEIGHT = 290
"""In px."""

_Point = tuple[float, float]

_DASHES = {"dashed": "dash", "level": "dot"}


def drawn(panel: Panel, words: Mapping[str, str], look: Look) -> Drawing:
    """A panel as a figure. Every curve has its own dash or symbol, so that colour only repeats it."""
    figure = plot(look, HEIGHT, _said(words, panel.across), _said(words, panel.up), rows=len(panel.marks))
    for number, curve in enumerate(panel.curves):
        for part, piece in enumerate(_inside(curve, panel.up_range)):
            named = _said(words, curve.name)
            _curve(figure, piece, named, look, number, len(panel.curves), again=part > 0)
    places = [place for curve in panel.curves for place in curve.x]
    middle = (min(places) + max(places)) / 2
    for row, (name, place) in enumerate(reversed(panel.marks)):
        figure.add_vline(x=place, line={"color": look.ink, "width": 1, "dash": "dot"})
        figure.add_annotation(
            x=place, y=1, yref="paper", yanchor="bottom", xanchor="right" if place > middle else "left",
            showarrow=False, yshift=ROW * row, text=_said(words, name), font={"color": look.ink, "size": SIZE - 2},
        )  # fmt: skip
    if "across" in panel.shares:
        figure.update_xaxes(tickformat=".0%")
    if "up" in panel.shares:
        figure.update_yaxes(tickformat=".0%")
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


def _inside(curve: Curve, limits: tuple[float, float] | None) -> list[Curve]:
    """The pieces of a line between two limits, so that what leaves the figure is seen to leave it, also on paper."""
    if limits is None or curve.style in ("points", "hollow", "bars"):
        return [curve]
    pieces: list[list[tuple[float, float]]] = [[]]
    for start, end in pairwise(zip(curve.x, curve.y, strict=True)):
        ends = _cut(start, end, limits)
        if not ends or (pieces[-1] and pieces[-1][-1] != ends[0]):
            pieces.append([])
        if ends:
            pieces[-1] += ends if not pieces[-1] else ends[1:]
    return [replace(curve, x=tuple(x for x, _ in piece), y=tuple(y for _, y in piece)) for piece in pieces if piece]


def _cut(start: _Point, end: _Point, limits: tuple[float, float]) -> list[_Point]:
    """The part of a straight line between two heights: its ends, or nothing."""
    rise = end[1] - start[1]
    if rise == 0:
        return [start, end] if limits[0] <= start[1] <= limits[1] else []
    first, last = sorted((limit - start[1]) / rise for limit in limits)
    first, last = max(0.0, first), min(1.0, last)
    if first >= last:
        return []
    known = {0.0: start, 1.0: end}
    return [
        known.get(share) or (start[0] + share * (end[0] - start[0]), start[1] + share * rise) for share in (first, last)
    ]


def _curve(figure: Drawing, curve: Curve, name: str, look: Look, number: int, of: int, *, again: bool) -> None:
    """`again`: a further piece of a line that the legend names already."""
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
        showlegend=not again,
        mode="markers" if points else "lines",
        marker={"symbol": symbol, "size": 9 if curve.style == "points" else 7, "color": look.ink},
        line={
            "color": look.accent if curve.style == "line" else look.ink,
            "width": 3 if curve.style == "line" else 2,
            "dash": _DASHES.get(curve.style, "solid"),
        },
    )
