"""The slim bar over every question: whose idea, how far, and the verdicts that are still possible."""

from __future__ import annotations

from markupsafe import Markup

from framework.model.assessment import Assessment
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.ui import memory, theme
from framework.ui.components.interview import flow
from framework.ui.components.interview.flow import Place
from framework.ui.speech import say, say_count

_SEEN = "_bar_seen"


def bar(rulebase: RuleBase, sheet: Sheet, assessment: Assessment, key: str, place: Place | None = None) -> Markup:
    """The bar as HTML. `key` identifies the work: marks that went out since it was last shown fade. `place`: where in
    the quick check one is; None elsewhere.

    Further answers never move it back, even if they raise the estimate of what is left.
    """
    owner, before, answers, reached = memory.value_of(_SEEN) or (key, assessment.possible_verdicts, {}, 0)
    gone = set(before) - set(assessment.possible_verdicts) if owner == key else set()
    left, said = _left(rulebase, assessment, place)
    done = _share(_behind(rulebase, sheet, place), left)
    if owner == key and answers.items() <= sheet.answers.items():
        done = max(done, reached)
    memory.remember(_SEEN, (key, assessment.possible_verdicts, dict(sheet.answers), done))
    return Markup(
        '<div class="bar"><p class="idea">{}</p>'
        '<div class="track" role="progressbar" aria-label="{}" aria-valuemin="0" aria-valuemax="100"'
        ' aria-valuenow="{}" aria-valuetext="{}"><div style="width:{}%"></div></div>'
        '<p class="left">{}</p><details class="names"><summary><span class="sym" aria-hidden="true">expand_more</span>'
        '<span class="sr-only">{}</span></summary></details>{}</div>'
    ).format(
        sheet.title or say("Your idea"),
        say("Progress"),
        done,
        said,
        done,
        said,
        say("What the marks mean"),
        _marks(rulebase, assessment, gone),
    )


def _marks(rulebase: RuleBase, assessment: Assessment, gone: set[str]) -> Markup:
    """The short names of all verdicts; the ruled out ones are struck through, so colour is not the only sign. On a
    phone, names are shown on request.
    """
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


def _left(rulebase: RuleBase, assessment: Assessment, place: Place | None) -> tuple[int, str]:
    """How much is left, as a number and in words: in the quick check the screens that are usual from here, as the most
    that it can take is far more; elsewhere questions.
    """
    if assessment.verdict:
        return 0, say("settled")
    if assessment.next_question is None:
        return 0, say("as far as you know")
    left = assessment.questions_left
    usual = rulebase.manifest.interview.screens_left(left) if place else None
    if usual and assessment.facts_left:  # whoever is unsure of all that follows is asked everything that applies
        most = max(1, assessment.applicable_left)
        if most > usual:
            return usual, say("{usual} to {most} screens left", usual=usual, most=most)
        usual = most
    if usual and place and place.kind == "idea" and not assessment.sheet.answers:
        whole = 1 + usual
        return whole, say_count(whole, "usually about {number} screen", "usually about {number} screens")
    if usual:
        return usual, say_count(usual, "about {number} screen left", "about {number} screens left")
    return left, say_count(left, "up to {number} question", "up to {number} questions")


def _behind(rulebase: RuleBase, sheet: Sheet, place: Place | None) -> int:
    """How much is done, in the unit of `_left`: screens of the quick check, elsewhere answers."""
    if place is None:
        return len(flow.given(rulebase, sheet))
    return 0 if place.kind == "idea" and not sheet.answers else flow.passed(rulebase, sheet)


def _share(done: int, left: int) -> int:
    """Per cent of the whole way, as far as it can be told from here."""
    return round(100 * done / (done + left)) if left else 100
