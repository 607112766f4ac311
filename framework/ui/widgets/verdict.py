"""A verdict as a card: icon, words, one sentence, and the answers that decide it. Colour is never alone."""

from __future__ import annotations

from collections.abc import Sequence

from framework.model.assessment import Assessment, Given
from framework.model.rulebase import RuleBase
from framework.ui import theme
from framework.ui.widgets.plain import tag


def card(rulebase: RuleBase, assessment: Assessment, *, above: str = "", chips: bool = True) -> str:
    """The card of a settled assessment as HTML; `above` is a line of plain text over the title."""
    assert assessment.verdict
    verdict = rulebase.verdict[assessment.verdict]
    outcome = rulebase.outcome.get(assessment.outcome or "")
    title = outcome.title if outcome else verdict.title
    alternative = rulebase.alternative.get(assessment.alternative or "")
    line = f'<p class="instead">{tag(alternative.title)}</p>' if alternative else ""
    above = above or (verdict.short if outcome else "Verdict")
    deciding = chip_list(rulebase, assessment.sufficient_reason) if chips else ""
    return (
        f'<div class="verdict {theme.hue(verdict.colour)}">'
        f'<span class="sym badge" aria-hidden="true">{tag(verdict.icon)}</span>'
        f'<div class="words"><p class="above">{tag(above)}</p><p class="title">{tag(title)}</p>'
        f"<p>{tag(outcome.sentence if outcome else verdict.meaning)}</p>{line}{deciding}</div></div>"
    )


def chip_list(rulebase: RuleBase, given: Sequence[Given]) -> str:
    """Answers as a row of chips: HTML."""
    items = "".join(
        f'<li class="chip"><span class="soft">{tag(rulebase.questions[item.question].short)}</span> '
        f"{tag(in_words(rulebase, item.question, item.answer))}</li>"
        for item in given
    )
    return f'<ul class="chips">{items}</ul>' if items else ""


def in_words(rulebase: RuleBase, question: str, answer: str | tuple[str, ...]) -> str:
    """An answer as a person reads it."""
    chosen = (answer,) if isinstance(answer, str) else answer
    return "; ".join(rulebase.answer_text(question, option) for option in chosen)
