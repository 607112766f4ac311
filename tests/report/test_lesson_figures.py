"""The figures of the lessons' games: no word covers a curve, and numbers are written as the sliders have them."""

from __future__ import annotations

import pytest

from framework import load_rules
from framework.lessons import play
from framework.model.lesson import InteractiveBlock
from framework.report.charts.lesson import drawn
from framework.report.charts.look import LIGHT, ROW
from framework.report.charts.svg import svg

PANELS = [
    panel
    for lesson in load_rules().lessons
    for block in lesson.blocks
    if isinstance(block, InteractiveBlock)
    for panel in play(block).panels
]


@pytest.mark.parametrize("panel", PANELS, ids=lambda panel: f"{panel.across}-{panel.up}")
def test_the_words_of_a_mark_stand_above_the_plot_and_inside_it(panel):
    """They cover no curve: each has a row of its own, the axis title stands over all of them."""
    title, *marks = drawn(panel, {}, LIGHT).added("add_annotation")
    assert len(marks) == len(panel.marks)
    rows = [mark["yshift"] for mark in marks]
    assert title["yshift"] >= max(rows, default=-ROW) + ROW and len(set(rows)) == len(rows)
    places = [at for curve in panel.curves for at in curve.x]
    for mark in marks:
        assert (mark["yref"], mark["y"], mark["yanchor"]) == ("paper", 1, "bottom") and "bgcolor" not in mark
        left = mark["x"] - min(places) <= max(places) - mark["x"]
        assert mark["xanchor"] == ("left" if left else "right"), "so that they have half of the width at least"


def test_shares_are_written_in_per_cent_and_counts_begin_at_nothing():
    """As the sliders and the sentences of the lessons have them."""
    pictures = {(panel.across, panel.up): svg(drawn(panel, {}, LIGHT), LIGHT, "") for panel in PANELS}
    for axes in (("chance", "worth"), ("time", "share"), ("month", "share"), ("measure", "share")):
        assert ">100 %</tspan>" in pictures[axes], axes
    assert ">0</tspan>" in pictures["round", "found"]
    (loop,) = (panel for panel in PANELS if panel.across == "round")
    assert drawn(loop, {}, LIGHT).merged("update_yaxes", {})["range"][0] == 0
