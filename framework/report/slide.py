"""The verdict as a picture of the size of a slide: what to do, for what, why, and the next step."""

from __future__ import annotations

from typing import Any

from framework.model.assessment import Assessment
from framework.model.rulebase import RuleBase
from framework.report.document import verdict_card
from framework.report.hues import hue_of
from framework.report.sections.context import Context, cut
from framework.report.wording import footer

MOST_REASONS = 3
MOST_TITLE = 120
"""Characters."""


def slide(rulebase: RuleBase, assessment: Assessment) -> dict[str, Any]:
    """The slide as plain data for the template."""
    ctx, card = Context(rulebase, assessment), verdict_card(rulebase, assessment)
    said = assessment.verdict_rules or assessment.reasons
    steps = [step.text for step in assessment.next_steps[:1]]
    if assessment.verdict is None:
        steps = [rulebase.questions[unknown.question].text for unknown in assessment.unknowns[:1]]
    return {
        "title": cut(ctx.title, MOST_TITLE),
        "hue": hue_of(card.colour),
        "verdict": card.title,
        "sentence": card.sentence,
        "alternative": card.alternative,
        "framing": assessment.framing if ctx.has_task and not ctx.needs_reframing and assessment.task else None,
        "reasons": list(dict.fromkeys(statement.text for statement in said))[:MOST_REASONS],
        "next": steps,
        "next_title": "Next" if assessment.verdict else "To find out first",
        "footer": footer(rulebase, assessment),
    }
