"""Other editions of the rules: the brief as it was read, what is different now, and assessing again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import streamlit as st
from markupsafe import Markup

from framework.model.assessment import Assessment
from framework.model.earlier import EarlierBrief, Passage
from framework.model.rulebase import RuleBase
from framework.report.blocks import Table
from framework.report.earlier import BriefDifference, ChangedAnswer, compare_briefs, earlier_brief
from framework.report.front_parts import Front
from framework.store import Purpose
from framework.ui import address, links, resources, saving, speech
from framework.ui.components import document, outdated
from framework.ui.components import front as first_screen
from framework.ui.components.review import today
from framework.ui.current_work import Current
from framework.ui.dates import day
from framework.ui.escaping import md
from framework.ui.speech import say, say_count
from framework.ui.trouble import guarded

DIGITS = 12
"""How much of a digest names an edition in an address (`?edition=`)."""

MAX_ROWS = 40
"""Answers that are listed; more are only counted."""

_KEPT = "_kept_brief"


def of(here: Current) -> tuple[EarlierBrief, ...]:
    """The briefs that are kept of an idea, the newest first; also for whoever may only read it."""
    store = resources.store()
    key = here.work.key if here.work else None
    if here.shared and not here.problem:
        key = store.links.work_of(address.param(address.READ), Purpose.READ)
    return store.editions.of(key) if key else ()


def earlier(rulebase: RuleBase, here: Current, assessment: Assessment) -> EarlierBrief | None:
    """The brief that was read last under other rules, while nobody has taken over the present ones.

    A brief that reads the same now is no reason to ask anybody: the present rules are taken over.
    """
    if not here.digest or here.digest == rulebase.digest:
        return None
    kept = next((brief for brief in of(here) if brief.digest == here.digest), None)
    if kept and not kept.reads_like(today_beside(kept, assessment)):
        return kept
    if here.work and not outdated.outdated(rulebase, here.sheet):
        with resources.housekeeping():
            saving.adopt()
    return None


def today_beside(kept: EarlierBrief, assessment: Assessment) -> EarlierBrief:
    """The brief of today in the language in which another was kept: between languages every word would differ."""
    rulebase, there = resources.rules(kept.language), resources.assessment_of(assessment.sheet, kept.language)
    return earlier_brief(rulebase, there, today())


def keep(rulebase: RuleBase, here: Current, assessment: Assessment) -> None:
    """Keep the brief that is on the page, for the day on which these rules are gone."""
    if here.work is None:
        return
    mark = (here.work.key, here.work.revision, rulebase.digest)
    if st.session_state.get(_KEPT) == mark:
        return
    kept = next((brief for brief in of(here) if brief.digest == rulebase.digest), None)
    if kept is None or not kept.reads_like(today_beside(kept, assessment)):
        with resources.housekeeping():
            resources.store().editions.keep(here.work.key, earlier_brief(rulebase, assessment, today()))
    st.session_state[_KEPT] = mark


def notice(rulebase: RuleBase, here: Current, assessment: Assessment, kept: EarlierBrief) -> None:
    """What is different under the present rules, and the button that takes them over."""
    stands = kept.is_of(here.sheet)
    with st.container(border=True, key="edition", gap="small"):
        st.header(say("The rules have changed"), anchor=False)
        new = say("edition {version}", version=assessment.version)
        old = (
            say("an earlier state of {new}", new=new)
            if kept.version == assessment.version
            else say("edition {version}", version=kept.version)
        )
        if stands:
            st.markdown(
                md(
                    say(
                        "You read this brief on {day}, under {old}. Below it stands as it was.",
                        day=day(kept.read_on),
                        old=old,
                    )
                )
            )
        else:
            st.markdown(
                md(
                    say(
                        "The brief below follows {new}. On {day} you read one under {old}.",
                        new=new,
                        day=day(kept.read_on),
                        old=old,
                    )
                )
            )
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            if here.work:
                label, icon = (say("Assess again"), "refresh") if stands else (say("Do not show this again"), "check")
                kind: Literal["primary", "secondary"] = "primary" if stands else "secondary"
                st.button(
                    label, key="assess_again", type=kind, icon=f":material/{icon}:", on_click=guarded(saving.adopt)
                )
            else:
                st.markdown(say("Whoever has the link to edit can have it assessed again."))
            if not stands:
                link_to(kept)
        found = compare_briefs(kept, today_beside(kept, assessment))
        title = say("What would be different") if stands else say("What is different")
        with st.expander(title, icon=":material/difference:"):
            changes(found, editable=here.work is not None, rulebase=rulebase)


def changes(found: BriefDifference, *, editable: bool, rulebase: RuleBase) -> None:
    """Verdict, reasons and answers, one after the other."""
    if found.nothing:
        st.markdown(say("Verdict, reasons and answers are the same; only other sentences of the brief differ."))
        return
    if found.verdict_changed:
        st.markdown(say("**Verdict:** {before} → **{after}**", before=md(found.before), after=md(found.after)))
    else:
        st.markdown(say("**Verdict:** the same, {after}", after=md(found.after)))
    if found.reasons:
        st.html(_doc(document.table(Table((say("Reason"), say("Change")), found.reasons, say("Reasons")))))
    answers(found.answers[:MAX_ROWS], say("Answers"))
    if len(found.answers) > MAX_ROWS:
        st.caption(say("and {number} more", number=len(found.answers) - MAX_ROWS))
    st.caption(say_count(found.kept, "{number} answer is the same.", "{number} answers are the same."))
    again = [each for each in found.answers if each.still_asked and each.question in rulebase.questions]
    if editable and again:
        with st.container(key="rows_again", gap=None):
            for each in again[:MAX_ROWS]:
                label = say("Answer: {short}", short=md(rulebase.questions[each.question].short))
                links.question_link(each.question, label, back="brief", icon=":material/edit:", stretch=True)


def answers(found: Sequence[ChangedAnswer], caption: str) -> None:
    """Questions with the answer then and now."""
    if found:
        rows = tuple((each.text, each.then, each.now) for each in found)
        st.html(_doc(document.table(Table((say("Question"), say("Then"), say("Now")), rows, caption))))


def show(brief: EarlierBrief) -> None:
    """A brief as it was read. It needs no rules: every word was kept."""
    front = Front(brief.kicker, brief.headline, brief.why, (), brief.icon, brief.colour, note=brief.note)
    panels = Markup().join(
        Markup("<h2>{}</h2>{}").format(chapter.title, _passages(chapter.passages)) for chapter in brief.front
    )
    folded = Markup().join(_folded(chapter.title, _passages(chapter.passages)) for chapter in brief.chapters)
    rows = tuple((each.text, each.answer) for each in brief.asked)
    if rows:
        folded += _folded(
            say("Every question and answer"), document.table(Table((say("Question"), say("Answer")), rows))
        )
    with speech.original("earlier", translated=brief.language == speech.language()):
        st.html(Markup('<div class="front">{}</div>').format(first_screen.card(front, brief.title)))
        st.html(_doc(panels + folded))
    st.caption(
        md(
            say(
                "Edition {version} of the rules, digest {digest}, read on {day}.",
                version=brief.version,
                digest=brief.digest,
                day=day(brief.read_on),
            )
        )
    )


def link_to(brief: EarlierBrief) -> None:
    """The way to a brief as it was."""
    label = md(say("The brief of {day}, edition {version}", day=day(brief.read_on), version=brief.version))
    links.link("earlier", label, icon=":material/history:", edition=brief.digest[:DIGITS])


def _folded(title: str, inside: Markup) -> Markup:
    return Markup('<details class="more"><summary>{}</summary>{}</details>').format(title, inside)


def _passages(passages: Sequence[Passage]) -> Markup:
    return Markup().join(map(_passage, passages))


def _passage(passage: Passage) -> Markup:
    heading = Markup("<h3>{}</h3>").format(passage.heading) if passage.heading else Markup()
    if passage.columns:
        return heading + document.table(Table(passage.columns, passage.rows))
    if len(passage.lines) == 1 and not passage.numbered:
        return heading + Markup("<p>{}</p>").format(passage.lines[0])
    kind = "ol" if passage.numbered else "ul"
    lines = Markup().join(Markup("<li>{}</li>").format(line) for line in passage.lines)
    return heading + Markup("<{kind}>{lines}</{kind}>").format(kind=kind, lines=lines)


def _doc(inside: Markup) -> Markup:
    return Markup('<div class="doc">{}</div>').format(inside)
