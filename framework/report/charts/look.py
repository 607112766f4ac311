"""The style of every figure: transparent background, one font size, no toolbar, no animation.

Figures must be readable at 340 px and at 700 px, so texts are wrapped here, not by the browser. Shapes and words carry
the meaning; colour only repeats it.
"""

from __future__ import annotations

import html
import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from framework.languages.catalogue import numerals, say
from framework.report.charts.drawing import Drawing

CONFIG: dict[str, Any] = {"displayModeBar": False, "staticPlot": True, "responsive": True}
"""How a page shows a figure: static, without a toolbar or gestures that would block scrolling."""

SIZE = 13
"""Font size in px."""

ROW = 16
"""Height of one line of words above a plot in px."""

KEY_LINE = 20
"""Height of one line of a key in px."""


@dataclass(frozen=True)
class Look:
    """Colours of a theme. `hues` maps the names that verdicts carry to colours."""

    ink: str
    soft: str
    line: str
    panel: str
    good: str
    bad: str
    accent: str
    paper: str
    hues: Mapping[str, str] = field(default_factory=dict)
    font: str = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', Arial, sans-serif"

    def hue(self, name: str) -> str:
        """The colour of a named hue; the soft ink where there is none."""
        return self.hues.get(name, self.soft)


LIGHT = Look("#0a1418", "#47565c", "#c9d4d7", "#f1f5f6", "#08635c", "#7f4a00", "#0b6477", "#ffffff")
DARK = Look("#e6eef0", "#a9b8bd", "#3a4b50", "#1a262a", "#79d3c7", "#f0bc70", "#7ccbda", "#10181b")


def figure(look: Look, height: int, **layout: Any) -> Drawing:
    """An empty figure with a transparent background: `height` in px, as wide as the page allows."""
    axis = {
        "gridcolor": look.line,
        "linecolor": look.line,
        "zerolinecolor": look.soft,
        "zeroline": False,
        "tickfont": {"color": look.ink, "size": SIZE - 1},
        "title": {"font": {"color": look.soft, "size": SIZE - 1}},
        "fixedrange": True,
        "automargin": True,
    }
    drawn = Drawing(
        {
            "template": "none",
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "font": {"color": look.ink, "size": SIZE, "family": look.font},
            "height": height,
            "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
            "showlegend": False,
            "dragmode": False,
            "hovermode": False,
            "xaxis": axis,
            "yaxis": axis,
        }
    )
    drawn.update_layout(**layout)
    return drawn


def plot(look: Look, height: int, across: str, up: str, *, rows: int = 0) -> Drawing:
    """An empty figure with titles on both axes; the y title is above the axis, where it can be read.

    Between it and the axis is room for `rows` lines of words.
    """
    above = 18 * (up.count("<br>") + 1) + ROW * rows
    drawn = figure(look, height + above - 18, margin={"l": 8, "r": 12, "t": 14 + above, "b": 8})
    drawn.update_xaxes(title={"text": across}, nticks=7)
    drawn.update_yaxes(nticks=5, zeroline=True)
    drawn.add_annotation(
        xref="paper",
        yref="paper",
        x=0,
        y=1.02,
        xanchor="left",
        yanchor="bottom",
        yshift=ROW * rows,
        showarrow=False,
        text=up,
        align="left",
        font={"color": look.soft, "size": SIZE - 1},
    )
    return drawn


def mark(drawn: Drawing, at: tuple[float, float], words: str, look: Look, symbol: str, colour: str = "") -> None:
    """A marked point. Its words stand below the plot (`key`), where they cover neither a line nor another mark."""
    colour = colour or look.ink
    drawn.add_scatter(
        x=[at[0]],
        y=[at[1]],
        mode="markers",
        name=text(words),
        showlegend=True,
        marker={"symbol": symbol, "size": 13, "color": colour, "line": {"color": colour, "width": 1.5}},
    )


def line(drawn: Drawing, points: Iterable[tuple[float, float]], look: Look) -> None:
    """The line of a figure; its axes say what it is, so it has no name in the key."""
    across, up = zip(*points, strict=True)
    drawn.add_scatter(
        x=list(across), y=list(up), mode="lines", showlegend=False, line={"color": look.accent, "width": 3}
    )
    drawn.update_yaxes(tickformat="~s")


def key(drawn: Drawing) -> None:
    """The names of marks and lines below the plot, one in a line; the figure grows by as much."""
    names = sum(bool(parts.get("showlegend")) for parts in drawn.added("add_scatter"))
    legend = {"orientation": "v", "x": 0, "y": 0, "yref": "container", "yanchor": "bottom", "font": {"size": SIZE - 1}}
    drawn.update_layout(showlegend=bool(names), legend=legend, height=drawn.layout["height"] + KEY_LINE * names)


def text(words: str, width: int = 0) -> str:
    """Plain words for a figure: what Plotly would read as markup is escaped, long lines are broken after `width`."""
    lines = textwrap.wrap(" ".join(words.split()), width, break_long_words=True) if width else [words]
    return "<br>".join(html.escape(line, quote=False) for line in lines)


def lines_of(words: str, width: int) -> int:
    """How many lines `text` breaks it into."""
    return max(1, len(textwrap.wrap(" ".join(words.split()), width, break_long_words=True)))


def amount(number: float, language: str = "") -> str:
    """A number for a label as a language writes it: short, thousands apart, a true minus sign."""
    size = abs(number)
    if size >= 1e6:
        words = say(language, "{number} m", number=f"{size / 1e6:,.3g}") if size < 1e9 else f"{size:.3g}"
    elif size >= 100 or size == round(size):
        words = f"{size:,.0f}"
    else:
        words = f"{size:.3g}"
    words = numerals(language, words)
    return f"−{words}" if number < 0 and words != "0" else words


def percent(share: float, language: str = "") -> str:
    """A share, 0..1, as a percentage that is never rounded to nothing or to everything, as a language writes it."""
    if 0 < share < 0.001:
        words = "< 0.1 %"
    elif 0.995 <= share < 1:
        words = "> 99 %"
    else:
        words = f"{100 * share:.1f} %" if share < 0.095 and share else f"{100 * share:.0f} %"
    return numerals(language, words)
