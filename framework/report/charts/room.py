"""Figures of a class: the answers before and after, and who went from which answer to which.

Read from the back of a hall: large type, few words. The two votes differ by pattern and by words, not by colour alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate

from framework.report.charts.drawing import Drawing
from framework.report.charts.look import Look, figure, lines_of, text

SIZE = 18
WIDTH = 34
"""Characters of an answer in one line: it stands above its bars, as wide as a phone, which has no room for both side by
side.
"""

NARROW = 12
"""Characters of a label at the edge of a matrix in one line."""

HIDDEN = "–"
"""In place of a count that is held back: a word would not fit into the cells of a matrix on a phone."""

LINE, LEAD, BAR, GAP = 22, 4, 28, 14
"""Heights in px: of a line of an answer, of the space below it, of a bar, and of the space before the next answer."""


def answers(look: Look, labels: Sequence[str], rounds: Mapping[str, Sequence[tuple[int, str]]]) -> Drawing:
    """How many gave which answer in each vote, by its name: for each label a bar of this length, and the words at its
    end. At most two votes.
    """
    longest = max((len(words) for bars in rounds.values() for length, words in bars if length), default=0)
    heights = [LINE * lines_of(label, WIDTH) + LEAD + BAR * len(rounds) + GAP for label in labels]
    tops = list(accumulate(heights, initial=0))
    margin = {"l": 8, "r": max(48, round(0.6 * SIZE * longest)), "t": 40, "b": 8}
    drawn = figure(
        look,
        tops[-1] + margin["t"] + margin["b"],
        barmode="overlay",
        showlegend=True,
        legend={"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0, "font": {"size": SIZE - 2}},
        margin=margin,
    )
    for label, top in zip(labels, tops, strict=False):
        drawn.add_annotation(
            x=0, xref="paper", xanchor="left", y=top, yanchor="top", align="left", borderpad=0, showarrow=False,
            text=text(label, WIDTH), font={"size": SIZE - 2},
        )  # fmt: skip
    styles = (("/", look.soft), ("", look.accent))
    for number, ((name, bars), (pattern, colour)) in enumerate(zip(rounds.items(), styles, strict=False)):
        drawn.add_bar(
            x=[length for length, _ in bars],
            y=[after - GAP - BAR * (len(rounds) - number - 0.5) for after in tops[1:]],
            width=BAR,
            orientation="h",
            name=name,
            text=[words for _, words in bars],
            textposition="outside",
            textfont={"size": SIZE, "color": [look.ink if length else look.soft for length, _ in bars]},
            cliponaxis=False,
            marker={
                "color": colour,
                "pattern": {"shape": pattern, "fillmode": "overlay", "fgcolor": look.paper, "size": 9},
            },
        )
    drawn.update_yaxes(range=[tops[-1], 0], showticklabels=False, showgrid=False, showline=False, ticks="")
    drawn.update_xaxes(showticklabels=False, showgrid=False, showline=False, rangemode="tozero", ticks="")
    return drawn


def shift(look: Look, names: Sequence[str], counts: Mapping[tuple[int, int], int | None]) -> Drawing:
    """A matrix: rows are the first vote, columns the second; each cell says how many. Places in `names`; None is held
    back.
    """
    size = range(len(names))
    rows = [[counts.get((before, after), 0) or 0 for after in size] for before in size]
    most = max((count for row in rows for count in row), default=1) or 1
    drawn = figure(look, 74 * len(names) + 120, margin={"l": 8, "r": 8, "t": 8, "b": 8})
    drawn.add_heatmap(
        z=rows, colorscale=[[0, look.panel], [1, look.accent]], zmin=0, zmax=most, showscale=False, xgap=3, ygap=3
    )
    for before, row in enumerate(rows):
        for after, count in enumerate(row):
            held_back = counts.get((before, after), 0) is None
            if count or held_back:
                dark = count > 0.5 * most
                said = HIDDEN if held_back else str(count)
                drawn.add_annotation(
                    x=after,
                    y=before,
                    text=f"<b>{said}</b>" if before != after else said,
                    showarrow=False,
                    font={"size": SIZE, "color": look.paper if dark else look.ink},
                )
    labels = [text(name, NARROW) for name in names]
    drawn.update_xaxes(tickvals=list(size), ticktext=labels, side="top", tickfont={"size": SIZE - 4}, showgrid=False)
    drawn.update_yaxes(
        tickvals=list(size), ticktext=labels, autorange="reversed", tickfont={"size": SIZE - 4}, showgrid=False
    )
    return drawn
