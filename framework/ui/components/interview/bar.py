"""The slim bar over every question: whose idea, how far, and the verdicts that are still possible."""

from __future__ import annotations

from markupsafe import Markup

from framework.model.assessment import Assessment
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.ui import memory, resources, theme
from framework.ui.components.interview.flow import Place
from framework.ui.speech import say, say_count

_SEEN = "_bar_seen"


def bar(rulebase: RuleBase, sheet: Sheet, assessment: Assessment, key: str, place: Place | None = None) -> Markup:
    """The bar as HTML. `key` identifies the work: marks that went out since it was last shown fade. `place`: where in
    the quick check one is; None elsewhere.
    """
    owner, before = memory.value_of(_SEEN) or (key, assessment.possible_verdicts)
    gone = set(before) - set(assessment.possible_verdicts) if owner == key else set()
    memory.remember(_SEEN, (key, assessment.possible_verdicts))
    done, left = _done(assessment), _left(rulebase, assessment, place)
    return Markup(
        '<div class="bar"><p class="idea">{}</p>'
        '<div class="track" role="progressbar" aria-label="{}" aria-valuemin="0" aria-valuemax="100"'
        ' aria-valuenow="{}" aria-valuetext="{}"><div style="width:{}%"></div></div>'
        '<p class="left">{}</p>{}</div>'
    ).format(
        sheet.title or say("Your idea"),
        say("Progress"),
        done,
        left,
        done,
        left,
        _marks(rulebase, assessment, gone),
    )


def _marks(rulebase: RuleBase, assessment: Assessment, gone: set[str]) -> Markup:
    """The short names of all verdicts; the ruled out ones are struck through, so the icon is not the only sign."""
    items = []
    for verdict in rulebase.verdict.values():
        lit = verdict.id in assessment.possible_verdicts
        state = "lit" if lit else "out just" if verdict.id in gone else "out"
        said = say("still possible" if lit and assessment.verdict is None else "the verdict" if lit else "ruled out")
        items.append(
            Markup(
                '<li class="spot {} {}"><span class="sym" aria-hidden="true">{}</span>'
                '<span class="name">{}</span><span class="sr-only">: {}</span></li>'
            ).format(theme.hue(verdict.colour), state, verdict.icon, verdict.short, said)
        )
    return Markup('<ul class="spots" aria-label="{}">{}</ul>').format(say("Verdicts"), Markup().join(items))


def _left(rulebase: RuleBase, assessment: Assessment, place: Place | None) -> str:
    """How much is left: in the quick check what is usual from here, as the most that it can take is far more."""
    if assessment.verdict:
        return say("settled")
    if assessment.next_question is None:
        return say("as far as you know")
    left = assessment.questions_left
    usual = rulebase.manifest.interview.screens_left(left) if place else None
    if usual and assessment.facts_left:  # whoever is unsure of all that follows is asked everything that applies
        most = max(1, assessment.applicable_left)
        if most > usual:
            return say("{usual} to {most} screens left", usual=usual, most=most)
        usual = most
    if usual and place and place.kind == "idea" and not assessment.sheet.answers:
        return say_count(1 + usual, "usually about {number} screen", "usually about {number} screens")
    if usual:
        return say_count(usual, "about {number} screen left", "about {number} screens left")
    return say_count(left, "up to {number} question", "up to {number} questions")


def _done(assessment: Assessment) -> int:
    """Per cent: questions that can no longer matter, of those that can at the start. It never falls with an answer."""
    if assessment.verdict:
        return 100
    at_first = resources.assessment_of(Sheet()).questions_left or 1
    return max(0, round(100 * (1 - assessment.questions_left / at_first)))
