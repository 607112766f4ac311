"""A verdict that goes out fades once, and not for people who want no motion."""

from __future__ import annotations

import re
from pathlib import Path

from framework.model.sheet import Sheet
from framework.ui import memory, resources
from framework.ui.components.interview import bar as module

CSS = Path(module.__file__).with_name("interview.css").read_text()


def test_a_mark_fades_when_it_goes_out_and_not_again(monkeypatch):
    seen: dict[str, object] = {}
    monkeypatch.setattr(memory, "value_of", seen.get)
    monkeypatch.setattr(memory, "remember", seen.__setitem__)
    rulebase = resources.rules()
    answers = rulebase.accept(rulebase.cases[0].answers)

    def fading(sheet, key="mine"):
        return str(module.bar(rulebase, sheet, resources.assessment_of(sheet), key)).count("out just")

    assert fading(Sheet()) == 0
    assert fading(Sheet(answers=answers)) == len(rulebase.verdict) - 1
    assert fading(Sheet(answers=answers)) == 0, "once"
    assert fading(Sheet(), "other") == 0, "another idea is not a change"


def test_nothing_of_the_interview_moves_where_motion_is_not_wanted():
    guarded = re.search(
        r"@media \(prefers-reduced-motion: no-preference\) \{(?:[^{}]|\{[^{}]*(?:\{[^{}]*\})?[^{}]*\})*\}", CSS
    )
    assert guarded and "animation: out" in guarded[0] and ".spot.just" in guarded[0]
    rest = CSS.replace(guarded[0], "")
    assert "animation:" not in rest and "transition:" not in rest
