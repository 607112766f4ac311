"""Upright bars in groups: those of one place stand beside each other, on a page and in a file alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from framework.report.charts.drawing import Drawing

TOGETHER = 0.8
"""How wide the bars of one group are together; the groups are 1 apart, at 0, 1, 2, ..."""


def add_columns(
    drawn: Drawing, heights: Sequence[float], name: str, *, number: int, of: int, marker: Any, **more: Any
) -> None:
    """One bar for each group; `number`: which of the `of` bars of a group it is, from 0."""
    wide = TOGETHER / of
    drawn.add_bar(
        x=list(range(len(heights))),
        y=list(heights),
        name=name,
        width=wide,
        offset=number * wide - TOGETHER / 2,
        marker=marker,
        **more,
    )


def name_groups(drawn: Drawing, names: Sequence[str]) -> None:
    """The words below the groups."""
    drawn.update_xaxes(tickvals=list(range(len(names))), ticktext=list(names))
    drawn.update_layout(barmode="overlay")
