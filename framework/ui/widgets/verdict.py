"""A verdict as a card: icon, words, one sentence, and the answers that decide it. Colour is never alone."""

from __future__ import annotations

from collections.abc import Sequence

from framework.model.assessment import Assessment, Given
from framework.model.rulebase import RuleBase
from framework.report.document import verdict_card
from framework.ui import theme
from framework.ui.widgets.plain import one_or_many, tag

MOST_CHIPS = 3
"""Answers on a card; all of them stand in the brief."""


def card(rulebase: RuleBase, assessment: Assessment, *, above: str = "", chips: bool = True) -> str:
    """The card of a settled assessment as HTML; `above` is a line of plain text over the title."""
    assert assessment.verdict
    found, verdict = verdict_card(rulebase, assessment), rulebase.verdict[assessment.verdict]
    line = f'<p class="instead">{tag(found.alternative)}</p>' if found.alternative else ""
    above = above or (verdict.short if assessment.outcome else "Verdict")
    deciding = chip_list(rulebase, assessment.sufficient_reason) if chips else ""
    return (
        f'<div class="verdict {theme.hue(found.colour)}">'
        f'<span class="sym badge" aria-hidden="true">{tag(found.icon)}</span>'
        f'<div class="words"><p class="above">{tag(above)}</p><p class="title">{tag(found.title)}</p>'
        f"<p>{tag(found.sentence)}</p>{line}{deciding}</div></div>"
    )


def chip_list(rulebase: RuleBase, given: Sequence[Given]) -> str:
    """The first answers as a row of chips, and how many more there are: HTML."""
    items = "".join(
        f'<li class="chip"><span class="soft">{tag(rulebase.questions[item.question].short)}</span> '
        f"{tag(in_words(rulebase, item.question, item.answer))}</li>"
        for item in given[:MOST_CHIPS]
    )
    more = len(given) - MOST_CHIPS
    items += f'<li class="soft">and {one_or_many(more, "more answer", "more answers")}</li>' if more > 0 else ""
    return f'<ul class="chips">{items}</ul>' if items else ""


def in_words(rulebase: RuleBase, question: str, answer: str | tuple[str, ...]) -> str:
    """An answer as a person reads it."""
    chosen = (answer,) if isinstance(answer, str) else answer
    return "; ".join(rulebase.answer_text(question, option) for option in chosen)
