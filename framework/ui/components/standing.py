"""Progress: the verdicts that are still possible, as marks that fade when ruled out.

No numbers: it is on every page of the interview.
"""

from __future__ import annotations

from markupsafe import Markup

from framework.model.assessment import Assessment
from framework.model.rulebase import RuleBase
from framework.ui import theme
from framework.ui.escaping import md
from framework.ui.speech import say, say_count


def sentence(rulebase: RuleBase, assessment: Assessment) -> str:
    """The progress, in one line of Markdown."""
    if assessment.verdict:
        return say("Settled: **{title}**", title=md(rulebase.verdict[assessment.verdict].title))
    left = assessment.questions_left
    if not left:
        return say("These stay open because of what is not known. The brief says what to find out.")
    return say_count(
        left,
        "At most {number} more question can change the verdict.",
        "At most {number} more questions can change the verdict.",
    )


def marks(rulebase: RuleBase, possible: tuple[str, ...]) -> Markup:
    """Every verdict as a mark, highlighted while possible, as HTML."""
    items = []
    for verdict in rulebase.verdict.values():
        lit = verdict.id in possible
        alone = " alone" if lit and len(possible) == 1 else ""
        state = say("the verdict" if alone else "still possible" if lit else "ruled out")
        items.append(
            Markup(
                '<li class="mark {} {}{}"><span class="sym" aria-hidden="true">{}</span>'
                '<span class="name">{}</span><span class="sr-only">: {}</span></li>'
            ).format(theme.hue(verdict.colour), "lit" if lit else "out", alone, verdict.icon, verdict.short, state)
        )
    return Markup('<ul class="marks" aria-label="{}">{}</ul>').format(say("Verdicts"), Markup().join(items))
