"""Colours and typography beyond `.streamlit/config.toml`, as one small style sheet.

Streamlit sets `color-scheme` on the page to the active theme, whatever the system prefers, so `light-dark()` picks the
right colour without Python.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from markupsafe import Markup

from framework.report.hues import HUES, UNKNOWN
from framework.ui import styles

ON_HUE = ("#FFFFFF", "#10181B")
"""Text on a surface in a hue's full colour."""

TINT = (8, 14)
"""Per cent of a hue in the tint behind a card, on light and on dark."""

_CSS = Path(__file__).with_name("theme.css")


def hue(name: str) -> str:
    """CSS class that sets `--hue`, `--on-hue` and `--tint` inside; an unknown name gives the neutral one."""
    return f"hue-{name if name in HUES else UNKNOWN}"


def dark() -> bool:
    """Whether the active theme is dark, as reported by the browser; for figures, which CSS cannot style."""
    return st.context.theme.type == "dark"


def apply() -> None:
    """Add the style sheet to the page."""
    sheet = Markup(style_sheet())  # noqa: S704 (colours and a file of our own)
    st.html(Markup("<style>{}</style>").format(sheet))


def style_sheet() -> str:
    """Everything, the hues included."""
    hues = "\n".join(
        f".hue-{name}{{--hue:light-dark({light},{dark});--on-hue:light-dark({ON_HUE[0]},{ON_HUE[1]});"
        f"--tint:light-dark(color-mix(in srgb,{light} {TINT[0]}%,#fff),color-mix(in srgb,{dark} {TINT[1]}%,#10181b))}}"
        for name, (light, dark) in HUES.items()
    )
    return f"{hues}\n{styles.content(_CSS)}"
