"""Verdicts can be told apart by everyone, in both themes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import streamlit as st

from framework.report.hues import HUES
from framework.ui import resources, theme
from framework.ui.components.interview import style

PAGES = {0: ("#FFFFFF", "#F1F5F6"), 1: ("#10181B", "#1A262A")}


def _rgb(colour: str) -> list[float]:
    return [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]


def _light(rgb: list[float]) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: list[float], other: list[float]) -> float:
    """Contrast as WCAG 2 defines it."""
    bright, dim = sorted((_light(one), _light(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("name", HUES)
@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
def test_a_hue_is_readable_on_every_background_and_carries_text(name, mode):
    hue = _rgb(HUES[name][mode])
    page, share = _rgb(PAGES[mode][0]), theme.TINT[mode] / 100
    tint = [share * h + (1 - share) * p for h, p in zip(hue, page, strict=True)]
    for background in (*map(_rgb, PAGES[mode]), tint, _rgb(theme.ON_HUE[mode])):
        assert contrast(hue, background) >= 4.5


@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
def test_no_hue_weighs_more_than_another(mode):
    weights = [contrast(_rgb(colours[mode]), _rgb(PAGES[mode][0])) for colours in HUES.values()]
    assert max(weights) / min(weights) < 1.5


def test_nothing_to_read_is_paler_than_its_colour():
    """Tools that measure contrast pass over a single character, such as the "?" of a link to a rule."""
    for sheet in Path(theme.__file__).parent.rglob("*.css"):
        for rule, body in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet.read_text(encoding="utf-8")):
            if re.search(r"(?<![-\w])opacity: *0?\.\d", body):
                assert rule.strip().endswith(".sym"), f"{sheet.name}: {rule.strip()}"


def test_every_verdict_has_a_hue_an_icon_and_a_name_of_its_own():
    verdicts = resources.rules().verdicts
    assert len(verdicts) >= 2
    for field in ("colour", "icon", "short"):
        assert len({getattr(verdict, field) for verdict in verdicts}) == len(verdicts)
    assert {verdict.colour for verdict in verdicts} <= set(HUES)


def test_an_interview_that_ends_open_has_the_look_of_a_first_screen(monkeypatch):
    written: list[object] = []
    monkeypatch.setattr(st, "html", written.append)
    style.apply()
    assert ".headline {" in str(written[0]) and ".bar {" in str(written[0])
