"""The colours that the theme sets can be read: contrast as WCAG 2 computes it, level AA."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

CONFIG = tomllib.loads((Path(__file__).parents[2] / ".streamlit" / "config.toml").read_text())
TEXTS = ("textColor", "linkColor", "codeTextColor")
GROUNDS = ("backgroundColor", "secondaryBackgroundColor", "codeBackgroundColor")


def luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def faded(colour: str, ground: str, share: float = 0.6) -> str:
    pairs = [(int(colour[start : start + 2], 16), int(ground[start : start + 2], 16)) for start in (1, 3, 5)]
    return "#" + "".join(f"{round(above * share + below * (1 - share)):02x}" for above, below in pairs)


def test_the_formula_agrees_with_the_published_examples() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_stands_out_from_every_background(mode: str, text: str, ground: str) -> None:
    theme = CONFIG["theme"][mode]
    assert contrast(theme[text], theme[ground]) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS[:2])
def test_captions_can_be_read_though_streamlit_fades_them(mode: str, ground: str) -> None:
    theme = CONFIG["theme"][mode]
    assert contrast(faded(theme["textColor"], theme[ground]), theme[ground]) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_accent_carries_white_words_and_stands_out_itself(mode: str) -> None:
    theme = CONFIG["theme"][mode]
    assert contrast("#FFFFFF", theme["primaryColor"]) >= 4.5
    assert all(contrast(theme["primaryColor"], theme[ground]) >= 3 for ground in GROUNDS)


def test_nothing_is_fetched_or_reported_elsewhere() -> None:
    assert CONFIG["browser"]["gatherUsageStats"] is False
    assert "//" not in "".join(str(value) for value in CONFIG["theme"].values())
