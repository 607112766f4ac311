"""The colours that the theme sets can be read: contrast as WCAG 2 computes it, level AA."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

CONFIG = tomllib.loads((Path(__file__).parents[2] / ".streamlit" / "config.toml").read_text())
SHEETS = {path.name: path.read_text() for path in (Path(__file__).parents[2] / "framework" / "ui").rglob("*.css")}
RULE = re.compile(r"([^{};]+)\{([^{}]*)\}")
SIZE = re.compile(r"(?:font-size|font|--(?:display|section|text|small)):\s*([^;]+)")
NAMED = re.compile(r"(?:calc\([\d.]+ \* )?var\(--(?:display|section|text|small)\)|inherit$")
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


def sizes_of_their_own(sheet: str) -> list[str]:
    """Rules that set a size of text which `theme.css` does not name; symbols are multiples of what they stand in."""
    sheet = re.sub(r"/\*.*?\*/", "", sheet, flags=re.S)
    return [
        f"{selector.strip()}: {size}"
        for selector, rule in RULE.findall(sheet)
        for size in SIZE.findall(rule)
        if not NAMED.match(size) and not (selector.strip().endswith(".sym") and size.endswith("em"))
    ]


def test_text_has_the_sizes_that_one_place_names() -> None:
    found = {name: odd for name, sheet in SHEETS.items() if (odd := sizes_of_their_own(sheet))}
    named = [":root: 1.75rem", ":root: 1.25rem", ":root: 1rem", ":root: .875rem", ":root: 1.5rem"]
    assert found.pop("theme.css") == named
    assert found.pop("classroom.css") == [".projector: calc(var(--fit, 1) * clamp(1.05rem, 1.65vw, 2.1rem))"]
    assert not found


def test_a_size_of_its_own_is_seen() -> None:
    assert sizes_of_their_own(".a { font-size: .95rem; } @media print { .b { font: 12px/1 x; } }") == [
        ".a: .95rem",
        ".b: 12px/1 x",
    ]
