"""A figure before it is drawn: what was put into it, for a page (Plotly) and for a file (SVG)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from framework.languages.catalogue import separators

Parts = Mapping[str, Any]

_AT_ONCE = {"add_annotation": "annotations", "add_shape": "shapes"}
"""What is handed to Plotly together: it looks through all of a kind again for each that is added."""


class Drawing:
    """Takes the parts of a figure by the names and arguments that Plotly gives them."""

    def __init__(self, layout: Parts):
        self.layout = dict(layout)
        self.language = ""
        """Of the numbers on its axes; the words were said when they were put in."""
        self.calls: list[tuple[str, Parts]] = []
        """What was added, in order: the name of the method and its arguments."""

    def add_scatter(self, **parts: Any) -> None:
        """Points or a line."""
        self.calls.append(("add_scatter", parts))

    def add_bar(self, **parts: Any) -> None:
        """Bars."""
        self.calls.append(("add_bar", parts))

    def add_heatmap(self, **parts: Any) -> None:
        """A grid of coloured cells."""
        self.calls.append(("add_heatmap", parts))

    def add_shape(self, **parts: Any) -> None:
        """A rectangle."""
        self.calls.append(("add_shape", parts))

    def add_vline(self, **parts: Any) -> None:
        """A vertical line over the whole height."""
        self.calls.append(("add_vline", parts))

    def add_annotation(self, **parts: Any) -> None:
        """Words at a place, or an arrow."""
        self.calls.append(("add_annotation", parts))

    def update_xaxes(self, **parts: Any) -> None:
        """Change the horizontal axis."""
        self.calls.append(("update_xaxes", parts))

    def update_yaxes(self, **parts: Any) -> None:
        """Change the vertical axis."""
        self.calls.append(("update_yaxes", parts))

    def update_layout(self, **parts: Any) -> None:
        """Change the frame."""
        self.calls.append(("update_layout", parts))

    def plotly(self) -> Any:
        """The Plotly figure."""
        import plotly.graph_objects as go  # slow to import, and commands that draw nothing do not need it

        written = {"separators": separators(self.language)} if self.language else {}
        added = {kind: self.added(method) for method, kind in _AT_ONCE.items()}
        figure = go.Figure(layout={**self.layout, **written, **added})
        for method, parts in self.calls:
            if method not in _AT_ONCE:
                getattr(figure, method)(**parts)
        return figure

    def added(self, method: str) -> list[Parts]:
        """The arguments of every call of one method, in order."""
        return [parts for name, parts in self.calls if name == method]

    def merged(self, method: str, base: Parts) -> dict[str, Any]:
        """The base with every change of one method; groups of settings are merged, as Plotly does."""
        found = dict(base)
        for parts in self.added(method):
            for key, value in parts.items():
                both = isinstance(value, Mapping) and isinstance(found.get(key), Mapping)
                found[key] = {**found[key], **value} if both else value
        return found
