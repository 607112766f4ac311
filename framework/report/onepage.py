"""The brief on one page: what stands on its first screen, for printing and passing on."""

from __future__ import annotations

from datetime import date
from typing import Any

from framework.languages.catalogue import say
from framework.languages.dates import written
from framework.model.assessment import Assessment
from framework.model.rulebase import RuleBase
from framework.report.front import front_of
from framework.report.front_parts import FACTS, STEPS, Front
from framework.report.hues import hue_of
from framework.report.in_full import explained_on_front, first_brackets, passed_on, without_own_brackets
from framework.report.sections.context import Context, capital
from framework.report.wording import footer, written_in


def one_page(rulebase: RuleBase, assessment: Assessment, today: date | None = None) -> dict[str, Any]:
    """The page as plain data for the template. `today` dates it and its steps."""
    front = passed_on(front_of(rulebase, assessment, today))
    place = first_brackets(passed_on(front_of(rulebase, without_own_brackets(rulebase, assessment))), ())
    return {
        "title": Context(rulebase, assessment).title,
        "date": written(rulebase.language, today),
        "language": written_in(rulebase),
        "footer": footer(rulebase, assessment),
        **front_data(explained_on_front(front, place, rulebase.language), rulebase.language),
    }


def front_data(front: Front, language: str, note: str = "") -> dict[str, Any]:
    """A first screen as plain data: the verdict, then parts with lines; `note` is for this kind of reader."""
    return {
        "card": {
            "kicker": front.above,
            "title": front.headline,
            "sentence": front.why,
            "note": " ".join(filter(None, (front.note, note))),
            "hue": hue_of(front.colour),
        },
        "parts": [
            *(
                {
                    "heading": panel.title,
                    "big": capital(panel.big),
                    "lines": [(line.lead, line.text, "") for line in panel.lines],
                    "numbered": False,
                }
                for panel in front.panels
            ),
            *_last(front, language),
        ],
        "brackets": front.brackets,
    }


def _last(front: Front, language: str) -> list[dict[str, Any]]:
    """What to do, or to find out: each line with its duration or its day."""
    steps = [("", step.text, step.when) for step in front.steps]
    facts = [(fact.text, " ".join((*fact.means, fact.find_out)), fact.takes) for fact in front.facts]
    return [
        {"heading": say(language, heading), "big": "", "lines": lines, "numbered": True}
        for heading, lines in ((STEPS, steps), (FACTS, facts))
        if lines
    ]
