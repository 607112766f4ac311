"""The verdict as a picture of the size of a slide: what to do, why, for what, at which risk, and the next step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from markupsafe import Markup

from framework.languages.catalogue import say
from framework.languages.dates import written
from framework.model.assessment import Assessment
from framework.model.listing import as_sentence, cut
from framework.model.rulebase import RuleBase
from framework.report.front import front_of
from framework.report.front_parts import FACTS, Front, Line, Panel
from framework.report.hues import hue_of
from framework.report.in_full import BRACKETS, first_brackets, passed_on, without_own_brackets
from framework.report.sections.context import Context
from framework.report.wording import colon, footer, written_in

SHOWN = ("objectives", "framing", "instead", "beat", "pays", "risks")
"""The panels of a first screen that a slide shows, by id, in this order."""

WHERE_THERE_IS_ROOM = ("risks",)
"""Those that are left out where type would have to be too small for a slide."""

MAX_TITLE_CHARS = 120
"""Characters."""


def slide(rulebase: RuleBase, assessment: Assessment, today: date | None = None) -> dict[str, Any]:
    """The slide as plain data for the template. `today` dates it and its next step."""
    front, language = _shown(rulebase, assessment, today), rulebase.language
    in_brackets = first_brackets(_shown(rulebase, without_own_brackets(rulebase, assessment), today), ())
    return {
        "title": cut(Context(rulebase, assessment).title, MAX_TITLE_CHARS),
        "date": written(language, today),
        "language": written_in(rulebase),
        "hue": hue_of(front.colour),
        "kicker": front.above,
        "verdict": front.headline,
        "sentence": front.why,
        "parts": [
            {
                "heading": _heading(panel.title, language),
                "words": _words(panel, language),
                "optional": panel.id in WHERE_THERE_IS_ROOM,
            }
            for panel in front.panels
        ],
        "next_title": _heading(say(language, "Next step" if front.steps else FACTS), language),
        "next": _next(front),
        "note": "" if in_brackets is None else say(language, BRACKETS),
        "footer": footer(rulebase, assessment),
    }


def read_aloud(svg: str, data: Mapping[str, Any]) -> str:
    """The drawn slide with its title and its words: letters that are drawn as shapes cannot be read aloud."""
    parts = (f"{part['heading']} {part['words']}" for part in data["parts"])
    words = (data["date"], data["kicker"], data["verdict"], data["sentence"], *parts, data["next_title"], *data["next"])
    said = " ".join(as_sentence(text) for text in (*words, data["note"]) if text)
    title = Markup("<title>{}</title><desc>{}</desc>").format(data["title"], said)
    start, tag, rest = svg.partition(">")
    return f'{start} role="img" lang="{data["language"]}"{tag}{title}{rest}'


def _shown(rulebase: RuleBase, assessment: Assessment, today: date | None) -> Front:
    """The first screen with what a slide shows of it: the objective of the business, and one next step."""
    front = passed_on(front_of(rulebase, assessment, today))
    by_id = {panel.id: panel for panel in front.panels}
    panels = [by_id[id_] for id_ in SHOWN if id_ in by_id]
    name = rulebase.manifest.headings.business_objective
    return replace(
        front,
        panels=tuple(
            Panel(panel.id, name or panel.title, _of_business(panel))
            if panel.id == "objectives" and panel.lines[0].lead
            else panel
            for panel in panels
        ),
        steps=front.steps[:1],
        facts=tuple(replace(fact, means=(), find_out="") for fact in front.facts),
    )


def _of_business(panel: Panel) -> tuple[Line, ...]:
    """The objective of the business, and what the numbers say of it."""
    first, *others = panel.lines
    return replace(first, lead=""), *(line for line in others if not line.lead)


def _words(panel: Panel, language: str) -> str:
    return " ".join(
        as_sentence(text) for text in (panel.big, *(line.said(colon(language)) for line in panel.lines)) if text
    )


def _heading(title: str, language: str) -> str:
    return title if title.endswith("?") else f"{title}{colon(language)}"


def _next(front: Front) -> list[str]:
    """The first thing to do, with its day; or every fact to find out, as an open verdict hangs on them."""
    steps = [f"{step.text} ({step.when})" if step.when else step.text for step in front.steps]
    return steps or [fact.text for fact in front.facts]
