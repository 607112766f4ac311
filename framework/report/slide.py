"""The verdict as a picture of the size of a slide: what to do, why, for what, and the next step."""

from __future__ import annotations

from typing import Any

from framework.languages.catalogue import say
from framework.model.assessment import Assessment
from framework.model.listing import cut, stop
from framework.model.rulebase import RuleBase
from framework.report.front import front_of
from framework.report.front_parts import FACTS, STEPS, Front
from framework.report.hues import hue_of
from framework.report.sections.context import Context
from framework.report.wording import footer, written_in

SHOWN = ("framing", "instead", "beat", "pays")
"""The panels of a first screen that fit on a slide, by id."""

MOST_TITLE = 120
"""Characters."""


def slide(rulebase: RuleBase, assessment: Assessment) -> dict[str, Any]:
    """The slide as plain data for the template."""
    front = front_of(rulebase, assessment)
    return {
        "title": cut(Context(rulebase, assessment).title, MOST_TITLE),
        "language": written_in(rulebase),
        "hue": hue_of(front.colour),
        "kicker": front.above,
        "verdict": front.headline,
        "sentence": front.why,
        "parts": [
            (
                _heading(panel.title),
                " ".join(stop(text) for text in (panel.big, *(line.said for line in panel.lines)) if text),
            )
            for panel in front.panels
            if panel.id in SHOWN
        ],
        "next_title": say(rulebase.language, STEPS if front.steps else FACTS),
        "next": _first(front),
        "footer": footer(rulebase, assessment),
    }


def _heading(title: str) -> str:
    return title if title.endswith("?") else f"{title}:"


def _first(front: Front) -> str:
    """The first thing to do, or to find out."""
    told = [*(step.text for step in front.steps), *(fact.text for fact in front.facts)]
    return next(iter(told), "")
