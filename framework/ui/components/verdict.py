"""A verdict as a card: icon, title, one sentence, and the deciding answers. Never colour alone."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from framework.model.assessment import Assessment, Given
from framework.model.rulebase import RuleBase
from framework.report.document import verdict_card
from framework.report.front import front_of
from framework.report.wording import deciding_answers
from framework.ui import theme
from framework.ui.speech import say

MAX_CHIPS = 3
"""Maximum number of answers on a card; the brief has all."""


def card(rulebase: RuleBase, assessment: Assessment, *, above: str = "", chips: bool = True) -> Markup:
    """The card of a settled assessment as HTML; `above` is a line of plain text over the title, by default that of the
    first screen.
    """
    assert assessment.verdict
    found, above = verdict_card(rulebase, assessment), above or front_of(rulebase, assessment).above
    line = Markup('<p class="instead">{}</p>').format(found.alternative) if found.alternative else ""
    over = Markup('<p class="above">{}</p>').format(above) if above else ""
    deciding = chip_list(rulebase, deciding_answers(rulebase, assessment)) if chips else ""
    return Markup(
        '<div class="verdict {}"><span class="sym badge" aria-hidden="true">{}</span><div class="words">'
        '{}<p class="title">{}</p><p>{}</p>{}{}</div></div>'
    ).format(theme.hue(found.colour), found.icon, over, found.title, found.sentence, line, deciding)


def chip_list(rulebase: RuleBase, given: Sequence[Given]) -> Markup:
    """The first answers as a row of chips, and how many more there are: HTML."""
    items = Markup().join(
        Markup('<li class="chip"><span class="soft">{}</span> {}</li>').format(
            rulebase.questions[item.question].short, rulebase.answer_text(item.question, item.answer)
        )
        for item in given[:MAX_CHIPS]
    )
    more = len(given) - MAX_CHIPS
    items += (
        Markup('<li class="soft">{}</li>').format(
            say("and {number} more answer" if more == 1 else "and {number} more answers", number=more)
        )
        if more > 0
        else ""
    )
    return Markup('<ul class="chips">{}</ul>').format(items) if items else Markup()
