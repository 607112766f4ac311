"""The colours of verdicts, by the names that the rules give them."""

from __future__ import annotations

HUES: dict[str, tuple[str, str]] = {
    "slate": ("#435466", "#B4C3D1"),
    "violet": ("#6440AE", "#C5AEF5"),
    "teal": ("#08635C", "#79D3C7"),
    "amber": ("#7F4A00", "#F0BC70"),
    "blue": ("#1B57A8", "#9CC4F8"),
    "green": ("#27622C", "#97D394"),
}
"""Name of a verdict's hue, as in the rules, to its colour in the light and dark theme. Each has a contrast of 4.5 : 1
or more on every background of its theme, the hue's own tint included (`tests/ui/test_theme.py`)."""

UNKNOWN = "slate"
"""The default hue."""


def hue_of(name: str) -> tuple[str, str]:
    """A hue on light and on dark; an unknown name gives the neutral one."""
    return HUES.get(name, HUES[UNKNOWN])
