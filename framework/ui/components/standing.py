"""Progress: the verdicts that are still possible, as marks that fade when ruled out.

No numbers: it is on every page of the interview.
"""

from __future__ import annotations

from markupsafe import Markup

from framework.model.assessment import Assessment
from framework.model.rulebase import RuleBase
from framework.report.sections.context import capital
from framework.ui import theme
from framework.ui.escaping import md
from framework.ui.speech import say, say_count


def sentence(rulebase: RuleBase, assessment: Assessment) -> str:
    """The progress, in one line of Markdown."""
    if assessment.verdict:
        return say("Settled: **{title}**", title=md(rulebase.verdict[assessment.verdict].title))
    if assessment.next_question is None:
        return say(
            "{facts}; you have been asked everything that matters. The brief says how to find out.",
            facts=capital(facts(assessment)),
        )
    left = assessment.questions_left
    asked = say_count(
        left,
        "At most {number} more question can change the verdict.",
        "At most {number} more questions can change the verdict.",
    )
    if not assessment.facts_left:
        return asked
    return say("{asked} Besides, {facts}.", asked=asked, facts=facts(assessment))


def facts(assessment: Assessment) -> str:
    """How much that matters nobody knows yet, in words."""
    number = assessment.facts_left
    return say_count(number, "{number} fact to find out", "{number} facts to find out")


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
